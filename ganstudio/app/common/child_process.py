"""How the window starts a process of this program: as `core.processes` says, through Qt."""

from collections.abc import Sequence

from PySide6.QtCore import QProcess, QProcessEnvironment

from ganstudio.core.processes import environment, own_folder


def start_child(process: QProcess, command: Sequence[str]) -> None:
    """Start `command` in an empty folder, where nothing can be taken for a module of Python."""
    known = QProcessEnvironment()
    for name, value in environment(PYTHONUNBUFFERED="1").items():
        known.insert(name, value)
    process.setProcessEnvironment(known)
    process.setWorkingDirectory(own_folder())
    process.start(command[0], list(command[1:]))
