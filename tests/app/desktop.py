"""A desktop of our own: Xvfb, a window manager, and hands that click, type and drag."""

import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

NEEDED = ("Xvfb", "openbox", "xdotool")
MISSING = [name for name in NEEDED if not shutil.which(name)]
PATIENCE = 120.0


class Desktop:
    """One X display; `home` is where the programs on it keep their things."""

    def __init__(self, display: str, home: Path) -> None:
        self.home = home
        self.environment = os.environ | {
            "DISPLAY": display,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_DATA_HOME": str(home / "data"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LOGGING_RULES": "qt.qpa.theme.*=false",
        }
        self._programs: list[subprocess.Popen[bytes]] = []

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        program = subprocess.Popen(command, env=self.environment, cwd=self.home)
        self._programs.append(program)
        return program

    def python(self, *arguments: str) -> subprocess.Popen[bytes]:
        return self.start(sys.executable, *arguments)

    def close(self) -> None:
        for program in reversed(self._programs):
            program.terminate()
        for program in reversed(self._programs):
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(20)
            program.kill()
            program.wait()

    def manage(self) -> None:
        """Have a window manager on the display. A server may refuse it: it is started until it stays."""
        manager: subprocess.Popen[bytes] | None = None

        def managed() -> str:
            nonlocal manager
            if manager is None or manager.poll() is not None:
                manager = self.start("openbox")
            with contextlib.suppress(subprocess.CalledProcessError):
                return self.hands("get_desktop")  # which only a manager answers
            return ""

        wait_for(managed, "the window manager")

    # Hands --------------------------------------------------------------------------------------------------------

    def hands(self, *arguments: object) -> str:
        command = ["xdotool", *map(str, arguments)]
        return subprocess.run(command, env=self.environment, check=True, capture_output=True, text=True).stdout

    def window(self, title: str) -> str:
        """The X number of the visible window with this title, waited for."""

        def newest() -> str:
            with contextlib.suppress(subprocess.CalledProcessError):
                return self.hands("search", "--onlyvisible", "--name", f"^{title}$").split()[-1]
            return ""

        return wait_for(newest, f"the window {title!r}")

    def key(self, window: str, keys: str) -> None:
        self.hands("windowactivate", "--sync", window)
        self.hands("key", "--clearmodifiers", keys)

    def drag(self, begin: tuple[int, int], end: tuple[int, int]) -> None:
        """Press, move in small steps as a hand does, and let go. The pauses are the hand's, not the program's."""
        self.hands("mousemove", *begin, "mousedown", 1)
        steps = 25
        for step in range(1, steps + 1):
            x, y = (round(a + (b - a) * step / steps) for a, b in zip(begin, end, strict=True))
            self.hands("mousemove", "--sync", x, y, "sleep", "0.04")
        self.hands("sleep", "0.4", "mousemove_relative", 3, 3, "sleep", "0.4", "mouseup", 1)


def wait_for(answer_of: Callable[[], object], what: str) -> str:
    """Ask until the answer is true.

    Raises:
        AssertionError: it never came.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := answer_of():
            return str(answer)
        _pause(0.2)
    raise AssertionError(f"{what} did not come in {PATIENCE:.0f} s")


def _pause(seconds: float) -> None:
    import threading

    threading.Event().wait(seconds)


@contextlib.contextmanager
def desktop(home: Path, size: str = "1700x900x24") -> Iterator[Desktop]:
    """A display of its own number, gone at the end with everything on it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            made = Desktop(f":{number.readline().strip()}", home)
        try:
            made.manage()
            yield made
        finally:
            made.close()
    finally:
        server.terminate()
        server.wait()
