"""The command that walks from seed to seed: interpolate."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.cli.opened import add_generator_options, open_studio
from ganstudio.cli.parsing import Commands, number, whole
from ganstudio.cli.targets import make_folder, require_ending, require_free, writing
from ganstudio.cli.terminal import RefusedError, count, plain, progress, say
from ganstudio.export.kinds import ANIMATIONS, require_video
from ganstudio.workflows.export_pictures import LAST_SEED, PIECE, Studio

if TYPE_CHECKING:
    from ganstudio.core.pixels import Pixels


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
    kind = require_ending(args.out, ANIMATIONS)
    require_free(args.out, args.overwrite)
    frames = args.frames or (max(9, len(args.seeds)) if kind == "png" else max(60, len(args.seeds)))
    if frames < len(args.seeds):
        raise RefusedError(f"--frames {frames} is fewer than the {len(args.seeds)} seeds; take at least as many.")
    with writing(args.out):
        if kind == "mp4":
            require_video()
        from ganstudio.export.animation import write_animation

        studio = open_studio(args)
        pictures = _walk(studio, args, frames)
        recipe = studio.recipe(seeds=args.seeds, frames=frames, mode=args.mode, loop=args.loop, **studio.label_of(0))
        make_folder(args.out.parent)
        write_animation(pictures, args.out, fps=args.fps, recipe=recipe, overwrite=args.overwrite)
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
