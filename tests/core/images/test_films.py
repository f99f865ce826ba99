"""Videos as sets of pictures: which frames are taken, in their order, and a sentence for what has none."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from ganstudio.core.images import film
from ganstudio.core.images.cache import ImagesError, prepare
from ganstudio.core.images.film import FilmFacts
from ganstudio.core.images.scan import scan
from ganstudio.core.images.survey import survey_images
from ganstudio.core.images.video_frames import Sampling
from ganstudio.core.run import Preparation
from ganstudio.export.video import write_mp4

av = pytest.importorskip("av", reason="PyAV is not installed")
COUNT, RATE = 60, 10
"""Six seconds, of which each frame is told by its brightness."""
KEEP = Preparation(duplicates="keep", colour="grey")


def frames():
    for number in range(COUNT):
        frame = np.full((48, 64, 3), 4 * number, np.uint8)
        frame[:16, :16] = 255
        yield frame


@pytest.fixture
def clip(tmp_path) -> Path:
    with open(tmp_path / "clip.mp4", "wb") as file:
        write_mp4(file, frames(), Fraction(RATE))
    return tmp_path / "clip.mp4"


def seen(source: Path, tmp_path: Path, **chosen) -> list[int]:
    """The numbers of the frames that are taken."""
    images = prepare(
        [source], Preparation(duplicates="keep", colour="grey", **chosen), 32, cache_dir=tmp_path / "cache"
    )
    return [round(float(picture[16:].mean()) / 4) for picture in images.pixels]


def test_that_frames_are_taken_so_many_a_second_in_their_order(clip, tmp_path):
    assert seen(clip, tmp_path, video_rate=1.0) == [5, 15, 25, 35, 45, 55]
    assert seen(clip, tmp_path, video_rate=240.0) == list(range(COUNT))


def test_that_so_many_in_all_of_a_stretch_are_spread_evenly(clip, tmp_path):
    assert seen(clip, tmp_path, video_frames=3) == [10, 30, 50]
    assert seen(clip, tmp_path, video_frames=4, video_from=2.0, video_to=4.0) == [22, 27, 32, 37]


def test_that_a_stretch_beyond_the_end_is_a_sentence(clip, tmp_path):
    with pytest.raises(ImagesError, match=r"a video of 6.0 s has no frames from 9 s on"):
        seen(clip, tmp_path, video_from=9.0)


def test_that_near_copies_are_left_out_and_scenes_stay_in_order(tmp_path):
    scenes = [np.random.default_rng(n).integers(0, 256, (6, 8, 3), np.uint8) for n in range(3)]
    still = [np.kron(scenes[n // 20], np.ones((8, 8, 1), np.uint8)) for n in range(60)]
    with open(tmp_path / "still.mp4", "wb") as file:
        write_mp4(file, still, Fraction(RATE))
    images = prepare([tmp_path / "still.mp4"], Preparation(), 32, cache_dir=tmp_path / "cache")
    assert images.names == ["still.mp4/00-00-00.250", "still.mp4/00-00-02.250", "still.mp4/00-00-04.250"]
    assert {left.reason.split(" of ")[0] for left in images.report.left_out} <= {"near duplicate", "exact duplicate"}


def test_that_a_video_beside_pictures_waits_to_be_dropped_alone(clip, tmp_path, draw):
    draw(tmp_path / "a.png")
    listing = scan([tmp_path], sampling=Sampling())
    assert [(file.name, file.item) for file in listing.files] == [("a.png", -1)]
    assert [left.reason for left in listing.left_out] == [
        "a video beside pictures: drop it alone to learn from its frames"
    ]
    assert len(scan([clip, tmp_path / "a.png"], sampling=Sampling()).files) == 13


def test_that_folders_of_videos_are_classes(tmp_path, clip):
    for name in ("cats", "dogs"):
        (tmp_path / "set" / name).mkdir(parents=True)
        (tmp_path / "set" / name / "a.mp4").write_bytes(clip.read_bytes())
    listing = scan([tmp_path / "set"], sampling=Sampling(count=2))
    assert [file.place.label for file in listing.files] == ["cats", "cats", "dogs", "dogs"]


def test_that_the_size_is_known_before_frames_are_decoded(clip):
    assert survey_images([clip], Preparation()).side == 48


@pytest.mark.parametrize("ending", ["mkv", "avi", "ts"])
def test_that_other_forms_give_the_same_frames(tmp_path, ending):
    forms = {"mkv": "matroska", "avi": "avi", "ts": "mpegts"}
    path = tmp_path / f"clip.{ending}"
    with av.open(str(path), "w", format=forms[ending]) as container:
        stream = container.add_stream("mpeg4", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for frame in frames():
            container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        container.mux(stream.encode())
    assert seen(path, tmp_path, video_rate=1.0) == pytest.approx([5, 15, 25, 35, 45, 55], abs=1)  # packed with loss


def sound(path: Path) -> None:
    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=44100)
        for number in range(4):
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
            frame.sample_rate, frame.pts = 44100, number * 1024
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


def test_that_what_has_no_frames_is_a_sentence(clip, tmp_path):
    whole = clip.read_bytes()
    files = {
        "cut.mp4": whole[: len(whole) // 2],
        "noise.mp4": b"\0\0\0\x20ftypisom" + np.random.default_rng(0).bytes(50_000),
        "playlist.mkv": b"\x1aE\xdf\xa3" + b"#EXTM3U\nhttp://127.0.0.1/a.ts\n",
    }
    (tmp_path / "bad").mkdir()
    for name, content in files.items():
        (tmp_path / "bad" / name).write_bytes(content)
    sound(tmp_path / "bad" / "sound.mp4")
    listing = scan([tmp_path / "bad"], sampling=Sampling())
    assert listing.files == []
    damaged = "unreadable: a video that is damaged, or ends before it begins"
    assert {left.name: left.reason for left in listing.left_out} == {
        "cut.mp4": damaged, "noise.mp4": damaged, "playlist.mkv": damaged,
        "sound.mp4": "not an image: a video without pictures",
    }  # fmt: skip


def test_that_without_the_library_the_sentence_names_the_command(clip, monkeypatch):
    monkeypatch.setattr("ganstudio.core.images.video_frames.available", lambda: False)
    (left,) = scan([clip], sampling=Sampling()).left_out
    assert left.reason == f"not an image: {film.MISSING}"


def test_that_a_video_of_hours_gives_no_more_frames_than_it_has_or_than_can_be_kept():
    day = FilmFacts(86_400.0, 60.0, 640, 480)
    assert len(Sampling(rate=240.0).times(day)) == 10**6
    assert Sampling(count=5).times(FilmFacts(0.04, 25.0, 640, 480)) == [20]
