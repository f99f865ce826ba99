"""SampleView: the grid of samples, as large as fits, and the scrubber over its history."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from ganstudio.core.events import Event, Sampled, Scored, Warned
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, IconButton, column
from ganstudio.panels.parts.grid_view import GridView
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.pictures import GridFile, PictureCache
from ganstudio.panels.parts.scrubber import LIVE, Mark, Scrubber

LOW = 320
"""Height below which the slider shares its line with the buttons."""
NARROW = 400
"""Width below which the buttons that zoom are not there."""

Arrange = Callable[[QImage, Sampled], QImage]
"""The same tiles in another order."""


class SampleView(QWidget):
    """Shows what Sampled events speak of."""

    tilePicked = Signal(int, int)
    """Row and column, -1 and -1 when the pick is taken back."""
    momentChanged = Signal(int)
    """The step of the grid that is shown, when the person chose it; -1: live."""
    exploreRequested = Signal(int, str)
    """A tile is to be explored: its seed, and its class ('' without classes)."""

    CACHE_MEGABYTES = 192

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._samples: dict[int, Sampled] = {}
        self._shown: Sampled | None = None
        self._explorable = False
        self._arrange: Arrange | None = None
        self._ended = False
        self._cache = PictureCache(self.CACHE_MEGABYTES, self)
        self._cache.ready.connect(self._arrived)
        help = self.tr("Wheel zooms, drag moves, double-click fits, click or arrow keys pick a picture")
        self.view = GridView(self.tr("Samples"), help)
        self.view.picked.connect(self._picked)
        self.view.menuWanted.connect(self._show_menu)
        self.view.setTileText(self._tile_text)
        self.scrubber = Scrubber(self._explore_button(), *self._zoom_buttons())
        self.scrubber.momentChanged.connect(self._scrubbed)
        box = column(self.view, self.scrubber, gap=look.UNIT)
        box.setStretch(0, 1)
        self.setLayout(box)
        self._best: Mark | None = None
        self._warnings: dict[tuple[str, int], Mark] = {}
        self._branches: list[Mark] = []
        self._say()

    def setFolder(self, folder: Path | None) -> None:
        """Another run: forget the old one; paths of events are relative to `folder`."""
        self._folder = folder
        self._samples = {}
        self._shown = None
        self._best, self._warnings, self._branches = None, {}, []
        self._show_marks()
        self._cache.clear()
        self.scrubber.setSteps([])
        self.scrubber.setMoment(LIVE)
        self.view.setImage(QImage())
        self.view.setPick(None)
        self._say()

    def append(self, event: Event) -> None:
        """Take a Sampled event, and show it if live; mark what is worth finding again. Others are passed over."""
        match event:
            case Sampled():
                self._samples[event.step] = event
                self.scrubber.add(event.step)
                self._show()
            case Scored(step=step, best=True):
                self._best = Mark(step, "best", self.tr("The best moment so far: step {0}").format(figure(step)))
                self._show_marks()
            case Warned(step=step, topic=topic, message=message):
                words = self.tr("Step {0}: {1}").format(figure(step), message)
                self._warnings[topic, step] = Mark(step, "warning", words)
                self._show_marks()
            case _:
                pass

    def setBranches(self, branches: Sequence[tuple[int, str]]) -> None:
        """The step and the name of each run that begins from this one."""
        words = self.tr("{0} begins here, at step {1}")
        self._branches = [Mark(step, "branch", words.format(name, figure(step))) for step, name in branches]
        self._show_marks()

    def _show_marks(self) -> None:
        best = [self._best] if self._best else []
        self.scrubber.setMarks([*best, *self._warnings.values(), *self._branches])

    def setMeanwhile(self, pictures: Sequence[QImage]) -> None:
        """Pictures to look at until the first samples come: those that are learned from."""
        self.view.setMeanwhile(pictures)
        self._say()

    def setEnded(self, ended: bool) -> None:
        """Whether no more grids come: then nothing is live, and nothing is promised."""
        if ended != self._ended:
            self._ended = ended
            self.scrubber.setEnded(ended)
            self._say()

    def setMoment(self, step: int) -> None:
        """Show the last grid at or before `step`; -1: live. Does not emit."""
        self.scrubber.setMoment(step)
        self._show()

    def setArrangement(self, arrange: Arrange | None) -> None:
        """Show grids in another order from now on; None: as they are."""
        self._arrange, self._shown = arrange, None
        self._show()

    def isLive(self) -> bool:
        return self.scrubber.isLive()

    def shown(self) -> Sampled | None:
        """The event whose grid is chosen."""
        return self._samples.get(self.scrubber.shownStep())

    def shownPath(self) -> Path | None:
        """The file of the grid that is chosen."""
        chosen = self.shown()
        return self._folder / chosen.path if chosen and self._folder else None

    def grids(self) -> list[GridFile]:
        """Every grid of the run, from the first to the last."""
        if self._folder is None:
            return []
        ordered = sorted(self._samples.values(), key=lambda sample: sample.step)
        return [GridFile(self._folder / sample.path, sample.rows, sample.columns, sample.step) for sample in ordered]

    def bestGrid(self) -> GridFile | None:
        """The last grid up to the best moment; None where no moment is marked as the best."""
        until = [grid for grid in self.grids() if self._best and grid.step <= self._best.step]
        return until[-1] if until else None

    def picked(self) -> tuple[int, int] | None:
        return self.view.pick()

    def pickedImage(self) -> QImage:
        """The picked tile at its own size; null when nothing is picked."""
        pick = self.view.pick()
        return self.view.tile(*pick) if pick else QImage()

    def setExplorable(self, explorable: bool) -> None:
        """Whether every tile is the picture of a seed, and there is somewhere to explore it."""
        self._explorable = explorable
        self.explore_button.setVisible(explorable)
        self._shown = None
        self._show()
        self._picked(*(self.picked() or (-1, -1)))

    def explore(self) -> None:
        """Ask for the picked tile to be explored; without one for the first."""
        chosen, pick = self.shown(), self.picked() or (0, 0)
        if chosen:
            self.exploreRequested.emit(*seed_of(chosen, *pick))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the slider needs the room; the wheel and the keys + and - zoom all the same."""
        super().resizeEvent(event)
        for button in (self._closer, self._farther):
            button.setVisible(self.width() >= NARROW)
        self.scrubber.setLow(self.height() < LOW)

    def _explore_button(self) -> Button:
        self.explore_button = Button(
            self.tr("Explore"), self.tr("Walk on from the picked picture, on the Explore page"), icon="explore"
        )
        self.explore_button.clicked.connect(self.explore)
        self.explore_button.hide()
        return self.explore_button

    def _picked(self, row: int, column: int) -> None:
        self.explore_button.setEnabled(
            row >= 0
        )  # there all the time: the scrubber beside it does not change its length
        self.tilePicked.emit(row, column)

    def _show_menu(self, row: int, column: int, place: QPoint) -> None:
        if self._explorable:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self.tr("Explore this picture"), self.explore)
            menu.popup(place)

    def _zoom_buttons(self) -> list[QWidget]:
        self._closer = closer = IconButton("zoom-in", self.tr("Closer (+)"))
        self._farther = farther = IconButton("zoom-out", self.tr("Farther (-)"))
        whole = IconButton("zoom-fit", self.tr("Show the whole grid (0)"))
        closer.clicked.connect(lambda: self.view.zoomBy(1.5))
        farther.clicked.connect(lambda: self.view.zoomBy(1 / 1.5))
        whole.clicked.connect(self.view.fit)
        return [closer, farther, whole]

    def _scrubbed(self, step: int) -> None:
        self._show()
        self.momentChanged.emit(step)

    def _arrived(self, path: Path) -> None:
        if path == self.shownPath():
            self._show()

    def _show(self) -> None:
        """Draw the chosen grid when it is decoded; until then the one before stays, so that nothing flickers."""
        chosen, path = self.shown(), self.shownPath()
        image = self._cache.get(path) if path else None
        if chosen is None or image is None:
            return
        if image.isNull():
            self._say(self.tr("The samples of step {0} cannot be read: {1}").format(figure(chosen.step), chosen.path))
        if chosen is not self._shown or image.isNull():
            self._shown = chosen
            arranged = self._arrange(image, chosen) if self._arrange and not image.isNull() else image
            self.view.setRowTitles(chosen.labels if self._explorable else ())
            self.view.setImage(arranged, chosen.rows, chosen.columns)

    def _tile_text(self, row: int, column: int) -> str:
        """'rose, seed 3', 'seed 27', or what the column shows where tiles are no pictures of seeds."""
        grid = self._shown
        if grid is None:
            return ""
        if not self._explorable:
            return grid.labels[column] if column < len(grid.labels) else ""
        seed, name = seed_of(grid, row, column)
        return self.tr("{0}, seed {1}").format(name, seed) if name else self.tr("seed {0}").format(seed)

    def _say(self, text: str = "") -> None:
        if not text and self._ended:
            text = self.tr("This run has no samples.")
        elif not text and self.view.meanwhile():
            text = self.tr("These it learns from. The first of its own come a few seconds after the start.")
        self.view.setEmptyText(text or self.tr("The first samples appear here a few seconds after the start."))


def seed_of(grid: Sampled, row: int, column: int) -> tuple[int, str]:
    """The seed and the class of a tile: row by row, or with classes a row for each and the same seeds in all."""
    if grid.labels:
        return column, grid.labels[row]
    return row * grid.columns + column, ""
