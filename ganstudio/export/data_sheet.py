"""The card of a data set: how it was made, from what, how it was filtered, and what it must not be used for."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np

from ganstudio import __version__ as version
from ganstudio.core.pixels import Pixels
from ganstudio.export.image_file import encode
from ganstudio.export.run_report import STYLE
from ganstudio.export.sheet import contact_sheet

UNFIT = (
    "As test or validation pictures, or to report an accuracy on: a model made them, and it errs where it has learned "
    "little.",
    "As pictures of real things, persons or findings, or as evidence of any.",
    "As pictures of what the training pictures do not show: what is rare or missing there is so here.",
    "Without leave of those who hold rights in the training pictures: their licence is not known to this program.",
)


@dataclass(frozen=True)
class SheetFilter:
    """What one filter did."""

    title: str
    seen: int
    dropped: int
    examples: Sequence[Pixels]


@dataclass(frozen=True)
class DataSheet:
    """What the card says."""

    title: str
    made: Mapping[str, str]
    """How it was made: lines of a name and a text."""
    counts: Sequence[tuple[str, int, int, int]]
    """Class, real pictures learned from, synthetic ones of this set, real ones of this set."""
    filters: Sequence[SheetFilter]
    scores: Mapping[str, float]
    remarks: Sequence[str]

    def to_json(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "made": dict(self.made),
            "classes": [dict(zip(("name", "learned", "synthetic", "real"), line, strict=True)) for line in self.counts],
            "filters": [{"title": each.title, "seen": each.seen, "dropped": each.dropped} for each in self.filters],
            "scores": dict(self.scores),
            "remarks": list(self.remarks),
            "must not be used": list(UNFIT),
        }

    def to_html(self) -> str:
        """One file with everything in it."""
        made = "".join(f"<tr><th>{escape(name)}</th><td>{escape(text)}</td></tr>" for name, text in self.made.items())
        sections = [f"<h2>How it was made</h2><table>{made}</table>", self._counts(), self._filters()]
        scores = "".join(f"<tr><th>{escape(name)}</th><td>{value:.4g}</td></tr>" for name, value in self.scores.items())
        sections.append(f"<h2>Scores against the training pictures</h2><table>{scores}</table>" if scores else "")
        sections.append(_list("Remarks", self.remarks))
        sections.append(_list("What it must not be used for", UNFIT))
        return page(self.title, [section for section in sections if section])

    def _counts(self) -> str:
        head = "<tr><th>class</th><th>learned from</th><th>synthetic here</th><th>real here</th></tr>"
        lines = [(name, f"{learned:,}", f"{made:,}", f"{real:,}") for name, learned, made, real in self.counts]
        columns = list(zip(*(line[1:] for line in self.counts), strict=True))
        total = ("all", *(f"{sum(column):,}" for column in columns))
        return f"<h2>Classes</h2>{table(head, [*lines, total])}"

    def _filters(self) -> str:
        if not self.filters:
            return "<h2>Filters</h2><p>None: every picture that was drawn is here.</p>"
        return "<h2>Filters</h2>" + "".join(_filter(each) for each in self.filters)


def _filter(each: SheetFilter) -> str:
    share = f" ({each.dropped / each.seen:.1%})" if each.seen else ""
    text = f"<p><b>{each.dropped:,}</b> of {each.seen:,}{share} {escape(each.title)}</p>"
    return text + (picture(contact_sheet(np.stack(list(each.examples)))) if each.examples else "")


def picture(pixels: Pixels) -> str:
    """A picture within the page itself."""
    data = base64.b64encode(encode(pixels, "png")).decode()
    return f'<img src="data:image/png;base64,{data}" style="image-rendering:pixelated;max-width:100%">'


def table(head: str, lines: Sequence[Sequence[str]]) -> str:
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in lines)
    return f"<table>{head}{body}</table>"


def _list(title: str, sentences: Sequence[str]) -> str:
    points = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f"<h2>{title}</h2><ul>{points}</ul>" if points else ""


def page(title: str, sections: Sequence[str]) -> str:
    """A whole HTML page in the look of the run reports."""
    body = "".join(f"<section>{section}</section>" for section in sections)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style></head><body><h1>{escape(title)}</h1>{body}"
        f'<p class="muted">GAN Studio {version}</p></body></html>\n'
    )
