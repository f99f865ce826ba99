"""The one door for JSON that this program did not just write: a stranger's run, a damaged file, a picture's recipe.

`read` opens regular files only and bounds their size, `parse` bounds what JSON may hold, `build` makes a dataclass (or
whatever else a type says) of it. Each refuses with one kind of error, whose text names what is wrong and where; nothing
is allocated by a number that stands in a file before that number is bounded. No torch here.
"""

import dataclasses
import functools
import json
import math
import os
import re
import stat
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

MOST_BYTES = 16 * 2**20
"""A JSON file of this program that is larger is not one of its own."""
MOST_ITEMS = 100_000
MOST_TEXT = 65_536
MOST_DIGITS = 18
MOST_DEPTH = 100
LARGEST = 2**53
"""Beyond it a whole number and a float are not the same any more."""


class SchemaError(ValueError):
    """What was read is not what it should be; the text says what and where, as the rest of a sentence."""


@dataclass(frozen=True)
class Range:
    """In `Annotated[int, Range(0, 4096)]`: the numbers that are allowed, both ends among them."""

    low: float
    high: float


@dataclass(frozen=True)
class Inside:
    """In `Annotated[str, Inside("samples")]`: the path, with /, of something that lies directly in that folder."""

    folder: str


@dataclass(frozen=True)
class Matches:
    """In `Annotated[str, Matches("[a-z]+")]`: the whole text is as the pattern says."""

    pattern: str


@dataclass(frozen=True)
class NullIsNan:
    """In `Annotated[float, NullIsNan()]`: null stands for the nan that JSON has no word for."""


def read(path: Path, *, most: int = MOST_BYTES) -> bytes:
    """The content of a regular file of at most `most` bytes, outside of a run's folder (see `core.run_files`).

    Raises:
        OSError: it is not there, or cannot be read.
        SchemaError: it is a pipe or a device, or larger than `most`.
    """
    with _opened(path) as file:
        content = file.read(min(most, os.fstat(file.fileno()).st_size) + 1)  # room is made for all that is asked for
    if len(content) > most:
        raise SchemaError(f"{path.name} is larger than {most / 2**20:.0f} MB")
    return content


def _opened(path: Path) -> IO[bytes]:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise SchemaError(f"{path.name} is no regular file")
    return os.fdopen(handle, "rb")


def parse(text: str | bytes, *, lenient: bool = False) -> Any:
    """What JSON says, if it is plain: finite numbers of a sane length, no key twice, not nested too deep.

    `lenient`: a number that is too large for a float stands for infinity, and costs only the field that `build` then
    refuses.

    Raises:
        SchemaError: it is not.
    """
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole,
            parse_float=float if lenient else _real,
            parse_constant=_no_constant,
        )
    except SchemaError:
        raise
    except (ValueError, RecursionError):
        raise SchemaError("it is not JSON") from None
    _bound(value, 0)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise SchemaError("a name stands in it twice")
    return made


