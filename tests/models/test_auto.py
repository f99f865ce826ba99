"""What auto chooses: five typical collections, slow machines, and that every choice can be trained."""

import pytest

from ganstudio.core.settings import SettingError, from_mapping
from ganstudio.models.auto import ImageFacts, choose_recipe
from ganstudio.models.gallery import by_name


@pytest.mark.parametrize(
    ("count", "side", "device", "recipe", "resolution", "augment"),
    [
        (60, 500, "cpu", "upsample", 64, "diffaugment"),
        (2000, 64, "cpu", "upsample", 64, "diffaugment"),
        (50_000, 32, "cpu", "upsample", 32, "diffaugment"),
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
    assert [problem for problem in made.problems() if problem.severity == "error"] == []
    assert made.batch <= count // 2
    assert f"{count:,}" in choice.sentence


def test_that_a_slow_computer_gets_a_smaller_size():
    images = ImageFacts(count=5000, side=300)
    fast = choose_recipe(images, "cuda", speed_of=lambda recipe: 200.0)
    slow = choose_recipe(images, "cuda", speed_of=lambda recipe: 6000.0 / recipe.resolution)
    slowest = choose_recipe(images, "cuda", speed_of=lambda recipe: 1.0)
    assert [choice.values["resolution"] for choice in (fast, slow, slowest)] == [256, 64, 32]
    assert "200 images a second" in fast.sentence


def test_that_more_time_allows_a_larger_size():
    images = ImageFacts(count=5000, side=300)
    choice = choose_recipe(images, "cuda", minutes=600, speed_of=lambda recipe: 6000.0 / recipe.resolution)
    assert choice.values["resolution"] == 256
    assert choice.budget.minutes == 600


def test_that_classes_get_a_conditional_gan():
    images = ImageFacts(count=5000, side=64, classes=10)
    choice = choose_recipe(images, "cpu")
    assert choice.recipe == "cgan"
    assert "10 classes" in choice.sentence
    assert by_name(choose_recipe(images, "cuda").recipe).conditional


def test_that_few_pictures_are_not_promised_new_ones():
    assert "near copies" in choose_recipe(ImageFacts(count=60, side=500), "cpu").sentence


def test_that_a_slow_processor_gets_narrower_networks_and_is_told_that_it_is_slow():
    small, photos = ImageFacts(count=5000, side=32), ImageFacts(count=5000, side=300)
    for images, before in ((small, (32, 64)), (photos, (64, 32))):
        fast = choose_recipe(images, "cpu", speed_of=lambda recipe: 200.0)
        slow = choose_recipe(images, "cpu", speed_of=lambda recipe: 2000.0 / recipe.width / recipe.resolution)
        assert (fast.values["resolution"], fast.values["width"]) == before
        assert (slow.values["resolution"], slow.values["width"]) == (32, 32)
        assert "which is little" in slow.sentence
    assert "(64 px: only 1.8 thousand)" in slow.sentence


def test_that_what_the_person_set_wins_and_the_rest_follows_it():
    images = ImageFacts(count=5000, side=300)
    choice = choose_recipe(images, "cpu", minutes=5, fixed={"resolution": 32, "batch": 7, "penalty": "none"})
    assert [choice.values[name] for name in ("resolution", "batch", "penalty", "width")] == [32, 7, "none", 64]
    assert choice.budget.minutes == 5
    assert choose_recipe(images, "cpu", fixed={"resolution": 0, "batch": 0}) == choose_recipe(images, "cpu")
    assert choose_recipe(images, "cuda", fixed={"resolution": 512}).values["resolution"] == 512
    with pytest.raises(SettingError, match="no setting called nope"):
        choose_recipe(images, "cpu", fixed={"nope": 1})


def test_that_too_little_memory_leads_to_a_smaller_size():
    images = ImageFacts(count=5000, side=300)
    choice = choose_recipe(images, "cuda", speed_of=lambda recipe: 0.0 if recipe.resolution > 64 else 500.0)
    assert choice.values["resolution"] == 64


@pytest.mark.parametrize("count", [1, 2, 3, 9])
def test_that_the_batch_is_never_more_than_there_are(count):
    for kind in ("cpu", "cuda"):
        assert choose_recipe(ImageFacts(count=count, side=300), kind).made.batch <= count


@pytest.mark.parametrize(
    ("count", "side", "device", "expected"),
    [
        (60, 500, "cpu", {"resolution": 64, "width": 32, "batch": 16, "penalty_weight": 0.2,
                          "augment_policy": "colour,translation,cutout"}),
        (1999, 32, "cpu", {"resolution": 32, "width": 64, "batch": 32, "penalty_weight": 0.05,
                           "augment_policy": "colour,translation,cutout"}),
        (4999, 64, "cpu", {"augment": "diffaugment", "augment_policy": "colour,translation", "spectral_norm": True,
                           "penalty": "r1", "penalty_interval": 16, "discriminator_lr": 4e-4, "style": "deep"}),
        (5000, 64, "cpu", {"augment_policy": "translation", "generator_lr": 2e-4}),
        (29_999, 53, "cpu", {"resolution": 32, "augment": "diffaugment"}),
        (60_000, 54, "cpu", {"resolution": 64, "augment": "diffaugment", "augment_policy": "translation"}),
        (999, 500, "cuda", {"resolution": 256, "batch": 16, "penalty_weight": 10.0, "generator_lr": 2e-3,
                            "discriminator_lr": 2e-3, "widest": 512, "augment": "diffaugment"}),
        (1000, 500, "cuda", {"batch": 16, "penalty_weight": 0.8192, "generator_lr": 2.5e-3}),
        (1999, 64, "cuda", {"batch": 32, "penalty_weight": 0.1, "widest": 256, "augment": "diffaugment"}),
        (2000, 128, "cuda", {"penalty_weight": 0.1024, "widest": 512, "augment": "ada", "ada_kimg": 100.0}),
        (99_999, 32, "cuda", {"penalty_weight": 0.05, "augment": "ada"}),
        (100_000, 32, "cuda", {"augment": "none"}),
    ],
)  # fmt: skip
def test_that_the_settings_are_those_that_the_page_on_auto_gives_reasons_for(count, side, device, expected):
    values = choose_recipe(ImageFacts(count=count, side=side), device).values
    assert {name: values[name] for name in expected} == expected


@pytest.mark.parametrize(("device", "minutes", "thousands"), [("cpu", 30, 60), ("mps", 60, 250), ("cuda", 60, 250)])
def test_that_a_size_is_fast_enough_from_so_many_images_in_the_usual_time_on(device, minutes, thousands):
    enough = 1000 * thousands / (60 * minutes)
    images = ImageFacts(count=5000, side=300)
    assert choose_recipe(images, device).budget.minutes == minutes
    just, short = (choose_recipe(images, device, speed_of=lambda _, share=share: share * enough) for share in (1, 0.99))
    assert "which is little" not in just.sentence
    assert "which is little" in short.sentence
    assert just.values["resolution"] > short.values["resolution"]


def test_that_two_classes_are_the_fewest_and_near_copies_are_told_below_two_hundred():
    assert choose_recipe(ImageFacts(count=500, side=64, classes=1), "cpu").recipe == "upsample"
    two = choose_recipe(ImageFacts(count=500, side=64, classes=2), "cpu")
    assert (two.recipe, two.values["discriminator_norm"]) == ("cgan", "none")
    for count, warned in ((199, True), (200, False)):
        assert ("near copies" in choose_recipe(ImageFacts(count=count, side=64), "cpu").sentence) is warned
