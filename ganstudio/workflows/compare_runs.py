"""Several runs compared: what a page shows of them, and reports as HTML or CSV."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Literal

from ganstudio.core.comparison import ComparedRun, ScorePoint
from ganstudio.core.run import Run
from ganstudio.core.settings import settings_of
from ganstudio.models.gallery import RECIPES
from ganstudio.workflows.progress import TaskProgress


def compared(folders: Sequence[Path], report: TaskProgress) -> list[ComparedRun]:
    """Everything that the comparison shows of these runs."""
    from ganstudio.export.run_report import read_story

    kinds = {recipe.name: recipe for recipe in RECIPES}
    made = []
    for folder in folders:
        if report.cancelled():
            break
        run = Run.open(folder)
        story = read_story(run)
        kind = kinds.get(run.settings.recipe)
        made.append(
            ComparedRun(
                name=run.name,
                recipe=kind.title if kind else run.settings.recipe,
                values=run.settings.values,
                titles={field.name: field.title for field in settings_of(kind)} if kind else {},
                events=list(run.events()),
                last_sample=story.summary.last_sample,
                measured=[
                    ScorePoint(
                        measured["step"], 0.0, 0.0, measured["scores"], measured["generated"], measured["features"]
                    )
                    for measured in story.measured
                ],
            )
        )
    return made


REPORTS = ("html", "csv")
"""Endings of a report: one page with pictures and plots, or every number in lines."""


def write_report(
    folders: Sequence[Path], path: Path, *, axis: Literal["kimg", "minutes"] = "kimg", overwrite: bool = False
) -> Path:
    """The comparison as one HTML page or as CSV, by the ending of `path`; under another name if that is taken.

    `axis`: what the plots run along, 'kimg' or 'minutes'.

    Raises:
        RunError, OSError: a run cannot be read, or the file cannot be written.
    """
    from ganstudio.core.files import publish, to_bytes
    from ganstudio.export.run_report import read_story, to_csv, to_html

    stories = [read_story(Run.open(folder)) for folder in folders]
    text = to_csv(stories) if path.suffix.lower() == ".csv" else to_html(stories, axis=axis)
    path.parent.mkdir(parents=True, exist_ok=True)

    def write(file: BinaryIO) -> None:
        file.write(to_bytes(text))

    return publish(path, write, overwrite=overwrite)
