"""One worker, one piece of work at a time, and every end is heard of."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ganstudio.app.common.background import Background
from ganstudio.app.runner.event_batches import SLICE, EventBatches
from ganstudio.core.events import Finished
from ganstudio.workflows.progress import TaskProgress


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background("test")
    yield made
    assert made.close()


def test_that_the_result_comes_back(qtbot: QtBot, background: Background) -> None:
    def work(report: TaskProgress) -> str:
        report.progress(2, 2)
        return "result"

    heard: list[object] = []
    background.done.connect(heard.append)
    with qtbot.waitSignals([background.progress, background.done]):
        background.start(work)
    assert heard == ["result"]
    assert not background.busy


@pytest.mark.parametrize(("error", "part"), [(ValueError("A sentence."), "A sentence."), (KeyError("x"), "KeyError")])
def test_that_an_exception_comes_back_as_a_sentence(
    qtbot: QtBot, background: Background, error: Exception, part: str
) -> None:
    def work(_: TaskProgress) -> None:
        raise error

    with qtbot.waitSignal(background.failed) as caught:
        background.start(work)
    assert part in caught.args[0]
    with qtbot.waitSignal(background.done):
        background.start(lambda _: 1)


def test_that_the_newest_request_wins(qtbot: QtBot, background: Background) -> None:
    begun = threading.Event()

    def old(report: TaskProgress) -> str:
        begun.set()
        while not report.cancelled():
            pass
        return "old"

    heard: list[object] = []
    background.done.connect(heard.append)
    background.start(old)
    assert begun.wait(5)
    with qtbot.waitSignal(background.done):
        background.start(lambda _: "new")
    assert heard == ["new"]


def test_that_cancelling_is_answered(qtbot: QtBot, background: Background) -> None:
    def work(report: TaskProgress) -> None:
        while not report.cancelled():
            pass

    background.start(work)
    with qtbot.waitSignal(background.cancelled):
        background.cancel()
    assert not background.busy


def test_that_events_are_handed_over_together_and_in_order(qtbot: QtBot) -> None:
    batches = EventBatches()
    heard: list[list[Finished]] = []
    batches.arrived.connect(heard.append)
    events = [Finished(outcome="completed", step=step, kimg=0, seconds=0) for step in range(10_000)]
    with qtbot.waitSignal(batches.drained):
        for event in events:
            batches.take(event)
    assert [event for batch in heard for event in batch] == events
    assert len(heard) <= 10_000 // SLICE
