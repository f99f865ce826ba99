"""Somebody's weights from a .safetensors, .pt or .pth file: tensors by name, and nothing of the file is ever run."""

import hashlib
import io
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from ganstudio.core.tensor_file import TensorFileError, unpack

LARGEST = 2**31
"""Bytes; no network here has more than a fifth of it."""
WRAPPERS = ("params_ema", "params-ema", "params", "state_dict", "model_state_dict", "model", "generator")
"""Names under which training programs put the weights into a larger dictionary, the averaged ones first."""


class WeightsError(ValueError):
    """A file that holds no weights that can be used; the text is a sentence for the user."""


@dataclass(frozen=True)
class Weights:
    tensors: dict[str, Tensor]
    digest: str
    """The file's SHA-256: two files of one architecture are two networks."""


def read_weights(path: Path) -> Weights:
    """The tensors in a file, on the CPU, under the names that they have there.

    Raises:
        WeightsError: not there, not weights alone (a TorchScript program, a pickled object), or damaged.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise WeightsError(f"{path.name} is too large for a network of this kind ({size / 2**30:.1f} GB).")
        content = path.read_bytes()
    except OSError as error:
        raise WeightsError(f"{path.name} cannot be read: {error.strerror or error}.") from None
    tensors = _safetensors(path, content) if path.suffix == ".safetensors" else _state_dict(path, content)
    return Weights(tensors, hashlib.sha256(content).hexdigest())


def without_prefixes(tensors: Mapping[str, Tensor], prefixes: tuple[str, ...]) -> dict[str, Tensor]:
    """Names without what all of them begin with."""
    for prefix in prefixes:
        if all(name.startswith(prefix) for name in tensors):
            tensors = {name.removeprefix(prefix): tensor for name, tensor in tensors.items()}
    return dict(tensors)


def _safetensors(path: Path, content: bytes) -> dict[str, Tensor]:
    try:
        return dict(unpack(content)[0])
    except TensorFileError as error:
        raise WeightsError(f"{path.name} is not a whole safetensors file: {error}.") from None


def _state_dict(path: Path, content: bytes) -> dict[str, Tensor]:
    _refuse_programs(path, io.BytesIO(content))
    try:
        with warnings.catch_warnings(action="ignore"):  # of pickles that it then refuses in a sentence
            loaded = torch.load(io.BytesIO(content), weights_only=True, map_location="cpu")
    except Exception:  # noqa: BLE001 - a stranger's file: unpickling raises what it likes
        raise WeightsError(
            f"{path.name} is not plain weights, or damaged; "
            "save the network's state_dict as .safetensors and give that."
        ) from None
    inner = _unwrapped(loaded)
    if not isinstance(inner, dict) or not inner or not all(isinstance(tensor, Tensor) for tensor in inner.values()):
        raise WeightsError(f"{path.name} holds something else than a state_dict (names and tensors).")
    if not all(_is_dense(tensor) for tensor in inner.values()):
        raise WeightsError(f"{path.name} has tensors that are larger than what is stored of them, and was not used.")
    return {str(name): tensor for name, tensor in inner.items()}


def _unwrapped(loaded: Any) -> Any:
    wrapped = (loaded[name] for name in WRAPPERS if isinstance(loaded, dict) and isinstance(loaded.get(name), dict))
    return next(wrapped, loaded)


def _is_dense(tensor: Tensor) -> bool:
    """Whether every number has a place of its own: a stride of 0 makes billions of one."""
    dense = tensor.layout == torch.strided and not tensor.is_quantized
    return dense and tensor.numel() * tensor.element_size() <= tensor.untyped_storage().nbytes()


def _refuse_programs(path: Path, content: io.BytesIO) -> None:
    """Files that hold code are told apart before anything reads them as weights."""
    if not zipfile.is_zipfile(content):
        return
    try:
        with zipfile.ZipFile(content) as archive:
            entries = archive.infolist()
    except (OSError, zipfile.BadZipFile):
        raise WeightsError(f"{path.name} is damaged.") from None
    if any("/code/" in entry.filename or entry.filename.endswith("/constants.pkl") for entry in entries):
        raise WeightsError(
            f"{path.name} is a TorchScript file, which holds program code and was not opened; "
            "save the network's state_dict and give that."
        )
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
        raise WeightsError(f"{path.name} is packed in a way that torch does not write, and was not opened.")
