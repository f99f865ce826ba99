"""How fast the chosen recipe trains here: a few steps at its size, at the lowest priority, while nothing goes on.

It is measured in a process of its own: a step seeds torch for all threads of a process, and training begins the
moment that Start is pressed, when the process is ended. Auto needs none of these figures: it measures
what it may take when training begins, on the pictures' own size and classes (`workflows.choose_recipe`).
"""

import json
import logging
import os
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from ganstudio.app.common.child_process import start_child
from ganstudio.app.common.preferences import Memory, Speed
from ganstudio.core.environment import this_computer
from ganstudio.core.processes import python
from ganstudio.core.recipe import Recipe
from ganstudio.core.schema import SchemaError, build, parse
from ganstudio.core.settings import values_of
from ganstudio.panels.parts.language import figure
from ganstudio.panels.training.recipe_card import RecipeCard
from ganstudio.workflows.preflight import Need, Room

log = logging.getLogger(__name__)

REST = 3000
"""Milliseconds of quiet before measuring begins."""
IDLE = 0.5
"""The computer is idle while fewer processes than this share of its cores want to work."""
IMAGES = 100_000
"""How many images the times are told for: after so many, small pictures have taken shape."""
KEPT = 300
"""Figures that are remembered; the oldest go first."""


def load_now() -> float:
    """Processes that want to work, for each core; 0.0 where the system does not say."""
    try:
        return os.getloadavg()[0] / (os.cpu_count() or 1)
    except (AttributeError, OSError):
        return 0.0


