"""The window on a stage of its own: real runs and pictures with difficult names, a runner that trains nothing."""

import contextlib
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication

from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory
from ganstudio.app.runner.thread_runner import ThreadRunner
from ganstudio.app.shell.window import MainWindow
from ganstudio.app.start.language import be_english, speak
from ganstudio.core.events import Event, Finished, Progress, Sampled, Saved, Scored, Started, Warned
from ganstudio.core.run import Run, RunSettings
from ganstudio.panels import look
from tests.app.fakes import FakeOpener
from tests.app.fits.wordy import Wordy
from tests.app.tiny_runs import tiny_run

LONG = "photographs of the garden behind the house, taken in the long wet summer of 2024 (second try)"
ARABIC = "صور القطط الصغيرة في الحديقة خلف البيت"
PATIENCE = 60.0


@dataclass
class Stage:
    window: MainWindow
    runs: Path
    pictures: Path
    """A folder with a long name, with pictures of several sizes and files that are left out."""

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the window work until the condition holds.

        Raises:
            AssertionError: it never did.
        """
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, condition
            QCoreApplication.processEvents()
            time.sleep(0.005)  # what is waited for is done by threads, which need the processor

    def show(self, page: str) -> None:
        self.window.notices.take_back("stage")
        self.window.strip.hide()
        self.window.navigation.show_page(page)

    @property
    def names(self) -> tuple[Path, ...]:
        """Folders of the runs, the first with a long name."""
        return tuple(sorted(self.runs.iterdir()))


@contextlib.contextmanager
def stage(folder: Path, app: QApplication, *, dark: bool, wordy: bool, language: str = "en") -> Iterator[Stage]:
    """A window of these colours and this language; its threads have ended afterwards."""
    look.apply(app, dark=dark)
    translator = Wordy()
    if wordy:
        app.installTranslator(translator)
    spoken = speak(app, language)
    places = Paths.inside(folder / "studio")
    runner = ThreadRunner(FakeOpener())
    window = MainWindow(places, Memory(places.preferences), runner)
    try:
        made = Stage(window, places.runs, _pictures(folder / LONG))
        for name in (LONG, ARABIC):
            tiny_run(places.runs / name)
        translation(places.runs / "flowers to sketches")
        window.show()
        yield made
    finally:
        app.removeTranslator(translator)
        be_english(app, spoken)
        ended = window.end_threads(20_000) and runner.wait(20_000)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QThreadPool.globalInstance().waitForDone()
        look.apply(app, dark=False)
        assert ended


def _pictures(folder: Path) -> Path:
    folder.mkdir()
    for number in range(40):
        shade = Image.linear_gradient("L").resize((20 + number, 20)).rotate(number * 5.625)
        Image.merge("RGB", (shade, shade, shade.transpose(Image.Transpose.FLIP_LEFT_RIGHT))).save(
            folder / f"{number:02d}.png"
        )
    for number in range(12):
        (folder / f"a text that is no picture at all and has a long name {number}.jpg").write_text("no")
    return folder


def translation(folder: Path) -> Run:
    return Run.create(folder, RunSettings(recipe="cyclegan", sides=(("a",), ("b",)), values={"resolution": 64}))


def history(run: Run, *, labels: tuple[str, ...] = (), ends: str = "", message: str = "") -> list[Event]:
    """What happens in a run with everything in it: scores, a warning with its remedy, grids and, perhaps, an end."""
    begin = Started(
        run=run.name, recipe=run.settings.recipe, device="NVIDIA GeForce RTX 4070 Laptop GPU", precision="bf16",
        images=12_345, resolution=256, channels=3, batch=64, step=0, kimg=0,
        parameters={"generator": 12_345_678, "discriminator": 23_456_789},
    )  # fmt: skip
    events: list[Event] = [begin, *(_progress(step) for step in range(100, 4100, 100))]
    columns = len(labels) or 4
    for step in (0, 2000, 4000):
        events.append(Sampled(step=step, kimg=step / 15, path=_grid(run, step, columns), rows=4, columns=columns,
                              labels=labels, variety=0.42))  # fmt: skip
    scores = {"KID": 0.0123, "FID": 23.4, "MIND": 252.0, "precision": 0.71, "recall": 0.33, "copies": 0.012}
    events += [Scored(step=step, kimg=step / 15, scores=scores, count=1000, features="Inception v3", best=step == 4000)
               for step in (2000, 4000)]  # fmt: skip
    events.append(Saved(step=4000, kimg=256.0, path="checkpoints/000004000", bytes=123_456_789))
    events.append(Warned(
        step=4000, topic="collapse", message="The pictures have become alike: the generator draws few of the kinds "
        "that it learned from.", advice="A lower learning rate of the discriminator, or another objective, may bring "
        "variety back.", remedy={"discriminator_lr": 1e-4, "augmentation": "diffaugment", "flip": True},
    ))  # fmt: skip
    if ends:
        events.append(Finished(outcome=ends, step=4000, kimg=256.0, seconds=1234.5, message=message))  # type: ignore[arg-type]
    return events


def _progress(step: int) -> Progress:
    wave = math.sin(step / 300)
    losses = {"generator": 1.2 + wave, "discriminator": 0.7 - wave / 3, "D(x)": 0.6, "D(G(z))": 0.3 + wave / 9,
              "R1 penalty": 0.01, "path length": 0.2, "augmentation": 0.15}  # fmt: skip
    return Progress(step=step, kimg=step / 15, seconds=step / 5, images_per_second=1412.0, losses=losses,
                    fraction=step / 8000, seconds_left=5430.0, memory_bytes=3_100_000_000,
                    memory_total_bytes=8_000_000_000)  # fmt: skip


def _grid(run: Run, step: int, columns: int) -> str:
    path = f"samples/{step:09d}.png"
    (run.folder / "samples").mkdir(exist_ok=True)
    Image.linear_gradient("L").resize((32 * columns, 128)).convert("RGB").save(run.folder / path)
    return path
