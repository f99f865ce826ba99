"""The records that TensorBoard reads, written by hand: four kinds of events in protocol buffers, each with two checks.

TensorBoard's own package brings a server, gRPC and protobuf, and only its reader is of use to a person. The numbers of
the fields are those of its event.proto and summary.proto, the frame around an event is a TFRecord's.
"""

import ctypes
import functools
import struct
from typing import Any

import numpy as np

LANE = 256
"""Bytes of which the sum is taken beside those of all others."""
POLYNOMIAL = 0x82F63B78
"""Of CRC-32C (Castagnoli), its bits in the order in which they come."""
VARINT, DOUBLE, BYTES, FLOAT = 0, 1, 2, 5
"""How a field is written, in protocol buffers."""
START = 1
"""SessionLog.START: TensorBoard forgets what it knows from this step on."""


def version(*, wall_time: float) -> bytes:
    """The first event of a file."""
    return _event(wall_time, 0, _field(3, BYTES, b"brain.Event:2"))


def number(tag: str, value: float, step: int, *, wall_time: float) -> bytes:
    """One point of a curve."""
    return _summary(tag, _field(2, FLOAT, value), step, wall_time)


def picture(tag: str, png: bytes, step: int, *, wall_time: float) -> bytes:
    """A PNG file as it is: encoding it once more takes longer than all the rest."""
    width, height = (int.from_bytes(png[at : at + 4]) for at in (16, 20))
    colours = {0: 1, 6: 4}.get(png[25], 3)  # of PNG and of TensorBoard: grey, RGB, RGBA
    sizes = b"".join(_field(at, VARINT, value) for at, value in ((1, height), (2, width), (3, colours)))
    return _summary(tag, _field(4, BYTES, sizes + _field(4, BYTES, png)), step, wall_time)


def restart(step: int, *, wall_time: float) -> bytes:
    """From this step on everything is written once more."""
    return _event(wall_time, step, _field(7, BYTES, _field(1, VARINT, START)))


def record(event: bytes) -> bytes:
    """An event as it stands in a file: its length, the check of that, itself, and its check."""
    length = struct.pack("<Q", len(event))
    return length + _check(length) + event + _check(event)


def crc32c(content: bytes) -> int:
    """The sum that TFRecord checks by; long contents in lanes beside each other, as it is linear."""
    if len(content) < 4 * LANE:
        total = 0xFFFFFFFF
        for byte in content:
            total = _TABLE_LIST[(total ^ byte) & 0xFF] ^ total >> 8
        return total ^ 0xFFFFFFFF
    # Bits that are all set at the beginning are the same as a beginning of none and four bytes turned over.
    turned = np.frombuffer(bytes(255 - byte for byte in content[:4]) + content[4:], np.uint8)
    lanes = np.pad(turned, (-len(turned) % LANE, 0)).reshape(-1, LANE)  # zeros in front change nothing
    total = 0
    a, b, c, d = _lane_of_zeros()
    for sum_ in _advanced(np.zeros(len(lanes), np.uint32), lanes.T).tolist():
        total = a[total & 0xFF] ^ b[total >> 8 & 0xFF] ^ c[total >> 16 & 0xFF] ^ d[total >> 24] ^ sum_
    return total ^ 0xFFFFFFFF


def _table() -> Any:
    """What each byte makes of an empty sum."""
    sums = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        sums = np.where(sums & 1, sums >> 1 ^ np.uint32(POLYNOMIAL), sums >> 1)
    return sums


_TABLE = _table()
_TABLE_LIST: list[int] = _TABLE.tolist()


def _advanced(sums: Any, columns: Any) -> Any:
    """Many sums, each one byte of every column further."""
    for column in columns:
        sums = _TABLE[(sums ^ column) & 0xFF] ^ sums >> 8
    return sums


@functools.cache
def _lane_of_zeros() -> list[list[int]]:
    """What `LANE` zeros make of a sum, for each value of each of its four bytes."""
    values = np.arange(256, dtype=np.uint32)
    starts = np.concatenate([values << np.uint32(shift) for shift in (0, 8, 16, 24)])
    ends: list[list[int]] = _advanced(starts, np.zeros(LANE, np.uint8)).reshape(4, 256).tolist()
    return ends


def _check(content: bytes) -> bytes:
    """Masked, as a sum over a content that holds sums is weak."""
    total = crc32c(content)
    return struct.pack("<I", ((total >> 15 | total << 17) + 0xA282EAD8) & 0xFFFFFFFF)


def _event(wall_time: float, step: int, what: bytes) -> bytes:
    return _field(1, DOUBLE, wall_time) + _field(2, VARINT, step) + what


def _summary(tag: str, value: bytes, step: int, wall_time: float) -> bytes:
    return _event(wall_time, step, _field(5, BYTES, _field(1, BYTES, _field(1, BYTES, tag.encode()) + value)))


def _field(number: int, kind: int, value: Any) -> bytes:
    key = _varint(number << 3 | kind)
    if kind == VARINT:
        return key + _varint(value)
    if kind == DOUBLE:
        return key + struct.pack("<d", value)
    if kind == FLOAT:
        return key + struct.pack("<f", ctypes.c_float(value).value)  # too large becomes infinite
    return key + _varint(len(value)) + bytes(value)


def _varint(value: int) -> bytes:
    """Seven bits to a byte, the lowest first.

    Raises:
        ValueError: it is negative: none of the fields here can be.
    """
    if value < 0:
        raise ValueError(f"{value} is negative")
    groups = bytearray()
    while value > 0x7F:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    groups.append(value)
    return bytes(groups)
