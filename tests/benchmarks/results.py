"""Every recipe, trained by the command line for a fixed number of images; writes resources/docs/results.md.

    python -m tests.benchmarks.results WORK [--only NAME ...] [--page] [--weights FILE]

WORK is the folder for runs and sample sets; what is done there already is not done again, so that the work can be
interrupted. --page only writes the page, from what is done so far. Fashion-MNIST is expected beside the checkout.

Time is processor time, not time on the clock: it does not grow when other programs use the machine. Run it with
OMP_NUM_THREADS=1, so that it is that of one core.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from ganstudio.core.recipe import Recipe
from ganstudio.core.settings import Value, settings_of
from ganstudio.models.gallery import by_name
from tests.benchmarks import results_page
from tests.benchmarks.results_page import Data, Result

DOCS = Path(__file__).parents[2] / "resources" / "docs"
SHARED = Path(__file__).parents[3] / "shared"
FASHION = SHARED / "data" / "fashion_mnist_idx"
COUNT = 2000
"""Images on each side of a score."""
COLUMNS, ROWS = 12, 5

Facts = dict[str, Any]


@dataclass(frozen=True)
class Plan:
    """One training."""

    data: str
    recipe: str
    kimg: float
    values: Mapping[str, Value] = field(default_factory=dict)
    preset: str = ""
    resolution: int = 32
    labels: bool = False

    @property
    def name(self) -> str:
        parts = (self.data, self.recipe, self.preset, "classes" if self.labels and self.recipe != "cgan" else "")
        return "-".join(part for part in (*parts, str(self.resolution)) if part)


SMALL: Mapping[str, Value] = {"channel_base": 512, "widest": 64, "latent": 128}
"""Networks for a computer without a GPU: 16 channels at 32 px, 64 at most."""
STYLE: Mapping[str, Value] = {**SMALL, "style_size": 128}
MILD: Mapping[str, Value] = {"augment": "diffaugment", "augment_policy": "translation"}


def quicker(rate: float) -> Mapping[str, Value]:
    """Small batches and larger steps: with five steps of the critic for each, a generator makes few in a short run."""
    return {"batch": 16, "generator_lr": rate, "discriminator_lr": rate}


def quick(data: str) -> Iterator[Plan]:
    """The recipes that learn at 32 px within minutes."""
    yield Plan(data, "linear", 150.0)
    yield Plan(data, "dcgan", 40.0)
    yield Plan(data, "upsample", 24.0, preset="steady")
    yield Plan(data, "cgan", 30.0, preset="projection", values={"batch": 32}, labels=True)
    yield Plan(data, "wgan", 60.0, values=quicker(2e-4))
    yield Plan(data, "wgan-gp", 60.0, values=quicker(3e-4))


def slow(data: str, augmented: Mapping[str, Value]) -> Iterator[Plan]:
    """The larger ones, made small."""
    yield Plan(data, "stylegan2", 20.0, values={**STYLE, **augmented, "batch": 16})
    yield Plan(data, "fastgan", 16.0, preset="light", values={"width": 8})
    yield Plan(data, "progan", 40.0, values={**SMALL, "fade_kimg": 5.0, "stable_kimg": 5.0})
    yield Plan(data, "stylegan", 24.0, values={**STYLE, "fade_kimg": 3.0, "stable_kimg": 3.0})
    yield Plan(data, "r3gan", 12.0, values={"width": 32, "batch": 16, "blocks": 1, "burst_kimg": 12.0, **augmented})


def plans() -> list[Plan]:
    """Every recipe on both sets."""
    return [*quick("fashion"), *slow("fashion", {}), *quick("blossoms"), *slow("blossoms", MILD)]


# One training ---------------------------------------------------------------------------------------------------------


def command(*words: object) -> tuple[str, float]:
    """What `ganstudio` with these words says on stdout, and the processor seconds it took."""
    line = [sys.executable, "-m", "ganstudio", *map(str, words)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed with {process.returncode}: {' '.join(line)}\n{said[-2000:]}")
    return said, used.ru_utime + used.ru_stime


def carried_out(plan: Plan, work: Path, weights: Path | None) -> None:
    """Train, draw and score; each stage is kept in WORK and skipped if it is there."""
    place = work / plan.name
    facts = place / "facts.json"
    known = json.loads(facts.read_text()) if facts.is_file() else trained(plan, work)
    facts.write_text(json.dumps(known))
    if not (place / "sheet.webp").is_file():
        sheet(plan, place).save(place / "sheet.webp", quality=88)
    held_out = sources(plan, work)[1]
    for name, features in extractors(weights).items():
        if name not in known.setdefault("scores", {}):
            words = ("--features", features, "--scores", "fid,kid,dc", "--count", COUNT, "--json")
            said, _ = command("evaluate", place / "run", held_out, *words, *moment(plan))
            known["scores"][name] = json.loads(said)
            facts.write_text(json.dumps(known))


def moment(plan: Plan) -> tuple[str, ...]:
    """The end for networks that grow: their best score may be that of a smaller stage. Else the best moment."""
    return ("--checkpoint", "latest") if plan.recipe in ("progan", "stylegan") else ()


def extractors(weights: Path | None) -> dict[str, str]:
    return {"builtin": "builtin"} | ({"weights": str(weights)} if weights else {})


def sources(plan: Plan, work: Path) -> tuple[Path, Path]:
    """The images to learn from, and others of the same kind to compare with."""
    if plan.data == "fashion":
        return FASHION / "train-images-idx3-ubyte.gz", FASHION / "t10k-images-idx3-ubyte.gz"
    return work / f"blossoms-{plan.resolution}", work / f"blossoms-{plan.resolution}-held-out"


def trained(plan: Plan, work: Path) -> Facts:
    """Facts of a new run in WORK; an unfinished one of the same name is begun again."""
    place, (images, held_out) = work / plan.name, sources(plan, work)
    if plan.data == "blossoms":
        for folder, seed in ((images, 0), (held_out, 1)):
            if not folder.is_dir():
                drawn = work / "drawn"
                shutil.rmtree(drawn, ignore_errors=True)
                write_blossoms(drawn, plan.resolution, seed)
                drawn.rename(folder)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    words: list[object] = ["--recipe", plan.recipe, "--resolution", plan.resolution, "--duplicates", "keep"]
    words += ["--preset", plan.preset] if plan.preset else []
    words += [word for name, value in plan.values.items() for word in ("--set", f"{name}={value}")]
    words += ["--colour", "grey"] if plan.data == "fashion" else []
    words += ["--labels"] if plan.labels else []
    real_pixels(images, plan)  # prepared beforehand, so that the time is that of training
    said, seconds = command("train", images, *words, "--kimg", plan.kimg, "--json", "--out", place / "run")
    events = [json.loads(line) for line in said.splitlines()]
    started = next(event for event in events if event["event"] == "started")
    (place / "events.jsonl").write_text(said)
    return {"seconds": seconds, "started": started, "finished": events[-1], "words": list(map(str, words))}


def write_blossoms(folder: Path, size: int, seed: int) -> None:
    """The sample set in one subfolder for each species."""
    from ganstudio.samples.blossoms import write_sample_set

    write_sample_set(folder, COUNT, size, "blossoms", seed, by_species=True)


# Sheets ---------------------------------------------------------------------------------------------------------------


def sheet(plan: Plan, place: Path) -> Image.Image:
    """Fixed seeds of the trained generator, every image twice as large; with classes a row or two for each."""
    classes = json.loads((place / "facts.json").read_text())["started"]["classes"]
    drawn = place / "drawn"
    shutil.rmtree(drawn, ignore_errors=True)
    for name in classes or [""]:
        count = COLUMNS if classes else COLUMNS * ROWS
        label = ["--label", name] if name else []
        command("generate", place / "run", "--out", drawn / name, "--count", count, *label, *moment(plan))
    return tiled([Image.open(path) for path in sorted(drawn.rglob("*.png"))], COLUMNS)


def tiled(pictures: list[Image.Image], columns: int) -> Image.Image:
    side = 64
    rows = -(-len(pictures) // columns)
    whole = Image.new("RGB", (columns * side, rows * side), "white")
    for number, picture in enumerate(pictures):
        enlarged = picture.convert("RGB").resize((side, side), Image.Resampling.NEAREST)
        whole.paste(enlarged, (number % columns * side, number // columns * side))
    return whole


# The page -------------------------------------------------------------------------------------------------------------


def done(work: Path, weights: Path | None) -> Iterator[tuple[Plan, Facts]]:
    for plan in plans():
        facts = work / plan.name / "facts.json"
        known = json.loads(facts.read_text()) if facts.is_file() else {}
        if known.get("scores", {}).keys() >= extractors(weights).keys():
            yield plan, known


def result_of(plan: Plan, facts: Facts) -> Result:
    kind = by_name(plan.recipe)
    scores = {name: (entry["features"], entry["scores"]) for name, entry in facts["scores"].items()}
    return Result(
        name=plan.name,
        data=plan.data,
        title=kind.title,
        recipe=plan.recipe,
        preset=plan.preset,
        resolution=plan.resolution,
        changed=differing(kind, plan),
        parameters=facts["started"]["parameters"],
        images=round(facts["finished"]["kimg"] * 1000),
        seconds=facts["seconds"],
        scores=scores,
    )


def differing(kind: type[Recipe], plan: Plan) -> dict[str, Value]:
    """The settings that are not the recipe's (or preset's) own."""
    preset = kind.preset(plan.preset)
    wanted = {**plan.values, "resolution": plan.resolution}
    return {
        setting.name: wanted[setting.name]
        for setting in settings_of(kind)
        if setting.name in wanted and wanted[setting.name] != getattr(preset, setting.name)
    }


def write_page(work: Path, weights: Path | None) -> None:
    pictures = DOCS / "results"
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    results = list(done(work, weights))
    for plan, _ in results:
        shutil.copyfile(work / plan.name / "sheet.webp", pictures / f"{plan.name}.webp")
    data = {(plan.data, plan.resolution): real_data(plan, work, weights, pictures) for plan, _ in results}
    missing = [plan.name for plan in plans() if plan not in [done_plan for done_plan, _ in results]]
    page = results_page.page([result_of(plan, facts) for plan, facts in results], data, COUNT, missing)
    (DOCS / "results.md").write_text(page, encoding="utf-8")


def real_data(plan: Plan, work: Path, weights: Path | None, pictures: Path) -> Data:
    """Real images: a sheet of them, and what the scores say of the training images against the held-out ones."""
    images, held_out = (real_pixels(source, plan) for source in sources(plan, work))
    name = f"{plan.data}-real-{plan.resolution}"
    shown = [Image.fromarray(image.squeeze()) for image in images[evenly(len(images), COLUMNS * ROWS)]]
    tiled(shown, COLUMNS).save(pictures / f"{name}.webp", quality=88)
    return Data(name, len(images), real_scores(images, held_out, work / f"{name}.json", weights))


def evenly(total: int, count: int) -> "np.ndarray[Any, np.dtype[np.int64]]":
    return np.linspace(0, total - 1, count).round().astype(np.int64)


def real_pixels(folder: Path, plan: Plan) -> "np.ndarray[Any, np.dtype[np.uint8]]":
    from ganstudio.core.images.cache import prepare
    from ganstudio.core.run import Preparation

    colour = "grey" if plan.data == "fashion" else "rgb"
    preparation = Preparation(colour=colour, duplicates="keep")
    return np.asarray(prepare([folder], preparation, plan.resolution).pixels)


def real_scores(
    images: "np.ndarray[Any, Any]", held_out: "np.ndarray[Any, Any]", kept: Path, weights: Path | None
) -> dict[str, tuple[str, dict[str, float]]]:
    from ganstudio.scores.features import open_extractor
    from ganstudio.scores.measure import measure

    scores: dict[str, Any] = json.loads(kept.read_text()) if kept.is_file() else {}
    for name, features in extractors(weights).items():
        if name not in scores:
            extractor = open_extractor(features)
            real, other = (extractor(pictures[evenly(len(pictures), COUNT)]) for pictures in (held_out, images))
            measured = measure(real, other, ("fid", "kid", "dc"), features=extractor.name)
            scores[name] = (measured.features, dict(measured.scores))
            kept.write_text(json.dumps(scores))
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path, metavar="WORK")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="runs whose names begin so")
    parser.add_argument("--page", action="store_true")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="score with these features as well")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    for plan in plans():
        if not args.page and (not args.only or plan.name.startswith(tuple(args.only))):
            print(plan.name, flush=True)
            carried_out(plan, args.work, args.weights)
    write_page(args.work, args.weights)


if __name__ == "__main__":
    main()
