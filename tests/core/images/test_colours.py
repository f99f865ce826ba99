"""Pictures look as they were seen: the same scene in many colour spaces and files becomes the same sRGB."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, features

from ganstudio.core.images.cache import prepare
from ganstudio.core.images.colour_profiles import conversion, matrix_profile
from ganstudio.core.images.decode import Unusable, decode, prepare_image, whole_picture
from ganstudio.core.images.isolated_reader import PictureReader
from ganstudio.core.run import Preparation

PLAIN = Preparation(duplicates="keep")
SRGB = (0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
P3 = (0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060)
WIDE = (0.3127, 0.3290, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046)
ADOBE = (0.3127, 0.3290, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06)
COLOURS = ((220, 40, 40), (40, 180, 60), (240, 150, 40), (120, 120, 120))
"""Inside all three gamuts."""


def matrix(points: tuple[float, ...]) -> np.ndarray:
    """RGB to XYZ, both as light, from x and y of white, red, green and blue."""
    white, *primaries = [np.array([x / y, 1, (1 - x - y) / y]) for x, y in zip(points[::2], points[1::2], strict=True)]
    columns = np.array(primaries).T
    return columns * np.linalg.solve(columns, white)


def encoded(points: tuple[float, ...], gamma: float | None) -> np.ndarray:
    """The scene as a camera of this colour space stores it, (64, 64, 3) uint8."""
    return as_stored(np.array(COLOURS), points, gamma).reshape(2, 2, 3).repeat(32, 0).repeat(32, 1)


def as_stored(pixels: np.ndarray, points: tuple[float, ...], gamma: float | None) -> np.ndarray:
    """sRGB pixels (..., 3) in another colour space, uint8; computed here without any profile."""
    value = pixels / 255
    light = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    light = light @ matrix(SRGB).T @ np.linalg.inv(matrix(points)).T
    curve = 1.055 * np.clip(light, 0.0031308, 1) ** (1 / 2.4) - 0.055
    stored = np.where(light <= 0.0031308, light * 12.92, curve) if gamma is None else light.clip(0, 1) ** (1 / gamma)
    return np.rint(255 * stored).astype(np.uint8)


def looks_right(pixels: np.ndarray, within: int = 2) -> bool:
    side = len(pixels)
    seen = pixels[side // 4 :: side // 2, side // 4 :: side // 2].reshape(4, -1).astype(int)
    return bool(np.abs(seen[:, :3] - COLOURS).max() <= within)


def saved(image: Image.Image, kind: str = "PNG", **known) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **known)
    return file.getvalue()


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_with(pixels: np.ndarray, *chunks: bytes) -> bytes:
    plain = saved(Image.fromarray(pixels))
    return plain[:33] + b"".join(chunks) + plain[33:]


def chromaticities(points: tuple[float, ...], gamma: float) -> bytes:
    body = struct.pack(">8I", *(round(100_000 * point) for point in points))
    return chunk(b"cHRM", body) + chunk(b"gAMA", struct.pack(">I", round(100_000 / gamma)))


def avif_of_p3() -> bytes:
    """An AVIF without a profile whose nclx box says Display P3."""
    content = saved(Image.fromarray(encoded(P3, None)), "AVIF", quality=100, subsampling="4:4:4")
    at = content.index(b"colrnclx") + 8
    return content[:at] + struct.pack(">HH", 12, 13) + content[at + 4 :]


def camera_jpeg() -> bytes:
    """A JPEG as cameras write it in Adobe RGB: no profile, the mark R03 in the EXIF data."""
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 0xFFFF
    exif.get_ifd(0xA005)[1] = "R03"
    interoperability = exif.get_ifd(0xA005)
    exif.get_ifd(0x8769)[0xA005] = dict(interoperability)
    return saved(Image.fromarray(encoded(ADOBE, 563 / 256)), "JPEG", quality=100, subsampling=0, exif=exif)


def with_profile(kind: str, **known) -> bytes:
    return saved(Image.fromarray(encoded(P3, None)), kind, icc_profile=matrix_profile(P3, None), **known)


def transparent() -> bytes:
    image = Image.fromarray(encoded(ADOBE, 2.2)).convert("RGBA")
    return saved(image, icc_profile=matrix_profile(ADOBE, 2.2))


def palette() -> bytes:
    image = Image.fromarray(encoded(P3, 2.2)).quantize(16, dither=Image.Dither.NONE)
    return saved(image, icc_profile=matrix_profile(P3, 2.2))


def wide_profile() -> bytes:
    """BT.2020 with the curve of sRGB as phones write it: version 4, a curve by its parameters (ICC.1:2022, 10.18), a
    name in UTF-16, and how white was adapted."""
    d50 = np.array([0.9642, 1.0, 0.8249])
    bradford = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    white = np.array([WIDE[0] / WIDE[1], 1, (1 - WIDE[0] - WIDE[1]) / WIDE[1]])
    adapted = np.linalg.inv(bradford) @ np.diag((bradford @ d50) / (bradford @ white)) @ bradford

    def fixed(values) -> bytes:
        return struct.pack(f">{len(values)}i", *(round(float(value) * 65536) for value in values))

    name = "Wide phone".encode("utf-16-be")
    curve = b"para\0\0\0\0\0\3\0\0" + fixed([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])
    tags = {b"desc": b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(name), 28) + name}
    tags |= {b"wtpt": b"XYZ \0\0\0\0" + fixed(d50), b"chad": b"sf32\0\0\0\0" + fixed(adapted.ravel())}
    columns = (adapted @ matrix(WIDE)).T
    tags |= {
        kind + b"XYZ": b"XYZ \0\0\0\0" + fixed(column) for kind, column in zip((b"r", b"g", b"b"), columns, strict=True)
    }
    tags |= {kind + b"TRC": curve for kind in (b"r", b"g", b"b")}
    listed, body, start = b"", b"", 132 + 12 * len(tags)
    for tag, content in tags.items():
        listed += tag + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"none", 0x04300000, b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + fixed(d50)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + listed + body


FILES: dict[str, Callable[[], bytes]] = {
    "sRGB.png": lambda: saved(Image.fromarray(encoded(SRGB, None)), icc_profile=matrix_profile(SRGB, None)),
    "nothing-said.png": lambda: saved(Image.fromarray(encoded(SRGB, None))),
    "P3.png": lambda: with_profile("PNG"),
    "P3.jpg": lambda: with_profile("JPEG", quality=100, subsampling=0),
    "P3.webp": lambda: with_profile("WEBP", lossless=True),
    "P3.tif": lambda: with_profile("TIFF"),
    "P3.avif": lambda: with_profile("AVIF", quality=100, subsampling="4:4:4"),
    "Adobe-alpha.png": transparent,
    "P3-palette.png": palette,
    "P3-cicp.png": lambda: png_with(encoded(P3, None), chunk(b"cICP", bytes((12, 13, 0, 1)))),
    "Adobe-chrm.png": lambda: png_with(encoded(ADOBE, 2.2), chromaticities(ADOBE, 2.2)),
    "gamma-1.png": lambda: png_with(encoded(SRGB, 1.0), chromaticities(SRGB, 1.0)),
    "P3-nclx.avif": avif_of_p3,
    "wide-version-4.png": lambda: saved(Image.fromarray(encoded(WIDE, None)), icc_profile=wide_profile()),
    "Adobe-camera.jpg": camera_jpeg,
}


@pytest.fixture(params=FILES)
def picture(request, tmp_path: Path) -> Path:
    path = tmp_path / request.param
    path.write_bytes(FILES[request.param]())
    return path


def test_that_every_door_shows_the_picture_as_it_looks(picture, tmp_path):
    """The cache, one picture, the whole of it as it is translated, and the same in a process of its own."""
    # 8 bits of light have few levels for the dark, and AVIF rounds brightness and colour apart
    near = 6 if picture.name == "gamma-1.png" or picture.suffix == ".avif" else 2
    assert looks_right(prepare_image(picture, PLAIN, 32), near)
    assert looks_right(np.asarray(whole_picture(picture).pictures[0]), near)
    with PictureReader() as reader:
        assert looks_right(np.asarray(reader.whole(picture).pictures[0]), near)
        assert looks_right(reader.prepared(picture, PLAIN, 32), near)
    prepared = prepare([picture.parent], PLAIN, 32, cache_dir=tmp_path / "cache", workers=1)
    assert looks_right(prepared.pixels[0], near)
    turned = any("into sRGB" in sentence for sentence in prepared.report.advice)
    assert turned == (picture.name not in {"sRGB.png", "nothing-said.png"})


@pytest.mark.parametrize("size", [(64, 64), (4000, 3000)])
def test_that_colours_turn_alike_in_grey_and_in_large_pictures(size):
    image = Image.fromarray(encoded(P3, 2.2)).resize(size, Image.Resampling.NEAREST)
    profile = matrix_profile(P3, 2.2)
    for kind in ("PNG", "JPEG"):
        content = saved(image, kind, icc_profile=profile, **({"quality": 95} if kind == "JPEG" else {}))
        assert looks_right(prepare_image(io.BytesIO(content), PLAIN, 32), 3)
        grey = prepare_image(io.BytesIO(content), Preparation(colour="grey"), 32)[8::16, 8::16].ravel().astype(int)
        wanted = [np.dot(colour, (0.299, 0.587, 0.114)) for colour in COLOURS]
        assert np.abs(grey - wanted).max() <= 4


def test_that_grey_pictures_with_a_curve_of_their_own_become_the_grey_that_was_seen():
    """A grey picture may bring a profile of one curve, or one of three colours."""
    linear = matrix_profile(SRGB, 1.0)
    seen = np.asarray(whole_picture(io.BytesIO(saved(Image.new("L", (16, 16), 55), icc_profile=linear))).pictures[0])
    assert seen.shape == (16, 16)
    assert abs(int(seen[0, 0]) - 128) <= 2  # 55 of 255 as light is 128 as seen


@pytest.mark.parametrize("seed", range(40))
def test_that_a_damaged_profile_is_as_good_as_none(seed):
    draw = np.random.default_rng(seed)
    profile = bytearray(matrix_profile(P3, 2.2)[: int(draw.integers(1, 600))])
    for _ in range(8):
        profile[int(draw.integers(len(profile)))] = int(draw.integers(256))
    content = saved(Image.fromarray(encoded(SRGB, None)), icc_profile=bytes(profile))
    assert prepare_image(io.BytesIO(content), PLAIN, 16).shape == (16, 16, 3)


def test_that_a_profile_for_another_mode_is_left_alone():
    image = Image.fromarray(encoded(SRGB, None))
    image.info["icc_profile"] = matrix_profile(P3, 2.2)
    assert conversion(image)
    image = image.convert("CMYK")
    image.info["icc_profile"] = matrix_profile(P3, 2.2)
    assert conversion(image) is None


# Light above white ----------------------------------------------------------------------------------------------------


def grey_png(level: float, transfer: int, bits: int) -> bytes:
    """16 x 16 px of one grey, in BT.2020 with a transfer of H.273."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return len(content).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    pixel = round(level * (2**bits - 1)).to_bytes(bits // 8, "big") * 3
    head = (16).to_bytes(4, "big") * 2 + bytes((bits, 2, 0, 0, 0))
    rows = zlib.compress((b"\0" + pixel * 16) * 16)
    parts = chunk(b"IHDR", head) + chunk(b"cICP", bytes((9, transfer, 0, 1))) + chunk(b"IDAT", rows)
    return b"\x89PNG\r\n\x1a\n" + parts + chunk(b"IEND", b"")


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize(
    ("transfer", "level", "seen"),
    [(16, 0.5081, 186), (16, 0.5807, 242), (16, 0.7518, 255), (18, 0.75, 242), (18, 0.5, 137), (16, 0.0, 0)],
    ids=["PQ 100 nits", "PQ white", "PQ 1,000 nits", "HLG white", "HLG half", "PQ black"],
)
def test_that_pictures_with_light_above_white_are_made_to_fit(transfer, level, seen, bits):
    """100 nits are half of white's light, 186 of 255 in sRGB; white is near 255, and the brightest is not cut off."""
    decoded = decode(io.BytesIO(grey_png(level, transfer, bits)), Preparation(), 16)
    assert decoded.colours == {16: "HDR (PQ)", 18: "HDR (HLG)"}[transfer]
    assert np.abs(decoded.pixels.astype(int) - seen).max() <= 3


