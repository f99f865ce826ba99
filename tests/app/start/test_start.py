"""Start-up and the end: what is loaded, what is caught, and how the process leaves."""

import logging
import logging.handlers
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ganstudio.app.start import system_check
from ganstudio.app.start.crash_report import Complaints, crash_log, start_logging
from ganstudio.app.start.launch import binding_problem
from ganstudio.core.events import Finished, Progress, to_json
from ganstudio.core.run import Run
from tests.app.fakes import new_run

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ganstudio.app.start import launch
from ganstudio.app.common.paths import Paths
{before}
def begin(window):
    {begin}
sys.exit(launch.run_program(Paths.inside(Path({folder!r})), begin))
"""


def run_program(folder: Path, begin: str, before: str = "", **environment: str) -> "subprocess.Popen[str]":
    program = PROGRAM.format(folder=str(folder), begin=begin, before=before)
    known = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    return subprocess.Popen(
        [sys.executable, "-c", program], env=known, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


LATER = (
    *("torch", "torchvision", "numpy", "pyqtgraph", "PIL", "psutil", "subprocess", "hashlib", "concurrent.futures"),
    *("ganstudio.models.gallery", "ganstudio.scores", "ganstudio.export", "ganstudio.latent", "ganstudio.core.images"),
    *("ganstudio.app.runner.process_runner", "ganstudio.models.upsample", "ganstudio.workflows.translated_past"),
    *("ganstudio.workflows.measure_speed", "ganstudio.workflows.trash"),
)
"""What the window stands without: half of what it could load would cost a fifth of the start."""


def test_that_the_window_shows_without_torch_and_without_what_the_plots_need(tmp_path: Path) -> None:
    """The window is built and painted in a process of its own; the warm-up has not begun when it is asked."""
    program = f"""
import sys
from pathlib import Path
from ganstudio.app.start import launch
from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory
from ganstudio.app.runner.thread_runner import ThreadRunner
from ganstudio.app.shell.window import MainWindow
launch.prepare_environment()
app = launch.make_application()
places = Paths.inside(Path({str(tmp_path)!r}))
window = MainWindow(places, Memory(places.preferences), ThreadRunner())
window.show()
app.processEvents()
assert window.isVisible()
print(sorted(name for name in {LATER!r} if name in sys.modules))
window.end_threads()
"""
    known = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", program], env=known, capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "[]", done.stderr


def test_that_paths_on_the_command_line_open_in_the_window(tmp_path: Path) -> None:
    program = """
import sys
from ganstudio.app.start import launch
from ganstudio.cli import main
launch.RunnerSwitch.warm_up = lambda self: None
from ganstudio.app.shell.navigation import Navigation
Navigation.open_paths = lambda self, paths: (print(*paths), self.parent().close())
sys.exit(main(["./flowers", sys.argv[1]]))
"""
    (tmp_path / "flowers").mkdir()
    known = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    known |= {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")}
    words = [sys.executable, "-c", program, str(tmp_path / "flowers")]
    done = subprocess.run(words, cwd=tmp_path, env=known, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout.split()) == (0, 2 * [str(tmp_path / "flowers")]), done.stderr


def test_that_closing_while_torch_loads_ends_well(tmp_path: Path) -> None:
    process = run_program(tmp_path, "QTimer.singleShot(100, window.close)")
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    assert (tmp_path / "preferences.json").exists()


SLOWLY = """
import time
from ganstudio.app.common import warmup
from ganstudio.core.run import Run
load, events = warmup.load_modules, Run.events
def slowly(self):
    for event in events(self):
        time.sleep(0.002)
        yield event
