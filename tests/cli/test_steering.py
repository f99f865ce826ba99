"""What happens to a run from outside: signals, lines on stdin, pipes that break, crashes."""

import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import torch

from ganstudio.cli import main
from ganstudio.core.checkpoint import checkpoints_in
from ganstudio.core.events import Finished, Sampled, Saved, Started, Warned, from_json
from ganstudio.core.run import Run
from ganstudio.core.session import Session
from tests.cli.support import TINY, refused


@contextmanager
def meanwhile(run: Path, do: Callable[[], None]) -> Iterator[None]:
    """Do something as soon as `run` has written a Progress, while the block trains."""

    def wait_and_do() -> None:
        events = run / "events.jsonl"
        while not ended.wait(0.01):
            if events.exists() and b'"progress"' in events.read_bytes():
                do()
                return

    ended = threading.Event()
    thread = threading.Thread(target=wait_and_do)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_that_a_signal_stops_after_the_step_and_saves(tmp_path, pictures, capsys, number):
    run = tmp_path / "run"
    before = signal.getsignal(number)
    with meanwhile(run, lambda: os.kill(os.getpid(), number)):
        assert main(["train", str(pictures), *TINY, "--out", str(run), "--json"]) == 130
    output = capsys.readouterr()
    events = [from_json(line) for line in output.out.splitlines()]
    assert isinstance(events[-1], Finished)
    assert events[-1].outcome == "stopped"
    assert isinstance(events[-2], Saved)
    assert events[-2].step == events[-1].step
    assert output.err == ""
    assert signal.getsignal(number) == before


@pytest.fixture
def typed(monkeypatch):
    """A stdin that a test writes lines to."""
    out, into = os.pipe()
    with open(out) as lines, open(into, "w", buffering=1) as writer:
        monkeypatch.setattr(sys, "stdin", lines)
        yield writer
        writer.close()


def test_that_a_wish_there_is_no_memory_for_costs_nothing(tmp_path, pictures, capsys, typed, monkeypatch):
    run, asked, really_save = tmp_path / "run", [], Session.save

    def save(session: Session) -> Saved:
        asked.append(session)
        if len(asked) == 1:
            raise MemoryError
        return really_save(session)

    monkeypatch.setattr(Session, "save", save)

    def ask() -> None:
        typed.write("save\nstop\n")

    with meanwhile(run, ask):
        assert main(["train", str(pictures), *TINY, "--out", str(run), "--json", "--commands"]) == 0
    events = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    (warning,) = [event for event in events if isinstance(event, Warned) and event.topic == "memory"]
    assert "Training goes on" in warning.message
    assert isinstance(events[-1], Finished)
    assert events[-1].outcome == "stopped"


@pytest.mark.parametrize("how", ["line", "option"])
def test_that_a_run_whose_folder_is_gone_can_be_saved_elsewhere(tmp_path, pictures, capsys, typed, how):
    run, other = tmp_path / "run", tmp_path / "other"
    words = ["train", str(pictures), *TINY, "--out", str(run), "--json", "--commands"]

    def lose() -> None:
        shutil.rmtree(run)
        typed.write(f"stop\nsave-to {other}\n" if how == "line" else "stop\n")

    with meanwhile(run, lose):
        assert main([*words, "--save-to", str(other)] if how == "option" else words) == 0
    *_, finished = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    assert finished.outcome == "stopped"
    moved = Run.open(other / "run")
    assert moved.summary().outcome == "stopped"
    assert checkpoints_in(moved.checkpoints)[0].step == finished.step


