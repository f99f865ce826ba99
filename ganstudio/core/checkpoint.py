"""Checkpoints: what a run resumes from. Tensors in safetensors, the rest in JSON; nothing in them is code.

    checkpoints/step-000004210-8d1f02ab.safetensors     the tensors, named after their hash too
    checkpoints/step-000004210.json                     everything else, and which tensors belong to it
    checkpoints/reserve                                 room for one more while training: given up on a full disk
    checkpoints/best.json                               which of them had the best score, and what it was
    snapshots/step-000004000.safetensors                the averaged networks alone, from all over the run's life

The JSON is written last: a checkpoint exists once its JSON does. Both are written under another name, flushed and
renamed, so a crash or a full disk at any moment leaves the checkpoints that were there, even one of the same step.
"""

import contextlib
import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from ganstudio.core import run_files
from ganstudio.core.schema import SchemaError, build, parse
from ganstudio.core.snapshots import SNAPSHOTS, Snapshot, snapshots_in
from ganstudio.core.tensor_file import TensorFileError, pack, unpack

FORMAT = 1
KEEP = 3
BEST = "best.json"
RESERVE = "reserve"
PLENTY = 2**26
"""Bytes that are left free beside a reserve, for samples and curves."""
COMMIT = 2**18
"""Bytes that the JSON of a checkpoint takes at most, about."""
MOST_DIGITS = 15
"""Of a step in a name."""


class CheckpointError(ValueError):
    """A checkpoint that cannot be used; the text is the rest of a sentence that began with its name."""


@dataclass(frozen=True)
class Checkpoint:
    """One checkpoint on the disk, by its JSON file."""

    path: Path
    step: int

    @property
    def name(self) -> str:
        return self.path.stem


def checkpoints_in(folder: Path) -> list[Checkpoint]:
    """Every checkpoint in `folder`, newest (highest step) first."""
    checkpoints = []
    for path in run_files.listed(folder, "step-*.json"):
        digits = path.stem.removeprefix("step-")
        if digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS:
            checkpoints.append(Checkpoint(path, int(digits)))
    return sorted(checkpoints, key=lambda checkpoint: checkpoint.step, reverse=True)


def save(folder: Path, state: Mapping[str, Any], *, keep: int = KEEP) -> tuple[Path, int]:
    """Write a checkpoint of a Trainer's state, then remove all but the newest `keep` and the best.

    Returns:
        Its JSON file and the bytes written.

    Raises:
        OSError: the disk is full or may not be written; what was there is untouched.
    """
    tree, packed = packed_state(state)
    digest = hashlib.sha256(packed).hexdigest()
    path = folder / f"step-{state['step']:09d}.json"
    tensors_file = folder / f"{path.stem}-{digest[:8]}.safetensors"
    run_files.write(tensors_file, packed)
    commit = {"format": FORMAT, "step": state["step"], "tensors": tensors_file.name, "sha256": digest, "state": tree}
    run_files.write(path, json.dumps(commit | {"seal": _seal(commit)}))
    _known_whole.add(_stamp(path, tensors_file))
    _prune(folder, keep, path)
    return path, len(packed)


def packed_state(state: Mapping[str, Any]) -> tuple[Any, bytes]:
    """A Trainer's state as JSON can hold it, and the content of the file of its tensors."""
    tensors: dict[str, Tensor] = {}
    tree = _split(state, "", tensors)
    return tree, pack(tensors)


def _seal(commit: Mapping[str, Any]) -> str:
    """The hash of everything in the JSON but the hash itself."""
    return hashlib.sha256(json.dumps(commit, sort_keys=True).encode()).hexdigest()


def mark_best(folder: Path, path: Path, score: Mapping[str, Any]) -> None:
    """Remember that the checkpoint at `path` is the best so far; it is kept until another one is."""
    run_files.write(folder / BEST, json.dumps({"checkpoint": path.stem, "score": dict(score)}))


