"""What runs are called, wherever they are made: one rule for the window and the command line."""

import os
import re
from pathlib import Path

from ganstudio.core.files import names_device

PACKED = (".zip", ".gz", ".tar", ".tgz", ".bz2", ".tbz2", ".xz", ".txz")
FORBIDDEN = '/\\:*?"<>|'
"""What a folder's name may not hold on one system or another; nor may it hold signs that cannot be seen."""
SHORT = 24
"""Letters of a file's name that come from the run's."""
LONGEST = 40
"""Letters that a run's name takes from its pictures."""


def name_for(source: str, recipe: str) -> str:
    """'blossoms-dcgan': the name of the first pictures and of the recipe, fit for a folder on every system."""
    stem = Path(os.path.abspath(source)).name
    while stem.lower().endswith(PACKED):
        stem = stem.rpartition(".")[0]
    kept = "".join(sign if sign.isalnum() or sign in " ._-" else "-" for sign in stem)[:LONGEST].strip(" .-")
    return f"{kept or 'pictures'}-{recipe}"


def free_folder(parent: Path, name: str) -> Path:
    """`parent/name`, or with -2, -3 … behind it if that is taken."""
    number = 1
    while True:
        folder = parent / (name if number == 1 else f"{name}-{number}")
        if not folder.exists():
            return folder
        number += 1


def short_name(name: str) -> str:
    """'photographs-of-the-garden': the beginning of a run's name, up to a word, for the files that come of it."""
    words = re.sub(r"[^\w]+", "-", name).strip("-").split("-")
    short = words[0][:SHORT]
    for word in words[1:]:
        if len(short) + len(word) >= SHORT:
            break
        short += f"-{word}"
    return short or "run"


def branch_name(name: str) -> str:
    """'flowers' -> 'flowers-branch', and so is a branch of that: numbers are put behind it, words are not piled up."""
    return re.sub(r"-branch(-\d+)?$", "", name) + "-branch"


def problem_with(name: str) -> str:
    """'' or the sentence that says why a run cannot be called so."""
    if not name or name in {".", ".."} or not name.isprintable() or any(sign in name for sign in FORBIDDEN):
        return f'A run cannot be called {name!r}: leave out / \\ : * ? " < > |.'
    if name.endswith((".", " ")):
        return f"A run cannot be called {name!r}: Windows drops what stands at its end."
    if names_device(name):
        return f"A run cannot be called {name!r}: Windows means a device by it."
    return ""


def rename(folder: Path, name: str) -> str:
    """Give a run's folder another name. '' or the sentence that says why it cannot be done."""
    wanted = name.strip()
    if problem := problem_with(wanted):
        return problem
    target = folder.with_name(wanted)
    if target == folder:
        return ""
    if target.exists() and not target.samefile(folder):  # where capitals do not count it is there itself
        return f"There is something called {wanted} in {folder.parent} already; choose another name."
    try:
        folder.rename(target)
    except OSError as error:
        return f"{folder.name} cannot be renamed: {error.strerror or error}."
    return ""
