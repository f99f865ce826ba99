"""The sample set that the program draws itself: flowers of five species, and the same world in pencil.

The same seed shows the same flower in both, so that a translation can be judged; the sets that are written use
different seeds, because the recipes that learn from two folders are not told which belong together.
"""

import contextlib
import errno
import json
import os
import queue
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from ganstudio.core.images.pool import cores
from ganstudio.core.processes import NO_WINDOW, environment, is_frozen, one_thread, own_folder, python
from ganstudio.core.threads import start_thread
from ganstudio.samples import brush, flowers

SPECIES = flowers.SPECIES_NAMES
KINDS = ("blossoms", "sketches")
_WORTH_A_PROCESS = 100  # pictures that take longer to draw than another process takes to start
_SETS = 10**6  # seeds from one set to the next


def draw_blossom(seed: int, size: int) -> Image.Image:
    """The flower of `seed` in colour, RGB, size x size pixels."""
    return brush.paint(flowers.scene(seed), size)


def draw_sketch(seed: int, size: int) -> Image.Image:
    """The flower of `seed` drawn in coloured pencil, RGB, size x size pixels."""
    return brush.sketch(flowers.scene(seed), size, np.random.default_rng([seed, 0x5CE7C4]))


def species(seed: int) -> str:
    """Which of `SPECIES` the flower of `seed` is."""
    return flowers.scene(seed).species


def write_sample_set(
    folder: Path,
    count: int,
    size: int,
    kind: str,
    seed: int = 0,
    on_progress: Callable[[int, int], None] | None = None,
    *,
    by_species: bool = False,
) -> None:
    """Draw `count` pictures as blossom-00001.png (or sketch-00001.png) and on, over what has these names.

    Args:
        on_progress: told (done, total) from this thread; what it raises ends the work.
        by_species: put each into a subfolder named for its species, as classes.

    Raises:
        OSError: a picture could not be written.
    """
    if kind not in KINDS:
        raise ValueError(f"There is no sample set called {kind!r}. There are: {', '.join(KINDS)}.")
    for name in SPECIES if by_species else ("",):
        (folder / name).mkdir(parents=True, exist_ok=True)
    first = 2 * _SETS * seed + (_SETS if kind == "sketches" else 0)
    todo = {"folder": str(folder.absolute()), "size": size, "kind": kind, "first": first, "by_species": by_species}
    for done, _ in enumerate(_drawn(todo, count), start=1):
        if on_progress:
            on_progress(done, count)


def _drawn(todo: dict[str, object], count: int) -> Iterator[int]:
    """Draw in as many processes as are worth it; yields once for each picture that is done."""
    processes = min(cores(), count // _WORTH_A_PROCESS)
    if processes < 2 or is_frozen():
        for number in range(count):
            yield _write(todo, number)
        return
    shares = [todo | {"start": start, "step": processes, "count": count} for start in range(processes)]
    with contextlib.ExitStack() as running:
        said: queue.SimpleQueue[int] = queue.SimpleQueue()
        for share in shares:
            running.enter_context(_artist(share, said))
        for _ in range(count):
            if (number := said.get()) < 0:
                raise OSError(-number, os.strerror(-number), str(todo["folder"]))
            yield number


@contextlib.contextmanager
def _artist(share: dict[str, object], said: "queue.SimpleQueue[int]") -> Iterator[None]:
    """A process that draws its share, and a thread that hears how far it is: a number a line, below 0 if it failed."""
    command = python("ganstudio.samples.blossoms", json.dumps(share))
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=own_folder(),
        env=environment(**one_thread()),
        creationflags=NO_WINDOW,
    ) as process:

        def listen() -> None:
            for line in process.stdout or ():
                said.put(int(line))
            if process.wait():
                said.put(-errno.EIO)  # after what it has said itself

        listener = start_thread(listen, "drawing")
        try:
            yield
        finally:
            process.kill()
            listener.join()


def _write(todo: dict[str, object], number: int) -> int:
    seed, size = int(str(todo["first"])) + number, int(str(todo["size"]))
    blossom = todo["kind"] == "blossoms"
    picture = draw_blossom(seed, size) if blossom else draw_sketch(seed, size)
    folder = Path(str(todo["folder"]), species(seed) if todo["by_species"] else "")
    path = folder / f"{'blossom' if blossom else 'sketch'}-{number + 1:05d}.png"
    temporary = path.with_suffix(f".{os.getpid()}.tmp")  # no flushing to the disk: what is lost can be drawn again
    picture.save(temporary, "PNG")
    os.replace(temporary, path)
    return number


def _draw_share(share: dict[str, object]) -> None:
    start, step, count = (int(str(share[name])) for name in ("start", "step", "count"))
    try:
        for number in range(start, count, step):
            sys.stdout.write(f"{_write(share, number)}\n")
            sys.stdout.flush()
    except OSError as error:
        sys.stdout.write(f"{-(error.errno or errno.EIO)}\n")
        sys.exit(1)


if __name__ == "__main__":
    _draw_share(json.loads(sys.argv[1]))
