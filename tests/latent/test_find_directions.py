"""Directions: what was planted is found, lengths are one, and looking disturbs nothing."""

import numpy as np
import pytest
import torch
from torch import nn

from ganstudio.core.generator import TrainedGenerator
from ganstudio.latent.direction_file import FILE, Direction, DirectionSet
from ganstudio.latent.find_directions import (
    CancelledError,
    Components,
    DirectionsError,
    attribute,
    closed_form,
    learned,
    principal,
)
from ganstudio.latent.point import Point, Seed
from tests.latent.fakes import plain, styled, with_classes


def vectors(directions: list[Direction]) -> np.ndarray:
    return np.array([direction.vector for direction in directions])


def test_that_streamed_components_are_those_of_all_rows_at_once():
    rows = (
        torch.randn(1000, 20, generator=torch.Generator().manual_seed(0)).double()
        @ torch.diag(torch.arange(20.0)).double()
    )
    components = Components(20)
    for start in range(0, 1000, 100):
        components.add(rows[start : start + 100] + 5)
    _, values, axes = torch.linalg.svd(rows - rows.mean(0), full_matrices=False)
    assert torch.allclose(components.spread[:5], values[:5], rtol=1e-6)
    assert torch.allclose((components.axes[:5] @ axes[:5].T).abs(), torch.eye(5).double(), atol=1e-6)
    assert torch.allclose(components.mean, rows.mean(0) + 5)
    assert sum(components.shares()) == pytest.approx(1.0, abs=1e-6)


def planted(factor: int = 3, latent: int = 6) -> TrainedGenerator:
    """A generator in which one number of z is far louder than the others."""
    torch.manual_seed(0)
    first = nn.Linear(latent, 32)
    with torch.no_grad():
        first.weight[:, factor] *= 12
    network = nn.Sequential(first, nn.LeakyReLU(0.2), nn.Linear(32, 3 * 64), nn.Tanh(), nn.Unflatten(1, (3, 8, 8)))
    return TrainedGenerator(network, latent=latent, prior="normal", resolution=8, channels=3)


def test_that_the_first_component_is_the_loudest_factor():
    directions = principal(planted(), samples=2000, count=3)
    assert abs(directions[0].vector[3]) > 0.98
    assert directions[0].share > directions[1].share > 0


def test_that_the_closed_form_finds_the_loudest_factor_too():
    directions = closed_form(planted(), count=4)
    assert abs(directions[0].vector[3]) > 0.98


@pytest.mark.parametrize("make", [plain, with_classes, styled])
def test_that_closed_form_directions_are_orthonormal(make):
    rows = vectors(closed_form(make(), count=4))
    np.testing.assert_allclose(rows @ rows.T, np.eye(len(rows)), atol=1e-5)


def test_that_the_closed_form_reads_a_transposed_convolution():
    torch.manual_seed(0)
    layer = nn.ConvTranspose2d(5, 7, 4, bias=False)
    network = nn.Sequential(nn.Unflatten(1, (5, 1, 1)), layer, nn.ReLU(), nn.Conv2d(7, 3, 1))
    generator = TrainedGenerator(network, latent=5, prior="normal", resolution=4, channels=3)
    matrix = layer.weight.detach().flatten(1).T.double()  # (F, latent)
    expected = torch.linalg.eigh(matrix.T @ matrix).eigenvectors.flip(1)[:, 0]
    assert abs(float(torch.tensor(closed_form(generator, count=1)[0].vector).double() @ expected)) > 1 - 1e-6


@pytest.mark.parametrize("make", [plain, with_classes, styled])
def test_that_looking_for_directions_leaves_generator_and_random_state_as_they_were(make):
    generator = make()
    before = torch.random.get_rng_state()
    picture = generator.images(generator.latents([1]))
    directions = [*principal(generator, samples=600, count=2), *closed_form(generator, count=2)]
    assert np.allclose(np.linalg.norm(vectors(directions[:2]), axis=1), 1, atol=1e-6)
    assert torch.equal(before, torch.random.get_rng_state())
    assert np.array_equal(picture, generator.images(generator.latents([1])))
    assert all(not module._forward_hooks for module in generator.network.modules())
    assert principal(generator, samples=600, count=2) == directions[:2]


def test_that_finding_components_tells_how_far_it_is_and_can_be_left():
    reports = []
    principal(plain(), samples=2000, on_progress=lambda done, total: reports.append((done, total)))
    assert reports == [(index, 32) for index in range(1, 33)]
    with pytest.raises(CancelledError):
        principal(plain(), samples=2000, cancelled=lambda: True)


def test_that_an_attribute_points_towards_what_has_it():
    chance = np.random.default_rng(0)
    latents = chance.standard_normal((400, 32))
    has = latents[:, 5] > 0
    direction = attribute("tall", latents[has], latents[~has])
    assert direction.vector[5] > 0.9
    assert np.linalg.norm(direction.vector) == pytest.approx(1.0, abs=1e-6)


def test_that_unequal_numbers_of_examples_do_not_turn_an_attribute():
    chance = np.random.default_rng(0)
    latents = chance.standard_normal((400, 16))
    has = latents[:, 5] > 1.2
    assert attribute("tall", latents[has], latents[~has]).vector[5] > 0.9


@pytest.mark.parametrize("make", [plain, styled])
def test_that_an_attribute_is_learned_from_points(make):
    having, lacking = [Point(latent=Seed(s)) for s in range(5)], [Point(latent=Seed(s)) for s in range(5, 9)]
    direction = learned(make(), "round", having, lacking, DirectionSet())
    assert direction.space == ("w" if make is styled else "z")
    with pytest.raises(DirectionsError, match="at least one"):
        learned(make(), "round", having, [], DirectionSet())


def test_that_a_direction_set_keeps_old_ways_when_new_ones_are_found(tmp_path):
    direction = Direction("Component 1", "component", "z", (1.0, 0.0), 1.0)
    direction_set = DirectionSet((direction,)).without("component").added([direction])
    assert [d.name for d in direction_set.shown()] == ["Component 1 (2)"]
    assert direction_set.get("Component 1") is not None
    renamed = direction_set.changed("Component 1 (2)", label="hue")
    renamed.save(tmp_path)
    again, sentence = DirectionSet.load(tmp_path)
    assert sentence == ""
    assert again.directions == renamed.directions
    assert again.shown()[0].title == "hue"


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 2}', '{"format": 1, "directions": [{"name": "a"}]}'])
def test_that_a_damaged_direction_set_is_said_and_empty(tmp_path, text):
    (tmp_path / FILE).write_text(text)
    direction_set, sentence = DirectionSet.load(tmp_path)
    assert not len(direction_set)
    assert "damaged" in sentence
