"""What both translating Systems stand on: old fakes, the falling rate, the judgements, the error map."""

import math

import pytest
import torch

from ganstudio.core.learning_rates import LinearDecay
from ganstudio.models.cut.recipe import CUT
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.models.translation.system import (
    Pool,
    cross_entropy,
    error_map,
    least_squares,
    pack,
    unpack,
)


def numbered(first: int, count: int) -> torch.Tensor:
    return torch.arange(first, first + count, dtype=torch.float32).view(-1, 1, 1, 1).expand(-1, 3, 4, 4)


def test_that_the_pool_returns_its_first_fifty_unchanged_and_then_about_half_old_ones():
    torch.manual_seed(0)
    pool = Pool(50)
    first = torch.cat([pool.exchange(numbered(step, 1)) for step in range(50)])
    assert torch.equal(first, numbered(0, 50))
    later = [float(pool.exchange(numbered(step, 1))[0, 0, 0, 0]) for step in range(50, 2050)]
    old = sum(value != step for step, value in zip(range(50, 2050), later, strict=True)) / 2000
    assert 0.45 < old < 0.55


def test_that_a_pool_of_none_passes_pictures_through_and_no_pool_keeps_gradients():
    fakes = torch.rand(2, 3, 4, 4, requires_grad=True)
    for size in (0, 3):
        out = Pool(size).exchange(fakes)
        assert torch.equal(out, fakes)
        assert not out.requires_grad


def test_that_what_the_pool_keeps_does_not_change_with_the_picture_it_was_given():
    pool = Pool(1)
    fake = torch.zeros(1, 3, 4, 4)
    pool.exchange(fake)
    fake += 1
    torch.manual_seed(1)
    returned = {float(pool.exchange(fake).mean()) for _ in range(20)}
    assert 0.0 in returned


def test_that_a_restored_pool_goes_on_as_the_one_that_was_saved():
    torch.manual_seed(3)
    pool, copy = Pool(4), Pool(4)
    for step in range(9):
        pool.exchange(numbered(step, 1))
    copy.restore({name: value.clone() for name, value in pool.state().items()}, torch.device("cpu"))
    for step in range(9, 40):
        torch.manual_seed(step)
        ours = pool.exchange(numbered(step, 1))
        torch.manual_seed(step)
        assert torch.equal(ours, copy.exchange(numbered(step, 1)))
    with pytest.raises(ValueError, match="old pictures"):
        Pool(2).restore(pool.state(), torch.device("cpu"))


def test_that_the_learning_rate_has_its_published_values():
    schedule = LinearDecay(200 * 10, 100, 100)  # ten steps an epoch
    assert {schedule.factor(step) for step in range(100 * 10)} == {1.0}
    assert schedule.factor(100 * 10) == pytest.approx(1 - 1 / 101)
    assert schedule.factor(199 * 10) == pytest.approx(1 / 101)
    assert schedule.factor(200 * 10 - 1) == pytest.approx(1 / 101)
    assert schedule.factor(10**9) == pytest.approx(1 / 101)
    assert LinearDecay(0).factor(10**9) == 1.0


def test_that_the_judgements_are_the_published_ones():
    logits = torch.full((1, 1, 3, 3), 0.5)
    assert least_squares(logits, 1.0) == 0.25
    assert least_squares(logits, 0.0) == 0.25
    zeros = torch.zeros(1, 1, 3, 3)
    assert float(cross_entropy(zeros, 1.0)) == pytest.approx(math.log(2))
    assert float(cross_entropy(zeros, 0.0)) == pytest.approx(math.log(2))


def test_that_the_error_map_is_black_where_nothing_changed_and_white_where_much_did():
    picture = torch.zeros(1, 3, 2, 2)
    again = picture.clone()
    again[:, :, 0, 0] = 1.0  # half the range
    shown = error_map(picture, again)
    assert torch.equal(shown[0, :, 0, 0], torch.ones(3))
    assert torch.equal(shown[0, :, 1, 1], -torch.ones(3))


def test_that_pictures_made_of_bytes_survive_being_packed():
    pictures = unpack(torch.arange(256, dtype=torch.uint8).view(1, 1, 16, 16))
    assert torch.equal(unpack(pack(pictures)), pictures)


@pytest.mark.parametrize(
    ("kind", "outcomes"), [(CycleGAN, ["Quick look", "Better", "As published"]), (CUT, ["Better", "As published"])]
)
def test_that_presets_are_named_by_what_comes_of_them_the_fastest_first(kind, outcomes):
    titles = [preset.title for preset in kind.presets.values()]
    assert titles[: len(outcomes)] == outcomes
    sizes = [kind.preset(name).resolution for name in list(kind.presets)[: len(outcomes)]]
    assert sizes == sorted(sizes)
