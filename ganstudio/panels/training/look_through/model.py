"""The pictures of a folder as a list: their order, what a person leaves out or fits, and the way back from changes."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, NamedTuple, Protocol, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QImage

from ganstudio.core.fit_by_hand import Fit, FitByHand, in_order
from ganstudio.panels.parts.controls import tip
from ganstudio.panels.parts.fields import choice_text
from ganstudio.panels.parts.left_out import shown_name

Index = QModelIndex | QPersistentModelIndex
Order = Literal["name", "size", "brightness", "copies"]
SOME = 1e-6
"""Share of a picture below which its crop has no room to go."""
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
    @property
    def fit(self) -> FitByHand | None: ...


Prepared = Callable[[int], QImage]
"""The picture in a row, as it is learned."""


class Chosen(NamedTuple):
    """What a person has chosen, by the pictures' names."""

    excluded: frozenset[str] = frozenset()
    fits: tuple[FitByHand, ...] = ()


class FolderModel(QAbstractListModel):
    """A row for each picture, in the order that was asked for. Nothing can be dropped on it."""

    chosenChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: Sequence[ShownPicture] = ()
        self._order: list[int] = []
        self._by: Order = "name"
        self._prepared: Prepared = lambda _: QImage()
        self._shape = (1, 1)
        self._fit: Fit = "crop"
        self._smalls: OrderedDict[int, QImage] = OrderedDict()
        self._fitted: dict[int, tuple[FitByHand, QImage]] = {}
        """Pictures as they would be learned, of those that are fitted otherwise than when they came."""
        self._states: list[Chosen] = [Chosen()]
        self._at = 0
        self._fits: dict[str, FitByHand] = {}
        self._left: tuple[frozenset[str], int] | None = None
        """How many are learned from when these are left out: counted once, for a crop that is dragged asks often."""

    def setPictures(
        self, pictures: Sequence[ShownPicture], prepared: Prepared, shape: tuple[int, int], fit: str
    ) -> None:
        """`prepared`: what is learned of a picture, (width, height) `shape`; `fit`: how it got that shape."""
        self.beginResetModel()
        self._pictures, self._prepared, self._shape, self._fit = pictures, prepared, shape, cast(Fit, fit)
        self._smalls.clear()
        self._fitted.clear()
        excluded = frozenset(picture.name for picture in pictures if picture.by_hand)
        self._states = [Chosen(excluded, in_order([picture.fit for picture in pictures if picture.fit]))]
        self._order, self._left = self._sorted(), None
        self._at, self._fits = 0, {fit.name: fit for fit in self._states[0].fits}
        self.endResetModel()
        self.chosenChanged.emit()

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
        """As it is learned, until that is read as it came; null where it is not readable."""
        row, (fit, image) = self.picture(index).row, self._fitted.get(self.number(index), (None, QImage()))
        if fit == self.fit(self.number(index)):
            return image
        return self._prepared(row) if row >= 0 else QImage()

    def learned(self, index: Index) -> QRectF:
        """The part of the picture that is learned, as shares of its width and height."""
        fit, (across, down) = self.fit(self.number(index)), self._kept(index)
        return QRectF((1 - across) * fit.x, (1 - down) * fit.y, across, down)

    def room(self, index: Index) -> tuple[float, float]:
        """How far that part can go, as shares of the picture's width and height."""
        across, down = self._kept(index)
        return 1 - across, 1 - down

    def _kept(self, index: Index) -> tuple[float, float]:
        picture, (width, height) = self.picture(index), self._shape
        if not self.crops(index) or not picture.width:
            return 1.0, 1.0
        across = min(1.0, picture.height * width / height / picture.width)
        down = min(1.0, picture.width * height / width / picture.height)
        return across, down

    def fit(self, number: int) -> FitByHand:
        """How a picture is fitted: by hand, or as all are."""
        name = self._pictures[number].name
        return self._fits.get(name) or FitByHand(name, self._fit)

    def by_hand(self, index: Index) -> FitByHand | None:
        """How a person fits it, where not as the others."""
        return self._fits.get(self.picture(index).name)

    @property
    def shape(self) -> tuple[int, int]:
        """Width and height of what is learned."""
        return self._shape

    def crops(self, index: Index) -> bool:
        """Whether parts of the picture are cut away, so that the whole is worth reading."""
        return self.fit(self.number(index)).fit == "crop"

    def setSmall(self, number: int, image: QImage) -> None:
        self._smalls[number] = image
        while len(self._smalls) > KEPT:
            self._smalls.popitem(last=False)

    def setFitted(self, number: int, fit: FitByHand, image: QImage) -> None:
        """A picture as it would be learned."""
        self._fitted[number] = fit, image

    def lacking(self, rows: Iterable[int]) -> list[int]:
        """Numbers of pictures in these rows that are still to be read, each as `wish` says."""
        numbers = (self._order[row] for row in rows if 0 <= row < len(self._order))
        return [number for number in numbers if self._pictures[number].row >= 0 and not self._is_read(number)]

    def _is_read(self, number: int) -> bool:
        picture, wish = self._pictures[number], self.wish(number)
        if wish is None:
            return number in self._smalls
        return wish == (picture.fit or FitByHand(picture.name, self._fit)) or (
            number in self._fitted and self._fitted[number][0] == wish
        )

    def wish(self, number: int) -> FitByHand | None:
        """How a picture is to be read to be shown: fitted so; None: the whole."""
        fit = self.fit(number)
        return None if fit.fit == "crop" else fit

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
        fit = self.by_hand(index)
        fitted = self.tr("fitted by hand: {0}").format(choice_text(fit.fit)) if fit else ""
        why = self.tr("left out by hand") if self.is_out(index) else picture.reason
        return "; ".join(part for part in (words, fitted, why) if part)

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

    # Leaving out and fitting --------------------------------------------------------------------------------------

    def excluded(self) -> frozenset[str]:
        """Names of what a person leaves out."""
        return self._states[self._at].excluded

    def chosen(self) -> Chosen:
        return self._states[self._at]

    def learned_count(self) -> int:
        out = self.excluded()
        if self._left is None or self._left[0] is not out:
            count = sum(1 for picture in self._pictures if not picture.reason and picture.name not in out)
            self._left = out, count
        return self._left[1]

    def exclude(self, rows: Collection[int], out: bool) -> None:
        """Leave the pictures in these rows out, or bring them back."""
        chosen = [self._pictures[self._order[row]] for row in rows]
        names = frozenset(picture.name for picture in chosen if picture.row >= 0)  # the others are left out anyway
        self._choose(self.chosen()._replace(excluded=self.excluded() | names if out else self.excluded() - names))

    def setFit(self, rows: Collection[int], fit: Fit | None) -> None:
        """Fit the pictures in these rows so; None: as the others are."""
        numbers = [self._order[row] for row in rows if self._pictures[self._order[row]].row >= 0]
        names = {self._pictures[number].name for number in numbers}
        kept = [known for known in self.chosen().fits if known.name not in names]
        added = [replace(self.fit(number), fit=fit) for number in numbers] if fit else []
        self._choose(self.chosen()._replace(fits=in_order([*kept, *added])))

    def lay(self, places: Mapping[int, tuple[float, float]], *, again: bool = False) -> None:
        """Let the crops of the pictures in these rows lie there, as `FitByHand.x` and `y` say, where they have room.

        again: this goes on with the change before, and both are taken back as one.
        """
        fits = {known.name: known for known in self.chosen().fits}
        for row, (x, y) in places.items():
            index = self.index(row)
            across, down = self.room(index)
            known = self.fit(self.number(index))
            if across > SOME or down > SOME:
                x, y = (min(1.0, max(0.0, share)) for share in (x, y))
                moved = replace(known, x=x if across > SOME else known.x, y=y if down > SOME else known.y)
                if moved != known:
                    fits[known.name] = moved
        self._choose(self.chosen()._replace(fits=in_order(list(fits.values()))), again=again)

    def _choose(self, after: Chosen, *, again: bool = False) -> None:
        if after != self.chosen():
            at = self._at if again and self._at else self._at + 1
            self._states = [*self._states[:at], after]
            self._go(at)

    def undo(self) -> None:
        self._go(max(0, self._at - 1))

    def redo(self) -> None:
        self._go(min(len(self._states) - 1, self._at + 1))

    def can_undo(self) -> bool:
        return self._at > 0

    def can_redo(self) -> bool:
        return self._at + 1 < len(self._states)

    def _go(self, at: int) -> None:
        before, self._at = self.chosen(), at
        self._fits = {fit.name: fit for fit in self.chosen().fits}
        names = (before.excluded ^ self.excluded()) | {fit.name for fit in {*before.fits} ^ {*self.chosen().fits}}
        rows = [row for row, number in enumerate(self._order) if self._pictures[number].name in names]
        if rows:  # a view looks at each row between: few, where the crop of one picture is dragged
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))
        self.chosenChanged.emit()
