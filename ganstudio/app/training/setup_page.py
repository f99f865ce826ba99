"""Train, before: the pictures on the left, what to learn with on the right, Start below."""

import contextlib
import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.drops import refusal
from ganstudio.app.common.file_dialogs import LastFolders
from ganstudio.app.common.image_preparation import ImagePreparation, PreparedCard, Shrinking
from ganstudio.app.common.preferences import Preferences
from ganstudio.app.training.auto_picker import AutoColumn
from ganstudio.app.training.before_start import BeforeStart
from ganstudio.app.training.first_pictures import FirstPictures
from ganstudio.core.environment import likely_kind
from ganstudio.core.fit_by_hand import FitByHand
from ganstudio.core.recipe import Recipe
from ganstudio.core.run import Budget, Preparation
from ganstudio.core.settings import SettingError, Value, from_mapping, values_of
from ganstudio.models.auto import Auto, ImageFacts
from ganstudio.panels import look
from ganstudio.panels.drop_area import DropArea
from ganstudio.panels.parts.areas import Stack, scrolling
from ganstudio.panels.parts.controls import column, holding, row
from ganstudio.panels.parts.language import figure, said
from ganstudio.workflows.preflight import (
    OTHER_PICTURES,
    Finding,
    PictureFacts,
    Remedy,
    can_learn_classes,
    own_shape,
    preflight,
)
from ganstudio.workflows.sample_images import samples_folder

if TYPE_CHECKING:
    from ganstudio.app.training.folder_stage import FolderStage
    from ganstudio.panels.training.dataset_card import DatasetCard
    from ganstudio.panels.training.look_through import Chosen

SETTLE = 350
"""Milliseconds without a further change before pictures are prepared anew."""


