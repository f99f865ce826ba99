"""A queue of four runs in the real window: killed with SIGKILL in the second and started again, all four finish."""

import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.events import Progress, Started
from ganstudio.core.run import Budget, Run, RunSettings
from ganstudio.core.settings import values_of
from ganstudio.models.linear.recipe import Linear
from ganstudio.workflows.run_queue import RunQueue
from tests.app.desktop import MISSING, desktop, wait_for

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(500),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]
NAMES = ("one", "two", "three", "four")


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    rng = np.random.default_rng(0)
    for number in range(40):
        Image.fromarray(rng.integers(0, 255, (16, 16, 3), dtype=np.uint8)).save(folder / f"{number}.png")
    return folder


def states(runs: Path) -> list[str]:
    return [entry.state for entry in RunQueue(runs).read().entries]


def begun(run: Run) -> int:
    return sum(isinstance(event, Started) for event in run.events())


def test_that_four_runs_finish_though_the_window_was_killed_in_the_second(tmp_path: Path, pictures: Path) -> None:
    home = tmp_path / "home"
    runs = home / "data/ganstudio/runs"
    recipe = Linear(resolution=16, batch=4)
    for name, minutes in zip(NAMES, (0.02, 0.2, 0.02, 0.02), strict=True):
        values, sides = values_of(recipe), ((str(pictures),),)
        settings = RunSettings(recipe="linear", sides=sides, values=values, budget=Budget(minutes=minutes))
        Run.create(runs / name, settings)
        RunQueue(runs).add(name)
    RunQueue(runs).set_active(True)
    with desktop(home) as screen:
        program = screen.python("-m", "ganstudio")
        screen.window("GAN Studio")
        second = Run.open(runs / "two")
        wait_for(lambda: any(isinstance(event, Progress) for event in second.events()), "the second run")
        time.sleep(0.5)
        program.kill()
        program.wait()
        assert states(runs) == ["completed", "running", "waiting", "waiting"]

        program = screen.python("-m", "ganstudio")
        screen.window("GAN Studio")
        wait_for(lambda: states(runs) == ["completed"] * 4, "four finished runs")
        assert program.poll() is None
    assert [Run.open(runs / name).summary().outcome for name in NAMES] == ["completed"] * 4
    assert [begun(Run.open(runs / name)) for name in NAMES] == [1, 2, 1, 1]
