"""Pictures of four inks look as their press would print them: JPEG and TIFF, 8 and 16 bits, by the embedded profile."""

import io
import struct
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from ganstudio.core.images.cache import prepare
from ganstudio.core.images.decode import prepare_image, whole_picture
from ganstudio.core.images.isolated_reader import PictureReader
from ganstudio.core.run import Preparation

PLAIN = Preparation(duplicates="keep")
INKS = np.array([[0.0, 0.55, 0.85], [0.85, 0.0, 0.5], [0.98, 0.92, 0.05], [0.14, 0.12, 0.13]])
"""Of the light, red, green and blue, what a full layer of cyan, magenta, yellow and black lets through."""
D50 = np.array([0.9642, 1.0, 0.8249])
SRGB_TO_XYZ = np.array([[0.4361, 0.3851, 0.1431], [0.2225, 0.7169, 0.0606], [0.0139, 0.0971, 0.7142]])
GRID = 9


def lab(light: np.ndarray) -> np.ndarray:
    """CIE L*a*b* of linear sRGB light, (N, 3)."""
    ratio = light @ SRGB_TO_XYZ.T / D50
    root = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.stack([116 * root[:, 1] - 16, 500 * (root[:, 0] - root[:, 1]), 200 * (root[:, 1] - root[:, 2])], axis=1)


@cache
def press() -> bytes:
    """An ICC profile (version 2) of a press with these inks: a table of GRID^4 colours (ICC.1:2001-04, 6.5.7)."""
    steps = np.linspace(0, 1, GRID)
    inks = np.stack(np.meshgrid(*[steps] * 4, indexing="ij"), axis=-1).reshape(-1, 4, 1)
    colours = lab((1 - inks * (1 - INKS)).prod(axis=1))
    table = np.rint(np.clip(colours * (652.8, 256, 256) + (0, 32768, 32768), 0, 65535)).astype(">u2").tobytes()
    line = np.array([0, 65535], ">u2").tobytes()
    same = struct.pack(">9i", *np.eye(3, dtype=int).ravel() * 65536)
    lut = b"mft2\0\0\0\0" + bytes((4, 3, GRID, 0)) + same + struct.pack(">HH", 2, 2) + line * 4 + table + line * 3
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", *np.rint(D50 * 65536).astype(int))
    name = b"desc\0\0\0\0" + struct.pack(">I", 6) + b"press\0" + bytes(78)
    return packed({b"desc": name, b"wtpt": white, b"A2B0": lut}, white[8:])


def packed(tags: dict[bytes, bytes], white: bytes) -> bytes:
    listed, body, start = b"", b"", 132 + 12 * len(tags)
    for tag, content in tags.items():
        listed += tag + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"none", 0x02200000, b"prtr", b"CMYK", b"Lab ")
    head += bytes(12) + b"acsp" + bytes(28) + white
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + listed + body


def inks(side: int = 64) -> Image.Image:
    """Four fields of mixed inks."""
    fields = np.random.default_rng(0).integers(0, 256, (2, 2, 4), dtype=np.uint8)
    return Image.frombytes("CMYK", (side, side), fields.repeat(side // 2, 0).repeat(side // 2, 1).tobytes())


def saved(image: Image.Image, kind: str, **known) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **known)
    return file.getvalue()


def tiff_of_16_bits(image: Image.Image, profile: bytes) -> bytes:
    pixels = (np.asarray(image).astype("<u2") * 257).tobytes()
    wide, high = image.size
    at = 8 + len(pixels)
    plain = [(256, wide), (257, high), (259, 1), (262, 5), (273, 8), (277, 4), (278, high), (279, len(pixels))]
    end = at + 2 + 12 * (len(plain) + 2) + 4
    rows = [(tag, 4, 1, value) for tag, value in plain] + [(258, 3, 4, end), (34675, 7, len(profile), end + 8)]
    table = b"".join(struct.pack("<HHII", *row) for row in sorted(rows))
    head = struct.pack("<2sHI", b"II", 42, at)
    return head + pixels + struct.pack("<H", len(rows)) + table + bytes(4) + struct.pack("<4H", *[16] * 4) + profile


FILES: dict[str, Callable[[Image.Image, bytes], bytes]] = {
    "plain.jpg": lambda image, profile: saved(image, "JPEG", quality=100, subsampling=0, icc_profile=profile),
    "large.jpg": lambda image, profile: saved(
        image.resize((1024, 1024), Image.Resampling.NEAREST), "JPEG", quality=100, subsampling=0, icc_profile=profile
    ),
    "plain.tif": lambda image, profile: saved(image, "TIFF", icc_profile=profile),
    "packed.tif": lambda image, profile: saved(image, "TIFF", compression="tiff_lzw", icc_profile=profile),
    "large.tif": lambda image, profile: saved(
        image.resize((2400, 2400), Image.Resampling.NEAREST), "TIFF", compression="tiff_lzw", icc_profile=profile
    ),
    "deep.tif": tiff_of_16_bits,
}


def fields(pixels: np.ndarray) -> np.ndarray:
    side = len(pixels)
    return pixels[side // 4 :: side // 2, side // 4 :: side // 2].reshape(4, 3).astype(int)


@pytest.mark.parametrize("name", FILES)
def test_that_every_door_shows_inks_as_their_profile_says(name, tmp_path: Path):
    """Within 2 levels of what Pillow's ImageCms makes of the same numbers."""
    image = inks()
    known = ImageCms.ImageCmsProfile(io.BytesIO(press()))
    turned = ImageCms.profileToProfile(image, known, ImageCms.createProfile("sRGB"), outputMode="RGB")
    wanted = fields(np.asarray(turned))
    assert (
        np.abs(fields(np.asarray(image.convert("RGB"))) - wanted).max() > 20
    )  # without the profile it is another picture
    path = tmp_path / "in" / name
    path.parent.mkdir()
    path.write_bytes(FILES[name](image, press()))
    made = prepare([path.parent], PLAIN, 32, cache_dir=tmp_path / "cache", workers=1)
    with PictureReader() as reader:
        seen = [
            made.pixels[0],
            prepare_image(path, PLAIN, 32),
            np.asarray(whole_picture(path).pictures[0]),
            np.asarray(whole_picture(path, keep_profile=True).pictures[0]),
            np.asarray(reader.whole(path).pictures[0]),
        ]
    assert max(np.abs(fields(pixels) - wanted).max() for pixels in seen) <= 2
    assert any("into sRGB" in sentence for sentence in made.report.advice)
