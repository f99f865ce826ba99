"""Controller: joins one tool's part of the view with what is being explored. The page joins the controllers."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from ganstudio.app.explore.state import Exploration, ExploreState
from ganstudio.app.runner.renderer import Drawn
from ganstudio.latent.point import Point

Draw = Callable[[str, Sequence[Point]], object]
"""Has Points drawn for a lane of the renderer; `Controller.drawn` is given the pictures."""


class Controller(QObject):
    """Knows the state, its own part of the view and how to have pictures drawn; asks for everything else by signals."""

    moved = Signal(object, bool)
    """The Point to show, and whether the movement is over."""

    LANES: ClassVar[tuple[str, ...]] = ()
    """Lanes of the renderer whose pictures it shows."""

    def __init__(self, state: ExploreState, draw: Draw, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state, self.draw = state, draw

    @property
    def here(self) -> Exploration:
        return self.state.here

    def drawn(self, drawn: Drawn) -> None:
        """A picture of one of its lanes."""
