"""The network that content and style are seen with: SqueezeNet 1.1 or VGG from a person's file, or once fetched."""

import hashlib
from pathlib import Path

import torch

from ganstudio.core.files import disk_sentence, private_folder, replacing
from ganstudio.core.printable import without_home
from ganstudio.scores.extractor_networks import VGG16, VGG19, SqueezeNet
from ganstudio.scores.features import Extractor, open_extractor
from ganstudio.scores.fetch import SQUEEZENET
from ganstudio.scores.perceptual_place import ENDINGS, MISSING, OWN, perceptual_file
from ganstudio.scores.weights import FeaturesError


def open_perceptual(path: Path | None = None, *, device: torch.device | str = "cpu") -> Extractor:
    """SqueezeNet or VGG with the weights in `path`, or with those at hand.

    Raises:
        FeaturesError: there are none, or they are of another network; the sentence says what to do.
    """
    path = path or perceptual_file()
    if path is None:
        raise FeaturesError(MISSING)
    if not path.is_file():
        raise FeaturesError(f"{path.name} is not there; name a file with the weights of SqueezeNet 1.1.")
    if path == SQUEEZENET.place and hashlib.sha256(path.read_bytes()).hexdigest() != SQUEEZENET.sha256:
        place = without_home(path)
        raise FeaturesError(f"{place} is not the file that was published (checksum): remove it and fetch it again.")
    extractor = open_extractor(path, device=device)
    if not isinstance(extractor.network, SqueezeNet | VGG16 | VGG19):
        contents = f"{path.name} holds {extractor.title}"
        raise FeaturesError(f"{contents}; style transfer needs SqueezeNet 1.1, VGG16 or VGG19.")
    return extractor


def keep(path: Path) -> Path:
    """Copy a file of weights that `open_perceptual` takes to where it is found again; returns the copy.

    Raises:
        FeaturesError: it is of another network, or cannot be copied.
    """
    open_perceptual(path)
    target = SQUEEZENET.place.parent / f"{OWN}{path.suffix.lower()}"
    try:
        content = path.read_bytes()
        private_folder(target.parent)
        with replacing(target) as file:
            file.write(content)
        for ending in ENDINGS:
            if (other := target.with_suffix(ending)) != target:
                other.unlink(missing_ok=True)
    except OSError as error:
        raise FeaturesError(disk_sentence(error, "keeping weights", target)) from None
    return target
