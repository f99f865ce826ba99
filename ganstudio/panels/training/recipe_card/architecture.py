"""A small picture of what a recipe builds: the generator growing an image, the discriminator reading it.

Drawn from what the recipe says of itself: fully connected or convolutional, how often the size doubles, one side or
two, grown in stages or steered by styles, and in a corner what it is known for.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ganstudio.core.recipe import Recipe
from ganstudio.core.settings import Setting, settings_of
from ganstudio.panels import look


@dataclass(frozen=True)
class Sketch:
    """The few facts that the picture shows."""

    layers: int = 4
    connected: bool = False
    two_sides: bool = False
    styled: bool = False
    grown: bool = False
    automatic: bool = False
    mark: str = ""
    """A name in `MARKS`."""

    @property
    def standing(self) -> bool:
        """Layers stand on the ground and leave room above them."""
        return self.styled or bool(self.mark)


ONE_WAY = ("cut", "faststyle", "adain")
KNOWN_FOR = {"upsample": "doubling", "superres": "doubling", "cgan": "classes", "fastgan": "shortcut", "cut": "patches"}


def sketch_of(recipe: type[Recipe]) -> Sketch:
    known = {field.name: field for field in settings_of(recipe)}
    resolution = int(known["resolution"].default) if "resolution" in known else 64
    return Sketch(
        layers=min(max(round(math.log2(max(resolution, 8))) - 2, 3), 5),
        connected="generator_widths" in known or "linear" in recipe.name,
        two_sides=recipe.sides == 2 and recipe.name not in ONE_WAY,
        styled="style" in recipe.name,
        grown="fade_kimg" in known,
        automatic=recipe.name == "auto",
        mark=KNOWN_FOR.get(recipe.name) or _kept_in_check(known),
    )


def _kept_in_check(known: Mapping[str, Setting]) -> str:
    """What holds the critic back, where that is what a recipe is about."""
    if "weight_clip" in known and known["weight_clip"].default:
        return "clip"
    if "penalty" not in known or "fade_kimg" in known:
        return ""
    return {"wgan-gp": "slope", "r1+r2": "pair"}.get(str(known["penalty"].default), "")


def draw_sketch(painter: QPainter, area: QRectF, sketch: Sketch, known: look.Colours) -> None:
    """Generator to the left, discriminator to the right; of two sides, one pair above the other."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if sketch.automatic:
        _draw_spark(painter, area, known)
    elif sketch.two_sides:
        upper, lower = QRectF(area), QRectF(area)
        upper.setHeight(area.height() * 0.46)
        lower.setTop(area.bottom() - area.height() * 0.46)
        _draw_pair(painter, upper, sketch, known)
        _draw_pair(painter, lower, sketch, known, mirrored=True)
    else:
        _draw_pair(painter, area, sketch, known)
    if sketch.mark:
        MARKS[sketch.mark](painter, area, known)
    painter.restore()


def _draw_pair(painter: QPainter, area: QRectF, sketch: Sketch, known: look.Colours, *, mirrored: bool = False) -> None:
    if mirrored:
        painter.save()
        painter.translate(2 * area.center().x(), 0)
        painter.scale(-1, 1)
    count = sketch.layers
    pitch = area.width() / (2 * count + 1)
    for number in range(count):
        left = area.left() + number * pitch
        right = area.right() - (number + 1) * pitch
        share = 0.3 + 0.7 * (number + 1) / count
        _draw_layer(painter, area, left, pitch, share, sketch, QColor(known.generator), dashed=False)
        _draw_layer(painter, area, right, pitch, share, sketch, QColor(known.discriminator), dashed=True)
        if sketch.styled:
            _draw_style(painter, area, left + pitch * 0.4, share, known)
    if mirrored:
        painter.restore()


def _draw_layer(
    painter: QPainter,
    area: QRectF,
    left: float,
    pitch: float,
    share: float,
    sketch: Sketch,
    colour: QColor,
    *,
    dashed: bool,
) -> None:
    """A layer is a bar as high as its images; of fully connected ones, a column of units."""
    height = area.height() * share * (0.72 if sketch.standing else 1.0)
    top = area.bottom() - height if sketch.standing else area.center().y() - height / 2
    bar = QRectF(left + pitch * 0.18, top, pitch * 0.6, height)
    pen = QPen(colour, 1.4, look.DISCRIMINATOR_LINE if dashed else look.GENERATOR_LINE)
    if sketch.connected:
        _draw_units(painter, bar, colour, filled=not dashed)
        return
    fill = QColor(colour)
    fill.setAlphaF(0.28 if not dashed else 0.08)
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawRoundedRect(bar, 2, 2)
    if sketch.grown:
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(QPointF(bar.left(), bar.center().y()), QPointF(bar.right(), bar.center().y()))