"""
TOLD = """
    def close():
        print(window.current_run.replay.busy, time.time(), flush=True)
        window.close()"""
AT_ONCE = 5.0
"""Seconds from closing the window to the end of the process, on a machine that does much else: idle it takes one."""


def seconds_to_the_end(process: "subprocess.Popen[str]", was_reading: bool) -> float:
    output, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    reading, closed = output.split()
    assert reading == str(was_reading)
    return time.time() - float(closed)


def test_that_nobody_waits_for_torch_that_is_still_loading_when_the_window_was_closed(tmp_path: Path) -> None:
    before = SLOWLY + "warmup.load_modules = lambda names: (time.sleep(60), load(names))[1]"
    process = run_program(tmp_path, TOLD + "\n    QTimer.singleShot(500, close)", before)
    assert seconds_to_the_end(process, was_reading=False) < AT_ONCE
    assert "did not end" not in (tmp_path / "logs" / "ganstudio.log").read_text()


@pytest.mark.parametrize("goes_on", [False, True])
def test_that_nobody_waits_for_torch_when_start_was_pressed_while_it_loads(tmp_path: Path, goes_on: bool) -> None:
    """The run ends as one that was stopped before its first step; one that goes on has what it had."""
    before = SLOWLY + "warmup.load_modules = lambda names: (time.sleep(60), load(names))[1]"
    folder = tmp_path / "runs" / "run"
    known = b""
    if goes_on:
        run = new_run(folder)
        run.start_writing()
        run.record(Finished(outcome="stopped", step=3, kimg=0.1, seconds=1.0))
        run.stop_writing()
        known = (folder / "events.jsonl").read_bytes()
        start = f"window.current_run.resume(Path({str(folder)!r}))"
    else:
        start = f"window.current_run.start(settings, Path('unused'), folder=Path({str(folder)!r}))"
    begin = f"""
    from ganstudio.core.run import RunSettings
    settings = RunSettings(recipe="dcgan", sides=(("pictures",),), values={{"resolution": 16}})
    window.memory.change(stop_on_close=True)
    {start}
    def close():
        print(window.current_run.training is not None, time.time(), flush=True)
        window.close()
    QTimer.singleShot(1500, close)"""
    assert seconds_to_the_end(run_program(tmp_path, begin, before), was_reading=True) < AT_ONCE
    run = Run.open(folder)
    assert run.summary().outcome == "stopped"
    run.start_writing()  # nobody else does
    run.stop_writing()
    if goes_on:
        assert (folder / "events.jsonl").read_bytes() == known


def test_that_nobody_waits_for_an_old_run_that_is_being_read_when_the_window_was_closed(tmp_path: Path) -> None:
    """30,000 events, which take a minute here: quitting took as long as reading them."""
    run = new_run(tmp_path / "run")
    event = Progress(step=1, kimg=1.0, seconds=1.0, images_per_second=1.0, losses={"generator": 1.0})
    (run.folder / "events.jsonl").write_text(f"{to_json(event)}\n" * 30_000)
    before = SLOWLY + "Run.events = slowly\nlaunch.RunnerSwitch.warm_up = lambda self: None"
    begin = f"{TOLD}\n    window.current_run.open(Path({str(run.folder)!r}))\n    QTimer.singleShot(500, close)"
    assert seconds_to_the_end(run_program(tmp_path, begin, before), was_reading=True) < AT_ONCE


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130), (signal.SIGHUP, 0)])
def test_that_a_signal_closes_an_idle_window_at_once(tmp_path: Path, number: int, code: int) -> None:
    process = run_program(tmp_path, 'print("up", flush=True)', "launch.RunnerSwitch.warm_up = lambda self: None")
    assert process.stdout
    assert process.stdout.readline() == "up\n"
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == code, errors


def test_that_an_uncaught_exception_is_told_and_the_window_lives_on(tmp_path: Path) -> None:
    begin = """
    QTimer.singleShot(0, lambda: 1 / 0)
    QTimer.singleShot(300, lambda: print(window.messages.isVisible(), flush=True))
    QTimer.singleShot(400, window.close)"""
    process = run_program(tmp_path, begin, "launch.RunnerSwitch.warm_up = lambda self: None")
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output) == (0, "True\n"), errors
    assert "ZeroDivisionError" in (tmp_path / "logs" / "ganstudio.log").read_text()


def test_that_a_crash_leaves_a_report_that_the_next_start_offers(tmp_path: Path) -> None:
    crash = "import faulthandler; from ganstudio.app.start.crash_report import crash_log; from pathlib import Path\n"
    crash += f"with crash_log(Path({str(tmp_path)!r})): faulthandler._sigabrt()"
    assert subprocess.run([sys.executable, "-c", crash], timeout=60, check=False).returncode != 0
    with crash_log(tmp_path) as report:
        assert report
        assert "Fatal Python error" in report.read_text()
    with crash_log(tmp_path) as report:
        assert report is None


def test_that_exceptions_of_every_thread_are_told(qtbot: QtBot) -> None:
    complaints = Complaints()
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    complaints.take_hold()
    try:
        with qtbot.waitSignal(complaints.raised) as caught:
            thread = threading.Thread(target=lambda: [][0])
            thread.start()
        thread.join()
        assert "IndexError" in caught.args[0]
    finally:
        complaints.give_back()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks


def test_that_this_binding_keeps_its_references() -> None:
    assert binding_problem() == ""


def test_that_a_missing_display_is_a_sentence() -> None:
    assert "no display" in system_check.window_problem({}, "linux")
    assert "does not answer" in system_check.window_problem({"DISPLAY": ":9876"}, "linux")
    assert system_check.window_problem({"QT_QPA_PLATFORM": "offscreen"}, "linux") == ""
    assert system_check.window_problem({}, "win32") == ""


def test_that_a_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: str) -> None:
        if name == "libxcb-cursor.so.0":
            raise OSError(name)

    assert system_check.missing_libraries(system_check.XCB_PACKAGES, load) == {"libxcb-cursor.so.0": "libxcb-cursor0"}
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "apt install libegl1" in system_check.import_problem(error)
    assert "PySide6" in system_check.import_problem(ImportError("No module named 'PySide6'"))


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")
def test_that_logs_are_read_by_nobody_else_the_next_ones_too(tmp_path: Path) -> None:
    before = os.umask(0o022)
    handler = start_logging(tmp_path / "log")
    try:
        assert isinstance(handler, logging.handlers.RotatingFileHandler)
        handler.doRollover()
        modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "log").iterdir()}
        assert (modes, (tmp_path / "log").stat().st_mode & 0o777) == ({0o600}, 0o700)
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
        os.umask(before)
