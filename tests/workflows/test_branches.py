"""Which runs begin from another one: those beside it that say so."""

from pathlib import Path

from ganstudio.core.run import Run, RunSettings
from ganstudio.workflows.branches import branches_of


def made(folder: Path, **origin: object) -> Run:
    settings = RunSettings(recipe="dcgan", sides=(("a",),), values={"resolution": 32}, origin=origin)  # type: ignore[arg-type]
    return Run.create(folder, settings)


def test_that_branches_are_those_beside_it_that_name_it(tmp_path: Path) -> None:
    run = made(tmp_path / "first")
    made(tmp_path / "second", run="first", step=400)
    made(tmp_path / "third", run="first", step=100)
    made(tmp_path / "other", run="second", step=1)
    made(tmp_path / "odd", run="first", step="x")
    assert branches_of(run) == [(100, "third"), (400, "second")]
