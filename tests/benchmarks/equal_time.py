"""Which recipe makes the best pictures in equal time? Prints a table for each set of images.

    python -m tests.benchmarks.equal_time WORK [--weights FOLDER] [--minutes M] [--seeds N]
        [--sets NAME ...] [--candidates NAME ...]

Each candidate trains at 32 px for M minutes of processor time on one thread, so that other programs on the machine
change little; preparing images is not counted. Its averaged generator then draws 5,000 samples, which are compared with
pictures no run has seen, by KID on two networks (ResNet-20 of CIFAR-10 and SqueezeNet 1.1 in FOLDER). What is done is
kept in WORK and not done again.
"""

import argparse
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

import torch
from torch import Tensor

from ganstudio.core.recipe import Recipe
from ganstudio.core.settings import Value, from_mapping, values_of
from ganstudio.models.auto import ImageFacts, choose_recipe
from ganstudio.models.gallery import by_name
from tests.benchmarks.judging import NETWORKS, distance, drawn, network
from tests.benchmarks.judging_runs import DATA, RESOLUTION, Plan, opened, prepared_pixels, sources

SETS = ("fashion", "clothing", "sprites", "blossoms")
STEADY: Mapping[str, Value] = {"width": 64}


@dataclass(frozen=True)
class Candidate:
    """A recipe with settings; an empty recipe is what auto chooses for the set."""

    recipe: str
    preset: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)


def variant(**values: Value) -> Candidate:
    """What auto trains, but for these settings."""
    return Candidate("", values=values)


CANDIDATES: Mapping[str, Candidate] = {
    "auto": Candidate(""),
    "none": variant(augment="none"),
    "translation": variant(augment="diffaugment", augment_policy="translation"),
    "translation, R1 0.2": variant(augment="diffaugment", augment_policy="translation", penalty_weight=0.2),
    "translation, R1 1": variant(augment="diffaugment", augment_policy="translation", penalty_weight=1.0),
    "translation, width 32": variant(augment="diffaugment", augment_policy="translation", width=32),
    "translation, batch 16": variant(augment="diffaugment", augment_policy="translation", batch=16),
    "translation, batch 64": variant(augment="diffaugment", augment_policy="translation", batch=64),
    "translation, EMA 2": variant(augment="diffaugment", augment_policy="translation", ema_kimg=2.0),
    "translation, rates doubled": variant(
        augment="diffaugment", augment_policy="translation", generator_lr=4e-4, discriminator_lr=8e-4
    ),
    "steady": Candidate("upsample", "steady", STEADY),
    "dcgan": Candidate("dcgan"),
    "fastgan light": Candidate("fastgan", "light"),
    "linear": Candidate("linear"),
}


def recipe_of(candidate: Candidate, count: int, side: int) -> Recipe:
    """The recipe of a candidate for `count` images of `side` px."""
    if not candidate.recipe:
        made = choose_recipe(ImageFacts(count=count, side=side), "cpu", fixed={"resolution": RESOLUTION}).made
        return made.with_values(candidate.values)
    kind = by_name(candidate.recipe)
    values = {**values_of(kind.preset(candidate.preset)), **candidate.values, "resolution": RESOLUTION}
    return from_mapping(kind, values, what=kind.title)


@dataclass(frozen=True)
class Trial:
    """One candidate on one set with one seed."""

    data: str
    candidate: str
    minutes: float
    seed: int

    @property
    def word(self) -> str:
        return f"{self.candidate.replace(', ', '-').replace(' ', '-')}-{self.minutes:g}min-{self.seed}"

    def result(self, work: Path) -> Path:
        return work / f"{self.data}-{self.word}.json"


def run(trial: Trial, work: Path, weights: Path) -> None:
    """Train a trial, judge it and write its result, unless that is there."""
    if trial.result(work).is_file():
        return
    base = Plan(trial.data, "upsample", 0.0)
    seen, unseen = (prepared_pixels(base, part) for part in sources(trial.data, work))
    recipe = recipe_of(CANDIDATES[trial.candidate], len(seen), 28 if trial.data == "fashion" else RESOLUTION)
    plan = replace(base, recipe=recipe.name, values=values_of(recipe), word=trial.word)
    steps, weights_made = train(plan, work, trial)
    pixels = drawn(plan, work, weights_made)
    scores = {name: distance(network(weights, name), unseen, pixels, name) for name in NETWORKS}
    result = {"scores": scores, "kimg": steps * recipe.batch / 1000, "settings": dict(plan.values)}
    trial.result(work).write_text(json.dumps(result))
    print(trial.data, trial.candidate, trial.seed, f"{result['kimg']:.1f} kimg", scores, flush=True)


def train(plan: Plan, work: Path, trial: Trial) -> tuple[int, dict[str, Tensor]]:
    """Train for the trial's processor time: the number of steps, and the weights of the averaged generator."""
    from ganstudio.workflows.open_run import open_session

    session = open_session(opened(plan, work, trial.seed))
    begun, step = time.process_time(), 0
    while time.process_time() - begun < 60 * trial.minutes:
        session.trainer.train(session.images.batch(step))
        step += 1
    (work / plan.name / "facts.json").write_text(json.dumps({"classes": []}))
    return step, session.trainer.averages["generator"].state_dict()


# The tables -----------------------------------------------------------------------------------------------------------


def tables(work: Path, minutes: float, seeds: int) -> Iterable[str]:
    """One table for each set of which there are results: the median of each candidate over seeds, the best first."""
    for data in SETS:
        rows = []
        for name in CANDIDATES:
            trials = [Trial(data, name, minutes, seed).result(work) for seed in range(seeds)]
            results = [json.loads(path.read_text()) for path in trials if path.is_file()]
            if results:
                rows.append((name, results))
        if not rows:
            continue
        rows.sort(key=lambda row: median(result["scores"]["ResNet-20"] for result in row[1]))
        yield f"\n### {data}, {minutes:g} minutes\n\n| candidate | kimg | " + " | ".join(NETWORKS) + " | seeds |"
        yield "|---|---|" + "---|" * len(NETWORKS) + "---|"
        for name, results in rows:
            kimg = median(result["kimg"] for result in results)
            cells = [spread([result["scores"][key] for result in results]) for key in NETWORKS]
            yield f"| {name} | {kimg:.0f} | {' | '.join(cells)} | {len(results)} |"


def spread(values: list[float]) -> str:
    """The median, with the lowest and the highest."""
    if len(values) == 1:
        return f"{values[0]:.4g}"
    return f"{median(values):.4g} ({min(values):.4g} to {max(values):.4g})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--weights", type=Path, default=DATA.parent / "weights")
    parser.add_argument("--minutes", type=float, default=6.0)
    parser.add_argument("--sets", nargs="+", default=list(SETS), choices=SETS)
    parser.add_argument("--candidates", nargs="+", default=list(CANDIDATES), choices=list(CANDIDATES))
    parser.add_argument("--seeds", type=int, default=3)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    arguments.work.mkdir(parents=True, exist_ok=True)
    for seed in range(arguments.seeds):
        for data in arguments.sets:
            for name in arguments.candidates:
                run(Trial(data, name, arguments.minutes, seed), arguments.work, arguments.weights)
    print("\n".join(tables(arguments.work, arguments.minutes, arguments.seeds)))


if __name__ == "__main__":
    main()
