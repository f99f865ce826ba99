"""Session: Trainer + Images + Run, and the only training loop in the program."""

import dataclasses
import errno
import logging
import math
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

from ganstudio.core import checkpoint
from ganstudio.core.awake import AwakeClock
from ganstudio.core.cadence import Cadence
from ganstudio.core.device import memory_in_use
from ganstudio.core.ending import to_the_end
from ganstudio.core.events import (
    LAST_SAVE,
    Event,
    Finished,
    Progress,
    Sampled,
    Saved,
    Scored,
    Started,
    TrainingOutcome,
    Warned,
)
from ganstudio.core.files import disk_sentence
from ganstudio.core.meter import Meter, seconds_left
from ganstudio.core.monitor import Monitor, NoMonitor
from ganstudio.core.parallel import BACK, END, STEP, Team, TeamError
from ganstudio.core.patience import Patience
from ganstudio.core.pixels import to_pixels, write_grid
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Run, RunError
from ganstudio.core.snapshots import snapshots_in
from ganstudio.core.state_check import StateError
from ganstudio.core.system import Batch, count_parameters
from ganstudio.core.tensorboard import TensorBoardLog
from ganstudio.core.trainer import Trainer

log = logging.getLogger(__name__)

PATIENCE = 3
"""Roll-backs after invalid numbers before the run is given up."""
LAST_WAIT, RETRY_EVERY = 43_200.0, 2.0
"""Seconds that the last save of a run is tried for when the disk is full, and between two tries."""
GOES_ON = "Training goes on, and what it learns is kept in memory; it is tried again every half a minute."
GONE = {errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.ENODEV, errno.ENXIO}
"""A folder that was moved, deleted, or lay on a drive that is not there any more."""
NO_LOCKS = (
    "The file system of this run has no locks, so a note in run.lock says every few seconds that it is being written: "
    "train a run from one place at a time."
)
WAITING = "What was learned is kept in memory, and saved as soon as it can be. Stop once more to give it up."
UNSEEN = "unseen"
"""The Meter's name for `Trainer.unseen`: whether all state is finite that no loss shows."""
CALMER = "Lower the learning rates, or choose a steadier recipe."


class Source(Protocol):
    """Where batches come from."""

    @property
    def count(self) -> int: ...
    @property
    def channels(self) -> int: ...
    @property
    def resolution(self) -> Resolution: ...
    @property
    def classes(self) -> tuple[str, ...]: ...

    def batch(self, step: int) -> Batch:
        """A pure function of the step."""


class DivergedError(ValueError):
    """Training produced invalid numbers again and again."""


