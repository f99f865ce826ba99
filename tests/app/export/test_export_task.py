"""What the export form asks for, as files."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor, nn

from ganstudio.app.export.export_task import ExportSource, Written, write
from ganstudio.core.events import Sampled
from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.weights_file import WeightsError
from ganstudio.export.provenance import read_recipe
from ganstudio.panels.training.export_form import ExportRequest
from tests.cli.test_upscale import weights  # noqa: F401 - a fixture: it repeats each pixel four times

REPORT: Any = SimpleNamespace(cancelled=lambda: False, progress=lambda done, total: None)
CLASSES = ("ash", "birch", "cedar")


class Tones(nn.Module):
    """Class 0 black, class 1 grey, class 2 white, whatever the noise."""

    def __init__(self) -> None:
        super().__init__()
        self.none = nn.Parameter(torch.zeros(1))

    def forward(self, z: Tensor, labels: Tensor) -> Tensor:
        return (labels - 1.0).view(-1, 1, 1, 1).expand(-1, 3, 8, 8) + 0 * z.sum()


def exported(folder, label: str) -> list[tuple[str, int]]:
    """What each file says it shows, and its tone."""
    generator = TrainedGenerator(Tones(), latent=2, prior="normal", resolution=8, channels=3, classes=CLASSES)
    run: Any = SimpleNamespace(name="trees")
    request = ExportRequest(what="new", folder=folder, count=4, first_seed=5, label=label)
    written = write(request, ExportSource(run, None, None), lambda run, name: generator, REPORT)
    assert written.count == 4
    frames = []
    for path in sorted(folder.iterdir()):
        with Image.open(path) as image:
            frames.append(((read_recipe(path) or {})["label"], int(np.asarray(image).mean())))
    return frames


def test_that_all_in_turn_exports_every_class_and_says_which(tmp_path):
    assert exported(tmp_path / "all", "") == [("cedar", 255), ("ash", 0), ("birch", 128), ("cedar", 255)]
    assert exported(tmp_path / "one", "birch") == [("birch", 128)] * 4


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_that_the_grid_and_a_tile_of_it_are_exported_in_grey_and_in_colour(tmp_path, mode):
    grid = Image.linear_gradient("L").resize((16, 8)).convert(mode)
    (tmp_path / "samples").mkdir()
    grid.save(tmp_path / "samples/grid.png")
    run: Any = SimpleNamespace(name="trees", folder=tmp_path)
    export_source = ExportSource(run, Sampled(step=1, kimg=1, path="samples/grid.png", rows=1, columns=2), (0, 1))
    for what, wanted in (("grid", grid), ("picked", grid.crop((8, 0, 16, 8)))):
        request = ExportRequest(what=what, folder=tmp_path / what)
        assert write(request, export_source, lambda run, name: None, REPORT).count == 1
        (path,) = request.folder.iterdir()
        with Image.open(path) as image:
            assert image.mode == mode
            assert np.array_equal(np.asarray(image), np.asarray(wanted))


def test_that_pictures_are_drawn_at_the_truncation_and_the_checkpoint_that_are_asked_for_and_say_so(tmp_path):
    drawn = []

    class Watched(TrainedGenerator):
        def images(self, latents, labels=None, psi=1.0):
            drawn.append(psi)
            return super().images(latents, labels, psi)

    generator = Watched(Tones(), latent=2, prior="normal", resolution=8, channels=3, classes=CLASSES)
    run: Any = SimpleNamespace(name="trees")
    asked: list[str] = []

    def opener(run, name):
        asked.append(name)
        return generator

    request = ExportRequest(what="new", folder=tmp_path, count=2, first_seed=7, psi=0.6, checkpoint="best")
    write(request, ExportSource(run, None, None), opener, REPORT)
    assert (asked, drawn) == (["best"], [0.6])
    recipes = [read_recipe(path) or {} for path in sorted(tmp_path.iterdir())]
    assert [(recipe["seed"], recipe["psi"], recipe["run"]) for recipe in recipes] == [
        (7, 0.6, "trees"),
        (8, 0.6, "trees"),
    ]


def test_that_what_makes_a_picture_again_is_left_out_where_it_is_not_wanted(tmp_path):
    generator = TrainedGenerator(Tones(), latent=2, prior="normal", resolution=8, channels=3, classes=CLASSES)
    run: Any = SimpleNamespace(name="trees")
    request = ExportRequest(what="new", folder=tmp_path, count=1, metadata=False)
    write(request, ExportSource(run, None, None), lambda run, name: generator, REPORT)
    (path,) = tmp_path.iterdir()
    assert "seed" not in (read_recipe(path) or {})


def test_that_an_export_that_was_cancelled_says_how_far_it_came(tmp_path):
    assert Written(3, 3, tmp_path).sentence() == "3 pictures written."
    assert Written(1, 1200, tmp_path).sentence() == "1 of 1,200 pictures written; then it was cancelled."


def test_that_what_is_drawn_and_what_is_picked_are_written_larger_and_say_by_what(tmp_path, weights):  # noqa: F811
    generator = TrainedGenerator(Tones(), latent=2, prior="normal", resolution=8, channels=3, classes=CLASSES)
    Image.linear_gradient("L").resize((16, 8)).save(tmp_path / "grid.png")
    run: Any = SimpleNamespace(name="trees", folder=tmp_path)
    export_source = ExportSource(run, Sampled(step=1, kimg=1, path="grid.png", rows=1, columns=2), (0, 1))
    for what in ("new", "picked"):
        request = ExportRequest(what=what, folder=tmp_path / what, larger=weights)
        write(request, export_source, lambda run, name: generator, REPORT)
        (path,) = request.folder.iterdir()
        with Image.open(path) as image:
            assert image.size == (32, 32)
        assert (read_recipe(path) or {})["larger"].items() >= {"by": weights.name, "scale": 4}.items()


@pytest.mark.parametrize("first_larger", [True, False])
def test_that_a_picture_of_another_size_is_not_taken_for_the_one_that_is_wanted(tmp_path, weights, first_larger):  # noqa: F811
    generator = TrainedGenerator(Tones(), latent=2, prior="normal", resolution=8, channels=3, classes=CLASSES)
    export_source = ExportSource(SimpleNamespace(name="trees"), None, None)  # type: ignore[arg-type]
    first, second = (weights, None) if first_larger else (None, weights)
    for larger in (first, first, second):
        request = ExportRequest(what="new", folder=tmp_path / "out", count=2, larger=larger)
        assert write(request, export_source, lambda run, name: generator, REPORT).count == 2
    sizes = []
    for path in sorted((tmp_path / "out").iterdir()):
        with Image.open(path) as image:
            sizes.append(image.width)
    assert sorted(sizes) == [8, 8, 32, 32]


def test_that_a_network_that_enlarges_nothing_is_named_and_nothing_is_written(tmp_path):
    generator = TrainedGenerator(Tones(), latent=2, prior="normal", resolution=8, channels=3, classes=CLASSES)
    request = ExportRequest(what="new", folder=tmp_path / "out", larger=tmp_path / "nothing.pth")
    with pytest.raises(WeightsError, match=r"nothing\.pth cannot be read"):
        write(request, ExportSource(SimpleNamespace(name="r"), None, None), lambda run, name: generator, REPORT)  # type: ignore[arg-type]
    assert not (tmp_path / "out").exists()
