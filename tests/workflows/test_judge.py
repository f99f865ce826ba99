"""The judge: right where the truth is known, refused where it would say nothing, and gone on with after an end."""

import itertools

import numpy as np
import pytest

from ganstudio.scores.classifier import Head
from ganstudio.scores.features import open_extractor
from ganstudio.workflows.judge import ARMS, Exam, Judge, JudgeError, LabelledPictures
from ganstudio.workflows.judgement import judgement, report_of
from ganstudio.workflows.progress import TaskProgress, TimeLeft
from tests.workflows.judged import KINDS, exam_of, judged, required

FEW = {"real": 120, "test": 100}


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_judge_is_right_where_the_truth_is_known(kind):
    """One repetition; all five with more pictures are run by `python -m tests.benchmarks.judge_truth`."""
    sizes = {"real": 240, "test": 160} if kind == "perfect" else FEW
    result = judged(exam_of(kind, 0, **sizes), KINDS[kind].share, seeds=4)
    assert required(kind, result.difference), result.sentence
    assert result.sentence.startswith(f"The synthetic pictures {result.difference.verdict}")


def quiet() -> TaskProgress:
    return TaskProgress(lambda done, total: None)


def judge_of(exam: Exam, **known) -> Judge:
    return Judge(exam, Head(open_extractor("builtin"), 10), seeds=2, **known)


def test_that_all_arms_are_there_at_each_share_and_in_the_report():
    judge = judge_of(exam_of("duplicates", 0, **FEW), shares=(30, 100))
    said = judgement(judge, judge.marks(quiet()))
    assert [(each.arm, each.share) for each in said.standings] == [
        *((arm, share) for share in (30, 100) for arm in ARMS[:3]),
        (ARMS[3], 0),
    ]
    page = report_of(said, "Does it help?").to_html()
    for part in (said.sentence, *ARMS, "TRTS", "<svg", *said.classes):
        assert part in page
    assert said.transferred == pytest.approx(said.standing("real", 100).accuracy, abs=60)


def test_that_a_judge_that_was_ended_goes_on_where_it_was(tmp_path):
    exam, kept = exam_of("noise", 0, **FEW), tmp_path / "marks.jsonl"
    whole = judge_of(exam, shares=(50,)).marks(quiet())
    moments = itertools.count()
    report = TaskProgress(lambda done, total: report.cancel() if done == 3 else None, lambda: next(moments))
    assert judge_of(exam, shares=(50,), kept=kept).marks(report) is None
    kept.write_text(kept.read_text()[:-40])  # killed within a line
    left = []
    again = judge_of(exam, shares=(50,), kept=kept).marks(
        TaskProgress(lambda done, total: left.append(done), lambda: next(moments))
    )
    assert left[0] == 2  # of three, and one was cut short
    assert {training.key for training in whole} == {training.key for training in again}
    assert all(np.array_equal(whole[training].test, again[training].test) for training in whole)


def test_that_marks_of_another_exam_are_not_used(tmp_path):
    kept = tmp_path / "marks.jsonl"
    judge_of(exam_of("noise", 0, **FEW), shares=(50,), kept=kept).marks(quiet())
    other = exam_of("shuffled", 0, **FEW)
    marks = judge_of(other, shares=(50,), kept=kept).marks(quiet())
    expected = judge_of(other, shares=(50,)).marks(quiet())
    assert all(np.array_equal(marks[training].test, expected[training].test) for training in marks)


def test_that_the_arms_of_a_seed_have_the_same_real_pictures_of_every_class():
    judge = judge_of(exam_of("noise", 0, **FEW), shares=(10,))
    rows = judge.subset(10, 0)
    assert list(rows) == list(judge.subset(10, 0)) != list(judge.subset(10, 1))
    assert set(judge.exam.real.labels[rows]) == set(judge.exam.real.labels)


def test_that_a_test_picture_among_those_to_train_on_is_refused():
    exam = exam_of("noise", 0, **FEW)
    pixels = np.concatenate([exam.real.pixels[:-1], exam.test.pixels[:1]])
    with pytest.raises(JudgeError, match=r"1 of the real pictures to train on are pictures of the test part"):
        Exam(exam.classes, LabelledPictures(pixels, exam.real.labels), exam.synthetic, exam.added, exam.test)


def test_that_one_class_or_one_picture_says_nothing():
    exam = exam_of("noise", 0, **FEW)
    zeros = [LabelledPictures(each.pixels, 0 * each.labels) for each in (exam.real, exam.synthetic, exam.test)]
    with pytest.raises(JudgeError, match="there is only one"):
        Exam(("a",), zeros[0], zeros[1], exam.added, zeros[2])
    rare = np.flatnonzero(exam.test.labels == 2)[1:]
    test = LabelledPictures(np.delete(exam.test.pixels, rare, 0), np.delete(exam.test.labels, rare))
    with pytest.raises(JudgeError, match=rf"The class {exam.classes[2]} has 1 picture in the test part"):
        Exam(exam.classes, exam.real, exam.synthetic, exam.added, test)


def test_that_nothing_added_is_nothing_to_judge():
    exam = exam_of("noise", 0, **FEW)
    with pytest.raises(JudgeError, match="ask for more pictures with --to N"):
        judge_of(Exam(exam.classes, exam.real, exam.synthetic, exam.added[:0], exam.test))


def test_that_the_time_left_follows_from_what_was_done():
    moments = iter([0.0, 10.0, 30.0])
    left = TimeLeft(lambda: next(moments))
    assert left.after(4, 10) is None
    assert left.after(5, 10) == pytest.approx(50.0)
    assert left.after(7, 10) == pytest.approx(30.0)
