"""Every page in every state that a person can bring it to, one after the other in one window."""

from collections.abc import Callable
from types import SimpleNamespace

from PySide6.QtWidgets import QWidget

from ganstudio.app.enhance.larger import LargerView
from ganstudio.app.enhance.style_view import StyleView
from ganstudio.app.explore.page import ExplorePage
from ganstudio.app.runs.page import RunsPage
from ganstudio.app.training.recipe_picker import RecipeColumn
from ganstudio.app.training.setup_page import SetupPage
from ganstudio.app.translate.page import TranslatePage
from ganstudio.core.run import Run
from ganstudio.panels.parts.controls import Fold
from tests.app.fits.stage import ARABIC, LONG, Stage, history

REASON = (
    "The disk of the runs is full: 240 MB are needed and 31 MB are free. The last step that was saved is 1,200; free "
    "some space and continue."
)
LABELS = ("A", "A → B", "A → B → A", "cycle error", "B", "B → A", "B → A → B", "cycle error")


def unfold(root: QWidget) -> None:
    for fold in root.findChildren(Fold):
        fold.setOpened(True)


# Train, before --------------------------------------------------------------------------------------------------------


def _setup(stage: Stage) -> SetupPage:
    stage.window.navigation.show_setup()
    return stage.window.train.setup


def train_empty(stage: Stage) -> None:
    _setup(stage).clear()
    stage.show("train")


def train_dropped(stage: Stage) -> None:
    setup = _setup(stage)
    setup.setSources([str(stage.pictures)])
    stage.wait(setup.start_button.isEnabled)


def train_auto_unfolded(stage: Stage) -> None:
    _setup(stage).column.setFolded(False)


def train_own_choice(stage: Stage) -> None:
    _setup(stage).setRecipe("linear", "", {"resolution": 16, "batch": 65})


def train_own_presets(stage: Stage) -> None:
    """One with the longest name is saved, and the next name is typed."""
    setup = _setup(stage)
    setup.setRecipe("dcgan", "", {"resolution": 32, "batch": 16})
    _save_preset(setup.column)


def _save_preset(column: RecipeColumn) -> None:
    row = column.card.presets
    row.saveWanted.emit(LONG[:40].strip())
    row.saveWanted.emit(ARABIC[:40].strip())


def train_preset_named(stage: Stage) -> None:
    _setup(stage).column.card.presets.save_button.click()


def train_unfolded(stage: Stage) -> None:
    setup = _setup(stage)
    setup.setRecipe("stylegan2", "", {"resolution": 32, "batch": 16, "generator_lr": 0.001})
    unfold(setup)


def train_first_pictures(stage: Stage) -> None:
    card = _setup(stage).card
    assert card
    card.setPreparing(LONG, 0, 0)
    card.setFirst(stage.window.train.setup.thumbnails())


def train_look_through(stage: Stage) -> None:
    setup = _setup(stage)
    setup.clear()
    train_dropped(stage)
    setup.look_through()
    assert setup.stage
    panel = setup.stage.panel
    stage.wait(panel.model.rowCount)
    panel.wall.selectAll()
    panel.turn()
    panel.model.setFit(panel.wall.chosen(), "pad")


def train_classes(stage: Stage) -> None:
    setup = _setup(stage)
    assert setup.stage
    assert setup.card
    for _ in range(2):
        setup.stage.panel.model.undo()
    setup.stage.panel.close_up()
    setup.card.setClasses({LONG: 1234, ARABIC: 1}, learned=True, offered=True)
    setup.card.setClassFolders({LONG: 1234, ARABIC: 1, "c": 0})
    unfold(setup.card)


def train_to_enlarge(stage: Stage) -> None:
    stage.window.navigation.learn_to_enlarge(str(stage.pictures))
    stage.wait(stage.window.train.setup.start_button.isEnabled)


def train_refused(stage: Stage) -> None:
    (stage.pictures.parent / "nothing here").mkdir(exist_ok=True)
    setup = _setup(stage)
    setup.clear()
    setup.setSources([str(stage.pictures.parent / "nothing here")])
    stage.wait(lambda: not setup.preparing.busy)


