"""Run folders: the only memory, and how they survive crashes, newer versions and second writers."""

import dataclasses
import itertools
import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from ganstudio.core import run as run_module
from ganstudio.core.events import Finished, Progress, Sampled, Saved, Scored, Started, Warned, from_json, to_json
from ganstudio.core.run import Budget, Preparation, Run, RunError, RunSettings
from ganstudio.core.run_list import opened, run_folders
from ganstudio.core.settings import SettingError
from ganstudio.workflows.run_names import free_folder

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
    assert "é" in (run.folder / "places.json").read_text(encoding="utf-8")


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
        (SETTINGS.to_json().replace('"format": 2', '"format": 99'), "newer GAN Studio"),
        (SETTINGS.to_json().replace('"steps": 10', '"steps": -4'), "damaged"),
        (SETTINGS.to_json().replace('"seed": 0', '"seed": "x"'), "damaged"),
    ],
)
def test_that_a_run_that_cannot_be_opened_says_why(tmp_path: Path, text: str, sentence: str) -> None:
    run = written(tmp_path / "run")
    (run.folder / "settings.json").write_text(text)
    with pytest.raises(RunError, match=sentence):
        Run.open(run.folder)
    assert opened(run_folders(tmp_path)) == []


def test_that_a_folder_that_is_no_run_or_not_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="not a run"):
        Run.open(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").touch()
    with pytest.raises(RunError, match="not empty"):
        Run.create(tmp_path / "full", SETTINGS)


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ('{"checkpoint": "step-1", "score": {"step": 1, "kimg": 1, "scores": {"KID": 0.25}, "count": 9, '
         '"features": "builtin"}}', 0.25),
        ('{"checkpoint": "step-1", "score": {"KID": 3}}', None), ('{"score": 1e999}', None), ("[]", None), ("", None),
    ],
)  # fmt: skip
def test_that_the_summary_has_the_score_that_is_marked_best_unless_it_is_damaged(
    tmp_path: Path, content, value
) -> None:
    run = Run.create(tmp_path / "run", RunSettings(recipe="dcgan", sides=(("x",),)))
    assert run.summary().best is None
    (run.checkpoints / "best.json").write_text(content)
    best = run.summary().best
    assert (best and best.scores["KID"]) == value


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
    with pytest.raises(RunError, match=r"events\.jsonl is a folder"):
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


def kept_progress(run: Run, seconds: list[float]) -> list[float]:
    """The times of those Progress events, of all at `seconds`, that a run's file holds."""
    run.start_writing()
    for second in seconds:
        run.record(dataclasses.replace(EVENTS[2], seconds=second))
    run.stop_writing()
    return [event.seconds for event in run.events() if isinstance(event, Progress)]


def test_that_progress_is_kept_once_a_second_and_closer_in_the_first_hundred_seconds(tmp_path: Path) -> None:
    run = Run.create(tmp_path / "run", SETTINGS)
    kept = kept_progress(run, [0.125 * number for number in range(2400)])
    gaps = [(after, after - before) for before, after in itertools.pairwise(kept)]
    assert {gap for at, gap in gaps if at < 12} == {0.125}  # all of them: nothing is thinned in the first seconds
    assert {gap for at, gap in gaps if 38 < at <= 50} == {0.5}
    assert {gap for at, gap in gaps if at > 101} == {1.0}


def test_that_progress_with_something_new_to_tell_is_never_thinned(tmp_path: Path) -> None:
    run = Run.create(tmp_path / "run", SETTINGS)
    run.start_writing()
    rows = [{"generator": 0.7}, {"generator": 0.7}, {"generator": 0.7, "penalty": 0.1}, {"generator": 0.7}]
    kept = [
        run.record(dataclasses.replace(EVENTS[2], seconds=500 + 0.1 * number, losses=losses))
        for number, losses in enumerate(rows)
    ]
    run.stop_writing()
    assert kept == [True, False, True, False]


def test_that_a_run_that_goes_on_after_its_end_is_unfinished_again(tmp_path: Path) -> None:
    run = written(tmp_path / "run")
    run.start_writing()
    run.record(EVENTS[0])
    run.stop_writing()
    assert run.summary().outcome == "unfinished"


def test_that_the_newest_run_comes_first(tmp_path: Path) -> None:
    for age, name in enumerate(["newest", "older", "oldest"]):
        run = written(tmp_path / name)
        os.utime(run.folder / "events.jsonl", (1e9 - age, 1e9 - age))
    assert [run.name for run in opened(run_folders(tmp_path))] == ["newest", "older", "oldest"]


def test_that_a_run_from_before_images_were_kept_aside_goes_on_with_all_of_them(tmp_path: Path) -> None:
    run = written(tmp_path / "run")
    fields = json.loads((run.folder / "settings.json").read_text())
    assert fields["preparation"].pop("held_out") > 0
    (run.folder / "settings.json").write_text(json.dumps(fields))
    assert Run.open(run.folder).settings.preparation.held_out == 0.0


