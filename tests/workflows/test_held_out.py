"""Every recipe's discriminator can be asked about held-out images at any step, and training does not notice."""

import math

import numpy as np
import pytest
import torch

from ganstudio.core.device import choose
from ganstudio.core.settings import values_of
from ganstudio.core.trainer import Trainer
from ganstudio.scores.training_monitor import TrainingMonitor
from tests.models.contract import batch_of, every_recipe, image_spec_of

RECIPES = dict(every_recipe())


@pytest.mark.parametrize("name", RECIPES)
def test_that_asking_about_held_out_images_changes_nothing(name):
    recipe = RECIPES[name]
    pixels = np.random.default_rng(0).integers(0, 256, (12, recipe.resolution, recipe.resolution, 3), np.uint8)
    monitor = TrainingMonitor(pixels, np.arange(12) % 3, values_of(recipe), held_out=np.arange(9))
    trainers = []
    for asked in (False, True):
        torch.manual_seed(0)
        trainer = Trainer(recipe.build(image_spec_of(recipe)), choose("cpu"), seed=0, ema_kimg=recipe.ema_kimg)
        for step in range(4):
            if asked:
                assert math.isfinite(monitor.extra_losses(trainer)["D(held out)"])
            trainer.train(batch_of(recipe, step))
        trainers.append(trainer)
    left, right = (trainer.system.networks["discriminator"].state_dict() for trainer in trainers)
    assert [name for name in left if not torch.equal(left[name], right[name])] == []
