"""From bad to good: where each number that the program shows stands, and what it means. Help and the verdict read this.

A scale says where on a bar a value lies: 0 is bad, 1 is good, between its points in a straight line. Scores of the same
name do not compare across features and pictures, so KID stands beside the score of the run's own pictures, blurred, and
what has no such measure beside the worst that the run itself had.
"""

import itertools
import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import column, label, tip
from ganstudio.panels.parts.language import figure

NUMBERS = ("KID", "MIND", "coverage", "copies", "gap", "kimg", "lr")
"""Those that Help explains, in its order; see `scale_words`."""

Points = Sequence[tuple[float, float]]

SHARE: Points = ((0.0, 0.0), (0.3, 0.3), (0.8, 0.8), (1.0, 1.0))
"""Coverage, precision and recall: below 0.3 kinds are missing, above 0.8 is good."""
GAP: Points = ((0.0, 0.1), (0.2, 0.8), (0.4, 1.0), (0.6, 0.8), (1.0, 0.0))
"""D(x) less D(G(z)): a game of equals lies between 0.2 and 0.6."""
KIMG: Points = ((0.0, 0.0), (1.0, 0.35), (2.0, 0.6), (2.7, 0.8), (3.7, 0.95), (4.4, 1.0))
"""By the decimal logarithm: shapes after some tens, good small pictures after some hundreds, as published last."""
RATE: Points = ((-1.0, 0.0), (-0.3, 0.85), (0.0, 1.0), (0.3, 0.85), (1.0, 0.0))
"""By the decimal logarithm of the rate over the recipe's own: ten times as much or as little is hardly ever right."""
TO_BLURRED: Points = ((0.0, 1.0), (0.1, 0.85), (0.5, 0.5), (1.0, 0.2), (2.0, 0.0))
"""KID over that of the run's own pictures, blurred until little is left."""
TO_WORST: Points = ((0.0, 1.0), (1.0, 0.0))
VARIETY: Points = ((0.0, 0.0), (0.5, 0.5), (0.9, 1.0))
COPIES: Points = ((0.0, 1.0), (1.0, 0.85), (2.0, 0.4), (5.0, 0.0))
"""Over the share of new real pictures that lie as close."""


def place(value: float, points: Points) -> float:
    """0 (bad) to 1 (good); nan where the value is none."""
    if not math.isfinite(value):
        return math.nan
    if value <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in itertools.pairwise(points):
        if value <= right:
            return low + (high - low) * (value - left) / (right - left)
    return points[-1][1]


def kimg_place(kimg: float) -> float:
    return place(math.log10(kimg), KIMG) if kimg > 1 else 0.0


def rate_place(rate: float, usual: float) -> float:
    """`usual`: what the recipe would take."""
    return place(math.log10(rate / usual), RATE) if rate > 0 and usual > 0 else math.nan


def score_place(name: str, value: float, *, lower: bool, worst: float, blurred: float) -> float:
    """Of a score; `worst` is the worst of its run, `blurred` the KID of its pictures, blurred, or 0."""
    if name == "KID" and blurred > 0:
        return place(value / blurred, TO_BLURRED)
    if not lower:
        return place(value, SHARE) if name in {"coverage", "precision", "recall", "density"} else math.nan
    return place(max(value, 0.0) / worst, TO_WORST) if worst > 0 and worst != value else math.nan


def copies_place(share: float, usual: float) -> float:
    """`usual`: the share of new real pictures that lie as close to one that was learned."""
    if not math.isfinite(usual):
        return math.nan
    return place(share / max(usual, 0.005), COPIES)


def scale_words(name: str) -> str:
    """What the number means, with its scale from good to bad; '' for one that Help does not explain."""
    match name:
        case "KID":
            return QCoreApplication.translate(
                "Scales",
                "Distance from real pictures: 0 where nothing tells them apart. Good runs end far below the line for "
                "blurred pictures; at that line little is learned.",
            )
        case "MIND":
            return QCoreApplication.translate(
                "Scales", "The same by another ruler, which misses less: lower is better, and it falls with KID."
            )
        case "coverage":
            return QCoreApplication.translate(
                "Scales",
                "Share of the real pictures that have a likeness: above 0.8 is good, below 0.3 kinds are missing.",
            )
        case "copies":
            return QCoreApplication.translate(
                "Scales",
                "Share of pictures that repeat one that was learned: as for pictures kept aside is good, much more is "
                "learning by heart.",
            )
        case "gap":
            return QCoreApplication.translate(
                "Scales",
                "D(x) less D(G(z)): 0.2 to 0.6 is a game of equals; near 1 the discriminator has won, near 0 it "
                "guesses.",
            )
        case "kimg":
            return QCoreApplication.translate(
                "Scales",
                "Thousands of pictures learnt from so far: shapes after some tens, good small pictures after some "
                "hundreds, as published after 5,000 to 25,000.",
            )
        case "lr":
            return QCoreApplication.translate(
                "Scales",
                "Learning rate: 0.0002 is usual, 0.002 for StyleGAN. Too high jumps or fails, too low stands still.",
            )
        case _:
            return ""


class ScaleBar(QWidget):
    """A bar from bad (left) to good (right), with a mark where the number stands."""

    HIGH = 12

    def __init__(self) -> None:
        super().__init__()
        self._share = math.nan
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setShare(self, share: float, name: str, words: str) -> None:
        """`share`: 0 to 1; nan: there is no bar. `words`: what the number means."""
        self._share = share
        self.setVisible(math.isfinite(share))
        if math.isfinite(share):
            where = self.tr("{0}: {1} of the way from bad to good").format(name, figure(share, ".0%"))
            self.setAccessibleName(where)
            self.setToolTip(tip(f"{where}. {words}" if words else f"{where}."))
        self.update()

    def share(self) -> float:
        return self._share

    def sizeHint(self) -> QSize:
        return QSize(120, self.HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(4, self.height() / 2 - 3, self.width() - 8, 6)
        ground = QLinearGradient(track.topLeft(), track.topRight())
        for at, colour in ((0.0, known.bad), (0.5, known.warn), (1.0, known.good)):
            ground.setColorAt(at, look.mixed(colour, known.surface, 0.35))
        painter.setPen(QPen(QColor(known.line), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(track, 3, 3)
        at = track.left() + track.width() * min(max(self._share, 0.0), 1.0)
        painter.setPen(QPen(QColor(known.surface), 1.5))
        painter.setBrush(QColor(known.text))
        painter.drawRoundedRect(QRectF(at - 3, 0.5, 6, self.height() - 1), 3, 3)
        painter.end()


class NumberWords(QWidget):
    """The bar of a number above what it is to be compared with."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label(kind="caption", wrap=True)
        self.bar = ScaleBar()
        self.bar.hide()
        self.setLayout(column(self.bar, self._words, gap=2))

    def text(self) -> str:
        return self._words.text()

    def setText(self, text: str) -> None:
        self._words.setText(text)
        self._words.setVisible(bool(text))
