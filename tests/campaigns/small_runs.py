"""Five runs that train within a second, and children that train them: forked, so that torch is loaded once."""

import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from ganstudio.core.checkpoint import load_newest
from ganstudio.core.events import Progress, Warned
from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.session import Session
from ganstudio.core.settings import values_of
from ganstudio.models.gallery import by_name
from ganstudio.workflows.open_run import open_session
from tests.core.fakes import FakeClock

Result = tuple[Counter[str], Counter[str]]
"""What a campaign did, and what was wrong: each by its name."""
STEPS = 24
SAY_EVERY = 60.0
"""Seconds between two words about how far a campaign is."""
SMALL: Mapping[str, Mapping[str, object]] = {
    "linear": {"resolution": 8, "batch": 8, "latent": 8, "generator_widths": "16,16", "discriminator_widths": "16"},
    "dcgan": {"resolution": 16, "batch": 8, "latent": 8, "width": 8},
    "cyclegan": {"resolution": 16, "batch": 1, "width": 4, "blocks": 1, "pool": 4},
    "stylegan2": {"resolution": 16, "batch": 4, "latent": 8, "style_size": 8, "channel_base": 128},
    "cgan": {"resolution": 16, "batch": 6, "latent": 8, "width": 8},
}
"""Settings of each recipe: one of each kind of state (pools of old pictures, path lengths, classes)."""


@dataclass(frozen=True)
class Pictures:
    """Where the pictures of the runs are, in two classes; a second folder for translations."""

    first: Path
    second: Path

    @classmethod
    def drawn(cls, folder: Path) -> "Pictures":
        """Noise, and a cache of its own for what is prepared of it."""
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        made = cls(folder / "first", folder / "second")
        for number, side in enumerate((made.first, made.second)):
            for index in range(24):
                inner = side / ("round", "square")[index % 2]
                inner.mkdir(parents=True, exist_ok=True)
                noise = np.random.default_rng([number, index]).integers(0, 256, (16, 16, 3), dtype=np.uint8)
                Image.fromarray(noise).save(inner / f"{index}.png")
        return made

    def new_run(self, folder: Path, name: str, steps: int = STEPS) -> Run:
        recipe = by_name(name)(**SMALL[name])
        sides = ((str(self.first),), (str(self.second),))[: recipe.sides]
        settings = RunSettings(
            recipe=name, sides=sides, values=values_of(recipe), budget=Budget(steps=steps), device="cpu", seed=3,
            preparation=Preparation(labels=name == "cgan", held_out=0.0),
        )  # fmt: skip
        return Run.create(folder, settings)


def busy_session(folder: Path) -> Session:
    """The session of a run in which saving, drawing and telling take most of the time, so that faults meet them."""
    session = open_session(Run.open(folder))
    session.cadence.clock = FakeClock(0.02)
    return session


def train(folder: Path) -> None:
    """Train a run to its end, with a checkpoint at each look."""
    session = busy_session(folder)
    for event in session.events():
        if isinstance(event, Progress):
            session.save()


def say_now_and_then(done: Counter[str]) -> None:
    """What a campaign of hours has done so far, once a minute at most, on stderr."""
    if time.monotonic() - _said[0] > SAY_EVERY:
        _said[0] = time.monotonic()
        print(dict(done), file=sys.stderr, flush=True)


_said = [time.monotonic()]


def in_child(work: Callable[[], object]) -> int:
    """Do something in a forked process; returns its number. It ends with status 0, or 3 after a traceback."""
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        return child
    status = 3
    try:
        torch.set_num_threads(1)
        work()
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is, the child must not go on as the parent
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def status_of(child: int) -> int:
    """Wait for a child: its exit status, or the negative number of the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def fingerprint(folder: Path) -> dict[str, torch.Tensor]:
    """Every tensor of the newest checkpoint, and the step."""
    state, _, _ = load_newest(folder / "checkpoints")
    tensors = {"step": torch.tensor(state["step"])}
    waiting: list[tuple[str, object]] = [
        ("", {name: state[name] for name in ("networks", "averages", "optimizers", "system")})
    ]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, torch.Tensor):
            tensors[name] = value
        elif isinstance(value, Mapping | list):
            items = value.items() if isinstance(value, Mapping) else enumerate(value)
            waiting += [(f"{name}/{key}", inner) for key, inner in items]
    return tensors


def differing(ours: Mapping[str, torch.Tensor], theirs: Mapping[str, torch.Tensor]) -> list[str]:
    """Names of the tensors that are not bit for bit the same."""
    return [
        name
        for name in ours | theirs
        if name not in ours or name not in theirs or not torch.equal(ours[name], theirs[name])
    ]


def sentences(run: Run) -> list[str]:
    """What a run has said to the person."""
    return [event.message for event in run.events() if isinstance(event, Warned) or type(event).__name__ == "Finished"]
