"""Presets that were saved in the window, on the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ganstudio.cli import main
from ganstudio.core.run import Run
from ganstudio.core.settings import values_of
from ganstudio.models.linear.recipe import Linear
from ganstudio.workflows.own_presets import OwnPresets
from tests.cli.support import refused

WORDS = ["--recipe", "linear", "--preset", "my pictures", "--steps", "1"]


@pytest.fixture
def own(places_of_our_own) -> Iterator[OwnPresets]:
    presets = OwnPresets()
    presets.save(Linear, "my pictures", values_of(Linear(resolution=16, batch=4, latent=7)))
    yield presets
    presets.path.unlink(missing_ok=True)


def test_that_a_run_is_trained_with_a_preset_and_goes_on_with_it(own: OwnPresets, pictures, tmp_path: Path) -> None:
    run = tmp_path / "run"
    assert main(["train", str(pictures), *WORDS, "--set", "latent=9", "--out", str(run)]) == 0
    settings = Run.open(run).settings
    assert settings.preset == "my pictures"
    assert [settings.values[name] for name in ("resolution", "batch", "latent")] == [16, 4, 9]
    own.path.unlink()
    assert main(["train", "--resume", "--out", str(run), "--steps", "2"]) == 0, "a run needs its preset no more"


def test_that_recipes_list_them(own: OwnPresets, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recipes", "linear"]) == 0
    assert "--preset 'my pictures': Yours: Resolution 16, Batch 4, Latent" in capsys.readouterr().out
    assert main(["recipes", "linear", "--json"]) == 0
    assert '"my pictures"' in capsys.readouterr().out


def test_what_is_refused(own: OwnPresets, pictures, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, "train", pictures, "--recipe", "linear", "--preset", "gone")
    assert said.endswith("note-5, my pictures.")
    own.path.write_text('{"presets": [{"recipe": "linear", "name": "bad", "values": {"batch": "many"}}]}')
    assert "Your preset bad cannot be used: batch" in refused(
        capsys, "train", pictures, "--recipe", "linear", "--preset", "bad"
    )
    own.path.write_text("damaged")
    assert "presets.json is damaged" in refused(capsys, "train", pictures, *WORDS)


@pytest.mark.parametrize("content", ["damaged", '{"format": 99}', '{"presets": 3}', "[" * 10_000])
@pytest.mark.parametrize("words", [["recipes"], ["recipes", "linear", "--json"]])
def test_that_recipes_list_what_there_is_when_the_file_is_damaged(
    own: OwnPresets, content: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    own.path.unlink()
    assert main(words) == 0
    without = capsys.readouterr()
    assert without.err == ""
    own.path.write_text(content)
    assert main(words) == 0
    output = capsys.readouterr()
    assert output.out == without.out
    assert output.err.count("\n") == 1
    assert str(own.path) in output.err
    assert "Move it away" in output.err
