"""Processes that die or hang. The stand-in speaks the real worker's lines, and dies or sleeps when a name says so."""

import contextlib
import json
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest
from PIL import Image

from ganstudio.core.images import limits, pool
from ganstudio.core.images.cache import prepare
from ganstudio.core.images.check_report import Cancelled, ImagesError
from ganstudio.core.images.listing import FileSource, FoundFile
from ganstudio.core.images.pool import DecodeJob, decode_all
from ganstudio.core.run import Preparation

WORKER = """
import json, os, pathlib, signal, sys, time
job = json.loads(sys.stdin.readline())
marks = pathlib.Path(job["target"]).parent

def times(name):
    mark = marks / name
    mark.write_text((mark.read_text() if mark.exists() else "") + "x")
    return len(mark.read_text())

if (marks / "start badly").exists() and times("starts") <= 2:
    raise SystemExit(3)
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    tasks = json.loads(line)
    facts = []
    for row, kind, path, outer, item, size, scale, fit in tasks:
        if "crash" in path:
            os.abort()
        if "killed" in path and len(tasks) == 1 and times(os.path.basename(path)) <= 2:
            os.kill(os.getpid(), signal.SIGKILL)
        if "slow" in path:
            os.kill(os.getpid(), signal.SIGXCPU)
        if "hang" in path:
            time.sleep(60)
        while "busy" in path and time.process_time() < 1.5:
            pass
        large = "large" in path and (len(tasks) > 1 or "too" in path)
        facts.append(["needs too much memory" if large else "", large, 1, 1, "", "", None, 0, path, str(os.getpid())])
    if any("full" in path for row, kind, path, outer, item, size, scale, fit in tasks):
        print(json.dumps({"disk": [28, "No space left on device"]}), flush=True)
        continue
    leaving = any("heavy" in path for row, kind, path, outer, item, size, scale, fit in tasks)
    print(json.dumps({"facts": facts, "leaving": leaving}), flush=True)
    if leaving:
        break
"""


@pytest.fixture
def job(tmp_path, monkeypatch) -> DecodeJob:
    monkeypatch.setattr(pool, "python", lambda module, *words: [sys.executable, "-c", WORKER])
    return DecodeJob(Preparation(), 16, tmp_path / "target", 128)


def tasks(*names: str) -> list[pool.Task]:
    place = FileSource("/pictures", "", None)
    return [pool.Task(row, FoundFile(place, name, 1, 1)) for row, name in enumerate(names)]


def run(job: DecodeJob, some: list[pool.Task], **known) -> dict[int, pool.DecodeResult]:
    quiet = {"on_progress": lambda done, total: None, "cancelled": lambda: False}
    return decode_all(some, job, **quiet | known)


def test_that_a_crash_costs_one_file(job):
    names = [f"{number}.png" for number in range(60)]
    names[7] = names[41] = "crash.png"
    outcomes = run(job, tasks(*names), workers=2)
    assert sorted(outcomes) == list(range(60))
    assert [row for row, outcome in outcomes.items() if outcome.reason] == sorted({7, 41}, key=list(outcomes).index)
    assert outcomes[7].reason == "unreadable: reading it crashed the decoder"
    assert outcomes[8].digest.endswith("8.png")


def test_that_a_file_that_takes_for_ever_is_given_up(job, monkeypatch):
    monkeypatch.setattr(pool, "MOST_WAIT", 1.0)
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
    assert not [thread for thread in threading.enumerate() if thread.name == "decoding"]


@pytest.mark.parametrize("command", [["/no/such/program"], [sys.executable, "-c", "raise SystemExit(3)"]])
def test_that_processes_that_cannot_start_are_told(job, monkeypatch, command):
    monkeypatch.setattr(pool, "python", lambda module, *words: command)
    with pytest.raises(ImagesError, match="No process for reading pictures could be started"):
        run(job, tasks("a.png"))


def test_that_progress_counts_every_file_once(job):
    seen = []
    run(job, tasks(*(f"{number}" for number in range(100))), workers=2, on_progress=lambda *now: seen.append(now))
    assert seen[-1] == (100, 100)
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})


