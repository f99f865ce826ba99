"""The built-in pictures are drawn once, and only those that are missing make them be drawn again."""

from pathlib import Path

import pytest

from ganstudio.core.images.check_report import Cancelled
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.sample_images import draw_missing, samples_folder


def test_that_pictures_are_drawn_once_and_again_when_some_are_gone(tmp_path: Path) -> None:
    said: list[tuple[int, int]] = []
    progress = TaskProgress(lambda done, total: said.append((done, total)))
    folder = samples_folder(tmp_path, "sketches", 3)
    assert draw_missing(folder, "sketches", 3, progress) == folder
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 3
    assert said[-1] == (3, 3)
    said.clear()
    draw_missing(folder, "sketches", 3, progress)
    assert said == []
    (folder / names[1]).unlink()
    draw_missing(folder, "sketches", 3, progress)
    assert sorted(path.name for path in folder.iterdir()) == names


def test_that_drawing_ends_when_nobody_wants_it(tmp_path: Path) -> None:
    progress = TaskProgress(lambda done, total: progress.cancel())
    with pytest.raises(Cancelled):
        draw_missing(tmp_path / "set", "blossoms", 3, progress)
    assert len(list((tmp_path / "set").iterdir())) == 1
