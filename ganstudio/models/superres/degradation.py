"""How large pictures become small ones for training: cleanly, as a photograph, or as it has been through the internet.

`clean` is an antialiased bicubic reduction. `photo` blurs, resizes, adds noise and compresses once; `hard` does so
twice, and rings (Wang et al. 2021, Real-ESRGAN, arXiv 2107.10833, section 3; the numbers are those of its code). All
that is drawn at random comes from a generator of (seed, step), so that the same step always sees the same pictures.
"""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil, cos, log2, pi, sin

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

Draw = np.random.Generator
KINDS = ("clean", "photo", "hard")

KERNEL_SIZES = range(7, 22, 2)
SHAPES = {"iso": 0.45, "aniso": 0.25, "generalised iso": 0.12, "generalised aniso": 0.03, "plateau iso": 0.12,
          "plateau aniso": 0.03}  # fmt: skip
"""Kinds of blur, and how often each is taken."""
SINC = 0.1
"""How often a sinc filter, which rings, is taken instead."""
GENERALISED, PLATEAU = (0.5, 4.0), (1.0, 2.0)
"""Exponents: 1 is a Gaussian, below more peaked, above flatter."""
GREY_NOISE = 0.4
JPEG = (30, 95)
LAST_SINC = 0.8
RESIZES = ("area", "bilinear", "bicubic")


@dataclass(frozen=True)
class Pass:
    """The ranges of one pass of blur, resize, noise and compression."""

    blur: float
    """How often it blurs."""
    sigma: tuple[float, float]
    """Of the kernel, in pixels."""
    resize: Mapping[str, float]
    """How often it enlarges, shrinks, and keeps."""
    factor: tuple[float, float]
    gauss: tuple[float, float]
    """Of 255."""
    poisson: tuple[float, float]
    """Times the noise that so many photons have."""


FIRST = Pass(1.0, (0.2, 3.0), {"up": 0.2, "down": 0.7, "keep": 0.1}, (0.15, 1.5), (1.0, 30.0), (0.05, 3.0))
SECOND = Pass(0.8, (0.2, 1.5), {"up": 0.3, "down": 0.4, "keep": 0.3}, (0.3, 1.2), (1.0, 25.0), (0.05, 2.5))


def draws_of(seed: int, step: int) -> Draw:
    """Where the random numbers of a step come from."""
    return np.random.Generator(np.random.Philox(key=[seed % 2**64, step]))


def degrade(pictures: Tensor, kind: str, scale: int, draw: Draw) -> Tensor:
    """(B, C, H, W) in [0, 1] -> (B, C, H / scale, W / scale), rounded to 8 bits; H and W are multiples of `scale`."""
    if kind == "clean":
        return in_8_bits(reduced(pictures, scale))
    size = pictures.shape[2] // scale, pictures.shape[3] // scale
    spoil = _once if kind == "photo" else _twice
    return in_8_bits(torch.cat([spoil(picture, size, draw) for picture in pictures.split(1)]))


def reduced(pictures: Tensor, scale: int) -> Tensor:
    """Antialiased bicubic, as Pillow does it."""
    size = pictures.shape[2] // scale, pictures.shape[3] // scale
    return F.interpolate(pictures, size, mode="bicubic", antialias=True, align_corners=False)


def in_8_bits(pictures: Tensor) -> Tensor:
    return pictures.clamp(0, 1).mul(255).round().div(255)


def _once(picture: Tensor, size: tuple[int, int], draw: Draw) -> Tensor:
    spoilt = _jpeg(_passed(picture, FIRST, picture.shape[2:], draw), draw)
    return _resized(spoilt, size, draw)


def _twice(picture: Tensor, size: tuple[int, int], draw: Draw) -> Tensor:
    spoilt = _jpeg(_passed(picture, FIRST, picture.shape[2:], draw), draw)
    spoilt = _passed(spoilt, SECOND, size, draw)

    def ringing(blurred: Tensor) -> Tensor:
        small = _resized(blurred, size, draw)
        return filtered(small, random_sinc(draw, pi / 3)) if draw.random() < LAST_SINC else small

    if draw.random() < 0.5:
        return _jpeg(ringing(spoilt), draw)
    return ringing(_jpeg(spoilt, draw))


