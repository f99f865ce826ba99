"""Discriminator rejection sampling: on two normal distributions, where the density ratio is known."""

import pytest
import torch

from ganstudio.scores.rejection import Rejection, calibrate


def test_that_the_calibrated_odds_are_the_true_log_ratio():
    """Reals N(1, 1), samples N(0, 1): log p/q = x - 1/2; the discriminator's output is 3x + 5."""
    noise = torch.Generator().manual_seed(0)
    real = torch.randn(20_000, generator=noise) + 1
    fake = torch.randn(20_000, generator=noise)
    calibration = calibrate(3 * real + 5, 3 * fake + 5)
    assert calibration.odds(3 * torch.tensor([0.5]) + 5).item() == pytest.approx(0.0, abs=0.05)
    assert calibration.odds(3 * torch.tensor([1.5]) + 5).item() == pytest.approx(1.0, abs=0.08)


def test_that_rejection_moves_samples_towards_the_data():
    noise = torch.Generator().manual_seed(0)
    fake = torch.randn(20_000, generator=noise, dtype=torch.float64)
    odds = fake - 0.5
    rejection = Rejection.among(odds[:1000])
    chances = rejection.chances(odds)
    kept = torch.rand(20_000, generator=noise, dtype=torch.float64) < chances
    assert 0.5 < float(fake[kept].mean()) < 1.0
    assert 0.1 < float(kept.double().mean()) < 0.5
    assert float(rejection.chances(odds[:1000]).quantile(0.8)) == pytest.approx(0.5, abs=0.01)


def test_that_the_likeliest_is_kept_and_others_by_their_ratio_to_it():
    chances = Rejection(1.0, 0.0).chances(torch.tensor([1.0, 0.0, -1.0]))
    assert chances.tolist() == pytest.approx([1.0, 0.3679, 0.1353], abs=1e-3)


def test_that_without_the_percentile_what_is_kept_has_the_density_of_the_data():
    noise = torch.Generator().manual_seed(0)
    fake = torch.randn(200_000, generator=noise, dtype=torch.float64)
    odds = fake - 0.5
    kept = torch.rand(200_000, generator=noise, dtype=torch.float64) < Rejection(float(odds.max()), 0.0).chances(odds)
    assert float(fake[kept].mean()) == pytest.approx(1.0, abs=0.06)
    assert float(fake[kept].std()) == pytest.approx(1.0, abs=0.06)


def test_that_a_discriminator_that_is_wrong_way_round_says_nothing():
    noise = torch.Generator().manual_seed(0)
    calibration = calibrate(torch.randn(200, generator=noise) - 3, torch.randn(200, generator=noise))
    assert calibration.scale == 0.0


def test_that_too_few_held_out_pictures_are_refused():
    with pytest.raises(ValueError, match="50 held-out pictures or more"):
        calibrate(torch.zeros(49), torch.zeros(500))
