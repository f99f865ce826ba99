"""The door to a run's folder: every name that a run has, and everything else that can stand in its place."""

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from ganstudio.core import run_files
from ganstudio.core.run_files import RunFileError

FILES = (
    "settings.json", "events.jsonl", "run.lock", "log.txt", "scores.json", "explore.json", "directions.json",
    "places.json", "samples/000000001.png", "checkpoints/step-000000001.json", "checkpoints/best.json",
    "checkpoints/step-000000001-0123abcd.safetensors", "snapshots/step-000000001.safetensors",
)  # fmt: skip
NOTES = b"somebody's notes\n"


def link_to_a_file(path: Path, outside: Path) -> None:
    path.symlink_to(outside / "notes.txt")


def link_to_a_folder(path: Path, outside: Path) -> None:
    path.symlink_to(outside, target_is_directory=True)


def link_to_nothing(path: Path, outside: Path) -> None:
    path.symlink_to(outside / "not there yet")


def pipe(path: Path, outside: Path) -> None:
    os.mkfifo(path)


def endless_device(path: Path, outside: Path) -> None:
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))
        path.open("rb").close()
    except OSError:
        path.unlink(missing_ok=True)
        path.symlink_to("/dev/zero")


def listening_socket(path: Path, outside: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # a socket's path has a hundred letters at most
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def folder(path: Path, outside: Path) -> None:
    path.mkdir()


def too_large(path: Path, outside: Path) -> None:
    path.touch()
    os.truncate(path, 2**40)  # no bytes on the disk


ODD: list[Callable[[Path, Path], None]] = [
    link_to_a_file, link_to_a_folder, link_to_nothing, pipe, endless_device, listening_socket, folder, too_large,
]  # fmt: skip


def save(path: Path) -> None:
    run_files.write(path, "ours")


def change(path: Path) -> None:
    with run_files.open_to_change(path, at_end=True) as file:
        file.write(b"ours")


OPENINGS: list[Callable[[Path], object]] = [run_files.read, run_files.read_png, run_files.read_grid, save, change]


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    place = tmp_path / "outside"
    place.mkdir()
    (place / "notes.txt").write_bytes(NOTES)
    return place


@pytest.fixture
def run(tmp_path: Path) -> Path:
    place = tmp_path / "run"
    for name in ("", *run_files.FOLDERS):
        (place / name).mkdir()
    return place


@pytest.mark.timeout(20)
@pytest.mark.parametrize("opening", OPENINGS, ids=lambda opening: opening.__name__)
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
@pytest.mark.parametrize("name", FILES)
def test_that_nothing_but_a_plain_file_is_opened(run: Path, outside: Path, name, odd, opening) -> None:
    odd(run / name, outside)
    before = (run / name).lstat()
    with pytest.raises(RunFileError, match=r"move it out of the run's folder") as refusal:
        opening(run / name)
    assert name in str(refusal.value)
    assert (run / name).lstat() == before
    assert {path.name: path.read_bytes() for path in outside.iterdir()} == {"notes.txt": NOTES}
    assert list(run.rglob("*.tmp")) == []


@pytest.mark.parametrize("odd", ODD[:6], ids=lambda odd: odd.__name__)
@pytest.mark.parametrize("name", run_files.FOLDERS)
def test_that_no_folder_of_a_run_is_reached_by_a_link(run: Path, outside: Path, name, odd) -> None:
    (run / name).rmdir()
    odd(run / name, outside)
    doors: list[Callable[[Path], object]] = [*OPENINGS, run_files.remove, lambda path: run_files.rename(path, "other")]
    for opening in doors:
        with pytest.raises(RunFileError, match=f"{name} is a "):
            opening(run / name / "notes.txt")
    for listing in (lambda path: run_files.listed(path, "*"), run_files.make_folder):
        with pytest.raises(RunFileError, match=f"{name} is a "):
            listing(run / name)
    with pytest.raises(RunFileError, match=f"{name} is a "):
        run_files.require_plain(run)
    assert (outside / "notes.txt").read_bytes() == NOTES


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
@pytest.mark.parametrize("name", FILES[:8])
def test_that_a_run_is_refused_for_what_stands_at_its_top(run: Path, outside: Path, name, odd) -> None:
    odd(run / name, outside)
    with pytest.raises(RunFileError, match=name):
        run_files.require_plain(run)


@pytest.mark.parametrize("odd", ODD[:6], ids=lambda odd: odd.__name__)
def test_that_nobody_writes_where_a_folder_of_a_run_holds_anything_odd(run: Path, outside: Path, odd) -> None:
    odd(run / "samples" / "a.png", outside)
    run_files.require_plain(run)
    with pytest.raises(RunFileError, match=r"samples/a\.png"):
        run_files.require_plain(run, inside=True)


def test_that_what_the_program_never_opens_is_no_reason_to_refuse_a_run(run: Path, outside: Path) -> None:
    for odd in ODD:
        odd(run / f"mine-{odd.__name__}", outside)
    run_files.require_plain(run, inside=True)


def test_that_a_run_itself_may_be_reached_by_a_link(run: Path, tmp_path: Path) -> None:
    run_files.write(run / "samples" / "a.txt", "content")
    (tmp_path / "by-link").symlink_to(run, target_is_directory=True)
    assert run_files.read(tmp_path / "by-link" / "samples" / "a.txt") == b"content"
    run_files.write(tmp_path / "by-link" / "samples" / "a.txt", "more")
    assert (run / "samples" / "a.txt").read_bytes() == b"more"


def test_that_removing_and_sweeping_take_links_and_never_what_they_lead_to(run: Path, outside: Path) -> None:
    (run / "checkpoints" / "a.json").symlink_to(outside / "notes.txt")
    run_files.remove(run / "checkpoints" / "a.json")
    assert not (run / "checkpoints" / "a.json").is_symlink()
    run_files.remove(run / "checkpoints" / "a.json")
    assert (outside / "notes.txt").read_bytes() == NOTES


def test_that_a_picture_is_one_by_its_bytes(run: Path) -> None:
    for name, content in (("a.png", b"root:x:0:0:"), ("b.png", b"\xff\xd8\xff jpeg"), ("c.png", b"")):
        (run / "samples" / name).write_bytes(content)
        with pytest.raises(RunFileError, match="no picture"):
            run_files.read_png(run / "samples" / name)
    (run / "samples" / "d.png").write_bytes(run_files.PNG + b"torn")
    with pytest.raises(RunFileError, match="damaged"):
        run_files.read_grid(run / "samples" / "d.png")


def test_that_a_file_that_is_a_link_by_the_time_it_is_opened_is_not_followed(run: Path, outside: Path) -> None:
    """Swapped for a link again and again while it is read: what is read is ours, or nothing."""
    import threading

    path, done = run / "scores.json", threading.Event()

    def swap() -> None:
        while not done.is_set():
            (run / "other").symlink_to(outside / "notes.txt")
            os.replace(run / "other", path)
            (run / "other").write_bytes(b"ours")
            os.replace(run / "other", path)

    path.write_bytes(b"ours")
    swapping = threading.Thread(target=swap)
    swapping.start()
    seen = set()
    for _ in range(2000):
        try:
            seen.add(run_files.read(path))
        except OSError:
            seen.add(b"refused")
    done.set()
    swapping.join()
    assert seen == {b"ours", b"refused"}
