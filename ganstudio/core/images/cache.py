"""Prepared pictures: decoded once, kept on disk as uint8 at the training size, brought up to date when files change."""

import contextlib
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from ganstudio.core.classes_by_hand import read_classes
from ganstudio.core.environment import CACHE_ELSEWHERE, cache_folder
from ganstudio.core.files import disk_sentence
from ganstudio.core.images import store
from ganstudio.core.images.by_hand import HAND, class_of, fitted_by_hand, left_out_by_hand
from ganstudio.core.images.check_report import (
    Cancelled,
    CheckReport,
    ImagesError,
    LeftOut,
    Size,
    about_reading,
    advise,
    spread,
)
from ganstudio.core.images.duplicates import find_copies
from ganstudio.core.images.levels import Depth, Range, levels_of, ranges_of
from ganstudio.core.images.listing import FoundFile, Listing
from ganstudio.core.images.pool import DecodeJob, DecodeResult, Task, decode_all
from ganstudio.core.images.scan import Source, describe_sources, scan
from ganstudio.core.images.store import Entry, Stored
from ganstudio.core.images.video_frames import Sampling
from ganstudio.core.resolution import Resolution, shape_of
from ganstudio.core.run import Preparation

__all__ = ["Cancelled", "CheckReport", "ImagesError", "LeftOut", "Prepared", "prepare"]

Progress = Callable[[int, int], None]
Asked = Callable[[], bool]
T = TypeVar("T")


@dataclass(frozen=True)
class Prepared:
    """Images ready to train on, in the order of their names."""

    pixels: npt.NDArray[np.uint8]
    """(N, H, W, C), a read-only memory map."""
    names: list[str]
    labels: npt.NDArray[np.int64]
    """(N,), positions in `classes`; zeros without classes."""
    classes: tuple[str, ...]
    report: CheckReport
    digests: list[str] = field(default_factory=list)
    """Of the pixels of each, as it is without a fit by hand: the same pixels, the same digest."""


class _Wanted(NamedTuple):
    """What was asked for, and where it is kept."""

    sources: Sequence[Source]
    preparation: Preparation
    resolution: Resolution
    folder: Path


def prepare(
    sources: Sequence[Source],
    preparation: Preparation,
    resolution: Resolution,
    *,
    cache_dir: Path | None = None,
    on_progress: Progress | None = None,
    cancelled: Asked | None = None,
    workers: int | None = None,
) -> Prepared:
    """The pictures in `sources` at `resolution`, decoding only what is new or changed since the last time.

    Args:
        on_progress: told (done, total) files from this thread while files are decoded.
        cancelled: asked often; True ends the work within 200 ms, and nothing is kept.
        workers: processes that decode; as many as there are cores by default.

    Raises:
        ImagesError: nothing usable was found, or the cache cannot be written; the text is a sentence.
        Cancelled: `cancelled` said so.
    """
    return _used(sources, preparation, resolution, cache_dir, on_progress, cancelled, workers, _opened)


def look_at(
    sources: Sequence[Source],
    preparation: Preparation,
    resolution: Resolution,
    *,
    cache_dir: Path | None = None,
    on_progress: Progress | None = None,
    cancelled: Asked | None = None,
) -> tuple[list[FoundFile], list[Entry], npt.NDArray[np.uint8]]:
    """As `prepare`, but everything: each file, what became of it, and the pixels that `Entry.row` speaks of.

    Raises: as `prepare`, but for pictures that are all left out.
    """

    def everything(
        stored: Stored, _: _Wanted, listing: Listing
    ) -> tuple[list[FoundFile], list[Entry], npt.NDArray[np.uint8]]:
        return listing.files, stored.entries, stored.pixels()

    return _used(sources, preparation, resolution, cache_dir, on_progress, cancelled, None, everything)


def _used(
    sources: Sequence[Source],
    preparation: Preparation,
    resolution: Resolution,
    cache_dir: Path | None,
    on_progress: Progress | None,
    cancelled: Asked | None,
    workers: int | None,
    use: "Callable[[Stored, _Wanted, Listing], T]",
) -> T:
    """What is made of the cache, once it is up to date."""
    asked = cancelled or (lambda: False)
    every_link, sampling = preparation.duplicates == "keep", Sampling.of(preparation)
    listing = scan(sources, cancelled=asked, every_link=every_link, sampling=sampling)
    listing = _labelled(listing) if preparation.labels else listing
    listing = replace(listing, files=fitted_by_hand(listing.files, preparation))
    if not listing.files:
        raise ImagesError(_nothing(sources, listing.left_out))
    root = cache_dir or cache_folder()
    wanted = _Wanted(sources, preparation, resolution, store.folder_for(root, sources, preparation, resolution))
    try:
        with contextlib.suppress(FileNotFoundError):  # another program put a new cache in place of the one just seen
            return _answered(wanted, listing, on_progress or _silent, asked, workers, use)
        return _answered(wanted, listing, on_progress or _silent, asked, workers, use)
    except OSError as error:
        raise ImagesError(f"{disk_sentence(error, 'preparing images', root)} {CACHE_ELSEWHERE}") from error