class Speeds(QObject):
    """Shows how fast the chosen recipe is here, and measures it where that is not known. Begins with `setDevices`."""

    learned = Signal()
    """Something more is known."""

    def __init__(
        self,
        memory: Memory,
        card: RecipeCard,
        chosen: Callable[[], Recipe | None],
        busy: Callable[[], bool],
        parent: QObject | None = None,
        *,
        program: Sequence[str] = (),
        load: Callable[[], float] = load_now,
        rest: int = REST,
    ) -> None:
        """
        Args:
            chosen: the recipe as it would be trained now; None while it is not complete.
            busy: whether something else wants the computer now.
            program: what comes before `recipes --speed`.
            load: see `load_now`.
            rest: milliseconds of quiet before measuring begins.
        """
        super().__init__(parent)
        self._memory, self._card, self._chosen, self._busy, self._load = memory, card, chosen, busy, load
        self._program = list(program or python("ganstudio"))
        self._titles: dict[str, str] = {}
        self._device = "auto"
        self._tried: set[str] = set()
        self._unmeasured: set[str] = set()
        """Keys of what was tried last without a figure."""
        self._again = ""
        """The key of what is known and to be measured once more."""
        self._measured: tuple[str, float] = ("", 0.0)
        """The key of what is being measured, and the load when it began."""
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._wait = QTimer(self, singleShot=True, interval=rest)
        self._wait.timeout.connect(self._measure_when_idle)
        card.measureWanted.connect(self.measure_again)

    def watch(self, card: RecipeCard, chosen: Callable[[], Recipe | None], busy: Callable[[], bool]) -> None:
        """Another page is on show, with a choice of its own; for the words see `__init__`."""
        if card is not self._card:
            self._card.measureWanted.disconnect(self.measure_again)
            card.measureWanted.connect(self.measure_again)
            self._card, self._chosen, self._busy = card, chosen, busy
            self.choose()
            self.learned.emit()

    @property
    def measuring(self) -> bool:
        return self._process.state() != QProcess.ProcessState.NotRunning

    @Slot(object)
    def setDevices(self, devices: Sequence[tuple[str, str]]) -> None:
        """Name and title of each place to train on."""
        self._titles = {name: title.removeprefix("Automatic: ") for name, title in devices}
        self.choose()

    def setDevice(self, name: str) -> None:
        """Where the next run trains."""
        self._device = name
        self.choose()

    @Slot()
    def choose(self) -> None:
        """Another recipe, size or device was chosen: what was measured of the one before is of no use now."""
        if self._key() != self._measured[0]:
            self.stop()
        self._go_on()

    @Slot()
    def measure_again(self) -> None:
        """Measure the chosen recipe now, or as soon as nothing else wants the computer; what is known of it stays until
        there is a newer figure."""
        if not (key := self._key()):
            return
        self._again = key
        self._tried.discard(key)
        self._unmeasured.discard(key)
        if self._busy():
            self._wait.start()
        else:
            self._measure()
        self._show()

    @Slot()
    def stop(self) -> None:
        """End measuring at once; it follows when there is quiet again."""
        self._wait.stop()
        if self.measuring:
            self._process.kill()

    def close(self) -> bool:
        self._titles = {}
        self.stop()
        return not self.measuring or self._process.waitForFinished(5000)

    def need(self) -> tuple[Need, Room]:
        """The memory that the recipe takes as it is chosen, and what there is; zeros where it was not measured."""
        known = self.known()
        if known is None:
            return Need(), Room()
        same = ("memory", "batch", "each", "resolution", "state", "snapshot", "host")
        need = Need(**{name: getattr(known, name) for name in same})
        return need, Room(memory=known.room, host=known.host_room, device=self._titles.get(self._device, ""))

    def known(self) -> Speed | None:
        """What is known of the recipe as it is chosen."""
        return self._memory.value.measured.get(self._key())

    def _key(self) -> str:
        recipe = self._chosen()
        return key_of(recipe, self._titles[self._device]) if recipe and self._device in self._titles else ""

    def _is_wanted(self) -> bool:
        key = self._key()
        return bool(key) and (self.known() is None or key == self._again) and key not in self._tried

    def _go_on(self) -> None:
        self._show()
        if self._is_wanted() and not self.measuring:
            self._wait.start()

    @Slot()
    def _measure_when_idle(self) -> None:
        if self._busy() or self._load() > IDLE:
            self._wait.start()
        elif self._is_wanted():
            self._measure()

    def _measure(self) -> None:
        recipe = self._chosen()
        if recipe is None or self.measuring or not self._titles:
            return
        self._measured = self._key(), self._load()
        wanted = ["recipes", recipe.name, "--speed", "--gently", "--json", "--device", self._device]
        for name, value in values_of(recipe).items():
            wanted += ["--set", f"{name}={value}"]
        start_child(self._process, [*self._program, *wanted])
        self._show()

    @Slot()
    def _read(self) -> None:
        """One line is what was measured. Ends the process where something else has begun meanwhile."""
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            key, load = self._measured
            try:
                fields = parse(line)
                speed = build(Speed, _of_speed(fields) | {"date": _today(), "load": round(load, 2)}, "speed")
            except (SchemaError, TypeError, AttributeError):
                log.warning("measuring said: %s", line[:200])
                continue
            self._tried.add(key)
            if speed.images_per_second > 0:
                self._again = "" if key == self._again else self._again
                self._unmeasured.discard(key)
                self._remember(dict(self._memory.value.measured) | {key: speed})
        self._show()
        if self._busy():
            self.stop()

    def _remember(self, measured: dict[str, Speed]) -> None:
        newest = sorted(measured, key=lambda key: measured[key].date)[-KEPT:]
        self._memory.change(measured={key: measured[key] for key in newest})
        self.learned.emit()

    @Slot()
    def _ended(self) -> None:
        """A process that ended by itself and told nothing cannot measure this."""
        key = self._measured[0]
        if self._process.exitStatus() == QProcess.ExitStatus.NormalExit:
            self._tried.add(key)
            if key == self._again or key not in self._memory.value.measured:
                self._unmeasured.add(key)
                self._again = ""
        self._measured = "", 0.0
        if self._titles:
            self._go_on()

    def _show(self) -> None:
        """The newest figure of each recipe on its tile; of the chosen one what it is, or that it is not known."""
        device = self._titles.get(self._device, "")
        newest: dict[str, Speed] = {}
        for key, speed in sorted(self._memory.value.measured.items(), key=lambda pair: pair[1].date):
            if key.startswith(f"{this_computer()}/{device}/"):
                newest[key.split("/")[-2]] = speed
        remarks = {name: self.tr("100k in {0}").format(self._time(speed)) for name, speed in newest.items()}
        sentences = {name: self._sentence(speed) for name, speed in newest.items()}
        known, recipe = self.known(), self._chosen()
        if recipe:
            sentences[self._card.recipe()] = self._of_chosen(known)
        self._card.setRemarks(remarks, sentences if self._titles else {})
        self._card.measure_button.setText(self.tr("Measure again") if known else self.tr("Measure now"))
        self._card.measure_button.setEnabled(not self.measuring)

    def _of_chosen(self, known: Speed | None) -> str:
        """What is known of the chosen recipe, and what is being done about it."""
        figure, key = self._sentence(known) if known else "", self._key()
        if self.measuring and self._measured[0] == key:
            now = self.tr("It is being measured again.")
            return f"{figure} {now}" if known else self.tr("How fast it is on this computer is being measured.")
        if key in self._unmeasured:
            failed = self.tr("It could not be measured just now.")
            return f"{figure} {failed}" if known else failed
        if known and key != self._again:
            return figure
        later = self.tr("It is measured again when the computer is idle.")
        return f"{figure} {later}" if known else self.tr(
            "How fast it is on this computer is measured when the computer is idle."
        )  # fmt: skip

    def _sentence(self, speed: Speed) -> str:
        per_second = speed.images_per_second
        rate = figure(per_second, ",.0f") if per_second >= 10 else figure(per_second, ".1f")
        text = self.tr("Measured here on {0} at {1} px, batch {2}: {3} images a second, 100 thousand in {4}.")
        sentence = text.format(speed.date, speed.resolution, speed.batch, rate, self._time(speed))
        busy = self.tr("The computer was busy then.")
        return f"{sentence} {busy}" if speed.load > IDLE else sentence

    def _time(self, speed: Speed) -> str:
        minutes = IMAGES / speed.images_per_second / 60
        if minutes < 1.5:
            return self.tr("{0} s").format(figure(max(1, 60 * minutes), ".0f"))
        if minutes < 90:
            return self.tr("{0} min").format(figure(minutes, ".0f"))
        if minutes < 48 * 60:
            return self.tr("{0} h").format(figure(minutes / 60, ".0f"))
        return self.tr("{0} days").format(figure(minutes / 1440, ".0f"))


def key_of(recipe: Recipe, device: str) -> str:
    """What a speed is remembered by: the computer, its device, the recipe with all that it is set to."""
    import hashlib

    values = json.dumps(values_of(recipe), sort_keys=True).encode()
    return f"{this_computer()}/{device}/{recipe.name}/{hashlib.blake2b(values, digest_size=6).hexdigest()}"


def _of_speed(fields: dict[str, object]) -> dict[str, object]:
    known = (
        "images_per_second",
        "resolution",
        "batch",
        "memory",
        "each",
        "room",
        "state",
        "snapshot",
        "host",
        "host_room",
    )
    return {name: fields[name] for name in known if name in fields}


def _today() -> str:
    import datetime

    return datetime.date.today().isoformat()
