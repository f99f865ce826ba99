"""Extractors: what they are fed, which files they take, and which they refuse."""

import hashlib
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from ganstudio.scores import extractor_networks
from ganstudio.scores.features import FeaturesError, extract, open_extractor, resized
from ganstudio.scores.fetch import INCEPTION, Offer, fetch
from ganstudio.scores.weights import read_weights

SHARED = Path(__file__).parents[2] / ".." / "shared" / "weights"


def pictures(count: int = 8, side: int = 40, channels: int = 3, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (count, side, side, channels), dtype=np.uint8)


def weights_of(network: torch.nn.Module, path: Path) -> Path:
    save_file(network.state_dict(), path)
    return path


@pytest.fixture(autouse=True, scope="module")
def _one_thread():
    torch.set_num_threads(1)


def test_that_shrinking_is_antialiased_as_pillow_does_it():
    picture = pictures(1, 97)
    ours = resized(torch.from_numpy(picture).permute(0, 3, 1, 2).float() / 255, 32)[0, 0].numpy()
    channel = Image.fromarray(picture[0, :, :, 0].astype(np.float32) / 255)
    theirs = np.asarray(channel.resize((32, 32), Image.Resampling.BICUBIC)).clip(0, 1)
    assert np.abs(ours - theirs).max() < 1e-5


def test_that_the_built_in_features_are_the_same_for_grey_and_for_rgb_of_that_grey():
    extractor = open_extractor()
    grey = pictures(channels=1)
    assert torch.equal(extractor(grey).values, extractor(np.repeat(grey, 3, axis=3)).values)
    assert extractor(grey).values.shape == (8, 348)
    assert extractor(grey).logits is None


def test_that_features_do_not_depend_on_the_batch():
    extractor = open_extractor()
    many = pictures(300)
    whole = extractor(many).values
    parts = extract(extractor, (many[at : at + 7] for at in range(0, 300, 7)))
    assert torch.allclose(whole, parts.values, atol=1e-6)
    assert len(parts) == 300


def test_that_a_black_picture_has_finite_features():
    assert bool(torch.isfinite(open_extractor()(np.zeros((2, 16, 16, 1), np.uint8)).values).all())


def test_that_an_architecture_is_known_by_its_weights(tmp_path):
    torch.manual_seed(0)
    squeeze = open_extractor(weights_of(extractor_networks.SqueezeNet(), tmp_path / "a.safetensors"))
    assert squeeze(pictures(2)).values.shape == (2, 512)
    resnet = open_extractor(weights_of(extractor_networks.ResNet20(), tmp_path / "b.safetensors"))
    features = resnet(pictures(2))
    assert features.values.shape == (2, 64)
    assert features.logits is not None
    assert features.logits.shape == (2, 10)
    assert squeeze.name.startswith("squeezenet-")
    assert squeeze.name != resnet.name


def test_that_torchvisions_squeezenet_is_fed_as_torchvision_does(tmp_path):
    torch.manual_seed(0)
    tensors = extractor_networks.SqueezeNet().state_dict()
    save_file(tensors, tmp_path / "features.safetensors")
    save_file(tensors | {"classifier.1.weight": torch.zeros(4, 512, 1, 1)}, tmp_path / "whole.safetensors")
    plain, whole = (open_extractor(tmp_path / f"{name}.safetensors") for name in ("features", "whole"))
    assert plain.mean == (0, 0, 0)
    assert whole.mean == (0.485, 0.456, 0.406)
    assert whole.deviation == (0.229, 0.224, 0.225)
    assert whole.name.startswith("squeezenet-tv-")
    picture = torch.rand(1, 3, 130, 130)
    assert plain.network.features[:3](picture).shape[2] == 31
    assert whole.network.features[:3](picture).shape[2] == 32


def test_that_a_state_dict_in_a_pt_file_is_read_with_or_without_its_wrapping(tmp_path):
    network = extractor_networks.ResNet20()
    wrapped = {"state_dict": {f"module.{name}": tensor for name, tensor in network.state_dict().items()}, "epoch": 3}
    torch.save(wrapped, tmp_path / "wrapped.pt")
    read = read_weights(tmp_path / "wrapped.pt")
    assert read.tensors.keys() == network.state_dict().keys()
    assert open_extractor(tmp_path / "wrapped.pt").title == "CIFAR-10 ResNet-20"


@pytest.mark.slow
def test_that_inception_takes_torchvisions_names(tmp_path):
    classes = 1008  # torchvision takes seconds to import, so one of the two is enough
    network = extractor_networks.inception(classes)
    extractor = open_extractor(weights_of(network, tmp_path / "inception.safetensors"))
    features = extractor(pictures(1))
    assert features.values.shape == (1, 2048)
    assert features.logits is not None
    assert features.logits.shape == (1, classes)
    assert "2015" in extractor.title


