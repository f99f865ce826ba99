"""One picture by a network that has learned a style: what a faststyle run does on the page Enhance."""

import math
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.stylise import StyledPicture, StyliseError, digest_of
from ganstudio.workflows.unfinished import telling

if TYPE_CHECKING:
    from PIL import Image

    from ganstudio.core.pixels import Pixels


def drawn_by(run_folder: Path, content: Path, size: int, report: TaskProgress) -> StyledPicture:
    """The picture in one pass, `size` px on its longer side; its style error is not measured (nan).

    Raises:
        RunError: the run draws in no style.
        StyliseError: the picture cannot be read; a sentence.
        UnfinishedError: the memory ended it.
    """
    from ganstudio.core.run import Run
    from ganstudio.workflows.open_run import open_translator

    run = Run.open(run_folder)
    with telling("stylising", content.parent, lambda: "Nothing was drawn."):
        image = _read(content)
        translator = open_translator(run)
        image = image.resize(_fitting(image.size, size, least=4 * translator.tiling.multiple + 4))
        pixels = translator.image(image, report.progress)
    recipe = {"made by": "fast style", "run": run.name, "step": translator.step, "content": digest_of(content)}
    return StyledPicture(pixels, 1, 1, math.nan, recipe)


def style_of(run_folder: Path) -> "Pixels":
    """The picture whose style a run has learned, (H, W, 3), as its newest checkpoint holds it.

    Raises:
        RunError: it holds none.
    """
    from ganstudio.core.pixels import to_pixels
    from ganstudio.core.run import Run, RunError
    from ganstudio.models.translation.system import in_colour, unpack
    from ganstudio.workflows.open_run import state_of

    kept = state_of(Run.open(run_folder), "latest")["system"].get("shown_b")
    if kept is None or not len(kept):
        raise RunError(f"{run_folder.name} holds no style.")
    pixels: Pixels = to_pixels(in_colour(unpack(kept[:1])))[0]
    return pixels


def _read(path: Path) -> "Image.Image":
    from ganstudio.core.images.decode import Unusable
    from ganstudio.export.translating import first_picture

    try:
        return first_picture(path)
    except Unusable as error:
        raise StyliseError(f"{path.name} cannot be used: {error}.") from None


def _fitting(size: tuple[int, int], longest: int, least: int) -> tuple[int, int]:
    """Width and height with `longest` px on the longer side, and none below `least`."""
    factor = longest / max(size)
    return max(least, round(size[0] * factor)), max(least, round(size[1] * factor))