def best_in(folder: Path) -> tuple[Checkpoint, dict[str, Any]] | None:
    """The checkpoint marked best and the score it was marked for; None if there is none."""
    try:
        marked = parse(run_files.read(folder / BEST))
        name, score = str(marked["checkpoint"]), dict(marked["score"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return next(((checkpoint, score) for checkpoint in checkpoints_in(folder) if checkpoint.name == name), None)


def _prune(folder: Path, keep: int, just: Path) -> None:
    """Remove all but the newest checkpoints, the best, and the one `just` written, and tensors that none names.

    Only whole ones count. A damaged one is no help to anybody and hides those before it: it is set aside under another
    name, so that a person can still look at it.
    """
    whole = []
    for checkpoint in checkpoints_in(folder):
        if checkpoint.path == just or is_whole(checkpoint):
            whole.append(checkpoint)
        else:
            _set_aside(checkpoint)
    marked = best_in(folder)
    kept = whole[:keep] + [
        checkpoint for checkpoint in whole[keep:] if checkpoint.path == just or (marked and checkpoint == marked[0])
    ]
    for old in whole:
        if old not in kept:
            run_files.remove(old.path)
    named = {_tensors_of(checkpoint) for checkpoint in kept}
    for tensors in run_files.listed(folder, "step-*.safetensors"):
        if tensors.name not in named:
            run_files.remove(tensors)


def keep_reserve(folder: Path, size: int) -> None:
    """Hold room for one checkpoint of `size` bytes, if the disk has plenty: `make_room` gives it up."""
    path = folder / RESERVE
    with contextlib.suppress(OSError):
        if not run_files.is_file(path) and shutil.disk_usage(folder).free > 2 * size + PLENTY:
            run_files.allocate(path, size + size // 10 + COMMIT)


def give_up_reserve(folder: Path) -> bool:
    """Whether there was one."""
    with contextlib.suppress(OSError):
        there = run_files.is_file(folder / RESERVE)
        run_files.remove(folder / RESERVE)
        return there
    return False


def make_room(folder: Path) -> bool:
    """Give up the reserve for a checkpoint that finds no room, else the oldest one if another and the best remain.

    Returns:
        Whether there was something to give up.
    """
    if give_up_reserve(folder):
        return True
    marked = best_in(folder)
    whole = [checkpoint for checkpoint in checkpoints_in(folder) if is_whole(checkpoint)]
    spare = [checkpoint for checkpoint in whole[1:] if not marked or checkpoint != marked[0]]
    if not spare:
        return False
    name = _tensors_of(spare[-1])
    run_files.remove(spare[-1].path)
    if name:
        run_files.remove(folder / name)
    return True


def is_whole(checkpoint: Checkpoint) -> bool:
    """Whether a checkpoint can be read and its hashes are right; each file is hashed once while the program runs."""
    name = _tensors_of(checkpoint)
    if name is None:
        return False
    stamp = _stamp(checkpoint.path, checkpoint.path.parent / name)
    if stamp not in _known_whole:
        try:
            _read(checkpoint)
        except CheckpointError:
            return False
        _known_whole.add(stamp)
    return True


_known_whole: set[tuple[object, ...]] = set()


def _stamp(*paths: Path) -> tuple[object, ...]:
    """What changes when one of the files does."""
    facts: list[object] = []
    for path in paths:
        try:
            known = path.lstat()
            facts += [str(path), known.st_mtime_ns, known.st_size, known.st_ino]
        except OSError:
            facts += [str(path), None]
    return tuple(facts)


def _set_aside(checkpoint: Checkpoint) -> None:
    """Rename a damaged checkpoint and its tensors, so that it is no longer listed."""
    name = _tensors_of(checkpoint)
    for path in (checkpoint.path, *([checkpoint.path.parent / name] if name else [])):
        with contextlib.suppress(OSError):
            run_files.rename(path, f"damaged-{path.name}")


def _tensors_of(checkpoint: Checkpoint) -> str | None:
    try:
        return Path(build(str, parse(run_files.read(checkpoint.path))["tensors"])).name
    except (OSError, ValueError, KeyError, TypeError):
        return None


def load(checkpoint: Checkpoint) -> dict[str, Any]:
    """The state that was saved, tensors on the CPU. The hash is checked: safetensors alone misses a flipped bit.

    Raises:
        CheckpointError: damaged, incomplete, or from a newer version.
    """
    tree, packed = _read(checkpoint)
    try:
        tensors, _ = unpack(packed)
        state = _join(tree, tensors)
    except TensorFileError as error:
        raise CheckpointError(f"is damaged ({error})") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise CheckpointError("is damaged") from None
    if not isinstance(state, dict):
        raise CheckpointError("is damaged")
    return state


def _read(checkpoint: Checkpoint) -> tuple[Any, bytes]:
    """The state as JSON and the packed tensors, both with the right hash."""
    try:
        commit = parse(run_files.read(checkpoint.path))
        if build(int, commit["format"], "format") > FORMAT:
            raise CheckpointError(f"was made by a newer GAN Studio (format {commit['format']})")
        if commit.pop("seal") != _seal(commit):
            raise CheckpointError("is damaged (its hash does not match)")
        # wholly: a mapped file that is cut short under us would be a crash
        packed = run_files.read(checkpoint.path.parent / Path(build(str, commit["tensors"], "tensors")).name)
        if hashlib.sha256(packed).hexdigest() != commit["sha256"]:
            raise CheckpointError("is damaged (its hash does not match)")
        return commit["state"], packed
    except CheckpointError:
        raise
    except OSError as error:
        raise CheckpointError(f"cannot be read ({error.strerror or error})") from None
    except SchemaError as error:
        raise CheckpointError(f"is damaged ({error})") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CheckpointError("is damaged") from None


def load_newest(folder: Path) -> tuple[dict[str, Any], Checkpoint, list[str]]:
    """The newest checkpoint that is whole, and a sentence for each newer one that is not.

    Raises:
        CheckpointError: there is none.
    """
    broken: list[str] = []
    for checkpoint in checkpoints_in(folder):
        try:
            return load(checkpoint), checkpoint, broken
        except CheckpointError as error:
            broken.append(f"Checkpoint {checkpoint.name} {error}; an older one is used.")
    raise CheckpointError("has no checkpoint that can be read" if broken else "has no checkpoint yet")


# Snapshots ----------------------------------------------------------------------------------------------------------

MOST_SNAPSHOTS, SPACING = 16, 1000
"""A run keeps at most so many, a thousand images apart at first and twice as far whenever there would be more."""


def spacing(images: int) -> int:
    """Images between two snapshots of a run that has seen `images`."""
    distance = SPACING
    while images >= MOST_SNAPSHOTS * distance:
        distance *= 2
    return distance


def save_snapshot(run_folder: Path, state: Mapping[str, Any]) -> Path:
    """Keep the averaged networks of a Trainer's state, and drop the snapshots that lie too close together by now.

    Raises:
        OSError: the disk is full or may not be written; what was there is untouched.
    """
    tensors: dict[str, Tensor] = {}
    kept = {name: state[name] for name in ("step", "images", "classes", "averages")}
    tree = json.dumps(_split(kept, "", tensors))
    known = {"format": str(FORMAT), "step": str(state["step"]), "images": str(state["images"]), "state": tree}
    packed = pack(tensors, known | {"sha256": _digest(tree, tensors)})
    path = run_folder / SNAPSHOTS / f"step-{state['step']:09d}.safetensors"
    run_files.make_folder(path.parent)
    run_files.write(path, packed)
    _thin(snapshots_in(run_folder), spacing(int(state["images"])))
    return path


def _thin(snapshots: list[Snapshot], distance: int) -> None:
    """Of those that fall into the same stretch of `apart` images, keep the first."""
    taken = set()
    for snapshot in snapshots:
        stretch = round(1000 * snapshot.kimg) // distance
        if stretch in taken:
            run_files.remove(snapshot.path)
        taken.add(stretch)


def load_snapshot(snapshot: Snapshot) -> dict[str, Any]:
    """What was kept: step, images, classes, averages. The hash is checked.

    Raises:
        CheckpointError: damaged, or from a newer version.
    """
    try:
        tensors, known = unpack(run_files.read(snapshot.path))
        if int(known["format"]) > FORMAT:
            raise CheckpointError(f"was made by a newer GAN Studio (format {known['format']})")
        if known["sha256"] != _digest(known["state"], tensors):
            raise CheckpointError("is damaged (its hash does not match)")
        state = _join(parse(known["state"]), tensors)
    except CheckpointError:
        raise
    except OSError as error:
        raise CheckpointError(f"cannot be read ({error.strerror or error})") from None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        raise CheckpointError("is damaged") from None
    return dict(state)


def _digest(tree: str, tensors: Mapping[str, Tensor]) -> str:
    hashed = hashlib.sha256(tree.encode())
    for name in sorted(tensors):
        hashed.update(tensors[name].reshape(-1).view(torch.uint8).numpy().data)
    return hashed.hexdigest()


# State as JSON and tensors ------------------------------------------------------------------------------------------


def _split(value: Any, name: str, tensors: dict[str, Tensor]) -> Any:
    """`value` as JSON, its tensors moved to `tensors` and replaced by their names.

    JSON turns keys into texts; dicts whose keys are numbers (optimiser states) are marked so that they come back.
    """
    if isinstance(value, Tensor):
        tensors[name] = value.detach().to("cpu").contiguous()
        return {"tensor": name}
    if isinstance(value, Mapping):
        numbered = bool(value) and all(isinstance(key, int) for key in value)
        inner = {str(key): _split(part, f"{name}/{key}", tensors) for key, part in value.items()}
        return {"numbered": inner} if numbered else {"dict": inner}
    if isinstance(value, list | tuple):
        return [_split(part, f"{name}/{index}", tensors) for index, part in enumerate(value)]
    assert value is None or isinstance(value, bool | int | float | str), f"{name} is a {type(value)}"
    return value


def _join(tree: Any, tensors: Mapping[str, Tensor]) -> Any:
    """What `_split` took apart. Raises KeyError, TypeError, ValueError or AttributeError if it is not of that form."""
    if isinstance(tree, list):
        return [_join(branch, tensors) for branch in tree]
    if not isinstance(tree, dict):
        return tree
    if "tensor" in tree:
        return tensors[tree["tensor"]]
    if "numbered" in tree:
        return {int(key): _join(branch, tensors) for key, branch in tree["numbered"].items()}
    return {key: _join(branch, tensors) for key, branch in tree["dict"].items()}
