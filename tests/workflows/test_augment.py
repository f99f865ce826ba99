"""Filling classes up: counts, filters, what is never seen, and what makes no sense."""

import errno
import itertools
from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image
from torchvision.datasets import ImageFolder

from ganstudio.core.images.check_report import ImagesError
from ganstudio.core.images.test_part import parted
from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.settings import values_of
from ganstudio.export.provenance import read_recipe
from ganstudio.models.cgan.recipe import CGAN
from ganstudio.models.linear.recipe import Linear
from ganstudio.workflows.augment import AugmentError, AugmentRequest, augment, open_ground, wanted
from ganstudio.workflows.augment_filters import AgreementFilter, Candidates, CopyFilter, PrecisionFilter, Sieve
from ganstudio.workflows.branch_run import branch
from ganstudio.workflows.export_pictures import Studio
from ganstudio.workflows.judge import JudgeError, digests
from ganstudio.workflows.judge_augmented import JudgeRequest, augment_and_judge, exam_of, unseen_pictures
from ganstudio.workflows.open_run import open_generator, open_session, parts_of
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.unfinished import UnfinishedError

SIZES = {"cats": 40, "dogs": 12, "owls": 25}
QUIET = TaskProgress(lambda done, total: None)


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def draw_classes(folder, sizes, first=0):
    """Pictures of one colour for each class, with noise of their own."""
    for number, (name, count) in enumerate(sizes.items()):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for index in range(count):
            noise = np.random.default_rng([first, number, index]).integers(0, 120, (16, 16, 3), np.uint8)
            noise[..., number] += 120
            Image.fromarray(noise).save(folder / name / f"{index:03d}.png")
    return folder


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    return draw_classes(tmp_path_factory.mktemp("pictures"), SIZES)


def trained(folder, pictures, share=0.25, recipe=None) -> Run:
    recipe = recipe or CGAN(resolution=16, architecture="linear", width=4, batch=8)
    settings = RunSettings(
        recipe=recipe.name, sides=((str(pictures),),), values=values_of(recipe), budget=Budget(steps=3), device="cpu",
        preparation=Preparation(labels=recipe.conditional, test_share=share),
    )  # fmt: skip
    run = Run.create(folder, settings)
    session = open_session(run)
    assert list(session.events())[-1].outcome == "completed"
    return run


@pytest.fixture(scope="module")
def run(tmp_path_factory, pictures) -> Run:
    return trained(tmp_path_factory.mktemp("runs") / "run", pictures)


def studio_of(run: Run) -> Studio:
    return Studio(open_generator(run, device="cpu"), run.name)


def ground_of(run: Run, folder):
    return open_ground(run, str(folder), open_generator(run, device="cpu"), QUIET)


def test_that_the_test_part_is_neither_trained_on_nor_looked_at(run):
    session = open_session(run)
    prepared = ground_of(run, run.settings.sides[0][0]).learned
    parts = parts_of(prepared, run.settings)
    assert len(parts.test) > 5
    unseen = {prepared.digests[row] for row in parts.test}
    shown = (session.images.batch(step).images for step in range(30))
    seen = {
        each for images in shown for each in digests(((images + 1) * 127.5).round().byte().permute(0, 2, 3, 1).numpy())
    }
    assert len(seen) == len(parts.trained)
    assert not seen & unseen
    assert sorted([*parts.trained, *parts.held_out, *parts.test]) == list(range(len(prepared.names)))


def test_that_a_test_part_changes_nothing_for_runs_without_one(run, pictures):
    prepared = ground_of(run, pictures).learned
    without = replace(run.settings, preparation=replace(run.settings.preparation, test_share=0.0))
    assert len(parts_of(prepared, without).trained) == len(prepared.names)


def test_that_a_branch_cannot_set_aside_what_was_learned(run, tmp_path):
    with pytest.raises(ValueError, match="test_share cannot change in a branch"):
        branch(run, checkpoint=None, changes={"test_share": 0.4}, out=tmp_path / "branch")


def test_that_every_class_is_filled_up_to_the_largest_and_imagefolder_agrees(run, pictures, tmp_path):
    ground = ground_of(run, pictures)
    request = AugmentRequest(out=tmp_path / "set", filters=(), with_real=True)
    drawn = augment(ground, studio_of(run), request, QUIET)
    read = ImageFolder(str(tmp_path / "set"))
    assert read.classes == list(ground.classes)
    assert np.bincount(read.targets).tolist() == [int(ground.counts.max())] * 3
    synthetic = [line["synthetic"] for line in drawn.sheet["classes"]]
    assert synthetic == (ground.counts.max() - ground.counts).tolist()
    unseen = set(digests(ground.test.pixels))
    assert not unseen & set(digests(np.stack([np.asarray(image) for image, _ in read])))
    page = (tmp_path / "set" / "data-sheet.html").read_text()
    for part in ("How it was made", "What it must not be used for", "dogs", run.name):
        assert part in page


