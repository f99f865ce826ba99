"""Checkpoints made to do harm: refused with a sentence, the one before offered, and nothing reaches an optimiser."""

import contextlib
import copy
import hashlib
import json
import math
import os
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save as pack

from ganstudio.core import checkpoint
from ganstudio.core.checkpoint import CheckpointError, checkpoints_in, load, load_newest
from ganstudio.core.run import RunError
from ganstudio.core.session import Session
from ganstudio.core.state_check import StateError
from ganstudio.core.tensor_file import TensorFileError, unpack
from ganstudio.models.gallery import Linear
from ganstudio.workflows.open_run import open_generator
from tests.core.fakes import NoiseImages, make_session, make_trainer

RECIPE = Linear(resolution=16, batch=8, latent=8)
IMAGES = NoiseImages(RECIPE.batch, RECIPE.resolution)


def trained(folder: Path, steps: int = 3) -> Session:
    session = make_session(folder, RECIPE, steps=steps)
    for _ in session.events():
        pass
    return session


def change(state: dict[str, Any], *path: Any, to: Any) -> dict[str, Any]:
    """A copy of a state with one thing changed."""
    made = copy.deepcopy(state)
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = to
    return made


FIRST = ("optimizers", "generator", "state", 0)


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ((*FIRST, "exp_avg"), torch.tensor(1.0)),
        ((*FIRST, "exp_avg_sq"), torch.zeros(1)),
        ((*FIRST, "exp_avg"), torch.zeros(3, 3)),
        ((*FIRST, "exp_avg"), "text"),
        ((*FIRST, "step"), torch.tensor(math.inf)),
        ((*FIRST, "step"), torch.zeros(4)),
        ((*FIRST, "step"), torch.tensor(-5.0)),
        ((*FIRST, "step"), 3),
        (("optimizers", "generator", "state"), {999: {}}),
        (("optimizers", "generator", "state"), {-1: {}}),
        (("optimizers", "generator", "state"), {"a": {}}),
        (FIRST, {}),
        (FIRST, {"step": torch.tensor(1.0)}),
        (("step",), math.inf), (("step",), None), (("step",), "3"), (("step",), [3]), (("step",), -1),
        (("step",), 2**60),
        (("images",), 1.5), (("images",), True), (("halvings",), 1e9), (("halvings",), "x"),
        (("halvings",), {"generator": -1, "discriminator": 0}),
        (("system",), "text"), (("networks",), torch.zeros(3)), (("averages",), "text"), (("parts",), -1),
        (("parts",), "2"), (("optimizers",), torch.zeros(2, 3)), (("optimizers", "generator"), torch.zeros(2, 3)),
        (("networks",), {}), (("networks", "generator"), []), (("averages",), None), (("system",), 3),
    ],
    ids=str,
)  # fmt: skip
def test_that_a_state_made_to_do_harm_is_refused_before_anything_is_changed(path, to):
    trainer = make_trainer(RECIPE)
    for step in range(2):
        trainer.train(IMAGES.batch(step))
    good = copy.deepcopy(trainer.state())
    with pytest.raises(StateError):
        trainer.restore(change(good, *path, to=to))
    trainer.restore(good)
    trainer.train(IMAGES.batch(2))


@pytest.mark.parametrize("averages", [torch.zeros(3), "text", 3, {"generator": []}, {"generator": torch.zeros(2)}, {}])
def test_that_a_generator_of_a_state_made_to_do_harm_is_refused_by_name(tmp_path, averages):
    session = trained(tmp_path / "run")
    state = load_newest(session.run.checkpoints)[0]
    checkpoint.save(session.run.checkpoints, change(state, "averages", to=averages))
    with pytest.raises(RunError, match="does not fit"):
        open_generator(session.run, checkpoint="latest", device="cpu")


def test_that_every_moment_of_another_type_is_refused():
    trainer = make_trainer(RECIPE)
    trainer.train(IMAGES.batch(0))
    good = copy.deepcopy(trainer.state())
    weight = good["optimizers"]["generator"]["state"][0]["exp_avg"]
    for other in (weight.double(), weight.to(torch.int32), torch.full_like(weight, math.nan)):
        with pytest.raises(StateError):
            trainer.restore(change(good, *FIRST, "exp_avg", to=other))


def test_that_what_settings_say_of_an_optimiser_is_not_taken_from_a_file():
    trainer = make_trainer(RECIPE)
    trainer.train(IMAGES.batch(0))
    state = copy.deepcopy(trainer.state())
    group = state["optimizers"]["generator"]["param_groups"][0]
    rate = group["lr"]
    group |= {"lr": 1e9, "betas": (5.0, 5.0), "eps": -1.0, "fused": None, "capturable": True}
    trainer.restore(state)
    (now,) = trainer.system.optimizers["generator"].param_groups
    assert (now["lr"], now["betas"][0] < 1, now["eps"] > 0) == (rate, True, True)


# Pruning --------------------------------------------------------------------------------------------------------------


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 10**9))  # the clock of a file system may be coarse


