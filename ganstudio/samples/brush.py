"""Two ways to put a scene on paper: in colour, and in pencil. Both draw large and shrink, so that edges are smooth."""

import math

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

from ganstudio.samples.flowers import Backdrop, Colour, Dots, Points, Scene, Shape

Rgb = tuple[int, int, int]

_OVERSAMPLING = 4
_SMALLEST_CANVAS = 256
_INK = (62, 60, 70)
_PAPER = (247, 243, 233)
_TINT, _SHADING = 0.3, 0.35  # how much of a colour is left on the paper, behind the flower and on it


def paint(scene: Scene, size: int) -> Image.Image:
    """The scene in colour, RGB, size x size."""
    side = max(_SMALLEST_CANVAS, _OVERSAMPLING * size)
    image = _painted_backdrop(scene.backdrop, side)
    brushes = _Brushes(image)
    for shape in scene.shapes:
        if isinstance(shape, Dots):
            _paint_dots(brushes, shape)
        else:
            _paint_shape(brushes, shape)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def sketch(scene: Scene, size: int, rng: np.random.Generator) -> Image.Image:
    """The scene in coloured pencil, RGB, size x size; `rng` is the hand that shakes.

    Tinted paper and lightly shaded shapes: grey lines alone would say nothing about the colours, and nobody could tell
    a good translation back from a wrong one.
    """
    side = max(_SMALLEST_CANVAS, _OVERSAMPLING * size)
    paper = _blend(_PAPER, to_rgb(_mixed(scene.backdrop.zenith, scene.backdrop.horizon, 0.5)), _TINT)
    image = _paper(side, paper, rng)
    draw = ImageDraw.Draw(image, "RGBA")
    for outline, colour in scene.backdrop.hills:
        draw.polygon(_corners(outline, side), fill=_blend(paper, to_rgb(colour), _TINT))
        _stroke(draw, outline[:-2], side, rng, _pencil(colour), weight=0.55)
    for shape in scene.shapes:
        if isinstance(shape, Dots):
            _sketch_dots(draw, shape, side)
        else:
            _sketch_shape(draw, shape, side, rng)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def to_rgb(colour: Colour) -> Rgb:
    """OKLCH to 8-bit sRGB, clipped (Ottosson 2020, A perceptual color space for image processing)."""
    lightness, chroma, hue = colour[0], colour[1], math.radians(colour[2])
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _encoded(linear: float) -> int:
    linear = min(1.0, max(0.0, linear))
    return round(255 * (12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055))


def _mixed(first: Colour, second: Colour, share: float) -> Colour:
    turn = (second[2] - first[2] + 180) % 360 - 180  # the short way round the circle of hues
    return first[0] + share * (second[0] - first[0]), first[1] + share * (second[1] - first[1]), first[2] + share * turn


def _corners(points: Points, side: int) -> list[float]:
    """x, y, x, y, ... in pixels, as Pillow takes them."""
    corners: list[float] = (points * side).ravel().tolist()
    return corners


def _painted_backdrop(backdrop: Backdrop, size: int) -> Image.Image:
    """It is out of focus, so it is painted at a quarter of the size."""
    side = size // 4
    rows = [to_rgb(_mixed(backdrop.zenith, backdrop.horizon, row / 31)) for row in range(32)]
    sky = Image.fromarray(np.array(rows, dtype=np.uint8)[:, None]).resize((side, side), Image.Resampling.BILINEAR)
    draw = ImageDraw.Draw(sky, "RGBA")
    for outline, colour in backdrop.hills:
        draw.polygon(_corners(outline, side), fill=to_rgb(colour))
    for x, y, radius, colour in backdrop.lights:
        box = [(x - radius) * side, (y - radius) * side, (x + radius) * side, (y + radius) * side]
        draw.ellipse(box, fill=(*to_rgb(colour), 120))
    blurred = sky.filter(ImageFilter.GaussianBlur(side / 50))
    return blurred.resize((size, size), Image.Resampling.BILINEAR)


