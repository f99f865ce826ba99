"""Decoding one picture: fit, orientation, bit depths, alpha and colours, and the reasons for what is refused."""

import io
import os
import struct
import threading
import zlib

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.images.decode import FORMATS, MOST_PIXELS, Unusable, decode, prepare_image, whole_picture
from ganstudio.core.run import Preparation

PLAIN = Preparation()
GREY = Preparation(colour="grey")


def saved(image: Image.Image, kind: str = "PNG", **known) -> io.BytesIO:
    file = io.BytesIO()
    image.save(file, kind, **known)
    file.seek(0)
    return file


def ramp(low: float, high: float, dtype: type) -> np.ndarray:
    return np.linspace(low, high, 64 * 64).reshape(64, 64).astype(dtype)


def reason(file, preparation: Preparation = PLAIN) -> str:
    with pytest.raises(Unusable) as caught:
        prepare_image(file, preparation, 32)
    return str(caught.value)


def quarters(width: int = 64, height: int = 48) -> Image.Image:
    """Red, green / blue, white."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("lime", (width // 2, 0, width, height // 2))
    image.paste("blue", (0, height // 2, width // 2, height))
    image.paste("white", (width // 2, height // 2, width, height))
    return image


def corners(pixels: np.ndarray) -> list[tuple[int, ...]]:
    side = len(pixels)
    low, high = side // 6, side - 1 - side // 6
    return [tuple(int(v) for v in pixels[y, x]) for y in (low, high) for x in (low, high)]


RED, LIME, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def test_that_a_picture_becomes_a_square_of_bytes():
    pixels = prepare_image(saved(quarters()), PLAIN, 32)
    assert pixels.shape == (32, 32, 3)
    assert pixels.dtype == np.uint8
    assert corners(pixels) == [RED, LIME, BLUE, WHITE]
    assert prepare_image(saved(quarters()), GREY, 32).shape == (32, 32, 1)


def test_that_a_crop_is_centred():
    image = Image.new("RGB", (96, 32), "red")
    image.paste("lime", (32, 0, 64, 32))
    assert (prepare_image(saved(image), PLAIN, 32)[:, 2:-2] == LIME).all()


def test_that_padding_keeps_all_and_adds_the_background():
    image = Image.new("RGB", (64, 32), "lime")
    pixels = prepare_image(saved(image), Preparation(fit="pad", background="#102030"), 32)
    assert (pixels[:8] == (16, 32, 48)).all()
    assert (pixels[24:] == (16, 32, 48)).all()
    assert (pixels[9:23] == LIME).all()


def test_that_stretching_keeps_all_and_adds_nothing():
    assert corners(prepare_image(saved(quarters(90, 30)), Preparation(fit="stretch"), 32)) == [RED, LIME, BLUE, WHITE]


@pytest.mark.parametrize("fit", ["crop", "pad", "stretch"])
@pytest.mark.parametrize("size", [(2000, 1500), (1500, 2000), (901, 640), (33, 32), (20, 40)])
def test_that_jpeg_drafts_show_the_same_part_of_the_picture(fit, size):
    image = quarters(*size)
    preparation = Preparation(fit=fit)
    drafted = prepare_image(saved(image, "JPEG", quality=95, subsampling=0), preparation, 32).astype(int)
    exact = prepare_image(saved(image), preparation, 32).astype(int)
    assert np.abs(drafted - exact).mean() < 4


UNDO = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera held so stores an upright picture."""


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "TIFF", "PNG"])
def test_that_pictures_are_turned_upright(orientation, kind):
    upright = quarters(48, 48)
    undo = UNDO.get(orientation)
    stored = upright if undo is None else upright.transpose(undo)
    exif = Image.Exif()
    exif[0x0112] = orientation
    pixels = prepare_image(saved(stored, kind, exif=exif), PLAIN, 32)
    for seen, wanted in zip(corners(pixels), [RED, LIME, BLUE, WHITE], strict=True):
        assert np.abs(np.subtract(seen, wanted)).max() < 40


XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>'
)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_of_16_bits(pixels: np.ndarray) -> bytes:
    rows = b"".join(b"\0" + (row.astype(">u2") * 257).tobytes() for row in pixels)
    head = struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], 16, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def lying_on_its_side() -> dict[str, bytes]:
    """The quarters, stored turned, in files that say so in all the places where that can be said."""
    stored = quarters(48, 64).transpose(UNDO[6])
    exif = Image.Exif()
    exif[0x0112] = 6
    raw = exif.tobytes()
    listed = zlib.compress(b"\nexif\n%8d\n" % len(raw) + raw.hex().encode())
    chunks = {
        "eXIf": chunk(b"eXIf", raw[6:]),
        "XMP": chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
        "zTXt": chunk(b"zTXt", b"Raw profile type exif\0\0" + listed),
    }
    plain = saved(stored).getvalue()
    files = {f"PNG, {name} first": plain[:33] + said + plain[33:] for name, said in chunks.items()}
    files |= {f"PNG, {name} behind": plain[:-12] + said + plain[-12:] for name, said in chunks.items()}
    for kind in ("JPEG", "WEBP", "AVIF"):
        files[f"{kind}, EXIF"] = saved(stored, kind, exif=raw).getvalue()
        files[f"{kind}, XMP"] = saved(stored, kind, xmp=XMP).getvalue()
    deep = png_of_16_bits(np.asarray(stored))
    files["PNG of 16 bits, eXIf first"] = deep[:33] + chunks["eXIf"] + deep[33:]
    files |= {f"PNG of 16 bits, {name} behind": deep[:-12] + said + deep[-12:] for name, said in chunks.items()}
    files["TIFF, its tag"] = saved(stored, "TIFF", tiffinfo={274: 6}).getvalue()
    files["TIFF, XMP"] = saved(stored, "TIFF", tiffinfo={700: XMP}).getvalue()
    return files


@pytest.mark.parametrize("name", lying_on_its_side())
def test_that_training_and_using_turn_a_picture_alike(name):
    content = lying_on_its_side()[name]
    decoded = decode(io.BytesIO(content), Preparation(fit="stretch"), 32)
    used = whole_picture(io.BytesIO(content)).pictures[0]
    assert (decoded.width, decoded.height) == used.size == (48, 64)
    for pixels in (decoded.pixels, np.asarray(used.convert("RGB").resize((32, 32)))):
        for seen, wanted in zip(corners(pixels), [RED, LIME, BLUE, WHITE], strict=True):
            assert np.abs(np.subtract(seen, wanted)).max() < 40


def test_that_the_size_reported_is_the_one_that_is_seen():
    exif = Image.Exif()
    exif[0x0112] = 6
    decoded = decode(saved(Image.new("RGB", (64, 32)), "JPEG", exif=exif), PLAIN, 16)
    assert (decoded.width, decoded.height) == (32, 64)


def test_that_16_bits_become_8_without_clipping():
    pixels = prepare_image(saved(Image.fromarray(ramp(0, 65535, np.uint16))), GREY, 64)
    assert abs(pixels.mean() - 127.5) < 1
    assert pixels.min() == 0
    assert pixels.max() == 255


@pytest.mark.parametrize(
    ("low", "high", "dtype", "mean"),
    [
        (0, 1, np.float32, 127.5),
        (0, 200, np.float32, 100),
        (0, 65535, np.float32, 127.5),
        (-3, 9, np.float32, 127.5),
        (0, 250, np.int32, 125),
        (0, 65535, np.int32, 127.5),
        (-(10**6), 10**6, np.int32, 127.5),
    ],
)
def test_that_whole_numbers_and_floats_are_scaled_by_their_range(low, high, dtype, mean):
    pixels = prepare_image(saved(Image.fromarray(ramp(low, high, dtype)), "TIFF"), GREY, 64)
    assert abs(pixels.mean() - mean) < 1


def test_that_not_a_number_is_black():
    values = ramp(0, 1, np.float32)
    values[:32] = np.nan
    pixels = prepare_image(saved(Image.fromarray(values), "TIFF"), GREY, 64)
    assert pixels[:28].max() == 0
    assert pixels[40:].min() > 100


