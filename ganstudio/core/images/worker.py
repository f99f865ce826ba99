"""One decoding process: reads chunks of files from stdin, writes pixels into a file and what it saw to stdout.

It is started as a program of its own (see `pool`) rather than by multiprocessing, so that it works from any thread of
any program, imports neither torch nor Qt, and can die of a hostile file without harm. Lines in and out are JSON.
"""

import contextlib
import hashlib
import io
import json
import os
import sys
import zipfile
from typing import IO, Any

import numpy as np
from PIL import Image

from ganstudio.core.images.decode import Decoded, Pixels, Unusable, decode
from ganstudio.core.images.found import open_regular
from ganstudio.core.images.idx import read_idx
from ganstudio.core.run import Preparation

MOST_MEMORY = 2 * 2**30
"""Bytes of address space a decoding process may take beyond what it starts with."""
_MARGIN = 2  # grey levels two cells must differ by to count: keeps noise in flat parts from flipping bits
_GREY = 8  # colour channels of a grey photograph saved as JPEG differ by up to this much


def main() -> None:
    limit_memory()
    job = json.loads(sys.stdin.readline())
    preparation, resolution = Preparation(**job["preparation"]), int(job["resolution"])
    Image.MAX_IMAGE_PIXELS = None  # `decode` judges sizes itself, by format
    Image.init()
    sources = Sources()
    with open(job["target"], "r+b", buffering=0) as target:
        say("ready")
        for line in sys.stdin:
            say([_one(task, sources, preparation, resolution, target, job["offset"]) for task in json.loads(line)])


def limit_memory() -> None:
    """Let a file that asks for too much fail with a MemoryError here rather than take the machine down."""
    with contextlib.suppress(ImportError, OSError, ValueError):  # no such limit on Windows; macOS refuses it
        import resource

        with open("/proc/self/statm") as file:
            now = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (now + MOST_MEMORY, resource.RLIM_INFINITY))


def say(what: Any) -> None:
    sys.stdout.write(json.dumps(what, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def _one(
    task: list[Any], sources: "Sources", preparation: Preparation, resolution: int, target: IO[bytes], offset: int
) -> list[Any]:
    """Decode one file into its row; returns [reason, width, height, grey, digest, hash]."""
    row, kind, path, item = task
    try:
        decoded = sources.decoded(kind, path, item, preparation, resolution)
    except Unusable as reason:
        return [str(reason), 0, 0, 0, "", ""]
    pixels = np.ascontiguousarray(decoded.pixels)
    target.seek(offset + row * pixels.nbytes)
    target.write(pixels.data)
    digest = hashlib.blake2b(pixels.data, digest_size=16).hexdigest()
    return ["", decoded.width, decoded.height, int(is_grey(pixels)), digest, difference_hash(pixels)]


def is_grey(pixels: Pixels) -> bool:
    """True if the channels of (H, W, C) hardly differ; every fourth pixel decides most cases."""
    return pixels.shape[2] == 1 or all(
        int(np.ptp(part.astype(np.int16), axis=2).max()) <= _GREY for part in (pixels[::4, ::4], pixels)
    )


def difference_hash(pixels: Pixels) -> str:
    """128 bits as hex: for 8 x 8 cells, is the cell to the right brighter, is the cell below brighter."""
    image = Image.fromarray(pixels[:, :, 0] if pixels.shape[2] == 1 else pixels).convert("L")
    cells = np.asarray(image.resize((9, 9), Image.Resampling.BOX), dtype=np.int16)
    right = cells[:8, 1:] > cells[:8, :8] + _MARGIN
    below = cells[1:, :8] > cells[:8, :8] + _MARGIN
    return np.packbits(np.stack([right, below])).tobytes().hex()


class Sources:
    """Opens what files come from, and keeps the last archive open: its neighbours come next."""

    def __init__(self) -> None:
        self._path = ""
        self._archive: Any = None

    def decoded(self, kind: str, path: str, item: int, preparation: Preparation, resolution: int) -> Decoded:
        if kind == "folder":
            return decode(path, preparation, resolution)
        try:
            content = self._entry(path, item) if kind == "zip" else self._image(path, item)
        except MemoryError:
            raise Unusable("too large: it needs too much memory to read") from None
        except Exception as error:  # zipfile and the codecs below it raise a dozen types
            raise Unusable("unreadable: the archive is damaged here") from error
        return decode(content, preparation, resolution)

    def _entry(self, path: str, item: int) -> IO[bytes]:
        if self._path != path:
            self._archive, self._path = zipfile.ZipFile(open_regular(path)), path
        entry = self._archive.infolist()[item]
        with self._archive.open(entry) as file:
            return io.BytesIO(file.read(entry.file_size))

    def _image(self, path: str, item: int) -> IO[bytes]:
        """One image of an IDX file, in the simplest form that Pillow reads: PGM."""
        if self._path != path:
            self._archive, self._path = read_idx(path), path
        (_, height, width), content = self._archive
        size = height * width
        return io.BytesIO(b"P5 %d %d 255\n" % (width, height) + content[item * size : (item + 1) * size])


if __name__ == "__main__":
    main()
