"""The controller of the Explore page that makes files: single pictures, and films through the keyframes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from ganstudio.app.explore.controllers import Controller
from ganstudio.core.film import FilmRequest
from ganstudio.latent.point import words


class FilmController(Controller):
    """Keyframes, films and single pictures as files."""

    def connect_all(self) -> None:
        panel, view = self.view.animation, self.view
        view.save.clicked.connect(self.choose_picture)
        view.keyframe.clicked.connect(self.add_keyframe)
        view.film.clicked.connect(view.show_animation)
        panel.keyframeWanted.connect(self.add_keyframe)
        panel.keyframeOpened.connect(lambda index: self.page.show_point(self.here.keyframes[index]))
        panel.keyframeRemoved.connect(self._remove)
        panel.keyframeMoved.connect(self._move)
        panel.renderWanted.connect(self._choose_film)
        panel.cancelWanted.connect(self.tasks.filming.cancel)
        panel.closeWanted.connect(lambda: view.show_tab("walk"))
        self.tasks.written.connect(self._written)
        self.tasks.filming.progress.connect(panel.setProgress)
        self.tasks.filmingEnded.connect(lambda: panel.setProgress(0, 0))

    def add_keyframe(self) -> None:
        if self.page.exploration:
            self.here.keyframes.append(self.here.now)
            self.show()

    def show(self) -> None:
        self.view.animation.setKeyframes(len(self.here.keyframes))
        self.view.film.setText(self.tr("Animation ({0})…").format(len(self.here.keyframes)))
        self.draw("keyframes", self.here.keyframes)

    def _remove(self, index: int) -> None:
        if 0 <= index < len(self.here.keyframes):
            del self.here.keyframes[index]
            self.show()

    def _move(self, first: int, second: int) -> None:
        self.here.move_keyframe(first, second)
        self.view.animation.keyframes.setAt(second)
        self.show()

    def choose_picture(self) -> None:
        if self.page.last:
            name = f"{self.here.run.name}-{words(self.page.last.point.latent).replace(' ', '-').replace('%', '')}.png"
            self._ask(name, self.tr("PNG, JPEG or WebP (*.png *.jpg *.webp)"), self.save_picture)

    def save_picture(self, path: Path) -> None:
        """Write the large picture to a file."""
        last = self.page.last
        if last:
            recipe = self.view.recipe.isChecked()
            self.tasks.write_picture(
                last.pixels, path, last.point, self.here.direction_set, self.here.run, last.step, recipe
            )

    def _choose_film(self, request: FilmRequest) -> None:
        name = f"{self.here.run.name}.{request.format}"
        self._ask(name, f"{request.format.upper()} (*.{request.format})", lambda path: self.render(request, path))

    def render(self, request: FilmRequest, path: Path) -> None:
        """Make the film."""
        here = self.here
        self.view.animation.setProgress(0, request.frames)
        self.tasks.render_film(
            request,
            list(here.keyframes),
            here.mode,
            here.direction_set,
            path.with_suffix(f".{request.format}"),
            here.run,
            self.view.recipe.isChecked(),
        )

    def _ask(self, name: str, kinds: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self.page, self.tr("Save"), str(self.page.target() / name), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a name that is taken gets a number, always
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()

    @Slot(object)
    def _written(self, path: Path) -> None:
        self.page.targetChanged.emit(str(path.parent))
        self.page.told.emit(self.tr("{0} written to {1}.").format(path.name, path.parent))
