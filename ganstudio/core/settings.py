"""Settings, declared once.

A setting is a dataclass field made with `setting`: its default, its help, its range or its choices. The form in the
window, the flags of the command line, settings.json and `ganstudio recipes` all read those same fields, so that a new
setting is one line in one file. No torch here: the window reads settings before torch is imported.
"""

import dataclasses
import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, TypeVar, cast, get_type_hints

from ganstudio.core import resolution
from ganstudio.core.printable import shortened

Value = int | float | bool | str


class SettingError(ValueError):
    """A value that cannot be used. Its text is one sentence for the user: it names the setting and the way out."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(shortened(sentence))  # a stranger's file may hold a value of any length
        self.name = name


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What is known about one setting: enough to draw a control, parse a flag and check a value."""

    name: str
    title: str
    type: type
    default: Value
    help: str
    low: float | None = None
    high: float | None = None
    choices: tuple[Value, ...] = ()
    unit: str = ""
    group: str = "Training"
    first: bool = False
    """True for the few settings that matter first; the form folds the others away."""
    scale: Literal["linear", "log"] = "linear"
    two_sided: bool = False
    """True for a number of pixels that may also be two, as '96x64': see `core.resolution`."""

    def parse(self, text: str) -> Value:
        """The value that `text` (from a flag, `KEY=VALUE`) stands for.

        Raises:
            SettingError: `text` is not a value of this setting's type, or is outside its range.
        """
        if self.type is bool:
            word = text.strip().lower()
            if word not in _TRUE | _FALSE:
                raise SettingError(self.name, f"{self.name} takes yes or no, not {text!r}.")
            return word in _TRUE
        try:
            value: Value = resolution.parse(text) if self.two_sided else self.type(text)
        except ValueError:
            kind = {int: "a whole number", float: "a number"}.get(self.type, "a text")
            kind = "a whole number, or two such as 96x64" if self.two_sided else kind
            raise SettingError(self.name, f"{self.name} takes {kind}, not {text!r}.") from None
        return self.checked(value)

    def checked(self, value: object) -> Value:
        """`value` as this setting's type, if it is one and lies within the range.

        Raises:
            SettingError: with the sentence that says what is allowed.
        """
        if self.two_sided and isinstance(value, str):
            return self._checked_sides(value)
        if self.type is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if not isinstance(value, self.type) or (self.type is not bool and isinstance(value, bool)):
            raise SettingError(self.name, f"{self.name} takes {self.type.__name__}, not {value!r}.")
        if isinstance(value, float) and not math.isfinite(value):
            raise SettingError(self.name, f"{self.name} must be a finite number, not {value}.")
        if self.choices and value not in self.choices:
            allowed = ", ".join(str(choice) for choice in self.choices)
            raise SettingError(self.name, f"{self.name} can be {allowed}, not {value}.")
        if isinstance(value, int | float) and not isinstance(value, bool):
            below = self.low is not None and value < self.low
            above = self.high is not None and value > self.high
            if below or above:
                raise SettingError(self.name, f"{self.name} goes {self.range_text()}, {value} is outside.")
        assert isinstance(value, int | float | bool | str)
        return value

    def _checked_sides(self, text: str) -> Value:
        try:
            value = resolution.parse(text)
        except ValueError:
            raise SettingError(
                self.name, f"{self.name} takes a whole number, or two such as 96x64, not {text!r}."
            ) from None
        for side in resolution.shape_of(value):
            replace(self, two_sided=False).checked(side)
        return value

    def range_text(self) -> str:
        """The allowed range in words, '' when every value is allowed."""
        unit = f" {self.unit}" if self.unit else ""
        if self.low is not None and self.high is not None:
            return f"from {self.low:g} to {self.high:g}{unit}"
        if self.low is not None:
            return f"from {self.low:g}{unit} up"
        return f"up to {self.high:g}{unit}" if self.high is not None else ""


_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}


def setting(
    default: Value,
    help: str,
    *,
    title: str = "",
    low: float | None = None,
    high: float | None = None,
    choices: tuple[Value, ...] = (),
    unit: str = "",
    group: str = "Training",
    first: bool = False,
    scale: Literal["linear", "log"] = "linear",
) -> Any:
    """A dataclass field that is also a setting: see `Setting` for what the words mean."""
    known = {
        "title": title,
        "help": help,
        "low": low,
        "high": high,
        "choices": choices,
        "unit": unit,
        "group": group,
        "first": first,
        "scale": scale,
    }
    return dataclasses.field(default=default, metadata={"setting": known})


def settings_of(owner: type[Any]) -> tuple[Setting, ...]:
    """Every setting of a dataclass, in the order of declaration (those of a parent class first)."""
    return _settings_of(cast(Hashable, owner))


@cache
def _settings_of(owner: Any) -> tuple[Setting, ...]:
    hints = get_type_hints(owner)
    settings = []
    for field in dataclasses.fields(owner):
        if known := field.metadata.get("setting"):
            title = known["title"] or field.name.replace("_", " ").capitalize()
            default: Any = field.default
            hint = hints[field.name]
            kind = {"type": int, "two_sided": True} if hint == resolution.Resolution else {"type": hint}
            settings.append(Setting(name=field.name, default=default, **kind, **known | {"title": title}))
    return tuple(settings)


def values_of(owner: Any) -> dict[str, Value]:
    """The settings of a dataclass instance and their values, ready for JSON."""
    return {known.name: getattr(owner, known.name) for known in settings_of(type(owner))}


def check_settings(owner: Any) -> None:
    """Check every setting of an instance; dataclasses with settings call this in `__post_init__`.

    Raises:
        SettingError: the first value that is of the wrong type, not among the choices, or out of range.
    """
    for known in settings_of(type(owner)):
        object.__setattr__(owner, known.name, known.checked(getattr(owner, known.name)))


T = TypeVar("T")


def from_mapping(owner: type[T], values: Mapping[str, object], *, what: str = "settings") -> T:
    """An instance of the dataclass `owner` from untrusted `values` (a settings file, a list of flags).

    Raises:
        SettingError: a key that does not exist, or a value that is not allowed.
    """
    known = {field.name: field for field in settings_of(owner)}
    for name in values:
        if name not in known:
            raise SettingError(name, f"{what} has no setting called {name}. It has: {', '.join(known)}.")
    return owner(**{name: known[name].checked(value) for name, value in values.items()})


def parse_pairs(owner: type[Any], pairs: list[str], *, what: str = "settings") -> dict[str, Value]:
    """The values of `KEY=VALUE` texts, checked against the settings of `owner`.

    Raises:
        SettingError: a text without '=', an unknown key, or a value that is not allowed.
    """
    known = {field.name: field for field in settings_of(owner)}
    values: dict[str, Value] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        name = name.strip().replace("-", "_")
        if not equals:
            raise SettingError(name, f"--set takes KEY=VALUE, not {pair!r}.")
        if name not in known:
            raise SettingError(name, f"{what} has no setting called {name}. It has: {', '.join(known)}.")
        values[name] = known[name].parse(text)
    return values