def _answered(
    wanted: _Wanted,
    listing: Listing,
    on_progress: Progress,
    cancelled: Asked,
    workers: int | None,
    use: "Callable[[Stored, _Wanted, Listing], T]",
) -> T:
    stored = store.read(wanted.folder)
    current = stored and stored.is_of(listing.files, _treated(listing.files, wanted.preparation))
    if stored is None or not current or _at_other_ranges(stored.entries, wanted.preparation):
        stored = _brought_up_to_date(stored, wanted, listing.files, on_progress, cancelled, workers)
    return use(stored, wanted, listing)


def _silent(done: int, total: int) -> None:
    """Does nothing: for callers that ask for no progress."""


def _brought_up_to_date(
    stored: Stored | None,
    wanted: _Wanted,
    files: Sequence[FoundFile],
    on_progress: Progress,
    cancelled: Asked,
    workers: int | None,
) -> Stored:
    known = stored.known() if stored else {}
    fresh = [number for number, file in enumerate(files) if _unknown(file, known)]
    again = [number for number, file in enumerate(files) if not _unknown(file, known) and known[file.identity].depth]
    shape = (len(fresh) + len(again), *shape_of(wanted.resolution), wanted.preparation.channels)
    store.make_room(wanted.folder, int(np.prod(shape)))
    with store.scratch(wanted.folder, shape) as (scratch, offset):
        job = DecodeJob(wanted.preparation, wanted.resolution, scratch, offset)

        def decoded(numbers: Sequence[int], scales: Sequence[Range | None]) -> dict[int, DecodeResult]:
            tasks = [Task(places[number], files[number], scale) for number, scale in zip(numbers, scales, strict=True)]
            if not tasks:
                return {}
            results = decode_all(tasks, job, on_progress=on_progress, cancelled=cancelled, workers=workers)
            return {number: results[places[number]] for number in numbers}

        places = {number: row for row, number in enumerate(fresh + again)}
        entries = _entries(files, known, decoded(fresh, [None] * len(fresh)))
        odd = _at_other_ranges(entries, wanted.preparation)
        results = decoded(list(odd), list(odd.values()))
        entries = [
            entry._replace(**results[number]._asdict()) if number in results else entry
            for number, entry in enumerate(entries)
        ]
        moved = {number: places[number] for number in [*fresh, *(number for number in again if number in odd)]}
        rows = store.Rows(stored, scratch if moved else None, moved, entries)
        treated = _treated(files, wanted.preparation)
        entries = _without_copies(entries, files, rows, wanted.preparation)
        if stored and stored.duplicates == treated and _same(entries, stored.entries):
            return stored  # what could not be read the last time can still not be read
        if cancelled():
            raise Cancelled
        return store.write(wanted.folder, entries, rows, treated, shape[1:])


def _treated(files: Sequence[FoundFile], preparation: Preparation) -> str:
    """What becomes of copies, and which files a person leaves out: what the order of pixels in a cache depends on."""
    marked = left_out_by_hand(files, preparation)
    if not marked:
        return preparation.duplicates
    marks = "\0".join(f"{files[number].identity}\0{reason}" for number, reason in marked.items())
    return f"{preparation.duplicates} {hashlib.blake2b(marks.encode('utf-8', 'replace'), digest_size=10).hexdigest()}"


def _at_other_ranges(entries: Sequence[Entry], preparation: Preparation) -> dict[int, Range]:
    """The pictures of more than eight bits that were read with another range than the whole set needs, and which."""
    depths = [Depth(*entry.depth) if entry.depth and not entry.reason else None for entry in entries]
    if not any(depths):
        return {}
    ranges = ranges_of(depths, levels_of(preparation))
    return {
        number: scale
        for number, (depth, scale) in enumerate(zip(depths, ranges, strict=True))
        if depth and scale and depth.range != scale
    }


def _same(entries: Sequence[Entry], before: Sequence[Entry]) -> bool:
    """Whether two entries agree in all but where their pixels lie."""
    return len(entries) == len(before) and all(
        entry == known._replace(row=entry.row) for entry, known in zip(entries, before, strict=True)
    )


def _unknown(file: FoundFile, known: dict[str, Entry]) -> bool:
    """True for a file that is new, has changed, or could not be opened the last time."""
    entry = known.get(file.identity)
    return entry is None or (entry.size, entry.stamp) != (file.size, file.stamp) or entry.passing


def _entries(files: Sequence[FoundFile], known: dict[str, Entry], outcomes: dict[int, DecodeResult]) -> list[Entry]:
    return [
        Entry(file.identity, file.size, file.stamp, -1, *outcomes[number], copy="")
        if number in outcomes
        else known[file.identity]._replace(copy="")
        for number, file in enumerate(files)
    ]