def test_that_every_synthetic_file_says_how_it_is_made_again(run, pictures, tmp_path):
    studio = replace(studio_of(run), psi=0.7)
    augment(ground_of(run, pictures), studio, AugmentRequest(out=tmp_path / "set", filters=()), QUIET)
    files = sorted((tmp_path / "set" / "dogs").glob("seed-*.png"))
    recipe = read_recipe(files[3])
    assert (recipe["run"], recipe["step"], recipe["psi"], recipe["label"]) == (run.name, 3, 0.7, "dogs")
    again = replace(studio, label="dogs").draw([recipe["seed"]])[0]
    assert np.array_equal(again, np.asarray(Image.open(files[3])))


def test_that_the_same_request_keeps_the_same_pictures(run, pictures, tmp_path):
    names = []
    for place in ("one", "two"):
        request = AugmentRequest(out=tmp_path / place, to=45, filters=("copies", "agreement"))
        augment(ground_of(run, pictures), studio_of(run), request, QUIET)
        names.append(sorted(path.name for path in (tmp_path / place).rglob("*.png")))
    assert names[0] == names[1]


# Filters --------------------------------------------------------------------------------------------------------------


def candidates(count: int, label: int = 0) -> Candidates:
    return Candidates(np.full((count, 4, 4, 3), 7, np.uint8), label, np.arange(count))


def test_that_copies_of_training_pictures_are_dropped():
    training = torch.randn(200, 12, generator=torch.Generator().manual_seed(0))
    fresh = torch.randn(50, 12, generator=torch.Generator().manual_seed(1))
    rows = torch.cat([training[:20] + 0.01, fresh])
    kept = CopyFilter({0: training}).keeps(candidates(70), rows)
    assert not kept[:20].any()
    assert kept[20:].mean() > 0.9


def test_that_what_is_unlike_its_class_is_dropped():
    real = torch.randn(300, 3, generator=torch.Generator().manual_seed(0))
    rows = torch.cat([real[:30] + 0.02, torch.full((10, 3), 9.0)])
    kept = PrecisionFilter({0: real}).keeps(candidates(40), rows)
    assert kept[:30].mean() > 0.9
    assert not kept[30:].any()


def test_that_filters_look_only_at_what_is_left_and_count_with_examples():
    class Every:
        """Drops every other picture."""

        name, title = "copies", "every other"

        def keeps(self, candidates, features):
            return np.arange(len(candidates)) % 2 == 0

    from ganstudio.scores.features import open_extractor

    sieve = Sieve([Every(), Every()], open_extractor("builtin"))
    left, features, dropped = sieve(candidates(40))
    assert len(left) == len(features) == 10
    assert dropped == [(-1, 0, 1, 0)[number % 4] for number in range(40)]
    assert [(tally.seen, tally.dropped, len(tally.examples)) for tally in sieve.tallies] == [(40, 20, 12), (20, 10, 10)]


def test_that_a_picture_of_another_class_disagrees_with_its_label():
    from ganstudio.scores.classifier import Head
    from ganstudio.scores.features import open_extractor

    head = Head(open_extractor("builtin"), 60)
    draw = np.random.default_rng(0)
    pixels = draw.integers(0, 120, (80, 16, 16, 3), np.uint8)
    labels = np.arange(80) % 2
    pixels[labels == 1, ..., 0] += 120
    features = head.inputs(pixels)
    agreement = AgreementFilter(head, features[:40], labels[:40], 2)
    kept = agreement.keeps(candidates(40, label=1), features[40:])
    assert np.array_equal(kept, labels[40:] == 1)


def test_that_without_held_out_pictures_the_discriminator_is_left_out_with_the_reason(run, pictures, tmp_path):
    request = AugmentRequest(out=tmp_path / "set", filters=("discriminator",))
    drawn = augment(ground_of(run, pictures), studio_of(run), request, QUIET)
    assert drawn.sheet["filters"] == []
    assert "calibrated on 50 held-out pictures or more" in drawn.sheet["remarks"][0]


