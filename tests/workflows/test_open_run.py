"""What is opened of a run unless a checkpoint is named, and that all that a run holds is opened by one rule."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from ganstudio.app.runner.between_steps import open_from_disk
from ganstudio.core import checkpoint
from ganstudio.core.checkpoint_names import step_of, usual_name
from ganstudio.core.run import Run, RunError
from ganstudio.core.snapshots import snapshots_in
from ganstudio.workflows.open_run import open_discriminator, open_generator, state_of
from tests.app.tiny_runs import session, tiny_run

torch.set_num_threads(1)

Open = Callable[[Run, str | None], int]


def generator_step(run: Run, name: str | None) -> int:
    return open_generator(run, checkpoint=name, device="cpu").step


def step_in_the_window(run: Run, name: str | None) -> int:
    return open_from_disk(run, name or "").step


def discriminator_step(run: Run, name: str | None) -> int:
    """The step of the checkpoint whose discriminator it is."""
    weights = open_discriminator(run, checkpoint=name).state_dict()
    for saved in checkpoint.checkpoints_in(run.checkpoints):
        theirs = checkpoint.load(saved)["networks"]["discriminator"]
        if all(torch.equal(weights[key], theirs[key]) for key in theirs):
            return saved.step
    raise AssertionError("the weights are of no checkpoint")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A run with checkpoints at steps 3 and 6."""
    made = tiny_run(tmp_path / "run")
    live = session(made)
    live.trainer.restore(checkpoint.load_newest(made.checkpoints)[0])
    made.change(budget=type(made.settings.budget)(steps=6))
    assert list(live.events())[-1].outcome == "completed"  # type: ignore[union-attr]
    assert [saved.step for saved in checkpoint.checkpoints_in(made.checkpoints)] == [6, 3]
    return made


def mark_older(run: Run, blurred: float = 0.0) -> None:
    older = checkpoint.checkpoints_in(run.checkpoints)[1]
    checkpoint.mark_best(run.checkpoints, older.path, {"scores": {"KID": 1.0}, "spoilt": blurred})


@pytest.mark.parametrize("step_of", [generator_step, step_in_the_window, discriminator_step])
@pytest.mark.parametrize("name", [None, ""])
def test_that_the_best_is_opened_where_one_is_marked_else_the_latest(run: Run, step_of: Open, name: str | None) -> None:
    assert step_of(run, name) == 6
    mark_older(run)
    assert step_of(run, name) == 3
    assert step_of(run, "latest") == 6


@pytest.mark.parametrize("name", [None, ""])
def test_that_the_latest_is_opened_while_blurred_images_score_better_than_what_was_marked(
    run: Run, name: str | None
) -> None:
    """The first look of a run is the best so far, and grey: who explores after three minutes wants what came of it."""
    mark_older(run, blurred=0.5)
    assert generator_step(run, name) == step_of_name(run) == 6
    with pytest.raises(RunError, match="no best checkpoint: its pictures are worse than blurred training images"):
        state_of(run, "best")
    mark_older(run, blurred=1.5)
    assert generator_step(run, name) == step_of_name(run) == 3


def step_of_name(run: Run) -> int:
    return step_of(usual_name(run))


def test_that_the_name_of_what_is_opened_is_known_without_torch(run: Run) -> None:
    assert usual_name(run) == "step-000000006"
    mark_older(run)
    assert usual_name(run) == "step-000000003"
    (run.checkpoints / "step-000000003.json").unlink()
    assert usual_name(run) == "step-000000006"
    assert state_of(run, None)["step"] == 6


def test_that_a_snapshot_is_opened_with_the_newest_discriminator(run: Run) -> None:
    first = snapshots_in(run.folder)[0]
    assert open_generator(run, checkpoint=first.name, device="cpu").step == first.step == 0
    assert discriminator_step(run, first.name) == 6


def test_that_a_discriminator_that_does_not_fit_is_a_sentence(run: Run) -> None:
    values: dict[str, Any] = dict(run.settings.values) | {"discriminator_widths": "32"}
    run.change(values=values)
    with pytest.raises(RunError, match="does not fit the run's settings"):
        open_discriminator(run)


def test_that_a_name_that_is_not_there_lists_those_that_are(run: Run) -> None:
    with pytest.raises(RunError, match="step-000000003, step-000000006"):
        open_generator(run, checkpoint="step-000000009")
    with pytest.raises(RunError, match="no best checkpoint: no score has marked one"):
        open_generator(run, checkpoint="best")
