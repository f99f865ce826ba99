"""The Explore page as a person uses it: a tiny run, real pictures, real files."""

import random
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from safetensors.torch import save_file

from ganstudio.app.explore.page import ExplorePage
from ganstudio.core import checkpoint
from ganstudio.core.checkpoint_names import checkpoint_names, step_of
from ganstudio.core.film_requests import FilmRequest
from ganstudio.core.run import Run, RunSettings
from ganstudio.export.provenance import is_marked, read_recipe
from ganstudio.latent.direction_file import Direction, DirectionSet
from ganstudio.latent.journey import FILE, Journey
from ganstudio.latent.point import DEEPEST, Numbers, Seed, depth
from ganstudio.latent.point_to_picture import draw
from ganstudio.models.superres.networks import Compact
from ganstudio.panels.parts.pictures import to_pixels
from ganstudio.scores.extractor_networks import ResNet20
from ganstudio.workflows.known_runs import RunPlaces
from ganstudio.workflows.open_run import open_generator
from tests.app.runner.test_renderer import training  # noqa: F401
from tests.app.tiny_runs import session, tiny_run


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    folder = tmp_path / "runs"
    tiny_run(folder / "tiny")
    return folder


@pytest.fixture
def page_with(qtbot, runner_with):
    made = []

    def make(runs: Path, runner=None) -> ExplorePage:
        page = ExplorePage(runner or runner_with(), lambda: RunPlaces(runs), lambda: runs.parent / "out")
        made.append(page)
        page.said = []
        page.failed.connect(page.said.append)
        page.resize(1180, 700)
        page.show()
        return page

    yield make
    for page in made:
        assert page.close_threads()
        page.close()
        page.deleteLater()


@pytest.fixture
def page(qtbot, page_with, runs) -> ExplorePage:
    page = page_with(runs)
    qtbot.waitUntil(lambda: shows(page), timeout=60_000)
    return page


def shows(page: ExplorePage) -> bool:
    """The large picture is the one of the Point on show."""
    return page.last is not None and page.exploration is not None and page.last.point == page.here.now


def settled(qtbot, page: ExplorePage) -> np.ndarray:
    qtbot.waitUntil(lambda: shows(page), timeout=30_000)
    return page.last.pixels


def generated(run: Run, seed: int) -> np.ndarray:
    generator = open_generator(run, device="cpu")
    return generator.images(generator.latents([seed]))[0]


def test_that_the_newest_run_is_shown_with_the_picture_that_generate_makes(qtbot, page, runs):
    assert np.array_equal(settled(qtbot, page), generated(Run.open(runs / "tiny"), 42))
    assert page.view.runs.currentText() == "tiny"
    qtbot.waitUntil(lambda: all(not page.view.strip.picture(i).isNull() for i in range(9)), timeout=30_000)


def test_that_the_best_is_drawn_where_one_is_marked_and_the_latest_can_be_chosen(qtbot, page_with, runs):
    run = Run.open(runs / "tiny")
    live = session(run, tick=0.0)
    live.trainer.restore(checkpoint.load_newest(run.checkpoints)[0])
    live.trainer.train(live.images.batch(3))
    live.save()
    older = checkpoint.checkpoints_in(run.checkpoints)[1]
    checkpoint.mark_best(run.checkpoints, older.path, {"scores": {"KID": 1.0}})
    page = page_with(runs)
    qtbot.waitUntil(lambda: shows(page), timeout=60_000)
    combo = page.view.checkpoints
    assert [combo.itemText(index) for index in range(2)] == ["best, step 3", "latest"]
    assert page.last.step == 3
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    qtbot.waitUntil(lambda: page.last is not None and page.last.step == 4, timeout=60_000)
    assert page.said == []


def test_that_the_page_says_what_to_do_when_there_is_no_run(qtbot, page_with, tmp_path):
    page = page_with(tmp_path / "nothing")
    with qtbot.waitSignal(page.runsWanted):
        page.empty.button.click()


