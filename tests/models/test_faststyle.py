"""Fast style: the published network, its losses, how it begins, exact resume, a run from files to pictures."""

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
from ganstudio.core.run import Budget, Preparation, Run, RunError, RunSettings
from ganstudio.core.settings import SettingError, values_of
from ganstudio.core.state_check import StateError
from ganstudio.core.system import Batch, count_parameters
from ganstudio.core.trainer import Trainer
from ganstudio.models.faststyle.networks import TransformerNet
from ganstudio.models.faststyle.recipe import FastStyle
from ganstudio.models.faststyle.system import COLUMNS
from ganstudio.models.gallery import RECIPES
from ganstudio.models.style.gatys import content_weight
from ganstudio.models.style.statistics import difference, gram
from ganstudio.models.style.taps import Taps
from ganstudio.scores.extractor_networks import SqueezeNet
from ganstudio.scores.perceptual_file import keep
from ganstudio.workflows.open_run import open_session, open_translator
from ganstudio.workflows.preflight import preflight

SMALL = {"resolution": 32, "width": 4, "batch": 2}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def eyes(seed: int = 0) -> Taps:
    torch.manual_seed(seed)
    network = SqueezeNet()
    for layer in network.modules():
        if isinstance(layer, nn.Conv2d):
            nn.init.kaiming_normal_(layer.weight)
    return Taps(list(network.features.children()), name=f"random-{seed}")


def batch_of(step: int, count: int = 2, size: int = 32) -> Batch:
    generator = torch.Generator().manual_seed(step)
    a, b = (torch.rand(count, 3, size, size, generator=generator) * 2 - 1 for _ in range(2))
    return Batch(a, torch.zeros(count, dtype=torch.long), b)


def trainer_of(recipe: FastStyle, taps: Taps | None = None) -> Trainer:
    torch.manual_seed(1)
    system = recipe.build(ImageSpec(3))
    system.see_with(taps or eyes())
    system.show(batch_of(100))
    return Trainer(system, choose("cpu"), seed=4, ema_kimg=recipe.ema_kimg)


# The network ----------------------------------------------------------------------------------------------------------


def test_that_the_network_has_as_many_weights_as_published():
    assert count_parameters(TransformerNet(width=32)) == 1_679_235
    assert FastStyle().width == 16


@pytest.mark.parametrize("retouches", [True, False])
def test_that_any_size_comes_back_as_it_was(retouches):
    network = TransformerNet(width=4, retouches=retouches)
    assert network(torch.rand(2, 3, 40, 24)).shape == (2, 3, 40, 24)


def test_that_a_network_that_retouches_begins_with_the_picture_itself():
    picture = torch.rand(1, 3, 24, 24) * 2 - 1
    assert torch.equal(TransformerNet(width=4, retouches=True)(picture), picture)
    assert not torch.equal(TransformerNet(width=4)(picture), picture)


def test_that_no_picture_depends_on_its_neighbours_in_the_batch():
    network = TransformerNet(width=4)
    pictures = torch.rand(3, 3, 24, 24)
    assert torch.allclose(network(pictures)[1:2], network(pictures[1:2]), atol=1e-5)


# Learning -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("retouches", [True, False])
@pytest.mark.parametrize("preset", [None, *FastStyle.presets])
def test_that_a_step_moves_every_weight_that_has_a_gradient(preset, retouches):
    recipe = FastStyle.preset(preset).with_values(SMALL | {"retouches": retouches})
    assert not recipe.problems()
    trainer = trainer_of(recipe)
    before = {
        name: weight.detach().clone() for name, weight in trainer.system.networks["generator_ab"].named_parameters()
    }
    for step in range(3):  # the first moves the last layer of one that retouches, the second what ends its blocks
        losses = trainer.train(batch_of(step))
    assert set(losses) == {"generator", "style", "content", "smoothness"}
    assert all(torch.isfinite(loss) for loss in losses.values())
    still = [
        name for name, w in trainer.system.networks["generator_ab"].named_parameters() if torch.equal(w, before[name])
    ]
    assert all(name.endswith("bias") for name in still), still  # instance norm takes a constant out again


