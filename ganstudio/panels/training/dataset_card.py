"""DatasetCard: what the drop area becomes: the pictures as they will be learnt, and what was left out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from ganstudio.core.classes_by_hand import read_classes
from ganstudio.core.run import Preparation
from ganstudio.core.settings import SettingError, Value, settings_of, values_of
from ganstudio.panels import look
from ganstudio.panels.parts.class_table import ClassTable
from ganstudio.panels.parts.controls import (
    Button,
    Elided,
    Fold,
    IconButton,
    Picture,
    column,
    holding,
    label,
    row,
    rule,
    tip,
)
from ganstudio.panels.parts.fields import FieldRow
from ganstudio.panels.parts.film_strip import FilmLook, FilmStrip
from ganstudio.panels.parts.flow import Flow
from ganstudio.panels.parts.giving import Giving
from ganstudio.panels.parts.language import figure, said
from ganstudio.panels.parts.left_out import LeftOutEntry, LeftOutModel, LeftOutView
from ganstudio.panels.parts.pictures import to_image

if TYPE_CHECKING:
    import numpy as np

Size = tuple[int, int]

NAMED = 12
"""Classes that are named; the tooltip has the others."""
ROOMY = 480
"""Width of a card from which on titles stand beside their controls."""


class DatasetSummary(Protocol):
    """What the card shows of the report that core.images makes on a folder of pictures."""

    @property
    def used(self) -> int: ...
    @property
    def left_out(self) -> Sequence[LeftOutEntry]: ...
    @property
    def sizes(self) -> Sequence[Size]: ...
    @property
    def advice(self) -> Sequence[str]: ...


class DatasetCard(QFrame):
    """Three states: preparing, ready, error."""

    preparationChanged = Signal(object)
    """Preparation."""
    removeRequested = Signal()
    cancelRequested = Signal()
    changeRequested = Signal()
    lookRequested = Signal()
    """All pictures are to be seen."""
    shapeWanted = Signal()
    partnersRequested = Signal()
    """The person has the same pictures, small."""
    partnersRemoved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(self.tr("Images"))
        self._preparation = Preparation()
        self._name = Elided(kind="title")
        self._rows: dict[str, FieldRow] = {}
        self._preparing = self._make_preparing()
        self._error = self._make_error()
        self._ready = self._make_ready()
        self._settings = self._make_settings()
        box = column(gap=12, margin=look.PADDING)
        box.addLayout(self._make_header())
        for section in (self._preparing, self._error, self._ready, self._settings):
            box.addWidget(section)
        box.addStretch(1)
        self.setLayout(box)
        self._turn(self._preparing)

    def setPreparing(self, name: str, done: int, total: int) -> None:
        """Decoding `done` of `total`; total 0: still looking for files."""
        self._name.setText(name)
        if self._preparing.isHidden():
            self.setFirst(())
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        counting = self.tr("Picture {0} of {1}").format(figure(done), figure(total))
        if not total:
            counting = self.tr("Looking for pictures…")
        elif done >= total:
            counting = self.tr("All {0} are read; looking for copies…").format(figure(total))
        self._doing.setText(counting)
        self._cancel.setEnabled(True)
        self._turn(self._preparing)

    def setFirst(self, pictures: "Sequence[QImage]") -> None:
        """Some of the pictures, to look at while the others are being prepared."""
        self._first.setImages(list(pictures))
        self._first.setVisible(bool(pictures))

    def first(self) -> int:
        """How many pictures can be seen before all are prepared."""
        return self._first.count() if self.state() == "preparing" else 0

    def setReady(
        self,
        name: str,
        summary: DatasetSummary,
        thumbnails: "Sequence[QImage | np.ndarray[Any, Any]]",
        *,
        paired: bool = False,
        film: FilmLook | None = None,
    ) -> None:
        """Show prepared pictures (as many as there is room for) and what is known about them.

        `paired`: each is preceded by what it is made into, for a network that learns to enlarge.
        `film`: what the videos are that they come from.
        """
        self._show_film(film)
        self._pairs.setVisible(paired)
        self._name.setText(name)
        self._strip.setImages([to_image(thumbnail) for thumbnail in thumbnails[: ThumbnailStrip.MOST]])
        self._used.setText(self._count_text(summary.used))
        self._sizes.setText(self._sizes_text(summary.sizes))
        self._sizes.setVisible(bool(self._sizes.text()))
        self._advice.setText("\n".join(map(said, summary.advice)))
        self._advice_line.setVisible(bool(summary.advice))
        self._model.setList(summary.left_out)
        self._left.setTitle(self.tr("{0} left out, and why").format(figure(len(summary.left_out))))
        self._left.setVisible(bool(summary.left_out))
        self._turn(self._ready)

    def _show_film(self, film: FilmLook | None) -> None:
        for name, line in self._rows.items():
            if name.startswith("video_"):
                line.setVisible(film is not None)
        self.film.setVisible(bool(film and film.frames))
        self.film.setFilm(film or FilmLook())
        self.film.setStretch(self._preparation.video_from, self._preparation.video_to)

    def _take_stretch(self, start: float, end: float) -> None:
        self._rows["video_from"].setValue(start)
        self._rows["video_to"].setValue(end)
        self._edited()

    def offerShape(self, title: str) -> None:
        """A button that says this and asks for the pictures' own shape (`shapeWanted`); '': none."""
        self.shape_button.setText(title)
        self._shape_line.setVisible(bool(title))

    def setPartners(self, name: str | None) -> None:
        """The folder with the same pictures, small; '' if they are made on the way; None where none are needed."""
        self._partners_line.setVisible(name is not None)
        self._partners.setText(self.tr("Small ones from {0}").format(name) if name else self.tr("Made small here"))
        self._no_partners.setVisible(bool(name))

    def setLookable(self, lookable: bool) -> None:
        """Whether somebody answers `lookRequested`."""
        self.look_button.setVisible(lookable)

    def setClassFolders(self, folders: Mapping[str, int]) -> None:
        """The folders that classes are made of, with their counts; fewer than two: there is nothing to make."""
        self.class_table.setFolders(folders, self._preparation.classes)
        self._by_hand.setVisible(len(folders) >= 2)

    def setClasses(self, folders: Mapping[str, int], *, learned: bool, offered: bool) -> None:
        """Show the folders that are classes, with their counts. `offered`: a button turns them into classes."""
        count = figure(len(folders))
        title = self.tr("{0} classes: {1}") if learned else self.tr("{0} folders: {1}")
        named = [f"{name} {figure(pictures)}" for name, pictures in folders.items()]
        more = [self.tr("{0} more").format(figure(len(named) - NAMED))] if len(named) > NAMED else []
        self._classes.setText(title.format(count, ", ".join(named[:NAMED] + more)))
        self._classes.setToolTip(tip(", ".join(named)) if more else "")
        self._classes.setVisible(len(folders) >= 2)
        self.learn_button.setText(self.tr("Learn the {0} classes").format(count))
        self._learn_line.setVisible(offered)

    def setError(self, name: str, sentence: str) -> None:
        """These pictures cannot be used."""
        self._name.setText(name)
        self._sentence.setText(sentence)
        self._turn(self._error)

    def state(self) -> str:
        """'preparing', 'error' or 'ready'."""
        shown = {self._preparing: "preparing", self._error: "error", self._ready: "ready"}
        return next(name for widget, name in shown.items() if not widget.isHidden())

    def preparation(self) -> Preparation:
        return self._preparation

    def setPreparation(self, preparation: Preparation) -> None:
        """Show it; does not emit."""
        self._preparation = preparation
        for name, value in values_of(preparation).items():
            if name in self._rows:
                self._rows[name].setValue(value)

    def row(self, name: str) -> FieldRow:
        """The row of one setting of the preparation."""
        return self._rows[name]

    def learnClasses(self) -> None:
        """Turn labels on, as if the person had."""
        self._rows["labels"].setValue(True)
        self._edited()

    def _use_classes(self, text: str) -> None:
        """Who names or merges classes wants them learned."""
        named = any(folder != name and name for folder, name in read_classes(text).items())
        self._rows["labels"].setValue(named or self._preparation.labels)
        self._preparation = replace(self._preparation, classes=text, labels=named or self._preparation.labels)
        self.preparationChanged.emit(self._preparation)

    def copyLeftOut(self) -> None:
        """The whole list of what was left out, to the clipboard."""
        QGuiApplication.clipboard().setText(self._model.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside another card there is less room, and the name and the choices need it."""
        super().resizeEvent(event)
        self._mark.setVisible(self.width() >= ROOMY)
        for line in self._rows.values():
            line.setStacked(self.width() < ROOMY)

    def _make_header(self) -> QHBoxLayout:
        self._mark = Picture("image", side=20)
        self._change = IconButton("folder", self.tr("Choose other images"))
        self._remove = IconButton("close", self.tr("Remove these images from the page; the files stay where they are"))
        self._change.clicked.connect(self.changeRequested)
        self._remove.clicked.connect(self.removeRequested)
        return row(self._mark, self._name, self._change, self._remove)

    def _make_preparing(self) -> QWidget:
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Decoding"))
        self._doing = Elided(kind="muted")
        self._doing.setFont(look.font(tabular=True))
        self._cancel = Button(self.tr("Cancel"), self.tr("Stop preparing these images"))
        self._cancel.clicked.connect(self._cancelled)
        self._first = ThumbnailStrip()
        self._first.setAccessibleName(self.tr("The first pictures"))
        self._first.hide()
        box = column(self._first, self._bar)
        box.addLayout(row(self._doing, self._cancel))
        return holding(box)

    def _make_error(self) -> QWidget:
        self._sentence = label(wrap=True)
        return holding(_noted(Picture("warning", "bad", 20), self._sentence))

    def _make_ready(self) -> QWidget:
        self._strip = ThumbnailStrip()
        self._strip.setObjectName("prepared")
        self.film = FilmStrip()
        self.film.hide()
        self.film.stretchChosen.connect(self._take_stretch)
        self._used = label(kind="strong")
        self._sizes = Elided(kind="muted")
        self.shape_button = Button("", self.tr("Learn pictures of their own shape instead of cutting them to squares"))
        self.shape_button.clicked.connect(self.shapeWanted)
        self._shape_line = holding(row(self.shape_button, None))
        self.offerShape("")
        self._classes = label(wrap=True)
        self.learn_button = Button("", self.tr("Label each picture with the folder that it lies in"))
        self.learn_button.clicked.connect(self.learnClasses)
        self._advice = label(wrap=True)
        self._advice_line = holding(_noted(Picture("info", "accent", 18), self._advice))
        self._model = LeftOutModel(self)
        self._view = LeftOutView(self._model)
        self._left = Fold("", self.tr("Show or hide the files that are not used, with the reasons"), self._view)
        copy = IconButton("copy", self.tr("Copy this list"))
        copy.clicked.connect(self.copyLeftOut)
        self._left.line.addWidget(copy)
        self._pairs = label(
            self.tr("Of each pair: what it is given, and what it should give back."), "muted", wrap=True
        )
        self._pairs.hide()
        box = column(self._strip, self.film, self._pairs, self._make_partners())
        self.look_button = Button(
            self.tr("Look through…"),
            self.tr("See all pictures, and leave out some by hand"),
            icon="search",
            kind="quiet",
        )
        self.look_button.clicked.connect(self.lookRequested)
        self.look_button.hide()
        counts = row(holding(Flow(self._used, self._sizes)), self.look_button)
        counts.setStretch(0, 1)
        box.addWidget(holding(counts))
        self._learn_line = holding(row(self.learn_button, None))
        box.addWidget(self._shape_line)
        box.addWidget(self._classes)
        box.addWidget(self._learn_line)
        self.class_table = ClassTable()
        self.class_table.chosen.connect(self._use_classes)
        help = self.tr("Merge, rename and leave out classes")
        self._by_hand = Fold(self.tr("Classes by hand"), help, self.class_table)
        box.addWidget(self._by_hand)
        self._by_hand.hide()
        self.setClasses({}, learned=False, offered=False)
        box.addWidget(self._advice_line)
        box.addWidget(self._left)
        return holding(box)

    def _make_partners(self) -> QWidget:
        self._partners = Elided(kind="muted")
        help = self.tr("A folder with the same pictures, small, under the same names; else they are made small here")
        choose = Button(self.tr("I have small ones…"), help, icon="folder", kind="quiet")
        choose.clicked.connect(self.partnersRequested)
        self._no_partners = IconButton("close", self.tr("Make them small here instead"))
        self._no_partners.clicked.connect(self.partnersRemoved)
        self._partners_line = holding(row(self._partners, self._no_partners, choose))
        self.setPartners(None)
        return self._partners_line

    def _make_settings(self) -> QWidget:
        """Rows of the preparation: the first ones open, the others folded."""
        first, more = column(rule(), gap=6), column(gap=6)
        for setting in settings_of(Preparation):
            if setting.name == "classes":  # the list of classes says it
                continue
            made = FieldRow(setting)
            made.changed.connect(self._edited)
            if setting.name.startswith("video_"):
                made.hide()
            self._rows[setting.name] = made
            (first if setting.first else more).addWidget(made)
        help = self.tr("Show or hide flips, classes, background and what is left out")
        first.addWidget(Fold(self.tr("More on preparation"), help, holding(more)))
        return holding(first)

    def _edited(self) -> None:
        values: dict[str, Value] = {name: row.value() for name, row in self._rows.items()}
        if any(row.error() for row in self._rows.values()):
            return
        try:
            preparation = replace(self._preparation, **values)  # type: ignore[arg-type]
        except SettingError as error:
            self._rows[error.name].setError(str(error))
            return
        if preparation != self._preparation:
            self._preparation = preparation
            self.preparationChanged.emit(preparation)

    def _cancelled(self) -> None:
        self._cancel.setEnabled(False)
        self._doing.setText(self.tr("Stopping…"))
        self.cancelRequested.emit()

    def _turn(self, state: QWidget) -> None:
        for section in (self._preparing, self._error, self._ready):
            section.setVisible(section is state)
        stretch = self._preparation.video_from > 0 or self._preparation.video_to > 0  # may be what was in the way
        self._settings.setVisible(state is self._ready or (state is self._error and stretch))
        self._change.setVisible(state is not self._preparing)
        self._remove.setVisible(state is not self._preparing)

    def _count_text(self, used: int) -> str:
        return self.tr("1 picture") if used == 1 else self.tr("{0} pictures").format(figure(used))

    def _sizes_text(self, sizes: Sequence[Size]) -> str:
        """'originals 64 × 48 to 4000 × 3000', from the smallest, the median and the largest."""
        if not sizes or sizes[-1][0] <= 0:
            return ""
        (least_w, least_h), (most_w, most_h) = sizes[0], sizes[-1]
        if (least_w, least_h) == (most_w, most_h):
            return self.tr("originals {0} × {1} px").format(least_w, least_h)
        return self.tr("originals {0} × {1} to {2} × {3} px").format(least_w, least_h, most_w, most_h)


class ThumbnailStrip(QWidget):
    """Prepared pictures: a wall of four rows of eight, or eight in two rows where those would be too small."""

    MOST = 32
    FEW = 8
    SMALLEST, LARGEST = 72, 144

    def __init__(self) -> None:
        super().__init__()
        self._images: list[QImage] = []
        self.setAccessibleName(self.tr("Prepared pictures"))
        Giving(self, self._given, made=False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setImages(self, images: list[QImage]) -> None:
        self._images = images
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        return len(self._images)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns, side = self._shape(width)
        rows = -(-len(self._shown(columns)) // columns)
        return max(rows * (side + look.UNIT) - look.UNIT, 0)

    def sizeHint(self) -> QSize:
        width = self.width() or self.LARGEST * 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * 32, 0)

    def _shown(self, columns: int) -> list[QImage]:
        """Spread evenly over all, so that few are as different as many."""
        if columns == self.FEW or len(self._images) <= self.FEW:
            return self._images
        return [self._images[at * len(self._images) // self.FEW] for at in range(self.FEW)]

    def _shape(self, width: int) -> tuple[int, int]:
        """Columns and the side of a picture."""
        columns = self.FEW if width >= self.FEW * (self.SMALLEST + look.UNIT) else 4
        return columns, min((width + look.UNIT) // columns - look.UNIT, self.LARGEST)

    def _given(self, place: QPoint | None) -> QImage:
        cells = self._cells()
        return next((image for cell, image in cells if place is not None and cell.contains(place)), QImage())

    def _cells(self) -> list[tuple[QRect, QImage]]:
        """Where each picture lies."""
        columns, side = self._shape(self.width())
        step = side + look.UNIT
        return [
            (QRect(place % columns * step, place // columns * step, side, side), image)
            for place, image in enumerate(self._shown(columns))
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for cell, image in self._cells():
            area = QRectF(look.inside(cell, image))
            shape = QPainterPath()
            shape.addRoundedRect(area, look.HALF, look.HALF)
            painter.setClipPath(shape)
            look.draw_picture(painter, area, image, self.palette())
            look.outline(painter, area, look.colours(self), look.HALF)
        painter.end()


def _noted(picture: QWidget, text: QWidget) -> QHBoxLayout:
    """A text of any length with an icon at its first line."""
    line = row(picture, text)
    line.setStretch(1, 1)
    line.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
    return line