def test_that_more_processes_are_started_only_for_more_files(job):
    assert len(list(pool.chunks(tasks(*"abcdef"), 1))) > 1
    assert json.loads(job.to_json())["offset"] == 128
    assert Path(json.loads(job.to_json())["target"]).name == "target"


def test_that_a_process_ended_by_others_costs_no_file(job):
    names = [f"{number}.png" for number in range(40)]
    names[3] = names[20] = "killed.png"
    outcomes = run(job, tasks(*names), workers=2)
    assert [row for row, result in outcomes.items() if result.reason] == []


def test_that_a_process_which_dies_while_it_starts_is_started_again(job):
    (job.target.parent / "start badly").touch()
    assert not run(job, tasks("a.png"))[0].reason


def test_that_a_crash_a_hang_and_a_lack_of_memory_are_no_verdicts_and_slowness_is_one(job, monkeypatch):
    monkeypatch.setattr(pool, "MOST_WAIT", 1.0)
    outcomes = run(job, tasks("crash.png", "hang.png", "slow.png", "too large.png", "large.png", "a.png"))
    assert [outcomes[row].passing for row in range(6)] == [True, True, False, True, False, False]
    assert outcomes[2].reason == "too slow: reading it takes more than 5 seconds of the processor"
    assert [bool(outcomes[row].reason) for row in range(3, 6)] == [True, False, False]


def test_that_a_full_disk_is_no_fault_of_a_picture(job):
    with pytest.raises(OSError, match="No space left"):
        run(job, tasks("a.png", "full.png"))


def test_that_a_process_that_has_grown_makes_way_for_another(job):
    outcomes = run(job, tasks(*["heavy.png"] * 8))
    assert len({result.hash for result in outcomes.values()}) > 1
    assert not [result for result in outcomes.values() if result.reason]


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the system")
def test_that_the_processor_time_of_a_file_is_limited_by_the_system():
    program = "from ganstudio.core.images.limits import limit_time\nlimit_time(1)\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", program], timeout=60)
    assert done.returncode == -signal.SIGPROF
    assert limits.was_too_slow(done.returncode)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the system")
def test_that_the_clock_ends_only_what_does_nothing(job, monkeypatch):
    """A slow file on a busy machine is not hung: its own seconds decide."""
    monkeypatch.setattr(pool, "MOST_WAIT", 0.3)
    begun = time.monotonic()
    outcomes = run(job, tasks("busy.png"))
    assert time.monotonic() - begun > 2 * 0.3
    assert not outcomes[0].reason


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the system")
@pytest.mark.parametrize("hard", [700 * 2**20, 64 * 2**30])
def test_that_the_smaller_of_two_memory_limits_holds(hard):
    program = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, ({hard}, {hard}))
from ganstudio.core.images.limits import MOST_MEMORY, limit_memory
limit_memory()
soft, now = resource.getrlimit(resource.RLIMIT_AS)
assert now == {hard}, now
try:
    bytearray(MOST_MEMORY + 2**20)
except MemoryError:
    print(soft)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert 0 < int(done.stdout) <= hard, done.stderr


@pytest.mark.slow
def test_that_pictures_survive_the_killing_of_their_decoders(tmp_path):
    """Decoders killed while sixty whole pictures are prepared: all sixty are used, now and ever after."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(60):
        shade = Image.linear_gradient("L").resize((2400, 2400)).rotate(6 * number)
        Image.merge("RGB", (shade, shade.rotate(90), shade.rotate(number))).save(folder / f"{number:02d}.jpg")
    stop, killed = threading.Event(), []

    def kill() -> None:
        while not stop.is_set() and len(killed) < 8:
            for child in psutil.Process().children():
                with contextlib.suppress(psutil.Error):  # it is gone already
                    if any(Path(opened.path).parent == folder for opened in child.open_files()):
                        child.kill()
                        killed.append(child.pid)
            stop.wait(0.02)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        first = prepare([folder], Preparation(duplicates="keep"), 32, cache_dir=tmp_path / "cache", workers=2)
    finally:
        stop.set()
        killer.join()
    again = prepare([folder], Preparation(duplicates="keep"), 32, cache_dir=tmp_path / "cache", workers=2)
    assert killed
    assert again.report.used == 60, (first.report.left_out, again.report.left_out)
