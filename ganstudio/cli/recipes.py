"""The command that lists every kind of GAN with its settings: recipes."""

import argparse
import dataclasses
import shlex
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from ganstudio.cli.opened import require_device
from ganstudio.cli.parsing import Commands
from ganstudio.cli.terminal import RefusedError, note, plain, say, say_json
from ganstudio.core.recipe import Preset, Recipe
from ganstudio.core.settings import SettingError, from_mapping, parse_pairs, settings_of
from ganstudio.workflows.own_presets import OwnPresets, PresetError


def add_recipes(commands: Commands) -> None:
    parser = commands.add_parser("recipes", help="every kind of GAN, with its settings")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these")
    parser.add_argument("--speed", action="store_true", help="how fast each trains here, a few seconds of each")
    parser.add_argument("--device", default="auto", metavar="NAME", help="where to measure: auto, cpu, cuda, mps")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="measure with this setting")
    parser.add_argument("--gently", action="store_true", help="measure at the lowest priority")
    parser.add_argument("--json", action="store_true", help="a JSON object for each, one per line")
    parser.set_defaults(command=recipes)


def recipes(args: argparse.Namespace) -> int:
    from ganstudio.models.auto import Auto
    from ganstudio.models.gallery import RECIPES, by_name

    try:
        chosen = tuple(map(by_name, args.names)) or (Auto, *RECIPES)
    except SettingError as error:
        raise RefusedError(str(error)) from None
    if args.speed:
        require_device(args.device)
        return _measure(chosen, args)
    own = _own_presets(chosen)
    for recipe in chosen:
        if args.json:
            say_json(_recipe_fields(recipe, own[recipe.name]))
        else:
            _print_recipe(recipe, own[recipe.name])
    return 0


def _own_presets(kinds: Sequence[type[Recipe]]) -> dict[str, dict[str, Preset]]:
    """The person's presets of each; none, and why, where their file cannot be read: the rest is there all the same."""
    presets = OwnPresets()
    try:
        return {kind.name: presets.of(kind) for kind in kinds}
    except PresetError as error:
        note(f"Note: {plain(error)} Your own presets are left out here.")
        return {kind.name: {} for kind in kinds}


def _measure(chosen: Sequence[type[Recipe]], args: argparse.Namespace) -> int:
    """Images a second of each recipe, with its defaults or what --set says; translations only where they are named."""
    from ganstudio.core.processes import lowest_priority
    from ganstudio.models.auto import Auto
    from ganstudio.scores.features import FeaturesError
    from ganstudio.workflows.measure_speed import measured_here

    if args.gently:
        lowest_priority()
    for kind in chosen:
        if kind is Auto or (kind.task != "generate" and not args.names):
            continue  # auto is what it chooses; a step of the others takes seconds
        try:
            recipe = from_mapping(kind, parse_pairs(kind, args.set, what=kind.title))
        except SettingError as error:
            raise RefusedError(str(error)) from None
        try:
            measured = measured_here(recipe, args.device)
        except FeaturesError as error:
            raise RefusedError(str(error)) from None
        speed = round(measured.images_per_second, 2)
        size = {"resolution": recipe.resolution, "batch": recipe.batch}
        if args.json:
            say_json({"name": recipe.name, **size, **dataclasses.asdict(measured), "images_per_second": speed})
        else:
            say(
                f"{recipe.name} at {recipe.resolution} px, batch {recipe.batch}: {speed:.3g} images a second"
                f", {measured.memory / 2**30:.1f} GB of memory"
                f", a checkpoint of {max(1, round(measured.state / 2**20)):,} MB"
            )
    return 0


def _recipe_fields(recipe: Any, own: Mapping[str, Preset]) -> dict[str, Any]:
    fields = {
        name: getattr(recipe, name)
        for name in ("name", "title", "summary", "when", "paper", "note", "resolutions", "sides")
    }
    presets = {name: {"title": preset.title, "note": preset.note, "values": dict(preset.values)}
               for name, preset in ({**recipe.presets, **own}).items()}  # fmt: skip
    settings = [dataclasses.asdict(field) | {"type": field.type.__name__} for field in settings_of(recipe)]
    return fields | {"presets": presets, "settings": settings}


def _print_recipe(recipe: Any, own: Mapping[str, Preset]) -> None:
    say(f"{recipe.name}: {recipe.title}" + (f" ({recipe.note})" if recipe.note else ""))
    for text in (recipe.summary, f"When: {recipe.when}", f"Paper: {recipe.paper}" if recipe.paper else ""):
        if text:
            say(_indented(text, 2))
    say(_indented(f"Sizes: {', '.join(map(str, recipe.resolutions))} px", 2))
    for name, preset in recipe.presets.items():
        say(_indented(f"--preset {name}: {preset.note}", 2))
    for name, preset in own.items():
        say(_indented(plain(f"--preset {shlex.quote(name)}: {preset.note}"), 2))
    for field in settings_of(recipe):
        allowed = ", ".join(map(str, field.choices)) or field.range_text()
        say(_indented(f"{field.name} = {field.default}" + (f"  ({allowed})" if allowed else ""), 4))
        say(_indented(field.help, 8))
    say()


def _indented(text: str, by: int) -> str:
    return textwrap.fill(text, 110, initial_indent=" " * by, subsequent_indent=" " * (by + 2))
