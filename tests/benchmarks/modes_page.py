"""The page about mode collapse, resources/docs/modes.md, from what `ganstudio bench --suite modes --json` said.

python -m tests.benchmarks.modes_page PLANE.jsonl [STACKED.jsonl ...]
"""

import argparse
import json
from collections.abc import Iterable
from math import sqrt
from pathlib import Path
from typing import Any

from ganstudio.bench import plane_game, stacked_game

DOCS = Path(__file__).parents[2] / "resources" / "docs"
Line = dict[str, Any]

RING, GRID = (f"{plane_game.STEPS[name]:,}" for name in ("ring of 8", "grid of 25"))

INTRODUCTION = f"""# Mode collapse: which cures cure

A generator collapses when it learns a few kinds of images and forgets the rest. On points in the plane this can be
counted: eight Gaussians on a ring, twenty-five on a grid. A sample is good if it lies within three deviations of a
centre; a mode is covered if at least 20 of 2,500 samples are good ones of its own.

    ganstudio bench --suite modes [--json] [--picture modes.png]
    ganstudio bench --suite modes --data FOLDER

Each cure is by itself: all else is as in the plain GAN, which is the non-saturating GAN of 2014 with two hidden layers
of 128 units in each network, batches of 128, Adam with betas 0.5 and 0.999 at 0.002 for the generator and 0.001 for the
discriminator, 16 latent numbers and the averaged generator that every recipe shows. The generator is the faster one on
purpose: it runs to wherever the discriminator does not look yet, and the discriminator after it. All get the same
number of generator updates, {RING} on the ring and {GRID} on the grid; with the WGANs the critic moves five times for
each. Mean and standard deviation over five trainings, made on the CPU. WGAN changes the optimiser too (RMSprop at
0.0005), as it must.

A cure **helps** here if it covers more modes than the plain GAN by more than twice the standard error of the
difference, and **cures** if it covers nine tenths of all modes besides. With five trainings each, smaller differences
may be chance.
"""

FOUND = """## What it says

The plain GAN loses all three games: it covers none of the ring, a sixth of the grid, a sixth of the stacked images. On
points its generator sits on one or two modes until the discriminator has found it, and moves on; the average of such a
generator is the blob in the middle of the picture.

- **Unrolling** and **WGAN-GP** win all three: the whole ring, four fifths of the grid, the most stacked images. They
  cost 12 and 5 times the plain GAN's processor time.
- **Minibatch discrimination** (14 times) comes close where the discriminator has something to compare; **minibatch
  stddev** (2.8 times), **least squares** and **feature matching** (little more than plain) help in the plane, the first
  two on images too.
- **Relativistic + R1 + R2** wins the ring in every training, **R1** in most; both spread over the whole grid without
  having found its points: penalties keep the discriminator smooth, which is slower on 25 narrow modes.
- **Label smoothing**, **spectral norm** and **several discriminators** change nothing in the plane and help on images.
  A discriminator whose slope is at most 1 cannot tell points 0.01 apart; images differ by more.
- **Hinge** and **instance noise** alone do not cure; **WGAN** by clipping is slow in all three.
- On stacked images **BatchNorm** in the discriminator, which sees a batch as a whole, is worth as much as minibatch
  discrimination, and as unreliable.
- **DiffAugment** and **ADA** are for few images, and were tried on the stacked ones alone: points cannot be augmented.
  They do not cure collapse.
"""

STACKED = """## A thousand modes: three images as the colours of one

Images of Fashion-MNIST at 16 px, three at random as red, green and blue: 10 x 10 x 10 combinations of classes, which a
small classifier reads in 26,000 samples. A sample is good if each of its three images is taken for one class with at
least 50 %, and only good samples count, for noise falls into every mode. The GAN is a small DCGAN whose discriminator
has a quarter of its generator's channels (4 against 16: Metz et al. 2017, section 3.3), Adam at 0.001 for both, without
a norm in the discriminator unless said. 50 thousand images in each generator's updates, 781 of them; the critics of the
WGANs move five times for each. The first row is real images: what the classifier itself lets through.
"""


def lines_of(paths: Iterable[Path]) -> list[Line]:
    """Each cure on each target once, in the order of the bench."""
    said = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line]
    order = ["real images", *plane_game.CURES, *stacked_game.CURES]
    newest = {(line["target"], line["cure"]): line for line in said}
    return sorted(newest.values(), key=lambda line: order.index(line["cure"]))


def missing_line(lines: list[Line], target: str) -> str:
    """Which cures nobody has tried on `target` yet; '' if all were."""
    cures = stacked_game.CURES if target.startswith("stacked") else plane_game.CURES
    missing = [cure for cure in cures if cure not in [line["cure"] for line in lines]]
    return f"Not counted yet: {', '.join(missing)}.\n" if missing else ""


def table(lines: list[Line]) -> str:
    plain = next((line for line in lines if line["cure"] == "plain GAN"), None)
    rows = ["| cure | modes | good samples | trainings | |", "|---|---|---|---|---|"]
    for line in lines:
        modes = spread(line["modes"], line["modes_spread"], line["seeds"]) + f" of {line['of']}"
        good = spread(100 * line["good"], 100 * line["good_spread"], line["seeds"]) + " %"
        rows.append(f"| {line['cure']} | {modes} | {good} | {line['seeds']} | {verdict(line, plain)} |")
    return "\n".join(rows) + "\n"


def spread(mean: float, deviation: float, count: int) -> str:
    return f"{mean:.1f} ± {deviation:.1f}" if count > 1 else f"{mean:.1f}"


def verdict(line: Line, plain: Line | None) -> str:
    if plain is None or line["cure"] in ("plain GAN", "real images"):
        return ""
    if min(line["seeds"], plain["seeds"]) < 2:
        return ""
    error = sqrt(line["modes_spread"] ** 2 / line["seeds"] + plain["modes_spread"] ** 2 / plain["seeds"])
    gain = line["modes"] - plain["modes"]
    if abs(gain) <= 2 * error:
        return "no clear difference"
    if gain < 0:
        return "worse"
    return "cures" if line["modes"] >= 0.9 * line["of"] else "helps"


def page(lines: list[Line]) -> str:
    targets = list(dict.fromkeys(line["target"] for line in lines))
    parts = [INTRODUCTION]
    for target in (target for target in targets if not target.startswith("stacked")):
        parts += [f"## {target[0].upper()}{target[1:]}\n", *section(lines, target)]
    if (DOCS / "modes.png").is_file():
        parts += ["## Samples of the first training of each\n", "![samples of each cure](modes.png)\n"]
    for target in (target for target in targets if target.startswith("stacked")):
        parts += [STACKED, *section(lines, target)]
    parts += [FOUND]
    return "\n".join(part for part in parts if part)


def section(lines: list[Line], target: str) -> list[str]:
    chosen = [line for line in lines if line["target"] == target]
    return [table(chosen), missing_line(chosen, target)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("said", nargs="+", type=Path, metavar="FILE")
    args = parser.parse_args()
    (DOCS / "modes.md").write_text(page(lines_of(args.said)), encoding="utf-8")


if __name__ == "__main__":
    main()
