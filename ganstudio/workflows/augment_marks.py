"""What the filters have said of every picture so far, kept beside the set, so that a set that was ended goes on.

{"asked": "5f0c…"}                                        which request it is
{"class": 2, "first": 20000032, "dropped": [-1, 0, -1]}   of each picture the filter that left it out, -1: kept
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ganstudio.core.schema import SchemaError, parse, read

MARKS = "augment-marks.jsonl"
_MOST_BYTES = 2**28
Piece = tuple[int, int]
"""The number of a class and the first seed."""


class FilterMarks:
    """The marks of one request; those of another are none."""

    def __init__(self, folder: Path, asked: str) -> None:
        self._path, self._asked = folder / MARKS, asked
        self._known: dict[Piece, list[int]] = {}
        lines = _lines(self._path)
        self.there = bool(lines) and lines[0].get("asked") == asked
        """Whether this very request was begun here before."""
        if self.there:
            self._known = {piece: dropped for line in lines[1:] for piece, dropped in _piece(line)}

    def of(self, label: int, first: int) -> Sequence[int] | None:
        """What was said of the pictures from seed `first` on; None if they were not looked at."""
        return self._known.get((label, first))

    def begin(self) -> None:
        """Raises OSError."""
        if not self.there:
            self._append({"asked": self._asked})
        elif not self._path.read_bytes().endswith(b"\n"):
            self._write("\n")  # the line that was cut off ends here

    def add(self, label: int, first: int, dropped: Sequence[int]) -> None:
        """Raises OSError."""
        self._append({"class": label, "first": first, "dropped": list(dropped)})

    def _append(self, line: Mapping[str, Any]) -> None:
        self._write(json.dumps(line, separators=(",", ":")) + "\n")

    def _write(self, text: str) -> None:
        with open(self._path, "a", encoding="utf-8") as file:
            file.write(text)


def _lines(path: Path) -> list[Mapping[str, Any]]:
    """Every line that can be read; the last one may have been cut off."""
    try:
        text = read(path, most=_MOST_BYTES)
    except (OSError, SchemaError):
        return []
    lines: list[Mapping[str, Any]] = []
    for line in text.splitlines():
        try:
            known = parse(line)
        except SchemaError:
            continue
        if isinstance(known, dict):
            lines.append(known)
    return lines


def _piece(line: Mapping[str, Any]) -> list[tuple[Piece, list[int]]]:
    label, first, dropped = line.get("class"), line.get("first"), line.get("dropped")
    if not (isinstance(label, int) and isinstance(first, int) and isinstance(dropped, list)):
        return []
    return [((label, first), dropped)] if all(isinstance(number, int) for number in dropped) else []
