"""Points in the plane as small pictures side by side: the true modes, and where the samples of a generator fall."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

Points = Sequence[tuple[float, float]]
SIDE, HEAD, COLUMNS = 180, 20, 5
PAPER, INK, TRUE, DRAWN = "#ffffff", "#1f2328", "#c9ced6", "#b23a0e"


def scatter(panels: Sequence[tuple[str, Points]], centres: Points) -> Image.Image:
    """One picture for each (title, samples): grey rings around `centres`, samples as dots."""
    rows = -(-len(panels) // COLUMNS)
    whole = Image.new("RGB", (min(len(panels), COLUMNS) * SIDE, rows * (SIDE + HEAD)), PAPER)
    for number, (title, points) in enumerate(panels):
        controller = number % COLUMNS * SIDE, number // COLUMNS * (SIDE + HEAD)
        whole.paste(_panel(title, points, centres), controller)
    return whole


def _panel(title: str, points: Points, centres: Points) -> Image.Image:
    picture = Image.new("RGB", (SIDE, SIDE + HEAD), PAPER)
    pen = ImageDraw.Draw(picture)
    limit = 1.3 * max(abs(number) for centre in centres for number in centre)
    for x, y in (_at(centre, limit) for centre in centres):
        pen.ellipse((x - 5, y - 5, x + 5, y + 5), outline=TRUE)
    pen.point([_at(point, limit) for point in points if max(map(abs, point)) < limit], fill=DRAWN)
    pen.rectangle((0, 0, SIDE, HEAD), fill=PAPER)
    pen.text((6, 4), title, fill=INK)
    pen.rectangle((2, HEAD, SIDE - 3, HEAD + SIDE - 3), outline=TRUE)
    return picture


def _at(point: tuple[float, float], limit: float) -> tuple[float, float]:
    """Where in the picture a point lies that shows -limit to limit both ways."""
    scale = SIDE / (2 * limit)
    return SIDE / 2 + scale * point[0], HEAD + SIDE / 2 - scale * point[1]
