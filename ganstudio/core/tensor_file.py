"""Looking at a safetensors file before its library does: lengths, names, shapes and places are those of an honest file.

A header of crossed or overlapping places, or one that is longer than the file, ends in a panic or in memory that was
never there; refused here, with one kind of error, before a byte of a tensor is touched.
"""

import math
from collections.abc import Mapping
from typing import Annotated, Any

from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from torch import Tensor

from ganstudio.core.schema import Range, SchemaError, build, parse

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
    fields = build(dict[str, Any], entry, name)
    dtype = build(str, fields.get("dtype"), f"the type of {name}")
    shape = build(tuple[Place, ...], fields.get("shape"), f"the shape of {name}")
    begin, end = build(tuple[Place, Place], fields.get("data_offsets"), f"the place of {name}")
    if dtype not in WIDTHS:
        raise SchemaError(f"{name} is of type {dtype}")
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
        return load_tensors(packed), known
    except (SafetensorError, ValueError, KeyError, TypeError, OverflowError) as error:
        raise TensorFileError(f"it is damaged ({error})") from None
