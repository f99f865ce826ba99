"""Learning to enlarge from one folder or two: pairs, what is held out, exact resume, blending, and bad input."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from ganstudio.cli import main
from ganstudio.core.events import Scored, Warned, from_json
from ganstudio.core.images.cache import prepare
from ganstudio.core.images.patches import Patches
from ganstudio.core.run import Preparation, Run, RunError, RunSettings
from ganstudio.core.settings import values_of
from ganstudio.models.superres.recipe import SuperRes
from ganstudio.scores.extractor_networks import SqueezeNet
from ganstudio.workflows.image_pairs import HELD_OUT, SHOWN, matched, open_pairs, small_preview
from ganstudio.workflows.open_run import open_enlarger, open_session
from ganstudio.workflows.upscale_pictures import open_upscaler
from tests.cli.support import refused

COUNT, SIDE = 24, 32
TINY = ["--recipe", "superres", "--preset", "quick", "--resolution", "16", "--batch", "4", "--device", "cpu",
        "--set", "width=8", "--set", "blocks=1", "--set", "discriminator_width=4",
        "--set", "fidelity_kimg=0.012", "--set", "gan_kimg=0.02"]  # fmt: skip
"""Three steps of the first stage; pictures are prepared at 32 px."""


def draw(folder: Path, *, side: int = SIDE, count: int = COUNT, ending: str = "png") -> Path:
    """Smooth pictures, each another; the same at any size."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        coarse = np.random.default_rng(number).integers(0, 256, (4, 4, 3), dtype=np.uint8)
        picture = Image.fromarray(coarse).resize((SIDE, SIDE), Image.Resampling.BICUBIC)
        picture.resize((side, side), Image.Resampling.BOX).save(folder / f"{number:02d}.{ending}")
    return folder


