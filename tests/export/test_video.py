"""Videos through a translation, frame by frame; most of it only where PyAV is installed."""

import contextlib
import errno
import io
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image
from torch import Tensor, nn

from ganstudio.core.images.decode import Unusable
from ganstudio.core.translator import Translator
from ganstudio.export import video, video_reader
from ganstudio.export.translating import Stopped, TranslatingError, first_picture, plan, translate_files

with_av = pytest.mark.skipif(not video.available(), reason="PyAV is not installed")


class Negative(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return -x


@pytest.fixture
def negative() -> Translator:
    return Translator(Negative(), to="B", channels=(3, 3), resolution=16)


def film_of(path: Path, frames: int = 5, size: tuple[int, int] = (32, 24)) -> Path:
    """Ever brighter grey."""
    made = (np.full((size[1], size[0], 3), 40 * number, np.uint8) for number in range(frames))
    with open(path, "wb") as file:
        video.write_mp4(file, made, Fraction(10))
    return path


@with_av
def test_that_every_frame_of_a_video_is_translated_at_its_rate(tmp_path, negative):
    (tmp_path / "in").mkdir()
    source = film_of(tmp_path / "in" / "clip.mp4")
    jobs, left_out = plan([source], tmp_path / "out")
    steps = []
    outcome = translate_files(negative, jobs, on_progress=lambda *now: steps.append(now))
    assert not left_out
    assert outcome.written == [tmp_path / "out" / "clip.mp4"]
    with video.opened(outcome.written[0]) as film:
        assert film.rate == 10
        assert film.count == 5
        means = [float(frame.mean()) for frame in film.frames]
    assert np.allclose(means, [255 - 40 * number for number in range(5)], atol=6)
    assert steps[-1] == (1, 1)
    assert (0.4, 1) in [(round(done, 3), total) for done, total in steps]


@with_av
def test_that_an_odd_size_becomes_even_and_other_endings_become_mp4(tmp_path, negative):
    (tmp_path / "in").mkdir()
    film_of(tmp_path / "in" / "clip.mp4", 2).rename(tmp_path / "in" / "clip.mov")
    Image.new("RGB", (8, 8)).save(tmp_path / "in" / "still.png")
    jobs, _ = plan([tmp_path / "in"], tmp_path / "out")
    outcome = translate_files(negative, jobs)
    assert sorted(path.name for path in outcome.written) == ["clip.mp4", "still.png"]
    with open(tmp_path / "odd.mp4", "wb") as file:
        video.write_mp4(file, [np.zeros((7, 9, 1), np.uint8)], Fraction(10))
    assert video.first_frame(tmp_path / "odd.mp4").shape == (8, 10, 3)


@with_av
def test_that_a_broken_video_is_listed_and_the_rest_done(tmp_path, negative):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.mp4").write_bytes(b"no film" * 100)
    film_of(tmp_path / "in" / "whole.mp4", 2)
    jobs, _ = plan([tmp_path / "in"], tmp_path / "out")
    outcome = translate_files(negative, jobs)
    assert [left.name for left in outcome.left_out] == ["broken.mp4"]
    assert "not a video" in outcome.left_out[0].reason
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["whole.mp4"]


class Reel(contextlib.nullcontext):
    """What PyAV opens, as far as it is asked for here."""

    streams = SimpleNamespace(
        video=[SimpleNamespace(average_rate=25, frames=1, codec_context=SimpleNamespace(thread_count=0))]
    )

    def decode(self, stream: object) -> Iterator[object]:
        yield from ()
        raise RuntimeError("damaged")


@pytest.fixture
def reel(monkeypatch):
    library = SimpleNamespace(open=lambda *_, **__: Reel(), error=SimpleNamespace(FFmpegError=RuntimeError))
    monkeypatch.setitem(sys.modules, "av", library)


def test_that_a_video_may_be_damaged_in_its_middle(reel):
    frames = video_reader.Reel(io.BytesIO()).frames()
    with pytest.raises(Unusable, match="damaged"):
        next(frames)


@with_av
def test_that_what_goes_wrong_with_the_frames_is_not_the_fault_of_the_video(tmp_path):
    with pytest.raises(OSError, match="No space left"), video.opened(film_of(tmp_path / "clip.mp4")):
        raise OSError(errno.ENOSPC, "No space left on device")


@with_av
def test_that_stopping_in_a_video_leaves_nothing_half_written(tmp_path, negative):
    (tmp_path / "in").mkdir()
    jobs, _ = plan([film_of(tmp_path / "in" / "clip.mp4")], tmp_path / "out")
    asked = []
    outcome = translate_files(negative, jobs, cancelled=lambda: asked.append(1) or len(asked) > 3)
    assert outcome.stopped
    assert not outcome.written
    assert not list((tmp_path / "out").iterdir())


@with_av
def test_that_a_preview_of_a_video_shows_its_first_frame(tmp_path):
    assert first_picture(film_of(tmp_path / "clip.mp4")).size == (32, 24)


def test_that_without_the_library_a_video_is_left_out_with_the_command_that_installs_it(tmp_path, monkeypatch):
    monkeypatch.setattr(video, "available", lambda: False)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "clip.MP4").write_bytes(b"")
    with pytest.raises(TranslatingError, match=r"ganstudio\[video\]"):
        plan([tmp_path / "in"], tmp_path / "out")
    Image.new("RGB", (8, 8)).save(tmp_path / "in" / "still.png")
    jobs, left_out = plan([tmp_path / "in"], tmp_path / "out")
    assert [job.source.name for job in jobs] == ["still.png"]
    assert [left.reason for left in left_out] == [video.MISSING]
    with pytest.raises(Unusable, match="PyAV"), video.opened(tmp_path / "in" / "clip.MP4"):
        pass


def test_that_frames_are_told_one_by_one_and_telling_can_stop():
    film = video.Film(iter([np.zeros((2, 2, 3), np.uint8)] * 3), Fraction(10), 0)
    steps = []

    def tell(done: int, total: int) -> None:
        steps.append((done, total))
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        list(video.translated(film, lambda pixels: pixels, tell))
    assert steps == [(1, 1), (2, 2)]
