"""What auto chooses: the five cases of the issue, slow machines, and that every choice can be trained."""

import pytest

from ganstudio.core.settings import from_mapping
from ganstudio.recipes import by_name
from ganstudio.recipes.auto import ImageFacts, choose_recipe


@pytest.mark.parametrize(
    ("count", "side", "device", "recipe", "resolution", "augment"),
    [
        (60, 500, "cpu", "upsample", 64, "diffaugment"),
        (2000, 64, "cpu", "upsample", 64, "diffaugment"),
        (50_000, 32, "cpu", "upsample", 32, "none"),
        (3781, 128, "cpu", "upsample", 64, "diffaugment"),
        (4357, 32, "cpu", "upsample", 32, "diffaugment"),
        (60, 500, "cuda", "stylegan2", 256, "diffaugment"),
        (2000, 64, "cuda", "stylegan2", 64, "ada"),
        (50_000, 32, "cuda", "stylegan2", 32, "ada"),
        (3781, 128, "cuda", "stylegan2", 128, "ada"),
        (200_000, 256, "cuda", "stylegan2", 256, "none"),
    ],
)
def test_that_the_choice_follows_count_size_and_device(count, side, device, recipe, resolution, augment):
    choice = choose_recipe(ImageFacts(count=count, side=side), device)
    assert (choice.recipe, choice.values["resolution"], choice.values["augment"]) == (recipe, resolution, augment)
    made = from_mapping(by_name(choice.recipe), choice.values)
    assert [one for one in made.problems() if one.severity == "error"] == []
    assert made.batch <= count // 2
    assert f"{count:,}" in choice.sentence


def test_that_a_slow_computer_gets_a_smaller_size():
    images = ImageFacts(count=5000, side=300)
    fast = choose_recipe(images, "cuda", speed_of=lambda recipe: 200.0)
    slow = choose_recipe(images, "cuda", speed_of=lambda recipe: 10000.0 / recipe.resolution)
    slowest = choose_recipe(images, "cuda", speed_of=lambda recipe: 1.0)
    assert [one.values["resolution"] for one in (fast, slow, slowest)] == [256, 64, 32]
    assert "200 images a second" in fast.sentence


def test_that_more_time_allows_a_larger_size():
    images = ImageFacts(count=5000, side=300)
    choice = choose_recipe(images, "cuda", minutes=600, speed_of=lambda recipe: 10000.0 / recipe.resolution)
    assert choice.values["resolution"] == 256
    assert choice.budget.minutes == 600


def test_that_classes_get_a_conditional_gan():
    images = ImageFacts(count=5000, side=64, classes=10)
    choice = choose_recipe(images, "cpu")
    assert choice.recipe == "cgan"
    assert "10 classes" in choice.sentence
    assert by_name(choose_recipe(images, "cuda").recipe).conditional


def test_that_few_pictures_are_not_promised_new_ones():
    assert "repeated" in choose_recipe(ImageFacts(count=60, side=500), "cpu").sentence
