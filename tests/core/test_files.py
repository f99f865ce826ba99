"""What other systems than this one do to files: names that mean devices, and places that somebody keeps open."""

import os
import sys
from pathlib import Path

import pytest

from ganstudio.core import files
from ganstudio.core.files import names_device, write_atomically


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Windows, where the first so many renames over a file meet somebody who has it open."""
    refusals, rename = [0], os.replace

    def replace(source: object, target: object) -> None:
        if refusals[0]:
            refusals[0] -= 1
            raise PermissionError(13, "used by another process", str(target))
        rename(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(files, "PAUSES", (0.001,) * 5)
    return refusals


@pytest.mark.parametrize("name", ["nul", "NUL", "con.txt", "aux .png", "COM1", "lpt9.tar.gz", "com¹"])
def test_that_names_of_devices_are_known(name: str) -> None:
    assert names_device(name)


@pytest.mark.parametrize("name", ["null", "console", "com", "com10", "my nul", "nul-dcgan"])
def test_that_other_names_are_not_taken_for_them(name: str) -> None:
    assert not names_device(name)


def test_that_a_file_which_a_scanner_has_open_is_written_a_moment_later(tmp_path: Path, windows: list[int]) -> None:
    windows[0] = 4
    write_atomically(tmp_path / "settings.json", "new")
    assert (tmp_path / "settings.json").read_text() == "new"


def test_that_one_which_stays_open_keeps_what_it_had_and_leaves_nothing(tmp_path: Path, windows: list[int]) -> None:
    (tmp_path / "settings.json").write_text("old")
    windows[0] = 1000
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "settings.json", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
    assert (tmp_path / "settings.json").read_text() == "old"
