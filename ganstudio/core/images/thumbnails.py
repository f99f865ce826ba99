"""Small pictures of files before, or beside, the preparation: read as everything is, in processes that may die of them.

Whole ones are read as pictures with borders are, and the borders are cut away again: so whatever can be learned can
also be looked at, whichever kind of folder, archive or array it lies in.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from ganstudio.core.images.by_hand import fitted_by_hand
from ganstudio.core.images.listing import FoundFile
from ganstudio.core.images.pool import DecodeJob, Decoder, Task
from ganstudio.core.images.scan import Source, scan
from ganstudio.core.images.store import scratch
from ganstudio.core.images.video_frames import Sampling
from ganstudio.core.resolution import Resolution, shape_of
from ganstudio.core.run import Preparation

Pixels = npt.NDArray[np.uint8]
AT_ONCE = 16
"""Files that are read in one go: few, so that whoever waits for the next can be answered soon."""
_FEW = 4
FIRST = 32
"""Pictures that are shown of a folder until it is prepared."""


class Thumbnails:
    """Reads files at one size with processes of its own. For one thread."""

    def __init__(self, preparation: Preparation, resolution: Resolution, *, workers: int = 1) -> None:
        """`preparation`: how the picture is fitted into `resolution`, and its colours."""
        self.preparation, self.sampling = preparation, Sampling.of(preparation)
        self._folder = tempfile.TemporaryDirectory(prefix="ganstudio-")
        self._shape = (*shape_of(resolution), preparation.channels)
        self._scratch = scratch(Path(self._folder.name), (AT_ONCE, *self._shape))
        path, offset = self._scratch.__enter__()
        self._rows = np.load(path, mmap_mode="r", allow_pickle=False)
        self._decoder = Decoder(DecodeJob(preparation, resolution, path, offset), workers)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start the processes: something is about to be asked."""
        self._decoder.warm()

    def close(self) -> None:
        """End the processes, and remove what they wrote."""
        self._decoder.close()
        del self._rows
        self._scratch.__exit__(None, None, None)
        self._folder.cleanup()

    def read(self, files: Sequence[FoundFile], cancelled: Callable[[], bool]) -> "list[Small | None]":
        """At most `AT_ONCE` files; None for each that cannot be read.

        Raises: as `pool.decode_all`.
        """
        tasks = [Task(row, file) for row, file in enumerate(files)]
        results = self._decoder.decode(tasks, cancelled=cancelled)
        return [
            None if results[row].reason else Small(self._rows[row].copy(), results[row].width, results[row].height)
            for row in range(len(files))
        ]


class Small:
    """Pixels (H, W, C), and the size of the original as it is seen."""

    def __init__(self, pixels: Pixels, width: int, height: int) -> None:
        self.pixels, self.width, self.height = pixels, width, height

    def whole(self) -> Pixels:
        """Without the borders that a picture which was read with some has."""
        top, left, height, width = whole_within(self.width, self.height, self.pixels.shape[0])
        return self.pixels[top : top + height, left : left + width]


def whole_within(width: int, height: int, side: int) -> tuple[int, int, int, int]:
    """Where a picture with borders lies in its square: top, left, height and width."""
    scale = min(side / width, side / height)
    across, down = max(1, round(width * scale)), max(1, round(height * scale))
    return (side - down) // 2, (side - across) // 2, down, across


def first_pictures(
    sources: Sequence[Source],
    thumbnails: Thumbnails,
    *,
    most: int = FIRST,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Pixels]:
    """Some of the pictures, spread over all of them, as soon as each is read.

    Raises:
        ImagesError: a source does not exist, or no process could be started.
        Cancelled: `cancelled` said so.
    """
    files = scan(sources, cancelled=cancelled, sampling=thumbnails.sampling).files
    files = fitted_by_hand(files, thumbnails.preparation)
    places = sorted({len(files) * number // most for number in range(most)}) if files else []
    for at in range(0, len(places), _FEW):
        some = thumbnails.read([files[place] for place in places[at : at + _FEW]], cancelled)
        yield from (small.pixels for small in some if small)
