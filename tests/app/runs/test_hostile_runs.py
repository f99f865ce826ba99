"""The Runs page beside runs of strangers: each has a card, the others are shown, and the window never waits."""

import itertools
import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QListView, QMenu
from pytestqt.qtbot import QtBot

from ganstudio.app.runner.current_run import CurrentRun
from ganstudio.app.runner.thread_runner import Runner
from ganstudio.app.runs.page import RunsPage
from ganstudio.app.runs.queue_driver import QueueDriver
from ganstudio.core.events import Sampled, Saved, to_json
from ganstudio.core.run import Run
from ganstudio.workflows.known_runs import RunPlaces
from tests.app.tiny_runs import tiny_run
from tests.core.test_run_files import ODD, folder, too_large

WRONG = {
    "infinite-seed": {"seed": float("inf")}, "huge-seed": {"seed": 10**40}, "empty-budget": {"budget": {}},
    "no-budget": {"budget": None}, "text-budget": {"budget": {"steps": "many"}}, "list-recipe": {"recipe": ["dcgan"]},
    "odd-sides": {"sides": [["a"], 3]}, "no-sides": {"sides": []}, "odd-values": {"values": {"batch": [1]}},
    "nan-values": {"values": {"batch": float("nan")}}, "odd-origin": {"origin": {"run": {}}},
    "newer": {"format": 10**9}, "long-recipe": {"recipe": "x" * 10**5},
    "odd-preparation": {"preparation": {"smallest": -1}},
}  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return tiny_run(tmp_path_factory.mktemp("sound") / "sound")


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[RunsPage]:
    (tmp_path / "outside").mkdir()
    queue = QueueDriver(CurrentRun(Runner()), lambda: tmp_path / "runs")
    made = RunsPage(lambda: RunPlaces(tmp_path / "runs"), queue)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    yield made
    assert made.close_threads()


def cards(page: RunsPage) -> dict[str, str]:
    """What each card says, by the name of its run."""
    model = page.gallery.findChild(QListView).model()
    rows = [[model.index(row, column).data() for column in range(6)] for row in range(model.rowCount())]
    return {texts[0]: f"{texts[3]} | {texts[4]}" for texts in rows}


def listed(qtbot: QtBot, page: RunsPage, count: int) -> tuple[dict[str, str], float]:
    """The cards, and the longest time in seconds that the window's timer waited until all pictures were there."""
    ticks, longest = [time.perf_counter()], 0.0
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(5)
    page.refresh()
    qtbot.waitUntil(lambda: len(cards(page)) == count, timeout=20_000)
    qtbot.wait(300)
    timer.stop()
    longest = max(after - before for before, after in itertools.pairwise(ticks))
    return cards(page), longest


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
@pytest.mark.parametrize("name", ["settings.json", "events.jsonl", "run.lock", "samples", "checkpoints"])
def test_that_a_run_with_something_odd_in_it_has_a_card_that_names_it(qtbot, page, sound, tmp_path, name, odd) -> None:
    if "." not in name and odd in (folder, too_large):
        pytest.skip("a folder may be a folder")
    shutil.copytree(sound.folder, tmp_path / "runs" / "sound")
    hostile = shutil.copytree(sound.folder, tmp_path / "runs" / "hostile")
    shutil.rmtree(hostile / name) if (hostile / name).is_dir() else (hostile / name).unlink(missing_ok=True)
    odd(hostile / name, tmp_path / "outside")
    shown, longest = listed(qtbot, page, 2)
    assert "Finished" in shown["sound"]
    assert shown["hostile"].startswith(f"Cannot be read: {name} ")
    assert shown["hostile"].endswith("| Cannot be read")
    assert longest < 0.5


def test_that_settings_of_wrong_kinds_hide_nobody(qtbot, page, sound, tmp_path) -> None:
    shutil.copytree(sound.folder, tmp_path / "runs" / "sound")
    settings = json.loads((sound.folder / "settings.json").read_text())
    for name, change in WRONG.items():
        hostile = shutil.copytree(sound.folder, tmp_path / "runs" / name)
        (hostile / "settings.json").write_text(json.dumps(settings | change))
    shown, longest = listed(qtbot, page, len(WRONG) + 1)
    assert "Finished" in shown["sound"]
    assert {name for name in WRONG if "annot be" in shown[name]} >= WRONG.keys() - {"empty-budget", "no-sides"}
    assert longest < 0.5


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
def test_that_a_sample_that_is_no_picture_stops_no_window(qtbot, page, sound, tmp_path, odd) -> None:
    shutil.copytree(sound.folder, tmp_path / "runs" / "sound")
    hostile = shutil.copytree(sound.folder, tmp_path / "runs" / "hostile")
    odd(hostile / "samples" / "999999999.png", tmp_path / "outside")
    with open(hostile / "events.jsonl", "a") as events:
        events.write(to_json(Sampled(step=3, kimg=1, path="samples/999999999.png", rows=1, columns=1)) + "\n")
        events.write(to_json(Saved(step=2**52, kimg=1e14, path="checkpoints/x.json", bytes=2**52)) + "\n")
        events.write('{"event":"progress","step":"x"}\n[1]\n{"event":"finished","outcome":[],"step":1e400}\n')
    shown, longest = listed(qtbot, page, 2)
    assert "Finished" in shown["sound"]
    assert longest < 0.5


def test_that_a_run_that_cannot_be_read_can_be_shown_and_deleted_and_nothing_else(qtbot, page, sound, tmp_path) -> None:
    hostile = shutil.copytree(sound.folder, tmp_path / "runs" / "hostile")
    (hostile / "settings.json").write_text("{")
    listed(qtbot, page, 1)
    page.gallery.select([hostile])
    menu = page.gallery.findChild(QMenu).actions()
    may = {action.text() for action in menu if action.text() and action.isEnabled()}
    assert may == {"Rename…", "Star", "Show folder", "Delete"}
