"""Runs side by side: as CSV for other programs, and as one HTML file with the pictures and the plots in it."""

import base64
import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Literal

from ganstudio import __version__ as version
from ganstudio.core.events import Progress, Sampled, Scored, Started, Warned
from ganstudio.core.run import Run, Summary
from ganstudio.core.run_files import read, read_png
from ganstudio.core.schema import parse
from ganstudio.core.settings import values_of
from ganstudio.export.figure import POINTS, FigureCurve, key, line_plot

Axis = Literal["kimg", "minutes"]
COLUMNS = ("run", "step", "kimg", "minutes", "name", "value", "images", "features")
SMOOTH = 120
"""Points that a loss is drawn with: means over stretches, or the noise of three runs would hide all of them."""
FIRST = ("KID", "FID", "MIND", "precision", "recall", "density", "coverage", "variety", "copies", "copies held out")
LOWER = ("FID", "KID", "MIND", "copies", "perceptual", "colour shift", "pattern")
"""Better when lower; what is in neither tuple is no measure of quality, and no best of it is marked."""
STYLE = """
:root{color-scheme:light}*{box-sizing:border-box}
body{font:14px/1.5 system-ui,sans-serif;margin:0 auto;max-width:1240px;padding:32px;color:#1b1c22;background:#f3f3f6}
h1{font-size:24px;margin:0}h2{font-size:16px;margin:0 0 12px}p{margin:4px 0 0}
section{background:#fff;border-radius:8px;padding:20px 24px;margin-top:16px;overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;width:100%}
td,th{padding:6px 16px 6px 0;text-align:left;border-bottom:1px solid #e4e5ea;vertical-align:top}
th{font-weight:400;color:#5a5d69;font-size:12px}tr:last-child td{border-bottom:0}
.plots,.samples{display:grid;grid-template-columns:repeat(auto-fill,minmax(330px,1fr));gap:16px 24px}
.plots svg{width:100%}figure{margin:0}.samples img{width:100%;display:block;image-rendering:pixelated}
figcaption{margin-top:6px;color:#5a5d69}figcaption b{color:#1b1c22;font-weight:600}
.key svg{vertical-align:middle;margin-right:4px}.title{font-weight:600;font-size:13px;fill:#1b1c22}
text{font-size:11px;fill:#5a5d69}.grid{stroke:#e4e5ea}.muted{color:#5a5d69}.best{font-weight:600;color:#17703a}
"""


@dataclass(frozen=True)
class ReportedValue:
    """One number of one run at one moment."""

    name: str
    value: float
    step: int
    kimg: float
    minutes: float
    images: int | None = None
    """How many images a score rests on; None for what is no score."""
    features: str = ""

    @property
    def axis(self) -> str:
        """Title of the plot that shows it: scores of another N or of other features have a plot of their own."""
        return f"{self.name} (N {self.images:,}, {self.features})" if self.features else self.name


@dataclass(frozen=True)
class Story:
    """What a report needs to know of a run."""

    name: str
    run: Run
    summary: Summary
    points: list[ReportedValue]
    measured: list[dict[str, Any]]
    """What `evaluate` kept in scores.json."""


def read_story(run: Run) -> Story:
    """Every number of a run, from its events and its scores.json."""
    points: list[ReportedValue] = []
    minutes, again = 0.0, -1
    for event in run.events():
        match event:
            case Started(step=step) | Warned(topic="diverged", step=step):
                points = [point for point in points if point.step <= step]  # what follows was not saved: taken again
                minutes, again = max((point.minutes for point in points), default=0.0), step
            case Progress(step=step, kimg=kimg, seconds=seconds, losses=losses):
                minutes = seconds / 60
                points += [ReportedValue(name, value, step, kimg, minutes) for name, value in losses.items()]
            case Sampled(step=step, kimg=kimg, variety=float(variety)):
                if step == again:  # the grid of the step from which it goes on is drawn once more
                    points = [point for point in points if (point.name, point.step) != ("variety", step)]
                points.append(ReportedValue("variety", variety, step, kimg, minutes))
            case Scored(step=step, kimg=kimg, scores=scores, count=count, features=features):
                points += [
                    ReportedValue(name, value, step, kimg, minutes, count, features) for name, value in scores.items()
                ]
            case _:
                pass
    return Story(run.name, run, run.summary(), points, _measured(run.folder / "scores.json"))


