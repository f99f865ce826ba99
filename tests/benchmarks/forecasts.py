"""What the pre-flight foretells beside what training then takes: python -m tests.benchmarks.forecasts [RECIPE...]

For every recipe at two sizes and batches, and every preset at one: `recipes --speed` in a process of its own, as the
window asks it, and then a run on drawn pictures in another, with its samples, its score and its saves. Printed are the
peaks of memory, the bytes of a checkpoint and of a snapshot, and foretold / taken of each. Networks are as wide as the
defaults say; what grows is made to grow at once.
"""

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ganstudio.core.memory import peak_of_process
from ganstudio.core.recipe import Recipe
from ganstudio.core.settings import settings_of, values_of
from ganstudio.models.gallery import RECIPES

SIZES = ((32, 4), (64, 16))
"""Width and batch."""
AT_ONCE = {"fade_kimg": 0.0, "stable_kimg": 0.001, "fidelity_kimg": 0.002}
"""What makes a recipe do all it ever does within the first steps."""
STEPS = 20
"""So that what is done every sixteenth step is done."""
ALLOWED = 0.1
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Comparison:
    """Bytes that were foretold and that were taken."""

    name: str
    foretold: Mapping[str, int]
    taken: Mapping[str, int]

    def ratio(self, what: str) -> float:
        """Foretold / taken; 1.0 where nothing of this kind was written."""
        return self.foretold[what] / self.taken[what] if self.taken[what] else 1.0

    def line(self) -> str:
        amounts = (f"{self.foretold[what] / 2**20:7,.0f} {self.taken[what] / 2**20:7,.0f} {self.ratio(what):5.2f}"
                   for what in ("memory", "state", "snapshot"))  # fmt: skip
        return f"{self.name:34} {'  '.join(amounts)}"


def cases(names: list[str]) -> Iterator[tuple[str, Recipe]]:
    """A name for the table, and a recipe at a size that it can do."""
    for kind in RECIPES:
        if names and kind.name not in names:
            continue
        for preset in ("", *kind.presets):
            made = set()
            for size, batch in SIZES[:1] if preset else SIZES:
                recipe = sized(kind.preset(preset), size, batch)
                if recipe is not None and recipe.resolution not in made:
                    made.add(recipe.resolution)
                    yield f"{kind.name} {preset} {recipe.resolution} px x {recipe.batch}", recipe


def sized(recipe: Recipe, size: int, batch: int) -> Recipe | None:
    """The same at this size or the next larger one that goes, growing at once; None if there is none."""
    known = {setting.name for setting in settings_of(type(recipe))}
    recipe = recipe.with_values({name: value for name, value in AT_ONCE.items() if name in known})
    batch = batch if recipe.sides == 1 else max(1, batch // 4)
    tried = (recipe.with_values({"resolution": each, "batch": batch}) for each in (size, 2 * size, 4 * size))
    fits = (each for each in tried if not any(problem.severity == "error" for problem in each.problems()))
    return next(fits, None)


def compared(name: str, recipe: Recipe, place: Path, count: int = 0) -> Comparison:
    """Foretell, train, compare. `place`: what `drawn` has filled; `count`: steps, 0: as many as show all."""
    wanted = [part for key, value in values_of(recipe).items() for part in ("--set", f"{key}={value}")]
    answer = called("ganstudio", "recipes", recipe.name, "--speed", "--json", "--device", "cpu", *wanted, place=place)
    foretold = json.loads(answer)
    pictures = [str(place / side) for side in ("a", "b")[: recipe.sides]]
    count = count or (STEPS if recipe.batch * recipe.resolution**2 <= 2**15 else 6)
    labels = ("--labels",) if recipe.needs_classes else ()
    lines = called(
        "tests.benchmarks.forecasts", "--here", "train", *pictures, "--recipe", recipe.name, *wanted, *labels,
        "--steps", str(count), "--out", str(place / "run"), "--json", "--device", "cpu", place=place,
    ).splitlines()  # fmt: skip
    events = [json.loads(line) for line in lines]
    saved = [event["bytes"] for event in events if event.get("event") == "saved" or "bytes" in event]
    snapshots = [path.stat().st_size for path in (place / "run" / "snapshots").glob("*.safetensors")]
    taken = {"memory": events[-1]["peak"], "state": saved[-1], "snapshot": max(snapshots, default=0)}
    return Comparison(name, foretold, taken)


def called(*words: str, place: Path) -> str:
    """What a program printed that was started without the memory of this one."""
    known = dict(os.environ) | {"XDG_CACHE_HOME": str(place / "cache"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-P", "-m", *words], capture_output=True, text=True, check=False, env=known)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}\n{done.stderr[-2000:]}")
    return done.stdout


def drawn(place: Path) -> None:
    """Two folders of pictures with two classes each, and weights for what sees."""
    import numpy as np
    import torch
    from PIL import Image
    from safetensors.torch import save_file

    from ganstudio.scores.extractor_networks import SqueezeNet

    for number in range(64):
        noise = np.random.default_rng(number).integers(0, 256, (140, 140, 3), dtype=np.uint8)
        for side in ("a", "b"):
            folder = place / side / f"class {number % 2}"
            folder.mkdir(parents=True, exist_ok=True)
            Image.fromarray(noise).save(folder / f"{number}.png")
    torch.manual_seed(0)
    weights = place / "cache" / "ganstudio" / "weights"
    weights.mkdir(parents=True, exist_ok=True)
    save_file(SqueezeNet().state_dict(), weights / "own-squeezenet.safetensors")


def here(words: list[str]) -> None:
    """Run the program in this process, and print its peak after all that it prints."""
    from ganstudio.cli import main

    sys.argv = ["ganstudio", *words]
    with contextlib.suppress(SystemExit):
        if main():
            raise SystemExit(1)
    print(json.dumps({"peak": peak_of_process()}), flush=True)


def main() -> None:
    if sys.argv[1:2] == ["--here"]:
        here(sys.argv[2:])
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="RECIPE")
    parser.add_argument("--draw", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.draw:
        drawn(args.draw)
        return
    print(f"{'MB foretold, taken, ratio':34} {'memory':>21}  {'checkpoint':>21}  {'snapshot':>21}")
    misses = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        called("tests.benchmarks.forecasts", "--draw", folder, place=place)
        for name, recipe in cases(args.names):
            comparison = compared(name, recipe, place)
            shutil.rmtree(place / "run")
            print(comparison.line(), flush=True)
            misses += [name] if abs(comparison.ratio("memory") - 1) > ALLOWED else []
    print(f"more than 10 % apart: {', '.join(misses) or 'none'}")


if __name__ == "__main__":
    main()
