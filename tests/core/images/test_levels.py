"""One rule for every depth: what is black and white in pictures of more than eight bits."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.images.cache import Prepared, prepare
from ganstudio.core.images.decode import decode, whole_picture
from ganstudio.core.images.isolated_reader import PictureReader
from ganstudio.core.images.levels import AUTO, Range, depth_of, ranges_of
from ganstudio.core.run import Preparation

PLAIN = Preparation(duplicates="keep")
GREY = Preparation(duplicates="keep", colour="grey")


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(numbers: np.ndarray) -> bytes:
    """A PNG of 16 bits and as many bands as there are; Pillow writes only grey ones."""
    height, width, bands = numbers.shape
    kind = {1: 0, 2: 4, 3: 2, 4: 6}[bands]
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in numbers)
    head = struct.pack(">IIBBBBB", width, height, 16, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def tiff(numbers: np.ndarray, *, planar: bool = False, packed: bool = False, most: int = 0, order: str = "<") -> bytes:
    """A TIFF of one strip a plane, written by hand, with bands as they come."""
    height, width, bands = numbers.shape
    kind = {"u": 1, "i": 2, "f": 3}[numbers.dtype.kind]
    stored = numbers.astype(numbers.dtype.newbyteorder(order))
    planes = [stored[:, :, band] for band in range(bands)] if planar else [stored]
    strips = [zlib.compress(plane.tobytes()) if packed else plane.tobytes() for plane in planes]
    starts = [8 + sum(map(len, strips[:number])) for number in range(len(strips))]
    tags = {
        256: (3, [width]), 257: (3, [height]), 258: (3, [numbers.itemsize * 8] * bands), 259: (3, [8 if packed else 1]),
        262: (3, [2 if bands >= 3 else 1]), 273: (4, starts), 277: (3, [bands]), 278: (3, [height]),
        279: (4, [len(strip) for strip in strips]), 284: (3, [2 if planar else 1]), 339: (3, [kind] * bands),
    }  # fmt: skip
    if bands > 3:
        tags[338] = (3, [0] * (bands - 3))
    if most:
        tags[281] = (3, [most])
    at = 8 + sum(map(len, strips))
    table, extra, base = struct.pack(order + "H", len(tags)), b"", at + 2 + 12 * len(tags) + 4
    for tag, (form, values) in sorted(tags.items()):
        content = struct.pack(f"{order}{len(values)}{'H' if form == 3 else 'I'}", *values)
        table += struct.pack(order + "HHI", tag, form, len(values))
        table += content.ljust(4, b"\0") if len(content) <= 4 else struct.pack(order + "I", base + len(extra))
        extra += content if len(content) > 4 else b""
    head = struct.pack(order + "2sHI", b"II" if order == "<" else b"MM", 42, at)
    return head + b"".join(strips) + table + bytes(4) + extra


def ramp(top: float, kind: type, bands: int = 1, low: float = 0) -> np.ndarray:
    """(64, 64, bands) from `low` to `top`, from left to right; each band its own share of it."""
    across = np.linspace(low, top, 64)[None, :, None] * np.linspace(1, 0.5, bands)
    return np.broadcast_to(across, (64, 64, bands)).astype(kind)


def seen(content: bytes, preparation: Preparation = PLAIN) -> np.ndarray:
    return decode(io.BytesIO(content), preparation, 64).pixels.astype(int)


def levels(content: bytes) -> int:
    """How many different greys a picture has after it was read."""
    return len(np.unique(np.asarray(whole_picture(io.BytesIO(content)).pictures[0].convert("RGB"))[..., 0]))


KINDS = {
    "PNG grey": lambda top: png(ramp(top, np.uint16)),
    "PNG grey and alpha": lambda top: png(np.concatenate([ramp(top, np.uint16), np.full((64, 64, 1), 65535)], 2)),
    "PNG colour": lambda top: png(ramp(top, np.uint16, 3)),
    "PNG colour and alpha": lambda top: png(np.concatenate([ramp(top, np.uint16, 3), np.full((64, 64, 1), 65535)], 2)),
    "TIFF grey": lambda top: tiff(ramp(top, np.uint16)),
    "TIFF colour": lambda top: tiff(ramp(top, np.uint16, 3)),
    "TIFF colour, planes": lambda top: tiff(ramp(top, np.uint16, 3), planar=True),
    "TIFF colour, packed, the other order": lambda top: tiff(ramp(top, np.uint16, 3), packed=True, order=">"),
    "TIFF five bands": lambda top: tiff(ramp(top, np.uint16, 5)),
    "TIFF float colour": lambda top: tiff(ramp(top / 4095 if top < 65535 else 1, np.float32, 3)),
    "TIFF half floats": lambda top: tiff(ramp(top / 4095 if top < 65535 else 1, np.float16)),
    "TIFF doubles": lambda top: tiff(ramp(top / 4095 if top < 65535 else 1, np.float64)),
    "TIFF 32 bits": lambda top: tiff(ramp(top, np.uint32)),
    "TIFF signed": lambda top: tiff(ramp(min(top, 32767), np.int16)),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("top", [4095, 65535])
def test_that_every_kind_of_more_than_8_bits_fills_the_whole_range(kind, top):
    """Twelve bits in files of sixteen were 17 greys of 255."""
    content = KINDS[kind](top)
    across = seen(content)[32, :, 0]
    assert np.abs(across - np.linspace(0, 255, 64)).max() <= 3
    assert levels(content) >= 60


def test_that_a_file_that_says_how_many_bits_it_uses_is_believed():
    dark = ramp(300, np.uint16)
    assert abs(seen(tiff(dark, most=4095)).max() - 300 / 4095 * 255) < 2
    assert seen(tiff(dark)).max() > 140


def test_that_five_bands_are_told():
    assert decode(io.BytesIO(tiff(ramp(9000, np.uint16, 5))), PLAIN, 16).note == "bands"
    assert decode(io.BytesIO(tiff(ramp(9000, np.uint16, 3))), PLAIN, 16).note == ""


@pytest.mark.parametrize("packing", ["tiff_lzw", "tiff_adobe_deflate", "packbits", "tiff_deflate"])
@pytest.mark.parametrize("kind", [np.uint16, np.float32])
def test_that_packed_tiffs_are_those_that_were_written(packing, kind, tmp_path):
    """Pillow's libtiff writes them, this program's reader reads them."""
    top = 4095 if kind is np.uint16 else 1
    Image.fromarray(ramp(top, kind)[:, :, 0]).save(tmp_path / "a.tif", compression=packing)
    assert np.abs(seen((tmp_path / "a.tif").read_bytes())[32, :, 0] - np.linspace(0, 255, 64)).max() <= 2


# The set decides -----------------------------------------------------------------------------------------------------


def prepared(folder: Path, preparation: Preparation = GREY) -> Prepared:
    return prepare([folder], preparation, 64, cache_dir=folder.parent / "cache", workers=1)


def write(folder: Path, **pictures: np.ndarray) -> Path:
    folder.mkdir(exist_ok=True)
    for name, numbers in pictures.items():
        Image.fromarray(numbers[:, :, 0]).save(folder / f"{name}.tif")
    return folder


def test_that_a_hair_above_one_does_not_make_a_picture_black(tmp_path):
    pictures = {f"n{number}": ramp(0.8, np.float32, low=0.2) for number in range(4)}
    for number, top in enumerate((1.0, 1.0000001, 1.02, 1.5)):
        pictures[f"n{number}"][number * 4 : number * 4 + 4, :4] = top
    made = prepared(write(tmp_path / "set", **pictures))
    assert [round(float(rows.mean())) for rows in made.pixels] == pytest.approx([127] * 4, abs=2)


def test_that_one_pixel_of_one_picture_does_not_decide(tmp_path):
    pictures = {f"n{number}": ramp(4000 - number, np.uint16) for number in range(5)}
    pictures["n2"][0, 0] = 65535
    made = prepared(write(tmp_path / "set", **pictures))
    assert made.pixels[2].max() >= 248
    assert "5 pictures of more than 8 bits: 0 is black, 4,095 is white." in made.report.advice


def test_that_a_dark_picture_stays_dark_beside_bright_ones(tmp_path):
    made = prepared(write(tmp_path / "set", bright=ramp(60000, np.uint16), dark=ramp(600, np.uint16)))
    assert made.pixels[1].max() <= 3
    assert made.pixels[0].max() >= 230


def test_that_what_comes_later_changes_what_was_there(tmp_path):
    """The range follows the set: a bright picture that is added makes the others darker, and they come back."""
    folder = write(tmp_path / "set", dark=ramp(600, np.uint16), other=ramp(610, np.uint16))
    before = prepared(folder).pixels[0].max()
    write(folder, zenith=ramp(60000, np.uint16))
    assert prepared(folder).pixels[0].max() <= 3
    (folder / "zenith.tif").unlink()
    assert prepared(folder).pixels[0].max() == before >= 140


def test_that_numbers_below_zero_are_spread_between_the_ends_of_the_set(tmp_path):
    made = prepared(write(tmp_path / "set", a=ramp(3000, np.int32, low=-1000), b=ramp(2900, np.int32, low=-1000)))
    assert made.pixels[0].min() <= 2
    assert made.pixels[0].max() >= 253
    assert 120 < made.pixels[0].mean() < 135


def test_that_the_range_can_be_chosen_and_comes_from_the_cache(tmp_path):
    folder = write(tmp_path / "set", a=ramp(600, np.uint16), b=ramp(610, np.uint16))
    chosen = Preparation(duplicates="keep", colour="grey", white=65535)
    assert prepared(folder, chosen).pixels.max() <= 3
    assert prepared(folder).pixels.max() >= 140
    with PictureReader() as reader:
        assert reader.prepared(folder / "a.tif", chosen, 64).max() <= 3
        assert np.asarray(reader.whole(folder / "a.tif", Range(0, 65535)).pictures[0]).max() <= 3


def test_that_fractions_and_whole_numbers_in_one_set_have_ranges_of_their_own():
    depths = [depth_of(ramp(1, np.float32)), None, depth_of(ramp(4000, np.uint16)), depth_of(ramp(9, np.uint16), 1023)]
    assert ranges_of(depths) == [Range(0, 1), None, Range(0, 4095), Range(0, 1023)]
    assert ranges_of(depths, Range(10, 20)) == [Range(10, 20), None, Range(10, 20), Range(10, 20)]


@pytest.mark.parametrize(
    ("top", "white"),
    [(0, 255), (200, 255), (256, 511), (1000, 1023), (4095, 4095), (4096, 8191), (60000, 65535), (70000, 70000)],
)
def test_that_whole_numbers_end_at_a_power_of_two(top, white):
    (scale,) = ranges_of([depth_of(ramp(top, np.int32))], AUTO)
    assert scale == (0, white)


@pytest.mark.parametrize(("top", "white"), [(0, 1), (0.3, 1), (1, 1), (1.4, 2), (200, 255), (70, 128), (65535, 65535)])
def test_that_fractions_end_at_one_or_a_power_of_two(top, white):
    assert ranges_of([depth_of(ramp(top, np.float32))]) == [Range(0, white)]


def test_that_what_is_no_number_decides_nothing():
    numbers = ramp(1, np.float32)
    numbers[:40] = np.nan
    numbers[40:42] = np.inf
    assert ranges_of([depth_of(numbers)]) == [Range(0, 1)]
    assert ranges_of([depth_of(np.full((8, 8), np.nan, np.float32))]) == [Range(0, 1)]
