"""The pictures of a run that learns to enlarge: patches to learn from, pairs to judge on, and what sees them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from ganstudio.core.events import Warned
from ganstudio.core.images.cache import Prepared, prepare
from ganstudio.core.images.check_report import CheckReport
from ganstudio.core.images.holdout import hold_out
from ganstudio.core.images.patches import Partners, Patches, Rows, Shrink
from ganstudio.core.pixels import Pixels, to_pixels
from ganstudio.core.run import Preparation, RunError, RunSettings
from ganstudio.core.spread import evenly
from ganstudio.models.superres.degradation import degrade, draws_of
from ganstudio.models.superres.recipe import SuperRes
from ganstudio.models.superres.system import SuperResSystem
from ganstudio.scores.enlarging import Pair
from ganstudio.scores.features import FeaturesError
from ganstudio.scores.perceptual_place import perceptual_file
from ganstudio.scores.perceptual_taps import PerceptualTaps, open_taps

HELD_OUT = 20
"""Pictures that are measured on."""
FEWEST = 20
"""With fewer pictures none is held out."""
SHOWN = 4
"""Rows of the live view."""
LISTED = 5
ALIKE = 0.9
"""Correlation of a small picture and its reduced large one below which they are not the same picture."""


@dataclass(frozen=True)
class PairedImages:
    """What a session of such a run needs of its pictures."""

    patches: Patches
    held_out: list[Pair]
    shown: list[Pair]
    reports: tuple[CheckReport, ...]
    """Of each folder."""
    remarks: tuple[Warned, ...]


def open_pairs(
    settings: RunSettings,
    recipe: SuperRes,
    device: torch.device,
    *,
    on_prepare: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PairedImages:
    """Prepare one folder, whose pictures are made small, or two: the large ones and the same by name, small.

    Raises:
        ImagesError: a folder is empty or cannot be prepared.
        RunError: no picture of one folder has a partner in the other, or they are not of this scale.
        Cancelled: `cancelled` returned True.
    """
    sides = [
        prepare(sources, preparation_of(settings), recipe.side_resolution(side),
                on_progress=on_prepare, cancelled=cancelled)
        for side, sources in enumerate(settings.sides)
    ]  # fmt: skip
    partners, sentences = (_alone(sides[0]), []) if len(sides) == 1 else matched(sides[0], sides[1])
    if partners.small is not None:
        sentences += [*_unlike(partners, recipe.scale), *_other_scale(sides[0], sides[1], recipe.scale)]
    kept, aside = hold_out(partners.names, settings.preparation.held_out, settings.seed, least=FEWEST)
    patches = Patches(
        partners.chosen(kept), resolution=recipe.resolution, scale=recipe.scale, batch=recipe.batch,
        seed=settings.seed, turn=recipe.turn, shrink=shrinking(recipe, settings.seed), device=device,
    )  # fmt: skip
    held_out = _pairs(partners.chosen(_spread(aside, HELD_OUT)), recipe, settings.seed)
    shown = held_out or _pairs(partners.chosen(_spread(kept, SHOWN)), recipe, settings.seed)
    shown = [shown[place] for place in evenly(len(shown), SHOWN)]
    remarks = tuple(Warned(step=0, topic="pairs", message=sentence) for sentence in sentences)
    return PairedImages(patches, held_out, shown, tuple(side.report for side in sides), remarks)


def _spread(places: Rows, most: int) -> Rows:
    chosen: Rows = places[evenly(len(places), most)]
    return chosen


def small_preview(pixels: Pixels, degradation: str, scale: int, seed: int = 0) -> Pixels:
    """(H, W, C) uint8 -> (H / scale, W / scale, C): what a picture is made into for training, to be seen before Start.

    A last row or column that the scale does not divide is cut.
    """
    height, width = (side // scale * scale for side in pixels.shape[:2])
    large = torch.from_numpy(np.array(pixels[:height, :width])).permute(2, 0, 1)[None].float() / 255
    small: Pixels = to_pixels(degrade(large, degradation, scale, draws_of(seed, 0)) * 2 - 1)[0]
    return small


def shrinking(recipe: SuperRes, seed: int) -> Shrink | None:
    """What makes the small patches of a step; None: the System does so cleanly, where it learns."""
    if recipe.degradation == "clean":
        return None
    return lambda large, step: degrade(large, recipe.degradation, recipe.scale, draws_of(seed, step))


def preparation_of(settings: RunSettings) -> Preparation:
    """Classes are of no use here, and near duplicates in one folder would leave their partners alone."""
    copies = settings.preparation.duplicates if len(settings.sides) == 1 else "keep"
    return replace(settings.preparation, labels=False, duplicates=copies)


def make_ready(system: SuperResSystem, images: PairedImages, eyes: PerceptualTaps | None) -> None:
    """Give the System what it cannot know: the pictures to show, and the network to see with."""
    if eyes is not None:
        system.eyes = eyes
    size = system.game.resolution

    def middle(pictures: list[torch.Tensor], side: int) -> torch.Tensor:
        starts = [((picture.shape[2] - side) // 2, (picture.shape[3] - side) // 2) for picture in pictures]
        cut = [picture[..., top : top + side, left : left + side]
               for picture, (top, left) in zip(pictures, starts, strict=True)]  # fmt: skip
        return torch.cat(cut).mul(255).round().to(torch.uint8)

    smalls, larges = [pair.small for pair in images.shown], [pair.large for pair in images.shown]
    system.show(middle(smalls, size // system.game.scale), middle(larges, size))


def eyes_from(path: Path | None, recipe: SuperRes, device: torch.device) -> PerceptualTaps | None:
    """What compares pictures by eye, from a file of weights or those at hand; None without: the discriminator does.

    Raises:
        RunError: the file holds no weights of such a network.
    """
    path = path or perceptual_file()
    if path is None or not recipe.perceptual_weight:
        return None
    try:
        return open_taps(path, deepest=recipe.perceptual_depth == "last", device=device)
    except FeaturesError as error:
        raise RunError(str(error)) from None


# Partners -------------------------------------------------------------------------------------------------------------


def _alone(large: Prepared) -> Partners:
    return Partners(large, np.arange(len(large.names)))


def matched(large: Prepared, small: Prepared) -> tuple[Partners, list[str]]:
    """The pictures that both folders have under one name, whatever their endings, and sentences on the others.

    Raises:
        RunError: there are none.
    """
    rows, small_rows = ({_stem(name): row for row, name in enumerate(side.names)} for side in (large, small))
    both = [stem for stem in rows if stem in small_rows]
    if not both:
        raise RunError(
            "No picture of the second folder has the name of one of the first: give the same pictures, small, "
            "under the same names."
        )
    sentences = [
        *_without(rows.keys() - small_rows.keys(), "small"),
        *_without(small_rows.keys() - rows.keys(), "large"),
    ]
    places = np.array([rows[stem] for stem in both]), np.array([small_rows[stem] for stem in both])
    return Partners(large, places[0], small, places[1]), sentences


def _stem(name: str) -> str:
    """Without the folder that was given and the ending, since one side may be PNG and the other JPEG."""
    return str(Path(name).with_suffix(""))


def _without(stems: set[str], kind: str) -> list[str]:
    if not stems:
        return []
    return [f"Without a {kind} partner of the same name, and left out: {_listed(sorted(stems))}."]


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - LISTED:,} more" if len(names) > LISTED else ""
    return f"{', '.join(names[:LISTED])}{more}"


def _unlike(partners: Partners, scale: int) -> list[str]:
    """Pairs that do not show the same, by correlation."""
    assert partners.small is not None
    assert partners.small_rows is not None
    odd = []
    for name, row, small_row in zip(partners.names, partners.rows, partners.small_rows, strict=True):
        small = partners.small.pixels[small_row].astype(np.float64).mean(2)
        large = partners.large.pixels[row].astype(np.float64).mean(2)
        reduced = large.reshape(len(small), scale, len(small), scale).mean((1, 3))
        if small.std() > 1 and reduced.std() > 1 and np.corrcoef(small.ravel(), reduced.ravel())[0, 1] < ALIKE:
            odd.append(name)
    if not odd:
        return []
    return [f"These do not show the same as their partners, cut or turned otherwise perhaps: {_listed(odd)}."]


def _other_scale(large: Prepared, small: Prepared, scale: int) -> list[str]:
    """Whether the folders differ by another factor than the one that is learned, by their median pictures."""
    there = min(large.report.sizes[1]) / max(1, min(small.report.sizes[1]))
    if abs(there - scale) <= 0.1 * scale:
        return []
    way_out = f"choose scale {there:.0f}" if round(there) in (2, 4) else f"make them {scale} times smaller"
    return [
        f"The pictures of the second folder are {there:.2g} times smaller than the first's, not {scale}: {way_out}."
    ]


def _pairs(partners: Partners, recipe: SuperRes, seed: int) -> list[Pair]:
    """Whole prepared pictures and their small partners, made small always in the same way where there are none."""
    pairs = []
    for place, (name, row) in enumerate(zip(partners.names, partners.rows, strict=True)):
        large = _tensor(partners.large, row)
        if partners.small is not None and partners.small_rows is not None:
            small = _tensor(partners.small, partners.small_rows[place])
        else:
            small = degrade(large, recipe.degradation, recipe.scale, draws_of(seed, 2**40 + place))
        pairs.append(Pair(small, large, name))
    return pairs


def _tensor(prepared: Prepared, row: int) -> torch.Tensor:
    return torch.from_numpy(np.array(prepared.pixels[row])).permute(2, 0, 1)[None].float() / 255
