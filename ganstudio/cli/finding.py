"""The commands that look for a picture: in what a generator can draw, and in what it has learned from."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.cli.images import prepare_images
from ganstudio.cli.opened import CHECKPOINT_HELP, open_generator_of, open_run
from ganstudio.cli.parsing import Commands, whole
from ganstudio.cli.terminal import FailedError, RefusedError, plain, progress, say, say_json
from ganstudio.core.files import disk_sentence
from ganstudio.core.run import Run

if TYPE_CHECKING:
    from ganstudio.core.generator import TrainedGenerator
    from ganstudio.core.pixels import Pixels
    from ganstudio.latent.projection import ProjectionResult
    from ganstudio.scores.features import Extractor

FEATURES_HELP = "weights of a network to compare by as well (see `ganstudio evaluate --help`)"


def add_project(commands: Commands) -> None:
    parser = commands.add_parser("project", help="find the picture of a generator that is nearest to a photograph")
    _add_common(parser, "the photograph")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write what was found: .png, .jpg or .webp")
    parser.add_argument("--checkpoint", metavar="NAME", help=CHECKPOINT_HELP)
    parser.add_argument("--label", metavar="NAME", help="a class, if the run learned with --labels")
    parser.add_argument("--steps", type=whole("--steps", 1, 100_000), default=100, metavar="N", help="how long (100)")
    parser.add_argument("--restarts", type=whole("--restarts", 1, 64), default=4, metavar="N", help="beginnings (4)")
    parser.add_argument("--overwrite", action="store_true", help="replace a file of the same name")
    parser.set_defaults(command=project)


def add_nearest(commands: Commands) -> None:
    parser = commands.add_parser("nearest", help="the training images that are nearest to a picture")
    _add_common(parser, "the picture")
    parser.add_argument("--count", type=whole("--count", 1, 100), default=6, metavar="N", help="how many (6)")
    parser.set_defaults(command=nearest)


def _add_common(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a training run")
    parser.add_argument("picture", type=Path, metavar="PICTURE", help=what)
    parser.add_argument("--features", type=Path, metavar="FILE", help=FEATURES_HELP)
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument("--json", action="store_true", help="one JSON object per line on stdout")


# Projection -----------------------------------------------------------------------------------------------------------


def project(args: argparse.Namespace) -> int:
    _require_target(args)
    run = open_run(args.run)
    generator = open_generator_of(run, args.checkpoint, args.device)
    label = _label(args, generator)
    photograph = _photograph(args.picture, run, generator.resolution)
    found = _searched(generator, photograph, label, args)
    if args.out:
        _write(found, generator, run, args)
    facts = {"error": found.error, "two_random": found.usual, "by_chance": found.by_chance, "ratio": found.ratio}
    if args.json:
        say_json({"run": run.name, "step": generator.step, **facts, "space": found.space, "latent": found.values})
        return 0
    say(f"Pixels differ by {found.error:.1f} of 255; a random picture by {found.by_chance:.1f}, "
        f"two random ones from each other by {found.usual:.1f}.")  # fmt: skip
    if args.out:
        say(f"Written to {plain(args.out)}.")
    return 0


def _require_target(args: argparse.Namespace) -> None:
    if args.out and args.out.suffix.lower() not in {".png", ".jpg", ".jpeg", ".webp"}:
        raise RefusedError(f"--out {plain(args.out)}: the name must end in .png, .jpg or .webp.")
    if args.out and args.out.exists() and not args.overwrite:
        raise RefusedError(f"{plain(args.out)} exists already; choose another --out, or say --overwrite.")


def _label(args: argparse.Namespace, generator: "TrainedGenerator") -> int:
    if not args.label:
        return 0
    if args.label not in generator.classes:
        known = ", ".join(plain(class_name) for class_name in generator.classes) or "none"
        raise RefusedError(f"--label {args.label} is not a class of {plain(args.run)}; it has {known}.")
    return generator.classes.index(args.label)


def _photograph(path: Path, run: Run, resolution: int) -> "Pixels":
    from ganstudio.core.images.decode import Unusable, prepare_image

    try:
        return prepare_image(path, run.settings.preparation, resolution)
    except Unusable as error:
        raise RefusedError(f"{plain(path)} cannot be used: {error}.") from None


def _searched(
    generator: "TrainedGenerator", photograph: "Pixels", label: int, args: argparse.Namespace
) -> "ProjectionResult":
    from ganstudio.latent.perceptual import PerceptualError, perceptual
    from ganstudio.latent.projection import project as search

    seen = _extractor(args.features, generator.device) if args.features else None
    try:
        features = perceptual(seen.network, seen.size, seen.mean, seen.deviation) if seen else None
    except PerceptualError as error:
        raise RefusedError(f"--features {plain(args.features)}: {error}") from None
    with progress("Looking", 1.0, quiet=args.json, counted=False) as bar:
        return search(
            generator, photograph, label=label, steps=args.steps, restarts=args.restarts, features=features,
            on_progress=lambda done, total, found: bar.to(done / total, f"pixels differ by {found.error:.1f} of 255"),
        )  # fmt: skip


def _extractor(path: Path, device: Any) -> "Extractor":
    from ganstudio.scores.features import FeaturesError, open_extractor

    try:
        return open_extractor(path, device=device)
    except FeaturesError as error:
        raise RefusedError(f"--features: {error}") from None


def _write(found: "ProjectionResult", generator: "TrainedGenerator", run: Run, args: argparse.Namespace) -> None:
    from ganstudio.export.image_file import write_image
    from ganstudio.latent.image_recipe import recipe_for
    from ganstudio.latent.point import Numbers, Point

    classes = ((args.label, 1.0),) if args.label else ()
    recipe = recipe_for(Point(latent=Numbers(found.values, found.space), classes=classes), run.name, generator.step)
    kind = args.out.suffix.lower().lstrip(".").replace("jpeg", "jpg")
    try:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        write_image(found.pixels, args.out, kind, recipe=recipe, overwrite=args.overwrite)
    except OSError as error:
        raise FailedError(disk_sentence(error, "writing", args.out)) from None


# Nearest training images ----------------------------------------------------------------------------------------------


def nearest(args: argparse.Namespace) -> int:
    from ganstudio.latent.nearest import Index

    run = open_run(args.run)
    if len(run.settings.sides) != 1:
        raise RefusedError(f"{plain(args.run)} translates; there are no pictures from noise to compare.")
    resolution = int(run.settings.values["resolution"])
    picture = _photograph(args.picture, run, resolution)
    with progress("Reading", quiet=args.json) as bar:
        images = prepare_images(list(run.settings.sides[0]), run.settings.preparation, resolution, bar)
    with progress("Comparing", len(images.pixels), quiet=args.json) as bar:
        told = _telling(bar, len(images.pixels))
        index = Index(images.pixels, features=_rows(args), on_progress=told)
    found = index.nearest(picture, args.count)
    for one in found:
        name = images.names[one.index]
        if args.json:
            say_json({"name": name, "distance": one.distance, "mirrored": one.mirrored})
        else:
            say(f"{one.distance:8.3f}  {plain(name)}{'  (mirrored)' if one.mirrored else ''}")
    return 0


def _telling(bar: Any, total: int) -> Callable[[int, int], None]:
    return lambda done, _: bar.to(done, f"{done:,} of {total:,}")


def _rows(args: argparse.Namespace) -> Callable[["Pixels"], Any] | None:
    """Features of whole pictures by the network of `--features`; None for pixels."""
    if not args.features:
        return None
    from ganstudio.core.device import choose

    seen = _extractor(args.features, choose(args.device).device)
    return lambda pixels: seen(pixels).values.numpy()
