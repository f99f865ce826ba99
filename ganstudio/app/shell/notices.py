"""Sentences for the message bar, and what their buttons do."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.core.printable import printable
from ganstudio.panels.parts.language import said
from ganstudio.panels.shell.message_bar import Message, MessageBar


class Notices(QObject):
    """Puts sentences on the bar from anywhere in the app."""

    closed = Signal(str)
    """The topic of a message that the person has closed."""

    def __init__(self, bar: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._answers: dict[str, Callable[[], object]] = {}
        bar.actionRequested.connect(self._answered)
        bar.closed.connect(lambda message: self.closed.emit(message.topic))

    def say(
        self,
        text: str,
        *,
        severity: Literal["info", "warn", "bad"] = "info",
        topic: str = "",
        log: str = "",
        action: str = "",
        answer: Callable[[], object] | None = None,
        page: str = "",
        run: Path | None = None,
    ) -> None:
        """`answer` is what the button called `action` does; a sentence on the same `topic` is replaced.

        text: what of a stranger's is in it and cannot be shown safely is escaped.
        page, run: what it concerns; it is seen while that is on show. Without, it is seen everywhere.
        """
        if answer:
            self._answers[topic] = answer
        place = {"page": page, "run": str(run) if run else ""}
        self._bar.add(
            Message(text=printable(said(text)), severity=severity, topic=topic, action=action, log=log, **place)
        )

    @Slot(str)
    def complain(self, sentence: str, page: str = "") -> None:
        """What failed, on the page where it did; without one on that where the person is."""
        self.say(sentence, severity="bad", topic=sentence, page=page or self._bar.page)

    def complaining(self, page: str) -> Callable[[str], None]:
        """What a page's failures are connected to."""
        return lambda sentence: self.complain(sentence, page)

    def take_back(self, topic: str) -> None:
        """What is no longer true."""
        self._answers.pop(topic, None)
        self._bar.remove(topic)

    @Slot(object)
    def _answered(self, message: Message) -> None:
        if answer := self._answers.pop(message.topic, None):
            answer()
