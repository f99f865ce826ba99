"""One picture in the style of others by moving its pixels (Gatys et al. 2015, arXiv 1508.06576), coarse to fine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.models.style.colours import luma, matched, recoloured
from ganstudio.models.style.statistics import (
    MEASURES,
    Measure,
    Statistic,
    content_difference,
    difference,
    mixed,
    start_of,
)
from ganstudio.models.style.style_settings import StyleSettings
from ganstudio.models.style.taps import CONTENT_TAP, SMALLEST, Taps

COARSEST = 128
"""Pixels on the longer side at first: large shapes of a style are found where they are few pixels."""
RATIO = 2**0.5
RATE, BETA1, BETA2 = 0.03, 0.9, 0.999
MOST_GAIN = 3.0
"""How much contrast is added or taken at first: the noise of a dark picture is not to be drawn."""


@dataclass(frozen=True)
class StyleSource:
    """A picture whose style is wanted, (1, 3, H, W) in [0, 1], how much, and where."""

    image: Tensor
    weight: float = 1.0
    mask: Tensor | None = None
    """(1, 1, h, w) in [0, 1] over the content; None: wherever no other style's mask says otherwise."""


@dataclass(frozen=True)
class Stage:
    """The picture after a step; the next one changes it."""

    image: Tensor
    """(1, 3, H, W) in [0, 1] at the size that is worked at; only brightness, (1, 1, H, W), where colours are kept."""
    step: int
    steps: int
    style_error: float
    """How far it is from the style, over how far the content was: 1 at first."""


def sizes(longest: int) -> list[int]:
    """128 px and up by the root of 2: [128, 181, 256] for 256."""
    stages = [longest]
    while round(stages[0] / RATIO) >= COARSEST:
        stages.insert(0, round(stages[0] / RATIO))
    return stages


def drawn(taps: Taps, content: Tensor, styles: Sequence[StyleSource], settings: StyleSettings) -> Iterator[Stage]:
    """The picture after each step, until it is done; whoever has seen enough takes what there is.

    `content`: (1, 3, H, W) in [0, 1], at least as large as `settings.size` or smaller; it is resized.
    """
    stages = sizes(settings.size)
    image: Tensor | None = None
    for number, longest in enumerate(stages):
        view = resized(content, longest)
        look = _Look(taps, view, styles, settings)
        start = look.begun() if image is None else F.interpolate(image, look.seen.shape[2:], mode="bicubic").clamp(0, 1)
        for step, error, image in _moved(look, start, settings):  # the last is the next size's start
            yield Stage(image, number * settings.steps + step, len(stages) * settings.steps, error)


def _moved(look: "_Look", start: Tensor, settings: StyleSettings) -> Iterator[tuple[int, float, Tensor]]:
    """(step, style error, picture) after each step of Adam on the pixels.

    By hand (Kingma and Ba 2014, algorithm 1): torch's optimisers take longer to be imported than the first picture.
    """
    pixels = start.clone().requires_grad_()
    mean, square = torch.zeros_like(start), torch.zeros_like(start)
    for step in range(1, settings.steps + 1):
        with torch.enable_grad():
            loss, error = look.loss(pixels)
            (gradient,) = torch.autograd.grad(loss, pixels)
        with torch.no_grad():
            mean.lerp_(gradient, 1 - BETA1)
            square.lerp_(gradient.square(), 1 - BETA2)
            deviation = (square / (1 - BETA2**step)).sqrt_().add_(1e-8)
            pixels.addcdiv_(mean, deviation, value=-RATE / (1 - BETA1**step)).clamp_(0, 1)
        yield step, float(error), pixels.detach()


@dataclass(frozen=True)
class _Region:
    """A part of the picture and the style that is wanted there."""

    share: float
    """Of the picture."""
    weights: Sequence[Tensor | None]
    """How much each place of each tap belongs to it, (1, 1, h, w); None: every place does."""
    wanted: Sequence[Statistic]

    def error(self, tap: int, layer: Tensor, measure: Measure) -> Tensor:
        return self.share * difference(measure(layer, self.weights[tap]), self.wanted[tap])


