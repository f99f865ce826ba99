"""Translations of pictures that let through: learned, shown, resumed, used and exported with their alpha."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from ganstudio.cli import main
from ganstudio.core.events import Sampled
from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.settings import values_of
from ganstudio.core.translator import Translator
from ganstudio.export.model import metadata, write_model
from ganstudio.models.cut.recipe import CUT
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.models.translation.system import error_map
from ganstudio.workflows.open_run import open_session, open_translator
from ganstudio.workflows.preflight import preflight
from ganstudio.workflows.translated_past import cut_out

KINDS = [CycleGAN, CUT]
WIDE = "48x32"


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def sprite(seed: int, size: tuple[int, int] = (48, 32)) -> Image.Image:
    """A disc of noise on nothing."""
    width, height = size
    y, x = np.mgrid[:height, :width]
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 4), np.uint8)
    distance = np.hypot(x - width / 2, y - height / 2)
    pixels[..., 3] = (255 * (height / 2 - distance)).clip(0, 255)
    pixels[pixels[..., 3] == 0] = 0
    return Image.fromarray(pixels)


def seen(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image)


def folder_of(path: Path, first: int) -> str:
    path.mkdir()
    for number in range(4):
        sprite(first + number).save(path / f"{number}.png")
    return str(path)


def run_of(tmp_path: Path, kind, steps: int = 2, name: str = "run") -> Run:
    sides = tmp_path / "a", tmp_path / "b"
    if not sides[0].exists():
        folder_of(sides[0], 0), folder_of(sides[1], 50)
    values = values_of(kind(resolution=WIDE, width=4, blocks=1, crop=1.0))
    settings = RunSettings(
        recipe=kind.name, sides=((str(sides[0]),), (str(sides[1]),)), values=values, budget=Budget(steps=steps),
        preparation=Preparation(duplicates="keep", colour="rgba"), device="cpu",
    )  # fmt: skip
    return Run.create(tmp_path / name, settings)


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_translation_learns_and_shows_alpha(tmp_path, kind):
    run = run_of(tmp_path, kind)
    events = list(open_session(run).events())
    assert events[-1].outcome == "completed"
    shown = [event for event in events if isinstance(event, Sampled)][-1]
    grid = seen(run.folder / shown.path)
    assert grid.shape[2] == 4
    (given,) = cut_out(grid, shown, [(0, 0)])
    assert given.shape == (32, 48, 4)
    assert given[0, 0].tolist() == [0, 0, 0, 0]
    assert given[16, 24, 3] == 255


@pytest.mark.parametrize("kind", KINDS)
def test_that_it_is_used_with_the_alpha_that_it_learned(tmp_path, kind):
    run = run_of(tmp_path, kind)
    list(open_session(run).events())
    sprite(99, (60, 40)).save(tmp_path / "new.png")
    Image.new("RGB", (20, 20), "red").save(tmp_path / "photo.png")
    assert main(["translate", str(run.folder), str(tmp_path / "new.png"), str(tmp_path / "photo.png"),
                 "--out", str(tmp_path / "out"), "--device", "cpu"]) == 0  # fmt: skip
    made, photo = (seen(tmp_path / "out" / name) for name in ("new.png", "photo.png"))
    assert (made.shape, photo.shape) == ((40, 60, 4), (20, 20, 4))
    assert (made[..., 3] != np.asarray(sprite(99, (60, 40)))[..., 3]).any()


def translator_of(network: nn.Module, tile: int) -> Translator:
    return Translator(network, to="B", channels=(4, 4), resolution=WIDE, tile=tile)


@pytest.mark.parametrize("tile", [512, 0])
def test_that_what_changes_nothing_gives_back_what_is_seen(tile):
    given = sprite(3, (700, 300))
    made = translator_of(nn.Identity(), tile).image(given)
    before = np.asarray(given).astype(int)
    assert (made[..., 3] == before[..., 3]).all()
    weight = before[..., 3:] / 255
    assert np.abs((made[..., :3] - before[..., :3]) * weight).max() <= 1


@pytest.mark.parametrize("kind", KINDS)
def test_that_onnx_draws_the_same(tmp_path, kind):
    onnxruntime = pytest.importorskip("onnxruntime")
    run = run_of(tmp_path, kind)
    list(open_session(run).events())
    translator = open_translator(run, device="cpu")
    known = metadata(translator, "run", kind.name, {})
    assert "weighted" in known["alpha"]
    images = torch.rand(1, 4, 32, 48) * 2 - 1
    wanted = translator.network(images)
    session = onnxruntime.InferenceSession(str(write_model(translator, tmp_path / "t.onnx", known)))
    (drawn,) = session.run(None, {session.get_inputs()[0].name: images.numpy()})
    np.testing.assert_allclose(drawn, wanted.numpy(), atol=2e-4)


def test_that_the_map_of_errors_is_seen_all_over():
    clear = torch.full((1, 4, 4, 4), -1.0)
    assert (error_map(clear, clear)[:, 3] == 1).all()
    assert error_map(clear[:, :3], clear[:, :3]).shape == (1, 3, 4, 4)


def test_that_between_grey_and_colour_no_alpha_is_learned():
    recipe = CycleGAN(colours="grey to colour", identity=0.0)
    (finding,) = [each for each in preflight(recipe, colour="rgba") if "colours" in each.settings]
    assert "choose rgb" in finding.sentence
    assert finding.remedy.values == {"colours": "same"}
    assert not [each for each in preflight(CycleGAN(), colour="rgba") if "transparency" in each.sentence]
