"""The journey as a person makes it, on a real X display: a folder is dragged from another program onto the window."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.events import Finished, Progress, Saved, Started
from ganstudio.core.run import Run
from ganstudio.core.run_list import opened, run_folders
from tests.app.desktop import MISSING, Desktop, desktop, wait_for

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(400),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "my pictures é"
    folder.mkdir()
    rng = np.random.default_rng(0)
    for number in range(80):
        Image.fromarray(rng.integers(0, 255, (32, 32, 3), dtype=np.uint8)).save(folder / f"{number}.png")
    return folder


def the_run(screen: Desktop) -> Run | None:
    runs = [run for folder in (screen.home / "data/ganstudio/runs", screen.home / "Documents/GAN Studio")
             for run in (opened(run_folders(folder)) if folder.is_dir() else [])]  # fmt: skip
    return runs[0] if runs else None


def kinds(run: Run) -> list[type]:
    return [type(event) for event in run.events()]


def steps(run: Run) -> int:
    return max((event.step for event in run.events() if isinstance(event, Progress)), default=0)


def test_that_a_folder_dragged_from_another_program_becomes_a_run(tmp_path: Path, pictures: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with desktop(home) as screen:
        program = screen.python("-m", "ganstudio")
        window = screen.window("GAN Studio")
        screen.hands("windowsize", "--sync", window, 1240, 780, "windowmove", window, 10, 40)
        screen.python(str(Path(__file__).with_name("drag_source.py")), "1450", "300", str(pictures))
        screen.window("drag source")
        screen.drag((1520, 360), (430, 430))
        cached = screen.home / "cache/ganstudio"
        wait_for(lambda: list(cached.rglob("index.json")), "the prepared images")

        def started() -> bool:
            screen.key(window, "ctrl+Return")
            return the_run(screen) is not None

        wait_for(started, "the run")
        run = the_run(screen)
        assert run is not None
        wait_for(lambda: steps(run) >= 1, "the first progress")
        assert next(event for event in run.events() if isinstance(event, Started)).images == 80
        screen.key(window, "ctrl+s")
        wait_for(lambda: Saved in kinds(run), "the checkpoint that was asked for")
        screen.key(window, "ctrl+q")
        wait_for(lambda: screen.hands("key", "Return") is not None and program.poll() is not None, "the end")
        assert program.returncode == 0
        *_, last = run.events()
        assert isinstance(last, Finished)
        assert last.outcome == "stopped"
