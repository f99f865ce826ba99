"""Arrays of NumPy: .npy files, and those in .npz archives. Never those that hold Python objects, which are code."""

import math
import re
from collections.abc import Callable
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from ganstudio.core.images.file_kinds import unpacked

Numbers = npt.NDArray[Any]

MOST_IMAGES = 10**7
MOST_LABELS = 2**26
_NAMES = (
    ("images", "labels"),
    ("imgs", "labels"),
    (r"\bx", "y"),
    (r"\bX", "y"),
    ("data", "labels"),
    ("arr_0", "arr_1"),
)
"""How pictures and their labels are called that belong together."""
_BITMAP = 784
"""Numbers in a row of drawings that are handed out flat, 28 x 28 each."""


def shape_of(file: IO[bytes]) -> tuple[tuple[int, ...], "np.dtype[Any]", int]:
    """(N, H, W) or (N, H, W, C) as its pictures are read, the type, and where the numbers begin.

    Raises:
        ValueError: no array of pictures; in plain words.
    """
    stream = unpacked(file)
    shape, fortran, kind = _header(stream)
    if kind.hasobject:
        raise ValueError("not an image: an array of Python objects, which are program code")
    if (fortran and len(shape) > 1) or kind.kind not in "buif":
        raise ValueError("not an image: an array whose numbers are no pictures")
    return pictures_in(shape), kind, stream.tell()


def _header(stream: IO[bytes]) -> tuple[tuple[int, ...], bool, "np.dtype[Any]"]:
    try:
        version = np.lib.format.read_magic(stream)
        read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
        shape, fortran, kind = read(stream)
    except Exception:  # noqa: BLE001 - numpy raises whatever a damaged header happens to break
        raise ValueError("unreadable: a damaged array") from None
    return tuple(int(side) for side in shape), bool(fortran), kind


def pictures_in(shape: tuple[int, ...]) -> tuple[int, ...]:
    """An array's shape as (N, H, W) or (N, H, W, C); channels first becomes (N, -C, H, W), to be turned when read.

    Raises:
        ValueError: it holds no pictures.
    """
    if len(shape) == 2:
        side = math.isqrt(shape[1])
        shape = (shape[0], side, side) if shape[1] == _BITMAP else (1, *shape)
    elif len(shape) == 3 and shape[2] in {3, 4} and shape[0] > 4:
        shape = (1, *shape)
    if len(shape) == 4 and shape[3] not in {1, 2, 3, 4} and shape[1] in {1, 3, 4}:
        shape = (shape[0], -shape[1], *shape[2:])
    sides = shape[2:] if len(shape) == 4 and shape[1] < 0 else shape[1:3]
    fits = len(shape) in {3, 4} and min(map(abs, shape), default=0) > 0 and min(sides) >= 4 and shape[0] <= MOST_IMAGES
    if not fits or (len(shape) == 4 and shape[1] > 0 and shape[3] > 4):
        raise ValueError("not an image: an array whose numbers are no pictures")
    return shape


def picture(stream: IO[bytes], start: int, shape: tuple[int, ...], kind: "np.dtype[Any]", number: int) -> Numbers:
    """Picture `number`, (H, W) or (H, W, C).

    Raises:
        EOFError: the file ends before it.
    """
    sides = tuple(map(abs, shape[1:]))
    size = math.prod(sides) * kind.itemsize
    stream.seek(start + number * size)
    content = stream.read(size)
    if len(content) < size:
        raise EOFError("shorter than it announces")
    numbers = np.frombuffer(content, kind).reshape(sides).astype(kind.newbyteorder("="))
    if len(shape) == 4 and shape[1] < 0:
        numbers = numbers.transpose(1, 2, 0)
    numbers = numbers[:, :, 0] if numbers.ndim == 3 and numbers.shape[2] == 1 else numbers
    return numbers.astype(np.uint8) * 255 if kind.kind == "b" else numbers


def labels_for(name: str, count: int, neighbour: Callable[[str], IO[bytes] | None]) -> list[str | None]:
    """The classes of the pictures in `name`, from the array that by its name belongs to it."""
    for pattern, instead in _NAMES:
        other = re.sub(pattern, instead, name, count=1)
        stream = neighbour(other) if other != name else None
        if stream is None:
            continue
        try:
            with stream:
                labels = _labels(unpacked(stream), count)
        except (ValueError, OSError, EOFError):
            continue
        if labels is not None:
            return labels
    return [None] * count


def _labels(stream: IO[bytes], count: int) -> list[str | None] | None:
    shape, _, kind = _header(stream)
    flat = math.prod(shape) == count
    if kind.hasobject or kind.kind not in "buiU" or not flat or count * kind.itemsize > MOST_LABELS:
        return None
    content = stream.read(count * kind.itemsize)
    return [str(int(label)) if kind.kind != "U" else str(label) for label in np.frombuffer(content, kind).tolist()]
