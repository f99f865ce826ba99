"""AdaIN: the published network and equations, its losses, exact resume, and runs that draw without their weights."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file
from torch import nn

from ganstudio.core import checkpoint
from ganstudio.core.device import choose
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.settings import SettingError, values_of
from ganstudio.core.system import count_parameters
from ganstudio.core.trainer import Trainer
from ganstudio.models.adain.networks import AdaptiveNet, InStyle, Moments, Style, mixed, moments_of
from ganstudio.models.adain.recipe import AdaIN
from ganstudio.models.style.taps import STYLE_TAPS, Taps
from ganstudio.scores.extractor_networks import VGG19, SqueezeNet
from ganstudio.scores.perceptual_file import keep
from ganstudio.workflows.fast_style import drawn_by
from ganstudio.workflows.open_run import open_session, open_translator
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.stylise import StylePicture, StyleSettings, StyleWish
from tests.models.test_faststyle import batch_of, eyes, picture

SMALL = {"resolution": 32, "batch": 4}
QUIETLY = TaskProgress(lambda done, total: None)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def squeezed(seed: int = 0) -> Taps:
    taps = eyes(seed)
    taps.name = f"squeezenet-random-{seed}"
    return taps


def trainer_of(recipe: AdaIN) -> Trainer:
    torch.manual_seed(1)
    system = recipe.build(ImageSpec(3))
    system.see_with(squeezed())
    system.show(batch_of(100, 4))
    return Trainer(system, choose("cpu"), seed=4, ema_kimg=recipe.ema_kimg)


# The network ----------------------------------------------------------------------------------------------------------


def test_that_the_decoder_has_as_many_weights_as_published():
    assert count_parameters(AdaptiveNet("vgg19").decoder) == 3_505_219


@pytest.mark.parametrize("kind", ["squeezenet", "vgg19"])
def test_that_pictures_of_all_sizes_come_back_as_large(kind):
    network = AdaptiveNet(kind)
    style = network.style_of(torch.rand(1, 3, 40, 32) * 2 - 1)
    for size in ((16, 16), (40, 24), (64, 128)):
        assert network(torch.rand(2, 3, *size), style).shape == (2, 3, *size)


def test_that_what_is_drawn_from_has_the_moments_of_the_style():
    network = AdaptiveNet("squeezenet")
    layer = torch.rand(2, 128, 6, 6)
    wanted = Moments(torch.rand(1, 128, 1, 1), torch.rand(1, 128, 1, 1) + 0.1)
    mean, deviation = moments_of(network.adapted(layer, wanted))
    assert torch.allclose(mean, wanted.mean.expand_as(mean), atol=1e-4)
    assert torch.allclose(deviation, wanted.deviation.expand_as(deviation), atol=1e-2)
    assert torch.equal(network.adapted(layer, wanted, 0.0), layer)
    half = network.adapted(layer, wanted, 0.5)
    assert torch.allclose(half, (layer + network.adapted(layer, wanted)) / 2, atol=1e-5)


def test_that_mixed_styles_are_the_mixture_of_what_each_would_give():
    network = AdaptiveNet("squeezenet")
    layer = torch.rand(1, 128, 6, 6)
    styles = [Moments(torch.rand(1, 128, 1, 1), torch.rand(1, 128, 1, 1)) for _ in range(2)]
    known = [Style(style, style) for style in styles]
    both = network.adapted(layer, mixed(known, [1, 3]).layer)
    first, second = (network.adapted(layer, style) for style in styles)
    assert torch.allclose(both, first / 4 + 3 * second / 4, atol=1e-5)


@pytest.mark.parametrize(("kind", "whole"), [("squeezenet", SqueezeNet), ("vgg19", VGG19)])
def test_that_it_sees_by_the_weights_that_are_given(kind, whole):
    torch.manual_seed(0)
    features = whole().features.eval()
    taps = Taps(list(features.children()), STYLE_TAPS[kind], mean=(0.5, 0.4, 0.3), deviation=(0.2, 0.3, 0.2), name=kind)
    network = AdaptiveNet(kind)
    network.see_as(taps)
    side = 160
    picture = torch.rand(1, 3, side, side) * 2 - 1
    deepest = network.seen(picture)[-1]
    plain = features[: max(network.encoder.taps) + 1]((picture / 2 + 0.5 - taps.mean) / taps.deviation)
    if kind == "vgg19":  # but for what lies at the edges, which it reflects
        assert torch.allclose(deepest[:, :, 8:-8, 8:-8], plain[:, :, 8:-8, 8:-8], atol=1e-5)
    assert deepest.shape[2:] == (side // 8, side // 8)
    with pytest.raises(ValueError, match="are of vgg16"):
        network.see_as(Taps(list(features.children()), STYLE_TAPS[kind], name="vgg16-abc"))


def test_that_what_is_drawn_has_the_colours_of_the_style_by_its_strength():
    network = AdaptiveNet("squeezenet")
    with torch.no_grad():
        network.decoder[-1].weight.mul_(1000)  # untrained, it draws next to nothing
    picture, style = torch.rand(1, 3, 32, 32) - 0.2, torch.rand(1, 3, 40, 32) * 0.4 - 0.9
    theirs, own = network.style_of(style).pixels, moments_of(picture)
    for strength in (0.0, 0.5, 1.0):
        mean, deviation = moments_of(network(picture, network.style_of(style), strength))
        assert torch.allclose(mean, torch.lerp(own.mean, theirs.mean, strength), atol=1e-3)
        assert torch.allclose(deviation, torch.lerp(own.deviation, theirs.deviation, strength), rtol=0.02)


# Learning -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("preset", [None, "quick", "gpu"])
def test_that_a_step_moves_the_decoder_and_leaves_the_encoder(preset):
    recipe = AdaIN.preset(preset).with_values(SMALL)
    assert not recipe.problems()
    trainer = trainer_of(recipe)
    network = trainer.system.networks["generator_ab"]
    before = {name: weight.clone() for name, weight in network.state_dict().items()}
    losses = trainer.train(batch_of(0, 4))
    assert set(losses) == {"generator", "style", "content", "identity"}
    changed = {name for name, weight in network.state_dict().items() if not torch.equal(weight, before[name])}
    assert changed == {name for name in before if name.startswith("decoder")}


def test_that_the_terms_are_those_of_the_published_equations():
    system = AdaIN(**SMALL, identity_weight=0.0, colours=False).build(ImageSpec(3))
    system.see_with(squeezed())
    a, b = batch_of(1).images, batch_of(2).images
    network = system.generator
    with torch.no_grad():
        terms = system.terms(a, b)
        layer, wanted = network.seen(a)[1], [moments_of(each) for each in network.seen(b)]
        variance = layer.var((2, 3), keepdim=True, correction=0)
        moved = (layer - layer.mean((2, 3), keepdim=True)) / (variance + 1e-5).sqrt()
        moved = moved * wanted[1].deviation + wanted[1].mean
        seen = network.seen(network.decoder(moved))
        content = (seen[1] - moved).square().mean() / moved.var(correction=0)
        pairs = [pair for each, there in zip(seen, wanted, strict=True)
                 for pair in zip(moments_of(each), there, strict=True)]  # fmt: skip
        style = [((ours - theirs) ** 2).mean() / (theirs**2).mean() for ours, theirs in pairs]
    assert float(terms["content"]) == pytest.approx(float(content), rel=1e-2)
    assert float(terms["style"]) == pytest.approx(float(sum(style) / 3), rel=1e-2)


def test_that_the_gradient_of_the_losses_is_that_of_finite_differences():
    system = AdaIN(resolution=16, batch=4).build(ImageSpec(3))
    system.see_with(squeezed())
    system.generator.double()
    a, b = (batch_of(seed, 4, 16).images.double() for seed in (1, 2))
    weight = system.generator.decoder[0].weight

    def loss() -> torch.Tensor:
        return sum(system.terms(a, b).values())

    (gradient,) = torch.autograd.grad(loss(), weight)
    direction = torch.randn_like(weight)
    with torch.no_grad():
        values = []
        for sign in (1, -2):
            weight.add_(sign * 1e-6 * direction)
            values.append(float(loss()))  # in front and behind
    assert (values[0] - values[1]) / 2e-6 == pytest.approx(float((gradient * direction).sum()), rel=0.02)


def test_that_it_learns():
    trainer = trainer_of(AdaIN(**SMALL, generator_lr=3e-3))
    losses = [float(trainer.train(batch_of(0, 4))["generator"]) for _ in range(25)]
    assert losses[-1] < 0.9 * losses[0]


def test_that_parts_of_a_batch_add_up_to_the_whole_where_nothing_is_to_come_back():
    whole, parts = (trainer_of(AdaIN(**SMALL, identity_weight=0.0, accumulate=count)) for count in (1, 2))
    losses = [float(trainer.train(batch_of(0, 4))["content"]) for trainer in (whole, parts)]
    assert losses[0] == pytest.approx(losses[1], rel=0.2)  # each over the variance of its own part
    assert whole.preview().images.shape == (12, 3, 32, 32)


def test_that_resuming_is_exact(tmp_path):
    whole, first = trainer_of(AdaIN(**SMALL)), trainer_of(AdaIN(**SMALL))
    for step in range(4):
        whole.train(batch_of(step, 4))
    for step in range(2):
        first.train(batch_of(step, 4))
    checkpoint.save(tmp_path, first.state() | {"seconds": 1.0, "classes": []})
    torch.manual_seed(9)
    second = Trainer(AdaIN(**SMALL).build(ImageSpec(3)), choose("cpu"), seed=4, ema_kimg=AdaIN().ema_kimg)
    second.restore(checkpoint.load_newest(tmp_path)[0])
    for step in range(2, 4):
        second.train(batch_of(step, 4))
    ours, theirs = (trainer.system.networks["generator_ab"].parameters() for trainer in (whole, second))
    assert all(torch.equal(mine, other) for mine, other in zip(ours, theirs, strict=True))


# From files to pictures -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def finished(tmp_path_factory) -> Run:
    """Trained for two steps, beside its pictures and the weights that it learned by."""
    place = tmp_path_factory.mktemp("adain")
    for number in range(5):
        picture(place / "folder" / f"{number}.png", number)
        picture(place / "styles" / f"{number}.png", 50 + number)
    network = SqueezeNet()
    for layer in network.modules():
        if isinstance(layer, nn.Conv2d):
            nn.init.kaiming_normal_(layer.weight)
    save_file(network.state_dict(), place / "squeeze.safetensors")
    settings = RunSettings(
        recipe="adain", sides=((str(place / "folder"),), (str(place / "styles"),)),
        values=values_of(AdaIN(**SMALL)), preset="", preparation=Preparation(), budget=Budget(steps=2), device="cpu",
    )  # fmt: skip
    made = Run.create(place / "run", settings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(place / "cache"))
        keep(place / "squeeze.safetensors")
        events = list(open_session(made).events())
    assert events[-1].outcome == "completed"
    return made


@pytest.fixture
def run(tmp_path, monkeypatch, finished) -> Run:
    """Each test's own copy; the weights that it learned by are not at hand any more."""
    shutil.copytree(finished.folder.parent, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "empty"))
    return Run.open(tmp_path / "run")


