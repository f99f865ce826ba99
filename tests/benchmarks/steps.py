"""Each recipe's step beside a plain step of the same networks, losses and batch, measured in turns in one process.

The plain step is written the way the teaching implementations write it: default memory format and optimiser, the
discriminator's gradients computed and thrown away in the generator's step, `.item()` at every step, no running means.
Augmentation and style mixing are off on both sides; penalties, clipping, drift and redrawing are on in both. Networks
that grow are compared fully grown. Networks are made small where a step would take seconds without a GPU.

    python -m tests.benchmarks.steps [--seconds S] [--threads N] [RECIPE ...]
"""

import argparse
import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import Tensor, nn

from ganstudio.core.device import DeviceSpec, choose
from ganstudio.core.recipe import ImageSpec, Recipe
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.models.adversarial.losses import losses_of
from ganstudio.models.adversarial.penalties import Penalty
from ganstudio.models.gallery import RECIPES, by_name
from ganstudio.models.progan.system import Growth

CLASSES = ("a", "b", "c")
BARE = {"augment": "none", "style_mixing": 0.0}
SMALL: Mapping[str, Mapping[str, Any]] = {
    "progan": {"resolution": 32, "channel_base": 1024},
    "stylegan": {"resolution": 32, "channel_base": 1024},
    "stylegan2": {"resolution": 32, "channel_base": 1024, "widest": 64, "batch": 8},
    "r3gan": {"resolution": 32, "width": 64, "batch": 8},
    "fastgan": {"resolution": 64, "width": 16},
}
Step = Callable[[], None]


def images_for(recipe: Recipe, device: torch.device) -> Batch:
    shape = (recipe.batch, 3, recipe.resolution, recipe.resolution)
    labels = torch.arange(recipe.batch, device=device) % len(CLASSES)
    return Batch(torch.rand(shape, device=device) * 2 - 1, labels)


def subject_of(recipe: Recipe) -> ImageSpec:
    return ImageSpec(3, CLASSES if recipe.name == "cgan" else ())


def trainer_of(recipe: Any, place: DeviceSpec) -> Trainer:
    """As the program trains; networks that grow are grown."""
    system: Any = recipe.build(subject_of(recipe))
    if hasattr(system, "growth"):
        system.growth = Growth(system.growth.stages, 0.0, 1e-9)
    return Trainer(system, place, ema_kimg=recipe.ema_kimg)


def our_step(recipe: Any, place: DeviceSpec) -> Step:
    trainer, batch = trainer_of(recipe, place), images_for(recipe, place.device)

    def step() -> None:
        trainer.train(batch)

    return step


class PlainStep:
    """A generator and a discriminator trained in turn, as in the notes."""

    def __init__(self, recipe: Any, device: torch.device) -> None:
        image_spec = subject_of(recipe)
        self.recipe, self.batch, self.device = recipe, images_for(recipe, device), device
        self.generator, self.discriminator = (network.to(device) for network in recipe.networks(image_spec))
        for network in (self.generator, self.discriminator):
            if hasattr(network, "grow_to"):
                network.grow_to(recipe.resolution.bit_length() - 3)
        self.objective = losses_of(recipe.objective)
        self.penalty = Penalty(recipe.penalty, recipe.penalty_weight, recipe.penalty_target, recipe.penalty_interval)
        self.labels = (self.batch.labels,) if image_spec.classes else ()
        self.of_generator = optimizer(recipe, self.generator)
        self.of_discriminator = optimizer(recipe, self.discriminator)
        self.count = 0

    def __call__(self) -> None:
        fake = self.generator(torch.randn(self.recipe.batch, self.recipe.latent, device=self.device), *self.labels)
        self.train_discriminator(self.batch.images, fake.detach())
        self.count += 1
        if self.count % self.recipe.n_critic == 0:
            self.train_generator(self.batch.images, fake)

    def judge(self, images: Tensor) -> Tensor:
        logits: Tensor = self.discriminator(images, *self.labels)
        return logits

    def train_discriminator(self, real: Tensor, fake: Tensor) -> None:
        self.of_discriminator.zero_grad()
        redraws = self.recipe.name == "fastgan"
        maps = self.discriminator.maps(real) if redraws else []
        on_real = self.discriminator.judged(real, maps[-1]) if redraws else self.judge(real)
        loss = self.objective.discriminator(on_real, self.judge(fake), 0.0)
        if redraws:
            loss = loss + self.discriminator.redraw_error(real, maps)
        if self.penalty.due(self.count):
            loss = loss + self.penalty(self.judge, real, fake)
        if self.recipe.drift:
            loss = loss + self.recipe.drift * (on_real**2).mean()
        loss.backward()
        self.of_discriminator.step()
        if self.recipe.weight_clip:
            for weight in self.discriminator.parameters():
                weight.data.clamp_(-self.recipe.weight_clip, self.recipe.weight_clip)
        loss.item()

    def train_generator(self, real: Tensor, fake: Tensor) -> None:
        self.of_generator.zero_grad()
        on_fake = self.judge(fake)
        on_real = self.judge(real) if self.objective.relativistic else on_fake.detach()
        loss = self.objective.generator(on_fake, on_real)
        loss.backward()  # the discriminator's gradients too, which zero_grad will throw away
        self.of_generator.step()
        loss.item()


