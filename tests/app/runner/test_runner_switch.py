"""Which runner gets a run, and that a run in a process of its own is a run like any other."""

import dataclasses
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
from pytestqt.qtbot import QtBot

from ganstudio.app.runner.between_steps import between_steps
from ganstudio.app.runner.process_runner import ProcessRunner
from ganstudio.app.runner.runner_switch import ALL_GPUS, RunnerSwitch
from ganstudio.app.runner.thread_runner import ThreadRunner
from ganstudio.core.events import Finished, Progress, Started, Warned
from ganstudio.core.run import Budget, Run, RunSettings
from ganstudio.core.settings import values_of
from ganstudio.models.gallery import by_name
from tests.app.fakes import new_run
from tests.app.runner.test_process_runner import CHILD
from tests.app.runner.test_thread_runner import Listener, wait_for


@pytest.fixture
def thread(runner_with: Callable[..., ThreadRunner]) -> ThreadRunner:
    return runner_with()


@pytest.fixture
def either(qtbot: QtBot, thread: ThreadRunner) -> Iterator[RunnerSwitch]:
    child = ProcessRunner([sys.executable, "-c", CHILD.format(before="", pause="pass")])
    runner = RunnerSwitch(thread, child)
    yield runner
    assert runner.wait(20_000)


def test_that_a_run_trains_in_this_process_as_a_rule(qtbot: QtBot, either: RunnerSwitch, tmp_path: Path) -> None:
    either.start(new_run(tmp_path / "run"))
    wait_for(qtbot, either, "running")
    assert either.here
    either.stop()
    wait_for(qtbot, either, "idle")


@pytest.mark.parametrize(("own_process", "device"), [(True, "cpu"), (False, ALL_GPUS)])
def test_that_it_trains_apart_when_the_person_wants_or_all_gpus_are_to_train(
    qtbot: QtBot, either: RunnerSwitch, tmp_path: Path, own_process: bool, device: str
) -> None:
    either.own_process = own_process
    run = new_run(tmp_path / "run")
    run.change(device=device)
    either.start(run)
    wait_for(qtbot, either, "running")
    assert not either.here
    assert between_steps(either, lambda: 7) == 7  # nothing here trains, so nothing has to be waited for
    either.stop()
    wait_for(qtbot, either, "idle")


def test_that_all_gpus_are_offered_where_there_are_several(either: RunnerSwitch, thread: ThreadRunner) -> None:
    offered: list[list[tuple[str, str]]] = []
    either.devices.connect(offered.append)
    single = [("auto", "Automatic"), ("cpu", "CPU"), ("cuda:0", "First")]
    thread.devices.emit(single)
    thread.devices.emit([*single, ("cuda:1", "Second")])
    assert offered[0] == single
    assert offered[1][-1] == (ALL_GPUS, "All 2 GPUs")


@pytest.mark.parametrize(("own_process", "device"), [(True, "cpu"), (True, "mps"), (False, "mps")])
def test_that_a_real_run_trains_to_its_end_in_either_on_the_device_that_is_here(
    qtbot: QtBot, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_process: bool, device: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    recipe = dataclasses.replace(by_name("linear")(), resolution=16, batch=8)
    settings = RunSettings(
        recipe="linear", sides=((str(pictures),),), values=values_of(recipe), device=device, budget=Budget(steps=5)
    )
    runner = RunnerSwitch()
    runner.own_process = own_process
    heard = Listener(runner)
    runner.start(Run.create(tmp_path / "run", settings))
    qtbot.waitUntil(lambda: runner.current == "idle", timeout=60_000)
    assert {Started, Progress, Finished} <= {type(event) for event in heard.events}
    assert [(ending.outcome, ending.step) for ending in heard.finished()] == [("completed", 5)]
    warnings = [event.message for event in heard.events if isinstance(event, Warned) and event.topic == "device"]
    assert len(warnings) == (device == "mps" and not torch.backends.mps.is_available())
    assert runner.wait(20_000)
