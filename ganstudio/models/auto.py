"""Auto: picks recipe, size, batch, augmentation and budget from the images, the device and its measured speed.

The thresholds are those that published results support: StyleGAN2 with DiffAugment or ADA where a GPU can show it a
quarter of a million images in the time there is, an upsampling GAN with spectral norm and lazy R1 everywhere else.
resources/docs/auto.md lists what it picks for five collections, and why the thresholds are where they are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import prod

from ganstudio.core.recipe import Recipe
from ganstudio.core.resolution import Resolution, shape_of
from ganstudio.core.run import Budget
from ganstudio.core.settings import Value, setting, values_of

MINUTES = {"cpu": 30.0, "mps": 60.0, "cuda": 60.0}
"""How long training takes where a person did not say, by kind of device."""
ENOUGH = {"cpu": 60.0, "mps": 250.0, "cuda": 250.0}
"""Thousand images that training should see within its time, for the pictures to be worth the wait."""
ENLARGED = 1.2
"""Pictures may be learned this much larger than they are."""
FEW = 200
"""Below it a GAN mostly repeats what it saw."""


@dataclass(frozen=True, kw_only=True)
class Auto(Recipe):
    """What stands for the choice until it is made. It builds nothing: a run is given the recipe that was chosen."""

    name = "auto"
    title = "Auto"
    summary = "Looks at how many pictures there are, how large they are and what this computer can do, and chooses."
    when = "To begin with. What you set yourself stays; a size too slow here is made smaller when training begins."
    paper = ""
    note = ""
    resolutions = (32, 64, 128, 256)

    resolution: Resolution = setting(
        0, "Width and height of the images it learns, in pixels; 0: as suits the images and the computer.",
        low=0, high=1024, unit="px", first=True,
    )  # fmt: skip
    batch: int = setting(
        0, "Images per step; 0: as suits the images and the recipe.", low=0, high=4096, unit="images", first=True
    )
    ema_kimg: float = setting(
        10.0, "The shown generator is a running mean of the trained one; this is its half-life.",
        title="EMA half-life", low=0.0, high=2000.0, unit="kimg", group="Averaging",
    )  # fmt: skip

    @classmethod
    def resolution_problem(cls, resolution: Resolution) -> str:
        return ""  # what was chosen says which sizes it can do


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

    made: Recipe
    budget: Budget
    because: str
    """The reason: what follows 'because'."""
    at_most: bool = False
    """A measured speed may still make the size smaller."""

    @property
    def headline(self) -> str:
        return f"{self.made.title} at {'up to ' if self.at_most else ''}{self.made.resolution} px"

    @property
    def sentence(self) -> str:
        return f"{self.headline}, because {self.because}"

    @property
    def recipe(self) -> str:
        return self.made.name

    @property
    def values(self) -> dict[str, Value]:
        return values_of(self.made)


@dataclass(frozen=True)
class _Question:
    """All that the choice depends on, but for speed."""

    images: ImageFacts
    kind: str
    minutes: float
    fixed: Mapping[str, Value] = field(default_factory=dict)


def choose_recipe(
    images: ImageFacts,
    device: str,
    *,
    minutes: float = 0.0,
    fixed: Mapping[str, Value] | None = None,
    speed_of: Callable[[Recipe], float] | None = None,
) -> Choice:
    """The first candidate, from the largest on, that sees enough images in the time there is.

    Args:
        device: its kind, 'cpu', 'cuda' or 'mps'.
        minutes: how long the person would wait; 0: half an hour on a CPU, an hour on a GPU.
        fixed: settings that the person chose; they win. A resolution or batch of 0 is not one.
        speed_of: measures a recipe's training speed in images per second; None: the largest is taken unseen.

    Raises:
        SettingError: `fixed` has a setting that the chosen recipe does not have, or a value it does not allow.
    """
    kind = device if device in MINUTES else "cpu"
    meant = {name: value for name, value in (fixed or {}).items() if value or name not in {"resolution", "batch"}}
    asked = _Question(images, kind, minutes or MINUTES[kind], meant)
    candidates = [recipe_for(images, kind)().with_values(values) for values in _candidates(asked)]
    too_slow: list[tuple[Recipe, float]] = []
    for made in candidates:
        speed = speed_of(made) if speed_of else None
        if speed is None or _seen(asked, speed) >= ENOUGH[kind] or made is candidates[-1]:
            break
        too_slow.append((made, speed))
    at_most = speed is None and any(
        prod(shape_of(candidate.resolution)) < prod(shape_of(made.resolution)) for candidate in candidates
    )
    because = _because(asked, made, speed, too_slow)
    if at_most:
        because = f"{because[:-1]}; the size is decided at Start, by how fast this computer turns out to be."
    return Choice(made, Budget(minutes=asked.minutes), because, at_most)


def recipe_for(images: ImageFacts, kind: str) -> type[Recipe]:
    """The recipe that suits these images on a device of that kind, whatever its size and settings."""
    # Here, because the window names Auto at its start, before there is anything to choose for.
    from ganstudio.models.cgan.recipe import CGAN
    from ganstudio.models.stylegan.recipe import StyleGAN2
    from ganstudio.models.upsample.recipe import Upsample

    if kind in {"cuda", "mps"}:
        return StyleGAN2
    return CGAN if images.classes >= 2 else Upsample


def _seen(asked: _Question, speed: float) -> float:
    """Thousand images within the time there is."""
    return speed * 60 * asked.minutes / 1000


def _candidates(asked: _Question) -> list[dict[str, Value]]:
    """The settings worth trying, the largest pictures and networks first; none much larger than the pictures are."""
    chosen, images = asked.fixed.get("resolution", 0), asked.images
    size = min(shape_of(chosen if isinstance(chosen, int | str) else 0))
    if asked.kind == "cpu":
        first = size or (64 if ENLARGED * images.side >= 64 else 32)
        tried = [_on_cpu(images, first, 32 if first > 32 else 64)]
        tried += [_on_cpu(images, first, 16) if size > 32 else _on_cpu(images, 32, 32)]
    else:
        fitting = [side for side in (256, 128, 64, 32) if side <= ENLARGED * images.side] or [32]
        tried = [_on_gpu(images, side) for side in ([size] if size else fitting)]
    return [values | {"batch": _batch(int(values["batch"]), images.count)} | dict(asked.fixed) for values in tried]


def _batch(wanted: int, count: int) -> int:
    """At most half of the images, by halving: a step should not be the whole folder."""
    while wanted > 2 and wanted > count // 2:
        wanted //= 2
    return max(1, min(wanted, count))


def _on_cpu(images: ImageFacts, size: int, width: int) -> dict[str, Value]:
    """Small networks without BatchNorm in the discriminator; R1 every 16 steps.

    A step of width 32 at 64 px costs as much as one of width 64 at 32 px.
    """
    policy = "colour,translation,cutout" if images.count < 2000 else "translation"
    if 2000 <= images.count < 5000:
        policy = "colour,translation"
    values: dict[str, Value] = {
        "resolution": size,
        "batch": 32,
        "width": width,
        "penalty": "r1",
        "penalty_weight": 0.2 if size > 32 else 0.05,
        "penalty_interval": 16,
        "spectral_norm": True,
        "discriminator_lr": 4e-4,
        "augment": "diffaugment",
        "augment_policy": policy,
    }
    if images.classes >= 2:
        return values | {"discriminator_norm": "none", "architecture": "convolutional"}
    return values | {"style": "deep"}


def _on_gpu(images: ImageFacts, size: int) -> dict[str, Value]:
    """StyleGAN2's own rules for batch and R1; DiffAugment for few images, ADA for more, nothing for very many."""
    few = images.count < 1000
    values: dict[str, Value] = {
        "resolution": size,
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


# The reason ---------------------------------------------------------------------------------------------------------


def _because(asked: _Question, made: Recipe, speed: float | None, too_slow: list[tuple[Recipe, float]]) -> str:
    images = asked.images
    where = "without a GPU" if asked.kind == "cpu" else "on a GPU"
    pictures = f"{images.count:,} picture{'s' if images.count != 1 else ''} of about {images.side} px"
    if images.classes >= 2:
        pictures += f" in {images.classes} classes"
    augment = {
        "diffaugment": ", shown shifted and altered so that they are not learned by heart",
        "ada": ", altered as much as it takes for them not to be learned by heart",
    }.get(str(getattr(made, "augment", "none")), "")
    start = f"there {'is' if images.count == 1 else 'are'} {pictures}"
    caution = "; with so few, expect near copies of them" if images.count < FEW else ""
    return f"{start} to learn {where}{augment}{_pace(asked, made, speed, too_slow)}{caution}."


def _pace(asked: _Question, made: Recipe, speed: float | None, too_slow: list[tuple[Recipe, float]]) -> str:
    """What the measured speed allows, and which sizes it forbade."""
    if speed is None:
        return ""
    if not speed:
        return "; this device has too little memory for it: choose a smaller batch"
    pace = f"; at {_rounded(speed)} images a second it sees {_rounded(_seen(asked, speed))} thousand"
    pace += f" in {asked.minutes:g} minutes"
    if too_slow:
        larger, slow = too_slow[0]
        what = f"{larger.resolution} px" if larger.resolution != made.resolution else "wider networks"
        pace += f" ({what}: only {_rounded(_seen(asked, slow))} thousand)"
    if _seen(asked, speed) < ENOUGH[asked.kind]:
        pace += ", which is little: more minutes make better pictures"
    return pace


def _rounded(number: float) -> str:
    """Two figures: a measured speed is no more exact."""
    return f"{float(f'{number:.2g}'):,g}"
