"""Training pictures for rare classes: what a run draws, filtered, as a data set that says how it was made."""

import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ganstudio.core.files import replacing, write_atomically
from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.images.cache import Prepared, prepare
from ganstudio.core.images.test_part import parted
from ganstudio.core.pixels import Pixels
from ganstudio.core.printable import printable
from ganstudio.core.run import Run, RunError
from ganstudio.core.schema import SchemaError, parse, read
from ganstudio.core.spread import evenly
from ganstudio.export.data_set import LabelledPicture, open_writer
from ganstudio.export.data_sheet import DataSheet, SheetFilter
from ganstudio.scores.classifier import Head
from ganstudio.scores.features import Extractor, Features, open_extractor
from ganstudio.scores.measure import measure
from ganstudio.workflows.augment_filters import (
    NAMES,
    AgreementFilter,
    Candidates,
    CopyFilter,
    Filter,
    PrecisionFilter,
    Sieve,
    discriminator_filter,
    outputs_of,
)
from ganstudio.workflows.augment_marks import FilterMarks
from ganstudio.workflows.export_pictures import PIECE, Studio
from ganstudio.workflows.judge import LabelledPictures, digests
from ganstudio.workflows.open_run import ImageParts, open_discriminator, parts_of
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.unfinished import share_sentence, telling

Rows = npt.NDArray[np.int64]
PICTURES, SHEET = "judge-pictures.npz", "data-sheet.json"
SEEDS_OF_A_CLASS = 10**7
"""Each class has its own stretch of seeds, so that how many one needs moves no other."""
CALIBRATING = 4 * 10**9
"""First seed of the samples that the discriminator is calibrated by; no picture of a set has one of these."""
SAMPLES = 100
"""Such samples of each class."""
FEWEST_SCORED, MOST_SCORED = 50, 1000
"""Pictures on each side of the scores on the data sheet."""
TRIES = 40
"""Pictures drawn for one that is wanted, at most: a filter that keeps nothing would go on for ever."""


class AugmentError(ValueError):
    """It makes no sense so; the text is a sentence for the user."""


@dataclass(frozen=True, kw_only=True)
class AugmentRequest:
    """What is asked for."""

    out: Path
    to: int = 0
    """So many pictures in each class, with the real ones; 0: as many as the largest has."""
    format: str = "folder"
    """One of `export.data_set.FORMATS`."""
    filters: tuple[str, ...] = NAMES
    first_seed: int = 0
    with_real: bool = False
    """The real pictures too, so that the set is complete."""
    features: str = "builtin"
    """What pictures are compared by: a name or a file, as for `scores.features`."""
    each: int = 0
    """Beyond the set, draw on to so many of each class for the judge; they are handed on and not written."""


@dataclass(frozen=True)
class Ground:
    """What a run learned from and what is to be filled up."""

    run: Run
    generator: TrainedGenerator
    learned: Prepared
    """All pictures of the run's own folder."""
    parts: ImageParts
    """Which of them were learned, which kept aside."""
    real: LabelledPictures
    """Those of the folder to fill up, without the run's test part; classes by the generator's numbers."""
    test: LabelledPictures
    """The test part of that folder."""

    @property
    def classes(self) -> tuple[str, ...]:
        return self.generator.classes

    @property
    def counts(self) -> npt.NDArray[np.int64]:
        """How many real pictures each class has."""
        return np.bincount(self.real.labels, minlength=len(self.classes))


def open_ground(run: Run, folder: str, generator: TrainedGenerator, report: TaskProgress) -> Ground:
    """Prepare the pictures of the run and of the folder, as the run's were.

    Raises:
        AugmentError: the run knows no classes, or others than the folder's.
        RunError, ImagesError: the run's own pictures, or those of the folder, cannot be read.
    """
    if not generator.classes:
        raise AugmentError(
            f"{run.name} has learned without classes, so none can be filled up: train with --labels and a recipe that "
            "knows classes, such as cgan."
        )
    run.require_places()
    learned = _prepared(run, run.settings.sides[0], report)
    filled = _prepared(run, (folder,), report)
    numbers = _numbers(filled, generator.classes, run, folder)
    keep, test = parted(filled.digests, run.settings.preparation.test_share)
    real, unseen = (LabelledPictures(filled.pixels[rows], numbers[filled.labels[rows]]) for rows in (keep, test))
    return Ground(run, generator, learned, parts_of(learned, run.settings), real, unseen)


def _prepared(run: Run, sources: Sequence[str], report: TaskProgress) -> Prepared:
    preparation = replace(run.settings.preparation_of(sources), labels=True)
    return prepare(
        sources, preparation, run.settings.resolution, on_progress=report.progress, cancelled=report.cancelled
    )


