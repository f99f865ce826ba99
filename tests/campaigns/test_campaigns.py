"""A small number of each campaign; the large ones are run by hand (`python -m tests.campaigns`)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="runs are forked")
@pytest.mark.parametrize(("names", "count"), [("kill disk close mutate", 2), ("hostile", 13)])
def test_that_a_few_of_each_campaign_find_nothing_wrong(names: str, count: int) -> None:
    """In a process of its own: a fork of one with Qt's or torch's threads may never end."""
    words = [sys.executable, "-W", "ignore", "-m", "tests.campaigns", *names.split()]
    words += ["--count", str(count), "--seed", "5"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stdout + done.stderr[-4000:]
    assert done.stdout.count("wrong: nothing") == len(names.split())


def test_that_an_attack_that_is_not_met_well_is_seen() -> None:
    """What is said must be one sentence that was foreseen."""
    program = (
        "import json; from tests.campaigns.hostile import is_sentence as is_one;"
        "print(json.dumps([is_one('R cannot be opened: it is damaged.'), is_one('Traceback (most recent call last).'),"
        "is_one('a\\x1b[2Jb.'), is_one('no end'), is_one('An error inside the program stopped this.')]))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [True, False, False, False, False]


def test_that_a_fault_that_is_not_survived_is_reported() -> None:
    """What the campaigns find wrong is their exit status: a run that differs in one bit is seen."""
    program = (
        "import json, torch; from tests.campaigns.small_runs import differing;"
        "one, other = torch.zeros(3), torch.zeros(3); other[1] = 1e-30;"
        "print(json.dumps([differing({'a': one}, {'a': other}), differing({'a': one}, {}), differing({}, {})]))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [["a"], ["a"], []]
