"""The window, until it is closed: what `ganstudio` without a command opens. No command is imported for it."""

import gc
import os

from ganstudio.app.start.system_check import import_problem, window_problem
from ganstudio.cli.terminal import FailedError


def start_window(paths: list[str]) -> int:
    """The window with folders and files as if they were dropped, and its exit status."""
    if problem := window_problem():
        raise FailedError(problem)
    gc.disable()  # what importing makes all stays; `run_window` turns it on again
    try:
        from ganstudio.app.start.launch import run_window
    except ImportError as error:
        raise FailedError(import_problem(error)) from None
    return run_window([os.path.abspath(path) for path in paths])
