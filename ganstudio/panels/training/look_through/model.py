"""The pictures of a folder as a list: their order, which are left out by hand, and the way back from each change."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Literal, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QImage

from ganstudio.panels.parts.controls import tip
from ganstudio.panels.parts.left_out import shown_name

Index = QModelIndex | QPersistentModelIndex
Order = Literal["name", "size", "brightness", "copies"]
KEPT = 3000
"""Small pictures that are kept, a tenth of a megabyte each."""


class ShownPicture(Protocol):
    """What core.images knows of one file."""

    @property
    def name(self) -> str: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def row(self) -> int: ...
    @property
    def brightness(self) -> float: ...
    @property
    def distance(self) -> int: ...
    @property
    def pair(self) -> int: ...
    @property
    def reason(self) -> str: ...
    @property
    def by_hand(self) -> bool: ...


Prepared = Callable[[int], QImage]
"""The picture in a row, as it is learned."""


class FolderModel(QAbstractListModel):
    """A row for each picture, in the order that was asked for. Nothing can be dropped on it."""

    excludedChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: Sequence[ShownPicture] = ()
        self._order: list[int] = []
        self._by: Order = "name"
        self._prepared: Prepared = lambda _: QImage()
        self._shape = (1, 1)
        self._fit = "crop"
        self._smalls: OrderedDict[int, QImage] = OrderedDict()
        self._states: list[frozenset[str]] = [frozenset()]
        self._at = 0

    def setPictures(
        self, pictures: Sequence[ShownPicture], prepared: Prepared, shape: tuple[int, int], fit: str
    ) -> None:
        """`prepared`: what is learned of a picture, (width, height) `shape`; `fit`: how it got that shape."""
        self.beginResetModel()
        self._pictures, self._prepared, self._shape, self._fit = pictures, prepared, shape, fit
        self._smalls.clear()
        self._states, self._at = [frozenset(picture.name for picture in pictures if picture.by_hand)], 0
        self._order = self._sorted()
        self.endResetModel()
        self.excludedChanged.emit()

    # One picture --------------------------------------------------------------------------------------------------

    def picture(self, index: Index) -> ShownPicture:
        return self._pictures[self._order[index.row()]]

    def number(self, index: Index) -> int:
        """Of the picture among all, whatever the order."""
        return self._order[index.row()]

    def small(self, index: Index) -> QImage:
        """The whole picture, small; null until it is read."""
        return self._smalls.get(self._order[index.row()], QImage())

    def prepared(self, index: Index) -> QImage:
        """As it is learned; null where it is not readable."""
        row = self.picture(index).row
        return self._prepared(row) if row >= 0 else QImage()

    def learned(self, index: Index) -> QRectF:
        """The part of the picture that is learned, as shares of its width and height."""
        picture, (width, height) = self.picture(index), self._shape
        if self._fit != "crop" or not picture.width:
            return QRectF(0, 0, 1, 1)
        across = min(1.0, picture.height * width / height / picture.width)
        down = min(1.0, picture.width * height / width / picture.height)
        return QRectF((1 - across) / 2, (1 - down) / 2, across, down)

    @property
    def shape(self) -> tuple[int, int]:
        """Width and height of what is learned."""
        return self._shape

    @property
    def crops(self) -> bool:
        """Whether parts of pictures are cut away, so that the whole ones are worth reading."""
        return self._fit == "crop"

    def setSmall(self, number: int, image: QImage) -> None:
        self._smalls[number] = image
        while len(self._smalls) > KEPT:
            self._smalls.popitem(last=False)

    def lacking(self, rows: Iterable[int]) -> list[int]:
        """Numbers of pictures in these rows whose whole is still to be read."""
        numbers = (self._order[row] for row in rows if 0 <= row < len(self._order))
        return [
            number for number in numbers if self._pictures[number].row >= 0 and number not in self._smalls
        ] if self.crops else []  # fmt: skip

    def is_out(self, index: Index) -> bool:
        """Whether a person leaves it out."""
        return self.picture(index).name in self.excluded()

    # Qt asks ------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._order):
            return None
        picture = self.picture(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_name(picture.name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.words(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words(index)
        return None

    def words(self, index: Index) -> str:
        """'coats/0001.png, 640 x 480 px; left out by hand'."""
        picture = self.picture(index)
        size = self.tr("{0} x {1} px").format(picture.width, picture.height) if picture.width else ""
        words = ", ".join(part for part in (shown_name(picture.name), size) if part)
        why = self.tr("left out by hand") if self.is_out(index) else picture.reason
        return f"{words}; {why}" if why else words

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.IgnoreAction

    def dropMimeData(self, *ignored: object) -> bool:
        return False

    # Order --------------------------------------------------------------------------------------------------------

    def setOrder(self, order: Order) -> None:
        """Of the rows; what is chosen stays chosen."""
        if order == self._by:
            return
        self.layoutAboutToBeChanged.emit()
        self._by = order
        before, self._order = self._order, self._sorted()
        places = {number: row for row, number in enumerate(self._order)}
        old = self.persistentIndexList()
        self.changePersistentIndexList(old, [self.index(places[before[index.row()]]) for index in old])
        self.layoutChanged.emit()

    def _sorted(self) -> list[int]:
        known = self._pictures

        def key(number: int) -> tuple[float, ...]:
            picture = known[number]
            unread = picture.row < 0
            match self._by:
                case "size":
                    return (unread, picture.width * picture.height, number)
                case "brightness":
                    return (unread, picture.brightness, number)
                case "copies":
                    return (unread, picture.distance, picture.pair, number)
                case _:
                    return (number,)

        return sorted(range(len(known)), key=key)

    # Leaving out --------------------------------------------------------------------------------------------------

    def excluded(self) -> frozenset[str]:
        """Names of what a person leaves out."""
        return self._states[self._at]

    def learned_count(self) -> int:
        return sum(1 for picture in self._pictures if not picture.reason and picture.name not in self.excluded())

    def exclude(self, rows: Collection[int], out: bool) -> None:
        """Leave the pictures in these rows out, or bring them back."""
        chosen = [self._pictures[self._order[row]] for row in rows]
        names = frozenset(picture.name for picture in chosen if picture.row >= 0)  # the others are left out anyway
        after = self.excluded() | names if out else self.excluded() - names
        if after != self.excluded():
            self._states = [*self._states[: self._at + 1], after]
            self._go(self._at + 1)

    def undo(self) -> None:
        self._go(max(0, self._at - 1))

    def redo(self) -> None:
        self._go(min(len(self._states) - 1, self._at + 1))

    def can_undo(self) -> bool:
        return self._at > 0

    def can_redo(self) -> bool:
        return self._at + 1 < len(self._states)

    def _go(self, at: int) -> None:
        self._at = at
        if self._order:
            self.dataChanged.emit(self.index(0), self.index(len(self._order) - 1))
        self.excludedChanged.emit()
