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


def style_drawing(scene: Scene) -> None:
    """Halfway; the picture so far can be taken."""
    view = page_of(scene, "style").style_
    view.form.size_choice.setData(512)
    view.draw()
    scene.wait(lambda: not view.after.picture().isNull() or not view.busy)


def style_stopped(scene: Scene) -> None:
    view = page_of(scene, "style").style_
    view.form.stop.click()
    scene.wait(lambda: not view.busy)


def style_drawn(scene: Scene) -> None:
    view = page_of(scene, "style").style_
    view.form.size_choice.setData(256)
    view.draw()
    scene.wait(lambda: not view.busy)


def style_saved(scene: Scene) -> None:
    view = page_of(scene, "style").style_
    if view.result:
        view.save()
    scene.wait(lambda: not view.busy)


def style_failed(scene: Scene) -> None:
    """The picture was taken away meanwhile."""
    view = page_of(scene, "style").style_
    gone = scene.runs.home / "moved away.png"
    gone.write_bytes(sorted(scene.runs.flowers.glob("*.png"))[2].read_bytes())
    view.bring(-1, [str(gone)])
    scene.wait(lambda: not view.busy)
    gone.unlink()
    view.draw()
    scene.wait(lambda: not view.busy)


def larger_empty(scene: Scene) -> None:
    page_of(scene, "larger")


def larger_dropped(scene: Scene) -> None:
    """A folder of pictures, and no network yet."""
    page = page_of(scene, "larger")
    page.receive([str(scene.runs.sides[0])])
    scene.wait(lambda: not page.larger.busy)


def larger(scene: Scene) -> None:
    """A run of two stages, with the slider between them."""
    page = page_of(scene, "larger")
    page.use_run(scene.runs.runs / "larger flowers")
    page.receive([str(sorted(scene.runs.flowers.glob("*.png"))[5])])
    scene.wait(lambda: not page.larger.busy and not page.larger.view.after().isNull())


def larger_working(scene: Scene) -> None:
    """All pictures of a folder, some of which are done."""
    page = page_of(scene, "larger")
    page.receive([str(scene.runs.flowers)])
    scene.wait(lambda: not page.larger.busy)
    page.larger.start()
    scene.rest(3.0)


def larger_saved(scene: Scene) -> None:
    view = page_of(scene, "larger").larger
    view.form.cancel.click()
    scene.wait(lambda: not view.busy)


def larger_failed(scene: Scene) -> None:
    """A file that is no network."""
    page = page_of(scene, "larger")
    odd = scene.runs.home / "notes.pth"
    odd.write_bytes(b"no weights")
    page.receive([str(odd)])
    scene.wait(lambda: not page.larger.busy)


def learn(scene: Scene) -> None:
    """On Train: pairs of what it is given and what it should give back."""
    scene.window.navigation.learn_to_enlarge(str(scene.runs.flowers))
    setup = scene.window.train.setup
    setup.setRecipe("superres", "quick", {"degradation": "hard"})
    scene.wait(lambda: not setup.preparing.busy and setup.thumbnails())
    scene.rest(1.0)


def learning(scene: Scene) -> None:
    """A network that learns to enlarge, once it has shown what it does."""
    setup = scene.window.train.setup
    scene.wait(setup.start_button.isEnabled)
    setup.start_button.click()
    scene.wait(lambda: scene.live.run is not None and scene.live.state.step > 60)


def learned(scene: Scene) -> None:
    scene.window.runner.stop()
    scene.wait(lambda: not scene.window.current_run.busy)
    scene.open("larger flowers")


STATES: dict[str, Callable[[Scene], None]] = {
    "enhance-style-empty": style_empty, "enhance-style": style, "enhance-style-drawing": style_drawing,
    "enhance-style-stopped": style_stopped, "enhance-style-drawn": style_drawn, "enhance-style-saved": style_saved,
    "enhance-style-failed": style_failed, "enhance-larger-empty": larger_empty,
    "enhance-larger-dropped": larger_dropped, "enhance-larger": larger, "enhance-larger-working": larger_working,
    "enhance-larger-saved": larger_saved, "enhance-larger-failed": larger_failed,
    "before-superres": learn, "superres-learning": learning, "superres-learned": learned,
}  # fmt: skip
