"""Videos in and out, frame by frame, with PyAV where it is installed. Sound is left behind."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from ganstudio.core.images.decode import Unusable
from ganstudio.core.images.film import HD, matrix
from ganstudio.core.images.film import MISSING as MISSING
from ganstudio.core.images.film import available as available
from ganstudio.core.images.reading_child import ReadingChild
from ganstudio.core.pixels import Pixels, without_alpha
from ganstudio.export import video_reader

ENDINGS = frozenset((".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi"))


def is_video(path: Path) -> bool:
    """Whether the name says so; whether it can be read is only known when it is opened."""
    return path.suffix.lower() in ENDINGS


@dataclass(frozen=True)
class Film:
    """An opened video; its frames can be asked for once."""

    frames: Iterator[Pixels]
    """(H, W, 3) uint8 each, upright."""
    rate: Fraction
    """Frames per second."""
    count: int
    """How many there will be, as far as the file says; 0: it does not."""
    times: list[Fraction] = field(default_factory=list)
    """When each frame that was asked for is shown, in seconds."""
    aspect: Fraction | None = None
    """Width of a pixel by its height, upright; None where they are square."""


@contextmanager
def opened(path: Path) -> Iterator[Film]:
    """Read a video, in a process of its own; one frame at a time is in memory.

    Raises:
        Unusable: PyAV is not installed, or this is no video that it can read; also while frames are asked for.
    """
    if not available():
        raise Unusable(MISSING)
    with ReadingChild(video_reader.MODULE) as child:
        said, _ = child.ask({"path": str(path.absolute())})
        times: list[Fraction] = []
        aspect = Fraction(said["aspect"]) if said["aspect"] else None
        yield Film(_frames(child, times), Fraction(said["rate"]), said["count"], times, aspect)


def _frames(child: ReadingChild, times: list[Fraction]) -> Iterator[Pixels]:
    while True:
        said, content = child.ask({})
        if said["shape"] is None:
            return
        times.append(Fraction(said["shown"]))
        yield np.frombuffer(content, np.uint8).reshape(said["shape"])


_BT709, _BT601, _STUDIO = 1, 6, 1
"""ITU-T H.273's numbers for primaries, transfer and matrix; the range of 16 to 235."""


def first_frame(path: Path) -> Pixels:
    """Raises Unusable: see `opened`; or it has none."""
    with opened(path) as film:
        for frame in film.frames:
            return frame
    raise Unusable("no video: it has no pictures")


def write_mp4(
    file: BinaryIO,
    frames: Iterable[Pixels],
    rate: Fraction,
    *,
    times: Sequence[Fraction] = (),
    aspect: Fraction | None = None,
) -> None:
    """H.264 with yuv420p, which every player shows; it needs even sides, so an odd last row or column is repeated.

    Args:
        frames: uint8 (H, W, 1, 3 or 4), all of one size; with alpha they lie on white. Needs PyAV.
        times: when each is shown, in seconds; they may be added while frames are asked for. Else at `rate`.
        aspect: width of a pixel by its height; None: square.
    """
    import av

    with av.open(file, "w", format="mp4") as container:
        container.metadata["comment"] = "Made by a trained model (GAN Studio)"
        stream: Any = None
        clock = _Clock(times, rate.limit_denominator(1001))
        for number, frame in enumerate(frames):
            height, width = (side + side % 2 for side in frame.shape[:2])
            if stream is None:
                stream = container.add_stream("libx264", rate=clock.rate, options={"crf": "16"})
                stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
                stream.codec_context.time_base = clock.unit
                stream.sample_aspect_ratio = aspect or Fraction(1)
                _name_colours(stream.codec_context, height)
            whole = np.pad(frame, ((0, height - frame.shape[0]), (0, width - frame.shape[1]), (0, 0)), "edge")
            colour = np.ascontiguousarray(np.broadcast_to(without_alpha(whole), (height, width, 3)))
            picture = av.VideoFrame.from_ndarray(colour, format="rgb24").reformat(
                format="yuv420p", dst_colorspace=matrix(height), dst_color_range=_STUDIO
            )
            picture.pts, picture.time_base = clock.ticks(number), clock.unit
            container.mux(stream.encode(picture))
        if stream is not None:
            container.mux(stream.encode())


def _name_colours(context: Any, height: int) -> None:
    """Say which colours these are: players that are told nothing guess by the size, and some of them wrongly."""
    number = _BT709 if height >= HD else _BT601
    context.colorspace, context.color_primaries, context.color_trc = number, number, number
    context.color_range = _STUDIO


class _Clock:
    """When each frame is shown, in ticks: those of the file it came from, or evenly."""

    def __init__(self, times: Sequence[Fraction], rate: Fraction) -> None:
        self.rate = rate
        self.unit = Fraction(1, 90_000)
        self._times = times
        self._last = -1

    def ticks(self, number: int) -> int:
        """Never at or before the one before it, whatever the file says."""
        known = number < len(self._times)
        seconds = self._times[number] - self._times[0] if known else number / self.rate
        self._last = max(self._last + 1, round(seconds / self.unit))
        return self._last


def translated(
    film: Film, translate: Callable[[Pixels], Pixels], on_frame: Callable[[int, int], None]
) -> Iterator[Pixels]:
    """Every frame through `translate`; `on_frame` gets (done, in all) after each, and what it raises ends the work."""
    for number, frame in enumerate(film.frames, start=1):
        yield translate(frame)
        on_frame(number, max(number, film.count))
