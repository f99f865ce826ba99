"""Two folders to a run and pictures through it, from the command line; and what it says to each kind of bad input."""

from pathlib import Path

import pytest
from PIL import Image

from ganstudio.cli import main
from tests.cli.support import refused, write_pictures

TWO = ["--recipe", "cyclegan", "--resolution", "16", "--set", "width=4", "--set", "blocks=1", "--steps", "1"]


@pytest.fixture(scope="module")
def sides(tmp_path_factory) -> tuple[Path, Path]:
    """Of different pictures; so few that both are warned of."""
    folder = tmp_path_factory.mktemp("sides")
    return write_pictures(folder / "warm", 3), write_pictures(folder / "cold", 4, (24, 20))


@pytest.fixture(scope="module")
def translation(tmp_path_factory, sides) -> Path:
    run = tmp_path_factory.mktemp("translations") / "run"
    assert main(["train", *map(str, sides), *TWO, "--out", str(run)]) == 0
    return run


def translated(run: Path, *words: object) -> int:
    return main(["translate", str(run), *map(str, words)])


@pytest.mark.parametrize("to", ["A", "B"])
def test_that_a_folder_goes_through_either_way(translation, sides, tmp_path, capsys, to):
    assert translated(translation, sides[0], "--to", to, "--out", tmp_path / "out") == 0
    assert "3 pictures" in capsys.readouterr().out
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        path.name for path in sides[0].iterdir()
    )
    with Image.open(tmp_path / "out" / "picture 00.png") as image:
        assert image.size == (20, 16)


def test_that_an_empty_side_is_refused_by_its_name(sides, tmp_path, capsys):
    (tmp_path / "nothing").mkdir()
    sentence = refused(capsys, "train", sides[0], tmp_path / "nothing", *TWO, "--out", tmp_path / "run")
    assert "nothing" in sentence
    assert not (tmp_path / "run").exists()


def test_that_one_folder_is_refused(sides, tmp_path, capsys):
    assert "2 folders, not from 1" in refused(capsys, "train", sides[0], *TWO, "--out", tmp_path / "run")


def test_that_the_same_folder_twice_trains_with_a_warning(sides, tmp_path, capsys):
    assert main(["train", str(sides[0]), str(sides[0]), *TWO, "--out", str(tmp_path / "run")]) == 0
    assert "same folder" in capsys.readouterr().err


def test_that_a_side_with_a_single_picture_trains_with_a_warning(sides, tmp_path, capsys):
    single = write_pictures(tmp_path / "single", 1)
    assert main(["train", str(single), str(sides[1]), *TWO, "--out", str(tmp_path / "run")]) == 0
    assert "single picture" in capsys.readouterr().err


def test_that_an_unreadable_file_in_the_middle_is_told_at_the_end_and_the_rest_done(translation, tmp_path, capsys):
    folder = write_pictures(tmp_path / "in", 3)
    (folder / "picture 01.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    assert translated(translation, folder, "--out", tmp_path / "out") == 0
    output = capsys.readouterr()
    assert "left out picture 01.png" in output.err
    assert "2 pictures" in output.out
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["picture 00.png", "picture 02.png"]


def test_that_nothing_but_unreadable_files_is_a_failure(translation, tmp_path, capsys):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.png").write_bytes(b"nothing")
    assert translated(translation, tmp_path / "in", "--out", tmp_path / "out") == 1
    output = capsys.readouterr().err
    assert "left out a.png" in output
    assert "none of the pictures could be read" in output


def test_that_the_folder_of_the_pictures_is_no_place_for_results(translation, sides, capsys):
    for out in (sides[0], sides[0] / "inside"):
        sentence = refused(capsys, "translate", translation, sides[0], "--out", out)
        assert "folder of the pictures" in sentence
    assert len(list(sides[0].iterdir())) == 3


def test_that_files_that_are_there_stay_unless_told_otherwise(translation, sides, tmp_path, capsys):
    assert translated(translation, sides[0], "--out", tmp_path / "out") == 0
    mine = tmp_path / "out" / "picture 01.png"
    mine.write_bytes(b"mine")
    capsys.readouterr()
    sentence = refused(capsys, "translate", translation, sides[0], "--out", tmp_path / "out")
    assert "--overwrite" in sentence
    assert mine.read_bytes() == b"mine"
    assert translated(translation, sides[0], "--out", tmp_path / "out", "--overwrite") == 0
    assert mine.read_bytes() != b"mine"


def test_that_a_run_that_is_no_translation_says_what_it_is(trained, sides, tmp_path, capsys):
    sentence = refused(capsys, "translate", trained, sides[0], "--out", tmp_path / "out")
    assert "translates none" in sentence
    assert not (tmp_path / "out").exists()


def test_that_missing_things_are_named(translation, sides, tmp_path, capsys):
    assert "absent" in refused(capsys, "translate", translation, tmp_path / "absent", "--out", tmp_path / "out")
    assert "absent" in refused(capsys, "translate", tmp_path / "absent", sides[0], "--out", tmp_path / "out")
    words = ["translate", translation, sides[0], "--out", tmp_path / "out", "--checkpoint", "step-7"]
    assert "step-7" in refused(capsys, *words)
