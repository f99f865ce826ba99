"""Does the watchdog name planted faults, and leave healthy runs alone? Real trainings; prints the tables of its docs.

    python tests/benchmarks/watchdog.py TRACES [NAME...]      trains what TRACES has no trace of yet, then prints
    python tests/benchmarks/watchdog.py TRACES --list

Every run's events are kept in TRACES as JSON lines and judged again each time, so that thresholds can be moved without
training anew. Time, which decides when grids and scores are made, is counted in images (`Run.rate` a second), so that
a busy machine gives the same trace.
"""

import argparse
import sys
import tempfile
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ganstudio.core.device import choose
from ganstudio.core.events import Event, Scored, Warned, from_json, to_json
from ganstudio.core.images.batches import Images
from ganstudio.core.images.cache import Prepared
from ganstudio.core.images.holdout import hold_out
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.run import Budget, Preparation, RunSettings
from ganstudio.core.run import Run as Folder
from ganstudio.core.session import Session
from ganstudio.core.settings import values_of
from ganstudio.core.trainer import Trainer
from ganstudio.models.gallery import by_name
from ganstudio.samples.blossoms import draw_blossom
from ganstudio.scores.training_monitor import TrainingMonitor
from ganstudio.scores.watchdog import Watchdog
from ganstudio.workflows.open_run import can_change

Pixels = np.ndarray
Fault = Callable[[Trainer], None]


@dataclass(frozen=True)
class Run:
    """One training: what it is, and what is done to it."""

    recipe: str
    expected: tuple[str, ...] = ()
    """Topics of which one must be warned of; empty for a healthy run, which must not be warned of anything."""
    images: str = "fashion 16 6000"
    kimg: float = 24.0
    rate: float = 600.0
    """Images a second: how many a machine with two cores trains on, about."""
    seed: int = 0
    values: Mapping[str, Any] = field(default_factory=dict)
    learned: int = 0
    """How many of the images are trained on; 0: all that are not held out."""
    fault: Fault | None = None
    fault_at: float = 6.0
    """Thousand images seen when it strikes."""


# Faults -------------------------------------------------------------------------------------------------------------


def frozen_to(count: int) -> Fault:
    """The generator, trained and shown, makes `count` pictures, whatever z is; it goes on learning."""

    def plant(trainer: Trainer) -> None:
        system: Any = trainer.system
        few = torch.randn(count, system.game.latent, generator=torch.Generator().manual_seed(0))
        for network in (system.generator, trainer.averages["generator"]):
            forward = network.forward
            network.forward = types.MethodType(
                lambda self, z, *labels, f=forward: f(few[torch.arange(len(z)) % count].to(z), *labels), network
            )

    return plant


def invalid(trainer: Trainer) -> None:
    """One weight of the generator becomes NaN."""
    with torch.no_grad():
        weight = next(trainer.system.networks["generator"].parameters())
        weight[(0,) * weight.dim()] = torch.nan


# Runs ---------------------------------------------------------------------------------------------------------------

SMALL = {"width": 16, "batch": 64}
LARGER = {"width": 16, "batch": 32}
BLOSSOMS = {"images": "blossoms 64 1000", "kimg": 10.0, "rate": 100.0}

RUNS: dict[str, Run] = {
    "one image": Run("dcgan", ("collapse",), values=SMALL, fault=frozen_to(1), kimg=14),
    "one image from the start": Run("dcgan", ("collapse",), values=SMALL, fault=frozen_to(1), fault_at=0, kimg=14),
    "four images": Run("dcgan", ("collapse",), values=SMALL, fault=frozen_to(4), kimg=14),
    "four images from the start": Run("dcgan", ("collapse",), values=SMALL, fault=frozen_to(4), fault_at=0, kimg=14),
    "discriminator x 10": Run("dcgan", ("discriminator",), values=SMALL | {"discriminator_lr": 2e-3}),
    "discriminator x 10, 32 px": Run(
        "dcgan", ("discriminator",), images="fashion 32 6000", values=LARGER | {"discriminator_lr": 2e-3}, rate=200,
        kimg=10,
    ),
    "generator x 10": Run("dcgan", ("generator", "oscillation"), values=SMALL | {"generator_lr": 2e-3}),
    "generator x 10, 32 px": Run(
        "dcgan", ("generator", "oscillation"), images="fashion 32 6000", values=LARGER | {"generator_lr": 2e-3},
        rate=200, kimg=10,
    ),
    "NaN": Run("dcgan", ("diverged",), values=SMALL, fault=invalid, kimg=13, fault_at=11),
    "8 images": Run("dcgan", ("few", "copies"), images="fashion 16 8", values={"width": 16, "batch": 8}, kimg=40),
    "60 images, 50 held out": Run(
        "dcgan", ("memory",), images="fashion 16 1000", values={"width": 32, "batch": 30}, kimg=30, learned=60
    ),
    "1000 images, for long": Run("dcgan", images="fashion 16 1000", values=SMALL, kimg=50),
    "dcgan": Run("dcgan", values=SMALL),
    "dcgan, seed 1": Run("dcgan", values=SMALL, seed=1),
    "dcgan, seed 2": Run("dcgan", values=SMALL, seed=2),
    "dcgan 32 px": Run("dcgan", images="fashion 32 6000", values=LARGER, rate=200, kimg=10),
    "dcgan 64 px, the demo": Run("dcgan", **BLOSSOMS),
    "dcgan 64 px, the demo, seed 1": Run("dcgan", seed=1, **BLOSSOMS),
    "upsample": Run("upsample", values={"width": 16, "batch": 64}, kimg=16),
    "wgan": Run("wgan", values={"width": 16, "batch": 64}, kimg=16),
    "wgan-gp": Run("wgan-gp", values={"width": 16, "batch": 64}, kimg=12),
    "linear": Run("linear", values={"batch": 64}),
    "linear, seed 1": Run("linear", values={"batch": 64}, seed=1),
    "r3gan": Run("r3gan", values={"batch": 32}, kimg=12, rate=150),
    "fastgan": Run("fastgan", images="blossoms 64 1000", kimg=6, rate=60),
}  # fmt: skip


