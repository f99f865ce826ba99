"""A step in micro-batches, which memory that ran out leads to: the same step where nothing looks at a whole batch."""

import copy
from operator import attrgetter

import pytest
import torch

from ganstudio.core.device import choose
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.models.gallery import CUT, R3GAN, RECIPES, CycleGAN, Linear
from tests.models.contract import batch_of, image_spec_of, small
from tests.models.test_contract import same, train, trainer_of

ALONE = [
    pytest.param(small(R3GAN()), id="r3gan"),
    pytest.param(small(Linear(generator_norm="none", discriminator_norm=False, dropout=0.0)), id="linear"),
]


@pytest.mark.parametrize("recipe", ALONE)
def test_that_parts_make_the_step_of_the_whole_batch(recipe):
    whole, parted = trainer_of(recipe), trainer_of(recipe)
    parted.system.parts = 2
    ours, theirs = train(whole, recipe, 3), train(parted, recipe, 3)
    for name, value in ours[-1].items():
        assert float(theirs[-1][name]) == pytest.approx(float(value), abs=1e-4), name
    for network, other in zip(whole.system.networks.values(), parted.system.networks.values(), strict=True):
        for weight, again in zip(network.parameters(), other.parameters(), strict=True):
            torch.testing.assert_close(weight, again, atol=1e-5, rtol=1e-4)
            torch.testing.assert_close(weight.grad, again.grad, atol=1e-6, rtol=1e-3)  # Adam would hide their size


@pytest.mark.parametrize(
    "recipe", [small(kind()) for kind in RECIPES if kind.task == "generate"], ids=attrgetter("name")
)
def test_that_every_recipe_trains_in_parts_and_resumes_in_them(recipe):
    through, first = trainer_of(recipe), trainer_of(recipe)
    through.system.parts = first.system.parts = 2
    losses = train(through, recipe, 5)
    assert all(torch.isfinite(value) for means in losses for value in means.values())
    train(first, recipe, 3)
    again = trainer_of(recipe)
    again.restore(copy.deepcopy(first.state()))
    train(again, recipe, 2)
    assert same(through.state(), again.state())


@pytest.mark.parametrize("kind", [CycleGAN, CUT])
def test_that_translations_in_parts_make_the_step_of_the_whole_batch(kind):
    recipe = kind(resolution=16, width=4, blocks=1, batch=4, crop=1.0)
    sides = torch.rand(2, 4, 3, 16, 16, generator=torch.Generator().manual_seed(1)) * 2 - 1
    means = []
    for parts in (1, 2):
        torch.manual_seed(0)
        trainer = Trainer(recipe.build(ImageSpec(3)), choose("cpu"))
        trainer.system.parts = parts
        means.append(trainer.train(Batch(sides[0], torch.zeros(4, dtype=torch.long), sides[1])))
    assert means[0].keys() == means[1].keys()
    for name in means[0]:
        # CUT draws other places of each part, so that it is like the whole one and not the same.
        assert float(means[1][name]) == pytest.approx(float(means[0][name]), abs=1e-4 if kind is CycleGAN else 0.3), (
            name
        )


class Narrow(Trainer):
    """Where no more than `most` images find memory at once."""

    def limit(self, most: int) -> "Narrow":
        def refuse(network, inputs):
            if len(inputs[0]) > most:
                raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")

        self.system.networks["discriminator"].register_forward_pre_hook(refuse)
        return self


@pytest.mark.parametrize(("most", "parts"), [(8, 1), (7, 2), (4, 2), (3, 4), (2, 4)])
def test_that_a_batch_is_split_until_a_part_fits(most, parts):
    recipe = small(R3GAN()).with_values({"batch": 8})
    trainer = Narrow(recipe.build(image_spec_of(recipe)), choose("cpu")).limit(most)
    trainer.train(batch_of(recipe))
    assert trainer.system.parts == parts
    assert trainer.step == 1


def test_that_a_memory_without_room_for_one_part_is_an_error():
    recipe = small(R3GAN())
    trainer = Narrow(recipe.build(image_spec_of(recipe)), choose("cpu")).limit(0)
    with pytest.raises(torch.OutOfMemoryError):
        trainer.train(batch_of(recipe))
    assert trainer.step == 0
