"""The flowers of the sample set as shapes in a unit square, y downwards: what they look like, not how they are drawn.

A scene follows from its seed alone. The same scene is painted in colour or drawn in pencil by `brush`.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
"""(n, 2), x and y, the frame being 0 to 1."""
Colour = tuple[float, float, float]
"""OKLCH: lightness 0 to 1, chroma 0 to about 0.3, hue in degrees. Equal lightness looks equally light."""

GOLDEN = math.pi * (3 - math.sqrt(5))
"""The angle between neighbouring seeds of a sunflower."""


@dataclass(frozen=True)
class Shape:
    """A petal, a leaf, a disc: an outline whose colour runs from `inner` at `anchor` to `outer` at the edge."""

    outline: Points
    anchor: tuple[float, float]
    inner: Colour
    outer: Colour
    veins: tuple[Points, ...] = ()
    shadow: float = 0.25
    """How dark a shadow it throws on what lies behind it, 0 to 1."""
    reach: float = 0.9
    """How far from the edge towards the anchor the colour runs."""


@dataclass(frozen=True)
class Dots:
    """Seeds or stamens: small discs of one colour."""

    centres: Points
    radius: float
    colour: Colour


@dataclass(frozen=True)
class Backdrop:
    """What lies behind the flower, out of focus."""

    zenith: Colour
    horizon: Colour
    hills: tuple[tuple[Points, Colour], ...]
    lights: tuple[tuple[float, float, float, Colour], ...]
    """Blurred spots of light: x, y, radius, colour."""


@dataclass(frozen=True)
class Scene:
    species: str
    backdrop: Backdrop
    shapes: tuple[Shape | Dots, ...]
    """From back to front."""


class Pose:
    """Where the head of a flower is, how large, how far it leans and how much it is turned away."""

    def __init__(self, rng: np.random.Generator, *, radius: tuple[float, float], turned: tuple[float, float]) -> None:
        self.centre = np.array([rng.uniform(0.46, 0.54), rng.uniform(0.41, 0.48)])
        self.radius = rng.uniform(*radius)
        self.spin = rng.uniform(0, math.tau)
        lean, flat = rng.uniform(-0.6, 0.6), rng.uniform(*turned)
        turn = np.array([[math.cos(lean), -math.sin(lean)], [math.sin(lean), math.cos(lean)]])
        self._matrix = turn @ np.diag([1, flat]) @ turn.T

    def place(self, points: Points) -> Points:
        """Points around the origin, in units of the head's radius, as they stand in the frame."""
        placed: Points = self.centre + self.radius * (points @ self._matrix.T)
        return placed


def scene(seed: int, species: str | None = None) -> Scene:
    """The flower of `seed`; its species follows from the seed too unless it is given."""
    rng = np.random.default_rng([seed, 0xB10550])
    name = SPECIES_NAMES[int(rng.integers(len(SPECIES_NAMES)))]
    name = species or name
    return Scene(name, _backdrop(rng), tuple(_GROWS[name](rng)))


def petal(length: float, width: float, *, belly: float, tip: float, notch: float = 0.0, bend: float = 0.0) -> Points:
    """A petal along x from the origin: widest at `belly` (0 to 1), `tip` below 1 is blunt and above it is pointed."""
    t = np.linspace(0, 1, 26)
    warped = t ** (math.log(0.5) / math.log(belly))
    half = width / 2 * np.sin(math.pi * warped) ** np.where(t < belly, 0.85, tip)
    x = length * t - notch * length * np.exp(-((half / (0.22 * width)) ** 2)) * t**4
    side = np.stack([x, half], axis=1)
    outline = np.concatenate([side, side[-2:0:-1] * (1, -1)])
    outline[:, 1] += bend * (outline[:, 0] / length) ** 2
    return outline


def _turned(points: Points, angle: float) -> Points:
    cos, sin = math.cos(angle), math.sin(angle)
    turned: Points = points @ np.array([[cos, sin], [-sin, cos]])
    return turned


