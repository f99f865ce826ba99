"""Exported generators: read back, they draw what the original draws, and say nothing of this machine."""

import json
import os
import sys
import zipfile

import pytest
import torch
from torch import nn

from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.translator import Translator
from ganstudio.export.kinds import MissingExtraError
from ganstudio.export.model import Exported, metadata, write_model
from ganstudio.models.cut.recipe import CUT
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.models.dcgan import networks as dcgan
from ganstudio.models.faststyle.recipe import FastStyle


class Labelled(nn.Module):
    """A generator with classes, as small as can be."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(3, 10)
        self.body = nn.Linear(10, 3 * 8 * 8)

    def forward(self, z: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return torch.tanh(self.body(z + self.word(labels))).view(-1, 3, 8, 8)


def plain_generator() -> TrainedGenerator:
    torch.manual_seed(0)
    network = dcgan.generator(10, 4, 16, 3)
    return TrainedGenerator(network, latent=10, prior="normal", resolution=16, channels=3, step=7)


def labelled_generator() -> TrainedGenerator:
    torch.manual_seed(0)
    classes = ("rose", "lily", "tulip")
    return TrainedGenerator(
        Labelled(), latent=10, prior="normal", resolution=8, channels=3, classes=classes, step=7
    )  # fmt: skip


def translators() -> list[Translator]:
    """One of each kind of network that translates, untrained."""
    recipes = [
        CycleGAN(resolution=64, width=4, blocks=1),
        CycleGAN(resolution=32, width=4, architecture="unet"),
        CUT(resolution=64, width=4, blocks=1),
        FastStyle(resolution=64, width=4),
    ]
    made = []
    for recipe in recipes:
        torch.manual_seed(0)
        network = recipe.generator(3, 3)
        made.append(Translator(network, to="B", channels=(3, 3), resolution=64, multiple=recipe.multiple, step=7))
    return made


@pytest.mark.parametrize("translator", translators(), ids=["resnet", "unet", "cut", "faststyle"])
def test_that_a_translator_leaves_for_pictures_of_any_number_and_size(tmp_path, translator):
    notes = {"ganstudio.json": ""}
    path = write_model(translator, tmp_path / "t.pt2", known(translator))
    program = torch.export.load(str(path), extra_files=notes).module()
    kept = json.loads(notes["ganstudio.json"])
    assert (kept["format"], kept["to"], json.loads(kept["multiple"])) == (
        "ganstudio-translator-1", "B", translator.tiling.multiple
    )  # fmt: skip
    for count, height, width in ((1, 96, 64), (3, 64, 128)):
        images = torch.rand(count, 3, height, width) * 2 - 1
        torch.testing.assert_close(program(images), translator.network(images), rtol=0, atol=1e-5)
    assert not [word for word in private_words(tmp_path) if word in path.read_bytes()]


def test_that_a_translator_is_onnx_for_any_size_too(tmp_path):
    onnxruntime = pytest.importorskip("onnxruntime")
    pytest.importorskip("onnxscript")
    translator = translators()[0]
    path = write_model(translator, tmp_path / "t.onnx", known(translator))
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    for shape in ((1, 3, 96, 64), (3, 3, 64, 128)):
        images = torch.rand(shape) * 2 - 1
        (drawn,) = session.run(None, {"images_in": images.numpy()})
        torch.testing.assert_close(torch.from_numpy(drawn), translator.network(images), rtol=0, atol=1e-4)


def known(generator: Exported) -> dict[str, str]:
    return metadata(generator, "blossoms", "dcgan", {"width": 4, "style": "radford"})


def private_words(tmp_path) -> list[bytes]:
    here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return [word.encode() for word in (str(tmp_path), os.path.expanduser("~") + "/", here, sys.prefix)]


def test_that_safetensors_hold_every_tensor_and_what_it_takes_to_use_them(tmp_path):
    from safetensors import safe_open

    generator = plain_generator()
    path = write_model(generator, tmp_path / "g.safetensors", known(generator))
    with safe_open(path, "pt") as file:
        notes = file.metadata()
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - not a dict
    assert json.loads(notes["settings"]) == {"width": 4, "style": "radford"}
    assert (notes["recipe"], json.loads(notes["latent"]), json.loads(notes["step"])) == ("dcgan", 10, 7)
    again = dcgan.generator(10, 4, 16, 3)
    again.load_state_dict(tensors)
    z = generator.latents([1, 2])
    torch.testing.assert_close(again.eval()(z), generator.network(z), rtol=0, atol=0)


@pytest.mark.parametrize("make", [plain_generator, labelled_generator])
def test_that_pt2_draws_the_same_for_any_number_of_images(tmp_path, make):
    generator = make()
    path = write_model(generator, tmp_path / "g.pt2", known(generator))
    notes = {"ganstudio.json": ""}
    program = torch.export.load(str(path), extra_files=notes).module()
    for count in (1, 5):
        inputs = [generator.latents(range(count))]
        if generator.classes:
            inputs.append(torch.arange(count) % 3)
        torch.testing.assert_close(program(*inputs), generator.network(*inputs), rtol=0, atol=1e-6)
    assert json.loads(notes["ganstudio.json"])["recipe"] == "dcgan"


def test_that_onnx_draws_the_same_or_its_libraries_are_named(tmp_path):
    generator = plain_generator()
    try:
        import onnx
        import onnxruntime
        import onnxscript  # noqa: F401
    except ImportError:
        with pytest.raises(MissingExtraError, match=r"pip install .*onnx"):
            write_model(generator, tmp_path / "g.onnx", known(generator))
        assert not list(tmp_path.iterdir())
        return
    path = write_model(generator, tmp_path / "g.onnx", known(generator))
    notes = {entry.key: entry.value for entry in onnx.load(str(path)).metadata_props}
    assert json.loads(notes["settings"])["width"] == 4
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    for count in (1, 5):
        z = generator.latents(range(count))
        (drawn,) = session.run(None, {"z": z.numpy()})
        torch.testing.assert_close(torch.from_numpy(drawn), generator.network(z), rtol=0, atol=1e-5)
    assert not [word for word in private_words(tmp_path) if word in path.read_bytes()]


@pytest.mark.parametrize("ending", ["safetensors", "pt2"])
def test_that_nothing_of_this_machine_is_in_the_file(tmp_path, ending):
    generator = plain_generator()
    path = write_model(generator, tmp_path / f"g.{ending}", known(generator))
    contents = [path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            contents += [archive.read(name) for name in archive.namelist()]
    for word in private_words(tmp_path):
        assert not any(word in content for content in contents), word


def test_that_a_file_that_is_there_is_left_alone(tmp_path):
    generator = plain_generator()
    (tmp_path / "g.safetensors").write_text("mine")
    path = write_model(generator, tmp_path / "g.safetensors", known(generator))
    assert path.name == "g-2.safetensors"
    assert (tmp_path / "g.safetensors").read_text() == "mine"


def test_that_the_ending_names_the_kind_in_small_or_large_letters(tmp_path):
    generator = plain_generator()
    assert zipfile.is_zipfile(write_model(generator, tmp_path / "g.PT2", known(generator)))
    with pytest.raises(ValueError, match=r"not as \.pkl"):
        write_model(generator, tmp_path / "g.pkl", known(generator))
