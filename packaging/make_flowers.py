"""How ganstudio/resources/flowers was made: python packaging/make_flowers.py WORK [--run RUN]

It draws the sample set, trains a generator on it (45 minutes on two busy cores), measures it, and writes the generator
in half precision, its settings, its scores, six of its samples and the picture of its map. The same seed, threads and
versions give the same generator. `--run` takes a run that was trained before.
"""

import argparse
import dataclasses
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from ganstudio.core.events import Event, Progress, Sampled, from_json, to_json
from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.run import Run
from ganstudio.latent.direction_file import DirectionSet
from ganstudio.latent.point import Point, on_map
from ganstudio.latent.point_to_picture import draw
from ganstudio.panels.training.flower_map import KNOT
from ganstudio.workflows.included_run import CORNERS, MAP, NAME, store
from ganstudio.workflows.open_run import open_generator

HERE = Path(__file__).parents[1] / "ganstudio" / "resources" / NAME
PICTURES, SIZE, SEED, STEPS, BATCH = 4000, 64, 13, 1452, 32
"""The steps that fitted into 45 minutes on two cores that others kept busy, of 3,000 that were asked for."""
COLUMNS, LINES = 16, 12
"""Flowers of the stored map."""
MOMENTS, SIDE = 6, 4
"""Samples that are kept of the run's life, and the flowers across and down in each."""
POINTS = 200
"""Points of the curves that are kept."""


def ganstudio(*words: object) -> None:
    subprocess.run([sys.executable, "-m", "ganstudio", *map(str, words)], check=True)


def train(work: Path, pictures: Path) -> Run:
    ganstudio(
        "train", pictures, "--recipe", "upsample", "--preset", "steady", "--batch", BATCH, "--steps", STEPS,
        "--seed", SEED, "--out", work / NAME,
    )  # fmt: skip
    return Run.open(work / NAME)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path, help="a folder for pictures and run")
    parser.add_argument("--run", type=Path)
    parser.add_argument("--into", type=Path, default=HERE)
    parser.add_argument("--count", type=int, default=PICTURES, help="pictures to measure with")
    args = parser.parse_args()
    pictures = args.work / "blossoms"
    if not pictures.is_dir():
        ganstudio("sample-set", "--count", PICTURES, "--size", SIZE, pictures)
    run = Run.open(args.run) if args.run else train(args.work, pictures)
    ganstudio("evaluate", run.folder, pictures, "--scores", "kid,mind,pr,dc,copies", "--count", args.count)
    store(run, args.into)
    (args.into / "scores.json").write_bytes((run.folder / "scores.json").read_bytes())
    write_life(run, args.into)
    write_map(open_generator(run), args.into / MAP)


# What is kept of the run's life ---------------------------------------------------------------------------------------


def write_life(run: Run, into: Path) -> None:
    """Events with as many points of the curves as a small screen has, and a few samples in a corner's size."""
    events = list(run.events())
    samples = [event for event in events if isinstance(event, Sampled)]
    kept = [samples[round(number * (len(samples) - 1) / (MOMENTS - 1))] for number in range(MOMENTS)]
    (into / "samples").mkdir(exist_ok=True)
    for sample in kept:
        with Image.open(run.folder / sample.path) as grid:
            grid.crop((0, 0, SIDE * SIZE, SIDE * SIZE)).quantize(256, dither=Image.Dither.NONE).convert("RGB").save(
                into / sample.path, optimize=True
            )
    lines = [to_json(event) for event in thinned(events, kept)]
    (into / "events.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def thinned(events: list[Event], kept: list[Sampled]) -> Iterator[Event]:
    progress = [event for event in events if isinstance(event, Progress)]
    points = {id(progress[round(number * (len(progress) - 1) / (POINTS - 1))]) for number in range(POINTS)}
    for event in events:
        if isinstance(event, Sampled):
            if event in kept:
                yield dataclasses.replace(event, rows=SIDE, columns=SIDE)
        elif not isinstance(event, Progress) or id(event) in points:
            yield from_json(to_json(event))


def write_map(generator: TrainedGenerator, path: Path) -> None:
    """The flowers of the map side by side, each at the middle of its place."""
    lines = [
        np.concatenate([flower(generator, (column + 0.5) / KNOT, (line + 0.5) / KNOT) for column in range(COLUMNS)], 1)
        for line in range(LINES)
    ]
    Image.fromarray(np.concatenate(lines)).save(path, quality=88)


def flower(generator: TrainedGenerator, x: float, y: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    return draw(generator, Point(latent=on_map(CORNERS, x, y)), DirectionSet())


if __name__ == "__main__":
    print(json.dumps({"pictures": PICTURES, "seed": SEED, "steps": STEPS, "batch": BATCH}))
    main()