def _disc(radius: float, wobble: float = 0.0, rng: np.random.Generator | None = None) -> Points:
    angles = np.linspace(0, math.tau, 40, endpoint=False)
    radii = np.full(40, radius)
    if rng is not None:
        radii = radii * (1 + wobble * np.sin(angles * int(rng.integers(3, 6)) + rng.uniform(0, math.tau)))
    return np.stack([radii * np.cos(angles), radii * np.sin(angles)], axis=1)


def _lit(colour: Colour, angle: float, strength: float = 0.05) -> Colour:
    """Light falls from the upper left."""
    return colour[0] + strength * math.cos(angle + 0.75 * math.pi), colour[1], colour[2]


def _crown(
    rng: np.random.Generator,
    pose: Pose,
    outline: Callable[[], Points],
    *,
    count: int,
    inner: Colour,
    outer: Colour,
    offset: float = 0.0,
    jitter: float = 0.05,
    veins: int = 1,
) -> list[Shape]:
    """`count` petals around the centre, each a little different; every second one behind its neighbours."""
    shapes = []
    order = [*range(0, count, 2), *range(1, count, 2)]
    for number in order:
        angle = pose.spin + math.tau * (number + offset) / count + rng.normal(0, jitter)
        points = _turned(outline(), angle)
        tip = points[np.argmax((points**2).sum(axis=1))]
        lines = tuple(
            pose.place(np.linspace(0.3, 0.82, 7)[:, None] * _turned(tip[None], 0.16 * (line - (veins - 1) / 2)))
            for line in range(veins)
        )
        shade = rng.normal(0, 0.012)
        lit = _lit((outer[0] + shade, outer[1], outer[2]), angle)
        centre = (float(pose.centre[0]), float(pose.centre[1]))
        shapes.append(Shape(pose.place(points), centre, inner, lit, lines))
    return shapes


def _stem(rng: np.random.Generator, start: Points, colour: Colour, width: float = 0.034) -> Shape:
    """From the head down and out of the frame."""
    foot = np.array([start[0] + rng.uniform(-0.12, 0.12), 1.08])
    bow = np.array([(start[0] + foot[0]) / 2 + rng.uniform(-0.07, 0.07), 0.75])
    t = np.linspace(0, 1, 14)[:, None]
    spine = (1 - t) ** 2 * start + 2 * t * (1 - t) * bow + t**2 * foot
    across = np.array([width / 2, 0.0])
    outline = np.concatenate([spine - across, (spine + across * 1.1)[::-1]])
    return Shape(outline, (float(start[0]), 0.7), colour, colour, (), 0.15, 0.0)


def _leaf(base: tuple[float, float], angle: float, length: float, width: float, green: Colour, bend: float) -> Shape:
    points = petal(length, width, belly=0.42, tip=1.25, bend=bend)
    t = np.linspace(0.05, 0.9, 9)
    rib = np.stack([length * t, bend * t**2], axis=1)
    place = np.array(base)
    inner = (green[0] - 0.1, green[1], green[2] + 6)
    return Shape(place + _turned(points, angle), base, inner, _lit(green, angle), (place + _turned(rib, angle),), 0.2)


def _leaves(rng: np.random.Generator, pose: Pose, green: Colour) -> list[Shape]:
    """Leaves behind the head, on both sides of the stem."""
    shapes = []
    for side in (-1, 1):
        for _ in range(int(rng.integers(1, 3))):
            angle = math.pi / 2 - side * rng.uniform(0.55, 1.25)
            base = (float(pose.centre[0]) + side * 0.01, rng.uniform(0.74, 0.9))
            shade = (green[0] + rng.normal(0, 0.03), green[1], green[2] + rng.normal(0, 5))
            length = rng.uniform(0.3, 0.42)
            up = math.pi / 2 - angle
            shapes.append(_leaf(base, -angle + 0.25 * up, length, rng.uniform(0.12, 0.17), shade, side * 0.05))
    return shapes


def _green(rng: np.random.Generator) -> Colour:
    return rng.uniform(0.5, 0.6), rng.uniform(0.1, 0.14), rng.uniform(132, 150)


