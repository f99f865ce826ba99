"""When a session reports, draws, scores and saves: what each may cost of the training time, and when it is due next."""

import math
import time
from collections.abc import Callable
from typing import Literal

from ganstudio.core.checkpoint import spacing

Due = Literal["progress", "samples", "score", "checkpoint", "snapshot"]

PROGRESS_EVERY = 0.1
"""Least seconds between two Progress events. Making one waits for the device, and nothing else does."""
SAMPLE_SHARE, EARLY_SHARE, EARLY = 0.02, 0.1, 30.0
"""Share of the time that sample grids may cost; that of the first seconds, in which most is to be seen; how many."""
SCORE_SHARE, SCORE_FIRST = 0.05, 20.0
"""Share of the time that quick scores may cost, and seconds until the first."""
SAVE_FIRST, SAVE_EVERY = 15.0, 120.0
"""Seconds until the first checkpoint that nobody asked for, and between the following."""
SNAPSHOT_SHARE = 0.01
"""Share of the time that snapshots may cost; where they are slow, one comes later than it should."""
RETRY = 30.0
"""Seconds until what a full disk has refused is tried again."""


class Cadence:
    """The training time of a run, which stands still in pauses, and what is due at which second of it."""

    def __init__(
        self, seconds: float = 0.0, *, snapshot_at: int = -1, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        """`seconds`: of earlier sessions. `snapshot_at`: images that had been seen at the last snapshot, -1: none."""
        self.clock = clock
        self.next: dict[Due, float] = {
            "progress": 0.0,
            "samples": 0.0,
            "score": seconds + SCORE_FIRST,
            "checkpoint": seconds + SAVE_FIRST,
            "snapshot": 0.0,
        }
        """The second of training at which each is due."""
        self._before_mark = seconds
        self._mark: float | None = None
        """What the clock showed when training went on; None while it pauses."""
        self._snapshot_at = snapshot_at
        self._score_pause = 0.0

    @property
    def seconds(self) -> float:
        """Training time so far; pauses are not counted."""
        return self._before_mark if self._mark is None else self._before_mark + self.clock() - self._mark

    def go_on(self) -> None:
        self._mark = self.clock()

    def pause(self) -> None:
        self._before_mark, self._mark = self.seconds, None

    # What is due --------------------------------------------------------------------------------------------------

    def due(self, what: Due) -> bool:
        return self.seconds >= self.next[what]

    def last_score_due(self) -> bool:
        """Whether a run that ends is scored once more: half of the pause since its last score is over."""
        return self.seconds >= self.next["score"] - 0.5 * self._score_pause

    def snapshot_due(self, images: int) -> bool:
        """Whether `images`, those seen so far, belong to another stretch than those of the last snapshot."""
        stretch = spacing(images)
        return images // stretch > self._snapshot_at // stretch and self.due("snapshot")

    # What was done ------------------------------------------------------------------------------------------------

    def progress_reported(self, seconds: float) -> None:
        """Progress was reported, as of this second of training."""
        self.next["progress"] = seconds + PROGRESS_EVERY

    def sampled(self, cost: float) -> None:
        """A grid was drawn in `cost` seconds.

        Early on much changes in seconds, later little in minutes: the pause between grids grows with the run.
        """
        share = EARLY_SHARE if self.seconds < EARLY else SAMPLE_SHARE
        self.next["samples"] = self.seconds + max(1.0, cost / share, 0.04 * self.seconds)

    def scored(self, cost: float | None) -> None:
        """A score was made in `cost` seconds; None if there will never be one."""
        self._score_pause = math.inf if cost is None else max(SCORE_FIRST, cost / SCORE_SHARE)
        self.next["score"] = self.seconds + self._score_pause

    def saved(self) -> None:
        """A checkpoint was written."""
        self.next["checkpoint"] = self.seconds + SAVE_EVERY

    def kept(self, images: int, cost: float) -> None:
        """A snapshot was written in `cost` seconds of training, at so many images."""
        self._snapshot_at = images
        self.next["snapshot"] = self.seconds + cost / SNAPSHOT_SHARE

    def refused(self, what: Due) -> None:
        """The disk was full."""
        self.next[what] = self.seconds + RETRY
