"""How fast the chosen recipe is: measured gently by a process when the computer is idle, remembered with its date."""

import datetime
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ganstudio.app.common.preferences import Memory, Speed
from ganstudio.app.training.speeds import Speeds, key_of
from ganstudio.core.recipe import Recipe
from ganstudio.models.gallery import CUT, DCGAN, CycleGAN, Linear, Upsample
from ganstudio.panels.training.recipe_card import RecipeCard
from ganstudio.workflows.preflight import Need

DEVICES = [("auto", "Automatic: CPU, 2 cores"), ("cpu", "CPU, 2 cores"), ("cuda:0", "A card")]
TELLS = """
import json, pathlib, sys
known = dict(pair.split("=", 1) for pair in sys.argv if "=" in pair)
with open(pathlib.Path(__file__).with_suffix(".asked"), "a") as asked:
    asked.write(json.dumps(sys.argv[1:]) + "\\n")
print("not json", flush=True)
size = {"resolution": int(known["resolution"]), "batch": int(known["batch"])}
print(json.dumps({"name": sys.argv[2], **size, "images_per_second": 98.0, "memory": 900, "each": 20,
                  "room": 1000, "state": 70, "snapshot": 30}), flush=True)
"""
HANGS = "import time\ntime.sleep(600)"
CANNOT = "raise SystemExit(1)"


class Bench:
    """A card, and all that its Speeds ask: what is chosen, whether there is work, how busy the machine is."""

    def __init__(self, memory: Memory, folder: Path, program: str) -> None:
        self.chosen: Recipe | None = DCGAN(resolution=32, batch=16)
        self.busy = False
        self.load = 0.0
        self.script = folder / "program.py"
        self.script.write_text(program)
        self.card = RecipeCard((DCGAN, Linear, Upsample))
        self.speeds = Speeds(
            memory, self.card, lambda: self.chosen, lambda: self.busy, program=(sys.executable, str(self.script)),
            load=lambda: self.load, rest=0,
        )  # fmt: skip

    def asked(self) -> list[list[str]]:
        """The command lines of what was started."""
        commands = self.script.with_suffix(".asked")
        return [json.loads(line) for line in commands.read_text().splitlines()] if commands.exists() else []


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "preferences.json")


@pytest.fixture
def bench_with(qtbot: QtBot, tmp_path: Path, memory: Memory) -> Iterator[Callable[[str], Bench]]:
    made: list[Bench] = []

    def make(program: str) -> Bench:
        made.append(Bench(memory, tmp_path, program))
        qtbot.addWidget(made[-1].card)
        return made[-1]

    yield make
    assert all(bench.speeds.close() for bench in made)


def measured(qtbot: QtBot, bench: Bench) -> Speed:
    qtbot.waitUntil(lambda: bench.speeds.known() is not None and not bench.speeds.measuring, timeout=20_000)
    speed = bench.speeds.known()
    assert speed
    return speed


def test_that_only_the_chosen_recipe_is_measured_at_its_size_gently_and_remembered(
    qtbot: QtBot, tmp_path: Path, memory: Memory, bench_with: Callable[[str], Bench]
) -> None:
    bench = bench_with(TELLS)
    bench.speeds.setDevices(DEVICES)
    assert "when the computer is idle" in bench.card.sentence()
    speed = measured(qtbot, bench)
    today = datetime.date.today().isoformat()
    assert speed == Speed(
        images_per_second=98.0,
        resolution=32,
        batch=16,
        memory=900,
        each=20,
        room=1000,
        state=70,
        snapshot=30,
        date=today,
    )
    need, room = bench.speeds.need()
    assert (need.memory, need.batch, need.each, room.memory) == (900, 16, 20, 1000)
    (words,) = bench.asked()
    assert words[:4] == ["recipes", "dcgan", "--speed", "--gently"]
    assert "resolution=32" in words
    for known in (today, "32 px", "batch 16", "98 images a second", "17 min"):
        assert known in bench.card.sentence()
    assert Memory(tmp_path / "preferences.json").value.measured == memory.value.measured


def test_that_another_size_is_another_figure_and_what_is_known_is_not_measured_again(
    qtbot: QtBot, bench_with: Callable[[str], Bench]
) -> None:
    bench = bench_with(TELLS)
    bench.speeds.setDevices(DEVICES)
    measured(qtbot, bench)
    bench.chosen = DCGAN(resolution=64, batch=8)
    bench.speeds.choose()
    assert "when the computer is idle" in bench.card.sentence()
    assert measured(qtbot, bench).resolution == 64
    bench.chosen = DCGAN(resolution=32, batch=16)
    bench.speeds.choose()
    assert "32 px" in bench.card.sentence()
    assert len(bench.asked()) == 2


def test_that_a_busy_computer_is_not_measured_until_it_is_idle(
    qtbot: QtBot, bench_with: Callable[[str], Bench]
) -> None:
    bench = bench_with(TELLS)
    bench.load = 0.9
    bench.speeds.setDevices(DEVICES)
    qtbot.wait(200)
    assert bench.asked() == []
    bench.load = 0.1
    assert measured(qtbot, bench).load == 0.1


