"""One step, the averages, the guard, and a state that resumes bit for bit."""

import copy

import pytest
import torch

from ganstudio.core.state_check import StateError
from ganstudio.models.gallery import DCGAN, Linear
from tests.core.fakes import NoiseImages, make_trainer

SMALL = [
    pytest.param(
        Linear(resolution=8, batch=8, latent=8, generator_widths="16,16", discriminator_widths="16"), id="linear"
    ),
    pytest.param(
        Linear.preset("note-5").with_values({"resolution": 8, "batch": 8, "generator_widths": "16,16"}), id="note-5"
    ),
    pytest.param(DCGAN(resolution=16, batch=8, latent=8, width=8), id="dcgan"),
    pytest.param(DCGAN(resolution=16, batch=8, latent=8, width=8, style="notes", optimizer="adamw"), id="dcgan-notes"),
]


def tensors(value: object, name: str = "") -> dict[str, torch.Tensor]:
    """Every tensor of a nested state by its path."""
    if isinstance(value, torch.Tensor):
        return {name: value}
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list | tuple) else ()
    return {path: tensor for key, inner in items for path, tensor in tensors(inner, f"{name}/{key}").items()}


def train(trainer, images, steps: int) -> None:
    for _ in range(steps):
        trainer.train(images.batch(trainer.step))


@pytest.mark.parametrize("recipe", SMALL)
def test_that_a_step_changes_every_weight_and_gives_finite_losses(recipe) -> None:
    trainer = make_trainer(recipe)
    before = copy.deepcopy({name: network.state_dict() for name, network in trainer.system.networks.items()})
    losses = trainer.train(NoiseImages(8, recipe.resolution).batch(0))
    assert all(torch.isfinite(value) for value in losses.values())
    assert {"generator", "discriminator", "D(x)", "D(G(z))"} <= losses.keys()
    for name, network in trainer.system.networks.items():
        for key, parameter in network.named_parameters():
            assert not torch.equal(parameter, before[name][key]), f"{name}.{key} did not move"


@pytest.mark.parametrize("recipe", SMALL)
def test_that_generators_draw_images_in_range(recipe) -> None:
    trainer = make_trainer(recipe, channels=3)
    preview = trainer.preview()
    assert preview.images.shape == (64, 3, recipe.resolution, recipe.resolution)
    assert preview.images.abs().max() <= 1.0


@pytest.mark.parametrize("recipe", SMALL)
def test_that_the_same_seed_gives_the_same_bytes_and_another_seed_does_not(recipe) -> None:
    states = []
    for seed in (3, 3, 4):
        trainer = make_trainer(recipe, seed=seed)
        train(trainer, NoiseImages(8, recipe.resolution), 3)
        states.append(tensors(trainer.state()))
    assert all(torch.equal(states[0][key], states[1][key]) for key in states[0])
    assert not all(torch.equal(states[0][key], states[2][key]) for key in states[0])


@pytest.mark.parametrize("recipe", SMALL)
def test_that_restoring_and_going_on_equals_never_having_stopped(recipe) -> None:
    images = NoiseImages(8, recipe.resolution)
    straight = make_trainer(recipe)
    train(straight, images, 6)
    first = make_trainer(recipe)
    train(first, images, 3)
    torch.manual_seed(999)  # whatever happens in between must not matter
    second = make_trainer(recipe, seed=0)
    train(second, images, 1)
    second.restore(copy.deepcopy(first.state()))
    train(second, images, 3)
    ours, theirs = tensors(second.state()), tensors(straight.state())
    assert ours.keys() == theirs.keys()
    assert [key for key in ours if not torch.equal(ours[key], theirs[key])] == []


def test_that_the_average_forgets_half_of_its_start_in_one_half_life() -> None:
    trainer = make_trainer(
        Linear(resolution=8, batch=10, latent=4, generator_widths="8", discriminator_widths="8", ema_kimg=1.0)
    )
    average = trainer.averages["generator"]
    start = [torch.zeros_like(weight) for weight in average.parameters()]
    for parameter, zero in zip(average.parameters(), start, strict=True):
        parameter.copy_(zero)
    for parameter in trainer.system.networks["generator"].parameters():
        parameter.data.fill_(1.0)
    trainer.images = 10**9  # past the ramp
    for _ in range(100):  # 100 batches of 10 images are one half-life of 1 kimg
        trainer.move_averages(10)
    for parameter in average.parameters():
        torch.testing.assert_close(parameter, torch.full_like(parameter, 0.5), atol=1e-4, rtol=0)


