"""Processes that die or hang. The stand-in speaks the real worker's lines, and dies or sleeps when a name says so."""

import json
import sys
import threading
import time
from pathlib import Path

import pytest

from ganstudio.core.images import pool
from ganstudio.core.images.check_report import Cancelled, ImagesError
from ganstudio.core.images.listing import FileSource, FoundFile
from ganstudio.core.images.pool import DecodeJob, decode_all
from ganstudio.core.run import Preparation

WORKER = """
import json, os, sys, time
sys.stdin.readline()
print(json.dumps("ready"), flush=True)
for line in sys.stdin:
    tasks = json.loads(line)
    for row, kind, path, item in tasks:
        if "crash" in path:
            os.abort()
        if "hang" in path:
            time.sleep(60)
    print(json.dumps([["", 1, 1, 0, path, ""] for row, kind, path, item in tasks]), flush=True)
"""


@pytest.fixture
def job(tmp_path, monkeypatch) -> DecodeJob:
    monkeypatch.setattr(pool, "command", lambda: [sys.executable, "-c", WORKER])
    return DecodeJob(Preparation(), 16, tmp_path / "target", 128)


def tasks(*names: str) -> list[tuple[int, FoundFile]]:
    place = FileSource("/pictures", "", None)
    return [(row, FoundFile(place, name, 1, 1)) for row, name in enumerate(names)]


def run(job: DecodeJob, some: list[tuple[int, FoundFile]], **known) -> dict[int, pool.DecodeResult]:
    quiet = {"on_progress": lambda done, total: None, "cancelled": lambda: False}
    return decode_all(some, job, **quiet | known)


def test_that_a_crash_costs_one_file(job):
    names = [f"{number}.png" for number in range(60)]
    names[7] = names[41] = "crash.png"
    outcomes = run(job, tasks(*names), workers=2)
    assert sorted(outcomes) == list(range(60))
    assert [row for row, one in outcomes.items() if one.reason] == sorted({7, 41}, key=list(outcomes).index)
    assert outcomes[7].reason == "unreadable: reading it crashed the decoder"
    assert outcomes[8].digest.endswith("8.png")


def test_that_a_file_that_takes_for_ever_is_given_up(job, monkeypatch):
    monkeypatch.setattr(pool, "SECONDS", 1.0)
    outcomes = run(job, tasks("a.png", "hang.png", "b.png"))
    assert [bool(outcomes[row].reason) for row in range(3)] == [False, True, False]
    assert "longer than" in outcomes[1].reason


def test_that_cancelling_does_not_wait_for_a_process(job):
    busy = threading.Event()
    threading.Timer(0.5, busy.set).start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        run(job, tasks("hang.png"), cancelled=busy.is_set)
    assert time.monotonic() - start < 10
    assert not [one for one in threading.enumerate() if one.name == "decoding"]


@pytest.mark.parametrize("command", [["/no/such/program"], [sys.executable, "-c", "raise SystemExit(3)"]])
def test_that_processes_that_cannot_start_are_told(job, monkeypatch, command):
    monkeypatch.setattr(pool, "command", lambda: command)
    with pytest.raises(ImagesError, match="No process for reading pictures could be started"):
        run(job, tasks("a.png"))


def test_that_progress_counts_every_file_once(job):
    seen = []
    run(job, tasks(*(f"{number}" for number in range(100))), workers=2, on_progress=lambda *now: seen.append(now))
    assert seen[-1] == (100, 100)
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})


def test_that_more_processes_are_started_only_for_more_files(job):
    assert len(list(pool._chunks(tasks(*"abcdef"), 1))) > 1
    assert json.loads(job.to_json())["offset"] == 128
    assert Path(json.loads(job.to_json())["target"]).name == "target"
