"""Flow: lines of widgets, as few as there must be, and none with one widget that need not stand alone."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ganstudio.panels.parts.flow import Flow


def lines_of(widths: list[int], room: int) -> list[list[int]]:
    """The widths of the widgets in each line, 10 px apart."""
    parent = QWidget()
    flow = Flow(gap=10)
    parent.setLayout(flow)
    widgets = []
    for width in widths:
        widgets.append(QWidget(parent))
        widgets[-1].setFixedSize(width, 20)
        flow.addWidget(widgets[-1])
    flow.setGeometry(QRect(0, 0, room, 400))
    assert flow.heightForWidth(room) == max(widget.geometry().bottom() + 1 for widget in widgets)
    lines: dict[int, list[QWidget]] = {}
    for widget in widgets:
        lines.setdefault(widget.y(), []).append(widget)
    for line in lines.values():
        assert [widget.x() for widget in line[1:]] == [widget.geometry().right() + 11 for widget in line[:-1]]
    return [[widget.width() for widget in line] for line in lines.values()]


@pytest.mark.parametrize(
    ("widths", "room", "lines"),
    [
        ([100, 100, 100], 320, [[100, 100, 100]]),
        ([100, 80, 70, 90], 300, [[100, 80], [70, 90]]),
        ([100, 150, 40], 280, [[100], [150, 40]]),
        ([50, 50, 50, 50, 50], 180, [[50, 50, 50], [50, 50]]),
        ([300, 50, 50], 320, [[300], [50, 50]]),
        ([400, 50], 300, [[400], [50]]),
    ],
)
def test_that_lines_are_as_few_as_they_must_be_and_as_short_as_they_can_be(qtbot, widths, room, lines):
    assert lines_of(widths, room) == lines
