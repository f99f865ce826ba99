"""The comparison of runs: settings that differ, curves over each other, and scores that can be compared."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from pyqtgraph import PlotCurveItem
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ganstudio.core.comparison import ComparedRun, ScorePoint
from ganstudio.core.events import Progress, Scored
from ganstudio.panels.parts.grid_view import GridView
from ganstudio.panels.parts.plot import Key, Plot
from ganstudio.panels.runs.compare_view import CompareView, ReadTable

Write = Callable[[str, str], Path]


def run(name: str, batch: int, level: float, picture: Path | None = None, recipe: str = "DCGAN") -> ComparedRun:
    events = [
        Progress(step=step, kimg=step / 2, seconds=step, images_per_second=1, losses={"generator": level, "D(x)": 0.5})
        for step in range(1, 50)
    ]
    values = {"batch": batch, "width": 64, "lr": 2e-4, "flip": batch > 64}
    titles = {"batch": "Batch", "flip": "Mirrored"}
    return ComparedRun(name=name, recipe=recipe, values=values, titles=titles, events=events, last_sample=picture)


Shown = TypeVar("Shown", bound=QWidget)


def shown(view: CompareView, kind: type[Shown]) -> list[Shown]:
    """Its widgets of a kind that are not hidden; the first one is the first to be read."""
    return [widget for widget in view.findChildren(kind) if widget.isVisibleTo(view)]


def table(view: CompareView, name: str) -> list[list[str]] | None:
    """What the table of this name shows, None where it is hidden."""
    return next((table.texts() for table in shown(view, ReadTable) if table.accessibleName() == name), None)


def button(view: CompareView, words: str) -> QPushButton:
    return next(button for button in shown(view, QPushButton) if words in button.text())


def sentences(view: CompareView) -> str:
    return " ".join(label.text() for label in shown(view, QLabel))


def curves(view: CompareView) -> list[PlotCurveItem]:
    """What is drawn, in the order of the runs."""
    return list(view.plot.getPlotItem().listDataItems())


def places_and_values(curve: PlotCurveItem) -> tuple[list[float], list[float]]:
    places, values = curve.getData()
    return list(places), list(values)


@pytest.fixture
def view(qtbot: QtBot, grid_file: Write, settle: Callable[[], None]) -> CompareView:
    made = CompareView()
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    made.setRuns([run("a", 64, 1.0, grid_file("a.png", "#ff0000")), run("b", 128, 2.0)])
    settle()
    return made


def test_that_only_settings_that_differ_are_listed(view: CompareView) -> None:
    assert view.differing() == ["batch", "flip"]
    assert table(view, "Settings that differ") == [["Batch", "64", "128"], ["Mirrored", "no", "yes"]]


def test_that_different_recipes_are_named_first(view: CompareView) -> None:
    view.setRuns([run("a", 64, 1.0), run("b", 64, 1.0, recipe="WGAN")])
    assert view.differing() == ["recipe"]
    assert table(view, "Settings that differ") == [["Recipe", "DCGAN", "WGAN"]]


def test_that_equal_settings_are_said(view: CompareView) -> None:
    view.setRuns([run("a", 64, 1.0), run("b", 64, 1.0)])
    assert "All settings are the same." in sentences(view)
    assert table(view, "Settings that differ") is None


def test_that_the_curves_of_all_runs_lie_over_each_other_and_differ_in_line_too(view: CompareView) -> None:
    assert [places_and_values(curve)[1][-1] for curve in curves(view)] == pytest.approx([1.0, 2.0])
    pens = [curve.opts["pen"] for curve in curves(view)]
    assert pens[0].style() != pens[1].style()
    assert pens[0].color() != pens[1].color()
    assert [key.text() for key in shown(view, Key)] == ["1.000", "2.000"]


def test_that_another_number_and_axis_can_be_chosen(view: CompareView) -> None:
    view.setNumber("D(x)")
    view.setAxis("step")
    places, values = places_and_values(curves(view)[0])
    assert values[-1] == pytest.approx(0.5)
    assert places[-1] == 49


def test_that_the_last_samples_stand_beside_each_other(view: CompareView) -> None:
    with_picture, without = shown(view, GridView)
    assert with_picture.image().pixelColor(0, 0).name() == "#ff0000"
    assert without.image().isNull()


def test_that_other_runs_take_the_place_of_the_old(view: CompareView, settle: Callable[[], None]) -> None:
    view.setRuns([run(str(number), 2**number, 1.0) for number in range(5)])
    settle()
    assert len(shown(view, GridView)) == len(curves(view)) == len(shown(view, Key)) == 5
    assert table(view, "Settings that differ") == [["Batch", "1", "2", "4", "8", "16"]]


def test_that_a_run_without_events_is_no_trouble(view: CompareView) -> None:
    view.setRuns([run("a", 1, 1.0), ComparedRun(name="new", recipe="x", values={}, events=())])
    assert len(curves(view)) == 1
    view.grab()


def scored(step: int, kid: float, count: int = 1000) -> Scored:
    return Scored(step=step, kimg=step / 10, scores={"KID": kid, "coverage": 0.5}, count=count, features="builtin-1")


def with_scores(name: str, *scores: Scored, measured: tuple[ScorePoint, ...] = ()) -> ComparedRun:
    plain = run(name, 64, 1.0)
    return dataclasses.replace(plain, events=[*plain.events, *scores], measured=measured)


def test_that_scores_lie_over_each_other_where_they_can_be_compared(view: CompareView) -> None:
    few = with_scores("few", scored(100, 9.0, count=50))
    view.setRuns([with_scores("a", scored(100, 0.4), scored(200, 0.2)), with_scores("b", scored(150, 0.3)), few])
    view.setNumber("KID")
    assert view.plot.curveKeys() == {"0 a", "1 b"}
    assert [places_and_values(curve)[1] for curve in curves(view)] == [[0.4, 0.2], [0.3]]
    assert "N 1,000, builtin-1; lower is better" in sentences(view)
    view.setNumber("generator")
    assert len(curves(view)) == 3
    assert "is better" not in sentences(view)


def test_that_the_table_of_scores_names_n_and_features_and_groups_by_them(view: CompareView) -> None:
    evaluated = ScorePoint(900, 0.0, 0.0, {"FID": 12.25}, 10_000, "inception")
    view.setRuns([with_scores("a", scored(100, 0.2), scored(200, 0.4), measured=(evaluated,)), with_scores("b")])
    assert table(view, "Scores") == [
        ["1,000", "builtin-1", "a", "best while training", "100", "0.2", "–", "0.5"],
        ["10,000", "inception", "a", "evaluated", "900", "–", "12.25", "–"],
    ]
    view.setRuns([with_scores("b"), with_scores("c")])
    assert table(view, "Scores") is None
    assert "None of these runs has scores." in sentences(view)


def test_that_reports_are_asked_for_and_told(qtbot: QtBot, view: CompareView, tmp_path: Path) -> None:
    asked: list[str] = []
    view.exportRequested.connect(asked.append)
    for kind in ("HTML", "CSV"):
        button(view, kind).click()
    assert sorted(asked) == ["csv", "html"]
    view.tell("comparison.html written.", tmp_path)
    with qtbot.waitSignal(view.revealRequested) as revealed:
        button(view, "Show folder").click()
    assert revealed.args == [tmp_path]


def test_that_quality_is_drawn_first_where_it_was_measured(qtbot: QtBot) -> None:
    view = CompareView()
    qtbot.addWidget(view)
    view.setRuns([with_scores("a", scored(100, 0.4)), run("b", 64, 1.0)])
    assert view.plot.curveKeys() == {"0 a"}
    assert "lower is better" in sentences(view)


def test_that_escape_closes(qtbot: QtBot, view: CompareView) -> None:
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    with qtbot.waitSignal(view.closeRequested):
        qtbot.keyClick(view, Qt.Key.Key_Escape)


def wheel(widget: QWidget, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, by: int = -120) -> bool:
    """A notch over the middle of a widget, negative: farther away. Whether the widget took it for itself."""
    middle = widget.rect().center()
    turned = QWheelEvent(QPointF(middle), QPointF(widget.mapToGlobal(middle)), QPoint(), QPoint(0, by),
                         Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(widget, turned)
    return turned.isAccepted()


def test_that_the_wheel_over_a_plot_is_left_to_the_page_and_with_ctrl_looks_closer(view: CompareView) -> None:
    view.resize(700, 300)
    view.show()
    view.grab()
    (plot,) = shown(view, Plot)
    box = plot.getPlotItem().getViewBox()
    before = box.viewRange()
    assert not wheel(plot.viewport())
    assert box.viewRange() == before
    assert wheel(plot.viewport(), Qt.KeyboardModifier.ControlModifier, by=120)
    assert box.viewRange()[0][1] - box.viewRange()[0][0] < before[0][1] - before[0][0]


def test_that_no_wheel_squashes_the_curves(view: CompareView) -> None:
    view.resize(700, 300)
    view.show()
    view.grab()
    (plot,) = shown(view, Plot)
    widest = plot.getPlotItem().getViewBox().viewRange()[0]
    for _ in range(20):
        wheel(plot.viewport(), Qt.KeyboardModifier.ControlModifier)
    view.grab()
    low, high = plot.getPlotItem().getViewBox().viewRange()[0]
    assert high - low <= 1.05 * (widest[1] - widest[0])
