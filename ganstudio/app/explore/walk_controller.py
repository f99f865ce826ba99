"""WalkController: the way between stops, and the strip of pictures along it."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from ganstudio.app.explore.controller import Controller, Draw
from ganstudio.app.explore.state import STRIP, ExploreState
from ganstudio.app.runner.renderer import Drawn
from ganstudio.latent.point import Latent, Seed, words
from ganstudio.panels.explore.walk_panel import WalkPanel
from ganstudio.panels.parts.picture_tiles import Tiles


class WalkController(Controller):
    LANES = ("strip", "stops")
    modeChanged = Signal()
    """Whether ways are lines or great circles, on the map as well."""

    def __init__(
        self, state: ExploreState, panel: WalkPanel, strip: Tiles, draw: Draw, parent: QObject | None = None
    ) -> None:
        super().__init__(state, draw, parent)
        self._panel, self._strip = panel, strip
        strip.picked.connect(self._strip_picked)
        panel.moved.connect(self._walked)
        panel.stopChosen.connect(self._go_to_stop)
        panel.seedChosen.connect(lambda index, seed: self.edit_stop(index, Seed(seed)))
        panel.dieThrown.connect(lambda index: self.edit_stop(index, self.here.new_seed()))
        panel.hereWanted.connect(lambda index: self.edit_stop(index, state.latent_here()))
        panel.stopRemoved.connect(self._remove_stop)
        panel.modeChosen.connect(self._mode_chosen)
        panel.loopChosen.connect(self._loop_chosen)

    def edit_stop(self, index: int, latent: Latent) -> None:
        """A stop changes (-1: one more at the end); the person goes there."""
        self.here.set_stop(index, latent)
        self._go_to_changed(latent)

    def lead_to(self, latent: Latent) -> None:
        """The way ends here from now on; the person goes there."""
        self.here.lead_to(latent)
        self._go_to_changed(latent)

    def set_abilities(self, layers: int) -> None:
        """`layers` that take a style; 0 for a generator without w, in which there is no line to walk then."""
        self._panel.setMode(self.here.mode, w=layers > 0)

    def stop(self) -> None:
        """Stop walking by itself."""
        self._panel.stop()

    def show(self) -> None:
        """The stops, and where on the way between them one is."""
        here, panel = self.here, self._panel
        panel.setLoop(here.loop)
        panel.setStops([(stop.seed if isinstance(stop, Seed) else -1, words(stop)) for stop in here.stops], here.chosen)
        panel.setPlace(here.place)
        self._show_place()

    def draw_way(self) -> None:
        """The pictures of the stops and along the way."""
        if self._strip.count() != STRIP:
            self._strip.setCount(STRIP)
        self.draw("strip", self.here.strip())
        self.draw("stops", self.here.stop_points())

    def drawn(self, drawn: Drawn) -> None:
        if drawn.lane == "strip":
            self._strip.setPicture(drawn.index, drawn.pixels)
        else:
            self._panel.setStopPicture(drawn.index, drawn.pixels)

    def _show_place(self) -> None:
        self._strip.setAt(round(self.here.place / self.here.legs * (STRIP - 1)))

    def _go_to_changed(self, latent: Latent) -> None:
        self.show()
        self.moved.emit(self.here.with_latent(latent), True)
        self.draw_way()

    def _walked(self, place: float, done: bool) -> None:
        self.here.place = place
        self._show_place()
        self.moved.emit(self.here.on_way(place), done)

    def _strip_picked(self, index: int) -> None:
        place = self.here.legs * index / (STRIP - 1)
        self._panel.setPlace(place)
        self._walked(place, True)

    def _go_to_stop(self, index: int) -> None:
        self.here.chosen, self.here.place = index, float(min(index, self.here.legs))
        self.show()
        self.moved.emit(self.here.with_latent(self.here.stops[index]), True)

    def _remove_stop(self, index: int) -> None:
        self.here.remove_stop(index)
        self.show()
        self.draw_way()

    def _mode_chosen(self, mode: Any) -> None:
        self.here.mode = mode
        self._walked(self.here.place, True)
        self.draw_way()
        self.modeChanged.emit()

    def _loop_chosen(self, loop: bool) -> None:
        self.here.loop = loop
        self.here.place = min(self.here.place, float(self.here.legs))
        self.show()
        self.draw_way()
