"""`train --from`: a branch on the command line, and the sentences where there can be none."""

import shutil

from ganstudio.cli import main
from ganstudio.core.run import Run
from tests.cli.support import refused


def test_that_a_branch_trains_on_in_a_folder_of_its_own(tmp_path, trained, capsys):
    words = ["train", "--from", trained, "--set", "generator_lr=0.0001", "--flip", "--steps", "5"]
    assert main([str(word) for word in [*words, "--out", tmp_path / "new"]]) == 0
    capsys.readouterr()
    made = Run.open(tmp_path / "new")
    assert made.settings.values["generator_lr"] == 1e-4
    assert made.settings.preparation.flip
    assert (made.settings.origin["step"], made.summary().step) == (3, 5)
    assert Run.open(trained).summary().step == 3


def test_that_a_branch_without_a_place_is_named_as_the_window_names_it(tmp_path, trained):
    run = shutil.copytree(trained, tmp_path / "flowers-branch")
    assert main(["train", "--from", str(run), "--steps", "4"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["flowers-branch", "flowers-branch-2"]


def test_that_contradictions_are_refused_and_leave_nothing(tmp_path, trained, pictures, capsys):
    out = ["--out", tmp_path / "new"]
    assert "FOLDER" in refused(capsys, "train", pictures, "--from", trained, *out)
    assert "--recipe" in refused(capsys, "train", "--from", trained, "--recipe", "dcgan", *out)
    assert "--resume" in refused(capsys, "train", "--from", trained, "--resume", *out)
    assert "latent" in refused(capsys, "train", "--from", trained, "--set", "latent=7", *out)
    assert "best" in refused(capsys, "train", "--from", trained, "--checkpoint", "best", *out)
    assert "--from" in refused(capsys, "train", pictures, "--recipe", "linear", "--checkpoint", "best", *out)
    assert not (tmp_path / "new").exists()
