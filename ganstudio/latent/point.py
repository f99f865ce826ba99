"""Point: what one picture of the explorer is made from, in words that can be written down.

Everything the explorer shows is a Point: seeds and shares between them rather than long rows of numbers, so that a
Point fits into a picture's metadata and going back is taking an earlier one. No torch here; `resolve` turns a Point
into latents.
"""

import dataclasses
import math
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Mode = Literal["slerp", "lerp", "w"]
"""Great circle or line in z; line in w (after the mapping network) where there is one."""
MODES: tuple[Mode, ...] = ("slerp", "lerp", "w")
DEEPEST = 12
"""Most steps from a latent down to its seeds; beyond that `resolve.condensed` makes numbers of it."""
LAST_SEED = 2**32 - 1
_LONGEST = 65_536


class PointError(ValueError):
    """A description that is no Point; the text is a sentence."""


@dataclass(frozen=True)
class Seed:
    """The latent that a seed gives."""

    seed: int


@dataclass(frozen=True)
class Numbers:
    """A latent by its own numbers: in z, or in w the same for every layer."""

    values: tuple[float, ...]
    space: Literal["z", "w"] = "z"


@dataclass(frozen=True)
class Between:
    """The latent a share of the way from one to another; shares below 0 and above 1 lie beyond them."""

    first: "Latent"
    second: "Latent"
    share: float
    mode: Mode = "slerp"


Latent: TypeAlias = Seed | Numbers | Between


@dataclass(frozen=True)
class Push:
    """A move along one of the run's directions, in standard deviations of its latents."""

    direction: str
    strength: float


@dataclass(frozen=True)
class Mix:
    """Layers of a style-based generator that take another latent's style."""

    latent: Latent
    layers: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Point:
    """One picture. The defaults change nothing: Point(latent=Seed(7)) is what `generate --seed 7` makes."""

    latent: Latent = Seed(0)
    classes: tuple[tuple[str, float], ...] = ()
    """Names and weights, which add up to 1; empty for the first class, or for a generator without classes."""
    psi: float = 1.0
    """Truncation (Karras et al. 2019): w' = mean + psi (w - mean), or z'. 0 is the mean picture, 1 is no truncation."""
    cutoff: int = 0
    """Truncation ends before this layer (style-based generators); 0 truncates all."""
    mix: Mix | None = None
    noise: int | None = None
    """Seed of the noise inputs (style-based): None for the trained constants, -1 for none."""
    pushes: tuple[Push, ...] = ()
    checkpoint: str = ""
    """'' for the best or else the newest, 'latest', 'live' for the generator in training, else a checkpoint's name."""

    def with_push(self, direction: str, strength: float) -> "Point":
        """A copy moved to `strength` along a direction; a strength of 0 is exactly no move."""
        kept = tuple(push for push in self.pushes if push.direction != direction)
        return dataclasses.replace(self, pushes=(*kept, Push(direction, strength)) if strength else kept)

    def strength(self, direction: str) -> float:
        return next((push.strength for push in self.pushes if push.direction == direction), 0.0)


def between(first: Latent, second: Latent, share: float, mode: Mode = "slerp") -> Latent:
    """The latent in between; at its ends exactly the one or the other."""
    if first == second or share == 0.0:
        return first
    return second if share == 1.0 else Between(first, second, share, mode)


def on_plane(corners: "Corners", x: float, y: float, mode: Mode = "slerp") -> Latent:
    """A point of the plane through four latents: (0, 0) is the first, (1, 0) the second, (0, 1) the third."""
    a, b, c, d = corners
    return between(between(a, b, x, mode), between(c, d, x, mode), y, mode)


Corners: TypeAlias = tuple[Latent, Latent, Latent, Latent]
"""Of the cell between (0, 0) and (1, 1), in the order of `on_plane`."""


def on_map(corners: Corners, x: float, y: float, mode: Mode = "slerp") -> Latent:
    """A point of an endless map: whole numbers are latents of their own, and between four of them lies their plane.

    Two neighbouring cells agree along the edge between them, which depends on its two ends alone.
    """
    column, line = math.floor(x), math.floor(y)
    first = {(0, 0): corners[0], (1, 0): corners[1], (0, 1): corners[2], (1, 1): corners[3]}
    places = [(column + across, line + down) for down in (0, 1) for across in (0, 1)]
    a, b, c, d = (first.get(place) or knot(corners[0], *place) for place in places)
    return on_plane((a, b, c, d), x - column, y - line, mode)


