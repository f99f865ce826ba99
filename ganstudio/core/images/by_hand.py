"""What a person does by hand: leaves single pictures out or fits them otherwise, and leaves folders out as classes."""

import fnmatch
import hashlib
import re
from collections.abc import Sequence

from ganstudio.core.classes_by_hand import read_classes
from ganstudio.core.fit_by_hand import FitByHand
from ganstudio.core.images.listing import FoundFile
from ganstudio.core.run import Preparation

HAND = "left out by hand"
"""The reason; behind it may stand a folder whose pictures are all left out."""


def left_out_by_hand(files: Sequence[FoundFile], preparation: Preparation) -> dict[int, str]:
    """Positions of what is left out, each with the reason."""
    classes = read_classes(preparation.classes)
    out = {folder for folder, name in classes.items() if not name}
    if not preparation.excluded and not out:
        return {}
    names = set(preparation.excluded)
    patterns = [name for name in names if "*" in name or "?" in name]
    like = re.compile("|".join(fnmatch.translate(pattern.replace("[", "[[]")) for pattern in patterns) or r"\b\B")
    marked = {}
    for number, file in enumerate(files):
        if file.place.label in out:
            marked[number] = f"{HAND}: the folder {file.place.label}"
        elif (name := file.name) in names or like.match(name):
            marked[number] = HAND
    return marked


def fitted_by_hand(files: Sequence[FoundFile], preparation: Preparation) -> list[FoundFile]:
    """The files, each with how a person fits it; the stamp of such a one is another for every fit."""
    if not preparation.fits:
        return list(files)
    fits = {fit.name: fit for fit in preparation.fits}
    return [_fitted(file, fit) if (fit := fits.get(file.name)) else file for file in files]


def _fitted(file: FoundFile, fit: FitByHand) -> FoundFile:
    digest = hashlib.blake2b(f"{file.stamp} {fit.fit} {fit.x} {fit.y}".encode(), digest_size=7).digest()
    return file._replace(fit=fit, stamp=int.from_bytes(digest))


def class_of(label: str | None, classes: dict[str, str]) -> str | None:
    """What the pictures of a folder are called, by `read_classes`; None where they lie in no class folder."""
    return None if label is None else classes.get(label, label)
