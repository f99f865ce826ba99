"""How fast pictures come in, as a ratio to a bare pool of processes that only opens, drafts and resizes with Pillow.

    python tests/benchmarks/decoding.py [--files 3000] [--rounds 3]

Both sides are timed from nothing to the end on the same files and cores, alternating, so that other work slows both.
The bare pool keeps nothing; `prepare` also scans, checks, looks for copies and writes the cache.
"""

import argparse
import multiprocessing
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from ganstudio.core.images.cache import prepare
from ganstudio.core.images.pool import cores
from ganstudio.core.run import Preparation

RESOLUTION = 64


def draw_photograph(path: Path, seed: int) -> None:
    """A JPEG of about 500 x 400 with as much detail as a photograph: octaves of coloured noise."""
    rng = np.random.default_rng(seed)
    width, height = int(rng.integers(440, 560)), int(rng.integers(360, 440))
    total = np.zeros((height, width, 3), dtype=np.float32)
    for octave in range(2, 8):
        noise = Image.fromarray(rng.integers(0, 256, (2**octave, 2**octave, 3), dtype=np.uint8))
        total += np.asarray(noise.resize((width, height), Image.Resampling.BICUBIC), dtype=np.float32) / 2**octave
    total = 255 * (total - total.min()) / (total.max() - total.min())
    Image.fromarray(total.astype(np.uint8)).save(path, quality=90)


def bare(path: Path) -> None:
    with Image.open(path) as image:
        image.draft("RGB", (RESOLUTION, RESOLUTION))
        side = min(image.size)
        left, top = (image.width - side) // 2, (image.height - side) // 2
        box = (left, top, left + side, top + side)
        image.resize((RESOLUTION, RESOLUTION), Image.Resampling.LANCZOS, box=box)


def bare_pool(files: Sequence[Path]) -> None:
    with multiprocessing.get_context("fork").Pool(cores()) as pool:
        for _ in pool.imap_unordered(bare, files, chunksize=32):
            pass


def spent(what: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of processor time in this process and those it started."""
    start, busy = time.perf_counter(), sum(os.times()[:4])
    what()
    return time.perf_counter() - start, sum(os.times()[:4]) - busy


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, distinct = Path(name) / "photographs", 250
        folder.mkdir()
        for number in range(distinct):
            draw_photograph(folder / f"{number:05d}.jpg", number)
        for number in range(distinct, asked.files):  # other names for the same bytes; copies are kept below
            (folder / f"{number:05d}.jpg").write_bytes((folder / f"{number % distinct:05d}.jpg").read_bytes())
        measure(folder, Path(name), asked.rounds)


def measure(folder: Path, scratch: Path, rounds: int) -> None:
    files = sorted(folder.iterdir())
    preparation = Preparation(duplicates="near")
    ratios, shares = [], []
    for one in range(rounds):
        cache = scratch / f"cache-{one}"
        plain, plain_work = spent(lambda: bare_pool(files))
        ours, our_work = spent(lambda: prepare([folder], preparation, RESOLUTION, cache_dir=cache))  # noqa: B023
        again, _ = spent(lambda: prepare([folder], preparation, RESOLUTION, cache_dir=cache))  # noqa: B023
        ratios.append(plain / ours)
        shares.append(plain_work / our_work)
        print(
            f"bare pool {len(files) / plain:7.0f} images/s, prepare {len(files) / ours:7.0f} images/s, "
            f"ratio {plain / ours:.2f}, of processor time {plain_work / our_work:.2f}, opened again in {again:.3f} s"
        )
    print(
        f"median ratio {statistics.median(ratios):.2f}, of processor time {statistics.median(shares):.2f}, "
        f"with {cores()} processes"
    )


if __name__ == "__main__":
    main()
