"""The rows of a translation sorted by their error."""

import numpy as np
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ganstudio.panels.parts.pictures import to_image
from ganstudio.panels.translate.worst_first import can_be_ordered, worst_first

LABELS = ("A", "A → B", "A → B → A", "cycle error", "B", "B → A", "B → A → B", "cycle error")


def grid(errors_a: list[int], errors_b: list[int], side: int = 5) -> QImage:
    """Each tile of row n has the value n; the error maps have those given."""
    rows = []
    for number, (a, b) in enumerate(zip(errors_a, errors_b, strict=True)):
        values = [number] * 3 + [a] + [number] * 3 + [b]
        rows.append(np.concatenate([np.full((side, side, 3), value, np.uint8) for value in values], 1))
    return to_image(np.concatenate(rows))


def values(image: QImage, column: int, rows: int = 3, side: int = 5) -> list[int]:
    return [image.pixelColor(column * side + 2, row * side + 2).red() for row in range(rows)]


def test_that_each_side_is_sorted_by_its_own_error(qtbot: QtBot) -> None:
    image = worst_first(grid([10, 200, 90], [50, 20, 240]), 3, LABELS)
    assert values(image, 3) == [200, 90, 10]
    assert values(image, 0) == values(image, 2) == [1, 2, 0]
    assert values(image, 7) == [240, 50, 20]
    assert values(image, 4) == values(image, 6) == [2, 0, 1]


def test_that_equal_errors_stay_in_order_and_other_grids_as_they_are(qtbot: QtBot) -> None:
    given = grid([7, 7, 7], [1, 1, 1])
    assert values(worst_first(given, 3, LABELS), 0) == [0, 1, 2]
    assert not can_be_ordered(("A", "A → B", "B", "B → B"))
    assert worst_first(given, 3, ("A",) * 8) is given
    assert worst_first(given, 1, LABELS) is given
