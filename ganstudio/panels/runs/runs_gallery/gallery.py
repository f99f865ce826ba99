"""RunsGallery: every run, as cards or as a table."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QMargins, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QTreeView,
    QWidget,
)

from ganstudio.core.run import Summary
from ganstudio.panels import look
from ganstudio.panels.parts.controls import (
    Button,
    IconButton,
    LineField,
    Picture,
    Segmented,
    column,
    holding,
    label,
    row,
    tip,
)
from ganstudio.panels.parts.giving import Giving
from ganstudio.panels.parts.pictures import PictureCache
from ganstudio.panels.runs.runs_gallery.hover_growth import HoverGrowth
from ganstudio.panels.runs.runs_gallery.lineage import LineageView
from ganstudio.panels.runs.runs_gallery.run_model import CARD, PICTURE, RunCard, RunListModel, kid_of, star_place


class RunsGallery(QWidget):
    """Filter, sort, choose one or several, and what can be done with them."""

    openRequested = Signal(object)
    """Path."""
    resumeRequested = Signal(object)
    """Path."""
    renameRequested = Signal(object, str)
    """Path and the new name."""
    deleteRequested = Signal(object)
    """list[Path]; the app deletes them, and offers to undo it."""
    compareRequested = Signal(object)
    """list[Path], two or more."""
    revealRequested = Signal(object)
    """Path."""
    exportRequested = Signal(object)
    """Path."""
    exploreRequested = Signal(object)
    """Path of a run that draws from noise."""
    sendRequested = Signal(object, bool)
    """Path, and whether with what training goes on from."""
    queueRequested = Signal(object)
    """list[Path]: to go on when the runs before them have ended."""
    queueAgainRequested = Signal(object)
    """list[Path] of runs whose settings are to be trained anew, then."""

    starsChanged = Signal(object, bool)
    """list[Path], and whether they have a star now."""

    CACHE_MEGABYTES = 64

    def __init__(self, titles: Mapping[str, str] | None = None, parent: QWidget | None = None) -> None:
        """`titles`: what to call each recipe, by its name."""
        super().__init__(parent)
        self._runs: list[tuple[Path, Summary]] = []
        self._listed = False
        self._model = RunListModel(titles or {}, self)
        self._selection = QItemSelectionModel(self._model, self)
        self._cache = PictureCache(self.CACHE_MEGABYTES, self)
        self._make_actions()
        self._make_views()
        box = column(gap=look.GAP)
        box.addLayout(self._toolbar())
        box.addWidget(self._make_renaming())
        box.addWidget(self._views, 1)
        self.setLayout(box)
        self._cache.ready.connect(self._picture_came)
        self._selection.selectionChanged.connect(self._refresh)
        self._arrange()

    def setRuns(self, runs: Sequence[tuple[Path, Summary]]) -> None:
        """Show these; the selection stays where it can."""
        self._runs, self._listed = list(runs), True
        self._arrange()

    def setStarred(self, folders: Collection[Path]) -> None:
        """The runs that have a star."""
        self._model.starred = frozenset(folders)
        self._arrange()

    def setDriver(self, driver: str) -> None:
        """What the runner does with the live run: one of its states."""
        self._model.driver = driver
        self._cards.viewport().update()
        self._table.viewport().update()

    def setLive(self, folder: Path | None) -> None:
        """The run that is training now: marked, and neither resumed, renamed nor deleted."""
        self._model.live = folder
        self._cards.viewport().update()
        self._table.viewport().update()
        self._refresh()

    def selected(self) -> list[Path]:
        """In the order in which they are shown."""
        rows = sorted({index.row() for index in self._selection.selectedIndexes()})
        return [self._model.entry(index)[0] for index in rows]

    def select(self, paths: Sequence[Path]) -> None:
        """Choose these, as far as they are shown."""
        self._selection.clearSelection()
        for path in paths:
            place = self._model.rowOf(path)
            if place >= 0:
                flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                self._selection.select(self._model.index(place, 0), flags)
                self._selection.setCurrentIndex(self._model.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def shown(self) -> list[Path]:
        """The runs that the filter lets through, in order."""
        return [self._model.entry(index)[0] for index in range(self._model.rowCount())]

    def setFilter(self, text: str) -> None:
        self._filter.setText(text)

    def setOnlyStarred(self, on: bool) -> None:
        """Show no run without a star."""
        self._only_starred.setChecked(on)

    def setSorting(self, by: str) -> None:
        """'date' (newest first), 'name' or 'score' (best first)."""
        self._sort.setData(by)
        self._arrange()

    def setCards(self, on: bool) -> None:
        """Cards, or else a table."""
        self._kind.setData("cards" if on else "table")
        self._arrange()

    def _index(self, place: QPoint | None) -> QModelIndex:
        """Of the card under a point; of None the current one."""
        return self._cards.currentIndex() if place is None else self._cards.indexAt(place)

    # Making -------------------------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        made = (
            ("open", "open", self.tr("Open"), self.tr("Look at this run (Return)"), "Return"),
            ("resume", "play", self.tr("Resume"), self.tr("Go on training where it stopped"), ""),
            ("queue", "list", self.tr("Go on"), self.tr("Where it stopped, when the runs before it have ended"), ""),
            (
                "queue_again",
                "list",
                self.tr("Train anew"),
                self.tr("A new run with the same settings, when the runs before it have ended"),
                "",
            ),
            ("compare", "compare", self.tr("Compare"), self.tr("Put two or more runs beside each other"), ""),
            ("explore", "explore", self.tr("Explore"), self.tr("Walk between the pictures it can draw"), ""),
            ("rename", "rename", self.tr("Rename…"), self.tr("Give this run another name (F2)"), "F2"),
            ("export", "export", self.tr("Export…"), self.tr("Take pictures from this run"), ""),
            ("send", "export", self.tr("Send as one file…"), self.tr("For others to look at and explore"), ""),
            (
                "send_to_train",
                "export",
                self.tr("Send to train on…"),
                self.tr("One file that others can also go on training from; it is larger"),
                "",
            ),
            (
                "star",
                "star",
                self.tr("Star"),
                self.tr("Mark the chosen runs, or take the mark away (Ctrl+D)"),
                "Ctrl+D",
            ),
            ("reveal", "folder", self.tr("Show folder"), self.tr("Open its folder in the file manager"), ""),
            (
                "delete",
                "trash",
                self.tr("Delete"),
                self.tr("Delete the chosen runs; a message offers to undo it (Delete)"),
                "Del",
            ),
        )
        self._actions: dict[str, QAction] = {}
        for name, _, text, help, key in made:
            action = QAction(text, self)
            action.setToolTip(tip(help))
            if key:
                action.setShortcut(QKeySequence(key))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(getattr(self, f"_{name}"))
            self._actions[name] = action
        self._icons = {name: icon for name, icon, *_ in made}
        self._helps = {name: help for name, _, _, help, _ in made}

    def _make_views(self) -> None:
        self._cards, self._table = LineageView(self._model), QTreeView()
        self._cards.setViewMode(LineageView.ViewMode.IconMode)
        self._cards.setResizeMode(LineageView.ResizeMode.Adjust)
        self._cards.setMovement(LineageView.Movement.Static)
        self._cards.setUniformItemSizes(True)
        self._cards.setSpacing(look.HALF)
        self._cards.setGridSize(CARD.grownBy(QMargins(look.HALF, look.HALF, look.HALF, look.HALF)))
        self._cards.setMouseTracking(True)
        self._cards.setStyleSheet("QListView { background: transparent; }")
        self._table.setRootIsDecorated(False)
        self._table.setUniformRowHeights(True)
        for view in (self._cards, self._table):
            view.setModel(self._model)
            view.setSelectionModel(self._selection)
            view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
            view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            view.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
            view.setAcceptDrops(False)
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.setAccessibleName(self.tr("Runs"))
            view.setToolTip(self.tr("Double-click opens; choose several with Ctrl or Shift"))
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._show_menu)
            view.doubleClicked.connect(self._open)
            view.addActions([self._actions[name] for name in ("open", "star", "rename", "delete")])
        card = RunCard(self._model, self._cache, self._cards)
        growth = HoverGrowth(self._cards, self._model, self._cache, 2 * PICTURE)
        card.playing = growth.picture
        Giving(self._cards, lambda place: card.picture(self._index(place)), surface=self._cards.viewport())
        growth.moved.connect(self._cards.viewport().update)
        self._cards.setItemDelegate(card)
        self._cards.viewport().installEventFilter(self)
        header = self._table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, width in enumerate((200, 100, 120, 180, 120, 140, 140)):
            header.resizeSection(place, width)
        self._views = QStackedWidget()
        for page in (self._cards, self._table, self._make_empty()):
            self._views.addWidget(page)

    def _make_empty(self) -> QWidget:
        self._nothing = label(kind="muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture = Picture("runs", "muted", 40)
        box = column(None, picture, self._nothing, None, gap=look.GAP)
        box.setAlignment(picture, Qt.AlignmentFlag.AlignHCenter)
        return holding(box)

    def _toolbar(self) -> QHBoxLayout:
        help = self.tr("Shows the runs whose name, recipe or images contain this")
        self._filter = LineField(self.tr("Find a run"), help)
        self._filter.setPlaceholderText(self.tr("Find a run"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setMinimumWidth(140)
        self._filter.setMaximumWidth(200)
        self._filter.textChanged.connect(self._arrange)
        self._only_starred = IconButton(
            "star", self.tr("Starred only: show no run without a star"), kind="square", checkable=True
        )
        self._only_starred.toggled.connect(lambda on: self._only_starred.setIconName("star-filled" if on else "star"))
        self._only_starred.toggled.connect(self._arrange)
        newest = (self.tr("Newest"), "date", self.tr("The run that was last worked on first"))
        named = (self.tr("Name"), "name", self.tr("In the order of the alphabet"))
        stars = (self.tr("Stars"), "star", self.tr("Runs with a star first"))
        best = (self.tr("Best"), "score", self.tr("The lowest KID first; only runs of the same pictures compare"))
        self._sort = Segmented(self.tr("Sort"), [newest, named, best, stars])
        cards = (self.tr("Cards"), "cards", self.tr("With pictures"))
        self._kind = Segmented(self.tr("View"), [cards, (self.tr("Table"), "table", self.tr("As a table"))])
        self._sort.setData("date")
        self._kind.setData("cards")
        self._sort.chosen.connect(self._arrange)
        self._kind.chosen.connect(self._arrange)
        self._buttons = {
            name: Button(self._actions[name].text(), self._helps[name], icon=self._icons[name])
            for name in ("open", "resume", "compare")
        }
        for name, button in self._buttons.items():
            button.clicked.connect(self._actions[name].trigger)
        more = IconButton("menu", self.tr("More to do with the chosen runs"), kind="square")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self._menu(more))
        self._more = more
        line = row(self._filter, self._only_starred, self._sort, self._kind, None, *self._buttons.values(), more)
        line.setStretch(0, 3)
        return line

    def _make_renaming(self) -> QWidget:
        help = self.tr("The run's new name; Return renames, Escape leaves it as it is")
        self._new_name = LineField(self.tr("New name"), help)
        self._new_name.setMaxLength(120)
        rename = Button(self.tr("Rename"), self.tr("Give the run this name"), kind="main")
        leave = Button(self.tr("Cancel"), self.tr("Leave the name as it is"))
        rename.clicked.connect(self._renamed)
        self._new_name.returnPressed.connect(self._renamed)
        renaming = self._renaming = holding(row(label(self.tr("New name")), self._new_name, rename, leave))
        leave.clicked.connect(renaming.hide)
        escape = QAction(renaming)
        escape.setShortcut(QKeySequence("Escape"))
        escape.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.triggered.connect(renaming.hide)
        renaming.addAction(escape)
        renaming.hide()
        return renaming

    def _menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.setToolTipsVisible(True)
        queue = self._queue_menu = QMenu(self.tr("Add to queue"), menu)
        queue.setToolTipsVisible(True)
        for name, action in self._actions.items():
            if name in ("rename", "delete"):
                menu.addSeparator()
            if name == "queue":
                menu.addMenu(queue)
            (queue if name in ("queue", "queue_again") else menu).addAction(action)
        return menu

    def _show_menu(self, position: QPoint) -> None:
        view = self._views.currentWidget()
        if self.selected() and isinstance(view, QAbstractItemView):
            self._more.menu().popup(view.viewport().mapToGlobal(position))

    # Showing ------------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Filter and sort; a thousand runs take some milliseconds."""
        chosen = self.selected()
        wanted = self._filter.text().strip().lower()
        starred = self._model.starred if self._only_starred.isChecked() else None
        kept = [
            run
            for run in self._runs
            if wanted in " ".join(self._model.texts(*run)).lower() and (starred is None or run[0] in starred)
        ]
        if self._sort.data() == "name":
            kept.sort(key=lambda run: run[1].name.lower())
        elif self._sort.data() == "star":
            kept.sort(key=lambda run: (run[0] not in self._model.starred, -run[1].modified))
        elif self._sort.data() == "score":
            kept.sort(key=lambda run: (kid_of(run[1]), -run[1].modified))
        else:
            kept.sort(key=lambda run: run[1].modified, reverse=True)
        self._model.setEntries(kept)
        self.select(chosen)
        if self._runs and not wanted:
            self._nothing.setText(self.tr("No run has a star. A click into the corner of a card sets one."))
        elif self._runs:
            self._nothing.setText(self.tr("No run matches “{0}”.").format(self._filter.text()))
        elif not self._listed:
            self._nothing.setText(self.tr("Looking for runs."))
        else:
            self._nothing.setText(self.tr("No runs yet. Each training becomes one; start on the Train page."))
        page = 2 if not kept else (0 if self._kind.data() == "cards" else 1)
        self._views.setCurrentIndex(page)
        self._refresh()

    def _refresh(self) -> None:
        """What can be done with what is chosen."""
        chosen = self.selected()
        live = self._model.live in chosen
        known = {path: summary for path, summary in self._runs if path in chosen}
        readable = not any(summary.trouble for summary in known.values())
        single = len(chosen) == 1
        noise = single and all(summary.settings.does == "generate" for summary in known.values())
        allowed = {
            "open": single and readable, "resume": single and readable and not live,
            "queue": bool(chosen) and readable and not live, "queue_again": bool(chosen) and readable,
            "compare": len(chosen) >= 2 and readable, "rename": single and not live, "explore": noise and readable,
            "export": single and readable, "send": single and readable, "send_to_train": single and readable,
            "reveal": single, "star": bool(chosen), "delete": bool(chosen) and not live,
        }  # fmt: skip
        for name, may in allowed.items():
            self._actions[name].setEnabled(may)
            if name in self._buttons:
                self._buttons[name].setEnabled(may)
        self._queue_menu.setEnabled(allowed["queue"] or allowed["queue_again"])
        starred = bool(chosen) and self._model.starred.issuperset(chosen)
        self._actions["star"].setText(self.tr("Take the star away") if starred else self.tr("Star"))
        self._more.setEnabled(bool(chosen))
        self._renaming.hide()

    def _picture_came(self) -> None:
        self._cards.viewport().update()

    # What is asked for --------------------------------------------------------------------------------------------

    def _single(self) -> Path | None:
        chosen = self.selected()
        return chosen[0] if len(chosen) == 1 else None

    def _open(self) -> None:
        if path := self._single():
            self.openRequested.emit(path)

    def _resume(self) -> None:
        if path := self._single():
            self.resumeRequested.emit(path)

    def _queue(self) -> None:
        self.queueRequested.emit(self.selected())

    def _queue_again(self) -> None:
        self.queueAgainRequested.emit(self.selected())

    def _compare(self) -> None:
        if len(self.selected()) >= 2:
            self.compareRequested.emit(self.selected())

    def _export(self) -> None:
        if path := self._single():
            self.exportRequested.emit(path)

    def _explore(self) -> None:
        if path := self._single():
            self.exploreRequested.emit(path)

    def _send(self) -> None:
        if path := self._single():
            self.sendRequested.emit(path, False)

    def _send_to_train(self) -> None:
        if path := self._single():
            self.sendRequested.emit(path, True)

    def _star(self) -> None:
        """Mark what is chosen; where all of it is marked, take the marks away."""
        if chosen := self.selected():
            self.starsChanged.emit(chosen, not self._model.starred.issuperset(chosen))

    def _clicked(self, place: QPoint) -> bool:
        """Whether a click on the cards was one on a star."""
        index = self._cards.indexAt(place)
        if not index.isValid() or not star_place(self._cards.visualRect(index)).contains(place):
            return False
        folder = self._model.entry(index.row())[0]
        self.starsChanged.emit([folder], folder not in self._model.starred)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on a star chooses nothing."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return event.button() == Qt.MouseButton.LeftButton and self._clicked(event.position().toPoint())
        return False

    def _reveal(self) -> None:
        if path := self._single():
            self.revealRequested.emit(path)

    def _delete(self) -> None:
        chosen = self.selected()
        if chosen and self._model.live not in chosen:
            self.deleteRequested.emit(chosen)

    def _rename(self) -> None:
        if path := self._single():
            self._new_name.setText(path.name)
            self._renaming.show()
            self._new_name.setFocus()
            self._new_name.selectAll()

    def _renamed(self) -> None:
        path, name = self._single(), self._new_name.text().strip()
        self._renaming.hide()
        if path and name and name != path.name:
            self.renameRequested.emit(path, name)