def test_that_both_ends_of_the_walk_are_the_pictures_of_its_seeds(qtbot, page, runs):
    run = Run.open(runs / "tiny")
    page.view.places.seed.setValue(7)
    assert np.array_equal(settled(qtbot, page), generated(run, 7))
    far = page.here.way[1].latent.seed
    page.view.walk.slider.setValue(page.view.walk.slider.maximum())
    assert np.array_equal(settled(qtbot, page), generated(run, far))
    page.view.walk.slider.setValue(0)
    assert np.array_equal(settled(qtbot, page), generated(run, 7))


def test_that_a_dragged_slider_is_one_move(qtbot, page):
    settled(qtbot, page)
    for place in np.linspace(0.1, 0.9, 20):
        page.view.walk.moved.emit(float(place), False)
    page.view.walk.moved.emit(0.9, True)
    assert len(page.here.journey.visits) == 2


def test_that_a_movement_takes_only_a_share_of_the_time_while_a_run_trains(qtbot, page):
    settled(qtbot, page)
    page.set_training(page.here.run)
    drawn = []
    page.renderer.drawn.connect(lambda picture: drawn.append(picture) if picture.lane == "picture" else None)
    for place in range(100):
        page.view.stage.moved.emit(place / 100, 0.0, False)
        qtbot.wait(5)
    qtbot.waitUntil(lambda: bool(drawn), timeout=10_000)
    assert sum(picture.seconds for picture in drawn[:-1]) < 0.05
    page.view.stage.moved.emit(0.7, 0.1, True)
    assert np.array_equal(settled(qtbot, page), draw(page.renderer.borrow(), page.here.now))


def wander(page: ExplorePage, operations: int) -> None:
    chance = random.Random(0)
    page.here.seeds = lambda: chance.randrange(100_000)
    view = page.view
    deeds = [
        lambda: view.walk.moved.emit(chance.random() * page.here.legs, True),
        lambda: view.places.seedChosen.emit(chance.randrange(-1, len(page.here.pins)), chance.randrange(100_000)),
        lambda: view.style_.psiMoved.emit(chance.random() * 1.5, True),
        lambda: view.stage.moved.emit(chance.random(), chance.random(), True),
        lambda: view.directions.moved.emit("Weights 1", chance.uniform(-3, 3), True),
        lambda: view.places.jumped.emit(chance.randrange(len(page.here.journey.visits))),
        page.places.undo,
        page.places.redo,
    ]
    for _ in range(operations):
        chance.choice(deeds)()


def test_that_500_operations_are_undone_and_redone_to_the_byte_also_after_opening_again(qtbot, page, page_with, runs):
    first = settled(qtbot, page).copy()
    with qtbot.waitSignal(page.tasks.directionsFound, timeout=30_000):
        page.view.directions.layers.click()
    wander(page, 500)
    page.show_point(page.here.with_latent(Seed(777)))
    last = settled(qtbot, page).copy()
    assert not np.array_equal(first, last)
    page.close_threads()
    page.hide()
    again = page_with(runs)
    qtbot.waitUntil(lambda: shows(again), timeout=60_000)
    assert np.array_equal(again.last.pixels, last)
    moves = 0
    while again.here.journey.can_undo:
        again.places.undo()
        moves += 1
    assert np.array_equal(settled(qtbot, again), first)
    for _ in range(moves):
        again.places.redo()
    assert not again.here.journey.can_redo
    assert np.array_equal(settled(qtbot, again), last)


def test_that_the_page_says_what_can_be_undone_and_redone(qtbot, page):
    start = page.here.now
    assert (page.undoing(), page.redoing()) == (None, None)
    page.view.places.die.click()
    moved = page.here.now
    page.undoing()()
    assert page.here.now == start
    assert page.undoing() is None
    page.redoing()()
    assert page.here.now == moved


