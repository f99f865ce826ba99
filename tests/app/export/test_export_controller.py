"""The export form on the page of a run, from choosing what enlarges to the files, with nothing faked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ganstudio.app.export.export_controller import ExportController
from ganstudio.app.export.export_task import ExportTask
from ganstudio.app.training.live_page import LivePage
from ganstudio.core.run import Run
from ganstudio.export.provenance import read_recipe
from ganstudio.workflows.open_run import open_generator
from tests.app.tiny_runs import tiny_run
from tests.cli.test_upscale import weights  # noqa: F401 - a fixture: it repeats each pixel four times
from tests.panels.using import press

PATIENCE = 20_000


@pytest.fixture
def exporting() -> Iterator[ExportTask]:
    task = ExportTask()
    yield task
    assert task.close()


@pytest.fixture
def page(qtbot: QtBot, exporting: ExportTask, tmp_path: Path) -> LivePage:
    made = LivePage()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.show_run(tiny_run(tmp_path / "run"), [])
    ExportController(made, exporting, tmp_path / "out", made)
    made.export.setGenerator(True)
    made.export.setWhat("new")
    made.export.show()
    return made


def choose(page: LivePage, button: str, path: Path) -> None:
    """As a person does it: the button opens a dialog, the dialog gives a path."""
    press(page.export, button)
    dialog = page.export.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_that_new_pictures_are_written_as_large_as_the_chosen_network_makes_them(
    qtbot: QtBot, page: LivePage, exporting: ExportTask, weights: Path, tmp_path: Path  # noqa: F811
) -> None:  # fmt: skip
    choose(page, "File…", weights)
    request = page.export.request()
    assert request
    assert request.larger == weights
    with qtbot.waitSignal(exporting.done, timeout=PATIENCE):
        page.export.exportRequested.emit(replace(request, count=2))
    path = min((tmp_path / "out").iterdir())
    generator = open_generator(Run.open(tmp_path / "run"), device="cpu")
    with Image.open(path) as image:
        assert image.width == 4 * generator.resolution
    assert (read_recipe(path) or {})["larger"]["by"] == weights.name


def test_that_a_run_that_enlarges_nothing_is_refused_on_the_form(
    qtbot: QtBot, page: LivePage, exporting: ExportTask, tmp_path: Path
) -> None:
    choose(page, "Run…", tmp_path / "run")
    with qtbot.waitSignal(exporting.failed, timeout=PATIENCE):
        page.export.exportRequested.emit(page.export.request())
    assert "makes no pictures larger" in page.export.message()
    assert not (tmp_path / "out").exists()
