"""Measurements a person can run: how fast this computer trains and decodes, each beside a plain yardstick.

Ratios are what to compare: both sides of a ratio are measured in turns within one run, so that a busy machine slows
both. Numbers of images per second belong to one computer on one day.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.bench import plane_game, stacked_game
from ganstudio.bench.plane_game import ModeCoverage
from ganstudio.core.resolution import shape_of
from ganstudio.core.settings import Value
from ganstudio.models.adversarial.recipe import AdversarialRecipe

if TYPE_CHECKING:
    from PIL.Image import Image

    from ganstudio.core.recipe import Recipe

SPEEDS = ("step", "decoding")
SUITES = (*SPEEDS, "modes")
Cures = Mapping[str, Mapping[str, Value]]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measured number, and the same work done plainly beside it."""

    suite: str
    name: str
    images_per_second: float
    plain: float
    """Images per second of the yardstick, measured in turns with the first."""

    @property
    def ratio(self) -> float:
        return self.images_per_second / self.plain


def measure(suite: str, device: str = "auto", *, seconds: float = 3.0) -> Iterator[Figure]:
    """The figures of one suite, one by one.

    Args:
        seconds: about how long each side of each ratio is measured.

    Raises:
        ValueError: the device is not there.
    """
    if suite == "step":
        yield from step_figures(device, seconds)
    else:
        yield from decoding_figures(max(200, int(500 * seconds)))


# Steps --------------------------------------------------------------------------------------------------------------


def step_figures(device: str, seconds: float, recipes: "tuple[Recipe, ...]" = ()) -> Iterator[Figure]:
    """Training steps of `recipes`, beside a plain DCGAN-64 step (batch 64, fp32, no averaging).

    Args:
        recipes: by default each one that turns noise into images, with its default settings.
    """
    from ganstudio.core.device import choose
    from ganstudio.models.gallery import RECIPES

    place = choose(device)
    for recipe in recipes or tuple(kind() for kind in RECIPES if kind.task == "generate"):
        ours, plain = trained_step(recipe, device), plain_step(place.device.type)
        speeds = in_turns([(ours, recipe.batch), (plain, 64)], seconds)
        yield Figure(
            suite="step", name=f"{recipe.name} {recipe.resolution} px", images_per_second=speeds[0], plain=speeds[1]
        )


def trained_step(recipe: "Recipe", device: str) -> Callable[[], None]:
    """One whole step as training takes it: the System's step in a Trainer, on random images."""
    import torch

    from ganstudio.core.device import choose
    from ganstudio.core.recipe import ImageSpec
    from ganstudio.core.system import Batch
    from ganstudio.core.trainer import Trainer

    place = choose(device)
    trainer = Trainer(recipe.build(ImageSpec(3)), place, ema_kimg=recipe.ema_kimg)
    shape = (recipe.batch, 3, *shape_of(recipe.resolution))
    labels = torch.zeros(recipe.batch, dtype=torch.int64, device=place.device)
    batch = Batch(torch.rand(shape, device=place.device) * 2 - 1, labels)

    def step() -> None:
        losses = trainer.train(batch)
        losses["generator"].item()

    return step


def plain_step(device: str) -> Callable[[], None]:
    """The yardstick: DCGAN at 64 px with 64 channels, BCE and Adam, written down without anything around it."""
    import torch
    from torch import nn
    from torch.nn.functional import binary_cross_entropy_with_logits as bce

    from ganstudio.models.dcgan import networks as dcgan

    generator = dcgan.generator(100, 64, 64, 3).to(device)
    discriminator = dcgan.discriminator(64, 64, 3).to(device)
    adams = [torch.optim.Adam(network.parameters(), 2e-4, (0.5, 0.999)) for network in (generator, discriminator)]
    real, ones, zeros = (torch.rand(64, 3, 64, 64, device=device) * 2 - 1, torch.ones(64), torch.zeros(64))
    ones, zeros = ones.to(device), zeros.to(device)

    def update(network: nn.Module, adam: torch.optim.Optimizer, loss: torch.Tensor) -> None:
        network.zero_grad()
        loss.backward()
        adam.step()

    def step() -> None:
        fake = generator(torch.randn(64, 100, device=device))
        loss = bce(discriminator(real), ones) + bce(discriminator(fake.detach()), zeros)
        update(discriminator, adams[1], loss)
        loss = bce(discriminator(fake), ones)
        update(generator, adams[0], loss)
        loss.item()

    return step


def in_turns(works: list[tuple[Callable[[], None], int]], seconds: float, rounds: int = 5) -> list[float]:
    """Images per second of each work, the median of rounds that take turns; the first step of each warms up.

    Args:
        works: a step and the images in it.
        seconds: for each work, over all rounds.
    """
    for step, _ in works:
        step()
    speeds: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for (step, images), measured in zip(works, speeds, strict=True):
            measured.append(images * _steps_per_second(step, seconds / rounds))
    return [statistics.median(measured) for measured in speeds]


def _steps_per_second(step: Callable[[], None], seconds: float) -> float:
    begun, count = time.perf_counter(), 0
    while (passed := time.perf_counter() - begun) < seconds or not count:
        step()
        count += 1
    return count / passed


