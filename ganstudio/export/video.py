"""Videos in and out, frame by frame, with PyAV where it is installed. Sound is left behind."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from ganstudio.core.images.decode import Unusable
from ganstudio.core.pixels import Pixels

ENDINGS = frozenset((".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi"))
LARGEST = 40_000_000
"""Most pixels of a frame; 8K has 33 million."""
MISSING = "a video, which needs PyAV: install it with `pip install 'ganstudio[video]'`"


def is_video(path: Path) -> bool:
    """Whether the name says so; whether it can be read is only known when it is opened."""
    return path.suffix.lower() in ENDINGS


def available() -> bool:
    return find_spec("av") is not None


@dataclass(frozen=True)
class Film:
    """An opened video; its frames can be asked for once."""

    frames: Iterator[Pixels]
    """(H, W, 3) uint8 each, upright."""
    rate: Fraction
    """Frames per second."""
    count: int
    """How many there will be, as far as the file says; 0: it does not."""


@contextmanager
def opened(path: Path) -> Iterator[Film]:
    """Read a video; one frame at a time is in memory.

    Raises:
        Unusable: PyAV is not installed, or this is no video that it can read; also while frames are asked for.
    """
    if not available():
        raise Unusable(MISSING)
    import av

    with _readable():
        container = av.open(str(path))
    with container:
        if not container.streams.video:
            raise Unusable("no video: it has no pictures")
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        rate = Fraction(stream.average_rate or stream.guessed_rate or 25)
        yield Film(_frames(container, stream), rate, _count(stream, rate))


@contextmanager
def _readable() -> Iterator[None]:
    """Errors of PyAV and of reading become `Unusable`; what is done with the frames must not stand inside."""
    import av

    try:
        yield
    except (av.error.FFmpegError, OSError) as error:
        raise Unusable(f"not a video that can be read ({getattr(error, 'strerror', '') or error})") from None


def _count(stream: Any, rate: Fraction) -> int:
    if stream.frames:
        return int(stream.frames)
    return round(stream.duration * stream.time_base * rate) if stream.duration else 0


def _frames(container: Any, stream: Any) -> Iterator[Pixels]:
    with _readable():
        for frame in container.decode(stream):
            if frame.width * frame.height > LARGEST:
                raise Unusable(f"too large: {frame.width} x {frame.height} pixels")
            turns = round(getattr(frame, "rotation", 0) / 90)  # telephones write sideways and say so
            yield np.ascontiguousarray(np.rot90(frame.to_ndarray(format="rgb24"), turns))


def first_frame(path: Path) -> Pixels:
    """Raises Unusable: see `opened`; or it has none."""
    with opened(path) as film:
        for frame in film.frames:
            return frame
    raise Unusable("no video: it has no pictures")


def write_mp4(file: BinaryIO, frames: Iterable[Pixels], rate: Fraction) -> None:
    """H.264 with yuv420p, which every player shows; it needs even sides, so an odd last row or column is repeated.

    `frames`: uint8 (H, W, 1 or 3), all of one size. Needs PyAV.
    """
    import av

    with av.open(file, "w", format="mp4") as container:
        container.metadata["comment"] = "Made by a trained model (GAN Studio)"
        stream: Any = None
        for frame in frames:
            height, width = (side + side % 2 for side in frame.shape[:2])
            if stream is None:
                stream = container.add_stream("libx264", rate=rate.limit_denominator(1001), options={"crf": "16"})
                stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
            whole = np.pad(frame, ((0, height - frame.shape[0]), (0, width - frame.shape[1]), (0, 0)), "edge")
            colour = np.ascontiguousarray(np.broadcast_to(whole, (height, width, 3)))
            container.mux(stream.encode(av.VideoFrame.from_ndarray(colour, format="rgb24")))
        if stream is not None:
            container.mux(stream.encode())


def translated(
    film: Film, translate: Callable[[Pixels], Pixels], on_frame: Callable[[int, int], None]
) -> Iterator[Pixels]:
    """Every frame through `translate`; `on_frame` gets (done, in all) after each, and what it raises ends the work."""
    for number, frame in enumerate(film.frames, start=1):
        yield translate(frame)
        on_frame(number, max(number, film.count))
