"""What is dropped finds its place."""

from pathlib import Path

import pytest

from ganstudio.app.common.drops import destination
from tests.app.fakes import new_run


@pytest.fixture
def things(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "x.png").touch()
    (tmp_path / "x.zip").touch()
    new_run(tmp_path / "run")
    return {name: str(tmp_path / name) for name in ("a", "b", "x.png", "x.zip", "run", "gone")}


@pytest.mark.parametrize(
    ("dropped", "shown", "page", "run"),
    [
        (["a"], "train", "train", False),
        (["a"], "explore", "train", False),
        (["a"], "runs", "train", False),
        (["x.png"], "train", "train", False),
        (["x.png"], "explore", "explore", False),
        (["x.png"], "translate", "translate", False),
        (["x.zip"], "explore", "train", False),
        (["a", "b"], "train", "translate", False),
        (["a", "x.png"], "train", "train", False),
        (["run"], "runs", "train", True),
        (["run"], "explore", "explore", True),
        (["gone"], "train", "train", False),
    ],
)
def test_that_a_drop_finds_its_page(
    things: dict[str, str], dropped: list[str], shown: str, page: str, run: bool
) -> None:
    goal = destination([things[name] for name in dropped], shown, translates=True)
    assert goal
    assert (goal.page, goal.run) == (page, run)


def test_that_two_folders_are_learnt_together_while_no_recipe_translates(things: dict[str, str]) -> None:
    goal = destination([things["a"], things["b"]], "train", translates=False)
    assert goal
    assert (goal.page, len(goal.paths)) == ("train", 2)


def test_that_nothing_usable_goes_nowhere() -> None:
    assert destination([], "train", translates=True) is None
    assert destination(["", "a\0b"], "train", translates=True) is None
