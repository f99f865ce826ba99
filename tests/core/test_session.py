"""The training loop: what it says, when it stops, and that a resumed run is the same run."""

import itertools
import math
import shutil
from pathlib import Path

import pytest
import torch

from ganstudio.core import checkpoint, run_files
from ganstudio.core.cadence import EARLY, EARLY_SHARE
from ganstudio.core.events import LAST_SAVE, Event, Finished, Progress, Sampled, Saved, Scored, Started, Warned
from ganstudio.core.meter import Meter
from ganstudio.core.monitor import NoMonitor
from ganstudio.core.parallel import Team
from ganstudio.core.run import Budget, Run
from ganstudio.core.session import DivergedError, Session
from ganstudio.core.snapshots import snapshots_in
from ganstudio.core.system import Batch
from ganstudio.models.gallery import DCGAN, Linear
from tests.core.fakes import FakeClock, make_session
from tests.core.test_trainer import tensors

TINY = Linear(resolution=8, batch=8, latent=8, generator_widths="16,16", discriminator_widths="16")
TINY_CONV = DCGAN(resolution=16, batch=8, latent=8, width=8)


def kinds(events: list[Event]) -> list[type]:
    return [type(event) for event in events]


def resumed(folder: Path, recipe, steps: int) -> Session:
    session = make_session(folder, recipe)
    state, _, _ = checkpoint.load_newest(session.run.checkpoints)
    session.trainer.restore(state)
    session.run.change(budget=type(session.run.settings.budget)(steps=steps))
    return session


@pytest.mark.parametrize("recipe", [TINY, TINY_CONV])
def test_that_20_steps_and_20_more_equal_40(tmp_path: Path, recipe) -> None:
    straight = make_session(tmp_path / "straight", recipe, steps=40)
    list(straight.events())
    list(make_session(tmp_path / "halves", recipe, steps=20).events())
    second = resumed(tmp_path / "halves", recipe, 40)
    list(second.events())
    ours, theirs = tensors(second.trainer.state()), tensors(straight.trainer.state())
    assert second.trainer.step == straight.trainer.step == 40
    assert [key for key in theirs if not torch.equal(ours[key], theirs[key])] == []


def test_that_stopping_at_any_moment_and_resuming_is_the_same_run(tmp_path: Path) -> None:
    straight = make_session(tmp_path / "straight", TINY, steps=30)
    list(straight.events())
    session = make_session(tmp_path / "stopped", TINY, steps=30, clock=FakeClock(0.07))
    for event in session.events():
        if isinstance(event, Progress) and event.step >= 11:
            session.stop()
    assert 11 <= session.trainer.step < 30
    second = resumed(tmp_path / "stopped", TINY, 30)
    list(second.events())
    ours, theirs = tensors(second.trainer.state()), tensors(straight.trainer.state())
    assert [key for key in theirs if not torch.equal(ours[key], theirs[key])] == []


def test_that_a_run_begins_with_started_and_ends_with_one_finished(tmp_path: Path) -> None:
    events = list(make_session(tmp_path / "run", TINY, steps=25).events())
    assert kinds(events)[:2] == [Started, Sampled]
    assert kinds(events).count(Finished) == 1
    assert kinds(events)[-3:] == [Sampled, Saved, Finished]
    assert isinstance(events[-1], Finished)
    assert events[-1].outcome == "completed"
    assert events[-1].step == 25


def test_that_what_was_told_is_what_was_written(tmp_path: Path) -> None:
    events = list(make_session(tmp_path / "run", TINY, steps=25).events())
    written = list(Run.open(tmp_path / "run").events())
    assert [event for event in events if not isinstance(event, Progress)] == [
        event for event in written if not isinstance(event, Progress)
    ]
    assert any(isinstance(event, Progress) for event in written)


def test_that_progress_comes_at_most_ten_times_a_second(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY, steps=60, clock=FakeClock(0.003))
    seconds = [event.seconds for event in session.events() if isinstance(event, Progress)]
    gaps = [after - before for before, after in itertools.pairwise(seconds[:-1])]
    assert len(gaps) >= 3
    assert min(gaps) >= 0.1


def test_that_time_between_two_events_is_not_training_time(tmp_path: Path) -> None:
    clock = FakeClock(0.01)
    session = make_session(tmp_path / "run", TINY, steps=40, clock=clock)
    for event in session.events():
        if isinstance(event, Progress) and event.step < 40:
            clock.now += 3600.0  # an hour's pause
    assert session.seconds < 60.0


def test_that_saving_in_a_pause_does_not_count_the_pause(tmp_path: Path) -> None:
    clock = FakeClock(0.01)
    session = make_session(tmp_path / "run", TINY, steps=40, clock=clock)
    events = session.events()
    for event in events:
        if isinstance(event, Progress):
            break
    before = session.seconds
    clock.now += 3600.0
    session.save()
    session.sample()
    assert session.seconds == before
    state, _, _ = checkpoint.load_newest(session.run.checkpoints)
    assert state["seconds"] == before
    events.close()


