"""The runner: states, commands, and one Finished whatever happens."""

import queue
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ganstudio.app.runner.thread_runner import Runner, ThreadRunner
from ganstudio.core.events import LAST_SAVE, Event, Finished, Progress, Saved, Warned
from ganstudio.core.run import Run
from ganstudio.models.gallery import Linear
from tests.app.fakes import FakeOpener, FakeSession, new_run
from tests.core.fakes import make_session

MakeRunner = Callable[..., ThreadRunner]


class Listener:
    """What a runner said, in order."""

    def __init__(self, runner: Runner) -> None:
        self.events: list[Event] = []
        self.states: list[str] = []
        runner.happened.connect(self.events.append)
        runner.state.connect(self.states.append)

    def finished(self) -> list[Finished]:
        return [event for event in self.events if isinstance(event, Finished)]


def wait_for(qtbot: QtBot, runner: Runner, state: str) -> None:
    qtbot.waitUntil(lambda: runner.current == state, timeout=10_000)


def test_that_a_run_that_cannot_be_saved_goes_on_in_the_folder_that_is_chosen(
    qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path
) -> None:
    recipe = Linear(resolution=8, batch=8, latent=8, generator_widths="16,16", discriminator_widths="16")
    session = make_session(tmp_path / "run", recipe)
    runner = runner_with(lambda run, **known: session)
    heard = Listener(runner)
    runner.start(session.run)
    qtbot.waitUntil(lambda: any(isinstance(event, Progress) for event in heard.events), timeout=10_000)
    shutil.rmtree(tmp_path / "run", ignore_errors=True)
    runner.stop()
    warned = lambda: [event.topic for event in heard.events if isinstance(event, Warned)]  # noqa: E731
    qtbot.waitUntil(lambda: LAST_SAVE in warned(), timeout=10_000)
    runner.save_to(tmp_path / "other")
    wait_for(qtbot, runner, "idle")
    assert warned()[-1] == "moved"
    assert [ending.outcome for ending in heard.finished()] == ["stopped"]
    assert Run.open(tmp_path / "other" / "run").summary().step == session.trainer.step


def test_that_a_run_ends_in_one_finished_and_idle(qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path) -> None:
    runner = runner_with(FakeOpener(last=5))
    heard = Listener(runner)
    runner.start(new_run(tmp_path / "run"))
    wait_for(qtbot, runner, "idle")
    assert heard.states == ["preparing", "running", "idle"]
    assert [ending.outcome for ending in heard.finished()] == ["completed"]
    assert isinstance(heard.events[-1], Finished)


def test_that_pausing_asks_for_no_further_step_and_resuming_goes_on(
    qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path
) -> None:
    opener = FakeOpener()
    runner = runner_with(opener)
    runner.start(new_run(tmp_path / "run"))
    wait_for(qtbot, runner, "running")
    runner.pause()
    wait_for(qtbot, runner, "paused")
    step = opener.sessions[0].step
    runner.save()
    with qtbot.waitSignal(runner.happened, check_params_cb=lambda event: isinstance(event, Saved)):
        runner.sample()
    assert opener.sessions[0].step == step
    runner.resume()
    with qtbot.waitSignal(
        runner.happened, check_params_cb=lambda event: isinstance(event, Progress) and event.step > step
    ):
        pass
    runner.stop()
    wait_for(qtbot, runner, "idle")


def test_that_saving_while_paused_is_obeyed_before_resuming(
    qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path
) -> None:
    opener = FakeOpener()
    runner = runner_with(opener)
    runner.start(new_run(tmp_path / "run"))
    wait_for(qtbot, runner, "running")
    runner.pause()
    wait_for(qtbot, runner, "paused")
    runner.save()
    runner.sample()
    runner.resume()
    wait_for(qtbot, runner, "running")
    assert opener.sessions[0].asked == ["sample", "save", "sample"]


def test_that_a_paused_run_can_be_stopped(qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path) -> None:
    runner = runner_with()
    heard = Listener(runner)
    runner.start(new_run(tmp_path / "run"))
    wait_for(qtbot, runner, "running")
    runner.pause()
    wait_for(qtbot, runner, "paused")
    runner.stop()
    wait_for(qtbot, runner, "idle")
    assert heard.states == ["preparing", "running", "paused", "stopping", "idle"]
    assert [ending.outcome for ending in heard.finished()] == ["stopped"]


def test_that_stopping_while_pictures_are_prepared_ends_as_stopped(
    qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path
) -> None:
    opener = FakeOpener()
    opener.gate.clear()
    runner = runner_with(opener)
    heard = Listener(runner)
    with qtbot.waitSignal(runner.preparing):
        runner.start(new_run(tmp_path / "run"))
    runner.stop()
    wait_for(qtbot, runner, "idle")
    assert [(ending.outcome, ending.message) for ending in heard.finished()] == [("stopped", "")]
    assert not opener.sessions