def test_that_a_direction_at_zero_is_the_original(qtbot, page):
    original = settled(qtbot, page).copy()
    with qtbot.waitSignal(page.tasks.directionsFound, timeout=30_000):
        page.view.directions.layers.click()
    row = page.view.directions.rows()["Weights 1"]
    row.slider.setValue(300)
    assert not np.array_equal(settled(qtbot, page), original)
    row.zero.click()
    assert np.array_equal(settled(qtbot, page), original)
    row.renamed.emit("Weights 1", "hue")
    assert page.here.direction_set.shown()[0].title == "hue"


def test_that_a_learned_direction_joins_the_list(qtbot, page):
    for having in (True, False, True, False):
        page.view.places.die.click()
        page.view.directions.marked.emit(having)
    with qtbot.waitSignal(page.tasks.directionsFound, timeout=30_000):
        page.view.directions.learnWanted.emit("round")
    assert [direction.name for direction in page.here.direction_set.shown()] == ["round"]


def test_that_pins_are_kept_with_the_run(qtbot, page, page_with, runs):
    place = page.here.now
    page.view.pin.click()
    page.view.places.die.click()
    assert page.here.now != place
    page.view.places.pinRenamed.emit(0, "home")
    page.view.places.pinOpened.emit(0)
    assert page.here.now == place
    qtbot.waitUntil(lambda: not page.view.places.pins.picture(1).isNull(), timeout=30_000)
    page.close_threads()
    page.hide()
    assert (runs / "tiny" / FILE).exists()
    again = page_with(runs)
    qtbot.waitUntil(lambda: shows(again), timeout=60_000)
    assert again.view.places.pins.caption(0) == "home"
    assert again.view.places.pins.count() == 2


@pytest.mark.parametrize("pushed", [False, True])
def test_that_a_variation_is_gone_on_from(qtbot, page, pushed):
    settled(qtbot, page)
    if pushed:
        page.here.direction_set = DirectionSet((Direction("hue", "attribute", "z", (0.6, 0.8, 0, 0, 0, 0), 1.0),))
        page.show_point(page.here.now.with_push("hue", 1.5))
    page.view.map.variationsWanted.emit(0.3)
    chosen = page.here.variations[5]
    page.view.map.variationPicked.emit(5)
    assert page.here.now == chosen
    for _ in range(60):  # again and again: the way back to the seeds does not grow without end
        settled(qtbot, page)
        page.view.map.variationsWanted.emit(0.3)
        page.view.map.variationPicked.emit(0)
    settled(qtbot, page)
    assert depth(page.here.now.latent) <= DEEPEST + 1
    assert page.here.now.strength("hue") == (1.5 if pushed else 0.0)
    assert Journey.from_json(page.here.journey.to_json()).point == page.here.now


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
def test_that_an_exported_picture_leads_back_on_a_fresh_start(qtbot, page, page_with, runs, tmp_path, kind):
    with qtbot.waitSignal(page.tasks.directionsFound, timeout=30_000):
        page.view.directions.layers.click()
    page.view.walk.moved.emit(0.37, True)
    page.view.style_.psiMoved.emit(0.8, True)
    page.view.directions.moved.emit("Weights 1", 1.5, True)
    picture = settled(qtbot, page).copy()
    with qtbot.waitSignal(page.tasks.written, timeout=30_000) as written:
        page.film.save_picture(tmp_path / f"a.{kind}")
    assert is_marked(written.args[0])
    page.close_threads()
    page.hide()
    for name in (FILE, "directions.json"):
        (runs / "tiny" / name).unlink()
    again = page_with(runs)
    qtbot.waitUntil(lambda: shows(again), timeout=60_000)
    assert not np.array_equal(again.last.pixels, picture)
    again.receive([str(written.args[0])])
    qtbot.waitUntil(lambda: isinstance(again.here.now.latent, Numbers), timeout=30_000)
    assert np.array_equal(settled(qtbot, again), picture)


