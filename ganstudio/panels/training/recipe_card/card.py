"""RecipeCard: choose what to learn with."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QWidget

from ganstudio.core.recipe import Preset, Recipe
from ganstudio.core.run import Budget
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, column, holding, label, row, tip
from ganstudio.panels.parts.flow import Flow
from ganstudio.panels.parts.language import said
from ganstudio.panels.training.recipe_card.architecture import Sketch, draw_sketch, sketch_of
from ganstudio.panels.training.recipe_card.budget_row import BudgetRow
from ganstudio.panels.training.recipe_card.preset_row import PresetRow


class RecipeCard(QFrame):
    """A gallery of recipes, the presets of the chosen one, a place for its form, and the budget."""

    recipeChanged = Signal(str)
    presetChosen = Signal(str)
    """'' for the recipe's own defaults."""
    budgetChanged = Signal(object)
    """Budget."""
    measureWanted = Signal()
    """The person asks how fast the chosen recipe is here."""

    def __init__(self, recipes: Iterable[type[Recipe]], parent: QWidget | None = None) -> None:
        """`recipes`: the first is chosen; the others wait until one is wanted, or the gallery seen."""
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(self.tr("Recipe"))
        self._to_come = iter(recipes)
        self._recipes: dict[str, type[Recipe]] = {}
        self._tiles: dict[str, RecipeTile] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tile_clicked)
        self._flow = Flow()
        self._remarks: dict[str, str] = {}
        self._chosen = ""
        self.presets = PresetRow()
        self._own: Callable[[type[Recipe]], Mapping[str, Preset] | None] = lambda recipe: None
        self._budget = BudgetRow()
        self._budget.budgetChanged.connect(self.budgetChanged)
        self._summary = label(wrap=True)
        self._when = label(kind="muted", wrap=True)
        self._paper = label(kind="caption", wrap=True)
        self._sentence = label(kind="muted", wrap=True)
        self._sentences: dict[str, str] = {}
        self.measure_button = Button(
            self.tr("Measure again"), self.tr("Take a few steps with these settings, and time them"), kind="link"
        )
        self.measure_button.clicked.connect(self.measureWanted)
        self._headline = label(kind="strong", wrap=True)
        self._because = label(wrap=True)
        self._head = row(label(self.tr("What should it learn with?"), "title", wrap=True))
        self._head.setStretch(0, 1)
        self._box = column(gap=12)
        self._box.addLayout(self._head)
        self._box.addWidget(holding(self._flow))
        self._measure_line = holding(row(self.measure_button, None))
        self._box.addWidget(
            holding(column(self._summary, self._when, self._sentence, self._measure_line, self._paper, gap=look.HALF))
        )
        self._choice = self._choice_box()
        self._box.addWidget(self._choice)
        self._box.addWidget(self.presets)
        self._box.addWidget(self._budget)
        self._box.addStretch(1)
        self._box.setContentsMargins(look.PADDING, look.PADDING, look.PADDING, look.PADDING)
        self.setLayout(self._box)
        self.presets.chosen.connect(self.presetChosen)
        for first in self._to_come:
            self._take(first)
            self.setRecipe(first.name)
            break

    def knows(self, name: str) -> bool:
        """Whether there is a recipe of this name."""
        if name not in self._recipes:
            self._take_all()
        return name in self._recipes

    def recipe_called(self, name: str) -> type[Recipe]:
        """Raises KeyError: it is not among them."""
        if not self.knows(name):
            raise KeyError(name)
        return self._recipes[name]

    def showEvent(self, event: QShowEvent) -> None:
        self._take_all()
        super().showEvent(event)

    def setCorner(self, widget: QWidget) -> None:
        """Place something beside the title."""
        self._head.addWidget(widget)

    def setForm(self, form: QWidget) -> None:
        """Place the settings form between the presets and the budget."""
        self._box.insertWidget(self._box.indexOf(self._budget), form)

    def recipe(self) -> str:
        return self._chosen

    def setRecipe(self, name: str) -> None:
        """Choose without emitting; unknown names are passed over."""
        if not self.knows(name) or name == self._chosen:
            return
        self._chosen = name
        self._tiles[name].setChecked(True)
        recipe = self._recipes[name]
        self._summary.setText(said(recipe.summary))
        self._when.setText(said(recipe.when))
        self._paper.setText("\n".join(filter(None, (recipe.paper, said(recipe.note)))))
        self._paper.setVisible(bool(self._paper.text()))
        self._show_sentence()
        self._show_presets(recipe)

    def preset(self) -> str:
        return self.presets.preset()

    def setPreset(self, name: str) -> None:
        """Mark without emitting; '' for the defaults."""
        self.presets.setPreset(name)

    def setOwnPresets(self, own: Callable[[type[Recipe]], Mapping[str, Preset] | None]) -> None:
        """Where to ask for the person's own presets of a recipe; None where a recipe has none."""
        self._own = own
        self.refreshPresets()

    def refreshPresets(self) -> None:
        """The person's own presets are others now; the defaults are chosen."""
        if self._chosen:
            self._show_presets(self._recipes[self._chosen])

    def setChoice(self, headline: str, because: str) -> None:
        """What a recipe that chooses for the person takes, and why; '' and '' for a recipe that does not."""
        self._headline.setText(said(headline))
        self._headline.setVisible(bool(headline))
        because = said(because)
        self._because.setText(because[:1].upper() + because[1:])
        self._choice.setVisible(bool(because))

    def choice(self) -> tuple[str, str]:
        """Headline and reason as they are shown; '' and '' while there is no such choice."""
        return (self._headline.text(), self._because.text()) if not self._choice.isHidden() else ("", "")

    def budget(self) -> Budget:
        return self._budget.budget()

    def setBudget(self, budget: Budget) -> None:
        """Show it; does not emit."""
        self._budget.setBudget(budget)

    def setRemarks(self, remarks: Mapping[str, str], sentences: Mapping[str, str]) -> None:
        """By recipe name: a short remark on its tile ('100k in 28 min'), and a sentence below while it is chosen."""
        self._remarks, self._sentences = dict(remarks), dict(sentences)
        for name, tile in self._tiles.items():
            tile.setRemark(remarks.get(name, ""), sentences.get(name, ""))
        self._show_sentence()

    def sentence(self) -> str:
        """What is said of the chosen recipe's speed; '' for nothing."""
        return self._sentence.text()

    def _show_sentence(self) -> None:
        self._sentence.setText(self._sentences.get(self._chosen, ""))
        self._sentence.setVisible(bool(self._sentence.text()))
        self._measure_line.setVisible(bool(self._sentence.text()))

    def tile(self, name: str) -> "RecipeTile":
        self._take_all()
        return self._tiles[name]

    def _take_all(self) -> None:
        for recipe in self._to_come:
            self._take(recipe)

    def _take(self, recipe: type[Recipe]) -> None:
        """Into the gallery."""
        tile = RecipeTile(recipe)
        tile.setRemark(self._remarks.get(recipe.name, ""), self._sentences.get(recipe.name, ""))
        self._recipes[recipe.name], self._tiles[recipe.name] = recipe, tile
        self._group.addButton(tile)
        self._flow.addWidget(tile)

    def _choice_box(self) -> QWidget:
        box = QFrame()
        box.setProperty("look", "raised")
        box.setLayout(column(self._headline, self._because, gap=look.HALF, margin=12))
        box.hide()
        return box

    def _tile_clicked(self, tile: QAbstractButton) -> None:
        assert isinstance(tile, RecipeTile)
        if tile.name != self._chosen:
            self.setRecipe(tile.name)
            self.recipeChanged.emit(tile.name)

    def _show_presets(self, recipe: type[Recipe]) -> None:
        own = self._own(recipe)
        self.presets.setPresets(recipe.presets, own or {})
        self.presets.setVisible(own is not None or bool(recipe.presets))


