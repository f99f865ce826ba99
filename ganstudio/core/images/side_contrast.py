"""What a person should know about two folders before a translation is learned between them. No torch here."""

import os
from collections.abc import Sequence

from ganstudio.core.images.check_report import CheckReport

FEW = 20
"""Fewer pictures than this on one side, and the other side will be turned into one of them."""


def compare_sides(a: CheckReport, b: CheckReport, sources: tuple[Sequence[str], Sequence[str]]) -> list[str]:
    """Sentences about what is the same and should not be, and what differs wildly; empty when all is well."""
    said = [*_same_folder(sources)]
    for name, report in (("A", a), ("B", b)):
        if report.used == 1:
            said.append(f"Side {name} has a single picture: everything will be turned into that one.")
        elif report.used < FEW:
            said.append(f"Side {name} has only {report.used} pictures: results will look like these few.")
    return said + _counts(a, b) + _sizes(a, b) + _colours(a, b)


def _same_folder(sources: tuple[Sequence[str], Sequence[str]]) -> list[str]:
    a, b = ({os.path.realpath(source) for source in side} for side in sources)
    if a == b:
        return ["Both sides are the same folder: there is nothing to translate."]
    return ["Both sides share a folder: its pictures are on either side."] if a & b else []


def _counts(a: CheckReport, b: CheckReport) -> list[str]:
    fewer, more = sorted((a.used, b.used))
    if more < 10 * fewer:
        return []
    name = "A" if a.used < b.used else "B"
    return [f"Side {name} has {fewer:,} pictures and the other {more:,}: the few will be seen far more often."]


def _sizes(a: CheckReport, b: CheckReport) -> list[str]:
    sides = [min(report.sizes[1]) for report in (a, b)]
    smaller, larger = sorted(sides)
    if smaller <= 0 or larger < 4 * smaller:
        return []
    name = "A" if sides[0] < sides[1] else "B"
    return [f"Pictures of side {name} are {larger / smaller:.0f} times smaller: their blur will be learned as a style."]


def _colours(a: CheckReport, b: CheckReport) -> list[str]:
    grey = [report.grey > 0.9 * report.used for report in (a, b)]
    if grey[0] == grey[1]:
        return []
    name, other = ("A", "B") if grey[0] else ("B", "A")
    return [f"Side {name} is grey and side {other} has colours: those can only be invented on the way to {other}."]
