"""Every page in every state, each brought about as a person would."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ganstudio.panels.parts.controls import Fold
from tests.screenshots import enhance_states
from tests.screenshots.scene import Scene


def unfold(root: QWidget) -> None:
    for fold in root.findChildren(Fold):
        fold.setOpened(True)


# Train ----------------------------------------------------------------------------------------------------------------


def first_start(scene: Scene) -> None:
    scene.window.navigation.show_setup()


def before(scene: Scene) -> None:
    setup = scene.window.train.setup
    setup.setSources([str(scene.runs.flowers)])
    scene.wait(setup.start_button.isEnabled)


def before_unfolded_auto(scene: Scene) -> None:
    scene.window.train.setup.column.setFolded(False)


def before_own_choice(scene: Scene) -> None:
    setup = scene.window.train.setup
    setup.setRecipe("stylegan2", "", {"resolution": 32})
    scene.wait(setup.start_button.isEnabled)


def before_unfolded(scene: Scene) -> None:
    unfold(scene.window.train.setup)


def before_refused(scene: Scene) -> None:
    setup = scene.window.train.setup
    setup.setRecipe("cgan", "", {"resolution": 32})
    scene.rest(3.0)


def live(scene: Scene) -> None:
    """A run that trains while the picture is taken."""
    setup = scene.window.train.setup
    setup.setRecipe("linear", "", {"resolution": 32})
    scene.wait(setup.start_button.isEnabled)
    setup.start_button.click()
    scene.wait(lambda: scene.live.run is not None and scene.live.state.step > 60)


def paused(scene: Scene) -> None:
    scene.window.runner.pause()
    scene.wait(lambda: scene.window.runner.current == "paused")
    scene.live.samples.view.setPick((2, 3))


def stopped(scene: Scene) -> None:
    scene.window.runner.stop()
    scene.wait(lambda: not scene.window.current_run.busy)


def finished(scene: Scene) -> None:
    scene.open("flowers")


def verdict(scene: Scene) -> None:
    scene.live.show_verdict()


def export(scene: Scene) -> None:
    scene.live.export.setWhat("new")
    scene.live.show_export()


def time_machine(scene: Scene) -> None:
    scene.live.hide_export()
    scene.live.show_time(True)
    scene.rest(8.0)


def branch(scene: Scene) -> None:
    scene.live.time.setMoment(scene.live.state.step)
    moment = scene.live.time.chosen()
    assert moment is not None
    scene.live.show_branch(moment)


def classes(scene: Scene) -> None:
    scene.live.show_time(False)
    scene.live.hide_export()
    scene.open("flowers and sketches")
    scene.live.samples.view.setPick((1, 2))


def failed(scene: Scene) -> None:
    scene.open("full disk")


# Explore --------------------------------------------------------------------------------------------------------------


def explore(tool: str) -> Callable[[Scene], None]:
    def shown(scene: Scene) -> None:
        page = scene.explore
        if page.exploration is None or page.exploration.run.name != "flowers":
            page.open_folder(scene.runs.runs / "flowers")
            scene.wait(lambda: page.last is not None and page.exploration is not None)
        page.view.show_tab(tool)
        if tool == "directions":
            page.view.directions.layers.click()
            scene.wait(page.view.directions.rows)
        scene.rest(3.0)

    return shown


def film(scene: Scene) -> None:
    page = scene.explore
    page.view.show_animation()
    page.places.pin_here()
    scene.rest(2.0)


# Translate ------------------------------------------------------------------------------------------------------------


def translate_empty(scene: Scene) -> None:
    page = scene.translate
    page.show_setup()
    scene.window.navigation.show_page("translate")


def translate_before(scene: Scene) -> None:
    page = scene.translate
    page.setup.setSides([str(side) for side in scene.runs.sides])
    scene.wait(lambda: page.setup.a.prepared and page.setup.b.prepared)


def translate(scene: Scene) -> None:
    scene.open("flowers to sketches")


def translate_use(scene: Scene) -> None:
    page = scene.translate
    page.receive([str(path) for path in sorted(scene.runs.sides[0].glob("*.png"))[:3]])
    scene.rest(6.0)


# The rest -------------------------------------------------------------------------------------------------------------


def runs(scene: Scene) -> None:
    page = scene.gallery
    scene.wait(page.gallery.shown)
    page.gallery.setCards(True)
    page.gallery.select([scene.runs.runs / "flowers"])
    scene.rest(1.0)


def runs_table(scene: Scene) -> None:
    scene.gallery.gallery.setCards(False)


def compare(scene: Scene) -> None:
    page = scene.gallery
    page.gallery.compareRequested.emit([scene.runs.runs / name for name in ("flowers", "first try")])
    scene.wait(lambda: page.compare)
    scene.rest(1.0)


def deleted(scene: Scene) -> None:
    page = scene.gallery
    if page.compare:
        page.compare.closeRequested.emit()
    page.gallery.setCards(True)
    page.gallery.deleteRequested.emit([scene.runs.runs / "full disk"])


def undone(scene: Scene) -> None:
    scene.gallery.deleting.undo()


def settings(scene: Scene) -> None:
    scene.window.navigation.show_page("settings")


def help(scene: Scene) -> None:
    scene.window.navigation.show_page("help")


STATES: dict[str, Callable[[Scene], None]] = {
    "first-start": first_start, "before": before, "before-auto-unfolded": before_unfolded_auto,
    "before-own-choice": before_own_choice,
    "before-unfolded": before_unfolded, "before-refused": before_refused, "live": live, "paused": paused,
    "stopped": stopped, "finished": finished, "verdict": verdict, "export": export, "time": time_machine,
    "branch": branch, "classes": classes, "failed": failed,
    "explore": explore("walk"), "explore-map": explore("map"), "explore-directions": explore("directions"),
    "explore-style": explore("style"), "explore-project": explore("project"), "explore-film": film,
    "translate-empty": translate_empty, "translate-before": translate_before, "translate": translate,
    "translate-use": translate_use,
    "runs": runs, "runs-table": runs_table, "compare": compare, "deleted": deleted, "undone": undone,
    **enhance_states.STATES, "settings": settings, "help": help,
}  # fmt: skip
"""By the name of the picture, in the order in which one leads to the next."""
