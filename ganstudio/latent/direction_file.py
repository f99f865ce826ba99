"""DirectionSet: the named directions of a run, kept in its folder. No torch here."""

import dataclasses
import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ganstudio.core import run_files
from ganstudio.core.schema import build, parse

FILE = "directions.json"
FORMAT = 1


@dataclass(frozen=True)
class Direction:
    """A unit vector in z or w, and how far one standard deviation of the latents goes along it."""

    name: str
    kind: Literal["component", "layer", "attribute"]
    """Principal component (GANSpace), closed form of the first layer (SeFa), learned from examples."""
    space: Literal["z", "w"]
    vector: tuple[float, ...]
    scale: float
    label: str = ""
    """What the person calls it; '' for its name."""
    share: float = 0.0
    """Components: the share of the variance that lies along it."""
    hidden: bool = False
    """Taken off the list; Points that went along it can still be drawn."""

    @property
    def title(self) -> str:
        return self.label or self.name


class DirectionSet:
    """Directions by name, in order. Immutable: every change gives another one, so that threads may share it."""

    def __init__(self, directions: tuple[Direction, ...] = ()) -> None:
        self.directions = directions
        self._by_name = {direction.name: direction for direction in directions}

    def __len__(self) -> int:
        return len(self.directions)

    def get(self, name: str) -> Direction | None:
        return self._by_name.get(name)

    def shown(self) -> list[Direction]:
        return [direction for direction in self.directions if not direction.hidden]

    def added(self, new: list[Direction]) -> "DirectionSet":
        """With `new` behind the others; a name that is taken gets a number behind it, for old Points keep their way."""
        made: dict[str, Direction] = dict(self._by_name)
        for direction in new:
            name, number = direction.name, 1
            while name in made:
                number += 1
                name = f"{direction.name} ({number})"
            made[name] = dataclasses.replace(direction, name=name)
        return DirectionSet(tuple(made.values()))

    def changed(self, name: str, **changes: Any) -> "DirectionSet":
        return self._with(lambda direction: direction.name == name, **changes)

    def without(self, kind: str) -> "DirectionSet":
        """Those of one kind taken off the list."""
        return self._with(lambda direction: direction.kind == kind, hidden=True)

    def _with(self, which: Callable[[Direction], bool], **changes: Any) -> "DirectionSet":
        return DirectionSet(tuple(dataclasses.replace(o, **changes) if which(o) else o for o in self.directions))

    def save(self, folder: Path) -> None:
        """Write to the run's folder.

        Raises:
            OSError: it cannot be written.
        """
        fields = {"format": FORMAT, "directions": [dataclasses.asdict(direction) for direction in self.directions]}
        run_files.write(folder / FILE, json.dumps(fields, ensure_ascii=False) + "\n")

    @classmethod
    def load(cls, folder: Path) -> "tuple[DirectionSet, str]":
        """The directions of a run, and a sentence if their file is damaged; there are none then."""
        path = folder / FILE
        try:
            fields = parse(run_files.read(path))
            if fields["format"] != FORMAT:
                raise ValueError("another format")
            return cls(tuple(_direction(build(dict[str, Any], field)) for field in fields["directions"])), ""
        except FileNotFoundError:
            return cls(), ""
        except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError):
            return cls(), f"The directions of {folder.name} cannot be read ({FILE} is damaged); they can be found anew."


def _direction(fields: dict[str, Any]) -> Direction:
    made = Direction(**fields)
    vector = tuple(float(number) for number in made.vector)
    sound = made.space in {"z", "w"} and made.kind in {"component", "layer", "attribute"} and isinstance(made.name, str)
    if not sound or not all(map(math.isfinite, (*vector, made.scale, made.share))) or not isinstance(made.label, str):
        raise ValueError("not a direction")
    return dataclasses.replace(made, vector=vector, hidden=bool(made.hidden))
