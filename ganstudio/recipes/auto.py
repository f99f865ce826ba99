"""Auto: picks recipe, size, batch, augmentation and budget from the images, the device and its measured speed.

The thresholds are those that published results support: StyleGAN2 with DiffAugment or ADA where a GPU can show it at
least 300 thousand images in the time there is, an upsampling GAN with spectral norm and lazy R1 everywhere else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ganstudio.core.recipe import Recipe
from ganstudio.core.run import Budget
from ganstudio.core.settings import Value
from ganstudio.recipes.cgan import CGAN
from ganstudio.recipes.stylegan import StyleGAN2
from ganstudio.recipes.upsample import Upsample

AUTO = "auto"
MINUTES = {"cpu": 30.0, "mps": 60.0, "cuda": 60.0}
ENOUGH = {"cpu": 100.0, "mps": 300.0, "cuda": 300.0}
"""Thousand images that training should see within its time, for the pictures to be worth the wait."""
FEW = 200
"""Below it a GAN mostly repeats what it saw."""


@dataclass(frozen=True, kw_only=True)
class ImageFacts:
    """What is known of a folder of images."""

    count: int
    side: int
    """The median of the shorter sides, in pixels."""
    classes: int = 0
    """How many classes are to be learned; 0: none."""


@dataclass(frozen=True)
class Choice:
    """What auto would do, and why."""

    recipe: str
    values: Mapping[str, Value]
    budget: Budget
    sentence: str


def choose_recipe(
    images: ImageFacts,
    device: str,
    *,
    minutes: float = 0.0,
    speed_of: Callable[[Recipe], float] | None = None,
) -> Choice:
    """The first candidate, from the best on, that sees enough images in the time there is.

    Args:
        device: its kind, 'cpu', 'cuda' or 'mps'.
        minutes: how long the person would wait; 0: half an hour on a CPU, an hour on a GPU.
        speed_of: measures a recipe's training speed in images per second; None: the best candidate is taken unseen.
    """
    kind = device if device in MINUTES else "cpu"
    minutes = minutes or MINUTES[kind]
    candidates = [made for size in _sizes(images, kind) if (made := _made(images, kind, size))]
    chosen, speed = candidates[-1], None
    for candidate in candidates:
        speed = speed_of(candidate) if speed_of else None
        chosen = candidate
        if speed is None or speed * 60 * minutes >= 1000 * ENOUGH[kind]:
            break
    values = {name: getattr(chosen, name) for name in _given(images, kind, chosen.resolution)}
    sentence = _sentence(images, kind, chosen, speed, minutes)
    return Choice(type(chosen).name, values, Budget(minutes=minutes), sentence)


def _sizes(images: ImageFacts, kind: str) -> list[int]:
    """Sizes worth trying, largest first: never much above the pictures' own."""
    offered = (256, 128, 64, 32) if kind != "cpu" else (64, 32)
    fitting = [size for size in offered if size <= 1.2 * images.side]
    return fitting or [min(offered)]


def _made(images: ImageFacts, kind: str, size: int) -> Recipe:
    maker: type[Recipe] = StyleGAN2 if kind != "cpu" else CGAN if images.classes >= 2 else Upsample
    return maker().with_values(_given(images, kind, size))


def _given(images: ImageFacts, kind: str, size: int) -> dict[str, Value]:
    values = _on_gpu(images, size) if kind != "cpu" else _on_cpu(images, size)
    return values | {"resolution": size, "batch": _batch(int(values["batch"]), images.count)}


def _batch(wanted: int, count: int) -> int:
    """At most half of the images, by halving: a step should not be the whole folder."""
    while wanted > 2 and wanted > count // 2:
        wanted //= 2
    return wanted


def _on_cpu(images: ImageFacts, size: int) -> dict[str, Value]:
    """Small networks without BatchNorm in the discriminator; R1 every 16 steps."""
    policy = "colour,translation,cutout" if images.count < 2000 else "translation"
    if 2000 <= images.count < 5000:
        policy = "colour,translation"
    values: dict[str, Value] = {
        "batch": 32,
        "width": 32 if size > 32 else 64,
        "penalty": "r1",
        "penalty_weight": 0.2 if size > 32 else 0.05,
        "penalty_interval": 16,
        "spectral_norm": True,
        "discriminator_lr": 4e-4,
        "augment": "diffaugment" if images.count < 30_000 else "none",
        "augment_policy": policy,
    }
    if images.classes >= 2:
        return values | {"discriminator_norm": "none", "architecture": "convolutional"}
    return values | {"style": "deep"}


def _on_gpu(images: ImageFacts, size: int) -> dict[str, Value]:
    """StyleGAN2's own rules for batch and R1; DiffAugment for few images, ADA for more, nothing for very many."""
    few = images.count < 1000
    values: dict[str, Value] = {
        "batch": 16 if size >= 256 else 32,
        "penalty_weight": {256: 10.0 if few else 0.8192, 128: 0.1024, 64: 0.1}.get(size, 0.05),
        "widest": 256 if images.count < 2000 and size <= 64 else 512,
        "augment": "diffaugment" if images.count < 2000 else "ada" if images.count < 100_000 else "none",
        "augment_policy": "colour,translation,cutout",
        "ada_kimg": 100.0,
    }
    if few and size >= 256:
        values |= {"generator_lr": 2e-3, "discriminator_lr": 2e-3}
    return values


def _sentence(images: ImageFacts, kind: str, chosen: Recipe, speed: float | None, minutes: float) -> str:
    where = "without a GPU" if kind == "cpu" else "on a GPU"
    what = f"{chosen.title} at {chosen.resolution} px"
    told = f"{images.count:,} pictures of about {images.side} px" + (
        f" in {images.classes} classes" if images.classes >= 2 else ""
    )
    augment = {
        "diffaugment": ", with changed copies against learning them by heart",
        "ada": ", with as much augmentation as they turn out to need",
        "none": "",
    }[str(getattr(chosen, "augment", "none"))]
    pace = ""
    if speed is not None:
        seen = speed * 60 * minutes / 1000
        pace = f"; at {speed:,.0f} images a second it sees {seen:,.0f} thousand in {minutes:g} minutes"
    caution = "; so few will mostly be repeated" if images.count < FEW else ""
    return f"{what}, because there are {told} to learn {where}{augment}{pace}{caution}."
