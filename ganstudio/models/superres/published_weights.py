"""Which network a stranger's weights belong to: the key layouts under which enlargers are published.

RRDB is published under three: `conv_first, body.N.rdbM` (Real-ESRGAN), `RRDB_trunk, trunk_conv, HRconv` (ESRGAN's
second code) and `model.1.sub.N` (its first). All are brought to the first, which is that of `networks`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isqrt
from pathlib import Path

import torch
from torch import Tensor

from ganstudio.core.state_check import MISFITS, check_fit
from ganstudio.core.weights_file import WeightsError, read_weights, without_prefixes
from ganstudio.models.superres.networks import Compact, Enlarger, MSRResNet, RRDBNet, SRResNet

KNOWN = "Known are RRDB (ESRGAN, Real-ESRGAN) in its three layouts, compact SRVGG and SRResNet."
PREFIXES = ("module.", "netG.", "generator.", "net_g.")
MOST_LAYERS, MOST_WIDTH, MOST_SCALE = 256, 1024, 16

SECOND_LAYOUT = (
    (r"^(RRDB_trunk|recon_trunk)\.", "body."), (r"\.RDB(\d)\.", r".rdb\1."), (r"^trunk_conv\.", "conv_body."),
    (r"^HRconv\.", "conv_hr."),
)  # fmt: skip
STRANGERS = (
    (("relative_position_bias_table",), "a SwinIR, HAT or another transformer"),
    (("input_blocks.", "down_blocks.", "model.diffusion_model."), "a diffusion model"),
    (("features.", "classifier.", "fc.weight", "linear.weight"), "a network that names what is in a picture"),
    (("mapping.", "synthesis.", "style.", "style_conv"), "a StyleGAN or a restorer of faces such as GFPGAN"),
    (("attn", "attention", "qkv"), "a transformer"),
    (("decoder.", "encoder."), "an autoencoder"),
    (("conv1x1", "rdb", "RDB"), "a kind of RRDB with parts of its own"),
    (("discriminator", "conv9.weight", "linear1.weight"), "a discriminator, which judges pictures and makes none"),
    (("body.0.body.", "head.", "tail."), "an EDSR, RCAN or another network of that family"),
)
"""What names of tensors tell of networks that cannot be used here."""


@dataclass(frozen=True)
class KnownNetwork:
    """A stranger's network, its weights filled in."""

    network: Enlarger
    title: str
    """Such as 'RRDB x4, 23 blocks'."""
    digest: str


def open_weights(path: Path) -> KnownNetwork:
    """The enlarging network whose weights are in a file, in 32 bits, on the CPU.

    Raises:
        WeightsError: no weights, of a network that is not known here, or damaged; a sentence for the user.
    """
    weights = read_weights(path)
    tensors = without_prefixes(weights.tensors, PREFIXES)
    try:
        with torch.device("meta"):  # no memory is taken before the file is known to hold so much
            network, title, renamed = _recognised(tensors)
        filled = {name: tensor.float() if tensor.is_floating_point() else tensor for name, tensor in renamed.items()}
        counters = {name for name in network.state_dict() if name.endswith("num_batches_tracked")}
        filled = dict.fromkeys(counters, torch.tensor(0)) | filled
        check_fit(network, filled)
    except _UnknownError as reason:
        raise WeightsError(f"{path.name} holds no network that enlarges pictures here: it {reason}. {KNOWN}") from None
    except MISFITS as error:
        raise WeightsError(f"{path.name} holds {guess(tensors)} that does not fit: {error}. {KNOWN}") from None
    network.load_state_dict(filled, assign=True)
    return KnownNetwork(network.eval().requires_grad_(False), title, weights.digest)


class _UnknownError(ValueError):
    """The text goes on after 'it'."""


Recognised = tuple[Enlarger, str, dict[str, Tensor]]


def _recognised(tensors: Mapping[str, Tensor]) -> Recognised:
    """The network, empty; what it is called; and the weights under its names."""
    names = tensors.keys()
    if "model.0.weight" in names and any(".RDB1." in name for name in names):
        return _rrdb(_from_first_layout(tensors))
    if any(re.match(r"(RRDB_trunk|recon_trunk)\.", name) for name in names):
        tensors = {_renamed(name): tensor for name, tensor in tensors.items()}
    if "body.0.rdb1.conv1.weight" in tensors:
        return _rrdb(dict(tensors))
    if "bn_body.weight" in names:
        return _srresnet(tensors)
    if {"upconv1.weight", "body.0.conv1.weight"} <= tensors.keys():
        return _msrresnet(tensors)
    if names and all(re.fullmatch(r"body\.\d+\.(weight|bias)", name) for name in names):
        return _compact(tensors)
    raise _UnknownError(f"seems to be {guess(tensors)}")


def guess(tensors: Mapping[str, Tensor]) -> str:
    """What a network may be, by the names of its tensors."""
    for parts, what in STRANGERS:
        if any(part in name for name in tensors for part in parts):
            return what
    first = sorted(tensors)[0] if tensors else ""
    return f"something with {len(tensors)} tensors, the first of which is called {first[:60]}"


def _renamed(name: str) -> str:
    for pattern, replacement in SECOND_LAYOUT:
        name = re.sub(pattern, replacement, name)
    return name


