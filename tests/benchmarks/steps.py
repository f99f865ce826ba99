"""Each recipe's step beside a plain step of the same networks, objective and batch, measured in turns in one process.

The plain step is written the way the teaching implementations write it: default memory format, the discriminator's
gradients computed and thrown away in the generator's step, `.item()` at every step. What a recipe does besides
(penalties, augmentation, remedies) is left out of the plain step, and switched off in ours unless --whole is given.

    python -m tests.benchmarks.steps [--whole] [--seconds S] [RECIPE ...]
"""

import argparse
import statistics
import time
from collections.abc import Callable

import torch
from torch import nn

from ganstudio.core.device import choose
from ganstudio.core.objectives import OBJECTIVES
from ganstudio.core.recipe import Recipe, Subject
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.recipes import RECIPES

CLASSES = ("a", "b", "c")
BARE = {"penalty": "none", "augment": "none", "unrolled_steps": 0, "feature_matching": 0.0, "style_mixing": 0.0}
SIZES = {"stylegan2": 32, "r3gan": 32, "fastgan": 64, "stylegan": 32, "progan": 32}
"""Sizes at which a step takes no minute without a GPU; growing networks are compared at their first stage."""


def images_for(recipe: Recipe) -> Batch:
    shape = (recipe.batch, 3, recipe.resolution, recipe.resolution)
    return Batch(torch.rand(shape) * 2 - 1, torch.arange(recipe.batch) % len(CLASSES))


def subject_of(recipe: Recipe) -> Subject:
    return Subject(3, CLASSES if recipe.name == "cgan" else ())


def our_step(recipe: Recipe) -> Callable[[], None]:
    trainer = Trainer(recipe.build(subject_of(recipe)), choose("cpu"), ema_kimg=recipe.ema_kimg)
    batch = images_for(recipe)
    return lambda: trainer.train(batch) and None


def plain_step(recipe: Recipe) -> Callable[[], None]:
    """A generator and a discriminator trained in turn, as in the notes."""
    subject = subject_of(recipe)
    generator, discriminator = recipe.networks(subject)
    objective, batch = OBJECTIVES[recipe.objective], images_for(recipe)
    labels = (batch.labels,) if subject.classes else ()
    optimizers = [optimizer(recipe, generator), optimizer(recipe, discriminator)]
    count = [0]

    def step() -> None:
        count[0] += 1
        fake = generator(torch.randn(recipe.batch, recipe.latent), *labels)
        real = batch.images
        if fake.shape != real.shape:  # a network that has not grown to its full size yet
            real = nn.functional.adaptive_avg_pool2d(real, fake.shape[3])
        optimizers[1].zero_grad()
        loss = objective.discriminator(discriminator(real, *labels), discriminator(fake.detach(), *labels), 0.0)
        loss.backward()
        optimizers[1].step()
        loss.item()
        if count[0] % recipe.n_critic:
            return
        optimizers[0].zero_grad()
        loss = objective.generator(discriminator(fake, *labels), discriminator(real, *labels))
        loss.backward()  # the discriminator's gradients too, which zero_grad will throw away
        optimizers[0].step()
        loss.item()

    return step


def optimizer(recipe: Recipe, network: nn.Module) -> torch.optim.Optimizer:
    if recipe.optimizer == "rmsprop":
        return torch.optim.RMSprop(network.parameters(), lr=1e-5)
    return torch.optim.Adam(network.parameters(), lr=1e-5, betas=(0.5, 0.999))


def in_turns(steps: list[Callable[[], None]], seconds: float) -> list[float]:
    """Median seconds of each, measured in turns so that a busy machine slows all alike."""
    taken: list[list[float]] = [[] for _ in steps]
    for step in steps:
        step()
    begun = time.perf_counter()
    while len(taken[0]) < 3 or time.perf_counter() - begun < seconds:
        for step, times in zip(steps, taken, strict=True):
            before = time.perf_counter()
            step()
            times.append(time.perf_counter() - before)
    return [statistics.median(times) for times in taken]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipes", nargs="*", metavar="RECIPE")
    parser.add_argument("--whole", action="store_true", help="with the penalties and remedies of the defaults")
    parser.add_argument("--seconds", type=float, default=5.0)
    args = parser.parse_args()
    kinds = [kind for kind in RECIPES if kind.sides == 1 and (not args.recipes or kind.name in args.recipes)]
    for kind in kinds:
        recipe = kind()
        known = set(recipe.__dataclass_fields__)
        batch = {"batch": min(recipe.batch, 16)}
        size = {"resolution": SIZES[kind.name]} if kind.name in SIZES else {}
        bare = {} if args.whole else {name: value for name, value in BARE.items() if name in known}
        if kind.name == "fastgan":
            bare.pop("penalty", None)
        recipe = recipe.with_values(batch | size | bare)
        ours, plain = in_turns([our_step(recipe), plain_step(recipe)], args.seconds)
        speeds = f"{recipe.batch / ours:9.1f} images/s, plain {recipe.batch / plain:9.1f}"
        print(f"{kind.name:10s} {recipe.resolution:4d} px batch {recipe.batch:3d}  {speeds}  ratio {plain / ours:5.2f}")


if __name__ == "__main__":
    main()
