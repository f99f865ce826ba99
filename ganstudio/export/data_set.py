"""Labelled pictures as a data set that other programs read: folders of classes, WebDataset tars, or a CSV of paths."""

import contextlib
import csv
import io
import json
import re
import tarfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from ganstudio.core.files import names_device, publish, replacing, write_atomically
from ganstudio.core.pixels import Pixels, as_image
from ganstudio.export.image_file import encode

FORMATS = ("folder", "webdataset", "csv")
SHARD = 1000
"""Pictures in one tar."""
COLUMNS = ("path", "label", "class", "origin", "seed")
_ODD = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True)
class LabelledPicture:
    """One picture of the set."""

    pixels: Pixels
    """uint8 (H, W, C)."""
    label: int
    """The number of its class."""
    key: str
    """Its name in the set, without an ending and without dots; no other has it."""
    recipe: Mapping[str, Any] | None
    """What makes it again; None for a real picture, which is not marked as made by a model."""

    @property
    def png(self) -> bytes:
        if self.recipe is not None:
            return encode(self.pixels, "png", self.recipe)
        buffer = io.BytesIO()
        as_image(self.pixels).save(buffer, "PNG")
        return buffer.getvalue()


class DataSetWriter(Protocol):
    """Takes one picture after the other; what is whole is there even if the disk fills."""

    def add(self, picture: LabelledPicture) -> None:
        """Raises OSError."""

    def close(self) -> None:
        """After the last one. Raises OSError."""


def open_writer(kind: str, folder: Path, classes: Sequence[str]) -> DataSetWriter:
    """`kind`: one of `FORMATS`."""
    makers: dict[str, Callable[[Path, Sequence[str]], DataSetWriter]] = {
        "folder": FolderWriter, "webdataset": WebDatasetWriter, "csv": CsvWriter,
    }  # fmt: skip
    return makers[kind](folder, classes)


def folder_names(classes: Sequence[str]) -> list[str]:
    """A folder for each class, in their order, whatever a class is called."""
    names: list[str] = []
    for name in classes:
        plain = _ODD.sub("_", name).strip(". ") or "class"
        plain += "_" if names_device(plain) else ""
        while plain.lower() in {other.lower() for other in names}:
            plain += "_"
        names.append(plain)
    return names


class FolderWriter:
    """DIR/class/key.png, as torchvision's ImageFolder reads it."""

    def __init__(self, folder: Path, classes: Sequence[str]) -> None:
        self._places = [folder / name for name in folder_names(classes)]

    def add(self, picture: LabelledPicture) -> None:
        place = self._places[picture.label]
        place.mkdir(parents=True, exist_ok=True)
        _write(place / f"{picture.key}.png", picture.png)

    def close(self) -> None:
        """Nothing is left to do."""


class CsvWriter:
    """DIR/pictures/key.png, and DIR/labels.csv with a line for each."""

    def __init__(self, folder: Path, classes: Sequence[str]) -> None:
        self._folder, self._classes = folder, classes
        self._lines: list[tuple[Any, ...]] = []

    def add(self, picture: LabelledPicture) -> None:
        (self._folder / "pictures").mkdir(parents=True, exist_ok=True)
        path = f"pictures/{picture.key}.png"
        _write(self._folder / path, picture.png)
        seed = "" if picture.recipe is None else picture.recipe.get("seed", "")
        name = self._classes[picture.label]
        self._lines.append((path, name, picture.label, "real" if picture.recipe is None else "synthetic", seed))

    def close(self) -> None:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(self._lines)
        write_atomically(self._folder / "labels.csv", text.getvalue())


class WebDatasetWriter:
    """DIR/set-000000.tar and on: key.png, key.cls (the number of the class) and key.json of each picture."""

    def __init__(self, folder: Path, classes: Sequence[str]) -> None:
        self._folder, self._classes = folder, classes
        self._count = 0
        self._shard = contextlib.ExitStack()
        self._tar: tarfile.TarFile | None = None

    def add(self, picture: LabelledPicture) -> None:
        if self._count % SHARD == 0:
            self.close()
            path = self._folder / f"set-{self._count // SHARD:06d}.tar"
            file = self._shard.enter_context(replacing(path))
            self._tar = self._shard.enter_context(tarfile.TarFile(fileobj=file, mode="w"))
        origin = "real" if picture.recipe is None else "synthetic"
        facts: dict[str, Any] = {"label": self._classes[picture.label], "origin": origin}
        facts |= {"recipe": dict(picture.recipe)} if picture.recipe is not None else {}
        self._entry(f"{picture.key}.png", picture.png)
        self._entry(f"{picture.key}.cls", str(picture.label).encode())
        self._entry(f"{picture.key}.json", json.dumps(facts).encode())
        self._count += 1

    def _entry(self, name: str, content: bytes) -> None:
        assert self._tar is not None
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        self._tar.addfile(entry, io.BytesIO(content))

    def close(self) -> None:
        """Ends the tar; one that is not full is there as it is."""
        self._tar = None
        self._shard.close()


def _write(path: Path, content: bytes) -> None:
    """A file of this name is this picture: its key says the run's seed, or its content, and its place the request."""
    if path.exists():
        return

    def write(file: BinaryIO) -> None:
        file.write(content)

    publish(path, write)
