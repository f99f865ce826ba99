"""Somebody's enlarging networks: every published layout loads and draws the same picture; others are named."""

import pickle
import re
import warnings

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from ganstudio.core.weights_file import WeightsError
from ganstudio.models.superres.networks import Compact, MSRResNet, SRResNet, UNetDiscriminator, rrdb
from ganstudio.models.superres.published_weights import open_weights


def second_layout(name: str) -> str:
    name = re.sub(r"^body\.(\d+)\.rdb", r"RRDB_trunk.\1.RDB", name)
    return name.replace("conv_body", "trunk_conv").replace("conv_up", "upconv").replace("conv_hr", "HRconv")


def first_layout(name: str, blocks: int, ups: int) -> str:
    places = {"conv_first": "model.0", "conv_body": f"model.1.sub.{blocks}"}
    places |= {f"conv_up{number}": f"model.{3 * number}" for number in range(1, ups + 1)}
    places |= {"conv_hr": f"model.{3 * ups + 2}", "conv_last": f"model.{3 * ups + 4}"}
    layer, _, kind = name.rpartition(".")
    inner = re.sub(r"^body\.(\d+)\.rdb(\d)\.(conv\d)$", r"model.1.sub.\1.RDB\2.\3.0", layer)
    return f"{places.get(layer, inner)}.{kind}"


LAYOUTS = {
    "third": lambda name, blocks, ups: name,
    "second": lambda name, blocks, ups: second_layout(name),
    "first": first_layout,
}


def saved(network: nn.Module, path, rename=lambda name: name, wrap=lambda tensors: tensors):
    tensors = {rename(name): tensor.contiguous() for name, tensor in network.state_dict().items()}
    if path.suffix == ".safetensors":
        save_file(tensors, path)
    else:
        torch.save(wrap(tensors), path)
    return path


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("scale", [1, 2, 4, 8])
@pytest.mark.parametrize("ending", [".safetensors", ".pth"])
def test_that_every_layout_of_rrdb_gives_the_same_picture(tmp_path, layout, scale, ending):
    torch.manual_seed(0)
    network = rrdb(scale, width=8, growth=4, blocks=2).eval()
    ups = network.doublings
    path = saved(network, tmp_path / f"net{ending}", lambda name: LAYOUTS[layout](name, 2, ups))
    known = open_weights(path)
    assert known.title == f"RRDB x{scale}, 2 blocks"
    picture = torch.rand(1, 3, 8, 8)
    assert torch.equal(known.network(picture), network(picture))


@pytest.mark.parametrize(
    ("network", "title"),
    [
        (Compact(3, 8, 4, 4), "compact x4, 4 convolutions"),
        (Compact(1, 8, 2, 2), "compact x2, 2 convolutions"),
        (MSRResNet(3, 8, 2, 2), "SRResNet x2, 2 blocks"),
        (MSRResNet(3, 8, 2, 3), "SRResNet x3, 2 blocks"),
        (MSRResNet(3, 8, 2, 4), "SRResNet x4, 2 blocks"),
        (SRResNet(3, 8, 2, 4), "SRResNet with BatchNorm x4, 2 blocks"),
    ],
)
def test_that_other_networks_are_known_by_their_weights(tmp_path, network, title):
    known = open_weights(saved(network.eval(), tmp_path / "net.safetensors"))
    assert known.title == title
    picture = torch.rand(1, network.channels, 8, 8)
    assert torch.equal(known.network(picture), network(picture))


def test_that_the_second_layout_of_srresnet_is_known(tmp_path):
    network = MSRResNet(3, 8, 2, 4).eval()

    def rename(name: str) -> str:
        return re.sub(r"^body\.", "recon_trunk.", name).replace("conv_hr", "HRconv")

    picture = torch.rand(1, 3, 8, 8)
    known = open_weights(saved(network, tmp_path / "net.pth", rename))
    assert torch.equal(known.network(picture), network(picture))


