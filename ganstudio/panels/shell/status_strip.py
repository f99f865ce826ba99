"""StatusStrip: the run that trains, or the last that did, in one line on every page."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ganstudio.core.events import Event, Finished, Progress, Started
from ganstudio.core.resolution import Resolution
from ganstudio.core.run_state import RunState
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Elided, label, row, tip
from ganstudio.panels.parts.growth import growth_text
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.state_words import state_role, state_word

MOVING = frozenset({"preparing", "live"})
"""Phases in which time goes by, so that a time left means something."""


class StatusStrip(QFrame):
    """Name, state, and the numbers that matter while something is training. A click or Return leads to the run."""

    clicked = Signal()

    SPACE = 20
    LESS_AND_LESS = ("kimg", "memory", "device", "speed", "left", "growth", "step")
    """What gives way first when the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tip(self.tr("Go to this run")))
        self._state = RunState()
        self._named = False
        self._fraction: float | None = None
        self._device = ""
        self._resolution: Resolution = 0
        self._name = Elided(kind="strong")
        self._name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._word = label()
        self._figures = {name: _Figure(widest) for name, widest in self._widest().items()}
        line = row(self._name, self._word, *self._figures.values(), None, gap=self.SPACE)
        line.setContentsMargins(look.GAP, look.UNIT, look.GAP, look.UNIT)
        self.setLayout(line)
        self.setRun("")

    def setRun(self, name: str) -> None:
        """'' when there is none."""
        self._name.setText(name or self.tr("Nothing is training"))
        look.set_look(self._name, "strong" if name else "muted")
        self._named = bool(name)
        self._fraction = None
        self._device = ""
        for shown in self._figures.values():
            shown.setText("")
        self._state = RunState()
        self._show_state()

    def setState(self, state: str) -> None:
        """What the runner says: 'preparing', 'running', 'paused', 'stopping', 'idle'."""
        self._state = self._state.driven_by(state)
        self._show_state()

    def _show_state(self) -> None:
        phase = self._state.phase
        self._word.setText(state_word(phase) if self._named and phase != "waiting" else "")
        look.set_look(self._word, state_role(phase))
        self._word.setVisible(bool(self._word.text()))
        if phase not in MOVING:
            self._figures["left"].setText("")
        self._describe()
        self.update()

    def append(self, event: Event) -> None:
        """Started, Progress and Finished change what is shown."""
        self._state = self._state.hear(event)
        self._show_event(event)

    def _show_event(self, event: Event) -> None:
        match event:
            case Started():
                self._device = event.device
                self._resolution = event.resolution
                self._figures["device"].setText(event.device)
            case Progress():
                self._show(event)
            case Finished():
                self._fraction = 1.0 if event.outcome == "completed" else self._fraction
                self._show_state()
        self._describe()

    def take(self, events: Iterable[Event]) -> None:
        """What has happened since: of many, only the last of each kind is shown, and that once."""
        events = list(events)
        self._state = self._state.hear_all(events)
        latest = {type(event): event for event in events if isinstance(event, Started | Progress | Finished)}
        for kind in (Started, Progress, Finished):
            if kind in latest:
                self._show_event(latest[kind])

    def state(self) -> RunState:
        return self._state

    def texts(self) -> dict[str, str]:
        """What each part says now."""
        figures = {name: figure.text() for name, figure in self._figures.items()}
        return figures | {"name": self._name.wholeText(), "state": self._word.text()}

    def sizeHint(self) -> QSize:
        return QSize(800, 36)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 36)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what has something to say and for which there is room."""
        shown = {name: figure for name, figure in self._figures.items() if figure.text()}
        room = self.width() - 2 * look.GAP - self._word.sizeHint().width() - min(self._name.sizeHint().width(), 240)
        for name in self.LESS_AND_LESS:
            if sum(figure.sizeHint().width() + self.SPACE for figure in shown.values()) <= room - self.SPACE:
                break
            shown.pop(name, None)
        for name, line in self._figures.items():
            line.setVisible(name in shown)

    def _widest(self) -> dict[str, str]:
        return {
            "step": self.tr("step {0}").format("888,888"),
            "growth": self.tr("{0}, fading in {1} %").format(self.tr("{0} of {1} px").format(88, 88), 88),
            "kimg": self.tr("{0} kimg").format("88,888"),
            "speed": self.tr("{0} images/s").format("8,888"),
            "left": self.tr("about {0} left").format(self.tr("{0} min").format("88")),
            "device": "",
            "memory": "",
        }

    def _show(self, event: Progress) -> None:
        self._fraction = event.fraction
        self._figures["step"].setText(self.tr("step {0}").format(figure(event.step)))
        growth = growth_text(event.losses, self._resolution, self.tr)
        if growth is not None:
            self._figures["growth"].setText(growth)
        kimg = figure(event.kimg, ",.0f") if event.kimg >= 100 else figure(event.kimg, ".1f")
        self._figures["kimg"].setText(self.tr("{0} kimg").format(kimg))
        speed = event.images_per_second
        self._figures["speed"].setText(
            self.tr("{0} images/s").format(figure(speed, ",.0f") if speed >= 10 else figure(speed, ".1f"))
        )
        left = self._left(event.seconds_left)
        self._figures["left"].setText(left if self._state.phase in MOVING else "")
        self._figures["memory"].setText(self._memory(event.memory_bytes, event.memory_total_bytes))
        self.update()

    def _left(self, seconds: float | None) -> str:
        """As exact as such a guess can be."""
        if seconds is None or not math.isfinite(seconds) or seconds < 0:
            return "—"
        if seconds < 60:
            return self.tr("under 1 min left")
        minutes = round(seconds / 60)
        if minutes < 90:
            return self.tr("about {0} left").format(self.tr("{0} min").format(minutes))
        if minutes < 48 * 60:
            return self.tr("about {0} left").format(self.tr("{0} h").format(figure(minutes / 60, ".1f")))
        return self.tr("about {0} left").format(self.tr("{0} days").format(round(minutes / 1440)))

    def _memory(self, used: int | None, total: int | None) -> str:
        if not used:
            return ""
        if total:
            return self.tr("{0} / {1} GB").format(figure(used / 1e9, ".1f"), figure(total / 1e9, ".1f"))
        return self.tr("{0} GB").format(figure(used / 1e9, ".1f"))

    def _describe(self) -> None:
        self._fit()
        said = (text for text in self.texts().values() if text)
        self.setAccessibleName(self.tr("Last run: {0}").format(", ".join(said)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline above; over it, as far as the budget is done, a line in the accent."""
        known = look.colours(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(known.surface))
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(known.line))
        if self._fraction:
            share = min(max(self._fraction, 0.0), 1.0)
            painter.fillRect(QRectF(0, 0, self.width() * share, 2), QColor(known.accent))
        if self.hasFocus():
            painter.setPen(QColor(known.accent))
            painter.drawRect(self.rect().adjusted(2, 4, -3, -3))
        painter.end()


class _Figure(QLabel):
    """A number with its unit, at least as wide as its widest usual text: neighbours do not move."""

    def __init__(self, widest: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", "muted")
        self.setFont(look.font(tabular=True))
        self._widest = widest

    def sizeHint(self) -> QSize:
        room = self.fontMetrics().horizontalAdvance(self._widest) + 2 if self.text() else 0
        return QSize(max(super().sizeHint().width(), room), super().sizeHint().height())
