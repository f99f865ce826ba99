"""CIFAR-10 and CIFAR-100 as they are handed out: batches in binary, and those of Python, read as data.

The batches of Python are pickles, and a pickle is a program. Here none is run: of its opcodes only those are known that
make numbers, texts, lists and dictionaries, and one array of NumPy, of which no more is kept than where its bytes lie.
Any other opcode, and any other name that the pickle asks for, ends the reading.
"""

import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any

from ganstudio.core.images.listing import Container, FoundFile, Listed

SIDE = 32
PICTURE = 3 * SIDE * SIDE
MOST_BYTES = 2**29
"""The largest of these files has 155 MB."""
_MOST_OPCODES = 10**6
"""The longest of these files takes 350,000."""
_MOST_TEXT = 2048
"""Longer contents are left where they are: a picture has more bytes, and no name has."""
_BINARY = re.compile(r"(data_batch_\d+|test_batch|train|test)\.bin", re.IGNORECASE)


class NoBatchError(ValueError):
    """Not one of these files."""


@dataclass(frozen=True)
class Batch:
    """Where the pictures of a file lie, and the class of each."""

    start: int
    """Bytes before the first picture."""
    step: int
    """Bytes from one picture to the next."""
    labels: list[int]


def is_binary(name: str, size: int) -> bool:
    """Whether a file is a batch in binary, by its name and its size alone: it says nothing of itself."""
    return bool(_BINARY.fullmatch(name)) and size > 0 and not (size % (PICTURE + 1) and size % (PICTURE + 2))


def list_cifar(container: Container) -> Listed | None:
    """The pictures of a batch; none of the file that names the classes. None where it is another pickle."""
    name, known = container.file.file, container.file
    try:
        with container.open() as file:
            binary = is_binary(name, known.size)
            batch = _binary_batch(file, known.size) if binary else pickled_batch(file, known.size)
    except NoBatchError:
        return None
    except (OSError, EOFError):
        return container.refused("truncated: the file ends before its pictures do")
    if batch is None:
        return [], []
    names = _names(container, len(set(batch.labels)))
    labels = [names[label] if label < len(names) else str(label) for label in batch.labels]
    places = {label: container.place("cifar", label) for label in set(labels)}
    digits = len(str(len(labels)))
    files = [
        FoundFile(places[label], f"{n:0{digits}d}", PICTURE, known.stamp, batch.start + n * batch.step)
        for n, label in enumerate(labels)
    ]
    return files, []


def _binary_batch(file: IO[bytes], size: int) -> Batch:
    """One byte of label before each picture; two in CIFAR-100, of which the second is the finer class."""
    head = 2 if size % (PICTURE + 1) else 1
    step = PICTURE + head
    labels = []
    for start in range(0, size, step):
        file.seek(start)
        labels.append(file.read(head)[-1])
    return Batch(head, step, labels)


def pickled_batch(file: IO[bytes], size: int) -> Batch | None:
    """A batch of Python; None for the file beside the batches that names the classes.

    Raises:
        NoBatchError: another pickle.
        OSError, EOFError: it ends too early.
    """
    fields = _fields(file, size)
    if any(name.endswith("label_names") for name in fields):
        return None
    data, labels = fields.get("data"), fields.get("fine_labels", fields.get("labels"))
    if not isinstance(data, _Array) or data.shape[1:] != (PICTURE,) or not isinstance(labels, list):
        raise NoBatchError
    whole = all(isinstance(label, int) and 0 <= label < 1000 for label in labels)
    if len(labels) != data.shape[0] or not whole:
        raise NoBatchError
    return Batch(data.start, PICTURE, labels)


def _names(container: Container, count: int) -> list[str]:
    """What the classes are called, by the file beside the batches; [] without."""
    for name in ("batches.meta", "meta", "batches.meta.txt", "fine_label_names.txt"):
        try:
            file = container.neighbour(name)
            if file is None:
                continue
            with file:
                names = _plain(file) if name.endswith(".txt") else _pickled_names(file)
        except (OSError, EOFError, NoBatchError):
            continue
        if len(names) >= count:
            return names
    return []


