"""What all commands share when they read their arguments."""

import argparse
from collections.abc import Callable
from typing import Any, NoReturn

from ganstudio.cli.terminal import RefusedError
from ganstudio.core.resolution import Resolution, parse, shape_of
from ganstudio.core.settings import Setting, SettingError, Value, settings_of

Command = Callable[[argparse.Namespace], int]
"""What a command does: from its parsed arguments to the exit status."""

Commands = Any
"""What argparse calls a _SubParsersAction, and gives no public name."""


class Parser(argparse.ArgumentParser):
    """A parser that raises `RefusedError` instead of printing its usage, and takes no shortened options."""

    def __init__(self, **known: Any) -> None:
        super().__init__(**(known | {"allow_abbrev": False}))

    def error(self, message: str) -> NoReturn:
        sentence = _without_argument(message)
        raise RefusedError(f"{sentence.rstrip('.')}. `{self.prog} --help` shows what there is.")


def _without_argument(message: str) -> str:
    """argparse's 'argument --steps: --steps takes …' without its first half, where ours names the option already."""
    start, colon, rest = message.partition(": ")
    if start.startswith("argument ") and colon:
        option = start.removeprefix("argument ")
        return rest if rest.startswith(option.split("/")[0]) else f"{option}: {rest}"
    return message[:1].upper() + message[1:]


def flag(name: str) -> str:
    """The option of a setting: 'generator_lr' -> '--generator-lr'."""
    return "--" + name.replace("_", "-")


def add_settings(parser: argparse.ArgumentParser, owner: type[Any], title: str) -> None:
    """One option for each setting of a dataclass; an option that is not given stays None."""
    group = parser.add_argument_group(title)
    for known in settings_of(owner):
        if known.type is bool:
            group.add_argument(flag(known.name), action=argparse.BooleanOptionalAction, default=None, help=known.help)
        else:
            word = "|".join(map(str, known.choices)) if known.choices else _metavar(known)
            shown = f"{known.help} Default: {known.default}." if known.default else known.help
            parse = reader(known)
            group.add_argument(flag(known.name), type=parse, metavar=word, help=shown.replace("%", "%%"))


def given(args: argparse.Namespace, owner: type[Any]) -> dict[str, Value]:
    """The settings of `owner` that the person set by an option."""
    every = ((known.name, getattr(args, known.name)) for known in settings_of(owner))
    return {name: value for name, value in every if value is not None}


def reader(known: Setting) -> Callable[[str], Value]:
    """How argparse reads the option of a setting."""

    def read(text: str) -> Value:
        try:
            return known.parse(text)
        except SettingError as error:
            raise argparse.ArgumentTypeError(naming_the_option(error)) from None

    return read


def naming_the_option(error: SettingError) -> str:
    """The error's sentence, with the setting's name written as the option it was given by."""
    sentence = str(error)
    if sentence.startswith(error.name):
        sentence = flag(error.name) + sentence.removeprefix(error.name)
    return sentence


def whole(name: str, low: int, high: int) -> Callable[[str], int]:
    """A reader of whole numbers from `low` to `high` for the option `name`."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{name} takes a whole number, not {text!r}") from None
        if not low <= number <= high:
            raise argparse.ArgumentTypeError(f"{name} goes from {low} to {high}, {number} is outside")
        return number

    return read


def pixels(name: str, low: int = 1, high: int = 99_999) -> Callable[[str], Resolution]:
    """A reader of '64' and '96x64', each side from `low` to `high`; what a recipe can do is said by the recipe."""

    def read(text: str) -> Resolution:
        try:
            resolution = parse(text)
        except ValueError:
            raise argparse.ArgumentTypeError(
                f"{name} takes a whole number, or width and height such as 96x64, not {text!r}"
            ) from None
        for side in shape_of(resolution):
            whole(name, low, high)(str(side))
        return resolution

    return read


def number(name: str, low: float, high: float) -> Callable[[str], float]:
    """A reader of numbers from `low` to `high` for the option `name`."""

    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{name} takes a number, not {text!r}") from None
        if not low <= value <= high:  # false for nan too
            raise argparse.ArgumentTypeError(f"{name} goes from {low:g} to {high:g}, {text} is outside")
        return value

    return read


def _metavar(known: Setting) -> str:
    if known.name == "background":
        return "#RRGGBB"
    if known.two_sided:
        return "N|WxH"
    return {int: "N", float: "X"}.get(known.type, "TEXT")