# Decoding -----------------------------------------------------------------------------------------------------------


def decoding_figures(count: int, resolution: int = 64, rounds: int = 3) -> Iterator[Figure]:
    """Preparing JPEG photos' worth of pixels into the cache, beside a bare pool calling open, draft and resize."""
    from ganstudio.core.images.cache import prepare
    from ganstudio.core.run import Preparation
    from ganstudio.samples.blossoms import write_sample_set

    with tempfile.TemporaryDirectory() as folder:
        drawn, photos = Path(folder, "drawn"), Path(folder, "photos")
        write_sample_set(drawn, 20, 448, "blossoms")
        files = _as_photos(drawn, photos, count)
        ours, bare = [], []
        for number in range(rounds):
            begun = time.perf_counter()
            prepare([photos], Preparation(duplicates="keep"), resolution, cache_dir=Path(folder, f"cache-{number}"))
            ours.append(count / (time.perf_counter() - begun))
            begun = time.perf_counter()
            _bare_pool(files, resolution)
            bare.append(count / (time.perf_counter() - begun))
        name = f"{count} JPEG files of 448 px to {resolution} px"
        speed, plain = statistics.median(ours), statistics.median(bare)
        yield Figure(suite="decoding", name=name, images_per_second=speed, plain=plain)


def _as_photos(drawn: Path, photos: Path, count: int) -> list[Path]:
    """`count` JPEG files of the size of small photos, made of the sample pictures."""
    from PIL import Image

    photos.mkdir()
    pictures = [Image.open(path).convert("RGB") for path in sorted(drawn.iterdir())]
    files = []
    for number in range(count):
        files.append(photos / f"{number:05d}.jpg")
        pictures[number % len(pictures)].rotate(number % 4 * 90).save(files[-1], quality=90)
    return files


def _bare_pool(files: list[Path], resolution: int) -> None:
    import os
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("forkserver")) as pool:
        for _ in pool.map(_bare_decode, files, [resolution] * len(files), chunksize=32):
            pass


def _bare_decode(path: Path, resolution: int) -> bytes:
    from PIL import Image

    with Image.open(path) as image:
        image.draft("RGB", (resolution, resolution))
        return image.resize((resolution, resolution), Image.Resampling.LANCZOS).tobytes()


# Modes --------------------------------------------------------------------------------------------------------------


def cures(data: str | None) -> tuple[Cures, type[AdversarialRecipe]]:
    """What is compared, on points or with `data` on stacked images; and the recipe whose settings it changes."""
    return (stacked_game.CURES, stacked_game.Unequal) if data else (plane_game.CURES, plane_game.Plane)


def modes(
    chosen: Cures,
    *,
    data: str | None = None,
    base: Mapping[str, Value] | None = None,
    seeds: int = 5,
    steps: int | None = None,
    kimg: float | None = None,
) -> Iterator[ModeCoverage]:
    """What each of the `chosen` cures covers, one by one: points in the plane, or with `data` stacked images.

    Args:
        base: settings that are changed for all of them, the plain GAN too.

    Raises:
        ValueError: the images in `data` have no classes.
    """
    changed = "".join(f", {name} {value}" for name, value in (base or {}).items())
    chosen = {name: {**(base or {}), **values} for name, values in chosen.items()}
    if data is None:
        outcomes = plane_game.outcomes(seeds=seeds, steps=steps, cures=chosen)
    else:
        outcomes = stacked_game.outcomes(stack_of(data), seeds=seeds, kimg=kimg or stacked_game.KIMG, cures=chosen)
    for outcome in outcomes:
        yield replace(outcome, target=outcome.target + changed)


def stack_of(data: str) -> stacked_game.Stack:
    """The grey images in `data`, prepared, and a classifier trained on them."""
    import numpy as np
    import torch

    from ganstudio.bench.stacked_coverage import train_reader
    from ganstudio.core.images.cache import prepare
    from ganstudio.core.run import Preparation

    preparation = Preparation(colour="grey", labels=True, duplicates="keep")
    prepared = prepare([data], preparation, stacked_game.RESOLUTION)
    if len(prepared.classes) < 2:
        raise ValueError("the images to stack must be in subfolders, one for each class.")
    images = torch.from_numpy(np.divide(prepared.pixels[:, None, :, :, 0], 127.5, dtype=np.float32)) - 1
    return stacked_game.Stack(images, train_reader(images, torch.from_numpy(prepared.labels)))


def picture(outcomes: Sequence[ModeCoverage]) -> "Image | None":
    """The points of every outcome, target by target; None if there are none."""
    from PIL import Image

    from ganstudio.bench.mode_coverage import TARGETS
    from ganstudio.bench.scatter_picture import scatter

    parts = []
    for target in TARGETS:
        panels = [
            (outcome.cure, outcome.points)
            for outcome in outcomes
            if outcome.points and outcome.target.startswith(target.name)
        ]
        if panels:
            parts.append(scatter(panels, target.centres))
    if not parts:
        return None
    whole = Image.new("RGB", (max(part.width for part in parts), sum(part.height for part in parts)), "white")
    for number, part in enumerate(parts):
        whole.paste(part, (0, sum(part.height for part in parts[:number])))
    return whole
