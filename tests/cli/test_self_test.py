"""The program tries itself: what installers are judged by passes here, and fails where a part does."""

import subprocess
import sys
from pathlib import Path

import pytest

from ganstudio.cli import main, self_test
from ganstudio.cli.terminal import FailedError
from ganstudio.core.processes import environment, own_folder, python


@pytest.mark.slow
def test_that_the_program_tries_itself_and_says_what_it_did():
    done = subprocess.run(
        [*python("ganstudio"), "--self-test"], env=environment(), cwd=own_folder(), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "works here: 16 pictures drawn and decoded, 3 steps trained, 4 pictures and a grid" in done.stdout


def test_that_a_part_that_fails_is_named_in_its_own_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """As in a bundle that cannot start itself."""
    code = "import sys; sys.exit('no module called ' + sys.argv[2])"
    monkeypatch.setattr(self_test, "python", lambda *words: [sys.executable, "-c", code, *words])
    assert main(["--self-test"]) == 1
    assert capsys.readouterr().err == "ganstudio: self-test: sample-set failed: no module called sample-set\n"


def test_that_a_missing_plugin_of_qt_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(self_test, "PLATFORMS", {sys.platform: "qnowhere"})
    with pytest.raises(FailedError, match="Qt's plugin qnowhere is missing"):
        self_test.show_window(tmp_path)
