"""The report of the judge as one HTML file: the sentence, the plot, accuracies by arm and by class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from ganstudio.export.data_sheet import page, table
from ganstudio.export.figure import FigureCurve, key, line_plot


@dataclass(frozen=True)
class JudgeReport:
    """What the report shows, ready in words and numbers."""

    title: str
    sentence: str
    curves: Mapping[str, Sequence[tuple[float, float]]]
    """Of each arm: (percent of the real pictures, balanced accuracy)."""
    arms: Sequence[tuple[str, str, str, str]]
    """Arm, share, balanced accuracy, difference from the real pictures alone."""
    classes: Sequence[tuple[str, str, str]]
    """Class, pictures added, difference."""
    facts: Sequence[str]
    """How it was judged, a sentence each."""

    def to_html(self) -> str:
        arms = "<tr><th>trained on</th><th>real pictures</th><th>balanced accuracy</th><th>against real alone</th></tr>"
        classes = "<tr><th>class</th><th>synthetic added</th><th>difference</th></tr>"
        sections = [f"<h2>{escape(self.sentence)}</h2>", self._plot(), f"<h2>Arms</h2>{table(arms, self.arms)}"]
        sections.append(f"<h2>By class, with all real pictures that were used</h2>{table(classes, self.classes)}")
        points = "".join(f"<li>{escape(fact)}</li>" for fact in self.facts)
        sections.append(f"<h2>How it was judged</h2><ul>{points}</ul>")
        return page(self.title, [section for section in sections if section])

    def _plot(self) -> str:
        curves = [FigureCurve(name, points, place) for place, (name, points) in enumerate(self.curves.items())]
        drawn = line_plot("Balanced accuracy", "% of the real pictures", curves)
        legend = " ".join(key(curve.name, curve.place) for curve in curves)
        return f'<div class="plots"><figure>{drawn}<figcaption>{legend}</figcaption></figure></div>' if drawn else ""
