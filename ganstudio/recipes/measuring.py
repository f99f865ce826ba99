"""How fast a recipe trains here: a few steps on noise, timed."""

import time
from collections.abc import Callable

from ganstudio.core.recipe import Recipe, Subject


def speed_here(
    device: str = "auto", subject: Subject | None = None, *, seconds: float = 3.0
) -> Callable[[Recipe], float]:
    """A function that measures a recipe's images per second on `device`, for `auto.choose_recipe`.

    The first step, which sets things up, is left out; at least one more is timed, however long it takes.
    """

    def measure(recipe: Recipe) -> float:
        import torch

        from ganstudio.core.device import choose
        from ganstudio.core.system import Batch
        from ganstudio.core.trainer import Trainer

        place, shown = choose(device), subject or Subject()
        trainer = Trainer(recipe.build(shown), place, ema_kimg=recipe.ema_kimg)
        shape = (recipe.batch, shown.channels, recipe.resolution, recipe.resolution)
        labels = torch.zeros(recipe.batch, dtype=torch.long, device=place.device)
        batch = Batch(torch.rand(shape, device=place.device) * 2 - 1, labels)

        def step() -> float:
            return float(trainer.train(batch)["discriminator"])  # reading it waits for the device

        step()
        begun, steps = time.perf_counter(), 0
        while steps == 0 or time.perf_counter() - begun < seconds:
            step()
            steps += 1
        return steps * recipe.batch / (time.perf_counter() - begun)

    return measure
