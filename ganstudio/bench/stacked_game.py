"""A thousand modes: grey images of ten classes, three of them stacked as the colours of one.

Srivastava et al. 2017 (VEEGAN), section 5.2, with handwritten digits of 28 px: DCGAN's generator forgets most of the
1,000 combinations. Here with any grey images in classes, at a size that needs no GPU.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.bench import plane_game
from ganstudio.bench.plane_game import ModeCoverage, outcome
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.settings import Value, from_mapping, setting
from ganstudio.models.adversarial.recipe import changed
from ganstudio.models.dcgan.recipe import DCGAN

if TYPE_CHECKING:
    from torch import Tensor, nn

    from ganstudio.bench.mode_coverage import Coverage
    from ganstudio.bench.stacked_coverage import Reader

RESOLUTION = 16
KIMG = 50.0
CURES: Mapping[str, Mapping[str, Value]] = {
    **plane_game.CURES,
    "instance noise": {"instance_noise": 0.1, "instance_noise_kimg": 25.0},
    "WGAN": {**plane_game.CURES["WGAN"], "weight_clip": 0.05},
    "WGAN-GP": {"objective": "wasserstein", "penalty": "wgan-gp", "n_critic": 5, "beta1": 0.0, "beta2": 0.9},
    "R1": {"penalty": "r1", "penalty_weight": 1.0},
    "relativistic + R1 + R2": {"objective": "relativistic", "penalty": "r1+r2", "penalty_weight": 1.0},
    "DiffAugment": {"augment": "diffaugment"},
    "ADA": {"augment": "ada", "ada_kimg": 50.0},
    "BatchNorm in D": {"discriminator_norm": "batch"},
}
"""As on points, with penalties and noise for images; each alone, against the plain GAN."""


@dataclass(frozen=True, kw_only=True)
class Unequal(DCGAN):
    """A DCGAN whose discriminator has a quarter of its generator's channels: it forgets (Metz et al. 2017, 3.3)."""

    name = "unequal"

    resolution: int = changed(DCGAN, "resolution", RESOLUTION)
    batch: int = changed(DCGAN, "batch", 64)
    width: int = changed(DCGAN, "width", 16)
    critic_width: int = setting(4, "The discriminator's channels.", low=1, high=256, group="Networks")
    discriminator_norm: str = changed(DCGAN, "discriminator_norm", "none")  # gradient penalties forbid BatchNorm
    generator_lr: float = changed(DCGAN, "generator_lr", 1e-3)
    discriminator_lr: float = changed(DCGAN, "discriminator_lr", 1e-3)

    def critic(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.dcgan import networks as dcgan

        norm, statistics = self.discriminator_norm, self.minibatch
        return dcgan.discriminator(
            self.critic_width, self.resolution, image_spec.channels, norm=norm, minibatch=statistics
        )


@dataclass(frozen=True)
class Stack:
    """Images to stack, and the classifier that reads them."""

    images: "Tensor"
    """(N, 1, H, W) in [-1, 1]."""
    reader: "Reader"

    def sample(self, count: int) -> "Tensor":
        """(count, 3, H, W): the classes of the three are independent; from torch's global random state."""
        import torch

        return self.images[torch.randint(len(self.images), (count, 3))].squeeze(2)


def play(values: Mapping[str, Value], stack: Stack, *, seed: int, kimg: float) -> "Coverage":
    """Train with some settings changed, and count what it covers.

    Args:
        kimg: thousand images in each generator's updates; the discriminators see `n_critic` times as many.
    """
    import torch

    from ganstudio.bench.stacked_coverage import SAMPLES
    from ganstudio.core.device import choose
    from ganstudio.core.system import Batch
    from ganstudio.core.trainer import Trainer

    recipe = from_mapping(Unequal, values)
    labels = torch.zeros(recipe.batch, dtype=torch.long)
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        trainer = Trainer(recipe.build(ImageSpec(3)), choose("cpu"), seed=seed, ema_kimg=recipe.ema_kimg)
        for _ in range(round(1000 * kimg / recipe.batch) * recipe.n_critic):
            trainer.train(Batch(stack.sample(recipe.batch), labels))  # the Trainer has seeded this step's draws
        torch.manual_seed(seed)
        generator = trainer.averages["generator"]
        with torch.no_grad():
            pieces = (generator(torch.randn(100, recipe.latent)) for _ in range(SAMPLES // 100))
            return stack.reader.coverage(pieces)


def outcomes(
    stack: Stack, *, seeds: int = 5, kimg: float = KIMG, cures: Mapping[str, Mapping[str, Value]] = CURES
) -> Iterator[ModeCoverage]:
    """What real images cover, then every cure one after the other."""
    from ganstudio.bench.stacked_coverage import SAMPLES

    name = f"stacked images, {RESOLUTION} px"
    real = stack.reader.coverage(stack.sample(100) for _ in range(SAMPLES // 100))
    yield outcome(name, "real images", stack.reader.modes, [real])
    for cure, values in cures.items():
        coverages = [play(values, stack, seed=seed, kimg=kimg) for seed in range(seeds)]
        yield outcome(name, cure, stack.reader.modes, coverages)