def _passed(picture: Tensor, known: Pass, whole: tuple[int, ...], draw: Draw) -> Tensor:
    """One pass before its compression. `whole`: the size that the factor of the resize is one of."""
    if draw.random() < known.blur:
        picture = filtered(picture, random_kernel(draw, known.sigma))
    factor = _factor(known, draw)
    size = max(1, round(whole[0] * factor)), max(1, round(whole[1] * factor))
    return _noisy(_resized(picture, size, draw), known, draw)


def _factor(known: Pass, draw: Draw) -> float:
    way = chosen(known.resize, draw)
    low, high = {"up": (1.0, known.factor[1]), "down": (known.factor[0], 1.0), "keep": (1.0, 1.0)}[way]
    return float(draw.uniform(low, high))


def chosen(shares: Mapping[str, float], draw: Draw) -> str:
    """A name, each as often as its share says."""
    return str(draw.choice(list(shares), p=np.array(list(shares.values()))))


def _resized(picture: Tensor, size: tuple[int, int], draw: Draw) -> Tensor:
    mode = RESIZES[draw.integers(len(RESIZES))]
    aligned = {} if mode == "area" else {"align_corners": False}
    return F.interpolate(picture, size, mode=mode, **aligned).clamp(0, 1)


# Noise and compression ------------------------------------------------------------------------------------------------


def _noisy(picture: Tensor, known: Pass, draw: Draw) -> Tensor:
    """Gauss or Poisson, half of the time each, and the same in all channels as often as `GREY_NOISE` says."""
    make = _gauss if draw.random() < 0.5 else _poisson
    grey = draw.random() < GREY_NOISE
    noise = make(picture.mean(1, keepdim=True) if grey else picture, known, draw)
    return (picture + noise).clamp(0, 1)


def _gauss(picture: Tensor, known: Pass, draw: Draw) -> Tensor:
    sigma = draw.uniform(*known.gauss) / 255
    return _on_device(draw.standard_normal(tuple(picture.shape)) * sigma, picture)


def _poisson(picture: Tensor, known: Pass, draw: Draw) -> Tensor:
    """The noise of counting as many photons as the picture has levels, a power of 2."""
    counted = in_8_bits(picture).double().cpu().numpy()
    levels = 2 ** ceil(log2(max(2, len(np.unique(counted)))))
    noise = draw.poisson(counted * levels) / levels - counted
    return _on_device(noise * draw.uniform(*known.poisson), picture)


def _on_device(numbers: "np.typing.NDArray[np.float64]", like: Tensor) -> Tensor:
    return torch.from_numpy(numbers).to(like)


def _jpeg(picture: Tensor, draw: Draw) -> Tensor:
    return compressed(picture, int(draw.integers(JPEG[0], JPEG[1] + 1)))


def compressed(picture: Tensor, quality: int) -> Tensor:
    """(1, 1 or 3, H, W) through a JPEG file."""
    pixels = in_8_bits(picture).mul(255).round().to(torch.uint8)[0].permute(1, 2, 0).cpu().numpy()
    buffer = io.BytesIO()
    Image.fromarray(pixels[:, :, 0] if pixels.shape[2] == 1 else pixels).save(buffer, "JPEG", quality=quality)
    with Image.open(buffer) as image:
        again = np.array(image).reshape(pixels.shape)
    return torch.from_numpy(again).permute(2, 0, 1)[None].to(picture) / 255


# Kernels --------------------------------------------------------------------------------------------------------------


def filtered(pictures: Tensor, kernel: Tensor) -> Tensor:
    """(B, C, H, W) blurred by (K, K), borders mirrored (or repeated, where the picture is smaller than the kernel)."""
    room = kernel.shape[0] // 2
    mode = "reflect" if min(pictures.shape[2:]) > room else "replicate"
    bordered = F.pad(pictures, (room,) * 4, mode=mode)
    weight = kernel.to(pictures).expand(pictures.shape[1], 1, -1, -1)
    return F.conv2d(bordered, weight, groups=pictures.shape[1])


