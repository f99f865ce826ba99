"""Every long work whose disk fills, folder goes or memory ends: a sentence with what is there, and it can go on."""

import builtins
import errno
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from ganstudio.app.common.background import sentence_for
from ganstudio.app.export.export_task import ExportSource, write
from ganstudio.cli import main
from ganstudio.core import files
from ganstudio.core.film_requests import FilmRequest
from ganstudio.core.run import Run
from ganstudio.latent.direction_file import DirectionSet
from ganstudio.latent.point import Point, Seed
from ganstudio.panels.training.export_form import ExportRequest
from ganstudio.workflows.open_run import open_generator, open_translator
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.project_photograph import Search, project_photograph
from ganstudio.workflows.render_film import Way, render_film
from ganstudio.workflows.translate_pictures import TakenError, translate_pictures
from ganstudio.workflows.unfinished import UnfinishedError
from tests.app.tiny_runs import tiny_run
from tests.workflows.test_two_image_sets import trained  # noqa: F401 - a fixture

torch.set_num_threads(1)

COUNT = 5
REFUSALS = {
    "full": (errno.ENOSPC, "The disk is full"),
    "no permission": (errno.EACCES, "may not be written to"),
    "gone": (errno.ENOENT, "is gone"),
    "broken": (errno.EIO, "could not be written"),
}


@dataclass
class Disk:
    """Refuses the n-th file that is opened to be written, and all after it; 0: none."""

    refuses: int = 0
    error: int = errno.ENOSPC
    opened: int = 0

    def open(self, path: Any, mode: str = "r", *more: Any, **known: Any) -> Any:
        if "x" in mode:
            self.opened += 1
            if self.refuses and self.opened >= self.refuses:
                raise OSError(self.error, "no")
        return builtins.open(path, mode, *more, **known)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    monkeypatch.setattr(files, "open", made.open, raising=False)
    return made


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return tiny_run(tmp_path / "run")


Work = Callable[[Path], object]


def silent() -> TaskProgress:
    return TaskProgress(lambda done, total: None)


def exporting(run: Run) -> Work:
    def work(folder: Path) -> object:
        request = ExportRequest(what="new", folder=folder, count=COUNT)
        opener = lambda run, name: open_generator(run, device="cpu")  # noqa: E731
        return write(request, ExportSource(run, None, None), opener, silent())

    return work


def filming(run: Run) -> Work:
    def work(folder: Path) -> object:
        way = Way([Point(latent=Seed(1)), Point(latent=Seed(2))], DirectionSet())
        request = FilmRequest(seconds=0.2, fps=10, size=0)
        return render_film(request, way, folder / "film.webp", run, True, lambda: open_generator(run), silent())

    return work


def translating(run: Run, pictures: Path) -> Work:
    def work(folder: Path) -> object:
        return translate_pictures(
            lambda: open_translator(run, device="cpu"), [str(pictures)], folder, run=run.name, overwrite=False,
            missing=folder.exists(), on_progress=lambda done, total: None, cancelled=lambda: False,
        )  # fmt: skip

    return work


def pixels_in(folder: Path) -> dict[str, bytes]:
    return {path.name: np.asarray(Image.open(path)).tobytes() for path in sorted(folder.rglob("*.*"))}


def walked(work: Work, disk: Disk, tmp_path: Path, count: int) -> None:
    """`work`, refused at its first, second and last file in every way, then once more: as if nothing had been."""
    work(tmp_path / "undisturbed")
    for refused_at in sorted({1, min(2, count), count}):
        for name, (error, words) in REFUSALS.items():
            folder = tmp_path / f"{name} {refused_at}"
            disk.opened, disk.refuses, disk.error = 0, refused_at, error
            with pytest.raises(UnfinishedError) as refusal:
                work(folder)
            sentence = sentence_for(refusal.value)
            assert words in sentence
            assert "inside the program" not in sentence
            there = refused_at - 1
            assert (f"{there} of {count}" if there else "Nothing was written") in sentence
            assert len(pixels_in(folder)) == there
            disk.refuses = 0
            work(folder)
            assert pixels_in(folder) == pixels_in(tmp_path / "undisturbed")


def test_that_an_export_says_how_many_are_there_and_goes_on(run: Run, disk: Disk, tmp_path: Path) -> None:
    walked(exporting(run), disk, tmp_path, COUNT)


def test_that_a_film_says_that_there_is_none_and_can_be_made(run: Run, disk: Disk, tmp_path: Path) -> None:
    walked(filming(run), disk, tmp_path, 1)


def test_that_a_translation_says_how_many_are_there_and_goes_on(
    trained: Run,  # noqa: F811
    disk: Disk,
    tmp_path: Path,
) -> None:
    pictures = Path(trained.settings.sides[0][0])
    walked(translating(trained, pictures), disk, tmp_path, 3)


def test_that_what_is_there_of_others_is_still_not_taken_for_done(
    trained: Run,  # noqa: F811
    tmp_path: Path,
) -> None:
    pictures, folder = Path(trained.settings.sides[0][0]), tmp_path / "out"
    folder.mkdir()
    first = min(pictures.iterdir())
    (folder / first.name).write_bytes(first.read_bytes())
    known = {"on_progress": lambda done, total: None, "cancelled": lambda: False}
    with pytest.raises(TakenError):
        translate_pictures(lambda: open_translator(trained), [str(pictures)], folder, run="r", overwrite=False, **known)


def test_that_the_command_line_says_how_a_translation_goes_on(
    trained: Run,  # noqa: F811
    disk: Disk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["translate", str(trained.folder), trained.settings.sides[0][0], "--out", str(tmp_path / "out")]
    words += ["--device", "cpu"]
    disk.refuses = 3
    assert main(words) == 1
    assert "2 of 3 are in" in (errors := capsys.readouterr().err)
    assert "--continue" in errors
    disk.refuses = 0
    assert main([*words, "--continue"]) == 0
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_that_pictures_of_another_state_are_not_taken_for_these(run: Run, tmp_path: Path) -> None:
    exporting(run)(tmp_path / "out")
    before = pixels_in(tmp_path / "out")
    exporting(run)(tmp_path / "out")
    assert pixels_in(tmp_path / "out") == before  # nothing twice
    other = tiny_run(tmp_path / "other", steps=4)
    exporting(other)(tmp_path / "out")
    assert len(pixels_in(tmp_path / "out")) == 2 * COUNT


def test_that_a_search_whose_memory_ends_says_what_is_kept(run: Run) -> None:
    kept: list[object] = []

    def remember(result: object) -> None:
        kept.append(result)
        if len(kept) == 3:
            raise MemoryError

    generator = open_generator(run, device="cpu")
    size = (generator.resolution, generator.resolution, generator.channels)
    search = Search(np.zeros(size, dtype=np.uint8), run, steps=40, restarts=1)
    with pytest.raises(UnfinishedError, match=r"not enough memory.*The nearest after \d+ % of the search is kept"):
        project_photograph(search, lambda: generator, silent(), on_result=remember)


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "no space"), OSError(errno.EIO, "bad", "/somewhere")])
def test_that_no_error_of_the_machine_is_told_as_one_of_the_program(error: OSError) -> None:
    assert "inside the program" not in sentence_for(error)
