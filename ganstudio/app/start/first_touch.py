"""FirstTouch: the flowers that come with the program, under the mouse before anything was learned.

The window is painted with a stored picture; once torch is loaded, the generator wakes up in threads of its own and
draws what the mouse is on. Nothing heavy is imported before that.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common.background import Background
from ganstudio.app.runner.thread_runner import Runner
from ganstudio.core.run import Run
from ganstudio.panels.training.flower_map import FlowerMap

if TYPE_CHECKING:
    from ganstudio.app.runner.renderer import Drawn, Renderer
    from ganstudio.latent.point import Point

PICTURE = Path(__file__).parents[2] / "resources" / "flowers" / "map.jpg"


class FirstTouch(QObject):
    """Makes the person's copy of the run that comes with the program, and has its flowers drawn."""

    installed = Signal(object)
    """Run: it can be explored like any other."""
    chosen = Signal(object, object)
    """Run and Point: to be explored from here."""

    def __init__(self, folder: Path, runner: Runner, parent: QObject | None = None) -> None:
        """`folder`: where the run's folder is made, or was."""
        super().__init__(parent)
        self._folder, self._runner = folder, runner
        self.map: FlowerMap | None = None
        self._run: Run | None = None
        self.renderer: Renderer | None = None
        """Draws the flower under the mouse; None until the run is there."""
        self._choosing = False
        """A flower was chosen before its run was there."""
        self._installing = Background("flowers", self)
        self._installing.done.connect(self._installed)

    def make_map(self) -> FlowerMap:
        """What stands where pictures will be, until there are any."""
        self.map = FlowerMap(PICTURE)
        self.map.touched.connect(self._draw)
        self.map.chosen.connect(self._choose)
        return self.map

    def wake(self) -> None:
        """Torch is loaded: make the run, then draw with it where a map is on show."""
        folder = self._folder

        def install(_: object) -> Run:
            from ganstudio.workflows.included_run import install

            return install(folder)

        self._installing.start(install)

    @Slot(object)
    def _installed(self, run: Run) -> None:
        self._run = run
        self.installed.emit(run)
        if self.map is None:
            return
        from ganstudio.app.runner.between_steps import opener_between_steps
        from ganstudio.app.runner.renderer import Renderer

        self.renderer = Renderer(opener_between_steps(self._runner), self)
        self.renderer.drawn.connect(self._drawn)
        self.renderer.open(run)
        self._draw(*self.map.place())
        if self._choosing:
            self._choose(*self.map.place())

    @Slot(float, float)
    def _draw(self, x: float, y: float) -> None:
        if self.renderer:
            from ganstudio.latent.direction_file import DirectionSet

            self.renderer.draw("picture", [self._point(x, y)], DirectionSet())

    @Slot(object)
    def _drawn(self, drawn: "Drawn") -> None:
        if self.map:
            self.map.setFlower(drawn.pixels)

    @Slot(float, float)
    def _choose(self, x: float, y: float) -> None:
        self._choosing = self._run is None
        if self._run:
            self.chosen.emit(self._run, self._point(x, y))

    def _point(self, x: float, y: float) -> "Point":
        from ganstudio.latent.point import Point, on_map
        from ganstudio.workflows.included_run import CORNERS

        return Point(latent=on_map(CORNERS, x, y))

    def close(self) -> bool:
        """Let the threads end. True when they have."""
        return all([self._installing.close(), self.renderer is None or self.renderer.close()])