def test_that_stop_saves_and_says_so(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY)
    events = []
    for event in session.events():
        events.append(event)
        if isinstance(event, Progress):
            session.stop()
    assert kinds(events)[-2:] == [Saved, Finished]
    assert events[-1].outcome == "stopped"
    assert checkpoint.checkpoints_in(session.run.checkpoints)[0].step == session.trainer.step


def test_that_a_listener_who_leaves_loses_nothing(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY)
    events = session.events()
    for event in events:
        if isinstance(event, Progress):
            break
    events.close()
    *_, last = Run.open(tmp_path / "run").events()
    assert isinstance(last, Finished)
    assert last.outcome == "stopped"
    assert checkpoint.checkpoints_in(session.run.checkpoints)[0].step == session.trainer.step
    again = Run.open(tmp_path / "run")
    again.start_writing()  # the folder is free again
    again.stop_writing()


def test_that_an_error_inside_becomes_finished_failed_and_a_log(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY, steps=50)
    real = session.images.batch

    def break_at_ten(step: int):
        if step == 10:
            raise RuntimeError("something inside broke")
        return real(step)

    session.images.batch = break_at_ten
    events = list(session.events())
    assert kinds(events).count(Finished) == 1
    assert events[-1].outcome == "failed"
    assert "log.txt" in events[-1].message
    assert "something inside broke" in (tmp_path / "run" / "log.txt").read_text()


def test_that_an_error_between_two_steps_costs_no_step(tmp_path: Path) -> None:
    straight = make_session(tmp_path / "straight", TINY, steps=20)
    list(straight.events())
    session = make_session(tmp_path / "run", TINY, steps=50)
    real = session.images.batch

    def break_at_ten(step: int):
        if step == 10:
            raise RuntimeError("something inside broke")
        return real(step)

    session.images.batch = break_at_ten
    *_, last = session.events()
    assert "up to step 10 is saved" in last.message
    second = resumed(tmp_path / "run", TINY, 20)
    assert second.trainer.step == 10
    list(second.events())
    ours, theirs = tensors(second.trainer.state()), tensors(straight.trainer.state())
    assert [key for key in theirs if not torch.equal(ours[key], theirs[key])] == []


def test_that_an_error_within_a_step_saves_no_half_of_it(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY, steps=50)
    train = session.trainer.system.train_generator

    def breaks(*known):
        if session.trainer.step == 10:
            raise RuntimeError("something inside broke")
        return train(*known)

    session.trainer.system.train_generator = breaks
    *_, last = session.events()
    assert "is saved" not in last.message
    assert 10 not in [saved.step for saved in checkpoint.checkpoints_in(session.run.checkpoints)]


def test_that_memory_running_out_is_said_in_words(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY, steps=50)

    def exhausted(step: int):
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")

    session.images.batch = exhausted
    *_, last = session.events()
    assert "choose a batch of 4" in last.message


def test_that_invalid_numbers_go_back_to_the_checkpoint_with_half_the_rate(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY, steps=60, clock=FakeClock(0.05))
    session.cadence.next["checkpoint"] = 0.5
    real = session.images.batch
    poisoned = iter([True])

    def poison(step: int):
        batch = real(step)
        if step == 30 and next(poisoned, False):
            batch.images.fill_(float("nan"))
        return batch

    session.images.batch = poison
    events = list(session.events())
    warned = [event for event in events if isinstance(event, Warned)]
    assert [event.topic for event in warned] == ["diverged"]
    assert events[-1].outcome == "completed"
    assert session.trainer.is_finite()
    lr = session.trainer.system.optimizers["generator"].param_groups[0]["lr"]
    assert lr == pytest.approx(TINY.generator_lr / 2)


def average_of(session: Session) -> torch.Tensor:
    return next(session.trainer.averages["generator"].parameters())


def buffer_of(session: Session) -> torch.Tensor:
    buffers = session.trainer.system.networks["generator"].named_buffers()
    return next(buffer for name, buffer in buffers if "running_var" in name)


def moment_of(session: Session) -> torch.Tensor:
    optimizer = session.trainer.system.optimizers["generator"]
    return next(iter(optimizer.state.values()))["exp_avg_sq"]