def to_csv(stories: Sequence[Story]) -> str:
    """One line for each number: run, step, kimg, minutes, name, value, and for scores N and features."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for story in stories:
        for point in story.points:
            place = (point.step, f"{point.kimg:.3f}", f"{point.minutes:.4f}")
            writer.writerow([story.name, *place, point.name, f"{point.value:.6g}", point.images or "", point.features])
        for kept in story.measured:
            for name, value in kept["scores"].items():
                row = [story.name, kept["step"], "", "", name, f"{value:.6g}", kept["generated"], kept["features"]]
                writer.writerow(row)
    return text.getvalue()


def to_html(stories: Sequence[Story], *, axis: Axis = "kimg") -> str:
    """A page with nothing outside itself: no scripts, no links, pictures and plots inside."""
    names = ", ".join(story.name for story in stories)
    scores, others = _titles(stories)
    parts = [
        f"<h1>Runs compared</h1><p class='muted'>{escape(names)}. Made by GAN Studio {escape(version)}.</p>",
        _section("Overview", _overview(stories)),
        _section("Last samples", f"<div class='samples'>{''.join(map(_sample, stories, range(len(stories))))}</div>"),
        _section("Quality over time", _plots(stories, axis, scores, POINTS)),
        *_evaluations(stories),
        _section("Training over time", _plots(stories, axis, others, SMOOTH)),
        _section("Settings that differ", _differences(stories)),
    ]
    head = f"<meta charset='utf-8'><title>{escape(names)}</title><style>{STYLE}</style>"
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{''.join(parts)}</body></html>\n"


def _section(title: str, content: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{content}</section>" if content else ""


def settings_that_differ(stories: Sequence[Story]) -> dict[str, list[str]]:
    """Each setting that is not the same in all runs, and what it is in each; '' where a run has no such setting."""
    all_values = [_every_setting(story.run) for story in stories]
    names = dict.fromkeys(name for values in all_values for name in values)
    rows = {name: [str(values.get(name, "")) for values in all_values] for name in names}
    return {name: row for name, row in rows.items() if len(set(row)) > 1}


def _every_setting(run: Run) -> dict[str, Any]:
    known = run.settings
    budget = {f"budget {name}": value for name, value in values_of(known.budget).items()}
    return {"recipe": known.recipe, "seed": known.seed} | dict(known.values) | values_of(known.preparation) | budget


def _overview(stories: Sequence[Story]) -> str:
    head = ["Run", "Recipe", "Training images", "Steps", "Images seen", "Time", "Ended"]
    rows = []
    for story in stories:
        end = story.summary
        rows.append([story.name, story.run.settings.recipe, f"{end.images:,}", f"{end.step:,}", f"{end.kimg:,.1f} kimg",
                     f"{end.seconds / 60:,.1f} min", end.outcome])  # fmt: skip
    return _table(head, rows, keys=True)


def _titles(stories: Sequence[Story]) -> tuple[list[str], list[str]]:
    """The axes that speak of quality, the main ones first, and all others."""
    points = {point.axis: point.name for story in stories for point in story.points}
    scores = [title for title, name in points.items() if name in FIRST]
    others = [title for title in points if title not in scores]
    return sorted(scores, key=lambda title: FIRST.index(points[title])), sorted(others, key=_losses_first)


def _losses_first(title: str) -> int:
    order = ("generator", "discriminator", "D(x)", "D(G(z))", "D(held out)")
    return order.index(title) if title in order else len(order)


def _plots(stories: Sequence[Story], axis: Axis, titles: Sequence[str], most: int) -> str:
    """All with the same axis across, so that what lies below each other happened at the same time."""
    across = "thousand images seen" if axis == "kimg" else "minutes of training"
    span = (0.0, max((getattr(point, axis) for story in stories for point in story.points), default=1.0))
    plots, flat = [], []
    for title in titles:
        values = {point.value for story in stories for point in story.points if point.axis == title}
        if len(values) == 1:
            flat.append(f"{title} {_number(values.pop())}")
            continue
        curves = [
            FigureCurve(story.name, [(getattr(p, axis), p.value) for p in story.points if p.axis == title], place)
            for place, story in enumerate(stories)
        ]
        plots.append(line_plot(title, across, curves, span=span, points=most))
    always = f"<p class='muted'>The same all the time: {escape('; '.join(flat))}.</p>" if flat else ""
    return f"<div class='plots'>{''.join(plots)}</div>{always}" if any(plots) or flat else ""


def _evaluations(stories: Sequence[Story]) -> list[str]:
    """A table for each pair of N and features: other numbers do not belong beside each other."""
    groups: dict[tuple[int, str], list[tuple[str, dict[str, Any]]]] = {}
    for story in stories:
        for kept in story.measured:
            groups.setdefault((kept["generated"], kept["features"]), []).append((story.name, kept))
    parts = []
    for (count, features), those in groups.items():
        names = list(dict.fromkeys(name for _, kept in those for name in kept["scores"]))
        best = {name: _best(name, [kept["scores"].get(name) for _, kept in those]) for name in names}
        rows = [
            [run, f"{kept['step']:,}", *(_number(kept["scores"].get(name)) for name in names)] for run, kept in those
        ]
        marks = {(at, 2 + names.index(name)) for name, place in best.items() for at in ([] if place < 0 else [place])}
        title = f"Evaluated with N {count:,}, {features}"
        parts.append(_section(title, _table(["Run", "Step", *names], rows, best=marks)))
    return parts


def _best(name: str, values: Sequence[float | None]) -> int:
    """Which of several is the best; -1 where it makes no sense to ask."""
    known = {at: value for at, value in enumerate(values) if value is not None}
    if name not in FIRST or name == "copies held out" or len(known) < 2:
        return -1
    return min(known, key=lambda at: known[at] if name in LOWER else -known[at])


def _differences(stories: Sequence[Story]) -> str:
    rows = [[name.replace("_", " "), *values] for name, values in settings_that_differ(stories).items()]
    return _table(["Setting", *(story.name for story in stories)], rows) if rows else "<p>None.</p>"


def _sample(story: Story, place: int) -> str:
    at = f"step {story.summary.step:,}, {story.summary.kimg:,.1f} kimg"
    caption = f"<figcaption>{key(story.name, place)} <span class='muted'>{at}</span></figcaption>"
    picture = story.summary.last_sample
    try:
        content = base64.b64encode(read_png(picture)).decode() if picture else ""
    except OSError:
        content = ""
    if not content:
        return f"<figure>{caption}<p class='muted'>no samples</p></figure>"
    label = escape(f"Samples of {story.name}", quote=True)
    return f"<figure><img alt='{label}' src='data:image/png;base64,{content}'>{caption}</figure>"


def _table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    keys: bool = False,
    best: Collection[tuple[int, int]] = (),
) -> str:
    """`keys`: the line of its run before the first cell of each row. `best`: cells (row, column) that stand out."""
    lines = []
    for place, row in enumerate(rows):
        cells = [f"<td class='best'>{escape(cell)}</td>" if (place, at) in best else f"<td>{escape(cell)}</td>"
                 for at, cell in enumerate(row)]  # fmt: skip
        if keys:
            cells[0] = f"<td>{key(row[0], place)}</td>"
        lines.append(f"<tr>{''.join(cells)}</tr>")
    titles = "".join(f"<th>{escape(title)}</th>" for title in head)
    return f"<table><thead><tr>{titles}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.4g}"


def _measured(path: Path) -> list[dict[str, Any]]:
    """The measurements kept in scores.json; what is damaged or strange is passed over."""
    try:
        kept = parse(read(path))
        return [
            {"generated": int(measured["generated"]), "features": str(measured["features"]),
             "step": int(measured["step"]),
             "scores": {str(name): float(value) for name, value in measured["scores"].items()}}
            for measured in kept
        ]  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return []
