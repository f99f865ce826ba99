"""Whoever presses the button is told whether there is a newer version; nobody else asks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import ganstudio
from ganstudio.app.shell.settings_page import SettingsPage, UpdateSection

NEWER = "# Changelog\n\n## 99.0\n\n- Larger,\n  and faster.\n\n## 0.0.1\n\n- Old.\n"


@pytest.fixture
def section(qtbot: QtBot) -> Iterator[UpdateSection]:
    made = UpdateSection()
    qtbot.addWidget(made)
    made.show()
    yield made
    assert made.close_threads()


def answer(qtbot: QtBot, section: UpdateSection, source: str) -> str:
    section.source.setText(source)
    qtbot.mouseClick(section.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(section.button.isEnabled)
    assert section.answer.isVisible()
    return section.answer.text().replace("\u200b", "")


def test_that_each_answer_is_said(qtbot: QtBot, section: UpdateSection, tmp_path: Path) -> None:
    newer, same, other = (tmp_path / name for name in ("newer.md", "same.md", "other.md"))
    newer.write_text(NEWER)
    same.write_text(f"# Changelog\n\n## {ganstudio.__version__}\n\n- This.\n")
    other.write_text("Nothing of the kind.")
    said = answer(qtbot, section, str(newer))
    assert said == "GAN Studio 99.0 is there. What is new:\n\n99.0\n- Larger, and faster."
    assert answer(qtbot, section, str(same)) == f"GAN Studio {ganstudio.__version__} is the newest version."
    assert "names no version" in answer(qtbot, section, str(other))
    assert "cannot be read" in answer(qtbot, section, str(tmp_path / "none.md"))
    assert "does not answer" in answer(qtbot, section, "http://127.0.0.1:9/CHANGELOG.md")
    assert "Type where" in answer(qtbot, section, "  ")


def test_that_nothing_is_asked_before_the_button_is_pressed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "ganstudio.app.shell.settings_page.newer_releases", lambda source, version: asked.append(source) or []
    )
    section = UpdateSection()
    qtbot.addWidget(section)
    section.show()
    section.source.setText("http://127.0.0.1:9/CHANGELOG.md")
    qtbot.wait(50)
    assert not asked
    qtbot.keyClick(section.source, Qt.Key.Key_Return)
    qtbot.waitUntil(section.button.isEnabled)
    assert asked == ["http://127.0.0.1:9/CHANGELOG.md"]
    assert section.close_threads()


def test_that_what_is_new_in_the_installed_version_is_there(qtbot: QtBot, section: UpdateSection) -> None:
    qtbot.mouseClick(section.news, Qt.MouseButton.LeftButton)
    assert "- Train a Linear GAN" in section.answer.text().replace("\u200b", "")


def test_that_a_long_answer_has_the_room_it_needs_on_its_page(qtbot: QtBot, tmp_path: Path) -> None:
    page = SettingsPage(tmp_path)
    qtbot.addWidget(page)
    page.show()
    answer = page.update_section.answer
    qtbot.mouseClick(page.update_section.news, Qt.MouseButton.LeftButton)
    for width in (700, 1000, 1600):
        page.resize(width, 600)
        qtbot.waitUntil(lambda: answer.height() >= answer.heightForWidth(answer.width()) > 400)
