"""A thousand modes: grey images of ten classes, three of them stacked as the colours of one.

Srivastava et al. 2017 (VEEGAN), section 5.2, with handwritten digits of 28 px: DCGAN's generator forgets most of the
1,000 combinations. Here with any grey images in classes, at a size that needs no GPU.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.core.recipe import Subject
from ganstudio.core.settings import Value, from_mapping
from ganstudio.recipes.dcgan import DCGAN
from ganstudio.recipes.plane import Outcome, outcome

if TYPE_CHECKING:
    from torch import Tensor

    from ganstudio.scores.modes import Coverage
    from ganstudio.scores.stacked import Reader

RESOLUTION = 16
KIMG = 100.0
BASE: Mapping[str, Value] = {"resolution": RESOLUTION, "width": 16, "batch": 64, "discriminator_norm": "none"}
"""No norm in the discriminator of any, because gradient penalties do not go with BatchNorm."""
CURES: Mapping[str, Mapping[str, Value]] = {
    "plain GAN": {},
    "BatchNorm in D": {"discriminator_norm": "batch"},
    "minibatch stddev": {"minibatch": "stddev"},
    "spectral norm": {"spectral_norm": True},
    "WGAN-GP": {
        "objective": "wasserstein", "penalty": "wgan-gp", "n_critic": 5, "beta1": 0.0, "beta2": 0.9,
    },
    "R1": {"penalty": "r1", "penalty_weight": 1.0},
    "relativistic + R1 + R2": {"objective": "relativistic", "penalty": "r1+r2", "penalty_weight": 1.0},
}  # fmt: skip
"""Each alone, against the plain GAN."""


@dataclass(frozen=True)
class Stack:
    """Images to stack, and who reads them."""

    images: "Tensor"
    """(N, 1, H, W) in [-1, 1]."""
    reader: "Reader"

    def sample(self, count: int) -> "Tensor":
        """(count, 3, H, W): the classes of the three are independent; from torch's global random state."""
        import torch

        return self.images[torch.randint(len(self.images), (count, 3))].squeeze(2)


def play(values: Mapping[str, Value], stack: Stack, *, seed: int, kimg: float) -> "Coverage":
    """Train a DCGAN with some settings changed for `kimg` thousand images, and count what it covers.

    Every cure sees the same number of images; with several discriminator steps, those see other images each.
    """
    import torch

    from ganstudio.core.device import choose
    from ganstudio.core.system import Batch
    from ganstudio.core.trainer import Trainer
    from ganstudio.scores.stacked import SAMPLES

    recipe = from_mapping(DCGAN, {**BASE, **values})
    labels = torch.zeros(recipe.batch, dtype=torch.long)
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        trainer = Trainer(recipe.build(Subject(3)), choose("cpu"), seed=seed, ema_kimg=recipe.ema_kimg)
        for _ in range(round(1000 * kimg / recipe.batch)):
            trainer.train(Batch(stack.sample(recipe.batch), labels))  # the Trainer has seeded this step's draws
        torch.manual_seed(seed)
        generator = trainer.averages["generator"]
        with torch.no_grad():
            pieces = (generator(torch.randn(100, recipe.latent)) for _ in range(SAMPLES // 100))
            return stack.reader.coverage(pieces)


def outcomes(
    stack: Stack, *, seeds: int = 1, kimg: float = KIMG, cures: Mapping[str, Mapping[str, Value]] = CURES
) -> Iterator[Outcome]:
    """What real images cover, then every cure one after the other."""
    from ganstudio.scores.stacked import SAMPLES

    name = f"stacked images, {RESOLUTION} px"
    real = stack.reader.coverage(stack.sample(100) for _ in range(SAMPLES // 100))
    yield outcome(name, "real images", stack.reader.modes, [real])
    for cure, values in cures.items():
        found = [play(values, stack, seed=seed, kimg=kimg) for seed in range(seeds)]
        yield outcome(name, cure, stack.reader.modes, found)