@pytest.mark.parametrize("value", [math.inf, math.nan])
@pytest.mark.parametrize("spoilt", [average_of, buffer_of, moment_of])
def test_that_invalid_numbers_that_no_loss_shows_are_seen_at_the_next_look(tmp_path: Path, spoilt, value) -> None:
    session = make_session(tmp_path / "run", TINY_CONV, steps=60, clock=FakeClock(0.05))
    session.cadence.next["checkpoint"] = 0.5
    real, once = session.images.batch, iter([True])

    def poison(step: int):
        if step == 30 and next(once, False):
            with torch.no_grad():
                spoilt(session).fill_(value)
        return real(step)

    session.images.batch = poison
    events = list(session.events())
    (warned,) = [event for event in events if isinstance(event, Warned)]
    assert warned.topic == "diverged"
    assert warned.step < 30
    assert "Step 31 gave invalid numbers" in warned.message
    assert events[-1].outcome == "completed"
    assert session.trainer.is_finite()


@pytest.mark.parametrize("spoilt", [average_of, buffer_of, moment_of])
def test_that_a_state_with_an_invalid_number_is_not_saved(tmp_path: Path, spoilt) -> None:
    session = make_session(tmp_path / "run", TINY_CONV)
    session.trainer.train(session.images.batch(0))
    with torch.no_grad():
        spoilt(session).fill_(math.inf)
    with pytest.raises(DivergedError, match="invalid numbers"):
        session.save()


def test_that_going_back_passes_over_a_checkpoint_that_cannot_be_used(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY)
    session.save()
    session.trainer.train(session.images.batch(0))
    saved = session.save()
    tensors = next((tmp_path / "run/checkpoints").glob("step-000000001-*"))
    tensors.write_bytes(tensors.read_bytes()[:-1])
    assert saved.step == 1
    session.trainer.train(session.images.batch(1))
    assert session.roll_back().step == 0


def test_that_every_going_back_halves_the_rates_once_more_and_resuming_remembers(tmp_path: Path) -> None:
    def rate(session: Session) -> float:
        return session.trainer.system.optimizers["generator"].param_groups[0]["lr"] / TINY.generator_lr

    session = make_session(tmp_path / "run", TINY)
    session.save()
    rates = []
    for saved in (False, True, False):
        session.roll_back()
        rates.append(rate(session))
        if saved:
            session.save()
    assert rates == pytest.approx([1 / 2, 1 / 4, 1 / 8])
    again = resumed(tmp_path / "run", TINY, 1)
    assert rate(again) == pytest.approx(1 / 4)
    again.roll_back()
    assert rate(again) == pytest.approx(1 / 8)


def test_that_weights_that_are_not_finite_are_never_saved(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY, steps=60, clock=FakeClock(0.05))
    session.cadence.next["checkpoint"] = 0.5
    train, poisoned = session.trainer.train, iter([30, 60])
    at = next(poisoned)

    def poison(batch):
        """Losses that look well, and an average that is lost: once at a scheduled save, and always at the last step."""
        nonlocal at
        losses = train(batch)
        if session.trainer.step == at:
            next(session.trainer.averages["generator"].parameters()).fill_(float("nan"))
            session.cadence.next["checkpoint"], at = (0.0, next(poisoned)) if at == 30 else (math.inf, at)
        return losses

    session.trainer.train = poison
    events = list(session.events())
    assert {event.topic for event in events if isinstance(event, Warned)} == {"diverged"}
    assert events[-1].outcome == "failed"
    assert "invalid numbers" in events[-1].message
    assert resumed(tmp_path / "run", TINY, 1).trainer.is_finite()


def test_that_hopeless_runs_are_given_up(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY, steps=500, clock=FakeClock(0.05))
    session.cadence.next["checkpoint"] = 0.5
    real = session.images.batch

    def poison(step: int):
        batch = real(step)
        if step >= 30:
            batch.images.fill_(float("nan"))
        return batch

    session.images.batch = poison
    events = list(session.events())
    assert kinds(events).count(Warned) == 3
    assert events[-1].outcome == "failed"
    assert "invalid numbers" in events[-1].message
    assert session.trainer.is_finite()


def test_that_a_full_disk_while_saving_is_told_and_survived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = make_session(tmp_path / "run", TINY, steps=40, clock=FakeClock(0.05))
    session.cadence.next["checkpoint"] = 0.5
    real, fails = checkpoint.save, iter([True, True])  # the reserve is given up for the second

    def full_once(*args, **kwargs):
        if next(fails, False):
            raise OSError(28, "No space left on device")
        return real(*args, **kwargs)

    monkeypatch.setattr(checkpoint, "save", full_once)
    events = list(session.events())
    (warned,) = [event for event in events if isinstance(event, Warned)]
    assert "disk is full" in warned.message
    assert events[-1].outcome == "completed"