def test_that_the_recipe_can_be_left_out_and_the_mark_stays(qtbot, page, tmp_path):
    settled(qtbot, page)
    page.view.recipe.setChecked(False)
    with qtbot.waitSignal(page.tasks.written, timeout=30_000) as written:
        page.film.save_picture(tmp_path / "a.png")
    assert is_marked(written.args[0])
    assert read_recipe(written.args[0]) is None


def test_that_a_picture_is_saved_larger_and_leads_back_all_the_same(qtbot, page, tmp_path):
    save_file(Compact(3, 4, 1, 4).state_dict(), tmp_path / "net.safetensors")
    picture = settled(qtbot, page).copy()
    page.view.larger.take(str(tmp_path / "net.safetensors"))
    with qtbot.waitSignal(page.tasks.written, timeout=30_000) as written:
        page.film.save_picture(tmp_path / "a.png")
    with Image.open(written.args[0]) as image:
        assert image.size == (4 * picture.shape[1], 4 * picture.shape[0])
    recipe = read_recipe(written.args[0])
    assert (recipe["run"], recipe["larger"]["by"]) == ("tiny", "net.safetensors")
    page.view.walk.moved.emit(0.8, True)
    assert not np.array_equal(settled(qtbot, page), picture)
    page.receive([str(written.args[0])])
    qtbot.waitUntil(lambda: np.array_equal(page.last.pixels, picture), timeout=30_000)
    page.view.larger.activated.emit(0)
    with qtbot.waitSignal(page.tasks.written, timeout=30_000) as written:
        page.film.save_picture(tmp_path / "b.png")
    assert "larger" not in read_recipe(written.args[0])


def test_that_what_enlarges_nothing_is_said_in_a_sentence(qtbot, page, tmp_path):
    settled(qtbot, page)
    save_file({"weight": torch.ones(2)}, tmp_path / "odd.safetensors")
    page.view.larger.take(str(tmp_path / "odd.safetensors"))
    with qtbot.waitSignal(page.tasks.failed, timeout=30_000) as failed:
        page.film.save_picture(tmp_path / "a.png")
    assert "odd.safetensors holds no network that enlarges" in failed.args[0]
    assert not (tmp_path / "a.png").exists()


def test_that_a_photograph_is_looked_for_and_gone_to(qtbot, page, tmp_path, runs):
    settled(qtbot, page)
    Image.fromarray(generated(Run.open(runs / "tiny"), 5)[:, :, 0]).save(tmp_path / "photo.png")
    with qtbot.waitSignal(page.tasks.projecting.done, timeout=120_000):
        page.receive([str(tmp_path / "photo.png")])
    assert "Pixels differ by" in page.view.project.verdict.text()
    page.view.project.go.click()
    assert isinstance(page.here.now.latent, Numbers)
    assert settled(qtbot, page).tobytes() == page.project.result.pixels.tobytes()


@pytest.mark.parametrize("name", ["broken.png", "text.txt", "gone.png"])
def test_that_a_file_that_is_no_picture_is_said_in_a_sentence(qtbot, page, tmp_path, name):
    settled(qtbot, page)
    if name != "gone.png":
        (tmp_path / name).write_bytes(b"no picture")
    page.receive([str(tmp_path / name)])
    qtbot.waitUntil(lambda: bool(page.said), timeout=30_000)
    assert name in page.said[0]
    page.view.places.die.click()
    settled(qtbot, page)


def test_that_a_run_whose_checkpoints_are_gone_is_said_and_the_page_stays_usable(qtbot, page, runs):
    tiny_run(runs / "other", steps=2)
    for path in (runs / "tiny" / "checkpoints").iterdir():
        path.unlink()
    page.show_run(Run.open(runs / "tiny"))
    qtbot.waitUntil(lambda: bool(page.said), timeout=30_000)
    assert "no checkpoint" in page.said[0]
    page.show_run(Run.open(runs / "other"))
    qtbot.waitUntil(lambda: shows(page) and page.last.step == 2, timeout=30_000)