def _numbers(prepared: Prepared, classes: Sequence[str], run: Run, folder: str) -> Rows:
    """The generator's number of each class of the folder."""
    if not prepared.classes:
        raise AugmentError(
            f"{printable(folder)} has no classes: put the pictures of each into a subfolder of its name."
        )
    for name in prepared.classes:
        if name not in classes:
            known = ", ".join(printable(other) for other in classes)
            raise AugmentError(f"{printable(name)} is not a class that {run.name} has learned; it knows {known}.")
    return np.array([classes.index(name) for name in prepared.classes], dtype=np.int64)


def wanted(ground: Ground, to: int) -> dict[int, int]:
    """How many pictures each class that the folder has is short of: class number -> count.

    Raises:
        AugmentError: there is nothing to fill up.
    """
    present = [number for number, count in enumerate(ground.counts.tolist()) if count]
    if len(present) == 1 and not to:
        raise AugmentError(
            f"There is only one class, {printable(ground.classes[present[0]])}, so none is larger to fill it up to: "
            "say how many with --to N."
        )
    target = to or int(ground.counts.max())
    short = {number: max(0, target - int(ground.counts[number])) for number in present}
    if not any(short.values()):
        raise AugmentError(
            f"Every class has {int(ground.counts[present].min()):,} pictures or more already: say how many there "
            "should be with --to N."
        )
    return short


# Filters --------------------------------------------------------------------------------------------------------------


def open_sieve(
    ground: Ground, studio: Studio, request: AugmentRequest, report: TaskProgress
) -> tuple[Sieve, list[str]]:
    """The filters that were asked for, and a sentence for each that cannot be had."""
    extractor = open_extractor(request.features, device=ground.generator.device)
    filters: list[Filter] = []
    remarks: list[str] = []
    if "discriminator" in request.filters:
        try:
            filters.append(_discriminator(ground, studio))
        except (ValueError, RunError) as error:
            remarks.append(f"Nothing was rejected by the discriminator: {error}.")
    if set(request.filters) & {"copies", "precision", "agreement"}:
        filters += _by_features(ground, request.filters, extractor, report)
    return Sieve(filters, extractor), remarks


def _discriminator(ground: Ground, studio: Studio) -> Filter:
    rows = ground.parts.held_out
    network = open_discriminator(ground.run).to(ground.generator.device)
    labels = _learned_labels(ground)[rows]
    samples = {number: _samples(studio, ground.classes[number]) for number in np.flatnonzero(ground.counts).tolist()}
    return discriminator_filter(outputs_of(network), (np.asarray(ground.learned.pixels[rows]), labels), samples)


def _learned_labels(ground: Ground) -> Rows:
    numbers = _numbers(ground.learned, ground.classes, ground.run, ground.run.name)
    labels: Rows = numbers[ground.learned.labels]
    return labels


def _samples(studio: Studio, name: str) -> Pixels:
    return replace(studio, label=name).draw(list(range(CALIBRATING, CALIBRATING + SAMPLES)))


def _by_features(ground: Ground, names: Sequence[str], extractor: Extractor, report: TaskProgress) -> list[Filter]:
    head = Head(extractor)
    rows = ground.parts.trained
    features = head.inputs(ground.learned.pixels[rows]).cpu()
    labels = _learned_labels(ground)[rows]
    by_class = {number: features[torch.from_numpy(labels == number)] for number in np.unique(labels).tolist()}
    made: dict[str, Callable[[], Filter]] = {
        "copies": lambda: CopyFilter(by_class),
        "precision": lambda: PrecisionFilter(by_class),
        "agreement": lambda: AgreementFilter(head, features, labels, len(ground.classes)),
    }
    return [make() for name, make in made.items() if name in names]


# Drawing and writing --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class DrawnSet:
    """What was drawn and kept."""

    sheet: Mapping[str, Any]
    """The data sheet, as in data-sheet.json."""
    complete: bool
    """False when it was cancelled."""
    pictures: LabelledPictures | None
    """Every synthetic picture that was kept, if they are wanted for the judge."""
    added: Rows
    """Those of them that are in the set."""
    examples: Mapping[str, Sequence[Pixels]] = field(default_factory=dict)
    """Of each filter by its title: some of what it left out."""


