"""Strangers' runs, weights, recipes, archives and preferences, each with one thing in it that is not as it should be.

Each attack is met by doors that a person would use: a command, the window, a reader. What is attacked is read, or
refused with one sentence; no process ends, no traceback is written, no code of the folder is run, nothing outside of it
is changed, and it takes no more of the processor and of memory than `MOST_SECONDS` and `MOST_MEGABYTES`.
"""

import contextlib
import faulthandler
import json
import os
import random
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.campaigns.attacks import ATTACKS, Stranger, furnish
from tests.campaigns.doors import DOORS, Window
from tests.campaigns.small_runs import Pictures, Result, in_child, say_now_and_then, status_of, train

TOGETHER = 40
"""Attacks on one process, one after the other."""
MOST_SECONDS = 5.0
"""Of the processor, for one attack and its door."""
MOST_WAIT = 60.0
"""Seconds after which a process that does not answer is ended."""
MOST_MEGABYTES = 400.0
"""That the process grows by at one attack."""
MOST_SIGNS = 700
"""Of a sentence."""
INSIDE = ("Traceback", "should not have", "inside the program")
"""Of what is said where nobody foresaw what was met."""


def hostile(count: int, seed: int) -> Result:
    """`count` attacks, in turn of each kind, each at a place and a door that are drawn by chance."""
    done: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name, _home(Path(name) / "home"):
        pictures = Pictures.drawn(Path(name))
        run = pictures.new_run(Path(name) / "run", "linear", 4)
        train(run.folder)
        furnish(run.folder)
        stranger = Stranger(run.folder, Path(name) / "attack", Path(name) / "outside", pictures.first)
        os.environ["GANSTUDIO_CANARY"] = str(stranger.canary)
        number = 0
        while number < count:
            number = _some(stranger, range(number, min(count, number + TOGETHER)), seed, done, wrong)
            say_now_and_then(done | wrong)
    return done, +wrong


@contextlib.contextmanager
def _home(folder: Path) -> Iterator[None]:
    """Logs, preferences and documents of a home of their own."""
    names = ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    before = {name: os.environ.get(name) for name in names}
    folder.mkdir()
    os.environ |= dict.fromkeys(names, str(folder))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    yield
    for name, value in before.items():
        os.environ.pop(name) if value is None else os.environ.update({name: value})


def _some(stranger: Stranger, numbers: range, seed: int, done: Counter[str], wrong: Counter[str]) -> int:
    """Attacks on one process; the number of the first that it did not come to."""
    report = stranger.folder.with_name("report.jsonl")
    report.write_text("")
    status = status_of(in_child(lambda: _attacked(stranger, numbers, seed, report)))
    lines = [json.loads(line) for line in report.read_text().splitlines()]
    for line in lines:
        done[f"{line['kind']}, {'refused' if line['said'] else 'read'}"] += "faults" in line
        for fault in line.get("faults", ()):
            wrong[f"{line['kind']} by {line['door']}, attack {line['number']}: {fault}"] += 1
    if status:
        last = lines[-1]
        wrong[f"{last['kind']} by {last['door']}, attack {last['number']}: process ended ({status})"] += 1
        return int(last["number"]) + 1
    return numbers.stop


def _attacked(stranger: Stranger, numbers: range, seed: int, report: Path) -> None:
    window = Window(stranger.folder.with_name("home"))
    with open(report, "a", buffering=1) as file:
        for number in numbers:
            chance = random.Random(f"{seed}/{number}")
            kind = list(ATTACKS)[number % len(ATTACKS)]
            line = {"number": number, "kind": kind, "door": "", "said": ""}
            file.write(json.dumps(line) + "\n")
            stranger.renewed()
            if doors := ATTACKS[kind](stranger, chance):
                line["door"] = chance.choice(doors)
                file.write(json.dumps(line) + "\n")
                line |= _met(stranger, str(line["door"]), window)
                file.write(json.dumps(line) + "\n")
    window.close()


def _met(stranger: Stranger, door: str, window: Window) -> dict[str, object]:
    """What a door said of an attack, and what it should not have done."""
    faulthandler.dump_traceback_later(MOST_WAIT, exit=True)
    before, used, most = stranger.unreached(), time.process_time(), _most_memory()
    said, faults = "", []
    try:
        said = window.said_of(stranger) if door == "window" else DOORS[door](stranger)
    except BaseException as error:  # noqa: BLE001 - each is a finding
        faults.append(f"{type(error).__name__}: {error} {traceback.extract_tb(error.__traceback__)[-1]}"[:400])
    seconds, grown = time.process_time() - used, _most_memory() - most
    faulthandler.cancel_dump_traceback_later()
    faults += [f"{seconds:.1f} s"] * (seconds > MOST_SECONDS) + [f"{grown:.0f} MB"] * (grown > MOST_MEGABYTES)
    faults += [f"said {said!r}"] * (bool(said) and not is_sentence(said))
    faults += ["changed what lies outside"] * (stranger.unreached() != before)
    faults += ["told what lies outside"] * stranger.betrayed()
    faults += ["ran code"] * stranger.canary.exists()
    stranger.canary.unlink(missing_ok=True)
    return {"said": said, "faults": faults}


def is_sentence(said: str) -> bool:
    """One line that ends as a sentence does, without signs that a terminal obeys, and of what was foreseen."""
    return (
        said.isprintable() and said.rstrip("`").endswith(".") and len(said) <= MOST_SIGNS
        and not any(word in said for word in INSIDE)
    )  # fmt: skip


def _most_memory() -> float:
    """Megabytes that this process held at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
