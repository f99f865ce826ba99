"""One picture in the style of others, from files to a file: what comes back while it is drawn, and what is refused."""

import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from ganstudio.core.pixels import as_image
from ganstudio.export.provenance import is_marked, read_recipe
from ganstudio.models.style.colours import chroma
from ganstudio.models.style.gatys import resized
from ganstudio.models.style.style_settings import StyleSettings
from ganstudio.scores.extractor_networks import VGG16, VGG19, ResNet20, SqueezeNet
from ganstudio.scores.perceptual_file import keep, open_perceptual
from ganstudio.scores.perceptual_place import perceptual_file
from ganstudio.scores.perceptual_taps import open_taps as open_perceptual_taps
from ganstudio.scores.weights import FeaturesError
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.stylise import (
    StyledPicture,
    StylePicture,
    StyleWish,
    StyliseError,
    open_taps,
    stylise,
    tensor_of,
    write_styled,
)  # fmt: skip
from ganstudio.workflows.unfinished import UnfinishedError
from tests.benchmarks.style_pictures import DRAWN

SHARED = Path(__file__).parents[2] / ".." / "shared" / "weights" / "squeezenet11_features_rgb01.pt"
QUICK = StyleSettings(size=64, steps=10)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def weights(tmp_path) -> Path:
    torch.manual_seed(0)
    save_file(SqueezeNet().state_dict(), tmp_path / "squeeze.safetensors")
    return tmp_path / "squeeze.safetensors"


def picture(path: Path, seed: int = 0, mode: str = "RGB", size: tuple[int, int] = (90, 60)) -> Path:
    channels = len(Image.new(mode, (1, 1)).getbands())
    coarse = np.random.default_rng(seed).integers(0, 256, (6, 8, channels), dtype=np.uint8)
    Image.fromarray(coarse.squeeze(), mode).resize(size, Image.Resampling.BICUBIC).save(path)
    return path


def quiet() -> TaskProgress:
    return TaskProgress(lambda done, total: None)


@pytest.fixture
def wish(tmp_path, weights) -> StyleWish:
    style = StylePicture(picture(tmp_path / "style.png", 1))
    return StyleWish(picture(tmp_path / "content.png"), (style,), QUICK, weights, "cpu")


def changed(wish: StyleWish, **known) -> StyleWish:
    return StyleWish(**({name: getattr(wish, name) for name in wish.__dataclass_fields__} | known))


def test_that_a_picture_comes_every_few_steps_at_full_size(wish):
    seen: list[StyledPicture] = []
    last = stylise(wish, quiet(), on_picture=seen.append)
    assert [each.step for each in seen] == [4, 8, 10]
    assert {each.pixels.shape for each in seen} == {(43, 64, 3)}
    assert last is seen[-1]
    assert last.steps == 10


def test_that_stopping_takes_what_there_is_at_once(wish):
    report = quiet()
    slow = changed(wish, settings=StyleSettings(size=200, steps=1000))

    def stop(styled: StyledPicture) -> None:
        report.cancel()

    last = stylise(slow, report, on_picture=stop)
    assert last.step == 4
    assert max(last.pixels.shape) == 200


def test_that_a_stop_between_two_pictures_is_obeyed_in_the_same_step(wish):
    def stop(done: int, total: int) -> None:
        if done == 6:
            report.cancel()

    report = TaskProgress(stop, clock=itertools.count().__next__)
    assert stylise(wish, report).step == 6


def test_that_the_picture_says_how_it_was_made_and_names_nobody(wish, tmp_path):
    written = write_styled(stylise(wish, quiet()), tmp_path / "out.png")
    assert is_marked(written)
    recipe = read_recipe(written)
    assert recipe is not None
    assert recipe["made by"] == "style transfer"
    assert recipe["strength"] == QUICK.strength
    assert recipe["features"].startswith("squeezenet-")
    assert recipe["step"] == 10
    assert str(tmp_path) not in str(recipe)
    assert "content.png" not in str(recipe)
    assert read_recipe(write_styled(stylise(wish, quiet()), tmp_path / "bare.png", recipe=False)) is None


def test_that_colours_are_kept_in_the_written_picture(wish, tmp_path):
    kept = changed(wish, settings=StyleSettings(size=64, steps=10, keep_colours=True))
    written = write_styled(stylise(kept, quiet()), tmp_path / "out.png")
    ours = chroma(tensor_of(Image.open(written)))
    assert (ours - chroma(resized(tensor_of(Image.open(wish.content)), 64))).abs().max() < 1 / 255


@pytest.mark.parametrize("mode", ["L", "LA", "RGBA", "P"])
def test_that_every_kind_of_picture_can_be_drawn_and_alpha_stays(wish, tmp_path, mode):
    content = tmp_path / "other.png"
    picture(content, mode=mode) if mode != "P" else Image.open(picture(content)).quantize(9).save(content)
    last = stylise(changed(wish, content=content), quiet())
    assert last.pixels.shape == (43, 64, 4 if "A" in mode else 3)
    assert write_styled(last, tmp_path / "out.jpg").is_file()


