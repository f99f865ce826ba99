"""Where to cut a picture so that what is in it stays: the window that holds the most edges.

Of a picture whose shape is another, only one side is cut. Along it the strength of the edges (the gradient of the
brightness) is added up; the window with the largest sum is kept. What lies on a plain ground is found so, without a
network; of windows that hold about as much, the one nearer to the middle is taken.
"""

import numpy as np
import numpy.typing as npt
from PIL import Image

Numbers = npt.NDArray[np.float64]
SIDE = 64
"""Pixels of the longer side of what is looked at."""
_PULL = 0.15
"""So much less counts a window at the very edge than the one in the middle."""


def offset(picture: Image.Image, share: float, *, across: bool) -> float:
    """Where the window of `share` of the width (`across`) or the height begins, as a share of the whole.

    picture: small, L or LA; what lets through counts nothing.
    """
    profile = edges(picture).sum(axis=0 if across else 1)
    count = len(profile)
    window = max(1, min(count, round(share * count)))
    places = count - window + 1
    sums = np.convolve(profile, np.ones(window), "valid")
    if places == 1 or sums.max() <= 0:
        return (1 - share) / 2
    away = np.abs(np.linspace(-1, 1, places))
    best = int(np.argmax(sums * (1 - _PULL * away**2)))
    return min(best / count, 1 - share) if best else 0.0


def edges(picture: Image.Image) -> Numbers:
    """How strong the edges are at each pixel: (H, W)."""
    numbers = np.asarray(picture.convert("LA"), dtype=np.float64)
    alpha = numbers[:, :, 1] / 255
    bright = numbers[:, :, 0] * alpha
    down, right = np.gradient(np.pad(bright, 1, "edge"))
    outline = np.hypot(*np.gradient(np.pad(alpha, 1, "edge")))
    strength: Numbers = (np.hypot(down, right) + 64 * outline)[1:-1, 1:-1]
    return strength