def trained_run(folder: Path) -> Run:
    """A run of five steps; its Finished says 1 kimg in 1 s."""
    run = new_run(folder)
    for _ in FakeSession(run, last=5).events():
        pass
    return run


@pytest.mark.parametrize("error", [None, ValueError("There are only 3 images.")])
def test_that_a_run_that_never_went_on_is_where_it_was(
    qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path, error: ValueError | None
) -> None:
    run = trained_run(tmp_path / "run")
    opener = FakeOpener()

    def refuse(*_: object, **__: object) -> FakeSession:
        assert error
        raise error

    opener.gate.clear()
    runner = runner_with(refuse if error else opener)
    heard = Listener(runner)
    runner.start(run)
    if not error:
        runner.stop()
    wait_for(qtbot, runner, "idle")
    (finished,) = heard.finished()
    assert (finished.outcome, finished.step, finished.kimg, finished.seconds) == (
        "failed" if error else "stopped", 5, 1.0, 1.0
    )  # fmt: skip
    assert Run.open(run.folder).summary().step == 5


@pytest.mark.parametrize("error", [RuntimeError("no"), ValueError("A sentence."), SystemExit(3), MemoryError()])
def test_that_an_exception_in_the_session_becomes_a_failed_run(
    qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path, error: BaseException
) -> None:
    runner = runner_with(FakeOpener(fails_at=3, error=error))
    heard = Listener(runner)
    runner.start(new_run(tmp_path / "run"))
    wait_for(qtbot, runner, "idle")
    assert [ending.outcome for ending in heard.finished()] == ["failed"]
    assert heard.finished()[0].message
    assert heard.finished()[0].step == 2
    assert Run.open(tmp_path / "run").summary().outcome == "failed"
    assert type(error).__name__ in (tmp_path / "run" / "log.txt").read_text()


def test_that_a_session_that_cannot_be_opened_fails_with_its_sentence(
    qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path
) -> None:
    def refuse(*_: object, **__: object) -> FakeSession:
        raise ValueError("There are only 3 images.")

    runner = runner_with(refuse)
    heard = Listener(runner)
    runner.start(new_run(tmp_path / "run"))
    wait_for(qtbot, runner, "idle")
    assert heard.finished()[0].message == "There are only 3 images."


def test_that_a_second_run_follows_a_failed_one(qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path) -> None:
    opener = FakeOpener(fails_at=1, error=RuntimeError("once"))
    runner = runner_with(opener)
    runner.start(new_run(tmp_path / "one"))
    wait_for(qtbot, runner, "idle")
    opener.options = {"last": 2}
    heard = Listener(runner)
    runner.start(new_run(tmp_path / "two"))
    wait_for(qtbot, runner, "idle")
    assert [ending.outcome for ending in heard.finished()] == ["completed"]


def test_that_a_save_that_meets_a_full_disk_is_a_warning_and_training_goes_on(
    qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: FakeSession) -> Saved:
        raise OSError(28, "No space left on device")

    opener = FakeOpener()
    runner = runner_with(opener)
    runner.start(new_run(tmp_path / "run"))
    wait_for(qtbot, runner, "running")
    with monkeypatch.context() as patched:
        patched.setattr(FakeSession, "save", full)
        with qtbot.waitSignal(runner.happened, check_params_cb=lambda event: isinstance(event, Warned)) as caught:
            runner.save()
    assert "disk is full" in caught.args[0].message
    assert runner.current == "running"


def test_that_a_command_runs_between_two_events_in_the_training_thread(
    qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path
) -> None:
    runner = runner_with()
    runner.start(new_run(tmp_path / "run"))
    wait_for(qtbot, runner, "running")
    answers: queue.SimpleQueue[int] = queue.SimpleQueue()
    runner.ask(lambda session: answers.put(session.step))  # type: ignore[attr-defined]
    assert answers.get(timeout=5) >= 0


@pytest.mark.parametrize("phase", ["idle", "preparing", "running", "paused", "stopping"])
def test_that_the_thread_ends_from_every_phase(
    qtbot: QtBot, runner_with: MakeRunner, tmp_path: Path, phase: str
) -> None:
    opener = FakeOpener()
    runner = runner_with(opener)
    if phase == "preparing":
        opener.gate.clear()
    if phase != "idle":
        runner.start(new_run(tmp_path / "run"))
    if phase in {"running", "paused", "stopping"}:
        wait_for(qtbot, runner, "running")
    if phase == "paused":
        runner.pause()
        wait_for(qtbot, runner, "paused")
    if phase == "stopping":
        runner.stop()
    assert runner.wait(5_000)
