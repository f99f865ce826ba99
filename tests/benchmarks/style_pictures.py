"""Style pictures drawn for the measurements: a sky of strokes, a mosaic, ink, paper cuts, a weave, spots of paint."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SIDE = 512
Colour = tuple[int, int, int]
NIGHT: list[Colour] = [(18, 32, 86), (32, 62, 140), (66, 112, 178), (142, 178, 204), (238, 206, 92), (250, 236, 170)]
GLASS: list[Colour] = [(176, 32, 38), (226, 122, 30), (242, 202, 70), (34, 108, 84), (24, 70, 134), (92, 38, 110)]
PAPER: list[Colour] = [(242, 232, 210), (224, 92, 60), (38, 84, 98), (244, 178, 76), (140, 48, 66), (110, 168, 150)]


def field(rng: np.random.Generator, cells: int) -> np.ndarray:
    """(SIDE, SIDE) smooth noise in [0, 1]."""
    coarse = Image.fromarray(rng.integers(0, 256, (cells, cells), dtype=np.uint8))
    return np.asarray(coarse.resize((SIDE, SIDE), Image.Resampling.BICUBIC), np.float32) / 255


def strokes(rng: np.random.Generator) -> Image.Image:
    """Short thick strokes that follow a turning flow, night blue with yellow lights."""
    picture = Image.new("RGB", (SIDE, SIDE), NIGHT[1])
    draw = ImageDraw.Draw(picture)
    angle, tone = field(rng, 5) * 4 * np.pi, field(rng, 6)
    for _ in range(9000):
        x, y = rng.uniform(0, SIDE, 2)
        row, column = int(y), int(x)
        shade = int(np.clip(tone[row, column] * 7 - 1 + rng.normal(0, 0.5), 0, 5))
        colour = tuple(int(np.clip(c + rng.normal(0, 12), 0, 255)) for c in NIGHT[shade])
        length, turn = rng.uniform(8, 22), angle[row, column]
        end = x + length * np.cos(turn), y + length * np.sin(turn)
        draw.line([(x, y), end], fill=colour, width=int(rng.integers(3, 6)))
    return picture.filter(ImageFilter.GaussianBlur(0.6))


def mosaic(rng: np.random.Generator) -> Image.Image:
    """Pieces of coloured glass in lead."""
    points = rng.uniform(0, SIDE, (420, 2)).astype(np.float32)
    ys, xs = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    nearest, second = np.full((SIDE, SIDE), 1e9, np.float32), np.full((SIDE, SIDE), 1e9, np.float32)
    owner = np.zeros((SIDE, SIDE), np.int64)
    for number, (x, y) in enumerate(points):
        distance = np.hypot(xs - x, ys - y)
        closer = distance < nearest
        second = np.where(closer, nearest, np.minimum(second, distance))
        owner, nearest = np.where(closer, number, owner), np.where(closer, distance, nearest)
    colours = np.array(GLASS)[rng.integers(0, len(GLASS), len(points))] + rng.normal(0, 18, (len(points), 3))
    pixels = colours[owner] * (0.85 + 0.3 * field(rng, 40)[:, :, None])
    pixels[second - nearest < 3.5] = 16
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.7))


def ink(rng: np.random.Generator) -> Image.Image:
    """Hatching on paper, closer where it is dark."""
    picture = Image.new("RGB", (SIDE, SIDE), (240, 234, 220))
    draw = ImageDraw.Draw(picture)
    dark = field(rng, 6)
    for direction, threshold in ((0.6, 0.75), (2.2, 0.5), (1.2, 0.28)):
        for _ in range(5200):
            x, y = rng.uniform(0, SIDE, 2)
            if dark[int(y), int(x)] < threshold:
                turn, length = direction + rng.normal(0, 0.06), rng.uniform(14, 40)
                end = x + length * np.cos(turn), y + length * np.sin(turn)
                draw.line([(x, y), end], fill=(34, 30, 46), width=1)
    return picture


def cuts(rng: np.random.Generator) -> Image.Image:
    """Layers of coloured paper with soft shadows."""
    picture = Image.new("RGB", (SIDE, SIDE), PAPER[0])
    for _ in range(70):
        centre, radius = rng.uniform(0, SIDE, 2), rng.uniform(20, 90)
        turns = np.linspace(0, 2 * np.pi, 9)[:-1] + rng.uniform(0, 1)
        reach = radius * rng.uniform(0.45, 1.2, 8)
        corners = [tuple(centre + r * np.array([np.cos(t), np.sin(t)])) for t, r in zip(turns, reach, strict=True)]
        shadow = Image.new("L", (SIDE, SIDE), 0)
        ImageDraw.Draw(shadow).polygon([(x + 4, y + 5) for x, y in corners], fill=120)
        picture.paste((20, 20, 30), mask=shadow.filter(ImageFilter.GaussianBlur(4)))
        ImageDraw.Draw(picture).polygon(corners, fill=PAPER[int(rng.integers(0, len(PAPER)))])
    return picture


def weave(rng: np.random.Generator) -> Image.Image:
    """Threads over and under each other in warm colours."""
    picture = Image.new("RGB", (SIDE, SIDE), (60, 30, 30))
    draw = ImageDraw.Draw(picture)
    tone = field(rng, 5)
    for row in range(0, SIDE, 12):
        for column in range(0, SIDE, 12):
            shade = tone[row, column]
            colour = tuple(int(c) for c in np.array([222, 110, 60]) * (0.4 + shade) + rng.normal(0, 14, 3))
            across = (row + column) // 12 % 2
            box = [column, row + 3, column + 11, row + 8] if across else [column + 3, row, column + 8, row + 11]
            draw.rounded_rectangle(box, 3, fill=colour if across else colour[::-1])
    return picture.filter(ImageFilter.GaussianBlur(0.8))


def spots(rng: np.random.Generator) -> Image.Image:
    """Dots of pure colour beside each other."""
    picture = Image.new("RGB", (SIDE, SIDE), (238, 232, 214))
    draw = ImageDraw.Draw(picture)
    tone, hue = field(rng, 6), field(rng, 7)
    for _ in range(16000):
        x, y = rng.uniform(0, SIDE, 2)
        base = GLASS[int(np.clip(hue[int(y), int(x)] * 7 - 1 + rng.normal(0, 0.8), 0, 5))]
        colour = tuple(int(np.clip(c * (0.6 + 0.9 * tone[int(y), int(x)]) + rng.normal(0, 20), 0, 255)) for c in base)
        radius = rng.uniform(2, 4)
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=colour)
    return picture


DRAWN: dict[str, Callable[[np.random.Generator], Image.Image]] = {
    "strokes": strokes, "mosaic": mosaic, "ink": ink, "cuts": cuts, "weave": weave, "spots": spots,
}  # fmt: skip


def write(folder: Path) -> dict[str, Path]:
    """Every style picture as a PNG, by its name."""
    folder.mkdir(parents=True, exist_ok=True)
    places = {name: folder / f"{name}.png" for name in DRAWN}
    for number, (name, draw) in enumerate(DRAWN.items()):
        draw(np.random.default_rng(number)).save(places[name])
    return places
