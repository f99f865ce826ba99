"""FilmController: what goes into files, single pictures and films through the pins."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common import file_dialogs
from ganstudio.app.explore.controller import Controller, Draw
from ganstudio.app.explore.state import ExploreState
from ganstudio.core.film_requests import FilmRequest
from ganstudio.latent.point import nearest_seed
from ganstudio.panels.explore.film_panel import FilmPanel
from ganstudio.workflows.explore_run import Picture
from ganstudio.workflows.render_film import Way
from ganstudio.workflows.run_names import short_name


class FilmController(Controller):
    pictureWanted = Signal(object, Path)
    """explore_run.Picture, and the file that it is to go to."""
    filmWanted = Signal(object, object, Path)
    """FilmRequest, render_film.Way, and the file that it is to go to."""

    def __init__(
        self,
        state: ExploreState,
        panel: FilmPanel,
        draw: Draw,
        target: Callable[[], Path],
        parent: QObject | None = None,
    ) -> None:
        """`target`: the folder that is offered for files."""
        super().__init__(state, draw, parent)
        self._panel, self._target = panel, target
        panel.renderWanted.connect(self._choose_film)

    def show(self) -> None:
        """Whether there is something to make a film of."""
        self._panel.setPins(len(self.here.pins))

    @Slot()
    def choose_picture(self) -> None:
        if last := self.state.last:
            name = f"{short_name(self.here.run.name)}-{nearest_seed(last.point.latent)}.png"
            self._ask(name, self.tr("PNG, JPEG or WebP (*.png *.jpg *.webp)"), self.save_picture)

    def save_picture(self, path: Path) -> None:
        """Write the large picture to a file."""
        if last := self.state.last:
            picture = Picture(last.pixels, last.point, self.here.direction_set, self.here.run, last.step)
            self.pictureWanted.emit(picture, path)

    def render(self, request: FilmRequest, path: Path) -> None:
        """Make the film."""
        self._panel.setProgress(0, request.frames)
        way = Way(tuple(pin.point for pin in self.here.pins), self.here.direction_set, self.here.mode)
        self.filmWanted.emit(request, way, path.with_suffix(f".{request.format}"))

    def _choose_film(self, request: FilmRequest) -> None:
        name = f"{short_name(self.here.run.name)}-walk.{request.format}"
        self._ask(name, f"{request.format.upper()} (*.{request.format})", lambda path: self.render(request, path))

    def _ask(self, name: str, kinds: str, then: Callable[[Path], None]) -> None:
        window, path = self._panel.window(), self._target() / name
        file_dialogs.save_file(window, self.tr("Save"), path, kinds, lambda path: then(Path(path)))
