"""Runs side by side: as CSV for other programs, and as one HTML file with the pictures and the plots in it."""

import base64
import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Literal

from ganstudio.core.events import Progress, Sampled, Scored
from ganstudio.core.run import Run, Summary
from ganstudio.core.settings import values_of
from ganstudio.export.figure import Curve, key, line_plot

Axis = Literal["kimg", "minutes"]
COLUMNS = ("run", "step", "kimg", "minutes", "name", "value", "images", "features")
STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:1180px;padding:0 1rem;color:#1c2127;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
td,th{padding:.25rem .9rem .25rem 0;text-align:left;border-bottom:1px solid #dfe3e8;vertical-align:top}
.plots,.samples{display:flex;flex-wrap:wrap;gap:1.2rem}.plots svg{width:560px;max-width:100%}
.samples figure{margin:0;max-width:360px}.samples img{width:100%;image-rendering:pixelated}
.key{margin-right:1.4rem;white-space:nowrap}.title{font-weight:600;font-size:13px}
text{font-size:11px;fill:#3a424c}.grid{stroke:#e4e8ec}.muted{color:#57606a}
"""


@dataclass(frozen=True)
class Point:
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
        """Points with the same may share an axis: scores of another N or other features may not."""
        return f"{self.name} (N {self.images:,}, {self.features})" if self.features else self.name


@dataclass(frozen=True)
class Story:
    """What a report needs to know of a run."""

    name: str
    run: Run
    summary: Summary
    points: list[Point]
    measured: list[dict[str, Any]]
    """What `evaluate` kept in scores.json."""


def read_story(run: Run) -> Story:
    """Every number of a run, from its events and its scores.json."""
    points: list[Point] = []
    minutes = 0.0
    for event in run.events():
        match event:
            case Progress(step=step, kimg=kimg, seconds=seconds, losses=losses):
                minutes = seconds / 60
                points += [Point(name, value, step, kimg, minutes) for name, value in losses.items()]
            case Sampled(step=step, kimg=kimg, variety=float(variety)):
                points.append(Point("variety", variety, step, kimg, minutes))
            case Scored(step=step, kimg=kimg, scores=scores, count=count, features=features):
                points += [Point(name, value, step, kimg, minutes, count, features) for name, value in scores.items()]
            case _:
                pass
    return Story(run.name, run, run.summary(), points, _measured(run.folder / "scores.json"))


def to_csv(stories: Sequence[Story]) -> str:
    """One line for each number: run, step, kimg, minutes, name, value, and for scores N and features."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for story in stories:
        for one in story.points:
            place = (one.step, f"{one.kimg:.3f}", f"{one.minutes:.4f}")
            writer.writerow([story.name, *place, one.name, f"{one.value:.6g}", one.images or "", one.features])
        for kept in story.measured:
            for name, value in kept["scores"].items():
                row = [story.name, kept["step"], "", "", name, f"{value:.6g}", kept["generated"], kept["features"]]
                writer.writerow(row)
    return text.getvalue()


def to_html(stories: Sequence[Story], *, axis: Axis = "kimg") -> str:
    """A page with nothing outside itself: no scripts, no links, pictures and plots inside."""
    names = ", ".join(one.name for one in stories)
    legend = " ".join(key(one.name, place) for place, one in enumerate(stories))
    parts = [
        f"<h1>Runs compared</h1><p class='muted'>{escape(names)}</p>",
        _overview(stories),
        f"<h2>Last samples</h2><div class='samples'>{''.join(map(_sample, stories))}</div>",
        f"<h2>Over time</h2><p>{legend}</p><div class='plots'>{_plots(stories, axis)}</div>",
        _evaluations(stories),
        f"<h2>Settings that differ</h2>{_differences(stories)}",
    ]
    head = f"<meta charset='utf-8'><title>{escape(names)}</title><style>{STYLE}</style>"
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{''.join(parts)}</body></html>\n"


def settings_that_differ(stories: Sequence[Story]) -> dict[str, list[str]]:
    """Each setting that is not the same in all runs, and what it is in each; '' where a run has no such setting."""
    all_values = [_every_setting(one.run) for one in stories]
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
    for one in stories:
        end = one.summary
        rows.append([one.name, one.run.settings.recipe, f"{end.images:,}", f"{end.step:,}", f"{end.kimg:,.1f} kimg",
                     f"{end.seconds / 60:,.1f} min", end.outcome])  # fmt: skip
    return _table(head, rows)


def _plots(stories: Sequence[Story], axis: Axis) -> str:
    titles = dict.fromkeys(point.axis for story in stories for point in story.points)
    across = "thousand images seen" if axis == "kimg" else "minutes of training"
    plots = []
    for title in titles:
        curves = [
            Curve(one.name, [(getattr(p, axis), p.value) for p in one.points if p.axis == title], place)
            for place, one in enumerate(stories)
        ]
        plots.append(line_plot(title, across, curves))
    return "".join(plots)


def _evaluations(stories: Sequence[Story]) -> str:
    """A table for each pair of N and features: other numbers do not belong beside each other."""
    groups: dict[tuple[int, str], list[tuple[str, dict[str, Any]]]] = {}
    for story in stories:
        for kept in story.measured:
            groups.setdefault((kept["generated"], kept["features"]), []).append((story.name, kept))
    parts = []
    for (count, features), those in groups.items():
        names = list(dict.fromkeys(name for _, kept in those for name in kept["scores"]))
        rows = [
            [run, f"{kept['step']:,}", *(_number(kept["scores"].get(name)) for name in names)] for run, kept in those
        ]
        parts.append(f"<h2>Evaluated with N {count:,}, {escape(features)}</h2>" + _table(["Run", "Step", *names], rows))
    return "".join(parts)


def _differences(stories: Sequence[Story]) -> str:
    rows = [[name.replace("_", " "), *values] for name, values in settings_that_differ(stories).items()]
    return _table(["Setting", *(one.name for one in stories)], rows) if rows else "<p>None.</p>"


def _sample(story: Story) -> str:
    caption = f"<figcaption>{escape(story.name)}</figcaption>"
    picture = story.summary.last_sample
    try:
        content = base64.b64encode(picture.read_bytes()).decode() if picture else ""
    except OSError:
        content = ""
    if not content:
        return f"<figure>{caption}<p class='muted'>no samples</p></figure>"
    label = escape(f"Samples of {story.name}", quote=True)
    return f"<figure><img alt='{label}' src='data:image/png;base64,{content}'>{caption}</figure>"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    def row(cells: Sequence[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(one)}</{tag}>" for one in cells) + "</tr>"

    return f"<table><thead>{row(head, 'th')}</thead><tbody>{''.join(row(one, 'td') for one in rows)}</tbody></table>"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.4g}"


def _measured(path: Path) -> list[dict[str, Any]]:
    """The measurements kept in scores.json; what is damaged or strange is passed over."""
    try:
        kept = json.loads(path.read_text())
        return [
            {"generated": int(one["generated"]), "features": str(one["features"]), "step": int(one["step"]),
             "scores": {str(name): float(value) for name, value in one["scores"].items()}}
            for one in kept
        ]  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []
