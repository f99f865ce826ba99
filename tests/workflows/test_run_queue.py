"""The queue: its order, its file, who may drive it, and what it makes of runs that were cut short."""

import json
import os
import threading
from pathlib import Path

import pytest

from ganstudio.core.events import Finished, Progress, Started
from ganstudio.core.run import Budget, Run, RunError, RunSettings
from ganstudio.workflows.run_queue import FILE, MOST_TRIES, QueueError, RunQueue

BEGUN = Started(run="x", recipe="linear", device="cpu", precision="fp32", images=4, resolution=8, channels=1, batch=4,
                step=0, kimg=0.0)  # fmt: skip


def finished(outcome: str, message: str = "") -> Finished:
    return Finished(outcome=outcome, step=10, kimg=1.0, seconds=1.0, message=message)


@pytest.fixture
def queue(tmp_path: Path) -> RunQueue:
    """Four runs that wait."""
    for name in ("one", "two", "three", "four"):
        Run.create(tmp_path / name, RunSettings(recipe="linear", sides=(("x",),), budget=Budget(steps=10)))
        RunQueue(tmp_path).add(name)
    return RunQueue(tmp_path)


def order(queue: RunQueue) -> list[tuple[str, str]]:
    return [(entry.name, entry.state) for entry in queue.read().entries]


def waiting(queue: RunQueue) -> list[str]:
    return [entry.name for entry in queue.read().waiting]


def write_events(run: Run, *events: object) -> None:
    run.start_writing()
    for event in events:
        run.record(event)  # type: ignore[arg-type]
    run.stop_writing()


def test_that_runs_are_begun_in_their_order_and_each_end_is_noted(queue: RunQueue) -> None:
    for name, outcome in (("one", "completed"), ("two", "failed"), ("three", "stopped"), ("four", "completed")):
        run = queue.begin()
        assert run is not None
        assert run.name == name
        assert queue.read().running.name == name
        queue.ended(name, finished(outcome, "Why."))
    assert queue.begin() is None
    assert [state for _, state in order(queue)] == ["completed", "failed", "stopped", "completed"]
    assert not queue.read().pending


@pytest.mark.parametrize(
    ("name", "places", "expected"),
    [("three", -1, "one three two four"), ("three", 9, "one two four three"), ("one", -1, "one two three four"),
     ("four", -9, "four one two three"), ("one", 1, "two one three four")],
)  # fmt: skip
def test_that_what_waits_can_be_moved(queue: RunQueue, name: str, places: int, expected: str) -> None:
    queue.move(name, places)
    assert waiting(queue) == expected.split()


def test_that_what_trains_is_neither_moved_nor_removed(queue: RunQueue) -> None:
    queue.begin()
    with pytest.raises(QueueError, match="one is training"):
        queue.remove("one")
    with pytest.raises(QueueError, match="cannot be moved"):
        queue.move("one", 1)
    queue.move("four", -9)
    assert order(queue)[:2] == [("one", "running"), ("four", "waiting")]


def test_that_a_run_that_never_began_goes_with_its_place_and_one_that_did_stays(queue: RunQueue) -> None:
    write_events(Run.open(queue.runs / "two"), BEGUN)
    queue.remove("two")
    queue.remove("three")
    assert waiting(queue) == ["one", "four"]
    assert (queue.runs / "two" / "settings.json").exists()
    assert not (queue.runs / "three").exists()


def test_that_nothing_is_in_the_queue_twice_and_only_runs_are(queue: RunQueue) -> None:
    with pytest.raises(QueueError, match="two is in the queue already"):
        queue.add("two")
    with pytest.raises(QueueError, match="is not a run"):
        queue.add("five")


def test_that_what_has_ended_is_listed_until_something_new_is_added_after_the_last(queue: RunQueue) -> None:
    for name in ("one", "two", "three"):
        queue.begin()
        queue.ended(name, finished("completed"))
    queue.add("one")
    assert order(queue)[-2:] == [("four", "waiting"), ("one", "waiting")]
    for name in ("four", "one"):
        queue.begin()
        queue.ended(name, finished("completed"))
    queue.add("two")
    assert order(queue) == [("two", "waiting")]


@pytest.mark.parametrize(
    ("events", "then"),
    [
        ([], "one"),
        ([BEGUN, Progress(step=3, kimg=0, seconds=1, images_per_second=1, losses={})], "one"),
        ([BEGUN, finished("stopped")], "one"),
        ([BEGUN, finished("completed")], "two"),
        ([BEGUN, finished("failed", "No.")], "two"),
    ],
    ids=["not begun", "cut short", "stopped with the program", "finished", "failed"],
)
def test_what_begins_when_the_program_was_killed_while_the_first_trained(queue: RunQueue, events, then: str) -> None:
    queue.begin()
    write_events(Run.open(queue.runs / "one"), *events)
    begun = RunQueue(queue.runs).begin()
    assert begun is not None
    assert begun.name == then


