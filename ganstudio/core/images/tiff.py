"""TIFF files as they are: their pages, and the numbers in those that Pillow does not read or would cut to eight bits.

Bands of 16 bits, floats of 16 to 64 bits, colours of more than eight bits, 10, 12 and 14 bits packed; in strips or
tiles, bands together or apart. Compressed parts are unpacked by Pillow's libtiff, one at a time, as bytes (TIFF 6.0,
sections 2, 14 and 15; Adobe's technical note 3 for the predictor of floats).
"""

import contextlib
import io
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

import numpy as np
import numpy.typing as npt
from PIL import Image

Numbers = npt.NDArray[Any]

MAGIC = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
MOST_PAGES = 100_000
MOST_BYTES = 512 * 2**20
"""A page that unpacks to more is not read."""
_MOST_VALUES = 2**22
_FORMS = {1: "B", 2: "c", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I", 16: "Q", 17: "q", 18: "Q"}
_PLAIN, _DEFLATED, _BY_PILLOW = {1}, {8, 32946}, {5, 32773, 34925, 50000}
_REDUCED, _MASK = 1, 4
_CAMERA = {32803, 34892}
"""Photometric interpretations of a sensor's own numbers."""
_CAMERA_PACKING = {34713, 32767, 65535, 32770, 65000}
"""How Nikon, Sony, Pentax, Samsung and Kodak pack them."""
_PHASE_ONE = {b"IIIITwaR", b"MMMMRawT"}
_MAKERS = (
    ("NIKON", "NEF"), ("SONY", "ARW"), ("PENTAX", "PEF"), ("RICOH", "PEF"), ("SAMSUNG", "SRW"), ("HASSELBLAD", "3FR"),
    ("PHASE ONE", "IIQ"), ("LEAF", "MOS"), ("MAMIYA", "MEF"), ("SEIKO EPSON", "ERF"), ("EASTMAN KODAK", "DCR"),
)  # fmt: skip
"""What a maker's raw files are called."""
_MAKER = 271
_LOOKED_INTO = 8
"""Pages of a file, and pages inside each, among which a sensor's is looked for."""

SUBFILE, WIDTH, HEIGHT, BITS, PACKING, PHOTOMETRIC = 254, 256, 257, 258, 259, 262
STRIPS, SAMPLES, ROWS, SIZES, PLANAR, PREDICTOR = 273, 277, 278, 279, 284, 317
TILE_WIDTH, TILE_HEIGHT, TILES, TILE_SIZES, INNER, EXTRA, FORMAT, MOST_VALUE = 322, 323, 324, 325, 330, 338, 339, 281


@dataclass(frozen=True)
class Page:
    """One picture of a file: its tags, each a tuple of numbers or bytes."""

    order: str
    """'<' or '>', as in `struct`."""
    tags: Mapping[int, Any]
    number: int
    """Its place among all directories of the file."""
    format: str = "TIFF"

    def tag(self, number: int, otherwise: int) -> int:
        values = self.tags.get(number)
        return int(values[0]) if values and not isinstance(values, bytes) else otherwise

    @property
    def size(self) -> tuple[int, int]:
        return self.tag(WIDTH, 0), self.tag(HEIGHT, 0)

    @property
    def bits(self) -> int:
        return self.tag(BITS, 1)

    @property
    def samples(self) -> int:
        return self.tag(SAMPLES, 1)

    @property
    def is_deep(self) -> bool:
        """Of more than eight bits, in grey, colours or bands that are numbers and no mixtures of inks."""
        return self.bits > 8 and self.tag(PHOTOMETRIC, 1) in {0, 1, 2}


def pages(file: IO[bytes]) -> list[Page]:
    """The pages that are pictures of their own: no smaller copies and no masks of others.

    Raises:
        ValueError: no TIFF, or damaged; a camera's file of which only a preview could be read.
    """
    listed = list(_directories(file))
    if not listed:
        raise ValueError("no TIFF")
    if kind := _raw_kind(file, listed):
        raise CameraFileError(kind, (0, 0) if _is_sensor(listed[0]) else listed[0].size)
    own = [page for page in listed if not page.tag(SUBFILE, 0) & (_REDUCED | _MASK)]
    return own or listed[:1]


class CameraFileError(ValueError):
    """What a camera's sensor saw: what such files are called, and the size of the preview that is all that could be
    read, (0, 0) without."""

    def __init__(self, kind: str, preview: tuple[int, int]) -> None:
        super().__init__(kind, preview)
        self.kind, self.preview = kind, preview


def _directories(file: IO[bytes]) -> Iterator[Page]:
    file.seek(0)
    head = file.read(16)
    if head[:4] not in MAGIC:
        return
    order, big = "<" if head[:1] == b"I" else ">", head[2:4] in {b"+\0", b"\0+"}
    at = int(struct.unpack_from(order + ("Q" if big else "I"), head, 8 if big else 4)[0])
    seen: set[int] = set()
    while at and at not in seen and len(seen) < MOST_PAGES:
        seen.add(at)
        try:
            tags, following = _directory(file, at, order, big)
        except (struct.error, ValueError, OSError, OverflowError):
            return
        yield Page(order, tags, len(seen) - 1)
        at = following


def _directory(file: IO[bytes], at: int, order: str, big: bool) -> tuple[dict[int, Any], int]:
    """The tags of the directory at `at`, and where the next one is."""
    count_form, entry_form, width = ("Q", "HHQ", 8) if big else ("H", "HHI", 4)
    file.seek(at)
    count = struct.unpack(order + count_form, file.read(struct.calcsize(count_form)))[0]
    if count > 4096:
        raise ValueError("no directory")
    step = struct.calcsize(order + entry_form) + width
    content = file.read(count * step + width)
    tags = {}
    for start in range(0, count * step, step):
        tag, kind, number = struct.unpack_from(order + entry_form, content, start)
        tags[tag] = _values(file, content[start + step - width : start + step], order, kind, number)
    end = content[count * step :]
    return tags, int(struct.unpack(order + ("Q" if big else "I"), end)[0]) if len(end) == width else 0


def _values(file: IO[bytes], inline: bytes, order: str, kind: int, number: int) -> Any:
    if kind in {5, 10}:
        return ()  # fractions; nothing here needs them
    form = _FORMS.get(kind, "B")
    size = struct.calcsize(form) * number
    if number > _MOST_VALUES:
        raise ValueError("too many values")
    content = inline[:size]
    if size > len(inline):
        file.seek(struct.unpack(order + ("Q" if len(inline) == 8 else "I"), inline)[0])
        content = file.read(size)
    if kind in {2, 7} or len(content) < size:
        return content
    return struct.unpack(f"{order}{number}{form}", content)


def _raw_kind(file: IO[bytes], listed: list[Page]) -> str:
    """What a camera's raw file is called, such as 'NEF'; '' for a TIFF that is none.

    DNG says so, Canon and Phase One have marks of their own; others keep the sensor's page among or inside the rest.
    """
    first = listed[0]
    file.seek(8)
    mark = file.read(8)
    if 50706 in first.tags:
        return "DNG"
    if mark.startswith(b"CR\2") or mark in _PHASE_ONE:
        return "CR2" if mark.startswith(b"CR\2") else "IIQ"
    if not any(_is_sensor(page) for page in _with_inner(file, listed[:_LOOKED_INTO])):
        return ""
    maker = first.tags.get(_MAKER)
    name = maker.decode("latin-1").upper() if isinstance(maker, bytes) else ""
    return next((kind for start, kind in _MAKERS if name.startswith(start)), "raw")


def _is_sensor(page: Page) -> bool:
    return page.tag(PHOTOMETRIC, 1) in _CAMERA or page.tag(PACKING, 1) in _CAMERA_PACKING


def _with_inner(file: IO[bytes], listed: list[Page]) -> Iterator[Page]:
    """The pages, and those that they keep inside."""
    for page in listed:
        yield page
        inner = page.tags.get(INNER) or ()
        for at in inner[:_LOOKED_INTO] if isinstance(inner, tuple) else ():
            with contextlib.suppress(struct.error, ValueError, OSError, OverflowError):
                yield Page(page.order, _directory(file, at, page.order, False)[0], 0)


def declared_white(page: Page) -> float:
    """The number that the file says is white; 0 where it says nothing beyond the size of its numbers."""
    if page.tag(FORMAT, 1) == 3:
        return 0
    if 8 < page.bits < 16:
        return float((1 << page.bits) - 1)
    most = page.tag(MOST_VALUE, 0)
    return float((1 << most.bit_length()) - 1) if 255 < most < (1 << min(page.bits, 32)) - 1 else 0


def numbers(page: Page, file: IO[bytes]) -> Numbers:
    """What is in the page, (H, W, samples), as it is stored.

    Raises:
        ValueError: of a kind that is not read here, or too large; in plain words.
        EOFError: the file ends before the page does.
    """
    width, height = page.size
    planes = page.samples if page.tag(PLANAR, 1) == 2 else 1
    across = page.samples // planes
    if width < 1 or height < 1 or page.samples < 1 or page.bits not in {1, 2, 4, 8, *range(9, 17), 24, 32, 64}:
        raise ValueError(f"a TIFF of {page.bits} bits")
    if width * height * page.samples * max(8, page.bits) // 8 > MOST_BYTES:
        raise ValueError("too large")
    drawn = np.empty((height, width, page.samples), dtype=_type(page).newbyteorder("="))
    parts = _parts(page)
    each = len(parts) // planes
    for number, (top, left, tall, wide, start, size) in enumerate(parts):
        block = _part(page, file, (tall, wide, across), start, size)
        plane = number // max(1, each) if planes > 1 else 0
        kept = block[: height - top, : width - left]
        drawn[top : top + len(kept), left : left + kept.shape[1], plane : plane + across] = kept
    return drawn


def _type(page: Page) -> "np.dtype[Any]":
    kind = {2: "i", 3: "f"}.get(page.tag(FORMAT, 1), "u")
    size = dict.fromkeys((1, 2, 4, 8), 1).get(page.bits, 2 if page.bits <= 16 else page.bits // 8)
    if (kind == "f" and size not in {2, 4, 8}) or size == 3:
        raise ValueError(f"a TIFF of {page.bits} bits")
    return np.dtype(f"{page.order}{kind}{size}")


def _parts(page: Page) -> list[tuple[int, int, int, int, int, int]]:
    """(top, left, rows, columns, where in the file, bytes) of each strip or tile, plane after plane."""
    width, height = page.size
    tiled = TILES in page.tags
    starts, sizes = (page.tags.get(tag) or () for tag in ((TILES, TILE_SIZES) if tiled else (STRIPS, SIZES)))
    wide = page.tag(TILE_WIDTH, width) if tiled else width
    tall = page.tag(TILE_HEIGHT, height) if tiled else min(page.tag(ROWS, height), height)
    if wide < 1 or tall < 1 or wide * tall > 2**28:
        raise ValueError("a damaged TIFF")
    planes = page.samples if page.tag(PLANAR, 1) == 2 else 1
    places = [(top, left) for top in range(0, height, tall) for left in range(0, width, wide)] * planes
    if len(sizes) != len(starts):
        sizes = [2**62] * len(starts)
    if len(starts) < len(places):
        raise EOFError("parts are missing")
    return [
        (top, left, tall if tiled else min(tall, height - top), wide, int(start), int(size))
        for (top, left), start, size in zip(places, starts, sizes, strict=False)
    ]


def _part(page: Page, file: IO[bytes], shape: tuple[int, int, int], start: int, size: int) -> Numbers:
    """The numbers of one strip or tile, (rows, columns, bands)."""
    rows, columns, bands = shape
    row = -(-columns * bands * page.bits // 8)
    file.seek(start)
    packed = file.read(min(size, MOST_BYTES))
    content = _unpacked(page, packed, row, rows)[: row * rows]
    if len(content) < row * rows:
        raise EOFError("a part ends too early")
    kind = _type(page)
    if page.bits < 8 or 8 < page.bits < 16:
        return _loose(content, page.bits, row, columns * bands).reshape(shape)
    predictor = page.tag(PREDICTOR, 1)
    if predictor == 3:
        return _float_undone(content, kind, shape)
    values = np.frombuffer(content, kind).reshape(shape).astype(kind.newbyteorder("="))
    return np.cumsum(values, axis=1, dtype=values.dtype) if predictor == 2 else values


def _unpacked(page: Page, packed: bytes, row: int, rows: int) -> bytes:
    packing = page.tag(PACKING, 1)
    if packing in _PLAIN:
        return packed
    if packing in _DEFLATED:
        return zlib.decompressobj().decompress(packed, row * rows)
    if packing not in _BY_PILLOW:
        raise ValueError(f"a TIFF packed in a way (number {packing}) that is not read for {page.bits} bits")
    with Image.open(io.BytesIO(_as_bytes(packed, packing, row, rows)), formats=("TIFF",)) as image:
        return image.tobytes()


def _as_bytes(packed: bytes, packing: int, row: int, rows: int) -> bytes:
    """A TIFF of one strip of grey bytes that holds what is packed here."""
    tags = {WIDTH: row, HEIGHT: rows, BITS: 8, PACKING: packing, PHOTOMETRIC: 1, STRIPS: 8, SAMPLES: 1, ROWS: rows}
    tags |= {SIZES: len(packed), PLANAR: 1}
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in sorted(tags.items()))
    padded = packed + b"\0" * (len(packed) % 2)
    head = struct.pack("<2sHI", b"II", 42, 8 + len(padded))
    return b"".join((head, padded, struct.pack("<H", len(tags)), entries, b"\0" * 4))


def _loose(content: bytes, bits: int, row: int, values: int) -> Numbers:
    """Numbers of `bits` bits that follow each other without gaps; each row begins at a byte."""
    digits = np.unpackbits(np.frombuffer(content, np.uint8).reshape(-1, row), axis=1)[:, : values * bits]
    weights = 1 << np.arange(bits - 1, -1, -1, dtype=np.uint16)
    summed: Numbers = (digits.reshape(len(digits), values, bits) * weights).sum(axis=2, dtype=np.uint16)
    return summed


def _float_undone(content: bytes, kind: "np.dtype[Any]", shape: tuple[int, int, int]) -> Numbers:
    """Floats whose bytes were sorted by weight, each row a run of differences."""
    rows, columns, bands = shape
    runs = np.frombuffer(content, np.uint8).reshape(rows, -1, bands)
    added = np.cumsum(runs, axis=1, dtype=np.uint8).reshape(rows, kind.itemsize, columns * bands)
    ordered = np.ascontiguousarray(added.transpose(0, 2, 1))
    return ordered.view(kind.newbyteorder(">")).reshape(shape).astype(kind.newbyteorder("="))
