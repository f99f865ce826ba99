"""How near a translation comes to the truth: python tests/benchmarks/translation_truth.py OUT [--minutes 30]

Every built-in sketch is drawn from a flower that is hidden from the training, where the two sides show different
flowers. For flowers that neither side has seen, the sketch made from the blossom is compared with the sketch that the
program draws of the same flower, and the other way round: mean absolute error, 0 to 255. Beside it what doing nothing
(return the input) and what knowing only the average (return the mean of that side) would give. The table grows while
the training goes on; the sheet OUT/sheet.png shows input, translation and truth of both directions.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from ganstudio.core.events import Progress, Saved
from ganstudio.core.images.blossoms import draw_blossom, draw_sketch, write_sample_set
from ganstudio.core.pictures import as_image, grid_of
from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.settings import parse_pairs, values_of
from ganstudio.recipes import by_name
from ganstudio.recipes.opening import open_session, open_translator

UNSEEN = 10**12
"""Flowers from here on are in no sample set."""


def truth(count: int, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Blossoms and sketches of the same unseen flowers, uint8 (N, size, size, 3) each."""
    seeds = range(UNSEEN, UNSEEN + count)
    return tuple(np.stack([np.asarray(draw(seed, size)) for seed in seeds]) for draw in (draw_blossom, draw_sketch))


def error(pictures: np.ndarray, right: np.ndarray) -> float:
    return float(np.abs(pictures.astype(float) - right).mean())


def baselines(blossoms: np.ndarray, sketches: np.ndarray) -> dict[str, dict[str, float]]:
    return {
        "input": {"to B": error(blossoms, sketches), "to A": error(sketches, blossoms)},
        "mean": {"to B": error(sketches.mean(0), sketches), "to A": error(blossoms.mean(0), blossoms)},
    }


def translated(run: Run, to: str, pictures: np.ndarray, device: str) -> np.ndarray:
    translator = open_translator(run, to=to, device=device)
    return np.stack([translator.picture(one) for one in pictures])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--recipe", default="cyclegan")
    parser.add_argument("--preset", default="light")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--pictures", type=int, default=600, help="of each side")
    parser.add_argument("--held", type=int, default=48, help="unseen flowers to compare with")
    parser.add_argument("--device", default="auto")
    args = parser.parse_args()
    kind = by_name(args.recipe)
    recipe = kind.preset(args.preset).with_values(parse_pairs(kind, args.set))
    size = recipe.resolution
    sides = [args.out / name for name in ("blossoms", "sketches")]
    for folder in sides:
        if not folder.exists():
            write_sample_set(folder, args.pictures, recipe.prepared_resolution, folder.name)
    settings = RunSettings(
        recipe=recipe.name,
        sides=tuple((str(one),) for one in sides),
        values=values_of(recipe),
        preset=args.preset,
        preparation=Preparation(duplicates="keep"),
        budget=Budget(minutes=args.minutes),
        device=args.device,
    )
    run = Run.create(args.out / "run", settings)
    blossoms, sketches = truth(args.held, size)
    known = baselines(blossoms, sketches)
    for name, both in known.items():
        print(f"{name:>12}   A to B {both['to B']:6.2f}   B to A {both['to A']:6.2f}", flush=True)
    table, seconds = [], 0.0
    for event in open_session(run).events():
        if isinstance(event, Progress):
            seconds = event.seconds
        if isinstance(event, Saved):
            to_b = translated(run, "B", blossoms, args.device)
            to_a = translated(run, "A", sketches, args.device) if "A" in recipe.directions else None
            row = {"step": event.step, "seconds": seconds, "to B": error(to_b, sketches)}
            row |= {} if to_a is None else {"to A": error(to_a, blossoms)}
            table.append(row)
            told = "   ".join(f"{name} {value:,.2f}" for name, value in row.items())
            print(told, flush=True)
            (args.out / "truth.json").write_text(json.dumps({"baselines": known, "table": table}, indent=1))
            columns = [blossoms, to_b, sketches] + ([] if to_a is None else [sketches, to_a, blossoms])
            shown = np.stack([column[index] for index in range(min(8, args.held)) for column in columns])
            as_image(grid_of(shown, len(columns))).save(args.out / "sheet.png")


if __name__ == "__main__":
    main()
