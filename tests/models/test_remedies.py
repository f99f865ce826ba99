"""What the watchdog proposes can be applied: remedies are settings of the recipe, and a branch takes them."""

import dataclasses
import math

import pytest

from ganstudio.core.events import Progress, Sampled, Scored, Started, Warned
from ganstudio.core.recipe import Recipe
from ganstudio.core.settings import settings_of, values_of
from ganstudio.models.gallery import RECIPES, Linear
from ganstudio.scores.watchdog import Watchdog
from ganstudio.workflows.open_run import can_change

LOSSES = {
    "collapse": {"D(x)": 0.7, "D(G(z))": 0.3},
    "discriminator": {"D(x)": 0.99, "D(G(z))": 0.01},
    "generator": {"D(x)": 0.3, "D(G(z))": 0.7},
    "memory": {"D(x)": 0.9, "D(G(z))": 0.1, "D(held out)": 0.2},
    "still": {"D(x)": 0.5, "D(G(z))": 0.5},
}


def everything_wrong(recipe: Recipe) -> list[Warned]:
    """All that the watchdog can say about runs of this recipe in which one thing after the other goes wrong."""
    said: list[Warned] = []
    for topic, losses in LOSSES.items():
        watchdog = Watchdog(values_of(recipe), lambda changes: can_change(recipe, changes))
        said += watchdog.hear(
            Started(run="r", recipe=recipe.name, device="", precision="", images=8, resolution=16, channels=3, batch=4,
                    step=0, kimg=0.0)
        )  # fmt: skip
        for step in range(1, 60):
            known = {"step": step, "kimg": step / 4}
            moved = 0.0 if topic == "still" else 0.01 * step
            values = losses | {"generator": 1.0 + moved, "discriminator": 1.0}
            said += watchdog.hear(Progress(**known, seconds=step, images_per_second=1.0, losses=values))
            variety = 0.0 if topic in {"collapse", "discriminator", "still"} else 0.9
            said += watchdog.hear(Sampled(**known, path="", rows=1, columns=1, variety=variety))
        for value in (1.0, 9.0, 9.0, 9.0, 9.0):
            scores = {"KID": value, "copies": 0.9, "copies held out": 0.0}
            said += watchdog.hear(Scored(**known, scores=scores, count=9, features="f", behind=value))
        bad = {"generator": math.nan, "discriminator": 1.0}
        said += watchdog.hear(Progress(**known, seconds=1, images_per_second=1.0, losses=bad))
    return said


@pytest.mark.parametrize("kind", RECIPES, ids=lambda kind: kind.name)
def test_that_every_remedy_is_made_of_settings_that_the_recipe_takes(kind):
    recipe = kind()
    said = everything_wrong(recipe)
    assert {"few", "copies", "past", "invalid"} <= {warning.topic for warning in said}
    names = {field.name for field in settings_of(kind)}
    for warning in said:
        assert warning.remedy.keys() <= names, warning
        changed = recipe.with_values(warning.remedy)
        assert [problem for problem in changed.problems() if problem.severity == "error"] == []
        assert not warning.remedy or changed != recipe


def test_that_every_kind_of_trouble_is_named_and_most_can_be_answered():
    said = everything_wrong(Linear())
    assert {warning.topic for warning in said if warning.remedy} >= {
        "few", "copies", "past", "invalid", "collapse", "discriminator", "generator", "memory",
    }  # fmt: skip


def test_that_advice_without_a_setting_for_it_has_an_empty_remedy():
    settings = dataclasses.replace(Linear(), augment="diffaugment")
    (few,) = {warning.topic: warning for warning in everything_wrong(settings) if warning.topic == "few"}.values()
    assert few.advice
    assert few.remedy == {}
    slow = dataclasses.replace(Linear(), generator_lr=1e-7)
    assert all(
        "generator_lr" not in warning.remedy for warning in everything_wrong(slow) if warning.topic == "generator"
    )