# Train, live ----------------------------------------------------------------------------------------------------------


def _open(stage: Stage, state: str, name: str = LONG, **ends: str) -> Run:
    run = Run.open(stage.runs / name)
    stage.show("train")
    window, events = stage.window, history(run, **ends)
    window.navigation.make_plots()
    window.train.open(run, events, state)
    window.navigation.show_page("train")
    if state != "idle":
        window.strip.setRun(run.name)
        window.strip.setState(state)
        window.strip.take(events)
        window.strip.show()
    stage.wait(lambda: not window.train.live.samples.view.image().isNull())
    return run


def live(stage: Stage) -> None:
    _open(stage, "running")
    stage.window.train.live.samples.view.setPick((0, 0))


def live_arabic(stage: Stage) -> None:
    _open(stage, "paused", ARABIC)


def live_message(stage: Stage) -> None:
    _open(stage, "running")
    stage.window.notices.say(
        REASON, severity="bad", topic="stage", action="Free some space", log="log.txt"
    )  # no page and no run: for all


def verdict(stage: Stage) -> None:
    _open(stage, "running")
    stage.window.train.live.show_verdict()


def export(stage: Stage) -> None:
    _open(stage, "running")
    stage.window.train.live.export.setWhat("new")
    stage.window.train.live.show_export()


def exported(stage: Stage) -> None:
    _open(stage, "idle", ends="completed")
    stage.window.train.live.show_export()
    stage.window.train.live.export.setDone("1,000 pictures written.")


def failed(stage: Stage) -> None:
    _open(stage, "idle", ends="failed", message=REASON)


def stopped(stage: Stage) -> None:
    _open(stage, "idle", ARABIC, ends="stopped")


def finished(stage: Stage) -> None:
    _open(stage, "idle", ends="completed")
    stage.window.train.live.setFilmDone("a-run-with-a-name-growth.gif written to /somewhere/far/down.", stage.runs)


def time_machine(stage: Stage) -> None:
    _open(stage, "running")
    live = stage.window.train.live
    live.show_time(True)
    live.time.lapse.setEnabled(True)
    live.time.lapse.setChecked(True)
    live.time.setLapseFailed(REASON)


def branch(stage: Stage) -> None:
    _open(stage, "running")
    page = stage.window.train.live
    page.show_time(False)
    travelled = page.time.chosen()
    from ganstudio.core.checkpoint_names import Moment

    page.show_branch(travelled or Moment(3, 0.2, "step-000000003"))
    unfold(page)


# Explore --------------------------------------------------------------------------------------------------------------


def _explore(stage: Stage) -> ExplorePage:
    stage.show("explore")
    page = stage.window.navigation.explore
    assert page is not None
    return page


def explore_empty(stage: Stage) -> None:
    stage.window.memory.change(runs_folder=str(stage.runs.parent / "no runs"))
    page = _explore(stage)
    stage.window.memory.change(runs_folder="")
    assert page.exploration is None


def explore(tool: str) -> Callable[[Stage], None]:
    def shown(stage: Stage) -> None:
        page = _explore(stage)
        if page.exploration is None or page.exploration.run.name != LONG:
            page.open_folder(stage.runs / LONG)
            stage.wait(lambda: page.last is not None)
        page.layout().itemAt(0).widget().setCurrentWidget(page.view)  # type: ignore[union-attr]
        if tool == "animation":
            page.view.show_animation()
            page.places.pin_here()
            return
        page.view.show_tab(tool)
        if tool == "directions" and not page.view.directions.rows():
            page.view.directions.layers.click()
            stage.wait(page.view.directions.rows)
        if tool == "style":
            page.view.style_.setAbilities((LONG, ARABIC, "cats"), blends=True, layers=8)
            page.view.style_.setMix(77, (4, 5, 6))
        unfold(page.view)

    return shown


# Translate ------------------------------------------------------------------------------------------------------------


def _translate(stage: Stage) -> TranslatePage:
    stage.show("translate")
    page = stage.window.navigation.translate
    assert page is not None
    return page


