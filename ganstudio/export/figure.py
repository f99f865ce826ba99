"""A plot as SVG, drawn here, so that a report is one file that any browser shows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 380, 230
LEFT, RIGHT, TOP, BOTTOM = 48, 12, 32, 40
POINTS = 400
MARKED = 30
"""Curves with fewer points than this show each of them as a dot."""
COLOURS = ("#2563b8", "#b85a00", "#2e7d4f", "#8a3fa0", "#a3324b", "#57606a")
DASHES = ("", "7 4", "2 3", "9 3 2 3", "4 2", "1 2")
"""Lines differ in colour and in dashes: each alone is enough to tell them apart."""


@dataclass(frozen=True)
class FigureCurve:
    name: str
    points: Sequence[tuple[float, float]]
    place: int
    """Which colour and which dashes: the same for one run in every plot."""


def line_plot(
    title: str,
    across: str,
    curves: Sequence[FigureCurve],
    *,
    span: tuple[float, float] | None = None,
    points: int = POINTS,
) -> str:
    """An <svg> with axes, ticks and curves; points that are not finite are left out. '' if nothing is left.

    `span`: what the axis across reaches over, so that plots beside each other agree; None: what the curves need.
    `points`: the most that are drawn of a curve, each the mean of its neighbours: fewer are smoother.
    """
    kept = [FigureCurve(curve.name, reduced(_finite(curve.points), points), curve.place) for curve in curves]
    kept = [curve for curve in kept if curve.points]
    if not kept:
        return ""
    xs = [x for curve in kept for x, _ in curve.points]
    ys = [y for curve in kept for _, y in curve.points]
    x_axis = _Axis(*(span or (min(xs), max(xs))), LEFT, WIDTH - RIGHT, whole=False)
    y_axis = _Axis(min(ys), max(ys), HEIGHT - BOTTOM, TOP)
    parts = [f'<text x="{LEFT}" y="18" class="title">{escape(title)}</text>']
    for value in y_axis.ticks():
        y = y_axis.at(value)
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" class="grid"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" class="tick" text-anchor="end">{value:.4g}</text>')
    for value in x_axis.ticks():
        x = x_axis.at(value)
        parts.append(
            f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 16}" class="tick" text-anchor="middle">{value:.4g}</text>'
        )
    parts.append(f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 8}" class="tick" text-anchor="end">{escape(across)}</text>')
    parts += [_line(curve, x_axis, y_axis) for curve in kept]
    parts += [_dots(curve, x_axis, y_axis) for curve in kept if len(curve.points) < MARKED]
    label = escape(f"{title}: " + ", ".join(curve.name for curve in kept), quote=True)
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}">{"".join(parts)}</svg>'


def key(name: str, place: int) -> str:
    """A short piece of line with the name of its run, for a legend."""
    line = f'<line x1="0" x2="34" y1="6" y2="6" {_stroke(place)}/>'
    return f'<span class="key"><svg viewBox="0 0 34 12" width="34" height="12">{line}</svg> {escape(name)}</span>'


def reduced(points: Sequence[tuple[float, float]], most: int = POINTS) -> list[tuple[float, float]]:
    """At most `most` points: means of neighbours."""
    size = -(-len(points) // most) if points else 1
    pieces = [points[at : at + size] for at in range(0, len(points), size)]
    return [(sum(x for x, _ in piece) / len(piece), sum(y for _, y in piece) / len(piece)) for piece in pieces]


class _Axis:
    """Maps values of an axis to pixels of the page; `whole`: the range is widened to whole ticks."""

    def __init__(self, low: float, high: float, start: float, end: float, *, whole: bool = True) -> None:
        span = (high - low) or abs(high) or 1.0
        self._step = _round_step(span / 5)
        self._first = math.ceil(low / self._step - 1e-9) * self._step
        self._low, self._high = low, low + span
        if whole:
            self._first = self._low = math.floor(low / self._step + 1e-9) * self._step
            self._high = max(math.ceil(high / self._step - 1e-9) * self._step, self._low + self._step)
        self._start, self._end = start, end

    def at(self, value: float) -> float:
        share = (value - self._low) / (self._high - self._low)
        return self._start + share * (self._end - self._start)

    def ticks(self) -> list[float]:
        count = math.floor((self._high - self._first) / self._step + 1e-9)
        return [self._first + index * self._step for index in range(count + 1)]


def _round_step(raw: float) -> float:
    """The next of 1, 2, 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(raw))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw * (1 - 1e-9))


def _line(curve: FigureCurve, x_axis: _Axis, y_axis: _Axis) -> str:
    path = " ".join(f"{x_axis.at(x):.1f},{y_axis.at(y):.1f}" for x, y in curve.points)
    return f'<polyline points="{path}" {_stroke(curve.place)}/>'


def _dots(curve: FigureCurve, x_axis: _Axis, y_axis: _Axis) -> str:
    colour = COLOURS[curve.place % len(COLOURS)]
    dots = (f'<circle cx="{x_axis.at(x):.1f}" cy="{y_axis.at(y):.1f}" r="2.2"/>' for x, y in curve.points)
    return f'<g fill="{colour}">{"".join(dots)}</g>'


def _stroke(place: int) -> str:
    colour, dashes = COLOURS[place % len(COLOURS)], DASHES[place % len(DASHES)]
    return f'fill="none" stroke="{colour}" stroke-width="1.6" stroke-dasharray="{dashes}"'


def _finite(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(x, y) for x, y in points if math.isfinite(x) and math.isfinite(y)]
