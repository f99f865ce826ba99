"""Training in a child process: the same events, whatever the child does."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ganstudio.app.runner.process_runner import ProcessRunner
from ganstudio.core.events import Finished, Saved
from tests.app.fakes import new_run
from tests.app.runner.test_thread_runner import Listener, trained_run, wait_for

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
    assert [one.outcome for one in heard.finished()] == ["stopped"]


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
    assert [(one.outcome, one.step, one.seconds) for one in heard.finished()] == [("failed", 5, 1.0)]
    assert part in heard.finished()[0].message


def test_that_a_program_that_is_not_there_is_a_failed_run(qtbot: QtBot, tmp_path: Path) -> None:
    runner = ProcessRunner([str(tmp_path / "none")])
    heard = Listener(runner)
    runner.start(new_run(tmp_path / "run"))
    wait_for(qtbot, runner, "idle")
    assert isinstance(heard.events[-1], Finished)
    assert "cannot be started" in heard.events[-1].message
