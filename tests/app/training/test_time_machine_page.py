"""The time machine's work: which moments there are, what is drawn, and films of them."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ganstudio.app.runner.between_steps import Openers
from ganstudio.app.training.time_machine_page import TimeTravel
from ganstudio.core.checkpoint_names import Moment
from ganstudio.core.events import Sampled
from ganstudio.core.film_requests import LapseRequest
from ganstudio.core.run import Run
from ganstudio.core.snapshots import snapshots_in
from ganstudio.panels.training.time_machine import TimeMachine
from ganstudio.workflows.open_run import open_generator
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.timeline import drawer_of_grids, film, grid_moments, kept_moments, seed_points, tile_places
from tests.app.fakes import new_run
from tests.app.tiny_runs import tiny_run
from tests.panels.using import press

torch.set_num_threads(1)
PATIENCE = 60_000


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> Run:
    """About 2,400 images long, with a snapshot for every thousand."""
    return tiny_run(tmp_path_factory.mktemp("runs") / "tiny", steps=600)


@pytest.fixture
def travel(qtbot: QtBot, tmp_path: Path):
    panel = TimeMachine()
    qtbot.addWidget(panel)
    panel.show()
    made = TimeTravel(panel, Openers(), lambda: tmp_path)
    yield made
    assert made.close()


def drawn_columns(travel: TimeTravel) -> int:
    """How many moments have the last of their pictures."""
    matrix = travel.panel.matrix
    last = matrix.rowCount() - 1
    return sum(not matrix.picture(last, at).isNull() for at in range(matrix.columnCount()))


def sampled(step: int, columns: int = 4, labels: tuple[str, ...] = ()) -> Sampled:
    path = f"samples/{step:09d}.png"
    return Sampled(step=step, kimg=step / 100, path=path, rows=2, columns=columns, labels=labels)


def write_grids(run: Run, steps: range) -> list[Sampled]:
    """Grids whose tiles are as light as their place, plus the step."""
    made = [sampled(step) for step in steps]
    for grid in made:
        pixels = np.zeros((16, 32), np.uint8)
        for at in range(8):
            row, column = divmod(at, 4)
            pixels[8 * row : 8 * row + 8, 8 * column : 8 * column + 8] = 20 * at + grid.step
        Image.fromarray(pixels).save(run.folder / grid.path)
    return made


def test_that_snapshots_and_checkpoints_are_one_row_of_moments_with_the_best_marked(run: Run) -> None:
    (run.checkpoints / "best.json").write_text('{"checkpoint": "step-000000600", "score": {}}')
    moments = kept_moments(run, {})
    checkpoints = {int(path.stem[5:]) for path in run.checkpoints.glob("step-*.json")}
    assert 600 in checkpoints
    assert [moment.step for moment in moments] == sorted(
        {snapshot.step for snapshot in snapshots_in(run.folder)} | checkpoints
    )
    assert [moment.name for moment in moments if moment.best] == ["step-000000600"]
    assert moments[-1].kimg == pytest.approx(2.4)


def test_that_many_grids_are_thinned_evenly_with_both_ends() -> None:
    moments = grid_moments([sampled(step) for step in range(500)])
    assert len(moments) == 48
    assert (moments[0].step, moments[-1].step) == (0, 499)


def test_that_a_translation_shows_its_results() -> None:
    assert tile_places(sampled(1), 5) == [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0)]
    assert tile_places(sampled(1, 3, ("A", "A to B", "back")), 5) == [(0, 1), (1, 1)]


def test_that_rows_show_the_classes_in_turn() -> None:
    assert [seed_point.classes for seed_point in seed_points(3, ("a", "b"), "x")] == [
        (("a", 1.0),),
        (("b", 1.0),),
        (("a", 1.0),),
    ]


def test_that_every_moment_is_drawn_as_its_generator_draws(qtbot: QtBot, travel: TimeTravel, run: Run) -> None:
    travel.show_run(run)
    travel.setAwake(True)
    travel.panel.sourceChosen.emit("snapshots")
    names = [kept_moment.name for kept_moment in kept_moments(run, {})]
    qtbot.waitUntil(lambda: drawn_columns(travel) == len(names), timeout=PATIENCE)
    for at, name in ((0, names[0]), (len(names) - 1, names[-1])):
        generator = open_generator(run, checkpoint=name)
        expected = generator.images(generator.latents([3]))[0]
        assert travel.panel.matrix.picture(3, at).pixelColor(2, 5).red() == expected[5, 2, 0]


def test_that_nothing_is_drawn_while_nobody_looks(qtbot: QtBot, travel: TimeTravel, run: Run) -> None:
    travel.show_run(run)
    qtbot.waitUntil(lambda: travel.panel.matrix.columnCount() > 0, timeout=PATIENCE)
    assert travel.drawing is None
    assert drawn_columns(travel) == 0


def test_that_a_run_without_snapshots_takes_its_grids(qtbot: QtBot, travel: TimeTravel, tmp_path: Path) -> None:
    run = tiny_run(tmp_path / "old", steps=2)
    for snapshot in snapshots_in(run.folder):
        snapshot.path.unlink()
    grids = write_grids(run, range(10, 16))
    travel.show_run(run)
    travel.take(grids)
    travel.setAwake(True)
    qtbot.waitUntil(lambda: drawn_columns(travel) == 6, timeout=PATIENCE)
    assert travel.panel.matrix.picture(5, 2).pixelColor(0, 0).red() == 20 * 5 + 12
    assert "kept no snapshots" in travel.panel.sourceSentence()
    start = travel.checkpoint_for(Moment(12, 0.12, grids[2].path))
    assert start
    assert start.name == "step-000000002"


def test_that_a_film_of_grids_shows_them_in_order_and_rests_on_the_last(run: Run, tmp_path: Path) -> None:
    grids = write_grids(run, range(5))
    path = film(
        grid_moments(grids), drawer_of_grids(run, 8, grids), LapseRequest("webp", 0.5, 2), tmp_path / "a.webp",
        TaskProgress(lambda done, total: None),
    )  # fmt: skip
    with Image.open(path) as image:
        assert image.size == (512, 512)
        levels = []
        for frame in range(image.n_frames):
            image.seek(frame)
            levels.append(image.convert("L").getpixel((0, 0)))
    assert levels[:5] == [40, 41, 42, 43, 44]
    assert set(levels[5:]) <= {44}


def test_that_a_film_of_snapshots_is_made_beside_the_window_and_can_be_cancelled(
    qtbot: QtBot, travel: TimeTravel, run: Run, tmp_path: Path
) -> None:
    travel.show_run(run)
    travel.setAwake(True)
    travel.panel.sourceChosen.emit("snapshots")
    qtbot.waitUntil(lambda: travel.panel.matrix.columnCount() > 0, timeout=PATIENCE)
    with qtbot.waitSignal(travel.targetChanged, timeout=PATIENCE):
        travel.make_film(LapseRequest("gif", 0.2, -1), tmp_path / "all")
    with Image.open(tmp_path / "all.gif") as image:
        assert image.n_frames >= 2
    press(travel.panel, "Time-lapse…")
    travel.make_film(LapseRequest("gif", 0.2, -1), tmp_path / "never")
    press(travel.panel, "Cancel")
    qtbot.waitUntil(lambda: "Cancelled" in travel.panel.message(), timeout=PATIENCE)
    assert not (tmp_path / "never.gif").exists()


def test_that_a_film_of_moments_that_are_gone_is_a_sentence(qtbot: QtBot, run: Run, tmp_path: Path) -> None:
    from ganstudio.core.run import RunError

    def gone(moment: Moment) -> np.ndarray:
        raise RunError("not there")

    with pytest.raises(RunError, match="None of these moments"):
        film([Moment(1, 1, "x")], gone, LapseRequest("gif", 0.2, -1), tmp_path / "x.gif", TaskProgress(lambda *_: None))


def test_that_the_film_of_a_run_is_six_seconds_long_though_nobody_opened_the_time_machine(
    qtbot: QtBot, travel: TimeTravel, run: Run, tmp_path: Path
) -> None:
    travel.show_run(run)
    travel.save_growth()
    qtbot.waitUntil(lambda: bool(travel.panel.findChildren(QFileDialog)), timeout=PATIENCE)
    (dialog,) = travel.panel.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(f"{run.name}-growth.gif")
    with qtbot.waitSignal(travel.filmed, timeout=PATIENCE) as emitted:
        dialog.fileSelected.emit(str(tmp_path / "growth.gif"))
    dialog.close()
    assert emitted.args == ["growth.gif is written.", tmp_path]
    with Image.open(tmp_path / "growth.gif") as image:
        milliseconds = 0
        for frame in range(image.n_frames):
            image.seek(frame)
            milliseconds += image.info["duration"]
    assert 5_000 < milliseconds < 9_000


def test_that_a_run_with_one_moment_says_that_it_has_no_film(qtbot: QtBot, travel: TimeTravel, tmp_path: Path) -> None:
    travel.show_run(new_run(tmp_path / "bare"))
    with qtbot.waitSignal(travel.filmed, timeout=PATIENCE) as emitted:
        travel.save_growth()
    assert emitted.args == ["This run kept too few moments for a film.", None]