def test_that_the_generator_pays_for_style_content_and_roughness_by_their_weights():
    losses = trainer_of(FastStyle(**SMALL, strength=0.25, smoothness=3.0)).train(batch_of(0))
    expected = losses["style"] + content_weight(0.25) * losses["content"] + 3.0 * losses["smoothness"]
    assert float(losses["generator"]) == pytest.approx(float(expected), rel=1e-5)


def test_that_style_is_one_at_first_and_falls():
    trainer = trainer_of(FastStyle(**SMALL, strength=0.8, generator_lr=2e-3, retouches=True))
    shown = batch_of(100)
    errors = [float(trainer.train(Batch(shown.images, shown.labels, shown.other))["style"]) for _ in range(25)]
    assert errors[0] == pytest.approx(1, abs=0.02)  # over those pictures' own distance
    assert min(errors[-5:]) < 0.9


def test_that_the_losses_are_those_of_the_picture_and_the_style():
    system = FastStyle(**SMALL).build(ImageSpec(3))
    taps = eyes()
    system.see_with(taps)
    system.show(batch_of(100))
    drawn, images = batch_of(7).images, batch_of(8).images
    terms = system.terms(images, drawn, system.aim(torch.device("cpu")))
    style = (system.shown[1] + 1) / 2
    with torch.no_grad():
        wanted = [gram(layer)[0].mean(0, keepdim=True) for layer in taps(style)]
        errors = []
        for layer, start, target in zip(taps((drawn + 1) / 2), taps((system.shown[0] + 1) / 2), wanted, strict=True):
            errors.append(difference(gram(layer), (target,)) / difference(gram(start), (target,)))
    assert float(terms["style"]) == pytest.approx(float(torch.stack(errors).mean()), rel=1e-4)
    across, down = drawn.diff(dim=3).square().mean(), drawn.diff(dim=2).square().mean()
    assert float(terms["smoothness"]) == pytest.approx(float(across + down), rel=1e-5)


def test_that_the_gradient_of_the_whole_loss_is_that_of_finite_differences():
    system = FastStyle(resolution=16, width=4, batch=1).build(ImageSpec(3))
    system.show(
        Batch(
            *(
                part.double() if part.is_floating_point() else part
                for part in (batch_of(1, 1, 16).images, torch.zeros(1), batch_of(2, 1, 16).images)
            )
        )
    )
    aim = system.aim(torch.device("cpu"))
    images, drawn = batch_of(3, 1, 16).images, batch_of(4, 1, 16).images.requires_grad_()

    def loss(picture: torch.Tensor) -> torch.Tensor:
        terms = system.terms(images, picture, aim)
        return terms["style"] + 0.02 * terms["content"] + 0.05 * terms["smoothness"]

    (gradient,) = torch.autograd.grad(loss(drawn), drawn)
    direction = torch.randn_like(gradient)
    with torch.no_grad():
        slope = (loss(drawn + 1e-3 * direction) - loss(drawn - 1e-3 * direction)) / 2e-3
    assert float(slope) == pytest.approx(float((gradient * direction).sum()), rel=0.02)


def test_that_parts_of_a_batch_add_up_to_the_whole():
    """Seen in what is drawn: offsets before instance norm have no gradient but rounding, which Adam makes steps of."""
    whole, parts = (trainer_of(FastStyle(**SMALL | {"batch": 4}, accumulate=count)) for count in (1, 2))
    before = whole.averages["generator_ab"](batch_of(5).images)
    for trainer in (whole, parts):
        trainer.train(batch_of(0, 4))
    ours, theirs = (trainer.averages["generator_ab"](batch_of(5).images) for trainer in (whole, parts))
    assert (ours - theirs).abs().max() < 0.02 * (ours - before).abs().max()


def test_that_the_preview_names_its_columns():
    preview = trainer_of(FastStyle(**SMALL)).preview()
    assert preview.labels == COLUMNS
    assert preview.images.shape == (6, 3, 32, 32)


