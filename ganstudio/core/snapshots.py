"""The snapshots of a run: the averaged networks of some of its moments, each a safetensors file. No torch here.

They are written and read by `core.checkpoint`; this lists them.
"""

from dataclasses import dataclass
from pathlib import Path

from ganstudio.core import run_files
from ganstudio.core.schema import build, parse

SNAPSHOTS = "snapshots"
"""The folder inside a run's."""
_LONGEST_HEAD = 2**24
"""Bytes of a file's head that are read; the head of a snapshot is far smaller."""


@dataclass(frozen=True)
class _SnapshotHead:
    """Numbers as texts, as safetensors keeps them."""

    step: str
    images: str


@dataclass(frozen=True)
class Snapshot:
    """The averaged networks of one moment, kept so that a run can be looked back on; too little to resume from."""

    step: int
    kimg: float
    path: Path

    @property
    def name(self) -> str:
        """What `open_generator` knows it by; a full checkpoint of the same step has the same name, and draws alike."""
        return self.path.stem


def snapshots_in(folder: Path) -> list[Snapshot]:
    """The snapshots of the run in `folder`, oldest first; files that are not snapshots are passed over.

    Reads the head of each file only: a length of 8 bytes, and JSON of that length (the safetensors format).
    """
    snapshots = []
    for path in run_files.listed(folder / SNAPSHOTS, "step-*.safetensors"):
        try:
            with run_files.open_file(path) as file:
                length = int.from_bytes(file.read(8), "little")
                known = build(
                    _SnapshotHead, parse(file.read(min(length, _LONGEST_HEAD)))["__metadata__"], strangers=True
                )
            snapshots.append(Snapshot(int(known.step), int(known.images) / 1000, path))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return sorted(snapshots, key=lambda snapshot: snapshot.step)
