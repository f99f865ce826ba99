"""IDX files, the form in which MNIST and its relatives are handed out: one file of images, one of labels.

The header is big-endian: two zero bytes, 0x08 for uint8, the number of dimensions, then each dimension as 32 bits.
Packed or not is told by the bytes: browsers unpack on the way and leave the name.
"""

import math
import struct
import zlib
from typing import IO

from ganstudio.core.images.file_kinds import is_packed, unpacked
from ganstudio.core.images.listing import Container, FoundFile, Kind, Listed

MOST_BYTES = 2**31
MOST_IMAGES = 10**7
_SHORT = 2**20
"""Bytes that a file which ends too early may announce all the same: its images are listed, and read as truncated."""
MOST_GROWTH = 1100
"""A packed file cannot unpack to more than so many times its size (deflate ends at 1,032)."""
_DAMAGED = (OSError, EOFError, ValueError, struct.error, zlib.error)


def list_idx(container: Container) -> Listed:
    """The images in an IDX file; labels come from the file beside it. A file of labels holds no images.

    EMNIST's images are stored on their side, as its readme says; nothing but the name tells which those are.
    """
    name = container.file.file
    if "labels" in name:
        return [], []
    try:
        with container.open() as file:
            shape = read_shape(file, container.file.size)
    except _DAMAGED:
        return container.refused("unreadable: a damaged IDX file")
    if len(shape) != 3:
        return container.refused("not an image: an IDX file without images")
    kind: Kind = "emnist" if "emnist" in name.lower() else "idx"
    labels = _labels_beside(container, shape[0])
    places = {label: container.place(kind, label or container.file.place.label) for label in set(labels)}
    size, stamp = shape[1] * shape[2], container.file.stamp
    return [FoundFile(places[label], f"{n:05d}", size, stamp, n) for n, label in enumerate(labels)], []


def read_shape(file: IO[bytes], size: int) -> tuple[int, ...]:
    """The dimensions that an IDX file of `size` bytes announces.

    Raises:
        ValueError: not an IDX file of uint8, or one that announces more than it can hold.
    """
    packed = size * (MOST_GROWTH if is_packed(file) else 1)
    shape = _shape(unpacked(file))
    if shape[0] > MOST_IMAGES or math.prod(shape) > max(packed, _SHORT):
        raise ValueError("announces more than it holds")
    return shape


def read_idx(file: IO[bytes]) -> tuple[tuple[int, ...], bytes]:
    """The dimensions, (N, H, W) for images and (N,) for labels, and the bytes of an IDX file.

    Raises:
        ValueError, OSError, EOFError, struct.error, zlib.error: damaged, or shorter than it announces.
    """
    stream = unpacked(file)
    shape = _shape(stream)
    content = stream.read(math.prod(shape))
    if len(content) < math.prod(shape):
        raise EOFError("shorter than it announces")
    return shape, content


def _shape(file: IO[bytes]) -> tuple[int, ...]:
    zero, kind, dimensions = struct.unpack(">HBB", file.read(4))
    if zero or kind != 8 or not 1 <= dimensions <= 3:
        raise ValueError("not an IDX file of bytes")
    shape: tuple[int, ...] = struct.unpack(f">{dimensions}I", file.read(4 * dimensions))
    if math.prod(shape) > MOST_BYTES:
        raise ValueError("too large")
    return shape


def _labels_beside(container: Container, count: int) -> list[str | None]:
    name = container.file.file
    other = name.replace("images", "labels").replace("idx3", "idx1")
    try:
        file = container.neighbour(other) if other != name else None
        if file is None:
            return [None] * count
        with file:
            size = file.seek(0, 2)
            if read_shape(file, size) != (count,):
                return [None] * count
            _, labels = read_idx(file)
    except _DAMAGED:
        return [None] * count
    return [str(label) for label in labels]
