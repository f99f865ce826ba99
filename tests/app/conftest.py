"""Windows and runners that end in good order: what a test leaves running fails it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory
from ganstudio.app.runner.thread_runner import Opener, ThreadRunner
from ganstudio.app.shell.window import MainWindow
from tests.app.fakes import FakeOpener


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return Paths.inside(tmp_path / "studio")


@pytest.fixture
def runner_with(qtbot: QtBot) -> Iterator[Callable[..., ThreadRunner]]:
    """Makes runners that are ended with the test."""
    made: list[ThreadRunner] = []

    def make(opener: Opener | None = None) -> ThreadRunner:
        made.append(ThreadRunner(opener or FakeOpener()))
        return made[-1]

    yield make
    assert all(runner.wait(20_000) for runner in made)


@pytest.fixture
def window_with(
    qtbot: QtBot, places: Paths, runner_with: Callable[..., ThreadRunner]
) -> Iterator[Callable[..., MainWindow]]:
    """Makes windows that are closed, and whose threads are ended, with the test."""
    made: list[MainWindow] = []

    def make(opener: Opener | None = None) -> MainWindow:
        window = MainWindow(places, Memory(places.preferences), runner_with(opener))
        made.append(window)
        window.show()
        return window

    yield make
    for window in made:
        assert window.end_threads(20_000)
        window.close()
        window.deleteLater()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """64 small pictures of soft colours, every one different."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(64):
        shade = Image.linear_gradient("L").resize((20, 20)).rotate(number * 5.625)
        flat = [Image.new("L", (20, 20), (37 * number * factor) % 256) for factor in (1, 3)]
        Image.merge("RGB", (shade, *flat)).save(folder / f"{number:02d}.png")
    return folder
