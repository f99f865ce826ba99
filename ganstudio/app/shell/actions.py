"""Every action of the program: its text, its keys, and the menu that it is in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ganstudio.core.printable import printable


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


@dataclass(frozen=True)
class Actions:
    """The actions by name; the window connects them."""

    open_folder: QAction
    recent: QMenu
    """The window fills it when it is opened."""
    sample_set: QAction
    new_run: QAction
    export: QAction
    export_model: QAction
    film: QAction
    reveal: QAction
    quit: QAction
    edit: QMenu
    undo: QAction
    redo: QAction
    copy: QAction
    start: QAction
    pause: QAction
    stop: QAction
    save: QAction
    sample: QAction
    train: QAction
    explore: QAction
    translate: QAction
    enhance: QAction
    runs: QAction
    settings: QAction
    full_screen: QAction
    help: QAction
    about: QAction

    def __iter__(self) -> Iterator[QAction]:
        return (known for field in fields(self) if isinstance(known := getattr(self, field.name), QAction))

    def keys(self) -> list[tuple[str, str]]:
        """(key, what it does) of each action that has keys, for the help page."""
        native = QKeySequence.SequenceFormat.NativeText
        with_keys = [
            (action.shortcut().toString(native), action.toolTip()) for action in self if not action.shortcut().isEmpty()
        ]
        return [
            (_tr("Return"), _tr("Press the control that has the focus; Space does so while nothing trains")),
            *with_keys,
        ]


def make_actions(window: QMainWindow) -> Actions:
    """All actions, in the window's menus."""

    def action(text: str, keys: str, help: str) -> QAction:
        made = QAction(text, window)
        made.setShortcut(QKeySequence(keys))
        made.setAutoRepeat(False)
        made.setToolTip(help)
        made.setStatusTip(help)
        window.addAction(made)
        return made

    made = Actions(
        open_folder=action(_tr("&Open folder..."), "Ctrl+O", _tr("Open a folder of pictures, or a run")),
        recent=QMenu(_tr("Open re&cent"), window),
        sample_set=action(_tr("Use the &sample set"), "", _tr("Take the built-in pictures")),
        new_run=action(_tr("&New run"), "Ctrl+N", _tr("Choose pictures and a recipe")),
        export=action(_tr("&Export..."), "Ctrl+E", _tr("Take pictures away")),
        export_model=action(_tr("Export the net&work..."), "", _tr("For other programs: .safetensors, .pt2 or .onnx")),
        film=action(_tr("Save f&ilm..."), "Ctrl+Shift+E", _tr("How the pictures of the run came about, as a film")),
        reveal=action(_tr("Show the run's &folder"), "", _tr("Open the folder of the run on show")),
        quit=action(_tr("&Quit"), "Ctrl+Q", _tr("Close GAN Studio")),
        edit=QMenu(_tr("&Edit"), window),
        undo=action(_tr("&Undo"), "Ctrl+Z", _tr("Take back the last change")),
        redo=action(_tr("&Redo"), "Ctrl+Shift+Z", _tr("Do again what was taken back")),
        copy=action(_tr("&Copy"), "Ctrl+C", _tr("Copy the picture or the text that was chosen")),
        start=action(_tr("&Start"), "Ctrl+Return", _tr("Begin training")),
        pause=action(_tr("&Pause or go on"), "Space", _tr("Pause training, and go on")),
        stop=action(_tr("S&top"), "", _tr("Save and end the run")),
        save=action(_tr("Save &now"), "Ctrl+S", _tr("Write a checkpoint now")),
        sample=action(_tr("S&ample now"), "Ctrl+G", _tr("Draw a grid of samples now")),
        train=action(_tr("&Train"), "Ctrl+1", _tr("The page Train")),
        explore=action(_tr("&Explore"), "Ctrl+2", _tr("The page Explore")),
        translate=action(_tr("T&ranslate"), "Ctrl+3", _tr("The page Translate")),
        enhance=action(_tr("E&nhance"), "Ctrl+4", _tr("The page Enhance")),
        runs=action(_tr("R&uns"), "Ctrl+5", _tr("The page Runs")),
        settings=action(_tr("&Settings"), "Ctrl+,", _tr("Colours, folders, closing")),
        full_screen=action(_tr("&Full screen"), "F11", _tr("Full screen, and back")),
        help=action(_tr("&Keys and first steps"), "F1", _tr("Keys and first steps")),
        about=action(_tr("&About GAN Studio"), "", _tr("Version and device")),
    )
    _fill_menus(window, made)
    return made


def _fill_menus(window: QMainWindow, actions: Actions) -> None:
    bar = window.menuBar()
    file, run, view, help = (QMenu(title, window) for title in (_tr("&File"), _tr("&Run"), _tr("&View"), _tr("&Help")))
    for menu, entries in (
        (file, [actions.open_folder, actions.recent.menuAction(), actions.sample_set, actions.new_run,
                None, actions.export, actions.export_model, actions.film, actions.reveal, None, actions.quit]),
        (actions.edit, [actions.undo, actions.redo, None, actions.copy]),
        (run, [actions.start, actions.pause, actions.stop, None, actions.save, actions.sample]),
        (view, [actions.train, actions.explore, actions.translate, actions.enhance, actions.runs, None,
                actions.settings, actions.full_screen]),
        (help, [actions.help, actions.about]),
    ):  # fmt: skip
        bar.addMenu(menu)
        for entry in entries:
            menu.addAction(entry) if entry else menu.addSeparator()


def list_runs(menu: QMenu, folders: Sequence[Path], opened: Callable[[Path], object]) -> None:
    """Fill a menu with the runs that were opened last; `opened` is given the folder of the one that is chosen."""
    menu.clear()
    for folder in folders:
        menu.addAction(printable(folder.name).replace("&", "&&"), partial(opened, folder))
    if menu.isEmpty():
        menu.addAction(_tr("No run was opened yet")).setEnabled(False)
