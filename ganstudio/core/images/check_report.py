"""What was found when pictures came in: how many are used, which are left out and why, and what to make of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ganstudio.core.resolution import Resolution, shape_of

FEW = 100
"""Below this many images a GAN learns its images by heart rather than what they have in common."""


class ImagesError(ValueError):
    """Nothing usable came in. The text is one sentence for the user that names the folder and the way out."""


class Cancelled(Exception):  # noqa: N818 - a fact, not a fault
    """The person asked to stop before all was prepared; nothing was kept."""


class LeftOut(NamedTuple):
    """A file that is not used, under the name it is shown by, and the reason in plain words."""

    name: str
    reason: str


class Size(NamedTuple):
    """Width and height of an original, in pixels, as it is seen (turned upright)."""

    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class CheckReport:
    """What `ganstudio check` prints and the data set card shows."""

    used: int
    total: int
    """Files that were looked at: those used and those left out."""
    left_out: list[LeftOut] = field(default_factory=list)
    sizes: tuple[Size, Size, Size] = (Size(0, 0), Size(0, 0), Size(0, 0))
    """The smallest, the median and the largest original among those used, by number of pixels."""
    grey: int = 0
    """How many of those used have no colour; not counted when all are learned in grey."""
    advice: list[str] = field(default_factory=list)
    folders: dict[str, int] = field(default_factory=dict)
    """How many of those used lie in each folder that could be a class, whether classes are learned or not."""
    class_folders: dict[str, int] = field(default_factory=dict)
    """As `folders`, by the folders' own names, and with those that a person leaves out: what classes are made of."""
    videos: int = 0
    """From how many videos frames are used."""
    levels: tuple[float, float] | None = None
    """Black and white of those that have more than eight bits, where they are the same for all of these."""

    def to_json(self) -> dict[str, Any]:
        """The report as plain lists and dictionaries, ready for JSON."""
        return {
            "used": self.used,
            "total": self.total,
            "left_out": [left._asdict() for left in self.left_out],
            "sizes": {
                name: list(size) for name, size in zip(("smallest", "median", "largest"), self.sizes, strict=True)
            },
            "grey": self.grey,
            "advice": self.advice,
        }


def spread(sizes: Sequence[Size]) -> tuple[Size, Size, Size]:
    """The smallest, the median and the largest of `sizes` by number of pixels."""
    ordered = sorted(sizes, key=lambda size: (size.width * size.height, size))
    return ordered[0], ordered[(len(ordered) - 1) // 2], ordered[-1]


def advise(
    *,
    sizes: Sequence[Size],
    grey: int,
    colour: str,
    resolution: Resolution,
    labels: bool,
    classes: Mapping[str, int],
    parts: Sequence[str] = (),
) -> list[str]:
    """What a person should know before they start, one sentence each; empty when all is well."""
    used, advice, shortest = len(sizes), [], min(shape_of(resolution))
    if used == 1:
        advice.append("Only 1 image: all that can be learnt from it is to draw it again.")
    elif used < FEW:
        advice.append(f"Only {used} images: expect copies of them. A few hundred give the generator room to invent.")
    if grey == used and colour == "rgb":
        advice.append("All pictures are grey: learn in grey to be faster.")
    small = sum(min(size) < shortest for size in sizes)
    if 2 * small > used:
        advice.append(f"Most pictures are smaller than {resolution} px and are enlarged: a lower resolution is honest.")
    if len(parts) > 1:
        names = f"{', '.join(parts[:-1])} and {parts[-1]}"
        advice.append(f"{names} are read as one set: they are parts of one data set, not classes.")
    return advice + (_about_classes(classes) if labels else [])


def about_reading(colours: Sequence[str], notes: Sequence[str], ranges: Sequence[tuple[float, float]]) -> list[str]:
    """What was done to read pictures as they look, and what of their files is not seen, a sentence for each kind.

    Args:
        colours: of each picture, what its colours are called; '' for sRGB.
        notes: of each picture, a key of `NOTES` or ''.
        ranges: black and white of each picture that has more than eight bits.
    """
    return (
        _about_colours(colours)
        + _about_ranges(ranges)
        + [
            f"{_pictures(count, 'file', 'files')} {NOTES[note]}"
            for note, count in Counter(note for note in notes if note in NOTES).most_common()
        ]
    )


NOTES = {
    "bands": "with more bands than colours: the first three are red, green and blue, or the first is grey.",
    "pictures": "with more pictures than the first, which alone is used.",
    "opaque": "without transparency: they are learned as if it were theirs to be opaque; rgb is faster if all are.",
    "turned": "of EMNIST stood upright: they are stored on their side.",
}
"""What may be said of a picture beside its size and its colours."""


def _about_colours(names: Sequence[str]) -> list[str]:
    counts = Counter(name for name in names if name).most_common()
    if not counts:
        return []
    kinds = ", ".join(f"{count:,} {name}" if len(counts) > 1 else name for name, count in counts)
    total = _pictures(sum(count for _, count in counts), "picture was", "pictures were")
    return [f"{total} turned from other colours ({kinds}) into sRGB."]


def _about_ranges(ranges: Sequence[tuple[float, float]]) -> list[str]:
    return [
        f"{_pictures(count, 'picture', 'pictures')} of more than 8 bits: {black:,.7g} is black, {white:,.7g} is white."
        for (black, white), count in Counter(ranges).most_common()
    ]


def _pictures(count: int, singular: str, plural: str) -> str:
    return f"1 {singular}" if count == 1 else f"{count:,} {plural}"


def _about_classes(classes: Mapping[str, int]) -> list[str]:
    if not classes:
        return ["There are no subfolders, so there are no classes: put each class into a folder of its own."]
    if len(classes) == 1:
        return [f"There is only one class, {next(iter(classes))}: labels change nothing."]
    single = [name for name, count in classes.items() if count == 1]
    if len(single) > 1:
        return [f"{', '.join(single)} have only 1 image each: all that can be learnt of them is to draw it again."]
    return [f"The class {name} has only 1 image: all that can be learnt of it is to draw it again." for name in single]
