"""IDX files, the form in which MNIST and its relatives are handed out: one file of images, one of labels.

The header is big-endian: two zero bytes, 0x08 for uint8, the number of dimensions, then each dimension as 32 bits.
"""

import contextlib
import gzip
import math
import os
import struct
import zlib
from collections.abc import Iterator
from typing import IO

from ganstudio.core.images.check_report import LeftOut
from ganstudio.core.images.listing import FileSource, FoundFile, open_regular, printable

MOST_BYTES = 2**31
MOST_IMAGES = 10**7
_SHORT = 2**20
"""Bytes that a file which ends too early may announce all the same: its images are listed, and read as truncated."""
MOST_GROWTH = 1100
"""A .gz file cannot unpack to more than so many times its size (deflate ends at 1,032)."""
_DAMAGED = (OSError, EOFError, ValueError, struct.error, zlib.error)


def list_idx(place: FileSource, name: str, info: os.stat_result) -> tuple[list[FoundFile], list[LeftOut]]:
    """The images in the IDX file `name`; labels come from the file beside it. A file of labels holds no images."""
    path, shown = os.path.join(place.path, name), f"{place.shown}{name}/"
    if "labels" in name:
        return [], []
    try:
        shape = read_shape(path)
    except _DAMAGED:
        return [], [LeftOut(printable(place.shown + name), "unreadable: a damaged IDX file")]
    if len(shape) != 3:
        return [], [LeftOut(printable(place.shown + name), "not an image: an IDX file without images")]
    labels = _labels_beside(path, shape[0])
    places = {label: FileSource(path, shown, label, "idx") for label in set(labels)}
    size = shape[1] * shape[2]
    return [FoundFile(places[label], f"{n:05d}", size, info.st_mtime_ns, n) for n, label in enumerate(labels)], []


def read_shape(path: str) -> tuple[int, ...]:
    """The dimensions an IDX file announces.

    Raises:
        ValueError: not an IDX file of uint8, or one that announces more than it can hold.
    """
    with _opened(path) as file:
        shape = _shape(file)
    packed = os.path.getsize(path) * (MOST_GROWTH if path.endswith(".gz") else 1)
    if shape[0] > MOST_IMAGES or math.prod(shape) > max(packed, _SHORT):
        raise ValueError("announces more than it holds")
    return shape


def read_idx(path: str) -> tuple[tuple[int, ...], bytes]:
    """The dimensions, (N, H, W) for images and (N,) for labels, and the bytes of an IDX file.

    Raises:
        ValueError, OSError, EOFError, struct.error, zlib.error: damaged, or shorter than it announces.
    """
    with _opened(path) as file:
        shape = _shape(file)
        content = file.read(math.prod(shape))
    if len(content) < math.prod(shape):
        raise EOFError("shorter than it announces")
    return shape, content


@contextlib.contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    with open_regular(path) as file:
        if path.endswith(".gz"):
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield unpacked  # type: ignore[misc]
        else:
            yield file


def _shape(file: IO[bytes]) -> tuple[int, ...]:
    zero, kind, dimensions = struct.unpack(">HBB", file.read(4))
    if zero or kind != 8 or not 1 <= dimensions <= 3:
        raise ValueError("not an IDX file of bytes")
    shape: tuple[int, ...] = struct.unpack(f">{dimensions}I", file.read(4 * dimensions))
    if math.prod(shape) > MOST_BYTES:
        raise ValueError("too large")
    return shape


def _labels_beside(path: str, count: int) -> list[str | None]:
    folder, name = os.path.split(path)
    labels_file = os.path.join(folder, name.replace("images", "labels").replace("idx3", "idx1"))
    if labels_file == path or not os.path.exists(labels_file):
        return [None] * count
    try:
        if read_shape(labels_file) != (count,):
            return [None] * count
        _, labels = read_idx(labels_file)
    except _DAMAGED:
        return [None] * count
    return [str(label) for label in labels]
