"""Colours as they are meant: what a file says of its own colours is turned into sRGB, which all else here speaks.

Asked in this order: a cICP chunk (PNG), the embedded ICC profile, an nclx box (AVIF, HEIF), the chromaticities that
PNG and TIFF can name, and the mark that cameras put into EXIF for Adobe RGB (DCF: interoperability index R03). A
profile that cannot be read, or is not one for the picture's mode, is as good as none: the numbers are taken for sRGB.
"""

import io
import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import IO, Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

Numbers = npt.NDArray[np.float64]

HEAD = 4096
"""Bytes from the beginning of a file in which a cICP chunk or an nclx box is looked for."""
CLOSE = 2
"""A profile that changes no colour by more than so many levels of 255 is sRGB under another name."""
_SPACES = {"RGB ": {"RGB", "RGBA", "L", "LA"}, "GRAY": {"L", "LA"}, "CMYK": {"CMYK"}}
"""Which modes a profile of each kind can be meant for."""
_PRIMARIES = {
    "sRGB": (0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06),
    "Display P3": (0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
    "Adobe RGB": (0.3127, 0.3290, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06),
    "BT.2020": (0.3127, 0.3290, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046),
}
"""x and y of white, red, green and blue."""
_NUMBERED = {1: "sRGB", 9: "BT.2020", 12: "Display P3"}
"""Primaries by their number in ITU-T H.273."""
_SAME_CURVE = {1, 6, 13, 14, 15}
"""Transfers of H.273 that are shown with the curve of sRGB."""
_HDR = {16: "HDR (PQ)", 18: "HDR (HLG)"}
"""Transfers of H.273 for pictures with light above white, which is made to fit below it."""
_WHITE = 203.0
"""Nits of what is white in such a picture (ITU-R BT.2408)."""
_PEAK = 1000.0
"""Nits of the brightest that HLG is meant to be shown with."""
_KNEE = 0.7
"""Of white: all that is darker stays as it is, what is brighter comes ever nearer to 1."""
_SRGB_GAMMA = 1 / 2.2


@dataclass(frozen=True)
class Conversion:
    """How the colours of a picture become those of sRGB."""

    name: str
    """What the colours are called, for a person."""
    profile: bytes

    def __call__(self, image: Image.Image) -> Image.Image:
        """L, LA, RGB or RGBA in sRGB, of a picture in one of these or in CMYK."""
        transform, source, target = _transform(self.profile, image.mode)
        plain = image if image.mode == source else image.convert(source)
        turned = ImageCms.applyTransform(plain, transform)
        assert turned is not None
        if target == image.mode or image.mode == "CMYK":
            return turned
        if image.mode == "L":  # grey stays grey: its three channels are the same
            return turned.getchannel(0)
        return Image.merge("LA", (turned.getchannel(0), image.getchannel("A")))


def conversion(image: Image.Image) -> Conversion | None:
    """What turns the colours of an opened picture into sRGB; None where they are sRGB already, or nothing is said."""
    try:
        name, profile = _said(image)
        return _judged(name, profile, _plain_mode(image))
    except Exception:  # noqa: BLE001 - damaged profiles and tags raise whatever their bytes happen to break
        return None


def _plain_mode(image: Image.Image) -> str:
    """The mode that the picture has once it is in eight bits."""
    if image.mode in {"1", "I", "F", "La"} or image.mode.startswith("I;16"):
        return "L"
    return image.mode if image.mode in {"L", "LA", "CMYK", "LAB"} else "RGB"


def _said(image: Image.Image) -> tuple[str, bytes]:
    """What the file says of its colours, as a name ('' for that of the profile) and a profile (b'' for none)."""
    head = _head(image) if image.format in {"PNG", "AVIF", "HEIF"} else b""
    if said := _numbered(_after(head.partition(b"IDAT")[0], b"cICP", ">BB")):
        return said
    if profile := image.info.get("icc_profile"):
        return "", bytes(profile)
    if image.format in {"AVIF", "HEIF"}:
        return _numbered(_after(head, b"colrnclx", ">HH")) or ("", b"")
    if said := _chromaticities(image):
        return said
    if b"R03" in image.info.get("exif", b"") and image.getexif().get_ifd(0xA005).get(1) == "R03":
        return "Adobe RGB", matrix_profile(_PRIMARIES["Adobe RGB"], 563 / 256)
    return "", b""


def _head(image: Image.Image) -> bytes:
    """The first bytes of the file; where it stands stays as it was."""
    file: IO[bytes] | None = getattr(image, "fp", None)
    if file is None:
        return b""
    place = file.tell()
    file.seek(0)
    head = file.read(HEAD)
    file.seek(place)
    return head


def _after(head: bytes, mark: bytes, form: str) -> tuple[Any, ...]:
    """The numbers that stand behind `mark`; empty without it."""
    at = head.find(mark)
    start = at + len(mark)
    return struct.unpack_from(form, head, start) if at >= 0 and start + struct.calcsize(form) <= len(head) else ()


def _numbered(said: tuple[Any, ...]) -> tuple[str, bytes] | None:
    """A profile for primaries and transfer by their numbers in H.273; None for those that no curve here is for."""
    if not said or said[0] not in _NUMBERED:
        return None
    name = _NUMBERED[said[0]]
    if said[1] in _HDR:
        return _HDR[said[1]], matrix_profile(_PRIMARIES[name], _below_white(said[1]))
    return (name, matrix_profile(_PRIMARIES[name], None)) if said[1] in _SAME_CURVE else None


def _below_white(transfer: int) -> Numbers:
    """The light, 0 to 1, that each of 4,096 levels of an HDR transfer is shown with on a screen without HDR."""
    level = np.linspace(0.0, 1.0, 4096)
    light = (_pq(level) if transfer == 16 else _hlg(level)) / _WHITE
    return np.where(light < _KNEE, light, 1 - (1 - _KNEE) * np.exp(-(light - _KNEE) / (1 - _KNEE)))


def _pq(level: Numbers) -> Numbers:
    """Nits, by SMPTE ST 2084."""
    power = level ** (1 / 78.84375)
    return 10_000 * (np.maximum(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power)) ** (1 / 0.1593017578125)


def _hlg(level: Numbers) -> Numbers:
    """Nits on a screen of `_PEAK`, by ITU-R BT.2100; its gamma of 1.2 is taken of each channel, not of their sum."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(level <= 0.5, level**2 / 3, (np.exp((level - c) / a) + b) / 12)
    return _PEAK * scene**1.2


def _chromaticities(image: Image.Image) -> tuple[str, bytes] | None:
    """What PNG says with cHRM and gAMA, and TIFF with WhitePoint and PrimaryChromaticities."""
    if image.format == "PNG" and "srgb" not in image.info:
        gamma, points = image.info.get("gamma"), image.info.get("chromaticity")
        if gamma or points:
            return _named(tuple(points or _PRIMARIES["sRGB"]), 1 / gamma if gamma else None)
    if image.format == "TIFF":
        white, points = (image.tag_v2.get(tag) for tag in (318, 319))  # type: ignore[attr-defined]
        if white and points:
            return _named(tuple(map(float, (*white, *points))), 2.2)
    return None


def _named(points: tuple[float, ...], gamma: float | None) -> tuple[str, bytes]:
    near = [name for name, known in _PRIMARIES.items() if np.allclose(points, known, atol=0.005)]
    if near == ["sRGB"]:
        usual = gamma is None or abs(1 / gamma - _SRGB_GAMMA) < 0.01  # programs write 1 / 2.2 and mean sRGB
        return ("sRGB" if usual else "another gamma"), matrix_profile(points, None if usual else gamma)
    return (near[0] if near else "other primaries"), matrix_profile(points, gamma)


@lru_cache(maxsize=64)
def _judged(name: str, profile: bytes, mode: str) -> Conversion | None:
    """The conversion, unless the profile is not for this mode or hardly changes a colour.

    Raises:
        Exception: of many types, for a profile that cannot be read.
    """
    if not profile:
        return None
    known = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if mode not in _SPACES.get(known.profile.xcolor_space, set()):
        return None
    turn = Conversion(name or _title(known), profile)
    test = _samples(mode)
    turned = turn(test)
    if mode != "CMYK" and np.abs(np.asarray(turned, np.int16) - np.asarray(test, np.int16)).max() <= CLOSE:
        return None
    return turn


def _title(known: ImageCms.ImageCmsProfile) -> str:
    """The profile's own name, fit for a line."""
    text = " ".join((ImageCms.getProfileDescription(known) or "").split())
    return "".join(sign for sign in text if sign.isprintable())[:40] or "a profile without a name"


def _samples(mode: str) -> Image.Image:
    """Colours from all over the mode's range."""
    steps = np.linspace(0, 255, 9).astype(np.uint8)
    if mode in {"L", "LA"}:
        return Image.fromarray(steps[None]).convert(mode)
    bands = 4 if mode == "CMYK" else 3
    grid = np.stack(np.meshgrid(*[steps] * bands), axis=-1).reshape(1, -1, bands)
    return Image.frombytes(mode, (grid.shape[1], 1), grid.tobytes())


@lru_cache(maxsize=64)
def _transform(profile: bytes, mode: str) -> tuple[ImageCms.ImageCmsTransform, str, str]:
    """Pillow's transform to sRGB for pictures of `mode`, and the modes that it takes and gives."""
    known = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    source = "L" if known.profile.xcolor_space == "GRAY" else {"L": "RGB", "LA": "RGB"}.get(mode, mode)
    target = "RGBA" if mode == "RGBA" else "RGB"
    return ImageCms.buildTransform(known, ImageCms.createProfile("sRGB"), source, target), source, target


def matrix_profile(points: tuple[float, ...], gamma: float | Numbers | None) -> bytes:
    """An ICC profile (version 2) of primaries and one curve; `gamma`: None is the curve of sRGB, an array the light of
    each level, 0 to 1.

    points: x and y of white, red, green and blue, as `_PRIMARIES`. See ICC.1:2001-04, 6.3.1.2.
    """
    white, primaries = points[:2], points[2:]
    columns = np.array([_xyz(*primaries[at : at + 2]) for at in (0, 2, 4)]).T
    columns = _adapted(_xyz(*white)) @ (columns * np.linalg.solve(columns, _xyz(*white)))
    curve = _curve(gamma)
    tags = {b"desc": _text(b"desc", b"primaries"), b"wtpt": _point(_D50)}
    tags |= {letter + b"XYZ": _point(column) for letter, column in zip((b"r", b"g", b"b"), columns.T, strict=True)}
    tags |= {letter + b"TRC": curve for letter in (b"r", b"g", b"b")}
    return _packed(tags)


_D50 = np.array([0.9642, 1.0, 0.8249])
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


def _xyz(x: float, y: float) -> Numbers:
    return np.array([x / y, 1.0, (1 - x - y) / y])


def _adapted(white: Numbers) -> Numbers:
    """Bradford's matrix from this white to D50, in which profiles are written."""
    scale = np.diag((_BRADFORD @ _D50) / (_BRADFORD @ white))
    adapted: Numbers = np.linalg.inv(_BRADFORD) @ scale @ _BRADFORD
    return adapted


def _point(values: Numbers) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(float(value) * 65536) for value in values))