class Session:
    """One stretch of training, from its start (or resumption) to its Finished.

    `events()` trains. Pausing is not asking for the next event; `stop()` makes the loop save and end. Between two
    events, in the thread that asks for them, `save()` and `sample()` may be called.
    """

    def __init__(
        self,
        run: Run,
        trainer: Trainer,
        images: Source,
        *,
        seconds: float = 0.0,
        remarks: tuple[Warned, ...] = (),
        monitor: Monitor | None = None,
        clock: Callable[[], float] | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`seconds`: training time of earlier sessions of this run. `remarks`: told right after Started."""
        self.monitor = monitor or NoMonitor()
        self.run = run
        self.trainer = trainer
        self.images = images
        self.remarks = remarks
        self.spare: Path | None = None
        """Where the run goes if it cannot be saved at its end where it is."""
        kept = snapshots_in(run.folder)
        snapshot_at = round(1000 * kept[-1].kimg) if kept else -1
        self._awake = AwakeClock()
        self.cadence = Cadence(seconds, snapshot_at=snapshot_at, clock=clock or self._awake)
        self._patience = Patience(since=seconds)
        self._meter = Meter()
        self._stop = False
        self._stops = 0
        self._wall, self._sleep = time.monotonic, sleep
        self._board: TensorBoardLog | None = None
        self._extra_losses: dict[str, float] = {}
        self._sampled_at = -1
        self._troubles: set[str] = set()
        """What was told of writing that failed, until it is done again."""
        self._saved_at = trainer.step if seconds else -1
        self._rollbacks = 0
        self._whole_step = True
        """False while a step is taken, and after one that was not taken to its end."""
        self._whole = True
        """Whether all was finite at the last look that no loss shows."""

    # What others call ---------------------------------------------------------------------------------------------

    @property
    def stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._stop

    @property
    def title(self) -> str:
        """The device, as a person calls it."""
        return self.trainer.place.title

    def stop(self) -> None:
        """Ask the loop to save and end after the current step. May be called from any thread."""
        self._stop = True
        self._stops += 1

    def save(self) -> Saved:
        """Write a checkpoint.

        Raises:
            OSError: the disk is full or may not be written; older checkpoints are untouched.
            DivergedError: a weight is not finite; nobody could resume from that.
        """
        if not self.trainer.is_finite():
            raise DivergedError(f"Training gave invalid numbers at step {self.trainer.step}. {CALMER}")
        self.run.keep_hold()
        path, size = self._saved_in_some_room()
        self._saved_at = self.trainer.step
        self.cadence.saved()
        checkpoint.keep_reserve(self.run.checkpoints, size)
        relative = path.relative_to(self.run.folder).as_posix()
        return Saved(step=self.trainer.step, kimg=self.kimg, path=relative, bytes=size)

    def _saved_in_some_room(self) -> tuple[Path, int]:
        """A checkpoint's file and its bytes; on a full disk what can be given up makes room."""
        while True:
            try:
                return checkpoint.save(self.run.checkpoints, self._state())
            except OSError as error:
                if error.errno not in (errno.ENOSPC, errno.EDQUOT) or not checkpoint.make_room(self.run.checkpoints):
                    raise

    def move_to(self, folder: Path) -> Warned:
        """Have the run in another, new folder from now on: it is saved there at the next look."""
        before = self.run.checkpoints
        try:
            self.run.move_to(folder)
        except OSError as error:
            return self._warned(LAST_SAVE, disk_sentence(error, "saving", folder), WAITING)
        except RunError as error:
            return self._warned(LAST_SAVE, str(error), WAITING)
        checkpoint.give_up_reserve(before)
        self.cadence.next["checkpoint"] = 0.0
        self._troubles.clear()
        return self._warned("moved", f"The run is in {self.run.folder} from now on.")

    def sample(self) -> Sampled:
        """Write the grid of samples; the next scheduled one follows when this one's cost is 2 % of the time since."""
        begun = self.cadence.clock()
        preview = self.trainer.preview()
        path = self.run.folder / "samples" / f"{self.trainer.step:09d}.png"
        write_grid(path, to_pixels(preview.images), preview.columns)
        variety = self.monitor.variety(preview)
        self._extra_losses = self.monitor.extra_losses(self.trainer)
        cost = self.cadence.clock() - begun
        self._sampled_at = self.trainer.step
        self.cadence.sampled(cost)
        return Sampled(
            step=self.trainer.step,
            kimg=self.kimg,
            path=path.relative_to(self.run.folder).as_posix(),
            rows=-(-len(preview.images) // preview.columns),
            columns=preview.columns,
            labels=preview.labels,
            variety=variety,
        )

    def _state(self) -> dict[str, Any]:
        return self.trainer.state() | {"seconds": self.seconds, "classes": list(self.images.classes)}

    @property
    def seconds(self) -> float:
        """Training time so far; time spent outside, between two events, is not counted."""
        return self.cadence.seconds

    @property
    def kimg(self) -> float:
        return self.trainer.images / 1000

    # The loop -----------------------------------------------------------------------------------------------------

    def events(self) -> Iterator[Event]:
        """Train until the budget is used up or `stop` is called. The last event is always one Finished."""
        return to_the_end(self.run, lambda: self)

    def happenings(self) -> Iterator[Event]:
        """Everything but the Finished; what goes wrong is raised."""
        self.run.start_writing()
        checkpoint.keep_reserve(self.run.checkpoints, self.trainer.size)
        self._awake.start()
        self._board = TensorBoardLog(self.run.folder, self.trainer.step)
        for event in self._judged(self._training()):
            if self.run.record(event):
                self._board.log(event)
            self.cadence.pause()
            yield event
            self.cadence.go_on()

    def finish(self, outcome: TrainingOutcome, message: str) -> Finished:
        """Write down the end, and let others write to the run."""
        self.cadence.pause()
        if outcome == "failed" and self._rescued():
            message += f" What was learned up to step {self.trainer.step} is saved."
        finished = self._finished(outcome, message)
        try:
            self.run.record(finished)
            if self._board:
                self._board.log(finished)
            self.trainer.team.say(END)
        except Exception:
            log.exception("the end could not be written or told to the team")
        finally:
            self._let_go()
        return finished

    def _rescued(self) -> bool:
        """Save what a failed run has learned since it was last saved, if it failed between two steps."""
        if not self._board or not self._whole_step or self.trainer.step <= max(0, self._saved_at):
            return False
        try:
            self.run.record(self.save())
        except Exception:
            log.exception("what was learned could not be saved at the end")
            return False
        return True

    def follow(self) -> None:
        """Train as the first process of the team says, without keeping anything: what all the others do."""
        while (word := self.trainer.team.hear()) != END:
            if word == BACK:
                self._go_back()
            else:
                self.trainer.train(self.images.batch(self.trainer.step))

    def _judged(self, events: Iterator[Event]) -> Iterator[Event]:
        """Every event, each followed by the monitor's warnings about it."""
        for event in events:
            yield event
            yield from self.monitor.hear(event)

    def _training(self) -> Iterator[Event]:
        self.cadence.go_on()
        yield self._started()
        yield from self.remarks
        if self.run.without_locks:
            yield self._warned("locks", NO_LOCKS)
        yield from self._sample_or_warn()
        yield from self._keep_snapshot()
        while not self._stop and not self._done():
            parts = self.trainer.system.parts
            try:
                self.trainer.team.say(STEP)
                batch = self.images.batch(self.trainer.step)
                self._whole_step = False
                self._meter.add(self.trainer.train(batch))
                self._whole_step = True
            except TeamError as error:
                yield from self._left_alone(error)
            if self.trainer.system.parts > parts:
                yield self._split()
            if self.cadence.due("progress"):
                yield from self._look()
        yield from self._last_words()

    def _look(self) -> Iterator[Event]:
        """Read the device: report, and do what is due."""
        progress = self._progress()
        if not self._whole or not all(map(math.isfinite, progress.losses.values())):
            yield self.roll_back()
            return
        yield progress
        if self.trainer.skipped:
            yield self._skipped()
        if self.cadence.due("samples"):
            yield from self._sample_or_warn()
        yield from self._keep_snapshot()
        if self.cadence.due("score"):
            yield from self._score()
        if self.cadence.due("checkpoint"):
            yield from self._save_or_warn()

    def _last_words(self) -> Iterator[Event]:
        if self._meter:
            yield self._progress()
        if self._patience.over(self.seconds, self.run.settings.budget.patience):
            yield self._out_of_patience()
        if self._done() and self.cadence.last_score_due():
            yield from self._score()
        if self._sampled_at != self.trainer.step:
            yield from self._sample_or_warn()
        if self._saved_at != self.trainer.step:
            yield from self._save_at_last()

    def _save_at_last(self) -> Iterator[Event]:
        """The last save of a run: tried again for a while when the disk is full or the folder is gone.

        What was learned stays in memory meanwhile, and wishes are obeyed: to stop once more gives up.

        Raises:
            OSError: it could not be saved for `LAST_WAIT` seconds, or the person has given up.
        """
        begun = self._wall()
        trouble: OSError | None = None
        while True:
            try:
                if trouble is None or self._looks_better(trouble):
                    yield self.save()
                    return
            except OSError as error:
                trouble = error
            assert trouble
            if self._stops > 1 or self._wall() - begun > LAST_WAIT:
                raise trouble
            if self.spare:
                spare, self.spare, trouble = self.spare, None, None
                yield self.move_to(spare)
                continue
            sentence = disk_sentence(trouble, "saving", self.run.folder, self.trainer.size)
            yield self._warned(LAST_SAVE, sentence, WAITING)
            self._sleep(RETRY_EVERY)

    def _looks_better(self, trouble: OSError) -> bool:
        """Whether a save that failed is worth trying again: packing all that was learned takes a while."""
        try:
            free = shutil.disk_usage(self.run.checkpoints).free
        except OSError:
            return trouble.errno not in GONE
        return trouble.errno != errno.ENOSPC or free > self.trainer.size

    def _left_alone(self, error: TeamError) -> Iterator[Event]:
        """A process of the team is gone: save what was learned. The weights are whole, even if the last step is not."""
        self.trainer.team = Team()
        yield from self._save_at_last()
        raise TeamError(f"{error} What was learned up to step {self.trainer.step} is saved: resume to go on.")

    def _score(self) -> Iterator[Event]:
        """A quick score; the best so far is saved and marked. The next follows when its cost is 5 % of the time."""
        begun = self.seconds
        scored = self.monitor.score(self.trainer)
        if scored and scored.best:
            for saved in self._save_or_warn():
                if isinstance(saved, Saved):
                    yield from self._mark_best(saved, scored)
                yield saved
        if scored:
            self._patience.hear(scored, self.seconds)
            yield scored
        self.cadence.scored(self.seconds - begun if scored else None)

    def _mark_best(self, saved: Saved, scored: Scored) -> Iterator[Warned]:
        try:
            checkpoint.mark_best(self.run.checkpoints, self.run.folder / saved.path, dataclasses.asdict(scored))
        except OSError as error:
            yield from self._trouble(error, "marking the best checkpoint")

    def _keep_snapshot(self) -> Iterator[Warned]:
        """A snapshot for each stretch of images (see `checkpoint.spacing`); a word only when the disk is full."""
        images = self.trainer.images
        if not self.cadence.snapshot_due(images):
            return
        begun = self.seconds
        try:
            checkpoint.save_snapshot(self.run.folder, self._state())
        except OSError as error:
            self.cadence.refused("snapshot")
            yield from self._trouble(error, "keeping a snapshot")
            return
        self._troubles -= {"keeping a snapshot"}
        self.cadence.kept(images, self.seconds - begun)

    def _done(self) -> bool:
        budget = self.run.settings.budget
        fraction = budget.fraction(self.trainer.step, self.kimg, self.seconds)
        return (fraction is not None and fraction >= 1.0) or self._patience.over(self.seconds, budget.patience)

    # What it says -------------------------------------------------------------------------------------------------

    def _started(self) -> Started:
        settings, trainer = self.run.settings, self.trainer
        return Started(
            run=self.run.name,
            recipe=settings.recipe,
            device=trainer.place.title,
            precision=trainer.place.precision,
            images=self.images.count,
            resolution=self.images.resolution,
            channels=self.images.channels,
            batch=settings.batch,
            step=trainer.step,
            kimg=self.kimg,
            parameters={name: count_parameters(network) for name, network in trainer.system.networks.items()},
            classes=self.images.classes,
            reason=settings.reason,
        )

    def _progress(self) -> Progress:
        budget, trainer = self.run.settings.budget, self.trainer
        self._meter.add({UNSEEN: trainer.unseen()})  # read with the losses: the device is waited for once
        losses = self._meter.means()
        self._whole = math.isfinite(losses.pop(UNSEEN))
        losses |= self._extra_losses
        self._extra_losses = {}
        seconds = self.seconds
        self.cadence.progress_reported(seconds)
        speed = self._meter.speed(seconds, trainer.images)
        in_use, total = memory_in_use(trainer.place.device)
        return Progress(
            step=trainer.step,
            kimg=self.kimg,
            seconds=seconds,
            images_per_second=speed,
            losses=losses,
            fraction=budget.fraction(trainer.step, self.kimg, seconds),
            seconds_left=seconds_left(budget, trainer.step, trainer.images, seconds, speed),
            memory_bytes=in_use,
            memory_total_bytes=total,
        )

    def _finished(self, outcome: TrainingOutcome, message: str) -> Finished:
        return Finished(outcome=outcome, step=self.trainer.step, kimg=self.kimg, seconds=self.seconds, message=message)

    def _warned(self, topic: str, message: str, advice: str = "") -> Warned:
        return Warned(step=self.trainer.step, topic=topic, message=message, advice=advice)

    def _out_of_patience(self) -> Warned:
        minutes, best = self.run.settings.budget.patience, self._patience.best_step or 0
        message = f"The score has not improved for {minutes:g} minutes of training, so the run ends here."
        return self._warned("patience", message, f"Its best is of step {best:,}. Gone on with, it gets as long again.")

    def _split(self) -> Warned:
        parts, batch = self.trainer.system.parts, self.run.settings.batch
        message = (
            f"{self.title} has not enough memory for {batch} images at once: from now on each step learns from them "
            f"in {parts} parts of {batch // parts}, which takes longer."
        )
        advice = "Whatever looks at a batch as a whole, such as BatchNorm, sees one part. A smaller batch is faster."
        return self._warned("memory", message, advice)

    # When things go wrong -----------------------------------------------------------------------------------------

    def _skipped(self) -> Warned:
        count, self.trainer.skipped = self.trainer.skipped, 0
        return self._warned("skipped", f"{count} update(s) gave invalid numbers and were left out.")

    def _save_or_warn(self) -> Iterator[Event]:
        """A checkpoint, or a word about why there is none, when it is a new one."""
        try:
            saved = self.save()
        except DivergedError:
            yield self.roll_back()
        except OSError as error:
            self.cadence.refused("checkpoint")
            yield from self._trouble(error, "saving")
        else:
            self._troubles -= {"saving", "gone"}
            yield saved

    def _sample_or_warn(self) -> Iterator[Event]:
        """A grid, or a word when the first of several cannot be written."""
        try:
            sampled = self.sample()
        except OSError as error:
            self.cadence.refused("samples")
            yield from self._trouble(error, "writing samples")
            return
        self._troubles -= {"writing samples"}
        yield sampled

    def _trouble(self, error: OSError, doing: str) -> Iterator[Warned]:
        """A word about what cannot be written: the first time, and once for everything if the folder is gone."""
        topic = "gone" if error.errno in GONE else doing
        if topic not in self._troubles:
            self._troubles.add(topic)
            yield self._warned("disk", disk_sentence(error, doing, self.run.folder), GOES_ON)

    def roll_back(self) -> Warned:
        """Go back to the last checkpoint with half the learning rate.

        Raises:
            DivergedError: there is no checkpoint, or it has happened too often.
        """
        self._rollbacks += 1
        at = self.trainer.step
        if self._rollbacks > PATIENCE:
            raise DivergedError(f"Training gave invalid numbers {self._rollbacks} times, last at step {at}. {CALMER}")
        self.trainer.team.say(BACK)
        try:
            self._go_back()
        except StateError:
            message = f"Training gave invalid numbers at step {at}, before the first checkpoint. {CALMER}"
            raise DivergedError(message) from None
        message = f"Step {at} gave invalid numbers: back to step {self.trainer.step}, with half the learning rate."
        return self._warned("diverged", message, CALMER)

    def _go_back(self) -> None:
        """To the newest checkpoint that can be used; a damaged one, or one with invalid numbers, is passed over."""
        for saved in checkpoint.checkpoints_in(self.run.checkpoints):
            try:
                self.trainer.go_back_to(checkpoint.load(saved))
                return
            except (checkpoint.CheckpointError, StateError):
                log.warning("%s cannot be gone back to", saved.name, exc_info=True)
        raise StateError("there is no checkpoint that can be used")

    def leave(self) -> None:
        """Nobody listens any more: keep what was learned, and let others write to the run."""
        self.trainer.team.say(END)
        try:
            self.run.record(self.save())
            self.run.record(self._finished("stopped", ""))
        except (OSError, DivergedError):
            log.exception("the run could not be saved while its listener left")
        finally:
            self._let_go()

    def _let_go(self) -> None:
        checkpoint.give_up_reserve(self.run.checkpoints)
        self._awake.stop()
        self.run.stop_writing()
        if self._board:
            self._board.close()
