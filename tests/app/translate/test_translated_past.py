"""The time machine of a translation: the same pictures as the generators of its moments translate them."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from safetensors import safe_open

from ganstudio.app.export.model_export import ModelExport
from ganstudio.app.runner.between_steps import Openers
from ganstudio.app.training.time_machine_page import TimeTravel
from ganstudio.app.translate.page import TranslateLive
from ganstudio.cli import main
from ganstudio.core.events import Sampled
from ganstudio.core.film_requests import LapseRequest
from ganstudio.core.run import Run, RunError
from ganstudio.panels.parts.pictures import to_pixels
from ganstudio.panels.training.time_machine import TimeMachine
from ganstudio.workflows.open_run import open_session, open_translator
from ganstudio.workflows.timeline import kept_moments, sources_of
from ganstudio.workflows.translated_past import inputs_of, ways_in
from tests.workflows.test_two_image_sets import folder_of, run_of

torch.set_num_threads(1)
PATIENCE = 60_000


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A translation with a snapshot at its beginning and one at its end, and grids of both."""
    root = tmp_path_factory.mktemp("translation")
    run = run_of(root, folder_of(root / "a", 4), folder_of(root / "b", 4), steps=300, batch=4)
    assert list(open_session(run).events())[-1].outcome == "completed"
    return run


@pytest.fixture
def travel(qtbot: QtBot, tmp_path: Path, run: Run) -> Iterator[TimeTravel]:
    panel = TimeMachine()
    qtbot.addWidget(panel)
    panel.show()
    made = TimeTravel(panel, Openers(), lambda: tmp_path)
    made.show_run(run)
    made.take(run.events())
    made.setAwake(True)
    yield made
    assert made.close()


def grids_of(run: Run) -> list[Sampled]:
    return [event for event in run.events() if isinstance(event, Sampled)]


def drawn(travel: TimeTravel) -> bool:
    matrix = travel.panel.matrix
    rows, columns = matrix.rowCount(), matrix.columnCount()
    return bool(columns) and not any(matrix.picture(rows - 1, at).isNull() for at in range(columns))


def test_that_both_directions_and_the_pictures_that_go_in_are_found_in_the_grids(run: Run) -> None:
    grids = grids_of(run)
    assert ways_in(grids) == ("B", "A")
    kept = kept_moments(run, {})
    assert set(sources_of(run, kept, grids)) == {"snapshots", "grids"}
    with Image.open(run.folder / grids[-1].path) as image:
        whole = np.asarray(image)
    expected = np.stack([whole[row * 16 : row * 16 + 16, 64:80] for row in (0, 1)])
    assert np.array_equal(inputs_of(run, grids, "A", 2), expected)


def test_that_pictures_that_are_gone_are_a_sentence(run: Run) -> None:
    with pytest.raises(RunError, match="not there any more"):
        inputs_of(run, [], "B", 8)


@pytest.mark.parametrize("to", ["B", "A"])
def test_that_every_moment_shows_what_its_generator_makes_of_the_same_pictures(
    qtbot: QtBot, travel: TimeTravel, run: Run, to: str
) -> None:
    travel.panel.sourceChosen.emit("snapshots")
    travel.panel.wayChosen.emit(to)
    qtbot.waitUntil(lambda: drawn(travel), timeout=PATIENCE)
    matrix, moments = travel.panel.matrix, kept_moments(run, {})
    assert matrix.columnCount() == len(moments) > 1
    inputs = inputs_of(run, grids_of(run), to, 8)
    assert [np.array_equal(to_pixels(shown)[:, :, :3], given) for shown, given in
            zip(matrix.inputs(), inputs, strict=True)] == [True] * len(inputs)  # fmt: skip
    for at in (0, len(moments) - 1):
        expected = open_translator(run, to=to, checkpoint=moments[at].name).image(Image.fromarray(inputs[1]))
        assert np.array_equal(to_pixels(matrix.picture(1, at))[:, :, :3], expected)
    assert not np.array_equal(to_pixels(matrix.picture(1, 0)), to_pixels(matrix.picture(1, len(moments) - 1)))


def test_that_grids_follow_the_direction_too(qtbot: QtBot, travel: TimeTravel, run: Run) -> None:
    travel.panel.sourceChosen.emit("grids")
    travel.panel.wayChosen.emit("A")
    qtbot.waitUntil(lambda: drawn(travel), timeout=PATIENCE)
    with Image.open(run.folder / grids_of(run)[0].path) as image:
        whole = np.asarray(image)
    assert np.array_equal(to_pixels(travel.panel.matrix.picture(0, 0))[:, :, :3], whole[:16, 80:96])


def test_that_a_film_of_the_moments_is_written_by_the_window_and_by_the_command_line(
    qtbot: QtBot, travel: TimeTravel, run: Run, tmp_path: Path
) -> None:
    travel.panel.sourceChosen.emit("snapshots")
    qtbot.waitUntil(lambda: drawn(travel), timeout=PATIENCE)
    with qtbot.waitSignal(travel.targetChanged, timeout=PATIENCE):
        travel.make_film(LapseRequest("webp", 1.0, 0), tmp_path / "window.webp")
    words = ["--of", "snapshots", "--row", "1", "--seconds", "1", "--to", "B", "--device", "cpu"]
    assert main(["timelapse", str(run.folder), "--out", str(tmp_path / "line.webp"), *words]) == 0
    assert (tmp_path / "window.webp").read_bytes() == (tmp_path / "line.webp").read_bytes()


def test_that_the_page_of_a_translation_has_the_time_machine_and_a_verdict(qtbot: QtBot, run: Run) -> None:
    live = TranslateLive()
    qtbot.addWidget(live)
    live.resize(1000, 700)
    live.show()
    live.show_run(run, list(run.events()), "idle")
    assert any(button.isVisible() for button in live.page.time_buttons)
    assert live.page.more_button.isVisible()
    assert live.page.sentence.text() == live.page.judge.sentence
    assert "At the end:" in live.page.sentence.text()
    assert live.page.film_button.isVisible()
    with qtbot.waitSignal(live.page.networkRequested):
        live.page.export_done_button.click()


def test_that_each_direction_leaves_as_a_network(qtbot: QtBot, run: Run, tmp_path: Path) -> None:
    export = ModelExport()
    export.ask(run, tmp_path, None)
    (dialog,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QFileDialog)]
    assert dialog.selectedFiles()[0].endswith("run-to-B.safetensors")
    kinds = dialog.nameFilters()
    assert [kind.partition(",")[0] for kind in kinds] == ["A → B"] * 3 + ["B → A"] * 3
    dialog.selectNameFilter(kinds[3])
    with qtbot.waitSignal(export.done, timeout=PATIENCE) as emitted:
        dialog.fileSelected.emit(str(tmp_path / "run-to-B.safetensors"))
    dialog.close()
    assert emitted.args == [tmp_path / "run-to-A.safetensors"]
    with safe_open(emitted.args[0], "pt") as file:
        assert file.metadata()["to"] == "A"
    assert export.close()


def test_that_the_command_line_exports_a_direction(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "out.safetensors"
    assert main(["export", str(run.folder), "--out", str(path), "--to", "A"]) == 0
    assert "images of side A" in capsys.readouterr().out
    with safe_open(path, "pt") as file:
        assert file.metadata()["to"] == "A"
