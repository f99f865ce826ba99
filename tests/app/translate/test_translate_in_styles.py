"""Translate with a run that draws in any style: its style pictures, how much of each, and the strength."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from safetensors.torch import save_file

from ganstudio.app.runner.thread_runner import Runner
from ganstudio.app.translate.use import TranslateUse
from ganstudio.cli import main
from ganstudio.core.run import Run
from ganstudio.export.provenance import read_recipe
from ganstudio.panels.parts.pictures import to_pixels
from ganstudio.scores.extractor_networks import SqueezeNet
from tests.workflows.test_image_pairs import draw

PATIENCE = 60_000


@pytest.fixture(scope="module")
def any_style(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("any")
    pictures, styles = draw(folder / "pictures"), draw(folder / "styles", count=2)
    save_file(SqueezeNet().state_dict(), folder / "squeeze.safetensors")
    words = ["--recipe", "adain", "--resolution", "32", "--batch", "2", "--device", "cpu", "--steps", "2"]
    words += ["--features", str(folder / "squeeze.safetensors"), "--out", str(folder / "run")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        assert main(["train", str(pictures), str(styles), *words]) == 0
    return folder / "run"


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, any_style: Path) -> Iterator[TranslateUse]:
    made = TranslateUse(Runner(), lambda: tmp_path / "out", find_camera=lambda _: None)
    qtbot.addWidget(made)
    made.setRun(Run.open(any_style))
    made.show()
    yield made
    assert made.close_threads()


def shown_after(qtbot: QtBot, page: TranslateUse, change: object) -> list[object]:
    """The translation that is on show once what was changed has been drawn."""
    before = page.view.after()
    assert callable(change)
    change()
    qtbot.waitUntil(lambda: not page.view.after().isNull() and page.view.after() != before, timeout=PATIENCE)
    return to_pixels(page.view.after()).tolist()


def test_that_style_pictures_are_mixed_by_sliders_and_said_in_the_result(
    qtbot: QtBot, page: TranslateUse, tmp_path: Path
) -> None:
    pictures, choice = draw(tmp_path / "new"), page.form.styles
    assert choice.isVisible()
    assert not choice.strength.isVisible()  # the run's own first style counts
    page.setInputs([str(pictures / "05.png")])
    qtbot.waitUntil(lambda: not page.view.after().isNull(), timeout=PATIENCE)
    own = to_pixels(page.view.after()).tolist()
    first, second = (str(pictures / name) for name in ("01.png", "02.png"))
    single = shown_after(qtbot, page, lambda: choice.dropped.emit(0, [first]))
    assert single != own
    assert choice.strength.isVisible()
    assert not choice.shares[0].isVisible()  # of one alone there is nothing to weigh
    mixed = shown_after(qtbot, page, lambda: choice.dropped.emit(1, [second]))
    assert choice.shares[1].isVisible()
    assert mixed != single
    assert shown_after(qtbot, page, lambda: choice.shares[1].setValue(0)) == single
    assert shown_after(qtbot, page, lambda: choice.strength.setValue(30)) != single
    qtbot.mouseClick(page.form.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.form.start.isVisible(), timeout=PATIENCE)
    (written,) = (tmp_path / "out").rglob("*.png")
    known = read_recipe(written)
    assert [style["weight"] for style in known["styles"]] == [1.0, 0.0]
    assert known["strength"] == 0.3
    choice.strength.setValue(100)
    assert shown_after(qtbot, page, lambda: (choice.removeRequested.emit(1), choice.removeRequested.emit(0))) == own


def test_that_what_cannot_be_a_style_is_said_and_the_others_stay(
    qtbot: QtBot, page: TranslateUse, tmp_path: Path
) -> None:
    (tmp_path / "text.png").write_text("no picture")
    for dropped, words in ((tmp_path, "A folder has no style"), (tmp_path / "text.png", "text.png")):
        with qtbot.waitSignal(page.failed, timeout=PATIENCE) as said:
            page.form.styles.dropped.emit(0, [str(dropped)])
        assert words in said.args[0]
    assert page.styles.paths == []
