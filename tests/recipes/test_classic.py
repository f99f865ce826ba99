"""The networks of the notes, and the conditional GAN."""

import pytest
import torch

from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.layers import Critic
from ganstudio.core.recipe import Subject
from ganstudio.core.settings import SettingError
from ganstudio.recipes.cgan import CGAN
from ganstudio.recipes.upsample import Upsample
from ganstudio.recipes.wgan import WGAN, WGANGP
from tests.recipes.contract import CLASSES


def test_that_upsample_is_the_network_of_the_note_at_32_px():
    generator, critic = Upsample().networks(Subject(3))
    linear, *convolutions = [one for one in generator.modules() if isinstance(one, torch.nn.Conv2d | torch.nn.Linear)]
    assert (linear.in_features, linear.out_features) == (100, 128 * 8 * 8)
    assert [(one.in_channels, one.out_channels) for one in convolutions] == [(128, 128), (128, 64), (64, 3)]
    judging = [one for one in critic.modules() if isinstance(one, torch.nn.Conv2d)]
    assert [(one.out_channels, one.stride[0]) for one in judging] == [(32, 2), (64, 2), (128, 2), (256, 1)]
    assert critic.head[1].in_features == 256 * 5 * 5


@pytest.mark.parametrize("resolution", [8, 15, 28, 33, 48, 64])
def test_that_upsample_draws_and_judges_any_size(resolution):
    generator, critic = Upsample(width=8, resolution=resolution).networks(Subject(1))
    images = generator(torch.randn(2, 100))
    assert images.shape == (2, 1, resolution, resolution)
    assert critic(images).shape == (2,)


@pytest.mark.parametrize("architecture", ["linear", "convolutional"])
def test_that_a_class_changes_the_picture_of_the_same_noise_and_its_verdict(architecture):
    torch.manual_seed(0)
    recipe = CGAN(architecture=architecture, resolution=16, width=8, latent=8)
    generator, critic = recipe.networks(Subject(1, CLASSES))
    drawn = TrainedGenerator(generator, latent=8, prior="normal", resolution=16, channels=1, classes=CLASSES)
    z = drawn.latents([3])
    pictures = [drawn.images(z, torch.tensor([label])) for label in range(3)]
    assert (pictures[0] != pictures[1]).any()
    images = torch.rand(1, 1, 16, 16)
    critic.eval()
    assert critic(images, torch.tensor([0])).item() != critic(images, torch.tensor([1])).item()
    with pytest.raises(ValueError, match="outside"):
        drawn.images(z, torch.tensor([3]))


def test_that_projection_adds_the_product_of_features_and_the_class():
    critic = Critic(torch.nn.Identity(), torch.nn.Flatten(), (5,), classes=3)
    critic.head = torch.nn.Linear(5, 1)
    features, labels = torch.randn(4, 5), torch.tensor([0, 1, 2, 0])
    table = critic.projection.weight
    difference = critic(features, labels) - critic(features, (labels + 1) % 3)
    torch.testing.assert_close(difference, (features * (table[labels] - table[(labels + 1) % 3])).sum(dim=1))


def test_that_a_conditional_discriminator_begins_undecided():
    torch.manual_seed(0)
    critic = CGAN(resolution=32).critic(Subject(1, ("boots", "coats")))
    logits = critic(torch.rand(32, 1, 32, 32) * 2 - 1, torch.arange(32) % 2)
    assert logits.abs().mean() < 3


def test_that_a_conditional_gan_without_classes_is_refused_with_the_way_out():
    with pytest.raises(SettingError, match="subfolder"):
        CGAN(resolution=16).build(Subject(1))


def test_that_the_wasserstein_recipes_are_those_of_their_papers():
    clipped, penalised = WGAN(), WGANGP()
    assert (clipped.optimizer, clipped.generator_lr, clipped.weight_clip, clipped.n_critic) == (
        "rmsprop",
        5e-5,
        0.01,
        5,
    )
    assert (penalised.penalty, penalised.penalty_weight, penalised.penalty_target) == ("wgan-gp", 10.0, 1.0)
    assert (penalised.beta1, penalised.beta2, penalised.n_critic) == (0.0, 0.9, 5)
    assert not penalised.normalised[1]
    assert clipped.problems() == penalised.problems() == []
