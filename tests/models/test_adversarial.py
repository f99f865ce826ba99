"""The shared step: who moves when, and what each remedy does."""

import copy

import pytest
import torch

from ganstudio.core.recipe import ImageSpec
from ganstudio.core.system import Batch
from ganstudio.models.adversarial.augment import View
from ganstudio.models.adversarial.system import AdversarialSystem
from ganstudio.models.adversarial.unrolled import look_ahead
from ganstudio.models.cgan.recipe import CGAN
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.models.linear.recipe import Linear

SMALL = {"resolution": 8, "batch": 8, "latent": 4, "generator_widths": "16,16", "discriminator_widths": "16"}
BATCH = Batch(torch.rand(8, 1, 8, 8, generator=torch.Generator().manual_seed(0)) * 2 - 1, torch.zeros(8).long())


def recipe(**values) -> Linear:
    return Linear(**(SMALL | {"dropout": 0.0} | values))


def system(**values) -> AdversarialSystem:
    torch.manual_seed(0)
    return recipe(**values).build(ImageSpec(1))


def weights(network: torch.nn.Module) -> torch.Tensor:
    return torch.cat([parameter.detach().flatten() for parameter in network.parameters()])


def test_that_the_generator_moves_every_n_critic_th_step():
    playing = system(n_critic=3)
    moved = []
    for step in range(6):
        before = weights(playing.generator), weights(playing.discriminator)
        losses = playing.step(BATCH, step)
        assert not torch.equal(before[1], weights(playing.discriminator))
        moved.append(not torch.equal(before[0], weights(playing.generator)))
        assert moved[-1] == ("generator" in losses)
    assert moved == [False, False, True, False, False, True]


def test_that_clipping_keeps_every_weight_of_the_critic_small():
    playing = system(weight_clip=0.01, objective="wasserstein", optimizer="rmsprop", generator_lr=0.01)
    playing.step(BATCH, 0)
    assert weights(playing.discriminator).abs().max() <= 0.01
    assert weights(playing.generator).abs().max() > 0.01
    assert all("momentum_buffer" not in state for state in playing.optimizers["discriminator"].state.values())


def test_that_a_step_sees_reals_once_and_fakes_twice_through_the_same_view():
    playing, seen = system(), []

    class Watched(View):
        def __call__(self, images, kimg):
            seen.append(images)
            return super().__call__(images, kimg)

    playing.view = Watched(None)
    playing.step(BATCH, 0)
    assert len(seen) == 3
    assert torch.equal(seen[0], BATCH.images)
    assert torch.equal(seen[1], seen[2])


@pytest.mark.parametrize(
    "values",
    [
        {"penalty": "wgan-gp", "objective": "wasserstein"},
        {"penalty": "r1", "penalty_interval": 2},
        {"penalty": "r1+r2", "objective": "relativistic"},
        {"penalty": "zero-centred"},
        {"minibatch": "discrimination"},
        {"minibatch": "stddev"},
        {"unrolled_steps": 2},
        {"discriminators": 2, "penalty": "r1", "feature_matching": 1.0},
        {"discriminators": 2, "unrolled_steps": 1, "objective": "relativistic-average"},
        {"feature_matching": 1.0},
        {"spectral_norm": True, "objective": "hinge"},
        {"augment": "diffaugment"},
        {"augment": "ada"},
        {"instance_noise": 0.1},
        {"optimizer": "rmsprop"},
        {"objective": "minimax", "label_smoothing": 0.1},
        {"objective": "least-squares"},
        {"drift": 0.001},
    ],
    ids=lambda values: "-".join(f"{name}={value}" for name, value in values.items()),
)
def test_that_each_remedy_trains_both_networks_with_finite_numbers(values):
    playing = system(**values)
    assert not [problem for problem in recipe(**values).problems() if problem.severity == "error"]
    before = weights(playing.generator), weights(playing.discriminator)
    for step in range(2):
        losses = playing.step(BATCH, step)
    assert all(torch.isfinite(loss) for loss in losses.values()), losses
    assert not torch.equal(before[0], weights(playing.generator))
    assert not torch.equal(before[1], weights(playing.discriminator))
    assert all(parameter.requires_grad for parameter in playing.discriminator.parameters())


