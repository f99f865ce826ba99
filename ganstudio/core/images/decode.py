"""From a stranger's picture file to uint8 pixels at the training size.

Files come from anywhere: suffixes lie, headers announce a billion pixels, 16-bit scans would turn white under a plain
conversion. Only formats on a list are tried, the size is judged from the header before anything is decoded, and
whatever the decoder raises becomes a reason in plain words. The first frame is taken and turned upright; its colours
become sRGB as its profile says (`colours`); alpha is laid over the background colour, or kept; how more than eight bits
become eight is written in `levels`.
"""

import contextlib
import errno
import os
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, TypeVar

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms, UnidentifiedImageError

from ganstudio.core.images import file_kinds, smart_crop, tiff
from ganstudio.core.images.colour_profiles import Conversion, conversion
from ganstudio.core.images.deep import Opened, is_deep, read_deep, shallow_range
from ganstudio.core.images.eightbit import Box, converter, resized
from ganstudio.core.images.levels import AUTO, Depth, Numbers, Range, depth_of, in_eight_bits, levels_of, range_of
from ganstudio.core.images.limits import TOO_LARGE
from ganstudio.core.images.listing import open_regular
from ganstudio.core.resolution import Resolution, Shape, shape_of
from ganstudio.core.run import Preparation

Pixels = npt.NDArray[np.uint8]
_Result = TypeVar("_Result")

FORMATS = (
    "JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "PPM", "JPEG2000", "ICO", "ICNS", "TGA", "SGI", "PCX",
    "DCX", "QOI", "PSD", "DDS", "DIB", "XBM", "XPM", "FLI", "SUN", "HEIF",
)  # fmt: skip
"""What Pillow may try. Not on the list: what starts another program (EPS, WMF), and what takes hundreds of megabytes
for a file of a few bytes (BLP)."""

MOST_PIXELS = 64 * 10**6
"""A picture with more pixels is left out, judged from its header alone: it would take over 256 MB to decode."""
MOST_PIXELS_JPEG = 128 * 10**6
"""JPEG files are decoded at a fraction of their size, so they may be larger."""
_MOST_MOVING_PIXELS = 192 * 10**6
"""Of all frames of an animation, which are held at four bytes each."""
_ANIMATED = {"GIF", "WEBP", "PNG"}
_MOVING = _ANIMATED | {"AVIF", "FLI", "DCX"}
"""What may hold more pictures than the one that is looked at. Not on the list: where others are previews and layers."""
_DRAFTED = {"JPEG", "MPO"}
_ORIENTATION = 0x0112
MIDDLE = (0.5, 0.5)
"""Where a crop lies that nobody has moved."""
_MOST_PROFILE = 2**20
"""Bytes of a colour profile; the largest that cameras and printers come with have half of it."""
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a picture upright, by its EXIF orientation."""
_AS_IT_LIES: dict[int, Callable[[float, float], tuple[float, float]]] = {
    2: lambda x, y: (1 - x, y),
    3: lambda x, y: (1 - x, 1 - y),
    4: lambda x, y: (x, 1 - y),
    5: lambda x, y: (y, x),
    6: lambda x, y: (y, 1 - x),
    7: lambda x, y: (1 - y, 1 - x),
    8: lambda x, y: (1 - y, x),
}
"""A place in the upright picture, where it is before the picture is turned so."""


_INVISIBLE = [255] + [0] * 255
"""Of each alpha, whether nothing is seen there."""


class Unusable(ValueError):  # noqa: N818 - the word that the rest of the program uses
    """This file cannot be used; the text is the reason, in plain words."""


class Unreached(Unusable):
    """It could not be read now (its folder, its permissions, too little memory); another time it may well be."""


@dataclass(frozen=True)
class Decoded:
    """Pixels at the training size, (H, W, C), and what is known of the original."""

    pixels: Pixels
    width: int
    height: int
    """As it is seen."""
    colours: str = ""
    """What its colours were called before they became sRGB; '' where they were sRGB already."""
    note: str = ""
    """What of the file is not seen: 'bands' or 'pictures'; see `check_report`."""
    depth: Depth | None = None
    """Of a picture of more than eight bits: its numbers, and the range that it was read with."""


def prepare_image(
    file: str | os.PathLike[str] | IO[bytes], preparation: Preparation, resolution: Resolution, page: int = 0
) -> Pixels:
    """The picture in `file` as (H, W, C) uint8 at `resolution`: C = 1 for grey, 3 for rgb, 4 for rgba.

    Raises:
        Unusable: with the reason.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns about what it can live with; so can we
        return decode(file, preparation, resolution, page).pixels