def test_that_a_checkpoint_of_another_shape_is_said_and_the_page_stays_usable(qtbot, page, runs):
    wide = tiny_run(runs / "wide", steps=2, generator_widths="24")
    for path in (runs / "tiny" / "checkpoints").iterdir():
        path.unlink()
    for path in wide.checkpoints.iterdir():
        (runs / "tiny" / "checkpoints" / path.name).write_bytes(path.read_bytes())
    page.show_run(Run.open(runs / "tiny"))
    qtbot.waitUntil(lambda: bool(page.said), timeout=30_000)
    assert "does not fit the run's settings" in page.said[0]
    page.show_run(wide)
    qtbot.waitUntil(lambda: shows(page) and page.exploration.run.name == "wide", timeout=30_000)


def test_that_too_little_memory_is_said_wherever_it_is_missed(qtbot, page, monkeypatch):
    def full(*_, **__):
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB")

    settled(qtbot, page)
    monkeypatch.setattr("ganstudio.latent.find_directions.principal", full)
    page.view.directions.findWanted.emit("component")
    qtbot.waitUntil(lambda: bool(page.said), timeout=30_000)
    monkeypatch.setattr("ganstudio.latent.point_to_picture.draw", full)
    page.view.places.die.click()
    qtbot.waitUntil(lambda: len(page.said) > 1, timeout=30_000)
    assert all("not enough memory" in sentence for sentence in page.said)
    monkeypatch.undo()
    page.view.places.die.click()
    settled(qtbot, page)


def test_that_a_run_that_is_deleted_while_shown_stays_to_be_explored(qtbot, page, runs):
    import shutil

    settled(qtbot, page)
    shutil.rmtree(runs / "tiny")
    page.view.places.die.click()
    settled(qtbot, page)
    page.save_journey()
    page.refresh()
    qtbot.waitUntil(lambda: not page.tasks.filing.busy and not page.tasks.listing.busy, timeout=30_000)
    assert page.said == []


def test_that_a_checkpoint_is_chosen_and_undone(qtbot, page, runs):
    name = checkpoint_names(Run.open(runs / "tiny"))[0]
    page.view.checkpoints.setCurrentIndex(1)
    page.view.checkpoints.activated.emit(1)
    assert page.here.now.checkpoint == name
    settled(qtbot, page)
    page.places.undo()
    assert page.here.now.checkpoint == ""
    settled(qtbot, page)


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_that_a_film_leads_through_the_pins(qtbot, page, tmp_path, kind):
    for _ in range(3):
        page.view.places.die.click()
    request = FilmRequest(seconds=1.0, fps=10, size=32, easing="soft", loop=False, format=kind)
    with qtbot.waitSignal(page.tasks.written, timeout=60_000) as written:
        page.film.render(request, tmp_path / "film")
    with Image.open(written.args[0]) as moving:
        assert moving.n_frames == 10
        assert moving.size == (32, 32)


def test_that_a_film_can_be_left(qtbot, page, tmp_path):
    page.places.pin_here()
    request = FilmRequest(seconds=60.0, fps=60, size=0, easing="even", loop=False, format="webp")
    with qtbot.waitSignal(page.tasks.filming.cancelled, timeout=60_000):
        page.film.render(request, tmp_path / "film")
        page.view.animation.cancel.click()
    assert list(tmp_path.glob("film*")) == []


def test_that_controls_which_the_generator_cannot_use_are_not_shown(qtbot, page):
    page.view.show_tab("style")
    assert page.view.style_.psi.isVisible()
    assert not page.view.style_.mixing.isVisible()
    assert not page.view.style_.first.isVisible()
    page.view.show_tab("walk")
    assert not page.view.walk.mode.button("w").isVisible()


