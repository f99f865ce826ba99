"""The pages by name; each is made when it is first looked at."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

Factory = Callable[[], QWidget]


class Pages(QStackedWidget):
    """Shows one page at a time. A page is made by its factory when it is first shown."""

    shown = Signal(str)

    def __init__(self, factories: dict[str, Factory], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories = factories
        self._pages: dict[str, QWidget] = {}
        self.name = ""

    def page(self, name: str) -> QWidget:
        """The page, made now if need be."""
        if name not in self._pages:
            page = self._factories[name]()
            self._pages[name] = page
            self.addWidget(page)
        return self._pages[name]

    def made(self) -> list[QWidget]:
        """The pages that exist by now."""
        return list(self._pages.values())

    def show_page(self, name: str) -> None:
        self.setCurrentWidget(self.page(name))
        self.name = name
        self.shown.emit(name)
