"""The commands that take pictures away: generate, interpolate."""

import argparse
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.cli.parsing import Commands, number, whole
from ganstudio.cli.terminal import FailedError, RefusedError, count, note, plain, progress, say
from ganstudio.core.files import disk_sentence
from ganstudio.core.run import Run, RunError
from ganstudio.core.settings import SettingError

if TYPE_CHECKING:
    from ganstudio.core.generator import TrainedGenerator
    from ganstudio.core.pixels import Pixels

LAST_SEED = 2**32 - 1
CHECKPOINT_HELP = "best, latest, or one by its name (default: the best if scores have marked one, else the latest)"
FORMATS = ("png", "jpg", "webp")
PIECE = 32
"""Images that are rendered before they are handed to the threads that encode them."""


def add_generate(commands: Commands) -> None:
    parser = commands.add_parser("generate", help="new images from a trained generator")
    add_generator_options(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder they go to")
    parser.add_argument("--count", type=whole("--count", 1, 10**6), default=16, metavar="N", help="how many (16)")
    parser.add_argument(
        "--seed", type=whole("--seed", 0, LAST_SEED), default=0, metavar="S", help="image i uses seed S + i (0)"
    )
    parser.add_argument("--format", choices=FORMATS, default="png", help="png (default) and webp keep every pixel")
    parser.add_argument("--sheet", action="store_true", help="one contact sheet as well")
    there = parser.add_mutually_exclusive_group()
    there.add_argument("--overwrite", action="store_true", help="replace files of the same names")
    there.add_argument("--continue", dest="missing", action="store_true", help="write only those that are not there")
    parser.set_defaults(command=generate)


def add_generator_options(parser: argparse.ArgumentParser) -> None:
    """What every command that renders images takes."""
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a training run")
    parser.add_argument("--checkpoint", metavar="NAME", help=CHECKPOINT_HELP)
    parser.add_argument(
        "--label", metavar="NAME", help="a class, if it learned some (else all in turn; in a walk the first)"
    )
    parser.add_argument(
        "--truncation",
        type=number("--truncation", 0.0, 2.0),
        default=1.0,
        metavar="PSI",
        help="below 1: more typical, less varied images (default 1)",
    )
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument(
        "--no-recipe",
        action="store_true",
        help="leave out what makes the image again; the mark that a model made it stays",
    )


def generate(args: argparse.Namespace) -> int:
    last = args.seed + args.count - 1
    if last > LAST_SEED:
        raise RefusedError(f"--seed {args.seed} with --count {args.count} goes beyond the last seed, {LAST_SEED}.")
    targets = {seed: args.out / f"seed-{seed:06d}.{args.format}" for seed in range(args.seed, last + 1)}
    sheet = args.out / f"sheet-{args.seed:06d}-{last:06d}.{args.format}" if args.sheet else None
    there = [path for path in [*targets.values(), *([sheet] if sheet else [])] if path.exists()]
    if there and not (args.overwrite or args.missing):
        ways = "choose another --out or --seed, or say --overwrite or --continue."
        raise RefusedError(f"{plain(there[0])} exists already; {ways}")
    studio = open_studio(args)
    wanted = [seed for seed, path in targets.items() if not (args.missing and path.exists())]
    _make_folder(args.out)
    pictures = _write_each(studio, wanted, targets, args)
    if sheet and not (args.missing and sheet.exists()):
        _write_sheet(studio, list(targets), pictures, sheet, args)
    say(f"{count(len(wanted), 'image')} in {plain(args.out)}" + (f", sheet in {plain(sheet.name)}" if sheet else ""))
    return 0


@dataclass(frozen=True)
class Studio:
    """A trained generator with the choices that every picture of a command shares."""

    generator: "TrainedGenerator"
    run: str
    label: str
    psi: float
    with_recipe: bool

    def draw(self, seeds: list[int]) -> "Pixels":
        """The pictures of these seeds, of the chosen class or of each in turn: uint8 (N, H, W, C)."""
        labels = self.generator.labels(seeds, self.label)
        return self.generator.images(self.generator.latents(seeds), labels, self.psi)

    def walk(self, latents: Any) -> "Pixels":
        """The pictures of latents (N, D), all of the chosen class or of the first: uint8 (N, H, W, C)."""
        labels = self.generator.labels([0] * len(latents), self.label)
        return self.generator.images(latents, labels, self.psi)

    def label_of(self, seed: int) -> dict[str, str]:
        """Which class that seed's picture shows; empty where there are none."""
        labels = self.generator.labels([seed], self.label)
        return {} if labels is None else {"label": self.generator.classes[int(labels)]}

    def recipe(self, **facts: Any) -> dict[str, Any] | None:
        """What makes a picture again, or None if the person wants it left out."""
        if not self.with_recipe:
            return None
        known: dict[str, Any] = {"run": self.run, "step": self.generator.step, "psi": self.psi}
        return known | facts


def open_studio(args: argparse.Namespace) -> Studio:
    """The generator of a run, or a refusal that says what is wrong with the run, the device or the label."""
    run = open_run(args.run)
    generator = open_generator_of(run, args.checkpoint, args.device)
    _require_label(args, generator)
    return Studio(generator, run.name, args.label or "", args.truncation, not args.no_recipe)


def open_run(folder: Path) -> Run:
    try:
        return Run.open(folder)
    except RunError as error:
        raise RefusedError(str(error)) from None


def open_generator_of(run: Run, checkpoint: str | None, device: str) -> "TrainedGenerator":
    """The trained generator of a run: the one that is named, else the best, else the latest."""
    from ganstudio.core.checkpoint import best_in
    from ganstudio.workflows.open_run import open_generator

    require_device(device)
    try:
        usual = "best" if best_in(run.checkpoints) else "latest"
        return open_generator(run, checkpoint=checkpoint or usual, device=device)
    except (RunError, SettingError) as error:
        raise RefusedError(str(error)) from None


def require_device(name: str) -> None:
    """Refuse a device that is not there."""
    from ganstudio.core.device import choose

    try:
        choose(name)
    except (ValueError, RuntimeError) as error:
        raise RefusedError(f"--device: {error}") from None


def _require_label(args: argparse.Namespace, generator: "TrainedGenerator") -> None:
    if args.label and args.label not in generator.classes:
        if not generator.classes:
            raise RefusedError(f"--label {args.label}: {plain(args.run)} learned without classes; leave --label out.")
        names = ", ".join(plain(class_name) for class_name in generator.classes)
        raise RefusedError(f"--label {args.label} is not a class of {plain(args.run)}; it has {names}.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(f"--out {plain(folder)} cannot be made: {error.strerror}; choose another folder.") from None


def _write_each(
    studio: Studio, seeds: list[int], targets: dict[int, Path], args: argparse.Namespace
) -> dict[int, "Pixels"]:
    """Render and write one picture per seed; threads encode while the next ones are rendered.

    Returns:
        The pictures by seed, kept only when a sheet needs them.
    """
    from ganstudio.export.image_file import write_image

    kept: dict[int, Any] = {}
    jobs: list[Future[Path]] = []
    done = 0
    try:
        with ThreadPoolExecutor() as pool, progress("Rendering", len(seeds)) as bar:
            for piece in pieces(seeds, PIECE):
                for seed, picture in zip(piece, studio.draw(piece), strict=True):
                    recipe = studio.recipe(seed=seed, **studio.label_of(seed))
                    known = {"recipe": recipe, "overwrite": args.overwrite}
                    jobs.append(pool.submit(write_image, picture, targets[seed], args.format, **known))
                    if args.sheet:
                        kept[seed] = picture
                done += _finished(jobs, leave=2 * PIECE)
                bar.to(done, f"{done:,} of {len(seeds):,}")
            done += _finished(jobs, leave=0)
    except OSError as error:
        raise FailedError(f"{disk_sentence(error, 'writing images', args.out)} {_so_far(done, seeds)}") from None
    except KeyboardInterrupt:
        note(_so_far(done, seeds))
        raise
    return kept


def pieces(seeds: list[int], size: int) -> Iterator[list[int]]:
    for start in range(0, len(seeds), size):
        yield seeds[start : start + size]


def _finished(jobs: "list[Future[Path]]", *, leave: int) -> int:
    """Wait for the oldest jobs until `leave` are left; how many that were. An error of theirs is raised here."""
    number = max(0, len(jobs) - leave)
    for job in jobs[:number]:
        job.result()
    del jobs[:number]
    return number


def _so_far(done: int, seeds: list[int]) -> str:
    return f"{done:,} of {len(seeds):,} images are whole; the same command with --continue writes the rest."


def _write_sheet(
    studio: Studio, seeds: list[int], pictures: dict[int, "Pixels"], path: Path, args: argparse.Namespace
) -> None:
    """A sheet of all pictures; those that --continue found on the disk are rendered again."""
    import numpy as np

    from ganstudio.export.image_file import write_image
    from ganstudio.export.sheet import contact_sheet

    absent = [seed for seed in seeds if seed not in pictures]
    for piece in pieces(absent, PIECE):
        pictures |= dict(zip(piece, studio.draw(piece), strict=True))
    recipe = studio.recipe(seeds=[seeds[0], seeds[-1]], **(studio.label_of(0) if studio.label else {}))
    try:
        whole_sheet = contact_sheet(np.stack([pictures[seed] for seed in seeds]))
        write_image(whole_sheet, path, args.format, recipe=recipe, overwrite=args.overwrite)
    except OSError as error:
        raise FailedError(disk_sentence(error, "writing the sheet", path)) from None


# Walks --------------------------------------------------------------------------------------------------------------


def add_interpolate(commands: Commands) -> None:
    parser = commands.add_parser("interpolate", help="a walk from seed to seed, as a strip or an animation")
    add_generator_options(parser)
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=".png (a strip), .gif, .webp (every pixel kept) or .mp4"
    )
    parser.add_argument("--seeds", type=_seeds, required=True, metavar="A,B[,C...]", help="where the walk passes")
    parser.add_argument(
        "--frames", type=whole("--frames", 2, 10_000), metavar="N", help="pictures on the way (60; a strip has 9)"
    )
    parser.add_argument("--mode", choices=("slerp", "lerp"), default="slerp", help="great circle (default) or line")
    parser.add_argument("--loop", action="store_true", help="return to the first seed, so that it repeats smoothly")
    parser.add_argument("--fps", type=number("--fps", 1, 100), default=30.0, metavar="N", help="frames per second (30)")
    parser.add_argument("--overwrite", action="store_true", help="replace a file of the same name")
    parser.set_defaults(command=interpolate)


def _seeds(text: str) -> list[int]:
    read = whole("--seeds", 0, LAST_SEED)
    seeds = [read(part) for part in text.split(",")]
    if len(seeds) < 2:
        raise argparse.ArgumentTypeError("--seeds takes at least two, such as 1,2")
    return seeds


def interpolate(args: argparse.Namespace) -> int:
    from ganstudio.export.animation import KINDS, MissingExtraError, require_video, write_animation

    kind = args.out.suffix.lower().lstrip(".")
    if kind not in KINDS:
        raise RefusedError(f"--out {plain(args.out)}: the name must end in {', '.join('.' + one for one in KINDS)}.")
    if args.out.exists() and not args.overwrite:
        raise RefusedError(f"{plain(args.out)} exists already; choose another --out, or say --overwrite.")
    frames = args.frames or (max(9, len(args.seeds)) if kind == "png" else max(60, len(args.seeds)))
    if frames < len(args.seeds):
        raise RefusedError(f"--frames {frames} is fewer than the {len(args.seeds)} seeds; take at least as many.")
    try:
        if kind == "mp4":
            require_video()
        studio = open_studio(args)
        pictures = _walk(studio, args, frames)
        recipe = studio.recipe(seeds=args.seeds, frames=frames, mode=args.mode, loop=args.loop, **studio.label_of(0))
        _make_folder(args.out.parent)
        write_animation(pictures, args.out, fps=args.fps, recipe=recipe, overwrite=args.overwrite)
    except MissingExtraError as error:
        raise RefusedError(str(error)) from None
    except OSError as error:
        raise FailedError(disk_sentence(error, "writing", args.out)) from None
    say(f"{count(frames, 'frame')} in {plain(args.out)}")
    return 0


def _walk(studio: Studio, args: argparse.Namespace, frames: int) -> "Pixels":
    """The pictures along the walk, (frames, H, W, C) uint8."""
    import numpy as np
    import torch

    from ganstudio.latent.walk import walk

    points = studio.generator.latents(args.seeds).cpu().numpy()
    way = torch.from_numpy(walk(points, frames, mode=args.mode, loop=args.loop, center=studio.generator.center))
    pictures = []
    with progress("Rendering", frames) as bar:
        for start in range(0, frames, PIECE):
            pictures.append(studio.walk(way[start : start + PIECE]))
            done = min(start + PIECE, frames)
            bar.to(done, f"{done:,} of {frames:,}")
    return np.concatenate(pictures)
