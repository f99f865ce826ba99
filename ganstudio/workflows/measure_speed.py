"""How fast a recipe trains here: a few steps on noise, timed. Torch is loaded when something is measured."""

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import psutil

from ganstudio.core.memory import ran_out
from ganstudio.core.recipe import ImageSpec, Recipe

if TYPE_CHECKING:
    from ganstudio.core.trainer import Trainer

GROWN = 2**24
"""A step at which networks that grow have their full size."""
MEMORY_SHARE = 0.5
"""Whole batches are measured only where they would take less than this share of the memory that is free."""
FIRST = 4
"""Images of the first step, which sets things up and tells whether a whole batch can be waited for."""


def speed_here(
    device: str = "auto",
    image_spec: ImageSpec | None = None,
    *,
    seconds: float = 3.0,
    cancelled: Callable[[], bool] | None = None,
) -> Callable[[Recipe], float]:
    """A function that measures a recipe's images per second on `device`, for `auto.choose_recipe`.

    It trains on whole batches, or where one would take longer than `seconds`, on small ones. At least one step is
    timed after the first, unless `cancelled` ends the measuring: then the result means nothing. 0.0: not enough
    memory.
    """
    shown, asked = image_spec or ImageSpec(), cancelled or (lambda: False)

    def measure(recipe: Recipe) -> float:
        import torch

        from ganstudio.core.device import choose
        from ganstudio.core.trainer import Trainer

        place = choose(device)
        try:
            trainer = Trainer(recipe.build(shown), place, ema_kimg=recipe.ema_kimg)
            return _measured(trainer, recipe, shown, seconds, asked)
        except (RuntimeError, MemoryError) as error:
            if not ran_out(error):
                raise
            return 0.0
        finally:
            if place.device.type == "cuda":
                torch.cuda.empty_cache()

    return measure


def speed_of(recipe: Recipe, device: str = "auto", *, seconds: float = 1.5) -> float:
    """Images per second of a recipe as it is set; with two classes where it cannot do without."""
    image_spec = ImageSpec(3, ("one", "two")) if recipe.needs_classes else ImageSpec()
    return speed_here(device, image_spec, seconds=seconds)(recipe)


def _measured(
    trainer: "Trainer", recipe: Recipe, shown: ImageSpec, seconds: float, cancelled: Callable[[], bool]
) -> float:
    trainer.step = GROWN
    small = min(FIRST, recipe.batch)
    before = _memory_taken()
    _timed(trainer, recipe, shown, small)
    each = _timed(trainer, recipe, shown, small) / small
    fits = (_memory_taken() - before) * recipe.batch / small < MEMORY_SHARE * psutil.virtual_memory().available
    batch = recipe.batch if fits and each * recipe.batch < seconds else small
    if batch != small and not cancelled():
        _timed(trainer, recipe, shown, batch)
    passed, steps = 0.0, 0
    while (steps == 0 or passed < seconds) and not cancelled():
        passed += _timed(trainer, recipe, shown, batch)
        steps += 1
    return steps * batch / passed if steps else 0.0


def _memory_taken() -> int:
    """Bytes of the machine's memory that this process holds."""
    return int(psutil.Process().memory_info().rss)


def _timed(trainer: "Trainer", recipe: Recipe, shown: ImageSpec, count: int) -> float:
    """Seconds of one step on `count` images of noise."""
    import torch

    from ganstudio.core.system import Batch

    device = trainer.place.device
    shape = (count, shown.channels, recipe.resolution, recipe.resolution)
    labels = torch.zeros(count, dtype=torch.long, device=device)
    batch = Batch(torch.rand(shape, device=device) * 2 - 1, labels)
    begun = time.perf_counter()
    float(trainer.train(batch)["discriminator"])  # reading it waits for the device
    return time.perf_counter() - begun


def likely_kind() -> str:
    """'cuda', 'mps' or 'cpu', as far as can be told without torch: what the window assumes until torch is loaded."""
    if sys.platform == "darwin":
        return "mps" if os.uname().machine == "arm64" else "cpu"
    windows = os.path.join(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "nvcuda.dll")
    return "cuda" if os.path.exists("/dev/nvidia0") or os.path.exists(windows) else "cpu"