def knot(origin: Latent, column: int, line: int) -> Seed:
    """What lies at a whole place of the map that begins at `origin`, unless a corner of its own does."""
    return Seed(zlib.crc32(f"{nearest_seed(origin)} {column} {line}".encode()) % 100_000)


def variation(around: Latent, seed: int, amount: float) -> Latent:
    """A latent near another: a share `amount` of the way to that of `seed`."""
    return between(around, Seed(seed), amount)


def blend(first: Point, second: Point, share: float, mode: Mode = "slerp") -> Point:
    """The Point in between, everything that has numbers moving evenly; mixing and noise change halfway."""
    if share == 0.0 or first == second:
        return first
    if share == 1.0:
        return second
    nearer = first if share < 0.5 else second
    weights = _mixed(dict(first.classes), dict(second.classes), share)
    pushes = _mixed({p.direction: p.strength for p in first.pushes}, {p.direction: p.strength for p in second.pushes},
                    share)  # fmt: skip
    return Point(
        latent=between(first.latent, second.latent, share, mode),
        classes=tuple(weights.items()) if first.classes and second.classes else nearer.classes,
        psi=first.psi + share * (second.psi - first.psi),
        cutoff=nearer.cutoff,
        mix=nearer.mix,
        noise=nearer.noise,
        pushes=tuple(Push(name, strength) for name, strength in pushes.items()),
        checkpoint=nearer.checkpoint,
    )


def _mixed(first: dict[str, float], second: dict[str, float], share: float) -> dict[str, float]:
    names = list(dict.fromkeys([*first, *second]))
    mixed = {name: (1 - share) * first.get(name, 0.0) + share * second.get(name, 0.0) for name in names}
    return {name: number for name, number in mixed.items() if number}


def depth(latent: Latent) -> int:
    """How deeply a latent is nested: 0 for a seed or for numbers."""
    if isinstance(latent, Between):
        return 1 + max(depth(latent.first), depth(latent.second))
    return 0


def words(latent: Latent) -> str:
    """A latent in a few words for a person: 'seed 42', '42 to 77, 30 %'."""
    match latent:
        case Seed(seed=seed):
            return f"seed {seed}"
        case Numbers(space=space):
            return f"found {space}"
        case Between(first=Seed(seed=a), second=Seed(seed=b), share=share):
            return f"{a} to {b}, {100 * share:.0f} %"
        case Between(first=first, second=second, share=share):
            return f"{100 * share:.0f} % from {words(first if share < 0.5 else second)}"


def nearest_seed(latent: Latent) -> str:
    """What the picture of a latent is called in short: the seed that it is nearest to, or 'found'."""
    match latent:
        case Seed(seed=seed):
            return str(seed)
        case Numbers():
            return "found"
        case Between(first=first, second=second, share=share):
            return nearest_seed(first if share < 0.5 else second)


# JSON ---------------------------------------------------------------------------------------------------------------


def to_json(point: Point) -> dict[str, Any]:
    """Only what differs from the defaults."""
    fields: dict[str, Any] = {"latent": _latent_to_json(point.latent)}
    if point.classes:
        fields["classes"] = dict(point.classes)
    for name in ("psi", "cutoff", "noise", "checkpoint"):
        if (value := getattr(point, name)) != getattr(_DEFAULTS, name):
            fields[name] = value
    if point.mix:
        fields["mix"] = {"latent": _latent_to_json(point.mix.latent), "layers": list(point.mix.layers)}
    if point.pushes:
        fields["pushes"] = {push.direction: push.strength for push in point.pushes}
    return fields


