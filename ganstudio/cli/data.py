"""The commands about images and recipes: sample-set, check, recipes."""

import argparse
import dataclasses
import re
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.cli.parsing import Commands, add_settings, given, naming_the_option, whole
from ganstudio.cli.pictures import require_device
from ganstudio.cli.terminal import Bar, FailedError, RefusedError, count, note, plain, progress, say, say_json
from ganstudio.core.files import disk_sentence
from ganstudio.core.run import Preparation
from ganstudio.core.settings import SettingError, from_mapping, settings_of

if TYPE_CHECKING:
    from ganstudio.core.images.cache import CheckReport, LeftOut, Prepared

KINDS = ("blossoms", "sketches")


def add_sample_set(commands: Commands) -> None:
    parser = commands.add_parser("sample-set", help="write the built-in sample images")
    parser.add_argument("folder", metavar="DIR", type=Path, help="where to; new, or without images of these names")
    parser.add_argument(
        "--count", type=whole("--count", 1, 10**6), default=2000, metavar="N", help="how many (default 2000)"
    )
    parser.add_argument(
        "--size", type=whole("--size", 8, 2048), default=64, metavar="S", help="width and height in px (default 64)"
    )
    parser.add_argument("--kind", choices=KINDS, default="blossoms", help="colour flowers, or line drawings of some")
    parser.add_argument("--seed", type=whole("--seed", 0, 2**32 - 1), default=0, metavar="N", help="other flowers")
    parser.set_defaults(command=sample_set)


def sample_set(args: argparse.Namespace) -> int:
    if args.folder.exists() and not args.folder.is_dir():
        raise RefusedError(f"{plain(args.folder)} is a file; choose a folder for the images.")
    draw_samples(args.folder, args.count, args.size, args.kind, args.seed)
    say(f"{count(args.count, 'image')} of {args.size} x {args.size} px in {plain(args.folder)}")
    return 0


def draw_samples(folder: Path, number: int, size: int, kind: str, seed: int = 0) -> None:
    """Draw the sample set, with a bar."""
    from ganstudio.samples.blossoms import write_sample_set

    try:
        with progress("Drawing", number) as bar:
            write_sample_set(folder, number, size, kind, seed, on_progress=_reporting(bar))
    except OSError as error:
        raise FailedError(disk_sentence(error, "drawing", folder)) from None


def add_check(commands: Commands) -> None:
    parser = commands.add_parser("check", help="what is in these folders, and what is wrong with it")
    parser.add_argument("sources", nargs="+", metavar="FOLDER", help="folders, image files or .zip archives")
    parser.add_argument(
        "--resolution", type=whole("--resolution", 8, 1024), default=64, metavar="N", help="as for training (64 px)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout, every file named")
    add_settings(parser, Preparation, "how images are prepared")
    parser.set_defaults(command=check)


def check(args: argparse.Namespace) -> int:
    preparation = preparation_from(args)
    require_sources(args.sources)
    with progress("Reading", quiet=args.json) as bar:
        prepared = prepare_images(args.sources, preparation, args.resolution, bar)
    if args.json:
        say_json({"sources": [plain(source) for source in args.sources]} | as_fields(prepared))
    else:
        for line in describe(prepared, every=True):
            say(line)
    return 0


def add_recipes(commands: Commands) -> None:
    parser = commands.add_parser("recipes", help="every kind of GAN, with its settings")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these")
    parser.add_argument("--speed", action="store_true", help="how fast each trains here, a few seconds of each")
    parser.add_argument("--device", default="auto", metavar="NAME", help="where to measure: auto, cpu, cuda, mps")
    parser.add_argument("--json", action="store_true", help="a JSON object for each, one per line")
    parser.set_defaults(command=recipes)


def recipes(args: argparse.Namespace) -> int:
    from ganstudio.models import RECIPES, by_name
    from ganstudio.models.auto import Auto

    try:
        chosen = tuple(map(by_name, args.names)) or (Auto, *RECIPES)
    except SettingError as error:
        raise RefusedError(str(error)) from None
    if args.speed:
        require_device(args.device)
        return _measure(chosen, args.device, as_json=args.json)
    for recipe in chosen:
        if args.json:
            say_json(_recipe_fields(recipe))
        else:
            _print_recipe(recipe)
    return 0


def _measure(chosen: Sequence[Any], device: str, *, as_json: bool) -> int:
    """Images a second of each recipe that turns noise into images, with its default settings."""
    from ganstudio.models.auto import Auto
    from ganstudio.workflows.measure_speed import default_speed

    for recipe in chosen:
        if recipe.sides != 1 or recipe is Auto:
            continue  # translation is measured on its own images; auto is what it chooses
        speed = round(default_speed(recipe, device), 2)
        if as_json:
            say_json({"name": recipe.name, "resolution": recipe().resolution, "images_per_second": speed})
        else:
            say(f"{recipe.name} at {recipe().resolution} px: {speed:.3g} images a second")
    return 0


