"""Every picture can be copied and dragged out: each class that paints pictures, and what another program gets."""

import ast
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

import ganstudio
from ganstudio.app.start.launch import make_application
from ganstudio.core.run import RunSettings, Summary
from ganstudio.export.provenance import is_marked
from ganstudio.panels.enhance.mask_slot import MaskSlot
from ganstudio.panels.explore.directions_panel import DirectionsPanel, Shown
from ganstudio.panels.explore.latent_map import LatentMap
from ganstudio.panels.parts.giving import Giving, giving_of
from ganstudio.panels.parts.grid_view import GridView
from ganstudio.panels.parts.picture_slot import PictureSlot
from ganstudio.panels.parts.picture_tiles import Tiles
from ganstudio.panels.parts.pictures import GridFile
from ganstudio.panels.runs.runs_gallery import RunsGallery
from ganstudio.panels.runs.runs_gallery.lineage import LineageView
from ganstudio.panels.training.best_pictures import BestPictures
from ganstudio.panels.training.data_set_form import Examples
from ganstudio.panels.training.dataset_card import ThumbnailStrip
from ganstudio.panels.training.flower_map import FlowerMap
from ganstudio.panels.training.growth_loop import GrowthLoop
from ganstudio.panels.training.look_through import LookThrough
from ganstudio.panels.training.time_machine.matrix import Matrix
from ganstudio.panels.translate.before_after import BeforeAfter

RED = "#cc2222"
KEEP: list[QWidget] = []


def flat(name: str = RED, side: int = 16) -> QImage:
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(QColor(name))
    return picture


def stage(folder: Path) -> QWidget:
    made = LatentMap()
    made.setPicture(flat())
    return made


def tiles(folder: Path, *, orderable: bool = False) -> QWidget:
    made = Tiles("tiles", "help", columns=1, orderable=orderable)
    made.setCount(1)
    made.setPicture(0, flat())
    made.setAt(0)
    return made


def pins(folder: Path) -> QWidget:
    return tiles(folder, orderable=True)


def grid(folder: Path) -> QWidget:
    made = GridView("grid", "help")
    made.setImage(flat(side=64), 2, 2)
    return made


def slot(folder: Path) -> QWidget:
    made = PictureSlot("Result", "hint", takes=False, gives=True)
    made.setPicture(flat())
    return made


def mask(folder: Path) -> QWidget:
    made = MaskSlot("Picture", "hint", 3)
    made.setPicture(flat())
    return made


def loop(folder: Path) -> QWidget:
    flat().save(str(folder / "grid.png"))
    made = GrowthLoop()
    made.setGrids([GridFile(folder / "grid.png", 1, 1)])
    return made


def before_after(folder: Path) -> QWidget:
    made = BeforeAfter()
    made.setPictures(flat("#222222"), flat())
    made.setMode("beside")
    return made


def flowers(folder: Path) -> QWidget:
    flat(side=128).save(str(folder / "map.png"))
    return FlowerMap(folder / "map.png")


def matrix(folder: Path) -> QWidget:
    made = Matrix("moments", "help")
    made.setShape(["seed 1"], ["step 1"])
    made.setPicture(0, 0, flat())
    return made


def thumbnails(folder: Path) -> QWidget:
    made = ThumbnailStrip()
    made.setImages([flat() for _ in range(8)])
    return made


def end_of_direction(folder: Path) -> QWidget:
    panel = DirectionsPanel()
    KEEP.append(panel)
    panel.setDirections([Shown("hue", "hue", "")])
    end = panel.rows()["hue"].ends[0]
    end.setPicture(flat())
    return end


def wall(folder: Path) -> QWidget:
    panel = LookThrough()
    KEEP.append(panel)
    known = SimpleNamespace(
        name="a", width=16, height=16, row=0, brightness=1.0, distance=64, pair=0, reason="", by_hand=False, fit=None
    )
    panel.setPictures([known], lambda row: flat(), (16, 16), "stretch")
    panel.wall.setCurrentIndex(panel.wall.model().index(0, 0))
    return panel.wall


def examples(folder: Path) -> QWidget:
    return Examples([flat()], "left out")


def best(folder: Path) -> QWidget:
    flat().save(str(folder / "grid.png"))
    made = BestPictures()
    made.setGrid(GridFile(folder / "grid.png", 1, 1))
    return made


def run_card(folder: Path) -> QWidget:
    flat().save(str(folder / "last.png"))
    gallery = RunsGallery()
    KEEP.append(gallery)
    settings = RunSettings(recipe="dcgan", sides=(("x",),))
    gallery.setRuns([(folder, Summary("run", settings, last_sample=folder / "last.png"))])
    gallery.select([folder])
    view = gallery.findChild(LineageView)
    assert view
    return view


