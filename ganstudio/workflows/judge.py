"""Whether synthetic pictures are worth training on: classifiers with and without them, on pictures nobody has seen."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from ganstudio.core.images.check_report import Cancelled
from ganstudio.core.pixels import Pixels
from ganstudio.core.schema import SchemaError, parse
from ganstudio.scores.classifier import Labels, Learner, classify, flipped_and_cropped, train_classifier
from ganstudio.workflows.progress import TaskProgress

REAL, VARIED, BOTH, SYNTHETIC = "real", "real with flips and crops", "real with synthetic", "synthetic alone"
ARMS = (REAL, VARIED, BOTH, SYNTHETIC)
SHARES = (10, 30, 100)
"""Percents of the real pictures that the arms are trained with."""
SEEDS = 5
VARIED_PICTURES = 60_000
"""Flipped and cropped pictures whose features are kept: about so many in all, and 32 of each at most."""
Rows = npt.NDArray[np.int64]
Correct = npt.NDArray[np.bool_]


class JudgeError(ValueError):
    """Nothing can be judged so; the text is a sentence for the user."""


class LabelledPictures(NamedTuple):
    pixels: Pixels
    """uint8 (N, H, W, C)."""
    labels: Labels
    """(N,)."""


@dataclass(frozen=True)
class Exam:
    """What is compared, and on what."""

    classes: tuple[str, ...]
    real: LabelledPictures
    synthetic: LabelledPictures
    added: Rows
    """Those of the synthetic pictures that are put beside the real ones; alone all of them are trained on."""
    test: LabelledPictures
    """Pictures that neither the GAN, nor the choice of its checkpoint, nor a filter has seen."""

    def __post_init__(self) -> None:
        require_counts(self.classes, self.real.labels, self.test)
        unseen = set(digests(self.test.pixels))
        for what, pictures in (("real", self.real), ("synthetic", self.synthetic)):
            if shared := sum(digest in unseen for digest in digests(pictures.pixels)):
                raise JudgeError(
                    f"{shared:,} of the {what} pictures to train on are pictures of the test part too, so it would say "
                    "nothing: keep the two apart."
                )


def require_counts(classes: Sequence[str], real: Labels, test: LabelledPictures) -> None:
    """Refuse an exam that could say nothing.

    Raises:
        JudgeError: one class only, or a class with fewer than two pictures on a side.
    """
    if len(classes) < 2:
        raise JudgeError("A classifier needs two classes or more, and there is only one.")
    for labels, what in ((real, "to train on"), (test.labels, "in the test part")):
        counts = np.bincount(labels, minlength=len(classes))
        for name, count in zip(classes, counts.tolist(), strict=True):
            if count < 2:
                raise JudgeError(
                    f"The class {name} has {count or 'no'} picture{'' if count else 's'} {what}, which says nothing: "
                    "add pictures, or name a folder of others with --test."
                )


def digests(pixels: Pixels) -> list[str]:
    """A digest of each picture's pixels, the same as of prepared ones."""
    return [hashlib.blake2b(np.ascontiguousarray(row).data, digest_size=16).hexdigest() for row in pixels]


class Training(NamedTuple):
    """One classifier."""

    arm: str
    share: int
    """Percent of the real pictures; 0 for synthetic pictures alone."""
    seed: int

    @property
    def key(self) -> str:
        return f"{self.arm}/{self.share}/{self.seed}"


class Marks(NamedTuple):
    """What a classifier got right."""

    test: Correct
    """(test pictures,)."""
    synthetic: Correct
    """(synthetic pictures,)."""


