import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganstudio.panels.training.export_form import ExportForm, ExportRequest

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


def test_that_the_grid_is_asked_for_in_one_click(qtbot: QtBot, form: ExportForm) -> None:
    with qtbot.waitSignal(form.exportRequested) as told:
        qtbot.mouseClick(form._export, Qt.MouseButton.LeftButton)
    assert told.args == [ExportRequest(what="grid", folder=FOLDER)]


def test_that_new_pictures_take_count_seed_psi_and_class(qtbot: QtBot, form: ExportForm) -> None:
    form.setClasses(["rose", "tulip"])
    form._what.button("new").click()
    form._count.lineEdit().setText("250")
    form._seed.lineEdit().setText("42")
    form._psi.lineEdit().setText("0.7")
    form._classes.setCurrentIndex(2)
    form._format.button("webp").click()
    form._metadata.click()
    assert form.request() == ExportRequest(
        what="new", folder=FOLDER, format="webp", count=250, first_seed=42, psi=0.7, label="tulip", metadata=False
    )


def test_that_only_what_is_there_can_be_chosen(form: ExportForm) -> None:
    form.setGrid(False)
    assert form.what() == "picked"
    assert not form._what.button("grid").isEnabled()
    form.setPicked(False)
    form.setGenerator(False)
    assert not form._export.isEnabled()
    assert form.request() is None


def test_that_seeds_and_classes_are_shown_for_new_pictures_alone(form: ExportForm) -> None:
    assert not form._count.isVisible()
    form.setWhat("new")
    assert form._count.isVisible()
    assert not form._classes.isVisible()


@pytest.mark.parametrize(("edit", "text"), [("_count", "0"), ("_seed", "-1"), ("_psi", "9"), ("_count", "many")])
def test_that_a_number_that_makes_no_sense_gets_a_sentence(form: ExportForm, edit: str, text: str) -> None:
    form.setWhat("new")
    getattr(form, edit).lineEdit().setText(text)
    assert text in form.message()
    assert not form._export.isEnabled()


def test_that_a_folder_is_needed(qtbot: QtBot) -> None:
    form = ExportForm()
    qtbot.addWidget(form)
    form.setGrid(True)
    assert not form._export.isEnabled()
    with qtbot.waitSignal(form.chooseRequested):
        form._choose.click()
    form.setTarget(FOLDER)
    assert form._export.isEnabled()


def test_that_writing_shows_how_far_it_is_and_can_be_cancelled(qtbot: QtBot, form: ExportForm) -> None:
    form.setProgress(31, 100)
    assert form.message() == "Writing 31 of 100"
    assert form._bar.value() == 31
    assert not form._export.isVisible()
    assert not form._format.isEnabled()
    with qtbot.waitSignal(form.cancelRequested):
        form._cancel.click()
    assert not form._cancel.isEnabled()
    form.setFailed("31 of 100 written, then it was cancelled.")
    assert form._export.isVisible()
    assert form._format.isEnabled()


def test_that_the_end_offers_the_folder(qtbot: QtBot, form: ExportForm) -> None:
    form.setProgress(100, 100)
    form.setDone("100 pictures written.")
    assert form.message() == "100 pictures written."
    with qtbot.waitSignal(form.revealRequested) as told:
        form._reveal.click()
    assert told.args == [FOLDER]


def test_that_what_was_written_stays_said_while_a_run_goes_on(form: ExportForm) -> None:
    form.setDone("100 pictures written.")
    form.setGrid(True)
    form.setGenerator(True)
    form.setBest(1200)
    form.setClasses(["rose"])
    assert form.message() == "100 pictures written."
    assert form._reveal.isVisible()
    form.setWhat("new")
    assert form.message() == ""
    assert not form._reveal.isVisible()


def test_that_new_pictures_come_from_the_best_checkpoint_unless_the_person_says_otherwise(form: ExportForm) -> None:
    form.setWhat("new")
    assert not form._checkpoint.button("best").isEnabled()
    request = form.request()
    assert request
    assert request.checkpoint == "latest"
    form.setBest(1200)
    assert form._checkpoint.button("best").text() == "Best (step 1,200)"
    assert form.request() == dataclasses.replace(request, checkpoint="best")
    form._checkpoint.button("latest").click()
    form.setBest(1600)
    assert form.request() == request
    form.forgetChoice()
    form.setBest(10)
    assert form.request() == dataclasses.replace(request, checkpoint="best")
