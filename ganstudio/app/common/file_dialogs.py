"""File dialogs: the desktop's own where it has one; each kind begins where the last one of its kind ended."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView, QWidget

from ganstudio.app.common.preferences import Memory

Chosen = Callable[[str], object]
"""What is done with the path that was chosen."""
SIZE = (860, 560)


class LastFolders:
    """The folder of each kind of file that was chosen last; before that the desktop's folder of pictures."""

    def __init__(self, memory: Memory | None = None) -> None:
        """`memory`: where it is kept until the next start; None: not at all."""
        self._memory = memory
        self._folders: dict[str, str] = dict(memory.value.folders) if memory else {}

    def of(self, kind: str) -> Path:
        """Where a dialog for this kind begins."""
        return Path(self._folders.get(kind) or _pictures())

    def keep(self, kind: str, path: str) -> None:
        """A file or a folder of this kind was chosen: the next one is looked for beside it."""
        self._folders[kind] = str(Path(path).parent)
        if self._memory:
            self._memory.change(folders=dict(self._folders))


def choose_folder(parent: QWidget | None, title: str, start: Path, chosen: Chosen) -> QFileDialog:
    """Ask for a folder."""
    dialog = QFileDialog(parent, title, str(existing(start)))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, chosen)


def choose_file(parent: QWidget | None, title: str, start: Path, kinds: str, chosen: Chosen) -> QFileDialog:
    """Ask for a file. `kinds`: 'Pictures (*.png *.jpg)'."""
    dialog = QFileDialog(parent, title, str(existing(start)), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, chosen)


def choose_files(parent: QWidget | None, title: str, start: Path, chosen: Callable[[list[str]], object]) -> QFileDialog:
    """Ask for files, one or more."""
    dialog = QFileDialog(parent, title, str(existing(start)))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(chosen)
    return _opened(dialog)


def save_file(parent: QWidget | None, title: str, path: Path, kinds: str, chosen: Chosen) -> QFileDialog:
    """Ask where to write a file; `path` is offered. A name that is taken gets a number, always."""
    dialog = QFileDialog(parent, title, str(existing(path.parent)), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(path.name)
    return _opened(dialog, chosen)


def existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there: without one, Qt begins where the program was started."""
    return next((place for place in (folder, *folder.parents) if place.is_dir()), Path.home())


def _opened(dialog: QFileDialog, chosen: Chosen | None = None) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if chosen:
        dialog.fileSelected.connect(chosen)
    if view := dialog.findChild(QTreeView, "treeView"):  # Qt's own dialog, on a desktop that has none
        dialog.resize(*SIZE)
        view.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    dialog.open()
    return dialog


def _pictures() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
