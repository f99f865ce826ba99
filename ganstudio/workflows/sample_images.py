"""The built-in pictures, drawn once and used again: by the demo, the Train page and both sides of Translate."""

from pathlib import Path

from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.unfinished import share_sentence, telling

COUNT, SIZE = 2000, 64
SIDE_COUNT = 600
"""Pictures of each side of a translation."""


def samples_folder(samples: Path, kind: str = "blossoms", count: int = COUNT) -> Path:
    """Where so many pictures of one kind lie below `samples`, once they are drawn."""
    return samples / f"{kind}-{count}-{SIZE}"


def draw_missing(folder: Path, kind: str, count: int, progress: TaskProgress) -> Path:
    """Draw the pictures of a folder, unless all are there; returns the folder.

    Raises:
        Cancelled: somebody does not want them any more; what is drawn stays.
        UnfinishedError: they cannot be written; the sentence says how many are there.
    """
    from ganstudio.core.images.check_report import Cancelled
    from ganstudio.samples.blossoms import write_sample_set

    def on_progress(done: int, total: int) -> None:
        progress.progress(done, total)
        if progress.cancelled():
            raise Cancelled

    if drawn_in(folder) < count:
        with telling("drawing", folder, lambda: share_sentence(drawn_in(folder), count, folder)):
            write_sample_set(folder, count, SIZE, kind, on_progress=on_progress)
    return folder


def drawn_in(folder: Path) -> int:
    """How many pictures are drawn already."""
    return sum(1 for _ in folder.glob("*.png")) if folder.is_dir() else 0
