"""Which curves there are: what a key of Progress.losses is called, where it is drawn, and in which line."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt

from ganstudio.panels import look
from ganstudio.panels.parts.language import said

Group = Literal["losses", "outputs", "more"]

OTHER_LINES = (Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine, Qt.PenStyle.DashDotDotLine)


@dataclass(frozen=True)
class Curve:
    key: str
    title: str
    group: Group
    role: str
    """A colour of `look.Colours`."""
    line: Qt.PenStyle


def curve_for(key: str, number: int = 0) -> Curve:
    """The generator's numbers are solid in its colour, the discriminator's dashed in its own; others vary the line."""
    if key.startswith("D(G"):
        return Curve(key, _tr("D(G(z)) generated"), "outputs", "generator", look.GENERATOR_LINE)
    if key.startswith("D(held"):
        return Curve(key, _tr("D of held-out real"), "outputs", "discriminator", Qt.PenStyle.DotLine)
    if key.startswith("D("):
        return Curve(key, _tr("D(x) real"), "outputs", "discriminator", look.DISCRIMINATOR_LINE)
    if key.startswith(("generator", "discriminator", "critic")):
        role = "generator" if key.startswith("generator") else "discriminator"
        line = look.GENERATOR_LINE if role == "generator" else look.DISCRIMINATOR_LINE
        return Curve(key, _words(key), "losses", role, line)
    role = ("accent", "good", "warn", "muted")[number % 4]
    return Curve(key, _words(key), "more", role, OTHER_LINES[number % len(OTHER_LINES)])


def _words(key: str) -> str:
    text = key.replace("_", " ").replace("/", " ")
    return said(text[:1].upper() + text[1:])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Curve", text)
