"""Counting modes, and that the small GANs of the bench train with every cure."""

import pytest
import torch

from ganstudio.bench import stacked_game
from ganstudio.bench.mode_coverage import GRID, RING, TARGETS, Coverage, coverage
from ganstudio.bench.plane_game import CURES, Plane, outcomes, play
from ganstudio.bench.scatter_picture import scatter
from ganstudio.bench.stacked_coverage import SURE, train_reader
from ganstudio.core.device import choose
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.settings import from_mapping
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer


@pytest.mark.parametrize("target", [RING, GRID])
def test_that_true_samples_cover_every_mode(target):
    torch.manual_seed(0)
    covered = coverage(target.sample(2500), target)
    assert covered.modes == len(target.centres)
    assert covered.good == pytest.approx(0.989, abs=0.01)  # 1 - exp(-9 / 2)


def test_that_one_point_is_one_mode_and_points_between_are_none():
    alone = coverage(torch.tensor(RING.centres[3]).expand(2500, 2), RING)
    assert (alone.modes, alone.good) == (1, 1.0)
    nowhere = coverage(torch.zeros(2500, 2), RING)
    assert (nowhere.modes, nowhere.good) == (0, 0.0)


def test_that_a_mode_with_too_few_samples_does_not_count():
    points = torch.tensor(RING.centres[0]).repeat(2500, 1)
    points[:19] = torch.tensor(RING.centres[1])
    assert coverage(points, RING).modes == 1
    points[:20] = torch.tensor(RING.centres[1])
    assert coverage(points, RING).modes == 2


@pytest.mark.parametrize("cure", CURES)
def test_that_every_cure_is_a_sound_combination_and_trains(cure):
    recipe = Plane().with_values(CURES[cure])
    errors = [
        problem for problem in recipe.problems() if problem.severity == "error" and problem.settings != ("resolution",)
    ]
    assert errors == []
    small = CURES[cure] | {"batch": 16, "width": 8}
    samples = play(small, RING, seeds=2, steps=2)
    assert samples.shape == (2, 2500, 2)
    assert samples.isfinite().all()
    assert play(small, RING, seeds=2, steps=2).equal(samples)


@pytest.mark.parametrize("cure", CURES)
def test_that_games_side_by_side_know_nothing_of_each_other(cure):
    recipe = from_mapping(Plane, CURES[cure] | {"batch": 8, "width": 8, "games": 2})
    ends = []
    for other in (1.0, -3.0):
        torch.manual_seed(0)
        trainer = Trainer(recipe.build(ImageSpec()), choose("cpu"))
        for step in range(2 * recipe.n_critic):
            points = torch.randn(16, 2, generator=torch.Generator().manual_seed(step))
            points[8:] *= other
            trainer.train(Batch(points, torch.zeros(16, dtype=torch.long)))
        ends.append(trainer.system.generator(torch.ones(16, recipe.latent)).detach())
    assert ends[0][:8].equal(ends[1][:8])
    assert not ends[0][8:].equal(ends[1][8:])


def test_that_outcomes_are_means_and_spreads_over_seeds():
    small = {"batch": 16, "width": 8}
    results = list(outcomes(seeds=2, steps=2, cures={"plain GAN": small}))
    assert [result.target for result in results] == [target.name for target in TARGETS]
    good = [coverage(samples, RING).good for samples in play(small, RING, seeds=2, steps=2)]
    assert results[0].good == pytest.approx(sum(good) / 2)
    assert results[0].good_spread == pytest.approx(abs(good[0] - good[1]) / 2)
    assert len(results[0].points) == 2500


def test_that_a_scatter_shows_samples_where_they_fall():
    picture = scatter([("here", [(1.0, 0.0)]), ("nowhere", [])], RING.centres)
    here, nowhere = picture.crop((0, 0, 180, 200)), picture.crop((180, 0, 360, 200))
    assert (178, 58, 14) in {colour for _, colour in here.getcolors(4096)}
    assert (178, 58, 14) not in {colour for _, colour in nowhere.getcolors(4096)}


# Stacked images -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stack():
    """Three classes: dark, grey and bright images."""
    torch.manual_seed(0)
    labels = torch.arange(300) % 3
    images = (labels.float() * 0.8 - 0.8)[:, None, None, None] + 0.05 * torch.randn(300, 1, 16, 16)
    return stacked_game.Stack(images, train_reader(images, labels, steps=60)), labels


def test_that_the_reader_tells_classes_apart(stack):
    assert stack[0].reader.modes == 27
    assert stack[0].reader.accuracy(stack[0].images, stack[1]) == 1.0


def test_that_real_stacks_cover_every_mode_and_equal_ones_one(stack):
    torch.manual_seed(1)
    real = stack[0].sample(1000)
    assert real.shape == (1000, 3, 16, 16)
    covered = stack[0].reader.coverage(real.split(100))
    assert covered.modes == 27
    assert covered.good > 0.95
    assert stack[0].reader.coverage([real[:1].expand(50, -1, -1, -1)]).modes == 1


def test_that_an_image_of_no_class_covers_no_mode(stack):
    between = torch.linspace(-0.9, 0.9, 200)[:, None, None, None].expand(-1, 3, 16, 16)
    covered = stack[0].reader.coverage([between])
    assert covered.modes == 3
    with torch.no_grad():
        sure = stack[0].reader.network(between[:, :1]).softmax(dim=1).amax(dim=1)
    assert covered.good == pytest.approx(float((sure >= SURE).float().mean()))


@pytest.mark.parametrize("cure", stacked_game.CURES)
def test_that_every_cure_of_stacked_images_is_a_sound_combination(cure):
    recipe = from_mapping(stacked_game.Unequal, stacked_game.CURES[cure])
    assert [problem for problem in recipe.problems() if problem.severity == "error"] == []


def test_that_stacked_images_are_learned_and_counted(stack, monkeypatch):
    monkeypatch.setattr("ganstudio.bench.stacked_coverage.SAMPLES", 200)
    small = {"width": 4, "batch": 8}
    covered = stacked_game.play(small, stack[0], seed=0, kimg=0.016)
    assert isinstance(covered, Coverage)
    assert stacked_game.play(small, stack[0], seed=0, kimg=0.016) == covered
    real, plain = stacked_game.outcomes(stack[0], seeds=1, kimg=0.016, cures={"plain GAN": small})
    assert (real.cure, real.modes, plain.of) == ("real images", 27, 27)