def _hue(rng: np.random.Generator, *choices: tuple[float, float]) -> float:
    low, high = choices[int(rng.integers(len(choices)))]
    return float(rng.uniform(low, high))


def _daisy(rng: np.random.Generator) -> list[Shape | Dots]:
    """Many slim white petals round a yellow button."""
    pose = Pose(rng, radius=(0.38, 0.43), turned=(0.78, 1.0))
    green, count = _green(rng), int(rng.integers(13, 20))
    blush = (rng.uniform(0.78, 0.86), rng.uniform(0.02, 0.08), _hue(rng, (340, 370), (280, 310), (90, 110)))
    white = (0.97, 0.012, blush[2])
    length, width = rng.uniform(0.94, 1.0), rng.uniform(0.27, 0.33) * 15 / count
    shapes: list[Shape | Dots] = [_stem(rng, pose.centre, green), *_leaves(rng, pose, green)]
    shapes += _crown(
        rng, pose, lambda: petal(length * rng.uniform(0.93, 1), width, belly=0.66, tip=0.55, bend=rng.normal(0, 0.02)),
        count=count, inner=blush, outer=white, jitter=0.03,
    )  # fmt: skip
    return shapes + _button(rng, pose, rng.uniform(0.25, 0.31), (0.84, 0.17, 88), (0.7, 0.16, 65), 40)


def _button(
    rng: np.random.Generator, pose: Pose, radius: float, light: Colour, dark: Colour, seeds: int
) -> list[Shape | Dots]:
    """The middle of a daisy or a sunflower: a dome with seeds along golden-angle spirals."""
    up = (float(pose.centre[0]) - 0.1 * radius * pose.radius, float(pose.centre[1]) - 0.25 * radius * pose.radius)
    number = np.arange(seeds) + 0.5
    radii, angles = radius * 0.92 * np.sqrt(number / seeds), number * GOLDEN + rng.uniform(0, math.tau)
    spots = pose.place(np.stack([radii * np.cos(angles), radii * np.sin(angles)], axis=1))
    size = 0.5 * radius * pose.radius / math.sqrt(seeds)
    dome = Shape(pose.place(_disc(radius)), up, light, dark, (), 0.35)
    half = seeds // 2
    return [
        dome,
        Dots(spots[:half], size, (light[0] + 0.02, light[1], light[2] + 4)),
        Dots(spots[half:], size, (dark[0] - 0.1, dark[1], dark[2])),
    ]


def _sunflower(rng: np.random.Generator) -> list[Shape | Dots]:
    """Two rows of pointed golden petals round a large dark disc."""
    pose = Pose(rng, radius=(0.4, 0.45), turned=(0.82, 1.0))
    green, count = _green(rng), int(rng.integers(15, 20))
    hue = _hue(rng, (82, 94), (70, 82))
    gold, deep = (rng.uniform(0.82, 0.88), 0.175, hue), (rng.uniform(0.6, 0.68), 0.17, hue - 24)
    shapes: list[Shape | Dots] = [_stem(rng, pose.centre, green, 0.045), *_leaves(rng, pose, green)]
    for row, length in ((0, 1.0), (1, 0.86)):
        tint = (gold[0] - 0.05 * (1 - row), gold[1], gold[2] - 5 * (1 - row))
        shapes += _crown(
            rng, pose, lambda size=length: petal(  # type: ignore[misc]
                size * rng.uniform(0.92, 1.02), rng.uniform(0.25, 0.31), belly=0.55, tip=1.15, bend=rng.normal(0, 0.04)
            ),
            count=count, inner=deep, outer=tint, offset=row / 2, jitter=0.05,
        )  # fmt: skip
    brown, dark = (0.46, 0.09, 55), (0.27, 0.05, 45)
    return shapes + _button(rng, pose, rng.uniform(0.4, 0.47), brown, dark, 90)