class _Look:
    """Content and style at one size: what a picture of that size should be like."""

    def __init__(self, taps: Taps, view: Tensor, styles: Sequence[StyleSource], settings: StyleSettings) -> None:
        self.taps, self.settings, self.styles = taps, settings, styles
        self.seen = luma(view) if settings.keep_colours else view
        self.measure = MEASURES[settings.measure]
        with torch.no_grad():
            features = taps(self.seen)
            self.content = features[CONTENT_TAP]
            self.regions = self._regions(styles, features)
            self.start = start_of(self._errors(features), self.regions[0].wanted)

    def begun(self) -> Tensor:
        """The content in the styles' colours, their mean and deviation of each, from half of the strength on.

        From a dark picture to a bright style it is a long way for pixels that move by a step at a time: a night sky in
        paper cuts was at 11 % after 150 steps, and is at 7 % from here.
        """
        if self.settings.keep_colours:
            return self.seen
        total = sum(style.weight for style in self.styles)
        moments = [torch.stack(torch.std_mean(style.image, (2, 3), correction=0, keepdim=True)) * (style.weight / total)
                   for style in self.styles]  # fmt: skip
        wanted_deviation, wanted_mean = torch.stack(moments).sum(0)
        deviation, mean = torch.std_mean(self.seen, (2, 3), correction=0, keepdim=True)
        gain = (wanted_deviation / deviation.clamp_min(1e-3)).clamp(1 / MOST_GAIN, MOST_GAIN)
        coloured = ((self.seen - mean) * gain + wanted_mean).clamp(0, 1)
        return torch.lerp(self.seen, coloured, min(1.0, 2 * self.settings.strength))

    def loss(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        """What is to become small, and the style error, over its value for the content."""
        features = self.taps(pixels)
        errors = [error / start for error, start in zip(self._errors(features), self.start, strict=True)]
        error = torch.stack(errors).mean()
        content = content_difference(features[CONTENT_TAP], self.content)
        return error + content_weight(self.settings.strength) * content, error.detach()

    def _errors(self, features: list[Tensor]) -> list[Tensor]:
        """How far each tap is from the styles, in all regions."""

        def errors(tap: int, layer: Tensor) -> list[Tensor]:
            return [region.error(tap, layer, self.measure) for region in self.regions]

        return [torch.stack(errors(tap, layer)).sum() for tap, layer in enumerate(features)]

    def _regions(self, styles: Sequence[StyleSource], features: list[Tensor]) -> list[_Region]:
        """One for each mask, and one for what no mask covers."""
        free = [style for style in styles if style.mask is None]
        masked = [(style, _over(style.mask, self.seen)) for style in styles if style.mask is not None]
        if not masked:
            return [_Region(1.0, [None] * len(features), self._wanted(free))]
        parts = [([style], mask) for style, mask in masked]
        if free:
            parts.append((free, (1 - torch.stack([mask for _, mask in masked]).sum(0)).clamp(0, 1)))
        return [
            _Region(float(mask.mean()), [_over(mask, layer) for layer in features], self._wanted(those))
            for those, mask in parts
            if float(mask.mean()) > 0
        ]

    def _wanted(self, styles: Sequence[StyleSource]) -> list[Statistic]:
        longest = round(max(self.seen.shape[2:]) * self.settings.brush)
        each = []
        for style in styles:
            picture = resized(style.image, longest)
            picture = matched(luma(picture), self.seen) if self.settings.keep_colours else picture
            each.append([self.measure(layer) for layer in self.taps(picture)])
        return mixed(each, [style.weight for style in styles])


def at_full_size(image: Tensor, content: Tensor, settings: StyleSettings) -> Tensor:
    """The `image` of a `Stage` as it is shown: (1, 3, H, W) in [0, 1], in the content's colours where they are kept."""
    view = resized(content, settings.size)
    large = _over(image, view)
    return recoloured(large, view) if settings.keep_colours else large


def content_weight(strength: float) -> float:
    """How much the content weighs beside the style error: from 2 at strength 0 down to 0.0002 at 1."""
    return float(2 * 10 ** (-4 * strength))


def resized(image: Tensor, longest: int) -> Tensor:
    """With `longest` px on its longer side, and no side below what the network needs."""
    height, width = image.shape[2:]
    factor = longest / max(height, width)
    target = max(SMALLEST, round(height * factor)), max(SMALLEST, round(width * factor))
    return _over(image, image.new_empty(1, 1, *target))


def _over(image: Tensor, other: Tensor) -> Tensor:
    """`image` at the size of `other`."""
    if image.shape[2:] == other.shape[2:]:
        return image
    return F.interpolate(image, other.shape[2:], mode="bicubic", antialias=True).clamp(0, 1)
