"""What a run with transparency has learned of sprites: its sheet over two grounds, its alpha, and its edges.

    python -m tests.benchmarks.sprites RUN OUT [--count 512]

Writes OUT.png (samples above, training pictures below, each over a light and a dark ground) and OUT.md. A fringe would
be edge pixels whose colour is that of a ground that is not there: the distance between an edge pixel's colour and that
of its neighbours further in, and how much darker it is, are compared with the training pictures' own, and with training
pictures whose edges were mixed half with black or with white, which is what a fringe looks like to this measure.
"""

import argparse
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ganstudio.core.images.cache import prepare
from ganstudio.core.pixels import Pixels, as_image, grid_of, without_alpha
from ganstudio.core.run import Run
from ganstudio.workflows.open_run import open_generator

LUMA = np.array([0.299, 0.587, 0.114])
BINS = (0, 1, 16, 64, 128, 192, 240, 255, 256)
GROUNDS = (255, 32)
SHOWN = 32


def edges_of(pixels: Pixels) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """(N, H, W): what is seen next to what is not, and what is seen further in."""
    seen = np.pad(pixels[..., 3] >= 128, ((0, 0), (1, 1), (1, 1)))
    core = seen[:, 1:-1, 1:-1]
    around = [seen[:, :-2, 1:-1], seen[:, 2:, 1:-1], seen[:, 1:-1, :-2], seen[:, 1:-1, 2:]]
    surrounded = np.logical_and.reduce(around)
    return core & ~surrounded, core & surrounded


def fringe(pixels: Pixels) -> tuple[float, float]:
    """Mean distance (0 to 441) of an edge pixel's colour from its neighbours' further in, and how much darker it is."""
    edge, inside = edges_of(pixels)
    colours, weight = pixels[..., :3].astype(float) * inside[..., None], inside.astype(float)
    total, count = np.zeros_like(colours), np.zeros_like(weight)
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            total += np.roll(colours, (down, right), (1, 2))
            count += np.roll(weight, (down, right), (1, 2))
    counted = edge & (count > 0)
    difference = total[counted] / count[counted][:, None] - pixels[..., :3][counted]
    return float(np.linalg.norm(difference, axis=1).mean()), float((difference @ LUMA).mean())


def fringed(pixels: Pixels, ground: int) -> Pixels:
    """With their edges mixed half with a grey."""
    spoilt, (edge, _) = pixels.copy(), edges_of(pixels)
    spoilt[..., :3][edge] = spoilt[..., :3][edge] // 2 + ground // 2
    return spoilt


def alpha_shares(pixels: Pixels) -> list[float]:
    counts, _ = np.histogram(pixels[..., 3], BINS)
    return [float(count) / pixels[..., 3].size for count in counts]


def sheet(drawn: Pixels, real: Pixels) -> Pixels:
    rows = [
        np.concatenate([without_alpha(grid_of(some[:SHOWN], 8), ground) for ground in GROUNDS], 1)
        for some in (drawn, real)
    ]
    return np.repeat(np.repeat(np.concatenate(rows), 2, 0), 2, 1)


def page(drawn: Pixels, real: Pixels) -> str:
    names = [f"{low}" if high == low + 1 else f"{low}-{high - 1}" for low, high in pairwise(BINS)]
    lines = ["| alpha | samples | training pictures |", "|---|---|---|"]
    for name, ours, theirs in zip(names, alpha_shares(drawn), alpha_shares(real), strict=True):
        lines.append(f"| {name} | {100 * ours:.1f} % | {100 * theirs:.1f} % |")
    lines += ["", "| edge against inside | colour distance | darker by |", "|---|---|---|"]
    for name, pixels in (
        ("samples", drawn), ("training pictures", real),
        ("those with a dark fringe", fringed(real, 0)), ("those with a light fringe", fringed(real, 255)),
    ):  # fmt: skip
        distance, darker = fringe(pixels)
        lines.append(f"| {name} | {distance:.1f} | {darker:.1f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=512)
    args = parser.parse_args()
    run = Run.open(args.run)
    generator = open_generator(run, device="cpu")
    drawn = generator.images(generator.latents(range(args.count)))
    prepared = prepare(run.settings.sides[0], run.settings.preparation, run.settings.resolution)
    chosen = np.random.default_rng(0).permutation(len(prepared.pixels))[: args.count]
    real = np.asarray(prepared.pixels[np.sort(chosen)])
    as_image(sheet(drawn, np.asarray(prepared.pixels[chosen]))).save(args.out.with_suffix(".png"))
    args.out.with_suffix(".md").write_text(page(drawn, real))
    print(page(drawn, real))


if __name__ == "__main__":
    main()
