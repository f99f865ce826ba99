"""The house rules: what imports what, what is never used, what is not in the repository."""

import ast
import functools
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.benchmarks.house import circles, imports_of_all, private_names, window_of

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ganstudio"
SOURCES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def run(*words: str, **known) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=280, **known)


def python(program: str) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-c", program)


def tracked() -> list[Path]:
    """Files that git knows or would know; every file of the tree where there is no git (an unpacked archive)."""
    listed = run("git", "ls-files", "-co", "--exclude-standard")
    if listed.returncode:
        return [path for path in ROOT.rglob("*") if path.is_file() and ".venv" not in path.parts]
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()]


@functools.cache
def calls(path: Path) -> list[tuple[str, ast.Call]]:
    """Every call in a file with the name of what is called, such as 'torch.load'."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [(ast.unparse(node.func), node) for node in ast.walk(tree) if isinstance(node, ast.Call)]


@functools.cache
def imports(path: Path) -> set[str]:
    modules = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    return modules


def names_given(path: Path) -> set[str]:
    """The variables and the parameters of a file."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return stored | {node.arg for node in nodes if isinstance(node, ast.arg)}


# Tools ----------------------------------------------------------------------------------------------------------------


def test_that_imports_run_one_way():
    done = run("lint-imports", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr


def test_that_no_imports_go_in_a_circle():
    """A circle of types is a circle: imports under TYPE_CHECKING count."""
    assert circles(imports_of_all(SOURCES, ROOT)) == []


def test_that_the_code_is_clean_and_formatted():
    done = run("ruff", "check", "--no-cache", ".")
    assert done.returncode == 0, done.stdout
    done = run("ruff", "format", "--no-cache", "--check", ".")
    assert done.returncode == 0, done.stdout


def test_that_the_window_only_builds_connects_and_closes():
    _, lines, methods = window_of([path for path in SOURCES if "app" in path.parts])
    assert lines < 400
    assert methods < 30


def test_that_no_folder_of_the_window_is_larger_than_a_page_of_names():
    counts = Counter(path.parent for path in SOURCES if "app" in path.parts)
    assert {str(folder): count for folder, count in counts.items() if count > 15} == {}


@pytest.mark.slow
def test_that_types_fit():
    done = run("mypy")
    assert done.returncode == 0, done.stdout


# What start-up costs --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "what", ["ganstudio.models.gallery", "ganstudio.cli", "ganstudio.core.run", "ganstudio.core.events"]
)
def test_that_the_light_modules_import_neither_torch_nor_qt_nor_numpy(what):
    heavy = "{'torch', 'torchvision', 'PySide6', 'pyqtgraph', 'numpy', 'PIL'}"
    done = python(f"import sys, {what}; print(sorted({heavy} & set(sys.modules)))")
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_that_the_window_imports_no_torch():
    done = python("import sys, ganstudio.app.shell.window; print('torch' in sys.modules)")
    assert done.stdout.strip() == "False", done.stdout + done.stderr


# What is never used ---------------------------------------------------------------------------------------------------


def test_that_nothing_unpickles():
    banned = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}
    uses = [f"{path}: {name}" for path in SOURCES for name in imports(path) if name.partition(".")[0] in banned]
    assert not uses


def test_that_torch_load_takes_weights_only_and_numpy_no_objects():
    for path in SOURCES:
        for name, call in calls(path):
            words = {word.arg: ast.unparse(word.value) for word in call.keywords}
            if name == "torch.load":
                assert words.get("weights_only") == "True", f"{path}:{call.lineno}"
            assert name not in {"torch.jit.load", "torch.package.PackageImporter"}, f"{path}:{call.lineno}"
            assert words.get("allow_pickle") != "True", f"{path}:{call.lineno}"


def test_that_the_tensor_library_has_one_door():
    """Its panics are no Exceptions, and pass every boundary; the door makes errors of them."""
    users = {
        path.relative_to(PACKAGE).as_posix() for path in SOURCES for name in imports(path) if "safetensors" in name
    }
    assert users == {"core/tensor_file.py"}


def test_that_qt_keeps_no_settings():
    uses = [str(path) for path in SOURCES if any(name.endswith("QSettings") for name in imports(path))]
    assert not uses


def test_that_nothing_reaches_for_the_network():
    banned = {
        "requests",
        "urllib.request",
        "http.client",
        "httpx",
        "aiohttp",
        "ftplib",
        "PySide6.QtNetwork",
        "torch.hub",
    }
    # Inception v3 can be fetched, by this one file and only with --download
    files = [path for path in SOURCES if path != PACKAGE / "scores" / "fetch.py"]
    uses = [f"{path}: {name}" for path in files for name in imports(path) if name in banned]
    assert not uses


def test_that_only_the_terminal_prints():
    printing = {path.relative_to(PACKAGE).as_posix() for path in SOURCES for name, _ in calls(path) if name == "print"}
    assert printing <= {"cli/terminal.py"}


def test_that_no_part_is_a_stub():
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(TODO|FIXME|XXX)\b|raise NotImplementedError", text), path


# What is not in the repository ----------------------------------------------------------------------------------------


def test_that_no_machine_path_or_registry_is_in_a_file():
    registry = re.compile("https?://" + r"\S+(/simple\b|\.whl\b|\.tar\.gz\b)|pypi" + r"\.org|files\.python" + "hosted")
    machine = re.compile(r"(?<![\w.~$}])/(?:" + "wo" + "rk|ro" + "ot|t" + r"mp|home)/\w")
    for path in tracked():
        if path.suffix in {".py", ".md", ".toml", ".txt", ".sh", ".yml", ".desktop", ".cfg", ""}:
            text = path.read_text(encoding="utf-8", errors="replace")
            for pattern in (registry, machine):
                match = pattern.search(text)
                assert not match, f"{path}: {match.group()}"


def test_that_no_lock_file_and_nothing_large_is_in_the_repository():
    for path in tracked():
        assert path.name != "uv.lock"
        assert path.stat().st_size < 5_000_000, path


def test_that_every_file_says_what_it_is_for():
    """So does every file of the tests that has something in it."""
    texts = {path: path.read_text(encoding="utf-8") for path in [*SOURCES, *TESTS]}
    assert [str(path) for path, text in texts.items() if text.strip() and not ast.get_docstring(ast.parse(text))] == []


def test_that_variables_are_called_by_nouns():
    riddles = {"one", "found", "told", "held", "beside", "apart"}
    files = [*SOURCES, *TESTS]
    assert {str(path): names & riddles for path in files if (names := names_given(path)) & riddles} == {}


def test_that_tests_reach_into_no_private_name():
    """They go through signals, events, public values and real clicks, so that what is inside can change."""
    assert {str(path): names for path in TESTS if (names := private_names(path))} == {}
