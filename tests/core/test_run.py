"""Run folders: the only memory, and how they survive crashes, newer versions and second writers."""

import dataclasses
import os
from pathlib import Path

import pytest

from ganstudio.core.events import Finished, Progress, Sampled, Saved, Scored, Started, Warned, from_json, to_json
from ganstudio.core.run import Budget, Preparation, Run, RunError, RunSettings, free_folder, runs_in
from ganstudio.core.settings import SettingError

SETTINGS = RunSettings(recipe="linear", sides=(("folder",),), values={"batch": 8}, budget=Budget(steps=10))
EVENTS = [
    Started(
        run="r", recipe="linear", device="CPU", precision="fp32", images=9, resolution=8, channels=1, batch=8,
        step=0, kimg=0.0, parameters={"generator": 5}, classes=("a", "b"),
    ),
    Sampled(step=0, kimg=0.0, path="samples/0.png", rows=8, columns=8),
    Progress(step=5, kimg=0.04, seconds=1.0, images_per_second=40.0, losses={"generator": 0.7}),
    Scored(step=5, kimg=0.04, scores={"kid": 0.1}, count=100, features="random", best=True),
    Warned(step=5, topic="t", message="m", advice="a", remedy={"batch": 4}),
    Saved(step=10, kimg=0.08, path="checkpoints/step-000000010.json", bytes=3),
    Finished(outcome="completed", step=10, kimg=0.08, seconds=2.0),
]  # fmt: skip


def written(folder: Path) -> Run:
    run = Run.create(folder, SETTINGS)
    run.start_writing()
    for event in EVENTS:
        run.record(event)
    run.stop_writing()
    return run


@pytest.mark.parametrize("event", EVENTS)
def test_that_events_survive_json(event) -> None:
    assert from_json(to_json(event)) == event


def test_that_invalid_numbers_stay_json() -> None:
    line = to_json(dataclasses.replace(EVENTS[2], losses={"generator": float("nan")}))
    assert "NaN" not in line
    assert from_json(line).losses["generator"] != from_json(line).losses["generator"]


@pytest.mark.parametrize(
    "line", ["", "{", "[]", "3", '{"event":"unheard"}', '{"event":"saved"}', "\udcff", "[" * 10**5]
)
def test_that_what_is_no_event_is_a_value_error(line: str) -> None:
    with pytest.raises(ValueError, match="event"):
        from_json(line)


def test_that_settings_come_back(tmp_path: Path) -> None:
    written(tmp_path / "run")
    assert Run.open(tmp_path / "run").settings == SETTINGS


def test_that_names_that_are_not_utf_8_come_back_from_a_file_that_is(tmp_path: Path) -> None:
    odd = os.fsdecode(b"caf\xe9")
    run = Run.create(tmp_path / "run", dataclasses.replace(SETTINGS, sides=((f"/é/{odd}",),)))
    started = dataclasses.replace(EVENTS[0], run=odd, classes=(odd, "é"))
    run.start_writing()
    run.record(started)
    run.stop_writing()
    again = Run.open(run.folder)
    assert again.settings == run.settings
    assert list(again.events()) == [started]
    assert "é" in (run.folder / "settings.json").read_text(encoding="utf-8")


def test_that_a_torn_last_line_is_passed_over_and_writing_goes_on(tmp_path: Path) -> None:
    run = written(tmp_path / "run")
    path = run.folder / "events.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    assert list(run.events()) == EVENTS[:-1]
    run.start_writing()
    run.record(EVENTS[-1])
    run.stop_writing()
    assert list(run.events()) == EVENTS


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "damaged"),
        ("{}", "damaged"),
        ("[" * 10**5, "damaged"),
        (SETTINGS.to_json().replace('"format": 1', '"format": 99'), "newer GAN Studio"),
        (SETTINGS.to_json().replace('"steps": 10', '"steps": -4'), "damaged"),
        (SETTINGS.to_json().replace('"seed": 0', '"seed": "x"'), "damaged"),
    ],
)
def test_that_a_run_that_cannot_be_opened_says_why(tmp_path: Path, text: str, sentence: str) -> None:
    run = written(tmp_path / "run")
    (run.folder / "settings.json").write_text(text)
    with pytest.raises(RunError, match=sentence):
        Run.open(run.folder)
    assert runs_in(tmp_path) == []


def test_that_a_folder_that_is_no_run_or_not_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="not a run"):
        Run.open(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").touch()
    with pytest.raises(RunError, match="not empty"):
        Run.create(tmp_path / "full", SETTINGS)


def test_that_the_summary_reads_only_the_end(tmp_path: Path) -> None:
    run = written(tmp_path / "run")
    (run.folder / "samples" / "0.png").touch()
    summary = run.summary()
    assert (summary.step, summary.images, summary.outcome) == (10, 9, "completed")
    assert summary.last_sample == run.folder / "samples" / "0.png"


def test_that_one_process_writes_at_a_time(tmp_path: Path) -> None:
    written(tmp_path / "run")
    first, second = Run.open(tmp_path / "run"), Run.open(tmp_path / "run")
    first.start_writing()
    with pytest.raises(RunError, match="in use"):
        second.start_writing()
    first.stop_writing()
    second.start_writing()
    second.stop_writing()


def test_that_a_run_whose_writing_cannot_begin_is_not_held(tmp_path: Path) -> None:
    first = Run.create(tmp_path / "run", SETTINGS)
    (first.folder / "events.jsonl").mkdir()
    with pytest.raises(OSError, match="events"):
        first.start_writing()
    (first.folder / "events.jsonl").rmdir()
    second = Run.open(first.folder)
    second.start_writing()
    second.stop_writing()


def test_that_names_in_use_get_a_number(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a-2").mkdir()
    assert free_folder(tmp_path, "a").name == "a-3"
    assert free_folder(tmp_path, "b").name == "b"


@pytest.mark.parametrize(
    ("budget", "fraction"),
    [(Budget(), None), (Budget(steps=10), 0.5), (Budget(kimg=1.0), 0.25), (Budget(minutes=1.0, steps=10), 1.0)],
)
def test_that_a_budget_is_done_when_its_first_part_is(budget: Budget, fraction: float | None) -> None:
    assert budget.fraction(5, 0.25, 90.0 if budget.minutes else 0.0) == fraction


def test_that_a_colour_is_a_colour() -> None:
    with pytest.raises(SettingError, match="#rrggbb"):
        Preparation(background="red")
