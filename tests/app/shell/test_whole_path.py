"""The whole path with nothing faked: drop, train, pause, stop, export."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory
from ganstudio.app.runner.thread_runner import ThreadRunner
from ganstudio.app.shell.window import MainWindow
from ganstudio.core.events import Finished, Progress, Sampled, Saved
from ganstudio.core.run import Budget, Run
from ganstudio.panels.training.export_form import ExportRequest
from tests.app.shell.test_window import drop

PATIENCE = 60_000
"""Milliseconds until something that must happen has failed to; torch alone may take ten seconds to load."""


@pytest.fixture
def window(qtbot: QtBot, places: Paths) -> Iterator[MainWindow]:
    runner = ThreadRunner()
    window = MainWindow(places, Memory(places.preferences), runner)
    window.show()
    runner.warm_up()
    yield window
    assert window.end_threads(PATIENCE)
    window.close()
    window.deleteLater()


def until(qtbot: QtBot, happened: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(happened()), timeout=PATIENCE)


@pytest.mark.slow
def test_that_dropped_pictures_become_new_ones(
    qtbot: QtBot, window: MainWindow, places: Paths, pictures: Path, tmp_path: Path
) -> None:
    setup = window.train.setup
    setup.setRecipe(
        "linear", "", {"resolution": 16, "batch": 16, "generator_widths": "32", "discriminator_widths": "32"}
    )
    setup.recipes.setBudget(Budget())
    drop(window, pictures)
    until(qtbot, setup.start_button.isEnabled)
    setup.start_button.click()
    live = window.train.live
    until(qtbot, live.grid_path)
    until(qtbot, lambda: window.runner.current == "running")

    live.pause_button.click()
    until(qtbot, lambda: window.runner.current == "paused")
    live.save_button.click()
    live.pause_button.click()
    with qtbot.waitSignal(
        window.runner.happened, timeout=PATIENCE, check_params_cb=lambda event: isinstance(event, Progress)
    ):
        pass
    until(qtbot, lambda: live.plots)

    target = tmp_path / "exported"
    with qtbot.waitSignal(window.services.exporting.done, timeout=PATIENCE) as beside_training:
        live.export.exportRequested.emit(ExportRequest(what="new", folder=target, count=10))
    assert beside_training.args[0].count == 10

    live.stop_button.click()
    until(qtbot, lambda: not window.current_run.busy)
    run = Run.open(places.runs / "pictures-linear")
    events = list(run.events())
    assert [event.outcome for event in events if isinstance(event, Finished)] == ["stopped"]
    assert any(isinstance(event, Sampled) for event in events)
    assert sum(isinstance(event, Saved) for event in events) >= 2

    with qtbot.waitSignal(window.services.exporting.done, timeout=PATIENCE):
        live.export.exportRequested.emit(ExportRequest(what="new", folder=target, count=10, format="webp"))
    with qtbot.waitSignal(window.services.exporting.done, timeout=PATIENCE):
        live.export.exportRequested.emit(ExportRequest(what="grid", folder=target))
    assert len(list(target.glob("seed-*.png"))) == 10
    assert len(list(target.glob("seed-*.webp"))) == 10
    with Image.open(target / "seed-000003.png") as image:
        assert image.size == (16, 16)

    for number in range(2):  # somebody else's pictures have the names now
        Image.new("RGB", (16, 16)).save(target / f"seed-{number:06d}.png")
    with qtbot.waitSignal(window.services.exporting.done, timeout=PATIENCE):
        live.export.exportRequested.emit(ExportRequest(what="new", folder=target, count=2))
    assert (target / "seed-000000-2.png").exists()

    live.samples.view.setPick((0, 1))
    live.samples.explore_button.click()
    assert window.navigation.name == "explore"
    until(qtbot, lambda: window.navigation.explore and window.navigation.explore.last)
    assert window.navigation.explore is not None
    with Image.open(target / "seed-000001-2.png") as image:
        assert np.array_equal(window.navigation.explore.last.pixels, np.asarray(image))  # type: ignore[union-attr]
