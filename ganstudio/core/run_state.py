"""RunState: what a run is doing and how far it has come, folded from its events, who drives it, and the disk.

Everything that speaks of a run's state reads this: its page, the strip below the window, the verdict, the scrubber, the
gallery. None of them keeps a state of its own, so that they never contradict each other.
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ganstudio.core.events import Event, Finished, Progress, Sampled, Saved, Scored, Started

Phase = Literal[
    "waiting", "preparing", "live", "paused", "stopping",
    "stopped", "finished", "failed", "interrupted", "elsewhere", "gone",
]  # fmt: skip
"""waiting: not begun; interrupted: ended without a Finished (a crash); elsewhere: another process trains it."""

ENDED = frozenset({"stopped", "finished", "failed", "interrupted", "gone"})
"""Nothing more happens in the run unless a person continues it."""
_OF_OUTCOME: dict[str, Phase] = {"completed": "finished", "stopped": "stopped", "failed": "failed"}
_OF_DRIVER: dict[str, Phase] = {
    "preparing": "preparing", "running": "live", "paused": "paused", "stopping": "stopping",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class RunState:
    """A value; `hear` and `driven_by` give the next one."""

    driver: str = "idle"
    """What this program's runner does with the run: one of its states, 'idle' for one that is only looked at."""
    on_disk: bool = True
    """Whether its folder is there."""
    in_use: bool = False
    """Whether another process writes to it."""
    outcome: str = ""
    """Of the last Finished; '' where it has begun again since, or never ended."""
    message: str = ""
    """Of the last Finished."""
    begun: bool = False
    images: int = 0
    """Training images."""
    step: int = 0
    kimg: float = 0.0
    seconds: float = 0.0
    last_sample: str = ""
    """Path inside the run's folder; '' when there is no grid."""
    scored: bool = False

    @property
    def phase(self) -> Phase:
        if self.driver != "idle":
            return _OF_OUTCOME.get(self.outcome) or _OF_DRIVER[self.driver]
        if not self.on_disk:
            return "gone"
        if self.in_use and not self.outcome:
            return "elsewhere"
        return _OF_OUTCOME.get(self.outcome) or ("interrupted" if self.begun else "waiting")

    @property
    def ended(self) -> bool:
        return self.phase in ENDED

    def hear(self, event: Event) -> "RunState":
        """After one more event."""
        match event:
            case Started(images=images):
                return dataclasses.replace(self, begun=True, images=images, outcome="", message="")
            case Progress(step=step, kimg=kimg, seconds=seconds):
                return dataclasses.replace(self, step=step, kimg=kimg, seconds=seconds)
            case Saved(step=step, kimg=kimg):
                return dataclasses.replace(self, step=step, kimg=kimg)
            case Sampled(path=path):
                return dataclasses.replace(self, last_sample=path)
            case Scored():
                return dataclasses.replace(self, scored=True)
            case Finished(outcome=outcome, step=step, kimg=kimg, seconds=seconds, message=message):
                return dataclasses.replace(
                    self, outcome=outcome, step=step, kimg=kimg, seconds=seconds, message=message
                )
            case _:
                return self

    def hear_all(self, events: Iterable[Event]) -> "RunState":
        state = self
        for event in events:
            state = state.hear(event)
        return state

    def driven_by(self, driver: str) -> "RunState":
        """After the runner told a state. One that prepares goes on with a run that may have ended before."""
        if driver == "preparing":
            return dataclasses.replace(self, driver=driver, outcome="", message="")
        return dataclasses.replace(self, driver=driver)

    def seen(self, *, on_disk: bool, in_use: bool) -> "RunState":
        """After a look at the disk."""
        return dataclasses.replace(self, on_disk=on_disk, in_use=in_use)
