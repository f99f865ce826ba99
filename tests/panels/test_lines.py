"""Rows that give way: what they do to each other's layout."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ganstudio.panels.parts.controls import Button, column, holding, row
from ganstudio.panels.parts.lines import Line


@pytest.mark.parametrize("width", [120, 200, 600])
def test_that_a_row_that_was_laid_out_asks_for_no_further_layout(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """One that did kept the window's thread busy for ever: 750 layouts a second, unseen, of every row on the page."""
    laid: list[int] = []
    lay_out = Line.setGeometry

    def counted(line: Line, area: QRect) -> None:
        laid.append(area.width())
        lay_out(line, area)

    monkeypatch.setattr(Line, "setGeometry", counted)
    page = QWidget()
    qtbot.addWidget(page)
    buttons = [Button(text, "", icon="play") for text in ("Pause", "Stop", "Time machine", "Export")]
    page.setLayout(column(holding(row(*buttons)), holding(row(Button("raw", ""), Button("smooth", "")))))
    page.resize(width, 120)
    page.show()
    qtbot.wait(100)
    assert laid
    laid.clear()
    qtbot.wait(200)
    assert laid == []
