"""How near a translation comes to the truth: python tests/benchmarks/translation_truth.py OUT --steps 6000

Every built-in sketch is drawn from a flower. The training sees different flowers on its two sides and never learns
which belong together; here, for flowers that neither side has shown, the sketch made from the blossom is compared with
the sketch that the program draws of the same flower, and the other way round. Three measures, for each direction:

- pixels: mean absolute difference, 0 to 255; lower is better.
- shape: the same of means over 4 x 4 pixels: what is where and of which colour, whatever the lines look like.
- detail: how well the fine structure agrees, -1 to 1: correlation of what is left of the brightness when its
  surroundings are taken away. Colour does not count, nor do areas that are merely light or dark; higher is better.

Beside them what doing nothing gives (`input`), what knowing only the average gives (`mean`), and for sketches what
another hand makes of the same flower (`hand`): nobody can do better than that. The table in OUT/truth.json grows while
the training goes on; OUT/sheet.png shows input, translation and truth of both directions. Once more with the same OUT
goes on where it stopped.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageFilter

from ganstudio.core.events import Progress, Saved
from ganstudio.core.pixels import as_image, grid_of
from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.settings import parse_pairs, values_of
from ganstudio.models.gallery import by_name
from ganstudio.samples import brush, flowers
from ganstudio.samples.blossoms import draw_blossom, draw_sketch, write_sample_set
from ganstudio.workflows.open_run import open_session, open_translator

UNSEEN = 10**12
"""Flowers from here on are in no sample set."""


def truth(count: int, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Blossoms and sketches of the same unseen flowers, uint8 (N, size, size, 3) each."""
    seeds = range(UNSEEN, UNSEEN + count)
    return tuple(np.stack([np.asarray(draw(seed, size)) for seed in seeds]) for draw in (draw_blossom, draw_sketch))


def another_hand(count: int, size: int) -> np.ndarray:
    """The same flowers as `truth` shows, sketched by a hand that shakes differently."""
    drawn = (
        brush.sketch(flowers.scene(seed), size, np.random.default_rng([seed, 1]))
        for seed in range(UNSEEN, UNSEEN + count)
    )
    return np.stack([np.asarray(picture) for picture in drawn])


def measured(pictures: np.ndarray, right: np.ndarray) -> dict[str, float]:
    """All measures, each the mean over (N, H, W, 3) pictures; H and W are multiples of 4."""
    pictures = np.broadcast_to(pictures, right.shape)
    alike = [correlation(detail(picture), detail(other)) for picture, other in zip(pictures, right, strict=True)]
    return {
        "pixels": float(np.abs(pictures.astype(float) - right).mean()),
        "shape": float(np.abs(reduced(pictures) - reduced(right)).mean()),
        "detail": float(np.mean(alike)),
    }


def reduced(pictures: np.ndarray) -> np.ndarray:
    """(N, H, W, 3) -> (N, H / 4, W / 4, 3)."""
    count, height, width, channels = pictures.shape
    blocks = pictures.reshape(count, height // 4, 4, width // 4, 4, channels)
    return blocks.mean(axis=(2, 4))


def detail(picture: np.ndarray) -> np.ndarray:
    """(H, W, 3) -> (H, W): brightness less that of the surroundings, a sixteenth of the picture wide."""
    grey = Image.fromarray(np.round(picture).astype(np.uint8)).convert("L")
    around = grey.filter(ImageFilter.GaussianBlur(picture.shape[1] / 32))
    return np.asarray(grey).astype(float) - np.asarray(around)


def correlation(first: np.ndarray, other: np.ndarray) -> float:
    return float(np.corrcoef(first.ravel(), other.ravel())[0, 1]) if first.std() and other.std() else 0.0


def baselines(blossoms: np.ndarray, sketches: np.ndarray) -> dict[str, dict[str, dict[str, float]]]:
    hand = another_hand(len(sketches), sketches.shape[1])
    return {
        "input": {"to B": measured(blossoms, sketches), "to A": measured(sketches, blossoms)},
        "mean": {"to B": measured(sketches.mean(0), sketches), "to A": measured(blossoms.mean(0), blossoms)},
        "hand": {"to B": measured(hand, sketches)},
    }


def translated(run: Run, to: str, pictures: np.ndarray, device: str) -> np.ndarray:
    translator = open_translator(run, to=to, device=device)
    return np.stack([translator.picture(picture) for picture in pictures])


def line(name: str, row: dict[str, dict[str, float]]) -> str:
    both = [
        f"{to} pixels {numbers['pixels']:6.2f} shape {numbers['shape']:6.2f} detail {numbers['detail']:5.2f}"
        for to, numbers in row.items()
    ]
    return f"{name:>16}   " + "   ".join(both)


def opened(args: argparse.Namespace) -> Run:
    """The run in OUT, or a new one with its two folders."""
    if (args.out / "run").exists():
        return Run.open(args.out / "run")
    kind = by_name(args.recipe)
    recipe = kind.preset(args.preset).with_values(parse_pairs(kind, args.set))
    sides = [args.out / name for name in ("blossoms", "sketches")]
    for folder in (side for side in sides if not side.exists()):
        write_sample_set(folder, args.pictures, recipe.prepared_resolution, folder.name)
    settings = RunSettings(
        recipe=recipe.name,
        sides=tuple((str(side),) for side in sides),
        values=values_of(recipe),
        preset=args.preset,
        preparation=Preparation(duplicates="keep"),
        budget=Budget(steps=args.steps),
        device=args.device,
    )
    return Run.create(args.out / "run", settings)


def sheet(columns: list[np.ndarray], rows: int) -> Image.Image:
    """Two flowers a row, so that the sheet is wide."""
    return as_image(grid_of(np.stack([column[index] for index in range(rows) for column in columns]), 2 * len(columns)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--every", type=int, default=500, help="steps from one measurement to the next")
    parser.add_argument("--recipe", default="cyclegan")
    parser.add_argument("--preset", default="quick")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--pictures", type=int, default=600, help="of each side")
    parser.add_argument("--held", type=int, default=48, help="unseen flowers to compare with")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--threads", type=int, default=0)
    args = parser.parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    run = opened(args)
    size, to_a_too = int(run.settings.values["resolution"]), "A" in by_name(run.settings.recipe).directions
    blossoms, sketches = truth(args.held, size)
    known = baselines(blossoms, sketches)
    for name, both in known.items():
        print(line(name, both), flush=True)
    path = args.out / "truth.json"
    table = json.loads(path.read_text())["table"] if path.exists() else []
    session = open_session(run)
    for event in session.events():
        due = isinstance(event, Progress) and event.step >= args.every * len(table) + args.every
        if due:
            session.save()
        if due or (isinstance(event, Saved) and event.step == run.settings.budget.steps):
            to_b = translated(run, "B", blossoms, args.device)
            to_a = translated(run, "A", sketches, args.device) if to_a_too else None
            row = {"to B": measured(to_b, sketches)} | ({} if to_a is None else {"to A": measured(to_a, blossoms)})
            print(line(f"{event.step} {session.seconds:,.0f} s", row), flush=True)
            table.append({"step": event.step, "seconds": session.seconds} | row)
            path.write_text(json.dumps({"baselines": known, "table": table}, indent=1))
            columns = [blossoms, to_b, sketches] + ([] if to_a is None else [sketches, to_a, blossoms])
            sheet(columns, min(12, args.held)).save(args.out / "sheet.png")


if __name__ == "__main__":
    main()