@pytest.fixture(autouse=True, scope="module")
def cache_of_our_own(tmp_path_factory) -> Iterator[None]:
    """What a person has put into theirs, weights for one, would be seen with."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Path:
    return draw(tmp_path_factory.mktemp("large"))


@pytest.fixture(scope="module")
def trained(large, tmp_path_factory) -> Run:
    folder = tmp_path_factory.mktemp("runs") / "run"
    assert main(["train", str(large), *TINY, "--out", str(folder), "--steps", "6"]) == 0
    return Run.open(folder)


def events(run: Run) -> list:
    return [from_json(line) for line in (run.folder / "events.jsonl").read_text().splitlines()]


def measured(run: Run, features: Path | None = None) -> Scored:
    session = open_session(run, features=features)
    scored = session.monitor.score(session.trainer)
    assert scored is not None
    return scored


def weights(run: Run) -> dict[str, torch.Tensor]:
    return open_enlarger(run)[0].state_dict()


def test_that_a_run_is_measured_beside_bicubic_and_lanczos_and_says_when_the_second_stage_begins(trained):
    scored = measured(trained)
    for name in ("PSNR", "SSIM", "PSNR Y", "SSIM Y"):
        for way in ("", " bicubic", " Lanczos"):
            assert f"{name}{way}" in scored.scores
    assert scored.features == "pixels"
    assert scored.level == 2
    assert scored.count == 1  # a twentieth of the pictures
    warned = [event for event in events(trained) if isinstance(event, Warned) and event.topic == "stage"]
    assert len(warned) == 1
    assert "falls by about 2 dB" in warned[0].message
    assert trained.settings.does == "enlarge"


def test_that_a_resumed_run_is_bit_for_bit_the_uninterrupted_one(trained, large, tmp_path):
    for stopped in (2, 4):
        run = tmp_path / f"run {stopped}"
        assert main(["train", str(large), *TINY, "--out", str(run), "--steps", str(stopped)]) == 0
        assert main(["train", "--resume", "--out", str(run), "--steps", "6"]) == 0
        ours, wanted = weights(Run.open(run)), weights(trained)
        assert all(torch.equal(ours[name], wanted[name]) for name in wanted)


def test_that_a_run_enlarges_pictures_and_its_stages_blend_by_one_number(trained, large, tmp_path, capsys):
    assert main(["upscale", str(trained.folder), str(large), "--out", str(tmp_path / "out"), "--device", "cpu"]) == 0
    with Image.open(tmp_path / "out" / "00.png") as image:
        assert image.size == (4 * SIDE, 4 * SIDE)
        assert json.loads(image.info["ganstudio"])["run"] == trained.name
    first, second = (open_enlarger(trained, blend=blend)[0].state_dict() for blend in (0.0, 1.0))
    halfway = open_enlarger(trained, blend=0.5)[0].state_dict()
    assert any(not torch.equal(first[name], second[name]) for name in first)
    assert all(torch.allclose(halfway[name], (first[name] + second[name]) / 2) for name in first)
    small = torch.rand(1, 3, 8, 8)
    network = open_enlarger(trained, blend=0.0)[0].eval()
    assert torch.allclose(open_upscaler(trained.folder, blend=0.0, device="cpu").network(small), network(small))


def test_that_an_exported_network_is_read_as_anybodys_and_enlarges_alike(trained, tmp_path, capsys):
    path = tmp_path / "net.safetensors"
    assert main(["export", str(trained.folder), "--out", str(path), "--blend", "0.5"]) == 0
    assert "4 times as large" in capsys.readouterr().out
    ours, theirs = open_upscaler(trained.folder, blend=0.5, device="cpu"), open_upscaler(path, device="cpu")
    pixels = np.random.default_rng(0).integers(0, 256, (20, 30, 3), dtype=np.uint8)
    assert np.array_equal(ours.picture(pixels), theirs.picture(pixels))
    assert ".safetensors" in refused(capsys, "export", trained.folder, "--out", tmp_path / "net.onnx")


@pytest.mark.parametrize("degradation", ["clean", "photo", "hard"])
def test_that_what_it_will_learn_to_undo_can_be_seen_before_it_starts(degradation):
    pixels = np.random.default_rng(0).integers(0, 256, (33, 50, 3), dtype=np.uint8)
    small = small_preview(pixels, degradation, 4, seed=5)
    assert small.shape == (8, 12, 3)
    assert np.array_equal(small, small_preview(pixels, degradation, 4, seed=5))


def test_that_a_network_to_see_with_is_named_and_needed_to_go_on(large, tmp_path, capsys):
    torch.manual_seed(0)
    save_file(SqueezeNet().state_dict(), tmp_path / "eyes.safetensors")
    words = ["train", str(large), *TINY, "--out", str(tmp_path / "run"), "--steps", "4"]
    assert main([*words, "--features", str(tmp_path / "eyes.safetensors")]) == 0
    scored = measured(Run.open(tmp_path / "run"), tmp_path / "eyes.safetensors")
    assert scored.features.startswith("squeezenet-")
    assert {"perceptual", "perceptual bicubic", "perceptual Lanczos"} <= scored.scores.keys()
    capsys.readouterr()
    sentence = refused(capsys, "train", "--resume", "--out", tmp_path / "run", "--steps", 6)
    assert "give the same weights again" in sentence
    assert main(["train", "--resume", "--out", str(tmp_path / "run"), "--steps", "6",
                 "--features", str(tmp_path / "eyes.safetensors")]) == 0  # fmt: skip


def test_that_a_second_folder_gives_the_small_partners_by_name(large, tmp_path):
    small = draw(tmp_path / "small", side=SIDE // 4, ending="bmp")
    run = tmp_path / "run"
    assert main(["train", str(large), str(small), *TINY, "--out", str(run), "--steps", "4"]) == 0
    assert not [event for event in events(Run.open(run)) if isinstance(event, Warned) and event.topic == "pairs"]
    assert Run.open(run).settings.does == "enlarge"


def test_that_pairs_which_do_not_match_are_listed(large, tmp_path, capsys):
    small = draw(tmp_path / "small", side=SIDE // 4)
    for number in (3, 5):
        (small / f"{number:02d}.png").unlink()
    (small / "07.png").rename(small / "seven.png")
    Image.open(large / "20.png").convert("L").resize((8, 8)).save(small / "09.png")
    run = tmp_path / "run"
    assert main(["train", str(large), str(small), *TINY, "--out", str(run), "--steps", "1"]) == 0
    sentences = [event.message for event in events(Run.open(run)) if isinstance(event, Warned)]
    assert any("Without a small partner" in sentence and "03, 05, 07" in sentence for sentence in sentences)
    assert any("Without a large partner" in sentence and "seven" in sentence for sentence in sentences)
    assert any("do not show the same" in sentence and "09" in sentence for sentence in sentences)
    capsys.readouterr()
    other = tmp_path / "other"
    draw(other, side=8)
    for path in list(other.iterdir()):
        path.rename(other / f"other {path.name}")
    assert "No picture of the second folder" in refused(capsys, "train", large, other, *TINY, "--out", tmp_path / "b")


def test_that_small_partners_of_another_scale_are_told_of(large, tmp_path):
    small = draw(tmp_path / "small", side=SIDE // 2)
    run = tmp_path / "run"
    assert main(["train", str(large), str(small), *TINY, "--out", str(run), "--steps", "1"]) == 0
    sentences = [event.message for event in events(Run.open(run)) if isinstance(event, Warned)]
    assert any("2 times smaller than the first's, not 4: choose scale 2" in sentence for sentence in sentences)


def test_that_patches_follow_from_seed_and_step_and_partners_from_the_same_places(large, tmp_path):
    small = draw(tmp_path / "small", side=SIDE // 4)
    sides = [prepare([str(folder)], Preparation(duplicates="keep"), size, cache_dir=tmp_path / "cache")
             for folder, size in ((large, SIDE), (small, SIDE // 4))]  # fmt: skip
    partners, sentences = matched(*sides)
    assert sentences == []
    patches = Patches(partners, resolution=16, scale=4, batch=6, seed=3)
    again = Patches(partners, resolution=16, scale=4, batch=6, seed=3)
    seen = [patches.batch(step) for step in (7, 8)]
    assert torch.equal(seen[0].images, again.batch(7).images)
    assert not torch.equal(seen[0].images, seen[1].images)
    for batch in seen:
        assert batch.images.shape == (6, 3, 16, 16)
        reduced = torch.nn.functional.avg_pool2d(batch.images, 4)
        assert (reduced - batch.other).abs().max() < 2 / 127.5


def test_that_a_run_of_another_kind_enlarges_nothing(tmp_path):
    from tests.app.tiny_runs import tiny_run

    with pytest.raises(RunError, match="makes no pictures larger"):
        open_enlarger(tiny_run(tmp_path / "run"))


def test_that_pictures_to_measure_on_and_to_show_are_from_the_whole_folder(tmp_path):
    """The first ones by name were taken: of a folder in order, all of one kind."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(240):
        noise = np.random.default_rng(number).integers(0, 30, (SIDE, SIDE, 3), np.uint8)
        Image.fromarray(noise + np.uint8(20 if number < 120 else 200)).save(folder / f"{number:03d}.png")
    recipe = SuperRes(resolution=16, batch=4)
    for share, held_out in ((0.25, HELD_OUT), (0.0, 0)):
        settings = RunSettings(
            recipe=recipe.name, sides=((str(folder),),), values=values_of(recipe),
            preparation=Preparation(held_out=share),
        )  # fmt: skip
        pairs = open_pairs(settings, recipe, torch.device("cpu"))
        assert (len(pairs.held_out), len(pairs.shown)) == (held_out, SHOWN)
        for some in filter(None, (pairs.held_out, pairs.shown)):
            bright = sum(float(pair.large.mean()) > 0.5 for pair in some)
            assert 0.25 * len(some) <= bright <= 0.75 * len(some)
