"""The networks of the notes, and the conditional GAN."""

import pytest
import torch

from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.settings import SettingError
from ganstudio.models.adversarial.layers import Critic
from ganstudio.models.cgan.recipe import CGAN
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.models.linear.recipe import Linear
from ganstudio.models.upsample.recipe import Upsample
from ganstudio.models.wgan.recipe import WGAN, WGANGP
from tests.models.contract import CLASSES


def test_that_upsample_is_the_network_of_the_note_at_32_px():
    generator, critic = Upsample().networks(ImageSpec(3))
    linear, *convolutions = [
        module for module in generator.modules() if isinstance(module, torch.nn.Conv2d | torch.nn.Linear)
    ]
    assert (linear.in_features, linear.out_features) == (100, 128 * 8 * 8)
    assert [(convolution.in_channels, convolution.out_channels) for convolution in convolutions] == [
        (128, 128),
        (128, 64),
        (64, 3),
    ]
    judging = [module for module in critic.modules() if isinstance(module, torch.nn.Conv2d)]
    assert [(layer.out_channels, layer.stride[0]) for layer in judging] == [(32, 2), (64, 2), (128, 2), (256, 1)]
    assert critic.head[1].in_features == 256 * 5 * 5


@pytest.mark.parametrize("resolution", [8, 15, 28, 33, 48, 64])
def test_that_upsample_draws_and_judges_any_size(resolution):
    generator, critic = Upsample(width=8, resolution=resolution).networks(ImageSpec(1))
    images = generator(torch.randn(2, 100))
    assert images.shape == (2, 1, resolution, resolution)
    assert critic(images).shape == (2,)


@pytest.mark.parametrize("architecture", ["linear", "convolutional"])
def test_that_a_class_changes_the_picture_of_the_same_noise_and_its_verdict(architecture):
    torch.manual_seed(0)
    recipe = CGAN(architecture=architecture, resolution=16, width=8, latent=8)
    generator, critic = recipe.networks(ImageSpec(1, CLASSES))
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
    critic = CGAN(resolution=32).critic(ImageSpec(1, ("boots", "coats")))
    logits = critic(torch.rand(32, 1, 32, 32) * 2 - 1, torch.arange(32) % 2)
    assert logits.abs().mean() < 3


def test_that_a_conditional_gan_without_classes_is_refused_with_the_way_out():
    with pytest.raises(SettingError, match="subfolder"):
        CGAN(resolution=16).build(ImageSpec(1))


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
    assert (penalised.generator_lr, penalised.discriminator_lr) == (1e-4, 1e-4)
    assert WGANGP.preset("zero").penalty_target == 0.0
    assert not penalised.normalised[1]
    assert clipped.problems() == penalised.problems() == []


def layers_of(network: torch.nn.Module, *kinds: type[torch.nn.Module]) -> list[torch.nn.Module]:
    return [module for module in network.modules() if isinstance(module, kinds)]


@pytest.mark.parametrize(
    ("norm", "widths"), [("none", []), ("after-first", [12, 16]), ("hidden", [8, 12, 16]), ("all", [8, 12, 16, 64])]
)
def test_that_the_linear_generator_has_batch_norm_where_it_is_asked_for(norm, widths):
    recipe = Linear(resolution=8, generator_widths="8,12,16", generator_norm=norm)
    norms = layers_of(recipe.generator(ImageSpec(1)), torch.nn.BatchNorm1d)
    assert [norm.num_features for norm in norms] == widths


def test_that_the_linear_networks_are_made_as_their_settings_say():
    torch.manual_seed(0)
    recipe = Linear(
        generator_activation="relu", discriminator_widths="64,32,16", discriminator_norm=True, dropout=0.4,
        initial_std=0.03,
    )  # fmt: skip
    generator, critic = recipe.networks(ImageSpec(1))
    assert len(layers_of(generator, torch.nn.ReLU)) == 3
    assert not layers_of(generator, torch.nn.LeakyReLU)
    assert [norm.num_features for norm in layers_of(critic, torch.nn.BatchNorm1d)] == [32, 16]
    assert [dropout.p for dropout in layers_of(critic, torch.nn.Dropout)] == [0.4] * 3
    for layer in layers_of(generator, torch.nn.Linear)[1:]:
        assert float(layer.weight.detach().std()) == pytest.approx(0.03, rel=0.05)
    plain = Linear().generator(ImageSpec(1))
    assert {activation.negative_slope for activation in layers_of(plain, torch.nn.LeakyReLU)} == {0.2}


