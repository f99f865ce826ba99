"""Every page in every state: whoever uses the keyboard sees where it is, and no letter means two things."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.app.fits.focus import clashes, without_look
from tests.app.fits.stage import stage
from tests.app.fits.states import STATES
from tests.app.fits.walk import settle


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_that_the_focus_is_seen_wherever_it_is(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, dark: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    seen: set[tuple[object, ...]] = set()
    faults: list[str] = []
    with stage(tmp_path, qapp, dark=dark, wordy=False) as made:
        for name, enter in STATES.items():
            enter(made)
            settle()
            faults += [f"{name}: {fault}" for fault in (*without_look(made.window, seen), *clashes(made.window))]
    assert list(dict.fromkeys(faults)) == []
    assert len(seen) > 40
