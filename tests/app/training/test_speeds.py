"""Times in the gallery: measured once by another process, remembered, and stopped the moment something begins."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ganstudio.app.common.preferences import Memory
from ganstudio.app.training.speeds import Speeds, key_of
from ganstudio.models import DCGAN, Linear, Upsample
from ganstudio.panels.training.recipe_card import RecipeCard

DEVICES = [("auto", "Automatic: CPU, 2 cores"), ("cpu", "CPU, 2 cores"), ("cuda:0", "A card")]
TELLS = """
import json, sys, time
names = sys.argv[2:sys.argv.index("--speed")]
print("not json", flush=True)
for name in names:
    speed = {"linear": 1000.0, "dcgan": 98.0, "upsample": 0.0}[name]
    print(json.dumps({"name": name, "resolution": 64, "images_per_second": speed}), flush=True)
"""
HANGS = """
import json, sys, time
print(json.dumps({"name": sys.argv[2], "resolution": 64, "images_per_second": 5.0}), flush=True)
time.sleep(600)
"""


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "preferences.json")


@pytest.fixture
def speeds_with(qtbot: QtBot, tmp_path: Path, memory: Memory):
    made: list[Speeds] = []

    def make(program: str, busy=lambda: False) -> Speeds:
        script = tmp_path / f"{len(made)}.py"
        script.write_text(program)
        card = RecipeCard((DCGAN, Linear, Upsample))
        qtbot.addWidget(card)
        speeds = Speeds(memory, card, (DCGAN, Linear, Upsample), busy, program=(sys.executable, str(script)))
        speeds._wait.setInterval(0)
        made.append(speeds)
        return speeds

    yield make
    assert all(one.close() for one in made)


def test_that_each_recipe_is_measured_once_and_remembered(qtbot: QtBot, memory: Memory, speeds_with) -> None:
    speeds = speeds_with(TELLS)
    assert speeds._card._sentence.text() == ""
    speeds.setDevices(DEVICES)
    assert "not known yet" in speeds._card._sentence.text()
    qtbot.waitUntil(lambda: not speeds._unknown(), timeout=20_000)
    qtbot.waitUntil(lambda: not speeds.measuring, timeout=20_000)
    assert speeds._card.tile("dcgan")._remark == "100k in 17 min"
    assert speeds._card.tile("linear")._remark == "100k in 2 min"
    assert "98 images a second" in speeds._card._sentence.text()
    assert speeds._card.tile("upsample")._remark == ""  # 0: it could not be measured, and is not tried again
    assert memory.value.speeds == {key_of(DCGAN, "CPU, 2 cores"): 98.0, key_of(Linear, "CPU, 2 cores"): 1000.0}
    again = speeds_with("raise SystemExit(1)")
    again.setDevices(DEVICES)
    assert again._unknown() == ["upsample"]
    assert again._card.tile("dcgan")._remark == "100k in 17 min"


def test_that_another_device_has_speeds_of_its_own(qtbot: QtBot, speeds_with) -> None:
    speeds = speeds_with(TELLS)
    speeds.setDevices(DEVICES)
    qtbot.waitUntil(lambda: not speeds._unknown(), timeout=20_000)
    speeds.setDevice("cuda:0")
    assert speeds._card.tile("dcgan")._remark == ""
    speeds.setDevice("auto")
    assert speeds._card.tile("dcgan")._remark == "100k in 17 min"


def test_that_training_ends_measuring_at_once_and_what_was_measured_stays(qtbot: QtBot, speeds_with) -> None:
    training = False
    speeds = speeds_with(HANGS, lambda: training)
    speeds.setDevices(DEVICES)
    qtbot.waitUntil(lambda: speeds._card.tile("dcgan")._remark != "", timeout=20_000)
    assert speeds.measuring
    training = True
    speeds.stop()
    qtbot.waitUntil(lambda: not speeds.measuring, timeout=5_000)
    assert speeds._unknown() == ["linear", "upsample"]
    speeds._measure()
    assert not speeds.measuring


def test_that_a_program_that_cannot_measure_is_asked_once(qtbot: QtBot, speeds_with) -> None:
    speeds = speeds_with("raise SystemExit(1)")
    speeds.setDevices(DEVICES)
    qtbot.waitUntil(lambda: not speeds._unknown() and not speeds.measuring, timeout=20_000)
    assert "not known yet" in speeds._card._sentence.text()


@pytest.mark.parametrize(
    ("speed", "told"),
    [(2000.0, "50 s"), (1112.0, "90 s"), (1000.0, "2 min"), (18.6, "90 min"), (18.4, "2 h"), (0.58, "48 h"),
     (0.57, "2 days"), (0.1, "12 days")],
)  # fmt: skip
def test_that_times_are_told_in_the_unit_one_thinks_in(memory: Memory, speeds_with, speed: float, told: str) -> None:
    memory.change(speeds={key_of(one, "CPU, 2 cores"): speed for one in (DCGAN, Linear, Upsample)})
    speeds = speeds_with("raise SystemExit(1)")
    speeds.setDevices(DEVICES)
    assert speeds._card.tile("dcgan")._remark == f"100k in {told}"
