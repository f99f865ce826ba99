"""A language that says everything in forty percent more letters, as German does."""

import math
import re

from PySide6.QtCore import QTranslator

LONGER = 0.4
WORD = re.compile(r"\{[^}]*\}|[^\W\d_]{3,}")


class Wordy(QTranslator):
    """Lengthens the words of every text that goes through `tr`, as compounds do; what is filled in stays."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, number: int = -1
    ) -> str:  # Qt's own signature
        return WORD.sub(lambda word: _longer(word.group()), source)

    def isEmpty(self) -> bool:
        return False


def _longer(word: str) -> str:
    return word if word.startswith("{") else word + word[-math.ceil(LONGER * len(word)) :].lower()