def test_that_a_mask_may_be_a_picture_or_painted(wish, tmp_path):
    painted = np.zeros((20, 30), np.uint8)
    painted[:, :10] = 255
    as_image(painted[:, :, None]).save(tmp_path / "mask.png")
    other = StylePicture(picture(tmp_path / "second.png", 2))
    results = [
        stylise(changed(wish, styles=(StylePicture(wish.styles[0].path, mask=mask), other)), quiet()).pixels
        for mask in (painted, tmp_path / "mask.png", None)
    ]
    assert np.array_equal(results[0], results[1])
    assert not np.array_equal(results[0], results[2])


def test_that_a_style_without_weight_is_left_out_with_its_mask(wish, tmp_path):
    half = np.zeros((8, 8), np.uint8)
    half[:4] = 255
    other = StylePicture(picture(tmp_path / "other.png", 5))
    masked = StylePicture(wish.styles[0].path, weight=0.0, mask=half)
    without = stylise(changed(wish, styles=(other,)), quiet())
    assert np.array_equal(stylise(changed(wish, styles=(masked, other)), quiet()).pixels, without.pixels)


# What is refused ------------------------------------------------------------------------------------------------------


def refusal(wish: StyleWish) -> str:
    with pytest.raises((StyliseError, FeaturesError)) as caught:
        stylise(wish, quiet())
    return str(caught.value)


def test_that_without_weights_a_sentence_says_what_is_needed_and_how_to_get_it(wish):
    sentence = refusal(changed(wish, features=None))
    assert "SqueezeNet 1.1" in sentence
    assert "--features" in sentence
    assert "--download" in sentence


def test_that_weights_of_another_network_are_told_apart(wish, tmp_path):
    save_file(ResNet20().state_dict(), tmp_path / "resnet.safetensors")
    assert refusal(changed(wish, features=tmp_path / "gone.pt")).startswith("gone.pt is not there")
    assert "resnet.safetensors holds CIFAR-10 ResNet-20" in refusal(
        changed(wish, features=tmp_path / "resnet.safetensors")
    )


def test_that_weights_given_once_are_found_again_and_the_last_ones_count(wish, weights, tmp_path):
    assert perceptual_file() is None
    keep(weights)
    assert open_perceptual().name == open_perceptual(weights).name
    torch.manual_seed(1)
    torch.save(SqueezeNet().state_dict(), tmp_path / "other.pt")
    keep(tmp_path / "other.pt")
    assert open_perceptual().name == open_perceptual(tmp_path / "other.pt").name
    assert stylise(changed(wish, features=None), quiet()).step == 10


def test_that_a_file_that_is_no_weights_is_not_kept(tmp_path):
    (tmp_path / "text.pt").write_bytes(b"no weights")
    with pytest.raises(FeaturesError):
        keep(tmp_path / "text.pt")
    assert perceptual_file() is None


def test_that_what_cannot_be_used_is_named(wish, tmp_path):
    (tmp_path / "broken.png").write_bytes(b"\x89PNG but no more")
    assert refusal(changed(wish, content=tmp_path / "broken.png")).startswith("broken.png cannot be used")
    assert refusal(changed(wish, content=picture(tmp_path / "tiny.png", size=(4, 90)))).startswith("tiny.png is 4 x 90")
    assert "one to 3 styles" in refusal(changed(wish, styles=()))
    assert "one to 3 styles" in refusal(changed(wish, styles=wish.styles * 4))
    assert "weight 0" in refusal(changed(wish, styles=(StylePicture(wish.styles[0].path, 0.0),)))
    black = np.zeros((8, 8), np.uint8)
    assert "nowhere" in refusal(changed(wish, styles=(StylePicture(wish.styles[0].path, mask=black),)))


def test_that_a_picture_that_vanished_is_a_sentence(wish, tmp_path):
    with pytest.raises((StyliseError, UnfinishedError)):
        stylise(changed(wish, content=tmp_path / "gone.png"), quiet())


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_file(), reason="the weights lie beside the checkout")
def test_that_the_style_error_falls_below_a_tenth_within_150_steps(wish, tmp_path):
    DRAWN["strokes"](np.random.default_rng(0)).save(tmp_path / "strokes.png")
    styles = (StylePicture(tmp_path / "strokes.png"),)
    trained = changed(wish, features=SHARED, styles=styles, settings=StyleSettings(size=128, steps=150))
    assert stylise(trained, quiet()).style_error < 0.1


@pytest.mark.parametrize(("kind", "last"), [(VGG16, 28), (VGG19, 34)])
def test_that_vgg_is_read_from_a_file_with_the_names_of_torchvision(wish, tmp_path, kind, last):
    """Also what a whole file has besides: the classifier. Style is read at relu1_1 to relu5_1."""
    torch.manual_seed(0)
    network, path = kind(), tmp_path / "vgg.safetensors"
    assert {name for name in network.state_dict() if name.startswith(f"features.{last}.")}
    save_file(network.state_dict() | {"classifier.6.bias": torch.zeros(1000)}, path)
    taps = open_taps(path)
    assert taps.name.startswith(kind.__name__.lower())
    seen = taps(torch.rand(1, 3, 32, 32))
    assert [layer.shape[1] for layer in seen] == [64, 128, 256, 512, 512]
    assert all(isinstance(taps.layers[tap], torch.nn.ReLU) for tap in taps.taps)
    assert sorted(open_perceptual_taps(path).taps)[-1] == last
    assert list(open_perceptual_taps(path, deepest=True).taps) == [last]
    picture = stylise(replace(wish, features=path, settings=StyleSettings(size=64, steps=2)), quiet())
    assert picture.recipe["features"] == taps.name