@pytest.mark.skipif(not features.check("avif"), reason="Pillow without AVIF")
def test_that_an_avif_says_its_light_likewise():
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), (148, 148, 148)).save(buffer, "AVIF", quality=95)
    content = buffer.getvalue()
    at = content.index(b"colrnclx") + 8
    content = content[:at] + bytes((0, 9, 0, 16)) + content[at + 4 :]
    decoded = decode(io.BytesIO(content), Preparation(), 16)
    assert decoded.colours == "HDR (PQ)"
    assert np.abs(decoded.pixels.astype(int) - 242).max() <= 4


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 8 +X 8\n" + bytes(256), "a Radiance HDR picture: save it as TIFF"),
     (b"v/1\x01\x02\0\0\0" + bytes(200), "an OpenEXR picture: save it as TIFF")],
    ids=["hdr", "exr"],
)  # fmt: skip
def test_that_other_hdr_pictures_are_named_with_the_way_out(content, said):
    with pytest.raises(Unusable, match=said):
        decode(io.BytesIO(content), Preparation(), 16)


# 10 bits of phones ----------------------------------------------------------------------------------------------------


def heic(pixels: np.ndarray, **known) -> io.BytesIO:
    """Numbers of 255, (64, 64, 3), as a HEIC of 10 bits."""
    pillow_heif = pytest.importorskip("pillow_heif", reason="the extra 'heif' is not here")
    deep = np.rint(pixels * (1023 / 255)).astype("<u2") * 64
    file = io.BytesIO()
    pillow_heif.from_bytes(mode="RGB;16", size=(64, 64), data=deep.tobytes()).save(
        file, quality=-1, chroma=444, bit_depth=10, **known
    )
    assert b"heix" in file.getvalue()[:32]
    return file


