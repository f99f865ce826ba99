"""Finding pictures: folders, files, archives, links in circles, odd names, and what is passed over."""

import contextlib
import os
import socket
import stat
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ganstudio.core.images.check_report import Cancelled, ImagesError
from ganstudio.core.images.scan import scan
from ganstudio.core.printable import printable


def names(*sources: Path, **known) -> list[str]:
    return [file.name for file in scan(sources, **known).files]


def touch(path: Path | bytes) -> None:
    if isinstance(path, Path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as file:
        file.write(b"x")


def test_that_folders_within_folders_are_read_in_the_order_of_their_names(tmp_path):
    for name in ("b/2.png", "b/c/3.png", "a/1.png", "0.png"):
        touch(tmp_path / name)
    assert names(tmp_path) == ["0.png", "a/1.png", "b/2.png", "b/c/3.png"]


def test_that_one_file_can_be_dropped(tmp_path):
    touch(tmp_path / "one.png")
    assert names(tmp_path / "one.png") == ["one.png"]


def test_that_several_folders_are_told_apart_by_their_names(tmp_path):
    for name in ("x/same/1.png", "y/same/1.png", "z.png"):
        touch(tmp_path / name)
    assert names(tmp_path / "x/same", tmp_path / "y/same", tmp_path / "z.png") == [
        "same/1.png",
        "same (2)/1.png",
        "z.png",
    ]


def test_that_what_file_managers_leave_behind_is_passed_over(tmp_path):
    for name in (".DS_Store", "Thumbs.db", "._1.png", "__MACOSX/1.png", ".git/x", "1.png", ".hidden.png"):
        touch(tmp_path / name)
    listing = scan([tmp_path])
    assert [file.name for file in listing.files] == [".hidden.png", "1.png"]
    assert listing.left_out == []


def test_that_links_in_a_circle_end_and_each_file_is_found_once(tmp_path):
    touch(tmp_path / "a/1.png")
    (tmp_path / "a/up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "again").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "link.png").symlink_to(tmp_path / "a/1.png")
    os.link(tmp_path / "a/1.png", tmp_path / "hard.png")
    assert len(names(tmp_path)) == 1


def test_that_a_folder_within_a_dropped_folder_adds_nothing(tmp_path):
    touch(tmp_path / "a/1.png")
    assert len(names(tmp_path, tmp_path / "a", tmp_path / "a/1.png")) == 1


def test_that_pipes_sockets_and_devices_are_listed_and_never_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "zero.png").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as plug, contextlib.chdir(tmp_path):  # a socket's name may only be short
        plug.bind("plug.png")
        listing = scan([tmp_path])
    assert listing.files == []
    assert [left.name for left in listing.left_out] == ["pipe.png", "plug.png", "zero.png"]
    assert all(left.reason.startswith("not an image") for left in listing.left_out)


def test_that_a_link_that_leads_nowhere_is_listed(tmp_path):
    (tmp_path / "gone.png").symlink_to(tmp_path / "missing.png")
    assert scan([tmp_path]).left_out == [("gone.png", "unreadable: a link that leads nowhere")]


@pytest.fixture
def anyone() -> Iterator[Path]:
    """A folder anyone may look into, and nobody in particular doing so: root may open everything."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        touch(Path(name, "open/1.png"))
        touch(Path(name, "closed/2.png"))
        os.chmod(Path(name, "closed"), 0)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            if root:
                os.seteuid(0)
            os.chmod(Path(name, "closed"), 0o755)


def test_that_a_folder_that_may_not_be_opened_is_listed(anyone):
    listing = scan([anyone])
    assert [file.name for file in listing.files] == ["open/1.png"]
    assert [left.name for left in listing.left_out] == ["closed/"]
    assert "permissions" in listing.left_out[0].reason


def test_that_a_dropped_folder_that_may_not_be_opened_is_named(anyone):
    with pytest.raises(ImagesError, match=r"closed may not be opened\. Change its permissions"):
        scan([anyone / "closed"])


def test_that_odd_names_are_found_and_shown_safely(tmp_path):
    odd = [b"space y.png", b"new\nline.png", "ünïcødé \U0001f33c.png".encode(), b"bad\xff.png", b"n" * 251 + b".png",
           "right\u202eleft.png".encode(), b"-rf", b"<img src=x>.png"]  # fmt: skip
    for name in odd:
        touch(os.path.join(os.fsencode(tmp_path), name))
    files = scan([tmp_path]).files
    shown = {file.name for file in files}
    assert len(files) == len(odd)
    assert {"space y.png", "new\\nline.png", "bad\\xff.png", "right\\u202eleft.png", "ünïcødé \U0001f33c.png"} <= shown
    assert all(os.path.exists(file.path) for file in files)
    for name in shown:
        name.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("plain é", "plain é"),
        ("a\tb\x1b[31m", "a\\tb\\x1b[31m"),
        ("\udcfe", "\\xfe"),
        ("👩\u200d🎨", "👩\u200d🎨"),
        ("\ud800", "\\ud800"),
    ],
)
def test_that_control_characters_never_reach_the_screen(name, safe):
    assert printable(name) == safe


def test_that_the_first_folder_below_the_dropped_one_is_the_class(tmp_path):
    for name in ("cats/1.png", "cats/tabby/2.png", "dogs/3.png", "4.png"):
        touch(tmp_path / name)
    assert {file.name: file.place.label for file in scan([tmp_path]).files} == {
        "4.png": None,
        "cats/1.png": "cats",
        "cats/tabby/2.png": "cats",
        "dogs/3.png": "dogs",
    }
    both = scan([tmp_path / "cats", tmp_path / "dogs"]).files
    assert {file.place.label for file in both if file.file in {"1.png", "3.png"}} == {"cats", "dogs"}


PARTED = ("train/cats/1.png", "Test/cats/2.png", "val/dogs/3.png", "holdout/4.png")


@pytest.mark.parametrize("how", ["in one folder", "each dropped", "archive", "archive in a folder"])
def test_that_train_test_and_validation_are_seen_through(tmp_path, how):
    sources = [tmp_path / "set"]
    if how.startswith("archive"):
        sources = [tmp_path / "set.zip"] if how == "archive" else [tmp_path]
        with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
            for name in PARTED:
                archive.writestr(f"wrapped/{name}", b"x")
    else:
        for name in PARTED:
            touch(tmp_path / "set" / name)
    if how == "each dropped":
        sources = sorted((tmp_path / "set").iterdir())
    listing = scan(sources)
    labels = {file.file: file.place.label for file in listing.files}
    assert labels == {"1.png": "cats", "2.png": "cats", "3.png": "dogs", "4.png": None}
    assert listing.parts == ("train", "val", "holdout", "Test")


def test_that_a_folder_called_test_beside_others_is_a_class(tmp_path):
    for name in ("test/1.png", "cats/2.png"):
        touch(tmp_path / name)
    listing = scan([tmp_path])
    assert [file.place.label for file in listing.files] == ["cats", "test"]
    assert listing.parts == ()


def test_that_an_archive_is_read_without_unpacking(tmp_path):
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
        for name in ("flowers/rose/1.png", "flowers/lily/2.png", "__MACOSX/flowers/._1.png"):
            archive.writestr(name, b"x")
    files = scan([tmp_path / "set.zip"]).files
    assert [(file.name, file.place.label) for file in files] == [
        ("set.zip/flowers/lily/2.png", "lily"),
        ("set.zip/flowers/rose/1.png", "rose"),
    ]
    assert os.listdir(tmp_path) == ["set.zip"]


def test_that_hostile_entries_of_an_archive_are_left_out(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../escape.png", b"x")
        archive.writestr("bomb.png", bytes(64 * 2**20))
        archive.writestr("inner.zip", b"PK")
        link = zipfile.ZipInfo("link.png")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    listing = scan([tmp_path])
    assert [file.name for file in listing.files] == ["x.zip/../../escape.png"]
    reasons = {left.name: left.reason for left in listing.left_out}
    assert "times its size" in reasons["x.zip/bomb.png"]
    assert "archive inside" in reasons["x.zip/inner.zip"]
    assert "link" in reasons["x.zip/link.png"]


def test_that_a_damaged_archive_is_one_line(tmp_path):
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and nothing more")
    assert [left.name for left in scan([tmp_path]).left_out] == ["broken.zip"]


def test_that_a_source_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(ImagesError, match=r"nowhere does not exist\. Choose"):
        scan([tmp_path / "nowhere"])


def test_that_a_scan_can_be_cancelled(tmp_path):
    touch(tmp_path / "1.png")
    with pytest.raises(Cancelled):
        scan([tmp_path], cancelled=lambda: True)
