"""The pages: each made and connected when it is first looked at, and what leads from one to another."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganstudio.app.common import drops, file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.app.common.image_preparation import ImagePreparation
from ganstudio.app.common.page import Page
from ganstudio.app.common.page_stack import Pages
from ganstudio.app.runs.sharing import Sharing
from ganstudio.app.shell.services import Services
from ganstudio.app.training.train_page import TrainPage
from ganstudio.core.events import Event
from ganstudio.core.run import Run
from ganstudio.panels.parts.language import figure
from ganstudio.workflows.run_names import short_name

if TYPE_CHECKING:
    from ganstudio.app.enhance.page import EnhancePage
    from ganstudio.app.explore.page import ExplorePage
    from ganstudio.app.runs.deleting import Deleting
    from ganstudio.app.runs.page import RunsPage
    from ganstudio.app.shell.help_page import HelpPage
    from ganstudio.app.training.live_page import LivePage
    from ganstudio.app.training.run_page_controller import RunPageController
    from ganstudio.app.training.setup_page import SetupPage
    from ganstudio.app.translate.page import TranslatePage
    from ganstudio.app.translate.setup import TranslateSetup
    from ganstudio.latent.point import Point


DELETED = "deleted"
"""Topic of the message that offers Undo."""


class Navigation(QObject):
    """Shows pages, opens runs and dropped files where they belong."""

    changed = Signal(str, object)
    """Name of the page on show, and the run on it or None."""
    settingsMade = Signal(object)
    """SettingsPage: the window knows the theme."""
    translateMade = Signal(object)
    """TranslateSetup: the window measures what is chosen there."""

    def __init__(self, services: Services, keys: Callable[[], list[tuple[str, str]]], parent: QObject) -> None:
        """`keys`: every key and what it does, for the help page."""
        super().__init__(parent)
        self.services = services
        self.train = TrainPage(services.paths.samples, services.runs_folder)
        self.explore: ExplorePage | None = None
        self.translate: TranslatePage | None = None
        self.enhance: EnhancePage | None = None
        self.runs: RunsPage | None = None
        self.help: HelpPage | None = None
        self.stack = Pages(
            {
                "train": lambda: self.train,
                "explore": self._explore_page,
                "translate": self._translate_page,
                "enhance": self._enhance_page,
                "runs": self._runs_page,
                "help": lambda: self._help_page(keys()),
                "settings": self._settings_page,
            }
        )
        self._controllers: list[RunPageController] = []
        self._plots = False
        self.sharing = Sharing(self)
        self.sharing.received.connect(self.services.current_run.open)
        self.sharing.sent.connect(self._sent)
        self.sharing.failed.connect(self.services.notices.complain)
        services.desktop.watch(self.sharing)
        self._recalling = Background("recent run", self)
        self._recalling.done.connect(self._recalled)
        self._came_from: tuple[str, QWidget] | None = None
        """What was on show when files were dropped that are still being looked into: the page, and the layout of the
        page that they went to."""
        self.train.liveMade.connect(self._live_made)
        current_run = services.current_run
        current_run.opened.connect(self._opened)
        current_run.exportAsked.connect(self.export_shown)
        current_run.is_choosing = self._is_choosing
        services.verdictWanted.connect(self.show_verdict)
        services.queueWanted.connect(self.show_runs)
        self.train.setup.folders = services.folders
        self._connect_setup(self.train.setup)

    @property
    def name(self) -> str:
        """Of the page on show."""
        return self.stack.name

    @property
    def page(self) -> Page:
        """The page on show."""
        return self._page(self.name)

    def _page(self, name: str) -> Page:
        return cast(Page, self.stack.page(name))

    def made(self) -> list[Page]:
        """The pages that were looked at already."""
        return [cast(Page, page) for page in self.stack.made() if isinstance(page, Page)]

    # How each page is made and connected --------------------------------------------------------------------------

    @Slot(object)
    def _live_made(self, live: "LivePage") -> None:
        from ganstudio.app.export.data_set_task import DataSetController
        from ganstudio.app.export.export_controller import ExportController

        self._connect_live(live, live.take)
        live.newRequested.connect(self.show_setup)
        live.export.revealRequested.connect(self.services.reveal)
        live.samples.exploreRequested.connect(self._explore_seed)
        live.enlargeRequested.connect(self.enhance_with)
        controller = ExportController(live, self.services.exporting, self.services.export_target(), self)
        controller.targetChanged.connect(self.services.keep_export_target)
        live.data_set.revealRequested.connect(self.services.reveal)
        DataSetController(live, self.services.making_sets, self.services.export_target(), self)

    def _connect_live(self, live: "LivePage", take: Callable[[list[Event]], None]) -> None:
        """What holds for the page of every run."""
        from ganstudio.app.training.run_page_controller import RunListener, RunPageController

        services = self.services
        live.pauseRequested.connect(services.runner.pause)
        live.resumeRequested.connect(services.runner.resume)
        live.stopRequested.connect(services.runner.stop)
        live.saveRequested.connect(services.runner.save)
        live.sampleRequested.connect(services.runner.sample)
        live.continueRequested.connect(services.continue_shown)
        live.continueLowRequested.connect(services.continue_shown_low)
        live.revealRequested.connect(services.reveal)
        live.networkRequested.connect(self.export_model)
        RunListener(services.current_run, live, take, self)
        controller = RunPageController(live, services.branching, services.openers, services.export_target, self)
        controller.failed.connect(services.notices.complain)
        controller.targetChanged.connect(services.keep_export_target)
        self._controllers.append(controller)
        services.desktop.watch(controller)
        if self._plots:
            live.make_plots()

    def _connect_setup(self, setup: "SetupPage | TranslateSetup") -> None:
        """What cannot be learned from leaves the person where they were when they dropped it."""
        setup.column.complained.connect(self.services.notices.complain)
        setup.column.setPresets(self.services.presets)
        for preparing in setup.findChildren(ImagePreparation):
            preparing.ready.connect(self._stay)
        setup.failed.connect(self._go_back)
        setup.refused.connect(lambda sentence: self._refused(setup, sentence))

    def _explore_page(self) -> QWidget:
        from ganstudio.app.explore.page import ExplorePage

        services = self.services
        self.explore = page = ExplorePage(services.runner, services.places, services.export_target)
        page.failed.connect(services.notices.complaining("explore"))
        page.remarked.connect(services.say_of_exploring)
        page.runsWanted.connect(self.show_runs)
        page.runShown.connect(services.follow)
        page.targetChanged.connect(services.keep_export_target)
        page.set_training(services.current_run.training)
        page.project.folders = services.folders
        services.desktop.watch(page)
        return page

    def _translate_page(self) -> QWidget:
        from ganstudio.app.translate.page import TranslatePage

        services = self.services
        known = (services.runner, services.paths.samples, services.runs_folder, services.export_target)
        self.translate = page = TranslatePage(*known)
        page.failed.connect(services.notices.complaining("translate"))
        page.setup.startRequested.connect(services.start_translation)
        page.setup.queueRequested.connect(services.queue.add)
        self._connect_setup(page.setup)
        self.translateMade.emit(page.setup)
        page.currentChanged.connect(self._tell)
        page.setup.device = services.memory.value.device
        for chooser in (page.setup.a, page.setup.b, page.use):
            chooser.folders = services.folders
        page.set_training(services.current_run.training)
        services.desktop.watch(page)
        self._connect_live(page.live.page, page.live.take)
        if services.current_run.on_show is None and not services.current_run.busy:
            places = services.places()
            self._recalling.start(lambda report: places.latest(2))
        return page

    @Slot(object)
    def _recalled(self, run: Run | None) -> None:
        """Translate opens with the translation that was on show last, unless something else was begun meanwhile."""
        current_run, page = self.services.current_run, self.translate
        idle = current_run.on_show is None and not current_run.busy
        if run and page and idle and not page.setup.a.sources and not page.setup.b.sources:
            current_run.follow(run)

    def _enhance_page(self) -> QWidget:
        from ganstudio.app.enhance.page import EnhancePage

        self.enhance = page = EnhancePage(self.services.export_target, self.services.runs_folder)
        page.failed.connect(self.services.notices.complaining("enhance"))
        page.larger.folders = self.services.folders
        page.larger.learnRequested.connect(self.learn_to_enlarge)
        self.services.desktop.watch(page)
        return page

    def _runs_page(self) -> QWidget:
        from ganstudio.app.runs.page import RunsPage

        services = self.services
        self.runs = page = RunsPage(services.places, services.queue)
        page.openRequested.connect(services.current_run.open)
        page.resumeRequested.connect(services.current_run.resume)
        page.exportRequested.connect(services.current_run.open_to_export)
        page.exploreRequested.connect(self._explore_run)
        page.revealRequested.connect(services.reveal)
        page.sendRequested.connect(self.ask_where_to_send)
        page.failed.connect(services.notices.complaining("runs"))
        page.moved.connect(self._run_moved)
        page.starsChanged.connect(services.star)
        services.starred.connect(page.gallery.setStarred)
        page.gallery.setStarred(services.stars())
        self._connect_deleting(page.deleting)
        services.current_run.state.connect(page.set_driver)
        page.set_driver(services.runner.current)
        page.set_training(services.current_run.training)
        return page

    def _connect_deleting(self, deleting: "Deleting") -> None:
        notices = self.services.notices

        def say(sentence: str) -> None:
            notices.say(sentence, topic=DELETED, action=self.tr("Undo"), answer=deleting.undo, page="runs")

        deleting.said.connect(say)
        deleting.unsaid.connect(lambda: notices.take_back(DELETED))
        deleting.back.connect(self.services.run_is_back)
        notices.closed.connect(lambda topic: deleting.forget() if topic == DELETED else None)

    def _help_page(self, keys: list[tuple[str, str]]) -> QWidget:
        from ganstudio.app.shell.help_page import HelpPage

        self.help = HelpPage(keys, self.services.paths.kept())
        return self.help

    def _settings_page(self) -> QWidget:
        from ganstudio.app.shell.settings_page import SettingsPage

        page = SettingsPage(self.services.paths.runs)
        page.setValue(self.services.memory.value)
        page.valueChanged.connect(self.services.keep)
        self.settingsMade.emit(page)
        return page

    # Showing ------------------------------------------------------------------------------------------------------

    @Slot(str)
    def show_page(self, name: str) -> None:
        self._came_from = None
        before = self.name
        self.stack.show_page(name)
        if self.help and name == "help" and before != name:
            self.help.show_part(before)
        on_show = self.services.current_run.on_show
        if name == "explore" and self.explore and on_show and not is_translation(on_show):
            self.explore.show_current(on_show)
        if self.runs:
            self.runs.refresh()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        if self.name:
            page = self.stack.page(self.name)
            self.changed.emit(self.name, page.on_show if isinstance(page, Page) else None)

    @Slot()
    def show_runs(self) -> None:
        self.show_page("runs")

    @Slot()
    def show_setup(self) -> None:
        self.train.show_setup()
        self.show_page("train")

    @Slot()
    def show_live(self) -> None:
        """The run that trains or the last that did, as the strip says, or else the one that was on show."""
        current_run = self.services.current_run
        trained = current_run.trained
        if trained and (current_run.on_show is None or current_run.on_show.folder != trained.folder):
            current_run.open(trained.folder)
        elif current_run.on_show:
            self._show_layout_of(current_run.on_show)

    def _show_layout_of(self, run: Run) -> None:
        """The layout of the run on show."""
        if not is_translation(run):
            self.train.show_live()
        elif self.translate:
            self.translate.setCurrentWidget(self.translate.live)
        self.show_page(page_for(run))

    @Slot()
    def show_verdict(self) -> None:
        self.show_live()
        if live := self._live_of(self.services.current_run.on_show):
            live.show_verdict()

    def _live_of(self, run: Run | None) -> "LivePage | None":
        """The layout that shows a run of this kind."""
        if run is None:
            return None
        if is_translation(run):
            return self.translate.live.page if self.translate else None
        return self.train.live

    @Slot()
    def export_shown(self) -> None:
        on_show = self.services.current_run.on_show
        if on_show and (live := self._live_of(on_show)):
            self._show_layout_of(on_show)
            live.show_export()
        else:
            sentence = self.tr("There is nothing to export yet: train or open a run first.")
            self.services.notices.say(sentence, topic="export", page=self.name)

    @Slot()
    def export_model(self) -> None:
        """Ask where the network of the run on show is to be written."""
        on_show, window = self.services.current_run.on_show, self.parent()
        if on_show:
            parent = window if isinstance(window, QWidget) else None
            self.services.exporting_model.ask(on_show, self.services.export_target(), parent)
        else:
            sentence = self.tr("There is no network to export yet: train or open a run first.")
            self.services.notices.say(sentence, topic="export", page=self.name)

    @Slot()
    def save_film(self) -> None:
        """Of how the pictures of the run on show came about."""
        on_show = self.services.current_run.on_show
        if live := self._live_of(on_show):
            live.filmRequested.emit()
        else:
            sentence = self.tr("There is no film to save yet: train or open a run first.")
            self.services.notices.say(sentence, topic="export", page=self.name)

    @Slot(object, object, str)
    def _opened(self, run: Run, events: list[Event], state: str) -> None:
        """A run is on show, on the page for its kind."""
        name = page_for(run)
        self._page(name).open(run, events, state)
        if not self.services.current_run.stays:
            self.show_page(name)

    def _is_choosing(self) -> bool:
        """Whether the page on show is a form that a person fills in."""
        train, translate = self.train.setup, self.translate.setup if self.translate else None
        if train.isVisible():
            return bool(train.sources())
        return bool(translate and translate.isVisible() and translate.a.sources)

    @Slot(object, object)
    def _run_moved(self, folder: Path, to: Path | None) -> None:
        self.services.run_moved(folder, to)
        if self.explore:
            self.explore.run_moved(folder, to)

    @Slot(int, str)
    def _explore_seed(self, seed: int, name: str) -> None:
        """A picture of the samples on show. `name`: its class, '' without classes."""
        self.show_page("explore")
        if self.explore and self.train.live.run:
            self.explore.show_seed(self.train.live.run, seed, name)

    @Slot(object, bool)
    def ask_where_to_send(self, folder: Path, to_continue: bool) -> None:
        title, kinds = self.tr("Send as one file"), self.tr("GAN Studio run (*.ganrun)")
        path = folder.with_name(f"{short_name(folder.name)}{drops.SENT}")
        file_dialogs.save_file(
            self.runs, title, path, kinds, lambda path: self.sharing.send(folder, Path(path), to_continue=to_continue)
        )

    @Slot(object)
    def _sent(self, file: Path) -> None:
        sentence = self.tr("{0} is ready to be sent ({1} MB).").format(
            file.name, figure(file.stat().st_size / 2**20, ".1f")
        )
        self.services.notices.say(
            sentence,
            topic="sent",
            action=self.tr("Show folder"),
            answer=lambda: self.services.reveal(file.parent),
            page="runs",
        )

    @Slot(object)
    def _explore_run(self, folder: Path) -> None:
        self.show_page("explore")
        if self.explore:
            self.explore.open_folder(folder)

    @Slot()
    def refresh_runs(self) -> None:
        """There is one more run than the pages know of."""
        for page in (self.explore, self.runs):
            if page:
                page.refresh()

    @Slot(object, object)
    def explore_place(self, run: Run, point: "Point") -> None:
        self.show_page("explore")
        if self.explore:
            self.explore.show_place(run, point)

    @Slot()
    def choose_folder(self) -> None:
        self.train.setup.choose_folder()

    @Slot()
    def use_sample_set(self) -> None:
        self.show_setup()
        self.train.setup.use_sample_set()

    def open_paths(self, paths: Sequence[str]) -> None:
        """What was dropped, or named when the program was started."""
        goal = self._destination(paths)
        if goal is None or (sentence := drops.refusal(goal.paths)):
            self.services.notices.complain(sentence if goal else drops.refusal([]))
        elif goal.sent:
            self.sharing.receive(Path(goal.paths[0]), self.services.places().folder)
        elif goal.run and goal.page == "explore" and self.explore:
            self.explore.open_folder(Path(goal.paths[0]))
        elif goal.run and goal.page == "enhance":
            self.enhance_with(Path(goal.paths[0]))
        elif goal.run:
            self.services.current_run.open(Path(goal.paths[0]))
        else:
            self._bring(goal.paths, goal.page if self._page(goal.page).takes_drops else "train")

    def _bring(self, paths: Sequence[str], name: str) -> None:
        """Pictures to the page of this name; if they are of no use there, `_go_back` finds the way."""
        left, widget = self.name, self.stack.page(name)
        layout = (isinstance(widget, QStackedWidget) and widget.currentWidget()) or widget
        self.show_page(name)
        self._page(name).receive(list(paths))
        self.show_page(self.name)
        self._came_from = left, layout

    @Slot(object)
    def enhance_with(self, folder: Path) -> None:
        """The run in `folder` is the network of Enhance: it makes larger, or draws in its style."""
        self.show_page("enhance")
        if self.enhance:
            self.enhance.use_run(folder)

    @Slot(str)
    def learn_to_enlarge(self, folder: str) -> None:
        """Everything is set for a network that makes pictures like those of `folder` larger; Start is one click."""
        if sentence := drops.refusal([folder]):
            self.services.notices.complain(sentence)
        else:
            self.train.setup.setRecipe("superres", "quick", {})
            self._bring([folder], "train")

    @Slot()
    def _stay(self) -> None:
        """What was dropped is of use."""
        self._came_from = None

    @Slot(str)
    def _go_back(self, sentence: str) -> None:
        """To the page, and the layout of it, that was on show when files were dropped that are of no use."""
        if self._came_from is None:
            return
        name, layout = self._came_from
        page = self.stack.page(self.name)
        if isinstance(page, QStackedWidget):
            page.setCurrentWidget(layout)
        self.show_page(name)
        self.services.notices.complain(sentence)

    def _refused(self, setup: "SetupPage | TranslateSetup", sentence: str) -> None:
        if self._came_from and self._came_from != (self.name, setup):
            self._go_back(sentence)
            setup.clear()

    def _destination(self, paths: Sequence[str]) -> drops.Destination | None:
        from ganstudio.models.gallery import RECIPES

        translates = any(recipe.sides == 2 for recipe in RECIPES)
        return drops.destination(paths, self.name, translates=translates)

    def drop_words(self, paths: Sequence[str]) -> tuple[str, bool]:
        """What a drop of these files would do, and whether it would do anything; asked while they are still dragged."""
        goal = self._destination(paths)
        if goal is None or (sentence := drops.refusal(goal.paths)):
            return (sentence if goal else drops.refusal([])), False
        if goal.run and goal.page == "enhance":
            return self.tr("Use this run"), True
        if goal.run:
            return self.tr("Open this run"), True
        if goal.page == "explore":
            return self.tr("Look for this picture"), True
        if goal.page == "enhance":
            return self.tr("Use these pictures"), True
        translated = goal.page == "translate" and self.translate and self.translate.on_show
        if translated:
            return self.tr("Translate these"), True
        if goal.page == "train":
            self.train.setup.expect()
        return self.tr("Learn from these"), True

    # For all pages ------------------------------------------------------------------------------------------------

    def set_training(self, run: Run | None) -> None:
        for page in self.made():
            page.set_training(run)

    def set_device(self, name: str) -> None:
        for setup in (self.train.setup, self.translate.setup if self.translate else None):
            if setup:
                setup.device = name

    def make_plots(self) -> None:
        """What plots need is loaded: the pages that exist have them now, and those to come from the start."""
        self._plots = True
        for page in self.made():
            page.make_plots()

    def close_threads(self) -> bool:
        return all(
            [
                self._recalling.close(),
                self.sharing.close(),
                *(controller.close() for controller in self._controllers),
                *(page.close_threads() for page in self.made()),
            ]
        )


def page_for(run: Run) -> str:
    """The page that shows a run of this kind."""
    return "translate" if is_translation(run) else "train"


def is_translation(run: Run) -> bool:
    return run.settings.does == "translate"
