"""AutoCard: what Auto will do, in one sentence; all that could be chosen instead is one button away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, column, label, row


class AutoCard(QFrame):
    ownChoiceWanted = Signal()
    """The person would choose recipe and settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._sentence = label(kind="title", wrap=True)
        self._because = label(kind="muted", wrap=True)
        self.own_choice = Button(
            self.tr("Choose myself…"), self.tr("Every kind of GAN, and all of its settings"), kind="link"
        )
        self.own_choice.clicked.connect(self.ownChoiceWanted)
        box = column(self._sentence, self._because, gap=look.UNIT, margin=look.PADDING)
        box.addLayout(row(self.own_choice, None))
        self.setLayout(box)

    def say(self, sentence: str, because: str) -> None:
        """What will be learned, how long that takes, and why just that."""
        self._sentence.setText(sentence)
        self._because.setText(because)
        self._because.setVisible(bool(because))

    def sentence(self) -> str:
        return self._sentence.text()
