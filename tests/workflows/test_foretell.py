"""What a run takes where measuring it is itself too much: refused before Start, with a size that fits."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from ganstudio.core.recipe import ImageSpec
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.models.stylegan.recipe import StyleGAN2
from ganstudio.workflows import foretell, measure_speed
from ganstudio.workflows.foretell import foretold
from ganstudio.workflows.measure_speed import measured_here
from ganstudio.workflows.preflight import PictureFacts, preflight

RECIPE = StyleGAN2(resolution=1024, batch=24)
ZEROS = dict.fromkeys(("images_per_second", "memory", "batch", "each", "resolution", "host", "room", "host_room"), 0)


def killed() -> str:
    raise subprocess.CalledProcessError(-9, "ganstudio")


def slow() -> str:
    raise subprocess.TimeoutExpired("ganstudio", 240)


@pytest.mark.parametrize(
    ("answer", "recipe", "said", "refused"),
    [
        (killed, RECIPE, "a single image a step takes more than 8.0 GB", True),
        (lambda: json.dumps(ZEROS), RECIPE, "a single image a step takes more than 8.0 GB", True),
        (slow, RECIPE, "could not be measured", True),
        (slow, StyleGAN2(resolution=512, batch=2), "could not be measured", False),
    ],
    ids=["killed by the system", "no memory for one image", "slow and far too large", "slow and perhaps too large"],
)
def test_that_what_cannot_be_measured_is_refused_where_it_cannot_fit_with_a_size_that_does(
    answer: Callable[[], str], recipe: StyleGAN2, said: str, refused: bool, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    monkeypatch.setattr("ganstudio.core.device.memory_for", lambda device: 8 * 2**30)
    monkeypatch.setattr(
        foretell.subprocess, "run", lambda *words, **options: subprocess.CompletedProcess(words, 0, answer(), "")
    )
    forecast = foretold(recipe, ImageSpec(3), "cpu", tmp_path)
    findings = preflight(recipe, [PictureFacts(used=100)], need=forecast.need, room=forecast.room)
    assert said in forecast.sentence
    assert bool(findings) == refused
    if refused:
        assert re.search(r"It fits with .*resolution \d+\.$", findings[0].sentence)


@pytest.mark.parametrize(("pixel", "largest"), [(16_000, 4), (10**12, 2)], ids=["there is room", "there is little"])
def test_that_where_four_images_may_be_too_many_the_fewest_tell_what_each_takes(
    pixel: int, largest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []
    train = Trainer.train

    def counted(trainer: Trainer, batch: Batch) -> dict[str, torch.Tensor]:
        taken.append(len(batch.images))
        return train(trainer, batch)

    monkeypatch.setattr(Trainer, "train", counted)
    monkeypatch.setattr(measure_speed, "PIXEL", pixel)
    measured = measured_here(DCGAN(resolution=16, batch=64, width=8), "cpu", seconds=0.01)
    assert max(taken) == largest
    assert measured.memory > 64 * measured.each
