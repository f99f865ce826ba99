"""Journey: every Point that was visited, as a tree, with a trail to go back and forth on, and the pins.

The tree grows from the place where each move was made. The trail is the order of what was done: moves, jumps back
into the tree, changes of the pins; undo and redo walk along it, without limit. What is done after an undo begins a new
end of the trail, and what was undone stays in the tree. The file keeps all of it: what was done before the program was
closed can be undone afterwards.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ganstudio.core import run_files
from ganstudio.core.schema import SchemaError, parse
from ganstudio.latent.point import Point, PointError, from_json, to_json

FILE = "explore.json"
FORMAT = 3
"""1 had favourites, in no order that mattered; they are pins now. 2 kept no changes of the pins, only the last row."""


@dataclass(frozen=True)
class Visit:
    """A node of the tree."""

    parent: int
    """Its number; -1 for the first."""
    point: Point


@dataclass(frozen=True)
class Pin:
    """A place to come back to; pins in a row are a walk, and a film."""

    name: str
    point: Point


@dataclass(frozen=True)
class State:
    """What undo and redo go through."""

    visit: int
    pins: tuple[Pin, ...]


class Journey:
    """Begins at one Point. Numbers of visits never change."""

    def __init__(self, start: Point) -> None:
        self.visits: list[Visit] = [Visit(-1, start)]
        self._trail: list[State] = [State(0, ())]
        self._place = 0

    @property
    def at(self) -> int:
        """Number of the visit where the person is."""
        return self._trail[self._place].visit

    @property
    def pins(self) -> tuple[Pin, ...]:
        return self._trail[self._place].pins

    @property
    def point(self) -> Point:
        return self.visits[self.at].point

    def move(self, point: Point) -> None:
        """Go on from here; nothing when it is the same Point."""
        self._go_on_to(point, self.pins)

    def jump(self, visit: int) -> None:
        """Return to a place in the tree. Can be undone like any move.

        Raises:
            IndexError: there is no such visit.
        """
        if not 0 <= visit < len(self.visits):
            raise IndexError(f"there is no visit {visit}")
        self._go_on(State(visit, self.pins))

    def undo(self) -> bool:
        """Back by one move; False at the beginning."""
        if not self.can_undo:
            return False
        self._place -= 1
        return True

    def redo(self) -> bool:
        """Forward by one move that was undone; False at the end."""
        if not self.can_redo:
            return False
        self._place += 1
        return True

    @property
    def can_undo(self) -> bool:
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        return self._place < len(self._trail) - 1

    def children(self) -> dict[int, list[int]]:
        """For each visit the visits that were made from it; -1 has the first."""
        made: dict[int, list[int]] = {}
        for number, visit in enumerate(self.visits):
            made.setdefault(visit.parent, []).append(number)
        return made

    def _go_on_to(self, point: Point, pins: tuple[Pin, ...]) -> None:
        visit = self.at
        if point != self.point:
            self.visits.append(Visit(self.at, point))
            visit = len(self.visits) - 1
        self._go_on(State(visit, pins))

    def _go_on(self, state: State) -> None:
        if state != self._trail[self._place]:
            del self._trail[self._place + 1 :]
            self._trail.append(state)
            self._place += 1

    # Pins: each change can be undone like any move ----------------------------------------------------------------

    def pin(self, name: str, point: Point, index: int = -1) -> None:
        """A place becomes the last pin, or takes the place of one; the person goes there.

        `name`: with a number behind it if it is taken.
        """
        pins = list(self.pins)
        made = Pin(self._free(name, besides=index), point)
        if index < 0:
            pins.append(made)
        else:
            pins[index] = made
        self._go_on_to(point, tuple(pins))

    def name_pin(self, index: int, wanted: str) -> None:
        pins = list(self.pins)
        pins[index] = Pin(self._free(wanted or pins[index].name, besides=index), pins[index].point)
        self._go_on(State(self.at, tuple(pins)))

    def unpin(self, index: int) -> None:
        self._go_on(State(self.at, (*self.pins[:index], *self.pins[index + 1 :])))

    def reorder(self, index: int, to: int) -> None:
        """A pin moves to another place in the row."""
        pins = list(self.pins)
        pins.insert(to, pins.pop(index))
        self._go_on(State(self.at, tuple(pins)))

    def _free(self, name: str, besides: int) -> str:
        taken = {pin.name for index, pin in enumerate(self.pins) if index != besides}
        free, number = name[:200], 1
        while free in taken:
            number += 1
            free = f"{name[:190]} {number}"
        return free

    # The file -----------------------------------------------------------------------------------------------------

    def to_json(self) -> str:
        """Rows of pins and the pins in them are written once each, however long they stay the same."""
        rows = {id(state.pins): state.pins for state in self._trail}
        pins = {id(pin): pin for row in rows.values() for pin in row}
        row_numbers, pin_numbers = _numbered(rows), _numbered(pins)
        fields = {
            "format": FORMAT,
            "visits": [[visit.parent, to_json(visit.point)] for visit in self.visits],
            "trail": [[state.visit, row_numbers[id(state.pins)]] for state in self._trail],
            "place": self._place,
            "pins": [[pin.name, to_json(pin.point)] for pin in pins.values()],
            "rows": [[pin_numbers[id(pin)] for pin in row] for row in rows.values()],
        }
        return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> "Journey":
        """What `to_json` wrote.

        Raises:
            PointError: damaged, or from another version.
        """
        try:
            fields = _of_this_format(parse(text))
            visits = [Visit(parent, from_json(point)) for parent, point in fields["visits"]]
            pins = [Pin(name, from_json(point)) for name, point in fields["pins"]]
            _check(visits, fields, [pin.name for pin in pins])
            rows = [tuple(pins[number] for number in row) for row in fields["rows"]]
            trail = [State(visit, rows[row]) for visit, row in fields["trail"]]
        except PointError:
            raise
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise PointError("it is damaged") from None
        made = cls(visits[0].point)
        made.visits, made._trail, made._place = visits, trail, fields["place"]
        return made

    def save(self, folder: Path) -> None:
        """Write to the run's folder.

        Raises:
            OSError: it cannot be written.
        """
        write_journey(folder, self.to_json())

    @classmethod
    def load(cls, folder: Path, start: Point) -> "tuple[Journey, str]":
        """The journey of a run, or a new one from `start`; and a sentence if there was one that cannot be read.

        A damaged file stays in the folder under another name.
        """
        path = folder / FILE
        try:
            return cls.from_json(run_files.read(path)), ""
        except FileNotFoundError:
            return cls(start), ""
        except (OSError, PointError, SchemaError) as error:
            kept = _set_aside(path)
            sentence = f"The journey of {folder.name} cannot be read ({error}); a new one begins"
            return cls(start), f"{sentence}, and the old one is kept as {kept}." if kept else f"{sentence}."


def write_journey(folder: Path, text: str) -> None:
    """For a thread of its own: the text is made in the window's, where the journey changes."""
    run_files.write(folder / FILE, text)


