"""A film through keyframes: which Point each frame shows. No torch here."""

import math
from collections.abc import Callable, Sequence

from ganstudio.core.film_requests import Easing
from ganstudio.latent.point import Mode, Point, blend
from ganstudio.latent.walk import shared_out


def eased(share: float, easing: Easing) -> float:
    """0 to 1 -> 0 to 1. even: one speed. soft: slow at each keyframe. rest: a still moment at each keyframe."""
    match easing:
        case "even":
            return share
        case "soft":
            return 0.5 - 0.5 * math.cos(math.pi * share)
        case "rest":
            inner = min(1.0, max(0.0, (share - 0.15) / 0.7))
            return 0.5 - 0.5 * math.cos(math.pi * inner)


def film(
    keyframes: Sequence[Point],
    frames: int,
    *,
    lengths: Sequence[float] = (),
    loop: bool = False,
    easing: Easing = "even",
    mode: Mode = "slerp",
) -> list[Point]:
    """`frames` Points through all keyframes, beginning with the first; without a loop, ending with the last.

    Args:
        lengths: how far each leg is (angles or distances), so that the speed is the same on all; all alike if empty.
        loop: goes on from the last to the first and ends one frame before it, so that a repeat is smooth.

    Raises:
        ValueError: fewer frames than keyframes, or none.
    """
    if not keyframes:
        raise ValueError("Add a keyframe first.")
    if frames < len(keyframes):
        raise ValueError(f"{len(keyframes)} keyframes need at least {len(keyframes)} frames, not {frames}.")
    if len(keyframes) == 1:
        return [keyframes[0]] * frames
    ends = [*keyframes[1:], keyframes[0]] if loop else list(keyframes[1:])
    legs = list(zip(keyframes, ends, strict=False))
    steps = shared_out(frames if loop else frames - 1, list(lengths) or [1.0] * len(legs))
    way = [
        blend(first, second, eased(step / count, easing), mode)
        for (first, second), count in zip(legs, steps, strict=True)
        for step in range(count)
    ]
    return way if loop else [*way, keyframes[-1]]


def leg_lengths(keyframes: Sequence[Point], distance: Callable[[Point, Point], float], *, loop: bool) -> list[float]:
    """The length of each leg from one keyframe to the next, by `distance`."""
    ends = [*keyframes[1:], keyframes[0]] if loop else list(keyframes[1:])
    return [distance(first, second) for first, second in zip(keyframes, ends, strict=False)]
