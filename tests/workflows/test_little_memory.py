"""Memory that runs out in a step of any recipe: the same batch in parts, told once; without any, sizes to try."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from ganstudio.core.events import Finished, Warned
from ganstudio.core.recipe import Recipe
from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.session import Session
from ganstudio.core.settings import values_of
from ganstudio.models.gallery import RECIPES
from ganstudio.scores.extractor_networks import SqueezeNet
from ganstudio.scores.perceptual_place import perceptual_file, weights_folder
from ganstudio.workflows.open_run import open_session
from tests.models.contract import small

torch.set_num_threads(1)
STEPS, BATCH = 3, 4
NAMES: tuple[Callable[[], Exception], ...] = (
    lambda: torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
    MemoryError,
)
"""Memory by two of its names; `tests/core/test_memory.py` has them all."""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    for number in range(12):
        (folder / f"class {number % 2}").mkdir(exist_ok=True)
        noise = np.random.default_rng(number).integers(0, 256, (40, 40, 3), dtype=np.uint8)
        Image.fromarray(noise).save(folder / f"class {number % 2}" / f"{number}.png")
    return folder


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """With weights of the network that some recipes see with."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache-of-little-memory"))
    if perceptual_file() is None:
        weights_folder().mkdir(parents=True)
        save_file(SqueezeNet().state_dict(), weights_folder() / "own-squeezenet.safetensors")


def opened(kind: type[Recipe], pictures: Path, folder: Path) -> Session:
    recipe = small(kind()).with_values({"batch": BATCH})
    settings = RunSettings(
        recipe=recipe.name, sides=((str(pictures),),) * recipe.sides, values=values_of(recipe),
        preparation=Preparation(labels=recipe.needs_classes), budget=Budget(steps=STEPS), device="cpu",
    )  # fmt: skip
    return open_session(Run.create(folder, settings))


def watched(session: Session, refuse: Callable[[int], None]) -> None:
    """`refuse` is given the number of pictures whenever a network looks at some in a step, not in a preview."""

    def look(_: object, inputs: tuple[torch.Tensor, ...]) -> None:
        if torch.is_grad_enabled():
            refuse(len(inputs[0]))

    for network in session.trainer.system.networks.values():
        for layer in network.modules():  # not every step goes through a network as a whole
            if isinstance(layer, torch.nn.Conv2d):
                layer.register_forward_pre_hook(look)
        network.register_forward_pre_hook(look)


def refusing(most: int, error: Callable[[], Exception]) -> Callable[[int], None]:
    def refuse(count: int) -> None:
        if count > most:
            raise error()

    return refuse


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in RECIPES])
def test_that_every_recipe_goes_on_in_parts_at_the_same_batch_and_says_so_once(kind, pictures, tmp_path):
    counts: list[int] = []
    whole = opened(kind, pictures, tmp_path / "whole")
    watched(whole, counts.append)
    *_, expected = whole.events()
    assert isinstance(expected, Finished)
    for number, error in enumerate(NAMES):
        session = opened(kind, pictures, tmp_path / str(number))
        watched(session, refusing(max(counts) - 1, error))
        *events, last = session.events()
        assert isinstance(last, Finished)
        assert (last.outcome, last.step, last.kimg) == ("completed", STEPS, expected.kimg), last.message
        (warning,) = [event for event in events if isinstance(event, Warned) and "memory" in event.message]
        assert "in 2 parts of 2" in warning.message
        assert session.trainer.system.parts == 2
        assert session.run.settings.batch == BATCH


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in RECIPES])
def test_that_every_recipe_without_memory_for_one_part_ends_with_sizes_to_try(kind, pictures, tmp_path):
    session = opened(kind, pictures, tmp_path / "run")
    watched(session, refusing(0, NAMES[0]))
    *_, last = session.events()
    assert isinstance(last, Finished)
    assert (last.outcome, last.step) == ("failed", 0)
    assert f"choose a batch of {BATCH // 2}" in last.message
