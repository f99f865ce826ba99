"""Trainings for `judging`: each of a fixed number of images, its state kept at evenly spaced looks.

Nothing here depends on how fast the machine is. A look keeps the averaged and the live generator and the
discriminator. Images come from `shared/data` beside the checkout and from the sample set; those to learn from and
those to compare with are never the same.
"""

import json
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch import nn

from ganstudio.core.pixels import Pixels
from ganstudio.core.recipe import Recipe
from ganstudio.core.run import Preparation, Run, RunSettings
from ganstudio.core.settings import Value, from_mapping, values_of
from ganstudio.models.gallery import by_name

DATA = Path(__file__).parents[3] / "shared" / "data"
LOOKS = 12
"""States of each run that are ranked."""
RESOLUTION = 32


@dataclass(frozen=True)
class Plan:
    """One training."""

    data: str
    recipe: str
    kimg: float
    preset: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    labels: bool = False
    word: str = ""
    """What sets it apart from another of the same recipe."""

    @property
    def name(self) -> str:
        return "-".join(part for part in (self.data, self.recipe, self.preset, self.word) if part)

    @property
    def grey(self) -> bool:
        return self.data == "fashion"


QUICK: Mapping[str, Value] = {"batch": 16, "generator_lr": 3e-4, "discriminator_lr": 3e-4}
CHOSEN_ON = ("fashion", "blossoms")
"""The sets that features were chosen on; the others are the proof."""
UNSEEN = ("fastgan",)
"""Recipes whose runs were measured after the margin had been fixed as well."""


def plans() -> list[Plan]:
    return [
        Plan("fashion", "dcgan", 90.0),
        Plan("clothing", "dcgan", 90.0),
        Plan("fashion", "upsample", 20.0, "steady"),
        Plan("sprites", "upsample", 20.0, "steady"),
        Plan("blossoms", "dcgan", 40.0),
        Plan("fashion", "wgan-gp", 24.0, values=QUICK),
        Plan("clothing", "upsample", 20.0, "steady"),
        Plan("fashion", "linear", 200.0),
        Plan("sprites", "dcgan", 40.0),
        Plan("blossoms", "upsample", 20.0, "steady"),
        Plan("clothing", "cgan", 30.0, "projection", {"batch": 32}, labels=True),
        Plan("fashion", "cgan", 30.0, "projection", {"batch": 32}, labels=True),
        Plan("sprites", "wgan-gp", 24.0, values=QUICK),
        Plan("blossoms", "linear", 100.0),
        Plan("clothing", "fastgan", 4.5, "light", {"width": 8}),
        Plan("fashion", "fastgan", 4.5, "light", {"width": 8}),
    ]


# Images ---------------------------------------------------------------------------------------------------------------


def sources(data: str, work: Path) -> tuple[list[Path], list[Path]]:
    """The images to learn from, and others of the same kind to compare with; what must be drawn or sorted is, once."""
    if data == "fashion":
        folder = DATA / "fashion_mnist_idx"
        return [folder / "train-images-idx3-ubyte.gz"], [folder / "t10k-images-idx3-ubyte.gz"]
    if data == "clothing":
        return [DATA / "clothing128" / "train"], [DATA / "clothing128" / name for name in ("validation", "test")]
    learned, compared = work / f"{data}-learned", work / f"{data}-compared"
    if not compared.is_dir():
        (draw_blossoms if data == "blossoms" else sort_sprites)(learned, compared)
    return [learned], [compared]


def draw_blossoms(learned: Path, compared: Path) -> None:
    from ganstudio.samples.blossoms import write_sample_set

    write_sample_set(learned, 2000, 2 * RESOLUTION, "blossoms", 7)
    write_sample_set(compared, 2000, 2 * RESOLUTION, "blossoms", 8)


def sort_sprites(learned: Path, compared: Path) -> None:
    """Every third sprite is compared with."""
    paths = sorted((DATA / "crawl_tiles_cc0").rglob("*.png"))
    for number, path in enumerate(paths):
        place = (compared if number % 3 == 0 else learned) / f"{number:05d}.png"
        place.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, place)


def preparation_of(plan: Plan) -> Preparation:
    return Preparation(colour="grey" if plan.grey else "rgb", labels=plan.labels)


def prepared_pixels(plan: Plan, folders: list[Path]) -> Pixels:
    """(N, 32, 32, 1 or 3) uint8."""
    from ganstudio.core.images.cache import prepare

    preparation = Preparation(colour="grey" if plan.grey else "rgb")
    return np.asarray(prepare(list(map(str, folders)), preparation, RESOLUTION).pixels)


# Training -------------------------------------------------------------------------------------------------------------


def recipe_of(plan: Plan) -> Recipe:
    kind = by_name(plan.recipe)
    values = {**values_of(kind.preset(plan.preset)), **plan.values, "resolution": RESOLUTION}
    return from_mapping(kind, values, what=kind.title)


def opened(plan: Plan, work: Path, seed: int = 0) -> Run:
    """A new run of a plan; what an interrupted one left behind is removed."""
    folder = work / plan.name / "run"
    shutil.rmtree(folder, ignore_errors=True)
    settings = RunSettings(
        recipe=plan.recipe,
        sides=(tuple(map(str, sources(plan.data, work)[0])),),
        values=values_of(recipe_of(plan)),
        preset=plan.preset,
        preparation=preparation_of(plan),
        device="cpu",
        seed=seed,
    )
    return Run.create(folder, settings)


def train(plan: Plan, work: Path, tell: Callable[[str], None]) -> None:
    """Train a plan and keep its looks, unless it was trained before."""
    from ganstudio.workflows.open_run import open_session

    facts = work / plan.name / "facts.json"
    if facts.is_file():
        return
    session = open_session(opened(plan, work))
    trainer, images = session.trainer, session.images
    steps = round(1000 * plan.kimg / recipe_of(plan).batch)
    at = [round(steps * (number + 1) / LOOKS) for number in range(LOOKS)]
    begun = time.process_time()
    for step in range(steps):
        trainer.train(images.batch(step))
        if step + 1 in at:
            keep(look_path(plan, work, step + 1), trainer.averages["generator"], trainer.system.networks)
    spent = time.process_time() - begun
    facts.write_text(json.dumps({"steps": at, "seconds": spent, "classes": list(images.classes)}))
    tell(f"{plan.name}: {steps} steps, {spent:.0f} s of processor time")


def look_path(plan: Plan, work: Path, step: int) -> Path:
    return work / plan.name / f"look-{step:06d}.pt"


def keep(path: Path, average: nn.Module, networks: Mapping[str, nn.Module]) -> None:
    kept = {"average": average, "live": networks["generator"], "discriminator": networks["discriminator"]}
    torch.save({name: network.state_dict() for name, network in kept.items()}, path)


def looks(plan: Plan, work: Path) -> Iterator[tuple[int, dict[str, dict[str, torch.Tensor]]]]:
    """(step, the state dicts by name) of every look of a trained plan, in order."""
    for step in json.loads((work / plan.name / "facts.json").read_text())["steps"]:
        yield step, torch.load(look_path(plan, work, step), weights_only=True)