def _periwinkle(rng: np.random.Generator) -> list[Shape | Dots]:
    """Five broad notched petals, blue to violet, with a pale star in the middle."""
    pose = Pose(rng, radius=(0.38, 0.43), turned=(0.8, 1.0))
    green = _green(rng)
    hue = _hue(rng, (255, 275), (280, 305))
    outer, inner = (rng.uniform(0.54, 0.7), rng.uniform(0.14, 0.19), hue), (0.95, 0.03, hue + 12)
    notch, width = rng.uniform(0.1, 0.2), rng.uniform(0.74, 0.86)
    shapes: list[Shape | Dots] = [_stem(rng, pose.centre, green), *_leaves(rng, pose, green)]
    shapes += _crown(
        rng, pose, lambda: petal(1.06, width, belly=0.7, tip=0.5, notch=notch, bend=rng.normal(0, 0.05)),
        count=5, inner=inner, outer=outer, jitter=0.04, veins=3,
    )  # fmt: skip
    eye = Shape(pose.place(_disc(0.13)), (float(pose.centre[0]), float(pose.centre[1])), (0.9, 0.15, 100),
                (0.78, 0.16, 80), (), 0.2)  # fmt: skip
    angles = pose.spin + np.arange(5) * math.tau / 5
    return [
        *shapes,
        eye,
        Dots(pose.place(0.2 * np.stack([np.cos(angles), np.sin(angles)], axis=1)), 0.012, (0.97, 0.05, 100)),
    ]


def _rose(rng: np.random.Generator) -> list[Shape | Dots]:
    """Round petals in ever smaller whorls, darker towards the heart."""
    pose = Pose(rng, radius=(0.37, 0.42), turned=(0.84, 1.0))
    green = _green(rng)
    hue = _hue(rng, (2, 14), (14, 26), (346, 362))
    light, chroma = rng.uniform(0.64, 0.8), rng.uniform(0.14, 0.2)
    shapes: list[Shape | Dots] = [_stem(rng, pose.centre, green, 0.04), *_leaves(rng, pose, green)]
    for number, (size, count) in enumerate(((1.02, 6), (0.84, 5), (0.64, 5), (0.46, 4), (0.3, 3))):
        outer = (light - 0.02 * number, chroma, hue)
        inner = (light - 0.2 - 0.045 * number, chroma + 0.02, hue + 4)
        shapes += _whorl(rng, pose, size, count, inner, outer, turn=number * GOLDEN)
    heart = Shape(pose.place(_disc(0.1)), (float(pose.centre[0]), float(pose.centre[1])),
                  (light - 0.34, chroma, hue + 4), (light - 0.1, chroma, hue), (_spiral(pose),), 0.3)  # fmt: skip
    return [*shapes, heart]


def _whorl(
    rng: np.random.Generator, pose: Pose, size: float, count: int, inner: Colour, outer: Colour, turn: float
) -> list[Shape]:
    """Cupped petals of a rose: round discs set off the middle, each shading the next one inwards."""
    shapes = []
    for number in range(count):
        angle = pose.spin + turn + math.tau * number / count + rng.normal(0, 0.08)
        out = np.array([math.cos(angle), math.sin(angle)])
        round_ = _turned(_disc(1.0) * (0.62, 0.78), angle) * size * 0.62
        petal_ = pose.place(round_ + out * size * 0.55 * rng.uniform(0.94, 1.04))
        shade = (outer[0] + rng.normal(0, 0.015), outer[1], outer[2])
        anchor = pose.place((out * size * 0.22)[None])[0]
        shapes.append(Shape(petal_, (float(anchor[0]), float(anchor[1])), inner, _lit(shade, angle, 0.06), (), 0.45))
    return shapes


def _spiral(pose: Pose) -> Points:
    t = np.linspace(0.1, 1, 24)
    return pose.place(0.1 * t[:, None] * np.stack([np.cos(9 * t), np.sin(9 * t)], axis=1))


_CUP = (
    (-0.55, 0.93, 0.5, -0.1),
    (0.55, 0.93, 0.5, -0.12),
    (-1.5, 0.98, 0.6, -0.02),
    (1.5, 0.98, 0.6, -0.06),
    (0.0, 0.84, 0.62, 0.04),
)
"""A tulip's petals from back to front: how far to the side, length and width, how much lighter."""