class SetupPage(BeforeStart):
    """Everything that is asked before a run."""

    failed = Signal(str)
    """A sentence: what was dropped cannot be learned from, and what was there before is back."""
    refused = Signal(str)
    """The same sentence where nothing was there before: the card says it."""
    sourcesChanged = Signal(object)
    """list[str]: what the pictures come from; empty when taken away."""
    column: AutoColumn

    def __init__(self, samples: Path, runs: Callable[[], Path], parent: QWidget | None = None) -> None:
        """`samples`: where the built-in sample set is drawn. `runs`: the folder that a run would be made in."""
        super().__init__(runs, parent)
        self.preparing = ImagePreparation(self)
        self.first = FirstPictures(self)
        self._devices: list[str] = []
        self._samples = samples
        self._sources: list[str] = []
        self._partners = ""
        """A folder with the same pictures, small; '': they are made on the way."""
        self._prepared: PreparedCard | None = None
        self._before: tuple[list[str], PreparedCard, Preparation] | None = None
        """The pictures that were there, until those that were dropped on them are ready."""
        self._fault = ""
        self._drawing = False
        self.stage: FolderStage | None = None
        """Where all pictures are looked through; made when it is first asked for."""
        self._key: tuple[Any, ...] = ()  # sources, preparation and size of what is prepared or being prepared
        self.folders = LastFolders()
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._prepare)
        self._make()
        self._connect()
        self.told_device()
        self.setRecipe(Auto.name, "", {})
        self.refresh()

    # What others ask of it ----------------------------------------------------------------------------------------

    def setSources(self, paths: Sequence[str]) -> None:
        """Bring these pictures in."""
        if self.stage and self.pages.currentWidget() is self.stage.panel:
            self.stage.leave()
        self.pages.setCurrentWidget(self._choices)
        if self._prepared is not None:
            self._before = (self._sources, self._prepared, self.preparation())
        self._drawing = False
        if list(paths) != self._sources and self._card:
            self._set_by_hand((), (), "")  # names of pictures and classes say nothing of other folders
        self._sources = list(paths)
        self.column.setFacts(None)
        self._show_card()
        self.first.show(self._sources, self.preparation())
        self._prepare()
        self.sourcesChanged.emit(self._sources)

    def expect(self) -> None:
        """Pictures may come in a moment."""
        self.first.expect(self.preparation())

    def sources(self) -> list[str]:
        return list(self._sources)

    def thumbnails(self) -> list[QImage]:
        """Some of the pictures, as they are learned."""
        return self._prepared.thumbnails if self._prepared else []

    def greet(self, widget: QWidget) -> None:
        """Nothing was ever learned here: this stands above one line that asks for pictures."""
        self.drop.setLine(self.tr("Now yours: drop a folder."))
        box = column(widget, self.drop, gap=look.GAP)
        box.setStretch(0, 1)
        self._nothing = holding(box)
        self._left.addWidget(self._nothing)
        self._left.setCurrentWidget(self._nothing)

    def recall(self, preferences: Preferences) -> None:
        """Show what was chosen last time, as far as it still exists."""
        with contextlib.suppress(SettingError):
            if preferences.recipe and self.column.card.knows(preferences.recipe):
                self.setRecipe(preferences.recipe, preferences.preset, preferences.values)
        with contextlib.suppress(SettingError):
            if preferences.budget:
                self.column.setBudget(from_mapping(Budget, preferences.budget))

    def setRecipe(self, name: str, preset: str, changes: Mapping[str, Any]) -> None:
        """Choose a recipe, one of its presets, and values that differ from it; what does not exist is passed over."""
        self.column.setRecipe(name, preset, changes)

    @Slot(object)
    def setDevices(self, devices: Sequence[tuple[str, str]]) -> None:
        """Name and title of each place to train on, once torch is loaded and knows them."""
        self._devices = [name for name, _ in devices]
        self.told_device()

    def is_busy(self) -> bool:
        """Whether a run or the pictures want the computer, or the person is elsewhere."""
        return bool(self._occupied) or self.preparing.busy or not self.isVisible()

    def measurable(self) -> Recipe | None:
        """The recipe as it is set, with Auto the one that it would take; None while it could not be trained."""
        recipe = self.column.recipe()
        return recipe if recipe and recipe.name != Auto.name and not preflight(recipe) else None

    def values(self) -> dict[str, Value]:
        return super().values() | self._smaller_batch()

    def sides(self) -> tuple[tuple[str, ...], ...]:
        """The pictures, and their partners from a second folder where the recipe can learn from those."""
        partners = ((self._partners,),) if self._partners and self.column.kind().optional_side else ()
        return tuple(self._sources), *partners

    def preparation(self) -> Preparation:
        """As the card says; a recipe that can learn nothing without classes turns labels on by itself."""
        chosen = self._card.preparation() if self._card else Preparation()
        needed = self.column.kind().needs_classes and not self.column.is_auto
        return dataclasses.replace(chosen, labels=True) if needed else chosen

    def missing(self) -> Finding | None:
        if not self._sources:
            return Finding(self.tr("Drop a folder of pictures to begin."))
        if self._fault:
            return Finding(self._fault, remedy=None if self._drawing else OTHER_PICTURES)
        return None

    def unready(self) -> Finding | None:
        recipe = self.column.recipe()
        if self._prepared is None:
            return Finding(self.tr("The pictures are being prepared."))
        if recipe is None:
            return None
        with contextlib.suppress(SettingError):
            recipe = recipe.with_values(self._smaller_batch())
        return self.unfit(recipe, (PictureFacts.of(self._prepared.report, self._prepared.classes),))

    def put_right(self, remedy: Remedy) -> None:
        """Do what the button beside Start says."""
        if remedy.preparation and self._card:
            self._card.setPreparation(dataclasses.replace(self._card.preparation(), **remedy.preparation))  # type: ignore[arg-type]
            self._changed()
        if remedy.values:
            self.column.put_right(remedy.values)
        if not remedy.preparation and not remedy.values:
            self.choose_folder()

    def _smaller_batch(self) -> dict[str, Value]:
        """Where there are fewer images than the recipe's batch, which the person has left alone."""
        recipe = self.column.recipe()
        if self._prepared is None or recipe is None or self.column.is_auto or self.form.row("batch").isChanged():
            return {}
        fitted = recipe.fitted(self._prepared.report.used)
        return {"batch": fitted.batch} if fitted.batch != recipe.batch and not preflight(fitted) else {}

    def choose_folder(self) -> None:
        """A folder dialog; what is chosen is brought in."""
        self.expect()
        title, start = self.tr("A folder of pictures"), self.folders.of("pictures")
        file_dialogs.choose_folder(self, title, start, lambda path: self.setSources([path]))

    def choose_partners(self) -> None:
        """A folder dialog for the same pictures, small."""
        title, start = self.tr("A folder with the same pictures, small"), self.folders.of("pictures")
        file_dialogs.choose_folder(self, title, start, self.use_partners)

    def use_partners(self, folder: str) -> None:
        """The same pictures, small, are in `folder`; '': they are made on the way."""
        if folder and (sentence := refusal([folder])):
            self.failed.emit(sentence)
            return
        self._partners = folder
        self._changed()

    def use_sample_set(self) -> None:
        """Draw the built-in pictures, once, and bring them in."""
        self._sources = [str(samples_folder(self._samples))]
        self._drawing = True
        self._show_card()
        self._forget(self.tr("The sample set is being drawn."))
        self.preparing.draw_sample_set(self._samples)

    def clear(self) -> None:
        """Take the pictures away."""
        self._settle.stop()
        self.preparing.cancel()
        self.first.stop()
        self._sources, self._prepared, self._fault, self._drawing, self._before = [], None, "", False, None
        self._partners = ""
        self._left.setCurrentWidget(self._nothing)
        self.column.setFacts(None)
        self.sourcesChanged.emit([])
        self.refresh()

    def look_through(self) -> None:
        """All pictures, on the whole page."""
        if self.stage is None:
            from ganstudio.app.training.folder_stage import FolderStage

            self.stage = FolderStage(self)
            self.stage.closed.connect(self._looked_through)
            self.pages.addWidget(self.stage.panel)
        if self._prepared is not None:
            sources, preparation, resolution, _ = self._key
            self.stage.show(self._name(), sources, preparation, resolution)
            self.pages.setCurrentWidget(self.stage.panel)

    def _looked_through(self, chosen: "Chosen") -> None:
        """Back to the choices; the pictures are prepared anew if others are left out or fitted than before."""
        self.pages.setCurrentWidget(self._choices)
        if self._card:
            self._card.look_button.setFocus()
            classes = self._card.preparation().classes
            self._set_by_hand(tuple(sorted(chosen.excluded)), chosen.fits, classes)
            self._changed()

    def _set_by_hand(self, excluded: tuple[str, ...], fits: tuple[FitByHand, ...], classes: str) -> None:
        if self._card:
            known = self._card.preparation()
            changed = dataclasses.replace(known, excluded=excluded, fits=fits, classes=classes)
            self._card.setPreparation(changed)

    def close_threads(self) -> bool:
        stage = self.stage is None or self.stage.close_threads()
        return all([self.preparing.close(), self.first.close(), stage])

    # How it is made -----------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.drop = DropArea(
            self.tr("Drop a folder of images"),
            self.tr(
                "JPEG, PNG, WebP, GIF, TIFF and more; nested folders and archives too. Originals stay as they are."
            ),
            sample=self.tr("Try the sample set"),
        )
        self._card: DatasetCard | None = None
        self._nothing = holding(column(self.drop))
        """What stands in the place of the pictures while there are none."""
        self._left = Stack(self._nothing)
        self.column = AutoColumn(_of_one_folder())
        self.form, self.recipes = self.column.form, self.column.card
        self.start_button, self.readiness = self.column.start_button, self.column.readiness
        choices = row(scrolling(self._left), self.column, gap=look.GAP)
        choices.setStretch(0, 5)
        choices.setStretch(1, 4)
        self._choices = holding(choices)
        self.pages = Stack(self._choices)
        self.setLayout(column(self.pages))

    def _connect(self) -> None:
        self.drop.dropped.connect(self._dropped)
        self.drop.expected.connect(self.expect)
        self.drop.chooseRequested.connect(self.choose_folder)
        self.drop.sampleRequested.connect(self.use_sample_set)
        self.column.changed.connect(self._changed)
        self.column.budgetChanged.connect(self.refresh)
        self.column.startRequested.connect(self.start)
        self.column.queueRequested.connect(self.enqueue)
        self.column.remedyWanted.connect(self.put_right)
        self.first.arrived.connect(self._arrived)
        self.preparing.seen.connect(self._seen)
        self.preparing.progress.connect(self._progressed)
        self.preparing.ready.connect(self._ready)
        self.preparing.drawn.connect(lambda folder: self.setSources([str(folder)]))
        self.preparing.failed.connect(self._failed)
        self.preparing.cancelled.connect(self.clear)

    def _dropped(self, paths: Sequence[str]) -> None:
        """On the area; what cannot be used is said, and changes nothing."""
        if sentence := refusal(paths):
            self.failed.emit(sentence)
        else:
            self.setSources(paths)

    def _show_card(self) -> None:
        """Made when it is first needed: it brings numpy with it, which the first paint need not wait for."""
        if self._card is None:
            from ganstudio.panels.training.dataset_card import DatasetCard

            self._card = DatasetCard()
            self._card.preparationChanged.connect(self._changed)
            self._card.removeRequested.connect(self.clear)
            self._card.cancelRequested.connect(self.preparing.cancel)
            self._card.changeRequested.connect(self.choose_folder)
            self._card.shapeWanted.connect(self._take_shape)
            self._card.setLookable(True)
            self._card.lookRequested.connect(self.look_through)
            self._card.partnersRequested.connect(self.choose_partners)
            self._card.partnersRemoved.connect(lambda: self.use_partners(""))
            self._left.addWidget(self._card)
        self._left.setCurrentWidget(self._card)

    @property
    def card(self) -> "DatasetCard | None":
        return self._card

    # What happens -------------------------------------------------------------------------------------------------

    def _name(self) -> str:
        """What the pictures are called on their card."""
        if self._drawing:
            return self.tr("Drawing the sample set")
        first = Path(self._sources[0]).name if self._sources else ""
        more = len(self._sources) - 1
        return self.tr("{0} and {1} more").format(first, more) if more > 0 else first

    def told_device(self) -> None:
        """What kind of device the next run trains on; a guess until torch is loaded."""
        kind = self.device.partition(":")[0]
        if kind == "auto" and self._devices:
            kind = next(
                (device for device in ("cuda", "mps") if any(name.startswith(device) for name in self._devices)), "cpu"
            )
        self.column.setDevice(likely_kind() if kind == "auto" else kind)

    def _changed(self, _: object = None) -> None:
        """A setting changed: the pictures at another size or fit after a moment."""
        if self._sources and not self._drawing and self._asked() != self._key:
            self._settle.start()
            self._forget()
        self.refresh()

    def _asked(self) -> tuple[Any, ...]:
        recipe = self.column.recipe()
        resolution = recipe.prepared_resolution if recipe else 0
        return tuple(self._sources), self.preparation(), resolution, self._shrinking(recipe)

    def _shrinking(self, recipe: Recipe | None) -> Shrinking | None:
        """How the recipe makes pictures small, if it learns to enlarge and does so itself."""
        if recipe is None or not recipe.optional_side or self._partners:
            return None
        values = values_of(recipe)
        return Shrinking(str(values["degradation"]), int(values["scale"]))

    def _prepare(self) -> None:
        self._settle.stop()
        self._forget()
        errors = [
            problem
            for problem in self.column.problems()
            if problem.severity == "error" and "resolution" in problem.settings
        ]
        if errors or not self._sources or self._drawing:
            return
        if self.column.is_auto and self.column.facts() is None:
            self.preparing.look(self._sources, self.preparation(), self.first.head_start())
        elif self.column.recipe() is not None:
            self._key = self._asked()
            sources, preparation, resolution, shrinking = self._key
            self.preparing.prepare(sources, preparation, resolution, shrinking, self.first.head_start())

    def _seen(self, facts: ImageFacts) -> None:
        self.column.setFacts(facts)
        self._prepare()

    def _forget(self, fault: str = "") -> None:
        """What was prepared no longer fits."""
        self._prepared, self._fault, self._key = None, fault, ()
        if self._card:
            self._card.setPreparing(self._name(), 0, 0)
        self.refresh()

    def _arrived(self, pictures: list[QImage]) -> None:
        if self._card and self._prepared is None and not self._fault:
            self._card.setFirst(pictures)

    def _progressed(self, done: int, total: int) -> None:
        if self._card:
            self._card.setPreparing(self._name(), done, total)

    def _ready(self, prepared: PreparedCard) -> None:
        self._prepared, self._fault, self._before = prepared, "", None
        self.first.stop()
        if self._card:
            self._card.setReady(
                self._name(), prepared.report, prepared.thumbnails, paired=prepared.paired, film=prepared.film
            )
        if facts := self.column.facts():
            classes = len(prepared.classes)
            self.column.setFacts(dataclasses.replace(facts, count=prepared.report.used, classes=classes))
        self.refresh()

    def _failed(self, sentence: str) -> None:
        self._drawing = False
        if self._before:  # a slip of the hand: what was there stays
            self._sources, prepared, before = self._before
            self._set_by_hand(before.excluded, before.fits, before.classes)
            self.failed.emit(sentence)
            self.column.setFacts(None)
            self._key = self._asked()
            self._ready(prepared)
            self.sourcesChanged.emit(self._sources)
            if self.column.is_auto:
                self._prepare()
            return
        self.column.setFacts(None)
        self._settle.stop()
        self._prepared, self._fault, self._key = None, sentence, self._asked()
        if self._card:
            self._card.setError(self._name(), sentence)
        self.refresh()
        self.refused.emit(sentence)

    @Slot()
    def refresh(self) -> None:
        self._show_classes()
        self._offer_shape()
        if self._card:
            offered = bool(self.column.kind().optional_side)
            self._card.setPartners(Path(self._partners).name if offered else None)
        super().refresh()

    def _show_classes(self) -> None:
        """The card names the classes; a button learns them where the recipe could."""
        if self._card and self._prepared:
            facts = PictureFacts.of(self._prepared.report, self._prepared.classes)
            offered = can_learn_classes(None if self.column.is_auto else self.column.recipe(), facts) is not None
            self._card.setClassFolders(self._prepared.report.class_folders)
            self._card.setClasses(facts.folders, learned=facts.classes > 0, offered=offered)

    def _own_shape(self) -> Remedy | None:
        recipe = self.column.recipe()
        shaped = self._prepared is not None and recipe is not None
        return own_shape(recipe, self._prepared.report.sizes) if shaped and recipe and self._prepared else None

    def _offer_shape(self) -> None:
        """The card proposes the size of the pictures' own shape that the recipe could learn."""
        if self._card:
            remedy = self._own_shape()
            self._card.offerShape(said(remedy.title) if remedy else "")

    @Slot()
    def _take_shape(self) -> None:
        if remedy := self._own_shape():
            self.put_right(remedy)

    def promise(self) -> str:
        assert self._prepared is not None
        values = self.form.value()
        at_most = self.column.may_shrink
        size = self.tr("{0} images, {1} at up to {2} px") if at_most else self.tr("{0} images, {1} at {2} px")
        what = size.format(
            figure(self._prepared.report.used), said(self.column.kind().title), values.get("resolution", 0)
        )
        if classes := self._prepared.classes:
            what += self.tr(", {0} classes").format(len(classes))
        if smaller := self._smaller_batch():
            what += self.tr(", {0} a step instead of {1}").format(smaller["batch"], values["batch"])
        return self.column.ends(what)


def _of_one_folder() -> Iterator[type[Recipe]]:
    """What can be learnt with here; translation learns from two folders, on a page of its own."""
    from ganstudio.models.gallery import RECIPES

    yield from (recipe for recipe in RECIPES if recipe.task != "translate")