def decode(
    file: str | os.PathLike[str] | IO[bytes],
    preparation: Preparation,
    resolution: Resolution,
    page: int = 0,
    scale: Range | None = None,
    place: tuple[float, float] = MIDDLE,
) -> Decoded:
    """As `prepare_image`, with the original's size. Pillow's warnings come through.

    Args:
        page: which of a TIFF's pictures.
        scale: what is black and white in a picture of more than eight bits; by default what `preparation` says, or
            what the picture itself needs.
        place: where the part that is cropped lies, of the room that it has: (0, 0) is at the left and at the top.

    Raises:
        Unusable: with the reason.
    """

    def use(opened: Opened, stream: IO[bytes]) -> Decoded:
        shallow = _shallow(opened, stream, page, preparation.smallest, scale or levels_of(preparation))
        return _prepared(shallow, preparation, resolution, place)

    return _read(file, page, use)


def decode_numbers(
    numbers: Numbers,
    preparation: Preparation,
    resolution: Resolution,
    scale: Range | None = None,
    note: str = "",
    place: tuple[float, float] = MIDDLE,
) -> Decoded:
    """As `decode`, of a picture that is an array: (H, W) or (H, W, C), of bytes or of anything wider.

    Raises:
        Unusable: with the reason.
    """
    try:
        shallow = _of_numbers(numbers, scale or levels_of(preparation), note)
        _check_size(shallow.image, preparation.smallest)
        return _prepared(shallow, preparation, resolution, place)
    except (ValueError, MemoryError) as error:
        raise Unusable(str(error) if isinstance(error, Unusable) else "unreadable: no picture") from error


def _of_numbers(numbers: Numbers, levels: Range, note: str) -> "_Shallow":
    alpha, bands = numbers.shape[2:] in {(2,), (4,)}, numbers[:, :, 0] if numbers.shape[2:] == (2,) else numbers
    if numbers.dtype == np.uint8:
        modes = {(): "L", (2,): "LA", (3,): "RGB", (4,): "RGBA"}
        content = np.ascontiguousarray(numbers).tobytes()
        return _Shallow(Image.frombytes(modes[numbers.shape[2:]], numbers.shape[1::-1], content), None, note=note)
    known = bands[:, :, :3] if alpha and bands.ndim == 3 else bands
    depth = depth_of(known)
    black, white = range_of(depth, [depth], levels)
    image = Image.fromarray(in_eight_bits(known, Range(black, white)))
    return _Shallow(image, None, depth._replace(black=black, white=white), note or ("bands" if alpha else ""))


@dataclass(frozen=True)
class Frames:
    """A picture at its own size, upright, in 8 bits, as L, LA, RGB or RGBA; several in an animation."""

    pictures: list[Image.Image]
    durations: list[float]
    """Milliseconds that each is shown for; zeros for a still picture."""
    loop: int | None = 0
    """What the file says of repeating, in its format's own count: 0 is for ever, None: it is shown once."""
    default: bool = False
    """Whether the first picture is shown only where the animation is not."""
    format: str = ""
    """What the file really is, such as 'WEBP'; '' where it is something that is not written."""
    profile: bytes = b""
    """The ICC colour profile that its numbers are meant in; empty: sRGB."""
    reduced: bool = False
    """Whether it had more than 8 bits a channel."""


