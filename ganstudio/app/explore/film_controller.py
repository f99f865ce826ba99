"""FilmController: what goes into files, single pictures and films through keyframes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common import file_dialogs
from ganstudio.app.explore.controller import Controller, Draw
from ganstudio.app.explore.state import ExploreState
from ganstudio.app.runner.renderer import Drawn
from ganstudio.core.film_requests import FilmRequest
from ganstudio.latent.point import nearest_seed
from ganstudio.panels.explore.film_panel import FilmPanel
from ganstudio.workflows.explore_run import Picture
from ganstudio.workflows.render_film import Way
from ganstudio.workflows.run_names import short_name


class FilmController(Controller):
    LANES = ("keyframes",)
    counted = Signal(int)
    """The number of keyframes."""
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
        panel.keyframeWanted.connect(self.add_keyframe)
        panel.keyframeOpened.connect(lambda index: self.moved.emit(self.here.keyframes[index], True))
        panel.keyframeRemoved.connect(self._remove)
        panel.keyframeMoved.connect(self._move)
        panel.renderWanted.connect(self._choose_film)

    @Slot()
    def add_keyframe(self) -> None:
        if self.state.exploration:
            self.here.keyframes.append(self.here.now)
            self.show()

    def show(self) -> None:
        """The keyframes."""
        self._panel.setKeyframes(len(self.here.keyframes))
        self.counted.emit(len(self.here.keyframes))
        self.draw("keyframes", self.here.keyframes)

    def drawn(self, drawn: Drawn) -> None:
        self._panel.setKeyframePicture(drawn.index, drawn.pixels)

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
        way = Way(tuple(self.here.keyframes), self.here.direction_set, self.here.mode)
        self.filmWanted.emit(request, way, path.with_suffix(f".{request.format}"))

    def _remove(self, index: int) -> None:
        if 0 <= index < len(self.here.keyframes):
            del self.here.keyframes[index]
            self.show()

    def _move(self, first: int, second: int) -> None:
        self.here.move_keyframe(first, second)
        self._panel.keyframes.setAt(second)
        self.show()

    def _choose_film(self, request: FilmRequest) -> None:
        name = f"{short_name(self.here.run.name)}-walk.{request.format}"
        self._ask(name, f"{request.format.upper()} (*.{request.format})", lambda path: self.render(request, path))

    def _ask(self, name: str, kinds: str, then: Callable[[Path], None]) -> None:
        window, path = self._panel.window(), self._target() / name
        file_dialogs.save_file(window, self.tr("Save"), path, kinds, lambda path: then(Path(path)))