@pytest.mark.parametrize(
    ("seen", "ema_kimg", "half_life"),
    [(392, 10.0, 20.0), (3992, 10.0, 200.0), (10**9, 2.0, 2000.0), (0, 10.0, 0.4), (10**9, 0.0, 0.0)],
)
def test_that_the_half_life_of_the_average_is_a_twentieth_of_the_images_seen_at_most(
    seen: int, ema_kimg: float, half_life: float
) -> None:
    """`seen` images before a step of 8; the half-life in images that this step's average must have."""
    sizes = {"resolution": 8, "batch": 8, "latent": 4, "generator_widths": "8", "discriminator_widths": "8"}
    trainer = make_trainer(Linear(**sizes, ema_kimg=ema_kimg))
    average, live = trainer.averages["generator"], trainer.system.networks["generator"]
    for parameter in average.parameters():
        parameter.fill_(1.0)
    trainer.images = seen
    train(trainer, NoiseImages(8, 8), 1)
    keep = 0.5 ** (8 / half_life) if half_life else 0.0
    for parameter, now in zip(average.parameters(), live.parameters(), strict=True):
        torch.testing.assert_close(parameter, keep + (1 - keep) * now.detach(), atol=1e-5, rtol=0)


def test_that_buffers_are_averaged_and_counters_copied() -> None:
    trainer = make_trainer(DCGAN(resolution=16, batch=8, latent=8, width=8))
    train(trainer, NoiseImages(8, 16), 4)
    live = dict(trainer.system.networks["generator"].named_buffers())
    for name, buffer in trainer.averages["generator"].named_buffers():
        if name.endswith("num_batches_tracked"):
            assert int(buffer) == int(live[name]) == 4
        else:
            assert not torch.equal(buffer, torch.zeros_like(buffer)), name


def test_that_evaluating_the_average_looks_like_the_generator_in_training() -> None:
    recipe = DCGAN(resolution=16, batch=32, latent=8, width=8)
    trainer = make_trainer(recipe)
    train(trainer, NoiseImages(32, 16), 30)
    z = torch.randn(64, 8)
    with torch.no_grad():
        average = trainer.averages["generator"](z)
        live = trainer.system.networks["generator"](z)
    assert (average - live).abs().mean() < 0.15


def test_that_a_gradient_that_is_no_number_moves_nothing() -> None:
    trainer = make_trainer(DCGAN(resolution=16, batch=8, latent=8, width=8))
    images = NoiseImages(8, 16)
    train(trainer, images, 2)
    before = copy.deepcopy(tensors(trainer.state()["networks"]))
    batch = images.batch(2)
    batch.images[0, 0, 0, 0] = float("inf")
    trainer.train(batch)
    weights = [key for key in before if key.endswith("weight") and "discriminator" in key]
    after = tensors(trainer.state()["networks"])
    assert trainer.skipped >= 1
    assert all(torch.equal(before[key], after[key]) for key in weights)


@pytest.mark.parametrize("spoil", ["shape", "missing", "nan", "other network", "moment"])
def test_that_a_state_that_does_not_fit_changes_nothing(spoil: str) -> None:
    recipe = DCGAN(resolution=16, batch=8, latent=8, width=8)
    trainer = make_trainer(recipe)
    train(trainer, NoiseImages(8, 16), 2)
    state = copy.deepcopy(trainer.state())
    weights = state["networks"]["discriminator"]
    key = next(iter(weights))
    if spoil == "shape":
        weights[key] = weights[key][:1]
    elif spoil == "missing":
        del weights[key]
    elif spoil == "nan":
        weights[key][0] = float("nan")
    elif spoil == "other network":
        state["networks"]["critic"] = state["networks"].pop("discriminator")
    else:
        state["optimizers"]["generator"]["state"][0]["exp_avg"] = torch.zeros(1, 2)
    before = copy.deepcopy(tensors(trainer.state()))
    with pytest.raises(StateError):
        trainer.restore(state)
    after = tensors(trainer.state())
    assert all(torch.equal(before[path], after[path]) for path in before)


def test_that_a_snapshot_taken_by_restore_does_not_move_with_training() -> None:
    """torch's optimisers alias the dict they load; the Trainer must not."""
    recipe = DCGAN(resolution=16, batch=8, latent=8, width=8)
    trainer = make_trainer(recipe)
    images = NoiseImages(8, 16)
    train(trainer, images, 2)
    snapshot = copy.deepcopy(trainer.state())
    kept = copy.deepcopy(snapshot)
    trainer.restore(snapshot)
    train(trainer, images, 2)
    assert all(torch.equal(tensor, tensors(kept)[path]) for path, tensor in tensors(snapshot).items())