def test_that_measure_again_measures_at_once_and_says_that_the_computer_was_busy(
    qtbot: QtBot, memory: Memory, bench_with: Callable[[str], Bench]
) -> None:
    bench = bench_with(TELLS)
    assert bench.chosen
    old = Speed(images_per_second=0.07, resolution=32, batch=16, date="2026-01-31", load=0.1)
    memory.change(measured={key_of(bench.chosen, "CPU, 2 cores"): old})
    bench.speeds.setDevices(DEVICES)
    assert "17 days" in bench.card.sentence()
    assert "2026-01-31" in bench.card.sentence()
    bench.load = 0.9
    bench.card.measure_button.click()
    assert "17 days" in bench.card.sentence(), "what is known stays until there is a newer figure"
    assert "being measured again" in bench.card.sentence()
    qtbot.waitUntil(lambda: "98 images a second" in bench.card.sentence(), timeout=20_000)
    qtbot.waitUntil(lambda: not bench.speeds.measuring, timeout=20_000)
    assert "busy then" in bench.card.sentence()
    assert "measured again" not in bench.card.sentence()


def test_that_measure_again_while_something_trains_waits_and_keeps_what_is_known(
    qtbot: QtBot, memory: Memory, bench_with: Callable[[str], Bench]
) -> None:
    bench = bench_with(TELLS)
    assert bench.chosen
    old = Speed(images_per_second=0.07, resolution=32, batch=16, date="2026-01-31", load=0.1)
    memory.change(measured={key_of(bench.chosen, "CPU, 2 cores"): old})
    bench.speeds.setDevices(DEVICES)
    bench.busy = True
    bench.card.measure_button.click()
    qtbot.wait(100)
    assert not bench.asked()
    assert "17 days" in bench.card.sentence()
    assert "again when the computer is idle" in bench.card.sentence()
    bench.busy = False
    qtbot.waitUntil(lambda: "98 images a second" in bench.card.sentence(), timeout=20_000)


def test_that_a_second_measurement_that_fails_is_said_beside_the_first_figure(
    qtbot: QtBot, memory: Memory, bench_with: Callable[[str], Bench]
) -> None:
    bench = bench_with(CANNOT)
    assert bench.chosen
    old = Speed(images_per_second=98.0, resolution=32, batch=16, date="2026-01-31", load=0.1)
    memory.change(measured={key_of(bench.chosen, "CPU, 2 cores"): old})
    bench.speeds.setDevices(DEVICES)
    bench.card.measure_button.click()
    qtbot.waitUntil(lambda: "could not be measured" in bench.card.sentence(), timeout=20_000)
    assert "98 images a second" in bench.card.sentence()
    assert bench.card.measure_button.isEnabled()


def test_that_the_page_on_show_says_what_is_measured_and_what_it_needs(
    qtbot: QtBot, bench_with: Callable[[str], Bench], memory: Memory
) -> None:
    bench = bench_with(TELLS)
    bench.speeds.setDevices(DEVICES)
    qtbot.waitUntil(lambda: bench.speeds.known() is not None, timeout=20_000)
    other = RecipeCard((CUT, CycleGAN))
    qtbot.addWidget(other)
    bench.speeds.watch(other, lambda: CUT(resolution=32), lambda: False)
    assert bench.speeds.need()[0] == Need()
    qtbot.waitUntil(lambda: bench.speeds.known() is not None, timeout=20_000)
    assert bench.asked()[-1][1] == "cut"
    need, room = bench.speeds.need()
    assert (need.memory, need.state, need.snapshot, room.memory) == (900, 70, 30, 1000)
    qtbot.waitUntil(lambda: not bench.speeds.measuring, timeout=20_000)  # the process ends after it has told
    asked = len(bench.asked())
    bench.card.measureWanted.emit()
    assert not bench.speeds.measuring, "the card of the page that is not on show asks for nothing"
    other.measureWanted.emit()
    qtbot.waitUntil(lambda: len(bench.asked()) == asked + 1, timeout=20_000)


def test_that_training_or_another_choice_ends_measuring_at_once(
    qtbot: QtBot, bench_with: Callable[[str], Bench]
) -> None:
    bench = bench_with(HANGS)
    bench.speeds.setDevices(DEVICES)
    qtbot.waitUntil(lambda: bench.speeds.measuring, timeout=20_000)
    bench.busy = True
    bench.speeds.stop()
    qtbot.waitUntil(lambda: not bench.speeds.measuring, timeout=5_000)
    bench.card.measure_button.click()
    assert not bench.speeds.measuring


def test_that_a_program_that_cannot_measure_is_asked_once(qtbot: QtBot, bench_with: Callable[[str], Bench]) -> None:
    bench = bench_with(CANNOT)
    bench.speeds.setDevices(DEVICES)
    qtbot.waitUntil(lambda: bench.speeds.measuring, timeout=20_000)
    qtbot.waitUntil(lambda: not bench.speeds.measuring, timeout=20_000)
    qtbot.wait(100)
    assert not bench.speeds.measuring
    assert "could not be measured" in bench.card.sentence()


@pytest.mark.parametrize(
    ("speed", "duration"),
    [(2000.0, "50 s"), (1112.0, "90 s"), (1000.0, "2 min"), (18.6, "90 min"), (18.4, "2 h"), (0.58, "48 h"),
     (0.57, "2 days"), (0.1, "12 days")],
)  # fmt: skip
def test_that_times_are_told_in_the_unit_one_thinks_in(
    memory: Memory, bench_with: Callable[[str], Bench], speed: float, duration: str
) -> None:
    bench = bench_with(CANNOT)
    assert bench.chosen
    known = Speed(images_per_second=speed, resolution=32, batch=16, date="2026-01-31")
    memory.change(measured={key_of(bench.chosen, "CPU, 2 cores"): known})
    bench.speeds.setDevices(DEVICES)
    assert f"100 thousand in {duration}." in bench.card.sentence()
