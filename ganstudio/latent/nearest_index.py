"""The training images nearest to a picture, so that copying can be seen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from ganstudio.core.pixels import Pixels
from ganstudio.latent.find_directions import CancelledError
from ganstudio.latent.map import tiny

SIDE = 16
_PIECE = 512
Features = Callable[[Pixels], "np.ndarray[Any, Any]"]
"""(N, H, W, C) uint8 -> (N, F)."""


@dataclass(frozen=True)
class Near:
    """A training image and how far it is."""

    index: int
    distance: float
    """Root mean square difference of pixel values at 16 px (0 to 255), or of features."""
    mirrored: bool = False


class Index:
    """Training images made small once, ready to be compared with any picture."""

    def __init__(
        self,
        pixels: Pixels,
        *,
        features: Features | None = None,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """`pixels`: (N, H, W, C), memory-mapped or not; read once, in pieces.

        Raises:
            CancelledError: `cancelled` said so.
        """
        self._features = features or (lambda pictures: tiny(pictures, SIDE))
        self._exact = features is None
        pieces = []
        for start in range(0, len(pixels), _PIECE):
            if cancelled and cancelled():
                raise CancelledError
            pieces.append(self._small(np.asarray(pixels[start : start + _PIECE])))
            if on_progress:
                on_progress(min(start + _PIECE, len(pixels)), len(pixels))
        self._rows = np.concatenate(pieces)

    def __len__(self) -> int:
        return len(self._rows)

    def _small(self, pictures: Pixels) -> "np.ndarray[Any, Any]":
        rows = self._features(pictures)
        return rows.round().astype(np.uint8) if self._exact else rows.astype(np.float32)

    def nearest(self, picture: Pixels, count: int = 6) -> list[Near]:
        """The training images nearest to (H, W, C), nearest first; the mirrored picture is compared, too."""
        both = np.stack([picture, picture[:, ::-1]])
        distances = np.stack([self._distances(row) for row in self._small(both).astype(np.float32)])  # (2, N)
        best = distances.min(0)
        order = np.argsort(best, kind="stable")[:count]
        return [Near(int(row), float(best[row]), bool(distances[1, row] < distances[0, row])) for row in order]

    def _distances(self, row: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
        distances = [
            np.sqrt(np.square(self._rows[start : start + 8192].astype(np.float32) - row).mean(1))
            for start in range(0, len(self._rows), 8192)
        ]
        return np.concatenate(distances)
