"""Journey: every Point that was visited, as a tree, with a trail to go back and forth on, and favourites.

The tree grows from the place where each move was made. The trail is the order of the moves, jumps back into the tree
among them; undo and redo walk along it, without limit. A move made after an undo begins a new end of the trail, and
what was undone stays in the tree.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ganstudio.core import run_files
from ganstudio.core.schema import SchemaError, parse
from ganstudio.latent.point import Point, PointError, from_json, to_json

FILE = "explore.json"
FORMAT = 1


@dataclass(frozen=True)
class Visit:
    """A node of the tree."""

    parent: int
    """Its number; -1 for the first."""
    point: Point


@dataclass(frozen=True)
class Favourite:
    name: str
    point: Point


class Journey:
    """Begins at one Point. Numbers of visits never change."""

    def __init__(self, start: Point) -> None:
        self.visits: list[Visit] = [Visit(-1, start)]
        self.favourites: list[Favourite] = []
        self._trail: list[int] = [0]
        self._place = 0

    @property
    def at(self) -> int:
        """Number of the visit where the person is."""
        return self._trail[self._place]

    @property
    def point(self) -> Point:
        return self.visits[self.at].point

    def move(self, point: Point) -> None:
        """Go on from here; nothing when it is the same Point."""
        if point == self.point:
            return
        self.visits.append(Visit(self.at, point))
        self._go_on_to(len(self.visits) - 1)

    def jump(self, visit: int) -> None:
        """Return to a place in the tree. Can be undone like any move.

        Raises:
            IndexError: there is no such visit.
        """
        if not 0 <= visit < len(self.visits):
            raise IndexError(f"there is no visit {visit}")
        if visit != self.at:
            self._go_on_to(visit)

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

    def _go_on_to(self, visit: int) -> None:
        del self._trail[self._place + 1 :]
        self._trail.append(visit)
        self._place += 1

    # Favourites ---------------------------------------------------------------------------------------------------

    def keep(self, name: str, point: Point) -> Favourite:
        """A favourite under `name`, or with a number behind it if that is taken."""
        favourite = Favourite(self._free(name or "favourite"), point)
        self.favourites.append(favourite)
        return favourite

    def rename(self, name: str, wanted: str) -> None:
        number = self._number(name)
        kept = self.favourites[number].point
        self.favourites[number] = Favourite("", kept)
        self.favourites[number] = Favourite(self._free(wanted or name), kept)

    def forget(self, name: str) -> None:
        del self.favourites[self._number(name)]

    def favourite(self, name: str) -> Point:
        return self.favourites[self._number(name)].point

    def _number(self, name: str) -> int:
        return [favourite.name for favourite in self.favourites].index(name)

    def _free(self, name: str) -> str:
        taken = {favourite.name for favourite in self.favourites}
        free, number = name[:200], 1
        while free in taken:
            number += 1
            free = f"{name[:190]} {number}"
        return free

    # The file -----------------------------------------------------------------------------------------------------

    def to_json(self) -> str:
        fields = {
            "format": FORMAT,
            "visits": [[visit.parent, to_json(visit.point)] for visit in self.visits],
            "trail": self._trail,
            "place": self._place,
            "favourites": [[favourite.name, to_json(favourite.point)] for favourite in self.favourites],
        }
        return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> "Journey":
        """What `to_json` wrote.

        Raises:
            PointError: damaged, or from another version.
        """
        try:
            fields = parse(text)
            if fields["format"] != FORMAT:
                raise PointError("it is from another version of GAN Studio")
            visits = [Visit(parent, from_json(point)) for parent, point in fields["visits"]]
            favourites = [Favourite(name, from_json(point)) for name, point in fields["favourites"]]
            trail, place = fields["trail"], fields["place"]
        except PointError:
            raise
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise PointError("it is damaged") from None
        _check(visits, trail, place, [favourite.name for favourite in favourites])
        made = cls(visits[0].point)
        made.visits, made.favourites = visits, favourites
        made._trail, made._place = trail, place
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


def _check(visits: list[Visit], trail: Any, place: Any, names: list[Any]) -> None:
    sound = (
        bool(visits)
        and visits[0].parent == -1
        and all(type(v.parent) is int and 0 <= v.parent < number for number, v in enumerate(visits) if number)
        and isinstance(trail, list)
        and all(type(visit) is int and 0 <= visit < len(visits) for visit in trail)
        and type(place) is int
        and 0 <= place < len(trail)
        and all(isinstance(name, str) and len(name) <= 200 for name in names)
        and len(set(names)) == len(names)
    )
    if not sound:
        raise PointError("it is damaged")