def test_that_transparency_shows_the_background():
    image = Image.new("RGBA", (32, 32), (255, 0, 0, 0))
    image.paste((0, 0, 255, 255), (0, 0, 32, 16))
    pixels = prepare_image(saved(image), Preparation(background="#00ff00"), 32)
    assert corners(pixels) == [BLUE, BLUE, LIME, LIME]
    half = Image.new("RGBA", (32, 32), (255, 0, 0, 128))
    assert np.abs(prepare_image(saved(half), PLAIN, 32)[0, 0].astype(int) - (255, 127, 127)).max() <= 1


@pytest.mark.parametrize("mode", ["P", "L", "LA", "1", "PA", "RGB", "I;16"])
def test_that_every_mode_comes_out_as_asked(mode):
    source = quarters().convert("L" if mode == "I;16" else "RGBA" if mode == "PA" else "RGB").convert(mode)
    for preparation, channels in ((PLAIN, 3), (GREY, 1)):
        kind = "TIFF" if mode == "PA" else "PNG"
        assert prepare_image(saved(source, kind), preparation, 16).shape == (16, 16, channels)


def test_that_a_transparent_palette_entry_shows_the_background():
    image = Image.new("P", (32, 32), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.paste(1, (0, 0, 16, 32))
    pixels = prepare_image(saved(image, transparency=0), Preparation(background="#00ff00"), 32)
    assert corners(pixels) == [BLUE, LIME, BLUE, LIME]


def test_that_cmyk_has_its_colours():
    image = quarters().convert("CMYK")
    pixels = prepare_image(saved(image, "TIFF"), PLAIN, 32)
    assert corners(pixels) == [RED, LIME, BLUE, WHITE]


def test_that_lab_has_its_colours():
    image = Image.new("LAB", (32, 32), (136, 209, 198))  # sRGB red is L 53, a 80, b 67
    red, green, blue = (int(v) for v in prepare_image(saved(image, "TIFF"), PLAIN, 32)[16, 16])
    assert red > 240
    assert green < 40
    assert blue < 40


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_that_the_first_picture_of_an_animation_is_taken(kind):
    file = io.BytesIO()
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue")]
    frames[0].save(
        file, kind, save_all=True, append_images=frames[1:], **({"lossless": True} if kind == "WEBP" else {})
    )
    file.seek(0)
    assert corners(prepare_image(file, PLAIN, 32))[0] == RED


@pytest.mark.parametrize("mode", ["RGBA", "P", "I;16"])
def test_that_large_pictures_are_converted_in_strips_with_the_same_result(mode, monkeypatch):
    noise = np.random.default_rng(0).integers(0, 256, (30, 40, 3), dtype=np.uint8)
    image = Image.fromarray(noise).resize((500, 371), Image.Resampling.BICUBIC)
    image = image.convert("L").convert("I;16") if mode == "I;16" else image.convert(mode)
    whole = prepare_image(saved(image), PLAIN, 32).astype(int)
    monkeypatch.setattr("ganstudio.core.images.eightbit.STRIP_PIXELS", 20_000)
    strips = prepare_image(saved(image), PLAIN, 32).astype(int)
    assert np.abs(whole - strips).mean() < 3


def png_of(width: int, height: int) -> bytes:
    """A PNG that announces this size and then ends: a few bytes."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000)))


def test_that_a_gigantic_picture_costs_nothing():
    assert reason(io.BytesIO(png_of(9_000, 9_000))).startswith("too large: 9000 x 9000 px")
    assert reason(io.BytesIO(png_of(30_000, 30_000))).startswith("too large")
    assert MOST_PIXELS < 30_000**2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "truncated: the file is empty"),
        (b"hello", "not an image"),
        (b"%PDF-1.4", "not an image: a PDF document"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "not an image: a PostScript drawing"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not an image: an SVG drawing"),
        (b"<!doctype html>", "not an image: a web page"),
        (b"version https://git-lfs.github.com/spec/v1\n", "not an image: a Git LFS pointer"),
        (b"\x89PNG\r\n\x1a\n", "unreadable: the file is damaged"),
    ],
)
def test_that_what_is_no_picture_is_named(content, said):
    assert reason(io.BytesIO(content)).startswith(said)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"])
def test_that_a_file_cut_short_is_refused_wherever_it_is_cut(kind):
    rng = np.random.default_rng(1)
    content = saved(Image.fromarray(rng.integers(0, 256, (48, 48, 3), dtype=np.uint8)), kind).getvalue()
    for share in (0.02, 0.1, 0.3, 0.6, 0.8):
        assert reason(io.BytesIO(content[: int(share * len(content))]))


KINDS = (
    "PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "JPEG2000", "ICO", "ICNS", "QOI", "DDS", "SGI", "SPIDER",
)  # fmt: skip


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind in FORMATS])
def test_that_a_picture_with_damaged_bytes_is_never_of_an_unknown_kind(kind):
    """Or else it is read: QOI takes any bytes."""
    content = saved(quarters(64, 64), kind).getvalue()
    for kept in (16, 40, 60):
        assert outcome(io.BytesIO(content[:kept] + bytes(range(1, 256)) * 8)) != "not an image"


def test_that_what_is_too_large_to_begin_with_is_not_called_damaged():
    """The decoders of WebP and AVIF give up when they are opened."""
    plain, clear = Image.new("RGB", (16, 16), RED), Image.new("RGBA", (16, 16), (0, 0, 0, 0))
    vp8, vp8l, vp8x = (bytearray(saved(image, "WEBP", **known).getvalue())
                       for image, known in ((plain, {}), (plain, {"lossless": True}), (clear, {})))  # fmt: skip
    struct.pack_into("<HH", vp8, 26, 16383, 16383)
    struct.pack_into("<I", vp8l, 21, 16382 | 16382 << 14)
    vp8x[24:30] = (16382).to_bytes(3, "little") * 2
    avif = bytearray(saved(quarters(64, 64), "AVIF").getvalue())
    struct.pack_into(">II", avif, avif.index(b"ispe") + 8, 60000, 60000)
    for content in (vp8, vp8l, vp8x, avif):
        assert reason(io.BytesIO(bytes(content))).startswith("too large: ")


def test_that_small_pictures_are_refused_with_their_size():
    assert reason(saved(Image.new("RGB", (1, 1)))) == "too small: 1 x 1 px, the smallest side that is used is 8 px"
    assert reason(saved(Image.new("RGB", (40, 30))), Preparation(smallest=32)).startswith("too small: 40 x 30 px")


def test_that_a_suffix_may_lie(tmp_path):
    path = tmp_path / "really.txt"
    path.write_bytes(saved(quarters(), "WEBP", lossless=True).getvalue())
    assert corners(prepare_image(path, PLAIN, 32)) == [RED, LIME, BLUE, WHITE]


def test_that_a_pipe_under_a_pictures_name_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "x.png")
    asking = threading.Thread(target=lambda: reason(tmp_path / "x.png"), daemon=True)
    asking.start()
    asking.join(5)
    assert not asking.is_alive()


def test_that_a_missing_file_and_a_folder_have_reasons(tmp_path):
    assert "vanished" in reason(tmp_path / "none.png")
    assert reason(tmp_path).startswith("unreadable")


def outcome(file: io.BytesIO) -> str:
    try:
        assert prepare_image(file, PLAIN, 16).shape == (16, 16, 3)
    except Unusable as said:
        return str(said).split(":")[0].split(",")[0]
    return "used"


def test_that_flipped_bits_never_raise_anything_else():
    rng = np.random.default_rng(2)
    outcomes = set()
    for kind in ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP"):
        content = bytearray(saved(quarters(40, 40), kind).getvalue())
        for _ in range(40):
            damaged = bytearray(content)
            for place in rng.integers(0, len(content), 3):
                damaged[place] ^= 1 << int(rng.integers(8))
            outcomes.add(outcome(io.BytesIO(bytes(damaged))))
    assert outcomes <= {"used", "unreadable", "truncated", "too large", "too small", "not an image"}
    assert len(outcomes) > 2
