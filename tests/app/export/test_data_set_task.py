"""The data set of Export, with nothing faked: from the form of a run that learned classes to the verdict."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from torchvision.datasets import ImageFolder

from ganstudio.app.export.data_set_task import DataSetController, DataSetTask
from ganstudio.app.runner.between_steps import open_from_disk
from ganstudio.app.training.live_page import LivePage
from ganstudio.panels.parts.plot import Plot
from ganstudio.panels.training.data_set_form import Examples
from ganstudio.scores.classifier import Learner
from ganstudio.workflows import judge_augmented
from ganstudio.workflows.judge_augmented import open_learner
from tests.app.tiny_runs import tiny_run
from tests.panels.using import control, press, texts
from tests.workflows.test_augment import SIZES, draw_classes, trained

PATIENCE = 240_000
"""The judge trains a hundred classifiers."""


@pytest.fixture
def task() -> Iterator[DataSetTask]:
    made = DataSetTask(open_from_disk)
    yield made
    assert made.close()


@pytest.fixture
def page(qtbot: QtBot, task: DataSetTask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LivePage:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    pictures = draw_classes(tmp_path / "pictures", SIZES)
    made = LivePage()
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show()
    DataSetController(made, task, tmp_path / "out", made)
    made.show_run(trained(tmp_path / "run", pictures), [])
    made.show_export()
    press(made.export, "Data set…")
    assert made.data_set.isVisible()
    for name in ("What looks like another class", "What is unlike the real ones"):
        press(made.data_set, name)  # what has learned for three steps passes neither
    return made


def test_that_rare_classes_are_filled_up_with_counts_and_examples(
    qtbot: QtBot, page: LivePage, task: DataSetTask, tmp_path: Path
) -> None:
    stages: list[str] = []
    task.staged.connect(lambda title, *_: stages.append(title))
    press(page.data_set, "The real pictures too")
    with qtbot.waitSignal(task.done, timeout=PATIENCE):
        press(page.data_set, "Make it")
    read = ImageFolder(str(tmp_path / "out" / "run-data-set"))
    assert read.classes == ["cats", "dogs", "owls"]
    assert [read.targets.count(label) for label in range(3)] == [max(map(read.targets.count, range(3)))] * 3
    assert page.data_set.message().startswith("Made: cats 0, dogs ")
    assert "Drawing" in stages
    said = " ".join(["", *texts(page.data_set)])
    assert "copies of training pictures" in said
    assert len(page.data_set.findChildren(Examples)) == 1 - said.count(" 0 of ")


def test_that_the_verdict_comes_with_its_curves(
    qtbot: QtBot, page: LivePage, task: DataSetTask, tmp_path: Path
) -> None:
    form = page.data_set
    press(form, "What the discriminator rejects")
    press(form, "Say whether it helps")
    with qtbot.waitSignal(task.done, timeout=PATIENCE):
        press(form, "Make it")
    assert any("95 % interval" in text for text in texts(form))
    (plot,) = form.findChildren(Plot)
    assert len(plot.curveKeys()) == 4
    assert (tmp_path / "out" / "run-data-set" / "judge.html").exists()


def test_that_the_chosen_classifier_judges(
    qtbot: QtBot, page: LivePage, task: DataSetTask, monkeypatch: pytest.MonkeyPatch
) -> None:
    form, opened = page.data_set, []

    def opening(kind: str, *more: object) -> Learner:
        opened.append(open_learner(kind, *more))  # type: ignore[arg-type]
        return opened[-1]

    monkeypatch.setattr(judge_augmented, "open_learner", opening)
    task.staged.connect(lambda title, *_: title == "Judging" and task.cancel())
    assert not control(form, "Classifier: ResNet-18").isVisibleTo(form)
    press(form, "What the discriminator rejects")
    press(form, "Say whether it helps")
    press(form, "Classifier: ResNet-18")
    with qtbot.waitSignal(task.done, timeout=PATIENCE):
        press(form, "Make it")
    assert [learner.name for learner in opened] == ["resnet18"]


def test_that_it_is_stopped_and_goes_on(qtbot: QtBot, page: LivePage, task: DataSetTask) -> None:
    task.staged.connect(lambda *_: task.cancel())
    with qtbot.waitSignal(task.done, timeout=PATIENCE):
        press(page.data_set, "Make it")
    assert "go on with what is there" in page.data_set.message()
    task.staged.disconnect()
    with qtbot.waitSignal(task.done, timeout=PATIENCE):
        press(page.data_set, "Make it")
    assert page.data_set.message().startswith("Made: ")


def test_that_a_run_without_classes_is_a_sentence(
    qtbot: QtBot, page: LivePage, task: DataSetTask, tmp_path: Path
) -> None:
    page.show_run(tiny_run(tmp_path / "plain"), [])
    with qtbot.waitSignal(task.failed, timeout=PATIENCE):
        press(page.data_set, "Make it")
    assert "has learned without classes" in page.data_set.message()
