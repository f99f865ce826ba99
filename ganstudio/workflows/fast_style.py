"""One picture by a network that has learned a style, or to draw in any: what such a run does on the page Enhance."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.models.style.style_settings import StyleSettings
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.stylise import (
    StyledPicture,
    StylePicture,
    StyleWish,
    StyliseError,
    counting,
    digest_of,
    mask_of,
    require_styles,
    tensor_of,
)
from ganstudio.workflows.unfinished import telling

if TYPE_CHECKING:
    import torch
    from PIL import Image

    from ganstudio.core.pixels import Pixels
    from ganstudio.core.translator import Translator

_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
SMALLEST_STYLE = 32
"""Pixels on a side, below which a style picture says too little."""


def drawn_by(wish: StyleWish, run_folder: Path, report: TaskProgress) -> StyledPicture:
    """The content in one pass; its style error is not measured (nan).

    Of the settings a run that has learned one style heeds the size and the colours alone. One that draws in any style
    takes those of the wish, or without them the first one that it was shown; with masks it draws once for each place.

    Raises:
        RunError: the run draws in no style.
        StyliseError: a picture cannot be read, or styles that the run cannot take; a sentence.
        UnfinishedError: the memory ended it.
    """
    from ganstudio.core.run import Run
    from ganstudio.workflows.open_run import open_translator

    run, settings = Run.open(run_folder), wish.settings
    with telling("stylising", wish.content.parent, lambda: "Nothing was drawn."):
        image = _read(wish.content)
        translator = open_translator(run, device=wish.device)
        image = image.resize(_fitting(image.size, settings.size, least=4 * translator.tiling.multiple + 4))
        if wish.styles:
            pixels = _in_places(translator, image, wish, run.name, report)
        else:
            pixels = translator.image(image, report.progress)
        if settings.keep_colours:
            pixels = _in_colours_of(image, pixels)
    recipe = {"made by": "fast style", "run": run.name, "step": translator.step, "content": digest_of(wish.content)}
    recipe |= {"size": settings.size, "keep_colours": settings.keep_colours, **_known(wish.styles, settings)}
    return StyledPicture(pixels, 1, 1, math.nan, recipe)


def take_styles(translator: "Translator", styles: Sequence[StylePicture], settings: StyleSettings, name: str) -> None:
    """Let the translator of a run called `name` draw in these styles from now on, everywhere.

    Raises:
        StyliseError: it has learned one style, or a picture cannot be read, or none has a weight; a sentence.
    """
    from ganstudio.models.adain.networks import InStyle

    network = translator.network
    if not isinstance(network, InStyle):
        raise StyliseError(f"{name} draws in no style but what it has learned: leave the style pictures out.")
    require_styles(styles)
    longest = round(settings.size * settings.brush)
    pictures = [_style_picture(style.path, longest, translator.channels[0]) for style in styles]
    network.take(pictures, [style.weight for style in styles], settings.strength)
    translator.wished = _known(styles, settings)


def _known(styles: Sequence[StylePicture], settings: StyleSettings) -> dict[str, Any]:
    """What a picture says of the styles that it was drawn in; nothing where none was given."""
    if not styles:
        return {}
    known = [{"picture": digest_of(style.path), "weight": style.weight} for style in styles]
    return {"styles": known, "strength": settings.strength, "brush": settings.brush}


def _in_places(
    translator: "Translator", image: "Image.Image", wish: StyleWish, name: str, report: TaskProgress
) -> "Pixels":
    """Drawn once for each mask, and once in the styles without one; where no style goes, the picture stays."""
    import numpy as np

    require_styles(wish.styles)
    places = _places(counting(wish.styles), image.size)
    total: np.ndarray | float = 0.0
    for number, (styles, share) in enumerate(places):
        take_styles(translator, styles, wish.settings, name)
        drawn = translator.image(image, _part_of(report, number, len(places)))
        total = total + share * drawn
    left = 1 - np.sum([share for _, share in places], 0)
    if left.max() > 0:
        total = total + left * np.asarray(image.convert(_MODES[drawn.shape[2]])).reshape(drawn.shape)
    return np.round(total).astype(np.uint8)


def _part_of(report: TaskProgress, number: int, count: int) -> Callable[[int, int], None]:
    """Takes (done, total) of the picture with this number, of so many."""
    return lambda done, total: report.progress(number * total + done, count * total)


def _places(styles: Sequence[StylePicture], size: tuple[int, int]) -> list[tuple[list[StylePicture], Any]]:
    """Styles that go together, and the share of each pixel that is theirs: (H, W, 1) in [0, 1], at most 1 together."""
    import numpy as np
    from PIL import Image

    masks = {}
    for number, style in enumerate(styles):
        if (mask := mask_of(style, _read)) is not None:
            lit = Image.fromarray(mask[0, 0].numpy()).resize(size, Image.Resampling.BILINEAR)
            masks[number] = np.asarray(lit)[:, :, None]
    covered = np.sum(list(masks.values()), 0) if masks else np.zeros((*size[::-1], 1), np.float32)
    places = [([styles[number]], mask / np.maximum(1, covered)) for number, mask in masks.items()]
    free = [style for style in styles if style.mask is None]
    return [*places, (free, 1 - np.minimum(1, covered))] if free else places


def draws_any_style(run_folder: Path) -> bool:
    """Whether a run wants style pictures, rather than having learned one."""
    from ganstudio.core.run import Run

    return Run.open(run_folder).settings.recipe == "adain"


def style_of(run_folder: Path) -> "Pixels":
    """The picture whose style a run has learned (or the first it was shown), (H, W, 3), of its newest checkpoint.

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


def _style_picture(path: Path, longest: int, channels: int) -> "torch.Tensor":
    """(1, channels, H, W) in [-1, 1]."""
    from ganstudio.models.style.colours import luma

    image = _read(path)
    picture = tensor_of(image.resize(_fitting(image.size, longest, SMALLEST_STYLE)))
    return (luma(picture) if channels == 1 else picture) * 2 - 1


def _in_colours_of(image: "Image.Image", drawn: "Pixels") -> "Pixels":
    """The brightness of what was drawn in the picture's own colours, with the alpha that it has."""
    import numpy as np
    from PIL import Image

    from ganstudio.core.pixels import to_pixels
    from ganstudio.models.style.colours import luma, recoloured

    brightness = luma(tensor_of(Image.fromarray(drawn).convert("RGB")))
    pixels: Pixels = to_pixels(recoloured(brightness, tensor_of(image)) * 2 - 1)[0]
    return np.dstack([pixels, drawn[:, :, 3]]) if drawn.shape[2] == 4 else pixels


def _fitting(size: tuple[int, int], longest: int, least: int) -> tuple[int, int]:
    """Width and height with `longest` px on the longer side, and none below `least`."""
    factor = longest / max(size)
    return max(least, round(size[0] * factor)), max(least, round(size[1] * factor))