WIDGETS: dict[str, Callable[[Path], QWidget]] = {
    "LatentMap": stage, "Tiles": tiles, "pins": pins, "GridView": grid, "PictureSlot": slot, "MaskSlot": mask,
    "GrowthLoop": loop, "BeforeAfter": before_after, "FlowerMap": flowers, "Matrix": matrix,
    "ThumbnailStrip": thumbnails, "_End": end_of_direction, "Wall": wall,
    "Examples": examples, "BestPictures": best, "RunCard": run_card,
}  # fmt: skip
ELSEWHERE = {
    "Canvas": "LatentMap's tiles",
    "_Painter": "the Wall's cells",
    "Picture": "an icon",
}
PASSED = {"ThumbnailStrip", "Examples"}
"""The keyboard does not stop at these."""
PAINTING = {"drawImage", "draw_picture"}


def painting_classes() -> set[str]:
    """Of the whole window: the classes that paint pictures."""
    classes = set()
    for path in Path(ganstudio.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                attributes = {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
                classes |= {node.name} if attributes & PAINTING else set()
    return classes


def test_that_every_class_that_paints_pictures_is_walked_here() -> None:
    assert painting_classes() - set(WIDGETS) - set(ELSEWHERE) == set()


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Callable[[str], QWidget]:
    def show(name: str) -> QWidget:
        made = WIDGETS[name](tmp_path)
        window = made.window()
        qtbot.addWidget(window)
        window.resize(240, 240)
        window.show()
        qtbot.waitUntil(lambda: giving_of(made) is not None and (name in PASSED or has(made)), timeout=5000)
        return made

    yield show
    KEEP.clear()


def has(widget: QWidget) -> bool:
    giving = giving_of(widget)
    return giving is not None and giving.has_picture()


def middle(picture: QImage) -> str:
    return picture.pixelColor(picture.width() // 2, picture.height() // 2).name()


@pytest.mark.parametrize("name", [name for name in WIDGETS if name not in PASSED])
def test_that_ctrl_c_copies_the_picture(qtbot: QtBot, shown: Callable[[str], QWidget], name: str) -> None:
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(shown(name), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert middle(QGuiApplication.clipboard().image()) == RED


@pytest.mark.parametrize("name", WIDGETS)
def test_that_the_picture_is_dragged_into_another_program(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, shown: Callable[[str], QWidget], name: str
) -> None:
    widget = shown(name)
    giving = giving_of(widget)
    given: list[QMimeData] = []
    monkeypatch.setattr(Giving, "drag", lambda giving, picture: given.append(giving.data(picture)))
    surface = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    start = (
        QPoint(12, 12)
        if name in {"Tiles", "pins", "ThumbnailStrip", "_End", "Examples", "BestPictures"}
        else surface.rect().center()
    )
    if isinstance(widget, QAbstractItemView):
        start = widget.visualRect(widget.currentIndex()).center()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mousePress(surface, Qt.MouseButton.LeftButton, control, start)
    qtbot.mouseMove(surface, start + QPoint(2, 0))
    assert given == []
    for away in (QPoint(20, 0), QPoint(-4000, 0)):
        moved(surface, start + away)
    assert len(given) == 1
    assert giving is not None
    assert middle(given[0].imageData()) == RED
    file = Path(given[0].urls()[0].toLocalFile())
    assert middle(QImage(str(file))) == RED


def moved(widget: QWidget, place: QPoint) -> None:
    """As the mouse with its left button held, also where that is outside of the widget."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(place)
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, left, none))


def test_that_what_is_dragged_out_says_that_a_model_made_it_unless_it_is_a_photograph(
    qtbot: QtBot, shown: Callable[[str], QWidget]
) -> None:
    make_application()
    files = []
    for name in ("Tiles", "ThumbnailStrip"):
        giving = giving_of(shown(name))
        assert giving is not None
        files.append(Path(giving.data(flat()).urls()[0].toLocalFile()))
    assert [is_marked(file) for file in files] == [True, False]


def test_that_a_drag_on_the_map_without_ctrl_moves_through_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, shown: Callable[[str], QWidget]
) -> None:
    given: list[QImage] = []
    monkeypatch.setattr(Giving, "drag", lambda giving, picture: given.append(picture))
    widget = shown("LatentMap")
    assert isinstance(widget, LatentMap)
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    moved(widget, QPoint(40, 100))
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(40, 100))
    assert given == []
    assert widget.place() != (0.0, 0.0)


def test_that_after_a_drag_nothing_was_clicked(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, shown: Callable[[str], QWidget]
) -> None:
    monkeypatch.setattr(Giving, "drag", lambda giving, picture: None)
    widget = shown("GridView")
    assert isinstance(widget, GridView)
    picks: list[tuple[int, int]] = []
    widget.picked.connect(lambda row, column: picks.append((row, column)))
    centre = widget.rect().center() + QPoint(20, 20)
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=centre)
    moved(widget, centre + QPoint(30, 0))
    assert picks == []
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=centre)
    assert picks == [(1, 1)]
