"""A step of every preset of superres, and of faststyle, beside a plain step of the same networks, in turns.

The plain step is written as BasicSR and PyTorch's example of fast style write it: default memory format and optimiser,
one network after the other, a running mean, every loss read after the step. Both compare pictures by the same network,
SqueezeNet 1.1 with random weights, so that nothing is fetched. `--work` counts the processor's time instead of the
clock's, for machines on which others work too (with `--threads 1`).

    python -m tests.benchmarks.enhancing_steps [--seconds S] [--threads N] [--work] [PRESET ...]
"""

import argparse
import copy
import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.device import choose
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.models.faststyle.recipe import FastStyle
from ganstudio.models.style.gatys import content_weight
from ganstudio.models.style.taps import Taps
from ganstudio.models.superres.recipe import SuperRes
from ganstudio.scores.extractor_networks import SqueezeNet
from ganstudio.scores.features import IMAGENET
from ganstudio.scores.perceptual_taps import SQUEEZENET_TAPS, PerceptualTaps

SMALL: Mapping[str, Mapping[str, Any]] = {
    "srgan": {"resolution": 64, "batch": 4, "blocks": 4},
    "esrgan": {"resolution": 64, "batch": 4, "blocks": 1},
    "real-esrgan": {"resolution": 64, "batch": 4, "blocks": 1, "degradation": "clean"},
    "quick": {},
    "faststyle": {},
}
"""What a step takes without a GPU would else be minutes; pictures that are made small are made so before a step."""
Step = Callable[[], None]


def eyes() -> PerceptualTaps:
    return PerceptualTaps("squeezenet", "SqueezeNet 1.1", SqueezeNet().eval().requires_grad_(False).features,
                          SQUEEZENET_TAPS, True, *IMAGENET)  # fmt: skip


# Super-resolution -----------------------------------------------------------------------------------------------------


def pair_of(recipe: SuperRes) -> tuple[Tensor, Tensor]:
    """A small and a large batch in [0, 1]."""
    large = torch.rand(recipe.batch, 3, recipe.resolution, recipe.resolution)
    return F.avg_pool2d(large, recipe.scale), large


class PlainSuperRes:
    """As BasicSR's SRModel and ESRGANModel."""

    def __init__(self, recipe: SuperRes) -> None:
        self.recipe = recipe
        self.generator, self.judge = recipe.enlarger(3), recipe.judge(3)
        self.mean = copy.deepcopy(self.generator).requires_grad_(False)
        self.of_generator, self.of_judge = (
            torch.optim.Adam(network.parameters(), lr=1e-4, betas=(0.9, 0.99))
            for network in (self.generator, self.judge)
        )
        self.eyes = eyes()
        self.small, self.large = pair_of(recipe)

    def fidelity(self) -> None:
        self.of_generator.zero_grad()
        loss = F.l1_loss(self.generator(self.small), self.target())
        loss.backward()
        self.of_generator.step()
        loss.item()
        self.average()

    def target(self) -> Tensor:
        from ganstudio.models.superres.degradation import sharpened

        return sharpened(self.large, self.recipe.resolution // 4 * 2 - 1) if self.recipe.sharpen else self.large

    def game(self) -> None:
        recipe, target = self.recipe, self.target()
        for weight in self.judge.parameters():
            weight.requires_grad = False
        self.of_generator.zero_grad()
        drawn = self.generator(self.small)
        pixel = recipe.fidelity_weight * F.l1_loss(drawn, target)
        perceptual = recipe.perceptual_weight * self.eyes.distance(drawn, target)
        adversarial = recipe.adversarial_weight * self.adversarial(drawn)
        (pixel + perceptual + adversarial).backward()
        self.of_generator.step()
        for weight in self.judge.parameters():
            weight.requires_grad = True
        self.of_judge.zero_grad()
        losses = self.judged(drawn.detach())
        self.of_judge.step()
        for value in (pixel, perceptual, adversarial, *losses):
            value.item()
        self.average()

    def adversarial(self, drawn: Tensor) -> Tensor:
        fake = self.judge(drawn)
        if not self.recipe.relativistic:
            return entropy(fake, 1.0)
        real = self.judge(self.large).detach()
        return (entropy(real - fake.mean(), 0.0) + entropy(fake - real.mean(), 1.0)) / 2

    def judged(self, drawn: Tensor) -> list[Tensor]:
        """Backward in two halves, as BasicSR does."""
        if not self.recipe.relativistic:
            losses = []
            for images, target in ((self.large, 1.0), (drawn, 0.0)):
                losses.append(entropy(self.judge(images), target))
                losses[-1].backward()
            return losses
        fake = self.judge(drawn).detach()
        real = self.judge(self.large)
        first = entropy(real - fake.mean(), 1.0) / 2
        first.backward()
        fake = self.judge(drawn)
        second = entropy(fake - real.detach().mean(), 0.0) / 2
        second.backward()
        return [first, second]

    def average(self) -> None:
        for mean, weight in zip(self.mean.parameters(), self.generator.parameters(), strict=True):
            mean.data.mul_(0.999).add_(weight.data, alpha=0.001)


def entropy(logits: Tensor, target: float) -> Tensor:
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, target))