def random_kernel(draw: Draw, sigma: tuple[float, float]) -> Tensor:
    """(K, K) that sums to 1, of a random kind, size, width and direction."""
    if draw.random() < SINC:
        return random_sinc(draw)
    shape, size = chosen(SHAPES, draw), int(draw.choice(KERNEL_SIZES))
    along = float(draw.uniform(*sigma))
    across, turn = (float(draw.uniform(*sigma)), float(draw.uniform(-pi, pi))) if "aniso" in shape else (along, 0.0)
    return SHAPED[shape.rpartition(" ")[0]](_distances(size, along, across, turn), draw)


def random_sinc(draw: Draw, lowest: float = 0.0) -> Tensor:
    """Of a random size and cut-off; `lowest`: the least frequency that is let through, 0: as fits the size."""
    size = int(draw.choice(KERNEL_SIZES))
    return sinc(size, float(draw.uniform(lowest or (pi / 3 if size < 13 else pi / 5), pi)))


def sinc(size: int, cutoff: float) -> Tensor:
    """The filter that lets no frequency beyond `cutoff` (pi: all that pixels can show) through, cut to `size`.

    Equation 6: w / (2 pi r) J1(w r), and w^2 / (4 pi) in the middle.
    """
    places = torch.arange(size, dtype=torch.float64) - size // 2
    radius = (places[:, None] ** 2 + places[None] ** 2).sqrt()
    kernel = cutoff * torch.special.bessel_j1(cutoff * radius) / (2 * pi * radius)
    kernel[size // 2, size // 2] = cutoff**2 / (4 * pi)
    return _normed(kernel)


def _distances(size: int, along: float, across: float, turn: float) -> Tensor:
    """x^T S^-1 x at each place, with S the covariance of these deviations, turned: (K, K)."""
    places = torch.arange(size, dtype=torch.float64) - size // 2
    x, y = torch.meshgrid(places, places, indexing="xy")
    first, second = cos(turn) * x + sin(turn) * y, cos(turn) * y - sin(turn) * x
    squares: Tensor = (first / along) ** 2 + (second / across) ** 2
    return squares


def _gaussian(distances: Tensor, draw: Draw) -> Tensor:
    return _normed(torch.exp(-0.5 * distances))


def _generalised(distances: Tensor, draw: Draw) -> Tensor:
    return _normed(torch.exp(-0.5 * distances ** _exponent(GENERALISED, draw)))


def _plateau(distances: Tensor, draw: Draw) -> Tensor:
    return _normed(1 / (1 + distances ** _exponent(PLATEAU, draw)))


SHAPED: Mapping[str, Callable[[Tensor, Draw], Tensor]] = {
    "": _gaussian, "generalised": _generalised, "plateau": _plateau,
}  # fmt: skip


def _exponent(ends: tuple[float, float], draw: Draw) -> float:
    """As often below 1 as above, where the range goes so far."""
    below = draw.random() < 0.5 and ends[0] < 1
    return float(draw.uniform(ends[0], 1.0) if below else draw.uniform(max(1.0, ends[0]), ends[1]))


def _normed(kernel: Tensor) -> Tensor:
    return kernel / kernel.sum()


# Sharper targets ------------------------------------------------------------------------------------------------------


def sharpened(pictures: Tensor, size: int = 51, amount: float = 0.5, threshold: float = 10.0) -> Tensor:
    """Unsharp mask: (B, C, H, W) in [0, 1] made sharper where it differs from its blur by more than `threshold` / 255.

    What the generator is to match in Real-ESRGAN, so that it dares to draw edges.
    """
    sigma = 0.3 * ((size - 1) * 0.5 - 1) + 0.8  # OpenCV's for a kernel of this size
    kernel = _normed(torch.exp(-0.5 * _distances(size, sigma, sigma, 0.0)))
    detail = pictures - filtered(pictures, kernel)
    where = filtered((detail.abs() * 255 > threshold).to(pictures), kernel)
    return where * (pictures + amount * detail).clamp(0, 1) + (1 - where) * pictures
