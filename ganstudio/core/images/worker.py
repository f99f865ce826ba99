"""One decoding process: reads chunks of files from stdin, writes pixels into a file and what it saw to stdout.

It is started as a program of its own (see `pool`) rather than by multiprocessing, so that it works from any thread of
any program, imports neither torch nor Qt, and can die of a hostile file without harm. Lines in and out are JSON.
"""

import contextlib
import gc
import hashlib
import json
import os
import sys
import warnings
from collections.abc import Mapping
from typing import IO, Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from ganstudio.core.images.decode import Pixels, Unreached, Unusable
from ganstudio.core.images.duplicates import difference_hashes
from ganstudio.core.images.film import MOST_SECONDS
from ganstudio.core.images.levels import Range
from ganstudio.core.images.sources import Sources
from ganstudio.core.resolution import Resolution, shape_of
from ganstudio.core.run import Preparation

MOST_MEMORY = 2**30
"""Bytes of address space a decoding process may take beyond what it starts with."""
MEMORY_TO_GO = 384 * 2**20
"""A process that holds more than this when a chunk is done ends: another one begins small again."""
_GREY = 8  # colour channels of a grey photograph saved as JPEG differ by up to this much


def main() -> None:
    limit_memory()
    job = json.loads(sys.stdin.readline())
    preparation, resolution = Preparation(**job["preparation"]), job["resolution"]
    warnings.simplefilter("ignore")  # Pillow warns about what it can live with; so can we
    Image.MAX_IMAGE_PIXELS = None  # `decode` judges sizes itself, by format
    gc.freeze()  # what is loaded by now stays: no need to look through it again and again
    sources = Sources()
    with open(job["target"], "r+b", buffering=0) as target:
        say({"ready": True})
        for line in sys.stdin:
            try:
                facts = _chunk(json.loads(line), sources, preparation, resolution, target, job)
            except OSError as error:  # the pixels could not be written: no file's fault
                say({"disk": [error.errno or 0, error.strerror or str(error)]})
                continue
            leaving = _resident() > MEMORY_TO_GO
            say({"facts": facts, "leaving": leaving})
            if leaving:
                return


def limit_memory(most: int = MOST_MEMORY) -> None:
    """Let a file that asks for too much fail with a MemoryError here rather than take the machine down.

    `most`: bytes beyond what it has now. A limit that the process was started under stays: the smaller one holds.
    """
    with contextlib.suppress(ImportError, OSError, ValueError):  # no such limit on Windows; macOS refuses it
        import resource

        wanted = _pages(0) + most
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def limit_time(seconds: int) -> None:
    """Let the next file take so many seconds of the processor; then the system ends the process (SIGXCPU)."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        most = int(used.ru_utime + used.ru_stime) + 1 + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _resident() -> int:
    """Bytes of memory that this process holds; 0 where that cannot be known."""
    try:
        return _pages(1)
    except OSError:
        return 0


def _pages(which: int) -> int:
    """Bytes of address space (0) or of memory held (1). Raises OSError where there is no /proc."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[which]) * os.sysconf("SC_PAGE_SIZE")


def say(what: Any) -> None:
    sys.stdout.write(json.dumps(what, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def _chunk(
    tasks: list[list[Any]],
    sources: Sources,
    preparation: Preparation,
    resolution: Resolution,
    target: IO[bytes],
    job: Mapping[str, Any],
) -> list[list[Any]]:
    """Decode files that go into neighbouring rows.

    Returns:
        [reason, passing, width, height, colours, note, depth, grey, digest, hash] for each; see `pool.DecodeResult`.

    Raises:
        OSError: the pixels could not be written.
    """
    pixels = np.zeros((len(tasks), *shape_of(resolution), preparation.channels), dtype=np.uint8)
    facts = []
    for row, (_, kind, path, outer, item, size, scale) in zip(pixels, tasks, strict=True):
        limit_time(MOST_SECONDS if kind == "video" else job["seconds"])
        try:
            place = kind, path, tuple(outer) if outer else None, item, size
            decoded = sources.decoded(*place, preparation, resolution, Range(*scale) if scale else None)
            row[:] = decoded.pixels
            seen = [decoded.width, decoded.height, decoded.colours, decoded.note]
            facts.append(["", False, *seen, list(decoded.depth) if decoded.depth else None])
        except Unusable as reason:
            facts.append([str(reason), isinstance(reason, Unreached), 0, 0, "", "", None])
    target.seek(job["offset"] + tasks[0][0] * pixels[0].nbytes)
    target.write(pixels.data)
    digests = [hashlib.blake2b(row.data, digest_size=16).hexdigest() for row in pixels]
    return [
        [*fact, int(grey), digest, bits]
        for fact, grey, digest, bits in zip(facts, are_grey(pixels), digests, difference_hashes(pixels), strict=True)
    ]


def are_grey(pixels: Pixels) -> list[bool]:
    """For each picture of (n, H, W, C), do its channels hardly differ; a few pixels decide most cases."""
    grey = pixels.shape[3] == 1 or _colourfulness(pixels[:, ::8, ::8]) <= _GREY
    return [
        bool(likely and (row.shape[2] == 1 or _colourfulness(row[None])[0] <= _GREY))
        for likely, row in zip(np.broadcast_to(grey, len(pixels)), pixels, strict=True)
    ]


def _colourfulness(pixels: Pixels) -> npt.NDArray[np.uint8]:
    """The largest distance between colours in each picture of (n, H, W, 3 or 4)."""
    red, green, blue, *_ = np.moveaxis(pixels, 3, 0)
    brightest, darkest = np.maximum(np.maximum(red, green), blue), np.minimum(np.minimum(red, green), blue)
    distance: npt.NDArray[np.uint8] = (brightest - darkest).max(axis=(1, 2))
    return distance


if __name__ == "__main__":
    main()
