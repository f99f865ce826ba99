"""Translating files: pictures, animations, videos and folders of them, each to a file of the same name and size."""

import errno
import io
import os
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Protocol, Self

import numpy as np
import psutil
from PIL import Image

from ganstudio.core.files import publish
from ganstudio.core.images.check_report import ImagesError, LeftOut
from ganstudio.core.images.decode import Frames, Unusable
from ganstudio.core.images.isolated_reader import PictureReader
from ganstudio.core.images.levels import Range
from ganstudio.core.images.scan import scan
from ganstudio.core.pixels import Pixels
from ganstudio.export import timing, video
from ganstudio.export.image_file import encode
from ganstudio.export.provenance import packet, read_recipe

_KEPT = {".png": "png", ".jpg": "jpg", ".jpeg": "jpg", ".webp": "webp", ".gif": "gif"}
"""Endings that the result keeps; anything else becomes PNG, which keeps every pixel."""


_LONGEST = {"jpg": 65_500, "webp": 16_383, "gif": 65_535, "mp4": 16_384}
"""Pixels of the longest side that a format (H.264 for mp4) holds."""


_ENDINGS = {"PNG": ".png", "JPEG": ".jpg", "MPO": ".jpg", "WEBP": ".webp", "GIF": ".gif"}
"""How files end that are what they are."""
_OF_ONE_FILE = {
    errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.EFBIG,
}  # fmt: skip
"""What the system says of one name or one size; all else is the disk's or the folder's, and ends the batch."""


class TranslatingError(ValueError):
    """What was asked for cannot be done; the text is a sentence for the user."""


class ImageMaker(Protocol):
    """What a picture goes through: a translator, or something that makes pictures larger."""

    @property
    def scale(self) -> int:
        """How many times larger its pictures are than what they are made from."""

    @property
    def keeps_profile(self) -> bool:
        """Whether its pictures have the colours of what they are made from, in any profile; else it needs sRGB."""

    @property
    def levels(self) -> tuple[float, float]:
        """Black and white of pictures of more than eight bits; equal: each as it needs."""

    @property
    def facts(self) -> Mapping[str, Any]:
        """What is written into its pictures."""

    def image(self, image: Image.Image, on_tile: Callable[[int, int], None] | None = None) -> Pixels:
        """(H, W, C) uint8; `on_tile` gets (done, total), and what it raises ends the work."""


class Stopped(Exception):  # noqa: N818 - a fact, not a fault
    """The person asked to stop in the middle of a picture."""


@dataclass(frozen=True)
class TranslationJob:
    """One file and where its translation goes."""

    source: Path
    target: Path
    name: str
    """What it is called in a list: relative to the folder that was given."""
    page: int = 0
    """Which of a TIFF's pictures."""


@dataclass
class TranslationResult:
    """What became of a batch."""

    written: list[Path] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    remarks: list[LeftOut] = field(default_factory=list)
    """What was lost of those that were written."""
    stopped: bool = False


def plan(inputs: Sequence[str | os.PathLike[str]], out: Path) -> tuple[list[TranslationJob], list[LeftOut]]:
    """Every picture in `inputs` (files and folders, all the way down) with its place below `out`.

    Names and subfolders are kept; with several folders each gets one of its own name. A name that is taken twice gets
    a number.

    Raises:
        TranslatingError: an input is missing, there is no picture, or `out` is one of the folders that are read.
    """
    roots = [Path(os.path.abspath(name)) for name in inputs]
    _require_elsewhere(roots, out)
    folders = [root for root in roots if root.is_dir()]
    jobs: list[TranslationJob] = []
    left_out: list[LeftOut] = []
    taken: set[Path] = set()
    for root in roots:
        try:
            listing = scan([root])
        except ImagesError as error:
            raise TranslatingError(str(error)) from None
        left_out += listing.left_out
        for entry in listing.files:
            if entry.place.kind not in {"folder", "tiff"} or entry.place.outer:
                left_out.append(LeftOut(entry.name, "inside an archive: unpack it first"))
                continue
            source = Path(entry.path)
            if video.is_video(source) and not video.available():
                left_out.append(LeftOut(entry.name, video.MISSING))
                continue
            inner = source.relative_to(root) if root.is_dir() else Path(source.name)
            below = Path(root.name) / inner if root.is_dir() and len(folders) > 1 else inner
            page = max(0, entry.item)
            below = below if entry.item < 0 else below.with_name(f"{below.stem}-{entry.file}.png")
            jobs.append(TranslationJob(source, _free(out / below, taken), entry.name, page))
    if not jobs:
        first = f" {left_out[0].name}: {left_out[0].reason}." if left_out else ""
        raise TranslatingError(f"There are no pictures in {', '.join(map(str, inputs))}.{first}")
    return jobs, left_out


def _require_elsewhere(roots: Sequence[Path], out: Path) -> None:
    """Refuse to write among the pictures that are read: a second run would translate its own results."""
    place = Path(os.path.realpath(out))
    for root in roots:
        folder = Path(os.path.realpath(root if root.is_dir() else root.parent))
        inside = root.is_dir() and folder in place.parents
        if place == folder or inside:
            raise TranslatingError(f"{out} {'lies in' if inside else 'is'} the folder of the pictures; choose another.")


