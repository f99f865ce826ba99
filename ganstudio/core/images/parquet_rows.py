"""A Parquet table as a set of pictures: its rows, with their classes. The table itself is only opened in a child."""

import functools

from ganstudio.core.images.decode import Unusable
from ganstudio.core.images.isolated_reader import PictureReader
from ganstudio.core.images.listing import Container, FoundFile, Listed, Outer
from ganstudio.core.images.parquet import MISSING, TableFacts, available


def list_table(container: Container) -> Listed:
    """The pictures of a table, in the order of its rows."""
    if not available():
        return container.refused(f"not an image: {MISSING}")
    known = container.file
    try:
        facts = look_at(known.path, container.outer, known.size, known.stamp)
    except Unusable as reason:
        return container.refused(str(reason))
    names = [known.place.label, *facts.classes]
    places = [container.place("parquet", name) for name in names]
    digits = max(5, len(str(len(facts.labels))))
    return [
        FoundFile(places[label], f"{row:0{digits}d}", known.size, known.stamp, row)
        for row, label in enumerate(facts.labels.tolist())
    ], []


@functools.lru_cache(maxsize=256)
def look_at(path: str, outer: Outer | None, size: int, stamp: int) -> TableFacts:
    """The classes of a table's rows, read in a process of its own.

    Raises:
        Unusable: with the reason.
    """
    with PictureReader() as reader:
        return reader.table(path, outer)
