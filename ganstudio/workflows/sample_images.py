"""The built-in pictures, drawn once and used again: by the demo, the Train page and both sides of Translate."""

from pathlib import Path

from ganstudio.workflows.progress import TaskProgress

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
        OSError: they cannot be written.
    """
    from ganstudio.core.images.check_report import Cancelled
    from ganstudio.samples.blossoms import write_sample_set

    def on_progress(done: int, total: int) -> None:
        progress.progress(done, total)
        if progress.cancelled():
            raise Cancelled

    if not folder.is_dir() or sum(1 for _ in folder.glob("*.png")) < count:
        write_sample_set(folder, count, SIZE, kind, on_progress=on_progress)
    return folder
