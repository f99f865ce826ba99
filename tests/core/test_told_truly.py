"""What is told of a run is what happened: curves that never go back, time asleep that is none, locks that are real."""

import errno
import itertools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from ganstudio.core import heartbeat
from ganstudio.core.awake import GAP, AwakeClock
from ganstudio.core.events import Event, Progress, Sampled, Scored, Started, Warned
from ganstudio.core.run import Run, RunError, RunSettings
from ganstudio.core.tensorboard import TensorBoardLog
from ganstudio.export.run_report import read_story, to_csv
from ganstudio.models.gallery import Linear
from tests.core.fakes import make_session

TINY = Linear(resolution=8, batch=8, latent=8, generator_widths="16,16", discriminator_widths="16")


def progress(step: int) -> Progress:
    return Progress(
        step=step, kimg=step / 100, seconds=step * 2.0, images_per_second=9.0, losses={"generator": step / 10},
        fraction=None, seconds_left=None,
    )  # fmt: skip


def started(step: int) -> Started:
    return Started(
        run="r", recipe="linear", device="CPU", precision="fp32", images=9, resolution=8, channels=1, batch=8,
        step=step, kimg=step / 100, parameters={},
    )  # fmt: skip


def sampled(step: int) -> Sampled:
    return Sampled(step=step, kimg=step / 100, path="samples/x.png", rows=1, columns=1, variety=step / 7)


def scored(step: int) -> Scored:
    return Scored(step=step, kimg=step / 100, scores={"KID": 0.1}, count=9, features="builtin", best=False)


def story(*stretches: tuple[Event, int, int]) -> list[Event]:
    """Stretches of training: what each begins with, and its first and last step."""
    events: list[Event] = []
    for first, begin, end in stretches:
        events += [first, sampled(begin), *(progress(step) for step in range(begin + 1, end + 1)), scored(end)]
    return events


GONE_BACK = Warned(step=26, topic="diverged", message="Step 30 gave invalid numbers: back to step 26.")
STORY = story((started(0), 0, 30), (started(13), 13, 30), (GONE_BACK, 26, 40))
"""Killed at step 30 with a checkpoint at 13, resumed; then invalid numbers at 30, and back to 26."""


def rises(steps: list[int]) -> bool:
    return all(before < after for before, after in itertools.pairwise(steps))


def test_that_tensorboards_curves_never_go_back(tmp_path: Path):
    board = TensorBoardLog(tmp_path)
    for event in STORY:
        if isinstance(event, Started) and event.step:
            board.close()
            board = TensorBoardLog(tmp_path, event.step)
        if not isinstance(event, Sampled):
            board.log(event)
    board.close()
    read = EventAccumulator(str(tmp_path / "tensorboard"))
    read.Reload()
    steps = [point.step for point in read.Scalars("losses/generator")]
    assert rises(steps)
    assert steps == list(range(1, 14)) + list(range(14, 41))


def test_that_the_table_of_a_comparison_never_goes_back(tmp_path: Path):
    run = Run.create(tmp_path / "run", RunSettings(recipe="linear", sides=(("nowhere",),)))
    run.start_writing()
    for event in STORY:
        run.record(event)
    run.stop_writing()
    lines = [line.split(",") for line in to_csv([read_story(run)]).splitlines()[1:]]
    for name in ("generator", "variety", "KID"):
        assert rises([int(line[1]) for line in lines if line[4] == name]), name
    assert {int(line[1]) for line in lines if line[4] == "generator"} >= {13, 40}


# Time asleep ---------------------------------------------------------------------------------------------------------


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_that_what_nobody_saw_is_no_time():
    clock = Clock()
    awake = AwakeClock(clock)
    awake.start()
    try:
        before = awake()
        clock.now += 3600
        assert awake() - before <= GAP
        assert awake.asleep > 3500
        clock.now += 1
        assert awake() - before >= 1
    finally:
        awake.stop()


def test_that_a_long_step_is_time_for_somebody_else_looks():
    awake = AwakeClock()
    awake.start()
    try:
        begun = awake()
        assert sum(range(30_000_000)) > 0  # holds this thread, and lets the other one look
        assert awake() - begun > 0.1
        assert awake.asleep == 0
    finally:
        awake.stop()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no way to suspend a process")
def test_that_a_suspended_training_counts_no_time(tmp_path: Path):
    """A laptop's lid, for twelve seconds: neither the clock nor the speed knows of it."""
    program = (
        "import sys, time\n"
        "from ganstudio.core.awake import AwakeClock\n"
        "clock = AwakeClock(); clock.start(); begun = clock()\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "print(clock() - begun, flush=True); clock.stop()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin
        assert child.stdout
        child.stdout.readline()
        begun = time.monotonic()
        os.kill(child.pid, signal.SIGSTOP)
        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(12)
        os.kill(child.pid, signal.SIGCONT)
        child.stdin.write("\n")
        child.stdin.flush()
        counted = float(child.stdout.readline())
        assert counted < time.monotonic() - begun - 9


# Locks ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run.create(tmp_path / "run", RunSettings(recipe="linear", sides=(("nowhere",),)))


@pytest.fixture(params=[errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def without_locks(request, monkeypatch) -> None:
    """A file system that answers so to every lock."""
    fcntl = pytest.importorskip("fcntl")

    def refused(file: object, how: int) -> None:
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr(fcntl, "flock", refused)
    monkeypatch.setattr(heartbeat, "BEAT", 0.05)


@pytest.mark.usefixtures("without_locks")
def test_that_a_file_system_without_locks_is_trained_on_and_said(run: Run):
    run.start_writing()
    try:
        assert run.without_locks
        assert run.summary().state.in_use
        with pytest.raises(RunError, match="in use by process"):
            Run.open(run.folder).start_writing()
    finally:
        run.stop_writing()
    assert not run.summary().state.in_use
    again = Run.open(run.folder)
    again.start_writing()
    again.stop_writing()
    assert (run.folder / "run.lock").read_bytes() == f"process {os.getpid()}".encode()


@pytest.mark.usefixtures("without_locks")
def test_that_a_training_without_locks_says_so(tmp_path: Path):
    events = list(make_session(tmp_path / "other", TINY, steps=2).events())
    assert any(isinstance(event, Warned) and "has no locks" in event.message for event in events)


@pytest.mark.parametrize("line", ["process 999999999 on {host} beat 4", "process 1 on elsewhere beat 4"])
@pytest.mark.usefixtures("without_locks")
def test_that_a_beat_that_ended_keeps_nobody_out(run: Run, line: str, monkeypatch):
    """The writer was killed: here its process is gone, elsewhere no beat follows."""
    monkeypatch.setattr("ganstudio.core.run.is_beating", lambda lock: heartbeat.is_beating(lock, patience=0.3))
    (run.folder / "run.lock").write_text(line.format(host=os.uname().nodename))
    run.start_writing()
    run.stop_writing()


def test_that_a_file_system_with_locks_needs_no_beat(run: Run):
    run.start_writing()
    assert not run.without_locks
    assert b"beat" not in (run.folder / "run.lock").read_bytes()
    with pytest.raises(RunError, match="in use by process"):
        Run.open(run.folder).start_writing()
    run.stop_writing()