def fashion(size: int, count: int) -> Pixels:
    from tests.benchmarks.ordering import fashion as every

    pixels, _ = every(count)
    images = torch.from_numpy(pixels.copy()).permute(0, 3, 1, 2).float()
    small = torch.nn.functional.interpolate(images, size=size, mode="bilinear", antialias=True, align_corners=False)
    return small.round().clamp(0, 255).byte().permute(0, 2, 3, 1).numpy().copy()


def blossoms(size: int, count: int) -> Pixels:
    return np.stack([np.asarray(draw_blossom(seed, size)) for seed in range(count)])


def pixels_of(images: str) -> Pixels:
    kind, size, count = images.split()
    return {"fashion": fashion, "blossoms": blossoms}[kind](int(size), int(count))


# Training -----------------------------------------------------------------------------------------------------------


def trained(run: Run) -> Iterator[Event]:
    torch.set_num_threads(1)
    pixels = pixels_of(run.images)
    recipe = by_name(run.recipe)(**{"resolution": pixels.shape[1]} | dict(run.values))
    channels = pixels.shape[3]
    names = [f"{number:06d}.png" for number in range(len(pixels))]
    labels = np.zeros(len(pixels), np.int64)
    kept, held_out = hold_out(names, Preparation().held_out, run.seed)
    kept = kept[: run.learned or None]
    torch.manual_seed(run.seed)
    trainer = Trainer(recipe.build(ImageSpec(channels)), choose("cpu"), seed=run.seed, ema_kimg=recipe.ema_kimg)
    report: Any = None
    source = Images(Prepared(pixels, names, labels, (), report), batch=recipe.batch, seed=run.seed, rows=kept)
    monitor = TrainingMonitor(pixels, labels, values_of(recipe), held_out=held_out)
    settings = RunSettings(recipe=run.recipe, sides=(("images",),), values=values_of(recipe), seed=run.seed,
                           budget=Budget(kimg=run.kimg))  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        made = Folder.create(Path(folder) / "run", settings)
        clock = lambda: trainer.images / run.rate  # noqa: E731
        session = Session(made, trainer, source, monitor=monitor, clock=clock)
        fault = run.fault
        for event in session.events():
            if fault and trainer.images >= 1000 * run.fault_at:
                fault(trainer)
                fault = None
            yield event


def keep_trace(run: Run, path: Path) -> None:
    part = path.with_suffix(".part")
    with open(part, "w") as file:
        for event in trained(run):
            if not isinstance(event, Warned) or event.topic in {"diverged", "same"}:  # the others are the watchdog's
                file.write(to_json(event) + "\n")
    part.rename(path)


# Judging ------------------------------------------------------------------------------------------------------------


def judged(run: Run, path: Path) -> dict[str, tuple[float, Warned]]:
    """Each topic warned of: after how many thousand images, and the warning."""
    recipe = by_name(run.recipe)(**{"resolution": int(run.images.split()[1])} | dict(run.values))
    watchdog = Watchdog(values_of(recipe), lambda changes: can_change(recipe, changes))
    first_warnings: dict[str, tuple[float, Warned]] = {}
    kimg = 0.0
    with open(path) as file:
        for event in map(from_json, file):
            kimg = getattr(event, "kimg", kimg)
            said = [event] if isinstance(event, Warned) else []
            for warned in [*watchdog.hear(event), *said]:
                first_warnings.setdefault(warned.topic, (kimg, warned))
    return first_warnings


def row(name: str, run: Run, path: Path) -> tuple[bool, str]:
    warnings = judged(run, path)
    good = bool(warnings.keys() & set(run.expected)) if run.expected else not warnings
    summary = "; ".join(
        f"{topic} at {at - (run.fault_at if run.fault else 0):.1f}" for topic, (at, _) in warnings.items()
    )
    copies = [
        event.scores["copies"] for event in map(from_json, path.read_text().splitlines()) if isinstance(event, Scored)
    ]
    note = f" (copies {copies[-1]:.0%})" if "8 images" in name and copies else ""
    return good, f"| {name} | {', '.join(run.expected) or 'nothing'} | {summary or 'nothing'}{note} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("traces", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--no-training", action="store_true", help="judge the traces there are")
    args = parser.parse_args()
    if args.list:
        print("\n".join(RUNS))
        return 0
    args.traces.mkdir(parents=True, exist_ok=True)
    print("| run | to be named | named, at thousand images after the fault |\n|---|---|---|")
    wrong = 0
    for name in args.names or RUNS:
        path = args.traces / f"{name.replace(' ', '-').replace(',', '')}.jsonl"
        if not path.exists() and not args.no_training:
            keep_trace(RUNS[name], path)
        if path.exists():
            good, line = row(name, RUNS[name], path)
            wrong += not good
            print(line, flush=True)
    return min(wrong, 1)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    sys.exit(main())