def test_that_the_run_that_trains_is_followed_from_before_its_first_checkpoint(qtbot, page_with, training):  # noqa: F811
    runner, run, _ = training
    page = page_with(run.folder.parent, runner)
    page.set_training(run)
    page.refresh()
    qtbot.waitUntil(lambda: page.last is not None, timeout=60_000)
    assert page.view.live.isChecked()
    step = page.last.step
    qtbot.waitUntil(lambda: page.last.step > step, timeout=60_000)
    page.view.live.click()
    assert not page.following.on
    page.view.places.die.click()
    settled(qtbot, page)
    frozen = page.last.step
    qtbot.waitUntil(lambda: run.summary().step > frozen, timeout=60_000)
    page.view.places.die.click()
    settled(qtbot, page)
    assert page.last.step == frozen
    runner.stop()
    qtbot.waitUntil(lambda: runner.current == "idle", timeout=60_000)


def test_that_a_tile_of_what_trains_is_followed(qtbot, page_with, training):  # noqa: F811
    runner, run, _ = training
    page = page_with(run.folder.parent, runner)
    page.set_training(run)
    page.show_seed(run, 7, "")
    qtbot.waitUntil(lambda: shows(page), timeout=60_000)
    assert page.view.live.isChecked()
    assert [pin.point.latent for pin in page.here.pins] == [Seed(7)]
    sentences = []
    page.remarked.connect(sentences.append)
    runner.stop()
    qtbot.waitUntil(lambda: runner.current == "idle", timeout=60_000)
    page.set_training(None)
    last = step_of(checkpoint_names(run)[0])
    qtbot.waitUntil(lambda: page.last.step == last, timeout=30_000)
    assert not page.view.live.isVisible()
    assert sentences == []


def test_that_a_translation_that_trains_leaves_the_newest_run_on_show(qtbot, page_with, runs):
    page = page_with(runs)
    translation = RunSettings(recipe="cyclegan", sides=(("a",), ("b",)), values={})
    page.set_training(Run.create(runs / "translation", translation))
    qtbot.waitUntil(lambda: shows(page) or bool(page.said), timeout=60_000)
    assert not page.said
    assert page.view.runs.currentText() == "tiny"


