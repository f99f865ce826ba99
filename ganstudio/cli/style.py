"""The command that draws one picture in the style of others."""

import argparse
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.cli.opened import open_run, require_device
from ganstudio.cli.parsing import Commands, add_settings, given, number
from ganstudio.cli.signals import stopping
from ganstudio.cli.targets import require_ending, require_free, writing
from ganstudio.cli.terminal import FailedError, RefusedError, note, plain, progress, say, say_json
from ganstudio.core.settings import from_mapping
from ganstudio.models.style.style_settings import StyleSettings

if TYPE_CHECKING:
    from ganstudio.workflows.stylise import StyledPicture, StylePicture, StyleWish

ENDINGS = ("png", "jpg", "jpeg", "webp")


def add_style(commands: Commands) -> None:
    parser = commands.add_parser("style", help="draw one picture in the style of others")
    parser.add_argument("content", type=Path, metavar="CONTENT", help="the picture that is drawn anew")
    parser.add_argument(
        "--style", type=Path, nargs="+", default=[], metavar="PICTURE", help="one to three pictures to take after"
    )
    parser.add_argument(
        "--fast", type=Path, metavar="RUN",
        help="draw in one pass by a run of faststyle (then without --style) or adain (strength 1 unless it is given)",
    )  # fmt: skip
    parser.add_argument(
        "--weight", type=number("--weight", 0, 1000), nargs="+", metavar="W", help="how much of each style (all alike)"
    )
    parser.add_argument(
        "--mask", nargs="+", metavar="PICTURE", help="for each style a picture that is light where it goes; - for none"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="what to write: .png, .jpg or .webp")
    parser.add_argument(
        "--features",
        type=Path,
        metavar="FILE",
        help="weights of SqueezeNet 1.1 or VGG, kept for the next time",
    )
    parser.add_argument("--download", action="store_true", help="fetch those weights (5 MB) if none are here yet")
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument("--overwrite", action="store_true", help="replace a file of the same name")
    parser.add_argument("--no-recipe", action="store_true", help="leave out how the picture was made")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")
    add_settings(parser, StyleSettings, "how it is drawn")
    parser.set_defaults(command=style)


def style(args: argparse.Namespace) -> int:
    require_ending(args.out, ENDINGS)
    require_free(args.out, args.overwrite)
    require_device(args.device)
    if not args.style and not args.fast:
        raise RefusedError("Whose style? Give --style PICTURE, or --fast RUN with a run that has learned one.")
    for path in [args.content, *args.style]:
        if not path.is_file():
            raise RefusedError(f"{plain(path)} is not there; name a picture.")
    wish = _wish(args)
    picture = _drawn(args, wish)
    with writing(args.out):
        from ganstudio.workflows.stylise import write_styled

        written = write_styled(picture, args.out, recipe=not args.no_recipe, overwrite=args.overwrite)
    error = None if math.isnan(picture.style_error) else picture.style_error
    facts = {"file": str(written), "step": picture.step, "steps": picture.steps, "style_error": error}
    if args.json:
        say_json(facts)
    else:
        say(f"{plain(written)}: {_how(picture)}")
    return 0


def _how(picture: "StyledPicture") -> str:
    if math.isnan(picture.style_error):
        return "drawn in one pass"
    return f"step {picture.step} of {picture.steps}, {picture.style_error:.0%} of the distance to the style left"


def style_pictures(args: argparse.Namespace, masks: Sequence[str] = ()) -> "tuple[StylePicture, ...]":
    """Those of --style with what --weight says of each; `masks`: a picture for each, or '-' for none."""
    from ganstudio.workflows.stylise import StylePicture

    count = len(args.style)
    weights, masks = args.weight or [1.0] * count, masks or ["-"] * count
    for option, values in (("--weight", weights), ("--mask", masks)):
        if len(values) != count:
            raise RefusedError(f"{option} has {len(values)} values for {count} styles; give one for each.")
    placed = [None if mask == "-" else Path(mask) for mask in masks]
    return tuple(StylePicture(*each) for each in zip(args.style, weights, placed, strict=True))


def _wish(args: argparse.Namespace) -> "StyleWish":
    from ganstudio.workflows.stylise import StyleWish

    values = ({"strength": 1.0} if args.fast else {}) | given(args, StyleSettings)
    styles = style_pictures(args, args.mask or ())
    return StyleWish(args.content, styles, from_mapping(StyleSettings, values), device=args.device)


def _drawn(args: argparse.Namespace, wish: "StyleWish") -> "StyledPicture":
    """The picture; the first Ctrl+C ends with what there is."""
    from ganstudio.core.run import RunError
    from ganstudio.scores.weights import FeaturesError
    from ganstudio.workflows.fast_style import drawn_by
    from ganstudio.workflows.progress import TaskProgress
    from ganstudio.workflows.stylise import StyliseError, stylise
    from ganstudio.workflows.unfinished import UnfinishedError

    try:
        if args.fast:
            return drawn_by(wish, open_run(args.fast).folder, TaskProgress(lambda done, total: None))
        _require_features(args)
        with progress("Drawing", 1.0, quiet=args.json, counted=False) as bar:
            report = TaskProgress(lambda done, total: bar.to(done / total))
            with stopping(report.cancel):
                return stylise(wish, report)
    except (StyliseError, FeaturesError, RunError) as error:
        raise RefusedError(plain(error)) from None
    except UnfinishedError as error:
        raise FailedError(str(error)) from None


def _require_features(args: argparse.Namespace) -> None:
    """Have the weights where they are found: the file that was given, or what may be fetched."""
    from ganstudio.scores.fetch import SQUEEZENET, fetch
    from ganstudio.scores.perceptual_file import keep
    from ganstudio.scores.perceptual_place import perceptual_file

    if args.features:
        keep(args.features)
    elif args.download and perceptual_file() is None:
        with progress(f"Fetching {SQUEEZENET.name}", quiet=args.json) as bar:
            fetch(SQUEEZENET, SQUEEZENET.place, on_progress=lambda done, total: bar.to(done))
        note(f"fetched to {SQUEEZENET.place}")
