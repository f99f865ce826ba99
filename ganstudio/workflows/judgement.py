"""What the classifiers of a judge say together: accuracies, differences with intervals, and one sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from ganstudio.export.judge_report import JudgeReport
from ganstudio.scores.paired import (
    Correct,
    Difference,
    balanced_accuracy,
    class_accuracies,
    class_difference,
    paired_difference,
)
from ganstudio.workflows.judge import BOTH, REAL, SYNTHETIC, VARIED, Judge, Marks, Training, stacked


@dataclass(frozen=True)
class Standing:
    """One arm at one share of the real pictures."""

    arm: str
    share: int
    """Percent; 0 for synthetic pictures alone."""
    accuracy: float
    """Balanced: the mean over the classes, then over the seeds, in points."""
    by_class: tuple[float, ...]
    against_real: Difference | None
    """Against the real pictures alone, of the same share (synthetic alone: of the largest)."""


@dataclass(frozen=True)
class ClassChange:
    """What the synthetic pictures did to one class, at the largest share."""

    name: str
    added: int
    difference: Difference


@dataclass(frozen=True)
class Judgement:
    classes: tuple[str, ...]
    standings: tuple[Standing, ...]
    changes: tuple[ClassChange, ...]
    transferred: float
    """TRTS: balanced accuracy on synthetic pictures of classifiers that were trained on all real ones, in points."""
    counts: Mapping[str, int]
    """How many pictures: real, added, synthetic, test; and the seeds."""
    classifier: str

    def standing(self, arm: str, share: int) -> Standing:
        return next(each for each in self.standings if (each.arm, each.share) == (arm, share))

    @property
    def shares(self) -> tuple[int, ...]:
        return tuple(sorted({each.share for each in self.standings if each.share}))

    @property
    def difference(self) -> Difference:
        """Real with synthetic against real alone, at the largest share: what the verdict rests on."""
        difference = self.standing(BOTH, self.shares[-1]).against_real
        assert difference is not None
        return difference

    @property
    def sentence(self) -> str:
        """The verdict."""
        share = "" if self.shares[-1] == 100 else f" at {self.shares[-1]} % of the real pictures"
        said = f"The synthetic pictures {self.difference.verdict}{share}: {self.difference}, 95 % interval in brackets."
        varied = [each.against_real for each in self.standings if (each.arm, each.share) == (VARIED, self.shares[-1])]
        return said + (f" Flips and crops alone: {varied[0]}." if varied else "")

    def curves(self) -> dict[str, list[tuple[float, float]]]:
        """Of each arm: (percent of the real pictures, balanced accuracy); of synthetic ones alone a level."""
        curves = {
            arm: [(float(each.share), each.accuracy) for each in self.standings if each.arm == arm]
            for arm in (REAL, VARIED, BOTH)
        }
        alone = [each.accuracy for each in self.standings if each.arm == SYNTHETIC]
        curves[SYNTHETIC] = [(float(share), alone[0]) for share in self.shares] if alone else []
        return {arm: points for arm, points in curves.items() if points}

    def to_json(self) -> dict[str, Any]:
        return {"sentence": self.sentence, "verdict": self.difference.verdict} | asdict(self)


def judgement(judge: Judge, marks: Mapping[Training, Marks]) -> Judgement:
    """What came out; `marks`: of every training."""
    exam, largest = judge.exam, judge.shares[-1]
    every = {(arm, share): stacked(marks, arm, share, judge.seeds) for arm, share in judge.kinds}
    real = {share: every[REAL, share] for share in judge.shares}
    labels = exam.test.labels
    standings = tuple(
        _standing(arm, share, correct, real[share or largest], judge) for (arm, share), correct in every.items()
    )
    added = np.bincount(exam.synthetic.labels[exam.added], minlength=len(exam.classes))
    changes = tuple(
        ClassChange(name, int(added[number]), class_difference(every[BOTH, largest], real[largest], labels, number))
        for number, name in enumerate(exam.classes)
    )
    onto_synthetic = stacked(marks, REAL, largest, judge.seeds, "synthetic")
    counts = {"real": len(exam.real.labels), "added": len(exam.added), "synthetic": len(exam.synthetic.labels)}
    return Judgement(
        exam.classes, standings, changes,
        transferred=float(balanced_accuracy(onto_synthetic, exam.synthetic.labels).mean()),
        counts=counts | {"test": len(labels), "seeds": judge.seeds},
        classifier=judge.learner.title,
    )  # fmt: skip


def _standing(arm: str, share: int, correct: Correct, real: Correct, judge: Judge) -> Standing:
    labels = judge.exam.test.labels
    return Standing(
        arm, share,
        accuracy=float(balanced_accuracy(correct, labels).mean()),
        by_class=tuple(class_accuracies(correct, labels).mean(0).tolist()),
        against_real=None if arm == REAL else paired_difference(correct, real, labels),
    )  # fmt: skip


def report_of(said: Judgement, title: str, remarks: Sequence[str] = ()) -> JudgeReport:
    """The judgement as the page that shows it."""
    return JudgeReport(
        title,
        said.sentence,
        said.curves(),
        [_arm_line(each, said.shares[-1]) for each in said.standings] + [_transfer_line(said)],
        [(change.name, f"{change.added:,}", str(change.difference)) for change in said.changes],
        [*_facts(said), *remarks],
    )


def _arm_line(each: Standing, largest: int) -> tuple[str, str, str, str]:
    share = f"{each.share} %" if each.share else f"none; compared with {largest} %"
    return each.arm, share, f"{each.accuracy:.1f}", str(each.against_real or "")


def _transfer_line(said: Judgement) -> tuple[str, str, str, str]:
    return "real, tested on synthetic (TRTS)", f"{said.shares[-1]} %", f"{said.transferred:.1f}", ""


def _facts(said: Judgement) -> list[str]:
    counts = said.counts
    return [
        f"{counts['real']:,} real pictures, {counts['added']:,} synthetic ones put beside them, "
        f"{counts['synthetic']:,} in the arm of synthetic pictures alone; tested on {counts['test']:,} real ones that "
        "neither the GAN, nor the choice of its checkpoint, nor a filter has seen.",
        f"The classifier is a {said.classifier}. Every arm takes the same number of steps, with as many pictures of "
        f"each class in a batch, and begins alike in each of {counts['seeds']} seeds.",
        "The interval counts how much the seeds differ and how much the test pictures do.",
        "At less than 100 % the GAN has still learned from all real pictures: the synthetic ones bring some of the "
        "others' knowledge along.",
    ]
