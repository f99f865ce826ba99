"""How fast a recipe trains here: a few steps on noise, timed. Torch is loaded when something is measured."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ganstudio.core.memory import peak_of_process, ran_out
from ganstudio.core.recipe import ImageSpec, Recipe
from ganstudio.core.resolution import shape_of
from ganstudio.workflows.preflight import Need

if TYPE_CHECKING:
    import torch

    from ganstudio.core.device import DeviceSpec
    from ganstudio.core.system import Batch
    from ganstudio.models.superres.system import SuperResSystem
    from ganstudio.models.translation.system import TwoSidedSystem

GROWN = 4 * math.lcm(*range(1, 23))
"""A step at which networks that grow have their full size, and stages are over. Whatever is done every so many steps is
due at it: penalties of every 1st to 22nd, 32nd and 64th; and what follows so many steps at the one before."""
MEMORY_SHARE = 0.5
"""Whole batches are measured only where they would take less than this share of the memory that is free."""
FIRST = 4
"""Images of the first step, which sets things up and tells whether a whole batch can be waited for."""
PIXEL = 16_000
"""Bytes that a pixel of a batch takes at the most. StyleGAN2 at 1,024 px, the hungriest of all, takes 12,000."""


@dataclass(frozen=True)
class Measured:
    """Speed and what training takes, measured over a few steps. Amounts are in bytes; 0: not known."""

    images_per_second: float = 0.0
    """0.0: not enough memory."""
    memory: int = 0
    """At the peak of a step with the whole batch, or of a save: of this process, or on the GPU. Where no whole batch
    was tried, as two small ones foretell it."""
    each: int = 0
    """Of these, what one further image of the batch takes."""
    room: int = 0
    """What there is in all: of the computer's memory, or of the GPU's beside what other programs hold."""
    state: int = 0
    """A checkpoint."""
    snapshot: int = 0
    """A snapshot: the averaged networks alone."""
    host: int = 0
    """With a GPU, of the computer's own memory at the peak, a save included."""
    host_room: int = 0
    """And what there is of it."""


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

    Raises:
        FeaturesError: the recipe sees with a network whose weights are not here.
    """
    import torch

    from ganstudio.core.device import choose

    place = choose(device)
    try:
        return _Measuring(recipe, place, image_spec or _spec_for(recipe)).measured(seconds, cancelled)
    except (RuntimeError, MemoryError) as error:
        if not ran_out(error):
            raise
        return Measured()
    finally:
        if place.device.type == "cuda":
            torch.cuda.empty_cache()


def size_of(recipe: Recipe, image_spec: ImageSpec | None = None) -> Need:
    """What a run of this recipe takes on the disk, known by building its networks."""
    from ganstudio.core.device import choose
    from ganstudio.core.trainer import Trainer

    trainer = Trainer(recipe.build(image_spec or _spec_for(recipe)), choose("cpu"), ema_kimg=recipe.ema_kimg)
    return Need(state=trainer.size, snapshot=trainer.shown_size)


def _spec_for(recipe: Recipe) -> ImageSpec:
    return ImageSpec(3, ("one", "two") if recipe.needs_classes else ())


class _Measuring:
    """A Trainer as a session has it, on pictures of noise."""

    def __init__(self, recipe: Recipe, place: "DeviceSpec", image_spec: ImageSpec) -> None:
        from ganstudio.core.trainer import Trainer
        from ganstudio.models.superres.recipe import SuperRes
        from ganstudio.models.translation.recipe import TranslationRecipe
        from ganstudio.scores import training_monitor  # noqa: F401 - what a session loads is part of what it takes
        from ganstudio.workflows.image_pairs import eyes_from
        from ganstudio.workflows.two_image_sets import give_eyes, shown_count

        self.recipe, self.place, self.image_spec = recipe, place, image_spec
        system = recipe.build(image_spec)
        give_eyes(system)
        if isinstance(recipe, SuperRes) and (eyes := eyes_from(None, recipe, place.device)):
            cast("SuperResSystem", system).eyes = eyes
        self.trainer = Trainer(system, place, ema_kimg=recipe.ema_kimg)
        if isinstance(recipe, TranslationRecipe):
            cast("TwoSidedSystem", system).show(self._noise(shown_count(recipe)))
        self.built = peak_of(place.device)

    def measured(self, seconds: float, cancelled: Callable[[], bool]) -> Measured:
        import psutil

        recipe, trainer = self.recipe, self.trainer
        height, width = shape_of(recipe.resolution)
        roomy = FIRST * height * width * PIXEL < MEMORY_SHARE * self._room()
        small = min(FIRST if roomy else self._fewest(), recipe.batch)
        fewer = max(small // 2, self._fewest())
        self._step_pair(fewer)
        lower = peak_of(self.place.device)
        each_second = self._step_pair(small) / small
        peak, room = peak_of(self.place.device), self._room()
        each = max(0, (peak - lower) // (small - fewer)) if small > fewer else self._each_of_one(peak, small)
        foretold = peak + each * (recipe.batch - small)
        whole = foretold < MEMORY_SHARE * room and each_second * recipe.batch < seconds
        batch = recipe.batch if whole else small
        if batch != small and not cancelled():
            self._step_pair(batch)
        passed, steps = 0.0, 0
        while (steps == 0 or passed < seconds) and not cancelled():
            passed += self._timed(batch)
            steps += 1
        speed = steps * batch / passed if steps else 0.0
        peak = peak_of(self.place.device) if whole else foretold
        host = self._saving()
        on_gpu = self.place.device.type == "cuda"
        amounts = {"host": host, "host_room": psutil.virtual_memory().total} if on_gpu else {}
        memory = peak if on_gpu else max(peak, host)
        return Measured(speed, memory, each, room, trainer.size, trainer.shown_size, **amounts)

    def _fewest(self) -> int:
        """Norms over a batch need two."""
        return 2 if self.trainer.compares_batch else 1

    def _each_of_one(self, peak: int, count: int) -> int:
        """What a picture takes where no two batches could be compared: all that is neither weights nor moments."""
        return max(0, peak - self.built - self.trainer.gained) // count

    def _step_pair(self, count: int) -> float:
        """Seconds of a step, the second of two that do, between them, all that a step of this recipe ever does."""
        self.trainer.step = GROWN - 1
        self._timed(count)
        return self._timed(count)

    def _timed(self, count: int) -> float:
        """Seconds of one step on `count` images of noise."""
        batch = self._noise(count)
        begun = time.perf_counter()
        losses = self.trainer.train(batch)
        float(next(iter(losses.values())))  # reading it waits for the device
        return time.perf_counter() - begun

    def _noise(self, count: int) -> "Batch":
        import torch

        from ganstudio.core.system import Batch
        from ganstudio.models.translation.recipe import TranslationRecipe

        recipe, device = self.recipe, self.place.device
        sides = (
            recipe.channels(self.image_spec) if isinstance(recipe, TranslationRecipe) else (self.image_spec.channels,)
        )
        shapes = [(count, channels, *shape_of(recipe.resolution)) for channels in sides]
        images = [torch.rand(shape, device=device) * 2 - 1 for shape in shapes]
        return Batch(images[0], torch.zeros(count, dtype=torch.long, device=device), *images[1:])

    def _saving(self) -> int:
        """The peak of this process after a checkpoint was packed: three copies of it for a moment."""
        from ganstudio.core.checkpoint import packed_state

        packed_state(self.trainer.state())
        return peak_of_process()

    def _room(self) -> int:
        from ganstudio.core.device import memory_for

        return memory_for(self.place.device)


def peak_of(device: "torch.device") -> int:
    """The most bytes that were taken so far: on the GPU, or by this process."""
    if device.type == "cuda":
        import torch

        return int(torch.cuda.max_memory_reserved(device))
    return peak_of_process()