def test_that_a_run_whose_folder_is_gone_is_saved_in_the_spare_one_and_goes_on_there(tmp_path: Path) -> None:
    straight = make_session(tmp_path / "straight", TINY, steps=30)
    list(straight.events())
    session = make_session(tmp_path / "run", TINY, steps=20)
    session.spare = tmp_path / "spare" / "run"
    events = []
    for event in session.events():
        events.append(event)
        if isinstance(event, Progress):
            shutil.rmtree(tmp_path / "run", ignore_errors=True)
    moved = next(event for event in events if isinstance(event, Warned) and event.topic == "moved")
    assert str(tmp_path / "spare" / "run") in moved.message
    assert events[-1].outcome == "completed"
    assert Run.open(tmp_path / "spare" / "run").summary().step == 20
    assert not (tmp_path / "run").exists()
    second = resumed(tmp_path / "spare" / "run", TINY, 30)
    list(second.events())
    ours, theirs = tensors(second.trainer.state()), tensors(straight.trainer.state())
    assert [key for key in theirs if not torch.equal(ours[key], theirs[key])] == []


def test_that_a_spare_folder_which_cannot_be_used_is_said_and_the_wait_goes_on(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY, steps=20)
    session.spare = tmp_path / "taken" / "run"
    (tmp_path / "taken").write_text("a file where a folder is needed")
    said = []
    for event in session.events():
        if isinstance(event, Progress):
            shutil.rmtree(tmp_path / "run", ignore_errors=True)
        if isinstance(event, Warned) and event.topic == LAST_SAVE:
            said.append(event.message)
            if len(said) == 2:
                session.move_to(tmp_path / "chosen")
    assert "taken" in said[0]
    assert str(tmp_path / "run") in said[1]
    assert checkpoint.checkpoints_in(tmp_path / "chosen" / "checkpoints")[0].step == 20


class FullDisk:
    """Wraps events.jsonl: while `full`, nothing can be flushed."""

    def __init__(self, file) -> None:
        self.file, self.full = file, False

    def __getattr__(self, name: str):
        return getattr(self.file, name)

    def flush(self) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        self.file.flush()

    def close(self) -> None:
        self.file.close()
        self.flush()


