"""The settings form: a row for every setting of every recipe, and a sentence for every value that cannot be used."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganstudio.core.recipe import Problem
from ganstudio.core.run import Budget, Preparation
from ganstudio.core.settings import Setting, settings_of, values_of
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.models.gallery import RECIPES
from ganstudio.models.linear.recipe import Linear
from ganstudio.panels.parts.numbers import number_text, stepped
from ganstudio.panels.training.settings_form import SettingsForm
from tests.panels.using import control, label_saying, press, texts


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    made = SettingsForm(DCGAN)
    qtbot.addWidget(made)
    made.resize(460, 800)
    made.show()
    return made


def type_into(qtbot: QtBot, form: SettingsForm, name: str, text: str) -> None:
    line = form.row(name).control.lineEdit()  # type: ignore[attr-defined]
    line.selectAll()
    qtbot.keyClicks(line, text)


@pytest.mark.parametrize("owner", [*RECIPES, Preparation, Budget], ids=lambda owner: owner.__name__)
def test_that_every_dataclass_with_settings_becomes_a_form_that_holds_its_defaults(qtbot: QtBot, owner: type) -> None:
    form = SettingsForm(owner)
    qtbot.addWidget(form)
    assert form.value() == values_of(owner())
    assert owner(**form.value()) == owner()
    assert form.changedCount() == 0


def test_that_the_few_that_matter_are_open_and_the_others_folded(form: SettingsForm) -> None:
    for setting in settings_of(DCGAN):
        assert form.row(setting.name).isVisible() == setting.first
    press(form, "More settings")
    assert form.row("beta1").isVisible()


def test_that_typing_tells_every_value(qtbot: QtBot, form: SettingsForm) -> None:
    emitted: list[dict[str, object]] = []
    form.valueChanged.connect(emitted.append)
    type_into(qtbot, form, "batch", "128")
    assert emitted[-1]["batch"] == 128
    assert emitted[-1]["generator_lr"] == 2e-4


def test_that_a_value_out_of_range_is_answered_with_a_sentence_and_not_told(qtbot: QtBot, form: SettingsForm) -> None:
    type_into(qtbot, form, "latent", "999")
    emitted: list[object] = []
    form.valueChanged.connect(emitted.append)
    with qtbot.waitSignal(form.validityChanged) as turned:
        type_into(qtbot, form, "latent", "9999")
    assert turned.args == [False]
    assert not form.isValid()
    assert form.row("latent").sentence() == "latent goes from 1 to 2048, 9999 is outside."
    assert form.row("latent").control.property("wrong") is True
    assert form.value()["latent"] == 999
    assert emitted[-1]["latent"] == 999  # type: ignore[index]
    type_into(qtbot, form, "latent", "64")
    assert form.isValid()
    assert form.row("latent").sentence() == ""


@pytest.mark.parametrize("text", ["", "-", "1e", "abc", "1..2", "nan", "inf"])
def test_that_nonsense_is_answered_with_a_sentence(qtbot: QtBot, form: SettingsForm, text: str) -> None:
    form.row("generator_lr").control.lineEdit().setText(text)  # type: ignore[attr-defined]
    assert "generator_lr" in form.row("generator_lr").sentence()
    assert form.value()["generator_lr"] == 2e-4


def test_that_a_check_of_the_dataclass_itself_is_shown_at_its_setting(qtbot: QtBot) -> None:
    form = SettingsForm(Linear)
    qtbot.addWidget(form)
    edit = form.row("generator_widths").control
    edit.setText("128,zebra")  # type: ignore[attr-defined]
    assert "generator_widths takes" in form.row("generator_widths").sentence()
    assert form.value()["generator_widths"] == "128,256,512"
    edit.setText("64,64")  # type: ignore[attr-defined]
    assert form.isValid()
    assert form.value()["generator_widths"] == "64,64"


def test_that_what_differs_is_marked_counted_and_set_back_in_one_click(qtbot: QtBot, form: SettingsForm) -> None:
    form.setValue({"width": 64, "beta1": 0.9, "optimizer": "adamw"})
    assert form.changedCount() == 3
    assert control(form, "More settings (2 changed)").text() == "More settings (2 changed)"
    row = form.row("width")
    assert label_saying(row, "Width").font().bold()
    with qtbot.waitSignal(form.valueChanged) as emitted:
        qtbot.mouseClick(control(row, "Set Width back"), Qt.MouseButton.LeftButton)
    assert emitted.args[0]["width"] == DCGAN().width
    assert not control(row, "Set Width back").isVisible()
    assert not label_saying(row, "Width").font().bold()
    with qtbot.waitSignal(form.valueChanged):
        press(form, "Reset")
    assert form.value() == values_of(DCGAN())


def test_that_the_values_of_a_preset_can_be_what_changes_are_measured_by(form: SettingsForm) -> None:
    preset = DCGAN.presets["radford"].values
    form.setValue(preset)
    form.setDefaults(preset)
    assert form.changedCount() == 0
    form.reset()
    assert form.value()["width"] == 64


def test_that_values_that_are_set_are_not_told(qtbot: QtBot, form: SettingsForm) -> None:
    with qtbot.assertNotEmitted(form.valueChanged):
        form.setValue({"batch": 16})
    assert form.value()["batch"] == 16


def test_that_problems_stand_beside_their_settings_and_folded_errors_open_the_fold(form: SettingsForm) -> None:
    general = Problem("warning", (), "Few images.")
    folded = Problem("error", ("optimizer", "batch"), "Clipping does not go with momentum.")
    form.setProblems([general, folded])
    assert form.row("optimizer").sentence() == "Clipping does not go with momentum."
    assert form.row("optimizer").isVisible()
    assert "Few images." in texts(form)
    form.setProblems([])
    assert form.row("optimizer").sentence() == ""
    assert "Few images." not in texts(form)


def test_that_another_recipe_brings_its_own_fields(form: SettingsForm) -> None:
    form.setOwner(Linear)
    assert form.value() == values_of(Linear())
    assert form.row("generator_widths").value() == "128,256,512"


@pytest.mark.parametrize("name", ["batch", "resolution", "objective"])
def test_that_the_wheel_is_left_to_the_page(form: SettingsForm, name: str) -> None:
    before = form.value()
    control = form.row(name).control
    control.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton(0), Qt.KeyboardModifier(0),
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(control, turn)
    assert form.value() == before


def test_that_arrow_keys_step_on_a_scale_that_suits(qtbot: QtBot, form: SettingsForm) -> None:
    qtbot.keyClick(form.row("batch").control, Qt.Key.Key_Up)
    qtbot.keyClick(form.row("generator_lr").control, Qt.Key.Key_Down)
    qtbot.keyClick(form.row("latent").control, Qt.Key.Key_Up)
    assert (form.value()["batch"], form.value()["generator_lr"], form.value()["latent"]) == (64, 1e-4, 101)


def test_that_steps_reach_the_ends_of_the_range_and_stay_there() -> None:
    setting = Setting(name="x", title="x", type=float, default=0.0, help="", low=1e-7, high=1.0, scale="log")
    value = 2e-4
    for _ in range(40):
        value = stepped(setting, value, up=True)
    assert value == 1.0
    for _ in range(60):
        value = stepped(setting, value, up=False)
    assert value == 1e-7
    small = dataclasses.replace(setting, low=0.0, high=0.5, scale="linear")
    assert [stepped(small, value, up=True) for value in (0.0, 0.1, 0.5)] == [0.02, 0.12, 0.5]


@pytest.mark.parametrize(("value", "text"), [(2e-4, "0.0002"), (1e-7, "1e-07"), (12000, "12000"), (0.1 + 0.2, "0.3")])
def test_that_numbers_are_written_with_no_more_digits_than_were_meant(value: float, text: str) -> None:
    assert number_text(value) == text
