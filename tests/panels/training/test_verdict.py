"""The verdict: scores with what they rest on, warnings with their remedies, and what is said of a run that ended."""

import dataclasses
import html
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganstudio.core.events import Event, Progress, Sampled, Scored, Warned
from ganstudio.core.settings import settings_of
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.panels.parts.findings import Findings
from ganstudio.panels.parts.scales import NUMBERS, ScaleBar, scale_words
from ganstudio.panels.training.verdict import VerdictPanel
from tests.panels.using import texts

SLOWER = Warned(
    step=120,
    topic="discriminator",
    message="The discriminator is too strong: it is hardly ever wrong.",
    advice="Halve its learning rate.",
    remedy={"discriminator_lr": 1e-4, "flip": True},
)
FEW = Warned(step=0, topic="few", message="There are only 8 images.", advice="Add images.")


def scored(kimg: float, kid: float, *, count: int = 1000, features: str = "builtin-1", copies: float = 0.0) -> Scored:
    scores = {"KID": kid, "copies": copies, "copies held out": 0.01}
    return Scored(step=round(kimg * 10), kimg=kimg, scores=scores, count=count, features=features)


def progress(step: int, **losses: float) -> Progress:
    return Progress(step=step, kimg=step / 10, seconds=step, images_per_second=1, losses=losses)


@pytest.fixture
def panel(qtbot: QtBot) -> VerdictPanel:
    made = VerdictPanel()
    qtbot.addWidget(made)
    made.resize(460, 600)
    made.show()
    return made


def shown(panel: VerdictPanel, events: Sequence[Event]) -> dict[str, tuple[str, str]]:
    panel.take(events)
    panel.showNumbers()
    return {name: (value, words) for name, value, words in panel.numbers()}


def test_that_each_score_says_its_best_its_way_and_what_it_rests_on(panel: VerdictPanel) -> None:
    numbers = shown(panel, [scored(10, 0.02), scored(20, 0.01), scored(30, 0.04)])
    value, words = numbers["KID"]
    assert value == "0.04"
    assert "lower is better" in words
    assert "lowest 0.01 at 20.0 kimg" in words
    assert "N 1,000" in numbers[""][1]
    assert "builtin-1" in numbers[""][1]


def test_that_the_best_is_the_marked_moment_and_not_the_lowest(panel: VerdictPanel) -> None:
    marked = [dataclasses.replace(scored(kimg, kid), best=best) for kimg, kid, best in
              ((10, 0.01, True), (20, 0.012, True), (30, 0.009, False))]  # fmt: skip
    words = shown(panel, marked)["KID"][1]
    assert "0.012 at the moment marked as the best, 20.0 kimg" in words
    assert "0.009" not in words
    assert "lowest" not in words


def test_that_every_number_stands_on_a_bar_from_bad_to_good(panel: VerdictPanel) -> None:
    scores = {"KID": 0.4, "MIND": 90.0, "coverage": 0.8, "copies": 0.2, "copies held out": 0.02}
    first = Scored(step=1, kimg=1, scores=scores, count=5000, features="builtin-1", spoilt=0.2)
    panel.setValues({"generator_lr": 2e-4, "discriminator_lr": 2e-4}, settings_of(DCGAN))
    grid = Sampled(step=1, kimg=1, path="x", rows=1, columns=1, variety=0.4)
    shown(panel, [first, grid, progress(3000, **{"D(x)": 0.7, "D(G(z))": 0.3})])
    bad = panel.bars()
    assert set(bad) == {
        "KID",
        "Coverage",
        "Variety",
        "Copies",
        "Gap",
        "kimg",
        "lr",
    }  # MIND: nothing to stand beside yet
    assert bad["KID"] == 0.0
    assert bad["Copies"] < 0.1
    assert bad["Coverage"] == pytest.approx(0.8)
    assert bad["Gap"] == pytest.approx(1.0)
    assert bad["lr"] == pytest.approx(1.0)
    better = scores | {"KID": 0.01, "MIND": 9.0, "copies": 0.02}
    shown(panel, [dataclasses.replace(first, step=2, kimg=2, scores=better)])
    good = panel.bars()
    assert good["KID"] > 0.9
    assert good["MIND"] == pytest.approx(0.9)
    assert good["Copies"] > 0.8
    panel.setValues({"generator_lr": 2e-4, "discriminator_lr": 2e-3}, settings_of(DCGAN))
    panel.showNumbers()
    assert panel.bars()["lr"] < 0.1


@pytest.mark.parametrize("name", NUMBERS)
def test_that_help_and_the_bar_say_the_same_of_a_number(panel: VerdictPanel, name: str) -> None:
    scores = {"KID": 0.4, "MIND": 90.0, "coverage": 0.8, "copies": 0.2, "copies held out": 0.02}
    first = Scored(step=1, kimg=1, scores=scores, count=5000, features="builtin-1", spoilt=0.2)
    second = dataclasses.replace(first, step=2, scores=scores | {"MIND": 80.0})
    panel.setValues({"generator_lr": 2e-4, "discriminator_lr": 2e-4}, settings_of(DCGAN))
    shown(panel, [first, second, progress(3000, **{"D(x)": 0.7, "D(G(z))": 0.3})])
    hints = [bar.toolTip() for bar in panel.findChildren(ScaleBar) if not bar.isHidden()]
    assert sum(html.escape(scale_words(name)) in hint for hint in hints) == 1


