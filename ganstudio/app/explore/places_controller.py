"""PlacesController: the pins, and the journey with its undo and redo."""

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.explore.controller import Controller, Draw
from ganstudio.app.explore.state import ExploreState
from ganstudio.app.runner.renderer import Drawn
from ganstudio.latent.journey import Pin
from ganstudio.latent.point import Point, Seed, words
from ganstudio.panels.explore.places_panel import PlacesPanel


class PlacesController(Controller):
    LANES = ("pins",)
    travelled = Signal()
    """The journey went to another of its visits, or its pins to another state."""
    changed = Signal()
    """The pins, which the journey's file keeps; they are the way of the walk."""
    reached = Signal(int)
    """The person is at this pin."""

    def __init__(self, state: ExploreState, panel: PlacesPanel, draw: Draw, parent: QObject | None = None) -> None:
        super().__init__(state, draw, parent)
        self._panel = panel
        self._shown: tuple[Pin, ...] = ()
        self._pictures: dict[Point, object] = {}
        self._waiting: list[Point] = []
        """Of which pictures are being drawn."""
        panel.undoWanted.connect(self.undo)
        panel.redoWanted.connect(self.redo)
        panel.jumped.connect(self._jump)
        panel.pinOpened.connect(self._go_to)
        panel.pinRenamed.connect(self._rename)
        panel.pinRemoved.connect(self._remove)
        panel.pinMoved.connect(self._reorder)
        panel.seedChosen.connect(lambda index, seed: self.pin(self.here.with_latent(Seed(seed)), index))
        panel.dieThrown.connect(lambda: self.pin(self.here.with_latent(self.here.new_seed())))
        panel.hereWanted.connect(lambda index: self.pin(self.here.now, index))

    def show(self) -> None:
        """The pins, and how far one can go back and forth."""
        self._show_pins()
        journey = self.here.journey
        self._panel.setJourney(
            [visit.parent for visit in journey.visits],
            [words(visit.point.latent) for visit in journey.visits],
            journey.at,
            undo=journey.can_undo,
            redo=journey.can_redo,
        )

    def redraw(self) -> None:
        """Another run or another generator is on show."""
        self._shown, self._pictures = (), {}
        self._panel.setPins([], [])
        self.show()

    def drawn(self, drawn: Drawn) -> None:
        point = self._waiting[drawn.index]
        self._pictures[point] = drawn.pixels
        for index, pin in enumerate(self._shown):
            if pin.point == point:
                self._panel.setPinPicture(index, drawn.pixels)

    @Slot()
    def pin_here(self) -> None:
        """The Point on show becomes a pin."""
        if self.state.exploration:
            self.pin(self.here.now)

    def pin(self, point: Point, index: int = -1) -> None:
        """A Point becomes the last pin, or takes the place of one; the person goes there."""
        self.here.journey.pin(words(point.latent), point, index)
        at = index if index >= 0 else len(self.here.pins) - 1
        self._tell()
        self._panel.choose(at)
        self.moved.emit(point, True)
        self.reached.emit(at)

    @Slot()
    def undo(self) -> None:
        if self.state.exploration and self.here.journey.undo():
            self._travel()

    @Slot()
    def redo(self) -> None:
        if self.state.exploration and self.here.journey.redo():
            self._travel()

    @Slot(int)
    def _jump(self, visit: int) -> None:
        self.here.journey.jump(visit)
        self._travel()

    def _travel(self) -> None:
        pins = self._shown
        self.travelled.emit()
        if pins != self.here.pins:
            self._tell()

    @Slot(int)
    def _go_to(self, index: int) -> None:
        self.moved.emit(self.here.pins[index].point, True)
        self.reached.emit(index)

    @Slot(int, str)
    def _rename(self, index: int, wanted: str) -> None:
        self.here.journey.name_pin(index, wanted)
        self._tell()

    @Slot(int)
    def _remove(self, index: int) -> None:
        self.here.journey.unpin(index)
        self._tell()

    @Slot(int, int)
    def _reorder(self, index: int, to: int) -> None:
        self.here.journey.reorder(index, to)
        self._tell()
        self._panel.choose(to)

    def _tell(self) -> None:
        self.show()
        self.changed.emit()

    def _show_pins(self) -> None:
        """What was drawn before is not drawn again."""
        pins = self.here.pins
        if pins == self._shown:
            return
        self._shown = pins
        seeds = [pin.point.latent.seed if isinstance(pin.point.latent, Seed) else -1 for pin in pins]
        self._panel.setPins([pin.name for pin in pins], seeds)
        for index, pin in enumerate(pins):
            if (picture := self._pictures.get(pin.point)) is not None:
                self._panel.setPinPicture(index, picture)
        self._waiting = [pin.point for pin in pins if pin.point not in self._pictures]
        self.draw("pins", self._waiting)