@pytest.mark.parametrize(
    ("values", "part"), [({"feature_matching": 1.0}, "mismatch"), ({"unrolled_steps": 1}, "opponent")]
)
def test_that_the_generators_step_compares_reals_and_fakes_that_are_altered_alike(values, part, monkeypatch):
    playing = system(**values)
    pairs = []

    class Brighter(View):
        def __call__(self, images, kimg):
            return images + 5

    playing.view = Brighter(None)
    usual = getattr(playing, part)
    monkeypatch.setattr(
        playing, part, lambda real, fake, labels: pairs.append((real, fake)) or usual(real, fake, labels)
    )
    playing.step(BATCH, 0)
    ((real, fake),) = pairs
    assert torch.equal(real, BATCH.images + 5)
    assert fake.min() >= 4


def test_that_looking_ahead_leaves_the_discriminator_and_its_optimiser_bit_for_bit():
    playing = system(unrolled_steps=3, discriminator_norm=True, discriminator_widths="16,16")
    playing.step(BATCH, 0)
    optimizer = playing.optimizers["discriminator"]
    kept = copy.deepcopy((playing.discriminator.state_dict(), optimizer.state_dict()))
    fake = playing.generate(playing.latents(8, torch.device("cpu")), ())
    judge = playing.opponent(BATCH.images, fake, ())
    judge(fake).sum().backward()
    for name, tensor in playing.discriminator.state_dict().items():
        assert torch.equal(tensor, kept[0][name]), name
    for number, moments in optimizer.state_dict()["state"].items():
        assert all(torch.equal(moment, kept[1]["state"][number][name]) for name, moment in moments.items())


def test_that_looking_ahead_is_what_the_optimiser_would_do():
    playing = system()
    playing.step(BATCH, 0)
    fake = playing.generate(playing.latents(8, torch.device("cpu")), ()).detach()

    def loss_of(judge):
        return playing.discriminator_loss(judge, BATCH.images, fake, ())[0]

    ahead = look_ahead(playing.discriminator, playing.optimizers["discriminator"], loss_of, 2)
    foreseen = ahead(BATCH.images)
    for _ in range(2):
        playing.update("discriminator", loss_of(playing.discriminator))
    torch.testing.assert_close(foreseen, playing.discriminator(BATCH.images), atol=1e-5, rtol=1e-4)


def test_that_the_generators_gradient_also_passes_through_the_unrolled_updates():
    gradients = []
    for steps in (0, 1):
        playing = system(unrolled_steps=steps)
        fake = playing.generate(playing.latents(8, torch.device("cpu")), ())
        judge = playing.opponent(BATCH.images, fake, ())
        fixed = fake.detach().requires_grad_(True)  # what D is asked about; the updates still depend on `fake`
        judge(fixed).sum().backward()
        gradients.append(playing.generator[0].weight.grad)
    assert gradients[0] is None
    assert gradients[1].abs().sum() > 0


def test_that_the_drift_charges_the_square_of_the_scores_of_reals():
    drifting = system(drift=0.25)
    loss = drifting.with_drift(torch.tensor(2.0), torch.tensor([1.0, 3.0]))
    assert float(loss) == pytest.approx(2.0 + 0.25 * 5.0)


def test_that_a_penalty_taken_rarely_is_told_as_if_taken_always():
    """The update counts it as often as it was left out; the curve must not jump by that factor."""
    charges = [system(penalty="r1", penalty_interval=interval).step(BATCH, 0)["penalty"] for interval in (1, 16)]
    assert charges[0] > 0
    torch.testing.assert_close(charges[0], charges[1])


@pytest.mark.parametrize("optimizer", ["adam", "adamw"])
def test_that_optimisers_get_the_betas_and_rates_that_were_asked_for(optimizer):
    values = {"beta1": 0.3, "beta2": 0.77, "generator_lr": 0.002, "discriminator_lr": 0.004}
    playing = system(optimizer=optimizer, **values)
    for name, lr in (("generator", 0.002), ("discriminator", 0.004)):
        (group,) = playing.optimizers[name].param_groups
        assert (group["betas"], group["lr"]) == ((0.3, 0.77), lr)


