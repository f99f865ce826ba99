"""Checkpoints: whole or not there at all, and never silently wrong."""

import itertools
import os
import random
import signal
import threading
from pathlib import Path

import pytest
import torch

from ganstudio.core import checkpoint, run_files
from ganstudio.core.checkpoint import CheckpointError, checkpoints_in, load, load_newest, save
from ganstudio.core.snapshots import snapshots_in


def state_at(step: int) -> dict[str, object]:
    return {
        "step": step,
        "seconds": 1.5,
        "networks": {"g": {"weight": torch.full((8, 8), float(step)), "count": torch.tensor(step)}},
        "optimizers": {"g": {"state": {0: {"step": torch.tensor(1.0)}}, "param_groups": [{"lr": 0.1, "params": [0]}]}},
        "system": {},
    }


def test_that_a_state_comes_back_as_it_was(tmp_path: Path) -> None:
    save(tmp_path, state_at(7))
    (entry,) = checkpoints_in(tmp_path)
    state = load(entry)
    assert state["step"] == 7
    assert torch.equal(state["networks"]["g"]["weight"], torch.full((8, 8), 7.0))
    assert state["networks"]["g"]["count"].dtype == torch.int64
    assert list(state["optimizers"]["g"]["state"]) == [0]
    assert state["optimizers"]["g"]["param_groups"] == [{"lr": 0.1, "params": [0]}]
    assert state["system"] == {}


def test_that_only_the_newest_few_are_kept_and_no_orphans(tmp_path: Path) -> None:
    for step in range(6):
        save(tmp_path, state_at(step), keep=3)
    assert [entry.step for entry in checkpoints_in(tmp_path)] == [5, 4, 3]
    assert len(list(tmp_path.iterdir())) == 6


def test_that_saving_the_same_step_again_leaves_one_whole_checkpoint(tmp_path: Path) -> None:
    save(tmp_path, state_at(4))
    changed = state_at(4)
    changed["seconds"] = 2.5
    changed["networks"]["g"]["weight"] += 1  # type: ignore[index]
    save(tmp_path, changed)
    (entry,) = checkpoints_in(tmp_path)
    assert load(entry)["seconds"] == 2.5
    assert len(list(tmp_path.glob("*.safetensors"))) == 1


@pytest.mark.parametrize("suffix", [".json", ".safetensors"])
def test_that_any_flipped_bit_or_cut_is_noticed_and_an_older_one_used(tmp_path: Path, suffix: str) -> None:
    save(tmp_path, state_at(1))
    save(tmp_path, state_at(2))
    (victim,) = tmp_path.glob(f"step-000000002*{suffix}")
    whole = victim.read_bytes()
    rng = random.Random(0)
    for trial in range(200):
        if trial % 2:
            damaged = whole[: rng.randrange(len(whole))]
        else:
            place = rng.randrange(len(whole))
            damaged = whole[:place] + bytes([whole[place] ^ (1 << rng.randrange(8))]) + whole[place + 1 :]
        victim.write_bytes(damaged)
        state, used, broken = load_newest(tmp_path)
        assert (used.step, state["step"], len(broken)) == (1, 1, 1)


def test_that_no_checkpoint_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="no checkpoint yet"):
        load_newest(tmp_path)


def test_that_a_newer_format_is_refused_by_name(tmp_path: Path) -> None:
    path, _ = save(tmp_path, state_at(1))
    path.write_text(path.read_text().replace('"format": 1', '"format": 9'))
    with pytest.raises(CheckpointError, match="newer GAN Studio"):
        load(checkpoints_in(tmp_path)[0])


