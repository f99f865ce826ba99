"""How long each picture of an animation is shown, in what its format counts: hundredths of a second, or thousandths."""

from collections.abc import Sequence

LEAST_GIF = 20
"""Milliseconds: browsers show what is to last less for a tenth of a second."""
LEAST_OTHERS = 11
"""The same for WebP and PNG."""


def evenly(count: int, fps: float) -> list[float]:
    """Milliseconds of each of `count` pictures at so many a second."""
    return [1000 / fps] * count


def hundredths(durations: Sequence[float]) -> list[int]:
    """Milliseconds for a GIF, which counts hundredths: 3, 3, 4 at 30 a second; never below two."""
    return _shared_out(durations, 10, LEAST_GIF)


def thousandths(durations: Sequence[float]) -> list[int]:
    """Milliseconds for WebP and PNG: 33, 33, 34 at 30 a second; never so few that browsers take them for a fault."""
    return _shared_out(durations, 1, LEAST_OTHERS)


def _shared_out(durations: Sequence[float], unit: int, least: int) -> list[int]:
    """Multiples of `unit` whose sum keeps to that of `durations` as nearly as it can, each at least `least`.

    What came in as 0 stays: there it means that players decide.
    """
    shared, due, given = [], 0.0, 0
    for duration in durations:
        due += duration
        part = max(least, unit * round((due - given) / unit)) if duration else 0
        given += part
        shared.append(part)
    return shared