def from_json(fields: object) -> Point:
    """The Point that `to_json` wrote; a stranger's file is checked to the last number.

    Raises:
        PointError: something is missing, of another kind or outside its range.
    """
    known = _object(fields, "the point", {"latent"}, {"classes", "psi", "cutoff", "noise", "checkpoint", "mix",
                    "pushes"})  # fmt: skip
    noise = known.get("noise")
    return Point(
        latent=_latent_from_json(known["latent"], 0),
        classes=_weights(known.get("classes", {})),
        psi=_number(known.get("psi", 1.0), "psi", -2.0, 4.0),
        cutoff=_whole(known.get("cutoff", 0), "cutoff", 0, 64),
        noise=None if noise is None else _whole(noise, "noise", -1, LAST_SEED),
        checkpoint=_text(known.get("checkpoint", ""), "checkpoint"),
        mix=_mix(known.get("mix")),
        pushes=_pushes(known.get("pushes", {})),
    )


_DEFAULTS = Point()


def _latent_to_json(latent: Latent) -> dict[str, Any]:
    match latent:
        case Seed(seed=seed):
            return {"seed": seed}
        case Numbers(values=values, space=space):
            return {space: list(values)}
        case Between(first=first, second=second, share=share, mode=mode):
            return {"between": [_latent_to_json(first), _latent_to_json(second)], "share": share, "mode": mode}


def _latent_from_json(fields: object, down: int) -> Latent:
    if down > 4 * DEEPEST:
        raise PointError("A latent is nested too deeply.")
    known = _object(fields, "a latent", set(), {"seed", "z", "w", "between", "share", "mode"})
    match known:
        case {"seed": seed} if len(known) == 1:
            return Seed(_whole(seed, "seed", 0, LAST_SEED))
        case {"z": values} if len(known) == 1:
            return Numbers(_row(values), "z")
        case {"w": values} if len(known) == 1:
            return Numbers(_row(values), "w")
        case {"between": [first, second], "share": share, "mode": mode} if mode in MODES and len(known) == 3:
            ends = _latent_from_json(first, down + 1), _latent_from_json(second, down + 1)
            return Between(*ends, _number(share, "share", -16.0, 16.0), mode)
    raise PointError("A latent is a seed, numbers, or a share between two.")


def _row(values: object) -> tuple[float, ...]:
    if not isinstance(values, list) or not 1 <= len(values) <= _LONGEST:
        raise PointError("A latent's numbers are a list.")
    return tuple(_number(value, "a latent's number", -1e6, 1e6) for value in values)


def _weights(fields: object) -> tuple[tuple[str, float], ...]:
    known = _mapping(fields, "classes")
    return tuple(
        (_text(name, "a class"), _number(weight, "a class's weight", 0.0, 1.0)) for name, weight in known.items()
    )


def _pushes(fields: object) -> tuple[Push, ...]:
    known = _mapping(fields, "pushes")
    return tuple(
        Push(_text(name, "a direction"), _number(strength, "a strength", -1e3, 1e3)) for name, strength in known.items()
    )


def _mix(fields: object) -> Mix | None:
    if fields is None:
        return None
    known = _object(fields, "mix", {"latent", "layers"}, set())
    layers = known["layers"]
    if not isinstance(layers, list) or len(layers) > 64:
        raise PointError("The layers of a mix are a short list.")
    return Mix(_latent_from_json(known["latent"], 0), tuple(_whole(layer, "a layer", 0, 63) for layer in layers))


def _object(fields: object, what: str, needed: set[str], allowed: set[str]) -> Mapping[str, Any]:
    known = _mapping(fields, what)
    if missing := needed - known.keys():
        raise PointError(f"In {what} there is no {sorted(missing)[0]}.")
    if odd := known.keys() - needed - allowed:
        raise PointError(f"In {what} there is something unknown: {sorted(odd)[0][:40]!r}.")
    return known


def _mapping(fields: object, what: str) -> Mapping[str, Any]:
    if not isinstance(fields, dict) or len(fields) > 4096:
        raise PointError(f"What should be {what} is not.")
    return fields


def _number(value: object, what: str, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise PointError(f"What should be {what} is not a number.")
    if not low <= value <= high:
        raise PointError(f"{what} is outside {low:g} to {high:g}.")
    return float(value)


def _whole(value: object, what: str, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise PointError(f"{what} is not a whole number from {low} to {high}.")
    return value


def _text(value: object, what: str) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise PointError(f"What should be {what} is not a short text.")
    return value