def test_that_a_filter_that_keeps_nothing_comes_to_an_end(run, pictures, tmp_path, monkeypatch):
    monkeypatch.setattr(PrecisionFilter, "keeps", lambda self, candidates, features: np.zeros(len(candidates), bool))
    request = AugmentRequest(out=tmp_path / "set", filters=("precision",))
    drawn = augment(ground_of(run, pictures), studio_of(run), request, QUIET)
    assert any("the filters kept 0 of the" in remark for remark in drawn.sheet["remarks"])


# What makes no sense --------------------------------------------------------------------------------------------------


def test_that_a_run_without_classes_is_refused(pictures, tmp_path):
    run = trained(tmp_path / "linear", pictures, 0.0, Linear(resolution=16, batch=8))
    with pytest.raises(AugmentError, match=r"has learned without classes.*such as cgan"):
        ground_of(run, pictures)


def test_that_one_class_needs_a_number(run, tmp_path):
    ground = ground_of(run, draw_classes(tmp_path / "few", {"cats": 20}))
    with pytest.raises(AugmentError, match=r"only one class, cats.*--to N"):
        wanted(ground, 0)
    assert wanted(ground, 100)


def test_that_a_class_with_one_picture_is_named_on_the_sheet(run, tmp_path):
    folder = draw_classes(tmp_path / "in", {"cats": 6, "dogs": 6})
    for path in sorted((folder / "dogs").iterdir()):
        if len(ground_of(run, folder).real.labels[ground_of(run, folder).real.labels == 1]) == 1:
            break
        path.unlink()
    drawn = augment(ground_of(run, folder), studio_of(run), AugmentRequest(out=tmp_path / "s", filters=()), QUIET)
    assert any(remark.startswith("dogs has 1 real picture") for remark in drawn.sheet["remarks"])


def test_that_full_classes_need_a_number(run, tmp_path, pictures):
    with pytest.raises(AugmentError, match=r"pictures or more already.*--to N"):
        wanted(ground_of(run, pictures), 3)


def test_that_a_class_that_was_not_learned_is_named(run, tmp_path):
    with pytest.raises(AugmentError, match="bears is not a class that run has learned; it knows cats, dogs, owls"):
        ground_of(run, draw_classes(tmp_path / "bears", {"bears": 3, "cats": 3}))


