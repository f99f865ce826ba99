"""One limit of time and one of memory for every door that a stranger's picture comes in by, told in the same words."""

import io
import sys
import zlib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image
from safetensors.torch import save_file
from torch import nn

from ganstudio.core.images import isolated_reader, limits, pool, reading_child, worker
from ganstudio.core.images.cache import prepare
from ganstudio.core.images.check_report import ImagesError
from ganstudio.core.images.decode import Unusable
from ganstudio.core.images.isolated_reader import PictureReader
from ganstudio.core.run import Preparation, RunError
from ganstudio.core.translator import Translator
from ganstudio.export import video, video_reader
from ganstudio.export.translating import first_picture, plan, translate_files
from ganstudio.models.style.style_settings import StyleSettings
from ganstudio.scores.extractor_networks import SqueezeNet
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.project_photograph import read_photograph
from ganstudio.workflows.stylise import StylePicture, StyleWish, StyliseError, stylise
from tests.app.tiny_runs import tiny_run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of the system")
QUICK = 0.6
"""Seconds of the processor here, to be done sooner."""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def write_many_scans(path: Path, side: int = 1000) -> Path:
    """A progressive JPEG that says its last scan five thousand times: 90 kB, and 20 s of the processor at 2,000 px."""
    buffer = io.BytesIO()
    Image.new("RGB", (side, side), (90, 60, 30)).save(buffer, "JPEG", progressive=True)
    content = buffer.getvalue()
    last = content[content.rindex(b"\xff\xda") : -2]
    path.write_bytes(content[:-2] + last * 5000 + b"\xff\xd9")
    return path


def of_many_bytes(path: Path) -> Path:
    """A PNG of 8,000 x 8,000 px and 16 bits a channel, of zeros: 1.7 MB, and over 1 GB on the way to eight bits."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return len(content).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    packing = zlib.compressobj(1)
    rows = b"".join(packing.compress(bytes(1 + 8000 * 6)) for _ in range(8000)) + packing.flush()
    head = (8000).to_bytes(4, "big") * 2 + bytes((16, 2, 0, 0, 0))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
    return path


def prepared(path: Path) -> str:
    with pytest.raises(ImagesError) as refusal:
        prepare([path], Preparation(held_out=0.0), 16)
    return str(refusal.value)


def projected(path: Path) -> str:
    """Also the way of a photograph that is dropped on Explore, and of `project` and `nearest`."""
    with pytest.raises(RunError) as refusal:
        read_photograph(path, tiny_run(path.parent / "tiny"), 16)
    return str(refusal.value)


def previewed(path: Path) -> str:
    """The way of a picture on the pages Translate and Enhance."""
    with pytest.raises(Unusable) as refusal:
        first_picture(path)
    return str(refusal.value)


def translated(path: Path) -> str:
    """Also the way of a picture that is enlarged."""
    jobs, _ = plan([path], path.parent / "out")
    done = translate_files(Translator(nn.Identity(), to="B", channels=(3, 3), resolution=16), jobs)
    assert not done.written
    return done.left_out[0].reason


def stylised(path: Path) -> str:
    save_file(SqueezeNet().state_dict(), path.parent / "squeeze.safetensors")
    settings, weights = StyleSettings(size=64, steps=1), path.parent / "squeeze.safetensors"
    with pytest.raises(StyliseError) as refusal:
        stylise(StyleWish(path, (StylePicture(path),), settings, weights, "cpu"), TaskProgress(lambda *_: None))
    return str(refusal.value)


DOORS: list[Callable[[Path], str]] = [prepared, projected, previewed, translated, stylised]


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_that_no_door_lets_a_picture_take_more_time_than_the_others(door, tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MOST_SECONDS", QUICK)
    before = _of_children()
    assert limits.TOO_SLOW in door(write_many_scans(tmp_path / "scans.jpg"))
    assert _of_children() - before < 4 * QUICK + 4  # the start of two processes is in it


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_that_no_door_lets_a_picture_take_more_memory_than_the_others(door, tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MOST_MEMORY", 200 * 2**20)
    assert limits.TOO_LARGE in door(of_many_bytes(tmp_path / "deep.png"))


@pytest.mark.skipif(not video.available(), reason="PyAV is not installed")
def test_that_a_frame_of_a_video_takes_no_more_time_than_a_picture(tmp_path, monkeypatch):
    noise = np.random.default_rng(0).integers(0, 256, (1200, 1600, 3), dtype=np.uint8)
    with open(tmp_path / "clip.mp4", "wb") as file:
        video.write_mp4(file, [noise] * 2, Fraction(10))
    monkeypatch.setattr(limits, "MOST_SECONDS", 0.01)
    jobs, _ = plan([tmp_path / "clip.mp4"], tmp_path / "out")
    done = translate_files(Translator(nn.Identity(), to="B", channels=(3, 3), resolution=16), jobs)
    assert [left.reason for left in done.left_out] == [limits.TOO_SLOW]
    assert previewed(tmp_path / "clip.mp4") == limits.TOO_SLOW


@pytest.mark.slow
def test_that_thousands_of_scans_end_by_the_processors_own_seconds(tmp_path):
    """By the real limit, among others that are read."""
    before = _of_children()
    for number in range(40):
        Image.new("RGB", (40, 40), (6 * number, 0, 0)).save(tmp_path / f"{number}.png")
    write_many_scans(tmp_path / "scans.jpg", 2000)
    report = prepare([tmp_path], Preparation(held_out=0.0, duplicates="keep"), 16).report
    assert report.used == 40
    assert [(left.name, left.reason) for left in report.left_out] == [("scans.jpg", limits.TOO_SLOW)]
    assert _of_children() - before < 3 * limits.MOST_SECONDS  # once among others, once alone


def test_that_a_reader_is_small_again_after_a_large_picture(tmp_path):
    Image.new("RGB", (12_000, 9_000), (9, 9, 9)).save(tmp_path / "large.jpg")
    Image.new("RGB", (8, 8)).save(tmp_path / "small.png")
    others = set(psutil.Process().children())
    with PictureReader() as reader:
        reader.whole(tmp_path / "large.jpg")
        reader.whole(tmp_path / "small.png")
        (child,) = set(psutil.Process().children()) - others
        assert child.memory_info().rss < limits.MEMORY_TO_GO


def test_that_no_door_has_a_limit_of_its_own():
    """Each stands in `limits`, and nowhere else in the way of a picture."""
    names = ("MOST_SECONDS", "MOST_MEMORY", "MOST_WAIT", "MEMORY_TO_GO")
    for module in (pool, worker, isolated_reader, reading_child, video_reader):
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        assert not [name for name in names if f"\n{name} =" in source], module


def _of_children() -> float:
    used = psutil.Process().cpu_times()
    return used.children_user + used.children_system