def wish_of(folder: Path, *styles: StylePicture, **settings: object) -> StyleWish:
    return StyleWish(folder / "folder" / "0.png", styles, StyleSettings(size=64, **settings), device="cpu")


def drawn(run: Run, wish: StyleWish) -> np.ndarray:
    return drawn_by(wish, run.folder, QUIETLY).pixels.astype(int)


def test_that_a_run_draws_pictures_of_any_size_by_itself(run):
    translator = open_translator(run)
    assert isinstance(translator.network, InStyle)
    assert translator.picture(np.zeros((50, 70, 3), np.uint8)).shape == (50, 70, 3)
    pixels = np.random.default_rng(0).integers(0, 256, (300, 300, 3), dtype=np.uint8)
    whole = open_translator(run, tile=0).picture(pixels).astype(int)
    assert np.abs(whole - open_translator(run, tile=256).picture(pixels).astype(int)).mean() < 3


def test_that_styles_their_shares_and_the_strength_change_the_picture(run, tmp_path):
    first, second = (StylePicture(tmp_path / "styles" / f"{number}.png") for number in (1, 2))
    pictures = [
        drawn(run, wish_of(tmp_path, first, strength=1.0)),
        drawn(run, wish_of(tmp_path, second, strength=1.0)),
        drawn(run, wish_of(tmp_path, first, second, strength=1.0)),
        drawn(run, wish_of(tmp_path, first, strength=0.3)),
        drawn(run, wish_of(tmp_path, first, strength=1.0, brush=4.0)),
        drawn(run, wish_of(tmp_path, first, strength=1.0, keep_colours=True)),
    ]
    for number, image in enumerate(pictures):
        assert all(np.abs(image - other).max() > 0 for other in pictures[:number])
    alone = drawn(run, wish_of(tmp_path, first, StylePicture(second.path, 0.0), strength=1.0))
    assert np.array_equal(alone, pictures[0])