@pytest.mark.parametrize("wrapper", ["params_ema", "params-ema", "params", "state_dict", "model"])
@pytest.mark.parametrize("prefix", ["", "module.", "netG.", "module.netG."])
def test_that_wrappings_and_prefixes_are_taken_off(tmp_path, wrapper, prefix):
    network = Compact(3, 8, 2, 2).eval()
    plain = {"params": {"not averaged": torch.zeros(1)}} if wrapper.startswith("params") else {}
    path = saved(
        network, tmp_path / "net.pth", lambda name: prefix + name,
        lambda tensors: plain | {wrapper: tensors, "iter": 5},
    )  # fmt: skip
    assert torch.equal(open_weights(path).network.body[0].weight, network.body[0].weight)


def test_that_half_precision_becomes_single(tmp_path):
    network = Compact(3, 8, 2, 2).half()
    known = open_weights(saved(network, tmp_path / "net.safetensors")).network
    assert {weight.dtype for weight in known.parameters()} == {torch.float32}


@pytest.mark.parametrize(
    ("tensors", "sentence"),
    [
        ({"layers.0.residual_group.blocks.0.attn.relative_position_bias_table": torch.zeros(2)}, "SwinIR"),
        ({"features.0.weight": torch.zeros(2), "classifier.1.weight": torch.zeros(2)}, "names what is in a picture"),
        ({"mapping.fc0.weight": torch.zeros(2)}, "StyleGAN"),
        ({"head.0.weight": torch.zeros(2)}, "EDSR"),
        ({"thing": torch.zeros(2)}, "1 tensors, the first of which is called thing"),
    ],
)
def test_that_an_unknown_network_is_named_with_what_is_known(tmp_path, tensors, sentence):
    save_file(tensors, tmp_path / "net.safetensors")
    with pytest.raises(WeightsError, match=f"{sentence}.*Known are RRDB.*compact SRVGG and SRResNet"):
        open_weights(tmp_path / "net.safetensors")


def test_that_a_discriminator_is_told_from_an_enlarger(tmp_path):
    with pytest.raises(WeightsError, match="discriminator"):
        open_weights(saved(UNetDiscriminator(width=4), tmp_path / "net.safetensors"))


def test_that_names_alone_take_no_memory(tmp_path):
    """Small tensors that speak of a network of hundreds of gigabytes."""
    wide = {"conv_first.weight": (4000, 3, 3, 3), "conv_last.weight": (3, 1, 3, 3), "conv_up1.weight": (1,)}
    wide |= {"body.0.rdb1.conv1.weight": (4000, 1, 1, 1), "body.200.rdb1.conv1.weight": (1,), "conv_up2.weight": (1,)}
    save_file({name: torch.zeros(shape) for name, shape in wide.items()}, tmp_path / "net.safetensors")
    with pytest.raises(WeightsError, match="does not fit"):
        open_weights(tmp_path / "net.safetensors")


def test_that_invalid_numbers_and_numbers_that_are_not_stored_are_refused(tmp_path):
    network = Compact(3, 8, 2, 2)
    torch.nn.init.constant_(network.body[0].weight, float("nan"))
    with pytest.raises(WeightsError, match="invalid numbers"):
        open_weights(saved(network, tmp_path / "net.safetensors"))
    torch.save({"body.0.weight": torch.zeros(1).expand(10**11)}, tmp_path / "wide.pth")
    with pytest.raises(WeightsError, match="larger than what is stored"):
        open_weights(tmp_path / "wide.pth")


class Explosive:
    def __reduce__(self):
        return (open, ("exploded", "w"))


def test_that_a_pickle_with_code_is_refused_and_not_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    torch.save({"params": Explosive()}, tmp_path / "bad.pth")
    with pytest.raises(WeightsError, match="not plain weights"):
        open_weights(tmp_path / "bad.pth")
    assert not (tmp_path / "exploded").exists()


def test_that_a_pickle_of_plain_python_is_refused_without_a_word_of_torch_s_own(tmp_path):
    (tmp_path / "old.pth").write_bytes(pickle.dumps(Explosive(), protocol=4))
    with (
        warnings.catch_warnings(record=True, action="always") as caught,
        pytest.raises(WeightsError, match="not plain"),
    ):
        open_weights(tmp_path / "old.pth")
    assert not caught