def _draw_units(painter: QPainter, bar: QRectF, colour: QColor, *, filled: bool) -> None:
    count = max(2, round(bar.height() / 7))
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(colour if filled else QColor(Qt.GlobalColor.transparent))
    for number in range(count):
        y = bar.top() + (number + 0.5) * bar.height() / count
        painter.drawEllipse(QPointF(bar.center().x(), y), 1.9, 1.9)


def _draw_style(painter: QPainter, area: QRectF, x: float, share: float, known: look.Colours) -> None:
    """An arrow from the style above into the layer."""
    top, tip = area.top() + 1, area.bottom() - area.height() * share * 0.72 - 2
    painter.setPen(QPen(QColor(known.accent), 1.2))
    painter.drawLine(QPointF(x, top), QPointF(x, tip))
    painter.drawLine(QPointF(x - 2, tip - 2.5), QPointF(x, tip))
    painter.drawLine(QPointF(x + 2, tip - 2.5), QPointF(x, tip))


def _draw_spark(painter: QPainter, area: QRectF, known: look.Colours) -> None:
    """A four-pointed star and a small one: the program chooses."""
    painter.setPen(QPen(QColor(known.accent), 1.4))
    for centre, size in ((area.center(), area.height() / 2), (area.center() + QPointF(20, -9), area.height() / 5)):
        path = QPainterPath(centre + QPointF(0, -size))
        for x, y in ((size, 0), (0, size), (-size, 0), (0, -size)):
            path.quadTo(centre, centre + QPointF(x, y))
        painter.drawPath(path)


# What it is known for: in the corners, which small layers leave free -------------------------------------------------


def _draw_clip(painter: QPainter, area: QRectF, known: look.Colours) -> None:
    """The function that cuts weights: flat, rising, flat."""
    corner = area.topRight()
    painter.setPen(QPen(QColor(known.discriminator), 1.6))
    painter.drawPolyline([corner + QPointF(x, y) for x, y in ((-18, 13), (-12, 13), (-6, 3), (0, 3))])


def _draw_slope(painter: QPainter, area: QRectF, known: look.Colours) -> None:
    """A slope held at one point."""
    corner = area.topRight()
    painter.setPen(QPen(QColor(known.discriminator), 1.6))
    painter.drawLine(corner + QPointF(-14, 12), corner + QPointF(0, 1))
    painter.setBrush(QColor(known.discriminator))
    painter.drawEllipse(corner + QPointF(-7, 6.5), 2.2, 2.2)


def _draw_matched(painter: QPainter, area: QRectF, known: look.Colours) -> None:
    """A real and a fake, judged together."""
    y = area.top() + 5
    for x, colour, other in ((-12, known.generator, -7), (-2, known.discriminator, -7)):
        painter.setPen(QPen(QColor(colour), 1.4))
        painter.drawLine(QPointF(area.right() + x, y), QPointF(area.right() + other, y))
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(area.right() + x, y), 2.6, 2.6)


def _draw_doubling(painter: QPainter, area: QRectF, known: look.Colours) -> None:
    """One pixel becomes four."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(known.generator))
    left, top = area.left(), area.top()
    painter.drawRect(QRectF(left, top + 3, 4, 4))
    for x, y in ((8, 0), (13, 0), (8, 5), (13, 5)):
        painter.drawRect(QRectF(left + x, top + y, 4, 4))


def _draw_classes(painter: QPainter, area: QRectF, known: look.Colours) -> None:
    """Three kinds, to choose from."""
    painter.setPen(Qt.PenStyle.NoPen)
    for number, colour in enumerate((known.good, known.accent, known.warn)):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(area.left() + 3 + 7 * number, area.top() + 4), 2.5, 2.5)


def _draw_shortcut(painter: QPainter, area: QRectF, known: look.Colours) -> None:
    """From a small layer straight to a large one."""
    start = QPointF(area.left() + 4, area.center().y())
    path = QPainterPath(start)
    path.quadTo(QPointF(start.x(), area.top() + 1), QPointF(area.center().x() - 11, area.top() + 9))
    painter.setPen(QPen(QColor(known.accent), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _draw_patches(painter: QPainter, area: QRectF, known: look.Colours) -> None:
    """A patch before, and the same place after."""
    painter.setPen(QPen(QColor(known.accent), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    left, y = area.left(), area.top() + 1
    painter.drawRect(QRectF(left, y, 5, 5))
    painter.drawRect(QRectF(left + 14, y, 5, 5))
    painter.drawLine(QPointF(left + 7, y + 2.5), QPointF(left + 12, y + 2.5))


MARKS: Mapping[str, Callable[[QPainter, QRectF, look.Colours], None]] = {
    "clip": _draw_clip,
    "slope": _draw_slope,
    "pair": _draw_matched,
    "doubling": _draw_doubling,
    "classes": _draw_classes,
    "shortcut": _draw_shortcut,
    "patches": _draw_patches,
}
