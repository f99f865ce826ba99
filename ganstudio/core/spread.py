"""Some of many: spread evenly, because names follow contents, and the first of a sorted folder are all of one kind."""

import numpy as np
import numpy.typing as npt


def evenly(total: int, most: int) -> npt.NDArray[np.int64]:
    """At most `most` of the numbers from 0 to `total` - 1, ascending, each once, with the first and the last."""
    return np.linspace(0, total - 1, min(total, most)).round().astype(np.int64)