def _curve(gamma: float | Numbers | None) -> bytes:
    if isinstance(gamma, float | int):
        return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    if gamma is None:
        step = np.linspace(0, 1, 1024)
        gamma = np.where(step <= 0.04045, step / 12.92, ((step + 0.055) / 1.055) ** 2.4)
    points: bytes = np.rint(gamma * 65535).astype(">u2").tobytes()
    return b"curv\0\0\0\0" + struct.pack(">I", len(gamma)) + points


def _text(kind: bytes, text: bytes) -> bytes:
    return kind + b"\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" * (1 + 4 + 4 + 2 + 1 + 67 + 2)


def _packed(tags: dict[bytes, bytes]) -> bytes:
    """A profile of these tags: a header of 128 bytes, the list of tags, and what they hold."""
    table, body, start = b"", b"", 132 + 12 * len(tags)
    for name, content in tags.items():
        table += name + struct.pack(">II", start + len(body), len(content))
        body += content + b"\0" * (-len(content) % 4)
    size = start + len(body)
    head: bytes = struct.pack(">I4sI4s4s4s", size, b"none", 0x02200000, b"mntr", b"RGB ", b"XYZ ")
    head += b"\0" * 12 + b"acsp" + b"\0" * 28 + _point(_D50)[8:]
    return b"".join((head, b"\0" * (128 - len(head)), struct.pack(">I", len(tags)), table, body))
