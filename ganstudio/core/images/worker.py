"""One decoding process: reads chunks of files from stdin, writes pixels into a file and what it saw to stdout.

It is started as a program of its own (see `pool`) rather than by multiprocessing, so that it works from any thread of
any program, imports neither torch nor Qt, and can die of a hostile file without harm. Lines in and out are JSON.
"""

import gc
import hashlib
import json
import sys
import warnings
from dataclasses import replace
from typing import IO, Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from ganstudio.core.images.decode import Pixels, Unreached, Unusable
from ganstudio.core.images.duplicates import difference_hashes
from ganstudio.core.images.levels import Range
from ganstudio.core.images.limits import SEEKING, Limits, has_grown, limit_memory, limit_time, told
from ganstudio.core.images.sources import Sources
from ganstudio.core.resolution import Resolution, shape_of
from ganstudio.core.run import Preparation

_GREY = 8  # colour channels of a grey photograph saved as JPEG differ by up to this much


def main() -> None:
    limits = told(sys.argv[1:])
    limit_memory(limits.memory)
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
                facts = _chunk(json.loads(line), sources, preparation, resolution, target, job["offset"], limits)
            except OSError as error:  # the pixels could not be written: no file's fault
                say({"disk": [error.errno or 0, error.strerror or str(error)]})
                continue
            leaving = has_grown()
            say({"facts": facts, "leaving": leaving})
            if leaving:
                return


def say(what: Any) -> None:
    sys.stdout.write(json.dumps(what, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def _chunk(
    tasks: list[list[Any]],
    sources: Sources,
    preparation: Preparation,
    resolution: Resolution,
    target: IO[bytes],
    offset: int,
    limits: Limits,
) -> list[list[Any]]:
    """Decode files that go into neighbouring rows.

    Returns:
        [reason, passing, width, height, colours, note, depth, grey, digest, hash] for each; see `pool.DecodeResult`.

    Raises:
        OSError: the pixels could not be written.
    """
    pixels = np.zeros((len(tasks), *shape_of(resolution), preparation.channels), dtype=np.uint8)
    alike = pixels.copy() if any(fit for *_, fit in tasks) else pixels  # as if nobody had fitted any by hand
    facts = []
    for row, plain, (_, kind, path, outer, item, size, scale, fit) in zip(pixels, alike, tasks, strict=True):
        limit_time(limits.seconds * (SEEKING if kind in {"video", "parquet"} else 1))
        try:
            place = kind, path, tuple(outer) if outer else None, item, size
            levels = Range(*scale) if scale else None
            decoded = sources.decoded(*place, preparation, resolution, levels)
            plain[:] = row[:] = decoded.pixels
            if fit:
                fitted, cut = replace(preparation, fit=fit[0]), (fit[1], fit[2])
                row[:] = sources.decoded(*place, fitted, resolution, levels, cut).pixels
            seen = [decoded.width, decoded.height, decoded.colours, decoded.note]
            facts.append(["", False, *seen, list(decoded.depth) if decoded.depth else None])
        except Unusable as reason:
            facts.append([str(reason), isinstance(reason, Unreached), 0, 0, "", "", None])
    target.seek(offset + tasks[0][0] * pixels[0].nbytes)
    target.write(pixels.data)
    digests = [hashlib.blake2b(row.data, digest_size=16).hexdigest() for row in alike]
    return [
        [*fact, int(grey), digest, bits]
        for fact, grey, digest, bits in zip(facts, are_grey(pixels), digests, difference_hashes(alike), strict=True)
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
