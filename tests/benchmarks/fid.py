"""How long FID takes between features that are given: 10,000 images on each side, statistics and distance.

    python tests/benchmarks/fid.py [--count N]

Rows for the built-in features (348 numbers), SqueezeNet's (512) and Inception's (2,048), in float32 as extractors give
them; the last column is how many times the time of one bare float64 product X'X for each side that is.
"""

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial

import torch

from ganstudio.scores.distances import frechet_distance, statistics

WIDTHS = {"builtin": 348, "squeezenet": 512, "inception": 2048}


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    count = parser.parse_args().count
    print(f"{torch.get_num_threads()} threads, {count:,} images on each side\n")
    print("| features | numbers | statistics | distance | both | times a bare product |\n|---|---|---|---|---|---|")
    for name, width in WIDTHS.items():
        generator = torch.Generator().manual_seed(0)
        mix = torch.randn(width, width, generator=generator) / width**0.5
        real, fake = (torch.randn(count, width, generator=generator) @ mix + shift for shift in (0.0, 0.1))
        statistics(real[:100])  # warmed up
        fitting = seconds(partial(statistics, real)) + seconds(partial(statistics, fake))
        first, second = statistics(real), statistics(fake)
        comparing = seconds(partial(frechet_distance, first, second))
        wide = real.double()
        bare = 2 * seconds(partial(torch.matmul, wide.T, wide))
        whole = fitting + comparing
        print(f"| {name} | {width} | {fitting:.2f} s | {comparing:.2f} s | {whole:.2f} s | {whole / bare:.1f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