def whole_picture(
    file: str | os.PathLike[str] | IO[bytes], levels: Range = AUTO, page: int = 0, *, keep_profile: bool = False
) -> Frames:
    """The picture in `file`, or all frames of an animation. Pillow's warnings come through.

    Args:
        levels: what is black and white where a picture has more than eight bits.
        page: which of a TIFF's pictures.
        keep_profile: leave the numbers of a picture with an ICC profile as they are, rather than turn them into sRGB.

    Raises:
        Unusable: with the reason.
    """
    return _read(file, page, lambda opened, stream: _frames(_shallow(opened, stream, page, 1, levels), keep_profile))


def shorter_side(file: str | os.PathLike[str] | IO[bytes], page: int = 0) -> int:
    """Pixels of the picture's shorter side, from the head of the file alone. Pillow's warnings come through.

    Raises:
        Unusable: with the reason.
    """
    return _read(file, page, lambda opened, _: min(opened.size))


@dataclass(frozen=True)
class _Shallow:
    """A picture of eight bits: Pillow's own, not loaded yet, or one made of numbers of more bits."""

    image: Image.Image
    colours: Conversion | None
    depth: Depth | None = None
    note: str = ""


def _shallow(opened: Opened, file: IO[bytes], page: int, smallest: int, levels: Range) -> _Shallow:
    _check_size(opened, smallest)
    said = None if isinstance(opened, tiff.Page) else conversion(opened)  # before its file is closed
    if not is_deep(opened):
        assert isinstance(opened, Image.Image)
        return _Shallow(opened, said, note="pictures" if _has_more(opened) else "")
    numbers = read_deep(opened, file, lambda: _by_pillow(file, page))
    depth = numbers.depth
    if depth:
        black, white = range_of(depth, [depth], levels)
        depth = depth._replace(black=black, white=white)
    image = numbers.picture(depth.range if depth else shallow_range(opened))
    return _Shallow(image, conversion(image) if isinstance(opened, tiff.Page) else said, depth, numbers.note)


def _has_more(image: Image.Image) -> bool:
    """True for an animation, of which only the first picture is looked at."""
    return image.format in _MOVING and bool(getattr(image, "is_animated", False))


def _read(file: str | os.PathLike[str] | IO[bytes], page: int, use: Callable[[Opened, IO[bytes]], _Result]) -> _Result:
    """What `use` makes of the opened picture; whatever it or Pillow raises becomes Unusable."""
    if not isinstance(file, str | os.PathLike):
        return _use(file, page, use)
    try:
        stream = open_regular(os.fspath(file))
    except PermissionError:
        raise Unreached("unreadable: its permissions forbid opening it") from None
    except FileNotFoundError:
        raise Unreached("unreadable: it vanished") from None
    except OSError as error:
        raise Unreached(f"unreadable: {error.strerror or error}") from None
    with stream:
        return _use(stream, page, use)


def _use(file: IO[bytes], page: int, use: Callable[[Opened, IO[bytes]], _Result]) -> _Result:
    try:
        opened = _opened(file, page)
        with opened if isinstance(opened, Image.Image) else contextlib.nullcontext():
            return use(opened, file)
    except Unusable:
        raise
    except Exception as error:  # Pillow raises ten types on strangers' files; each means: not this one
        passing = isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _PASSING)
        raise (Unreached if passing else Unusable)(_reason(error, file)) from error


def _frames(shallow: _Shallow, keep_profile: bool) -> Frames:
    image = shallow.image
    count = getattr(image, "n_frames", 1) if image.format in _ANIMATED else 1
    if count * image.width * image.height > _MOST_MOVING_PIXELS and count > 1:
        raise Unusable(f"too large: {count} frames of {image.width} x {image.height} px")
    pictures, durations = [], []
    loop = image.info.get("loop", None if image.format == "GIF" else 0)
    profile = _profile(image) if keep_profile else b""
    colours = None if profile else shallow.colours
    for number in range(count):
        if count > 1:
            image.seek(number)
        pictures.append(_upright(image, colours, alone=count == 1))
        durations.append(float(image.info.get("duration", 0)) if count > 1 else 0.0)
    return Frames(
        pictures, durations, loop, bool(image.info.get("default_image")), image.format or "", profile,
        shallow.depth is not None,
    )  # fmt: skip


