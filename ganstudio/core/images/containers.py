"""Files that hold several pictures: stacks of TIFF pages, IDX files, NumPy's arrays, CIFAR's batches, tables, videos.

What each is, its bytes tell; a batch of CIFAR in binary is known by its name and size.
"""

import struct
import zlib
from collections.abc import Callable

from ganstudio.core.images import file_kinds, npy, tiff
from ganstudio.core.images.cifar import is_binary, list_cifar
from ganstudio.core.images.idx import list_idx
from ganstudio.core.images.listing import Container, FoundFile, Listed
from ganstudio.core.images.parquet_rows import list_table

_DAMAGED = (OSError, EOFError, ValueError, struct.error, zlib.error)


def look_into(container: Container, on_video: Callable[[Container], None] | None) -> Listed | None:
    """The pictures inside; None where the file is one picture, or is for the decoder to judge.

    `on_video`: takes a video, whose frames are listed when all else is; without, a video is one file.
    """
    ending = ending_of(container.file.file)
    if ending in file_kinds.PICTURES:
        return None
    if ending in file_kinds.PLACEHOLDERS:
        return container.refused(file_kinds.PLACEHOLDER)
    try:
        with container.open() as file:
            kind = file_kinds.container(file, ending)
    except Exception:  # noqa: BLE001 - an archive's entry raises a dozen types; the decoder will say which
        return None
    if kind == "video" and on_video:
        on_video(container)
        return [], []
    if kind == "pickle" or is_binary(container.file.file, container.file.size):
        return list_cifar(container)
    if kind == "idx" or (not kind and "ubyte" in container.file.file):
        return list_idx(container)
    listers = {"tiff": list_tiff, "npy": list_array, "parquet": list_table}
    return listers[kind](container) if kind in listers else None


def ending_of(name: str) -> str:
    return name[name.rfind(".") + 1 :].lower()


def list_tiff(container: Container) -> Listed | None:
    """The pages of a stack; None for a file of one, and for what the decoder refuses in its own words."""
    try:
        with container.open() as file:
            pages = tiff.pages(file)
    except _DAMAGED:
        return None
    if len(pages) < 2:
        return None
    place, file_ = container.place("tiff", container.file.place.label), container.file
    digits = len(str(len(pages)))
    return [FoundFile(place, f"{n:0{digits}d}", file_.size, file_.stamp, n) for n in range(len(pages))], []


def list_array(container: Container) -> Listed:
    """The pictures of an array, with the labels that lie beside it. An array of labels holds no pictures."""
    name, known = container.file.file, container.file
    try:
        with container.open() as file:
            shape, kind, _ = npy.shape_of(file)
    except _DAMAGED as error:
        if any(word in name.lower() for word in ("label", "target")) or name.lower().startswith(("y_", "y.", "y-")):
            return [], []
        reason = str(error)
        return container.refused(reason if reason.startswith(("not", "unreadable")) else "unreadable: a damaged array")
    labels = npy.labels_for(name, shape[0], container.neighbour)
    places = {label: container.place("npy", label or known.place.label) for label in set(labels)}
    size = max(1, known.size // shape[0]) if not kind.hasobject else 0
    digits = max(5, len(str(shape[0])))
    return [FoundFile(places[label], f"{n:0{digits}d}", size, known.stamp, n) for n, label in enumerate(labels)], []