def test_that_nearest_training_images_are_shown(qtbot, page_with, tmp_path, pictures, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    run = tiny_run(tmp_path / "runs" / "tiny")
    run.change(sides=((str(pictures),),))
    page = page_with(tmp_path / "runs")
    qtbot.waitUntil(lambda: shows(page), timeout=60_000)
    page.view.project.near.click()
    qtbot.waitUntil(lambda: page.view.project.nearest.count() == 6 or bool(page.said), timeout=60_000)
    assert not page.said
    assert isinstance(page.view.project.nearest.picture(0), QImage)
    assert page.view.project.copying.text()


def test_that_seeds_are_short(page):
    assert page.here.new_seed().seed < 100_000


def test_that_a_tile_of_the_samples_becomes_a_pin(qtbot, page, runs):
    run = Run.open(runs / "tiny")
    settled(qtbot, page)
    page.show_seed(run, 7, "")
    assert np.array_equal(settled(qtbot, page), generated(run, 7))
    page.show_seed(run, 9, "")
    assert [pin.point.latent for pin in page.here.pins] == [Seed(7), Seed(9)]
    assert page.view.places.pins.count() == 2
    page.places.undo()
    assert np.array_equal(settled(qtbot, page), generated(run, 7))


def test_that_pins_are_marked_on_the_map_where_one_has_been(qtbot, page, monkeypatch):
    settled(qtbot, page)
    marked = []
    monkeypatch.setattr(page.view.stage, "setPins", marked.append)
    page.places.pin_here()
    qtbot.keyClick(page.view.stage, Qt.Key.Key_Right)
    page.places.pin_here()
    here = page.view.stage.place()
    assert marked[-1] == [(0.0, 0.0), here]
    page.view.places.pinMoved.emit(1, 0)
    assert marked[-1] == [here, (0.0, 0.0)]
    page.show_point(page.here.with_latent(Seed(5)))  # another map begins there
    assert marked[-1] == [None, None]


def test_that_a_tile_of_another_run_opens_it_there(qtbot, page, runs):
    settled(qtbot, page)
    other = tiny_run(runs / "other", steps=2)
    page.show_seed(other, 7, "")
    qtbot.waitUntil(lambda: shows(page) and page.last.step == 2, timeout=30_000)
    assert [pin.point.latent for pin in page.here.pins] == [Seed(7)]
    assert np.array_equal(page.last.pixels, generated(other, 7))


def test_that_a_network_of_ones_own_compares_photographs_and_training_images(
    qtbot, page_with, tmp_path, pictures, monkeypatch
):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    run = tiny_run(tmp_path / "runs" / "tiny")
    run.change(sides=((str(pictures),),))
    page = page_with(tmp_path / "runs")
    picture = settled(qtbot, page)
    Image.fromarray(picture.squeeze()).save(tmp_path / "photo.png")
    torch.manual_seed(0)
    torch.save(ResNet20().state_dict(), tmp_path / "mine.pt")
    page.project.compare_by(tmp_path / "mine.pt")
    assert page.view.project.network.currentText() == "by mine.pt"
    with qtbot.waitSignal(page.tasks.projecting.done, timeout=120_000):
        page.receive([str(tmp_path / "photo.png")])
    assert page.project.result.ratio < 0.2
    page.view.project.near.click()
    qtbot.waitUntil(lambda: page.view.project.nearest.count() == 6 or bool(page.said), timeout=60_000)
    assert not page.said
    page.project.compare_by(tmp_path / "gone.pt")
    page.view.project.again.click()
    qtbot.waitUntil(lambda: bool(page.said), timeout=30_000)
    assert "gone.pt" in page.said[0]


def test_that_both_ends_of_every_direction_are_shown_and_the_list_is_sorted_by_what_they_change(qtbot, page):
    settled(qtbot, page)
    panel = page.view.directions
    page.view.show_tab("directions")
    with qtbot.waitSignal(page.tasks.directionsFound, timeout=30_000):
        panel.layers.click()
    rows = panel.rows()
    qtbot.waitUntil(
        lambda: all(not end.picture().isNull() for row in rows.values() for end in row.ends), timeout=30_000
    )
    generator, here = open_generator(page.here.run), page.here

    def drawn(name: str, strength: float) -> np.ndarray:
        return draw(generator, here.now.with_push(name, strength), here.direction_set).astype(int)

    changes = [np.abs(drawn(name, -3.0) - drawn(name, 3.0)).mean() for name in panel.order()]
    assert len(changes) > 3
    assert changes == sorted(changes, reverse=True)
    name = panel.order()[0]
    high = rows[name].ends[1]
    assert np.abs(to_pixels(high.picture()).astype(int) - drawn(name, 3.0)).max() <= 1
    high.click()
    assert here.now.strength(name) == 3.0


def test_that_changes_of_the_pins_are_undone_also_after_another_run_and_after_opening_again(
    qtbot, page, page_with, runs, tmp_path
):
    settled(qtbot, page)
    page.view.places.seedChosen.emit(-1, 5)
    page.view.places.seedChosen.emit(-1, 6)
    page.view.places.pinRemoved.emit(0)
    mine, left = page.here.run, page.here.pins
    other = tiny_run(tmp_path / "other")
    page.show_run(other)
    qtbot.waitUntil(lambda: shows(page) and page.here.run.folder == other.folder, timeout=60_000)
    page.show_run(mine)
    qtbot.waitUntil(lambda: shows(page) and page.here.run.folder == mine.folder, timeout=60_000)
    assert page.here.pins == left
    page.undoing()()
    assert len(page.here.pins) == 2
    page.close_threads()
    page.hide()
    again = page_with(runs)
    qtbot.waitUntil(lambda: shows(again), timeout=60_000)
    assert len(again.here.pins) == 2
    again.redoing()()
    assert again.here.pins == left
    again.undoing()()
    again.undoing()()
    assert [pin.point.latent for pin in again.here.pins] == [Seed(5)]
