"""From the drop to the saved picture on the page Enhance, in clicks and seconds, in the window as it is.

    python -m tests.benchmarks.enhance_page style CONTENT STYLE... --features FILE [--size 256] [--times 3]
    python -m tests.benchmarks.enhance_page larger PICTURE WEIGHTS [--times 3]

Each time the window is new and torch has been loaded, as some seconds after every start; each drawing after the first
is in a window that has drawn before. The drops and clicks are events as Qt makes them. A picture counts once it is
painted.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ganstudio.app.shell.window import MainWindow
from tests.benchmarks.window_start import make_window

PATIENCE = 600.0
POLL = 10
"""Milliseconds between two looks, in which Python's lock is free for the drawing."""
DRAWINGS = 2
"""In one window, one after the other."""


class Story:
    """What a person does in a window, and how long each part of it took from the last click or drop."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.clicks, self.seconds = window, 0, dict[str, float]()
        self.begun = time.perf_counter()

    def drop(self, paths: list[Path]) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        self.begun = time.perf_counter()
        self.window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))

    def click(self, widget: QWidget) -> None:
        self.clicks += 1
        self.begun = time.perf_counter()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def until(self, name: str, reached: Callable[[], object]) -> None:
        """Let the window work until it holds and is painted."""
        while not reached():
            if time.perf_counter() - self.begun > PATIENCE:
                raise TimeoutError(name)
            rest()
        self.window.repaint()
        self.seconds[name] = round(time.perf_counter() - self.begun, 2)


def rest() -> None:
    loop = QEventLoop()
    QTimer.singleShot(POLL, loop.quit)
    loop.exec()


def opened(home: Path) -> Story:
    """A window that has loaded torch, on the page Enhance after one click."""
    _, window = make_window(home)
    warmed: list[str] = []
    window.runner.warmed.connect(lambda what, problem: warmed.append(what))
    window.runner.warm_up()
    while "training" not in warmed:
        rest()
    story = Story(window)
    story.click(window.rail.buttons["enhance"])
    story.until("page", lambda: window.navigation.enhance is not None)
    return story


def style(home: Path, paths: list[Path], size: int) -> dict[str, object]:
    """All pictures in one drop, Draw, Save; and drawn once more."""
    story = opened(home)
    page = story.window.navigation.enhance
    assert page is not None
    view = page.style_
    story.drop(paths)
    story.until("pictures shown", lambda: len(view.styles) == len(paths) - 1)
    view.form.size_choice.setData(size)
    for time_ in range(DRAWINGS):
        before = view.after.picture().cacheKey()
        story.click(view.form.draw)
        story.until(f"first picture {time_ + 1}", lambda before=before: view.after.picture().cacheKey() != before)
        story.until(f"drawn {time_ + 1}", lambda: not view.busy)
    story.click(view.form.save)
    story.until("saved", lambda: not view.busy)
    assert view.result is not None
    return story.seconds | {"clicks": story.clicks, "error": round(view.result.style_error, 4)}


def larger(home: Path, paths: list[Path]) -> dict[str, object]:
    """The picture, then the weights; it is shown, and saved."""
    story = opened(home)
    page = story.window.navigation.enhance
    assert page is not None
    view = page.larger
    story.click(page.kind.button("larger"))
    story.drop(paths[:1])
    story.until("picture shown", lambda: view.inputs and not view.busy)
    story.drop(paths[1:])
    story.until("enlarged, to be looked at", lambda: not view.view.after().isNull())
    story.click(view.form.start)
    story.until("saved", lambda: not view.busy)
    return story.seconds | {"clicks": story.clicks}


def once(args: argparse.Namespace) -> None:
    home = Path(args.home)
    paths = [path.absolute() for path in args.paths]
    if args.story == "style":
        from ganstudio.scores.perceptual_file import keep

        keep(args.features)
        print(json.dumps(style(home, paths, args.size)), flush=True)
    else:
        print(json.dumps(larger(home, paths)), flush=True)
    os._exit(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story", choices=("style", "larger"))
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--features", type=Path)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--home", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.home:
        once(args)
    for _ in range(args.times):
        with tempfile.TemporaryDirectory() as home:
            environment = os.environ | {"XDG_CACHE_HOME": f"{home}/cache", "XDG_DATA_HOME": f"{home}/data"}
            command = [sys.executable, "-m", __spec__.name, *sys.argv[1:], "--home", home]  # type: ignore[name-defined]
            done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, timeout=1800, check=True)
        print(f"load {os.getloadavg()[0]:.1f}: {done.stdout.splitlines()[-1]}", flush=True)


if __name__ == "__main__":
    main()
