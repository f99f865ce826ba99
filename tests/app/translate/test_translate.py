"""The Translate page: two folders in, a run of both directions, pictures through it either way."""

import dataclasses
import errno
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory
from ganstudio.app.runner.thread_runner import Runner, ThreadRunner
from ganstudio.app.shell.window import MainWindow
from ganstudio.app.translate import side as translate_side
from ganstudio.app.translate.camera import QtCamera
from ganstudio.app.translate.page import TranslatePage
from ganstudio.app.translate.use import TranslateUse
from ganstudio.app.translate.work import Stopwatch, Translators, carry_out, preview_of_file
from ganstudio.core.run import Budget
from ganstudio.export import translating
from ganstudio.panels.parts.grid_view import GridView
from ganstudio.panels.parts.pictures import to_pixels
from ganstudio.panels.translate.before_after import BeforeAfter
from ganstudio.panels.translate.column_titles import ColumnTitles
from ganstudio.panels.translate.translate_form import TranslateForm
from ganstudio.workflows import open_run
from ganstudio.workflows.open_run import open_session
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.sample_images import SIDE_COUNT, samples_folder
from ganstudio.workflows.unfinished import UnfinishedError
from tests.app.fakes import new_run
from tests.core.fakes import FakeClock
from tests.workflows.test_two_image_sets import run_of

PATIENCE = 180_000
"""Milliseconds: on a busy machine torch alone takes a minute to load."""