@pytest.mark.parametrize(("resolution", "side"), [(64, 8), (128, 8), (256, 4)])
def test_that_a_preview_is_no_larger_than_1024_pixels(resolution, side):
    playing = DCGAN(resolution=resolution, latent=4, width=8, batch=8).build(ImageSpec(1))
    preview = playing.preview(playing.networks)
    assert (len(preview.images), preview.columns) == (side * side, side)


@pytest.mark.parametrize(("classes", "rows"), [(3, 3), (20, 16)])
def test_that_a_preview_has_a_row_for_each_of_the_first_sixteen_classes(classes, rows):
    names = tuple(f"class {number}" for number in range(classes))
    playing = CGAN(resolution=16, batch=8, latent=4).build(ImageSpec(1, names))
    preview = playing.preview(playing.networks)
    assert preview.labels == names[:rows]
    assert len(preview.images) == 8 * rows


def test_that_a_jury_of_copies_gives_the_loss_of_one():
    for objective in ("nonsaturating", "relativistic-average", "hinge"):
        alone, jury = system(objective=objective), system(objective=objective, discriminators=3)
        for critic in jury.discriminator.critics:
            critic.load_state_dict(alone.discriminator.state_dict())
        fake = -BATCH.images
        for playing in (alone, jury):
            playing.judged = playing.discriminator_loss(playing.discriminator, BATCH.images, fake, ())[0]
        torch.testing.assert_close(alone.judged, jury.judged)


def test_that_feature_matching_is_nothing_for_equal_batches_and_reaches_only_the_fakes():
    playing = system(feature_matching=1.0)
    assert playing.mismatch(BATCH.images, BATCH.images, ()).item() == 0.0
    real, fake = BATCH.images.clone().requires_grad_(True), (-BATCH.images).requires_grad_(True)
    playing.mismatch(real, fake, ()).backward()
    assert real.grad is None
    assert fake.grad.abs().sum() > 0


@pytest.mark.parametrize(
    ("recipe", "severity", "word"),
    [
        (DCGAN(penalty="wgan-gp"), "error", "BatchNorm"),
        (DCGAN(penalty="r1"), "error", "BatchNorm"),
        (Linear(weight_clip=0.01), "warning", "momentum"),
        (Linear(label_smoothing=0.1, objective="hinge"), "error", "smoothing"),
        (Linear(objective="minimax"), "warning", "minimax"),
        (Linear(objective="wasserstein"), "warning", "Wasserstein"),
        (Linear(weight_clip=0.01, spectral_norm=True), "error", "Spectral"),
        (Linear(unrolled_steps=1, optimizer="rmsprop"), "error", "Unrolling"),
        (Linear(unrolled_steps=1, penalty="r1"), "warning", "another game"),
        (Linear(augment="ada", objective="relativistic"), "error", "sign"),
        (Linear(batch=1), "error", "BatchNorm"),
        (Linear(batch=1, generator_norm="none", minibatch="discrimination"), "error", "at least 2"),
        (Linear(penalty="r1", penalty_weight=0.0), "warning", "weight 0"),
        (Linear(penalty="r1", weight_clip=0.01), "warning", "same job"),
        (Linear(weight_clip=0.01, objective="hinge"), "warning", "meant for"),
        (Linear(augment="diffaugment", augment_policy=" ,"), "warning", "empty policy"),
        (Linear(instance_noise_kimg=5.0), "warning", "no instance noise"),
    ],
)
def test_that_combinations_known_to_be_wrong_are_told(recipe, severity, word):
    assert any(problem.severity == severity and word in problem.sentence for problem in recipe.problems())


def test_that_sound_combinations_are_not_complained_about():
    assert DCGAN().problems() == []
    assert DCGAN(penalty="r1", discriminator_norm="none").problems() == []
    assert Linear(objective="wasserstein", weight_clip=0.01, optimizer="rmsprop").problems() == []
    assert Linear(objective="wasserstein", weight_clip=0.01, beta1=0.0).problems() == []
    assert Linear(objective="wasserstein", spectral_norm=True).problems() == []
    assert Linear(objective="least-squares", label_smoothing=0.1).problems() == []
    for objective in ("nonsaturating", "least-squares", "hinge"):
        assert Linear(objective=objective, augment="ada").problems() == []
