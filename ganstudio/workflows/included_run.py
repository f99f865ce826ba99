"""The run that comes with the program: a small generator of flowers, so that there is something to explore at once.

`packaging/make_flowers.py` trained it and wrote `ganstudio/resources/flowers`: the averaged generator in half
precision, its settings, its scores, some samples, and a picture of its map. A person's own copy is a run like any
other that was sent without what training goes on from.
"""

import json
import secrets
import shutil
from contextlib import suppress
from importlib import resources
from pathlib import Path
from typing import Any

import torch

from ganstudio.core import checkpoint as checkpoints
from ganstudio.core import run_files
from ganstudio.core.run import Run, RunError, RunSettings
from ganstudio.core.tensor_file import pack, unpack
from ganstudio.latent.point import Corners, Seed
from ganstudio.workflows.open_run import state_of

NAME = "flowers"
CORNERS: Corners = (Seed(3), Seed(8), Seed(21), Seed(30))
"""Where its map begins, see `latent.point.on_map`; the stored picture of the map shows these."""
WEIGHTS, MAP = "generator.safetensors", "map.jpg"
TEXTS = ("events.jsonl", "scores.json")


def install(parent: Path) -> Run:
    """The run as a folder of its own in `parent`, made now unless it is there already; nothing half made is left.

    Raises:
        OSError: the disk is full or may not be written.
        RunError: what is there is no run.
    """
    folder = parent / NAME
    with suppress(RunError):
        return Run.open(folder)
    room = parent / f".{secrets.token_hex(6)}.incoming"
    parent.mkdir(parents=True, exist_ok=True)
    try:
        with resources.as_file(resources.files("ganstudio") / "resources" / NAME) as stored:
            _fill(room, stored)
        room.rename(folder)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return Run.open(folder)


def _fill(room: Path, stored: Path) -> None:
    settings = RunSettings.from_json((stored / "settings.json").read_bytes())
    run = Run.create(room, settings)
    state, score = state_in(stored)
    path, _ = checkpoints.save(run.checkpoints, state)
    if score:
        checkpoints.mark_best(run.checkpoints, path, score)
    for name in TEXTS:
        run_files.write(room / name, (stored / name).read_bytes())
    for sample in sorted((stored / "samples").glob("*.png")):
        run_files.write(room / "samples" / sample.name, sample.read_bytes())


def state_in(stored: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What pictures are drawn with, at full precision, from the files that `store` wrote; and how good it is."""
    tensors, known = unpack((stored / WEIGHTS).read_bytes())
    generator = {name: tensor.float() if tensor.is_floating_point() else tensor for name, tensor in tensors.items()}
    state = {
        "step": int(known["step"]),
        "images": int(known["images"]),
        "classes": [],
        "seconds": float(known["seconds"]),
        "averages": {"generator": generator},
    }
    return state, dict(json.loads(known["score"]))


def store(run: Run, folder: Path, *, checkpoint: str | None = None) -> None:
    """Write the averaged generator of a run to `folder`, in half precision, with its settings.

    `checkpoint`: see `open_run.state_of`.
    """
    state = state_of(run, checkpoint)
    half = {
        name: (tensor.to(torch.float16) if tensor.is_floating_point() else tensor).contiguous()
        for name, tensor in state["averages"]["generator"].items()
    }
    known = {name: str(state[name]) for name in ("step", "images", "seconds")}
    marked = checkpoints.best_in(run.checkpoints)
    known["score"] = json.dumps(marked[1] if marked and marked[0].step == state["step"] else {})
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS).write_bytes(pack(half, known))
    (folder / "settings.json").write_text(run.settings.to_json(), encoding="utf-8")
