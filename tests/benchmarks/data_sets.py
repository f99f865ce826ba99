"""What pictures of any shape and with transparency cost, and what a filtered data set costs, in turns.

    python -m tests.benchmarks.data_sets FOLDER RUN [N [FILTERS]]

Preparing: FOLDER at 64 x 64 in colour, at 96 x 64, and at 64 x 64 with transparency, nanoseconds a number (a pixel has
three, or four), each in a cache of its own. A filtered set: each class of RUN filled up to N, the same pictures drawn
alone, written as `generate` writes them, the pass of each filter's network over them, and `augment`, which should take
no more than 1.3 times the sum. A run that has learned little is drawn from forty times for each picture that
`agreement` keeps: FILTERS without it end.

Seconds are those of the processor, of this process and its children, in one thread: other programs change them little.
"""

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from ganstudio.core.images.cache import prepare
from ganstudio.core.pixels import Pixels
from ganstudio.core.resolution import Resolution, shape_of
from ganstudio.core.run import Preparation, Run
from ganstudio.workflows.augment import AugmentRequest, augment, open_ground, open_sieve
from ganstudio.workflows.augment_filters import Candidates
from ganstudio.workflows.augment_marks import MARKS
from ganstudio.workflows.export_pictures import PIECE, Studio, write_pictures
from ganstudio.workflows.open_run import open_generator
from ganstudio.workflows.progress import TaskProgress

ROUNDS = 5
QUIET = TaskProgress(lambda done, total: None)
WAYS: dict[str, tuple[Resolution, str]] = {
    "64 x 64 rgb": (64, "rgb"), "96 x 64 rgb": ("96x64", "rgb"), "64 x 64 rgba": (64, "rgba"),
}  # fmt: skip


def used() -> float:
    return sum(os.times()[:4])


def seconds(work: Callable[[], object]) -> float:
    began = used()
    work()
    return used() - began


def preparing(folder: str) -> dict[str, list[float]]:
    """Nanoseconds for each number of each picture, in turns."""
    taken: dict[str, list[float]] = {name: [] for name in WAYS}
    for _ in range(ROUNDS):
        for name, (resolution, colour) in WAYS.items():
            preparation = Preparation(colour=colour, duplicates="keep")
            with tempfile.TemporaryDirectory() as cache:
                began = used()
                ready = prepare([folder], preparation, resolution, cache_dir=Path(cache))
                numbers = len(ready.names) * np.prod(shape_of(resolution)) * preparation.channels
                taken[name].append(1e9 * (used() - began) / float(numbers))
    return taken


def filtered(run: Run, count: int, filters: tuple[str, ...]) -> tuple[float, float, float, float]:
    """Seconds: drawing alone, generating files, each filter's pass, and the whole set; classes filled up to `count`."""
    generator = open_generator(run, device="cpu")
    studio = Studio(generator, run.name)
    ground = open_ground(run, run.settings.sides[0][0], generator, QUIET)
    with tempfile.TemporaryDirectory() as folder:
        request = AugmentRequest(out=Path(folder, "set"), to=count, filters=filters)
        opening = seconds(lambda: open_sieve(ground, studio, request, QUIET))
        whole = seconds(lambda: augment(ground, studio, request, QUIET)) - opening
        lines = [json.loads(line) for line in (request.out / MARKS).read_text().splitlines()[1:]]
    pieces = [(line["class"], range(line["first"], line["first"] + PIECE)) for line in lines]
    drawn: list[Pixels] = []
    drawing = seconds(
        lambda: drawn.extend(replace(studio, label=ground.classes[label]).draw(list(piece)) for label, piece in pieces)
    )
    with tempfile.TemporaryDirectory() as folder:
        generating = seconds(
            lambda: [
                write_pictures(replace(studio, label=ground.classes[label]), list(piece), Path(folder), "png", QUIET)
                for label, piece in pieces
            ]
        )
    sieve, _ = open_sieve(ground, studio, request, QUIET)
    shown = [Candidates(each, label, np.array(piece)) for each, (label, piece) in zip(drawn, pieces, strict=True)]
    passing = seconds(lambda: [sieve(each) for each in shown])
    print(f"{PIECE * len(pieces):,} pictures drawn for {sum(line['dropped'].count(-1) for line in lines):,} kept")
    return drawing, generating, passing, whole


def main() -> None:
    folder, run = sys.argv[1:3]
    taken = preparing(folder)
    plain = statistics.median(taken["64 x 64 rgb"])
    for name, times in taken.items():
        print(f"{name:14} {statistics.median(times):6.1f} ns a number, {statistics.median(times) / plain:.2f} of rgb")
    torch.set_num_threads(1)
    count, filters = [*sys.argv[3:], *("1000", "copies,agreement")[len(sys.argv) - 3 :]][:2]
    drawing, generating, passing, whole = filtered(Run.open(Path(run)), int(count), tuple(filters.split(",")))
    print(f"drawn {drawing:.1f} s, with files {generating:.1f} s, filters {passing:.1f} s, the set {whole:.1f} s")
    print(
        f"the set: {whole / (generating + passing):.2f} of files and filters, {whole / (drawing + passing):.2f} without"
    )


if __name__ == "__main__":
    main()
