"""How the Explore page is put together: the map with the picture in its middle, panels, places, and a bar below."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from ganstudio.app.export.enlarger_choice import EnlargerChoice
from ganstudio.panels import look
from ganstudio.panels.explore.directions_panel import DirectionsPanel
from ganstudio.panels.explore.film_panel import FilmPanel
from ganstudio.panels.explore.latent_map import LatentMap
from ganstudio.panels.explore.map_panel import MapPanel
from ganstudio.panels.explore.places_panel import PlacesPanel
from ganstudio.panels.explore.project_panel import ProjectPanel
from ganstudio.panels.explore.style_panel import StylePanel
from ganstudio.panels.explore.walk_panel import WalkPanel
from ganstudio.panels.parts.areas import Stack, scrolling
from ganstudio.panels.parts.controls import Button, Check, Combo, Segmented, column, holding, label, row, rule
from ganstudio.panels.parts.picture_tiles import Tiles

TABS = ("walk", "map", "directions", "style", "project")


class ExploreView(QWidget):
    """Only widgets; the page connects them."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = LatentMap()
        self.facts = label("", "caption")
        self.strip = Tiles(
            self.tr("The walk"), self.tr("Nine steps of the walk; click one to go there"), columns=9, largest=144
        )
        self.walk, self.map, self.directions = WalkPanel(), MapPanel(), DirectionsPanel()
        self.style_, self.project = StylePanel(), ProjectPanel()
        self.animation, self.places = FilmPanel(), PlacesPanel()
        box = column(gap=look.GAP)
        sides = row(self._pictures(), self._side(), gap=look.GAP)
        sides.setStretch(0, 5)
        sides.setStretch(1, 4)
        box.addLayout(sides, 1)
        box.addWidget(self._bar())
        self.setLayout(box)

    def show_tab(self, name: object) -> None:
        self.tabs.setData(name)
        self._stack.setCurrentIndex(TABS.index(str(name)))

    def show_animation(self) -> None:
        """In place of the tabs' panels; the pins that it leads through stay below."""
        self._stack.setCurrentIndex(len(TABS))

    def show_whole(self, widget: QWidget) -> None:
        """Scroll its panel to it, once the layout has made room."""
        QTimer.singleShot(0, widget, lambda: self._area.ensureWidgetVisible(widget))

    def _pictures(self) -> QWidget:
        card = QFrame()
        card.setProperty("look", "card")
        inner = column(self.stage, self.facts, self.strip, gap=look.UNIT, margin=look.PADDING)
        inner.setStretch(0, 1)
        card.setLayout(inner)
        return card

    def _side(self) -> QWidget:
        self.tabs = Segmented(
            self.tr("Ways to explore"),
            [
                (self.tr("Walk"), "walk", self.tr("From picture to picture")),
                (self.tr("Map"), "map", self.tr("Another map, an overview, variations")),
                (self.tr("Directions"), "directions", self.tr("Change one thing at a time")),
                (self.tr("Style"), "style", self.tr("Variety, classes, mixing, noise")),
                (self.tr("Project"), "project", self.tr("Find a photograph, see what it learned from")),
            ],
        )
        self.tabs.chosen.connect(self.show_tab)
        self._stack = Stack(self.walk, self.map, self.directions, self.style_, self.project, self.animation)
        card = QFrame()
        card.setProperty("look", "card")
        tools = column(self._stack, rule(), self.places, gap=12)
        tools.setStretch(0, 1)
        self._area = scrolling(holding(tools))
        inner = column(self.tabs, self._area, gap=12, margin=look.PADDING)
        inner.setStretch(1, 1)
        card.setLayout(inner)
        card.setMinimumWidth(376)
        card.setMaximumWidth(448)
        self.show_tab("walk")
        return card

    def _bar(self) -> QWidget:
        self.save = Button(self.tr("Save image…"), self.tr("Write the picture on show to a file"), icon="save")
        self.recipe = Check(self.tr("with recipe"), self.tr(
            "Files carry what makes the picture again; dropping one here returns to its place. The mark that a model "
            "made it stays in any case."
        ))  # fmt: skip
        self.recipe.setChecked(True)
        self.recipe.setAccessibleName(self.tr("Save with recipe"))
        self.larger = EnlargerChoice()
        self.pin = Button(
            self.tr("Pin"), self.tr("Keep the place on show; pins in a row are the walk and the film (Ctrl+K)"),
            icon="pin",
        )  # fmt: skip
        self.film = Button(self.tr("Animation…"), self.tr("Make a film through the pins"), icon="film")
        self.runs = Combo(self.tr("Run"), self.tr("Whose pictures are explored"))
        self.runs.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.checkpoints = Combo(self.tr("Checkpoint"), self.tr("Which state of the run; newest first"))
        self.live = Button(
            self.tr("Live"), self.tr("Follow the generator while it learns; press again to freeze a copy"),
            icon="train", kind="chip",
        )  # fmt: skip
        self.live.setCheckable(True)
        self.live.hide()
        saving = self.save, self.larger, self.recipe
        return holding(row(*saving, self.pin, self.film, None, self.runs, self.checkpoints, self.live))

    def sizeHint(self) -> QSize:
        return QSize(1100, 720)
