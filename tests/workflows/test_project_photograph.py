"""A photograph is looked for by pixels and by the run's discriminator; where there is none, that is said."""

import pytest
import torch

from ganstudio.core.run import Run
from ganstudio.latent.projection import project
from ganstudio.workflows.open_run import open_generator
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.project_photograph import (
    RESTARTS,
    STEPS,
    Search,
    discriminator_features,
    distance_sentence,
    project_photograph,
)
from tests.app.tiny_runs import tiny_run


@pytest.fixture
def run(tmp_path) -> Run:
    return tiny_run(tmp_path / "tiny")


def search(run: Run, checkpoint: str = "") -> Search:
    generator = open_generator(run, device="cpu")
    photograph = generator.images(generator.latents([7]))[0] // 2
    return Search(photograph, run, checkpoint, steps=10, restarts=2)


def looked_for(wanted: Search, generator, remarks: list[str]):
    silent = TaskProgress(lambda done, total: None)
    return project_photograph(wanted, lambda: generator, silent, on_remark=remarks.append)


@pytest.mark.parametrize("checkpoint", ["", "best", "step-00000003"])
def test_that_the_discriminator_of_the_run_is_what_compares(run, checkpoint):
    generator, wanted, remarks = open_generator(run, device="cpu"), search(run, checkpoint), []
    result = looked_for(wanted, generator, remarks)
    known = {"steps": 10, "restarts": 2}
    features = discriminator_features(run, checkpoint, -1, torch.device("cpu"))
    assert features(torch.zeros(3, 1, 8, 8)).shape == (3, 16)
    assert result.values == project(generator, wanted.photograph, features=features, **known).values
    assert result.values != project(generator, wanted.photograph, **known).values
    assert remarks == []


def test_that_pixels_alone_do_where_there_is_no_discriminator_and_that_it_is_said(run):
    generator, wanted, remarks = open_generator(run, device="cpu"), search(run), []
    for path in run.checkpoints.iterdir():
        path.unlink()
    result = looked_for(wanted, generator, remarks)
    assert result.values == project(generator, wanted.photograph, steps=10, restarts=2).values
    assert len(remarks) == 1
    assert remarks[0].startswith("Pictures are compared by their pixels alone: ")
    assert "checkpoint" in remarks[0]


def test_that_each_further_attempt_looks_longer_and_from_elsewhere(run):
    first = Search(None, run)
    assert first.again(0) == first
    attempts = [first.again(attempt) for attempt in range(6)]
    assert [attempt.steps for attempt in attempts] == [STEPS * factor for factor in (1, 2, 4, 8, 16, 16)]
    assert [attempt.restarts for attempt in attempts] == [RESTARTS + 2 * number for number in range(6)]
    assert len({attempt.seed for attempt in attempts}) == 6


@pytest.mark.parametrize(("error", "word"), [(1.0, "Very near"), (8.0, "Near"), (20.0, "Far"), (45.0, "Not found")])
def test_that_a_distance_is_said_honestly(error, word):
    assert distance_sentence(error, 24.0, 50.0).startswith(word)
