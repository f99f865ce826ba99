"""Parameter counts equal the published ones. Built without memory, on torch's meta device."""

import pytest
import torch

from ganstudio.core.recipe import ImageSpec
from ganstudio.core.system import count_parameters
from ganstudio.models.gallery import DCGAN, R3GAN, FastGAN
from ganstudio.models.stylegan import stylegan2
from ganstudio.models.stylegan.recipe import StyleGAN2


@pytest.mark.parametrize(
    ("recipe", "generator", "discriminator"),
    [
        (DCGAN.preset("radford"), 3_576_704, 2_765_568),
        (DCGAN(width=32), 1_100_224, 694_656),
        (DCGAN(resolution=32, width=64), 1_068_928, 663_296),
        (DCGAN(resolution=32, width=32), 370_624, 167_808),
        # The facts call the first two "map8"; the numbers are those of two mapping layers.
        (StyleGAN2(resolution=64), 22_243_608, 23_407_361),
        (StyleGAN2(resolution=128), 22_949_277, 23_882_369),
        (StyleGAN2(resolution=256), 23_191_522, 24_001_089),
        (StyleGAN2(resolution=256, mapping_layers=8), 24_767_458, 24_001_089),
        (StyleGAN2(resolution=256, channel_base=32768), 28_458_402, 28_864_129),
        (StyleGAN2(resolution=256, channel_base=32768, mapping_layers=8), 30_034_338, 28_864_129),
        (StyleGAN2(resolution=512, channel_base=32768), 28_700_647, 28_982_849),
        (StyleGAN2(resolution=1024, channel_base=32768, mapping_layers=8), 30_370_060, 29_012_513),
        (StyleGAN2.preset("cifar"), 19_947_539, 20_720_641),
        (R3GAN.preset("cifar"), 20_732_160, 20_683_776),
        (R3GAN.preset("ffhq-64"), 22_429_824, 22_381_440),
        (R3GAN.preset("ffhq-256"), 23_057_952, 23_009_568),
    ],
)
def test_that_networks_have_the_published_size(recipe, generator, discriminator):
    with torch.device("meta"):
        networks = recipe.networks(ImageSpec(3))
    assert tuple(map(count_parameters, networks)) == (generator, discriminator)


@pytest.mark.parametrize(
    ("recipe", "generator", "discriminator"),
    [(StyleGAN2.preset("cifar"), 20_215_315, 23_089_664), (R3GAN.preset("cifar"), 20_781_952, 21_280_512)],
)
def test_that_networks_of_ten_classes_have_the_published_size(recipe, generator, discriminator):
    with torch.device("meta"):
        networks = recipe.networks(ImageSpec(3, tuple("0123456789")))
    assert tuple(map(count_parameters, networks)) == (generator, discriminator)


@pytest.mark.parametrize(("size", "parameters"), [(256, 29_127_654), (512, 29_174_200), (1024, 29_176_320)])
def test_that_fastgans_generator_has_the_published_size(size, parameters):
    # The published number for its discriminator is that of another paper's larger one.
    with torch.device("meta"):
        assert count_parameters(FastGAN(resolution=size, width=64).generator(ImageSpec(3))) == parameters


@pytest.mark.parametrize(("layers", "parameters"), [(8, 2_101_248), (2, 525_312)])
def test_that_the_mapping_has_the_published_size(layers, parameters):
    with torch.device("meta"):
        assert count_parameters(stylegan2.Mapping(512, 512, layers, 10)) == parameters


@pytest.mark.parametrize(("size", "layers"), [(64, 10), (128, 12), (256, 14), (512, 16), (1024, 18)])
def test_that_there_is_a_style_for_each_layer(size, layers):
    with torch.device("meta"):
        assert stylegan2.Generator(512, size, 3).num_ws == layers
