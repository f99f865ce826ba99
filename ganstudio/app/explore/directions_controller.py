"""DirectionsController: the directions of a run, their strengths, and examples to learn others from."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.explore.controller import Controller, Draw
from ganstudio.app.explore.state import ExploreState
from ganstudio.latent.direction_file import Direction, DirectionSet
from ganstudio.panels.explore.directions_panel import DirectionsPanel, Shown

ORDER = ("attribute", "component", "layer")
"""Of the list: what the person taught comes first."""


class DirectionsController(Controller):
    findWanted = Signal(str)
    """'component' or 'layer'."""
    learnWanted = Signal(str, object, object, object)
    """A name, Points that have it, Points that lack it, and the DirectionSet that they were moved along."""
    changed = Signal(Path, object)
    """Folder of the run and its new DirectionSet."""

    def __init__(self, state: ExploreState, panel: DirectionsPanel, draw: Draw, parent: QObject | None = None) -> None:
        super().__init__(state, draw, parent)
        self._panel = panel
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
            "component": self.tr("Component: {0:.0%} of the variety"),
            "layer": self.tr("From the weights: {0:.0%} of the first layer"),
            "attribute": self.tr("Learned from examples"),
        }
        directions = sorted(self.here.direction_set.shown(), key=lambda direction: ORDER.index(direction.kind))
        self._panel.setDirections(
            [
                Shown(direction.name, direction.title, kinds[direction.kind].format(direction.share))
                for direction in directions
            ]
        )
        self.show_strengths()
        self._show_marks()

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
