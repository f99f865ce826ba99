"""The states of the page Enhance, and what stands before a network learns to enlarge."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ganstudio.app.enhance.page import EnhancePage
from ganstudio.scores.perceptual_file import keep
from tests.screenshots.scene import Scene

WEIGHTS = Path(__file__).parents[2] / ".." / "shared" / "weights" / "squeezenet11_features_rgb01.pt"
"""Beside the checkout, if they are there; without them the page says what is missing."""


def page_of(scene: Scene, kind: str) -> EnhancePage:
    scene.window.navigation.show_page("enhance")
    page = scene.window.navigation.enhance
    assert page is not None
    page.show_kind(kind)
    return page


def style_empty(scene: Scene) -> None:
    page_of(scene, "style")


def style(scene: Scene) -> None:
    """Two styles, the second painted on the right half, weights at hand if they are anywhere."""
    if WEIGHTS.is_file():
        keep(WEIGHTS)
    view = page_of(scene, "style").style_
    flowers, sketches = scene.runs.sides
    pictures = [sorted(flowers.glob("*.png"))[3], sorted(sketches.glob("*.png"))[0], sorted(flowers.glob("*.png"))[9]]
    view.receive([str(path) for path in pictures])
    scene.wait(lambda: not view.busy and len(view.styles) == 2)
    view.form.painted.button(1).click()
    area = view.before.area()
    for down in range(1, 10):
        place = QPoint(round(area.left() + 0.8 * area.width()), round(area.top() + down / 10 * area.height()))
        QTest.mouseClick(view.before, Qt.MouseButton.LeftButton, pos=place)


def style_drawn(scene: Scene) -> None:
    view = page_of(scene, "style").style_
    view.form.size_choice.setData(256)
    view.draw()
    scene.wait(lambda: not view.busy)


def larger_empty(scene: Scene) -> None:
    page_of(scene, "larger")


def larger(scene: Scene) -> None:
    """A run of two stages, with the slider between them."""
    page = page_of(scene, "larger")
    page.use_run(scene.runs.runs / "larger flowers")
    page.receive([str(sorted(scene.runs.flowers.glob("*.png"))[5])])
    scene.wait(lambda: not page.larger.busy and not page.larger.view.after().isNull())


def learn(scene: Scene) -> None:
    """On Train: pairs of what it is given and what it should give back."""
    scene.window.navigation.learn_to_enlarge(str(scene.runs.flowers))
    setup = scene.window.train.setup
    setup.setRecipe("superres", "quick", {"degradation": "hard"})
    scene.wait(lambda: not setup.preparing.busy and setup.thumbnails())
    scene.rest(1.0)


STATES: dict[str, Callable[[Scene], None]] = {
    "enhance-style-empty": style_empty, "enhance-style": style, "enhance-style-drawn": style_drawn,
    "enhance-larger-empty": larger_empty, "enhance-larger": larger, "before-superres": learn,
}  # fmt: skip