def test_that_resuming_is_exact(tmp_path):
    recipe = FastStyle(**SMALL)
    whole, first = trainer_of(recipe), trainer_of(recipe)
    for step in range(5):
        whole.train(batch_of(step))
    for step in range(3):
        first.train(batch_of(step))
    checkpoint.save(tmp_path, first.state() | {"seconds": 1.0, "classes": []})
    second = trainer_of(recipe)
    second.system.show(batch_of(200))  # what it restores is what counts
    second.restore(checkpoint.load_newest(tmp_path)[0])
    for step in range(3, 5):
        second.train(batch_of(step))
    ours, theirs = (trainer.system.networks["generator_ab"].parameters() for trainer in (whole, second))
    assert all(torch.equal(mine, other) for mine, other in zip(ours, theirs, strict=True))


def test_that_a_run_goes_on_with_the_network_that_it_learned_by_only():
    state = trainer_of(FastStyle(**SMALL)).state()
    with pytest.raises(StateError, match="random-1"):
        trainer_of(FastStyle(**SMALL), eyes(1)).restore(state)


# From files to pictures -----------------------------------------------------------------------------------------------


def picture(path: Path, seed: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    coarse = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), dtype=np.uint8)
    Image.fromarray(coarse).resize((48, 36), Image.Resampling.BICUBIC).save(path)
    return path


@pytest.fixture
def run(tmp_path) -> Run:
    for number in range(5):
        picture(tmp_path / "folder" / f"{number}.png", number)
    sides = ((str(tmp_path / "folder"),), (str(picture(tmp_path / "style.png", 9)),))
    settings = RunSettings(
        recipe="faststyle", sides=sides, values=values_of(FastStyle(**SMALL)), preset="", preparation=Preparation(),
        budget=Budget(steps=2), device="cpu",
    )  # fmt: skip
    return Run.create(tmp_path / "run", settings)


def with_weights(folder: Path) -> None:
    save_file(SqueezeNet().state_dict(), folder / "squeeze.safetensors")
    keep(folder / "squeeze.safetensors")


def test_that_it_trains_on_a_folder_and_one_picture_and_then_translates(run, tmp_path):
    with_weights(tmp_path)
    session = open_session(run)
    events = list(session.events())
    assert events[-1].outcome == "completed"
    assert not [event for event in events if getattr(event, "topic", "") == "sides"]  # one picture is what it wants
    translator = open_translator(run)
    drawn = translator.picture(np.zeros((50, 70, 3), np.uint8))
    assert drawn.shape == (50, 70, 3)
    with pytest.raises(RunError, match="translates to B only"):
        open_translator(run, to="A")


def test_that_a_large_picture_is_drawn_by_the_statistics_of_all_of_it(run, tmp_path):
    with_weights(tmp_path)
    list(open_session(run).events())
    pixels = np.random.default_rng(0).integers(0, 256, (300, 300, 3), dtype=np.uint8)
    whole = open_translator(run, tile=0).picture(pixels).astype(int)
    tiles = open_translator(run, tile=256).picture(pixels).astype(int)
    assert np.abs(whole - tiles).mean() < 3


def test_that_without_weights_it_is_said_before_start_and_refused(run):
    sentences = [finding.sentence for finding in preflight(FastStyle(**SMALL))]
    assert len(sentences) == 1
    assert "SqueezeNet 1.1" in sentences[0]
    with pytest.raises(SettingError) as caught:
        open_session(run)
    assert str(caught.value) == sentences[0]


def test_that_the_program_knows_it():
    assert FastStyle in RECIPES
    assert isinstance(FastStyle().generator(3, 3), nn.Module)


def test_that_blocks_begin_as_nothing_so_that_content_comes_through() -> None:
    torch.manual_seed(0)
    network = TransformerNet(3, 4)
    blocks = [layer for layer in network.layers if type(layer).__name__ == "_Block"]
    assert len(blocks) == 5
    seen = torch.rand(2, 16, 8, 8)
    assert all(torch.equal(block(seen), seen) for block in blocks)
