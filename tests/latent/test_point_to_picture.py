"""Pictures of Points: the identities of the explorer, byte for byte."""

import numpy as np
import pytest
import torch

from ganstudio.core.generator import TrainedGenerator
from ganstudio.latent import style_layers
from ganstudio.latent.direction_file import Direction, DirectionSet
from ganstudio.latent.point import Between, Mix, Numbers, Point, Push, Seed, between
from ganstudio.latent.point_to_picture import ResolveError, abilities, condensed, draw, resolve
from ganstudio.models.stylegan import stylegan2
from tests.latent.fakes import plain, styled, with_classes


def style_gan(classes: tuple[str, ...] = ()) -> TrainedGenerator:
    with torch.random.fork_rng():
        torch.manual_seed(4)
        network = stylegan2.Generator(6, 8, 3, base=64, widest=8, w_dim=8, layers=2, classes=len(classes))
        network.w_avg.normal_()
        for name, strength in network.named_parameters():
            if name.endswith("noise.strength"):
                strength.data.fill_(0.3)
    return TrainedGenerator(network, latent=6, prior="normal", resolution=8, channels=3, classes=classes)


MADE = {
    "plain": plain,
    "uniform": lambda: plain(prior="uniform"),
    "classes": with_classes,
    "styled": styled,
    "stylegan2": style_gan,
    "stylegan2 with classes": lambda: style_gan(("rose", "tulip")),
}


def same(first: np.ndarray, second: np.ndarray) -> bool:
    return first.tobytes() == second.tobytes()


@pytest.fixture(params=MADE)
def generator(request):
    return MADE[request.param]()


@pytest.mark.parametrize("mode", ["slerp", "lerp"])
def test_that_the_ends_of_a_walk_are_the_pictures_of_generate(generator, mode):
    for share, seed in ((0.0, 3), (1.0, 4)):
        ours = draw(generator, Point(latent=between(Seed(3), Seed(4), share, mode)))
        assert same(ours, generator.images(generator.latents([seed]))[0])
        ours = draw(generator, Point(latent=Between(Seed(3), Seed(4), share, mode)))
        assert same(ours, generator.images(generator.latents([seed]))[0])


def test_that_slerp_about_a_uniform_prior_stays_as_far_from_its_middle():
    generator = plain(prior="uniform", latent=64)
    lengths = []
    for share in (0.0, 0.5, 1.0):
        z = resolve(generator, Point(latent=Between(Seed(1), Seed(2), share)), DirectionSet()).z
        lengths.append(float((z - 0.5).norm()))
    assert lengths[1] == pytest.approx((lengths[0] + lengths[2]) / 2, rel=1e-5)


def test_that_psi_zero_is_the_mean_picture_whatever_the_seed(generator):
    mean = [draw(generator, Point(latent=Seed(s), psi=0.0)) for s in (1, 2)]
    assert same(*mean)


def test_that_psi_with_a_cutoff_leaves_the_later_layers_alone():
    generator = styled()
    ws = style_layers.map_to_w(generator, generator.latents([1]), {})
    cut = style_layers.truncated(generator, ws, 0.3, 2)
    assert torch.equal(cut[:, 2:], ws[:, 2:])
    assert torch.allclose(cut[:, :2], generator.network.w_avg + 0.3 * (ws[:, :2] - generator.network.w_avg))
    assert style_layers.truncated(generator, ws, 1.0) is ws


@pytest.mark.parametrize("psi", [0.0, 0.5, 0.7])
def test_that_truncation_is_the_one_of_generate(generator, psi):
    ours = draw(generator, Point(latent=Seed(3), psi=psi, noise=None))
    assert same(ours, generator.images(generator.latents([3]), psi=psi)[0])


@pytest.mark.parametrize("make", [styled, style_gan])
def test_that_mixing_a_latent_with_itself_changes_nothing(make):
    generator = make()
    for layers in ((), (0,), (1, 3), (0, 1, 2, 3)):
        assert same(
            draw(generator, Point(latent=Seed(5), mix=Mix(Seed(5), layers))), draw(generator, Point(latent=Seed(5)))
        )


def test_that_mixing_every_layer_gives_the_other_picture():
    generator = styled()
    mixed = draw(generator, Point(latent=Seed(5), mix=Mix(Seed(6), (0, 1, 2, 3))))
    assert same(mixed, draw(generator, Point(latent=Seed(6))))


@pytest.mark.parametrize("make", [styled, style_gan])
def test_that_noise_off_and_seeded_noise_differ_and_repeat(make):
    generator = make()
    drawn = {noise: draw(generator, Point(latent=Seed(1), noise=noise)) for noise in (None, -1, 3, 4)}
    assert len({picture.tobytes() for picture in drawn.values()}) == 4
    assert same(drawn[3], draw(generator, Point(latent=Seed(1), noise=3)))
    assert same(drawn[None], draw(generator, Point(latent=Seed(1))))


