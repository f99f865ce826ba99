"""How large pictures are: of a square its side, of any other shape 'WIDTHxHEIGHT', both in pixels.

A resolution is one value in settings, events and files. A square stays the whole number that it always was, so that
runs of before read as they did and new ones of squares read in older versions. No torch here: the form asks, too.
"""

import re
from collections.abc import Sequence
from math import gcd, log
from typing import NamedTuple

Resolution = int | str
"""Of a square its side; of any other shape 'WIDTHxHEIGHT', such as '96x64'."""
PATTERN = r"[1-9][0-9]{0,4}x[1-9][0-9]{0,4}"
"""The text of one that is no square."""
SMALLEST_START, LARGEST_START = 4, 7
"""Pixels of the shorter side of the grid that networks begin with which double it again and again."""
LONGEST = 4
"""How many times longer than the shorter side the longer may be."""


class Shape(NamedTuple):
    """In the order of tensors."""

    height: int
    width: int

    @property
    def resolution(self) -> Resolution:
        return self.height if self.height == self.width else f"{self.width}x{self.height}"

    def times(self, factor: float) -> "Shape":
        """So many times as large, rounded."""
        return Shape(round(self.height * factor), round(self.width * factor))


SQUARE = Shape(4, 4)
"""What networks of squares begin with."""


class Grid(NamedTuple):
    """What networks begin with that double their pictures, and how often they do."""

    start: Shape
    doublings: int

    @property
    def nominal(self) -> int:
        """The side of the square that doubles as often: channels at a size follow it."""
        return SMALLEST_START << self.doublings

    def at(self, nominal: int) -> Shape:
        """The shape where a square network, of 4 px at first, would have `nominal` px."""
        return Shape(self.start.height * nominal // SMALLEST_START, self.start.width * nominal // SMALLEST_START)


def parse(text: str) -> Resolution:
    """'64' -> 64, '96x64' -> '96x64', '64 x 64' -> 64.

    Raises:
        ValueError: it is neither a whole number nor two of them.
    """
    plain = text.strip().lower().replace(" ", "").replace("\u00d7", "x")
    if re.fullmatch(PATTERN, plain):
        width, height = map(int, plain.split("x"))
        return Shape(height, width).resolution
    return int(text)


def shape_of(resolution: Resolution) -> Shape:
    """Height and width.

    Raises:
        ValueError: a text that names no resolution.
    """
    if isinstance(resolution, int):
        return Shape(resolution, resolution)
    width, height = map(int, resolution.split("x"))
    return Shape(height, width)


def shown(resolution: Resolution) -> str:
    """As a person reads it: '64 x 64', '96 x 64'."""
    height, width = shape_of(resolution)
    return f"{width} x {height}"


def ratio_text(resolution: Resolution) -> str:
    """Width to height in the smallest whole numbers: '3 : 2'."""
    height, width = shape_of(resolution)
    common = gcd(height, width)
    return f"{width // common} : {height // common}"


def grid_of(resolution: Resolution) -> Grid | None:
    """From which grid networks reach it by doubling; None: from none with a shorter side of 4 to 7 px."""
    shape = shape_of(resolution)
    doublings = max(0, (min(shape) // SMALLEST_START).bit_length() - 1)
    step = 1 << doublings
    if min(shape) < SMALLEST_START or max(shape) > LONGEST * min(shape) or shape.height % step or shape.width % step:
        return None
    return Grid(Shape(shape.height // step, shape.width // step), doublings)


def is_doubled(resolution: Resolution, nominals: Sequence[int]) -> bool:
    """Whether networks that double reach it, if they reach squares of these sides."""
    if isinstance(resolution, int):
        return resolution in nominals
    grid = grid_of(resolution)
    return grid is not None and grid.nominal in nominals


def doubled_grid(resolution: Resolution) -> Grid:
    """As `grid_of`, where a recipe has made sure that there is one."""
    grid = grid_of(resolution)
    assert grid is not None, f"no network doubles up to {resolution} px"
    return grid


def within(shape: Shape, low: int, high: int) -> Shape:
    """Of the same ratio as far as it goes, no side shorter than `low` or longer than `high`."""
    shape = shape.times(min(1.0, high / max(shape)))
    shape = shape.times(max(1.0, low / min(shape)))
    return Shape(min(shape.height, high), min(shape.width, high))


def nearest_doubled(wanted: Shape, nominals: Sequence[int]) -> Resolution:
    """The size most like `wanted`, in ratio first, that networks reach by doubling.

    Args:
        nominals: sizes of squares that they reach.
    """
    longer = min(LONGEST, max(wanted) / min(wanted))
    starts = [SQUARE, *(Shape(start, round(start * longer)) for start in range(SMALLEST_START, LARGEST_START + 1))]
    sides_reached = [
        (short * size // SMALLEST_START, long * size // SMALLEST_START)
        for size in nominals
        for short, long in starts
        if short < long or short == SMALLEST_START
    ]

    def unlike(sides: tuple[int, int]) -> float:
        size = abs(log(sides[0] * sides[1] / (min(wanted) ** 2 * longer)))
        return 4 * abs(log(sides[1] / sides[0] / longer)) + size

    short, long = min(sides_reached, key=unlike)
    return (Shape(short, long) if wanted.height <= wanted.width else Shape(long, short)).resolution
