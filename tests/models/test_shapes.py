"""Pictures that are no squares or let through: every recipe learns, resumes, draws and exports them."""

import copy
import dataclasses
import json

import numpy as np
import pytest
import torch

from ganstudio.core.device import choose
from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.pixels import weighted
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.resolution import Shape as Sides
from ganstudio.core.resolution import grid_of, nearest_doubled, parse, shape_of
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.export.model import metadata, write_model
from ganstudio.models.gallery import RECIPES
from tests.models.contract import CLASSES, small
from tests.models.test_contract import same

WIDE = "48x32"
GENERATING = [kind for kind in RECIPES if kind.task == "generate" and kind.name != "auto"]
TRANSLATING = [kind for kind in RECIPES if kind.name in ("cyclegan", "cut")]


def wide(kind, resolution=WIDE):
    recipe = small(kind()).with_values({"resolution": resolution})
    assert [problem.sentence for problem in recipe.problems() if problem.severity == "error"] == []
    return recipe


def spec_of(recipe) -> ImageSpec:
    return ImageSpec(4, CLASSES if getattr(recipe, "conditional", False) else ())


def batch_of(recipe, step: int) -> Batch:
    random = torch.Generator().manual_seed(step)
    images = torch.rand(2, recipe.batch, 4, *shape_of(recipe.resolution), generator=random) * 2 - 1
    other = weighted(images[1]) if recipe.sides == 2 else None
    return Batch(weighted(images[0]), torch.arange(recipe.batch) % len(CLASSES), other)


def trainer_of(recipe) -> Trainer:
    torch.manual_seed(0)
    return Trainer(recipe.build(spec_of(recipe)), choose("cpu"), seed=0, ema_kimg=recipe.ema_kimg)


def train(trainer, recipe, steps: int) -> None:
    for _ in range(steps):
        losses = trainer.train(batch_of(recipe, trainer.step))
        assert all(torch.isfinite(loss) for loss in losses.values()), losses


def generator_of(trainer, recipe) -> TrainedGenerator:
    spec = spec_of(recipe)
    return TrainedGenerator(
        copy.deepcopy(trainer.averages["generator"]), latent=recipe.latent, prior=recipe.prior,
        resolution=recipe.resolution, channels=4, classes=spec.classes,
    )  # fmt: skip


@pytest.mark.parametrize("resolution", [WIDE, "96x40", "32x80"])
@pytest.mark.parametrize("kind", GENERATING, ids=lambda kind: kind.name)
def test_that_every_generator_draws_rectangles_with_alpha(kind, resolution):
    recipe = wide(kind, resolution)
    trainer = trainer_of(recipe)
    train(trainer, recipe, 1)
    drawn = generator_of(trainer, recipe).images(torch.randn(2, recipe.latent))
    assert drawn.shape == (2, *shape_of(resolution), 4)
    assert trainer.preview().images.shape[1:] == (4, *shape_of(resolution))


@pytest.mark.parametrize("kind", [*GENERATING, *TRANSLATING], ids=lambda kind: kind.name)
def test_that_stopping_and_resuming_changes_not_a_bit(kind):
    recipe = wide(kind)
    through, first, second = (trainer_of(recipe) for _ in range(3))
    train(through, recipe, 4)
    train(first, recipe, 2)
    second.restore(copy.deepcopy(first.state()))
    train(second, recipe, 2)
    assert same(through.state(), second.state())


@pytest.mark.parametrize("kind", GENERATING, ids=lambda kind: kind.name)
def test_that_onnx_and_pt2_draw_the_same(kind, tmp_path):
    onnxruntime = pytest.importorskip("onnxruntime")
    recipe = wide(kind)
    generator = generator_of(trainer_of(recipe), recipe)
    labels = [torch.tensor([0, 2, 1])] if generator.classes else []
    z = generator.latents([1, 2, 3])
    wanted = generator.network(z, *labels)
    known = metadata(generator, "sprites", recipe.name, {})
    assert json.loads(known["resolution"] if known["resolution"][0] == '"' else json.dumps(known["resolution"])) == WIDE
    assert "weighted" in known["alpha"]
    program = torch.export.load(str(write_model(generator, tmp_path / "g.pt2", known))).module()
    torch.testing.assert_close(program(z, *labels), wanted, rtol=0, atol=1e-5)
    session = onnxruntime.InferenceSession(str(write_model(generator, tmp_path / "g.onnx", known)))
    inputs = {"z": z.numpy()} | ({"labels": labels[0].numpy()} if labels else {})
    (drawn,) = session.run(None, inputs)
    assert drawn.shape == (3, 4, 32, 48)
    np.testing.assert_allclose(drawn, wanted.numpy(), atol=2e-4)


def test_that_a_size_is_one_value_a_square_the_number_it_was():
    assert [parse(text) for text in ("64", "64x64", "96x64", "96 x 64", "96×64")] == [64, 64, "96x64", "96x64", "96x64"]
    assert shape_of("96x64") == Sides(64, 96)
    with pytest.raises(ValueError, match="invalid literal"):
        parse("96x")


def test_that_networks_double_from_a_shorter_side_of_4_to_7_px():
    assert grid_of(64) == ((4, 4), 4)
    assert grid_of("48x32") == ((4, 6), 3)
    assert grid_of("160x96") == ((6, 10), 4)
    assert grid_of("50x30") is None
    assert grid_of("320x32") is None, "ten to one"
    assert nearest_doubled(Sides(64, 96), (16, 32, 64, 128)) == "96x64"
    assert nearest_doubled(Sides(96, 64), (16, 32, 64, 128)) == "64x96"
    assert nearest_doubled(Sides(60, 60), (16, 32, 64, 128)) == 64


@pytest.mark.parametrize("kind", RECIPES, ids=lambda kind: kind.name)
def test_that_a_recipe_that_cannot_says_which_sizes_it_can(kind):
    if kind.name == "auto":
        return
    for impossible in ("1000x10", "51x33"):
        sentence = kind.resolution_problem(impossible)
        if not sentence:
            assert kind.name in ("linear", "upsample", "cgan"), "any size will do"
            continue
        assert impossible in sentence
        assert (
            str(kind.nearest_resolution(*shape_of(impossible))) in sentence or " 64, " in sentence or "8 to" in sentence
        )


@pytest.mark.parametrize("kind", [*GENERATING, *TRANSLATING], ids=lambda kind: kind.name)
@pytest.mark.parametrize("sides", [(64, 96), (480, 640), (30, 50), (1000, 10), (100, 101), (9, 16)])
def test_that_what_is_proposed_can_be_done(kind, sides):
    near = kind.nearest_resolution(*sides)
    assert kind.resolution_problem(near) == ""
    assert (shape_of(near).height > shape_of(near).width) == (sides[0] > sides[1] * 1.13)
    recipe = dataclasses.replace(kind(), resolution=near)
    assert not [problem for problem in recipe.problems() if problem.severity == "error" and kind.name != "cgan"]
