"""Train, before: the pictures on the left, what to learn with on the right, Start below."""

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QStackedWidget, QWidget

from ganstudio.app.preferences import Preferences
from ganstudio.app.preparing import Prepared, Preparing, sample_set
from ganstudio.core.recipe import Problem, Recipe
from ganstudio.core.run import Budget, Preparation, RunSettings
from ganstudio.core.settings import SettingError, from_mapping, values_of
from ganstudio.panels import look
from ganstudio.panels.drop_area import DropArea
from ganstudio.panels.parts.controls import Button, column, label, row
from ganstudio.panels.recipe_card import RecipeCard
from ganstudio.panels.settings_form import SettingsForm
from ganstudio.recipes import RECIPES, by_name

if TYPE_CHECKING:
    from ganstudio.panels.dataset_card import DatasetCard

ONE_FOLDER = tuple(recipe for recipe in RECIPES if recipe.sides == 1)
"""What can be learnt with here; translation learns from two folders, on a page of its own."""
SETTLE = 350
"""Milliseconds without a further change before pictures are prepared anew."""
RIGHT = 480
"""Width of the column of settings; the pictures have the rest."""
FIRST_RECIPE, FIRST_PRESET = "dcgan", ""
FIRST_BUDGET = Budget(minutes=10)


class SetupPage(QWidget):
    """Everything that is asked before a run."""

    startRequested = Signal(object)
    """RunSettings that can be trained as they are."""
    sourcesChanged = Signal(object)
    """list[str]: what the pictures come from; empty when taken away."""

    def __init__(self, samples: Path, parent: QWidget | None = None) -> None:
        """`samples`: where the built-in sample set is drawn."""
        super().__init__(parent)
        self.preparing = Preparing(self)
        self.device = "auto"
        self._samples = samples
        self._sources: list[str] = []
        self._prepared: Prepared | None = None
        self._fault = ""
        self._occupied = ""
        self._drawing = False
        self._key: tuple[Any, ...] = ()  # sources, preparation and size of what is prepared or being prepared
        self._start_folder = ""
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._prepare)
        self._make()
        self._connect()
        self.setRecipe(FIRST_RECIPE, FIRST_PRESET, {})
        self.recipes.setBudget(FIRST_BUDGET)
        self._refresh()

    # What others ask of it ----------------------------------------------------------------------------------------

    def setSources(self, paths: Sequence[str]) -> None:
        """Bring these pictures in."""
        self._drawing = False
        self._sources = list(paths)
        self._show_card()
        self._prepare()
        self.sourcesChanged.emit(self._sources)

    def sources(self) -> list[str]:
        return list(self._sources)

    def recall(self, preferences: Preferences) -> None:
        """Show what was chosen last time, as far as it still exists."""
        self._start_folder = preferences.picture_folder
        with contextlib.suppress(SettingError):
            self.recipes.setBudget(from_mapping(Budget, preferences.budget) if preferences.budget else FIRST_BUDGET)
        with contextlib.suppress(SettingError):
            if by_name(preferences.recipe) in ONE_FOLDER:
                self.setRecipe(preferences.recipe, preferences.preset, preferences.values)

    def setRecipe(self, name: str, preset: str, changes: Mapping[str, Any]) -> None:
        """Choose a recipe, one of its presets, and values that differ from it; what does not exist is passed over."""
        recipe = by_name(name)
        known = recipe.presets.keys() & {preset}
        start = recipe.preset(preset if known else "")
        self.recipes.setRecipe(name)
        self.recipes.setPreset(preset if known else "")
        self.form.setOwner(recipe)
        self.form.setDefaults(values_of(start))
        self.form.setValue(values_of(start))
        with contextlib.suppress(SettingError):
            self.form.setValue(values_of(start.with_values(changes)))
        self._changed()

    def setOccupied(self, name: str) -> None:
        """A run of that name is training, so that no other can start; '' when none is."""
        self._occupied = name
        self._refresh()

    def settings(self) -> RunSettings:
        """What is chosen now."""
        return RunSettings(
            recipe=self.recipes.recipe(),
            sides=(tuple(self._sources),),
            values=self.form.value(),
            preset=self.recipes.preset(),
            preparation=self.preparation(),
            budget=self.recipes.budget(),
            device=self.device,
        )

    def preparation(self) -> Preparation:
        return self._card.preparation() if self._card else Preparation()

    def obstacle(self) -> str:
        """Why training cannot start now, as a sentence; '' when it can."""
        if not self._sources:
            return self.tr("Drop a folder of pictures to begin.")
        if self._fault:
            return self._fault
        if not self.form.isValid():
            return self.tr("A setting cannot be used as it is; the sentence beside it says why.")
        if errors := [one for one in self._problems() if one.severity == "error"]:
            return errors[0].sentence
        if self._prepared is None:
            return self.tr("The pictures are being prepared.")
        used, batch = self._prepared.report.used, int(self.form.value().get("batch", 1))
        if batch > used:
            return self.tr("Batch is {0}, but there are {1} images: choose {1} or fewer.").format(batch, used)
        if self._occupied:
            return self.tr("{0} is training. Stop it before the next run starts.").format(self._occupied)
        return ""

    def start(self) -> None:
        """Ask for the run, unless something is in the way."""
        if not self.obstacle():
            self.startRequested.emit(self.settings())

    def choose_folder(self) -> None:
        """A folder dialog; what is chosen is brought in."""
        dialog = QFileDialog(self, self.tr("A folder of pictures"), self._start_folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.setSources([path]))
        dialog.open()

    def use_sample_set(self) -> None:
        """Draw the built-in pictures, once, and bring them in."""
        self._sources = [str(sample_set(self._samples))]
        self._drawing = True
        self._show_card()
        self._forget(self.tr("The sample set is being drawn."))
        self.preparing.draw_sample_set(self._samples)

    def clear(self) -> None:
        """Take the pictures away."""
        self._settle.stop()
        self.preparing.cancel()
        self._sources, self._prepared, self._fault, self._drawing = [], None, "", False
        self._left.setCurrentWidget(self.drop)
        self.sourcesChanged.emit([])
        self._refresh()

    # How it is made -----------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.drop = DropArea(
            self.tr("Drop a folder of images"),
            self.tr(
                "JPEG, PNG, WebP, GIF, TIFF and more; nested folders and .zip files too. Originals stay as they are."
            ),
            sample=self.tr("Try the sample set"),
        )
        self._card: DatasetCard | None = None
        self._left = QStackedWidget()
        self._left.addWidget(self.drop)
        self.form = SettingsForm()
        self.recipes = RecipeCard(ONE_FOLDER)
        self.recipes.setForm(self.form)
        self.start_button = Button(self.tr("Start"), self.tr("Begin training (Ctrl+Return)"), icon="play", kind="main")
        self.start_button.setMinimumWidth(120)
        self.readiness = label(wrap=True, kind="muted")
        box = row(self._left, self._right(), gap=look.GAP)
        box.setStretch(0, 5)
        box.setStretch(1, 4)
        self.setLayout(box)

    def _right(self) -> QWidget:
        scroll = QScrollArea()
        scroll.setWidget(self.recipes)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = row(self.readiness, self.start_button, gap=look.GAP)
        foot.setStretch(0, 1)
        side = QWidget()
        box = column(scroll, gap=look.GAP)
        box.addLayout(foot)
        side.setLayout(box)
        side.setMinimumWidth(RIGHT)
        side.setMaximumWidth(RIGHT + 80)
        return side

    def _connect(self) -> None:
        self.drop.dropped.connect(self.setSources)
        self.drop.chooseRequested.connect(self.choose_folder)
        self.drop.sampleRequested.connect(self.use_sample_set)
        self.recipes.recipeChanged.connect(lambda name: self.setRecipe(name, "", {}))
        self.recipes.presetChosen.connect(lambda preset: self.setRecipe(self.recipes.recipe(), preset, {}))
        self.recipes.budgetChanged.connect(self._refresh)
        self.form.valueChanged.connect(self._changed)
        self.form.validityChanged.connect(self._refresh)
        self.start_button.clicked.connect(self.start)
        self.preparing.progress.connect(self._progressed)
        self.preparing.ready.connect(self._ready)
        self.preparing.drawn.connect(lambda folder: self.setSources([str(folder)]))
        self.preparing.failed.connect(self._failed)
        self.preparing.cancelled.connect(self.clear)

    def _show_card(self) -> None:
        """Made when it is first needed: it brings numpy with it, which the first paint need not wait for."""
        if self._card is None:
            from ganstudio.panels.dataset_card import DatasetCard

            self._card = DatasetCard()
            self._card.preparationChanged.connect(self._changed)
            self._card.removeRequested.connect(self.clear)
            self._card.cancelRequested.connect(self.preparing.cancel)
            self._card.changeRequested.connect(self.choose_folder)
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

    def _recipe(self) -> Recipe | None:
        """The recipe as the form says it; None while the form holds something that no recipe is."""
        try:
            return from_mapping(by_name(self.recipes.recipe()), self.form.value())
        except SettingError:
            return None

    def _problems(self) -> list[Problem]:
        try:
            return from_mapping(by_name(self.recipes.recipe()), self.form.value()).problems()
        except SettingError as error:
            return [Problem("error", (error.name,), str(error))]

    def _changed(self, _: object = None) -> None:
        """A setting changed: its problems, and the pictures at another size or fit after a moment."""
        self.form.setProblems(self._problems())
        if self._sources and self._asked() != self._key:
            self._settle.start()
            self._forget()
        self._refresh()

    def _asked(self) -> tuple[Any, ...]:
        recipe = self._recipe()
        return tuple(self._sources), self.preparation(), recipe.prepared_resolution if recipe else 0

    def _prepare(self) -> None:
        self._settle.stop()
        self._forget()
        errors = [one for one in self._problems() if one.severity == "error" and "resolution" in one.settings]
        if errors or not self._sources or self._recipe() is None:
            return
        self._key = self._asked()
        sources, preparation, resolution = self._key
        self.preparing.prepare(sources, preparation, resolution)

    def _forget(self, fault: str = "") -> None:
        """What was prepared no longer fits."""
        self._prepared, self._fault, self._key = None, fault, ()
        if self._card:
            self._card.setPreparing(self._name(), 0, 0)
        self._refresh()

    def _progressed(self, done: int, total: int) -> None:
        if self._card:
            self._card.setPreparing(self._name(), done, total)

    def _ready(self, prepared: Prepared) -> None:
        self._prepared, self._fault = prepared, ""
        if self._card:
            self._card.setReady(self._name(), prepared.report, prepared.thumbnails)
        self._refresh()

    def _failed(self, sentence: str) -> None:
        self._drawing = False
        self._prepared, self._fault = None, sentence
        if self._card:
            self._card.setError(self._name(), sentence)
        self._refresh()

    def _refresh(self, _: object = None) -> None:
        obstacle = self.obstacle()
        self.start_button.setEnabled(not obstacle)
        self.readiness.setText(obstacle or self._promise())

    def _promise(self) -> str:
        assert self._prepared is not None
        recipe, values = by_name(self.recipes.recipe()), self.form.value()
        what = self.tr("{0:,} images, {1} at {2} px").format(
            self._prepared.report.used, recipe.title, values.get("resolution", 0)
        )
        end = budget_text(self.recipes.budget())
        return (
            self.tr("{0}; ends after {1}.").format(what, end)
            if end
            else self.tr("{0}; until you stop it.").format(what)
        )


def budget_text(budget: Budget) -> str:
    """'10 min or 500 steps', '' when there is no end."""
    parts = []
    if budget.minutes:
        parts.append(f"{budget.minutes:g} min")
    if budget.kimg:
        parts.append(f"{budget.kimg:g} kimg")
    if budget.steps:
        parts.append(f"{budget.steps:,} steps")
    return " or ".join(parts)
