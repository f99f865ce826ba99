"""A film through pins: which Point each frame shows. No torch here."""

import math
from collections.abc import Callable, Sequence

from ganstudio.core.film_requests import Easing
from ganstudio.latent.point import Mode, Point, blend
from ganstudio.latent.walk import shared_out


def eased(share: float, easing: Easing) -> float:
    """0 to 1 -> 0 to 1. even: one speed. soft: slow at each pin. rest: a still moment at each pin."""
    match easing:
        case "even":
            return share
        case "soft":
            return 0.5 - 0.5 * math.cos(math.pi * share)
        case "rest":
            inner = min(1.0, max(0.0, (share - 0.15) / 0.7))
            return 0.5 - 0.5 * math.cos(math.pi * inner)


def film(
    pins: Sequence[Point],
    frames: int,
    *,
    lengths: Sequence[float] = (),
    loop: bool = False,
    easing: Easing = "even",
    mode: Mode = "slerp",
) -> list[Point]:
    """`frames` Points through all pins, beginning with the first; without a loop, ending with the last.

    Args:
        lengths: how far each leg is (angles or distances), so that the speed is the same on all; all alike if empty.
        loop: goes on from the last to the first and ends one frame before it, so that a repeat is smooth.

    Raises:
        ValueError: fewer frames than pins, or none.
    """
    if not pins:
        raise ValueError("Pin a place first.")
    if frames < len(pins):
        raise ValueError(f"{len(pins)} pins need at least {len(pins)} frames, not {frames}.")
    if len(pins) == 1:
        return [pins[0]] * frames
    ends = [*pins[1:], pins[0]] if loop else list(pins[1:])
    legs = list(zip(pins, ends, strict=False))
    steps = shared_out(frames if loop else frames - 1, list(lengths) or [1.0] * len(legs))
    way = [
        blend(first, second, eased(step / count, easing), mode)
        for (first, second), count in zip(legs, steps, strict=True)
        for step in range(count)
    ]
    return way if loop else [*way, pins[-1]]


def leg_lengths(pins: Sequence[Point], distance: Callable[[Point, Point], float], *, loop: bool) -> list[float]:
    """The length of each leg from one pin to the next, by `distance`."""
    ends = [*pins[1:], pins[0]] if loop else list(pins[1:])
    return [distance(first, second) for first, second in zip(pins, ends, strict=False)]
