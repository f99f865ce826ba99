"""Whether there is a newer version, and what is new in it: read from a changelog, and only when somebody asks."""

import re
from dataclasses import dataclass
from pathlib import Path

import ganstudio
from ganstudio.core.printable import printable
from ganstudio.scores.fetch import fetch_text

HEADING = re.compile(r"^## v?(\d+(?:\.\d+){1,3})\b(.*)$", re.MULTILINE)
LARGEST = 2**20
"""Bytes of the largest changelog that is read."""
Version = tuple[int, ...]


class UpdateError(ValueError):
    """The changelog cannot be had, or is none; the sentence says what to do."""


@dataclass(frozen=True)
class Release:
    """A version, and what its part of the changelog says."""

    version: str
    news: str
    title: str = ""
    """What stands behind the version."""


def newer_releases(source: str, installed: str) -> list[Release]:
    """Every release in the changelog that is newer than what is installed, the newest first.

    Args:
        source: the address (http or https) or the path of a changelog like this program's own.
        installed: such as '0.1.0'.

    Raises:
        UpdateError: it cannot be read, or holds no versions.
    """
    text = _text_of(source)
    if not HEADING.search(text):
        raise UpdateError(f"{printable(source)} names no version: give the address or the file of a CHANGELOG.md.")
    later = [release for release in releases(text) if _number(release.version) > _number(installed)]
    return sorted(later, key=lambda release: _number(release.version), reverse=True)


def releases(text: str) -> list[Release]:
    """The versions of a changelog, but those that are still in the making."""
    return [release for release in _parts(text) if "in the making" not in release.title]


def _parts(text: str) -> list[Release]:
    headings = list(HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]  # without headings one too many
    return [
        Release(heading.group(1), _lines(text[heading.end() : end]), heading.group(2))
        for heading, end in zip(headings, ends, strict=False)
    ]


def _lines(text: str) -> str:
    """As it can be shown; an item that was broken into lines is one again."""
    whole = re.sub(r"(?<=\S)[ \t]*\n[ \t]+(?![-*])", " ", text.strip())
    return "\n".join(printable(line) for line in whole.splitlines())


def own_news() -> str:
    """What the changelog that came with the program says of this version; '' where none came."""
    package = Path(ganstudio.__file__).parent
    inside = package / "resources" / "CHANGELOG.md"
    try:
        text = (inside if inside.is_file() else package.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    except OSError:
        return ""
    return next((part.news for part in _parts(text) if _number(part.version) == _number(ganstudio.__version__)), "")


def _text_of(source: str) -> str:
    if re.match("https?://", source):
        try:
            return fetch_text(source, LARGEST)
        except OSError as error:
            reason = getattr(error, "reason", error)
            sentence = f"{printable(source)} does not answer ({reason}). Look again when this computer is online."
            raise UpdateError(sentence) from error
    try:
        with open(Path(source), "rb") as file:
            return file.read(LARGEST).decode("utf-8", errors="replace")
    except OSError as error:
        raise UpdateError(f"{printable(source)} cannot be read: {error.strerror}.") from error


def _number(version: str) -> Version:
    """'0.10.1' -> (0, 10, 1), without zeros at its end."""
    parts = [int(part) for part in re.findall(r"\d+", version)]
    while parts and not parts[-1]:
        parts.pop()
    return tuple(parts)
