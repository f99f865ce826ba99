"""Translate, before: two sides to drop pictures on, what to learn with, and Start."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ganstudio.app.training.before_start import BeforeStart
from ganstudio.app.training.recipe_picker import RecipeColumn
from ganstudio.app.training.setup_page import SETTLE
from ganstudio.app.translate.side import TranslateSide
from ganstudio.core.images.side_contrast import compare_sides
from ganstudio.core.recipe import Recipe
from ganstudio.core.run import Budget, Preparation
from ganstudio.models.gallery import RECIPES
from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import Button, column, label, row
from ganstudio.panels.parts.language import figure, said
from ganstudio.workflows.preflight import Finding, PictureFacts, Remedy, own_shape, preflight

TWO_FOLDERS = tuple(recipe for recipe in RECIPES if recipe.sides == 2)
FIRST_RECIPE, FIRST_PRESET = "cyclegan", "quick"
FIRST_BUDGET = Budget(minutes=30)


class TranslateSetup(BeforeStart):
    failed = Signal(str)
    """A sentence: what was dropped cannot be used, and changed nothing."""
    refused = Signal(str)
    """The same sentence where nothing was there before: the card of the side says it."""

    def __init__(self, samples: Path, runs: Callable[[], Path], parent: QWidget | None = None) -> None:
        """`samples`: where the built-in sides are drawn. `runs`: the folder that a run would be made in."""
        super().__init__(runs, parent)
        self.a, self.b = TranslateSide("A"), TranslateSide("B")
        self._samples = samples
        self._preparation = Preparation()
        self._asked: dict[str, tuple[Any, ...]] = {}
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._prepare)
        self._make()
        self._connect()
        self.setRecipe(FIRST_RECIPE, FIRST_PRESET, {})
        self.recipes.setBudget(FIRST_BUDGET)

    # What others ask of it ----------------------------------------------------------------------------------------

    def setSides(self, paths: Sequence[str]) -> None:
        """Dropped folders: two fill both sides, one the first that is empty."""
        folders = list(paths)
        if len(folders) == 2:
            self.a.setSources(folders[:1])
            self.b.setSources(folders[1:])
        else:
            (self.b if self.a.sources and not self.b.sources else self.a).setSources(folders)

    def clear(self) -> None:
        """Take the pictures of both sides away."""
        for side in (self.a, self.b):
            side.clear()

    def setRecipe(self, name: str, preset: str, changes: Mapping[str, Any]) -> None:
        """Choose a recipe, a preset of it, and values that differ from it."""
        self.column.setRecipe(name, preset, changes)

    def is_busy(self) -> bool:
        """Whether a run or the pictures want the computer, or the person is elsewhere."""
        return bool(self._occupied) or self.a.preparing.busy or self.b.preparing.busy or not self.isVisible()

    def measurable(self) -> Recipe | None:
        """The recipe as it is set; None while it could not be trained."""
        recipe = self.column.recipe()
        return recipe if recipe and not preflight(recipe) else None

    def sides(self) -> tuple[tuple[str, ...], ...]:
        return tuple(self.a.sources), tuple(self.b.sources)

    def preparation(self) -> Preparation:
        return self._preparation

    def missing(self) -> Finding | None:
        for side in (self.a, self.b):
            if not side.sources:
                return Finding(self.tr("Drop a folder of pictures on side {0}.").format(side.name))
            if side.fault:
                return Finding(side.fault)
        return None

    def unready(self) -> Finding | None:
        recipe = self.column.recipe()
        if self.a.prepared is None or self.b.prepared is None:
            return Finding(self.tr("The pictures are being prepared."))
        facts = [PictureFacts.of(side.report, side.classes) for side in (self.a.prepared, self.b.prepared)]
        return self.unfit(recipe, facts) if recipe else None

    def put_right(self, remedy: Remedy) -> None:
        """Do what the button beside Start says."""
        self.column.put_right(remedy.values)

    def use_samples(self) -> None:
        """Draw the built-in sides: flowers in colour, and pencil drawings of other flowers."""
        for side in (self.a, self.b):
            side.draw_samples(self._samples)

    def swap(self) -> None:
        """Swap the two sides."""
        first, second = self.a.sources, self.b.sources
        for side, sources in ((self.a, second), (self.b, first)):
            side.setSources(sources) if sources else side.clear()

    def close_threads(self) -> bool:
        return all([self.a.close_threads(), self.b.close_threads()])

    # How it is made -----------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.column = RecipeColumn(TWO_FOLDERS)
        self.form, self.recipes = self.column.form, self.column.card
        self.start_button, self.readiness = self.column.start_button, self.column.readiness
        self.swap_button = Button("A ↔ B", self.tr("Swap the sides"), kind="quiet")
        self.advice = label(wrap=True, kind="warn")
        sides = row(scrolling(self.a), scrolling(self.b), gap=look.GAP)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        left = QWidget()
        box = column(gap=look.UNIT)
        box.addLayout(sides, 1)
        foot = row(self.advice, self.swap_button, gap=look.GAP)
        foot.setStretch(0, 1)
        box.addLayout(foot)
        left.setLayout(box)
        whole = row(left, self.column, gap=look.GAP)
        whole.setStretch(0, 5)
        whole.setStretch(1, 3)
        self.setLayout(whole)

    def _connect(self) -> None:
        for side in (self.a, self.b):
            side.changed.connect(self._changed)
            side.preparationChanged.connect(self._prepared_otherwise)
            side.sampleRequested.connect(self.use_samples)
            side.severalDropped.connect(self.setSides)
            side.shapeWanted.connect(self._take_shape)
            side.failed.connect(self.failed)
        self.swap_button.clicked.connect(self.swap)
        self.column.changed.connect(self._changed)
        self.column.budgetChanged.connect(self.refresh)
        self.column.startRequested.connect(self.start)
        self.column.queueRequested.connect(self.enqueue)
        self.column.remedyWanted.connect(self.put_right)

    # What happens -------------------------------------------------------------------------------------------------

    def _prepared_otherwise(self, preparation: Preparation) -> None:
        """One card was changed: both sides are prepared alike."""
        self._preparation = preparation
        self._changed()

    def _changed(self, _: object = None) -> None:
        if self._due(self.a) or self._due(self.b):
            self._settle.start()
        self.refresh()

    def _wanted(self, side: TranslateSide) -> tuple[Any, ...]:
        recipe = self.column.recipe()
        return tuple(side.sources), self._preparation, recipe.prepared_resolution if recipe else 0

    def _due(self, side: TranslateSide) -> bool:
        """Whether a side is to be prepared: otherwise than before, or its pictures were brought in once more."""
        if not side.sources or side.drawing:
            return False
        idle = side.prepared is None and not side.fault and not side.preparing.busy
        return idle or self._wanted(side) != self._asked.get(side.name)

    def _prepare(self) -> None:
        """Prepare each side that is not as it should be."""
        recipe = self.column.recipe()
        if recipe is None or any("resolution" in problem.settings for problem in self.column.problems()):
            return
        for side in (self.a, self.b):
            if self._due(side):
                self._asked[side.name] = self._wanted(side)
                side.prepare(self._preparation, recipe.prepared_resolution)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self.swap_button.setEnabled(not (self.a.drawing or self.b.drawing))
        self.advice.setText(" ".join(map(said, self._advice())))
        remedy = self._own_shape()
        for side in (self.a, self.b):
            if side.card:
                side.card.offerShape(said(remedy.title) if remedy else "")
        super().refresh()

    def _own_shape(self) -> Remedy | None:
        """What learns both sides in their own shape, where they have the same."""
        recipe = self.column.recipe()
        if recipe is None or self.a.prepared is None or self.b.prepared is None:
            return None
        first, second = (own_shape(recipe, side.report.sizes) for side in (self.a.prepared, self.b.prepared))
        return first if first == second else None

    @Slot()
    def _take_shape(self) -> None:
        if remedy := self._own_shape():
            self.put_right(remedy)

    def _advice(self) -> list[str]:
        recipe = self.column.recipe()
        if self.a.prepared is None or self.b.prepared is None or not getattr(recipe, "compares_sides", True):
            return []
        return compare_sides(self.a.prepared.report, self.b.prepared.report, (self.a.sources, self.b.sources))

    def promise(self) -> str:
        assert self.a.prepared is not None
        assert self.b.prepared is not None
        counts = self.a.prepared.report.used, self.b.prepared.report.used
        size = self.form.value().get("resolution", 0)
        what = self.tr("{0} and {1} pictures at {2} px").format(*map(figure, counts), size)
        return self.column.ends(what)
