"""Images kept aside: never trained on, so that they show what the discriminator makes of images it has not seen."""

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

LEAST, MOST = 1000, 500
"""With fewer images than the first none is kept aside: each is worth more to the training. Never more than the second
are: they are enough to measure with."""

Rows = npt.NDArray[np.int64]


def hold_out(names: Sequence[str], share: float, seed: int, *, least: int = LEAST) -> tuple[Rows, Rows]:
    """The rows to train on and the rows to keep aside, both in ascending order.

    Which ones follows from their names and the seed alone, so that adding or removing images moves few of the others
    from one side to the other. `least`: with fewer images none is kept aside.
    """
    count = min(MOST, int(share * len(names))) if len(names) >= least else 0
    lots = [
        hashlib.blake2b(f"{seed} {name}".encode(errors="surrogateescape"), digest_size=8).digest() for name in names
    ]
    order = np.array(sorted(range(len(names)), key=lambda row: (lots[row], row)), dtype=np.int64)
    return np.sort(order[count:]), np.sort(order[:count])
