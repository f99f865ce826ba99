"""Keeping the computer from going to sleep while there is work; the screen may still go dark. No torch here, no Qt."""

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ganstudio.core.processes import environment, own_folder

if TYPE_CHECKING:
    import subprocess

REASON = "runs are training"
CONTINUOUS, SYSTEM_REQUIRED = 0x80000000, 0x00000001
"""Windows: ES_CONTINUOUS and ES_SYSTEM_REQUIRED of SetThreadExecutionState."""


class StayAwake:
    """Holds the computer awake between `hold` and `let_go`, or until the process ends, however that does.

    Where the system has no such thing, nothing happens: a queue that sleeps goes on when it is woken.
    """

    def __init__(self) -> None:
        self._helper: subprocess.Popen[bytes] | None = None
        self.held = False
        """Whether the system was asked, and has not refused at once."""

    def hold(self) -> None:
        """Safe to call twice."""
        if self.held:
            return
        if sys.platform == "win32":
            self.held = _windows_state(CONTINUOUS | SYSTEM_REQUIRED)
        elif command := helper_command():
            import subprocess  # which the window stands without

            with contextlib.suppress(OSError):
                self._helper = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                    start_new_session=True, env=environment(), cwd=own_folder(),
                )  # fmt: skip
                self.held = True

    def let_go(self) -> None:
        """Safe to call twice."""
        if sys.platform == "win32" and self.held:
            _windows_state(CONTINUOUS)
        if self._helper:
            if self._helper.stdin:
                self._helper.stdin.close()
            end_helper(self._helper)
            self._helper = None
        self.held = False


def end_helper(helper: "subprocess.Popen[bytes]") -> None:
    """Wait for it, whose stdin is closed, and end it if it does not end by itself."""
    import subprocess

    try:
        helper.wait(2)
    except subprocess.TimeoutExpired:
        helper.kill()
        helper.wait()


def helper_command() -> list[str]:
    """The program that holds this system awake until its stdin or this process ends; [] where there is none.

    `cat` ends with its stdin, which the system closes with this process.
    """
    import shutil

    if sys.platform == "darwin" and (caffeinate := shutil.which("caffeinate")):
        return [caffeinate, "-i", "-w", str(os.getpid())]
    inhibit, cat = shutil.which("systemd-inhibit"), shutil.which("cat")
    if not inhibit or not cat:
        return []
    return [inhibit, "--what=sleep:idle", "--who=GAN Studio", f"--why={REASON}", "--mode=block", cat]


def _windows_state(state: int) -> bool:
    import ctypes

    return bool(ctypes.windll.kernel32.SetThreadExecutionState(state))  # type: ignore[attr-defined,unused-ignore]


@contextlib.contextmanager
def awake() -> Iterator[None]:
    """Inside, the computer stays awake."""
    holding = StayAwake()
    holding.hold()
    try:
        yield
    finally:
        holding.let_go()
