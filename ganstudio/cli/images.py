"""What commands that take folders of images share: preparing them, and describing what was found."""

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.cli.parsing import add_settings, given, naming_the_option
from ganstudio.cli.terminal import Bar, RefusedError, count, note, plain
from ganstudio.core.fit_by_hand import FitByHand, read_fits
from ganstudio.core.images.listing import open_regular
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Preparation
from ganstudio.core.schema import SchemaError
from ganstudio.core.settings import SettingError, from_mapping

if TYPE_CHECKING:
    from ganstudio.core.images.cache import CheckReport, LeftOut, Prepared


MOST_NAMES = 2**24
"""Bytes of a file with names."""


def add_preparation(parser: argparse.ArgumentParser) -> None:
    """The options on how images are prepared, and on which of them are left out."""
    add_settings(parser, Preparation, "how images are prepared")
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="NAME",
        help="leave a picture out: its name as `check` shows it, * and ? for any letters; may be given again",
    )  # fmt: skip
    parser.add_argument(
        "--exclude-from", type=Path, metavar="FILE", help="leave out the pictures whose names are in a file, one a line"
    )
    parser.add_argument(
        "--fit-from", type=Path, metavar="FILE",
        help='fit single pictures otherwise than the others, by a JSON file: [{"name": "a.png", "fit": "crop", '
        '"x": 0.2, "y": 0.5}, ...]; x and y say where the crop lies, 0 at the left or top, 1 at the other end',
    )  # fmt: skip


def excluded_by(args: argparse.Namespace) -> tuple[str, ...]:
    """Names of pictures that the person leaves out, each once."""
    names = list(args.exclude)
    if args.exclude_from:
        content = _content("--exclude-from", args.exclude_from).decode("utf-8", "replace")
        names += [line for line in content.splitlines() if line.strip()]
    return tuple(dict.fromkeys(names))


def fits_by(args: argparse.Namespace) -> tuple[FitByHand, ...]:
    """How the person fits single pictures."""
    if not args.fit_from:
        return ()
    try:
        return read_fits(_content("--fit-from", args.fit_from))
    except SchemaError as error:
        sentence = f"--fit-from: {plain(args.fit_from)} is no list of pictures and their fits: {error}."
        raise RefusedError(f'{sentence} Write [{{"name": "a.png", "fit": "crop", "x": 0.2}}].') from None


def _content(option: str, path: Path) -> bytes:
    try:
        with open_regular(str(path)) as file:
            return file.read(MOST_NAMES)
    except OSError as error:
        raise RefusedError(f"{option}: {plain(path)} cannot be read: {error.strerror or error}.") from None


def preparation_from(args: argparse.Namespace) -> Preparation:
    """The preparation that the options describe."""
    try:
        wanted = from_mapping(Preparation, given(args, Preparation))
        return replace(wanted, excluded=excluded_by(args), fits=fits_by(args))
    except SettingError as error:
        raise RefusedError(naming_the_option(error)) from None


def require_sources(sources: list[str]) -> None:
    """Refuse what is not there before any work is done."""
    for source in sources:
        if "\0" in source or not Path(source).exists():
            raise RefusedError(f"{plain(source)} does not exist; give a folder of images, image files or an archive.")


def prepare_images(
    sources: Sequence[str],
    preparation: Preparation,
    resolution: Resolution,
    bar: Bar,
    cancelled: Callable[[], bool] | None = None,
) -> "Prepared":
    """The prepared images, decoded now or read from the cache; a sentence when there is nothing usable."""
    from ganstudio.core.images.cache import ImagesError, prepare

    try:
        return prepare(sources, preparation, resolution, on_progress=_reporting(bar), cancelled=cancelled)
    except ImagesError as error:
        raise RefusedError(str(error)) from None


def _reporting(bar: Bar) -> Callable[[int, int], None]:
    def report(done: int, total: int) -> None:
        bar.to(done, f"{done:,} of {total:,}")

    return report


def as_fields(prepared: "Prepared") -> dict[str, Any]:
    """The report of a preparation for JSON, with the number of images in each class."""
    return {**prepared.report.to_json(), "classes": class_sizes(prepared)}


def class_sizes(prepared: "Prepared") -> dict[str, int]:
    return {name: int((prepared.labels == index).sum()) for index, name in enumerate(prepared.classes)}


def describe(prepared: "Prepared", *, every: bool) -> list[str]:
    """What was found, in lines for a person; `every` names each file that was left out, with its reason."""
    report = prepared.report
    lines = [f"{count(report.used, 'image')} used, {report.total - report.used:,} left out of {report.total:,}"]
    smallest, median, largest = (f"{size.width} x {size.height}" for size in report.sizes)
    grey = f"; {report.grey:,} grey" if report.grey else ""
    lines.append(f"originals: smallest {smallest}, median {median}, largest {largest} px{grey}")
    for name, size in class_sizes(prepared).items():
        lines.append(f"class {plain(name)}: {count(size, 'image')}")
    return lines + left_out_lines(report, every) + [plain(sentence) for sentence in report.advice]


def left_out_lines(report: "CheckReport", every: bool) -> list[str]:
    """The files left out, those of one kind of reason together, the most frequent first."""
    kinds: dict[str, list[LeftOut]] = {}
    for left in report.left_out:
        kinds.setdefault(re.split(": |(?<=duplicate) of ", left.reason)[0], []).append(left)
    lines = []
    for kind, files in sorted(kinds.items(), key=lambda pair: -len(pair[1])):
        names = ", ".join(plain(left.name) for left in files[:3]) + (", ..." if len(files) > 3 else "")
        lines.append(f"left out, {plain(kind)}: {len(files):,}" + ("" if every else f" ({names})"))
        if every:
            lines += [f"    {plain(left.name)}: {plain(left.reason)}" for left in files]
    return lines


def warn(sentences: list[str]) -> None:
    for sentence in sentences:
        note(f"Note: {sentence}")
