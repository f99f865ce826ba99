"""What the discriminator sees of an image: DiffAugment (Zhao et al. 2020), instance noise, or both.

The same kind of change is made to reals and fakes, in the discriminator's step and in the generator's, and gradients
flow through it: otherwise the generator would learn to draw the changes (Zhao et al. 2020, section 3).
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import torch
import torch.nn.functional as F
from torch import Tensor


class Augmentation(Protocol):
    """A random change of images that keeps their shape, and what it remembers from step to step."""

    def __call__(self, images: Tensor) -> Tensor: ...
    def learn(self, real_logits: Tensor, step: int) -> dict[str, Tensor]:
        """Adapt to what the discriminator said of the reals it saw; returns numbers to report."""

    def state(self) -> dict[str, Any]: ...
    def restore(self, state: Mapping[str, Any]) -> None: ...


class DiffAugment:
    """Random colour, translation and cutout, drawn for each image; the policy names which, '' changes nothing."""

    def __init__(self, policy: str) -> None:
        self.changes = [CHANGES[name] for name in policy_names(policy)]

    def __call__(self, images: Tensor) -> Tensor:
        for change in self.changes:
            images = change(images)
        return images

    def learn(self, real_logits: Tensor, step: int) -> dict[str, Tensor]:
        return {}

    def state(self) -> dict[str, Any]:
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        assert not state, "DiffAugment remembers nothing"


def policy_names(policy: str) -> list[str]:
    """'colour,translation' -> ['colour', 'translation']."""
    return [name.strip() for name in policy.split(",") if name.strip()]


def colour(images: Tensor) -> Tensor:
    """Brightness by -0.5 to 0.5, saturation times 0 to 2, contrast times 0.5 to 1.5."""
    if images.shape[1] == 4:
        return _visible_colour(images)
    images = images + (_one_each(images) - 0.5)
    grey = images.mean(dim=1, keepdim=True)
    images = (images - grey) * (2.0 * _one_each(images)) + grey
    mean = images.mean(dim=(1, 2, 3), keepdim=True)
    return (images - mean) * (0.5 + _one_each(images)) + mean


def _visible_colour(images: Tensor) -> Tensor:
    """The same of colours weighted by alpha, which stays: what is linear in a colour c is in (c + 1) a as well."""
    alpha = (images[:, 3:] + 1) / 2
    lit = images[:, :3] + 1 + alpha * (_one_each(images) - 0.5)
    grey = lit.mean(dim=1, keepdim=True)
    lit = (lit - grey) * (2.0 * _one_each(images)) + grey
    mean = lit.mean(dim=1, keepdim=True).sum(dim=(2, 3), keepdim=True) / alpha.sum(dim=(2, 3), keepdim=True).clamp_min(
        1
    )
    mean = alpha * mean
    return torch.cat([(lit - mean) * (0.5 + _one_each(images)) + mean - 1, images[:, 3:]], 1)


def _nothing(images: Tensor) -> float:
    """What comes in where a picture ends: grey, and where there is alpha nothing at all."""
    return -1.0 if images.shape[1] == 4 else 0.0


def translation(images: Tensor) -> Tensor:
    """By up to an eighth of the size, in whole pixels; grey (0 in [-1, 1]) comes in, as in the paper, or nothing."""
    most = max(1, round(min(images.shape[2:]) / 8))
    shift = torch.randint(-most, most + 1, (2, len(images)), device=images.device)
    return shifted(images, shift, most, "constant", _nothing(images))


def shifted(images: Tensor, shift: Tensor, most: int, border: str, value: float | None = None) -> Tensor:
    """Each image moved by its own whole numbers of pixels: `shift` (2, B), down and right, at most `most`."""
    _, channels, height, width = images.shape
    padded = F.pad(images, [most] * 4, mode=border, value=value)
    rows = torch.arange(height, device=images.device) + most - shift[0, :, None]  # (B, H)
    columns = torch.arange(width, device=images.device) + most - shift[1, :, None]
    moved = padded.gather(2, rows[:, None, :, None].expand(-1, channels, -1, padded.shape[3]))
    return moved.gather(3, columns[:, None, None, :].expand(-1, channels, height, -1))


def cutout(images: Tensor) -> Tensor:
    """A square of half the size, anywhere (partly outside too), set to 0 (with alpha: to nothing)."""
    count, _, height, width = images.shape
    rows = _outside_half(count, height, images.device)
    columns = _outside_half(count, width, images.device)
    kept, nothing = rows[:, None, :, None] | columns[:, None, None, :], _nothing(images)
    return (images - nothing) * kept + nothing if nothing else images * kept


def _one_each(images: Tensor) -> Tensor:
    return torch.rand(len(images), 1, 1, 1, device=images.device, dtype=images.dtype)


def _outside_half(count: int, size: int, device: torch.device) -> Tensor:
    """True where a position lies outside a stretch of size / 2 around a random centre: (B, size)."""
    length = max(1, size // 2)
    start = torch.randint(0, size + 1, (count, 1), device=device) - length // 2
    position = torch.arange(size, device=device)
    return (position < start) | (position >= start + length)


CHANGES: Mapping[str, Callable[[Tensor], Tensor]] = {
    "colour": colour,
    "translation": translation,
    "cutout": cutout,
}


class View:
    """Images as the discriminator sees them: augmented, then with instance noise (Arjovsky and Bottou 2017)."""

    def __init__(self, augmentation: Augmentation | None, noise: float = 0.0, noise_kimg: float = 0.0) -> None:
        """`noise`: standard deviation at the start; it falls evenly to 0 over `noise_kimg` (0: it stays)."""
        self.augmentation = augmentation
        self.noise = noise
        self.noise_kimg = noise_kimg

    def noise_at(self, kimg: float) -> float:
        return self.noise * max(0.0, 1.0 - kimg / self.noise_kimg) if self.noise_kimg else self.noise

    def __call__(self, images: Tensor, kimg: float) -> Tensor:
        if self.augmentation is not None:
            images = self.augmentation(images)
        deviation = self.noise_at(kimg)
        return images + deviation * torch.randn_like(images) if deviation else images
