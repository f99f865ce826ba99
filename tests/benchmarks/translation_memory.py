"""How much memory translating and its training take: python tests/benchmarks/translation_memory.py [NAME...]

Each measurement runs in a process of its own, on the CPU, and prints its peak. `photo`: 4000 x 3000 pixels through the
published generator with 9 blocks, beyond what the process held with the model loaded. `tiles` and `one-piece`: a
generator that is nearly the identity, and how far both differ (0 to 255, from 64 px inside the borders on). `train`:
steps of a CycleGAN (or CUT) at 256 px with 9 blocks, everything counted.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import psutil
import torch
from torch import Tensor, nn

from ganstudio.core.device import choose
from ganstudio.core.pixels import Pixels
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.core.translator import Translator
from ganstudio.models.cut.recipe import CUT
from ganstudio.models.cyclegan.networks import ResNetGenerator
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.models.translation.recipe import TranslationRecipe

BORDER = 64
SIZES = {"small": (1023, 777), "large": (4000, 3000)}


class Nearly(nn.Module):
    """The identity, and a fiftieth of what a small generator with instance norms makes of the picture."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.inner = ResNetGenerator(3, 3, 8, 2)

    def forward(self, x: Tensor) -> Tensor:
        return x + 0.02 * self.inner(x)


def photo(width: int, height: int) -> Pixels:
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    noise = np.random.default_rng(0).integers(0, 40, (height, width, 3), np.uint8)
    wave = (110 + 100 * np.sin(x / 37 + 1) * np.cos(y / 53)).astype(np.uint8)
    return np.clip(wave[..., None].astype(np.uint16) + noise, 0, 255).astype(np.uint8)


def translator(network: nn.Module, tile: int = 512) -> Translator:
    network.to(memory_format=torch.channels_last)
    return Translator(network, to="B", channels=(3, 3), resolution=256, tile=tile)


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def through(network: nn.Module, size: tuple[int, int], tile: int = 512) -> tuple[Pixels, dict[str, float]]:
    """The translation, and how many bytes it took beyond the model and the picture itself."""
    picture, ready = photo(*size), translator(network, tile)
    before, begun = psutil.Process().memory_info().rss, time.perf_counter()
    out = ready.picture(picture)
    return out, {"beyond": peak() - before, "seconds": time.perf_counter() - begun}


def photograph() -> dict[str, float]:
    torch.manual_seed(0)
    return through(ResNetGenerator(3, 3, 64, 9), SIZES["large"])[1]


def kept(size: str) -> Path:
    """Where the tiled picture waits for the one in one piece."""
    return Path(tempfile.gettempdir(), f"ganstudio-tiles-{size}.npy")


def tiled(size: str) -> dict[str, float]:
    out, figures = through(Nearly(), SIZES[size])
    np.save(kept(size), out)
    return figures


def untiled(size: str) -> dict[str, float]:
    """Run after `tiled`, whose result it compares with."""
    out, figures = through(Nearly(), SIZES[size], tile=0)
    inner = np.s_[BORDER:-BORDER, BORDER:-BORDER]
    difference = np.abs(out[inner].astype(np.int16) - np.load(kept(size))[inner])
    return figures | {"largest": float(difference.max()), "mean": float(difference.mean())}


def training(kind: type[TranslationRecipe] = CycleGAN, preset: str = "", **changes: object) -> dict[str, float]:
    recipe = kind.preset(preset).with_values({"resolution": 256, **changes})
    assert isinstance(recipe, TranslationRecipe)
    trainer = Trainer(recipe.build(ImageSpec()), choose("cpu"), ema_kimg=recipe.ema_kimg)
    a, b = (torch.rand(recipe.batch, 3, 256, 256) * 2 - 1 for _ in range(2))
    begun = time.perf_counter()
    for _ in range(2):
        trainer.train(Batch(a, torch.zeros(recipe.batch, dtype=torch.long), b))
    return {"whole": peak(), "seconds": (time.perf_counter() - begun) / 2}


WORK: Mapping[str, Callable[[], dict[str, float]]] = {
    "photo": photograph,
    "tiles-small": lambda: tiled("small"),
    "one-piece-small": lambda: untiled("small"),
    "tiles-large": lambda: tiled("large"),
    "one-piece-large": lambda: untiled("large"),
    "train": training,
    "train-thrifty": lambda: training(checkpointing=True),
    "train-thrifty-batch-4": lambda: training(checkpointing=True, batch=4, accumulate=4),
    "train-cut": lambda: training(CUT),
    "train-fastcut": lambda: training(CUT, "fastcut"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(WORK))
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    for name in args.names or WORK:
        if args.here:
            print(json.dumps(WORK[name]()))
            continue
        done = subprocess.run([sys.executable, __file__, "--here", name], check=True, capture_output=True, text=True)
        figures = json.loads(done.stdout)
        shown = (f"{key} {value / 2**30:.2f} GiB" if key in {"beyond", "whole"} else f"{key} {value:.3g}"
                 for key, value in figures.items())  # fmt: skip
        print(f"{name:>22}   {'   '.join(shown)}", flush=True)


if __name__ == "__main__":
    main()
