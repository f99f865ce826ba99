"""Streams of events as trainings of different fates make them."""

import math
import random
from collections.abc import Callable, Iterable, Iterator

from ganstudio.core.events import Event, Progress, Sampled, Scored, Started, Warned
from ganstudio.scores.watchdog import Watchdog

Losses = Callable[[float], dict[str, float]]


def started(images: int = 5000) -> Started:
    return Started(run="run", recipe="dcgan", device="CPU", precision="fp32", images=images, resolution=32, channels=1,
                   batch=64, step=0, kimg=0.0)  # fmt: skip


def healthy(kimg: float) -> dict[str, float]:
    noise = random.Random(round(kimg * 1000))
    real = 0.75 + 0.1 * noise.random()
    return {"generator": 1.5 + noise.random(), "discriminator": 0.8 + 0.2 * noise.random(),
            "D(x)": real, "D(G(z))": 1.0 - real + 0.05 * noise.random()}  # fmt: skip


def rising(kimg: float) -> float:
    return min(0.9, 0.1 + 0.1 * kimg)


def stream(
    *,
    until: float = 20.0,
    losses: Losses = healthy,
    variety: Callable[[float], float] = rising,
    score: Callable[[float], float] | None = None,
    error: float = 0.02,
    spoilt: float = 0.0,
    images: int = 5000,
) -> Iterator[Event]:
    """A Progress for each batch of 64, a grid for each 500 images, a score for each 2,000.

    `error`: the standard error of a score, as a share of the lowest so far. `spoilt`: see `Scored`.
    """
    lowest = math.inf
    yield started(images)
    batches = math.ceil(until * 1000 / 64)
    for step in range(1, batches + 1):
        kimg = step * 64 / 1000
        yield Progress(step=step, kimg=kimg, seconds=step * 0.1, images_per_second=640.0, losses=losses(kimg))
        if step % 8 == 0:
            yield Sampled(step=step, kimg=kimg, path="samples/1.png", rows=8, columns=8, variety=variety(kimg))
        if score and step % 32 == 0:
            value = score(kimg)
            behind = (value - lowest) / (error * lowest) if math.isfinite(lowest) else 0.0
            lowest = min(value, lowest)
            yield Scored(step=step, kimg=kimg, scores={"KID": value}, count=1000, features="builtin-1",
                         behind=behind, spoilt=spoilt)  # fmt: skip


def alarms(events: Iterable[Event], watchdog: Watchdog | None = None) -> dict[str, tuple[float, Warned]]:
    """Each topic warned of: after how many thousand images, and the warning."""
    watchdog = watchdog or Watchdog({"generator_lr": 2e-4, "discriminator_lr": 2e-4, "label_smoothing": 0.0})
    first_warnings: dict[str, tuple[float, Warned]] = {}
    kimg = 0.0
    for event in events:
        kimg = getattr(event, "kimg", kimg)
        for warned in watchdog.hear(event):
            first_warnings.setdefault(warned.topic, (kimg, warned))
    return first_warnings