def saved(folder: Path, *steps: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for step in steps:
        checkpoint.save(folder, {"step": step, "images": step, "weight": torch.full((3,), float(step))})


def test_that_a_save_stays_where_damaged_ones_claim_to_be_newer(tmp_path):
    saved(tmp_path, 100)
    checkpoint.mark_best(tmp_path, tmp_path / "step-000000100.json", {"KID": 0.1})
    saved(tmp_path, 200, 300, 400)
    for step in (200, 300, 400):
        for path in tmp_path.glob(f"step-{step:09d}-*.safetensors"):
            spoil(path)
    saved(tmp_path, 150)
    assert [saved.step for saved in checkpoints_in(tmp_path)] == [150, 100]
    assert load_newest(tmp_path)[0]["step"] == 150
    assert len(list(tmp_path.glob("damaged-step-*.json"))) == 3


@pytest.mark.parametrize(
    "name",
    [
        "step-900000000.json",
        "step-²³.json",
        "step-٣.json",
        "step-" + "9" * 400 + ".json",
        "step-.json",
        "step-1e5.json",
    ],
)
def test_that_no_file_of_an_odd_name_makes_a_save_vanish(tmp_path, name):
    try:
        (tmp_path / name).write_text("")
    except OSError:
        pytest.skip("no such name on this system")
    saved(tmp_path, 1, 2, 3, 4)
    assert {2, 3, 4} <= {saved.step for saved in checkpoints_in(tmp_path)}
    assert load_newest(tmp_path)[0]["step"] == 4


def test_that_a_link_is_no_checkpoint(tmp_path):
    saved(tmp_path / "other", 7)
    saved(tmp_path / "here", 1)
    (tmp_path / "here" / "step-000000009.json").symlink_to(tmp_path / "other" / "step-000000007.json")
    assert [saved.step for saved in checkpoints_in(tmp_path / "here")] == [1]


def test_that_where_a_checkpoint_cannot_be_used_the_one_before_it_is(tmp_path):
    session = trained(tmp_path / "run")
    folder = session.run.checkpoints
    state, newest, _ = load_newest(folder)
    bad = change(state, *FIRST, "exp_avg", to=torch.tensor(1.0)) | {"step": state["step"] + 5}
    checkpoint.save(folder, bad)
    from ganstudio.workflows.open_run import resume

    trainer = make_trainer(RECIPE)
    _, remarks = resume(session.run, trainer)
    assert trainer.step == state["step"]
    assert "an older one is used" in remarks[0].message
    assert newest.step == state["step"]


# Files ----------------------------------------------------------------------------------------------------------------

PACKED = pack({"a": torch.arange(4.0), "b": torch.zeros(2, 2)})


def with_header(header: Any, body: bytes = PACKED[-32:]) -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + body


def entry(begin: int, end: int, shape: Any = (4,), dtype: Any = "F32") -> dict[str, Any]:
    return {"dtype": dtype, "shape": list(shape) if isinstance(shape, tuple) else shape, "data_offsets": [begin, end]}


@pytest.mark.parametrize(
    "packed",
    [
        b"", b"\0" * 7, (2**63).to_bytes(8, "little") + b"{}", (10**6).to_bytes(8, "little") + b"{}",
        with_header(b"[" * 50_000), with_header(b'{"a":1,"a":2}'), with_header([]), with_header({"a": 3}),
        with_header({"a": entry(0, 16), "b": entry(8, 24)}), with_header({"a": entry(0, 16), "b": entry(20, 32, (3,))}),
        with_header({"a": entry(0, 16)}), with_header({"a": entry(0, 16, (2**40,))}), with_header({"a": entry(16, 0)}),
        with_header({"a": entry(0, 16, (-4,))}), with_header({"a": entry(0, 16, "4")}),
        with_header({"a": entry(0, 16, (4,), "F31")}),
        with_header({"a": entry(0, 32, (2**62, 2**62, 0))}), with_header({"a": entry(0, 16), "b": entry(16, 32)})[:-1],
        with_header({"a": entry(0, 16), "b": entry(16, 32)}) + b"x", PACKED[:-3],
        with_header({"a": entry(0, 10**20)}),
        with_header(b'{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,1e999]}}'),
    ],
    ids=range(22),
)  # fmt: skip
def test_that_a_crafted_file_of_tensors_is_refused(packed):
    with pytest.raises(TensorFileError):
        unpack(packed)


def test_that_a_whole_file_of_tensors_is_read():
    tensors, known = unpack(PACKED)
    assert (tensors["a"].tolist(), known) == ([0.0, 1.0, 2.0, 3.0], {})


def test_that_no_flipped_byte_of_a_header_gives_another_error():
    length = int.from_bytes(PACKED[:8], "little")
    for at in range(8 + length):
        for bit in (1, 128):
            packed = bytearray(PACKED)
            packed[at] ^= bit
            with contextlib.suppress(TensorFileError):
                unpack(bytes(packed))


def sealed(folder: Path, tree: Any, tensors: bytes = PACKED) -> None:
    """A checkpoint as a stranger would make it: all hashes right."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "step-000000001-aa.safetensors").write_bytes(tensors)
    digest = hashlib.sha256(tensors).hexdigest()
    commit = {"format": 1, "step": 1, "tensors": "step-000000001-aa.safetensors", "sha256": digest, "state": tree}
    seal = hashlib.sha256(json.dumps(commit, sort_keys=True).encode()).hexdigest()
    (folder / "step-000000001.json").write_text(json.dumps(commit | {"seal": seal}))


@pytest.mark.parametrize(
    "tree",
    [None, 3, [], {}, {"dict": 3}, {"dict": {"a": {"tensor": "none"}}}, {"numbered": {"x": 1}}, {"tensor": ["a"]},
     {"dict": {"a": {"numbered": []}}}, {"odd": 1}],
    ids=str,
)  # fmt: skip
def test_that_an_odd_state_with_right_hashes_is_a_damaged_checkpoint(tmp_path, tree):
    sealed(tmp_path, tree)
    with pytest.raises(CheckpointError):
        load(checkpoints_in(tmp_path)[0])


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "9" * 5000, '{"format": 1e999}', '{"format": "1"}', "null"])
def test_that_an_odd_commit_is_a_damaged_checkpoint(tmp_path, text):
    (tmp_path / "step-000000001.json").write_text(text)
    with pytest.raises(CheckpointError):
        load(checkpoints_in(tmp_path)[0])
