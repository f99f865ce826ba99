"""The test part: pictures that a run sets aside by their content and never looks at, to judge what it made by them.

Which they are follows from each picture's own pixels and the share alone. So no name, no order and no picture that
comes or goes moves another from one side to the other, and exact copies are always on the same side.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ganstudio.core.images.check_report import ImagesError
from ganstudio.core.printable import printable

Rows = npt.NDArray[np.int64]
_DIGITS = 13  # of a digest: as many bits as a float holds


def parted(digests: Sequence[str], share: float) -> tuple[Rows, Rows]:
    """The rows to learn from and those of the test part, both in ascending order.

    `digests`: of the prepared pixels, in hexadecimal; `share`: of the pictures, 0 to 1, met on average.
    """
    if not share:
        return np.arange(len(digests)), np.empty(0, np.int64)
    drawn = np.array([int(digest[:_DIGITS], 16) for digest in digests], dtype=np.float64) / 16.0**_DIGITS
    return np.flatnonzero(drawn >= share), np.flatnonzero(drawn < share)


def require_every_class(labels: npt.NDArray[np.int64], classes: Sequence[str], learned: Rows) -> None:
    """Refuse a share that leaves a class with nothing to learn from.

    Raises:
        ImagesError: the sentence names the class.
    """
    counts = np.bincount(labels[learned], minlength=max(1, len(classes)))
    for name, count in zip(classes or ("",), counts.tolist(), strict=True):
        if not count:
            what = f"the class {printable(name)}" if name else "this folder"
            raise ImagesError(
                f"Every picture of {what} falls into the test part: nothing is left to learn from. Add pictures, or "
                "choose a smaller test_share."
            )
