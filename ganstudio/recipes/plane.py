"""A GAN for points in the plane, small enough to try every cure of mode collapse within minutes.

Not one of the recipes on offer: it learns no images. It is built, and trained, just as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import mean, pstdev
from typing import TYPE_CHECKING

from ganstudio.core.recipe import Recipe, Subject
from ganstudio.core.settings import Value, from_mapping, setting
from ganstudio.recipes.adversarial import AdversarialRecipe, changed

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.scores.modes import Coverage, Gaussians

STEPS = 1500
"""Updates of the generator."""

CURES: Mapping[str, Mapping[str, Value]] = {
    "plain GAN": {},
    "label smoothing": {"label_smoothing": 0.1},
    "instance noise": {"instance_noise": 0.1, "instance_noise_kimg": 300.0},
    "minibatch discrimination": {"minibatch": "discrimination"},
    "minibatch stddev": {"minibatch": "stddev"},
    "unrolled, 5 steps": {"unrolled_steps": 5},
    "3 discriminators": {"discriminators": 3},
    "feature matching": {"feature_matching": 1.0},
    "spectral norm": {"spectral_norm": True},
    "least squares": {"objective": "least-squares"},
    "hinge": {"objective": "hinge"},
    "WGAN": {
        "objective": "wasserstein", "optimizer": "rmsprop", "weight_clip": 0.05, "n_critic": 5,
        "generator_lr": 5e-4, "discriminator_lr": 5e-4,
    },
    "WGAN-GP": {"objective": "wasserstein", "penalty": "wgan-gp", "penalty_weight": 0.1, "n_critic": 5, "beta1": 0.0},
    "R1": {"penalty": "r1", "penalty_weight": 0.1},
    "relativistic + R1 + R2": {"objective": "relativistic", "penalty": "r1+r2", "penalty_weight": 0.1},
}  # fmt: skip
"""Each alone, against the plain GAN."""


@dataclass(frozen=True, kw_only=True)
class Plane(AdversarialRecipe):
    """Fully connected networks from noise to (x, y) and from (x, y) to a logit."""

    name = "plane"
    title = "Points in the plane"
    summary = "Points instead of pictures: shows which cures of mode collapse cure."
    when = "In `ganstudio bench --suite modes`."
    paper = "Metz et al. 2017, Unrolled Generative Adversarial Networks, arXiv 1611.02163"
    note = "Note 4"

    batch: int = changed(Recipe, "batch", 128)
    latent: int = changed(AdversarialRecipe, "latent", 16)
    generator_lr: float = changed(AdversarialRecipe, "generator_lr", 1e-3)
    discriminator_lr: float = changed(AdversarialRecipe, "discriminator_lr", 1e-3)
    width: int = setting(64, "Units of each of the two hidden layers.", low=2, high=1024, group="Networks")

    def generator(self, subject: Subject) -> "nn.Module":
        from torch import nn

        width = self.width
        return nn.Sequential(
            nn.Linear(self.latent, width), nn.ReLU(), nn.Linear(width, width), nn.ReLU(), nn.Linear(width, 2)
        )

    def critic(self, subject: Subject) -> "nn.Module":
        from torch import nn

        from ganstudio.core.layers import Critic

        width = self.width
        body = nn.Sequential(nn.Linear(2, width), nn.LeakyReLU(0.2), nn.Linear(width, width), nn.LeakyReLU(0.2))
        return Critic(body, nn.Linear(width, 1), (width,), minibatch=self.minibatch)


def play(
    values: Mapping[str, Value], target: "Gaussians", *, seed: int, steps: int
) -> "tuple[Coverage, list[tuple[float, float]]]":
    """Train on points of `target` with some settings changed.

    Args:
        steps: updates of the generator; the discriminator takes `n_critic` for each.

    Returns:
        What the averaged generator covers, and the points that were counted.
    """
    import torch

    from ganstudio.core.device import choose
    from ganstudio.core.system import Batch
    from ganstudio.core.trainer import Trainer
    from ganstudio.scores.modes import SAMPLES, coverage

    recipe = from_mapping(Plane, values)
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        trainer = Trainer(recipe.build(Subject()), choose("cpu"), seed=seed, ema_kimg=recipe.ema_kimg)
        real = target.sample(recipe.batch * 512).split(recipe.batch)
        labels = torch.zeros(recipe.batch, dtype=torch.long)
        for step in range(steps * recipe.n_critic):
            trainer.train(Batch(real[step % len(real)], labels))
        torch.manual_seed(seed)
        with torch.no_grad():
            drawn = trainer.averages["generator"](torch.randn(SAMPLES, recipe.latent))
    return coverage(drawn, target), [(x, y) for x, y in drawn.tolist()]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One cure on one target over several seeds: mean and spread (standard deviation)."""

    target: str
    cure: str
    of: int
    """Modes there are."""
    seeds: int
    modes: float
    modes_spread: float
    good: float
    """Share of the samples that are good, 0 to 1."""
    good_spread: float
    points: list[tuple[float, float]] = field(default_factory=list, repr=False, compare=False)
    """What the first seed's generator drew, where it is points."""


def outcome(target: str, cure: str, of: int, found: "Sequence[Coverage]") -> Outcome:
    modes, good = [float(one.modes) for one in found], [one.good for one in found]
    return Outcome(
        target=target,
        cure=cure,
        of=of,
        seeds=len(found),
        modes=mean(modes),
        modes_spread=pstdev(modes),
        good=mean(good),
        good_spread=pstdev(good),
    )


def outcomes(
    *, seeds: int = 5, steps: int = STEPS, cures: Mapping[str, Mapping[str, Value]] = CURES
) -> Iterator[Outcome]:
    """Every cure on the ring and on the grid, one after the other."""
    from ganstudio.scores.modes import TARGETS

    for target in TARGETS:
        for cure, values in cures.items():
            played = [play(values, target, seed=seed, steps=steps) for seed in range(seeds)]
            found = outcome(target.name, cure, len(target.centres), [coverage for coverage, _ in played])
            yield replace(found, points=played[0][1])
