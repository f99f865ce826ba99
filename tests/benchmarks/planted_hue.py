"""Is a planted direction found? One blossom in hues from red to green is learned, then directions are measured.

    python -m tests.benchmarks.planted_hue [seconds of training]

A direction moves hue and little else if the hue turns far while brightness and saturation stay.
"""

import colorsys
import sys
import time

import numpy as np
import torch

from ganstudio.core.device import choose
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.latent.direction_file import Direction, DirectionSet
from ganstudio.latent.find_directions import closed_form, learned, principal
from ganstudio.latent.live import snapshot
from ganstudio.latent.point import Point, Seed
from ganstudio.latent.point_to_picture import draw
from ganstudio.models.linear.recipe import Linear
from ganstudio.samples.blossoms import draw_blossom

SIZE = 16
ARC = 150
"""Degrees of the colour circle: an arc is one factor, the whole circle would be two."""
RECIPE = Linear(resolution=SIZE, batch=32, latent=6, generator_widths="64,128", discriminator_widths="128,64",
                generator_norm="none", dropout=0.0, generator_lr=1e-3, discriminator_lr=1e-3, ema_kimg=5.0)  # fmt: skip


def in_many_hues(count: int = 256) -> np.ndarray:
    """(count, H, W, 3) uint8: one blossom, turned along the arc."""
    base = np.asarray(draw_blossom(3, SIZE).convert("HSV"))
    turned = np.repeat(base[None], count, axis=0).copy()
    turned[..., 1] = np.maximum(turned[..., 1], 120)
    turned[..., 0] = turned[..., 0] + (np.arange(count) * (256 * ARC // 360) // count).astype(np.uint8)[:, None, None]
    from PIL import Image

    return np.stack([np.asarray(Image.fromarray(picture, "HSV").convert("RGB")) for picture in turned])


def trained(seconds: float) -> Trainer:
    images = torch.from_numpy(in_many_hues()).permute(0, 3, 1, 2).float() / 127.5 - 1
    torch.manual_seed(0)
    trainer = Trainer(RECIPE.build(ImageSpec(3)), choose("cpu"), ema_kimg=RECIPE.ema_kimg)
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        chosen = torch.randint(len(images), (32,), generator=torch.Generator().manual_seed(trainer.step))
        trainer.train(Batch(images[chosen], torch.zeros(32, dtype=torch.long)))
    return trainer


def hue_and_rest(picture: np.ndarray) -> tuple[float, np.ndarray]:
    """Mean hue in degrees, weighted by colourfulness; and saturation and brightness of every pixel, 0 to 255."""
    rows = np.array([colorsys.rgb_to_hsv(*pixel) for pixel in picture.reshape(-1, 3) / 255.0])
    weight = rows[:, 1] * rows[:, 2]
    x, y = (np.cos(2 * np.pi * rows[:, 0]) * weight).sum(), (np.sin(2 * np.pi * rows[:, 0]) * weight).sum()
    return float(np.degrees(np.arctan2(y, x)) % 360), 255 * rows[:, 1:]


def effect(generator: object, direction: Direction, strength: float = 2.0, count: int = 40) -> tuple[float, float]:
    """Median turn of hue in degrees, and median root mean square change of the rest, from one side to the other."""
    turns, rests = [], []
    direction_set = DirectionSet((direction,))
    for seed in range(count):
        ends = [
            hue_and_rest(draw(generator, Point(latent=Seed(seed)).with_push(direction.name, side), direction_set))  # type: ignore[arg-type]
            for side in (-strength, strength)
        ]
        distance = abs(ends[0][0] - ends[1][0])
        turns.append(min(distance, 360 - distance))
        rests.append(float(np.sqrt(np.square(ends[0][1] - ends[1][1]).mean())))
    return float(np.median(turns)), float(np.median(rests))


def main() -> None:
    trainer = trained(float(sys.argv[1]) if len(sys.argv) > 1 else 40.0)
    generator = snapshot(trainer)
    hues = {seed: hue_and_rest(draw(generator, Point(latent=Seed(seed))))[0] for seed in range(1000, 1200)}
    start = hue_and_rest(in_many_hues()[0])[0]
    turned = {seed: (hue - start + 60) % 360 - 60 for seed, hue in hues.items()}
    parts = np.percentile(list(turned.values()), [5, 25, 50, 75, 95]).round().tolist()
    print(f"{trainer.step} steps; hue of 200 samples beyond the arc's start: {parts} of 0 to {ARC} degrees")
    order = sorted(turned, key=lambda seed: turned[seed])
    warm, cold = ([Point(latent=Seed(seed)) for seed in some] for some in (order[:20], order[-20:]))
    chance = np.random.default_rng(0).standard_normal(RECIPE.latent)
    one_of_many = Direction("random", "layer", "z", tuple(chance / np.linalg.norm(chance)), 1.0)
    directions = [*principal(generator, samples=4000, count=4), *closed_form(generator, count=2), one_of_many]
    directions.append(learned(generator, "warm", warm, cold, DirectionSet()))
    for direction in directions:
        turn, rest = effect(generator, direction)
        print(f"{direction.name:14} turns hue by {turn:5.0f} degrees, changes the rest by {rest:5.1f} of 255")


if __name__ == "__main__":
    main()
