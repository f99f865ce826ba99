"""The labels of a WebDataset: in its tars lie 0001.jpg, 0001.cls and 0001.json side by side, a key for each picture."""

import json
from collections.abc import Sequence
from typing import IO, Any

from ganstudio.core.images.file_kinds import PICTURES, unpacked

Entry = tuple[str, int, int]
"""The name of an entry, where its bytes begin in the unpacked tar, and how many there are."""

MOST_BYTES = 2**16
"""A text beside a picture that is longer is not read."""
_MOST_NAME = 100
_BESIDE = frozenset({"cls", "json", "txt"})
_NAMES = ("label", "label_name", "class", "class_name", "category", "cls")
"""Where such a JSON may say what a picture shows."""


def labels(entries: Sequence[Entry], file: IO[bytes]) -> tuple[dict[str, str], set[str]]:
    """The class of each picture that has one, and the names of the texts beside pictures, which are no pictures.

    The names of classes count where every labelled picture has one, else their numbers, so that one tar has one kind.

    Raises:
        Exception: of a dozen types, where the tar is damaged.
    """
    pictures = {_key(name): name for name, *_ in entries if _ending(name) in PICTURES}
    texts = [entry for entry in entries if _ending(entry[0]) in _BESIDE and _key(entry[0]) in pictures]
    stream = unpacked(file)
    numbers: dict[str, str] = {}
    names: dict[str, str] = {}
    for name, start, size in sorted(texts, key=lambda entry: entry[1]):
        if size > MOST_BYTES or _ending(name) == "txt":
            continue
        stream.seek(start)
        content, picture = stream.read(size), pictures[_key(name)]
        said = as_class(content) if _ending(name) == "cls" else _in_json(content)
        if said is not None:
            (names if isinstance(said, str) else numbers)[picture] = str(said)
    return names if len(names) >= len(numbers) else numbers, {name for name, *_ in texts}


def _key(name: str) -> str:
    folder, _, base = name.rpartition("/")
    return f"{folder}/{base.partition('.')[0]}"


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def as_class(content: bytes) -> str | int | None:
    """A short text as the name or the number of a class; None where it is neither."""
    text = content.decode("utf-8", "replace").strip()
    if not text or len(text) > _MOST_NAME or not text.isprintable():
        return None
    return int(text) if text.isdecimal() else text


def _in_json(content: bytes) -> str | int | None:
    try:
        read: Any = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(read, dict):
        return None
    for name in _NAMES:
        said = read.get(name)
        if isinstance(said, str | int) and not isinstance(said, bool):
            return as_class(str(said).encode())
    return None
