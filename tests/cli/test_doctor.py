"""The doctor: every finding with what mends it, and nothing that tells who one is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ganstudio.cli import main
from ganstudio.core.printable import without_home
from ganstudio.workflows.diagnose import Finding, as_text, diagnose

CARD = "RTX 3060, {driver}, 8.6, 12288"


def findings_of(capsys) -> dict[str, dict[str, str]]:
    main(["doctor", "--json"])
    return {finding["part"]: finding for finding in json.loads(capsys.readouterr().out)["findings"]}


def with_driver(tmp_path: Path, monkeypatch, driver: str) -> None:
    program = tmp_path / "nvidia-smi"
    program.write_text(f"#!/bin/sh\necho '{CARD.format(driver=driver)}'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")


def test_that_everything_is_looked_at_and_each_lack_has_a_remedy(capsys):
    findings = findings_of(capsys)
    assert {"Program", "Window", "PyTorch", "Memory", "Runs", "Prepared images", "Settings", "Logs"} <= findings.keys()
    assert {"Extra 'video'", "Extra 'onnx'", "Extra 'heif'"} <= findings.keys()
    for finding in findings.values():
        assert finding["sentence"].endswith(".")
        assert finding["remedy"] or finding["state"] != "wrong"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the driver's program")
@pytest.mark.parametrize(
    ("driver", "backend"), [("580.65", "cu130"), ("550.54", "cu126"), ("470.10", "auto")], ids=["new", "old", "ancient"]
)
def test_that_a_card_which_torch_cannot_use_is_wrong_and_the_fitting_build_is_named(
    tmp_path, monkeypatch, capsys, driver, backend
):
    with_driver(tmp_path, monkeypatch, driver)
    import torch

    if torch.cuda.is_available():
        pytest.skip("this computer has a card of its own")
    findings = findings_of(capsys)
    assert "RTX 3060" in findings["Graphics card"]["sentence"]
    if backend == "auto":  # no build fits: it is the driver that must change
        assert findings["Graphics card"]["state"] == "wrong"
        assert "install 580 or newer" in findings["Graphics card"]["sentence"]
    else:
        assert findings["PyTorch"]["state"] == "wrong"
        assert f"--torch-backend {backend} " in findings["PyTorch"]["remedy"]


def test_that_it_works_where_torch_is_missing():
    code = "import sys; sys.modules['torch'] = None; from ganstudio.cli import main; raise SystemExit(main(['doctor']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 1, done.stderr
    assert "PyTorch is not installed." in done.stdout
    assert "--torch-backend" in done.stdout
    assert not done.stderr


def test_that_a_missing_library_of_the_window_comes_with_its_command():
    sentence = "The window needs libX.so, missing here. On Debian or Ubuntu: sudo apt install libx."
    findings = diagnose(window=sentence, folders={})
    wanted = Finding("Window", "wrong", "The window needs libX.so, missing here.", "sudo apt install libx")
    assert [finding for finding in findings if finding.part == "Window"] == [wanted]


def test_that_a_folder_inside_a_file_is_wrong(tmp_path):
    (tmp_path / "file").write_text("")
    findings = diagnose(window="", folders={"Runs": tmp_path / "file" / "runs"})
    assert next(finding for finding in findings if finding.part == "Runs").state == "wrong"


def test_that_the_report_does_not_tell_the_home_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert without_home(tmp_path / "runs") == str(Path("~") / "runs")
    text = as_text(diagnose(window="", folders={"Runs": tmp_path / "runs"}))
    assert str(tmp_path) not in text
    assert str(Path("~") / "runs") in text


@pytest.mark.parametrize("active", [True, False])
def test_that_commands_reach_the_environment_that_the_program_runs_in(monkeypatch, active):
    monkeypatch.setenv("VIRTUAL_ENV", sys.prefix if active else "elsewhere")
    monkeypatch.setenv("HOME", "/nobody")
    commands = [finding.remedy for finding in diagnose(window="", folders={}) if "uv pip" in finding.remedy]
    assert all((f"--python {sys.executable}" in command) != active for command in commands)
