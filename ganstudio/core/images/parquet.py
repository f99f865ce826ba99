"""Tables of pictures in Parquet, as data sets are handed out today: a row for each picture, with the bytes of its file.

A stranger's table is opened only in processes that may die of it, with one thread; what it holds is read as data. The
pictures are the column whose bytes begin as pictures do, alone or beside a path; the class is a column of numbers or
words that is called so, and the names of the numbers stand in the head where Hugging Face's library has written it.
"""

import contextlib
import io
import itertools
import json
import os
import statistics
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from ganstudio.core.images import file_kinds
from ganstudio.core.images.decode import Unusable, shorter_side
from ganstudio.core.images.webdataset import as_class
from ganstudio.core.processes import how_to_add

MISSING = f"a Parquet table, which needs pyarrow: {how_to_add('parquet')}"
MOST_ROWS = 10**7
MOST_HEAD = 2**22
"""Bytes that the head of a table may say about its columns."""
_AT_ONCE = 8
"""Rows that are in memory at a time."""
_LOOKED_AT = 8
"""Pictures whose size is looked at before any is decoded."""
_BUFFER = 2**16
_PICTURES = ("image", "img", "picture", "photo", "jpg", "jpeg", "png", "webp", "bytes")
_CLASSES = (
    "label", "labels", "label_name", "class", "class_name", "category", "cls", "fine_label", "target", "y",
)  # fmt: skip
"""How the columns are called, the likeliest first."""


class TableError(ValueError):
    """It cannot be read; the text says why, in plain words."""


def available() -> bool:
    return find_spec("pyarrow") is not None


@dataclass(frozen=True)
class TableFacts:
    """What is known of a table before its pictures are decoded."""

    classes: list[str]
    labels: npt.NDArray[np.uint32]
    """For each row the number of its class and 1; 0 without one."""
    side: int
    """The median of the shorter sides of some pictures, in pixels; 0 where none can be read."""


