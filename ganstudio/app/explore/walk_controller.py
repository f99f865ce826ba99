"""WalkController: the way through the pins, and the strip of pictures along it."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.explore.controller import Controller, Draw
from ganstudio.app.explore.state import STRIP, ExploreState
from ganstudio.app.runner.renderer import Drawn
from ganstudio.panels.explore.walk_panel import WalkPanel
from ganstudio.panels.parts.picture_tiles import Tiles


class WalkController(Controller):
    LANES = ("strip",)
    modeChanged = Signal()
    """Whether ways are lines or great circles, on the map as well."""

    def __init__(
        self, state: ExploreState, panel: WalkPanel, strip: Tiles, draw: Draw, parent: QObject | None = None
    ) -> None:
        super().__init__(state, draw, parent)
        self._panel, self._strip = panel, strip
        strip.picked.connect(self._strip_picked)
        panel.moved.connect(self._walked)
        panel.modeChosen.connect(self._mode_chosen)
        panel.loopChosen.connect(self._loop_chosen)

    def set_abilities(self, layers: int) -> None:
        """`layers` that take a style; 0 for a generator without w, in which there is no line to walk then."""
        self._panel.setMode(self.here.mode, w=layers > 0)

    def stop(self) -> None:
        """Stop walking by itself."""
        self._panel.stop()

    def show(self) -> None:
        """How long the way is, and where on it one is."""
        here, panel = self.here, self._panel
        here.place = min(here.place, float(here.legs))
        panel.setLoop(here.loop)
        panel.setLegs(here.legs)
        panel.setPlace(here.place)
        self._show_place()

    def draw_way(self) -> None:
        """The pictures along the way."""
        if self._strip.count() != STRIP:
            self._strip.setCount(STRIP)
        self.draw("strip", self.here.strip())

    def drawn(self, drawn: Drawn) -> None:
        self._strip.setPicture(drawn.index, drawn.pixels)

    @Slot(int)
    def go_to_pin(self, index: int) -> None:
        """The person is at a pin."""
        self.here.place = float(min(index, self.here.legs))
        self.show()

    def _show_place(self) -> None:
        self._strip.setAt(round(self.here.place / self.here.legs * (STRIP - 1)))

    def _walked(self, place: float, done: bool) -> None:
        self.here.place = place
        self._show_place()
        self.moved.emit(self.here.on_way(place), done)

    def _strip_picked(self, index: int) -> None:
        place = self.here.legs * index / (STRIP - 1)
        self._panel.setPlace(place)
        self._walked(place, True)

    def _mode_chosen(self, mode: Any) -> None:
        self.here.mode = mode
        self._walked(self.here.place, True)
        self.draw_way()
        self.modeChanged.emit()

    def _loop_chosen(self, loop: bool) -> None:
        self.here.loop = loop
        self.show()
        self.draw_way()
