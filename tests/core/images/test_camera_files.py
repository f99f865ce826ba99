"""Cameras' raw files of every kind: told by their bytes, named, and left out alone."""

import struct
from pathlib import Path

import pytest
from PIL import Image

from ganstudio.core.images.cache import prepare
from ganstudio.core.images.decode import Unusable, prepare_image
from ganstudio.core.run import Preparation

CFA, RGB = 32803, 2


def tiff(maker: bytes = b"", order: str = "<", mark: bytes = b"", colours: int = RGB, inner: int = 0, packing: int = 1,
         **more: int) -> bytes:  # fmt: skip
    """A preview of 160 x 120 px, with a directory inside whose colours are `inner`, packed as `packing`.

    mark: what stands behind the head; more: further tags of the preview, as t50706=1.
    """

    def directory(entries: list[tuple[int, int]], text: int = 0) -> bytes:
        rows = sorted(
            [*((tag, 4, 1, value) for tag, value in entries), *([(271, 2, len(maker) + 1, text)] * bool(text))]
        )
        packed = b"".join(struct.pack(f"{order}HHII", *row) for row in rows)
        return struct.pack(f"{order}H", len(rows)) + packed + bytes(4)

    def page(width: int, height: int, kind: int) -> list[tuple[int, int]]:
        return [(254, 1), (256, width), (257, height), (258, 8), (262, kind), (273, 8), (277, 1), (279, 8)]

    sensor = directory([*page(6000, 4000, inner or CFA), (259, packing)])
    name = maker + b"\0"
    start = 16 + len(mark)
    begin = start + len(name) + len(name) % 2
    tags = [*page(160, 120, colours), *((int(tag[1:]), value) for tag, value in more.items())]
    tags += [(330, begin)] if inner or packing != 1 else []
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", begin + len(sensor))
    body = (mark + bytes(8)).ljust(start - 8, b"\0") + name + bytes(len(name) % 2) + sensor
    return head + body + directory(tags, start) + bytes(4096)


KINDS = {
    "a.cr2": tiff(b"Canon", mark=b"CR\2\0"),
    "a.nef": tiff(b"NIKON CORPORATION", ">", inner=CFA, packing=34713),
    "packed.nef": tiff(b"NIKON CORPORATION", ">", inner=1, packing=34713),
    "a.arw": tiff(b"SONY", inner=CFA, packing=32767),
    "a.dng": tiff(b"Google", t50706=0x401),
    "a.pef": tiff(b"PENTAX Corporation", ">", colours=CFA),
    "a.srw": tiff(b"SAMSUNG", inner=CFA, packing=32770),
    "a.3fr": tiff(b"Hasselblad", inner=CFA),
    "a.iiq": tiff(b"Phase One A/S", mark=b"IIIITwaR"),
    "a.dcr": tiff(b"EASTMAN KODAK COMPANY", ">", inner=CFA, packing=65000),
    "other.raw": tiff(b"Somebody", inner=CFA),
    "a.cr3": b"\0\0\0\x18ftypcrx \0\0\0\1crx isom" + bytes(100),
    "a.raf": b"FUJIFILMCCD-RAW 0201FF129502" + bytes(100),
    "a.orf": b"IIRO\x08\0\0\0" + bytes(100),
    "older.orf": b"IIRS\x08\0\0\0" + bytes(100),
    "lying.orf": b"MMOR\0\0\0\x08" + bytes(100),
    "a.rw2": b"IIU\0\x18\0\0\0" + bytes(100),
    "a.crw": b"II\x1a\0\0\0HEAPCCDR\2\0\1\0" + bytes(100),
    "a.x3f": b"FOVb\0\0\2\0" + bytes(100),
    "a.mrw": b"\0MRM\0\1\2\3" + bytes(100),
}


@pytest.fixture(scope="module")
def left_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("cameras")
    (folder / "in").mkdir()
    for name, content in KINDS.items():
        (folder / "in" / name).write_bytes(content)
    Image.new("RGB", (16, 16)).save(folder / "in" / "z.png")
    report = prepare([folder / "in"], Preparation(), 16, cache_dir=folder / "cache", workers=1).report
    return {left.name: left.reason for left in report.left_out}


@pytest.mark.parametrize("name", KINDS)
def test_that_a_raw_file_is_named_and_the_way_out_is_said(left_out: dict[str, str], name: str) -> None:
    kind = Path(name).suffix[1:]
    begin = f"not developed: a camera's raw file ({kind if kind == 'raw' else kind.upper()})"
    assert left_out[name].startswith(begin)
    assert left_out[name].endswith("; save it as JPEG or TIFF")


@pytest.mark.parametrize("name", KINDS)
def test_that_a_name_that_lies_changes_nothing(tmp_path: Path, left_out: dict[str, str], name: str) -> None:
    (tmp_path / "IMG_1.JPG").write_bytes(KINDS[name])
    with pytest.raises(Unusable) as caught:
        prepare_image(tmp_path / "IMG_1.JPG", Preparation(), 16)
    assert str(caught.value) == left_out[name]


def test_that_the_preview_is_told_where_there_is_one(left_out: dict[str, str]) -> None:
    assert "of which only a preview of 160 x 120 px could be read" in left_out["a.nef"]
    assert "preview" not in left_out["a.pef"]
    assert "preview" not in left_out["a.raf"]


def test_that_an_ordinary_tiff_of_a_camera_is_read(tmp_path: Path) -> None:
    """With a maker's name, and with a smaller copy inside, as scanners and microscopes write."""
    Image.new("RGB", (64, 64), "red").save(tmp_path / "a.tif", tiffinfo={271: "NIKON CORPORATION"})
    assert tuple(prepare_image(tmp_path / "a.tif", Preparation(), 16)[8, 8]) == (255, 0, 0)
