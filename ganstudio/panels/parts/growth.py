"""How far networks have grown that grow while they learn (ProGAN, StyleGAN), in words."""

from collections.abc import Callable, Mapping

from ganstudio.core.resolution import Resolution, grid_of


def growth_text(losses: Mapping[str, float], resolution: Resolution, tr: Callable[[str], str]) -> str | None:
    """'16 of 64 px, fading in 40 %'; '' for networks that do not grow; None when this cannot be told now.

    Args:
        losses: of a Progress; means since the one before, so that one across a doubling says nothing.
        resolution: what they grow to, 0 when that is not known.
    """
    if "stage" not in losses:
        return ""
    size, fade = losses["stage"], losses.get("fade", 1.0)
    if size != round(size) or round(size) & (round(size) - 1):
        return None
    grid = grid_of(resolution)
    reached: Resolution = grid.at(round(size)).resolution if grid else round(size)
    short = grid is not None and grid.nominal > size
    text = tr("{0} of {1} px").format(reached, resolution) if short else tr("{0} px").format(reached)
    if fade < 0.995:
        return tr("{0}, fading in {1} %").format(text, round(100 * fade))
    return tr("{0}, fully grown").format(text) if reached == resolution else text