class RecipeTile(QAbstractButton):
    """One recipe: a picture of what it builds and its name."""

    SIZE = QSize(116, 88)

    def __init__(self, recipe: type[Recipe]) -> None:
        super().__init__()
        self.name = recipe.name
        self._recipe = recipe
        self._remark = ""
        self.setText(said(recipe.title))
        self.setCheckable(True)
        self._help = f"{said(recipe.summary)} {said(recipe.when)}"
        self.setToolTip(tip(self._help))
        self.setAccessibleName(said(recipe.title))
        self.setAccessibleDescription(said(recipe.summary))
        self.setFixedSize(self.SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @cached_property
    def sketch(self) -> Sketch:
        """Worked out when it is first drawn: most galleries stay folded away."""
        return sketch_of(self._recipe)

    def setRemark(self, remark: str, sentence: str = "") -> None:
        """A few words under the name, and the sentence that they stand for."""
        self._remark = remark
        self.setToolTip(tip(f"{self._help} {sentence}".rstrip()))
        self.update()

    def remark(self) -> str:
        return self._remark

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._paint_frame(painter, frame, known)
        text_height = 34.0 if self._remark else 22.0
        sketch = frame.adjusted(16, 10, -16, -text_height - 8)
        draw_sketch(painter, sketch, self.sketch, known)
        self._paint_text(painter, frame.adjusted(2, frame.height() - text_height - 4, -2, -4), known)
        painter.end()

    def _paint_frame(self, painter: QPainter, frame: QRectF, known: look.Colours) -> None:
        fill = QColor(known.raised)
        if self.isChecked():
            fill = look.mixed(known.surface, known.accent, 0.12)
        elif self.underMouse():
            fill = look.mixed(known.raised, known.text, 0.07)
        focused = self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        edge = known.text if focused else known.accent
        outlined = self.isChecked() or focused
        painter.setPen(QPen(QColor(edge), 1.5) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, look.CONTROL_RADIUS, look.CONTROL_RADIUS)

    def _paint_text(self, painter: QPainter, area: QRectF, known: look.Colours) -> None:
        painter.setFont(look.font(look.BODY))
        painter.setPen(QColor(known.text))
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        title = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, centred, title)
        if self._remark:
            painter.setFont(look.font(look.CAPTION))
            painter.setPen(QColor(known.muted))
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self._remark)