def _set_aside(path: Path) -> str:
    """The new name of a damaged file, '' if it cannot be renamed."""
    try:
        return run_files.rename(path, path.with_suffix(".damaged.json").name).name
    except OSError:
        return ""


def _numbered(known: dict[int, Any]) -> dict[int, int]:
    return {key: number for number, key in enumerate(known)}


def _of_this_format(fields: Any) -> dict[str, Any]:
    """The fields as they are written now; those of older files had one row of pins, whatever was undone."""
    if fields["format"] not in (1, 2, FORMAT):
        raise PointError("it is from another version of GAN Studio")
    if fields["format"] == FORMAT:
        return dict(fields)
    pins = fields["favourites" if fields["format"] == 1 else "pins"]
    old = {"pins": pins, "rows": [list(range(len(pins)))], "trail": [[visit, 0] for visit in fields["trail"]]}
    return dict(fields) | old


def _check(visits: list[Visit], fields: dict[str, Any], names: list[Any]) -> None:
    """Raises PointError: a number leads nowhere, a row has a name twice, or there is nothing."""

    def numbers(known: Any, below: int) -> bool:
        return isinstance(known, list) and all(type(number) is int and 0 <= number < below for number in known)

    trail, rows, place = fields["trail"], fields["rows"], fields["place"]
    sound = (
        bool(visits)
        and visits[0].parent == -1
        and all(numbers([visit.parent], number) for number, visit in enumerate(visits) if number)
        and all(isinstance(name, str) and len(name) <= 200 for name in names)
        and all(numbers(row, len(names)) and len({names[number] for number in row}) == len(row) for row in rows)
        and numbers([visit for visit, _ in trail], len(visits))
        and numbers([row for _, row in trail], len(rows))
        and numbers([place], len(trail))
    )
    if not sound:
        raise PointError("it is damaged")
