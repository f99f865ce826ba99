"""The computer is held awake by a helper that ends with the work, and with the process however that ends."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ganstudio.core import stay_awake
from ganstudio.core.processes import environment
from ganstudio.core.stay_awake import StayAwake, awake

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the helper of Linux")


@pytest.fixture
def inhibitor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A systemd-inhibit that notes how it was called, and runs what it was given; the file that it notes it in."""
    noted, program = tmp_path / "noted", tmp_path / "systemd-inhibit"
    program.write_text(f'#!/bin/sh\necho "$$ $@" > {noted}.part; mv {noted}.part {noted}\nexec cat\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return noted


def waited_for(path: Path) -> tuple[int, str]:
    end = time.monotonic() + 20
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.01)
    number, _, words = path.read_text().partition(" ")
    return int(number), words


def lives(number: int) -> bool:
    return Path(f"/proc/{number}").exists()


def test_that_the_computer_is_held_while_there_is_work(inhibitor: Path) -> None:
    with awake():
        number, words = waited_for(inhibitor)
        assert "--what=sleep:idle" in words
        assert lives(number)
    assert not lives(number)


def test_that_holding_and_letting_go_twice_is_harmless(inhibitor: Path) -> None:
    holding = StayAwake()
    holding.hold()
    holding.hold()
    number, _ = waited_for(inhibitor)
    holding.let_go()
    holding.let_go()
    assert not lives(number)
    assert not holding.held


def test_that_a_kill_lets_the_computer_sleep(inhibitor: Path) -> None:
    program = "import time; from ganstudio.core.stay_awake import StayAwake; StayAwake().hold(); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", program], env=environment()) as process:
        number, _ = waited_for(inhibitor)
        process.kill()
    end = time.monotonic() + 10
    while lives(number) and time.monotonic() < end:
        time.sleep(0.01)
    assert not lives(number)


def test_that_nothing_happens_where_there_is_no_helper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stay_awake, "helper_command", list)
    holding = StayAwake()
    holding.hold()
    assert not holding.held
    holding.let_go()