def test_that_a_score_with_other_features_begins_anew(panel: VerdictPanel) -> None:
    numbers = shown(panel, [scored(10, 0.02), scored(20, 5.0, features="inception")])
    assert "lowest 5 at 20.0 kimg" in numbers["KID"][1]


def test_that_a_score_of_too_few_images_says_so(panel: VerdictPanel) -> None:
    few = Scored(step=1, kimg=1, scores={"FID": 30.0}, count=300, features="inception")
    assert "so few images bias it" in shown(panel, [few])["FID"][1]


def test_that_copies_stand_beside_what_real_images_give(panel: VerdictPanel) -> None:
    value, words = shown(panel, [scored(10, 0.02, copies=0.93)])["Copies"]
    assert value == "93.0%"
    assert "1.0%" in words


def test_that_variety_and_the_gap_with_held_out_images_are_shown(panel: VerdictPanel) -> None:
    grid = Sampled(step=1, kimg=1, path="x", rows=1, columns=1, variety=0.4)
    numbers = shown(panel, [grid, progress(2, **{"D(x)": 0.9, "D(G(z))": 0.1, "D(held out)": 0.3})])
    assert numbers["Variety"][0] == "40%"
    assert numbers["Gap"][0] == "0.8"
    assert "0.3" in numbers["Gap"][1]


def test_that_the_means_of_discriminator_outputs_forget_slowly() -> None:
    findings = Findings()
    for step, value in enumerate([1.0] * 10 + [0.0] * 10):
        findings.hear(progress(step, **{"D(x)": value}))
    assert findings.outputs["D(x)"] == pytest.approx(0.95**10)


def test_that_a_warning_says_what_was_seen_what_it_means_and_what_to_do(panel: VerdictPanel) -> None:
    panel.take([SLOWER])
    for text in ("The discriminator is too strong", "It is hardly ever wrong.", "Halve its learning rate.", "step 120"):
        assert text in texts(panel)


def test_that_a_remedy_is_one_button_that_says_what_it_changes(qtbot: QtBot, panel: VerdictPanel) -> None:
    panel.setValues({"discriminator_lr": 2e-4})
    panel.take([FEW, SLOWER])
    (button,) = panel.remedies()
    assert button.text() == "Go on with discriminator lr 0.0001 (now 0.0002), flip on"
    with qtbot.waitSignal(panel.remedyRequested) as emitted:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert emitted.args == [SLOWER]


def test_that_a_remedy_calls_settings_by_their_titles(panel: VerdictPanel) -> None:
    remedy = {"augment": "diffaugment", "ema_kimg": 10.0, "augment_policy": "colour"}
    panel.setValues({"augment": "none", "ema_kimg": 5.0}, settings_of(DCGAN))
    panel.take([dataclasses.replace(FEW, remedy=remedy)])
    (button,) = panel.remedies()
    assert button.text() == (
        "Go on with augmentation DiffAugment (now none), EMA half-life 10 (now 5), augment policy colour"
    )


def test_that_warnings_whose_cause_has_gone_come_last_and_are_past(panel: VerdictPanel) -> None:
    panel.take([FEW, SLOWER])
    assert panel.warned() == ["discriminator", "few"]
    panel.setCurrent(["few"])
    assert panel.warned() == ["few", "discriminator"]
    assert "step 120, past" in texts(panel)


def test_that_another_run_begins_with_nothing(panel: VerdictPanel) -> None:
    panel.take([SLOWER, scored(1, 0.5)])
    panel.clear()
    assert panel.warned() == []
    assert [name for name, *_ in panel.numbers()] == ["Scores"]
    panel.setMood("bad", "Stuck", "All samples are one picture.")
    assert (panel.word(), panel.sentence()) == ("Stuck", "All samples are one picture.")


def test_that_nothing_is_said_twice(panel: VerdictPanel) -> None:
    panel.take([FEW])
    panel.setMood("warn", "Watch out", FEW.message)
    assert texts(panel).count(FEW.message) == 1
    panel.setMood("good", "Learning", "Learning well.")
    assert "Learning well." in texts(panel)


def test_that_an_enlarging_run_has_a_line_for_each_score_beside_bicubic(panel: VerdictPanel) -> None:
    own = {"PSNR": 25.8, "SSIM": 0.68, "perceptual": 1.96}
    plain = {f"{name} {way}": value - 1 for name, value in own.items() for way in ("bicubic", "Lanczos")}
    signs = {"colour shift": 1.0, "pattern": 0.2, "brightness": 0.5, "pattern bicubic": 0.1, "brightness bicubic": 0.5}
    scores = own | plain | signs
    numbers = shown(panel, [Scored(step=9, kimg=1, scores=scores, count=20, features="squeezenet")])
    assert set(numbers) == {"PSNR", "SSIM", "Perceptual", ""}
    assert numbers["PSNR"] == ("25.8", "bicubic 24.8, Lanczos 24.8; higher is better; highest 25.8 at 1.0 kimg")
