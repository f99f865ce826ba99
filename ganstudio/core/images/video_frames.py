"""A video as a set of pictures: which of its frames are taken. The video itself is only opened in a child."""

import functools
import os
from dataclasses import dataclass

from ganstudio.core.images.decode import Unusable
from ganstudio.core.images.film import MISSING, FilmFacts, Pixels, available
from ganstudio.core.images.isolated_reader import PictureReader
from ganstudio.core.images.listing import Container, FoundFile, Listed, Outer
from ganstudio.core.run import Preparation

MOST_FRAMES = 10**6


@dataclass(frozen=True)
class Sampling:
    """Which frames of each video are taken."""

    rate: float = 2.0
    """So many a second ..."""
    count: int = 0
    """... or so many in all, evenly spread; 0: by the second."""
    start: float = 0.0
    end: float = 0.0
    """Seconds from its beginning between which they are taken; an end of 0 is that of the video."""

    @classmethod
    def of(cls, preparation: Preparation) -> "Sampling":
        chosen = preparation
        return cls(chosen.video_rate, chosen.video_frames, chosen.video_from, chosen.video_to)

    def times(self, facts: FilmFacts) -> list[int]:
        """Milliseconds from the beginning at which frames are taken, each in the middle of the time it stands for.

        Raises:
            ValueError: there is nothing between start and end; in plain words.
        """
        end = min(self.end or facts.seconds, facts.seconds)
        span = end - self.start
        if span <= 0:
            raise ValueError(f"a video of {facts.seconds:.1f} s has no frames from {self.start:g} s on")
        wanted = self.count or max(1, round(span * self.rate))
        number = max(1, min(wanted, round(span * facts.rate), MOST_FRAMES))
        return [round(1000 * (self.start + (place + 0.5) * span / number)) for place in range(number)]


def list_video(container: Container, sampling: Sampling) -> Listed:
    """The frames of a video that are taken, in their order, named by their times."""
    if not available():
        return container.refused(f"not an image: {MISSING}")
    known = container.file
    try:
        facts = look_at(known.path, container.outer, known.size, known.stamp)
        times = sampling.times(facts)
    except ValueError as error:
        said = str(error)
        return container.refused(said if isinstance(error, Unusable) else f"not used: {said}")
    place = container.place("video", known.place.label)
    return [FoundFile(place, clock(time), known.size, known.stamp, time) for time in times], []


def clock(milliseconds: int) -> str:
    """'00-01-02.500': sorts as time goes, and is a name on every system."""
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02d}-{seconds // 60 % 60:02d}-{seconds % 60:02d}.{rest:03d}"


def strip(path: str, count: int, height: int) -> tuple[FilmFacts, list[Pixels]]:
    """So many frames of a video from its beginning to its end, small, to choose a stretch from.

    Raises:
        OSError: it cannot be looked at.
        Unusable: with the reason.
    """
    info = os.stat(path)
    return _strip(path, info.st_size, info.st_mtime_ns, count, height)


@functools.lru_cache(maxsize=8)
def _strip(path: str, size: int, stamp: int, count: int, height: int) -> tuple[FilmFacts, list[Pixels]]:
    facts = look_at(path, None, size, stamp)
    with PictureReader() as reader:
        times = [(place + 0.5) * facts.seconds / count for place in range(count)]
        return facts, [reader.frame(path, None, time, height) for time in times]


@functools.lru_cache(maxsize=256)
def look_at(path: str, outer: Outer | None, size: int, stamp: int) -> FilmFacts:
    """Length, rate and size of a video, read in a process of its own.

    Raises:
        Unusable: with the reason.
    """
    with PictureReader() as reader:
        return reader.film(path, outer)