def translate_empty(stage: Stage) -> None:
    page = _translate(stage)
    page.show_setup()
    stage.window.navigation.show_page("translate")


def translate_sides(stage: Stage) -> None:
    page = _translate(stage)
    page.show_setup()
    page.setup.setRecipe("cyclegan", "quick", {"resolution": 16})
    page.setup.setSides([str(stage.pictures), str(stage.pictures)])
    stage.wait(lambda: page.setup.a.prepared and page.setup.b.prepared)


def translate_own_presets(stage: Stage) -> None:
    _save_preset(_translate(stage).setup.column)


def translate_unfolded(stage: Stage) -> None:
    page = _translate(stage)
    unfold(page.setup)


def translate_live(stage: Stage) -> None:
    page = _translate(stage)
    run = Run.open(stage.runs / "flowers to sketches")
    stage.window.navigation.make_plots()
    page.open(run, history(run, labels=LABELS), "running")
    stage.window.navigation.show_page("translate")


def translate_verdict(stage: Stage) -> None:
    translate_live(stage)
    page = _translate(stage)
    page.live.page.show_verdict()


def translate_time(stage: Stage) -> None:
    translate_live(stage)
    live = _translate(stage).live.page
    live.hide_export()
    live.show_time(True)
    stage.wait(lambda: live.time.matrix.inputs())
    live.time.setLapseDone(stage.runs, "flowers to sketches-growth.gif written to /somewhere/far/down.")
    live.time.lapse.setChecked(True)


def translate_done(stage: Stage) -> None:
    page = _translate(stage)
    page.live.page.show_time(False)
    run = Run.open(stage.runs / "flowers to sketches")
    page.open(run, history(run, labels=LABELS, ends="failed", message=REASON), "idle")


def translate_use(stage: Stage) -> None:
    page = _translate(stage)
    page.live.useRequested.emit([str(stage.pictures)])
    stage.wait(lambda: page.use.strip.isVisible() and page.use.strip.files.small(0) is not None)
    page.use.form.setPictures(LONG, 2345)
    page.use.form.setFolder(stage.runs)
    page.use.form.setResult("2,345 pictures written. 3 could not be read:", [SimpleNamespace(name=LONG, reason=REASON)])


# Enhance --------------------------------------------------------------------------------------------------------------


def _style(stage: Stage) -> StyleView:
    stage.show("enhance")
    page = stage.window.navigation.enhance
    assert page is not None
    page.show_kind("style")
    return page.style_


def enhance_empty(stage: Stage) -> None:
    """Without weights."""
    _style(stage)


def enhance_full(stage: Stage) -> None:
    view = _style(stage)
    view.receive([str(stage.pictures / f"0{number}.png") for number in range(4)])
    stage.wait(lambda: len(view.styles) == 3)


def enhance_working(stage: Stage) -> None:
    form = _style(stage).form
    form.setMissing("")
    form.setWorking(True)
    form.setProgress(1234, 2345, "Step 1,234 of 2,345, about 12 min left")


def enhance_done(stage: Stage) -> None:
    form = _style(stage).form
    form.setWorking(False)
    form.setResult(True)
    form.setSaved(f"Saved as {LONG} in the style of {LONG}.png.")


def enhance_failed(stage: Stage) -> None:
    _style(stage).form.say(REASON, "bad")


def _larger(stage: Stage) -> LargerView:
    stage.show("enhance")
    page = stage.window.navigation.enhance
    assert page is not None
    page.show_kind("larger")
    return page.larger


def larger_empty(stage: Stage) -> None:
    _larger(stage)


def larger_seen(stage: Stage) -> None:
    view = _larger(stage)
    view.receive([str(stage.pictures / "00.png")])
    stage.wait(lambda: not view.busy)
    view.form.setNetwork(stage.pictures.parent / f"{LONG}.safetensors")
    view.form.setPictures(LONG, 2345)


def larger_working(stage: Stage) -> None:
    form = _larger(stage).form
    form.setWorking(True)
    form.setProgress(1234, 2345, "about 12 min left")