@pytest.mark.parametrize("make", [with_classes, lambda: style_gan(("rose", "tulip"))])
def test_that_a_blend_of_classes_equals_the_classes_at_its_ends(make):
    generator = make()
    for number, name in enumerate(generator.classes):
        alone = generator.images(generator.latents([1]), torch.tensor([number]))[0]
        assert same(draw(generator, Point(latent=Seed(1), classes=((name, 1.0),))), alone)
        others = tuple((class_name, 1.0 if class_name == name else 0.0) for class_name in generator.classes)
        assert same(draw(generator, Point(latent=Seed(1), classes=others)), alone)
    half = draw(generator, Point(latent=Seed(1), classes=(("rose", 0.5), ("tulip", 0.5))))
    ends = [draw(generator, Point(latent=Seed(1), classes=((name, 1.0),))).astype(int) for name in generator.classes]
    assert not same(half, ends[0].astype(np.uint8))
    assert all(not module._forward_hooks for module in generator.network.modules())


def test_that_half_of_each_class_lies_between_them():
    generator = with_classes()
    weights = [(("rose", 1.0),), (("rose", 0.5), ("tulip", 0.5)), (("tulip", 1.0),)]
    first, half, last = (draw(generator, Point(latent=Seed(1), classes=weight)).astype(int) for weight in weights)
    assert ((half >= np.minimum(first, last) - 1) & (half <= np.maximum(first, last) + 1)).all()


def test_that_a_direction_moves_and_strength_zero_does_not():
    generator = plain()
    direction_set = DirectionSet((Direction("hue", "attribute", "z", (1.0, 0, 0, 0, 0, 0), 2.0),))
    original = draw(generator, Point(latent=Seed(1)), direction_set)
    assert same(draw(generator, Point(latent=Seed(1), pushes=(Push("hue", 0.0),)), direction_set), original)
    moved = resolve(generator, Point(latent=Seed(1), pushes=(Push("hue", 1.5),)), direction_set).z
    expected = generator.latents([1])
    expected[0, 0] += 3.0
    assert torch.equal(moved, expected)


def test_that_a_direction_in_w_needs_a_generator_with_w():
    direction_set = DirectionSet((Direction("hue", "component", "w", (1.0, 0, 0, 0, 0), 1.0),))
    point = Point(latent=Seed(1), pushes=(Push("hue", 1.0),))
    assert not same(draw(styled(), point, direction_set), draw(styled(), Point(latent=Seed(1))))
    with pytest.raises(ResolveError, match="no intermediate space"):
        draw(plain(), point, direction_set)


def test_that_a_point_that_does_not_fit_is_refused_with_a_sentence():
    for point in (
        Point(latent=Numbers((1.0, 2.0))),
        Point(latent=Seed(1), pushes=(Push("gone", 1.0),)),
        Point(latent=Between(Seed(1), Seed(2), 0.5, "w")),
        Point(latent=Seed(1), classes=(("rose", 1.0),)),
    ):
        with pytest.raises(ResolveError, match=r"\.$"):
            draw(plain(), point)


def test_that_condensing_keeps_the_picture(generator):
    direction_set = DirectionSet((Direction("hue", "attribute", "z", (0.6, 0.8, 0, 0, 0, 0), 1.0),))
    point = Point(latent=Between(Between(Seed(1), Seed(2), 0.3), Seed(3), 0.7), psi=0.8, pushes=(Push("hue", 1.2),))
    made = condensed(generator, point, direction_set)
    assert isinstance(made.latent, Numbers)
    assert not made.pushes
    assert same(draw(generator, made), draw(generator, point, direction_set))


def test_that_lines_in_w_end_at_the_pictures_of_their_seeds():
    generator = styled()
    for share, seed in ((0.0, 1), (1.0, 2)):
        point = Point(latent=Between(Seed(1), Seed(2), share, "w"))
        assert np.abs(draw(generator, point).astype(int) - draw(generator, Point(latent=Seed(seed)))).max() <= 1
        assert same(
            draw(generator, Point(latent=between(Seed(1), Seed(2), share, "w"))),
            draw(generator, Point(latent=Seed(seed))),
        )


def test_that_abilities_tell_what_can_be_done():
    assert abilities(plain()).layers == 0
    assert abilities(styled()).layers == 4
    assert abilities(with_classes()).blends
    assert not abilities(plain()).blends


def test_that_drawing_leaves_torchs_random_state_alone(generator):
    before = torch.random.get_rng_state()
    point = Point(
        latent=Between(Seed(1), Seed(2), 0.5), psi=0.7, noise=5 if style_layers.is_style(generator.network) else None
    )
    draw(generator, point)
    assert torch.equal(before, torch.random.get_rng_state())
