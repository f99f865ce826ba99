"""The run that comes with the program: small, whole, and drawing what its stored map shows."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.run import Run
from ganstudio.latent.direction_file import DirectionSet
from ganstudio.latent.point import Point, on_map
from ganstudio.latent.point_to_picture import draw
from ganstudio.panels.training.flower_map import KNOT, TILE
from ganstudio.workflows import included_run
from ganstudio.workflows.open_run import open_generator, open_session

STORED = Path(included_run.__file__).parents[1] / "resources" / included_run.NAME


def test_that_it_is_small_and_has_its_scores_beside_it():
    assert sum(path.stat().st_size for path in STORED.rglob("*") if path.is_file()) < 3 * 2**20
    (scores,) = json.loads((STORED / "scores.json").read_text(encoding="utf-8"))[-1:]
    assert scores["scores"]["KID"] < 0.2
    assert scores["generated"] >= 1000


def test_that_its_map_is_what_it_draws(tmp_path):
    generator = open_generator(included_run.install(tmp_path))
    with Image.open(STORED / included_run.MAP) as stored:
        tiles = np.asarray(stored.convert("RGB"), np.int16)
    for column, line in ((0, 0), (5, 3), (11, 8)):
        place = on_map(included_run.CORNERS, (column + 0.5) / KNOT, (line + 0.5) / KNOT)
        drawn = draw(generator, Point(latent=place), DirectionSet()).astype(np.int16)
        tile = tiles[TILE * line : TILE * (line + 1), TILE * column : TILE * (column + 1)]
        assert np.abs(drawn - tile).mean() < 6, (column, line)  # of 255: what JPEG and half precision leave


def test_that_it_is_there_once_and_tells_its_life(tmp_path):
    run = included_run.install(tmp_path)
    assert included_run.install(tmp_path).folder == run.folder == tmp_path / included_run.NAME
    assert [path.name for path in tmp_path.iterdir()] == [included_run.NAME]
    summary = run.summary()
    assert summary.state.outcome in {"completed", "stopped"}
    assert summary.last_sample is not None
    assert summary.last_sample.is_file()
    assert len(list((run.folder / "samples").glob("*.png"))) == 6


def test_that_nobody_trains_it_on_by_mistake(tmp_path):
    with pytest.raises(ValueError, match="does not say where its images are"):
        open_session(included_run.install(tmp_path))


def test_that_what_breaks_off_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(included_run, "TEXTS", ("nowhere.json",))
    with pytest.raises(FileNotFoundError):
        included_run.install(tmp_path)
    assert not list(tmp_path.iterdir())
    monkeypatch.undo()
    assert isinstance(included_run.install(tmp_path), Run)
