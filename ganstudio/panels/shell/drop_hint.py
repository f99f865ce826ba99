"""DropHint: what would become of the files that are being dragged over the window, over the page on show."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ganstudio.panels import look


class DropHint(QWidget):
    """Lies over a page while a drag does, and takes no part in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = ""
        self.welcome = False
        self.hide()

    def show_over(self, page: QWidget, words: str, *, welcome: bool) -> None:
        """`welcome`: something can be done with the files; else `words` say why not."""
        self.words, self.welcome = words, welcome
        self.setAccessibleName(words)
        self.setGeometry(QRect(page.mapTo(self._window, QPoint(0, 0)), page.size()))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        accent = QColor(known.accent if self.welcome else known.bad)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = look.mixed(known.surface, accent.name(), 0.12)
        veil.setAlphaF(0.86)
        pen = QPen(accent, 2)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(veil)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.RADIUS, look.RADIUS)
        painter.setPen(QColor(known.text))
        painter.setFont(look.font(look.PAGE_TITLE, bold=True))
        room = self.rect().adjusted(look.MARGIN, look.MARGIN, -look.MARGIN, -look.MARGIN)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words)
        painter.end()