class Explosive:
    def __reduce__(self):
        return (open, ("exploded", "w"))


def test_that_a_pickled_program_is_refused_and_not_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    torch.save({"a": Explosive()}, tmp_path / "bad.pt")
    with pytest.raises(FeaturesError, match=r"^bad\.pt is not plain weights"):
        open_extractor(tmp_path / "bad.pt")
    assert not (tmp_path / "exploded").exists()


def test_that_torchscript_is_refused_by_name(tmp_path):
    with zipfile.ZipFile(tmp_path / "script.pt", "w") as archive:
        for name in ("script/code/__torch__.py", "script/constants.pkl", "script/data.pkl"):
            archive.writestr(name, b"")
    with pytest.raises(FeaturesError, match="TorchScript file, which holds program code"):
        open_extractor(tmp_path / "script.pt")


@pytest.mark.parametrize("content", [b"", b"not weights at all", b"\x00" * 4000])
@pytest.mark.parametrize("suffix", [".pt", ".safetensors"])
def test_that_a_broken_file_gets_a_sentence(tmp_path, content, suffix):
    path = tmp_path / f"broken{suffix}"
    path.write_bytes(content)
    with pytest.raises(FeaturesError, match=f"^broken{suffix} "):
        open_extractor(path)


def test_that_unknown_and_misfitting_weights_get_a_sentence(tmp_path):
    with pytest.raises(FeaturesError, match=r"^other\.safetensors .*architecture that is not known"):
        open_extractor(weights_of(torch.nn.Linear(3, 3), tmp_path / "other.safetensors"))
    state = extractor_networks.ResNet20().state_dict() | {"linear.weight": torch.zeros(7, 64)}
    save_file(state, tmp_path / "seven.safetensors")
    with pytest.raises(FeaturesError, match=r"do not fit.*linear\.weight"):
        open_extractor(tmp_path / "seven.safetensors")
    state = extractor_networks.ResNet20().state_dict() | {"linear.bias": torch.full((10,), torch.nan)}
    save_file(state, tmp_path / "nan.safetensors")
    with pytest.raises(FeaturesError, match="invalid numbers"):
        open_extractor(tmp_path / "nan.safetensors")
    with pytest.raises(FeaturesError, match="neither a file"):
        open_extractor("vgg")


def test_that_inception_is_not_fetched_without_consent(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with pytest.raises(FeaturesError, match="--download"):
        open_extractor("inception")


def test_that_a_fetched_file_is_kept_only_with_the_promised_checksum(tmp_path):
    served = tmp_path / "served.pth"
    served.write_bytes(b"weights" * 1000)
    digest = hashlib.sha256(served.read_bytes()).hexdigest()
    seen: list[tuple[int, int]] = []
    target = tmp_path / "cache" / "served.pth"
    good = Offer(served.as_uri(), digest, 1)
    assert fetch(good, target, on_progress=lambda done, total: seen.append((done, total))) == target
    assert target.read_bytes() == served.read_bytes()
    assert seen[-1] == (7000, 7000)
    other = tmp_path / "cache" / "other.pth"
    with pytest.raises(FeaturesError, match="checksum"):
        fetch(Offer(served.as_uri(), digest[:8] + 56 * "0", 1), other)
    assert sorted(path.name for path in other.parent.iterdir()) == ["served.pth"]


def test_that_a_missing_server_gets_a_sentence_with_the_way_out(tmp_path):
    offer = Offer((tmp_path / "nothing.pth").as_uri(), "0", 1)
    with pytest.raises(FeaturesError, match="give the file with --features"):
        fetch(offer, tmp_path / "target.pth")


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the weights are not here")
@pytest.mark.parametrize("name", ["squeezenet11_features_rgb01.pt", "cifar10_resnet20_state_dict.pt"])
def test_that_real_weights_files_are_read(name):
    features = open_extractor(SHARED / name)(pictures(4, 32))
    assert bool(torch.isfinite(features.values).all())
    assert float(features.values.std()) > 0


def test_that_inception_of_other_bytes_is_refused_though_its_name_is_right(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    if not INCEPTION.place.is_relative_to(tmp_path):
        pytest.skip("caches lie elsewhere on this system")
    INCEPTION.place.parent.mkdir(parents=True)
    torch.save({"fc.weight": torch.zeros(1000, 8)}, INCEPTION.place)
    with pytest.raises(FeaturesError, match="not the file that was published"):
        open_extractor("inception")
    assert len(INCEPTION.sha256) == 64
    assert INCEPTION.name.endswith(f"-{INCEPTION.sha256[:8]}.pth")
