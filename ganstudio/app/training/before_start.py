"""What every page has that begins runs: what stands in the way of Start, and the run that is asked for."""

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ganstudio.app.training.recipe_picker import RecipeColumn
from ganstudio.core.recipe import Recipe
from ganstudio.core.run import Preparation, RunSettings
from ganstudio.core.settings import Value
from ganstudio.workflows.preflight import Finding, Need, PictureFacts, Room, preflight


class BeforeStart(QWidget):
    """A page says what it has (pictures, preparation, what is missing); the order of what is said first is here."""

    startRequested = Signal(object, str)
    """RunSettings that can be trained as they are, and what the run is called ('' for nothing)."""
    queueRequested = Signal(object, str)
    """The same, to be trained when the runs before it have ended."""
    column: RecipeColumn
    """Made by the page."""

    def __init__(self, runs: Callable[[], Path], parent: QWidget | None = None) -> None:
        """`runs`: the folder that a run would be made in."""
        super().__init__(parent)
        self._device = "auto"
        self._runs = runs
        self._occupied = ""
        self._need: Callable[[], tuple[Need, Room]] = lambda: (Need(), Room())

    # What a page says of itself -----------------------------------------------------------------------------------

    def sides(self) -> tuple[tuple[str, ...], ...]:
        """Where the pictures are, for each side that is learned from."""
        return ()

    def preparation(self) -> Preparation:
        return Preparation()

    def values(self) -> dict[str, Value]:
        """Settings of the recipe."""
        return self.column.values()

    def missing(self) -> Finding | None:
        """What the pictures lack before anything can be said about the recipe."""
        return None

    def unready(self) -> Finding | None:
        """What the pictures lack that suit the recipe."""
        return None

    def promise(self) -> str:
        """What is said beside Start where nothing stands in its way."""
        return ""

    def told_device(self) -> None:
        """Another device was chosen."""

    # What others ask of it ----------------------------------------------------------------------------------------

    @property
    def device(self) -> str:
        """'auto', or the name of a place to train on."""
        return self._device

    @device.setter
    def device(self, name: str) -> None:
        self._device = name
        self.told_device()

    def settings(self) -> RunSettings:
        """What is chosen now."""
        return RunSettings(
            recipe=self.column.card.recipe(),
            sides=self.sides(),
            values=self.values(),
            preset=self.column.card.preset(),
            preparation=self.preparation(),
            budget=self.column.card.budget(),
            device=self.device,
            task=self.column.kind().written_task(),
        )

    def measure_with(self, need: Callable[[], tuple[Need, Room]]) -> None:
        """`need`: the memory that the chosen recipe takes, and what there is."""
        self._need = need

    def setOccupied(self, name: str) -> None:
        """A run of that name is training, so that no other can start; '' when none is."""
        self._occupied = name
        self.refresh()

    def obstacle(self) -> str:
        """Why training cannot start now, as a sentence; '' when it can."""
        finding = self.finding()
        return finding.sentence if finding else ""

    def finding(self) -> Finding | None:
        """The first thing in the way of Start, with what puts it right; None when nothing is."""
        if finding := self.hindrance():
            return finding
        if self._occupied:
            sentence = self.tr("{0} is training. Stop it before the next run starts, or add this one to the queue.")
            return Finding(sentence.format(self._occupied))
        return None

    def hindrance(self) -> Finding | None:
        """As `finding`, but for the run that trains now: what is in the way of the queue, too."""
        return self.missing() or self.column.finding() or self.unready()

    def start(self) -> None:
        """Ask for the run, unless something is in the way."""
        if self.finding() is None:
            self.startRequested.emit(self.settings(), self.column.run_name())
            self.column.name.clear()

    def enqueue(self) -> None:
        """Ask for the run when those before it have ended, unless something else is in the way."""
        if self.hindrance() is None:
            self.queueRequested.emit(self.settings(), self.column.run_name())
            self.column.name.clear()

    @Slot()
    def refresh(self) -> None:
        """Something that Start depends on has become known."""
        finding = self.finding()
        self.column.say(finding, "" if finding else self.promise(), may_wait=self.hindrance() is None)

    def unfit(self, recipe: Recipe, pictures: Sequence[PictureFacts]) -> Finding | None:
        """What opening would refuse about the recipe with these pictures, on this disk."""
        need, room = self._need()
        disk = Room.on_disk(self._runs())
        room = dataclasses.replace(room, disk=disk.disk, folder=disk.folder)
        findings = preflight(recipe, pictures, colour=self.preparation().colour, need=need, room=room)
        return findings[0] if findings else None