class _Brushes:
    """An opaque brush and one that lets through what lies below; the opaque one is twice as fast."""

    def __init__(self, image: Image.Image) -> None:
        self.opaque = ImageDraw.Draw(image, "RGB")
        self.glaze = ImageDraw.Draw(image, "RGBA")
        self.side = image.width


def _paint_shape(brushes: _Brushes, shape: Shape) -> None:
    side = brushes.side
    for spread, share in ((0.012, 0.35), (0.006, 0.5)):
        below = shape.outline + np.array([0.6 * spread, spread])
        brushes.glaze.polygon(_corners(below, side), fill=(20, 20, 50, round(255 * shape.shadow * share)))
    anchor = np.array(shape.anchor)
    steps = min(16, max(6, side // 48))  # shades the colour runs through; more where they could be told apart
    for step in range(steps):
        share = step / (steps - 1)
        points = anchor + (shape.outline - anchor) * (1 - shape.reach * share)
        brushes.opaque.polygon(_corners(points, side), fill=to_rgb(_mixed(shape.outer, shape.inner, share**1.3)))
    for vein in shape.veins:
        fill = (*to_rgb(shape.inner), 110)
        brushes.glaze.line(_corners(vein, side), fill=fill, width=max(1, side // 110), joint="curve")


def _paint_dots(brushes: _Brushes, dots: Dots) -> None:
    radius, fill = dots.radius * brushes.side, to_rgb(dots.colour)
    for x, y in (dots.centres * brushes.side).tolist():
        brushes.opaque.ellipse([x - radius, y - radius, x + radius, y + radius], fill=fill)


def _blend(first: Rgb, second: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a + share * (b - a)) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _pencil(colour: Colour) -> Rgb:
    """The pencil that a shape is drawn with: half graphite, half its own colour."""
    return _blend(_INK, to_rgb((min(colour[0], 0.6), colour[1], colour[2])), 0.5)


def _paper(side: int, colour: Rgb, rng: np.random.Generator) -> Image.Image:
    grain = rng.normal(0, 1, (side // 4, side // 4, 1)) * 2.2 + np.array(colour) + rng.normal(0, 2)
    cells: npt.NDArray[np.uint8] = np.clip(grain, 0, 255).astype(np.uint8)
    return Image.fromarray(cells).resize((side, side), Image.Resampling.BILINEAR)


def _stroke(
    draw: ImageDraw.ImageDraw, points: Points, side: int, rng: np.random.Generator, ink: Rgb, weight: float = 1.0
) -> None:
    """A pencil line: it wanders a little, and presses harder here than there."""
    wander = np.cumsum(rng.normal(0, 0.0012, points.shape), axis=0)
    wander -= np.linspace(0, 1, len(points))[:, None] * wander[-1]
    corners = _corners(points + wander, side)
    width = max(1, round(weight * side / 68))
    pressure = np.clip(rng.normal(200, 22), 120, 245) * min(1.0, 0.45 + 0.55 * weight)
    draw.line(corners, fill=(*ink, round(float(pressure))), width=width, joint="curve")


def _sketch_shape(draw: ImageDraw.ImageDraw, shape: Shape, side: int, rng: np.random.Generator) -> None:
    draw.polygon(_corners(shape.outline, side), fill=_blend(_PAPER, to_rgb(shape.outer), _SHADING))
    _stroke(draw, np.concatenate([shape.outline, shape.outline[:1]]), side, rng, _pencil(shape.outer))
    for vein in shape.veins:
        _stroke(draw, vein, side, rng, _pencil(shape.inner), weight=0.5)


def _sketch_dots(draw: ImageDraw.ImageDraw, dots: Dots, side: int) -> None:
    radius, fill = dots.radius * 0.6 * side, (*_pencil(dots.colour), 150)
    for x, y in (dots.centres * side).tolist():
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=fill)
