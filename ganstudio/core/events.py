"""What a run says about itself: a closed union of facts, named in the past tense.

Training yields these; the command line prints them, `--json` writes them as lines, the window matches on them and
TensorBoard logs them. They hold numbers, texts and paths relative to the run's folder, never tensors. Every run ends
in exactly one `Finished`.
"""

import dataclasses
import json
import math
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, TypeAlias

from ganstudio.core.resolution import PATTERN
from ganstudio.core.schema import LARGEST, Inside, Matches, NullIsNan, Range, SchemaError, build, parse

LAST_SAVE = "last save"
"""The topic of what is told while a run cannot be saved at its end."""
TrainingOutcome = Literal["completed", "stopped", "failed"]
Count = Annotated[int, Range(0, LARGEST)]
Amount = Annotated[float, Range(0, 1e15)]
"""Of images, seconds: what never falls below 0."""
Tiles = Annotated[int, Range(1, 1024)]
Numbers = dict[str, Annotated[float, NullIsNan()]]
SamplePath = Annotated[str, Inside("samples")]
Sides = Annotated[str, Matches(PATTERN)]
"""Width and height of pictures that are no squares, such as '96x64'."""
CheckpointPath = Annotated[str, Inside("checkpoints")]
"""Relative to the run's folder."""


@dataclass(frozen=True, kw_only=True)
class Started:
    """Training is about to take its first step (or its first after resuming at `step`)."""

    run: str
    recipe: str
    device: str
    precision: str
    images: Count
    resolution: Count | Sides
    channels: Count
    batch: Count
    step: Count
    kimg: Amount
    parameters: dict[str, Count] = field(default_factory=dict)
    """Trainable parameters of each network."""
    classes: tuple[str, ...] = ()
    reason: str = ""
    """Why the program chose this recipe; '' where a person did."""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """The state of things after `step` steps; losses are means since the previous Progress."""

    step: Count
    kimg: Amount
    seconds: Amount
    """Seconds spent training so far, pauses not counted, earlier sessions of the run counted."""
    images_per_second: Amount
    losses: Numbers
    fraction: Amount | None = None
    """Share of the budget that is done, 0 to 1; None without a budget."""
    seconds_left: Amount | None = None
    memory_bytes: Count | None = None
    """Memory the training holds: on the GPU when it runs there, else of the process."""
    memory_total_bytes: Count | None = None


@dataclass(frozen=True, kw_only=True)
class Sampled:
    """A grid of samples from fixed latents was written, `rows` x `columns` tiles without gaps."""

    step: Count
    kimg: Amount
    path: SamplePath
    rows: Tiles
    columns: Tiles
    labels: tuple[str, ...] = ()
    """What each column (translation) or row (classes) shows, if there is something to say."""
    variety: float | None = None
    """How varied the tiles are: 1 as much as the training images, 0 all the same; None where that makes no sense."""


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A checkpoint was written, flushed and can be read back."""

    step: Count
    kimg: Amount
    path: CheckpointPath
    bytes: Count


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A measurement of quality: each score with the number of images and the features it rests on."""

    step: Count
    kimg: Amount
    scores: Numbers
    count: Count
    features: str
    level: float = 0.0
    """How far networks that grow have grown; scores of different levels do not compare."""
    best: bool = False
    """Whether this is the moment to take: none before is better by more than chance explains."""
    behind: float = 0.0
    """By how many standard errors it is worse than the lowest score before; 0 or less where it is not."""
    spoilt: float = 0.0
    """The same score of the training images, blurred until little is left; 0 where that was not measured."""


@dataclass(frozen=True, kw_only=True)
class Warned:
    """Something the person should know; training goes on."""

    step: Count
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
    step: Count
    kimg: Amount
    seconds: Amount
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
        SchemaError (a ValueError): the line is not an event, or a field it needs is missing or of another kind.
    """
    try:
        fields = parse(line)
        word = fields.pop("event", None) if isinstance(fields, dict) else None
        if word not in _KINDS:
            raise SchemaError("it names none")
        event: Event = build(_KINDS[word], fields, strangers=True)
    except (SchemaError, TypeError) as error:
        raise SchemaError(f"not an event ({error}): {line[:80]!r}") from None
    return event


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(inner) for inner in value]
    return value