def test_that_an_end_from_before_a_run_was_queued_does_not_count(queue: RunQueue) -> None:
    """A finished run that was put into the queue again, and killed before it had begun."""
    write_events(Run.open(queue.runs / "one"), BEGUN, finished("completed"))
    assert queue.begin().settings.budget.steps == 20, "it is granted as much again"
    begun = RunQueue(queue.runs).begin()
    assert begun.name == "one"
    assert begun.settings.budget.steps == 20, "and that only once"


def test_that_a_run_that_ends_the_program_every_time_is_given_up(queue: RunQueue) -> None:
    names = [RunQueue(queue.runs).begin().name for _ in range(MOST_TRIES + 1)]
    assert names == ["one"] * MOST_TRIES + ["two"]
    entry = queue.read().entries[0]
    assert entry.state == "failed"
    assert f"begun {MOST_TRIES} times" in entry.remark


def test_that_a_run_that_is_gone_is_passed_over_and_says_so(queue: RunQueue) -> None:
    os.rename(queue.runs / "one", queue.runs / "elsewhere")
    assert queue.begin().name == "two"
    assert "there is no such folder" in queue.read().entries[0].remark


def test_that_a_renamed_run_keeps_its_place_and_a_deleted_one_leaves_it(queue: RunQueue) -> None:
    queue.renamed("two", "zwei")
    queue.renamed("three", None)
    assert waiting(queue) == ["one", "zwei", "four"]


def test_that_one_process_drives(queue: RunQueue) -> None:
    other = RunQueue(queue.runs)
    queue.take_the_wheel()
    with pytest.raises(QueueError, match="Another GAN Studio works on the queue"):
        other.take_the_wheel()
    other.add_more = other.read()  # reading and changing are open to all
    other.move("four", -1)
    queue.let_go()
    other.take_the_wheel()
    other.let_go()


def test_that_changes_at_the_same_time_are_all_kept(tmp_path: Path) -> None:
    names = [f"run-{number}" for number in range(24)]
    for name in names:
        Run.create(tmp_path / name, RunSettings(recipe="linear", sides=(("x",),)))
    threads = [threading.Thread(target=RunQueue(tmp_path).add, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(waiting(RunQueue(tmp_path))) == sorted(names)


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"format": 99, "entries": []}', '{"format": 1, "active": "yes"}',
     '{"format": 1, "entries": [{"name": "../../etc"}]}', '{"format": 1, "entries": [{"name": "a", "state": "up"}]}',
     "x" * 2_000_000],
)  # fmt: skip
def test_that_a_damaged_queue_is_said_and_left_as_it_is(queue: RunQueue, content: str) -> None:
    (queue.runs / FILE).write_text(content)
    with pytest.raises(QueueError, match="damaged"):
        queue.read()
    with pytest.raises(QueueError, match="damaged"):
        queue.set_active(True)
    assert (queue.runs / FILE).read_text() == content


def test_that_the_file_holds_no_path(queue: RunQueue) -> None:
    text = (queue.runs / FILE).read_text()
    assert str(queue.runs) not in text
    assert json.loads(text)["entries"][0] == {
        "name": "one", "state": "waiting", "tries": 0, "written": 0, "remark": "",
    }  # fmt: skip


def test_that_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(QueueError, match=r"queue\.json cannot be written"):
        RunQueue(tmp_path / "file").set_active(True)


def test_that_an_empty_queue_has_nothing_to_begin(tmp_path: Path) -> None:
    assert RunQueue(tmp_path / "none").begin() is None
    with pytest.raises(RunError):
        Run.open(tmp_path / "none")


def test_that_a_run_trained_anew_begins_from_nothing_under_a_number_of_its_own(queue: RunQueue) -> None:
    branch = RunSettings(recipe="linear", sides=(("x",),), budget=Budget(steps=10), origin={"run": "one", "step": 3})
    run = Run.create(queue.runs / "one-2", branch)
    assert queue.add_again(run) == ("one-3", 4)
    again = Run.open(queue.runs / "one-3").settings
    assert again.origin == {}
    assert (again.sides, again.budget) == (run.settings.sides, run.settings.budget)
    assert waiting(queue)[-1] == "one-3"


def test_that_a_run_without_its_pictures_cannot_be_trained_anew(queue: RunQueue) -> None:
    run = Run.create(queue.runs / "sent", RunSettings(recipe="linear", sides=((),)))
    with pytest.raises(QueueError, match="sent does not say where its pictures are"):
        queue.add_again(run)
    assert not (queue.runs / "sent-2").exists()