def test_that_the_picture_says_how_it_was_made(run, tmp_path):
    styles = [StylePicture(tmp_path / "styles" / f"{number}.png", number) for number in (1, 2)]
    recipe = drawn_by(wish_of(tmp_path, *styles, strength=0.75), run.folder, QUIETLY).recipe
    assert (recipe["made by"], recipe["run"], recipe["step"], recipe["strength"]) == ("fast style", "run", 2, 0.75)
    assert [style["weight"] for style in recipe["styles"]] == [1, 2]
    assert str(tmp_path) not in str(recipe)


def test_that_a_snapshot_draws_too(run):
    from ganstudio.core.snapshots import snapshots_in

    snapshot = snapshots_in(run.folder)[0].name
    assert open_translator(run, checkpoint=snapshot).picture(np.zeros((32, 32, 3), np.uint8)).shape == (32, 32, 3)


def test_that_weights_of_another_network_are_refused_with_a_sentence(run, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    values = values_of(AdaIN(**SMALL, encoder="vgg19"))
    settings = RunSettings(recipe="adain", sides=run.settings.sides, values=values, preset="", budget=Budget(steps=2),
                           preparation=Preparation(), device="cpu")  # fmt: skip
    with pytest.raises(SettingError, match=r"vgg19.* are of squeezenet\. Choose the encoder squeezenet"):
        open_session(Run.create(tmp_path / "other", settings))


def test_that_pictures_are_checked_before_they_are_drawn(run, tmp_path):
    (tmp_path / "text.png").write_text("no picture")
    with pytest.raises(ValueError, match=r"text\.png cannot be used"):
        drawn(run, wish_of(tmp_path, StylePicture(tmp_path / "text.png")))
    with pytest.raises(ValueError, match="weight 0"):
        drawn(run, wish_of(tmp_path, StylePicture(tmp_path / "styles" / "0.png", 0.0)))
    black = np.zeros((8, 8), np.uint8)
    with pytest.raises(ValueError, match="nowhere"):
        drawn(run, wish_of(tmp_path, StylePicture(tmp_path / "styles" / "0.png", 1.0, black)))
    assert Image.fromarray(drawn(run, wish_of(tmp_path)).astype(np.uint8)).size == (64, 48)


def test_that_masks_say_where_each_style_goes(run, tmp_path):
    paths = [tmp_path / "styles" / f"{number}.png" for number in range(2)]
    left = np.zeros((4, 8), np.uint8)
    left[:, :4] = 255
    first, second = (drawn(run, wish_of(tmp_path, StylePicture(path))) for path in paths)
    both = drawn(run, wish_of(tmp_path, StylePicture(paths[0], 1.0, left), StylePicture(paths[1])))
    width = first.shape[1]
    assert np.abs(both[:, : width // 4] - first[:, : width // 4]).max() <= 1
    assert np.abs(both[:, -width // 4 :] - second[:, -width // 4 :]).max() <= 1
    weightless = drawn(run, wish_of(tmp_path, StylePicture(paths[0], 0.0, left), StylePicture(paths[1])))
    assert np.array_equal(weightless, second)
    alone = drawn(run, wish_of(tmp_path, StylePicture(paths[0], 1.0, left)))
    assert np.abs(alone[:, : width // 4] - first[:, : width // 4]).max() <= 1
    assert np.abs(alone[:, -width // 4 :] - first[:, -width // 4 :]).max() > 1  # there the picture stays


def test_that_sides_are_told_apart_in_a_batch():
    a, b = batch_of(3, 4), batch_of(4, 4)
    trainer = trainer_of(AdaIN(**SMALL))
    with torch.no_grad():
        losses, swapped = (trainer.system.terms(a.images, style) for style in (b.images, b.images.flip(0)))
    assert float(losses["style"]) != pytest.approx(float(swapped["style"]))
