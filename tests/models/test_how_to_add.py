"""What resources/docs/architecture.md says of adding a GAN, done literally: a package, and one word in the tuple."""

import json
from pathlib import Path

import pytest
from PIL import Image

import ganstudio.models.gallery as gallery
from ganstudio.cli import main
from ganstudio.core.checkpoint import load_newest

RECIPE = '''
"""A toy: what one has to write for a new kind of GAN."""

from dataclasses import dataclass

from ganstudio.models.adversarial.recipe import AdversarialRecipe


@dataclass(frozen=True, kw_only=True)
class Toy(AdversarialRecipe):
    name = "toy"
    title = "Toy"
    summary = "One linear layer each way."
    when = "To see how a recipe is added."
    paper = "None"
    note = "None"
    resolutions = (8, 16)

    def generator(self, image_spec):
        from toy_gan.networks import generator

        return generator(self.latent, image_spec.channels, self.resolution)

    def critic(self, image_spec):
        from toy_gan.networks import critic

        return critic(image_spec.channels, self.resolution)
'''
NETWORKS = '''
"""The networks of the toy."""

from torch import nn


def generator(latent, channels, side):
    return nn.Sequential(nn.Linear(latent, channels * side**2), nn.Tanh(), nn.Unflatten(1, (channels, side, side)))


def critic(channels, side):
    return nn.Sequential(nn.Flatten(), nn.Linear(channels * side**2, 1), nn.Flatten(0))
'''


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package, and its word in the tuple."""
    package = tmp_path / "packages" / "toy_gan"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "recipe.py").write_text(RECIPE)
    (package / "networks.py").write_text(NETWORKS)
    monkeypatch.syspath_prepend(str(package.parent))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    from toy_gan.recipe import Toy

    monkeypatch.setattr(gallery, "RECIPES", (*gallery.RECIPES, Toy))


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(12):
        Image.effect_noise((20, 20), 20 + 15 * number).rotate(30 * number).save(folder / f"{number}.png")
    return folder


def test_that_a_recipe_in_a_package_and_a_word_in_the_tuple_are_enough(toy, pictures, tmp_path, capsys):
    assert main(["recipes", "--json"]) == 0
    assert "toy" in [json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()]
    wanted = ["--recipe", "toy", "--resolution", "8", "--batch", "4", "--seed", "3", "--device", "cpu"]
    for name, steps in (("straight", 6), ("stopped", 3)):
        assert main(["train", str(pictures), *wanted, "--steps", str(steps), "--out", str(tmp_path / name)]) == 0
    assert main(["train", "--resume", "--steps", "6", "--out", str(tmp_path / "stopped")]) == 0
    first, second = (load_newest(tmp_path / name / "checkpoints")[0] for name in ("straight", "stopped"))
    for name, network in first["networks"].items():
        assert all(value.equal(second["networks"][name][key]) for key, value in network.items())
    assert main(["generate", str(tmp_path / "straight"), "--out", str(tmp_path / "drawn"), "--count", "2"]) == 0
    assert len(list((tmp_path / "drawn").glob("*.png"))) == 2
    model = tmp_path / "toy.safetensors"
    assert main(["export", str(tmp_path / "straight"), "--out", str(model)]) == 0
    assert model.stat().st_size > 1000


def test_that_it_is_in_the_gallery_of_the_window(toy, qtbot):
    from ganstudio.panels.training.recipe_card import RecipeCard

    card = RecipeCard(gallery.RECIPES)
    qtbot.addWidget(card)
    card.setRecipe("toy")
    assert card.recipe() == "toy"