def _plain(file: IO[bytes]) -> list[str]:
    return file.read(2**16).decode("utf-8", "replace").split()


def _pickled_names(file: IO[bytes]) -> list[str]:
    fields = _fields(file, file.seek(0, 2))
    names = fields.get("fine_label_names", fields.get("label_names"))
    if not isinstance(names, list) or not all(isinstance(name, str | bytes) for name in names):
        raise NoBatchError
    return [_text(name) for name in names]


def _fields(file: IO[bytes], size: int) -> dict[str, Any]:
    if size > MOST_BYTES:
        raise NoBatchError
    file.seek(0)
    reader = _Reader(file, size)
    try:
        read = reader.value()
    except EOFError:
        if reader.has_array:
            raise
        raise NoBatchError from None  # any other pickle that is cut off
    if not isinstance(read, dict):
        raise NoBatchError
    return {_text(name): value for name, value in read.items() if isinstance(name, str | bytes)}


def _text(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode("latin-1")


# The opcodes ----------------------------------------------------------------------------------------------------------


@dataclass
class _Bytes:
    """Long bytes that are left where they are."""

    start: int
    size: int


@dataclass
class _Array:
    """An array of bytes; nothing of it but where it lies."""

    shape: tuple[int, ...] = ()
    start: int = 0


@dataclass(frozen=True)
class _Name:
    """Something that a pickle calls by its name; only the three that an array needs."""

    name: str


_RECONSTRUCT, _NDARRAY, _DTYPE = _Name("_reconstruct"), _Name("ndarray"), _Name("dtype")
_KNOWN = {
    (b"numpy.core.multiarray", b"_reconstruct"): _RECONSTRUCT,
    (b"numpy._core.multiarray", b"_reconstruct"): _RECONSTRUCT,
    (b"numpy", b"ndarray"): _NDARRAY,
    (b"numpy", b"dtype"): _DTYPE,
}
_MARK = object()
_BYTE_TYPE = _Name("u1")
_NUMBERS = {b"K": "<B", b"M": "<H", b"J": "<i"}
_SIZES = {b"U": "<B", b"C": "<B", b"T": "<I", b"B": "<I", b"X": "<I", b"\x8c": "<B", b"\x8e": "<Q", b"\x8d": "<Q"}
_UNICODE = {b"X", b"\x8c", b"\x8d"}
_PUTS = {b"q": "<B", b"r": "<I"}
_GETS = {b"h": "<B", b"j": "<I"}
_CONSTANTS: dict[bytes, Any] = {b"N": None, b"\x88": True, b"\x89": False, b")": ()}
_TUPLES = {b"\x85": 1, b"\x86": 2, b"\x87": 3}


class _Reader:
    """Reads one pickle. What it makes is no larger than the file itself."""

    def __init__(self, file: IO[bytes], size: int) -> None:
        self._file, self._size = file, size
        self._stack: list[Any] = []
        self._memo: dict[int, Any] = {}
        self.has_array = False
        self._steps: dict[bytes, Callable[[], None]] = {
            b"}": lambda: self._stack.append({}), b"]": lambda: self._stack.append([]),
            b"(": lambda: self._stack.append(_MARK), b"t": lambda: self._stack.append(tuple(self._marked())),
            b"e": lambda: self._extend(self._marked()), b"a": lambda: self._extend([self._stack.pop()]),
            b"u": lambda: self._set(self._marked()), b"s": lambda: self._set([self._stack.pop(-2), self._stack.pop()]),
            b"c": self._named, b"R": self._called, b"b": self._built,
            b"\x93": lambda: self._known(self._stack.pop(-2), self._stack.pop()),
            b"\x94": lambda: self._put(len(self._memo)),
            b"\x95": lambda: self._skip(8), b"\x80": lambda: self._skip(1),
        }  # fmt: skip

    def value(self) -> Any:
        """What the pickle holds.

        Raises:
            NoBatchError, EOFError.
        """
        try:
            for _ in range(_MOST_OPCODES):
                code = self._read(1)
                if code == b".":
                    return self._stack.pop()
                self._step(code)
        except (IndexError, KeyError, TypeError, ValueError, AttributeError, struct.error) as error:
            raise NoBatchError from error
        raise NoBatchError

    def _step(self, code: bytes) -> None:
        if code in _NUMBERS:
            self._stack.append(self._number(_NUMBERS[code]))
        elif code in _SIZES:
            self._stack.append(self._content(self._number(_SIZES[code]), code in _UNICODE))
        elif code in _PUTS:
            self._put(self._number(_PUTS[code]))
        elif code in _GETS:
            self._stack.append(self._memo[self._number(_GETS[code])])
        elif code in _CONSTANTS:
            self._stack.append(_CONSTANTS[code])
        elif code in _TUPLES:
            count = _TUPLES[code]
            self._stack[-count:] = [tuple(self._stack[-count:])]
        else:
            self._steps[code]()

    def _read(self, size: int) -> bytes:
        content = self._file.read(size)
        if len(content) < size:
            raise EOFError("shorter than it announces")
        return content

    def _number(self, form: str) -> int:
        return int(struct.unpack(form, self._read(struct.calcsize(form)))[0])

    def _content(self, size: int, is_text: bool) -> str | bytes | _Bytes:
        start = self._file.tell()
        if start + size > self._size:
            raise EOFError("shorter than it announces")
        if size > _MOST_TEXT:
            self._file.seek(size, 1)
            return _Bytes(start, size)
        content = self._read(size)
        return content.decode("utf-8") if is_text else content

    def _skip(self, size: int) -> None:
        self._read(size)

    def _put(self, place: int) -> None:
        self._memo[place] = self._stack[-1]

    def _marked(self) -> list[Any]:
        """What was put on the stack since the last mark, which goes too."""
        at = len(self._stack) - 1
        while self._stack[at] is not _MARK:
            at -= 1
            if at < 0:
                raise NoBatchError
        values = self._stack[at + 1 :]
        del self._stack[at:]
        return values

    def _extend(self, values: list[Any]) -> None:
        known = self._stack[-1]
        if type(known) is not list:
            raise NoBatchError
        known.extend(values)

    def _set(self, pairs: list[Any]) -> None:
        known = self._stack[-1]
        if type(known) is not dict or not all(isinstance(name, str | bytes) for name in pairs[::2]):
            raise NoBatchError
        known.update(zip(pairs[::2], pairs[1::2], strict=True))

    def _named(self) -> None:
        module, name = (self._file.readline(64).rstrip(b"\n") for _ in range(2))
        self._stack.append(_KNOWN[module, name])

    def _known(self, module: str, name: str) -> None:
        self._stack.append(_KNOWN[module.encode(), name.encode()])

    def _called(self) -> None:
        given, name = self._stack.pop(), self._stack.pop()
        if name is _RECONSTRUCT and given[0] is _NDARRAY:
            self._stack.append(_Array())
            self.has_array = True
        elif name is _DTYPE and given[0] in (b"u1", "u1"):
            self._stack.append(_BYTE_TYPE)
        else:
            raise NoBatchError

    def _built(self) -> None:
        """The state of an array: version, shape, type, whether columns come first, and its bytes."""
        state, made = self._stack.pop(), self._stack[-1]
        if made is _BYTE_TYPE:
            return
        _, shape, kind, is_fortran, content = state
        fits = isinstance(content, _Bytes) and type(shape) is tuple and len(shape) == 2
        if not isinstance(made, _Array) or kind is not _BYTE_TYPE or is_fortran or not fits:
            raise NoBatchError
        rows, columns = map(int, shape)
        if rows < 1 or rows * columns != content.size:
            raise NoBatchError
        made.shape, made.start = (rows, columns), content.start