def _profile(image: Image.Image) -> bytes:
    """The ICC profile, where it speaks of the channels that are kept and is no larger than an honest one."""
    profile = image.info.get("icc_profile") or b""
    kept = image.mode not in {"CMYK", "LAB", "I", "F"} and len(profile) <= _MOST_PROFILE
    kind = b"GRAY" if image.mode in {"1", "L", "LA", "La"} else b"RGB "
    return profile if kept and profile[16:20] == kind else b""


def _upright(image: Image.Image, colours: Conversion | None, *, alone: bool) -> Image.Image:
    """In 8 bits, turned as it is meant to be seen: a copy, unless it is the file's only picture and that already."""
    image.load()  # what says how it is to be turned may stand behind the pixels
    turn = _UPRIGHT.get(_orientation(image))
    plain = image.mode in {"CMYK", "LAB"} and not colours
    if alone and not colours and image.mode in {"L", "LA", "RGB", "RGBA"} and "transparency" not in image.info:
        seen = image
    else:
        seen = _flattened(image, Preparation()) if plain else converter(image, colours)(image)
    return seen.transpose(turn) if turn is not None else seen


def _opened(file: IO[bytes], page: int) -> Opened:
    """The picture by its content. A page of a TIFF is read here where Pillow cannot, or would cut it to eight bits.

    Raises:
        Unusable: it comes from a camera and is not developed yet.
        Exception: whatever Pillow raises.
    """
    pages = _pages(file)
    known = pages[page] if page < len(pages) else None
    if known and known.is_deep:
        return known
    try:
        return _by_pillow(file, known.number if known else 0)
    except UnidentifiedImageError:
        if known and known.bits <= 16 and known.tag(tiff.PHOTOMETRIC, 1) in {0, 1, 2}:
            return known
        raise


def _pages(file: IO[bytes]) -> list[tiff.Page]:
    file.seek(0)
    if file.read(4) not in tiff.MAGIC:
        return []
    try:
        return tiff.pages(file)
    except tiff.CameraFileError as error:
        raise Unusable(_undeveloped(error.kind, error.preview)) from None
    except ValueError:
        return []


def _by_pillow(file: IO[bytes], page: int) -> Image.Image:
    """The many rare formats are loaded only when a file is none of the common ones."""
    file.seek(0)
    try:
        image = Image.open(file, formats=_loaded())
    except UnidentifiedImageError:
        Image.init()
        if _is_heic(file):
            with contextlib.suppress(ImportError):
                import pillow_heif

                pillow_heif.register_heif_opener()
        file.seek(0)
        image = Image.open(file, formats=_loaded())
    if page and image.format == "TIFF":
        image.seek(page)
    return image


def _loaded() -> list[str]:
    Image.preinit()
    return [name for name in FORMATS if name in Image.OPEN]


def _prepared(
    shallow: _Shallow, preparation: Preparation, resolution: Resolution, place: tuple[float, float]
) -> Decoded:
    image, colours = shallow.image, shallow.colours
    if image.format not in _DRAFTED:
        image.load()  # what says how it is to be turned may stand behind the pixels, and a TIFF turns itself
    width, height = image.size
    upright, turn = shape_of(resolution), _orientation(image)
    on_side = turn in _UPRIGHT and turn >= 5
    lying = Shape(*upright[::-1]) if on_side else upright
    seen = _draft(image, preparation, lying, colours)
    place = _AS_IT_LIES[turn](*place) if turn in _AS_IT_LIES else place
    box, size = _fitted(seen, "crop" if preparation.fit == "smart" else preparation.fit, lying, place)
    if preparation.fit == "smart":
        box = _moved(box, image, seen, colours)
    small = _flattened(resized(image, box, size, colours=colours), preparation)
    if turn in _UPRIGHT:
        small = small.transpose(_UPRIGHT[turn])  # after the resizing: cheap there
        width, height = (height, width) if on_side else (width, height)
    if small.size != (upright.width, upright.height):
        small = _padded(small, preparation, upright)
    pixels = np.asarray(small).reshape(*upright, preparation.channels)
    note = shallow.note or ("opaque" if preparation.colour == "rgba" and pixels[:, :, 3].min() == 255 else "")
    return Decoded(pixels, width, height, colours.name if colours else "", note, shallow.depth)