def _tulip(rng: np.random.Generator) -> list[Shape | Dots]:
    """A cup seen from the side, with long leaves."""
    centre, height = np.array([rng.uniform(0.47, 0.53), rng.uniform(0.66, 0.7)]), rng.uniform(0.52, 0.6)
    green, lean = _green(rng), rng.uniform(-0.16, 0.16)
    hue = _hue(rng, (22, 34), (350, 366), (60, 85), (310, 330))
    light = (rng.uniform(0.66, 0.78) + (0.1 if 50 < hue < 90 else 0), rng.uniform(0.15, 0.19), hue)
    dark = (light[0] - 0.2, light[1], hue - (22 if 50 < hue < 90 else 10))
    shapes: list[Shape | Dots] = [*_blades(rng, centre, green), _stem(rng, centre, green, 0.042)]
    opened = rng.uniform(0.14, 0.3)
    for angle, length, width, shade in _CUP:
        points = petal(height * length, height * width, belly=0.4, tip=1.0, bend=-0.04 * angle)
        turn = -math.pi / 2 + lean + angle * opened
        t = np.linspace(0.25, 0.85, 7)[:, None]
        rib = (centre + _turned(t * (height * length, 0.0), turn),) if angle == 0 else ()
        outer = (light[0] + shade, light[1], light[2])
        shapes.append(
            Shape(centre + _turned(points, turn), (float(centre[0]), float(centre[1])), dark, outer, rib, 0.3)
        )
    return shapes


def _blades(rng: np.random.Generator, centre: Points, green: Colour) -> list[Shape]:
    blades = []
    for side in (-1, 1):
        for _ in range(int(rng.integers(1, 3))):
            base = (float(centre[0]) + side * rng.uniform(0.01, 0.05), 1.04)
            angle = -math.pi / 2 + side * rng.uniform(0.22, 0.62)
            shade = (green[0] + rng.normal(0, 0.03), green[1], green[2] + rng.normal(0, 5))
            blades.append(_leaf(base, angle, rng.uniform(0.5, 0.72), rng.uniform(0.1, 0.14), shade, side * 0.07))
    return blades


_SKIES: tuple[tuple[Colour, Colour], ...] = (
    ((0.76, 0.09, 240), (0.94, 0.03, 215)),  # noon
    ((0.8, 0.07, 300), (0.93, 0.06, 60)),  # dawn
    ((0.86, 0.05, 190), (0.96, 0.03, 120)),  # mint
    ((0.66, 0.1, 270), (0.86, 0.09, 20)),  # dusk
    ((0.9, 0.04, 95), (0.97, 0.03, 90)),  # haze
)


def _backdrop(rng: np.random.Generator) -> Backdrop:
    zenith, horizon = _SKIES[int(rng.integers(len(_SKIES)))]
    hills = []
    for depth in (0, 1):
        top = 0.66 + 0.14 * depth + rng.uniform(-0.05, 0.05)
        x = np.linspace(-0.05, 1.05, 24)
        y = top + 0.05 * np.sin(x * rng.uniform(2, 5) + rng.uniform(0, math.tau))
        outline = np.concatenate([np.stack([x, y], axis=1), [[1.05, 1.05], [-0.05, 1.05]]])
        green = (0.8 - 0.12 * depth + rng.uniform(-0.03, 0.03), rng.uniform(0.06, 0.1), rng.uniform(115, 150))
        hills.append((outline, green))
    lights = tuple(
        (
            rng.uniform(0, 1),
            rng.uniform(0.55, 1),
            rng.uniform(0.015, 0.045),
            (0.9, 0.1, float(rng.choice([20, 90, 330, 280]))),
        )
        for _ in range(int(rng.integers(4, 10)))
    )
    return Backdrop(zenith, horizon, tuple(hills), lights)


_GROWS: dict[str, Callable[[np.random.Generator], Sequence[Shape | Dots]]] = {
    "daisy": _daisy,
    "periwinkle": _periwinkle,
    "rose": _rose,
    "sunflower": _sunflower,
    "tulip": _tulip,
}
SPECIES_NAMES = tuple(_GROWS)
