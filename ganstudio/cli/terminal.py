"""What the command line writes: results to stdout, notes and progress to stderr. The only file that prints."""

import contextlib
import io
import json
import os
import sys
import time
from collections.abc import Iterator
from typing import Any, Protocol


class RefusedError(Exception):
    """The request makes no sense: one sentence that names the option, file or folder and says what to do."""


class FailedError(Exception):
    """The request made sense, but could not be carried out: one sentence, with where the log is if there is one."""


def say(text: str = "") -> None:
    """A line of the result, on stdout."""
    print(text, flush=True)


def say_json(value: Any) -> None:
    """One JSON object, on one line of stdout. Numbers that are not finite are not expected here."""
    say(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def note(text: str) -> None:
    """A line for the person watching, on stderr."""
    print(text, file=sys.stderr, flush=True)


def plain(name: object) -> str:
    """A file's name safe to show: control characters and undecodable bytes are written out, not obeyed."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in str(name))


def count(number: int, thing: str, things: str = "") -> str:
    """'1 image', '2,000 images'."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def duration(seconds: float) -> str:
    """'45 s', '12 min', '3 h 20 min'."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


class Bar(Protocol):
    """A progress bar, or what stands in for one where stderr is not a terminal."""

    def to(self, done: float, text: str = "") -> None:
        """Show that `done` of the total is reached."""


class _Silence:
    def to(self, done: float, text: str = "") -> None:
        pass


class _Lines:
    """A line now and then, for logs: the first after `pause` seconds, so that short work says nothing."""

    def __init__(self, title: str, total: float, pause: float = 10.0) -> None:
        self._title, self._total, self._pause = title, total, pause
        self._last = time.monotonic()

    def to(self, done: float, text: str = "") -> None:
        now = time.monotonic()
        if now - self._last >= self._pause:
            self._last = now
            share = f"{done / self._total:.0%}  " if self._total else ""
            note(f"{self._title}: {share}{text}".rstrip(": "))


class _Tqdm:
    def __init__(self, bar: Any, total: float) -> None:
        self._bar, self._total = bar, total

    def to(self, done: float, text: str = "") -> None:
        if text:
            self._bar.set_postfix_str(text, refresh=False)
        self._bar.update(min(done, self._total or done) - self._bar.n)


@contextlib.contextmanager
def progress(title: str, total: float = 0, *, quiet: bool = False, counted: bool = True) -> Iterator[Bar]:
    """A bar on stderr if that is a terminal, else a line now and then; nothing when `quiet`.

    Args:
        total: what `Bar.to` counts up to; 0 when nobody knows.
        counted: False shows the share and the text only, not "17/200".
    """
    if quiet:
        yield _Silence()
    elif not sys.stderr.isatty():
        yield _Lines(title, total)
    else:
        from tqdm import tqdm

        form = "{desc}: {percentage:3.0f}%|{bar:20}| {postfix}" if not counted else None
        if not total:
            form = "{desc}: {elapsed}{postfix}"
        with tqdm(desc=title, total=total or None, leave=False, bar_format=form, file=sys.stderr) as bar:
            yield _Tqdm(bar, total)


def survive_odd_text() -> None:
    """Names that the terminal's encoding lacks are written with escapes instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def stop_writing() -> None:
    """The reader of stdout is gone: whatever Python still wants to write at exit goes nowhere, quietly."""
    with contextlib.suppress(OSError, ValueError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