def _check_size(image: Opened, smallest: int) -> None:
    width, height = image.size
    most = MOST_PIXELS_JPEG if image.format in _DRAFTED else MOST_PIXELS
    if width * height > most:
        raise Unusable(_too_large(width, height, most))
    if min(width, height) < smallest:
        raise Unusable(f"too small: {width} x {height} px, the smallest side that is used is {smallest} px")


def _too_large(width: int, height: int, most: int) -> str:
    return f"too large: {width} x {height} px, at most {most // 10**6} million pixels can be read"


def _draft(
    image: Image.Image, preparation: Preparation, shape: Shape, colours: Conversion | None
) -> tuple[float, float]:
    """Let the JPEG decoder leave out what the size does not need; returns width and height of what it will give."""
    width, height = image.size
    if preparation.fit == "stretch":
        size = shape.width, shape.height
    elif _is_wider(width, height, shape) == (preparation.fit == "pad"):  # its width comes down to the shape's
        size = shape.width, max(1, shape.width * height // width)
    else:
        size = max(1, shape.height * width // height), shape.height
    mode = "L" if preparation.colour == "grey" and image.mode == "RGB" and not colours else image.mode
    drafted = image.draft(mode, size)
    return (drafted[1][2], drafted[1][3]) if drafted else (width, height)


def _is_wider(width: float, height: float, shape: Shape) -> bool:
    """Whether a picture is wider than the shape, where both are as high."""
    return width * shape.height > height * shape.width


def _fitted(
    seen: tuple[float, float], fit: str, shape: Shape, place: tuple[float, float]
) -> tuple[Box, tuple[int, int]]:
    """The part of the picture that is used, and the size it gets."""
    width, height = seen
    if fit == "crop":
        wider = _is_wider(width, height, shape)
        across = height * shape.width / shape.height if wider else width
        down = height if wider else width * shape.height / shape.width
        left, top = (width - across) * place[0], (height - down) * place[1]
        return (left, top, left + across, top + down), (shape.width, shape.height)
    if fit == "stretch":
        return (0, 0, width, height), (shape.width, shape.height)
    scale = min(shape.width / width, shape.height / height)
    return (0, 0, width, height), (max(1, round(width * scale)), max(1, round(height * scale)))


def _moved(box: Box, image: Image.Image, seen: tuple[float, float], colours: Conversion | None) -> Box:
    """The box as large, over what has the most edges."""
    (left, top, right, bottom), (width, height) = box, seen
    across, down = (right - left) / width, (bottom - top) / height
    if min(across, down) > 1 - 1e-6:
        return box
    scale = smart_crop.SIDE / max(width, height)
    size = max(2, round(width * scale)), max(2, round(height * scale))
    small = resized(image, (0, 0, width, height), size, colours=colours)
    small = _flattened(small, Preparation()) if small.mode in {"CMYK", "LAB"} else small
    if across < down:
        begin = width * smart_crop.offset(small, across, across=True)
        return begin, top, begin + right - left, bottom
    begin = height * smart_crop.offset(small, down, across=False)
    return left, begin, right, begin + bottom - top


def _flattened(image: Image.Image, preparation: Preparation) -> Image.Image:
    """L, RGB or RGBA as it was asked for, alpha laid over the background unless it is kept.

    What is kept and cannot be seen becomes black: whatever stood there is no part of the picture.
    """
    target = {"grey": "L", "rgb": "RGB", "rgba": "RGBA"}[preparation.colour]
    if image.mode in {"LA", "RGBA"} and target == "RGBA":
        image = image.convert("RGBA")
        image.paste((0, 0, 0, 0), mask=image.getchannel("A").point(_INVISIBLE))
    elif image.mode in {"LA", "RGBA"}:
        base = Image.new("RGBA", image.size, preparation.background)
        base.alpha_composite(image.convert("RGBA"))
        image = base.convert("RGB")
    elif image.mode == "LAB":
        image = (
            ImageCms.profileToProfile(
                image, ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            or image
        )
    return image if image.mode == target else image.convert(target)


def _orientation(image: Image.Image) -> int:
    """The EXIF orientation, 1 (upright) when there is none or it cannot be read."""
    if image.format not in {"TIFF", "MPO"} and not image.info.keys() & {
        "exif",
        "xmp",
        "XML:com.adobe.xmp",
        "Raw profile type exif",
    }:
        return 1
    try:
        turn = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - damaged EXIF data raises whatever its bytes happen to break
        return 1
    return turn if isinstance(turn, int) else 1


def _padded(image: Image.Image, preparation: Preparation, shape: Shape) -> Image.Image:
    size = shape.width, shape.height
    ground = Image.new("RGB", size, preparation.background).convert(image.mode)
    if image.mode == "RGBA":
        ground = Image.new("RGBA", size)
    ground.paste(image, ((shape.width - image.width) // 2, (shape.height - image.height) // 2))
    return ground


_LARGE = f"{tiff.MOST_BYTES // 2**20} MB to read"
_PASSING = {errno.EIO, errno.ESTALE, errno.ETIMEDOUT, errno.EAGAIN, errno.ENOMEM, errno.EMFILE, errno.ENFILE}
"""What the system says when the disk or the network fails, not the file."""


def _reason(error: Exception, file: IO[bytes]) -> str:
    """What the decoder's complaint means for a person."""
    if isinstance(error, Image.DecompressionBombError):
        return f"too large: more than {MOST_PIXELS // 10**6} million pixels"
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return TOO_LARGE
    if isinstance(error, UnidentifiedImageError):
        return _unidentified(file)
    if isinstance(error, ValueError) and str(error).startswith(("a TIFF", "too large")):
        return f"unreadable: {error}" if str(error) != "too large" else f"too large: it takes over {_LARGE}"
    if isinstance(error, OSError) and error.errno in _PASSING:
        return f"unreadable: {error.strerror or error}"
    text = str(error).lower()
    if isinstance(error, EOFError) or "truncated" in text or "end of" in text or "not enough image data" in text:
        return "truncated: the file ends before the picture does"
    file.seek(0)
    return _damaged(file.read(file_kinds.HEAD))


def _damaged(head: bytes) -> str:
    """Some decoders cannot even begin with what is too large, and call that damaged."""
    width, height = file_kinds.announced_size(head)
    if width * height > MOST_PIXELS:
        return _too_large(width, height, MOST_PIXELS)
    return "unreadable: the file is damaged"


def _unidentified(file: IO[bytes]) -> str:
    file.seek(0)
    head = file.read(file_kinds.HEAD)
    if not head:
        return "truncated: the file is empty"
    if not any(head):
        return file_kinds.ZEROS
    if file_kinds.is_heic(head):
        return "unreadable: a HEIC picture (install ganstudio[heif] to read these, or save it as JPEG)"
    if kind := file_kinds.raw_kind(head):
        return _undeveloped(kind)
    if kind := file_kinds.named(head):
        return f"not an image: {kind}"
    if head.startswith(tiff.MAGIC):
        return f"unreadable: a TIFF of a kind that is not read here{_tiff_kind(file)}; save it as PNG"
    if file_kinds.is_picture(head):
        return _damaged(head)
    return "not an image: its bytes are of no known kind"


def _undeveloped(kind: str, preview: tuple[int, int] = (0, 0)) -> str:
    seen = f", of which only a preview of {preview[0]} x {preview[1]} px could be read" if any(preview) else ""
    return f"not developed: a camera's raw file ({kind}){seen}; save it as JPEG or TIFF"


def _tiff_kind(file: IO[bytes]) -> str:
    pages = _pages(file)
    if not pages:
        return ""
    page = pages[0]
    colours, packing = page.tag(tiff.PHOTOMETRIC, 1), page.tag(tiff.PACKING, 1)
    return f" ({page.samples} x {page.bits} bits, packed as {packing}, colours as {colours})"


def _is_heic(file: IO[bytes]) -> bool:
    file.seek(0)
    return file_kinds.is_heic(file.read(file_kinds.HEAD))
