"""Animations last as long as what they show: in the counts of their format, by their frames' own times, in colours."""

import io
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from torch import nn

from ganstudio.core.images.decode import whole_picture
from ganstudio.core.translator import Translator
from ganstudio.export import timing, video
from ganstudio.export.animation import write_animation
from ganstudio.export.translating import plan, translate_files


def noise(number: int, side: int = 24) -> Image.Image:
    return Image.fromarray(np.random.default_rng(number).integers(0, 255, (side, side, 3), dtype=np.uint8))


def unchanged() -> Translator:
    return Translator(nn.Identity(), to="B", channels=(3, 3), resolution=16)


def lasting(path: Path) -> tuple[int, float, float]:
    """Frames, seconds in all, and the shortest frame in milliseconds."""
    with Image.open(path) as image:
        durations = []
        for number in range(image.n_frames):
            image.seek(number)
            image.load()  # WebP tells only then
            durations.append(image.info["duration"])
    return len(durations), sum(durations) / 1000, min(durations)


@pytest.mark.parametrize("ending", ["gif", "webp"])
@pytest.mark.parametrize("fps", [10, 24, 25, 30, 48, 50, 60, 100])
def test_that_an_animation_lasts_as_long_as_its_frames(fps, ending, tmp_path):
    """60 frames at 30 a second lasted 1.8 s; at 60 browsers made 6 s of them."""
    frames = np.stack([np.asarray(noise(number)) for number in range(60)])
    count, seconds, shortest = lasting(write_animation(frames, tmp_path / f"a.{ending}", fps=fps))
    least = 20 if ending == "gif" else 11
    assert count == 60
    assert shortest >= least
    assert seconds == pytest.approx(max(60 / fps, 60 * least / 1000), abs=0.006)


def test_that_hundredths_are_shared_out():
    assert timing.hundredths(timing.evenly(6, 30)) == [30, 40, 30, 30, 40, 30]
    assert timing.thousandths(timing.evenly(3, 60)) == [17, 16, 17]
    assert timing.hundredths([0, 100, 0]) == [0, 100, 0]


# What came in survives a translation ---------------------------------------------------------------------------------


def animated(path: Path, kind: str, **known) -> Path:
    frames = [noise(number) for number in range(4)]
    frames[0].save(path, kind, save_all=True, append_images=frames[1:], **known)
    return path


def translated(source: Path, out: Path) -> Path:
    jobs, _ = plan([source], out)
    result = translate_files(unchanged(), jobs)
    assert result.left_out == []
    (written,) = result.written
    return written


@pytest.mark.parametrize("loop", [None, 0, 3])
@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_that_times_and_repeats_survive(kind, loop, tmp_path):
    durations = [40, 120, 500, 70]
    known = {"duration": durations} | ({} if loop is None else {"loop": loop})
    source = animated(tmp_path / f"a.{kind.lower()}", kind, **known)
    before, after = whole_picture(source), whole_picture(translated(source, tmp_path / "out"))
    assert after.durations == before.durations == durations
    assert after.loop == before.loop
    assert len(after.pictures) == 4


def test_that_the_default_picture_of_an_animation_stays_one(tmp_path):
    source = animated(tmp_path / "a.png", "PNG", default_image=True, duration=[40, 120, 500])
    before, after = whole_picture(source), whole_picture(translated(source, tmp_path / "out"))
    assert after.default
    assert after.durations == before.durations == [0, 40, 120, 500]


@pytest.mark.parametrize(
    ("kind", "name", "ending"),
    [("WEBP", "a.gif", ".webp"), ("GIF", "a.jpg", ".gif"), ("PNG", "a.webp", ".png"), ("GIF", "a.gif", ".gif")],
)
def test_that_what_a_file_really_is_survives(kind, name, ending, tmp_path):
    written = translated(animated(tmp_path / name, kind, duration=50), tmp_path / "out")
    assert written.suffix == ending
    with Image.open(written) as image:
        assert (image.format, image.n_frames) == (kind, 4)


# A batch never ends at one file --------------------------------------------------------------------------------------


def test_that_whatever_a_writer_cannot_is_written_another_way_or_listed(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    noise(1).convert("RGBA").save(folder / "a-transparent.jpg", "PNG")
    noise(2).convert("LA").save(folder / "b-grey.jpeg", "PNG")
    noise(3).convert("CMYK").save(folder / "c-cmyk.jpg", "JPEG")
    noise(4).convert("1").save(folder / "d-bits.png", "PNG")
    Image.new("RGB", (17_000, 8)).save(folder / "e-long.webp", "PNG")
    noise(5).save(folder / f"{'f' * 250}.bmp", "BMP")
    noise(6).save(folder / "g.png", "PNG")
    jobs, _ = plan([folder], tmp_path / "out")
    blocked = tmp_path / "out" / "c-cmyk.jpg"
    blocked.mkdir(parents=True)
    jobs = [replace(job, target=job.target.with_stem("f" * 253)) if "fff" in job.name else job for job in jobs]
    result = translate_files(unchanged(), jobs)
    assert len(result.written) == 6
    assert {path.name for path in result.written} >= {"a-transparent.png", "b-grey.png", "e-long.png", "g.png"}
    assert [left.reason for left in result.left_out] == ["its result could not be written: File name too long"]


# Videos --------------------------------------------------------------------------------------------------------------


def film(path: Path, colour: tuple[int, int, int], height: int, times: list[Fraction], aspect: Fraction | None) -> Path:
    frames = [np.full((height, height, 3), colour, np.uint8)] * max(3, len(times))
    with open(path, "wb") as file:
        video.write_mp4(file, frames, Fraction(25), times=times, aspect=aspect)
    return path


@pytest.mark.parametrize(("height", "number"), [(96, 6), (720, 1)])
@pytest.mark.parametrize("colour", [(0, 255, 0), (255, 0, 0), (30, 90, 200)])
def test_that_a_video_says_which_colours_it_has_and_keeps_them(height, number, colour, tmp_path):
    av = pytest.importorskip("av")
    path = film(tmp_path / "a.mp4", colour, height, [], None)
    with av.open(str(path)) as container:
        context = container.streams.video[0].codec_context
        assert [context.colorspace, context.color_primaries, context.color_trc] == [number] * 3
        assert context.color_range == 1
    assert np.abs(video.first_frame(path)[8, 8].astype(int) - colour).max() <= 2


def test_that_the_times_and_the_shape_of_pixels_survive(tmp_path):
    av = pytest.importorskip("av")
    times = [Fraction(0), Fraction(1, 30), Fraction(1, 2), Fraction(2)]
    source = film(tmp_path / "a.mp4", (90, 90, 90), 64, times, Fraction(4, 3))
    with av.open(str(translated(source, tmp_path / "out"))) as container:
        stream = container.streams.video[0]
        shown = [float(frame.pts * frame.time_base) for frame in container.decode(stream)]
        assert stream.sample_aspect_ratio == Fraction(4, 3)
    assert shown == pytest.approx([float(time) for time in times], abs=0.001)


def test_that_times_which_go_back_are_put_in_order():
    pytest.importorskip("av")
    file = io.BytesIO()
    frames = [np.zeros((16, 16, 3), np.uint8)] * 3
    video.write_mp4(file, frames, Fraction(25), times=[Fraction(1), Fraction(1), Fraction(0)])
    assert file.getvalue()