def test_that_the_presets_of_the_notes_train_as_the_notes_say():
    third = Linear.preset("note-3")
    assert (third.beta1, third.label_smoothing, third.generator_norm) == (0.9, 0.1, "all")
    assert (Linear.preset("note-1").initial_std, Linear.preset("note-4").dropout) == (0.03, 0.3)
    assert (Linear.preset("note-5").prior, Linear.preset("note-5").generator_activation) == ("uniform", "relu")
    assert DCGAN.preset("notes").optimizer == "adamw"
    steady = Upsample.preset("steady")
    assert (steady.penalty_weight, steady.penalty_interval, steady.discriminator_lr) == (0.2, 16, 4e-4)


def test_that_dcgan_begins_with_the_papers_weights_and_slopes():
    torch.manual_seed(0)
    for network in DCGAN(resolution=32, width=32).networks(ImageSpec(3)):
        for layer in layers_of(network, torch.nn.Conv2d, torch.nn.ConvTranspose2d):
            assert float(layer.weight.detach().std()) == pytest.approx(0.02, rel=0.1)
        for norm in layers_of(network, torch.nn.BatchNorm2d):
            assert float((norm.weight.detach() - 1).std()) == pytest.approx(0.02, rel=0.4)
        assert {activation.negative_slope for activation in layers_of(network, torch.nn.LeakyReLU)} <= {0.2}


def test_that_the_notes_dcgan_leaks_drops_whole_maps_and_repeats_borders():
    generator, critic = DCGAN.preset("notes").with_values({"width": 8}).networks(ImageSpec(3))
    assert not layers_of(generator, torch.nn.ReLU)
    assert len(layers_of(generator, torch.nn.LeakyReLU)) == 4
    assert [layer.p for layer in layers_of(critic, torch.nn.Dropout2d)] == [0.3]
    convolutions = layers_of(critic, torch.nn.Conv2d)
    assert {convolution.padding_mode for convolution in convolutions if convolution.padding != (0, 0)} == {"replicate"}
    paper = DCGAN(width=8).critic(ImageSpec(3))
    assert not layers_of(paper, torch.nn.Dropout2d)
    assert {layer.padding_mode for layer in layers_of(paper, torch.nn.Conv2d)} == {"zeros"}


def test_that_note_2_has_its_momenta_slopes_and_dropout():
    generator, critic = Upsample(dropout=0.35, width=8).networks(ImageSpec(3))
    assert {layer.momentum for layer in layers_of(generator, torch.nn.BatchNorm2d)} == {0.78}
    assert [layer.momentum for layer in layers_of(critic, torch.nn.BatchNorm2d)] == [0.82, 0.82, 0.8]
    assert [layer.negative_slope for layer in layers_of(critic, torch.nn.LeakyReLU)] == [0.2, 0.25, 0.2, 0.25]
    assert {layer.p for layer in layers_of(critic, torch.nn.Dropout)} == {0.35}


def test_that_the_norm_of_a_conditional_discriminator_is_the_one_that_is_asked_for():
    for norm, kind in (("batch", torch.nn.BatchNorm2d), ("layer", torch.nn.GroupNorm), ("none", ())):
        critic = CGAN(resolution=16, width=8, discriminator_norm=norm).critic(ImageSpec(1, CLASSES))
        norms = layers_of(critic, torch.nn.BatchNorm2d, torch.nn.GroupNorm)
        assert all(isinstance(norm, kind) for norm in norms)
        assert bool(norms) is (norm != "none")


def test_that_the_linear_conditional_networks_are_those_of_the_note():
    generator, critic = CGAN.preset("note-4").with_values({"resolution": 16}).networks(ImageSpec(1, CLASSES))
    sizes = [[(layer.in_features, layer.out_features) for layer in layers_of(net, torch.nn.Linear)]
             for net in (generator, critic)]  # fmt: skip
    assert sizes == [[(103, 128), (128, 256), (256, 256)], [(259, 512), (512, 256), (256, 1)]]
    assert [layer.num_features for layer in layers_of(generator, torch.nn.BatchNorm1d)] == [256]
    assert [layer.p for layer in layers_of(critic, torch.nn.Dropout)] == [0.3, 0.3]
