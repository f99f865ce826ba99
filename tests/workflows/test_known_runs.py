"""A drive that does not answer keeps nobody from the runs on others; drives here are asked by a function."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ganstudio.core.run import Run, Summary
from ganstudio.core.run_list import summary_of
from ganstudio.workflows.known_runs import Listing, RunPlaces, summarised
from tests.app.tiny_runs import settings


class Drive:
    """Folders whose name begins with "gone" answer only once the drive is back."""

    def __init__(self) -> None:
        self.back = threading.Event()
        self.asked: list[str] = []

    def __call__(self, folder: Path) -> Summary:
        self.asked.append(folder.name)
        if folder.name.startswith("gone"):
            self.back.wait()
        return summary_of(folder)


@pytest.fixture
def drive() -> Iterator[Drive]:
    made = Drive()
    yield made
    made.back.set()


def made(folder: Path, *names: str) -> RunPlaces:
    return RunPlaces(folder / "none", tuple(Run.create(folder / name, settings()).folder for name in names))


def look(listing: Listing[Summary], places: RunPlaces) -> dict[str, str]:
    """What the cards say of each run that has trouble, '' of the others."""
    return {folder.name: summarised(folder, summary).trouble for folder, summary in listing.answers(places)}


def until(done: Callable[[], bool]) -> None:
    while not done():
        threading.Event().wait(0.01)


def test_that_a_run_that_does_not_answer_has_a_card_and_the_others_are_shown(tmp_path: Path, drive: Drive) -> None:
    places = made(tmp_path, "first", "gone-1", "gone-2", "last")
    begun = time.monotonic()
    cards = look(Listing(drive, 0.3), places)
    assert time.monotonic() - begun < 3.0
    assert cards["gone-1"].startswith(f"{tmp_path / 'gone-1'} does not answer: its drive")
    assert [bool(cards[name]) for name in ("first", "gone-1", "gone-2", "last")] == [False, True, True, False]


def test_that_a_folder_is_not_asked_again_while_somebody_waits_for_it(tmp_path: Path, drive: Drive) -> None:
    places, listing = made(tmp_path, "gone", "here"), Listing(drive, 0.1)
    for _ in range(5):
        assert look(listing, places)["gone"]
    assert drive.asked == ["gone"] + 5 * ["here"]


def test_that_a_drive_that_comes_back_is_shown_again(tmp_path: Path, drive: Drive) -> None:
    places, listing = made(tmp_path, "gone"), Listing(drive, 0.1)
    assert look(listing, places)["gone"]
    drive.back.set()
    until(lambda: look(listing, places) == {"gone": ""})
    assert drive.asked == ["gone", "gone"]


def test_that_what_is_no_run_any_more_is_left_out(tmp_path: Path) -> None:
    places = made(tmp_path, "here")
    assert look(Listing(summary_of), RunPlaces(tmp_path, (*places.recent, tmp_path / "deleted"))) == {"here": ""}