def _from_first_layout(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """`model.0` first, `model.1.sub.N` the blocks and, the last of them, their convolution; then those that enlarge."""
    blocks = sum(name.endswith(".RDB1.conv1.0.weight") for name in tensors)
    behind = sorted({int(name.split(".")[1]) for name in tensors if re.match(r"model\.\d+\.weight", name)})[1:]
    places = {"model.0": "conv_first", f"model.1.sub.{blocks}": "conv_body"}
    places |= {f"model.{place}": f"conv_up{number}" for number, place in enumerate(behind[:-2], 1)}
    places |= {f"model.{place}": name for place, name in zip(behind[-2:], ("conv_hr", "conv_last"), strict=False)}
    renamed: dict[str, Tensor] = {}
    for name, tensor in tensors.items():
        layer, _, kind = name.rpartition(".")
        inner = re.sub(r"^model\.1\.sub\.(\d+)\.RDB(\d)\.(conv\d)\.0$", r"body.\1.rdb\2.\3", layer)
        renamed[f"{places.get(layer, inner)}.{kind}"] = tensor
    return renamed


def _rrdb(tensors: Mapping[str, Tensor]) -> Recognised:
    renamed = {re.sub(r"^upconv(\d)\.", r"conv_up\1.", name): tensor for name, tensor in tensors.items()}
    width, folded = _sizes(renamed, "conv_first.weight")
    growth, _ = _sizes(renamed, "body.0.rdb1.conv1.weight")
    channels, _ = _sizes(renamed, "conv_last.weight")
    blocks = _count(renamed, r"body\.(\d+)\.rdb1\.conv1\.weight")
    doublings = sum(bool(re.fullmatch(r"conv_up\d\.weight", name)) for name in renamed)
    unshuffle = isqrt(folded // channels)
    _require(folded == channels * unshuffle**2 and 2**doublings % unshuffle == 0, "takes pictures in an unknown way")
    network = RRDBNet(channels, width, growth, blocks, doublings=doublings, unshuffle=unshuffle)
    return network, f"RRDB x{network.scale}, {blocks} blocks", renamed


def _compact(tensors: Mapping[str, Tensor]) -> Recognised:
    width, channels = _sizes(tensors, "body.0.weight")
    last = _count(tensors, r"body\.(\d+)\.weight") - 1
    outputs, _ = _sizes(tensors, f"body.{last}.weight")
    scale = isqrt(outputs // channels)
    _require(outputs == channels * scale**2 and 1 < scale <= MOST_SCALE and last % 2 == 0, "has an unknown last layer")
    convolutions = last // 2 - 1
    return (
        Compact(channels, width, convolutions, scale),
        f"compact x{scale}, {convolutions} convolutions",
        dict(tensors),
    )


def _msrresnet(tensors: Mapping[str, Tensor]) -> Recognised:
    renamed = {re.sub(r"^conv_up(\d)\.", r"upconv\1.", name): tensor for name, tensor in tensors.items()}
    width, channels = _sizes(renamed, "conv_first.weight")
    outputs, _ = _sizes(renamed, "upconv1.weight")
    blocks = _count(renamed, r"body\.(\d+)\.conv1\.weight")
    doublings = sum(bool(re.fullmatch(r"upconv\d\.weight", name)) for name in renamed)
    scale = isqrt(outputs // width) ** doublings
    _require(1 < scale <= MOST_SCALE, "enlarges by an unknown factor")
    return MSRResNet(channels, width, blocks, scale), f"SRResNet x{scale}, {blocks} blocks", renamed


def _srresnet(tensors: Mapping[str, Tensor]) -> Recognised:
    width, channels = _sizes(tensors, "conv_first.weight")
    outputs, _ = _sizes(tensors, "ups.0.weight")
    blocks = _count(tensors, r"body\.(\d+)\.conv1\.weight")
    doublings = sum(bool(re.fullmatch(r"ups\.\d+\.weight", name)) and tensors[name].dim() == 4 for name in tensors)
    scale = isqrt(outputs // width) ** doublings
    _require(1 < scale <= MOST_SCALE, "enlarges by an unknown factor")
    return SRResNet(channels, width, blocks, scale), f"SRResNet with BatchNorm x{scale}, {blocks} blocks", dict(tensors)


def _sizes(tensors: Mapping[str, Tensor], name: str) -> tuple[int, int]:
    """(outputs, inputs) of a convolution."""
    tensor = tensors.get(name)
    _require(tensor is not None and tensor.dim() == 4, f"lacks a convolution that its kind has ({name})")
    assert tensor is not None
    outputs, inputs = tensor.shape[:2]
    _require(1 <= outputs <= MOST_WIDTH * 4 and 1 <= inputs <= MOST_WIDTH, f"is too wide ({name})")
    return outputs, inputs


def _count(tensors: Mapping[str, Tensor], pattern: str) -> int:
    """One more than the highest number at the pattern's group."""
    numbers = [int(match[1]) for name in tensors if (match := re.fullmatch(pattern, name))]
    count = max(numbers, default=-1) + 1
    _require(0 < count <= MOST_LAYERS, "has too many layers, or none")
    return count


def _require(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise _UnknownError(otherwise)
