"""Single pictures read in a child: the same pixels as in this process, and a hostile file costs only itself."""

import sys
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image

from ganstudio.core.images import isolated_reader, limits, reading_child
from ganstudio.core.images.decode import Unreached, Unusable, prepare_image, whole_picture
from ganstudio.core.images.isolated_reader import PictureReader
from ganstudio.core.run import Preparation
from tests.core.images.conftest import distinct

AWKWARD = Path(__file__).parents[4] / "shared" / "data" / "awkward"


def test_that_pictures_read_apart_are_those_read_here(tmp_path):
    distinct(1, (70, 50)).save(tmp_path / "a.png")
    distinct(2, (30, 90)).convert("LA").save(tmp_path / "b.png")
    frames = [distinct(number, (20, 20)) for number in range(3)]
    frames[0].save(tmp_path / "c.gif", save_all=True, append_images=frames[1:], duration=[40, 60, 80])
    with PictureReader() as reader:
        for name in ("a.png", "b.png", "c.gif"):
            path, grey = tmp_path / name, Preparation(colour="grey", fit="pad")
            for preparation in (Preparation(), grey):
                assert (reader.prepared(path, preparation, 32) == prepare_image(path, preparation, 32)).all()
            ours, theirs = reader.whole(path), whole_picture(path)
            assert (ours.durations, len(ours.pictures)) == (theirs.durations, len(theirs.pictures))
            for picture, other in zip(ours.pictures, theirs.pictures, strict=True):
                assert (picture.mode, picture.size) == (other.mode, other.size)
                assert (np.asarray(picture) == np.asarray(other)).all()


def test_that_what_cannot_be_read_has_its_reason_and_the_next_is_read(tmp_path):
    (tmp_path / "text.png").write_text("no picture")
    distinct(1).save(tmp_path / "good.png")
    with PictureReader() as reader:
        with pytest.raises(Unusable, match="not an image"):
            reader.whole(tmp_path / "text.png")
        with pytest.raises(Unreached, match="vanished"):
            reader.whole(tmp_path / "none.png")
        assert reader.whole(tmp_path / "good.png").pictures


@pytest.mark.skipif(sys.platform != "linux", reason="processes")
def test_that_a_child_that_dies_costs_one_picture_and_none_is_left_behind(tmp_path):
    distinct(1).save(tmp_path / "good.png")
    with PictureReader() as reader:
        reader.whole(tmp_path / "good.png")
        (child,) = [
            process for process in psutil.Process().children() if isolated_reader.MODULE in " ".join(process.cmdline())
        ]
        child.kill()
        child.wait()
        with pytest.raises(Unreached, match="crashed the decoder"):
            reader.whole(tmp_path / "good.png")
        assert reader.whole(tmp_path / "good.png").pictures
    assert not [
        process for process in psutil.Process().children() if isolated_reader.MODULE in " ".join(process.cmdline())
    ]


def test_that_a_file_that_takes_for_ever_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(
        reading_child, "python", lambda module, *words: [sys.executable, "-c", "import time; time.sleep(60)"]
    )
    monkeypatch.setattr(limits, "MOST_WAIT", 0.3)
    with PictureReader() as reader, pytest.raises(Unreached, match="longer than"):
        reader.whole(tmp_path / "any.png")


@pytest.mark.shared
@pytest.mark.skipif(not AWKWARD.exists(), reason="the awkward pictures are not here")
def test_that_no_awkward_picture_harms_this_process():
    before = psutil.Process().memory_info().rss
    reasons = []
    with PictureReader() as reader:
        for path in sorted(AWKWARD.rglob("*")):
            if path.is_file():
                try:
                    assert isinstance(reader.whole(path).pictures[0], Image.Image)
                except Unusable as reason:
                    reasons.append(str(reason))
    assert len(reasons) > 30
    assert psutil.Process().memory_info().rss - before < 300 * 2**20