def larger_done(stage: Stage) -> None:
    form = _larger(stage).form
    form.setResult("2,345 pictures written. 3 could not be read:", [SimpleNamespace(name=LONG, reason=REASON)])


# The rest -------------------------------------------------------------------------------------------------------------


def _runs(stage: Stage) -> RunsPage:
    stage.show("runs")
    page = stage.window.navigation.runs
    assert page is not None
    return page


def runs_empty(stage: Stage) -> None:
    stage.window.memory.change(runs_folder=str(stage.runs.parent / "no runs"), recent=())
    page = _runs(stage)
    stage.wait(lambda: not page.gallery.shown())
    stage.window.memory.change(runs_folder="")


def runs(stage: Stage) -> None:
    page = _runs(stage)
    stage.wait(page.gallery.shown)
    page.gallery.setCards(True)
    page.gallery.setStarred([stage.runs / LONG])
    page.gallery.select([stage.runs / LONG])


def runs_table(stage: Stage) -> None:
    runs(stage)
    page = _runs(stage)
    page.gallery.setCards(False)
    page.gallery.actions()


def runs_queue(stage: Stage) -> None:
    """Six runs one after another, of which the first trains and one has failed."""
    page = _runs(stage)
    states = ("completed", "failed", "running", "waiting", "waiting", "waiting")
    lines = [(LONG if state == "waiting" else state, state, REASON) for state in states]
    page.queue_panel.setQueue(lines, active=True)


def runs_queue_at_rest(stage: Stage) -> None:
    page = _runs(stage)
    page.queue_panel.setQueue([(ARABIC, "waiting", ""), ("second", "waiting", "")], active=False)


def compare(stage: Stage) -> None:
    page = _runs(stage)
    page.queue_panel.setQueue([], active=False)
    page.gallery.compareRequested.emit([stage.runs / LONG, stage.runs / ARABIC])
    stage.wait(lambda: page.compare)


def settings(stage: Stage) -> None:
    stage.show("settings")


def help(stage: Stage) -> None:
    stage.show("help")


def computer(stage: Stage) -> None:
    """The help page after the computer was looked at."""
    stage.show("help")
    card = stage.window.navigation.stack.page("help").computer
    card.examine()
    stage.wait(lambda: card.findings)


STATES: dict[str, Callable[[Stage], None]] = {
    "train empty": train_empty, "train dropped": train_dropped,
    "train look through": train_look_through, "train classes": train_classes,
    "train first pictures": train_first_pictures, "train auto unfolded": train_auto_unfolded,
    "train own choice": train_own_choice, "train own presets": train_own_presets,
    "train, a preset is named": train_preset_named,
    "train unfolded": train_unfolded,
    "train to enlarge": train_to_enlarge, "train refused": train_refused,
    "live": live, "live, Arabic name": live_arabic, "live with a message": live_message, "verdict": verdict,
    "export": export, "exported": exported, "failed": failed, "stopped": stopped,
    "finished": finished, "time machine": time_machine, "branch": branch,
    "explore empty": explore_empty,
    **{f"explore {tool}": explore(tool) for tool in ("walk", "map", "directions", "style", "project", "animation")},
    "translate empty": translate_empty, "translate sides": translate_sides,
    "translate own presets": translate_own_presets, "translate unfolded": translate_unfolded,
    "translate live": translate_live, "translate verdict": translate_verdict, "translate time machine": translate_time,
    "translate failed": translate_done, "translate use": translate_use,
    "enhance empty": enhance_empty, "enhance with three styles": enhance_full, "enhance at work": enhance_working,
    "enhance done": enhance_done, "enhance failed": enhance_failed, "larger empty": larger_empty,
    "larger seen": larger_seen, "larger at work": larger_working, "larger done": larger_done,
    "runs empty": runs_empty, "runs": runs, "runs as a table": runs_table,
    "runs with a queue": runs_queue, "runs with a queue at rest": runs_queue_at_rest, "compare": compare,
    "settings": settings, "help": help, "computer": computer,
}  # fmt: skip
