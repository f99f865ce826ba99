"""How much more a run is granted when it goes on."""

from pathlib import Path

import pytest

from ganstudio.core.events import Finished
from ganstudio.core.run import Budget, Run, RunSettings
from ganstudio.workflows.continue_run import extended, keep_rates_low, rates_would_jump


def run_at(folder: Path, budget: Budget) -> Run:
    """A run that ended at step 100, at 2 thousand images, after ten minutes."""
    run = Run.create(folder, RunSettings(recipe="linear", sides=(("pictures",),), budget=budget))
    run.start_writing()
    run.record(Finished(outcome="completed", step=100, kimg=2.0, seconds=600.0))
    run.stop_writing()
    return run


@pytest.mark.parametrize(
    ("used_up", "granted"),
    [
        (Budget(steps=100), Budget(steps=200)),
        (Budget(steps=40), Budget(steps=140)),
        (Budget(kimg=2.0), Budget(kimg=4.0)),
        (Budget(minutes=10.0), Budget(minutes=20.0)),
        (Budget(minutes=4.0), Budget(minutes=14.0)),
        (Budget(steps=100, kimg=9.0, minutes=30.0), Budget(steps=200, kimg=11.0, minutes=40.0)),
    ],
)
def test_that_a_used_up_budget_is_granted_once_more_from_where_the_run_is(
    tmp_path: Path, used_up: Budget, granted: Budget
) -> None:
    assert extended(run_at(tmp_path / "run", used_up)) == granted


@pytest.mark.parametrize("left", [Budget(), Budget(steps=101), Budget(kimg=2.5, minutes=10.5)])
def test_that_a_budget_of_which_some_is_left_stays_as_it_is(tmp_path: Path, left: Budget) -> None:
    assert extended(run_at(tmp_path / "run", left)) == left


@pytest.mark.parametrize(
    ("recipe", "values", "budget", "step", "jumps"),
    [
        ("cyclegan", {}, Budget(steps=100), 100, True),
        ("cyclegan", {"batch": 2}, Budget(kimg=0.2), 100, True),
        ("cut", {}, Budget(steps=100), 100, True),
        ("cyclegan", {}, Budget(steps=100), 99, False),
        ("cyclegan", {}, Budget(minutes=10.0), 100, False),
        ("cyclegan", {"decay_epochs": 0}, Budget(steps=100), 100, False),
        ("cyclegan", {}, Budget(steps=100, rates="low"), 100, False),
        ("dcgan", {}, Budget(steps=100), 100, False),
        ("none such", {}, Budget(steps=100), 100, False),
    ],
)
def test_that_a_jump_of_the_rates_is_known_before_a_run_goes_on(
    recipe: str, values: dict[str, int], budget: Budget, step: int, jumps: bool
) -> None:
    settings = RunSettings(recipe=recipe, sides=(("a",), ("b",)), values=values, budget=budget)
    assert rates_would_jump(settings, step) == jumps


def test_that_rates_are_kept_low_when_a_budget_is_granted_again(tmp_path: Path) -> None:
    run = run_at(tmp_path / "run", Budget(steps=100))
    keep_rates_low(run)
    assert extended(run) == Budget(steps=200, rates="low")
