"""Frames of a stranger's video, by the time at which they are shown. Only for processes that may die of it.

PyAV decodes what it is given here in the decoding process, with one thread, from an opened file and by one of a few
forms: a list of addresses that calls itself a video leads nowhere.
"""

from dataclasses import asdict, dataclass
from importlib.util import find_spec
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from ganstudio.core.images import file_kinds
from ganstudio.core.processes import how_to_add

Pixels = npt.NDArray[np.uint8]
MOST_PIXELS = 40_000_000
"""Of a frame; 8K has 33 million."""
MISSING = f"a video, which needs PyAV: {how_to_add('video')}"
_AHEAD = 2.0
"""A frame that is so many seconds ahead is looked for anew rather than decoded up to."""
_MARGINS = (0.0, 5.0)
"""Seconds before a frame at which it is looked for, before the video is read from its beginning."""
_MOST_PACKETS = 10**6
_UNNAMED = 2
HD = 720
"""Rows from which on players take a video for BT.709, and BT.601 below."""


class FilmError(ValueError):
    """It cannot be read; the text says why, in plain words."""


def available() -> bool:
    return find_spec("av") is not None


@dataclass(frozen=True)
class FilmFacts:
    """What is known of a video before its frames are chosen."""

    seconds: float
    rate: float
    """Frames a second, on average."""
    width: int
    height: int
    """As it is seen."""

    def to_json(self) -> dict[str, float]:
        return asdict(self)


class Film:
    """An opened video. Frames that follow one another are decoded one after the other."""

    def __init__(self, file: IO[bytes]) -> None:
        """Raises FilmError."""
        if not available():
            raise FilmError(f"not an image: {MISSING}")
        import av

        self._file = file
        self._container = open_container(file)
        self._stream: Any = self._chosen()
        context = self._stream.codec_context
        if context is None or (not context.is_open and context.codec is None):
            self.close()
            raise FilmError("not an image: a video in a form that PyAV cannot decode")
        _require_size(context.width, context.height)
        self._rate = float(self._stream.average_rate or self._stream.guessed_rate or 25)
        self._first = float((self._stream.start_time or 0) * self._stream.time_base)
        self._frames: Any = None
        self._shown = -1.0
        self._broken: tuple[type[Exception], ...] = (av.error.FFmpegError, OSError, ValueError)

    def _chosen(self) -> Any:
        streams = [each for each in self._container.streams.video if not _is_cover(each)]
        if not streams:
            self.close()
            raise FilmError("not an image: a video without pictures")
        streams[0].thread_count = 1
        return streams[0]

    def close(self) -> None:
        self._container.close()

    def facts(self) -> FilmFacts:
        """Looks at the first frame, too: a video may announce what it has not.

        Raises:
            FilmError: it has no frame that can be read.
        """
        seconds = self._seconds()
        height, width = self.at(0.0).shape[:2]
        return FilmFacts(max(seconds, 1 / self._rate), self._rate, width, height)

    def at(self, seconds: float) -> Pixels:
        """(H, W, 3), upright: the frame that is shown so long after the first.

        Raises:
            FilmError: there is none, or it is damaged.
        """
        try:
            if self._frames is None or seconds < self._shown or seconds > self._shown + _AHEAD:
                return _upright(self._sought(seconds))
            if frame := self._next(seconds):
                return _upright(frame)
        except MemoryError:
            raise
        except FilmError:
            raise
        except EOFError:
            pass
        except self._broken:
            self._frames = None
            raise FilmError("unreadable: the video is damaged here") from None
        self._frames = None
        raise FilmError(
            "truncated: the video ends before this frame" if seconds else "not an image: a video without frames"
        )

    def _sought(self, seconds: float) -> Any:
        """The frame at a time, from the whole picture before it. Some forms can only guess where that lies."""
        for margin in _MARGINS:
            self._container.seek(self._ticks(max(0.0, seconds - margin)), stream=self._stream)
            self._frames = self._container.decode(self._stream)
            frame = self._next(seconds)
            if frame is not None and self._shown <= seconds + 1 / self._rate:
                return frame
        self._container.close()
        self._container = open_container(self._file)
        self._stream = self._chosen()
        self._frames = self._container.decode(self._stream)
        if frame := self._next(seconds):
            return frame
        raise EOFError

    def _next(self, seconds: float) -> Any:
        """Of the frames that follow, the first that is not over by then; None without."""
        for frame in self._frames:
            _require_size(frame.width, frame.height)
            self._shown = self._time(frame)
            if self._shown + 1 / self._rate > seconds + 1e-6:
                return frame
        return None

    def _time(self, frame: Any) -> float:
        return float(frame.time) - self._first if frame.time is not None else self._shown + 1 / self._rate

    def _ticks(self, seconds: float) -> int:
        return int((seconds + self._first) / self._stream.time_base)

    def _seconds(self) -> float:
        """How long it is: by its head, else by the times of all its packets."""
        if self._stream.duration:
            return float(self._stream.duration * self._stream.time_base)
        if self._container.duration:
            return float(self._container.duration) / 1e6
        last = 0.0
        for number, packet in enumerate(self._container.demux(self._stream)):
            if number > _MOST_PACKETS:
                break
            if packet.pts is not None:
                last = max(last, float((packet.pts + (packet.duration or 0)) * packet.time_base) - self._first)
        return last


def open_container(file: IO[bytes]) -> Any:
    """PyAV's container of an opened file, which leads to no other file.

    Raises:
        FilmError: it is none that can be read.
    """
    import av

    file.seek(0)
    head = file.read(file_kinds.HEAD)
    form = _form(head)
    file.seek(0)
    try:
        return av.open(file, "r", format=form, io_open=_nowhere)
    except (av.error.FFmpegError, OSError, ValueError):
        raise FilmError("unreadable: a video that is damaged, or ends before it begins") from None


def _nowhere(url: str, flags: int, options: Any) -> Any:
    raise OSError("a video leads to no other file here")


def _form(head: bytes) -> str:
    for start, form in ((b"\x1aE\xdf\xa3", "matroska"), (b"FLV", "flv"), (b"RIFF", "avi"), (b"G", "mpegts")):
        if head.startswith(start):
            return form
    return "mov"


def _is_cover(stream: Any) -> bool:
    """Whether it is the picture on the cover of a sound."""
    from av.stream import Disposition

    return bool(stream.disposition & Disposition.attached_pic)


def _require_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise FilmError(f"too large: a video of {width} x {height} px")


def _upright(frame: Any) -> Pixels:
    turns = round(getattr(frame, "rotation", 0) / 90)  # telephones write sideways and say so
    return np.ascontiguousarray(np.rot90(in_colour(frame), turns))


def in_colour(frame: Any) -> Pixels:
    """RGB by the matrix that the frame names; where it names none, by what players take for its size."""
    known = {} if frame.colorspace != _UNNAMED else {"src_colorspace": matrix(frame.height)}
    pixels: Pixels = frame.reformat(format="rgb24", **known).to_ndarray()
    return pixels


def matrix(height: int) -> int:
    """The number of the matrix that players take a video of this height to have."""
    from av.video.reformatter import Colorspace

    return int(Colorspace.ITU709 if height >= HD else Colorspace.ITU601)
