"""The wall: every picture whole, with the part of it that is learned; what is left out is faded and struck through."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QImage, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ganstudio.panels import look
from ganstudio.panels.parts.giving import Giving
from ganstudio.panels.training.look_through.model import SOME, FolderModel, Index

SIDE = 128
"""Of the square that a picture lies in, in pixels."""
CELL = QSize(SIDE + 16, SIDE + 36)
MARK = 24
"""Side of the mark that a click leaves out or brings back."""
SETTLE = 40
"""Milliseconds without scrolling before pictures are asked for."""
STEP = 0.05
"""Share of its room that a crop goes with each press of a key."""
ARROWS = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}
AHEAD = 2
"""Further rows that are read, below and above those on show."""


@dataclass(frozen=True)
class _Laying:
    """A crop that the mouse holds."""

    index: QPersistentModelIndex
    at: QPoint
    """Where it was taken."""
    place: tuple[float, float]
    """Where it lay then."""
    pixels: tuple[float, float]
    """The room that it has on the screen."""


class Wall(QListView):
    """Chosen with mouse and keys as in a file manager; Delete and Space leave out and bring back. The crop of a chosen
    picture is dragged, or moved by Alt and the arrow keys."""

    wanted = Signal(object)
    """list[int]: numbers of pictures that are on show and not read yet."""
    turned = Signal()
    """The chosen pictures are to be left out, or brought back where all of them are out."""
    undoWanted = Signal()
    redoWanted = Signal()
    closeWanted = Signal()

    def __init__(self, model: FolderModel) -> None:
        super().__init__()
        self._pictures = model
        self.setModel(model)
        self.setItemDelegate(_Painter(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(CELL)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("All pictures of the folder"))
        self.setToolTip(
            self.tr(
                "Delete leaves the chosen pictures out, and brings them back. The frame of a chosen picture can be "
                "dragged; Alt and the arrow keys move it."
            )
        )
        self.setMinimumSize(CELL.width() + 24, CELL.height())
        Giving(self, self._given, surface=self.viewport(), made=False)
        self._laying: _Laying | None = None
        self._lain = False
        """The crop has moved since it was taken."""
        self.viewport().installEventFilter(self)  # before what gives pictures away
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._settle.start())
        self.verticalScrollBar().setSingleStep(CELL.height() // 3)
        model.modelReset.connect(self._settle.start)
        model.layoutChanged.connect(self._settle.start)
        model.chosenChanged.connect(self._settle.start)

    def _given(self, place: QPoint | None) -> QImage:
        """The picture under a point, or the current one; as it is learned until the whole is read."""
        index = self.currentIndex() if place is None else self.indexAt(place)
        if not index.isValid():
            return QImage()
        whole = self._pictures.small(index)
        return self._pictures.prepared(index) if whole.isNull() else whole

    def shown(self) -> range:
        """Rows of the model that can be seen, and a few more on either side."""
        columns = self._columns()
        top = self.verticalScrollBar().value() // CELL.height() - AHEAD
        lines = self.viewport().height() // CELL.height() + 2 + 2 * AHEAD
        return range(max(0, top * columns), min(self._pictures.rowCount(), (top + lines) * columns))

    def chosen(self) -> list[int]:
        """Rows."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def mark(self, cell: QRect) -> QRect:
        """Where a click in a cell leaves its picture out."""
        return QRect(cell.right() - MARK - 8, cell.top() + 8, MARK, MARK)

    def _columns(self) -> int:
        return max(1, self.viewport().width() // CELL.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width evenly."""
        self.setGridSize(QSize((self.viewport().width() - 1) // self._columns(), CELL.height()))
        super().resizeEvent(event)
        self._settle.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On the mark of a picture: that one alone, whatever is chosen."""
        index = self.indexAt(event.position().toPoint())
        on_mark = index.isValid() and self.mark(self.visualRect(index)).contains(event.position().toPoint())
        if on_mark and event.button() == Qt.MouseButton.LeftButton:
            self._pictures.exclude([index.row()], out=not self._pictures.is_out(index))
            return
        super().mousePressEvent(event)

    # The crop -----------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and isinstance(event, QMouseEvent):
            return self._mouse(event)
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        """Whether the crop of a picture is laid; nobody else hears of that."""
        place, left = event.position().toPoint(), Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == left and not event.modifiers():
            self._laying, self._lain = self._taken(place), False
        elif event.type() == QEvent.Type.MouseMove and self._laying and event.buttons() & left:
            self._lay(self._laying, place)
        elif event.type() == QEvent.Type.MouseMove:
            self._point(place)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._laying:
            index, self._laying = self._laying.index, None
            if not self._lain:
                self.setCurrentIndex(self._pictures.index(index.row()))
            return True
        return self._laying is not None

    def _taken(self, place: QPoint) -> _Laying | None:
        """The crop under a place, of a picture that is chosen, if it has room to go."""
        index = self.indexAt(place)
        if not index.isValid() or not self.selectionModel().isSelected(index):
            return None
        cell, room = self.visualRect(index), self._pictures.room(index)
        frame = whole_frame(self._pictures, index, cell)
        if (
            max(room) <= SOME
            or self.mark(cell).contains(place)
            or not cut_frame(self._pictures, index, frame).contains(place)
        ):
            return None
        fit = self._pictures.fit(self._pictures.number(index))
        pixels = room[0] * frame.width(), room[1] * frame.height()
        return _Laying(QPersistentModelIndex(index), place, (fit.x, fit.y), pixels)

    def _lay(self, taken: _Laying, place: QPoint) -> None:
        if not taken.index.isValid():
            return
        way = place - taken.at
        x, y = (
            start + gone / room if room > SOME else start
            for start, gone, room in zip(taken.place, (way.x(), way.y()), taken.pixels, strict=True)
        )
        before = self._pictures.chosen()
        self._pictures.lay({taken.index.row(): (x, y)}, again=self._lain)
        self._lain = self._lain or self._pictures.chosen() != before

    def _point(self, place: QPoint) -> None:
        taken = self._taken(place)
        if taken is None:
            self.viewport().unsetCursor()
        else:
            across = taken.pixels[0] > taken.pixels[1]
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if across else Qt.CursorShape.SizeVerCursor)

    def _step(self, event: QKeyEvent) -> tuple[float, float] | None:
        """What Alt with an arrow key moves crops by."""
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        return ARROWS.get(Qt.Key(event.key())) if alone else None

    def step(self, x: float, y: float, *, again: bool = False) -> None:
        """Move the crops of the chosen pictures by shares of their room."""
        places = {}
        for row in self.chosen():
            fit = self._pictures.fit(self._pictures.number(self._pictures.index(row)))
            places[row] = fit.x + x, fit.y + y
        self._pictures.lay(places, again=again)

    def event(self, event: QEvent) -> bool:
        """The keys of the wall come before the same keys of the window while it has the focus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (self._does(event) or self._step(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signal = self._does(event)
        if step := self._step(event):
            self.step(*step, again=event.isAutoRepeat())
        elif signal is None:
            super().keyPressEvent(event)
        else:
            signal.emit()

    def _does(self, event: QKeyEvent) -> SignalInstance | None:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.undoWanted
        if event.matches(QKeySequence.StandardKey.Redo):
            return self.redoWanted
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space):
            return self.turned
        return self.closeWanted if event.key() == Qt.Key.Key_Escape else None

    def _ask(self) -> None:
        if self.isVisible():
            self.wanted.emit(self._pictures.lacking(self.shown()))


class _Painter(QStyledItemDelegate):
    def __init__(self, wall: Wall) -> None:
        super().__init__(wall)
        self._wall = wall

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = self._wall.model()
        assert isinstance(model, FolderModel)
        known, cell = look.colours(self._wall), QRect(option.rect)
        state = option.state
        out, gone = model.is_out(index), bool(model.picture(index).reason)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_choice(painter, cell, known, chosen=bool(state & QStyle.StateFlag.State_Selected),
                           current=bool(state & QStyle.StateFlag.State_HasFocus))  # fmt: skip
        frame = whole_frame(model, index, cell)
        painter.setOpacity(0.25 if out or gone else 1.0)
        self._paint_picture(painter, model, index, frame, known)
        painter.setOpacity(1.0)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if out or (hovered and not gone):
            self._paint_mark(painter, self._wall.mark(cell), known, out=out)
        if model.by_hand(index):
            self._paint_sign(painter, QRect(cell.left() + 8, cell.top() + 8, MARK, MARK), known)
        self._paint_name(painter, cell, model.data(index), known, faded=out or gone)
        painter.restore()

    def _paint_choice(
        self, painter: QPainter, cell: QRect, known: look.Colours, *, chosen: bool, current: bool
    ) -> None:
        inner = QRectF(cell).adjusted(2, 2, -2, -2)
        if chosen:
            painter.setPen(QPen(QColor(known.accent), 2))
            painter.setBrush(look.mixed(known.surface, known.accent, 0.15))
            painter.drawRoundedRect(inner, look.CONTROL_RADIUS, look.CONTROL_RADIUS)
        elif current:
            painter.setPen(QPen(QColor(known.edge), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, look.CONTROL_RADIUS, look.CONTROL_RADIUS)

    def _paint_picture(
        self, painter: QPainter, model: FolderModel, index: Index, frame: QRect, known: look.Colours
    ) -> None:
        """The whole one; until it is read what is learned of it, in its place."""
        whole, part = model.small(index) if model.crops(index) else QImage(), cut_frame(model, index, frame)
        learned = model.prepared(index) if whole.isNull() else QImage()
        if whole.isNull():
            painter.fillRect(frame, QColor(known.raised))
        else:
            look.draw_picture(painter, frame, whole, self._wall.palette())
        if model.picture(index).row < 0:
            sign = QRect(frame.center().x() - 16, frame.center().y() - 16, 32, 32)
            look.icon("warning", known.text, 32).paint(painter, sign)
        if not learned.isNull():
            look.draw_picture(painter, part, learned, self._wall.palette())
        if part.toRect() != frame:
            self._paint_cut(painter, frame, part, known)
        look.outline(painter, frame, known)

    def _paint_cut(self, painter: QPainter, frame: QRect, part: QRectF, known: look.Colours) -> None:
        """What is cut away lies in a shade; a line is around what is learned."""
        shade = QColor(known.surface)
        shade.setAlphaF(0.62)
        whole = QRectF(frame)
        for away in (
            QRectF(whole.left(), whole.top(), part.left() - whole.left(), whole.height()),
            QRectF(part.right(), whole.top(), whole.right() - part.right(), whole.height()),
            QRectF(part.left(), whole.top(), part.width(), part.top() - whole.top()),
            QRectF(part.left(), part.bottom(), part.width(), whole.bottom() - part.bottom()),
        ):
            painter.fillRect(away, shade)
        painter.setPen(QPen(QColor(known.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(part.adjusted(0.75, 0.75, -0.75, -0.75))

    def _paint_mark(self, painter: QPainter, place: QRect, known: look.Colours, *, out: bool) -> None:
        painter.setPen(QPen(QColor(known.bad if out else known.edge), 1))
        painter.setBrush(QColor(known.surface))
        painter.drawEllipse(place)
        colour = known.bad if out else known.text
        look.icon("undo" if out else "close", colour).paint(painter, place.adjusted(5, 5, -5, -5))

    def _paint_sign(self, painter: QPainter, place: QRect, known: look.Colours) -> None:
        """Fitted by hand."""
        painter.setPen(QPen(QColor(known.accent), 1))
        painter.setBrush(QColor(known.surface))
        painter.drawEllipse(place)
        look.icon("zoom-fit", known.accent).paint(painter, place.adjusted(5, 5, -5, -5))

    def _paint_name(self, painter: QPainter, cell: QRect, name: str, known: look.Colours, *, faded: bool) -> None:
        font = look.font(look.CAPTION)
        font.setStrikeOut(faded)
        painter.setFont(font)
        painter.setPen(QColor(known.muted if faded else known.text))
        line = QRect(cell.left() + 8, cell.top() + SIDE + 12, SIDE, 18)
        text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, SIDE)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)


def whole_frame(model: FolderModel, index: Index, cell: QRect) -> QRect:
    """Where the whole picture lies in its cell, or what is learned of it, which has a shape of its own."""
    picture = model.picture(index)
    width, height = (picture.width, picture.height) if model.crops(index) else model.shape
    return _scaled(QRect(cell.left() + 8, cell.top() + 8, SIDE, SIDE), max(1, width), max(1, height))


def cut_frame(model: FolderModel, index: Index, frame: QRect) -> QRectF:
    """Where in it the part that is learned lies."""
    share = model.learned(index)
    return QRectF(frame.left() + share.left() * frame.width(), frame.top() + share.top() * frame.height(),
                  share.width() * frame.width(), share.height() * frame.height())  # fmt: skip


def _scaled(area: QRect, width: int, height: int) -> QRect:
    """As large as fits, in the middle."""
    size = QSize(width, height).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    size = size.expandedTo(QSize(1, 1))
    left, top = area.left() + (area.width() - size.width()) // 2, area.top() + (area.height() - size.height()) // 2
    return QRect(left, top, size.width(), size.height())
