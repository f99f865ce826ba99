"""Exams whose outcome is known, from the pictures that the program draws: for tests of the judge and its benchmark."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image

from ganstudio.samples.blossoms import SPECIES, draw_sketch, species
from ganstudio.scores.classifier import Head
from ganstudio.scores.features import open_extractor
from ganstudio.scores.paired import Difference
from ganstudio.workflows.judge import BOTH, Exam, Judge, LabelledPictures
from ganstudio.workflows.judge import REAL as REAL_ALONE
from ganstudio.workflows.judgement import Judgement, judgement
from ganstudio.workflows.progress import TaskProgress

SIZE, REAL, TEST, STEPS = 8, 300, 300, 200
"""Pencil drawings at 8 px in grey: with twenty of each class they are not yet told apart, with a hundred almost."""


@dataclass(frozen=True)
class Kind:
    """One kind of synthetic pictures, and what the judge has to say of them."""

    share: int
    """Percent of the real pictures that are trained with."""
    allowed: tuple[str, ...]


KINDS = {
    "duplicates": Kind(100, ("made no difference",)),
    "noise": Kind(100, ("made no difference", "harmed")),
    "perfect": Kind(5, ("helped",)),
    "shuffled": Kind(100, ("harmed",)),
}


@lru_cache(maxsize=4)
def drawn(first: int, count: int) -> LabelledPictures:
    """`count` drawings from seed `first` on, with the number of their species."""
    seeds = range(first, first + count)
    drawings = [draw_sketch(seed, 32).convert("L").resize((SIZE, SIZE), Image.Resampling.BOX) for seed in seeds]
    pixels = np.stack([np.asarray(drawing)[..., None] for drawing in drawings])
    labels = np.array([SPECIES.index(species(seed)) for seed in seeds], dtype=np.int64)
    return LabelledPictures(pixels, labels)


def exam_of(kind: str, repetition: int, real: int = REAL, test: int = TEST) -> Exam:
    """Real pictures, as many synthetic ones of a kind, and a test, all of other seeds in every repetition."""
    first = 10_000 * repetition
    own, unseen = drawn(first, real), drawn(first + real, test)
    draw = np.random.default_rng(repetition)
    synthetic = {
        "duplicates": lambda: own,
        "noise": lambda: LabelledPictures(draw.integers(0, 256, own.pixels.shape, np.uint8), own.labels),
        "perfect": lambda: drawn(first + real + test, real),
        "shuffled": lambda: LabelledPictures(own.pixels, draw.permutation(own.labels)),
    }[kind]()
    return Exam(SPECIES, own, synthetic, np.arange(len(synthetic.labels)), unseen)


def judged(exam: Exam, share: int, seeds: int = 5) -> Judgement:
    judge = Judge(exam, Head(open_extractor("builtin"), STEPS), shares=(share,), seeds=seeds, arms=(REAL_ALONE, BOTH))
    marks = judge.marks(TaskProgress(lambda done, total: None))
    assert marks is not None
    return judgement(judge, marks)


def required(kind: str, difference: Difference) -> bool:
    return difference.verdict in KINDS[kind].allowed
