"""Events faster than a window can draw: handed over in slices, thinned by means, and none is lost."""

import itertools
import math
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ganstudio.app.runner.event_batches import EventBatches, thinned
from ganstudio.app.runner.replay import Replay
from ganstudio.core.events import Event, Progress, Saved, to_json
from tests.app.tiny_runs import tiny_run


def progress(step: int, **losses: float) -> Progress:
    known = {"generator": float(step)} | losses
    return Progress(step=step, kimg=step / 100, seconds=float(step), images_per_second=1.0, losses=known)


def saved(step: int) -> Saved:
    return Saved(step=step, kimg=0.0, path=f"checkpoints/{step}", bytes=1)


def test_that_few_events_stay_as_they_are():
    events: list[Event] = [progress(1), saved(1), progress(2)]
    assert thinned(events, 20) == events


def test_that_many_become_means_and_nothing_else_is_touched():
    events: list[Event] = [progress(step) for step in range(1, 101)]
    events[50:50] = [saved(50)]
    made = thinned(events, 20)
    kept = [event for event in made if isinstance(event, Progress)]
    assert 20 <= len(kept) <= 21
    assert (kept[0].step, kept[0].losses["generator"]) == (5, 3.0)
    assert made.index(saved(50)) == 10
    assert [event.step for event in made] == sorted(event.step for event in made)
    assert kept[-1].step == 100


def test_that_gaps_and_losses_that_come_and_go_survive_a_mean():
    made = thinned([progress(1, extra=4.0), progress(2, generator=math.nan), progress(3)], 1)
    assert len(made) == 1
    assert made[0] == pytest.approx(made[0])
    assert isinstance(made[0], Progress)
    assert made[0].losses == {"generator": 2.0, "extra": 4.0}


def test_that_a_burst_is_handed_over_in_slices_in_order_and_wholly(qtbot: QtBot):
    batches = EventBatches()
    heard: list[Event] = []
    sizes: list[int] = []
    batches.arrived.connect(lambda events: (heard.extend(events), sizes.append(len(events))))
    with qtbot.waitSignal(batches.drained, timeout=10_000):
        for step in range(30_000):
            batches.take(progress(step) if step % 1000 else saved(step))
    assert len(sizes) >= 30
    assert sum(isinstance(event, Saved) for event in heard) == 30
    assert [event.step for event in heard] == sorted(event.step for event in heard)
    assert heard[-1].step == 29_999
    assert not batches.waiting


def test_that_a_long_run_is_shown_by_means_and_its_newest_events_as_they_were(qtbot: QtBot, tmp_path: Path) -> None:
    """A day's thirty thousand Progress stopped the window for seconds while its curves were made."""
    run = tiny_run(tmp_path / "run")
    before = list(run.events())
    with open(run.folder / "events.jsonl", "a") as file:
        for step in range(30_000):
            file.write(to_json(progress(step)) + "\n")
    replay = Replay()
    with qtbot.waitSignal(replay.ready, timeout=60_000) as shown:
        replay.open(run.folder)
    assert replay.close()
    events = shown.args[0].events
    lines = [event for event in events if isinstance(event, Progress)]
    assert len(lines) < 5_500
    assert lines[-200:] == [progress(step) for step in range(29_800, 30_000)]
    others = [event for event in events if not isinstance(event, Progress)]
    assert others == [event for event in before if not isinstance(event, Progress)]
    assert len({later.step - earlier.step for earlier, later in itertools.pairwise(lines[5:-200])}) <= 2