def optimizer(recipe: Any, network: nn.Module) -> torch.optim.Optimizer:
    if recipe.optimizer == "rmsprop":
        return torch.optim.RMSprop(network.parameters(), lr=1e-5)
    return torch.optim.Adam(network.parameters(), lr=1e-5, betas=(0.5, 0.999))


def in_turns(steps: list[Step], seconds: float) -> list[list[float]]:
    """Seconds of each, measured in turns so that a busy machine slows all alike; in turns of n_critic's length."""
    taken: list[list[float]] = [[] for _ in steps]
    for step in steps:
        step()
    begun = time.perf_counter()
    while len(taken[0]) < 5 or time.perf_counter() - begun < seconds:
        for step, times in zip(steps, taken, strict=True):
            before = time.perf_counter()
            step()
            times.append(time.perf_counter() - before)
    return taken


def rounds_of(step: Step, count: int) -> Step:
    def whole() -> None:
        for _ in range(count):
            step()

    return whole


def compared(recipe: Any, seconds: float) -> str:
    """A row: images per second of both, the ratio of the medians, and the spread of the ratio turn by turn."""
    turn = max(recipe.n_critic, recipe.penalty_interval)  # so that each turn has as many penalties and updates
    place = choose("cpu")
    steps = [rounds_of(our_step(recipe, place), turn), rounds_of(PlainStep(recipe, place.device), turn)]
    ours, plain = in_turns(steps, seconds)
    ratios = sorted(theirs / own for own, theirs in zip(ours, plain, strict=True))
    low, high = ratios[len(ratios) // 4], ratios[-1 - len(ratios) // 4]
    speeds = [turn * recipe.batch / statistics.median(times) for times in (ours, plain)]
    cells = (recipe.name, f"{recipe.resolution} px, batch {recipe.batch}", f"{speeds[0]:.1f}", f"{speeds[1]:.1f}")
    return f"| {' | '.join(cells)} | {statistics.median(ratios):.2f} | {low:.2f} to {high:.2f} |"


def recipe_for(name: str) -> Recipe:
    recipe = by_name(name)()
    bare = {key: value for key, value in BARE.items() if key in recipe.__dataclass_fields__}
    return recipe.with_values({**bare, **SMALL.get(name, {})})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipes", nargs="*", metavar="RECIPE")
    parser.add_argument("--seconds", type=float, default=8.0, help="for each recipe")
    parser.add_argument("--threads", type=int, help="of torch (as many as there are cores)")
    args = parser.parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    names = args.recipes or [kind.name for kind in RECIPES if kind.task == "generate"]
    print("| recipe | at | images/s | plain | ratio | middle half of the turns |\n|---|---|---|---|---|---|")
    for name in names:
        print(compared(recipe_for(name), args.seconds), flush=True)


if __name__ == "__main__":
    main()
