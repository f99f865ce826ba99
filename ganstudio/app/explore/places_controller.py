"""PlacesController: the journey with its undo and redo, and favourites."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.explore.controller import Controller, Draw
from ganstudio.app.explore.state import ExploreState
from ganstudio.app.runner.renderer import Drawn
from ganstudio.latent.journey import Journey
from ganstudio.latent.point import words
from ganstudio.panels.explore.places_panel import PlacesPanel


class PlacesController(Controller):
    LANES = ("places",)
    travelled = Signal()
    """The journey went to another of its visits."""
    stopWanted = Signal(object)
    """A Latent that is to be one more stop of the walk."""
    changed = Signal()
    """The favourites, which the journey's file keeps."""

    def __init__(self, state: ExploreState, panel: PlacesPanel, draw: Draw, parent: QObject | None = None) -> None:
        super().__init__(state, draw, parent)
        self._panel = panel
        panel.keepWanted.connect(self.keep)
        panel.undoWanted.connect(self.undo)
        panel.redoWanted.connect(self.redo)
        panel.jumped.connect(self._jump)
        panel.favouriteOpened.connect(lambda name: self.moved.emit(self.here.journey.favourite(name), True))
        panel.favouriteToWalk.connect(lambda name: self.stopWanted.emit(self.here.journey.favourite(name).latent))
        panel.favouriteRenamed.connect(lambda name, wanted: self._change(lambda journey: journey.rename(name, wanted)))
        panel.favouriteForgotten.connect(lambda name: self._change(lambda journey: journey.forget(name)))

    def show(self) -> None:
        """The favourites."""
        favourites = self.here.journey.favourites
        self._panel.setFavourites([favourite.name for favourite in favourites])
        self.draw("places", [favourite.point for favourite in favourites])

    def show_journey(self) -> None:
        journey = self.here.journey
        self._panel.setJourney(
            [visit.parent for visit in journey.visits],
            [words(visit.point.latent) for visit in journey.visits],
            journey.at,
            undo=journey.can_undo,
            redo=journey.can_redo,
        )

    def drawn(self, drawn: Drawn) -> None:
        self._panel.setFavouritePicture(drawn.index, drawn.pixels)

    @Slot()
    def keep(self) -> None:
        """The Point on show becomes a favourite."""
        if self.state.exploration:
            now = self.here.now
            self._change(lambda journey: journey.keep(words(now.latent), now))

    @Slot()
    def undo(self) -> None:
        if self.state.exploration and self.here.journey.undo():
            self.travelled.emit()

    @Slot()
    def redo(self) -> None:
        if self.state.exploration and self.here.journey.redo():
            self.travelled.emit()

    @Slot(int)
    def _jump(self, visit: int) -> None:
        self.here.journey.jump(visit)
        self.travelled.emit()

    def _change(self, change: Callable[[Journey], object]) -> None:
        change(self.here.journey)
        self.changed.emit()
        self.show()
