"""Squares train and draw to the bit as they did before pictures could have any shape or let through.

The table was made by the commit before that, in the way of `seen` below. Bits depend on the processor and on torch, so
they are compared only where a probe of both gives the bits that it gave then; elsewhere the numbers agree to a part.
"""

import hashlib

import numpy as np
import pytest
import torch

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
PROBE = "78710153fec66db5"
BEFORE = {
    "linear": ("8d4b3132c14c71c4", "df8db6a2bee0601a", 0.127365, 0.00576),
    "dcgan": ("31d3d972cc1739b4", "76aa86e44838a60c", 0.026886, 0.000185),
    "upsample": ("e5a7aee8b6da2bec", "d20ed81ef7ca71de", 0.159687, -0.042832),
    "cgan": ("abab62bf8a73d95e", "82778fde38469403", 0.025907, 0.000137),
    "wgan": ("dbdbac161ac936ea", "bd39f7e55b2a24a6", 0.026217, 0.000204),
    "progan": ("7aa4e042029ab2c8", "d49577d1ed6f7c67", 45.635196, -0.12101),
    "stylegan": ("9dd0376c1da54a14", "0c6ae012c3fcf70f", 45.317861, -0.102062),
    "stylegan2": ("6990f0a8b8fb7709", "38e66e58e49c8f41", 2.16225, -0.150261),
    "r3gan": ("2ef7fefdf6a7ae97", "84ac497a39bf8feb", 0.093747, -0.059053),
    "fastgan": ("0890b6d667a4b541", "4338e6a7ecdc0a1b", 0.024502, 9.9e-05),
    "cyclegan": ("9b698935f1d325b8", "b196cf3449d9f3b3", 0.01587, 0.038602),
    "cut": ("c799caba49c1e153", "10d1ba4229211d54", 0.01603, 0.045564),
}
"""Of each recipe: the bits of weights and losses after three steps, those of the pictures, the mean size of the numbers
and the mean of the pictures."""


def bits(numbers: np.ndarray) -> str:
    return hashlib.blake2b(np.ascontiguousarray(numbers).tobytes(), digest_size=8).hexdigest()


def probe() -> str:
    """What a convolution, a product of matrices and their gradients are here."""
    random = torch.Generator().manual_seed(7)
    images = torch.randn(4, 8, 16, 16, generator=random, requires_grad=True)
    weights = torch.randn(16, 8, 3, 3, generator=random, requires_grad=True)
    drawn = torch.nn.functional.conv2d(images, weights, padding=1).tanh().flatten(1)
    (drawn @ drawn.T).exp().clamp(max=9).mean().backward()
    return bits(torch.cat([drawn.flatten(), images.grad.flatten(), weights.grad.flatten()]).detach().numpy())


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
    np.testing.assert_allclose((size, mean), BEFORE[name][2:], rtol=1e-3, atol=1e-4)
