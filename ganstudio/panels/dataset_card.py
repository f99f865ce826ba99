"""DatasetCard: what the drop area becomes: the pictures as they will be learnt, and what was left out."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QWidget

from ganstudio.core.run import Preparation


class DatasetCard(QFrame):
    """Three states: preparing, ready, error."""

    preparationChanged = Signal(object)
    """Preparation."""
    removeRequested = Signal()
    cancelRequested = Signal()
    changeRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def setPreparing(self, name: str, done: int, total: int) -> None:
        """Decoding `done` of `total`; total 0: still looking for files."""

    def setReady(self, name: str, report: object, thumbnails: Sequence[QImage | np.ndarray]) -> None:
        """`report` is core.images.cache.Report (used, left_out, total, sizes, grey, advice)."""

    def setError(self, name: str, sentence: str) -> None:
        """These pictures cannot be used."""

    def preparation(self) -> Preparation:
        return Preparation()

    def setPreparation(self, preparation: Preparation) -> None:
        """Show it; does not emit."""
