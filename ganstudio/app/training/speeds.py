"""How fast each recipe trains on this computer: measured once, in a process of its own, while nothing else goes on.

In this process it could not be done beside the window: a step seeds torch for all threads, and training begins the
moment that Start is pressed. A process can be ended at that very moment.
"""

import logging
import platform
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Slot

from ganstudio.app.common.child_process import start_child
from ganstudio.app.common.preferences import Memory
from ganstudio.core.processes import python
from ganstudio.core.recipe import Recipe
from ganstudio.core.schema import parse
from ganstudio.panels.training.recipe_card import RecipeCard

log = logging.getLogger(__name__)

REST = 3000
"""Milliseconds of quiet before measuring begins."""
IMAGES = 100_000
"""How many images the times are told for: after so many, small pictures have taken shape."""


class Speeds(QObject):
    """Fills a gallery with what is known, and finds out the rest. Begins when it is told the devices."""

    def __init__(
        self,
        memory: Memory,
        card: RecipeCard,
        recipes: Sequence[type[Recipe]],
        busy: Callable[[], bool],
        parent: QObject | None = None,
        *,
        program: Sequence[str] = (),
    ) -> None:
        """`busy`: whether something else wants the computer now. `program`: what comes before `recipes --speed`."""
        super().__init__(parent)
        self._memory, self._card, self._recipes, self._busy = memory, card, tuple(recipes), busy
        self._program = list(program or python("ganstudio"))
        self._titles: dict[str, str] = {}
        self._device = "auto"
        self._tried: set[str] = set()
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._wait = QTimer(self, singleShot=True, interval=REST)
        self._wait.timeout.connect(self._measure)

    @property
    def measuring(self) -> bool:
        return self._process.state() != QProcess.ProcessState.NotRunning

    @Slot(object)
    def setDevices(self, devices: Sequence[tuple[str, str]]) -> None:
        """Name and title of each place to train on."""
        self._titles = {name: title.removeprefix("Automatic: ") for name, title in devices}
        self._go_on()

    def setDevice(self, name: str) -> None:
        """Where the next run trains."""
        self._device = name
        self.stop()
        self._go_on()

    @Slot()
    def stop(self) -> None:
        """End measuring at once; what was measured is kept, and the rest follows when there is quiet again."""
        self._wait.stop()
        if self.measuring:
            self._process.kill()

    def close(self) -> bool:
        self._titles = {}
        self.stop()
        return not self.measuring or self._process.waitForFinished(5000)

    def _go_on(self) -> None:
        self._show()
        if self._unknown():
            self._wait.start()

    def _unknown(self) -> list[str]:
        """The names of what is still to be measured, the chosen recipe first."""
        if self._device not in self._titles:
            return []
        names = [
            recipe.name for recipe in self._recipes if not self._speed(recipe) and self._key(recipe) not in self._tried
        ]
        return sorted(names, key=lambda name: name != self._card.recipe())

    @Slot()
    def _measure(self) -> None:
        if self.measuring or not (names := self._unknown()):
            return
        if self._busy():
            self._wait.start()
            return
        wanted = ["recipes", *names, "--speed", "--json", "--device", self._device]
        start_child(self._process, [*self._program, *wanted])

    @Slot()
    def _read(self) -> None:
        """Each line is one recipe. Ends the process where something else has begun meanwhile."""
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                measured = parse(line)
                recipe = next(candidate for candidate in self._recipes if candidate.name == measured["name"])
                speed = float(measured["images_per_second"])
            except (ValueError, KeyError, TypeError, StopIteration):
                log.warning("measuring said: %s", line[:200])
                continue
            self._tried.add(self._key(recipe))
            if speed > 0:
                self._memory.change(speeds=dict(self._memory.value.speeds) | {self._key(recipe): speed})
        self._show()
        if self._busy():
            self.stop()

    @Slot()
    def _ended(self) -> None:
        """What has not been told was interrupted, unless the process ended by itself: then it cannot be measured."""
        if self._process.exitStatus() == QProcess.ExitStatus.NormalExit:
            self._tried |= {self._key(recipe) for recipe in self._recipes}
        if self._titles:
            self._go_on()

    def _key(self, recipe: type[Recipe]) -> str:
        return key_of(recipe, self._titles.get(self._device, self._device))

    def _speed(self, recipe: type[Recipe]) -> float:
        return self._memory.value.speeds.get(self._key(recipe), 0.0)

    def _show(self) -> None:
        """What is known on the tiles; of what is not, that it is not."""
        known = {recipe.name: (recipe, speed) for recipe in self._recipes if (speed := self._speed(recipe))}
        remarks = {name: self.tr("100k in {0}").format(self._time(speed)) for name, (_, speed) in known.items()}
        sentences = {
            recipe.name: self.tr("How fast it is on this computer is not known yet.") for recipe in self._recipes
        }
        sentences |= {name: self._sentence(*pair) for name, pair in known.items()}
        self._card.setRemarks(remarks, sentences if self._titles else {})

    def _sentence(self, recipe: type[Recipe], speed: float) -> str:
        rate = f"{speed:,.0f}" if speed >= 10 else f"{speed:.1f}"
        text = self.tr("Measured here with its defaults at {0} px: {1} images a second, 100 thousand in {2}.")
        return text.format(recipe().resolution, rate, self._time(speed))

    def _time(self, speed: float) -> str:
        minutes = IMAGES / speed / 60
        if minutes < 1.5:
            return self.tr("{0} s").format(f"{max(1, 60 * minutes):.0f}")
        if minutes < 90:
            return self.tr("{0} min").format(f"{minutes:.0f}")
        if minutes < 48 * 60:
            return self.tr("{0} h").format(f"{minutes / 60:.0f}")
        return self.tr("{0} days").format(f"{minutes / 1440:.0f}")


def key_of(recipe: type[Recipe], device: str) -> str:
    """What a speed is remembered by: the computer, its device, the recipe at its own size."""
    return f"{platform.node()}/{device}/{recipe.name}/{recipe().resolution}"