def _recipe_fields(recipe: Any) -> dict[str, Any]:
    fields = {
        name: getattr(recipe, name)
        for name in ("name", "title", "summary", "when", "paper", "note", "resolutions", "sides")
    }
    presets = {name: {"title": one.title, "note": one.note, "values": dict(one.values)}
               for name, one in recipe.presets.items()}  # fmt: skip
    settings = [dataclasses.asdict(field) | {"type": field.type.__name__} for field in settings_of(recipe)]
    return fields | {"presets": presets, "settings": settings}


def _print_recipe(recipe: Any) -> None:
    say(f"{recipe.name}: {recipe.title}" + (f" ({recipe.note})" if recipe.note else ""))
    for text in (recipe.summary, f"When: {recipe.when}", f"Paper: {recipe.paper}" if recipe.paper else ""):
        if text:
            say(_indented(text, 2))
    say(_indented(f"Sizes: {', '.join(map(str, recipe.resolutions))} px", 2))
    for name, preset in recipe.presets.items():
        say(_indented(f"--preset {name}: {preset.note}", 2))
    for field in settings_of(recipe):
        allowed = ", ".join(map(str, field.choices)) or field.range_text()
        say(_indented(f"{field.name} = {field.default}" + (f"  ({allowed})" if allowed else ""), 4))
        say(_indented(field.help, 8))
    say()


def _indented(text: str, by: int) -> str:
    return textwrap.fill(text, 110, initial_indent=" " * by, subsequent_indent=" " * (by + 2))


# What train shares with check -------------------------------------------------------------------------------------


def preparation_from(args: argparse.Namespace) -> Preparation:
    """The preparation that the options describe."""
    try:
        return from_mapping(Preparation, given(args, Preparation))
    except SettingError as error:
        raise RefusedError(naming_the_option(error)) from None


def require_sources(sources: list[str]) -> None:
    """Refuse what is not there before any work is done."""
    for source in sources:
        if "\0" in source or not Path(source).exists():
            raise RefusedError(
                f"{plain(source)} does not exist; give a folder of images, image files or a .zip archive."
            )


def prepare_images(
    sources: Sequence[str],
    preparation: Preparation,
    resolution: int,
    bar: Bar,
    cancelled: Callable[[], bool] | None = None,
) -> "Prepared":
    """The prepared images, decoded now or read from the cache; a sentence when there is nothing usable."""
    from ganstudio.core.images.cache import ImagesError, prepare

    try:
        return prepare(sources, preparation, resolution, on_progress=_reporting(bar), cancelled=cancelled)
    except ImagesError as error:
        raise RefusedError(str(error)) from None


def _reporting(bar: Bar) -> Callable[[int, int], None]:
    def report(done: int, total: int) -> None:
        bar.to(done, f"{done:,} of {total:,}")

    return report


def as_fields(prepared: "Prepared") -> dict[str, Any]:
    """The report of a preparation for JSON, with the number of images in each class."""
    return {**prepared.report.to_json(), "classes": class_sizes(prepared)}


def class_sizes(prepared: "Prepared") -> dict[str, int]:
    return {name: int((prepared.labels == index).sum()) for index, name in enumerate(prepared.classes)}


def describe(prepared: "Prepared", *, every: bool) -> list[str]:
    """What was found, in lines for a person; `every` names each file that was left out, with its reason."""
    report = prepared.report
    lines = [f"{count(report.used, 'image')} used, {report.total - report.used:,} left out of {report.total:,}"]
    smallest, median, largest = (f"{size.width} x {size.height}" for size in report.sizes)
    grey = f"; {report.grey:,} grey" if report.grey else ""
    lines.append(f"originals: smallest {smallest}, median {median}, largest {largest} px{grey}")
    for name, size in class_sizes(prepared).items():
        lines.append(f"class {plain(name)}: {count(size, 'image')}")
    return lines + left_out_lines(report, every) + [plain(one) for one in report.advice]


def left_out_lines(report: "CheckReport", every: bool) -> list[str]:
    """The files left out, those of one kind of reason together, the most frequent first."""
    kinds: dict[str, list[LeftOut]] = {}
    for left in report.left_out:
        kinds.setdefault(re.split(": | of ", left.reason)[0], []).append(left)
    lines = []
    for kind, those in sorted(kinds.items(), key=lambda pair: -len(pair[1])):
        names = ", ".join(plain(one.name) for one in those[:3]) + (", ..." if len(those) > 3 else "")
        lines.append(f"left out, {plain(kind)}: {len(those):,}" + ("" if every else f" ({names})"))
        if every:
            lines += [f"    {plain(one.name)}: {plain(one.reason)}" for one in those]
    return lines


def warn(sentences: list[str]) -> None:
    for sentence in sentences:
        note(f"Note: {sentence}")