class Judge:
    """Trains the classifiers of an exam, keeping what each got right, so that it can be ended and gone on with."""

    def __init__(
        self,
        exam: Exam,
        learner: Learner,
        *,
        shares: Sequence[int] = SHARES,
        seeds: int = SEEDS,
        arms: Sequence[str] = ARMS,
        kept: Path | None = None,
    ) -> None:
        """`kept`: a file of marks; those that were made in the same way are used again. None keeps nothing.

        Raises:
            JudgeError: there is nothing to compare.
        """
        if not len(exam.added):
            raise JudgeError("No class was filled up, so there is nothing to judge: ask for more pictures with --to N.")
        self.exam, self.learner, self.shares, self.seeds = exam, learner, tuple(sorted(set(shares))), seeds
        self.kinds = [(arm, share) for share in self.shares for arm in (REAL, VARIED, BOTH) if arm in arms]
        self.kinds += [(SYNTHETIC, 0)] * (SYNTHETIC in arms)
        # one seed after the other, so that how long the rest takes can be told from what was done
        self.trainings = [Training(arm, share, seed) for seed in range(seeds) for arm, share in self.kinds]
        self._kept = kept
        self._key = _key_of(exam, learner)
        self._inputs: dict[str, Tensor] = {}

    def marks(self, report: TaskProgress) -> dict[Training, Marks] | None:
        """What every classifier got right; None if `report.cancelled` said so before the last one was trained.

        Raises:
            OSError: the marks cannot be kept.
        """
        known = self._known()
        marks = {training: known[training.key] for training in self.trainings if training.key in known}
        for training in self.trainings:
            report.progress(len(marks), len(self.trainings))
            if report.cancelled():
                return None
            if training not in marks:
                try:
                    network = self._trained(training, report.cancelled)
                except Cancelled:  # a ResNet takes an hour where there is no graphics card
                    return None
                marks[training] = self._marked(network)
                self._keep(training, marks[training])
        report.progress(len(marks), len(self.trainings))
        return marks

    # One training -------------------------------------------------------------------------------------------------

    def _trained(self, training: Training, cancelled: Callable[[], bool]) -> nn.Module:
        rows = self.subset(training.share, training.seed)
        inputs, labels = self._of("real")[torch.from_numpy(rows)], self.exam.real.labels[rows]
        synthetic, added = self.exam.synthetic.labels, self.exam.added
        vary = self._vary(rows) if training.arm == VARIED else None
        if training.arm == BOTH:
            inputs = torch.cat([inputs, self._of("synthetic")[torch.from_numpy(added)]])
            labels = np.concatenate([labels, synthetic[added]])
        elif training.arm == SYNTHETIC:
            inputs, labels = self._of("synthetic"), synthetic
        count, seed = len(self.exam.classes), training.seed
        return train_classifier(self.learner, inputs, labels, count, seed, vary=vary, cancelled=cancelled)

    def _vary(self, rows: Rows) -> Callable[[Rows, np.random.Generator], Tensor]:
        """From numbers among `rows` to what the network reads of these pictures, flipped and cropped."""

        def fresh(chosen: Rows, draw: np.random.Generator) -> Tensor:
            pixels = np.asarray(self.exam.real.pixels[rows[chosen]])
            return self.learner.inputs(flipped_and_cropped(pixels, draw))

        def kept(chosen: Rows, draw: np.random.Generator) -> Tensor:
            versions = draw.integers(0, len(self._versions), len(chosen))
            return self._versions[torch.from_numpy(versions), torch.from_numpy(rows[chosen])]

        return kept if self.learner.fixed else fresh

    @cached_property
    def _versions(self) -> Tensor:
        """Features of every real picture, flipped and cropped in several ways: (versions, pictures, d). They are the
        same in all trainings, which saves most of the time of that arm."""
        pixels, draw = self.exam.real.pixels, np.random.default_rng(0)
        pieces = np.array_split(np.arange(len(pixels)), -(-len(pixels) // 512))
        return torch.stack([
            torch.cat([self.learner.inputs(flipped_and_cropped(np.asarray(pixels[rows]), draw)) for rows in pieces])
            for _ in range(min(32, max(1, VARIED_PICTURES // len(pixels))))
        ])  # fmt: skip

    def subset(self, share: int, seed: int) -> Rows:
        """The real pictures of a share: so many of each class, at least one, the same in every arm."""
        draw = np.random.default_rng([seed, 0x5EED])
        rows = []
        for number in range(len(self.exam.classes)):
            own = draw.permutation(np.flatnonzero(self.exam.real.labels == number))
            rows.append(own[: max(1, round(share / 100 * len(own)))])
        return np.sort(np.concatenate(rows))

    def _marked(self, network: nn.Module) -> Marks:
        said = [classify(network, self._of(what)) for what in ("test", "synthetic")]
        return Marks(said[0] == self.exam.test.labels, said[1] == self.exam.synthetic.labels)

    def _of(self, what: str) -> Tensor:
        if what not in self._inputs:
            self._inputs[what] = self.learner.inputs(getattr(self.exam, what).pixels)
        return self._inputs[what]

    # What is kept -------------------------------------------------------------------------------------------------

    def _known(self) -> dict[str, Marks]:
        """The marks of this very exam that an earlier time has kept; a line that was cut short is passed over."""
        known: dict[str, Marks] = {}
        if self._kept is None or not self._kept.is_file():
            return known
        for line in self._kept.read_bytes().splitlines():
            try:
                fields = parse(line)
                if fields["exam"] == self._key:
                    sizes = (len(self.exam.test.labels), len(self.exam.synthetic.labels))
                    known[str(fields["training"])] = Marks(
                        *map(_unpacked, (fields["test"], fields["synthetic"]), sizes)
                    )
            except (SchemaError, KeyError, TypeError, ValueError):
                continue
        return known

    def _keep(self, training: Training, marks: Marks) -> None:
        if self._kept is not None:
            fields = {"exam": self._key, "training": training.key}
            fields |= {"test": _packed(marks.test), "synthetic": _packed(marks.synthetic)}
            with open(self._kept, "a", encoding="utf-8") as file:
                file.write("\n" + json.dumps(fields))  # begins a line, so that one that was cut short ends here


def _packed(correct: Correct) -> str:
    return np.packbits(correct).tobytes().hex()


def _unpacked(text: Any, count: int) -> Correct:
    bits = np.unpackbits(np.frombuffer(bytes.fromhex(text), np.uint8))
    if not 0 <= len(bits) - count < 8:
        raise ValueError("another number of pictures")
    return bits[:count].astype(bool)


def _key_of(exam: Exam, learner: Learner) -> str:
    """What tells this exam from any other: the pictures, the classes, the classifier and how it is trained."""
    digest = hashlib.blake2b(json.dumps([exam.classes, learner.name, repr(learner.lesson)]).encode(), digest_size=10)
    for pictures in (exam.real, exam.synthetic, exam.test):
        digest.update("".join(digests(pictures.pixels)).encode())
        digest.update(np.ascontiguousarray(pictures.labels).tobytes())
    digest.update(exam.added.tobytes())
    return digest.hexdigest()


def stacked(marks: Mapping[Training, Marks], arm: str, share: int, seeds: int, what: str = "test") -> Correct:
    """The marks of an arm, one row a seed: (seeds, pictures)."""
    return np.stack([getattr(marks[Training(arm, share, seed)], what) for seed in range(seeds)])
