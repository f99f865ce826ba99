"""Fixtures of the command line: a place of its own, pictures, and a finished run."""

from pathlib import Path

import pytest

from ganstudio.cli import main
from tests.cli.support import TINY, write_pictures


@pytest.fixture(autouse=True, scope="package")
def places_of_our_own(tmp_path_factory):
    """Caches and logs go to a folder that all tests here share, and not to the person's own."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(home / name))
        yield


@pytest.fixture(scope="package")
def pictures(tmp_path_factory) -> Path:
    return write_pictures(tmp_path_factory.mktemp("pictures"), 12)


@pytest.fixture(scope="package")
def trained(tmp_path_factory, pictures) -> Path:
    """A finished run of three steps; tests only read it."""
    run = tmp_path_factory.mktemp("runs") / "tiny"
    assert main(["train", str(pictures), *TINY, "--steps", "3", "--out", str(run)]) == 0
    return run
