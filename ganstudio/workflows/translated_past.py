"""The past of a translation: what the generator of each moment made of the same pictures."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ganstudio.core.checkpoint_names import Moment
from ganstudio.core.events import Sampled
from ganstudio.core.run import Run, RunError
from ganstudio.core.run_files import RunFileError, read_grid

if TYPE_CHECKING:
    import numpy as np

    from ganstudio.core.translator import Translator

    Pictures = np.ndarray[Any, Any]
    """uint8 (rows, H, W, C)."""

TranslatorOpener = Callable[[Run, str, str], "Translator"]
"""Makes a translator of a run, from a checkpoint or snapshot by its name, to a side. Not for the window's thread."""

SIDES = {"B": "A", "A": "B"}
"""The side that pictures come from, by the side that they are led to."""


def ways_in(grids: Sequence[Sampled]) -> tuple[str, ...]:
    """The sides that pictures are led to, as the titles of the newest grid's columns tell; () of other grids."""
    labels = grids[-1].labels if grids else ()
    return tuple(to for to, source in SIDES.items() if {source, result_title(to)} <= set(labels))


def result_title(to: str) -> str:
    """The title of the column of what became of pictures on their way to a side: 'A → B'."""
    return f"{SIDES[to]} → {to}"


def result_column(labels: Sequence[str], to: str) -> int:
    """Which column of a grid that is; the second where no title says so."""
    title = result_title(to) if to in SIDES else ""
    return labels.index(title) if title in labels else 1


def inputs_of(run: Run, grids: Sequence[Sampled], to: str, rows: int) -> "Pictures":
    """The pictures that the run's grids show again and again, cut out of the newest that can be read.

    Raises:
        RunError: none of them can be.
    """
    for sampled in reversed(grids):
        if to in ways_in([sampled]):
            try:
                pixels = read_grid(run.folder / sampled.path)
            except (RunFileError, OSError):
                continue
            column = sampled.labels.index(SIDES[to])
            return cut_out(pixels, sampled, [(row, column) for row in range(min(rows, sampled.rows))])
    raise RunError(f"The pictures that {run.folder} was shown with are not there any more.")


def cut_out(pixels: "Pictures", sampled: Sampled, places: Sequence[tuple[int, int]]) -> "Pictures":
    """Tiles of a grid (H, W, C) by row and column, as (N, h, w, C)."""
    import numpy as np

    height, width = pixels.shape[0] // sampled.rows, pixels.shape[1] // sampled.columns
    return np.stack([pixels[row * height : (row + 1) * height, at * width : (at + 1) * width] for row, at in places])


def drawer_of_translations(
    run: Run, grids: Sequence[Sampled], to: str, rows: int, opener: TranslatorOpener
) -> "Callable[[Moment], Pictures]":
    """Translates the pictures of the grids with the generator of a moment."""

    def drawn(moment: Moment) -> "Pictures":
        import numpy as np
        from PIL import Image

        translator = opener(run, moment.name, to)
        return np.stack([_in_colour(translator.image(Image.fromarray(_plain(picture)))) for picture in shown()])

    known: list[Pictures] = []

    def shown() -> "Pictures":
        if not known:
            known.append(inputs_of(run, grids, to, rows))
        return known[0]

    return drawn


def _plain(picture: "Pictures") -> "Pictures":
    """(H, W, C) as Pillow takes it: (H, W) where it has one channel."""
    return picture[:, :, 0] if picture.shape[2] == 1 else picture


def _in_colour(picture: "Pictures") -> "Pictures":
    return picture.repeat(3, 2) if picture.shape[2] == 1 else picture
