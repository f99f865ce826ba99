"""A stranger's video, decoded in a process of its own: `video.opened` asks for one frame after the other.

Each frame may take as much time and memory as a picture may; see `limits`. PyAV is imported in the child alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from typing import IO, Any

import numpy as np

from ganstudio.core.images.decode import Unreached, Unusable
from ganstudio.core.images.film import MOST_PIXELS, FilmError, in_colour, open_container
from ganstudio.core.images.limits import TOO_LARGE
from ganstudio.core.images.listing import open_regular
from ganstudio.core.images.reading_child import Answer, serve
from ganstudio.core.pixels import Pixels

MODULE = "ganstudio.export.video_reader"
_THREADS = 4
"""More would take more memory than a file may, on computers of many cores."""


class Reel:
    """An opened video: what it says of itself, and its frames, one at a time in memory.

    Raises:
        Unusable: this is no video that PyAV can read; also while frames are asked for.
    """

    def __init__(self, file: IO[bytes]) -> None:
        with _readable():
            self._container: Any = open_container(file)
        if not self._container.streams.video:
            raise Unusable("no video: it has no pictures")
        stream = self._stream = self._container.streams.video[0]
        stream.thread_type, stream.codec_context.thread_count = "AUTO", _THREADS
        self.rate = Fraction(stream.average_rate or stream.guessed_rate or 25)
        self.count = _count(stream, self.rate)
        self.aspect = _aspect(stream)

    def frames(self) -> Iterator[tuple[Pixels, Fraction]]:
        """Each with the second at which it is shown, below 0 where the file does not say."""
        with _readable():
            for frame in self._container.decode(self._stream):
                if frame.width * frame.height > MOST_PIXELS:
                    raise Unusable(f"too large: {frame.width} x {frame.height} pixels")
                shown = Fraction(frame.pts * frame.time_base) if frame.pts is not None else Fraction(-1)
                turns = round(getattr(frame, "rotation", 0) / 90)  # telephones write sideways and say so
                yield np.ascontiguousarray(np.rot90(in_colour(frame), turns)), shown


@contextmanager
def _readable() -> Iterator[None]:
    """Errors of PyAV and of reading become `Unusable`."""
    import av

    try:
        yield
    except MemoryError:
        raise Unreached(TOO_LARGE) from None
    except FilmError as error:
        raise Unusable(f"not a video that can be read ({error})") from None
    except (av.error.FFmpegError, OSError) as error:
        raise Unusable(f"not a video that can be read ({getattr(error, 'strerror', '') or error})") from None


def _count(stream: Any, rate: Fraction) -> int:
    if stream.frames:
        return int(stream.frames)
    return round(stream.duration * stream.time_base * rate) if stream.duration else 0


def _aspect(stream: Any) -> Fraction | None:
    aspect = getattr(stream, "sample_aspect_ratio", None)
    return Fraction(aspect) if aspect and aspect != 1 else None


class _Projector:
    """Answers for one video: first what it is, then each frame."""

    def __init__(self) -> None:
        self._frames: Iterator[tuple[Pixels, Fraction]] = iter(())

    def answer(self, asked: dict[str, Any]) -> Answer:
        if "path" in asked:
            with _readable():
                reel = Reel(open_regular(asked["path"]))  # for the life of the process
            self._frames = reel.frames()
            return {"rate": str(reel.rate), "count": reel.count, "aspect": str(reel.aspect or "")}, ()
        for pixels, shown in self._frames:
            return {"shape": pixels.shape, "shown": str(shown), "bytes": pixels.nbytes}, [pixels.tobytes()]
        return {"shape": None}, ()


if __name__ == "__main__":
    with suppress(ImportError):
        import av  # noqa: F401 - its libraries are no part of what a file takes
    serve(_Projector().answer, lasting=True)
