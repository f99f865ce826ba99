"""Looking at a safetensors file before its library does: lengths, names, shapes and places are those of an honest file.

A header whose tensors overlap or lie beyond the end of the file makes the library panic or read memory that is not the
file's; it is refused here, with one kind of error, before a byte of a tensor is touched.
"""

import ctypes
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Annotated, Any

from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as pack_tensors
from torch import Tensor

from ganstudio.core.schema import Range, SchemaError, build, parse, shown

MOST_HEADER = 64 * 2**20
WIDTHS = {
    "F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1, "BOOL": 1,
}  # fmt: skip
"""Bytes of one number of each type that this program writes or reads."""
Place = Annotated[int, Range(0, 2**48)]


class TensorFileError(ValueError):
    """Not a whole safetensors file; the text is the rest of a sentence."""


def read_header(packed: bytes) -> tuple[dict[str, Any], dict[str, str]]:
    """What a file says of its tensors, checked, and its metadata.

    Raises:
        TensorFileError: damaged, or made to do harm.
    """
    length = int.from_bytes(packed[:8], "little")
    if len(packed) < 8 or not 2 <= length <= min(MOST_HEADER, len(packed) - 8):
        raise TensorFileError("its header is longer than the file")
    try:
        header = parse(packed[8 : 8 + length])
        if not isinstance(header, dict):
            raise SchemaError("its header is no object")
        known = build(dict[str, str], header.pop("__metadata__", {}), "metadata")
        places = [_place(name, entry) for name, entry in header.items()]
    except SchemaError as error:
        raise TensorFileError(f"its header is damaged ({error})") from None
    at = 0
    for begin, end in sorted(places):
        if begin != at:
            raise TensorFileError("its tensors overlap or leave holes")
        at = end
    if at != len(packed) - 8 - length:
        raise TensorFileError("it is shorter or longer than its header says")
    return header, known


def _place(name: str, entry: Any) -> tuple[int, int]:
    name = name[:80]
    fields = build(dict[str, Any], entry, name)
    dtype = build(str, fields.get("dtype"), f"the type of {name}")
    shape = build(tuple[Place, ...], fields.get("shape"), f"the shape of {name}")
    begin, end = build(tuple[Place, Place], fields.get("data_offsets"), f"the place of {name}")
    if dtype not in WIDTHS:
        raise SchemaError(f"{name} is of type {shown(dtype)}")
    if len(shape) > 8 or end - begin != math.prod(shape) * WIDTHS[dtype]:
        raise SchemaError(f"{name} is not as long as its shape says")
    return begin, end


def unpack(packed: bytes) -> tuple[Mapping[str, Tensor], dict[str, str]]:
    """The tensors of a file, on the CPU, and its metadata.

    Raises:
        TensorFileError: damaged, or made to do harm.
    """
    _, known = read_header(packed)
    try:
        with _no_panic():
            return load_tensors(packed), known
    except (SafetensorError, ValueError, KeyError, TypeError, OverflowError) as error:
        raise TensorFileError(f"it is damaged ({error})") from None


def pack(tensors: Mapping[str, Tensor], known: Mapping[str, str] | None = None) -> bytes:
    """The content of a file: tensors, which must be on the CPU and contiguous, and metadata.

    Raises:
        MemoryError: there is no room for it. The library would end the process, so the room is asked for before.
    """
    size = sum(tensor.numel() * tensor.element_size() for tensor in tensors.values())
    bytearray(2 * size)  # the library's own buffer, and the copy of it that is returned; nothing of it is touched
    try:
        with _no_panic():
            return pack_tensors(dict(tensors), metadata=dict(known) if known else None)
    except SafetensorError as error:  # of tensors that are as it wants them: it calls every error by that name
        raise MemoryError(f"no memory for tensors ({error})") from error


@contextmanager
def _no_panic() -> Iterator[None]:
    """Inside, a panic of the library is a MemoryError: it panics when Python has no memory for what it returns.

    A panic is no Exception, and would pass every boundary of this program. What the library is written with disguises
    a lack of memory in two more ways.
    """
    try:
        yield
    except (ctypes.ArgumentError, SystemError) as error:
        raise MemoryError(f"no memory for tensors ({error})") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise MemoryError(f"no memory for tensors ({error})") from None
        raise
