"""DirectionsController: the directions of a run, their strengths, and examples to learn others from."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.explore.controller import Controller, Draw
from ganstudio.app.explore.state import ExploreState
from ganstudio.app.runner.renderer import Drawn
from ganstudio.latent.direction_file import Direction, DirectionSet
from ganstudio.panels.explore.directions_panel import END, DirectionsPanel, Shown
from ganstudio.panels.parts.language import figure, said

ORDER = ("attribute", "component", "layer")
"""Of the list: what the person taught comes first."""


class DirectionsController(Controller):
    LANES = ("ends",)
    findWanted = Signal(str)
    """'component' or 'layer'."""
    learnWanted = Signal(str, object, object, object)
    """A name, Points that have it, Points that lack it, and the DirectionSet that they were moved along."""
    changed = Signal(Path, object)
    """Folder of the run and its new DirectionSet."""

    def __init__(self, state: ExploreState, panel: DirectionsPanel, draw: Draw, parent: QObject | None = None) -> None:
        super().__init__(state, draw, parent)
        self._panel = panel
        self._ends: list[tuple[str, bool]] = []
        """Direction and end of each picture that is being drawn."""
        self._reach: dict[str, Any] = {}
        """By direction, the picture of its lower end; then how much its two ends differ."""
        self._sorted = False
        panel.endsWanted.connect(self.draw_ends)
        panel.moved.connect(self._push)
        panel.findWanted.connect(self._find)
        panel.marked.connect(self._mark)
        panel.marksForgotten.connect(self._forget_marks)
        panel.learnWanted.connect(self._learn)
        panel.renamed.connect(lambda name, title: self._change(self.here.direction_set.changed(name, label=title)))
        panel.removed.connect(self._remove)

    def show(self) -> None:
        """The directions of the run, and how many examples are marked."""
        kinds = {
            "component": self.tr("Found: {0} of the variety"),
            "layer": self.tr("Taken from the weights: {0} of the first layer"),
            "attribute": self.tr("Taught by examples"),
        }
        directions = sorted(self.here.direction_set.shown(), key=lambda direction: ORDER.index(direction.kind))
        self._panel.setDirections(
            [
                Shown(
                    direction.name, said(direction.title), kinds[direction.kind].format(figure(direction.share, ".0%"))
                )
                for direction in directions
            ]
        )
        self.show_strengths()
        self._show_marks()
        self._sorted = False
        self.draw_ends()

    @Slot()
    def draw_ends(self) -> None:
        """What each direction makes of the picture on show, once somebody looks."""
        if self.state.exploration is None or not self._panel.isVisible():
            return
        names = self._panel.order()
        self._ends = [(name, high) for name in names for high in (False, True)]
        self._reach = {}
        now = self.here.now
        self.draw("ends", [now.with_push(name, END if high else -END) for name, high in self._ends])

    def drawn(self, drawn: Drawn) -> None:
        """The end of a direction; after the last the list is sorted, once, by how much the ends differ."""
        if drawn.index >= len(self._ends):
            return
        name, high = self._ends[drawn.index]
        self._panel.setEnd(name, high, drawn.pixels)
        if not high:
            self._reach[name] = drawn.pixels.astype("int16")
        elif name in self._reach:
            self._reach[name] = float(abs(self._reach[name] - drawn.pixels).mean())
        if drawn.index == len(self._ends) - 1 and not self._sorted:
            self._sorted = True
            measured = {known: reach for known, reach in self._reach.items() if isinstance(reach, float)}
            self._panel.setOrder(sorted(measured, key=measured.__getitem__, reverse=True))

    def show_strengths(self) -> None:
        self._panel.setStrengths({push.direction: push.strength for push in self.here.now.pushes})

    @Slot(object)
    def add(self, directions: list[Direction]) -> None:
        """Directions that were found; they take the place of others of their kind, unless they were learned."""
        kind, direction_set = directions[0].kind, self.here.direction_set
        self._change((direction_set if kind == "attribute" else direction_set.without(kind)).added(directions))

    def _push(self, name: str, strength: float, done: bool) -> None:
        """A strength moved: the point on show is pushed so far along the direction, and drawn anew."""
        self.moved.emit(self.here.now.with_push(name, strength), done)

    def _find(self, kind: str) -> None:
        self._panel.setProgress(0, 1)
        self.findWanted.emit(kind)

    def _learn(self, name: str) -> None:
        self.learnWanted.emit(name, tuple(self.here.having), tuple(self.here.lacking), self.here.direction_set)

    def _change(self, direction_set: DirectionSet) -> None:
        self.here.direction_set = direction_set
        self.show()
        self.changed.emit(self.here.run.folder, direction_set)

    def _remove(self, name: str) -> None:
        self._change(self.here.direction_set.changed(name, hidden=True))
        self.moved.emit(self.here.now.with_push(name, 0.0), True)

    def _mark(self, having: bool) -> None:
        self.here.mark(having)
        self._show_marks()

    def _forget_marks(self) -> None:
        self.here.having, self.here.lacking = [], []
        self._show_marks()

    def _show_marks(self) -> None:
        self._panel.setMarks(len(self.here.having), len(self.here.lacking))
