"""What holds for all panels: names and tooltips for those who cannot see or do not know, plain text, both themes."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ganstudio.core.checkpoint_names import Moment
from ganstudio.core.comparison import ComparedRun
from ganstudio.core.events import Progress, Sampled, Scored, Warned
from ganstudio.core.settings import settings_of
from ganstudio.models.gallery import RECIPES
from ganstudio.models.style.style_settings import StyleSettings
from ganstudio.panels import look
from ganstudio.panels.drop_area import DropArea
from ganstudio.panels.enhance.larger_form import LargerForm
from ganstudio.panels.enhance.style_form import StyleForm
from ganstudio.panels.parts.class_table import ClassTable
from ganstudio.panels.parts.grid_view import GridView
from ganstudio.panels.parts.picture_slot import PictureSlot
from ganstudio.panels.parts.picture_tiles import Tiles
from ganstudio.panels.parts.plot import Plot
from ganstudio.panels.runs.compare_view import CompareView
from ganstudio.panels.runs.runs_gallery import RunsGallery
from ganstudio.panels.shell.message_bar import Message, MessageBar
from ganstudio.panels.shell.status_strip import StatusStrip
from ganstudio.panels.training.data_set_form import DataSetForm, DataSetResult, FilterResult
from ganstudio.panels.training.dataset_card import DatasetCard
from ganstudio.panels.training.export_form import ExportForm
from ganstudio.panels.training.look_through import LookThrough
from ganstudio.panels.training.plots import LossPlots
from ganstudio.panels.training.recipe_card import RecipeCard
from ganstudio.panels.training.sample_view import SampleView
from ganstudio.panels.training.score_plot import ScorePlot
from ganstudio.panels.training.settings_form import SettingsForm
from ganstudio.panels.training.time_machine import TimeMachine
from ganstudio.panels.training.verdict import VerdictPanel
from ganstudio.panels.translate.before_after import BeforeAfter
from ganstudio.panels.translate.translate_form import TranslateForm
from tests.panels.fitting import misfits, squeezed

MARKUP = "<img src=x>.png"
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractSlider, QAbstractItemView)
PROGRESS = Progress(step=1, kimg=1, seconds=1, images_per_second=1, losses={"generator": 1.0, "D(x)": 0.5, "r1": 0.1})


def dataset_card() -> QWidget:
    card = DatasetCard()
    left_out = [SimpleNamespace(name=MARKUP, reason=MARKUP)]
    sizes = ((64, 48), (4000, 3000))
    card.setReady(MARKUP, SimpleNamespace(used=1, left_out=left_out, sizes=sizes, advice=[MARKUP]), [])
    return card


def look_through() -> QWidget:
    panel = LookThrough()
    picture = SimpleNamespace(
        name=MARKUP,
        width=64,
        height=32,
        row=-1,
        brightness=1.0,
        distance=9,
        pair=0,
        reason=MARKUP,
        by_hand=False,
        fit=None,
    )
    panel.setName(MARKUP)
    panel.setPictures([picture], lambda _: QImage(), (16, 16), "crop")
    return panel


def class_table() -> QWidget:
    table = ClassTable()
    table.setFolders({MARKUP: 3, "b": 4}, "")
    return table


def message_bar() -> QWidget:
    bar = MessageBar()
    bar.add(Message(text=MARKUP, action=MARKUP, log="x"))
    return bar


def status_strip() -> QWidget:
    strip = StatusStrip()
    strip.setRun(f"{MARKUP} {MARKUP} {MARKUP}")
    strip.setState("running")
    strip.append(PROGRESS)
    return strip


def plots() -> QWidget:
    made = LossPlots()
    made.setEvents([PROGRESS])
    return made


def compare_view() -> QWidget:
    made = CompareView()
    made.setRuns([ComparedRun(name=MARKUP, recipe="x", values={"a": n}, events=[PROGRESS]) for n in (1, 2)])
    return made


def sample_view() -> QWidget:
    made = SampleView()
    for step in (1, 1_234_567):
        made.append(Sampled(step=step, kimg=1, path=MARKUP, rows=1, columns=1))
    made.setExplorable(True)
    made.view.setPick((0, 0))
    return made


def export_form() -> QWidget:
    made = ExportForm()
    made.setClasses([MARKUP])
    return made


def data_set_form() -> QWidget:
    form = DataSetForm()
    examples = [FilterResult("copies", 9, 1, [QImage(8, 8, QImage.Format.Format_RGB32)])]
    form.setResult(DataSetResult([(MARKUP, 3)], examples, [MARKUP], MARKUP, {"real": [(10.0, 50.0), (100.0, 60.0)]}))
    return form


def time_machine() -> QWidget:
    made = TimeMachine()
    made.setMoments([Moment(1, 1.0, MARKUP, best=True), Moment(2, 2.0, "x")], [MARKUP])
    made.setSource("grids", ["grids"], MARKUP)
    made.lapse.click()
    made.setLapseFailed(MARKUP)
    return made


def score_plot() -> QWidget:
    made = ScorePlot()
    made.append(Scored(step=1, kimg=1.0, scores={"KID": 0.1, "copies": 0.0}, count=9, features=MARKUP))
    made.redraw()
    return made


def verdict() -> QWidget:
    made = VerdictPanel()
    warned = Warned(
        step=1, topic="x", message=f"{MARKUP}: {MARKUP}", advice=MARKUP, remedy={"discriminator_lr": 1e-4, "flip": True}
    )
    made.take([warned, Scored(step=1, kimg=1.0, scores={"KID": 0.1}, count=9, features=MARKUP)])
    return made


def translate_form() -> QWidget:
    made = TranslateForm()
    made.setCamera(True)
    made.setCheckpoints([MARKUP])
    made.setPictures(MARKUP, 2)
    made.setFolder(Path(MARKUP))
    made.setResult(MARKUP, [SimpleNamespace(name=MARKUP, reason=MARKUP)])
    return made


def before_after() -> QWidget:
    made = BeforeAfter()
    made.setText("Drop pictures or a folder here.")
    return made


def style_form() -> QWidget:
    made = StyleForm({setting.name: setting for setting in settings_of(StyleSettings)})
    made.setStyles([MARKUP, MARKUP])
    made.setMissing(f"{MARKUP} {MARKUP}")
    made.setResult(True)
    made.setSaved(MARKUP)
    return made


def larger_form() -> QWidget:
    made = LargerForm()
    made.setNetwork(Path(MARKUP))
    made.setPictures(MARKUP, 2)
    made.setFolder(Path(MARKUP))
    made.setResult(MARKUP, [SimpleNamespace(name=MARKUP, reason=MARKUP)])
    return made


PANELS: dict[str, Callable[[], QWidget]] = {
    "drop area": lambda: DropArea(MARKUP, MARKUP, sample="Try the sample set"),
    "data set card": dataset_card,
    "look through": look_through,
    "class table": class_table,
    "settings form": lambda: SettingsForm(RECIPES[0]),
    "recipe card": lambda: RecipeCard(RECIPES),
    "sample view": sample_view,
    "plots": plots,
    "status strip": status_strip,
    "message bar": message_bar,
    "runs gallery": RunsGallery,
    "compare view": compare_view,
    "export form": export_form,
    "data set form": data_set_form,
    "translate form": translate_form,
    "before and after": before_after,
    "style form": style_form,
    "larger form": larger_form,
    "picture slot": lambda: PictureSlot(MARKUP, MARKUP),
    "time machine": time_machine,
    "score plot": score_plot,
    "verdict": verdict,
}


SMALLEST: dict[str, tuple[int, int]] = {
    "drop area": (200, 360), "recipe card": (380, 2400), "status strip": (828, 36), "message bar": (828, 80),
    "runs gallery": (828, 500), "compare view": (828, 500),
}  # fmt: skip
"""What a window of 960 x 640 leaves a panel, in pixels; columns are 340 wide and scroll."""


@pytest.fixture(params=PANELS, ids=lambda name: name.replace(" ", "-"))
def panel(request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    made = PANELS[request.param]()
    qtbot.addWidget(made)
    made.resize(600, 600)
    made.show()
    return made


def controls_of(panel: QWidget) -> list[QWidget]:
    """What a person operates; the inner parts that Qt makes for itself are not counted."""
    controls = [widget for widget in panel.findChildren(QWidget) if isinstance(widget, CONTROLS)]
    return [
        control
        for control in controls
        if not isinstance(control, QScrollBar | QHeaderView)
        and not control.objectName().startswith("qt_")
        and control.window() is panel.window()  # not the list that a combo box opens
        and not isinstance(control.parent(), QComboBox | QAbstractSpinBox | QLineEdit | QTableView)
    ]


def test_that_every_control_has_a_name_and_a_tooltip(panel: QWidget) -> None:
    for control in controls_of(panel):
        about = f"{type(control).__name__} in {type(control.parent()).__name__}"
        assert control.accessibleName(), about
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name), about
        assert control.toolTip(), f"{about}: {control.accessibleName()}"


def test_that_every_control_can_be_reached_by_keyboard(panel: QWidget) -> None:
    """Of choices that exclude each other, Tab reaches one and arrow keys the rest."""

    def reached(control: QWidget) -> bool:
        return bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)

    for control in controls_of(panel):
        group = control.group() if isinstance(control, QAbstractButton) else None
        assert any(map(reached, group.buttons() if group else [control])), control.accessibleName()


def test_that_no_label_reads_markup(panel: QWidget) -> None:
    for label in panel.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()


def test_that_no_tooltip_reads_markup_of_a_name(panel: QWidget) -> None:
    for widget in panel.findChildren(QWidget):
        assert MARKUP not in widget.toolTip()


def test_that_no_view_takes_drops(panel: QWidget) -> None:
    for view in panel.findChildren(QAbstractItemView):
        assert view.dragDropMode() == QAbstractItemView.DragDropMode.NoDragDrop


def test_that_text_stands_out_from_its_ground_in_both_themes(panel: QWidget, qapp: QApplication) -> None:
    """And follows when the theme changes under it."""
    for dark, known in ((True, look.DARK), (False, look.LIGHT)):
        look.apply(qapp, dark=dark)
        image = panel.grab().toImage()
        drawn = {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 2)}
        strongest = max(look.contrast(known.surface, QColor(name)) for name in drawn)
        assert strongest >= 4.5
        other = look.LIGHT if dark else look.DARK
        assert other.window not in drawn or other.window in vars(known).values()


def test_that_what_is_drawn_has_a_name(panel: QWidget) -> None:
    """Pictures and plots too: who cannot see them hears what they are."""
    drawn = [widget for widget in panel.findChildren(QWidget) if isinstance(widget, Tiles | GridView | Plot)]
    for widget in [*drawn, *([panel] if isinstance(panel, LossPlots | ScorePlot) else [])]:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), type(widget).__name__


@pytest.mark.parametrize("name", PANELS, ids=lambda name: name.replace(" ", "-"))
def test_that_everything_fits_in_the_smallest_window(qtbot: QtBot, name: str) -> None:
    holder = squeezed(PANELS[name](), *SMALLEST.get(name, (340, 900)))
    qtbot.addWidget(holder)
    assert misfits(holder) == []
