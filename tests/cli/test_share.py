"""A run as one file, on the command line."""

from PIL import Image

from ganstudio.cli import main
from tests.cli.support import refused


def test_that_a_run_is_packed_and_what_was_unpacked_draws_the_same(trained, tmp_path, capsys):
    file, run = tmp_path / "flowers.ganrun", tmp_path / "theirs"
    assert main(["pack", str(trained), "--out", str(file)]) == 0
    assert main(["unpack", str(file), "--out", str(run)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(run)
    for folder, out in ((trained, "a"), (run, "b")):
        assert main(["generate", str(folder), "--count", "2", "--out", str(tmp_path / out)]) == 0
    mine, theirs = (sorted((tmp_path / out).iterdir()) for out in ("a", "b"))
    assert mine
    assert [Image.open(path).tobytes() for path in mine] == [Image.open(path).tobytes() for path in theirs]


def test_that_what_cannot_be_packed_or_unpacked_is_refused(trained, tmp_path, capsys):
    assert "must end in .ganrun" in refused(capsys, "pack", trained, "--out", tmp_path / "run.zip")
    assert "There is no file" in refused(capsys, "unpack", tmp_path / "none.ganrun", "--out", tmp_path / "run")
    assert "is there already" in refused(capsys, "unpack", tmp_path / "none.ganrun", "--out", tmp_path)
    (tmp_path / "text.ganrun").write_text("hello")
    sentence = refused(capsys, "unpack", tmp_path / "text.ganrun", "--out", tmp_path / "run")
    assert "text.ganrun is damaged, or no run that was sent from GAN Studio." in sentence
    assert not (tmp_path / "run").exists()
