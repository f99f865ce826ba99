"""Every page in every state, at every size that is supported, in both themes, in English and in longer words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.app.fits.stage import stage
from tests.app.fits.states import STATES
from tests.app.fits.walk import walk

SIZES = ((960, 520), (960, 640), (1100, 700), (1200, 760), (1440, 900))


@pytest.mark.slow
@pytest.mark.parametrize(("dark", "wordy"), [(False, False), (True, True)], ids=["English light", "longer dark"])
def test_that_everything_fits_in_every_state_and_size(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, dark: bool, wordy: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with stage(tmp_path, qapp, dark=dark, wordy=wordy) as made:
        assert walk(made, SIZES) == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "dark"), [("de", True), ("zh_CN", False)])
def test_that_everything_fits_in_every_language(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, *, dark: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with stage(tmp_path, qapp, dark=dark, wordy=False, language=language) as made:
        assert walk(made, ((960, 520), (1200, 760))) == []


@pytest.mark.slow
def test_that_everything_fits_on_a_small_screen_at_200_percent(tmp_path: Path) -> None:
    """1920 x 1080 at 200 % is 960 x 540: in a process of its own, for the factor holds for a whole program."""
    environment = os.environ | {"QT_SCALE_FACTOR": "2", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "tests.app.fits.walk", "960x520"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=True)
    first, *faults = done.stdout.splitlines()
    assert first == f"walked {len(STATES)} states at 2 device pixels each"
    assert [line for line in faults if "px" in line or "cannot" in line] == []
