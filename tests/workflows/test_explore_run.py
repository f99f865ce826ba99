"""What a run remembers of its exploring, and which runs can be explored at all."""

from ganstudio.core.run import Run
from ganstudio.latent.direction_file import FILE as DIRECTIONS
from ganstudio.latent.journey import FILE as JOURNEY
from ganstudio.latent.point import Point, Seed
from ganstudio.workflows.explore_run import explorable, load
from ganstudio.workflows.progress import TaskProgress
from tests.app.tiny_runs import settings, tiny_run

SILENT = TaskProgress(lambda done, total: None)


def test_that_a_run_without_noise_is_not_offered(tmp_path):
    empty, tiny = Run.create(tmp_path / "empty", settings()), tiny_run(tmp_path / "tiny")
    (tmp_path / "damaged").mkdir()
    assert explorable(tiny.folder)
    assert not explorable(empty.folder)
    assert not explorable(tmp_path / "damaged")


def test_that_what_is_damaged_is_said_and_begins_anew(tmp_path):
    run, start = Run.create(tmp_path / "new", settings()), Point(latent=Seed(5))
    assert load(run, start, SILENT).sentences == ()
    for name in (DIRECTIONS, JOURNEY):
        (run.folder / name).write_text("{")
    loaded = load(run, start, SILENT)
    assert loaded.journey.point == start
    assert len(loaded.direction_set) == 0
    assert ["journey" in loaded.sentences[0], "directions" in loaded.sentences[1]] == [True, True]
