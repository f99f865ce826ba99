"""How fast a recipe trains here: a few steps on noise, timed. Torch is loaded when something is measured."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.core.memory import ran_out
from ganstudio.core.recipe import ImageSpec, Recipe
from ganstudio.core.resolution import shape_of

if TYPE_CHECKING:
    import torch

    from ganstudio.core.trainer import Trainer

GROWN = 2**24
"""A step at which networks that grow have their full size."""
MEMORY_SHARE = 0.5
"""Whole batches are measured only where they would take less than this share of the memory that is free."""
FIRST = 4
"""Images of the first step, which sets things up and tells whether a whole batch can be waited for."""


@dataclass(frozen=True)
class Measured:
    """Speed and memory, measured over a few steps."""

    images_per_second: float = 0.0
    """0.0: not enough memory."""
    memory: int = 0
    """Bytes at the peak of a step with the whole batch: of this process, or on the GPU. Where no whole batch was
    tried, as two small ones foretell it."""
    each: int = 0
    """Of these, what one further image of the batch takes."""
    room: int = 0
    """Bytes that there are in all."""
    state: int = 0
    """Bytes of a checkpoint."""
    snapshot: int = 0
    """Bytes of a snapshot: the averaged networks alone."""


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

    return lambda recipe: measured_here(recipe, device, shown, seconds=seconds, cancelled=asked).images_per_second


def measured_here(
    recipe: Recipe,
    device: str = "auto",
    image_spec: ImageSpec | None = None,
    *,
    seconds: float = 1.5,
    cancelled: Callable[[], bool] = lambda: False,
) -> Measured:
    """Speed and memory of a recipe as it is set; with two classes where it cannot do without. See `speed_here`.

    Memory is right only in a process that does nothing else.
    """
    import torch

    from ganstudio.core.device import choose
    from ganstudio.core.trainer import Trainer

    place = choose(device)
    shown = image_spec or ImageSpec(3, ("one", "two") if recipe.needs_classes else ())
    try:
        trainer = Trainer(recipe.build(shown), place, ema_kimg=recipe.ema_kimg)
        return _measured(trainer, recipe, shown, seconds, cancelled)
    except (RuntimeError, MemoryError) as error:
        if not ran_out(error):
            raise
        return Measured()
    finally:
        if place.device.type == "cuda":
            torch.cuda.empty_cache()


def _measured(
    trainer: "Trainer", recipe: Recipe, shown: ImageSpec, seconds: float, cancelled: Callable[[], bool]
) -> Measured:
    from ganstudio.core.device import memory_in_use

    trainer.step = GROWN
    small = min(FIRST, recipe.batch)
    fewer = small // 2 if small >= FIRST else small  # BatchNorm needs two
    _timed(trainer, recipe, shown, fewer)
    _timed(trainer, recipe, shown, fewer)
    lower = _peak(trainer.place.device)
    _timed(trainer, recipe, shown, small)
    each_second = _timed(trainer, recipe, shown, small) / small
    peak, room = _peak(trainer.place.device), memory_in_use(trainer.place.device)[1] or 0
    each = (peak - lower) // (small - fewer) if small > fewer else 0
    foretold = peak + each * (recipe.batch - small)
    whole = foretold < MEMORY_SHARE * room and each_second * recipe.batch < seconds
    batch = recipe.batch if whole else small
    if batch != small and not cancelled():
        _timed(trainer, recipe, shown, batch)
    passed, steps = 0.0, 0
    while (steps == 0 or passed < seconds) and not cancelled():
        passed += _timed(trainer, recipe, shown, batch)
        steps += 1
    speed = steps * batch / passed if steps else 0.0
    averages = (tensor for average in trainer.averages.values() for tensor in average.state_dict().values())
    snapshot: int = sum(tensor.nbytes for tensor in averages)
    peak = _peak(trainer.place.device) if whole else foretold
    return Measured(speed, peak, each, room, trainer.size, snapshot)


def _peak(device: "torch.device") -> int:
    """The most bytes that were taken so far: on the GPU, or by this process."""
    if device.type == "cuda":
        import torch

        return int(torch.cuda.max_memory_reserved(device))
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _timed(trainer: "Trainer", recipe: Recipe, shown: ImageSpec, count: int) -> float:
    """Seconds of one step on `count` images of noise."""
    import torch

    from ganstudio.core.system import Batch

    device = trainer.place.device
    from ganstudio.models.translation.recipe import TranslationRecipe

    sides = recipe.channels(shown) if isinstance(recipe, TranslationRecipe) else (shown.channels,)
    shapes = [(count, channels, *shape_of(recipe.resolution)) for channels in sides]
    images = [torch.rand(shape, device=device) * 2 - 1 for shape in shapes]
    batch = Batch(images[0], torch.zeros(count, dtype=torch.long, device=device), *images[1:])
    begun = time.perf_counter()
    float(trainer.train(batch)["discriminator"])  # reading it waits for the device
    return time.perf_counter() - begun


def likely_kind() -> str:
    """'cuda', 'mps' or 'cpu', as far as can be told without torch: what the window assumes until torch is loaded."""
    if sys.platform == "darwin":
        return "mps" if os.uname().machine == "arm64" else "cpu"
    windows = os.path.join(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "nvcuda.dll")
    return "cuda" if os.path.exists("/dev/nvidia0") or os.path.exists(windows) else "cpu"
