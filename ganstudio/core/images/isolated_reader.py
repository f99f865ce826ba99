"""Single pictures from strangers, read in a process of their own: a photograph to project, a file to translate.

Folders are decoded by `pool`; this does the same for one file at a time, at whatever size. A file that takes too
much memory or time ends the child and not the program, and the next file gets another child. The child answers each
request (a line of JSON) with a line of JSON and the bytes that it announces.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Self

import numpy as np
from PIL import Image

from ganstudio.core.images.archives import entry_stream
from ganstudio.core.images.decode import Frames, Pixels, Unreached, Unusable, prepare_image, whole_picture
from ganstudio.core.images.film import Film, FilmError, FilmFacts
from ganstudio.core.images.levels import AUTO, Range
from ganstudio.core.images.listing import Outer, open_regular
from ganstudio.core.images.worker import limit_memory, limit_time
from ganstudio.core.processes import NO_WINDOW, environment, one_thread, own_folder, python
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Preparation
from ganstudio.core.settings import values_of
from ganstudio.core.threads import start_thread

MODULE = "ganstudio.core.images.isolated_reader"
MOST_MEMORY = 2 * 2**30
"""Bytes that reading a whole picture or an animation may take; `decode` lets none in that needs more."""
MOST_SECONDS = 20
"""Seconds of the processor for one file, and ..."""
MOST_WAIT = 60.0
"""... seconds by the clock."""


class PictureReader:
    """Reads one picture after the other through a child that is started when it is needed. For one thread."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child:
            child.kill()
            with contextlib.suppress(BrokenPipeError), child:
                pass

    def prepared(self, path: Path, preparation: Preparation, resolution: Resolution) -> Pixels:
        """A picture as training images are prepared: (resolution, resolution, C) uint8.

        Raises:
            Unusable: with the reason.
        """
        asked = {"path": str(path.absolute()), "preparation": values_of(preparation), "resolution": resolution}
        facts, content = self._ask(asked)
        return np.frombuffer(content, np.uint8).reshape(facts["shape"])

    def whole(self, path: Path, levels: Range = AUTO, page: int = 0, *, keep_profile: bool = False) -> Frames:
        """A picture at its own size, or all frames of an animation; see `decode.whole_picture`.

        Raises:
            Unusable: with the reason.
        """
        asked = {"path": str(path.absolute()), "levels": levels, "page": page, "keep_profile": keep_profile}
        facts, content = self._ask(asked)
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
        facts, _ = self._ask({"film": os.path.abspath(path), "outer": outer})
        return FilmFacts(**facts["facts"])

    def frame(self, path: str, outer: Outer | None, seconds: float, height: int) -> Pixels:
        """(height, W, 3): the frame of a video that is shown after so many seconds, made small.

        Raises:
            Unusable: with the reason.
        """
        facts, content = self._ask({"film": os.path.abspath(path), "outer": outer, "at": seconds, "height": height})
        return np.frombuffer(content, np.uint8).reshape(facts["shape"])

    def _ask(self, asked: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        child = self._child = self._child or _start()
        assert child.stdin is not None
        assert child.stdout is not None
        answered = threading.Event()
        overdue = start_thread(lambda: _kill_unless(answered, child), "overdue")
        try:
            child.stdin.write(json.dumps(asked).encode() + b"\n")
            child.stdin.flush()
            facts: dict[str, Any] = json.loads(child.stdout.readline() or b"null") or {}
            content = child.stdout.read(facts["bytes"]) if facts.get("bytes") else b""
        except (OSError, ValueError):
            facts, content = {}, b""
        finally:
            answered.set()
            overdue.join()  # it ends at once, and nothing of it is left when the answer is given
        if not facts or len(content) != facts.get("bytes", 0):
            self.close()
            raise Unreached("too large or damaged: reading it takes too much memory or time")
        if reason := facts.get("reason"):
            raise (Unreached if facts.get("passing") else Unusable)(reason)
        return facts, content


def _kill_unless(answered: threading.Event, child: "subprocess.Popen[bytes]") -> None:
    if not answered.wait(MOST_WAIT):
        child.kill()


def _start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        python(MODULE), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=own_folder(),
        env=environment(**one_thread()), creationflags=NO_WINDOW,
    )  # fmt: skip


# In the child ---------------------------------------------------------------------------------------------------------


def main() -> None:
    limit_memory(MOST_MEMORY)
    warnings.simplefilter("ignore")  # Pillow warns about what it can live with; so can we
    Image.MAX_IMAGE_PIXELS = None  # `decode` judges sizes itself, by format
    out = sys.stdout.buffer
    films = _Films()
    for line in sys.stdin.buffer:
        limit_time(MOST_SECONDS)
        try:
            asked = json.loads(line)
            films.answer(asked, out) if "film" in asked else _answer(asked, out)
        except Unusable as reason:
            _say({"reason": str(reason), "passing": isinstance(reason, Unreached)}, out)
        out.flush()


class _Films:
    """Keeps the last video open: the strip of its frames is asked for one by one."""

    def __init__(self) -> None:
        self._key: Any = None
        self._film: Film | None = None
        self._files = contextlib.ExitStack()

    def answer(self, asked: Mapping[str, Any], out: IO[bytes]) -> None:
        """Raises Unusable."""
        try:
            film = self._opened(asked["film"], tuple(asked["outer"]) if asked["outer"] else None)
            if "at" not in asked:
                _say({"facts": film.facts().to_json()}, out)
                return
            small = _small(film.at(asked["at"]), asked["height"])
        except FilmError as reason:
            raise Unusable(str(reason)) from None
        except MemoryError:
            raise Unreached("too large: it needs too much memory to read") from None
        except Exception as error:  # the archive that it lies in raises a dozen types
            raise Unusable("unreadable: the file is damaged") from error
        _say({"shape": small.shape, "bytes": small.nbytes}, out)
        out.write(small.tobytes())

    def _opened(self, path: str, outer: Outer | None) -> Film:
        if self._film is None or self._key != (path, outer):
            self._film = None
            self._files.close()
            stream = self._files.enter_context(entry_stream(path, outer) if outer else open_regular(path))
            self._film, self._key = Film(stream), (path, outer)
            self._files.callback(self._film.close)
        return self._film


def _small(pixels: Pixels, height: int) -> Pixels:
    width = max(1, round(pixels.shape[1] * height / pixels.shape[0]))
    return np.asarray(Image.fromarray(pixels).resize((width, height), Image.Resampling.BILINEAR))


def _say(facts: Mapping[str, Any], out: IO[bytes]) -> None:
    out.write(json.dumps(facts).encode() + b"\n")


def _answer(asked: Mapping[str, Any], out: IO[bytes]) -> None:
    if "resolution" in asked:
        pixels = prepare_image(asked["path"], Preparation(**asked["preparation"]), asked["resolution"])
        _say({"shape": pixels.shape, "bytes": pixels.nbytes}, out)
        out.write(pixels.tobytes())
        return
    levels = Range(*asked["levels"])
    frames = whole_picture(asked["path"], levels, asked["page"], keep_profile=asked["keep_profile"])
    contents = [picture.tobytes() for picture in frames.pictures]
    known = [[p.mode, *p.size, len(content)] for p, content in zip(frames.pictures, contents, strict=True)]
    _say(
        {"frames": known, "durations": frames.durations, "loop": frames.loop,
         "default": frames.default, "format": frames.format, "profile": frames.profile.hex(), "reduced": frames.reduced,
         "bytes": sum(map(len, contents))},
        out,
    )  # fmt: skip
    for content in contents:
        out.write(content)


if __name__ == "__main__":
    main()