class Table:
    """An opened table. Rows that follow one another are read one after the other."""

    def __init__(self, file: IO[bytes]) -> None:
        """Raises TableError."""
        if not available():
            raise TableError(f"not an image: {MISSING}")
        self._file = _opened(file)
        counts = [self._file.metadata.row_group(n).num_rows for n in range(self._file.metadata.num_row_groups)]
        self._ends = list(itertools.accumulate(counts))
        self.count = self._file.metadata.num_rows
        if min(counts, default=0) < 0 or self.count != (self._ends or [0])[-1] or self.count > MOST_ROWS:
            raise TableError(_ODD_COUNT if self.count <= MOST_ROWS else f"too large: a table of {self.count:,} rows")
        self._picture = self._picture_column()
        self._rows: Iterator[bytes | None] = iter(())
        self._next = self._group = -1
        self._broken: dict[int, int] = {}
        """Of each group of rows that is damaged, the first row that could not be read."""

    def facts(self) -> TableFacts:
        """Raises TableError."""
        classes, labels = self._labels()
        groups = dict.fromkeys(len(self._ends) * number // _LOOKED_AT for number in range(_LOOKED_AT))
        sides = [side for group in groups if (side := _side(self._first(self._picture, group)))]
        return TableFacts(classes, labels, round(statistics.median(sides or [0])))

    def picture(self, number: int) -> bytes:
        """The bytes of a picture's file.

        Raises:
            TableError: there is none in this row, or it is damaged.
        """
        group = self._group_of(number)
        if number >= self._broken.get(group, self.count):
            raise TableError(_DAMAGED)
        if group != self._group or number < self._next:
            self._rows, self._group, self._next = self._read(group), group, ([0, *self._ends])[group]
        content = None
        while self._next <= number:
            content = self._following(group)
        if content is None:
            raise TableError("not an image: an empty row of a table")
        return content

    def _following(self, group: int) -> bytes | None:
        try:
            content = next(self._rows)
        except (StopIteration, TableError):
            self._broken[group], self._group = self._next, -1
            raise TableError(_DAMAGED) from None
        self._next += 1
        return content

    def _group_of(self, number: int) -> int:
        return bisect_right(self._ends, number)

    def _read(self, group: int) -> Iterator[bytes | None]:
        """The pictures of a group of rows. Raises TableError where it is damaged."""
        for batch in self._batches(group, self._picture, _AT_ONCE):
            yield from map(_content, batch)

    def _batches(self, group: int, column: str, count: int) -> Iterator[Any]:
        with _plain_words():
            for batch in self._file.iter_batches(count, [group], [column], use_threads=False):
                yield batch.column(0)

    def _picture_column(self) -> str:
        """The leaf whose bytes are those of pictures.

        Raises:
            TableError: there is none.
        """
        with _plain_words():
            schema = self._file.schema_arrow
        likely = sorted((_rank(field.name, _PICTURES), place, field) for place, field in enumerate(schema))
        leaves = [leaf for *_, field in likely if (leaf := _bytes_leaf(field))]
        if not leaves:
            raise TableError("not an image: a Parquet table without a column of pictures")
        groups = range(min(len(self._ends), _LOOKED_AT))
        for leaf in leaves:
            if any(_is_picture(self._first(leaf, group)[: file_kinds.HEAD]) for group in groups):
                return leaf
        raise TableError("not an image: a Parquet table whose columns hold the bytes of no pictures")

    def _first(self, leaf: str, group: int) -> bytes:
        """The first picture among the first rows of a group; empty without one, or where it is damaged."""
        with contextlib.suppress(TableError):
            rows = next(self._batches(group, leaf, _AT_ONCE), ())
            return next((content for value in rows if (content := _content(value))), b"")
        return b""

    def _labels(self) -> tuple[list[str], npt.NDArray[np.uint32]]:
        """The names of the classes, and which each row has; none where no column says so.

        Raises:
            TableError: the column is damaged.
        """
        labels = np.zeros(self.count, np.uint32)
        field = self._class_column()
        if field is None:
            return [], labels
        names, known, at = _names(self._file.schema_arrow.metadata, field), dict[str | None, int](), 0
        for group in range(len(self._ends)):
            for batch in self._batches(group, field, 2**16):
                numbers, values = _numbered(batch)
                said = [_class_of(value, names) for value in values]
                places = [known.setdefault(name, len(known) + 1) if name else 0 for name in said]
                labels[at : at + len(batch)] = np.array([*places, 0], np.uint32)[numbers]
                at += len(batch)
        return [name for name in known if name], labels

    def _class_column(self) -> str | None:
        fields = {field.name.lower(): field for field in reversed(self._file.schema_arrow)}
        likely = [fields[name] for name in _CLASSES if name in fields]
        return next((field.name for field in likely if "." not in field.name and _is_class(field.type)), None)


_DAMAGED = "unreadable: the table is damaged here"
_ODD_COUNT = "unreadable: a damaged Parquet table"


def _opened(file: IO[bytes]) -> Any:
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # others reserve more than this process may have
    os.environ.setdefault("ARROW_IO_THREADS", "1")
    import pyarrow
    from pyarrow.parquet import ParquetFile

    pyarrow.set_cpu_count(1)
    file.seek(0)
    try:
        return ParquetFile(
            file, pre_buffer=False, buffer_size=_BUFFER,
            thrift_string_size_limit=MOST_HEAD, thrift_container_size_limit=2**20,
        )  # fmt: skip
    except MemoryError:
        raise
    except OSError as error:
        if error.errno:
            raise
        raise TableError(_ODD_COUNT) from None
    except Exception:  # noqa: BLE001 - a head that is damaged breaks whatever it happens to
        raise TableError(_ODD_COUNT) from None


@contextlib.contextmanager
def _plain_words() -> Iterator[None]:
    """What a damaged table makes the library raise becomes TableError; a drive's fault and lack of memory stay."""
    try:
        yield
    except (MemoryError, TableError):
        raise
    except OSError as error:
        if error.errno:
            raise
        raise TableError(_DAMAGED) from None
    except Exception:  # noqa: BLE001 - a damaged column breaks whatever it happens to
        raise TableError(_DAMAGED) from None


def _rank(name: str, likely: tuple[str, ...]) -> int:
    """How likely a column of this name is; lower is likelier."""
    known = name.lower()
    return likely.index(known) if known in likely else len(likely) + (not any(word in known for word in likely))


def _bytes_leaf(field: Any) -> str | None:
    """The name of a column's bytes; None for a column of something else."""
    from pyarrow import types

    if "." in field.name:
        return None
    if types.is_binary(field.type) or types.is_large_binary(field.type):
        return str(field.name)
    inner = list(field.type) if types.is_struct(field.type) else []
    has_bytes = any(each.name == "bytes" and types.is_binary(each.type) for each in inner)
    return f"{field.name}.bytes" if has_bytes else None


def _content(value: Any) -> bytes | None:
    """A row of such a column; None where it is empty."""
    row = value.as_py()
    content = row.get("bytes") if isinstance(row, dict) else row
    return content or None


def _is_picture(head: bytes) -> bool:
    return file_kinds.is_picture(head) or file_kinds.is_heic(head)


def _side(content: bytes) -> int:
    with contextlib.suppress(Unusable):
        return shorter_side(io.BytesIO(content))
    return 0


def _is_class(kind: Any) -> bool:
    from pyarrow import types

    inner = kind.value_type if types.is_dictionary(kind) else kind
    return bool(types.is_integer(inner) or types.is_string(inner) or types.is_large_string(inner))


def _numbered(column: Any) -> tuple[npt.NDArray[np.int64], list[Any]]:
    """The different values, and for each row which it has; -1 for none."""
    from pyarrow import types

    encoded = column if types.is_dictionary(column.type) else column.dictionary_encode()
    numbers = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return numbers.astype(np.int64), encoded.dictionary.to_pylist()


def _class_of(value: Any, names: list[str]) -> str | None:
    if isinstance(value, int):
        return (names[value] if value < len(names) else str(value)) if value >= 0 else None
    said = as_class(value.encode()) if isinstance(value, str) else None
    return None if said is None else str(said)


def _names(metadata: dict[bytes, bytes] | None, column: str) -> list[str]:
    """What the numbers in a column are called, by what Hugging Face's library writes into the head."""
    try:
        known: Any = json.loads((metadata or {}).get(b"huggingface", b"null"))
        names = known["info"]["features"][column]["names"]
    except (ValueError, TypeError, LookupError, RecursionError):
        return []
    fits = isinstance(names, list) and all(isinstance(name, str) and as_class(name.encode()) for name in names)
    return names if fits else []
