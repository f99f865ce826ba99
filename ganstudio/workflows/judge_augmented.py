"""The judge put to a run's synthetic pictures: the exam is made so that nothing of the test was ever seen."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from ganstudio.core.files import write_atomically
from ganstudio.core.images.cache import prepare
from ganstudio.core.images.duplicates import difference_hashes, find_copies
from ganstudio.core.pixels import Pixels
from ganstudio.core.printable import printable
from ganstudio.core.run import Run
from ganstudio.scores.classifier import Head, Learner, ResNet
from ganstudio.scores.features import open_extractor
from ganstudio.workflows.augment import (
    AugmentRequest,
    DrawnSet,
    Ground,
    Rows,
    already_drawn,
    augment,
    open_ground,
    wanted,
)
from ganstudio.workflows.export_pictures import Studio
from ganstudio.workflows.judge import SEEDS, SHARES, Exam, Judge, JudgeError, LabelledPictures, require_counts
from ganstudio.workflows.judgement import Judgement, judgement, report_of
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.unfinished import telling

CLASSIFIERS = ("auto", "head", "resnet")
MARKS = "judge-marks.jsonl"
LARGEST_EACH = 1000
"""Synthetic pictures of each class that the arm of these alone is trained on, at most."""


def unseen_pictures(ground: Ground, folder: str, report: TaskProgress) -> tuple[LabelledPictures, list[str]]:
    """What is tested on: the part that the run set aside of what is filled up, or a folder that it never saw.

    Returns:
        The pictures, and remarks.

    Raises:
        JudgeError: the run has learned from them, or has set nothing aside; with the way out.
        ImagesError: the folder cannot be read.
    """
    run = ground.run
    if folder:
        return _of_folder(ground, folder, report)
    if not run.settings.preparation.test_share:
        raise JudgeError(
            f"{run.name} has learned from every picture it was given, so none is left to test on: train with "
            "--test-share 0.2, or name pictures that it has never seen with --test FOLDER."
        )
    return ground.test, []


def _of_folder(ground: Ground, folder: str, report: TaskProgress) -> tuple[LabelledPictures, list[str]]:
    settings = ground.run.settings
    preparation = replace(settings.preparation_of([folder]), labels=True)
    test = prepare([folder], preparation, settings.resolution, on_progress=report.progress, cancelled=report.cancelled)
    for name in test.classes:
        if name not in ground.classes:
            raise JudgeError(f"{printable(name)} in {printable(folder)} is not a class that {ground.run.name} knows.")
    if not test.classes:
        raise JudgeError(f"{printable(folder)} has no classes: put the pictures of each into a subfolder of its name.")
    seen = np.concatenate([ground.parts.trained, ground.parts.held_out])
    digests = [ground.learned.digests[row] for row in seen]
    _require_unseen(ground, folder, test.names, test.digests, set(digests))
    copies = _near(ground.learned.pixels, seen, digests, test.pixels, test.digests)
    rows = np.array([row for row in range(len(test.names)) if row not in copies], dtype=np.int64)
    numbers = np.array([ground.classes.index(name) for name in test.classes])
    place = printable(Path(folder).name)
    remark = f"{len(copies):,} pictures of {place} are near copies of learned ones and are not tested on."
    return LabelledPictures(test.pixels[rows], numbers[test.labels[rows]]), [remark] * bool(copies)


def _require_unseen(
    ground: Ground, folder: str, names: Sequence[str], digests: Sequence[str], learned: set[str]
) -> None:
    known = [name for name, digest in zip(names, digests, strict=True) if digest in learned]
    if known:
        raise JudgeError(
            f"{len(known):,} of the {len(names):,} pictures of {printable(folder)} are among those that "
            f"{ground.run.name} has learned from or been measured with, {known[0]} for one: a test on them says "
            "nothing. Take them out, or name other pictures with --test."
        )


def _near(learned: Pixels, seen: Rows, known: list[str], test: Pixels, unseen: list[str]) -> set[int]:
    """Which of the test pictures show nearly what a learned one shows."""
    hashes = [
        each for pixels, rows in ((learned, seen), (test, np.arange(len(test)))) for each in _hashes(pixels, rows)
    ]

    def read(numbers: Rows) -> Pixels:
        return np.stack([learned[seen[row]] if row < len(seen) else test[row - len(seen)] for row in numbers])

    copies = find_copies(known + unseen, hashes, read, near=True)
    return {row - len(seen) for row, copy in copies.items() if row >= len(seen) > copy.original}


def _hashes(pixels: Pixels, rows: Rows) -> list[str]:
    pieces = [rows[at : at + 512] for at in range(0, len(rows), 512)]
    return [each for piece in pieces for each in difference_hashes(np.asarray(pixels[piece]))]


def open_learner(kind: str, features: str, device: str, steps: int = 0) -> Learner:
    """The classifier: `kind` of `CLASSIFIERS`; auto takes the ResNet on a GPU, where it is a matter of minutes.

    Raises:
        FeaturesError, DeviceError: no such features, no such device.
    """
    from ganstudio.core.device import choose

    place = choose(device).device
    known = {"steps": steps} if steps else {}
    if kind == "resnet" or (kind == "auto" and place.type == "cuda"):
        return ResNet(place, **known)
    return Head(open_extractor(features, device=place), **known)


def _as_examined(ground: Ground, test: LabelledPictures) -> tuple[tuple[str, ...], Rows, LabelledPictures]:
    """The classes that the folder has, the labels of its pictures by their numbers, and the test of these classes."""
    place = _places(ground)
    classes = tuple(ground.classes[number] for number in np.flatnonzero(ground.counts).tolist())
    kept = place[test.labels] >= 0
    return classes, place[ground.real.labels], LabelledPictures(test.pixels[kept], place[test.labels[kept]])


def _places(ground: Ground) -> Rows:
    """For each class of the generator its number among those that the folder has, -1 without."""
    return np.where(ground.counts > 0, np.cumsum(ground.counts > 0) - 1, -1)


def exam_of(ground: Ground, drawn: DrawnSet, test: LabelledPictures) -> Exam:
    """The exam of a run's pictures, over the classes that its folder has.

    Raises:
        JudgeError: nothing was drawn, a class lacks pictures, or a picture of the test is trained on.
    """
    if drawn.pictures is None:
        raise JudgeError("The filters kept no picture, so there is nothing to judge: leave one out, or train longer.")
    classes, labels, unseen = _as_examined(ground, test)
    synthetic = LabelledPictures(drawn.pictures.pixels, _places(ground)[drawn.pictures.labels])
    return Exam(classes, LabelledPictures(ground.real.pixels, labels), synthetic, drawn.added, unseen)


@dataclass(frozen=True, kw_only=True)
class JudgeRequest:
    """How a set is to be judged."""

    test: str = ""
    """A folder that the run never saw; '' takes what it set aside."""
    shares: tuple[int, ...] = SHARES
    seeds: int = SEEDS
    classifier: str = "auto"
    """One of `CLASSIFIERS`."""
    steps: int = 0
    """Of each classifier; 0: its own choice."""
    device: str = "auto"


@dataclass(frozen=True)
class Augmented:
    """What came of it."""

    sheet: Mapping[str, Any]
    judgement: Judgement | None
    examples: Mapping[str, Sequence[Pixels]] = field(default_factory=dict)
    """Of each filter by its title: some of what it left out. Empty where nothing was drawn this time."""


Stage = Callable[[str], TaskProgress]
"""Gives the progress of a stage by its title: 'Reading', 'Drawing', 'Judging'."""


def augment_and_judge(
    run: Run, folder: str, studio: Studio, request: AugmentRequest, judging: JudgeRequest | None, stage: Stage
) -> Augmented | None:
    """Fill a folder's classes up, and judge the set; None where it was cancelled: the same again goes on judging.

    Raises:
        AugmentError, JudgeError, RunError, ImagesError, FeaturesError, DeviceError: it cannot be done; a sentence.
        UnfinishedError: the disk or the memory ended it.
    """
    ground = open_ground(run, folder, studio.generator, stage("Reading"))
    if judging is None:
        drawn = augment(ground, studio, request, stage("Drawing"))
        return Augmented(drawn.sheet, None, drawn.examples) if drawn.complete else None
    test, remarks = unseen_pictures(ground, judging.test, stage("Reading"))
    require_counts(*_as_examined(ground, test))
    wanted(ground, request.to)
    learner = open_learner(judging.classifier, request.features, judging.device, judging.steps)
    asked = replace(request, each=min(LARGEST_EACH, int(ground.counts.max())))
    drawn = already_drawn(ground, studio, asked) or augment(ground, studio, asked, stage("Drawing"))
    if not drawn.complete:
        return None
    with telling("judging", request.out, lambda: "The same again goes on with what is there."):
        judge = Judge(
            exam_of(ground, drawn, test), learner, shares=judging.shares, seeds=judging.seeds, kept=request.out / MARKS
        )
        marks = judge.marks(stage("Judging"))
        if marks is None:
            return None
        said = judgement(judge, marks)
        write_judgement(said, request.out, f"Does it help to train on pictures by {run.name}?", remarks)
    return Augmented(drawn.sheet, said, drawn.examples)


def write_judgement(said: Judgement, folder: Path, title: str, remarks: Sequence[str]) -> None:
    """The report as HTML, and its numbers as JSON. Raises OSError."""
    write_atomically(folder / "judge.html", report_of(said, title, remarks).to_html())
    write_atomically(folder / "judge.json", json.dumps(said.to_json(), indent=1) + "\n")
