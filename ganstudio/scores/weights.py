"""Weights of feature extractors from files: read without running anything that is in them."""

import hashlib
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from ganstudio.core.tensor_file import TensorFileError, unpack

LARGEST = 2**31
"""Bytes; no extractor here has more than a tenth of it."""


class FeaturesError(ValueError):
    """An extractor that cannot be used; the text is a sentence for the user."""


@dataclass(frozen=True)
class Weights:
    tensors: dict[str, Tensor]
    digest: str
    """The file's SHA-256: two files of one architecture are two extractors."""


def read_weights(path: Path) -> Weights:
    """The state dict in a .safetensors, .pt or .pth file. Names lose a leading 'module.' or 'model.'.

    Raises:
        FeaturesError: not there, not weights alone (a TorchScript program, a pickled object), or damaged.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise FeaturesError(f"{path} is too large for a feature extractor ({size / 2**30:.1f} GB).")
        content = path.read_bytes()
    except OSError as error:
        raise FeaturesError(f"{path} cannot be read: {error.strerror or error}.") from None
    tensors = _safetensors(path, content) if path.suffix == ".safetensors" else _state_dict(path, content)
    return Weights(_without_prefix(tensors), hashlib.sha256(content).hexdigest())


def _safetensors(path: Path, content: bytes) -> dict[str, Tensor]:
    try:
        return dict(unpack(content)[0])
    except TensorFileError as error:
        raise FeaturesError(f"{path} is not a whole safetensors file: {error}.") from None


def _state_dict(path: Path, content: bytes) -> dict[str, Tensor]:
    _refuse_programs(path, io.BytesIO(content))
    try:
        loaded = torch.load(io.BytesIO(content), weights_only=True, map_location="cpu")
    except Exception:  # noqa: BLE001 - a stranger's file: unpickling raises what it likes
        raise FeaturesError(
            f"{path} is not plain weights, or damaged; save the network's state_dict as .safetensors and give that."
        ) from None
    inner = loaded.get("state_dict", loaded) if isinstance(loaded, dict) else None
    if not isinstance(inner, dict) or not inner or not all(isinstance(tensor, Tensor) for tensor in inner.values()):
        raise FeaturesError(f"{path} holds something else than a state_dict (names and tensors).")
    return {str(name): tensor for name, tensor in inner.items()}


def _refuse_programs(path: Path, content: io.BytesIO) -> None:
    """Files that hold code are told apart before anything reads them as weights."""
    if not zipfile.is_zipfile(content):
        return
    try:
        with zipfile.ZipFile(content) as archive:
            entries = archive.infolist()
    except (OSError, zipfile.BadZipFile):
        raise FeaturesError(f"{path} is damaged.") from None
    if any("/code/" in entry.filename or entry.filename.endswith("/constants.pkl") for entry in entries):
        raise FeaturesError(
            f"{path} is a TorchScript file, which holds program code and was not opened; "
            "save the network's state_dict and give that."
        )
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
        raise FeaturesError(f"{path} is packed in a way that torch does not write, and was not opened.")


def _without_prefix(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    for prefix in ("module.", "model."):
        if all(name.startswith(prefix) for name in tensors):
            tensors = {name.removeprefix(prefix): tensor for name, tensor in tensors.items()}
    return tensors
