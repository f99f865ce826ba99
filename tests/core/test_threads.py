"""Threads beside: whoever starts one goes on, whatever becomes of it."""

import ast
import logging
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import ganstudio
from ganstudio.core.threads import start_thread

PACKAGE = Path(ganstudio.__file__).parent
FAULT = """
import sys, threading, _testcapi
from ganstudio.core.threads import start_thread

begun = threading.Event()
start_thread(begun.set, "first").join()
print("ready", flush=True)
try:
    _testcapi.set_nomemory(*map(int, sys.argv[1:]))
    thread = start_thread(begun.set, "second")
    thread.join()
except MemoryError:
    pass
finally:
    _testcapi.remove_mem_hooks()
print("went on", flush=True)
"""
"""Starts a thread while allocations fail."""


def test_that_a_job_is_done_beside_and_waited_for() -> None:
    go, done = threading.Event(), threading.Event()
    thread = start_thread(lambda: (go.wait(), done.set()), "beside")
    assert thread.is_alive()
    go.set()
    thread.join()
    assert done.is_set()
    assert not thread.is_alive()


def test_that_an_error_is_logged_and_ends_it(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        start_thread(lambda: 1 / 0, "the divider").join()
    assert "the divider" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_that_where_no_thread_can_be_started_memory_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("_thread.start_new_thread", refuse)
    with pytest.raises(MemoryError, match="no thread can be started for clock"):
        start_thread(time.time, "clock")


def test_that_memory_that_ends_in_the_first_lines_of_a_thread_holds_nobody_up() -> None:
    """Each of the first allocations from the start on fails once, and all from there on."""
    pytest.importorskip("_testcapi")
    faults = [(number, number + 1) for number in range(1, 91, 2)] + [(number, 0) for number in range(1, 91, 6)]
    for batch in range(0, len(faults), 8):
        programs = [
            subprocess.Popen([sys.executable, "-c", FAULT, *map(str, fault)], stdout=-1, stderr=-1, text=True)
            for fault in faults[batch : batch + 8]
        ]
        for program, fault in zip(programs, faults[batch : batch + 8], strict=True):
            try:
                said, _ = program.communicate(timeout=60)
            except subprocess.TimeoutExpired:
                program.kill()
                said = "waits for ever"
            assert said.split("\n")[:2] == ["ready", "went on"], fault


def test_that_no_other_place_starts_a_thread() -> None:
    """`threading.Thread` waits for the word of the new thread, which never comes where memory ends."""
    for path in PACKAGE.rglob("*.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        called = {ast.unparse(call.func) for call in calls}
        name = path.relative_to(PACKAGE).as_posix()
        assert not called & {"threading.Thread", "threading.Timer"}, name
        assert name == "core/threads.py" or not called & {"_thread.start_new_thread"}, name
