"""What a person types while a run waits for room: obeyed where there is a terminal that listens to this program."""

import contextlib
import os
import signal
import sys

from ganstudio.core.threads import start_thread
from ganstudio.workflows.drive import SAVE_TO, Controls

SAYS = f"Or type {SAVE_TO}FOLDER to have the run elsewhere."


def listening(controls: Controls) -> str:
    """Obey each line that is typed from now on. What may be typed, as a sentence; '' where nobody can.

    Ctrl+D says nothing: the run waits on. A program in the background that reads from its terminal would be stopped.
    """
    if not _can_be_typed_to():
        return ""
    with contextlib.suppress(ValueError, AttributeError):  # another thread than the main one; Windows
        signal.signal(signal.SIGTTIN, signal.SIG_IGN)
    start_thread(lambda: _obey_lines(controls), "typed")
    return SAYS


def _can_be_typed_to() -> bool:
    """Whether the standard input is a terminal, and this program stands in front there."""
    try:
        in_front = not hasattr(os, "tcgetpgrp") or os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
        return in_front and sys.stdin.isatty()
    except (OSError, ValueError, AttributeError):  # no terminal, a stream that is closed, none at all
        return False


def _obey_lines(controls: Controls) -> None:
    """Not by sys.stdin: a thread that waits inside of it at the end of the program ends that in an abort."""
    typed = b""
    with contextlib.suppress(OSError, ValueError):
        while content := os.read(sys.stdin.fileno(), 4096):
            *lines, typed = (typed + content).split(b"\n")
            for line in lines:
                controls.hear(os.fsdecode(line))