BEFORE_SHAPES = {
    "format": 2, "recipe": "linear", "sides": 1, "values": {"resolution": 16, "batch": 40, "ema_kimg": 10.0},
    "preset": "", "seed": 0, "device": "auto", "reason": "", "task": "", "origin": {},
    "preparation": {
        "fit": "crop", "colour": "rgb", "background": "#ffffff", "flip": False, "labels": False, "duplicates": "near",
        "black": 0.0, "white": 0.0, "held_out": 0.05, "smallest": 8,
    },
    "budget": {"steps": 3, "kimg": 0.0, "minutes": 0.0, "patience": 0.0, "rates": "again"},
}  # fmt: skip
"""A settings.json as it was before pictures had other shapes than squares, a test part, or came from videos."""


def test_that_a_run_of_before_pictures_had_shapes_opens_with_what_it_meant(tmp_path: Path) -> None:
    folder = Run.create(tmp_path / "run", SETTINGS).folder
    (folder / "settings.json").write_text(json.dumps(BEFORE_SHAPES))
    known = Run.open(folder).settings
    assert known.preparation == Preparation()
    assert known.resolution == 16
    assert known.values["resolution"] == 16
    assert not known.preparation.test_share


def test_that_the_last_sample_and_the_images_of_a_long_run_are_in_its_summary(tmp_path: Path) -> None:
    """The beginning and the end are read: what lies between is longer than what is read."""
    run = Run.create(tmp_path / "run", SETTINGS)
    run.start_writing()
    long = {f"loss {number}": 0.5 for number in range(100)}
    for event in [EVENTS[0], *(dataclasses.replace(EVENTS[2], seconds=float(n), losses=long) for n in range(100))]:
        run.record(event)
    run.record(dataclasses.replace(EVENTS[2], step=777, kimg=6.2, seconds=123.0))
    run.stop_writing()
    assert (run.folder / "events.jsonl").stat().st_size > 100_000
    summary = run.summary()
    assert (summary.images, summary.step, summary.kimg, summary.seconds) == (9, 777, 6.2, 123.0)


@pytest.mark.parametrize(
    ("budget", "fraction"),
    [(Budget(), None), (Budget(steps=10), 0.5), (Budget(kimg=1.0), 0.25), (Budget(minutes=1.0, steps=10), 1.0),
     (Budget(minutes=3.0), 0.5)],
)  # fmt: skip
def test_that_a_budget_is_done_when_its_first_part_is(budget: Budget, fraction: float | None) -> None:
    assert budget.fraction(5, 0.25, 90.0 if budget.minutes else 0.0) == fraction


@pytest.mark.parametrize("text", ["red", "#fff", "#ffffff0", "0ffffff", "#gggggg", "#"])
def test_that_a_colour_is_a_colour(text: str) -> None:
    with pytest.raises(SettingError, match="#rrggbb"):
        Preparation(background=text)


def recorded(folder: Path, seconds: Iterable[float]) -> Run:
    """A run to which a Progress was recorded at each of these seconds of training."""
    run = Run.create(folder, RunSettings(recipe="dcgan", sides=(("pictures",),)))
    run.start_writing()
    for number, at in enumerate(seconds):
        run.record(Progress(step=number, kimg=1.0, seconds=at, images_per_second=1.0, losses={"generator": 1.0}))
    run.stop_writing()
    return run


def test_that_a_run_of_weeks_stays_small_and_an_hour_is_told_by_the_second(tmp_path: Path) -> None:
    hour = [event.seconds for event in recorded(tmp_path / "hour", range(1, 3600)).events()]
    assert hour == list(range(1, 3600))
    week = [event.seconds for event in recorded(tmp_path / "week", range(0, 7 * 86_400, 5)).events()]
    assert 25_000 < len(week) < 60_000
    assert max(later - before for before, later in itertools.pairwise(week)) <= 7 * 86_400 / 10_000 + 5


def test_that_of_a_file_of_an_older_version_a_share_is_read_evenly_with_all_that_is_no_progress(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = recorded(tmp_path / "run", range(1, 2000))
    with open(run.folder / "events.jsonl", "a") as file:
        for step in range(9):
            file.write(to_json(Saved(step=step, kimg=1.0, path="checkpoints/a.json", bytes=1)) + "\n")
    size = (run.folder / "events.jsonl").stat().st_size
    monkeypatch.setattr("ganstudio.core.run.LONG", size // 10)
    events = list(run.events())
    steps = [event.step for event in events if isinstance(event, Progress)]
    assert 150 <= len(steps) <= 250
    assert {later - before for before, later in itertools.pairwise(steps)} <= {10, 11}
    assert sum(isinstance(event, Saved) for event in events) == 9


def test_that_a_summary_reads_the_newest_of_what_is_told_again_and_again(tmp_path: Path, monkeypatch) -> None:
    run = recorded(tmp_path / "run", range(1, 400))
    with open(run.folder / "events.jsonl", "a") as file:
        file.write('{"event":"progress","step":"damaged"}\n{"event":"progr')
    read: list[bytes] = []
    real = run_module.from_json
    monkeypatch.setattr(run_module, "from_json", lambda line: (read.append(line), real(line))[1])
    summary = run.summary()
    assert (summary.step, summary.seconds) == (398, 399.0)
    assert len(read) < 12, "a thousand runs are listed in seconds"
