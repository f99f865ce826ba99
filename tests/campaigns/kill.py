"""Runs that are killed at random moments and resumed, until they end: bit for bit the run that nobody killed."""

import functools
import os
import random
import shutil
import signal
import tempfile
import time
from collections import Counter
from pathlib import Path

import torch

from ganstudio.core.checkpoint import checkpoints_in
from ganstudio.core.run import Run
from tests.campaigns.small_runs import (
    SMALL,
    Pictures,
    Result,
    differing,
    fingerprint,
    in_child,
    say_now_and_then,
    status_of,
    train,
)


def kill(count: int, seed: int) -> Result:
    """At least `count` kills over five recipes."""
    done: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        pictures, folder = Pictures.drawn(Path(name)), Path(name)
        undisturbed = functools.cache(lambda recipe: _undisturbed(pictures, folder / f"{recipe}-straight", recipe))
        while done["kills"] < count:
            recipe = chance.choice(list(SMALL))
            known, seconds = undisturbed(recipe)
            run = pictures.new_run(folder / f"run-{done['runs']}", recipe)
            while not _killed(run, chance.uniform(0.0, 0.8 * seconds), wrong):
                done["kills"] += 1
                done["kills in writing"] += any(run.folder.rglob(".*.tmp"))
            done["runs"] += 1
            say_now_and_then(done | wrong)
            wrong["runs that differ"] += bool(differing(known, fingerprint(run.folder)))
            wrong["leftovers"] += len(list(run.folder.rglob(".*.tmp")))
            shutil.rmtree(run.folder)
    return done, +wrong


def _undisturbed(pictures: Pictures, folder: Path, recipe: str) -> tuple[dict[str, torch.Tensor], float]:
    """The last checkpoint, and how many seconds it took."""
    pictures.new_run(folder, recipe)
    train(folder)
    begun = time.perf_counter()
    pictures.new_run(folder.with_name(f"{folder.name}-again"), recipe)
    assert status_of(in_child(lambda: train(folder.with_name(f"{folder.name}-again")))) == 0
    return fingerprint(folder), time.perf_counter() - begun


def _killed(run: Run, seconds: float, wrong: Counter[str]) -> bool:
    """Train it and kill it after so many seconds; True if it came to its end before."""
    before = [saved.step for saved in checkpoints_in(run.checkpoints)]
    child = in_child(lambda: train(run.folder))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    status = status_of(child)
    wrong["children that failed"] += status > 0
    after = [saved.step for saved in checkpoints_in(run.checkpoints)]
    wrong["checkpoints lost"] += bool(before) and (not after or after[0] < before[0])
    return status >= 0
