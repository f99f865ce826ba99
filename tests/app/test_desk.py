"""What a run is called."""

import pytest

from ganstudio.app.desk import run_name
from ganstudio.core.run import RunSettings


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("/data/blossoms", "blossoms-linear"),
        ("/data/blossoms.ZIP", "blossoms-linear"),
        ("/data/t10k-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte-linear"),
        ("/data/birds.v2.tar.gz", "birds.v2-linear"),
        ("/data/birds.tgz", "birds-linear"),
        ("/data/.zip", "pictures-linear"),
    ],
)
def test_that_a_run_is_named_without_the_endings_of_archives(source: str, name: str) -> None:
    assert run_name(RunSettings(recipe="linear", sides=((source,),), values={})) == name