def _without_copies(
    entries: list[Entry], files: Sequence[FoundFile], rows: store.Rows, preparation: Preparation
) -> list[Entry]:
    """The entries with those marked that a person leaves out, and those that copy another, by the name of that.

    What is left out by hand is as if it were not there: its copies take its place.
    """
    by_hand = {
        number: why for number, why in left_out_by_hand(files, preparation).items() if not entries[number].reason
    }
    marked = [entry._replace(copy=by_hand.get(number, "")) for number, entry in enumerate(entries)]
    if preparation.duplicates == "keep":
        return marked
    usable = [number for number, entry in enumerate(marked) if not entry.reason and not entry.copy]
    copies = find_copies(
        [entries[number].digest for number in usable],
        [entries[number].hash for number in usable],
        lambda some: rows.read([usable[row] for row in some.tolist()]),
        near=preparation.duplicates == "near",
    )
    for number, (original, exact) in copies.items():
        reason = f"{'exact' if exact else 'near'} duplicate of {files[usable[original]].name}"
        marked[usable[number]] = marked[usable[number]]._replace(copy=reason)
    return marked


def _labelled(listing: Listing) -> Listing:
    """The listing without files that lie in no class folder, if there are class folders at all."""
    if all(file.place.label is None for file in listing.files):
        return listing
    stray = [LeftOut(file.name, "lies in no class folder") for file in listing.files if file.place.label is None]
    files = [file for file in listing.files if file.place.label is not None]
    return Listing(files, listing.left_out + stray, listing.parts)


def _opened(stored: Stored, wanted: _Wanted, listing: Listing) -> Prepared:
    pairs = list(zip(listing.files, stored.entries, strict=True))
    left_out = [LeftOut(file.name, said) for file, entry in pairs if (said := entry.reason or entry.copy)]
    used = [(file, entry) for file, entry in pairs if not entry.reason and not entry.copy]
    left_out = listing.left_out + left_out
    if not used:
        raise ImagesError(_nothing(wanted.sources, left_out))
    renamed = read_classes(wanted.preparation.classes)
    labels = [class_of(file.place.label, renamed) or "" for file, _ in used] if wanted.preparation.labels else []
    classes = tuple(sorted(set(labels) - {""}))
    numbers = {name: number for number, name in enumerate(classes)}
    return Prepared(
        pixels=stored.pixels()[: len(used)],
        names=[file.name for file, _ in used],
        labels=np.array([numbers.get(label, 0) for label in labels] or np.zeros(len(used)), dtype=np.int64),
        classes=classes,
        report=replace(
            _report(used, left_out, classes, wanted, listing.parts),
            class_folders=_folders(file.place.label for file, entry in pairs if _counts(entry)),
        ),
        digests=[entry.digest for _, entry in used],
    )


def _folders(labels: Iterable[str | None]) -> dict[str, int]:
    """How many files lie in each folder that could be a class, by name."""
    return dict(sorted(Counter(label for label in labels if label is not None).items()))


def _counts(entry: Entry) -> bool:
    """Whether a picture is one of its folder's: used, or left out together with the whole folder."""
    return not entry.reason and (not entry.copy or entry.copy.startswith(f"{HAND}:"))


def _report(
    used: list[tuple[FoundFile, Entry]],
    left_out: list[LeftOut],
    classes: tuple[str, ...],
    wanted: _Wanted,
    parts: tuple[str, ...],
) -> CheckReport:
    sizes = [Size(entry.width, entry.height) for _, entry in used]
    ranges = [Depth(*entry.depth).range for _, entry in used if entry.depth]
    labels = [class_of(file.place.label, read_classes(wanted.preparation.classes)) or "" for file, _ in used]
    grey = sum(entry.grey for _, entry in used) if wanted.preparation.channels == 3 else 0
    advice = advise(
        sizes=sizes,
        grey=grey,
        colour=wanted.preparation.colour,
        resolution=wanted.resolution,
        labels=wanted.preparation.labels,
        classes=Counter(name for name in labels if name in classes),
        parts=parts,
    ) + about_reading(
        [entry.colours for _, entry in used],
        [entry.note for _, entry in used],
        ranges,
    )
    return CheckReport(
        used=len(used),
        total=len(used) + len(left_out),
        left_out=left_out,
        sizes=spread(sizes),
        grey=grey,
        advice=advice,
        folders=_folders(label or None for label in labels),
        videos=len({(file.path, file.place.outer) for file, _ in used if file.place.kind == "video"}),
        levels=ranges[0] if len(set(ranges)) == 1 else None,
    )


def _nothing(sources: Sequence[Source], left_out: Sequence[LeftOut]) -> str:
    """The sentence for when there is nothing to learn from."""
    place = describe_sources(sources)
    if not left_out:
        return f"{place} holds no images. Choose a folder with JPEG, PNG or other pictures in it."
    first = f"{left_out[0].name} is {left_out[0].reason}" if left_out[0].reason[:3] == "not" else ": ".join(left_out[0])
    if len(left_out) == 1:
        return f"{place} holds no usable images ({first}). Choose a folder with JPEG, PNG or other pictures in it."
    return (
        f"{place} holds no usable images: all {len(left_out)} files were left out (the first: {first}). "
        "Choose a folder with JPEG, PNG or other pictures in it."
    )
