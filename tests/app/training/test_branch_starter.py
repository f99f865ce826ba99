"""Branches from the window: the run that trains is saved and stopped, its branch goes on, and nothing is asked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ganstudio.app.runner.current_run import CurrentRun
from ganstudio.app.runner.thread_runner import ThreadRunner
from ganstudio.app.training import branch_starter as module
from ganstudio.app.training.branch_starter import Asked, BranchStarter
from ganstudio.core.events import Warned
from ganstudio.core.run import Budget, Run
from ganstudio.core.settings import SettingError
from ganstudio.workflows.run_names import branch_name, free_folder
from tests.app.fakes import FakeOpener, new_run
from tests.app.tiny_runs import tiny_run

WARNED = Warned(step=5, topic="discriminator", message="Too strong.", remedy={"discriminator_lr": 1e-4})


@pytest.fixture
def current_run(qtbot: QtBot, runner_with: Callable[..., ThreadRunner]):
    made = CurrentRun(runner_with(FakeOpener()))
    yield made
    made.runner.stop()
    qtbot.waitUntil(lambda: not made.busy, timeout=20_000)
    assert made.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """What branches were asked for; each is a new run without networks."""
    heard: list[Asked] = []

    def make(asked: Asked, report: object) -> Run:
        heard.append(asked)
        return new_run(free_folder(asked.run.folder.parent, branch_name(asked.run.name)))

    monkeypatch.setattr(module, "made_branch", make)
    return heard


@pytest.fixture
def branching(current_run: CurrentRun, asked: list[Asked]):
    made = BranchStarter(current_run)
    yield made
    assert made.close()


def test_that_a_remedy_stops_the_run_and_trains_its_branch(
    qtbot: QtBot, current_run: CurrentRun, branching: BranchStarter, asked: list[Asked], tmp_path: Path
) -> None:
    sentences: list[str] = []
    branching.remarked.connect(sentences.append)
    old = new_run(tmp_path / "flowers")
    current_run.resume(old.folder)
    qtbot.waitUntil(lambda: current_run.runner.current == "running", timeout=20_000)
    assert current_run.training
    branching.answer(current_run.training, WARNED)
    qtbot.waitUntil(
        lambda: current_run.training is not None and current_run.training.name == "flowers-branch", timeout=20_000
    )
    assert [(wish.checkpoint, wish.changes) for wish in asked] == [("", {"discriminator_lr": 1e-4})]
    assert Run.open(old.folder).summary().outcome == "stopped"
    assert "Saving and stopping flowers" in sentences[0]
    assert "flowers-branch goes on" in sentences[1]


def test_that_an_old_run_is_branched_at_once(
    qtbot: QtBot, current_run: CurrentRun, branching: BranchStarter, asked: list[Asked], tmp_path: Path
) -> None:
    branching.start(new_run(tmp_path / "old"), "step-000000007", {})
    qtbot.waitUntil(lambda: current_run.training is not None, timeout=20_000)
    assert asked[0].checkpoint == "step-000000007"


def test_that_another_run_that_trains_is_left_alone(
    qtbot: QtBot, current_run: CurrentRun, branching: BranchStarter, asked: list[Asked], tmp_path: Path
) -> None:
    current_run.resume(new_run(tmp_path / "busy").folder)
    qtbot.waitUntil(lambda: current_run.runner.current == "running", timeout=20_000)
    with qtbot.waitSignal(branching.failed) as failure:
        branching.start(new_run(tmp_path / "old"), "", {})
    assert "busy is training" in failure.args[0]
    assert not asked
    assert current_run.runner.current == "running"


@pytest.mark.parametrize(("topic", "checkpoint"), [("collapse", "best"), ("discriminator", "")])
def test_that_what_has_spoilt_the_networks_goes_back_to_the_best_checkpoint(
    qtbot: QtBot, branching: BranchStarter, asked: list[Asked], tmp_path: Path, topic: str, checkpoint: str
) -> None:
    run = new_run(tmp_path / "old")
    (run.checkpoints / "best.json").write_text('{"checkpoint": "step-000000005", "score": {}}')
    branching.answer(run, Warned(step=9, topic=topic, message="x", remedy={"flip": True}))
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    assert asked[0].checkpoint == checkpoint


def test_that_the_branch_of_a_real_run_begins_where_that_was(tmp_path: Path) -> None:
    run = tiny_run(tmp_path / "real", steps=4)
    run.change(budget=Budget(steps=100))
    made = module.made_branch(Asked(run, "", {"generator_lr": 1e-4}), None)  # type: ignore[arg-type]
    assert made.settings.values["generator_lr"] == 1e-4
    assert made.settings.origin["step"] == 4
    with pytest.raises(SettingError):
        module.made_branch(Asked(run, "", {"resolution": 16}), None)  # type: ignore[arg-type]
