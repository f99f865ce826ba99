"""What is left behind and who may read it: leftovers of killed programs, private files, and one writer at a time."""

import os
import stat
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.core import files, run_files
from ganstudio.core.events import Finished, Progress, Saved, Started, Warned
from ganstudio.core.files import private, private_folder, publish, write_atomically
from ganstudio.core.images.cache import prepare
from ganstudio.core.run import Preparation, Run, RunError, RunSettings
from ganstudio.models.gallery import Linear
from tests.core.fakes import make_session

TINY = Linear(resolution=8, batch=8, latent=8, generator_widths="16,16", discriminator_widths="16")
SETTINGS = RunSettings(recipe="linear", sides=(("folder",),))
OURS, THEIRS = ".0123456789ab.tmp", (".mine.tmp", "notes.tmp", ".0123456789ab.tmp.txt")
posix = pytest.mark.skipif(os.name != "posix", reason="permissions and removing what is open are POSIX")


def leave(folder: Path, age: float) -> None:
    """What a killed program and a person left there so many seconds ago."""
    for name in (OURS, *THEIRS):
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (time.time() - age, time.time() - age))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.name.endswith((".tmp", ".txt"))}


@pytest.mark.parametrize(
    "write", [lambda path: publish(path, lambda file: None), lambda path: write_atomically(path, "")]
)
def test_that_an_export_sweeps_what_is_ours_and_old(tmp_path: Path, write) -> None:
    for age, left in ((2 * files.OLD, set(THEIRS)), (5.0, {OURS, *THEIRS})):
        folder = tmp_path / str(age)
        folder.mkdir()
        leave(folder, age)
        write(folder / "picture.png")
        assert names(folder) == left


def test_that_who_begins_to_write_a_run_sweeps_all_its_folders(tmp_path: Path) -> None:
    run = Run.create(tmp_path / "run", SETTINGS)
    for name in run_files.FOLDERS:
        (run.folder / name).mkdir(exist_ok=True)
        leave(run.folder / name, 0)
    leave(run.folder, 3600)
    run.start_writing()
    run.stop_writing()
    assert [names(run.folder / name) for name in run_files.FOLDERS] == 4 * [set(THEIRS)]
    assert names(run.folder) == set(THEIRS)


@posix
def test_that_the_cache_of_a_persons_pictures_is_read_by_nobody_else(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        (tmp_path / "pictures").mkdir()
        for number in range(4):
            noise = np.random.default_rng(number).integers(0, 256, (16, 16, 3), dtype=np.uint8)
            Image.fromarray(noise).save(tmp_path / "pictures" / f"{number}.png")
        prepare([str(tmp_path / "pictures")], Preparation(), 16, cache_dir=tmp_path / "cache")
        kept = list((tmp_path / "cache" / "images").rglob("*"))
        assert len(kept) >= 3
        for path in [tmp_path / "cache" / "images", *kept]:
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    finally:
        os.umask(before)


@posix
def test_that_private_files_and_folders_are_read_by_nobody_else(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    assert stat.S_IMODE(private_folder(tmp_path / "open").stat().st_mode) == 0o700
    write_atomically(tmp_path / "file", "text", opener=private)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


# One writer -----------------------------------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("replaced", [False, True])
def test_that_a_removed_lock_lets_no_second_writer_in(tmp_path: Path, replaced: bool) -> None:
    first = Run.create(tmp_path / "run", SETTINGS)
    first.start_writing()
    (first.folder / "run.lock").unlink()
    if replaced:
        (first.folder / "run.lock").write_bytes(b"process 1")
    with pytest.raises(RunError, match="in use"):
        Run.open(first.folder).start_writing()
    first.keep_hold()
    assert (first.folder / "run.lock").read_bytes() == f"process {os.getpid()}".encode()
    with pytest.raises(RunError, match="in use"):
        Run.open(first.folder).start_writing()
    first.stop_writing()
    second = Run.open(first.folder)
    second.start_writing()
    second.stop_writing()


@posix
def test_that_events_go_on_in_the_file_that_can_be_seen(tmp_path: Path) -> None:
    run = Run.create(tmp_path / "run", SETTINGS)
    run.start_writing()
    (run.folder / "events.jsonl").unlink()
    run.keep_hold()
    event = Finished(outcome="stopped", step=1, kimg=1.0, seconds=1.0)
    assert run.record(event)
    run.stop_writing()
    assert list(run.events()) == [event]


@posix
def test_that_two_writers_who_got_in_all_the_same_never_save_both(tmp_path: Path) -> None:
    """Lock and events were removed, and another process began: the first says so, saves nothing, and goes on."""
    session = make_session(tmp_path / "run", TINY, steps=60)
    second: Run | None = None
    said = []
    for event in session.events():
        said.append(event)
        if isinstance(event, Started):
            for name in ("run.lock", "events.jsonl"):
                (session.run.folder / name).unlink()
            second = Run.open(session.run.folder)
            second.start_writing()
        if isinstance(event, Warned) and second is not None and not session.stopped:
            assert "another process writes there now" in event.message
            session.stop()
            session.stop()
    assert second is not None
    second.stop_writing()
    assert any(isinstance(event, Progress) for event in said)
    assert not any(isinstance(event, Saved) for event in said)
    assert list(session.run.checkpoints.iterdir()) == []