@pytest.fixture
def window(qtbot: QtBot, places: Paths) -> Iterator[MainWindow]:
    runner = ThreadRunner()
    window = MainWindow(places, Memory(places.preferences), runner)
    window.show()
    runner.warm_up()
    yield window
    assert window.end_threads(PATIENCE)
    window.close()
    window.deleteLater()


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    folders = []
    for name, tint in (("warm", (200, 60, 20)), ("cold", (20, 60, 200))):
        folder = tmp_path / name
        folder.mkdir()
        for number in range(6):
            shade = Image.linear_gradient("L").resize((20, 24)).rotate(number * 60)
            parts = [shade.point(lambda value, part=part: (value + part) // 2) for part in tint]
            Image.merge("RGB", parts).save(folder / f"{number}.png")
        folders.append(folder)
    return folders[0], folders[1]


def until(qtbot: QtBot, happened: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(happened()), timeout=PATIENCE)


def page_of(window: MainWindow) -> TranslatePage:
    window.navigation.show_page("translate")
    assert window.navigation.translate
    return window.navigation.translate


def picture_of(window: MainWindow, path: Path) -> bytes:
    """A screenshot, kept beside the test's other files; it must show more than an empty window."""
    shot = window.grab()
    assert shot.save(str(path))
    image = shot.toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 20
    return path.read_bytes()


@pytest.mark.slow
def test_that_two_dropped_folders_become_a_translation_both_ways(
    qtbot: QtBot, window: MainWindow, sides: tuple[Path, Path], tmp_path: Path
) -> None:
    page = page_of(window)
    setup = page.setup
    setup.setRecipe("cyclegan", "", {"resolution": 16, "width": 4, "blocks": 1})
    setup.recipes.setBudget(Budget())
    window.navigation.open_paths([str(side) for side in sides])
    until(qtbot, setup.start_button.isEnabled)
    shots = [picture_of(window, tmp_path / "before.png")]
    assert "only 6 pictures" in setup.advice.text()
    setup.start_button.click()
    until(qtbot, lambda: window.runner.current == "running" and page.live.page.grid_path())
    assert page.currentWidget() is page.live
    assert window.title.text() == "warm-cyclegan"
    assert page.live.titles.titles()[:2] == ("A", "A → B")
    assert page.live.page.verdict.text() == "Learning"
    assert page.live.page.sentence.text() == page.live.page.judge.sentence
    shots.append(picture_of(window, tmp_path / "learning.png"))

    until(qtbot, lambda: page.live.page.plots and "cycle" in page.live.page.plots.values())
    plots = page.live.page.plots
    assert plots
    assert {"generator", "cycle", "identity", "discriminator"} <= set(plots.values())
    assert page.live.order.isVisible()
    page.live.order.button(True).click()

    page.live.page.pause_button.click()
    until(qtbot, lambda: window.runner.current == "paused")
    shots.append(picture_of(window, tmp_path / "paused.png"))
    page.live.page.save_button.click()
    page.live.page.pause_button.click()
    until(qtbot, lambda: page.live.strip.button.isEnabled() and window.runner.current == "running")
    page.live.page.stop_button.click()
    until(qtbot, lambda: not window.current_run.busy)

    for side, way in ((sides[0], "B"), (sides[1], "A")):
        window.navigation.open_paths([str(side)])
        assert page.currentWidget() is page.use
        page.use.form.direction.button(way).click()
        until(qtbot, lambda: not page.use.view.after().isNull() and page.use.form.start.isEnabled())
        page.use.form.setFolder(tmp_path / "out" / way)
        page.use.form.start.click()
        until(qtbot, lambda way=way: len(list((tmp_path / "out" / way).glob("*.png"))) == 6)
        until(qtbot, lambda: page.use.form.start.isVisible())
        shots.append(picture_of(window, tmp_path / f"used to {way}.png"))
    with Image.open(tmp_path / "out" / "A" / "0.png") as image:
        assert image.size == (20, 24)
    assert len(set(shots)) == len(shots)


def test_that_the_page_says_what_is_missing(qtbot: QtBot, window: MainWindow, sides: tuple[Path, Path]) -> None:
    setup = page_of(window).setup
    assert "side A" in setup.obstacle()
    setup.setSides([str(sides[0])])
    assert "side B" in setup.obstacle()
    setup.setSides([str(sides[1])])
    assert setup.b.sources == [str(sides[1])]
    setup.swap()
    assert setup.a.sources == [str(sides[1])]
    setup.b.clear()
    assert not setup.start_button.isEnabled()


def test_that_both_sides_are_prepared_alike(qtbot: QtBot, window: MainWindow, sides: tuple[Path, Path]) -> None:
    setup = page_of(window).setup
    setup.setRecipe("cyclegan", "light", {"resolution": 16})
    setup.setSides([str(side) for side in sides])
    until(qtbot, lambda: setup.a.prepared and setup.b.prepared)
    assert setup.a.card
    assert setup.b.card
    setup.a.card.row("colour").setValue("grey")
    setup.a.card.row("colour").changed.emit()
    assert setup.settings().preparation.colour == "grey"
    until(qtbot, lambda: setup.b.card.preparation().colour == "grey" and setup.b.prepared)


def test_that_a_folder_brought_in_once_more_is_prepared_once_more(
    qtbot: QtBot, window: MainWindow, sides: tuple[Path, Path]
) -> None:
    side = page_of(window).setup.a
    for _ in range(2):
        side.setSources([str(sides[0])])
        assert side.prepared is None
        until(qtbot, lambda: side.prepared)


def test_that_samples_are_prepared_when_all_are_drawn(
    qtbot: QtBot, window: MainWindow, sides: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other side's changes must not bring in what has been drawn so far."""
    drawn, side, other = threading.Event(), page_of(window).setup.a, page_of(window).setup.b
    monkeypatch.setattr(translate_side, "draw_missing", lambda *_: drawn.wait(60) and sides[0])
    samples_folder(sides[0].parent, "blossoms", SIDE_COUNT).mkdir()
    side.draw_samples(sides[0].parent)
    other.setSources([str(sides[1])])
    until(qtbot, lambda: other.prepared)
    assert not side.preparing.busy
    assert not side.fault
    drawn.set()
    until(qtbot, lambda: side.prepared)
    assert side.prepared.report.used == 6


def test_that_pictures_dropped_while_samples_are_drawn_stay(
    qtbot: QtBot, window: MainWindow, sides: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, setup = threading.Event(), page_of(window).setup
    monkeypatch.setattr(translate_side, "draw_missing", lambda *_: drawn.wait(60) and sides[1])
    setup.a.draw_samples(sides[0].parent)
    assert not setup.swap_button.isEnabled()
    setup.a.setSources([str(sides[0])])
    assert setup.swap_button.isEnabled()
    until(qtbot, lambda: setup.a.prepared)
    drawn.set()
    until(qtbot, lambda: not setup.a.busy)
    assert setup.a.sources == [str(sides[0])]
    assert setup.a.prepared
    assert setup.a.currentWidget() is setup.a.card


def test_that_a_folder_that_has_vanished_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    setup = page_of(window).setup
    setup.a.setSources([str(tmp_path / "gone")])
    until(qtbot, lambda: setup.a.fault)
    assert "gone" in setup.a.fault
    assert setup.a.preparing.busy is False


def test_that_an_empty_side_is_told_and_stands_in_the_way(
    qtbot: QtBot, window: MainWindow, sides: tuple[Path, Path], tmp_path: Path
) -> None:
    setup = page_of(window).setup
    (tmp_path / "nothing").mkdir()
    setup.setSides([str(sides[0]), str(tmp_path / "nothing")])
    until(qtbot, lambda: setup.b.fault)
    assert "nothing" in setup.b.fault
    assert setup.obstacle() == setup.b.fault
    assert not setup.start_button.isEnabled()


def test_that_the_same_folder_twice_is_advised_against(
    qtbot: QtBot, window: MainWindow, sides: tuple[Path, Path]
) -> None:
    setup = page_of(window).setup
    setup.setRecipe("cyclegan", "light", {"resolution": 16})
    setup.setSides([str(sides[0]), str(sides[0])])
    until(qtbot, lambda: setup.a.prepared and setup.b.prepared)
    until(qtbot, lambda: "same folder" in setup.advice.text())


def test_that_the_choices_of_a_side_are_whole_at_1280_pixels(
    qtbot: QtBot, window: MainWindow, sides: tuple[Path, Path]
) -> None:
    """Two cards beside the recipe leave each little room; what is chosen must be seen whole."""
    window.resize(1280, 800)
    setup = page_of(window).setup
    setup.setSides([str(side) for side in sides])
    until(qtbot, lambda: setup.a.prepared and setup.b.prepared)
    for side in (setup.a, setup.b):
        assert side.card
        for name in ("fit", "colour"):
            choices = side.card.row(name).control
            right = choices.mapTo(side.card, choices.rect().topRight()).x()
            assert right <= side.card.rect().right() - 12
            assert choices.width() >= choices.sizeHint().width()


class FakeCamera(QObject):
    seen = Signal(QImage)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.on = False

    def start(self) -> None:
        self.on = True

    def stop(self) -> None:
        self.on = False


@pytest.fixture
def camera_page(qtbot: QtBot, tmp_path: Path, sides: tuple[Path, Path]) -> Iterator[tuple[TranslateUse, FakeCamera]]:
    """The page with a camera, and a run of one step."""
    camera = FakeCamera()
    page = TranslateUse(Runner(), lambda: tmp_path / "out", find_camera=lambda _: camera)
    qtbot.addWidget(page)
    run = run_of(tmp_path, *sides, steps=1)
    assert list(open_session(run).events())[-1].outcome == "completed"
    page.setRun(run)
    page.show()
    yield page, camera
    assert page.close_threads()


def test_that_what_the_camera_sees_is_translated_until_it_is_switched_off(
    qtbot: QtBot, camera_page: tuple[TranslateUse, FakeCamera]
) -> None:
    page, camera = camera_page
    assert page.form.camera.isVisible()
    assert not page.form.styles.isVisible()  # it has learned what to draw
    camera.seen.emit(picture("#ff0000"))
    assert page.view.after().isNull()
    page.form.camera.click()
    assert camera.on
    for _ in range(3):  # faster than they can be translated: those in between are passed over
        camera.seen.emit(picture("#ff0000"))
    until(qtbot, lambda: not page.view.after().isNull())
    assert page.view.after().size() == picture("#ff0000").size()
    camera.failed.emit("The camera is gone.")
    assert not camera.on
    assert not page.form.camera.isChecked()
    page.form.camera.click()
    page.hide()
    assert not camera.on


def test_that_a_preview_leaves_the_pictures_in_work_as_they_are(
    qtbot: QtBot, camera_page: tuple[TranslateUse, FakeCamera], tmp_path: Path
) -> None:
    page, run = camera_page[0], camera_page[0].run
    assert run
    large, other = tmp_path / "large.png", tmp_path / "other.png"
    Image.linear_gradient("L").resize((640, 40)).convert("RGB").save(large)
    Image.new("RGB", (640, 40), "#203010").save(other)

    def written(folder: Path, on_tile: Callable[[], object]) -> bytes:
        asked = dataclasses.replace(page.form.request(), folder=folder)
        report = TaskProgress(lambda done, total: on_tile())
        (path,) = carry_out(page.writing_with, run, asked, [str(large)], report).written
        return path.read_bytes()

    quiet = TaskProgress(lambda done, total: None)
    alone = written(tmp_path / "alone", lambda: None)
    looked = written(
        tmp_path / "looked", lambda: preview_of_file(page.looking_with, run, page.form.request(), other, quiet)
    )
    assert looked == alone


def test_that_networks_are_opened_between_two_steps_while_something_trains(
    qtbot: QtBot, runner_with: Callable[..., ThreadRunner], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_run, "open_translator", lambda *_, **__: threading.current_thread())
    run, runner, where = new_run(tmp_path / "run"), runner_with(), []
    runner.start(run)
    qtbot.waitUntil(lambda: runner.current == "running", timeout=10_000)
    asking = threading.Thread(target=lambda: where.append(Translators(runner).of(run, "B", "")))
    asking.start()
    qtbot.waitUntil(lambda: not asking.is_alive(), timeout=10_000)
    assert where[0] is not asking
    runner.stop()
    qtbot.waitUntil(lambda: runner.current == "idle", timeout=10_000)


def test_that_a_full_disk_is_told_in_a_sentence(
    camera_page: tuple[TranslateUse, FakeCamera], sides: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, run = camera_page[0], camera_page[0].run
    assert run

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(translating, "publish", full)
    quiet = TaskProgress(lambda done, total: None)
    with pytest.raises(UnfinishedError, match="disk is full"):
        carry_out(page.writing_with, run, page.form.request(), [str(sides[0])], quiet)


def test_that_a_pasted_picture_takes_the_place_of_no_other(
    qtbot: QtBot, camera_page: tuple[TranslateUse, FakeCamera]
) -> None:
    page, paths = camera_page[0], []
    for colour in ("#ff0000", "#00ff00", "#0000ff"):
        QGuiApplication.clipboard().setImage(picture(colour))
        before = page.inputs
        page.paste()
        qtbot.waitUntil(lambda before=before: page.inputs != before)
        paths += page.inputs
        if colour == "#00ff00":
            Path(paths[0]).unlink()
    assert [QImage(path).pixelColor(0, 0).name() for path in paths[1:]] == ["#00ff00", "#0000ff"]


def test_that_a_picture_that_cannot_be_pasted_is_told(
    camera_page: tuple[TranslateUse, FakeCamera], tmp_path: Path
) -> None:
    page, failures = camera_page[0], []
    page.failed.connect(failures.append)
    (tmp_path / "out").write_bytes(b"no folder")
    QGuiApplication.clipboard().setImage(picture("#ff0000"))
    page.paste()
    assert "pasted" in failures[0]
    assert not page.inputs


def test_that_without_a_camera_there_is_no_control(qtbot: QtBot, tmp_path: Path) -> None:
    page = TranslateUse(Runner(), lambda: tmp_path, find_camera=lambda _: None)
    qtbot.addWidget(page)
    page.show()
    assert not page.form.camera.isVisible()
    assert page.close_threads()


class FakeMultimedia:
    """As much of PySide6.QtMultimedia as is asked of it."""

    class QCamera(QObject):
        errorOccurred = Signal(object, str)

        def __init__(self, device: object, parent: QObject) -> None:
            super().__init__(parent)
            self.on = False

        def start(self) -> None:
            self.on = True

        def stop(self) -> None:
            self.on = False

    class QVideoSink(QObject):
        videoFrameChanged = Signal(object)

    class QMediaCaptureSession(QObject):
        def setCamera(self, camera: object) -> None:
            self.camera = camera

        def setVideoSink(self, sink: object) -> None:
            self.sink = sink


def test_that_frames_of_qt_multimedia_become_pictures(qtbot: QtBot) -> None:
    parent = QObject()
    camera = QtCamera(FakeMultimedia, "the first", parent)
    session = camera.findChild(FakeMultimedia.QMediaCaptureSession)
    seen, failures = [], []
    camera.seen.connect(seen.append)
    camera.failed.connect(failures.append)
    camera.start()
    assert session.camera.on
    session.sink.videoFrameChanged.emit(SimpleNamespace(toImage=QImage))
    session.sink.videoFrameChanged.emit(SimpleNamespace(toImage=lambda: picture("#00ff00")))
    assert [image.pixelColor(0, 0).name() for image in seen] == ["#00ff00"]
    session.camera.errorOccurred.emit(None, "unplugged")
    assert "unplugged" in failures[0]
    camera.stop()
    assert not session.camera.on


def picture(colour: str) -> QImage:
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_that_the_divider_parts_before_from_after(qtbot: QtBot) -> None:
    view = BeforeAfter()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.setPictures(picture("#ff0000"), picture("#0000ff"))
    shown = view.grab().toImage()
    assert shown.pixelColor(40, 150).red() == 255
    assert shown.pixelColor(360, 150).blue() == 255
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().topLeft() + view.area().topLeft().toPoint())
    assert view.divider() < 0.02
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.divider() == pytest.approx(0.02, abs=0.01)
    view.setMode("beside")
    shown = view.grab().toImage()
    assert shown.pixelColor(100, 150).red() == 255
    assert shown.pixelColor(300, 150).blue() == 255
    view.setMode("blink")
    assert view.grab().toImage().pixelColor(100, 150).blue() == 255
    view.findChild(QTimer).timeout.emit()
    assert view.grab().toImage().pixelColor(100, 150).red() == 255
    view.setMode("divider")


def test_that_a_one_way_translation_offers_one_way(qtbot: QtBot) -> None:
    form = TranslateForm()
    qtbot.addWidget(form)
    form.setDirections(["B"])
    assert not form.direction.button("A").isEnabled()
    assert form.request().to == "B"
    form.setCheckpoints(["step-000000002", "step-000000001"])
    form.checkpoint.setCurrentIndex(2)
    assert form.request().checkpoint == "step-000000001"


def test_that_titles_follow_the_columns(qtbot: QtBot) -> None:
    grid = GridView("grid", "help")
    titles = ColumnTitles(grid)
    qtbot.addWidget(titles)
    qtbot.addWidget(grid)
    titles.setTitles(("A", "B"))
    grid.setImage(picture("#777777"), 1, 2)
    titles.resize(grid.width(), 20)
    drawn = titles.grab().toImage()
    assert len({drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(20)}) > 2


def test_that_the_time_left_is_told_once_something_is_known() -> None:
    clock = FakeClock(tick=0.0)
    watch = Stopwatch(clock)
    assert watch.left(0, 10) == ""
    clock.now += 10
    assert watch.left(5, 10) == "about 10 s left"
    clock.now += 290
    assert watch.left(5, 10) == "about 5 min left"


def test_that_all_dropped_pictures_are_shown_and_any_of_them_translated_before_the_rest(
    qtbot: QtBot, camera_page: tuple[TranslateUse, FakeCamera], sides: tuple[Path, Path]
) -> None:
    page, _ = camera_page
    page.resize(1000, 700)
    (sides[0] / "zz broken.png").write_bytes(b"no picture")
    page.setInputs([str(sides[0])])
    strip = page.strip
    until(qtbot, lambda: strip.files.rowCount() == 7 and strip.files.small(6) is not None)
    assert strip.isVisible()
    assert strip.files.small(6).isNull()  # said by a sign in its place
    assert not any(strip.files.small(row).isNull() for row in range(6))
    until(qtbot, lambda: not page.view.after().isNull())
    first = page.view.after()
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    until(qtbot, lambda: page.view.after() != first)
    assert strip.currentIndex().row() == 1
    with Image.open(sides[0] / "1.png") as image:
        assert to_pixels(page.view.before()).tolist() == np.asarray(image).tolist()
    page.setInputs([str(sides[0] / "0.png")])
    until(qtbot, lambda: not strip.isVisible())
