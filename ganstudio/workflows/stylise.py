"""One picture in the style of others: what `style` and the Enhance page both do."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.core.settings import values_of
from ganstudio.models.style.style_settings import StyleSettings
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.unfinished import telling

if TYPE_CHECKING:
    import torch
    from PIL import Image

    from ganstudio.core.pixels import Pixels
    from ganstudio.models.style.gatys import Stage, StyleSource
    from ganstudio.models.style.taps import Taps

MOST_STYLES = 3
FIRST, EVERY = 4, 8
"""After how many steps the first picture is shown, and each further one."""


class StyliseError(ValueError):
    """What was asked for cannot be done; the text is a sentence for the user."""


@dataclass(frozen=True)
class StylePicture:
    """A picture whose style is wanted."""

    path: Path
    weight: float = 1.0
    mask: "Path | Pixels | None" = None
    """Light where the style goes: a picture, or (H, W) uint8 as it was painted; None: everywhere else."""


@dataclass(frozen=True)
class StyleWish:
    """What is asked for."""

    content: Path
    styles: tuple[StylePicture, ...]
    settings: StyleSettings = field(default_factory=StyleSettings)
    features: Path | None = None
    """Weights of SqueezeNet; None: those at hand."""
    device: str = "auto"


@dataclass(frozen=True)
class StyledPicture:
    """What there is so far, at its full size."""

    pixels: "Pixels"
    """(H, W, 3), or with alpha where the content has some."""
    step: int
    steps: int
    style_error: float
    """How far it is from the style, over how far the content was: 1 at first."""
    recipe: Mapping[str, Any]
    """How it was made, to be written into the file."""


def stylise(
    wish: StyleWish, report: TaskProgress, *, on_picture: Callable[[StyledPicture], None] = lambda picture: None
) -> StyledPicture:
    """Draw the content in the styles; `on_picture` is given what there is every few steps.

    Cancelled, it returns the last picture.

    Raises:
        StyliseError: no style or too many, a picture that cannot be read, a mask that covers nothing; a sentence.
        FeaturesError: the network's weights are missing, or of another network; a sentence.
        UnfinishedError: the memory ended it.
    """
    from ganstudio.core.device import choose
    from ganstudio.core.images.isolated_reader import PictureReader
    from ganstudio.models.style.gatys import at_full_size, drawn

    require_styles(wish.styles)
    picture: StyledPicture | None = None
    with telling("stylising", wish.content.parent, lambda: _so_far(picture)):
        device = choose(wish.device).device
        taps = open_taps(wish.features, device)
        with PictureReader() as reader:
            image = _read(reader, wish.content)
            sources = [_source(reader, style, device) for style in counting(wish.styles)]
        content = tensor_of(image, device)
        recipe = _recipe(wish, taps.name)
        for stage in drawn(taps, content, sources, wish.settings):
            report.progress(stage.step, stage.steps)
            if not _is_shown(stage, report):
                continue
            shown = at_full_size(stage.image, content, wish.settings)
            known = recipe | {"step": stage.step, "of": stage.steps}
            picture = StyledPicture(_pixels(shown, image), stage.step, stage.steps, stage.style_error, known)
            on_picture(picture)
            if report.cancelled():
                break
    assert picture is not None, "the last step is shown"
    return picture


def _is_shown(stage: "Stage", report: TaskProgress) -> bool:
    return stage.step in (FIRST, stage.steps) or stage.step % EVERY == 0 or report.cancelled()


def open_taps(features: Path | None = None, device: "torch.device | str" = "cpu") -> "Taps":
    """The network that content and style are seen with; raises FeaturesError."""
    from ganstudio.models.style.taps import STYLE_TAPS, Taps
    from ganstudio.scores.perceptual_file import open_perceptual

    seen = open_perceptual(features)
    modules = list(seen.network.features.children())  # type: ignore[union-attr]
    taps = STYLE_TAPS[seen.name.partition("-")[0]]
    return Taps(modules, taps, mean=seen.mean, deviation=seen.deviation, name=seen.name).to(device)


def tensor_of(image: "Image.Image", device: "torch.device | str" = "cpu") -> "torch.Tensor":
    """(1, 3, H, W) in [0, 1]; what is see-through is seen on white."""
    import numpy as np
    import torch

    pixels = torch.from_numpy(np.array(_on_white(image)))
    return pixels.permute(2, 0, 1)[None].to(device).to(torch.float32).div_(255)


def write_styled(picture: StyledPicture, path: Path, *, recipe: bool = True, overwrite: bool = False) -> Path:
    """The picture as a file with its mark and, if wanted, its recipe; under another name if that is taken.

    Raises:
        OSError: it cannot be written.
    """
    from ganstudio.export.image_file import write_image

    kind = path.suffix.lower().lstrip(".") or "png"
    pixels = picture.pixels
    if kind in {"jpg", "jpeg"} and pixels.shape[2] == 4:
        pixels = _without_alpha(pixels)
    path.parent.mkdir(parents=True, exist_ok=True)
    fields = picture.recipe if recipe else None
    return write_image(pixels, path.with_suffix(f".{kind}"), kind, recipe=fields, overwrite=overwrite)


# The pieces -----------------------------------------------------------------------------------------------------------


def require_styles(styles: Sequence[StylePicture]) -> None:
    """Raises StyliseError: none, too many, or none of them counts."""
    if not 1 <= len(styles) <= MOST_STYLES:
        raise StyliseError(f"A picture takes one to {MOST_STYLES} styles, not {len(styles)}.")
    if all(style.weight <= 0 for style in styles):
        raise StyliseError("Every style has the weight 0: give at least one of them more.")


def counting(styles: Sequence[StylePicture]) -> list[StylePicture]:
    """Those that have a weight: where one without was to go, the others do."""
    return [style for style in styles if style.weight > 0]


def _so_far(picture: StyledPicture | None) -> str:
    return f"There is the picture after step {picture.step} of {picture.steps}." if picture else "Nothing was drawn."


def _read(reader: Any, path: Path) -> "Image.Image":
    from ganstudio.core.images.decode import Unusable

    try:
        image: Image.Image = reader.whole(path).pictures[0]
    except Unusable as error:
        raise StyliseError(f"{path.name} cannot be used: {error}.") from None
    if min(image.size) < 8 or max(image.size) > 32 * min(image.size):
        raise StyliseError(
            f"{path.name} is {image.width} x {image.height} px: too small or too narrow to have a style."
        )
    return image


def _source(reader: Any, style: StylePicture, device: "torch.device") -> "StyleSource":
    from ganstudio.models.style.gatys import StyleSource

    mask = mask_of(style, lambda path: _read(reader, path))
    image = tensor_of(_read(reader, style.path), device)
    return StyleSource(image, style.weight, None if mask is None else mask.to(device))


def mask_of(style: StylePicture, read: "Callable[[Path], Image.Image]") -> "torch.Tensor | None":
    """Where a style goes, (1, 1, H, W) in [0, 1]; None: everywhere else.

    Raises:
        StyliseError: nowhere.
    """
    import numpy as np
    import torch

    if style.mask is None:
        return None
    lit = np.array(_on_white(read(style.mask)).convert("L")) if isinstance(style.mask, Path) else style.mask
    if not lit.any():
        raise StyliseError(f"The mask of {style.path.name} is black everywhere: it says that the style goes nowhere.")
    return torch.from_numpy(lit.copy())[None, None].to(torch.float32).div_(255)


def _on_white(image: "Image.Image") -> "Image.Image":
    """In RGB."""
    from PIL import Image

    if "A" not in image.getbands():
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")


def _without_alpha(pixels: "Pixels") -> "Pixels":
    import numpy as np
    from PIL import Image

    return np.array(_on_white(Image.fromarray(pixels)))


def _pixels(shown: "torch.Tensor", content: "Image.Image") -> "Pixels":
    """(H, W, 3), with the content's alpha if it has some."""
    import numpy as np

    from ganstudio.core.pixels import to_pixels

    pixels: Pixels = to_pixels(shown * 2 - 1)[0]
    if "A" not in content.getbands():
        return pixels
    alpha = np.asarray(content.getchannel("A").resize((pixels.shape[1], pixels.shape[0])), np.uint8)
    return np.dstack([pixels, alpha])


def _recipe(wish: StyleWish, features: str) -> dict[str, Any]:
    """How the picture was made. The pictures are told by their checksums: their names are the person's own."""
    fields: dict[str, Any] = {"made by": "style transfer", "content": digest_of(wish.content)}
    fields["styles"] = [{"picture": digest_of(style.path), "weight": style.weight} for style in wish.styles]
    return fields | values_of(wish.settings) | {"features": features}


def digest_of(path: Path) -> str:
    """What tells a picture from others in a recipe, without its name."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