def augment(ground: Ground, studio: Studio, request: AugmentRequest, report: TaskProgress) -> DrawnSet:
    """Fill the classes up in `request.out`, with a data sheet.

    Raises:
        AugmentError: nothing to fill up, or the folder is taken.
        FeaturesError: no such features.
        UnfinishedError: the disk or the memory ended it; the sentence says what is there.
    """
    short = wanted(ground, request.to)
    marks = FilterMarks(request.out, asked_of(ground, studio, request))
    if not marks.there:
        require_empty(request.out)
    sieve, remarks = open_sieve(ground, studio, request, report)
    remarks += [
        f"{printable(ground.classes[number])} has 1 real picture: what is drawn of it shows hardly more."
        for number in short
        if ground.counts[number] == 1
    ]
    work = _Filling(ground, studio, request, sieve, report, short, remarks, marks)
    with telling("exporting", request.out, lambda: share_sentence(work.written, sum(short.values()), request.out)):
        request.out.mkdir(parents=True, exist_ok=True)
        marks.begin()
        return work.done()


def require_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise AugmentError(f"{folder} is there already and not empty: choose another folder for --out.")


def asked_of(ground: Ground, studio: Studio, request: AugmentRequest) -> str:
    """What tells this request from others: which pictures follow from it."""
    known = {name: value for name, value in asdict(request).items() if name not in {"out", "each"}}
    known |= {"run": ground.run.name, "step": ground.generator.step, "psi": studio.psi}
    known |= {"real": digests(ground.real.pixels[:: max(1, len(ground.real.labels) // 100)])}
    known |= {"counts": ground.counts.tolist()}
    return hashlib.blake2b(json.dumps(known, sort_keys=True).encode(), digest_size=16).hexdigest()


def already_drawn(ground: Ground, studio: Studio, request: AugmentRequest) -> DrawnSet | None:
    """What this very request has drawn for the judge before; None if it has not."""
    try:
        sheet = parse(read(request.out / SHEET, most=2**24))
    except (OSError, SchemaError):
        return None
    kept = kept_pictures(request.out)
    if not isinstance(sheet, dict) or sheet.get("asked") != asked_of(ground, studio, request) or kept is None:
        return None
    return DrawnSet(sheet, True, *kept)


def keep_pictures(folder: Path, synthetic: LabelledPictures, added: Rows) -> None:
    """Keep what was drawn for the judge, so that one that was ended goes on with the same. Raises OSError."""
    with replacing(folder / PICTURES) as file:
        np.savez(file, pixels=synthetic.pixels, labels=synthetic.labels, added=added)


def kept_pictures(folder: Path) -> tuple[LabelledPictures, Rows] | None:
    """What `keep_pictures` kept; None if there is nothing, or it is damaged."""
    try:
        with np.load(folder / PICTURES, allow_pickle=False) as kept:
            pixels, labels, added = kept["pixels"], kept["labels"], kept["added"]
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    fits = pixels.ndim == 4 and pixels.dtype == np.uint8 and len(labels) == len(pixels) and len(added) <= len(pixels)
    return (LabelledPictures(pixels, labels.astype(np.int64)), added.astype(np.int64)) if fits else None


@dataclass
class _Filling:
    """One filling of a folder, from the first picture to the data sheet."""

    ground: Ground
    studio: Studio
    request: AugmentRequest
    sieve: Sieve
    report: TaskProgress
    short: Mapping[int, int]
    remarks: list[str]
    marks: FilterMarks
    made: Counter[int] = field(default_factory=Counter)
    """Pictures in the set, of each class."""
    features: list[Tensor] = field(default_factory=list)

    @property
    def written(self) -> int:
        return self.made.total()

    def done(self) -> DrawnSet:
        out, classes = self.request.out, self.ground.classes
        writer = open_writer(self.request.format, out, classes)
        kept: list[tuple[Pixels, int, bool]] = []
        try:
            if self.request.with_real:
                for picture in self._real():
                    writer.add(picture)
            for picture, in_set in self._synthetic():
                if in_set:
                    writer.add(picture)
                    self.made[picture.label] += 1
                if self.request.each:
                    kept.append((picture.pixels, picture.label, in_set))
        finally:
            writer.close()
        sheet = self._sheet()
        write_atomically(out / "data-sheet.html", sheet.to_html())
        pictures, added = _gathered(kept), np.flatnonzero([in_set for _, _, in_set in kept])
        if pictures is not None:
            keep_pictures(out, pictures, added)
        if not self.report.cancelled():
            fields = sheet.to_json() | {"asked": asked_of(self.ground, self.studio, self.request)}
            write_atomically(out / SHEET, json.dumps(fields, indent=1) + "\n")
        examples = {each.title: each.examples for each in self.sieve.tallies}
        return DrawnSet(sheet.to_json(), not self.report.cancelled(), pictures, added, examples)

    def _real(self) -> Iterator[LabelledPicture]:
        real = self.ground.real
        for row, digest in enumerate(digests(real.pixels)):
            yield LabelledPicture(real.pixels[row], int(real.labels[row]), f"real-{row:06d}-{digest[:8]}", None)

    def _synthetic(self) -> Iterator[tuple[LabelledPicture, bool]]:
        """Every picture that was kept, class by class, and whether it belongs to the set."""
        goals = {number: max(count, self.request.each) for number, count in self.short.items()}
        done, total = 0, sum(goals.values())
        for number, goal in goals.items():
            made = 0
            for picture in self._of_class(number, goal):
                yield picture, made < self.short[number]
                made, done = made + 1, done + 1
                self.report.progress(done, total)
            if made < goal and not self.report.cancelled():
                self.remarks.append(
                    f"{printable(self.ground.classes[number])}: the filters kept {made:,} of the {goal:,} wanted; it "
                    f"was given up after {goal * TRIES:,} pictures. Train longer, or leave a filter out."
                )
                done += goal - made

    def _of_class(self, number: int, goal: int) -> Iterator[LabelledPicture]:
        studio = replace(self.studio, label=self.ground.classes[number])
        start = self.request.first_seed + number * SEEDS_OF_A_CLASS
        made = 0
        for first in range(start, start + min(goal * TRIES, SEEDS_OF_A_CLASS), PIECE):
            if made >= goal or self.report.cancelled():
                return
            drawn = list(studio.pictures(range(first, first + PIECE)))
            pixels = np.stack([pixels for _, pixels, _ in drawn])
            kept, features = self._sifted(Candidates(pixels, number, np.array([seed for seed, _, _ in drawn])))
            recipes = {seed: recipe or {} for seed, _, recipe in drawn}
            self.features.append(features[: goal - made])
            for seed, picture in list(zip(kept.seeds.tolist(), kept.pixels, strict=True))[: goal - made]:
                made += 1
                yield LabelledPicture(picture, number, f"seed-{seed:08d}", recipes[seed])

    def _sifted(self, candidates: Candidates) -> tuple[Candidates, Tensor]:
        """Those that the filters keep, and their features; what was said of them before is not asked again."""
        first = int(candidates.seeds[0])
        known = self.marks.of(candidates.label, first)
        if known is not None and len(known) == len(candidates):
            return self.sieve.again(candidates, known)
        kept, features, dropped = self.sieve(candidates)
        self.marks.add(candidates.label, first, dropped)
        return kept, features

    # The data sheet -----------------------------------------------------------------------------------------------

    def _sheet(self) -> DataSheet:
        ground, request, settings = self.ground, self.request, self.ground.run.settings
        made = {
            "run": ground.run.name,
            "recipe": settings.recipe,
            "step": f"{ground.generator.step:,}",
            "truncation": f"{self.studio.psi:g}",
            "seeds": f"{request.first_seed} and on, {SEEDS_OF_A_CLASS:,} apart for each class",
            "size": f"{ground.generator.resolution} px, {settings.preparation.colour}",
            "learned from": f"{len(ground.parts.trained):,} pictures; {len(ground.parts.held_out):,} held out and "
            f"{len(ground.parts.test):,} set aside for a test, which no filter has seen",
            "compared by": request.features if request.features == "builtin" else Path(request.features).name,
            "format": request.format,
        }
        every = [SheetFilter(each.title, each.seen, each.dropped, each.examples) for each in self.sieve.tallies]
        title = f"{self.written:,} synthetic pictures by {ground.run.name}"
        return DataSheet(title, made, self._counts(), every, self._scores(), self.remarks)

    def _counts(self) -> list[tuple[str, int, int, int]]:
        ground = self.ground
        learned = np.bincount(_learned_labels(ground)[ground.parts.trained], minlength=len(ground.classes))
        real = ground.counts if self.request.with_real else np.zeros(len(ground.classes), np.int64)
        return [
            (printable(name), int(learned[number]), self.made[number], int(real[number]))
            for number, name in enumerate(ground.classes)
            if number in self.short
        ]

    def _scores(self) -> dict[str, float]:
        """Of the pictures that were kept, against those learned from; few of each, for a look."""
        fake = torch.cat([each for each in self.features if len(each)] or [torch.empty(0, 0)])
        trained = self.ground.parts.trained
        if min(len(fake), len(trained)) < FEWEST_SCORED:
            return {}
        rows = trained[evenly(len(trained), MOST_SCORED)]
        real = self.sieve.extractor(np.asarray(self.ground.learned.pixels[rows])).values
        some = Features(fake[torch.from_numpy(evenly(len(fake), MOST_SCORED))])
        return measure(Features(real), some, ("kid", "pr"), features=self.sieve.extractor.name).scores


def _gathered(kept: Sequence[tuple[Pixels, int, bool]]) -> LabelledPictures | None:
    if not kept:
        return None
    return LabelledPictures(np.stack([pixels for pixels, _, _ in kept]), np.array([label for _, label, _ in kept]))