def _whole(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise SchemaError(f"a number has {len(text)} digits")
    return int(text)


def _real(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise SchemaError("a number is too large")
    return value


def _no_constant(text: str) -> float:
    raise SchemaError(f"{text} is no number")


def _bound(value: Any, depth: int) -> None:
    """Raises SchemaError if lists are too long, texts too large, or all of it too deep."""
    if depth > MOST_DEPTH:
        raise SchemaError("it is nested too deep")
    if isinstance(value, dict | list):
        if len(value) > MOST_ITEMS:
            raise SchemaError(f"a list has {len(value):,} entries")
        for inner in value.values() if isinstance(value, dict) else value:
            if isinstance(inner, dict | list):
                _bound(inner, depth + 1)


def build(kind: Any, value: Any, where: str = "it", *, strangers: bool = False) -> Any:
    """`value` (from `parse`) as `kind`: a dataclass, or any of the types that its fields may have.

    Those are bool, int, float, str, None, Literal, unions, tuples, lists, mappings from str, Annotated with the words
    of this file, other dataclasses, and Any. A whole number is a float where one is asked for; nothing else changes.

    Args:
        where: what `value` is called in the sentence.
        strangers: fields that a dataclass does not have are passed over, as a newer version may write some.

    Raises:
        SchemaError: it is not of that kind.
    """
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(args[0], args[1:], value, where, strangers)
    if kind is Any:
        return value
    if origin in (Union, types.UnionType):
        return _union(args, value, where, strangers)
    if origin is Literal:
        if type(value) in (str, int, bool) and value in args:
            return value
        raise SchemaError(f"{where} is {shown(value)}, not one of {', '.join(map(str, args))}")
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _fields(kind, value, where, strangers)
    if origin in (tuple, list, Sequence):
        return _items(origin, args, value, where, strangers)
    if origin in (dict, Mapping):
        return _entries(args, value, where, strangers)
    return _plain(kind, value, where)


def _annotated(kind: Any, words: tuple[Any, ...], value: Any, where: str, strangers: bool) -> Any:
    if value is None and any(isinstance(word, NullIsNan) for word in words):
        return math.nan
    made = build(kind, value, where, strangers=strangers)
    for word in words:
        if isinstance(word, Range) and not word.low <= made <= word.high:
            raise SchemaError(f"{where} is {shown(value)}, not from {word.low:g} to {word.high:g}")
        if isinstance(word, Matches) and not re.fullmatch(word.pattern, made):
            raise SchemaError(f"{where} is {shown(value)}, not as it should be")
        if isinstance(word, Inside) and (not is_inside(made) or PurePosixPath(made).parent.as_posix() != word.folder):
            raise SchemaError(f"{where} does not lie in {word.folder}")
    return made


def is_inside(path: str) -> bool:
    """Whether a path with / stays inside the folder that it is relative to, on every system."""
    pure = PurePosixPath(path)
    return (
        bool(pure.parts)
        and not pure.is_absolute()
        and not {"..", "~"} & set(pure.parts)
        and not set(path) & set("\\:\0")
    )


def _union(kinds: tuple[Any, ...], value: Any, where: str, strangers: bool) -> Any:
    if value is None and type(None) in kinds:
        return None
    exact = [kind for kind in kinds if kind is type(value)]
    for kind in exact or [kind for kind in kinds if kind is not type(None)]:
        try:
            return build(kind, value, where, strangers=strangers)
        except SchemaError as error:
            last = error
    raise last


def _fields(kind: type, value: Any, where: str, strangers: bool) -> Any:
    if not isinstance(value, dict):
        raise SchemaError(f"{where} is {shown(value)}, not an object")
    hints, known = _declared(kind)
    if not strangers and (odd := sorted(value.keys() - known.keys())):
        raise SchemaError(f"{where} has {shown(odd[0])}, which is not known")
    made = {
        name: build(hints[name], inner, name, strangers=strangers) for name, inner in value.items() if name in known
    }
    for name, field in known.items():
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        if required and name not in made:
            raise SchemaError(f"{name} is missing")
    try:
        return kind(**made)
    except SchemaError:
        raise
    except ValueError as error:  # what the dataclass itself checks
        raise SchemaError(str(error)) from None


@functools.cache
def _declared(kind: type) -> tuple[Mapping[str, Any], Mapping[str, "dataclasses.Field[Any]"]]:
    """The types and the fields of a dataclass, by name: looked up once, for events come by the ten thousand."""
    return get_type_hints(kind, include_extras=True), {field.name: field for field in dataclasses.fields(kind)}


def _items(origin: Any, args: tuple[Any, ...], value: Any, where: str, strangers: bool) -> Any:
    if not isinstance(value, list):
        raise SchemaError(f"{where} is {shown(value)}, not a list")
    fixed = origin is tuple and Ellipsis not in args
    if fixed and len(value) != len(args):
        raise SchemaError(f"{where} has {len(value)} entries, not {len(args)}")
    kinds = args if fixed else (args[0],) * len(value)
    made = [build(kind, inner, where, strangers=strangers) for kind, inner in zip(kinds, value, strict=True)]
    return made if origin is list else tuple(made)


def _entries(args: tuple[Any, ...], value: Any, where: str, strangers: bool) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SchemaError(f"{where} is {shown(value)}, not an object")
    return {
        build(args[0], name, where): build(args[1], inner, f"{where} {name[:80]}", strangers=strangers)
        for name, inner in value.items()
    }


def _plain(kind: Any, value: Any, where: str) -> Any:
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        raise SchemaError(f"{where} is {shown(value)}, not {_NAMES.get(kind, 'as it should be')}")
    if kind is str and (len(value) > MOST_TEXT or "\0" in value):
        raise SchemaError(f"{where} is a text of {len(value):,} signs")
    if kind is int and abs(value) > LARGEST:
        raise SchemaError(f"{where} is {value}, which is too large")
    if kind is float and not math.isfinite(value):
        raise SchemaError(f"{where} is {value}, which is no number")
    return value


_NAMES = {int: "a whole number", float: "a number", bool: "true or false", str: "a text", type(None): "null"}


def shown(value: Any) -> str:
    """A stranger's value as it may stand in a sentence: short, and with what cannot be shown safely escaped."""
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."
