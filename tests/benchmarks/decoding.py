"""How fast pictures come in, as a ratio to a bare pool of processes that only opens, drafts and resizes with Pillow.

    python tests/benchmarks/decoding.py [--files 8000] [--rounds 3]

Both sides are timed from nothing to the end on the same files and cores, alternating, so that other work slows both.
The bare pool keeps nothing. "decoding" is what stands against it: `decode_all`, which keeps pixels, sizes and hashes;
"prepare" is all that happens when a folder is dropped: it also scans, looks for copies and writes the cache.
"""

import argparse
import multiprocessing
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from PIL import Image

from ganstudio.core.images import cache
from ganstudio.core.images.cache import prepare
from ganstudio.core.images.pool import cores, decode_all
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
    parser.add_argument("--files", type=int, default=8000)
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
    decoding: list[float] = []

    def timed(*known: Any, **named: Any) -> Any:
        start = time.perf_counter()
        done = decode_all(*known, **named)
        decoding.append(time.perf_counter() - start)
        return done

    ratios, wholes = [], []
    for index in range(rounds):
        place = scratch / f"cache-{index}"
        plain, plain_work = spent(lambda: bare_pool(files))
        with patch.object(cache, "decode_all", timed):
            ours, our_work = spent(lambda: prepare([folder], preparation, RESOLUTION, cache_dir=place))  # noqa: B023
        again, _ = spent(lambda: prepare([folder], preparation, RESOLUTION, cache_dir=place))  # noqa: B023
        ratios.append(plain / decoding[-1])
        wholes.append(plain / ours)
        print(
            f"bare pool {len(files) / plain:5.0f} images/s, decoding {len(files) / decoding[-1]:5.0f}, "
            f"ratio {ratios[-1]:.2f}; prepare {len(files) / ours:5.0f}, ratio {wholes[-1]:.2f}, "
            f"of processor time {plain_work / our_work:.2f}; opened again in {again:.3f} s"
        )
    print(
        f"median ratio of decoding {statistics.median(ratios):.2f}, of prepare {statistics.median(wholes):.2f}, "
        f"with {cores()} processes"
    )


if __name__ == "__main__":
    main()
