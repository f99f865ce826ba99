"""Classes by hand: which folders are which class, as a text such as `cat=tabby+siamese, =dog`.

    cat=tabby+siamese   the pictures of both folders are the class cat
    feline=cat          the class of the folder cat is called feline
    =dog                the folder dog is left out
    bird                as it is; so are folders that are not named

A comma, a plus sign, an equals sign or a backslash in a name stands behind a backslash.
"""

import re
from collections.abc import Mapping

_SPECIAL = re.compile(r"([\\,+=])")


class ClassesError(ValueError):
    """The text is none; a sentence that says why."""


def read_classes(text: str) -> dict[str, str]:
    """The class of each folder that is named, '' for one that is left out.

    Raises:
        ClassesError: a name is missing, or a folder is named twice.
    """
    classes: dict[str, str] = {}
    for entry in _split(text, ","):
        name, *rest = _split(entry, "=")
        if not entry.strip():
            continue
        if len(rest) > 1 or (rest and not rest[0].strip()) or (not rest and not name.strip()):
            raise ClassesError(f"{_plain(entry)!r} is not a class and its folders; write class=folder+folder.")
        for folder in map(_plain, _split(rest[0], "+") if rest else [name]):
            if not folder:
                raise ClassesError(f"{_plain(entry)!r} lacks the name of a folder.")
            if folder in classes:
                raise ClassesError(f"the folder {folder} is named twice.")
            classes[folder] = _plain(name)
    return classes


def write_classes(classes: Mapping[str, str]) -> str:
    """The text that `read_classes` reads: only what is not as it would be without it."""
    changed = {folder: name for folder, name in classes.items() if folder != name}
    merged = {name: [folder for folder in classes if classes[folder] == name] for name in changed.values()}
    return ", ".join(f"{_quoted(name)}={'+'.join(map(_quoted, folders))}" for name, folders in sorted(merged.items()))


def _split(text: str, at: str) -> list[str]:
    """Parts between `at`, where no backslash stands before it; the backslashes stay."""
    parts, part, quoted = [], "", False
    for letter in text:
        if letter == at and not quoted:
            parts.append(part)
            part = ""
        else:
            part += letter
        quoted = letter == "\\" and not quoted
    return [*parts, part]


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text.strip())


def _quoted(name: str) -> str:
    return _SPECIAL.sub(r"\\\1", name)