NCLX = {"matrix_coefficients": 6, "full_range_flag": 1}


@pytest.mark.parametrize(
    ("points", "known", "said"),
    [
        (SRGB, {}, ""),
        (P3, {"icc_profile": matrix_profile(P3, None)}, "primaries"),
        (P3, NCLX | {"color_primaries": 12, "transfer_characteristics": 13}, "Display P3"),
    ],
    ids=["sRGB", "P3 by its profile", "P3 by its numbers"],
)
def test_that_a_heic_of_10_bits_looks_as_it_does_on_the_phone(points, known, said):
    file = heic(encoded(points, None), **known)
    decoded = decode(file, PLAIN, 32)
    assert decoded.colours == said
    assert looks_right(decoded.pixels)
    assert looks_right(np.asarray(whole_picture(file).pictures[0]))


@pytest.mark.parametrize(("level", "seen"), [(0.5081, 186), (0.5807, 242), (0.7518, 255)])
def test_that_a_heic_with_light_above_white_is_made_to_fit(level, seen):
    known = {"color_primaries": 9, "transfer_characteristics": 16, "matrix_coefficients": 9, "full_range_flag": 1}
    decoded = decode(heic(np.full((64, 64, 3), level * 255), **known), PLAIN, 16)
    assert decoded.colours == "HDR (PQ)"
    assert np.abs(decoded.pixels.astype(int) - seen).max() <= 3
