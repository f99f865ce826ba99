"""What a new run trains with: the recipe that the options describe, or what auto makes of the images."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from ganstudio.cli.parsing import given
from ganstudio.cli.terminal import RefusedError, note, progress
from ganstudio.core.recipe import Recipe
from ganstudio.core.run import Budget, Preparation
from ganstudio.core.settings import SettingError, Value, parse_pairs
from ganstudio.models.auto import Auto, recipe_for
from ganstudio.models.gallery import by_name
from ganstudio.workflows.choose_recipe import decide, facts_of, require_sound
from ganstudio.workflows.own_presets import OwnPresets, PresetError


@dataclass(frozen=True)
class Chosen:
    recipe: Recipe
    budget: Budget
    reason: str = ""
    """Why, where auto chose."""


def is_auto(args: argparse.Namespace) -> bool:
    return args.recipe in {None, Auto.name}


def recipe_from(args: argparse.Namespace) -> Chosen:
    """The recipe that --recipe, --preset, --set, --resolution and --batch describe, without errors in it."""
    try:
        kind = by_name(args.recipe)
        recipe = OwnPresets().recipe(kind, args.preset or "").with_values(asked_values(args, kind))
        require_sound(recipe)
    except (SettingError, PresetError) as error:
        raise RefusedError(str(error)) from None
    return Chosen(recipe, Budget(**given(args, Budget)))  # type: ignore[arg-type]


def chosen_by_auto(args: argparse.Namespace, preparation: Preparation, cancelled: Callable[[], bool]) -> Chosen:
    """What auto makes of the images and the computer. What the options say wins, and the person is told why."""
    from ganstudio.core.device import choose
    from ganstudio.core.images.check_report import Cancelled, ImagesError

    if args.preset:
        raise RefusedError("--preset needs a --recipe that has it; auto picks its own settings.")
    device = args.device or "auto"
    try:
        facts = facts_of(args.sources, preparation, cancelled=cancelled)
        fixed = asked_values(args, recipe_for(facts, choose(device).device.type))
        with progress("Looking at the images and the computer", quiet=args.json) as bar:
            choice = decide(
                args.sources,
                preparation,
                device=device,
                minutes=args.minutes or 0.0,
                fixed=fixed,
                on_prepare=lambda done, total: bar.to(done, f"{done:,} of {total:,}"),
                cancelled=cancelled,
            )
    except Cancelled:
        raise KeyboardInterrupt from None
    except (ImagesError, SettingError) as error:
        raise RefusedError(str(error)) from None
    if not args.json:
        note(f"auto: {choice.sentence}")
    asked = given(args, Budget)
    return Chosen(choice.made, Budget(**asked) if asked else choice.budget, choice.sentence)  # type: ignore[arg-type]


def asked_values(args: argparse.Namespace, kind: type[Recipe]) -> dict[str, Value]:
    """The recipe's settings that the person gave, by --set or by an option of their own.

    Raises:
        SettingError: there is no such setting, or it does not take this value.
        RefusedError: it cannot do this --resolution.
    """
    if args.resolution and (sentence := kind.resolution_problem(args.resolution)):
        raise RefusedError(f"--resolution: {sentence}")
    values = parse_pairs(kind, args.set, what=kind.title)
    return values | {name: value for name in ("resolution", "batch") if (value := getattr(args, name)) is not None}