def test_that_a_full_disk_leaves_the_old_checkpoint_untouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path, state_at(1))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(tmp_path, state_at(2))
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def save_for_ever(folder: Path, step: int, pipe: int) -> None:
    """Save and say so, until killed. Tensors are small enough for torch to need no threads in a forked child."""
    while True:
        step += 1
        save(folder, {"step": step} | {f"w{i}": torch.full((10_000,), float(step)) for i in range(20)})
        os.write(pipe, f"{step}\n".encode())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_that_kill_9_at_any_moment_loses_nothing_acknowledged(tmp_path: Path) -> None:
    """Fault D1: a child saves for ever and says when; it is killed at random moments."""
    rng = random.Random(1)
    acknowledged = 0
    for _ in range(40):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            save_for_ever(tmp_path, acknowledged, writing)
        os.close(writing)
        with os.fdopen(reading) as acknowledgements:
            acknowledgements.readline()
            threading.Event().wait(rng.random() * 0.05)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            rest = [line for line in acknowledgements.read().splitlines() if line]
        acknowledged = int(rest[-1]) if rest else acknowledged + 1
        state, used, broken = load_newest(tmp_path)
        assert used.step >= acknowledged
        assert broken == []
        assert all(torch.equal(state[f"w{i}"], torch.full((10_000,), float(used.step))) for i in range(20))


def test_that_the_json_is_the_last_thing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    real = run_files.write

    def note(path: Path, content: bytes | str) -> None:
        order.append(path.suffix)
        real(path, content)

    monkeypatch.setattr(run_files, "write", note)
    save(tmp_path, state_at(3))
    assert order == [".safetensors", ".json"]


# Snapshots ----------------------------------------------------------------------------------------------------------


def averaged_at(images: int) -> dict[str, object]:
    averages = {"generator": {"weight": torch.full((8, 8), float(images)), "count": torch.tensor(images)}}
    return {"step": images // 10, "images": images, "classes": ["a"], "averages": averages, "networks": {"d": {}}}


def test_that_a_snapshot_comes_back_as_it_was_and_holds_the_averages_alone(tmp_path: Path) -> None:
    checkpoint.save_snapshot(tmp_path, averaged_at(4000))
    (snapshot,) = snapshots_in(tmp_path)
    assert (snapshot.step, snapshot.kimg, snapshot.name) == (400, 4.0, "step-000000400")
    state = checkpoint.load_snapshot(snapshot)
    assert state.keys() == {"step", "images", "classes", "averages"}
    assert torch.equal(state["averages"]["generator"]["weight"], torch.full((8, 8), 4000.0))
    assert (state["classes"], int(state["averages"]["generator"]["count"])) == (["a"], 4000)


@pytest.mark.parametrize("batch", [10, 64, 300])
def test_that_at_most_sixteen_snapshots_stay_spread_evenly_over_the_images(tmp_path: Path, batch: int) -> None:
    last = -1
    for images in range(0, 200_000, batch):
        spacing = checkpoint.spacing(images)
        if images // spacing > last // spacing:
            checkpoint.save_snapshot(tmp_path, averaged_at(images))
            last = images
            kept = [round(1000 * snapshot.kimg) for snapshot in snapshots_in(tmp_path)]
            assert kept[0] == 0
            assert len(kept) <= checkpoint.MOST_SNAPSHOTS
            assert images < 8000 or len(kept) >= checkpoint.MOST_SNAPSHOTS // 2
            gaps = [after - before for before, after in itertools.pairwise(kept)]
            assert all(spacing - batch < gap < spacing + batch for gap in gaps)


def test_that_a_damaged_snapshot_is_refused_and_what_is_none_passed_over(tmp_path: Path) -> None:
    path = checkpoint.save_snapshot(tmp_path, averaged_at(4000))
    (snapshot,) = snapshots_in(tmp_path)
    whole = path.read_bytes()
    rng = random.Random(0)
    for trial in range(200):
        place = rng.randrange(len(whole))
        flipped = whole[:place] + bytes([whole[place] ^ (1 << rng.randrange(8))]) + whole[place + 1 :]
        path.write_bytes(whole[:place] if trial % 2 else flipped)
        for other in snapshots_in(tmp_path):
            assert other.path == path
        if not trial % 2 and place > len(whole) - 264:  # in the numbers themselves, or close before
            with pytest.raises(CheckpointError, match="damaged"):
                checkpoint.load_snapshot(snapshot)
    path.write_bytes(whole[:-1])
    with pytest.raises(CheckpointError, match="damaged"):
        checkpoint.load_snapshot(snapshot)