ON_A_TERMINAL = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from ganstudio.cli import main
sys.exit(main(sys.argv[1:]))
"""


def read_until(terminal: int, word: str, limit: float = 120.0) -> str:
    """What a program writes to its terminal, until `word` or its end."""
    seen, end = "", time.monotonic() + limit
    while word not in seen and time.monotonic() < end:
        try:
            seen += os.read(terminal, 4096).decode() if select.select([terminal], [], [], 1.0)[0] else ""
        except OSError:  # the other end is closed
            break
    return seen


@pytest.mark.skipif(os.name != "posix", reason="terminals")
def test_that_a_person_at_a_terminal_says_where_a_run_is_saved_that_cannot_be(tmp_path, pictures):
    """By a line while it waits; a folder that is no folder is refused, and the wait goes on."""
    run, other = tmp_path / "run", tmp_path / "other"
    (tmp_path / "file").write_text("no folder")
    mine, its = os.openpty()
    words = [sys.executable, "-c", ON_A_TERMINAL, "train", str(pictures), *TINY, "--out", str(run)]
    process = subprocess.Popen(words, stdin=its, stdout=its, stderr=its, start_new_session=True)
    os.close(its)
    try:
        with meanwhile(run, lambda: (shutil.rmtree(run), os.write(mine, b"\x03"))):
            waiting = read_until(mine, "have the run elsewhere.")
        assert "What was learned is kept in memory" in waiting
        assert "Or type save-to FOLDER to have the run elsewhere." in " ".join(waiting.split())
        os.write(mine, f"save-to {tmp_path / 'file'}\n".encode())
        assert "file" in read_until(mine, "Note: ")
        os.write(mine, f"save-to {other}\n".encode())
        read_until(mine, "pictures: ")
        assert process.wait(60) == 130
    finally:
        process.kill()
        process.wait()
        os.close(mine)
    moved = Run.open(other / "run")
    assert checkpoints_in(moved.checkpoints)[0].step == moved.summary().step


def test_that_lines_on_stdin_steer_a_run(tmp_path, pictures, capsys, typed):
    run = tmp_path / "run"
    words = "sample\nsave\npause\nsave\nresume\nnonsense\nstop\n"
    with meanwhile(run, lambda: typed.write(words)):
        assert main(["train", str(pictures), *TINY, "--out", str(run), "--json", "--commands"]) == 0
    kinds = [type(from_json(line)) for line in capsys.readouterr().out.splitlines()]
    assert kinds[-1] is Finished
    assert kinds.count(Saved) >= 2
    recorded = [type(event) for event in Run.open(run).events()]
    assert recorded.count(Saved) == kinds.count(Saved)
    assert recorded.count(Sampled) == kinds.count(Sampled)


@pytest.mark.skipif(torch.backends.mps.is_available(), reason="there is an Apple GPU")
def test_that_a_window_gets_the_device_that_is_here(tmp_path, trained, capsys, typed):
    run = shutil.copytree(trained, tmp_path / "run")
    Run.open(run).change(device="mps")
    assert main(["train", "--resume", "--out", str(run), "--steps", "5", "--json", "--commands"]) == 0
    events = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    assert any("mps, which is not here" in event.message for event in events if isinstance(event, Warned))
    assert Run.open(run).settings.device == "auto"


def test_that_a_paused_run_takes_no_step_until_it_resumes(tmp_path, pictures, capsys, typed):
    run = tmp_path / "run"
    with meanwhile(run, lambda: typed.write("pause\nsave\nsample\nsave\nstop\n")):
        assert main(["train", str(pictures), *TINY, "--out", str(run), "--json", "--commands"]) == 0
    events = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    first = next(index for index, event in enumerate(events) if isinstance(event, Saved))
    assert [type(event) for event in events[first : first + 3]] == [Saved, Sampled, Saved]
    assert len({event.step for event in events[first : first + 3]}) == 1


def test_that_a_run_whose_window_is_gone_saves_and_ends(tmp_path, pictures, capsys, typed):
    run = tmp_path / "run"
    with meanwhile(run, typed.close):
        assert main(["train", str(pictures), *TINY, "--out", str(run), "--json", "--commands"]) == 0
    assert from_json(capsys.readouterr().out.splitlines()[-1]).outcome == "stopped"


def test_that_a_run_in_use_is_named_and_left_alone(tmp_path, pictures, trained, capsys):
    run = shutil.copytree(trained, tmp_path / "run")
    other = Run.open(run)
    other.start_writing()
    try:
        sentence = refused(capsys, "train", "--resume", "--out", run, "--steps", "9")
        assert "in use by process" in sentence
    finally:
        other.stop_writing()


def test_that_a_crash_in_training_is_a_sentence_and_a_log(tmp_path, pictures, capsys, monkeypatch):
    from ganstudio.core.trainer import Trainer

    def broken(trainer, batch):
        raise RuntimeError("a bug")

    monkeypatch.setattr(Trainer, "train", broken)
    run = tmp_path / "run"
    assert main(["train", str(pictures), *TINY, "--steps", "3", "--out", str(run)]) == 1
    output = capsys.readouterr()
    assert "Traceback" not in output.err
    assert str(run / "log.txt") in output.err.splitlines()[-1]
    assert "a bug" in (run / "log.txt").read_text()


def test_that_an_error_nobody_foresaw_goes_to_a_log(capsys, monkeypatch):
    def broken() -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("ganstudio.cli.commands.build_parser", broken)
    assert main(["recipes"]) == 1
    sentence = capsys.readouterr().err.strip()
    assert sentence.startswith("ganstudio: ")
    assert len(sentence.splitlines()) == 1
    assert "a bug" in Path(sentence.rpartition(" in ")[2]).read_text()


@pytest.mark.slow
def test_that_the_demo_without_a_display_trains_and_leaves_a_run(tmp_path, capsys, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("ganstudio.cli.demo.COUNT", 70)
    assert main(["demo", "--minutes", "0.01", "--out", str(tmp_path / "run")]) == 0
    output = capsys.readouterr()
    assert "without a window" in output.err
    assert str(tmp_path / "run") in output.out
    assert Run.open(tmp_path / "run").summary().outcome == "completed"


def start(*words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "ganstudio", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_that_a_broken_pipe_is_quiet_and_what_was_learned_is_kept(tmp_path, pictures):
    process = start("train", pictures, *TINY, "--out", tmp_path / "run", "--json")
    assert process.stdout is not None
    assert process.stderr is not None
    assert isinstance(from_json(process.stdout.readline()), Started)
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr.read() == ""
    process.stderr.close()
    assert Run.open(tmp_path / "run").summary().outcome == "stopped"
    assert list((tmp_path / "run" / "checkpoints").glob("step-*.json"))


def test_that_a_list_cut_short_by_its_reader_is_quiet():
    process = start("recipes")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(60) == 0


def test_that_help_comes_at_once_and_pulls_in_neither_torch_nor_qt():
    heavy = "{'torch', 'numpy', 'PySide6'}"
    program = f"import sys; from ganstudio.cli import main; main(['--help']); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
