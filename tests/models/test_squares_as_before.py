"""Squares train and draw to the bit as they did before pictures could have any shape or let through.

The table was made by the commit before that (83812fb), in the way of `seen` below. Bits depend on the processor and on
torch, so they are compared only where a probe of both gives the bits that it gave then; elsewhere the numbers agree to
a part.
"""

import hashlib

import numpy as np
import pytest
import torch
from torch import nn

from ganstudio.core.device import choose
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.settings import settings_of
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.models.gallery import RECIPES
from tests.models.contract import CLASSES

SMALL = {
    "batch": 4, "latent": 8, "width": 8, "widest": 16, "generator_widths": "16,16", "discriminator_widths": "16,16",
    "fade_kimg": 0.008, "stable_kimg": 0.004, "style_size": 8, "channel_base": 128, "blocks": 1,
    "discriminator_width": 4,
}  # fmt: skip
PROBE = "dc6e66122a8c521f"
BEFORE = {
    "linear": ("8d4b3132c14c71c4", "df8db6a2bee0601a", 0.127365, 0.00576),
    "dcgan": ("4924a758d5c4edf6", "01da13ae0c8550c5", 0.026886, 0.000185),
    "upsample": ("6c6ce3ec1737a67e", "413b6072b327de9e", 0.159687, -0.042611),
    "cgan": ("a2fa834c12d1108f", "fd120441dfe65e45", 0.025907, 0.000137),
    "wgan": ("dbdbac161ac936ea", "bd39f7e55b2a24a6", 0.026217, 0.000204),
    "progan": ("f96a04fc60d33528", "ec47046ade000a1f", 45.635196, -0.12101),
    "stylegan": ("da152f9caca0ad0d", "af4b607945a08227", 45.317861, -0.102062),
    "stylegan2": ("ad4fe200aa96279f", "db8991020feb932c", 2.16225, -0.150261),
    "r3gan": ("779dc7716219d6c5", "4c68d3ebd25ffc9d", 0.093747, -0.059053),
    "fastgan": ("d0fcf6d76f0832ea", "d364d20531067cbf", 0.024502, 9.9e-05),
    "cyclegan": ("38753a45cc96419f", "828ef09d1a0e1c7a", 0.01587, 0.038601),
    "cut": ("0e470ae984ceb0b9", "03e689685835e031", 0.01603, 0.045564),
}
"""Of each recipe: the bits of weights and losses after three steps, those of the pictures, the mean size of the numbers
and the mean of the pictures."""


def bits(numbers: np.ndarray) -> str:
    return hashlib.blake2b(np.ascontiguousarray(numbers).tobytes(), digest_size=8).hexdigest()


def probe() -> str:
    """What the layers of the recipes, their gradients and Adam are here, at the sizes that the recipes have."""
    torch.manual_seed(7)
    layers = [
        nn.Conv2d(3, 16, 3, padding=1), nn.BatchNorm2d(16), nn.LeakyReLU(0.2), nn.Conv2d(16, 16, 4, 2, 1),
        nn.GroupNorm(4, 16), nn.Upsample(scale_factor=2), nn.Conv2d(16, 8, 1), nn.ConvTranspose2d(8, 8, 4, 2, 1),
        nn.AvgPool2d(2), nn.Conv2d(8, 8, 7, padding=3, padding_mode="reflect"), nn.Flatten(), nn.Linear(2048, 16),
        nn.Softplus(),
    ]  # fmt: skip
    network = nn.Sequential(*layers)
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-2, fused=True)
    for _ in range(3):
        optimizer.zero_grad()
        network(torch.randn(4, 3, 16, 16)).square().mean().backward()
        optimizer.step()
    return bits(torch.cat([weight.detach().flatten() for weight in network.parameters()]).numpy())


def seen(name: str) -> tuple[str, str, float, float]:
    kind = next(kind for kind in RECIPES if kind.name == name)
    known = {field.name for field in settings_of(kind)}
    side = {"cyclegan": 32, "cut": 32, "fastgan": 64}.get(name, 16)
    recipe = kind().with_values({key: value for key, value in SMALL.items() if key in known} | {"resolution": side})
    torch.manual_seed(0)
    spec = ImageSpec(3, CLASSES if getattr(recipe, "conditional", False) else ())
    trainer = Trainer(recipe.build(spec), choose("cpu"), seed=0, ema_kimg=recipe.ema_kimg)
    for step in range(3):
        images = torch.rand(2, recipe.batch, 3, side, side, generator=torch.Generator().manual_seed(step)) * 2 - 1
        labels = torch.arange(recipe.batch) % len(CLASSES)
        losses = trainer.train(Batch(images[0], labels, images[1] if recipe.sides == 2 else None))
    tensors = [known for key in sorted(trainer.averages) for known in trainer.averages[key].state_dict().values()]
    numbers = torch.cat(
        [each.detach().double().flatten() for each in [*tensors, *(losses[key] for key in sorted(losses))]]
    )
    random = torch.Generator().manual_seed(1)
    given = torch.randn(4, *((3, side, side) if recipe.sides == 2 else (recipe.latent,)), generator=random)
    classes = [torch.tensor([0, 1, 2, 0])] if spec.classes else []
    with torch.no_grad():
        drawn = trainer.averages[min(trainer.averages)].eval()(given, *classes)
    return (
        bits(numbers.numpy()), bits(drawn.numpy()), round(float(numbers.abs().mean()), 6),
        round(float(drawn.double().mean()), 6),
    )  # fmt: skip


@pytest.mark.parametrize("name", BEFORE)
def test_that_squares_are_trained_and_drawn_as_before(name):
    weights, pictures, size, mean = seen(name)
    if probe() == PROBE:
        assert (weights, pictures) == BEFORE[name][:2]
    np.testing.assert_allclose(size, BEFORE[name][2], rtol=1e-3, atol=1e-4)
    np.testing.assert_allclose(mean, BEFORE[name][3], rtol=1e-3, atol=3e-4)  # a spectral norm's start moves it so far
