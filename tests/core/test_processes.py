"""Every process of the program: nothing that lies in the working folder is ever taken for code."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ganstudio.core import processes
from ganstudio.workflows.diagnose import diagnose

PACKAGE = Path(__file__).parents[2] / "ganstudio"
PLANTED = (
    "ganstudio", "argparse", "json", "torch", "numpy", "PIL", "sitecustomize", "usercustomize", "multiprocessing",
    "socket", "logging", "PySide6", "runpy", "safetensors", "psutil",
)  # fmt: skip


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder full of modules that tell when they are run."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name in PLANTED:
        code = f"open({str(tmp_path / 'sprung')!r}, 'a').write({name!r} + chr(10))\n"
        (folder / f"{name}.py").write_text(code)
    monkeypatch.chdir(folder)
    return tmp_path / "sprung"


def run(command: list[str], **known: str) -> subprocess.CompletedProcess[str]:
    known_too = processes.environment() | known
    return subprocess.run(command, env=known_too, capture_output=True, text=True, timeout=120)


def test_that_the_trap_works(trap: Path):
    known = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}  # some machines set it
    subprocess.run([sys.executable, "-c", "import argparse"], env=known, check=True)
    assert trap.read_text() == "argparse\n"


@pytest.mark.slow
@pytest.mark.parametrize("safe", [True, False], ids=["as the program starts them", "by python -m, as a person might"])
def test_that_modules_in_the_working_folder_are_not_run(trap: Path, safe: bool):
    whole = str(PACKAGE.parent)
    plain = [sys.executable, "-m", "ganstudio"] if not safe else processes.python("ganstudio")
    (Path.cwd() / "ganstudio.py").unlink()  # `python -m ganstudio` asks for that file by its name
    done = run([*plain, "recipes", "--json"], PYTHONPATH=whole)
    assert done.returncode == 0, done.stderr
    assert not trap.exists(), trap.read_text()


@pytest.mark.slow
def test_that_every_module_which_is_started_ignores_the_working_folder(trap: Path):
    for module in processes.STARTED:
        run(processes.python(module, "--help"))  # decoders and artists end at once: they are told no work
    assert not trap.exists(), trap.read_text()


@pytest.mark.slow
def test_that_preparing_and_drawing_pictures_ignores_the_working_folder(trap: Path, tmp_path: Path):
    done = run([*processes.python("ganstudio"), "sample-set", str(tmp_path / "set"), "--count", "40", "--size", "16"])
    assert done.returncode == 0, done.stderr
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = run([*processes.python("ganstudio"), "check", str(tmp_path / "set"), "--json"], **environment)
    assert json.loads(done.stdout)["used"] == 40
    assert not trap.exists(), trap.read_text()


@pytest.mark.slow
def test_that_several_processes_under_torchrun_ignore_the_working_folder(trap: Path, tmp_path: Path):
    done = run(processes.several(2, "recipes", "--json"), OMP_NUM_THREADS="1")
    assert done.returncode == 0, done.stderr
    assert not trap.exists(), trap.read_text()


def test_that_relative_entries_of_the_path_are_not_handed_on(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", ".", "lib", os.sep + "opt"]))
    assert processes.environment()["PYTHONPATH"].split(os.pathsep)[-1] == os.sep + "opt"
    assert not {"", ".", "lib"} & set(processes.environment()["PYTHONPATH"].split(os.pathsep))


def test_that_children_work_in_an_empty_folder():
    assert os.listdir(processes.own_folder()) == []
    assert processes.own_folder() == processes.own_folder()


def test_that_a_frozen_program_starts_itself_and_only_its_own_modules(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert processes.python("ganstudio", "train") == [sys.executable, processes.MODULE_WORD, "ganstudio", "train"]
    launcher = [sys.executable, processes.MODULE_WORD, "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    assert processes.several(2, "train") == [*launcher, "--no-python", sys.executable, "train"]
    with pytest.raises(ValueError, match="no part of GAN Studio"):
        processes.run_module(["http.server"])


def test_that_no_other_place_starts_an_interpreter():
    """Whoever starts a process takes its command, its environment and its folder from `core.processes`."""
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(PACKAGE).as_posix()
        attributes = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        if name != "core/processes.py":
            assert "sys.executable" not in attributes, name
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for call in calls:
            called = ast.unparse(call.func)
            if called in {"subprocess.Popen", "subprocess.run"}:
                words = {word.arg: ast.unparse(word.value) for word in call.keywords}
                assert words.get("env", "").startswith("environment("), f"{name}:{call.lineno}"
                assert words.get("cwd") == "own_folder()", f"{name}:{call.lineno}"
            assert not called.startswith(("os.exec", "os.spawn", "os.system", "os.popen")) or called == "os.execve", (
                name
            )
            assert called != "self._process.start" or name == "app/common/child_process.py", name


def test_that_a_bundle_names_no_command_that_cannot_reach_it(monkeypatch: pytest.MonkeyPatch):
    assert processes.how_to_add("onnx") == "install it with `pip install 'ganstudio[onnx]'`"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert processes.how_to_add("onnx").startswith("this installed program came without")
    findings = diagnose(window="", folders={})
    assert not [finding.remedy for finding in findings if "pip install" in finding.remedy]