def superres_steps(recipe: SuperRes, stage: str) -> tuple[Step, Step]:
    """Ours and the plain one of 'fidelity' or 'game'."""
    if stage == "game":
        recipe = recipe.with_values({"fidelity_kimg": 0.0})
    system: Any = recipe.build(ImageSpec(3, ()))
    system.eyes = eyes()
    trainer, plain = Trainer(system, choose("cpu"), ema_kimg=recipe.ema_kimg), PlainSuperRes(recipe)
    small, large = (side * 2 - 1 for side in pair_of(recipe))
    batch = Batch(large, torch.zeros(recipe.batch, dtype=torch.long), small)
    return lambda: read(trainer.train(batch)), getattr(plain, stage)


# Fast style -----------------------------------------------------------------------------------------------------------


class Convolution(nn.Module):
    def __init__(self, inputs: int, outputs: int, size: int, stride: int = 1, *, doubles: bool = False) -> None:
        super().__init__()
        up = [nn.Upsample(scale_factor=2, mode="nearest")] if doubles else []
        self.layers = nn.Sequential(*up, nn.ReflectionPad2d(size // 2), nn.Conv2d(inputs, outputs, size, stride))

    def forward(self, x: Tensor) -> Tensor:
        drawn: Tensor = self.layers(x)
        return drawn


class Block(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            Convolution(width, width, 3), nn.InstanceNorm2d(width, affine=True), nn.ReLU(),
            Convolution(width, width, 3), nn.InstanceNorm2d(width, affine=True),
        )  # fmt: skip

    def forward(self, x: Tensor) -> Tensor:
        total: Tensor = x + self.layers(x)
        return total


def plain_network(width: int) -> nn.Sequential:
    plan = ((3, width, 9, 1, False), (width, 2 * width, 3, 2, False), (2 * width, 4 * width, 3, 2, False))
    back = ((4 * width, 2 * width, 3, 1, True), (2 * width, width, 3, 1, True))

    def normed(inputs: int, outputs: int, size: int, stride: int, doubles: bool) -> list[nn.Module]:
        norm = nn.InstanceNorm2d(outputs, affine=True)
        return [Convolution(inputs, outputs, size, stride, doubles=doubles), norm, nn.ReLU()]

    down, up = ([layer for row in rows for layer in normed(*row)] for rows in (plan, back))
    return nn.Sequential(*down, *(Block(4 * width) for _ in range(5)), *up, Convolution(width, 3, 9), nn.Tanh())


class PlainFastStyle:
    """As PyTorch's example of fast style, with the terms of `FastStyleSystem`."""

    def __init__(self, recipe: FastStyle, taps: Taps, images: Tensor, style: Tensor) -> None:
        self.recipe, self.taps, self.images = recipe, taps, images
        self.network = plain_network(recipe.width)
        self.mean = copy.deepcopy(self.network).requires_grad_(False)
        self.optimizer = torch.optim.Adam(self.network.parameters(), lr=1e-3)
        self.wanted = [gram(layer).mean(0) for layer in taps(style / 2 + 0.5)]

    def __call__(self) -> None:
        self.optimizer.zero_grad()
        drawn = self.network(self.images)
        seen, real = self.taps(drawn / 2 + 0.5), self.taps(self.images / 2 + 0.5)
        content = content_weight(self.recipe.strength) * F.mse_loss(seen[1], real[1])
        style = torch.stack([F.mse_loss(gram(ours), aim.expand_as(gram(ours)))
                             for ours, aim in zip(seen, self.wanted, strict=True)]).sum()  # fmt: skip
        rough = (drawn[..., 1:] - drawn[..., :-1]).abs().mean() + (drawn[..., 1:, :] - drawn[..., :-1, :]).abs().mean()
        (content + style + self.recipe.smoothness * rough).backward()
        self.optimizer.step()
        for value in (content, style, rough):
            value.item()
        for mean, weight in zip(self.mean.parameters(), self.network.parameters(), strict=True):
            mean.data.mul_(0.999).add_(weight.data, alpha=0.001)


def gram(layer: Tensor) -> Tensor:
    batch, channels, height, width = layer.shape
    flat = layer.reshape(batch, channels, height * width)
    return flat.bmm(flat.transpose(1, 2)) / (channels * height * width)


def faststyle_steps(recipe: FastStyle) -> tuple[Step, Step]:
    taps = Taps(list(SqueezeNet().features.children()))
    images, style = (torch.rand(recipe.batch, 3, recipe.resolution, recipe.resolution) * 2 - 1 for _ in range(2))
    system = recipe.build(ImageSpec(3, ()))
    batch = Batch(images, torch.zeros(recipe.batch, dtype=torch.long), style)
    system.see_with(taps)
    system.show(batch)
    trainer = Trainer(system, choose("cpu"), ema_kimg=recipe.ema_kimg)
    return lambda: read(trainer.train(batch)), PlainFastStyle(recipe, taps, images, style)


# Measuring ------------------------------------------------------------------------------------------------------------


def read(losses: Mapping[str, Tensor]) -> None:
    """As a session reads them."""
    for value in losses.values():
        value.item()


def compared(steps: tuple[Step, Step], seconds: float, clock: Callable[[], float]) -> str:
    """Seconds of both, the ratio of plain to ours, and its middle half."""
    taken: tuple[list[float], list[float]] = ([], [])
    for step in steps:
        step()
    begun = time.perf_counter()
    while len(taken[0]) < 5 or time.perf_counter() - begun < seconds:
        turns = list(zip(steps, taken, strict=True))
        for step, times in turns if len(taken[0]) % 2 else reversed(turns):
            before = clock()
            step()
            times.append(clock() - before)
    ours, plain = (statistics.median(times) for times in taken)
    ratios = sorted(theirs / own for own, theirs in zip(*taken, strict=True))
    low, high = ratios[len(ratios) // 4], ratios[-1 - len(ratios) // 4]
    return f"{ours:.3f} | {plain:.3f} | {statistics.median(ratios):.2f} | {low:.2f} to {high:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("presets", nargs="*", metavar="PRESET", help=f"of {', '.join(SMALL)}")
    parser.add_argument("--seconds", type=float, default=20.0, help="for each")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--work", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    clock = time.process_time if args.work else time.perf_counter
    print("| preset | stage | at | ours, s | plain, s | plain / ours | middle half of the turns |")
    print("|---|---|---|---|---|---|---|")
    for name in args.presets or SMALL:
        if name == "faststyle":
            style = FastStyle().with_values(FastStyle.presets["quick"].values)
            at = f"{style.resolution} px, batch {style.batch}"
            print(f"| {name} | | {at} | {compared(faststyle_steps(style), args.seconds, clock)}", flush=True)
            continue
        recipe = SuperRes().with_values({**SuperRes.presets[name].values, **SMALL[name]})
        at = f"{recipe.resolution} px, batch {recipe.batch}, {recipe.blocks} blocks"
        for stage in ("fidelity", "game"):
            print(
                f"| {name} | {stage} | {at} | {compared(superres_steps(recipe, stage), args.seconds, clock)}",
                flush=True,
            )


if __name__ == "__main__":
    main()
