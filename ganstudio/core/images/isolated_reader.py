"""Single pictures from strangers, read in a process of their own: a photograph to project, a file to translate.

Folders are decoded by `pool`; this does the same for one file at a time, at whatever size.
"""

import contextlib
import functools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from ganstudio.core.images.archives import entry_stream
from ganstudio.core.images.decode import Frames, Pixels, Unusable, prepare_image, whole_picture
from ganstudio.core.images.film import Film, FilmError, FilmFacts
from ganstudio.core.images.levels import AUTO, Range
from ganstudio.core.images.limits import SEEKING
from ganstudio.core.images.listing import Outer, open_regular
from ganstudio.core.images.parquet import Table, TableError, TableFacts
from ganstudio.core.images.reading_child import Answer, ReadingChild, serve
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Preparation
from ganstudio.core.settings import values_of

MODULE = "ganstudio.core.images.isolated_reader"
_STRIP = 4 * 10**6


class PictureReader(ReadingChild):
    """Reads one picture after the other through a child that is started when it is needed. For one thread."""

    def __init__(self) -> None:
        super().__init__(MODULE)

    def prepared(self, path: Path, preparation: Preparation, resolution: Resolution) -> Pixels:
        """A picture as training images are prepared: (resolution, resolution, C) uint8.

        Raises:
            Unusable: with the reason.
        """
        asked = {"path": str(path.absolute()), "preparation": values_of(preparation), "resolution": resolution}
        facts, content = self.ask(asked)
        return np.frombuffer(content, np.uint8).reshape(facts["shape"])

    def whole(self, path: Path, levels: Range = AUTO, page: int = 0, *, keep_profile: bool = False) -> Frames:
        """A picture at its own size, or all frames of an animation; see `decode.whole_picture`.

        Raises:
            Unusable: with the reason.
        """
        asked = {"path": str(path.absolute()), "levels": levels, "page": page, "keep_profile": keep_profile}
        facts, content = self.ask(asked)
        pictures, at = [], 0
        for mode, width, height, size in facts["frames"]:
            pictures.append(Image.frombytes(mode, (width, height), content[at : at + size]))
            at += size
        known = {name: facts[name] for name in ("durations", "loop", "default", "format", "reduced")}
        return Frames(pictures, profile=bytes.fromhex(facts["profile"]), **known)

    def film(self, path: str, outer: Outer | None) -> FilmFacts:
        """What a video is, in a file or in the entry `outer` of an archive.

        Raises:
            Unusable: with the reason.
        """
        facts, _ = self.ask({"film": os.path.abspath(path), "outer": outer, "times": SEEKING})
        return FilmFacts(**facts["facts"])

    def frame(self, path: str, outer: Outer | None, seconds: float, height: int) -> Pixels:
        """(height, W, 3): the frame of a video that is shown after so many seconds, made small.

        Raises:
            Unusable: with the reason.
        """
        asked = {"film": os.path.abspath(path), "outer": outer, "times": SEEKING, "at": seconds, "height": height}
        facts, content = self.ask(asked)
        return np.frombuffer(content, np.uint8).reshape(facts["shape"])

    def table(self, path: str, outer: Outer | None) -> TableFacts:
        """What a Parquet table holds, in a file or in the entry `outer` of an archive.

        Raises:
            Unusable: with the reason.
        """
        facts, content = self.ask({"table": os.path.abspath(path), "outer": outer, "times": SEEKING})
        return TableFacts(facts["classes"], np.frombuffer(content, np.uint32), facts["side"])


# In the child ---------------------------------------------------------------------------------------------------------


class _Films:
    """Keeps the last video open: the strip of its frames is asked for one by one."""

    def __init__(self) -> None:
        self._key: Any = None
        self._film: Film | None = None
        self._files = contextlib.ExitStack()

    def answer(self, asked: dict[str, Any]) -> Answer:
        """Raises Unusable, or MemoryError."""
        with _in_plain_words():
            film = self._opened(asked["film"], _outer(asked))
            if "at" not in asked:
                return {"facts": film.facts().to_json()}, ()
            small = _small(film.at(asked["at"]), asked["height"])
        return {"shape": small.shape, "bytes": small.nbytes}, [small.tobytes()]

    def _opened(self, path: str, outer: Outer | None) -> Film:
        if self._film is None or self._key != (path, outer):
            self._film = None
            self._files.close()
            stream = self._files.enter_context(entry_stream(path, outer) if outer else open_regular(path))
            self._film, self._key = Film(stream), (path, outer)
            self._files.callback(self._film.close)
        return self._film


def _outer(asked: dict[str, Any]) -> Outer | None:
    return tuple(asked["outer"]) if asked["outer"] else None


@contextlib.contextmanager
def _in_plain_words() -> Iterator[None]:
    """Raises Unusable, or MemoryError."""
    try:
        yield
    except MemoryError:
        raise
    except (FilmError, TableError) as reason:
        raise Unusable(str(reason)) from None
    except Exception as error:  # the archive that it lies in raises a dozen types
        raise Unusable("unreadable: the file is damaged") from error


def _table(asked: dict[str, Any]) -> Answer:
    path, outer = asked["table"], _outer(asked)
    with _in_plain_words(), entry_stream(path, outer) if outer else open_regular(path) as stream:
        facts = Table(stream).facts()
    return {"classes": facts.classes, "side": facts.side, "bytes": facts.labels.nbytes}, [facts.labels.tobytes()]


def _small(pixels: Pixels, height: int) -> Pixels:
    width = max(1, round(pixels.shape[1] * height / pixels.shape[0]))
    return np.asarray(Image.fromarray(pixels).resize((width, height), Image.Resampling.BILINEAR))


def _answer(asked: dict[str, Any], films: _Films) -> Answer:
    if "film" in asked:
        return films.answer(asked)
    if "table" in asked:
        return _table(asked)
    if "resolution" in asked:
        pixels = prepare_image(asked["path"], Preparation(**asked["preparation"]), asked["resolution"])
        return {"shape": pixels.shape, "bytes": pixels.nbytes}, [pixels.tobytes()]
    levels = Range(*asked["levels"])
    frames = whole_picture(asked["path"], levels, asked["page"], keep_profile=asked["keep_profile"])
    sizes = [len(picture.getbands()) * picture.width * picture.height for picture in frames.pictures]
    known = [[p.mode, *p.size, size] for p, size in zip(frames.pictures, sizes, strict=True)]
    facts = {
        "frames": known, "durations": frames.durations, "loop": frames.loop, "default": frames.default,
        "format": frames.format, "profile": frames.profile.hex(), "reduced": frames.reduced, "bytes": sum(sizes),
    }  # fmt: skip
    return facts, _strips(frames.pictures)


def _strips(pictures: list[Image.Image]) -> Iterator[bytes]:
    """The pictures' bytes, piece by piece: no second copy of anything large."""
    for picture in pictures:
        rows = max(1, _STRIP // picture.width)
        for top in range(0, picture.height, rows):
            yield picture.crop((0, top, picture.width, min(picture.height, top + rows))).tobytes()


if __name__ == "__main__":
    serve(functools.partial(_answer, films=_Films()))
