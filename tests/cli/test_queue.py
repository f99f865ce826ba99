"""`ganstudio queue`: real processes, real runs, and kill -9."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from ganstudio.cli import main
from ganstudio.core.events import Progress, Started
from ganstudio.core.processes import environment, python
from ganstudio.core.run import Run
from ganstudio.workflows.run_queue import RunQueue
from tests.cli.support import TINY, refused

NAMES = ("one", "two", "three", "four")


@pytest.fixture
def runs(tmp_path: Path, pictures: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Four small runs that wait, put there by the command line."""
    for name, end in zip(NAMES, (("--steps", "30"), ("--minutes", "0.06"), *2 * [("--steps", "30")]), strict=True):
        words = ["train", str(pictures), *TINY, *end, "--out", str(tmp_path / "runs" / name), "--queue"]
        assert main(words) == 0
    assert "four is number 4 in the queue" in capsys.readouterr().out
    return tmp_path / "runs"


def states(runs: Path) -> dict[str, str]:
    return {entry.name: entry.state for entry in RunQueue(runs).read().entries}


def driving(runs: Path) -> subprocess.Popen[bytes]:
    """A process that works on the queue, with its children in a group of their own."""
    words = python("ganstudio", "queue", "run", "--runs", str(runs))
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(words, env=environment(), stdout=nowhere, stderr=nowhere, start_new_session=True)


def wait_until_trained(run: Path) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        if any(isinstance(event, Progress) for event in Run.open(run).events()):
            return
        time.sleep(0.02)
    raise AssertionError(f"{run.name} never trained")


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("whom", [pytest.param("the queue alone", marks=pytest.mark.slow), "the queue and what trains"])
def test_that_a_queue_that_was_killed_in_its_second_run_ends_with_four_finished_ones(runs: Path, whom: str) -> None:
    with driving(runs) as driver:
        wait_until_trained(runs / "two")
        if whom == "the queue alone":
            driver.kill()
        else:
            os.killpg(driver.pid, signal.SIGKILL)
    assert states(runs) == {"one": "completed", "two": "running", "three": "waiting", "four": "waiting"}
    with driving(runs) as driver:
        assert driver.wait(240) == 0
    assert states(runs) == dict.fromkeys(NAMES, "completed")
    assert {name: Run.open(runs / name).summary().outcome for name in NAMES} == dict.fromkeys(NAMES, "completed")
    begun = {name: sum(isinstance(event, Started) for event in Run.open(runs / name).events()) for name in NAMES}
    assert begun == {"one": 1, "two": 2, "three": 1, "four": 1}


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_that_ctrl_c_saves_and_the_same_again_goes_on(runs: Path) -> None:
    with driving(runs) as driver:
        wait_until_trained(runs / "two")
        os.killpg(driver.pid, signal.SIGINT)
        assert driver.wait(60) == 130
    assert Run.open(runs / "two").summary().outcome == "stopped"
    assert states(runs)["two"] == "running"
    assert main(["queue", "run", "--runs", str(runs)]) == 0
    assert states(runs) == dict.fromkeys(NAMES, "completed")


def test_that_a_run_that_fails_does_not_end_the_rest(runs: Path, capsys) -> None:
    for name in ("three", "four"):
        RunQueue(runs).remove(name)
    gone = Run.open(runs / "two")
    gone.change(sides=((str(runs / "no pictures"),),))
    RunQueue(runs).move("two", -1)
    assert main(["queue", "run", "--runs", str(runs)]) == 1
    assert capsys.readouterr().err.strip().endswith("1 run of 2 failed: two.")
    assert states(runs) == {"two": "failed", "one": "completed"}
    assert "no pictures" in RunQueue(runs).read().entries[0].remark


@pytest.mark.slow
def test_that_no_other_begins_after_stop(runs: Path) -> None:
    with driving(runs) as driver:
        wait_until_trained(runs / "one")
        assert main(["queue", "stop", "--runs", str(runs)]) == 0
        assert driver.wait(120) == 0
    assert states(runs) == {"one": "completed", "two": "waiting", "three": "waiting", "four": "waiting"}


def test_that_the_order_is_changed_and_told_from_the_command_line(runs: Path, capsys) -> None:
    assert main(["queue", "earlier", "four", "--runs", str(runs)]) == 0
    assert main(["queue", "later", "one", "--runs", str(runs)]) == 0
    assert main(["queue", "remove", "three", "--runs", str(runs)]) == 0
    lines = capsys.readouterr().out.splitlines()[-3:]
    assert [line.split()[1:] for line in lines] == [["waits", name] for name in ("two", "one", "four")]
    assert not (runs / "three").exists()


def test_that_a_run_goes_on_or_is_trained_anew_in_its_turn(runs: Path, capsys) -> None:
    for name in NAMES[1:]:
        RunQueue(runs).remove(name)
    assert main(["queue", "run", "--runs", str(runs)]) == 0
    assert main(["queue", "add", "one", "--runs", str(runs)]) == 0
    assert main(["queue", "again", "one", "--runs", str(runs)]) == 0
    lines = capsys.readouterr().out.splitlines()[-2:]
    assert [line.split()[1:] for line in lines] == [["waits", name] for name in ("one", "one-2")]
    assert main(["queue", "run", "--runs", str(runs)]) == 0
    assert {name: Run.open(runs / name).summary().step for name in ("one", "one-2")} == {"one": 60, "one-2": 30}


def test_what_is_refused(runs: Path, capsys) -> None:
    assert "five is not in the queue" in refused(capsys, "queue", "remove", "five", "--runs", runs)
    assert "NAME is missing" in refused(capsys, "queue", "earlier", "--runs", runs)
    assert "five is not a run" in refused(capsys, "queue", "add", "five", "--runs", runs)
    assert "five" in refused(capsys, "queue", "again", "five", "--runs", runs)
    queue = RunQueue(runs)
    queue.take_the_wheel()
    try:
        assert "Another GAN Studio works on the queue" in refused(capsys, "queue", "run", "--runs", runs)
    finally:
        queue.let_go()


def test_that_an_empty_queue_says_how_to_fill_it(tmp_path: Path, capsys) -> None:
    assert main(["queue", "--runs", str(tmp_path)]) == 0
    assert "ganstudio train FOLDER --queue" in capsys.readouterr().out
