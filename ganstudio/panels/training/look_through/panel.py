"""LookThrough: all pictures of a folder, what is learned of each, and which of them a person leaves out or fits."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QWidget

from ganstudio.core.fit_by_hand import FITS, FitByHand
from ganstudio.panels import look
from ganstudio.panels.parts.areas import Stack
from ganstudio.panels.parts.controls import Button, Combo, Elided, IconButton, column, holding, label, row
from ganstudio.panels.parts.fields import choice_text
from ganstudio.panels.parts.language import figure
from ganstudio.panels.training.look_through.model import FolderModel, Prepared, ShownPicture
from ganstudio.panels.training.look_through.wall import Wall


class LookThrough(QFrame):
    """Nothing changes outside before `closed`."""

    closed = Signal(object)
    """Chosen: what is left out and fitted by hand."""
    wanted = Signal(object)
    """list[int]: numbers of pictures that are to be read as the model's `wish` says, the newest wish only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(self.tr("Look through the pictures"))
        self.model = FolderModel(self)
        self.wall = Wall(self.model)
        self._name = Elided(kind="title")
        self._count = Elided(kind="muted")
        self._saying = label(kind="muted", wrap=True)
        self._stack = Stack(holding(column(None, self._saying, None)), self.wall)
        box = column(self._head(), self._tools(), self._stack, gap=look.UNIT, margin=look.PADDING)
        box.setStretch(2, 1)
        self.setLayout(box)
        self._connect()
        self.setSaying("")

    # What others ask of it ----------------------------------------------------------------------------------------

    def setName(self, name: str) -> None:
        """What the pictures are called."""
        self._name.setText(name)

    def setSaying(self, text: str) -> None:
        """A sentence in place of the pictures; '' while they are looked at."""
        self._saying.setText(text or self.tr("All pictures are being looked at…"))
        self.model.setPictures((), lambda _: QImage(), (1, 1), "crop")
        self._stack.setCurrentIndex(0)
        self._count.setText("")
        self._show()

    def setPictures(
        self, pictures: Sequence[ShownPicture], prepared: Prepared, shape: tuple[int, int], fit: str
    ) -> None:
        """See `FolderModel.setPictures`."""
        self.model.setPictures(pictures, prepared, shape, fit)
        self._stack.setCurrentWidget(self.wall)
        if pictures:
            self.wall.setCurrentIndex(self.model.index(0))
        self.wall.setFocus()
        self._show()

    def setSmall(self, number: int, image: QImage) -> None:
        """The whole of a picture was read."""
        self.model.setSmall(number, image)
        self.wall.viewport().update()

    def setFitted(self, number: int, fit: FitByHand, image: QImage) -> None:
        """A picture was read as it would be learned."""
        self.model.setFitted(number, fit, image)
        self.wall.viewport().update()

    def turn(self) -> None:
        """Leave the chosen pictures out; bring them back where all of them are out."""
        rows = self.wall.chosen()
        out = not all(self.model.is_out(self.model.index(row)) for row in rows)
        self.model.exclude(rows, out)

    def close_up(self) -> None:
        """Done: what was chosen is told."""
        self.closed.emit(self.model.chosen())

    # How it is made -----------------------------------------------------------------------------------------------

    def _head(self) -> QWidget:
        self.done = Button(self.tr("Done"), self.tr("Back to the choices (Esc)"), kind="main")
        self.done.clicked.connect(self.close_up)
        line = row(self._name, self.done)
        line.setStretch(0, 1)
        return holding(line)

    def _tools(self) -> QWidget:
        self.order = Combo(self.tr("Order"), self.tr("In which order the pictures are shown"))
        for text, order in (
            (self.tr("By name"), "name"),
            (self.tr("By size"), "size"),
            (self.tr("By brightness"), "brightness"),
            (self.tr("Near copies first"), "copies"),
        ):
            self.order.addItem(text, order)
        help = self.tr("Leave the chosen pictures out, or bring them back (Delete)")
        self.out_button = Button(self.tr("Leave out"), help, icon="close")
        help = self.tr("How the chosen pictures are fitted, where not as all others are")
        self.fit = Combo(self.tr("Fit"), help)
        self.fit.addItem(self.tr("Fit as the others"), None)
        for fit in FITS:
            self.fit.addItem(choice_text(fit), fit)
        self.undo_button = IconButton("undo", self.tr("Undo (Ctrl+Z)"))
        self.redo_button = IconButton("redo", self.tr("Redo (Ctrl+Shift+Z)"))
        line = row(self.order, self.out_button, self.fit, self.undo_button, self.redo_button, self._count)
        line.setStretch(5, 1)
        return holding(line)

    def _connect(self) -> None:
        self.order.currentIndexChanged.connect(lambda _: self.model.setOrder(self.order.currentData()))
        self.order.currentIndexChanged.connect(lambda _: self.wall.scrollToTop())
        self.out_button.clicked.connect(self.turn)
        self.fit.activated.connect(lambda _: self.model.setFit(self.wall.chosen(), self.fit.currentData()))
        self.undo_button.clicked.connect(self.model.undo)
        self.redo_button.clicked.connect(self.model.redo)
        self.wall.turned.connect(self.turn)
        self.wall.undoWanted.connect(self.model.undo)
        self.wall.redoWanted.connect(self.model.redo)
        self.wall.closeWanted.connect(self.close_up)
        self.wall.wanted.connect(self.wanted)
        self.wall.selectionModel().selectionChanged.connect(lambda *_: self._show())
        self.model.chosenChanged.connect(self._show)

    def _show(self) -> None:
        """How many are learned from, and what the buttons do now."""
        rows = self.wall.chosen()
        all_out = bool(rows) and all(self.model.is_out(self.model.index(row)) for row in rows)
        self.out_button.setText(self.tr("Bring back") if all_out else self.tr("Leave out"))
        self.out_button.setIconName("undo" if all_out else "close")
        self.out_button.setEnabled(bool(rows))
        self.fit.setEnabled(bool(rows))
        known = {fit.fit if (fit := self.model.by_hand(self.model.index(row))) else None for row in rows}
        places = [None, *FITS]
        self.fit.setCurrentIndex(places.index(known.pop()) if len(known) == 1 else 0 if not known else -1)
        self.undo_button.setEnabled(self.model.can_undo())
        self.redo_button.setEnabled(self.model.can_redo())
        if total := self.model.rowCount():
            words = self.tr("{0} of {1} learned from, {2} left out by hand")
            counts = self.model.learned_count(), total, len(self.model.excluded())
            text = words.format(*(figure(count) for count in counts))
            if fitted := len(self.model.chosen().fits):
                text = self.tr("{0}, {1} fitted by hand").format(text, figure(fitted))
            self._count.setText(text)
