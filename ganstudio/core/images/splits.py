"""Folders called train, test or validation: parts of one data set, never classes, however they lie."""

import os
from collections.abc import Iterable
from dataclasses import replace

from ganstudio.core.images.listing import FileSource, Listing

NAMES = [
    "train",
    "training",
    "trainset",
    "train_set",
    "val",
    "valid",
    "validation",
    "dev",
    "devel",
    "eval",
    "evaluation",
    "holdout",
    "hold-out",
    "hold_out",
    "heldout",
    "held-out",
    "held_out",
    "test",
    "testing",
    "testset",
    "test_set",
    "unseen",
]
"""In the order in which they are named."""


def seen_through(listing: Listing) -> Listing:
    """The listing with the folders inside of them as classes, where all that would be classes are such parts.

    A folder called "test" beside "cats" and "dogs" is a class like any other. The images of all parts are learned
    together: which of them are kept aside (see `holdout`) follows from every image's own name.
    """
    parts = parts_among({file.place.label for file in listing.files if file.place.label})
    if not parts:
        return listing
    places = {id(file.place): file.place for file in listing.files}
    inner = {number: replace(place, label=_below(place)) for number, place in places.items()}
    files = [file._replace(place=inner[id(file.place)]) for file in listing.files]
    return replace(listing, files=files, parts=parts)


def parts_among(names: Iterable[str]) -> tuple[str, ...]:
    """The names in order if they are all those of parts, else none."""
    ordered = sorted(names, key=lambda name: (_rank(name), name))
    return tuple(ordered) if ordered and _rank(ordered[-1]) < len(NAMES) else ()


def _rank(label: str) -> int:
    name = label.lower()
    return NAMES.index(name) if name in NAMES else len(NAMES)


def _below(place: FileSource) -> str | None:
    """The folder inside of the one that `place` is labelled with; None where its files lie directly in it."""
    archived = place.kind in {"zip", "tar"} or place.outer
    outer, _, within = place.shown.partition(f"{os.path.basename(place.path)}/" if archived else "\0")
    for folders in (outer.split("/")[:-1], within.split("/")[:-1]):
        for number, folder in enumerate(folders):
            if folder == place.label:
                return folders[number + 1] if number + 1 < len(folders) else None
    return None
