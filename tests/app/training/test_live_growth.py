"""The live page on runs that grow and on runs that auto chose, by replaying their events."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ganstudio.app.training.live_page import LivePage
from ganstudio.core.events import Progress, Started
from ganstudio.core.run import Run, RunSettings
from tests.app.fakes import new_run


def started(reason: str = "") -> Started:
    return Started(run="r", recipe="progan", device="CPU", precision="fp32", images=9, resolution=64, channels=3,
                   batch=16, step=0, kimg=0.0, reason=reason)  # fmt: skip


def progress(step: int, **losses: float) -> Progress:
    return Progress(step=step, kimg=step / 10, seconds=step, images_per_second=9.0, losses={"generator": 1.0} | losses)


@pytest.fixture
def page(qtbot: QtBot) -> LivePage:
    made = LivePage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_the_stage_and_the_fade_are_told_beside_the_pictures(page: LivePage, tmp_path: Path) -> None:
    page.show_run(new_run(tmp_path / "growing"), [started(), progress(1, stage=8.0, fade=0.25)])
    assert page.growth.text() == "Growing: 8 of 64 px, fading in 25 %"
    page.take([progress(2, stage=9.0, fade=0.7)])
    assert page.growth.text() == "Growing: 8 of 64 px, fading in 25 %"
    page.take([progress(3, stage=64.0, fade=1.0)])
    assert page.growth.text() == "Growing: 64 px, fully grown"
    page.show_run(new_run(tmp_path / "plain"), [started(), progress(1)])
    assert not page.growth.isVisible()


def test_that_a_run_chosen_by_auto_says_why(page: LivePage, tmp_path: Path) -> None:
    page.show_run(new_run(tmp_path / "run"), [], "running")
    page.take([started("Upsampling GAN at 32 px, because there are 9 pictures.")])
    assert page.detail.text() == "Upsampling GAN at 32 px, because there are 9 pictures."
    assert "because" in page.verdict.toolTip()


def test_that_measuring_is_told_while_it_lasts(page: LivePage, tmp_path: Path) -> None:
    run = Run.create(tmp_path / "run", RunSettings(recipe="auto", sides=(("pictures",),)))
    page.show_run(run, [], "preparing")
    page.setPreparing(3, 9)
    assert page.detail.text() == "3 of 9 pictures prepared."
    page.setPreparing(9, 9)
    assert "measuring how fast" in page.detail.text()
