"""Training in a child process: the same events, whatever the child does."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ganstudio.app.runner.process_runner import ProcessRunner
from ganstudio.core.events import Finished, Saved
from ganstudio.core.run import Run, RunSettings
from tests.app.fakes import new_run
from tests.app.runner.test_thread_runner import Listener, trained_run, wait_for
from tests.cli.support import write_pictures

CHILD = """
import sys, threading
from ganstudio.core.events import Finished, Progress, Saved, Started, to_json
def say(event): print(to_json(event), flush=True)
{before}
say(Started(run="r", recipe="dcgan", device="d", precision="p", images=1, resolution=8, channels=3, batch=1, step=0,
            kimg=0))
print("not an event", flush=True)
say(Progress(step=7, kimg=1, seconds=2, images_per_second=3, losses={{}}))
for line in sys.stdin:
    word = line.strip()
    if word == "save": say(Saved(step=7, kimg=1, path="checkpoints/p", bytes=1))
    if word == "crash" or word == "pause": {pause}
    if word == "stop": break
say(Finished(outcome="stopped", step=7, kimg=1, seconds=2))
"""


@pytest.fixture
def made(tmp_path: Path) -> Iterator[list[ProcessRunner]]:
    runners: list[ProcessRunner] = []
    yield runners
    assert all(runner.wait(10_000) for runner in runners)


def runner_of(made: list[ProcessRunner], *, before: str = "", pause: str = "pass") -> ProcessRunner:
    made.append(ProcessRunner([sys.executable, "-c", CHILD.format(before=before, pause=pause)]))
    return made[-1]


def test_that_commands_reach_the_child_and_its_events_come_back(
    qtbot: QtBot, made: list[ProcessRunner], tmp_path: Path
) -> None:
    runner = runner_of(made)
    heard = Listener(runner)
    runner.start(new_run(tmp_path / "run"))
    wait_for(qtbot, runner, "running")
    runner.pause()
    runner.save()
    qtbot.waitUntil(lambda: any(isinstance(event, Saved) for event in heard.events), timeout=10_000)
    runner.resume()
    runner.stop()
    wait_for(qtbot, runner, "idle")
    assert heard.states == ["preparing", "running", "paused", "running", "stopping", "idle"]
    assert [ending.outcome for ending in heard.finished()] == ["stopped"]


@pytest.mark.parametrize(
    ("how", "part"),
    [
        ("sys.exit('ganstudio: there is no image in it.')", "there is no image in it."),
        ("import os; os.abort()", "ended unexpectedly"),
        ("sys.exit(0)", "ended unexpectedly"),
    ],
)
def test_that_a_child_that_dies_is_a_failed_run(
    qtbot: QtBot, made: list[ProcessRunner], tmp_path: Path, how: str, part: str
) -> None:
    runner = runner_of(made, before=how)
    heard = Listener(runner)
    runner.start(trained_run(tmp_path / "run"))
    wait_for(qtbot, runner, "idle")
    assert [(ending.outcome, ending.step, ending.seconds) for ending in heard.finished()] == [("failed", 5, 1.0)]
    assert part in heard.finished()[0].message


def real_run(folder: Path) -> Run:
    """A run that the real program can train; it loads torch for seconds first."""
    pictures = write_pictures(folder / "pictures", 30)
    settings = RunSettings(recipe="dcgan", sides=((str(pictures),),), values={"resolution": 16, "batch": 4})
    return Run.create(folder / "run", settings)


@pytest.mark.parametrize("seconds", [0.0, 0.4, 1.5])
def test_that_a_run_that_is_stopped_while_it_starts_ends_at_once_and_says_so(
    qtbot: QtBot, tmp_path: Path, seconds: float
) -> None:
    """In each of these moments nothing is learned yet."""
    runner = ProcessRunner()
    heard = Listener(runner)
    run = real_run(tmp_path)
    runner.start(run)
    qtbot.wait(round(1000 * seconds))
    begun = time.perf_counter()
    runner.stop()
    wait_for(qtbot, runner, "idle")
    assert time.perf_counter() - begun < 2.0
    assert [ending.outcome for ending in heard.finished()] == ["stopped"]
    assert run.summary().outcome == "stopped"
    again = Run.open(run.folder)
    again.start_writing()  # nobody is left who writes
    again.stop_writing()


def test_that_a_window_that_closes_does_not_wait_for_a_run_that_has_not_begun(qtbot: QtBot, tmp_path: Path) -> None:
    runner = ProcessRunner()
    run = real_run(tmp_path)
    runner.start(run)
    qtbot.wait(300)
    begun = time.perf_counter()
    assert runner.wait(10_000)
    assert time.perf_counter() - begun < 2.0
    assert run.summary().outcome == "stopped"


def test_that_a_child_that_crashes_in_training_leaves_its_end_in_the_run(
    qtbot: QtBot, made: list[ProcessRunner], tmp_path: Path
) -> None:
    runner = runner_of(made, pause="import os; os.abort()")
    run = trained_run(tmp_path / "run")
    runner.start(run)
    wait_for(qtbot, runner, "running")
    runner.pause()
    wait_for(qtbot, runner, "idle")
    assert run.summary().outcome == "failed"


def test_that_a_program_that_is_not_there_is_a_failed_run(qtbot: QtBot, tmp_path: Path) -> None:
    runner = ProcessRunner([str(tmp_path / "none")])
    heard = Listener(runner)
    runner.start(new_run(tmp_path / "run"))
    wait_for(qtbot, runner, "idle")
    assert isinstance(heard.events[-1], Finished)
    assert "cannot be started" in heard.events[-1].message
