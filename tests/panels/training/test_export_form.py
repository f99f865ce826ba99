"""The export form: what it offers, what it refuses with a sentence, and the request that it emits."""

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QProgressBar
from pytestqt.qtbot import QtBot

from ganstudio.panels.parts.numbers import NumberEdit
from ganstudio.panels.training.export_form import ExportForm, ExportRequest
from tests.panels.using import control, press

FOLDER = Path("/exports")


@pytest.fixture
def form(qtbot: QtBot) -> ExportForm:
    made = ExportForm()
    qtbot.addWidget(made)
    made.resize(440, 480)
    made.show()
    made.setGrid(True)
    made.setPicked(True)
    made.setGenerator(True)
    made.setTarget(FOLDER)
    return made


def number(form: ExportForm, name: str) -> NumberEdit:
    return control(form, name, NumberEdit)


def test_that_the_grid_is_asked_for_in_one_click(qtbot: QtBot, form: ExportForm) -> None:
    with qtbot.waitSignal(form.exportRequested) as emitted:
        qtbot.mouseClick(control(form, "Export"), Qt.MouseButton.LeftButton)
    assert emitted.args == [ExportRequest(what="grid", folder=FOLDER)]


def test_that_new_pictures_take_count_seed_psi_and_class(qtbot: QtBot, form: ExportForm) -> None:
    form.setClasses(["rose", "tulip"])
    press(form, "What: New pictures")
    number(form, "How many").lineEdit().setText("250")
    number(form, "First seed").lineEdit().setText("42")
    number(form, "Truncation").lineEdit().setText("0.7")
    control(form, "Class", QComboBox).setCurrentIndex(2)
    press(form, "Format: WebP")
    press(form, "Write recipe, step and seed into the files")
    assert form.request() == ExportRequest(
        what="new", folder=FOLDER, format="webp", count=250, first_seed=42, psi=0.7, label="tulip", metadata=False
    )


def test_that_only_what_is_there_can_be_chosen(form: ExportForm) -> None:
    form.setGrid(False)
    assert form.what() == "picked"
    assert not control(form, "What: This grid").isEnabled()
    form.setPicked(False)
    form.setGenerator(False)
    assert not control(form, "Export").isEnabled()
    assert form.request() is None


def test_that_seeds_and_classes_are_shown_for_new_pictures_alone(form: ExportForm) -> None:
    assert not number(form, "How many").isVisible()
    form.setWhat("new")
    assert number(form, "How many").isVisible()
    assert not control(form, "Class", QComboBox).isVisible()


@pytest.mark.parametrize(
    ("name", "text"), [("How many", "0"), ("First seed", "-1"), ("Truncation", "9"), ("How many", "many")]
)
def test_that_a_number_that_makes_no_sense_gets_a_sentence(form: ExportForm, name: str, text: str) -> None:
    form.setWhat("new")
    number(form, name).lineEdit().setText(text)
    assert text in form.message()
    assert not control(form, "Export").isEnabled()


def test_that_a_folder_is_needed(qtbot: QtBot) -> None:
    form = ExportForm()
    qtbot.addWidget(form)
    form.setGrid(True)
    assert not control(form, "Export").isEnabled()
    with qtbot.waitSignal(form.chooseRequested):
        press(form, "Choose…")
    form.setTarget(FOLDER)
    assert control(form, "Export").isEnabled()


def test_that_writing_shows_how_far_it_is_and_can_be_cancelled(qtbot: QtBot, form: ExportForm) -> None:
    form.setProgress(31, 100)
    assert form.message() == "Writing 31 of 100"
    assert control(form, "Exporting", QProgressBar).value() == 31
    assert not control(form, "Export").isVisible()
    assert not control(form, "Format: PNG").isEnabled()
    with qtbot.waitSignal(form.cancelRequested):
        press(form, "Cancel")
    assert not control(form, "Cancel").isEnabled()
    form.setFailed("31 of 100 written, then it was cancelled.")
    assert control(form, "Export").isVisible()
    assert control(form, "Format: PNG").isEnabled()


def test_that_the_end_offers_the_folder(qtbot: QtBot, form: ExportForm) -> None:
    form.setProgress(100, 100)
    form.setDone("100 pictures written.")
    assert form.message() == "100 pictures written."
    with qtbot.waitSignal(form.revealRequested) as emitted:
        press(form, "Show folder")
    assert emitted.args == [FOLDER]


def test_that_what_was_written_stays_said_while_a_run_goes_on(form: ExportForm) -> None:
    form.setDone("100 pictures written.")
    form.setGrid(True)
    form.setGenerator(True)
    form.setBest(1200)
    form.setClasses(["rose"])
    assert form.message() == "100 pictures written."
    assert control(form, "Show folder").isVisible()
    form.setWhat("new")
    assert form.message() == ""
    assert not control(form, "Show folder").isVisible()


def test_that_new_pictures_come_from_the_best_checkpoint_unless_the_person_says_otherwise(form: ExportForm) -> None:
    form.setWhat("new")
    assert not control(form, "Drawn by: Best").isEnabled()
    request = form.request()
    assert request
    assert request.checkpoint == "latest"
    form.setBest(1200)
    assert control(form, "Drawn by: Best").text() == "Best (step 1,200)"
    assert form.request() == dataclasses.replace(request, checkpoint="best")
    press(form, "Drawn by: Latest")
    form.setBest(1600)
    assert form.request() == request
    form.forgetChoice()
    form.setBest(10)
    assert form.request() == dataclasses.replace(request, checkpoint="best")


def test_that_what_is_drawn_goes_through_the_network_that_was_chosen_until_it_is_taken_back(
    qtbot: QtBot, form: ExportForm
) -> None:
    asked: list[bool] = []
    form.networkRequested.connect(asked.append)
    form.setWhat("new")
    own = form.request()
    assert own
    press(form, "File…")
    press(form, "Run…")
    assert asked == [False, True]
    form.setLarger(Path("/networks/x4.pth"))
    assert form.request() == dataclasses.replace(own, larger=Path("/networks/x4.pth"))
    form.setWhat("picked")
    assert (form.request() or own).larger == Path("/networks/x4.pth")
    form.setWhat("grid")
    assert not control(form, "File…").isVisible()
    assert (form.request() or own).larger is None
    form.setWhat("new")
    press(form, "Do not enlarge")
    assert form.request() == own
    assert not control(form, "Do not enlarge").isVisible()
