"""The command that draws new pictures by their seeds: generate."""

import argparse
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.cli.opened import add_generator_options, open_studio
from ganstudio.cli.parsing import Commands, whole
from ganstudio.cli.targets import make_folder, writing
from ganstudio.cli.terminal import FailedError, RefusedError, count, note, plain, progress, say
from ganstudio.core.files import disk_sentence
from ganstudio.workflows.export_pictures import LAST_SEED, PIECE, Studio, file_name

if TYPE_CHECKING:
    from ganstudio.core.pixels import Pixels

FORMATS = ("png", "jpg", "webp")


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


def generate(args: argparse.Namespace) -> int:
    last = args.seed + args.count - 1
    if last > LAST_SEED:
        raise RefusedError(f"--seed {args.seed} with --count {args.count} goes beyond the last seed, {LAST_SEED}.")
    targets = {seed: args.out / file_name(seed, args.format) for seed in range(args.seed, last + 1)}
    sheet = args.out / f"sheet-{args.seed:06d}-{last:06d}.{args.format}" if args.sheet else None
    there = [path for path in [*targets.values(), *([sheet] if sheet else [])] if path.exists()]
    if there and not (args.overwrite or args.missing):
        ways = "choose another --out or --seed, or say --overwrite or --continue."
        raise RefusedError(f"{plain(there[0])} exists already; {ways}")
    studio = open_studio(args)
    wanted = [seed for seed, path in targets.items() if not (args.missing and path.exists())]
    make_folder(args.out)
    pictures = _write_each(studio, wanted, targets, args)
    if sheet and not (args.missing and sheet.exists()):
        _write_sheet(studio, list(targets), pictures, sheet, args)
    say(f"{count(len(wanted), 'image')} in {plain(args.out)}" + (f", sheet in {plain(sheet.name)}" if sheet else ""))
    return 0


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
            for seed, picture, recipe in studio.pictures(seeds):
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
    pictures |= {seed: picture for seed, picture, _ in studio.pictures(absent)}
    recipe = studio.recipe(seeds=[seeds[0], seeds[-1]], **(studio.label_of(0) if studio.label else {}))
    with writing(path, "writing the sheet"):
        whole_sheet = contact_sheet(np.stack([pictures[seed] for seed in seeds]))
        write_image(whole_sheet, path, args.format, recipe=recipe, overwrite=args.overwrite)