def test_that_a_full_disk_costs_samples_and_not_the_run_and_is_told_once(tmp_path: Path, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ganstudio.core.session.write_grid", full)
    session = make_session(tmp_path / "run", TINY, steps=200, clock=FakeClock(0.5))
    events = list(session.events())
    assert ["samples" in event.message for event in events if isinstance(event, Warned)] == [True]
    assert Sampled not in kinds(events)
    assert events[-1].outcome == "completed"


def test_that_events_that_cannot_be_written_end_neither_the_run_nor_the_hold_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, disks = run_files.open_to_change, []

    def opened(path: Path, **known):
        if path.name != "events.jsonl":
            return real(path, **known)
        disks.append(FullDisk(real(path, **known)))
        return disks[-1]

    monkeypatch.setattr(run_files, "open_to_change", opened)
    session = make_session(tmp_path / "run", TINY, steps=40)
    events = []
    for event in session.events():
        (disk,) = disks
        disk.full = not isinstance(event, Sampled)
        events.append(event)
    assert disk.full
    assert events[-1].outcome == "completed"
    monkeypatch.undo()
    again = Run.open(tmp_path / "run")
    assert [type(event) for event in again.events()].count(Progress)
    again.start_writing()
    again.stop_writing()


def test_that_a_team_that_is_gone_keeps_neither_the_end_nor_the_lock(tmp_path: Path) -> None:
    class Gone(Team):
        def say(self, word: int) -> int:
            raise RuntimeError("Connection closed by peer")

    session = make_session(tmp_path / "run", TINY, steps=40)
    session.trainer.team = Gone()
    *_, failed = session.events()
    assert failed.outcome == "failed"
    again = Run.open(tmp_path / "run")
    assert again.summary().outcome == "failed"
    again.start_writing()
    again.stop_writing()


def test_that_two_sessions_never_write_one_run(tmp_path: Path) -> None:
    first = make_session(tmp_path / "run", TINY, steps=50)
    events = first.events()
    next(events)
    second = make_session(tmp_path / "run", TINY, steps=50)
    (refused,) = list(second.events())
    assert refused.outcome == "failed"
    assert "in use" in refused.message
    events.close()


def test_that_samples_cost_no_more_than_their_share(tmp_path: Path) -> None:
    """On a clock where a grid takes as long as two steps: 10 % of the first seconds, 2 % of all others."""
    clock = FakeClock(0.0)
    session = make_session(tmp_path / "run", TINY, clock=clock)
    train, preview = session.trainer.train, session.trainer.preview

    def slow_train(batch):
        clock.now += 0.5
        return train(batch)

    def slow_preview():
        clock.now += 1.0
        return preview()

    session.trainer.train, session.trainer.preview = slow_train, slow_preview
    grids = 0
    for event in session.events():
        grids += isinstance(event, Sampled)
        if session.trainer.step > 900:
            session.stop()
    assert 2 < grids <= 2 + EARLY_SHARE * EARLY + 0.02 * (session.seconds - EARLY)


def test_that_a_run_keeps_snapshots_over_its_whole_life_and_goes_on_with_them(tmp_path: Path) -> None:
    clock = FakeClock(1.0)
    list(make_session(tmp_path / "run", TINY, steps=700, clock=clock).events())
    again = resumed(tmp_path / "run", TINY, 1490)
    list(again.events())
    kept = snapshots_in(tmp_path / "run")
    assert [int(snapshot.kimg) for snapshot in kept] == [*range(12)]
    assert kept[0].step == 0
    first = checkpoint.load_snapshot(kept[0])["averages"]["generator"]
    fresh = make_session(tmp_path / "fresh", TINY).trainer.averages["generator"].state_dict()
    assert all(torch.equal(first[name], fresh[name]) for name in fresh)


def test_that_a_full_disk_costs_a_snapshot_and_not_the_run(tmp_path: Path, monkeypatch) -> None:
    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(checkpoint, "save_snapshot", full)
    events = list(make_session(tmp_path / "run", TINY, steps=25).events())
    assert [event.topic for event in events if isinstance(event, Warned)] == ["disk"]
    assert isinstance(events[-1], Finished)
    assert events[-1].outcome == "completed"


# When things are due: on a clock that only work moves ----------------------------------------------------------------


def timed_session(folder: Path, *, a_step: float, budget: Budget | None = None) -> tuple[Session, FakeClock]:
    """A session whose steps learn nothing and take `a_step` seconds each, and the clock, which nothing else moves."""
    clock = FakeClock(0.0)
    session = make_session(folder, TINY, clock=clock)
    session.run.change(budget=budget or Budget())

    def count(batch: Batch) -> dict[str, torch.Tensor]:
        clock.now += a_step
        session.trainer.step += 1
        session.trainer.images += len(batch.images)
        return {"generator": torch.zeros(())}

    session.trainer.train = count
    return session, clock


def times_of(session: Session, kind: type, *, until: float) -> list[float]:
    """The seconds of training at which events of this kind came, up to `until`."""
    times = []
    for event in session.events():
        if session.seconds >= until:
            session.stop()
        elif isinstance(event, kind):
            times.append(session.seconds)
    return times


def gaps_of(times: list[float]) -> list[float]:
    return [after - before for before, after in itertools.pairwise(times)]


class SlowJudge(NoMonitor):
    """Scores that cost so many seconds each; never the best unless said."""

    def __init__(self, clock: FakeClock, cost: float, *, best: bool = False) -> None:
        self.clock, self.cost, self.best = clock, cost, best

    def score(self, trainer) -> Scored:
        self.clock.now += self.cost
        return Scored(step=trainer.step, kimg=0.0, scores={"KID": 1.0}, count=1, features="none", best=self.best)


@pytest.mark.parametrize(("cost", "pause"), [(0.25, 20.0), (1.0, 20.0), (4.0, 80.0)])
def test_that_a_score_is_followed_by_twenty_times_its_cost_and_at_least_twenty_seconds(
    tmp_path: Path, cost: float, pause: float
) -> None:
    session, clock = timed_session(tmp_path / "run", a_step=1.0)
    session.monitor = SlowJudge(clock, cost)
    times = times_of(session, Scored, until=280)
    assert times[0] == 20 + cost
    assert all(pause + cost <= gap <= pause + cost + 1 for gap in gaps_of(times))
    assert len(times) >= 4


@pytest.mark.parametrize("kind", [Saved, Scored])
def test_that_a_pause_at_a_score_is_no_cost_of_the_score(tmp_path: Path, kind: type) -> None:
    session, clock = timed_session(tmp_path / "run", a_step=1.0)
    session.monitor = SlowJudge(clock, 1.0, best=True)
    times = []
    for event in session.events():
        if isinstance(event, kind):
            clock.now += 600.0  # the person pauses here
        if isinstance(event, Scored):
            times.append(session.seconds)
        if session.seconds >= 100:
            session.stop()
    assert all(gap <= 22 for gap in gaps_of(times))
    assert len(times) >= 4


@pytest.mark.parametrize(("seconds", "scores"), [(109, 1), (161, 2)])
def test_that_a_run_that_ends_is_scored_once_more_if_half_of_the_pause_is_over(
    tmp_path: Path, seconds: float, scores: int
) -> None:
    """With scores of 5 s, the first comes at 20 s and the next would at 125 s."""
    session, clock = timed_session(tmp_path / "run", a_step=1.0, budget=Budget(minutes=seconds / 60 / 2))
    session.monitor = SlowJudge(clock, 5.0)
    assert kinds(list(session.events())).count(Scored) == scores


class FallingJudge(NoMonitor):
    """Scores that fall until a second of training, and are worse from then on."""

    def __init__(self, clock: FakeClock, until: float) -> None:
        self.clock, self.until = clock, until

    def score(self, trainer) -> Scored:
        worse = 0.5 if self.clock.now > self.until else -1.0
        return Scored(step=trainer.step, kimg=0.0, scores={"KID": 1.0}, count=1, features="none", behind=worse)


@pytest.mark.parametrize(
    ("patience", "end"),
    [
        pytest.param(3.0, 480, id="longer than three scores"),
        pytest.param(0.1, 341, id="shorter than a score: two have their say"),
    ],
)
def test_that_a_run_ends_when_its_score_has_not_improved_for_as_long_as_was_said(tmp_path, patience, end) -> None:
    """It is scored every 20 s; the last that is better comes at 300 s."""
    session, clock = timed_session(tmp_path / "run", a_step=1.0, budget=Budget(patience=patience, minutes=60))
    session.monitor = FallingJudge(clock, 301)
    *_, warned, finished = [event for event in session.events() if isinstance(event, Warned | Finished)]
    assert finished.outcome == "completed"
    assert finished.seconds == pytest.approx(end, abs=3)
    assert warned.topic == "patience"
    assert "step 300" in warned.advice


@pytest.mark.parametrize("budget", [Budget(minutes=20, patience=0.0), Budget(minutes=20, patience=21)])
def test_that_patience_ends_no_run_that_improves_or_has_none(tmp_path, budget) -> None:
    session, clock = timed_session(tmp_path / "run", a_step=1.0, budget=budget)
    session.monitor = FallingJudge(clock, 0 if not budget.patience else 1e9)
    *_, finished = session.events()
    assert finished.seconds == pytest.approx(1200, abs=3)


def test_that_a_run_without_scores_is_not_ended_by_patience(tmp_path) -> None:
    session, _ = timed_session(tmp_path / "run", a_step=1.0, budget=Budget(minutes=3, patience=1))
    *_, finished = session.events()
    assert finished.seconds == pytest.approx(180, abs=3)


def test_that_the_first_checkpoint_comes_early_and_then_one_every_two_minutes(tmp_path: Path) -> None:
    session, _ = timed_session(tmp_path / "run", a_step=1.0)
    assert times_of(session, Saved, until=400) == [15, 135, 255, 375]


def test_that_grids_come_every_second_at_first_and_more_rarely_as_the_run_grows(tmp_path: Path) -> None:
    session, _ = timed_session(tmp_path / "run", a_step=0.5)
    times = times_of(session, Sampled, until=250)
    assert set(gaps_of([time for time in times if time <= 20])) == {1.0}
    gaps = {before: after - before for before, after in itertools.pairwise(times)}
    late = {at: gap for at, gap in gaps.items() if at > 100}
    assert len(late) >= 8
    assert all(0.04 * at <= gap <= 0.04 * at + 0.5 for at, gap in late.items())


def test_that_samples_are_tried_again_half_a_minute_after_the_disk_was_full(tmp_path: Path, monkeypatch) -> None:
    session, clock = timed_session(tmp_path / "run", a_step=1.0, budget=Budget(minutes=100 / 60))
    tried = []

    def full(*_: object) -> None:
        tried.append(clock.now)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ganstudio.core.session.write_grid", full)
    list(session.events())
    assert tried == [0, 30, 60, 90, 100]  # and once at the end


def test_that_snapshots_cost_no_more_than_their_share_and_wait_for_room(tmp_path: Path, monkeypatch) -> None:
    """A thousand images are due every 125 steps of 8; one that takes 3 s is followed by 300 s without."""
    session, clock = timed_session(tmp_path / "run", a_step=0.1)
    kept, outcomes = [], iter([3.0, None, None, 3.0])

    def slow(*_: object) -> None:
        kept.append(clock.now)
        if (cost := next(outcomes, 3.0)) is None:
            raise OSError(28, "No space left on device")
        clock.now += cost

    monkeypatch.setattr(checkpoint, "save_snapshot", slow)
    times_of(session, Progress, until=400)
    assert [round(seconds) for seconds in kept] == [0, 303, 333, 363]


@pytest.mark.parametrize("budget", [Budget(steps=40), Budget(kimg=0.32), Budget(minutes=20 / 60)])
def test_that_the_time_left_is_what_the_rest_will_take_at_this_speed(tmp_path: Path, budget: Budget) -> None:
    """Forty steps of 8 images, half a second each, whichever way the budget says so."""
    session, _ = timed_session(tmp_path / "run", a_step=0.5, budget=budget)
    progress = [event for event in session.events() if isinstance(event, Progress)][1:]
    assert len(progress) == 39
    for event in progress:
        assert event.images_per_second == pytest.approx(16)
        assert event.seconds_left == pytest.approx(0.5 * (40 - event.step))
        assert event.fraction == pytest.approx(event.step / 40)


def test_that_the_speed_is_that_of_the_last_looks_and_not_of_the_whole_run() -> None:
    meter = Meter()
    slow = [meter.speed(float(second), 8 * second) for second in range(1, 101)]
    fast = [meter.speed(100 + 0.1 * look, 800 + 8 * look) for look in range(1, 61)]
    assert slow[-1] == pytest.approx(8)
    assert 8 < fast[0] < fast[24] < 80
    assert fast[-1] == pytest.approx(80)


def test_that_progress_tells_the_mean_of_each_loss_since_the_one_before(tmp_path: Path) -> None:
    session, _ = timed_session(tmp_path / "run", a_step=0.03)
    train = session.trainer.train

    def losses_of(batch):
        train(batch)
        step = float(session.trainer.step)
        return {"every": torch.tensor(step)} | ({"odd": torch.tensor(step)} if step % 2 else {})

    session.trainer.train = losses_of
    events = []
    for event in session.events():
        if isinstance(event, Progress):
            events.append(event)
        if len(events) == 3:
            session.stop()
    before, last = events[1], events[2]
    steps = range(before.step + 1, last.step + 1)
    assert len(steps) > 2
    assert last.losses["every"] == pytest.approx(sum(steps) / len(steps))
    odd = [step for step in steps if step % 2]
    assert last.losses["odd"] == pytest.approx(sum(odd) / len(odd))


def test_that_updates_left_out_are_told_and_counted_from_there_on(tmp_path: Path) -> None:
    session, _ = timed_session(tmp_path / "run", a_step=1.0, budget=Budget(steps=8))
    train = session.trainer.train

    def skip(batch):
        losses = train(batch)
        session.trainer.skipped += 2 * (session.trainer.step == 3)
        return losses

    session.trainer.train = skip
    (warned,) = [event for event in session.events() if isinstance(event, Warned)]
    assert warned.step == 3
    assert "2" in warned.message
    assert session.trainer.skipped == 0


def test_that_a_resumed_run_that_takes_no_step_writes_no_second_checkpoint(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY, steps=5)
    list(session.events())
    fresh = make_session(tmp_path / "run", TINY)
    state, _, _ = checkpoint.load_newest(fresh.run.checkpoints)
    fresh.trainer.restore(state)
    again = Session(fresh.run, fresh.trainer, fresh.images, seconds=state["seconds"], clock=FakeClock())
    assert Saved not in kinds(list(again.events()))


# The last save -----------------------------------------------------------------------------------------------------


def full_disk(monkeypatch: pytest.MonkeyPatch, times: int) -> list[int]:
    """The next saves fail for want of room; returns a list that counts them."""
    real, tried = checkpoint.save, []

    def save(*args: object, **known: object) -> object:
        tried.append(1)
        if len(tried) <= times:
            raise OSError(28, "No space left on device")
        return real(*args, **known)

    monkeypatch.setattr(checkpoint, "save", save)
    return tried


def test_that_the_last_save_waits_for_room_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = make_session(tmp_path / "run", TINY, steps=10)
    slept: list[float] = []
    monkeypatch.setattr(session, "_sleep", slept.append)
    full_disk(monkeypatch, 4)  # the reserve is given up for the second
    events = list(session.events())
    warned = [event for event in events if isinstance(event, Warned)]
    assert ["disk is full" in event.message and "kept in memory" in event.advice for event in warned] == [True] * 3
    assert slept == [2.0] * 3
    assert (kinds(events)[-2:], events[-1].outcome) == ([Saved, Finished], "completed")
    assert checkpoint.load_newest(session.run.checkpoints)[0]["step"] == 10


def test_that_a_second_wish_to_stop_gives_the_last_save_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = make_session(tmp_path / "run", TINY, steps=10)
    monkeypatch.setattr(session, "_sleep", lambda seconds: None)
    full_disk(monkeypatch, 1000)
    events = []
    for event in session.events():
        events.append(event)
        if isinstance(event, Warned):
            session.stop()
    assert len([event for event in events if isinstance(event, Warned)]) == 2
    assert (events[-1].outcome, "disk is full" in events[-1].message) == ("failed", True)


def test_that_the_last_save_is_not_waited_for_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = make_session(tmp_path / "run", TINY, steps=10)
    now = [0.0]
    monkeypatch.setattr(session, "_wall", lambda: now[0])
    monkeypatch.setattr(session, "_sleep", lambda seconds: now.__setitem__(0, now[0] + 100 * seconds))
    full_disk(monkeypatch, 1000)
    assert list(session.events())[-1].outcome == "failed"


def test_that_an_old_checkpoint_makes_room_for_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk the oldest of several is given up, but never the best and never the last whole one."""
    session = make_session(tmp_path / "run", TINY, steps=0)
    folder, state = session.run.checkpoints, session.trainer.state()
    for step in (1, 2, 3):
        checkpoint.save(folder, state | {"step": step})
    checkpoint.mark_best(folder, folder / "step-000000001.json", {"KID": 0.1})
    tried = full_disk(monkeypatch, 1)
    session.save()
    assert len(tried) == 2
    assert [entry.step for entry in checkpoint.checkpoints_in(folder)] == [3, 1, 0]
    assert checkpoint.give_up_reserve(folder)
    assert checkpoint.make_room(folder)
    assert not checkpoint.make_room(folder)
    assert [entry.step for entry in checkpoint.checkpoints_in(folder)] == [3, 1]


@pytest.mark.parametrize("name", ["checkpoints", "samples", "snapshots"])
def test_that_a_folder_that_becomes_a_link_while_training_is_not_written_through(tmp_path: Path, name: str) -> None:
    outside, moved = tmp_path / "outside", tmp_path / "moved"
    outside.mkdir()
    session = make_session(tmp_path / "run", TINY, steps=200)
    place, said = session.run.folder / name, []
    place.mkdir(exist_ok=True)
    for event in session.events():
        said.append(event)
        if isinstance(event, Started):
            place.rename(moved)
            place.symlink_to(outside, target_is_directory=True)
        if isinstance(event, Warned) and event.topic in ("disk", LAST_SAVE):
            session.stop()
            session.stop()
    assert list(outside.iterdir()) == []
    assert any(f"{name} is a link" in getattr(event, "message", "") for event in said), said


def test_that_room_for_one_save_is_held_while_training_and_given_up_on_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = make_session(tmp_path / "run", TINY, steps=20)
    reserve, sizes = session.run.checkpoints / "reserve", []
    tried = full_disk(monkeypatch, 1)
    for event in session.events():
        sizes.append(reserve.stat().st_blocks * 512 if reserve.exists() else 0)
        if isinstance(event, Started):
            assert sizes[-1] >= session.trainer.size + checkpoint.COMMIT
        if isinstance(event, Saved):
            assert len(tried) == 2
            assert sizes[-1] >= event.bytes, "it is held again once there is room"
    assert (event.outcome, sizes[-1]) == ("completed", 0)


def test_that_the_size_of_a_checkpoint_is_known_before_the_first_step(tmp_path: Path) -> None:
    for recipe in (TINY, TINY_CONV):
        session = make_session(tmp_path / recipe.name, recipe, steps=2)
        foretold = session.trainer.size
        saved = [event for event in session.events() if isinstance(event, Saved)]
        assert saved[-1].bytes == pytest.approx(foretold, rel=0.1, abs=2**13), (
            "the names of tensors take some kilobytes"
        )


def test_that_a_folder_that_is_gone_is_said_once_with_what_can_be_done(tmp_path: Path) -> None:
    """Grids, snapshots and checkpoints all fail: one sentence, until the end waits for another folder."""
    session = make_session(tmp_path / "run", TINY, steps=600, clock=FakeClock(0.5))
    warned = []
    for event in session.events():
        if isinstance(event, Progress):
            shutil.rmtree(tmp_path / "run", ignore_errors=True)
        if isinstance(event, Warned):
            warned.append((event.topic, event.message))
            if event.topic == LAST_SAVE:
                session.move_to(tmp_path / "elsewhere")
    assert [topic for topic, _ in warned] == ["disk", LAST_SAVE]
    assert f"{tmp_path / 'run'} is gone" in warned[0][1]
    assert Run.open(tmp_path / "elsewhere").summary().step == 600


def test_that_a_run_which_goes_on_elsewhere_is_saved_there_at_the_next_look(tmp_path: Path) -> None:
    session = make_session(tmp_path / "run", TINY, steps=40, clock=FakeClock(0.05))
    saved = []
    for event in session.events():
        if isinstance(event, Warned) and event.topic == "disk":
            session.move_to(tmp_path / "elsewhere")
        elif isinstance(event, Progress):
            shutil.rmtree(tmp_path / "run", ignore_errors=True)
            session.cadence.next["checkpoint"] = 0.0
        saved += [event.step] * isinstance(event, Saved)
    assert saved[0] < 40
    assert checkpoint.checkpoints_in(tmp_path / "elsewhere" / "checkpoints")[0].step == 40


def test_that_a_wait_for_room_packs_nothing_until_there_is_some_and_is_written_down_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = make_session(tmp_path / "run", TINY, steps=10)
    free = [0]
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: type(usage)(usage.total, usage.used, free[0]))
    monkeypatch.setattr(session, "_sleep", lambda seconds: free.__setitem__(0, free[0] + session.trainer.size // 4))
    tried = full_disk(monkeypatch, 1)
    events = list(session.events())
    assert [event.topic for event in events if isinstance(event, Warned)] == [LAST_SAVE] * 5
    assert "0 MB free, 1 MB needed" in next(event.message for event in events if isinstance(event, Warned))
    assert len(tried) == 2
    assert [type(event) for event in session.run.events()].count(Warned) == 1
