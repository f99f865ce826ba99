"""Runs of strangers, by every command: what is no plain file is refused by name, and nothing outside is touched."""

import base64
import shutil
from pathlib import Path

import pytest

from ganstudio.cli import main
from ganstudio.core.events import Sampled, to_json
from tests.core.test_run_files import NOTES, endless_device, folder, link_to_a_file, pipe, too_large

ODD = [link_to_a_file, pipe, endless_device, folder, too_large]
TOP = ["settings.json", "events.jsonl", "run.lock", "scores.json", "explore.json", "directions.json", "log.txt"]
DOORS = {
    "train": ["train", "--resume", "--steps", "5", "--out", "RUN"],
    "branch": ["train", "--from", "RUN", "--steps", "5", "--out", "OUT/branch"],
    "generate": ["generate", "RUN", "--out", "OUT/new", "--count", "1"],
    "interpolate": ["interpolate", "RUN", "--out", "OUT/walk.png", "--seeds", "1,2"],
    "film": ["film", "RUN", "--out", "OUT/film.gif"],
    "snapshots": ["timelapse", "RUN", "--out", "OUT/drawn.gif", "--of", "snapshots"],
    "grids": ["timelapse", "RUN", "--out", "OUT/cut.gif", "--of", "grids"],
    "compare": ["compare", "RUN", "--out", "OUT/page.html"],
    "evaluate": ["evaluate", "RUN", "PICTURES", "--count", "8"],
    "export": ["export", "RUN", "--out", "OUT/model.safetensors"],
}


@pytest.fixture
def run(tmp_path: Path, trained: Path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "notes.txt").write_bytes(NOTES)
    return shutil.copytree(trained, tmp_path / "run")


def seen(folder: Path) -> dict[str, tuple[int, int]]:
    """What is in a folder, without opening anything."""
    facts = {path.relative_to(folder).as_posix(): path.lstat() for path in folder.rglob("*")}
    return {name: (known.st_ino, known.st_size) for name, known in facts.items()}


def asked(run: Path, pictures: Path, door: str) -> int:
    out = run.parent / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    known = {"RUN": run, "PICTURES": pictures, "OUT": out}
    words = [[word.replace(name, str(path)) for name, path in known.items() if name in word] for word in DOORS[door]]
    return main([changed[0] if changed else word for changed, word in zip(words, DOORS[door], strict=True)])


def plant(run: Path, name: str, odd) -> None:
    path = run / name
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    odd(path, run.parent / "outside")


@pytest.mark.timeout(60)
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
@pytest.mark.parametrize("name", [*TOP, "samples", "checkpoints", "snapshots", "tensorboard"])
def test_that_every_command_refuses_a_run_by_the_name_of_what_is_odd(
    run: Path, pictures: Path, capsys, name, odd
) -> None:
    if "." not in name and odd in (folder, too_large):
        pytest.skip("a folder may be a folder")
    plant(run, name, odd)
    before = seen(run)
    for door in DOORS:
        status = asked(run, pictures, door)
        said = capsys.readouterr().err
        assert status in (1, 2), door
        assert name in said, door
        assert "Traceback" not in said, door
        assert "should not have" not in said, door
        assert seen(run) == before, door
    assert (run.parent / "outside" / "notes.txt").read_bytes() == NOTES


@pytest.mark.timeout(60)
@pytest.mark.parametrize("odd", [link_to_a_file, pipe, too_large], ids=lambda odd: odd.__name__)
@pytest.mark.parametrize(
    "name", ["samples/*.png", "checkpoints/step-*.json", "checkpoints/*.safetensors", "snapshots/*", "tensorboard/*"]
)
def test_that_what_is_odd_deeper_down_is_passed_over_or_named(run: Path, pictures: Path, capsys, name, odd) -> None:
    path = max(run.glob(name))
    plant(run, path.relative_to(run).as_posix(), odd)
    for door in DOORS:
        status = asked(run, pictures, door)
        said = capsys.readouterr().err
        assert status in (0, 1, 2), door
        assert "Traceback" not in said, door
        assert "should not have" not in said, door
        assert status == 0 or said.strip().endswith("."), door
        if door == "train" and odd is not too_large:
            assert status
            assert path.name in said
    assert (run.parent / "outside" / "notes.txt").read_bytes() == NOTES


@pytest.mark.parametrize("path", ["../outside/notes.txt", "/etc/hostname", "settings.json", "samples/notes.png"])
def test_that_a_path_in_an_event_shows_nothing_but_a_sample_of_the_run(run: Path, pictures: Path, capsys, path) -> None:
    secret = b"a secret of somebody's, in a file that is no picture"
    (run.parent / "outside" / "notes.txt").write_bytes(secret)
    (run / "samples" / "notes.png").write_bytes(secret)
    shutil.copy(run / "samples" / "notes.png", run / "samples" / "999999999.png")
    with open(run / "events.jsonl", "a") as events:
        events.write(to_json(Sampled(step=3, kimg=1.0, path=path, rows=1, columns=1)) + "\n")
    assert asked(run, pictures, "compare") == 0
    page = (run.parent / "out" / "page.html").read_text()
    assert base64.b64encode(secret).decode()[:20] not in page
    assert asked(run, pictures, "grids") in (0, 2)
    assert "Traceback" not in capsys.readouterr().err