def _free(target: Path, taken: set[Path]) -> Path:
    if video.is_video(target):
        target = target.with_suffix(".mp4")
    elif target.suffix.lower() not in _KEPT:
        target = target.with_suffix(".png")
    number, free = 1, target
    while free in taken:
        number += 1
        free = target.with_name(f"{target.stem}-{number}{target.suffix}")
    taken.add(free)
    return free


def existing(jobs: Sequence[TranslationJob]) -> list[Path]:
    """The targets that are there already."""
    return [job.target for job in jobs if job.target.exists()]


def translate_files(
    translator: ImageMaker,
    jobs: Sequence[TranslationJob],
    result: TranslationResult | None = None,
    *,
    recipe: dict[str, Any] | None = None,
    overwrite: bool = False,
    on_progress: Callable[[float, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> TranslationResult:
    """Translate one file after the other; one that cannot be read is listed, and the rest is done.

    Args:
        result: what is added to, so that it tells how far it came even where an error ends the work.
        recipe: what to write into the files; None writes only the mark that a model made them.
        overwrite: replace files; else a name that is taken in the meantime gets a number.
        on_progress: called with (files done, with the share of the one in work; files in all).
        cancelled: asked between tiles; True ends the work, and what is written stays.

    Raises:
        OSError: the disk is full or may not be written.
    """
    result = TranslationResult() if result is None else result
    with PictureReader() as reader:
        for number, job in enumerate(jobs):
            try:
                watched = _watching(number, len(jobs), on_progress, cancelled)
                watched(0, 1)
                result.written.append(_translate(translator, job, recipe, overwrite, watched, reader, result))
            except Unusable as reason:
                result.left_out.append(LeftOut(job.name, str(reason)))
            except Stopped:
                result.stopped = True
                break
            except (OSError, ValueError, TypeError, KeyError, struct.error) as error:
                if not _is_of_one_file(error):
                    raise
                result.left_out.append(LeftOut(job.name, f"its result could not be written: {_in_words(error)}"))
            if on_progress:
                on_progress(number + 1, len(jobs))
    return result


def _watching(
    number: int,
    total: int,
    on_progress: Callable[[float, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Callable[[int, int], None]:
    """What is called after each tile of file `number`, of `total`."""

    def watched(done: int, tiles: int) -> None:
        if cancelled and cancelled():
            raise Stopped
        if on_progress:
            on_progress(number + done / tiles, total)

    return watched


def _translate(
    maker: ImageMaker,
    job: TranslationJob,
    recipe: dict[str, Any] | None,
    overwrite: bool,
    watched: Callable[[int, int], None],
    reader: PictureReader,
    result: TranslationResult,
) -> Path:
    """One file; a video goes to the disk frame by frame. Returns the path that was really written."""
    if video.is_video(job.source):
        with video.opened(job.source) as film:
            frames = video.translated(film, lambda pixels: _frame(maker, pixels), watched)
            first = next(frames, None)
            if first is None:
                raise Unusable("no video: it has no pictures")
            return _publish(lambda file: _write_film(file, chain([first], frames), film), job.target, overwrite)
    seen = reader.whole(job.source, Range(*maker.levels), job.page, keep_profile=maker.keeps_profile)
    target = _suiting(job.target, seen)
    known = _with_origin(maker, job.source, recipe) if recipe is not None else None
    content = translated_bytes(maker, seen, target.suffix, known, watched)
    if seen.reduced:
        result.remarks.append(LeftOut(job.name, "more than 8 bits a channel became 8"))
    return _publish(lambda file: _write(file, content), target, overwrite)


def _with_origin(maker: ImageMaker, source: Path, recipe: dict[str, Any]) -> dict[str, Any]:
    """The recipe; of a generator's picture that only becomes larger, the way back to its seed with it."""
    try:
        origin = (read_recipe(source) if maker.scale > 1 else None) or {}
    except OSError:  # of a kind that carries none
        return recipe
    if "run" not in origin or not {"seed", "point"} & origin.keys():
        return recipe
    before = {"after": origin["larger"]} if "larger" in origin else {}
    return origin | {"larger": dict(maker.facts) | recipe | before}


def _suiting(target: Path, seen: Frames) -> Path:
    """The target as what the file really is where its name says something else, and PNG where that cannot hold it."""
    ending = _ENDINGS.get(seen.format, target.suffix.lower())
    if ending == ".jpg" and ("A" in seen.pictures[0].getbands() or len(seen.pictures) > 1):
        ending = ".png"
    same = _KEPT.get(ending, "png") == _KEPT.get(target.suffix.lower())
    return target if same else target.with_suffix(ending)


def _is_of_one_file(error: Exception) -> bool:
    """Whether it says nothing of the next file. Pillow raises OSErrors without a number for what it cannot write."""
    return not isinstance(error, OSError) or error.errno is None or error.errno in _OF_ONE_FILE


def _in_words(error: Exception) -> str:
    known = isinstance(error, OSError) and error.strerror
    return str(known or error or type(error).__name__)


def _write_film(file: BinaryIO, frames: Iterable[Pixels], film: "video.Film") -> None:
    video.write_mp4(file, frames, film.rate, times=film.times, aspect=film.aspect)


def _frame(maker: ImageMaker, pixels: Pixels) -> Pixels:
    _require_room(maker, Frames([Image.fromarray(pixels)], [0]), "mp4")
    return maker.image(Image.fromarray(pixels))


def _write(file: BinaryIO, content: bytes) -> None:
    file.write(content)


def _publish(write: Callable[[BinaryIO], None], target: Path, overwrite: bool) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return publish(target, write, overwrite=overwrite)


def first_picture(source: Path) -> Image.Image:
    """What a file shows first: the picture, or the first frame of an animation or a video.

    Raises:
        Unusable: it cannot be read.
    """
    if video.is_video(source):
        return Image.fromarray(video.first_frame(source))
    with PictureReader() as reader:
        return reader.whole(source).pictures[0]


class SmallReader:
    """First pictures of many files, small, by one reader. A context manager."""

    def __init__(self, side: int) -> None:
        """`side`: pixels on the longer side at most."""
        self._side = side
        self._reader = PictureReader()

    def __enter__(self) -> Self:
        self._reader.__enter__()
        return self

    def __exit__(self, *known: object) -> None:
        self._reader.__exit__(*known)

    def pixels(self, source: Path) -> Pixels:
        """uint8 (H, W, 3 or 4).

        Raises:
            Unusable: it cannot be read.
        """
        if video.is_video(source):
            picture = Image.fromarray(video.first_frame(source))
        else:
            picture = self._reader.whole(source).pictures[0]
        picture = picture.convert("RGBA" if "A" in picture.getbands() else "RGB")
        picture.thumbnail((self._side, self._side))
        return np.asarray(picture)


def translated_bytes(
    maker: ImageMaker,
    frames: Frames,
    ending: str,
    recipe: dict[str, Any] | None,
    on_tile: Callable[[int, int], None] | None = None,
) -> bytes:
    """What is made of one file's content, ready to be written under a name with this ending.

    Raises:
        Unusable: the result would be larger than its format or the memory holds.
    """
    kind = _KEPT.get(ending.lower(), "png")
    _require_room(maker, frames, kind)
    known = dict(maker.facts) | recipe if recipe is not None else None
    if len(frames.pictures) > 1:
        return _animation(maker, frames, kind, known, on_tile)
    pixels = maker.image(frames.pictures[0], on_tile)
    if kind == "gif":
        return _gif([_as_picture(pixels)], frames, known)
    return encode(pixels, kind, known, frames.profile)


def _require_room(maker: ImageMaker, frames: Frames, kind: str) -> None:
    """Refuse what could not be written in the end, before hours of work."""
    width, height = (side * maker.scale for side in frames.pictures[0].size)
    if max(width, height) > _LONGEST.get(kind, width + height):
        raise Unusable(f"its result of {width} x {height} px is larger than {kind.upper()} holds: give it as PNG")
    needed = len(frames.pictures) * width * height * 2 * len(frames.pictures[0].getbands())
    if maker.scale > 1 and needed > psutil.virtual_memory().available:
        raise Unusable(f"its result of {width} x {height} px needs {needed / 2**30:.1f} GB of memory")


def _animation(
    maker: ImageMaker,
    frames: Frames,
    kind: str,
    recipe: dict[str, Any] | None,
    on_tile: Callable[[int, int], None] | None,
) -> bytes:
    """Frame by frame, each shown as long as before."""
    drawn = []
    for number, frame in enumerate(frames.pictures):
        drawn.append(_as_picture(maker.image(frame)))
        if on_tile:
            on_tile(number + 1, len(frames.pictures))
    if kind == "gif":
        return _gif(drawn, frames, recipe)
    buffer = io.BytesIO()
    known: dict[str, Any] = {"save_all": True, "append_images": drawn[1:]}
    moving = frames.durations[frames.default :]  # Pillow counts times from the first picture that moves
    known |= {"duration": timing.thousandths(moving), "loop": frames.loop or 0}
    if kind == "webp":
        drawn[0].save(buffer, "WEBP", lossless=True, xmp=packet(recipe), **known)
    else:
        drawn[0].save(buffer, "PNG", default_image=frames.default, **known)
    return buffer.getvalue()


def _gif(pictures: list[Image.Image], frames: Frames, recipe: dict[str, Any] | None) -> bytes:
    buffer = io.BytesIO()
    known: dict[str, Any] = {"comment": packet(recipe)}
    if len(pictures) > 1:
        durations = timing.hundredths(frames.durations)
        known |= {"save_all": True, "append_images": pictures[1:], "duration": durations}
        if frames.loop is not None:
            known["loop"] = frames.loop
    pictures[0].save(buffer, "GIF", **known)
    return buffer.getvalue()


def _as_picture(pixels: Pixels) -> Image.Image:
    return Image.fromarray(pixels[:, :, 0] if pixels.shape[2] == 1 else pixels)
