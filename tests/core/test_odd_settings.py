"""Settings as a stranger may have written them: values of any kind and length."""

import dataclasses

import pytest

from ganstudio.core.run import RunError, RunSettings
from ganstudio.core.settings import SettingError, from_mapping
from ganstudio.models.gallery import by_name
from ganstudio.models.linear.recipe import Linear


def test_that_a_value_of_any_length_leaves_a_sentence_of_one_line() -> None:
    for kind, name in ((Linear, "resolution"), (Linear, "generator_widths"), (Linear, "batch")):
        with pytest.raises(SettingError) as refused:
            from_mapping(kind, {name: "\ud800" + "a" * 5000})
        assert len(str(refused.value)) < 420
        assert str(refused.value).startswith(name)
    with pytest.raises(SettingError) as refused:
        by_name("a" * 5000)
    assert len(str(refused.value)) < 420
    assert str(refused.value).endswith("superres.")


@pytest.mark.parametrize("odd", ["\ud800", "x" * 5000, None, [1], 0.5, {}])
def test_that_what_is_read_of_a_run_before_its_recipe_is_checked_is_a_number_or_refused(odd: object) -> None:
    settings = RunSettings(recipe="linear", sides=(("pictures",),), values={})
    settings = dataclasses.replace(settings, values={"batch": odd, "resolution": odd})  # type: ignore[dict-item]
    assert settings.batch == 0
    with pytest.raises(RunError, match="do not say how large"):
        _ = settings.resolution
