"""What a run has kept, checkpoints and snapshots, by name; without torch, which core.checkpoint needs."""

from dataclasses import dataclass
from typing import Any

from ganstudio.core.run import Run
from ganstudio.core.run_files import listed, read
from ganstudio.core.schema import parse
from ganstudio.core.snapshots import SNAPSHOTS


@dataclass(frozen=True)
class Moment:
    """A moment of a run that pictures can be drawn from."""

    step: int
    kimg: float
    name: str
    """What is drawn from: a checkpoint's name, or a grid's path."""
    best: bool = False


def checkpoint_names(run: Run) -> list[str]:
    """Newest first."""
    try:
        names = [path.stem for path in listed(run.checkpoints, "step-*.json") if path.stem[5:].isdigit()]
    except OSError:
        return []
    return sorted(names, reverse=True)


def drawable_names(run: Run) -> list[str]:
    """Checkpoints and snapshots, newest first: whatever pictures can be drawn with."""
    try:
        kept = {path.stem for path in listed(run.folder / SNAPSHOTS, "step-*.safetensors")}
    except OSError:
        kept = set()
    return sorted(kept | set(checkpoint_names(run)), reverse=True)


def best_name(run: Run) -> str:
    """The checkpoint with the best score, '' if none is marked or the run has not learned yet."""
    try:
        marked = parse(read(run.checkpoints / "best.json"))
        return str(marked["checkpoint"]) if has_learned(marked["score"]) else ""
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def has_learned(score: Any) -> bool:
    """Whether pictures with this score, as a mark keeps it, are better than blurred training images.

    Before that the grey of a beginning may score better than shapes that come: the lowest score says nothing then, and
    the latest moment is the one to take. True where that was not measured.
    """
    try:
        value, blurred = float(score["scores"]["KID"]), float(score["spoilt"])
    except (KeyError, TypeError, ValueError):
        return True
    return not 0 < blurred <= value


def usual_name(run: Run) -> str:
    """The checkpoint that is drawn with unless one is chosen: the best, else the latest; '' where there is none."""
    names = checkpoint_names(run)
    best = best_name(run)
    return best if best in names else next(iter(names), "")


def step_of(name: str) -> int:
    """The step in a checkpoint's name, -1 if there is none."""
    return int(name[5:]) if name[5:].isdigit() else -1
