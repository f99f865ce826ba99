"""A GAN for points in the plane, small enough to try every cure of mode collapse within minutes.

Not one of the recipes on offer: it learns no images. It is built, and trained, just as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import mean, pstdev
from typing import TYPE_CHECKING

from ganstudio.core.recipe import ImageSpec, Recipe
from ganstudio.core.settings import Value, from_mapping, setting
from ganstudio.models.adversarial.recipe import AdversarialRecipe, changed

if TYPE_CHECKING:
    from torch import Tensor, nn

    from ganstudio.bench.mode_coverage import Coverage, Gaussians

STEPS: Mapping[str, int] = {"ring of 8": 3000, "grid of 25": 5000}
"""Updates of the generator."""

CURES: Mapping[str, Mapping[str, Value]] = {
    "plain GAN": {},
    "label smoothing": {"label_smoothing": 0.1},
    "instance noise": {"instance_noise": 0.1, "instance_noise_kimg": 200.0},
    "minibatch discrimination": {"minibatch": "discrimination"},
    "minibatch stddev": {"minibatch": "stddev"},
    "3 discriminators": {"discriminators": 3},
    "feature matching": {"feature_matching": 1.0},
    "spectral norm": {"spectral_norm": True},
    "least squares": {"objective": "least-squares"},
    "hinge": {"objective": "hinge"},
    "WGAN": {
        "objective": "wasserstein", "optimizer": "rmsprop", "weight_clip": 0.2, "n_critic": 5,
        "generator_lr": 5e-4, "discriminator_lr": 5e-4,
    },
    "WGAN-GP": {"objective": "wasserstein", "penalty": "wgan-gp", "penalty_weight": 0.1, "n_critic": 5, "beta1": 0.0},
    "R1": {"penalty": "r1", "penalty_weight": 0.1},
    "relativistic + R1 + R2": {"objective": "relativistic", "penalty": "r1+r2", "penalty_weight": 0.1},
    "unrolled, 5 steps": {"unrolled_steps": 5},
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
    generator_lr: float = changed(AdversarialRecipe, "generator_lr", 2e-3)
    discriminator_lr: float = changed(AdversarialRecipe, "discriminator_lr", 1e-3)
    width: int = setting(128, "Units of each of the two hidden layers.", low=2, high=1024, group="Networks")
    games: int = setting(1, "Trainings side by side; each batch has rows for all of them.", low=1, high=100)

    def generator(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.bench import plane_networks

        return plane_networks.Generator(self.games, self.latent, self.width)

    def critic(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.bench import plane_networks

        return plane_networks.Critic(self.games, self.width, self.minibatch)


def play(values: Mapping[str, Value], target: "Gaussians", *, seeds: int, steps: int, seed: int = 0) -> "Tensor":
    """Train on points of `target` with some settings changed, `seeds` times side by side.

    Args:
        steps: updates of each generator; the discriminators take `n_critic` for each.

    Returns:
        What the averaged generators draw: (seeds, SAMPLES, 2).
    """
    import torch

    from ganstudio.bench.mode_coverage import SAMPLES
    from ganstudio.core.device import choose
    from ganstudio.core.system import Batch
    from ganstudio.core.trainer import Trainer

    recipe = from_mapping(Plane, {**values, "games": seeds})
    rows = recipe.batch * seeds
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        # The Trainer counts the images of all games, so the half-life of its averages is that of all, too.
        trainer = Trainer(recipe.build(ImageSpec()), choose("cpu"), seed=seed, ema_kimg=recipe.ema_kimg * seeds)
        labels = torch.zeros(rows, dtype=torch.long)
        for _ in range(steps * recipe.n_critic):
            trainer.train(Batch(target.sample(rows), labels))  # the Trainer has seeded what a step draws
        torch.manual_seed(seed)
        with torch.no_grad():
            drawn: Tensor = trainer.averages["generator"](torch.randn(seeds * SAMPLES, recipe.latent))
    return drawn.reshape(seeds, SAMPLES, 2)


@dataclass(frozen=True, kw_only=True)
class ModeCoverage:
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


def outcome(target: str, cure: str, of: int, coverages: "Sequence[Coverage]") -> ModeCoverage:
    modes, good = [float(coverage.modes) for coverage in coverages], [coverage.good for coverage in coverages]
    return ModeCoverage(
        target=target,
        cure=cure,
        of=of,
        seeds=len(coverages),
        modes=mean(modes),
        modes_spread=pstdev(modes),
        good=mean(good),
        good_spread=pstdev(good),
    )


def outcomes(
    *, seeds: int = 5, steps: int | None = None, cures: Mapping[str, Mapping[str, Value]] = CURES
) -> Iterator[ModeCoverage]:
    """Every cure on the ring and on the grid, one after the other; `steps` as in `STEPS` if None."""
    from ganstudio.bench.mode_coverage import TARGETS, coverage

    for target in TARGETS:
        for cure, values in cures.items():
            drawn = play(values, target, seeds=seeds, steps=steps or STEPS[target.name])
            result = outcome(target.name, cure, len(target.centres), [coverage(points, target) for points in drawn])
            yield replace(result, points=[(x, y) for x, y in drawn[0].tolist()])
