"""From two folders to a run, and from the run to translated files."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from torch import nn

from ganstudio.cli import main
from ganstudio.core.events import Finished, Sampled, Warned
from ganstudio.core.images.check_report import ImagesError
from ganstudio.core.run import Budget, Preparation, Run, RunError, RunSettings
from ganstudio.core.settings import values_of
from ganstudio.core.translator import Translator
from ganstudio.export.translating import TranslatingError, existing, plan, translate_files
from ganstudio.models.cut.recipe import CUT
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.models.linear.recipe import Linear
from ganstudio.workflows.open_run import open_generator, open_session, open_translator

TINY = {"resolution": 16, "width": 4, "blocks": 1}


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def folder_of(path: Path, count: int, size: int = 24) -> Path:
    path.mkdir(parents=True)
    for number in range(count):
        noise = np.random.default_rng(sum(path.name.encode()) + number).integers(0, 255, (size, size, 3), np.uint8)
        Image.fromarray(noise).save(path / f"{number}.png")
    return path


def run_of(tmp_path: Path, a: Path, b: Path, recipe=None, steps: int = 2, name: str = "run", **values) -> Run:
    recipe = recipe or CycleGAN(**TINY | values)
    settings = RunSettings(
        recipe=recipe.name,
        sides=((str(a),), (str(b),)),
        values=values_of(recipe),
        budget=Budget(steps=steps),
        preparation=Preparation(duplicates="keep"),
        device="cpu",
    )
    return Run.create(tmp_path / name, settings)


@pytest.fixture
def trained(tmp_path) -> Run:
    run = run_of(tmp_path, folder_of(tmp_path / "a", 3), folder_of(tmp_path / "b", 5))
    assert list(open_session(run).events())[-1].outcome == "completed"
    return run


def test_that_two_folders_of_different_counts_train_and_say_what_they_show(trained):
    events = list(trained.events())
    assert isinstance(events[-1], Finished)
    sampled = [event for event in events if isinstance(event, Sampled)]
    assert sampled[0].columns == 8
    assert sampled[0].labels[1] == "A → B"
    assert events[0].images == 8
    assert [event for event in events if isinstance(event, Warned)]  # so few pictures


def test_that_a_resumed_session_keeps_the_pictures_it_showed(trained, tmp_path):
    before = Image.open(trained.folder / "samples" / "000000002.png").convert("RGB")
    trained.change(budget=Budget(steps=3))
    session = open_session(trained)
    assert session.trainer.step == 2
    assert session.trainer.system.schedule.steps == 3
    shown = session.trainer.preview().images[0]
    controller = np.asarray(before)[:16, :16].transpose(2, 0, 1) / 127.5 - 1
    assert np.abs(shown.numpy() - controller).max() < 0.01


def test_that_the_same_folder_twice_is_told(tmp_path):
    folder = folder_of(tmp_path / "a", 3)
    session = open_session(run_of(tmp_path, folder, folder))
    assert any("same folder" in remark.message for remark in session.remarks)


def test_that_a_side_with_a_single_picture_trains(tmp_path):
    run = run_of(tmp_path, folder_of(tmp_path / "a", 1), folder_of(tmp_path / "b", 4))
    session = open_session(run)
    assert any("single picture" in remark.message for remark in session.remarks)
    assert list(session.events())[-1].outcome == "completed"


def test_that_an_empty_side_is_refused_by_name(tmp_path):
    (tmp_path / "empty").mkdir()
    run = run_of(tmp_path, folder_of(tmp_path / "a", 2), tmp_path / "empty")
    with pytest.raises(ImagesError, match="empty"):
        open_session(run)


def test_that_one_side_alone_is_refused(tmp_path):
    recipe = CycleGAN(**TINY)
    settings = RunSettings(recipe="cyclegan", sides=((str(tmp_path),),), values=values_of(recipe))
    with pytest.raises(RunError, match="two folders"):
        open_session(Run.create(tmp_path / "run", settings))


def test_that_a_run_is_opened_for_what_it_is(trained, tmp_path):
    assert open_translator(trained, device="cpu").to == "B"
    assert open_translator(trained, to="A", device="cpu").step == 2
    with pytest.raises(RunError, match="images into images"):
        open_generator(trained)
    other = RunSettings(recipe="linear", sides=(("x",),), values=values_of(Linear()))
    with pytest.raises(RunError, match="translates none"):
        open_translator(Run.create(tmp_path / "noise", other))


def test_that_cut_leads_one_way_only(tmp_path):
    recipe = CUT(**TINY, patches=4, projection=4)
    run = run_of(tmp_path, folder_of(tmp_path / "a", 2), folder_of(tmp_path / "b", 2), recipe)
    list(open_session(run).events())
    assert open_translator(run, device="cpu").to == "B"
    with pytest.raises(RunError, match="to B only"):
        open_translator(run, to="A", device="cpu")


# Files --------------------------------------------------------------------------------------------------------------


def test_that_a_folder_keeps_its_names_subfolders_sizes_and_alpha(trained, tmp_path):
    source = folder_of(tmp_path / "in" / "deep", 1, 21).parent
    rgba = np.random.default_rng(0).integers(0, 255, (13, 30, 4), np.uint8)
    Image.fromarray(rgba).save(source / "clear.png")
    Image.fromarray(rgba[:, :, :3]).save(source / "photo.jpg")
    Image.fromarray(rgba[:, :, 0]).save(source / "grey.tif")
    (source / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    jobs, left_out = plan([source], tmp_path / "out")
    assert left_out == []
    shares: list[float] = []
    translator = open_translator(trained, device="cpu")
    outcome = translate_files(translator, jobs, on_progress=lambda done, total: shares.append(done / total))
    assert [left.name for left in outcome.left_out] == ["broken.png"]
    names = {path.relative_to(tmp_path / "out").as_posix() for path in outcome.written}
    assert names == {"clear.png", "photo.jpg", "grey.png", "deep/0.png"}
    with Image.open(tmp_path / "out" / "clear.png") as clear:
        assert clear.size == (30, 13)
        assert np.array_equal(np.asarray(clear)[:, :, 3], rgba[:, :, 3])
    with Image.open(tmp_path / "out" / "deep" / "0.png") as plain:
        assert (plain.mode, plain.size) == ("RGB", (21, 21))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_that_an_animation_stays_one(trained, tmp_path):
    frames = [Image.fromarray(np.full((16, 20, 3), shade, np.uint8)) for shade in (10, 120, 250)]
    frames[0].save(tmp_path / "moving.gif", save_all=True, append_images=frames[1:], duration=[40, 80, 120], loop=0)
    jobs, _ = plan([tmp_path / "moving.gif"], tmp_path / "out")
    [written] = translate_files(open_translator(trained, device="cpu"), jobs).written
    with Image.open(written) as moving:
        assert moving.size == (20, 16)
        assert moving.n_frames > 1


def test_that_writing_among_the_pictures_is_refused(tmp_path):
    folder = folder_of(tmp_path / "in", 1)
    for out in (folder, folder / "out", folder / ".." / "in"):
        with pytest.raises(TranslatingError, match="folder of the pictures"):
            plan([folder], out)
    with pytest.raises(TranslatingError, match="folder of the pictures"):
        plan([folder / "0.png"], folder)
    (tmp_path / "empty").mkdir()
    with pytest.raises(TranslatingError, match="no pictures"):
        plan([tmp_path / "empty"], tmp_path / "out")


def test_that_equal_names_get_numbers_and_what_is_there_is_known(tmp_path):
    folder = folder_of(tmp_path / "in", 1)
    Image.new("RGB", (9, 9)).save(folder / "0.bmp")
    other = folder_of(tmp_path / "more", 1)
    jobs, _ = plan([folder], tmp_path / "out")
    assert sorted(job.target.name for job in jobs) == ["0-2.png", "0.png"]
    both, _ = plan([folder, other], tmp_path / "out")
    assert {job.target.parent.name for job in both} == {"in", "more"}
    jobs[0].target.parent.mkdir()
    jobs[0].target.write_bytes(b"mine")
    assert existing(jobs) == [jobs[0].target]


def test_that_stopping_keeps_what_is_written(trained, tmp_path):
    jobs, _ = plan([folder_of(tmp_path / "in", 4)], tmp_path / "out")
    done: list[float] = []
    outcome = translate_files(
        open_translator(trained, device="cpu"),
        jobs,
        on_progress=lambda share, _: done.append(share),
        cancelled=lambda: bool(done) and done[-1] >= 2,
    )
    assert outcome.stopped
    assert len(outcome.written) == 2


def deep_folder(path: Path, top: int) -> Path:
    """Pictures of 16 bits whose brightest number is `top`; the first one of each folder is dark."""
    path.mkdir(parents=True)
    for number in range(6):
        share = 0.02 if number == 0 else 1.0
        noise = np.random.default_rng(top + number).integers(0, int(top * share), (24, 24), np.uint16)
        Image.fromarray(noise).save(path / f"{number}.tif")
    return path


def test_that_a_picture_of_more_than_8_bits_is_translated_as_bright_as_it_was_learned(tmp_path):
    """A dark picture alone would be stretched; the run keeps what was black and white in all it learned from."""
    folders = [deep_folder(tmp_path / name, 4000) for name in ("a", "b")]
    run = run_of(tmp_path, *folders)
    list(open_session(run).events())
    kept = run.settings.preparation
    assert (kept.black, kept.white) == (0, 4095)
    levels = open_translator(run, to="B", device="cpu").levels
    unchanged = Translator(nn.Identity(), to="B", channels=(3, 3), resolution=16, levels=levels)
    jobs, _ = plan([folders[0] / "0.tif"], tmp_path / "out")
    (written,) = translate_files(unchanged, jobs).written
    assert np.asarray(Image.open(written)).max() <= 6


def by_brightness(path: Path, brightness: list[int]) -> Path:
    """Pictures in the order of their names, of about this brightness each."""
    path.mkdir(parents=True)
    for number, level in enumerate(brightness):
        noise = np.random.default_rng(number).integers(0, 30, (24, 24, 3), np.uint8)
        Image.fromarray(noise + np.uint8(level)).save(path / f"{number:02d}.png")
    return path


def test_that_evaluating_a_translation_spreads_its_inputs_evenly(trained, tmp_path, capsys):
    """With fewer than there are, the first ones by name were taken: of a folder in order, all of one kind."""
    levels = [20] * 12 + [200] * 12
    real, inputs, even = (by_brightness(tmp_path / name, levels) for name in ("real", "inputs", "even"))
    chosen = {round(place) for place in np.linspace(0, 23, 12)}
    for number in set(range(24)) - chosen:
        (even / f"{number:02d}.png").unlink()
    measured = []
    for folder in (inputs, even):
        words = [str(trained.folder), str(real), "--inputs", str(folder), "--count", "12", "--scores", "fid", "--json"]
        assert main(["evaluate", *words]) == 0
        measured.append(json.loads(capsys.readouterr().out)["scores"]["FID"])
    assert measured[0] == pytest.approx(measured[1], rel=1e-6)
