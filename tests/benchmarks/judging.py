"""Which cheap judge picks the right moment of a run? Writes resources/docs/judge.md.

    python -m tests.benchmarks.judging WORK [--weights FOLDER] [--only NAME ...] [--page]

Trains the plans of `judging_runs`, keeps twelve looks of each, draws 5,000 samples at each of the last eight, and ranks
them by KID against pictures that no run has seen, on the features of two networks (ResNet-20 of CIFAR-10 and
SqueezeNet 1.1 in FOLDER). Then every judge that a training could afford ranks the same looks from 1,000 samples and
training images. What is done is kept in WORK. About two hours of one core; --page only writes the page.
"""

import argparse
import dataclasses
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from ganstudio.core.pixels import Pixels, to_pixels
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.system import latents_from_seeds
from ganstudio.models.adversarial.recipe import AdversarialRecipe
from ganstudio.scores.best_so_far import MARGIN, BestSoFar
from ganstudio.scores.distances import KernelTerms, kernel_terms, sliced_distance
from ganstudio.scores.features import Extractor, open_extractor
from ganstudio.scores.neighbours import density_coverage
from tests.benchmarks import judge_network, judging_page, judging_runs
from tests.benchmarks.judging_runs import LOOKS, Plan

MEASURED = LOOKS - 4
"""The last looks of a run: the first are bad by every measure, and would make any judge look good."""
DRAWN, KEPT, QUICK = 5000, 2000, 1000
"""Samples that networks measure, that are kept for the judges, and that a judge sees."""
NETWORKS = {
    "ResNet-20": ("cifar10_resnet20_state_dict.pt", 32, DRAWN),
    "SqueezeNet": ("squeezenet11_features_rgb01.pt", 64, DRAWN // 2),
}
"""Weights, the size pictures are brought to, samples."""


# The measure of the judges --------------------------------------------------------------------------------------------


def measure(plan: Plan, work: Path, weights: Path) -> None:
    """Draw the looks of a plan and rank them by the networks: samples and truth.json in its folder."""
    target = work / plan.name / "truth.json"
    if target.is_file():
        return
    seen, unseen = (judging_runs.prepared_pixels(plan, source) for source in judging_runs.sources(plan.data, work))
    scores: dict[int, dict[str, float]] = {}
    for step, state in list(judging_runs.looks(plan, work))[-MEASURED:]:
        pixels = drawn(plan, work, state["average"])
        np.save(samples_path(plan, work, step), pixels[:KEPT])
        scores[step] = {name: distance(network(weights, name), unseen, pixels, name) for name in NETWORKS}
    floors = {name: distance(network(weights, name), unseen, seen, name) for name in NETWORKS}
    target.write_text(json.dumps({"scores": scores, "floors": floors}))


def samples_path(plan: Plan, work: Path, step: int) -> Path:
    return work / plan.name / f"px-{step:06d}.npy"


@cache
def network(weights: Path, name: str) -> Extractor:
    file, size, _ = NETWORKS[name]
    return dataclasses.replace(open_extractor(weights / file), size=size)


def distance(extractor: Extractor, real: Pixels, fake: Pixels, name: str) -> float:
    """KID between at most as many pictures of each as the network is given."""
    count = NETWORKS[name][2]
    return kernel_terms(extractor(chosen(real, DRAWN)).values, extractor(chosen(fake, count)).values).value


def chosen(pixels: Pixels, count: int) -> Pixels:
    """At most `count` pictures, the same each time."""
    return np.asarray(pixels[np.sort(np.random.default_rng(0).permutation(len(pixels))[:count])])


@torch.inference_mode()
def drawn(plan: Plan, work: Path, weights: dict[str, Tensor]) -> Pixels:
    """DRAWN samples of a generator, of every class alike: (N, 32, 32, 1 or 3)."""
    recipe, classes = facts_of(plan, work)
    generator = recipe.networks(ImageSpec(1 if plan.grey else 3, classes))[0].eval()
    generator.load_state_dict(weights)
    latents = latents_from_seeds(range(DRAWN), recipe.latent, recipe.prior)
    labels = torch.arange(DRAWN) % max(1, len(classes))
    parts = zip(latents.split(250), labels.split(250), strict=True)
    return np.concatenate([to_pixels(generator(z, *((y,) if recipe.conditional else ()))) for z, y in parts])


def facts_of(plan: Plan, work: Path) -> tuple[AdversarialRecipe, tuple[str, ...]]:
    recipe = judging_runs.recipe_of(plan)
    assert isinstance(recipe, AdversarialRecipe)
    return recipe, tuple(json.loads((work / plan.name / "facts.json").read_text())["classes"])


# The judges -----------------------------------------------------------------------------------------------------------

Look = tuple[str, float, KernelTerms | None]
"""A judge's name, its value (lower is better), and what KID is made of."""


def judge(plan: Plan, work: Path) -> None:
    """What each judge says of the looks of a plan, and which it takes: judges.json in its folder."""
    target = work / plan.name / "judges.json"
    if target.is_file():
        return
    known = judging_runs.prepared_pixels(plan, judging_runs.sources(plan.data, work)[0])
    real = chosen(known, QUICK)
    real = real[np.random.default_rng(1).permutation(len(real))]
    looks_of: dict[str, list[tuple[float, KernelTerms | None]]] = {}
    for step, state in list(judging_runs.looks(plan, work))[-MEASURED:]:
        fake = np.load(samples_path(plan, work, step))[:QUICK]
        for name, value, terms in judged(plan, work, real, fake, state["discriminator"]):
            looks_of.setdefault(name, []).append((value, terms))
    target.write_text(json.dumps(dict(verdicts(looks_of))))


def judged(plan: Plan, work: Path, real: Pixels, fake: Pixels, critic: dict[str, Tensor]) -> Iterator[Look]:
    for name, extractor in extractors(work).items():
        a, b = extractor(real).values, extractor(fake).values
        terms = kernel_terms(a, b)
        yield f"{name}, KID", terms.value, terms
        yield f"{name}, MIND", sliced_distance(a, b, directions=128), None
        yield f"{name}, coverage", -density_coverage(a, b).coverage, None
    inner = critic_features(plan, work, critic)
    a, b = inner(real), inner(fake)
    spread = a.std(0)
    used = spread > 1e-3 * spread.max()
    terms = kernel_terms(*(((part - a.mean(0)) / spread)[:, used] for part in (a, b)))
    yield "the run's discriminator, KID", terms.value, terms


@cache
def extractors(work: Path) -> dict[str, Extractor]:
    torch.manual_seed(0)
    weights = work / "judge_network.safetensors"
    if not weights.is_file():
        judge_network.make(weights)
    half = (0.5, 0.5, 0.5)
    networks = {"random network": judge_network.untrained_judge(), "small network": judge_network.open_judge(weights)}
    tried = {
        name: Extractor(name, name, network, judge_network.SIDE, 64, half, half) for name, network in networks.items()
    }
    return {"built-in statistics": open_extractor("builtin"), **tried}


def critic_features(plan: Plan, work: Path, weights: dict[str, Tensor]) -> Callable[[Pixels], Tensor]:
    """What the last layer of a discriminator is given, of pictures."""
    recipe, classes = facts_of(plan, work)
    critic = recipe.networks(ImageSpec(1 if plan.grey else 3, classes))[1].eval()
    critic.load_state_dict(weights)
    seen: list[Tensor] = []
    for part in critic.modules():
        if isinstance(part, nn.Conv2d | nn.Linear):
            part.register_forward_pre_hook(lambda module, inputs: seen.append(inputs[0].flatten(1)))

    @torch.inference_mode()
    def features(pixels: Pixels) -> Tensor:
        kept = []
        for part in torch.from_numpy(pixels).split(250):
            labels = (torch.zeros(len(part), dtype=torch.long),) if recipe.conditional else ()
            critic(part.permute(0, 3, 1, 2).float() / 127.5 - 1, *labels)
            kept.append(seen[-1][:, :: max(1, seen[-1].shape[1] // 512)])
            seen.clear()
        return torch.cat(kept)

    return features


def verdicts(looks_of: dict[str, list[tuple[float, KernelTerms | None]]]) -> Iterator[tuple[str, dict[str, object]]]:
    for name, looks in looks_of.items():
        values = [value for value, _ in looks]
        yield name, {"values": values, "taken": int(np.argmin(values))}
        if looks[0][1] is not None:
            all_terms = [terms for _, terms in looks if terms is not None]
            for margin in (1.0, 2.0, MARGIN):
                yield f"{name}, last within {margin:g}", {"values": values, "taken": last_within(all_terms, margin)}
    yield "the last", {"values": [-at for at in range(MEASURED)], "taken": MEASURED - 1}


def last_within(looks: list[KernelTerms], margin: float) -> int:
    """Which look the program's rule marks."""
    best = BestSoFar()
    return max(at for at, terms in enumerate(looks) if best.behind(("", 0, 0.0), terms) <= margin)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path, metavar="WORK")
    parser.add_argument("--weights", type=Path, default=judging_runs.DATA.parent / "weights", metavar="FOLDER")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="runs whose names begin so")
    parser.add_argument("--page", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.work.mkdir(parents=True, exist_ok=True)
    for plan in judging_runs.plans():
        if not args.page and (not args.only or plan.name.startswith(tuple(args.only))):
            judging_runs.train(plan, args.work, print)
            measure(plan, args.work, args.weights)
            judge(plan, args.work)
    judging_page.write(args.work)


if __name__ == "__main__":
    main()
