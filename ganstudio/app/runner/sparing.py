"""Sparing: what is drawn while a run trains takes only a share of the time, and ends with what was wanted last."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

UNTOLD = 5000
"""Milliseconds until the next is begun though nobody has said what the last one cost: it may have failed."""

Work = Callable[[], object]


class Sparing(QObject):
    """Begins work at once as long as nothing trains; else so seldom that all of it together takes `share` of the time.

    Of what is wanted meanwhile the newest is kept.
    """

    def __init__(self, share: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.training = False
        """A run trains."""
        self._share = share
        self._waiting: Work | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._go_on)

    def want(self, work: Work) -> None:
        """Do this, now or when its time has come."""
        self._waiting = work
        if not (self.training and self._pause.isActive()):
            self._go_on()

    def insist(self, work: Work) -> None:
        """Do this now, in place of what waits."""
        self._waiting = work
        self._go_on()

    def forget(self) -> None:
        """What waits is not wanted any more."""
        self._waiting = None

    def spent(self, seconds: float) -> None:
        """What was begun last has taken so long."""
        if self.training:
            self._pause.start(round(1000 * seconds * (1 / self._share - 1)))

    @Slot()
    def _go_on(self) -> None:
        work, self._waiting = self._waiting, None
        if work:
            if self.training:
                self._pause.start(UNTOLD)
            work()
