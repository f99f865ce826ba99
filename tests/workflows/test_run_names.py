"""What a run is called, and called instead."""

from pathlib import Path

import pytest

from ganstudio.workflows.run_names import branch_name, name_for, problem_with, rename


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("/data/blossoms", "blossoms-linear"),
        ("/data/blossoms.ZIP", "blossoms-linear"),
        ("/data/t10k-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte-linear"),
        ("/data/birds.v2.tar.gz", "birds.v2-linear"),
        ("/data/birds.tgz", "birds-linear"),
        ("/data/my birds", "my birds-linear"),
        ("/data/what? a:b", "what- a-b-linear"),
        ("/data/.zip", "pictures-linear"),
        ("/data/" + "a" * 39 + ". b", "a" * 39 + "-linear"),
    ],
)
def test_that_a_run_is_named_without_the_endings_of_archives(source: str, name: str) -> None:
    assert name_for(source, "linear") == name
    assert not problem_with(name)


def test_that_the_folder_above_gives_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "birds" / "small").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "birds" / "small")
    assert name_for("..", "linear") == "birds-linear"
    assert name_for(".", "linear") == "small-linear"


def test_that_branches_of_branches_do_not_pile_up_words() -> None:
    assert branch_name("flowers") == branch_name("flowers-branch") == branch_name("flowers-branch-12")
    assert branch_name("root-branches") == "root-branches-branch"


@pytest.mark.parametrize(
    "name", ["", " ", ".", "..", "../out", "a:b", "a\x1b[31m", "a\nb", 'a"b', "NUL", "con.1", "lpt¹", "birds."]
)
def test_that_a_name_that_is_no_folder_on_every_system_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "run").mkdir()
    assert "cannot be called" in rename(tmp_path / "run", name)
    assert (tmp_path / "run").is_dir()


def test_that_a_run_takes_another_name_and_never_that_of_its_neighbour(tmp_path: Path) -> None:
    for name in ("run", "other"):
        (tmp_path / name).mkdir()
    assert "already" in rename(tmp_path / "run", "other")
    assert rename(tmp_path / "run", " birds 2.0 ") == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["birds 2.0", "other"]
    assert rename(tmp_path / "birds 2.0", "birds 2.0") == ""
    assert "cannot be renamed" in rename(tmp_path / "gone", "anything")