def test_that_a_folder_that_is_taken_is_not_written_into(run, pictures, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(AugmentError, match="is there already and not empty"):
        augment(ground_of(run, pictures), studio_of(run), AugmentRequest(out=tmp_path, filters=()), QUIET)


def test_that_a_disk_that_fills_is_told_with_what_is_there(run, pictures, tmp_path, monkeypatch):
    from ganstudio.export import data_set

    written, number = data_set.publish, itertools.count()

    def full(path, write):
        if next(number) == 7:
            raise OSError(errno.ENOSPC, "No space left on device")
        return written(path, write)

    monkeypatch.setattr(data_set, "publish", full)
    with pytest.raises(UnfinishedError, match=r"The disk is full.* 7 of \d+ are in"):
        augment(ground_of(run, pictures), studio_of(run), AugmentRequest(out=tmp_path / "s", filters=()), QUIET)
    assert len(list((tmp_path / "s").rglob("*.png"))) == 7


def content_of(folder):
    """Every file of a set by its name; of a tar what is inside."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("kind", "filters"), [("folder", ("copies", "agreement")), ("webdataset", ("copies",)), ("csv", ("copies",))]
)
def test_that_a_set_that_was_ended_goes_on_and_is_the_same_as_in_one_go(run, pictures, tmp_path, kind, filters):
    ground, studio = ground_of(run, pictures), studio_of(run)
    request = AugmentRequest(out=tmp_path / "whole", filters=filters, format=kind, with_real=True, to=60)
    assert augment(ground, studio, request, QUIET).complete
    ticks = itertools.count()
    ending = TaskProgress(lambda done, total: ending.cancel() if done >= total // 2 else None, lambda: next(ticks))
    ended = replace(request, out=tmp_path / "ended")
    assert not augment(ground, studio, ended, ending).complete
    with open(ended.out / "augment-marks.jsonl", "a") as file:
        file.write('{"class":1,"fir')  # as a power cut leaves it
    assert augment(ground, studio, ended, QUIET).complete
    whole, again = content_of(request.out), content_of(ended.out)
    whole.pop("augment-marks.jsonl"), again.pop("augment-marks.jsonl")
    assert again == whole


def test_that_what_the_filters_have_said_is_not_asked_again(run, pictures, tmp_path, monkeypatch):
    ground, studio = ground_of(run, pictures), studio_of(run)
    request = AugmentRequest(out=tmp_path / "set", filters=("copies",))
    augment(ground, studio, request, QUIET)
    monkeypatch.setattr(CopyFilter, "keeps", lambda *_: pytest.fail("it was asked again"))
    assert augment(ground, studio, request, QUIET).complete
    with pytest.raises(AugmentError, match="is there already and not empty"):
        augment(ground, studio, replace(request, first_seed=5), QUIET)


def test_that_after_a_full_disk_the_same_again_goes_on(run, pictures, tmp_path, monkeypatch):
    from ganstudio.export import data_set

    ground, studio, request = ground_of(run, pictures), studio_of(run), AugmentRequest(out=tmp_path / "s", filters=())
    with monkeypatch.context() as patch:
        written, number = data_set.publish, itertools.count()
        full = OSError(errno.ENOSPC, "No space left on device")
        patch.setattr(
            data_set, "publish", lambda *each: written(*each) if next(number) < 7 else (_ for _ in ()).throw(full)
        )
        with pytest.raises(UnfinishedError, match="the same again goes on with the rest"):
            augment(ground, studio, request, QUIET)
    drawn = augment(ground, studio, request, QUIET)
    assert len(list(request.out.rglob("*.png"))) == sum(line["synthetic"] for line in drawn.sheet["classes"])


def test_that_a_share_that_leaves_a_class_nothing_is_refused_before_training(tmp_path):
    """A class with one picture, drawn until it is one that falls into the test part."""
    for first in range(40):
        folder = draw_classes(tmp_path / str(first), {"cats": 30, "dogs": 1}, first)
        with Image.open(folder / "dogs" / "000.png") as picture:
            _, test = parted(digests(np.asarray(picture)[None]), 0.5)
        if len(test):
            break
    with pytest.raises(ImagesError, match="the class dogs falls into the test part"):
        trained(tmp_path / "run", folder, 0.5)


# The judge ------------------------------------------------------------------------------------------------------------


def test_that_a_run_that_learned_everything_has_nothing_to_be_tested_on(pictures, tmp_path):
    run = trained(tmp_path / "all", pictures, 0.0)
    with pytest.raises(JudgeError, match=r"has learned from every picture.*--test-share 0.2.*--test FOLDER"):
        unseen_pictures(ground_of(run, pictures), "", QUIET)


def test_that_a_test_folder_with_learned_pictures_is_refused(run, pictures):
    with pytest.raises(JudgeError, match=r"\d+ of the 77 pictures of .* are among those that run has learned from"):
        unseen_pictures(ground_of(run, pictures), str(pictures), QUIET)


def test_that_a_test_folder_of_new_pictures_is_taken(run, pictures, tmp_path):
    test, remarks = unseen_pictures(ground_of(run, pictures), str(draw_classes(tmp_path, SIZES, first=9)), QUIET)
    assert len(test.labels) == sum(SIZES.values())
    assert remarks == []


def test_the_whole_loop_and_that_it_goes_on_without_drawing_again(run, pictures, tmp_path):
    request = AugmentRequest(out=tmp_path / "set", filters=("copies",), format="webdataset")
    judging = JudgeRequest(shares=(50, 100), seeds=2, steps=5, classifier="head", device="cpu")
    titles = []

    def stage(title):
        titles.append(title)
        report = TaskProgress(lambda done, total: report.cancel() if (title, ending) == ("Judging", True) else None)
        return report

    ending = True
    assert augment_and_judge(run, str(pictures), studio_of(run), request, judging, stage) is None
    ending = False
    came = augment_and_judge(run, str(pictures), studio_of(run), request, judging, stage)
    assert titles == ["Reading", "Reading", "Drawing", "Judging", "Reading", "Reading", "Judging"]
    assert came.judgement.sentence in (tmp_path / "set" / "judge.html").read_text()
    ground = ground_of(run, pictures)
    _, test = parted(ground.learned.digests, 0.25)
    assert came.judgement.counts["test"] == len(test)


def test_that_no_held_out_picture_is_in_a_training_arm(run, pictures, tmp_path):
    ground = ground_of(run, pictures)
    request = AugmentRequest(out=tmp_path / "set", filters=(), each=20)
    exam = exam_of(ground, augment(ground, studio_of(run), request, QUIET), ground.test)
    unseen = set(digests(exam.test.pixels))
    assert len(unseen) == len(exam.test.labels) > 0
    assert not unseen & set(digests(exam.real.pixels) + digests(exam.synthetic.pixels))
    assert not unseen & {ground.learned.digests[row] for row in [*ground.parts.trained, *ground.parts.held_out]}
