"""What a run says about itself: a closed union of facts, named in the past tense.

Training yields these; the command line prints them, `--json` writes them as lines, the window matches on them and
TensorBoard logs them. They hold numbers, texts and paths relative to the run's folder, never tensors. Every run ends
in exactly one `Finished`.
"""

import dataclasses
import json
import math
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

TrainingOutcome = Literal["completed", "stopped", "failed"]


@dataclass(frozen=True, kw_only=True)
class Started:
    """Training is about to take its first step (or its first after resuming at `step`)."""

    run: str
    recipe: str
    device: str
    precision: str
    images: int
    resolution: int
    channels: int
    batch: int
    step: int
    kimg: float
    parameters: dict[str, int] = field(default_factory=dict)
    """Trainable parameters of each network."""
    classes: tuple[str, ...] = ()
    reason: str = ""
    """Why the program chose this recipe; '' where a person did."""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """The state of things after `step` steps; losses are means since the previous Progress."""

    step: int
    kimg: float
    seconds: float
    """Seconds spent training so far, pauses not counted, earlier sessions of the run counted."""
    images_per_second: float
    losses: dict[str, float]
    fraction: float | None = None
    """Share of the budget that is done, 0 to 1; None without a budget."""
    seconds_left: float | None = None
    memory_bytes: int | None = None
    """Memory the training holds: on the GPU when it runs there, else of the process."""
    memory_total_bytes: int | None = None


@dataclass(frozen=True, kw_only=True)
class Sampled:
    """A grid of samples from fixed latents was written, `rows` x `columns` tiles without gaps."""

    step: int
    kimg: float
    path: str
    rows: int
    columns: int
    labels: tuple[str, ...] = ()
    """What each column (translation) or row (classes) shows, if there is something to say."""
    variety: float | None = None
    """How varied the tiles are: 1 as much as the training images, 0 all the same; None where that makes no sense."""


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A checkpoint was written, flushed and can be read back."""

    step: int
    kimg: float
    path: str
    bytes: int


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A measurement of quality: each score with the number of images and the features it rests on."""

    step: int
    kimg: float
    scores: dict[str, float]
    count: int
    features: str
    level: float = 0.0
    """How far networks that grow have grown; scores of different levels do not compare."""
    best: bool = False


@dataclass(frozen=True, kw_only=True)
class Warned:
    """Something the person should know; training goes on."""

    step: int
    topic: str
    message: str
    """One sentence: what was seen and what it means."""
    advice: str = ""
    """What can be done about it."""
    remedy: dict[str, Any] = field(default_factory=dict)
    """Settings that would answer it, ready for a branch of the run; empty when there is no such button."""


@dataclass(frozen=True, kw_only=True)
class Finished:
    """The last event of every run."""

    outcome: TrainingOutcome
    step: int
    kimg: float
    seconds: float
    message: str = ""
    """Empty when all went well, else one sentence."""


Event: TypeAlias = Started | Progress | Sampled | Saved | Scored | Warned | Finished

_KINDS: dict[str, type[Any]] = {
    kind.__name__.lower(): kind for kind in (Started, Progress, Sampled, Saved, Scored, Warned, Finished)
}


def to_json(event: Event) -> str:
    """One line of JSON without the newline. Numbers that are not finite become null: JSON has no word for them."""
    fields = {"event": type(event).__name__.lower()} | dataclasses.asdict(event)
    return json.dumps(_finite(fields), ensure_ascii=False, separators=(",", ":"))


def from_json(line: str | bytes) -> Event:
    """The event written on `line`. Fields this version does not know are passed over.

    Raises:
        ValueError: the line is not an event, or a field it needs is missing.
    """
    try:
        fields = json.loads(line)
        kind = _KINDS[fields.pop("event")]
    except (json.JSONDecodeError, UnicodeDecodeError, KeyError, AttributeError, TypeError, RecursionError) as error:
        raise ValueError(f"not an event: {line[:80]!r}") from error
    known = {one.name: one for one in dataclasses.fields(kind)}
    values = {name: _revived(name, value) for name, value in fields.items() if name in known}
    try:
        event: Event = kind(**values)
    except TypeError as error:
        raise ValueError(f"an event with a field missing: {line[:80]!r}") from error
    return event


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(one) for one in value]
    return value


def _revived(name: str, value: Any) -> Any:
    """Tuples come back as tuples, and a null among losses or scores as the nan it was."""
    if isinstance(value, list):
        return tuple(value)
    if name in {"losses", "scores"} and isinstance(value, dict):
        return {key: math.nan if one is None else one for key, one in value.items()}
    return value
