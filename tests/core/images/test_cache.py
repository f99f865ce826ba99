"""Preparing folders: only what is new is decoded, what changes on the disk does no harm, and the report is right."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.environment import keep_cache_in
from ganstudio.core.images import cache, pool, store
from ganstudio.core.images.cache import Cancelled, ImagesError, Prepared, prepare
from ganstudio.core.images.decode import prepare_image
from ganstudio.core.run import Preparation
from ganstudio.scores.fetch import INCEPTION
from tests.core.images.test_decode import png_of

PLAIN = Preparation()


class Prepare:
    """Prepares a folder again and again with one cache, and counts what had to be decoded."""

    def __init__(self, cache_dir: Path) -> None:
        self.cache_dir = cache_dir
        self.decoded = 0

    def __call__(self, *sources: Path, preparation: Preparation = PLAIN, resolution: int = 16) -> Prepared:
        self.decoded = 0
        return prepare(sources, preparation, resolution, cache_dir=self.cache_dir, on_progress=self._count)

    def _count(self, done: int, total: int) -> None:
        assert done <= total
        self.decoded = done


@pytest.fixture
def again(tmp_path: Path) -> Prepare:
    return Prepare(tmp_path / "cache")


def test_that_every_picture_is_prepared_in_the_order_of_names(again, pictures):
    prepared = again(pictures)
    assert prepared.names == [f"a-{number:02d}.png" for number in range(12)]
    assert prepared.pixels.shape == (12, 16, 16, 3)
    for name, pixels in zip(prepared.names, prepared.pixels, strict=True):
        assert (prepare_image(pictures / name, PLAIN, 16) == pixels).all()


def test_that_an_unchanged_folder_is_not_decoded_again(again, pictures):
    first = again(pictures)
    assert again.decoded == 12
    second = again(pictures)
    assert again.decoded == 0
    assert (first.pixels == second.pixels).all()
    assert first.report == second.report


def test_that_only_new_and_changed_files_are_decoded(again, pictures, draw):
    before = again(pictures)
    draw(pictures / "a-03.png", 103)
    draw(pictures / "b.png", 104)
    (pictures / "a-07.png").unlink()
    after = again(pictures)
    assert again.decoded == 2
    assert after.names == sorted({*before.names, "b.png"} - {"a-07.png"})
    for name, pixels in zip(after.names, after.pixels, strict=True):
        assert (prepare_image(pictures / name, PLAIN, 16) == pixels).all()


def test_that_a_removed_file_leaves_the_opened_images_alone(again, pictures):
    before = again(pictures)
    content = before.pixels.copy()
    (pictures / "a-00.png").unlink()
    again(pictures)
    assert (before.pixels == content).all()


def test_that_a_repaired_file_is_used(again, pictures, draw):
    (pictures / "broken.png").write_bytes(b"\x89PNG")
    assert again(pictures).report.left_out == [("broken.png", "unreadable: the file is damaged")]
    again(pictures)
    assert again.decoded == 0
    draw(pictures / "broken.png", 200)
    assert again(pictures).report.left_out == []


def test_that_every_size_and_colour_has_its_own_cache(again, pictures):
    again(pictures)
    assert again(pictures, resolution=8).pixels.shape == (12, 8, 8, 3)
    assert again(pictures, preparation=Preparation(colour="grey")).pixels.shape == (12, 16, 16, 1)
    again(pictures)
    assert again.decoded == 0


def test_that_copies_are_left_out_by_name_and_come_back_without_decoding(again, pictures):
    shutil.copy(pictures / "a-05.png", pictures / "z-copy.png")
    Image.open(pictures / "a-06.png").save(pictures / "z-again.jpg", quality=90)
    left_out = dict(again(pictures).report.left_out)
    assert left_out == {"z-copy.png": "exact duplicate of a-05.png", "z-again.jpg": "near duplicate of a-06.png"}
    assert len(again(pictures, preparation=Preparation(duplicates="exact")).pixels) == 13
    assert len(again(pictures, preparation=Preparation(duplicates="keep")).pixels) == 14
    assert again.decoded == 0


def test_that_folders_become_classes(again, tmp_path, draw):
    for number, name in enumerate(("dogs/1.png", "cats/2.png", "cats/deep/3.png", "stray.png")):
        draw(tmp_path / "set" / name, number)
    prepared = again(tmp_path / "set", preparation=Preparation(labels=True))
    assert prepared.classes == ("cats", "dogs")
    assert prepared.names == ["cats/2.png", "cats/deep/3.png", "dogs/1.png"]
    assert prepared.labels.tolist() == [0, 0, 1]
    assert prepared.report.left_out == [("stray.png", "lies in no class folder")]
    assert again(tmp_path / "set").classes == ()


def test_that_an_archive_is_read_like_a_folder(again, tmp_path, pictures):
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
        for path in sorted(pictures.iterdir()):
            archive.write(path, f"inner/{path.name}")
        archive.writestr("inner/readme.txt", "hello")
        archive.writestr("../../../escape.txt", "hello")
    prepared = again(tmp_path / "set.zip")
    assert prepared.names[0] == "set.zip/inner/a-00.png"
    assert (prepared.pixels == again(pictures).pixels).all()
    assert {left.name for left in prepared.report.left_out} == {
        "set.zip/inner/readme.txt",
        "set.zip/../../../escape.txt",
    }
    assert sorted(os.listdir(tmp_path)) == ["cache", "pictures", "set.zip"]


def test_that_a_damaged_entry_of_an_archive_is_listed(again, tmp_path, pictures):
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
        for path in sorted(pictures.iterdir()):
            archive.write(path, path.name)
    content = bytearray((tmp_path / "set.zip").read_bytes())
    content[content.find(b"IDAT") + 20] ^= 255
    (tmp_path / "set.zip").write_bytes(bytes(content))
    report = again(tmp_path / "set.zip").report
    assert report.used == 11
    assert report.left_out == [("set.zip/a-00.png", "unreadable: the archive is damaged here")]


def test_that_odd_names_are_used(again, tmp_path, draw):
    template = draw(tmp_path / "one.png", 5).read_bytes()
    folder = os.fsencode(tmp_path / "odd")
    os.mkdir(folder)
    for name in (b"bad\xff.png", b"new\nline.png", b"n" * 251 + b".png"):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(template)
    prepared = again(tmp_path / "odd", preparation=Preparation(duplicates="keep"))
    assert {"bad\\xff.png", "new\\nline.png"} <= set(prepared.names)
    assert prepared.report.used == 3
    json.dumps(prepared.report.to_json()).encode()


@pytest.mark.parametrize("count", [1, 2])
def test_that_few_pictures_are_used_with_a_warning(again, tmp_path, draw, count):
    for number in range(count):
        draw(tmp_path / "few" / f"{number}.png", number)
    report = again(tmp_path / "few").report
    assert report.used == count
    assert report.advice[0].startswith(f"Only {count} image")


def test_that_the_report_knows_sizes_grey_and_what_to_advise(again, tmp_path, draw):
    for number in range(3):
        draw(tmp_path / "set" / f"{number}.png", number, (20 + number, 30 + number))
        grey = Image.open(tmp_path / "set" / f"{number}.png").convert("L")
        grey.save(tmp_path / "set" / f"{number}.png")
    report = again(tmp_path / "set", resolution=64).report
    assert report.sizes == ((20, 30), (21, 31), (22, 32))
    assert report.grey == 3
    assert any("learn in grey" in sentence for sentence in report.advice)
    assert any("smaller than 64 px" in sentence for sentence in report.advice)


def test_that_an_empty_folder_gets_one_sentence(again, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(ImagesError, match=r"empty holds no images\. Choose a folder with"):
        again(tmp_path / "empty")


def test_that_a_folder_without_pictures_gets_one_sentence(again, tmp_path):
    (tmp_path / "texts").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "texts" / name).write_text("hello")
    with pytest.raises(
        ImagesError, match=r"texts holds no usable images: all 2 files were left out \(the first: a\.txt"
    ):
        again(tmp_path / "texts")


def test_that_a_gigantic_picture_is_refused_from_its_header(again, pictures):
    (pictures / "huge.png").write_bytes(png_of(30_000, 30_000))
    left_out = again(pictures).report.left_out
    assert left_out == [("huge.png", "too large: 30000 x 30000 px, at most 64 million pixels can be read")]


def test_that_cancelling_is_quick_and_leaves_nothing(tmp_path, draw):
    first = draw(tmp_path / "many" / "000.png", 0, (900, 900))
    for number in range(1, 60):
        shutil.copy(first, first.with_name(f"{number:03d}.png"))
    asked_at = 0.0

    def cancelled() -> bool:
        nonlocal asked_at
        busy = any((tmp_path / "cache").rglob("*.tmp"))
        asked_at = asked_at or (time.monotonic() if busy else 0.0)
        return busy

    with pytest.raises(Cancelled):
        prepare([tmp_path / "many"], PLAIN, 64, cache_dir=tmp_path / "cache", cancelled=cancelled)
    assert time.monotonic() - asked_at < 2  # 0.2 s on a machine that does nothing else
    assert [path for path in (tmp_path / "cache").rglob("*") if path.is_file()] == []
    assert not [thread for thread in threading.enumerate() if thread.name == "decoding"]


def test_that_a_full_disk_is_told_before_anything_is_decoded(again, pictures, monkeypatch):
    monkeypatch.setattr(store.shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(10, 10, 0))
    with pytest.raises(ImagesError, match="0 MB free"):
        again(pictures)
    assert again.decoded == 0


def test_that_a_cache_that_cannot_be_written_is_named(pictures, tmp_path):
    (tmp_path / "cache").write_text("not a folder")
    with pytest.raises(ImagesError, match="cache"):
        prepare([pictures], PLAIN, 16, cache_dir=tmp_path / "cache")


@pytest.mark.parametrize("place", ["home", "/proc/home"], ids=["a file", "where no folder can be made"])
@pytest.mark.skipif(sys.platform != "linux", reason="another place for the cache")
def test_that_a_home_that_cannot_be_written_names_another_place_for_the_cache(pictures, tmp_path, monkeypatch, place):
    (tmp_path / "home").write_text("a file where a folder is needed")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / place))
    with pytest.raises(ImagesError, match=r"home.*`ganstudio --cache FOLDER \.\.\.`, or in the settings\.$"):
        prepare([pictures], PLAIN, 16)
    monkeypatch.setenv("GANSTUDIO_CACHE", "")
    keep_cache_in(str(tmp_path / "elsewhere"))
    prepare([pictures], PLAIN, 16)
    assert list((tmp_path / "elsewhere").rglob("index.json"))
    assert INCEPTION.place.is_relative_to(tmp_path / "elsewhere")


DAMAGES: dict[str, Callable[[Path, Path], object]] = {
    "cut the pixels": lambda index, pixels: pixels.write_bytes(pixels.read_bytes()[:-1]),
    "remove the pixels": lambda index, pixels: pixels.unlink(),
    "empty the index": lambda index, pixels: index.write_bytes(b""),
    "garble the index": lambda index, pixels: index.write_text('{"entries": [[1, 2]], "shape": 5}'),
    "point outside": lambda index, pixels: index.write_text(index.read_text().replace(pixels.name, "../../x.npy")),
}


def test_that_a_damaged_cache_is_made_anew(again, pictures):
    content = again(pictures).pixels.copy()
    for damage in DAMAGES.values():
        damage(next(again.cache_dir.rglob("index.json")), next(again.cache_dir.rglob("*.npy")))
        assert (again(pictures).pixels == content).all()
        assert again.decoded == 12
        for leftover in again.cache_dir.rglob("*.npy"):
            if leftover.name not in next(again.cache_dir.rglob("index.json")).read_text():
                leftover.unlink()  # kept for an hour: it might have been another program's


PROGRAM = """
import sys
from pathlib import Path
from ganstudio.core.images.cache import prepare
from ganstudio.core.run import Preparation
prepared = prepare([sys.argv[1]], Preparation(), 16, cache_dir=Path(sys.argv[2]))
print(len(prepared.pixels), int(prepared.pixels.sum()), *(name for name in ("torch", "PySide6") if name in sys.modules))
"""


def test_that_plain_scripts_without_a_guard_and_two_at_once_work(tmp_path, pictures):
    script = tmp_path / "script.py"
    script.write_text(PROGRAM)
    command = [sys.executable, str(script), str(pictures), str(tmp_path / "cache")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert len({out for out, _ in said}) == 1
    assert said[0][0].split()[0] == "12"
    assert len(said[0][0].split()) == 2  # neither torch nor Qt was imported


def test_that_a_killed_program_leaves_the_old_cache(again, tmp_path, pictures, draw):
    before = again(pictures).pixels.copy()
    first = draw(pictures / "n-000.png", 1000, (600, 600))
    for number in range(1, 200):
        shutil.copy(first, pictures / f"n-{number:03d}.png")
    command = [sys.executable, "-c", PROGRAM, str(pictures), str(again.cache_dir)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while not any(again.cache_dir.rglob("*.tmp")) and process.poll() is None:
            time.sleep(0.005)
        process.kill()
    for path in pictures.glob("n-*.png"):
        path.unlink()
    assert (again(pictures).pixels == before).all()
    assert again.decoded == 0


def test_that_a_worker_needs_neither_torch_nor_qt():
    program = "import sys, ganstudio.core.images.worker; print('torch' in sys.modules, 'PySide6' in sys.modules)"
    command = [sys.executable, "-c", program]
    assert subprocess.run(command, capture_output=True, text=True).stdout.split() == ["False", "False"]


def test_that_the_folder_may_vanish_while_its_images_are_in_use(again, pictures):
    prepared = again(pictures)
    shutil.rmtree(pictures)
    assert int(np.asarray(prepared.pixels).sum()) > 0


def test_that_progress_ends_at_the_total(tmp_path, pictures):
    seen: list[tuple[int, int]] = []
    note: Callable[[int, int], None] = lambda done, total: seen.append((done, total))  # noqa: E731
    prepare([pictures], PLAIN, 16, cache_dir=tmp_path / "cache", on_progress=note)
    assert seen[-1] == (12, 12)
    assert seen == sorted(seen)


def test_that_the_names_others_import_are_here():
    assert {"Cancelled", "ImagesError", "LeftOut", "Prepared", "CheckReport", "prepare"} <= set(dir(cache))
    assert pool.cores() >= 1


def test_that_a_fault_of_the_machine_is_forgotten_and_costs_no_new_cache(pictures, tmp_path, monkeypatch):
    """What could not be read for a passing reason is tried again at each opening; a cache that stays right stays."""
    real, asked = cache.decode_all, []

    def troubled(tasks, job, **known):
        asked.append(len(tasks))
        outcomes = real(tasks, job, **known)
        bad = [row for row, file, _ in tasks if file.file == "a-03.png"]
        return outcomes | {
            row: pool.DecodeResult("unreadable: Input/output error", True, 0, 0, "", "", None, 0, "", "") for row in bad
        }

    where = tmp_path / "cache"
    monkeypatch.setattr(cache, "decode_all", troubled)
    count = prepare([pictures], Preparation(), 16, cache_dir=where).report.used
    (index,) = where.rglob("index.json")
    written = index.read_bytes()
    prepare([pictures], Preparation(), 16, cache_dir=where)
    assert (asked[1:], index.read_bytes()) == ([1], written)
    monkeypatch.setattr(cache, "decode_all", real)
    assert prepare([pictures], Preparation(), 16, cache_dir=where).report.used == count + 1


def test_that_a_class_with_one_picture_is_named(tmp_path, draw):
    for number in range(3):
        draw(tmp_path / "set" / "cats" / f"{number}.png", number)
    draw(tmp_path / "set" / "dogs" / "0.png", 9)
    report = prepare([tmp_path / "set"], Preparation(labels=True), 16, cache_dir=tmp_path / "cache").report
    assert "The class dogs has only 1 image: all that can be learnt of it is to draw it again." in report.advice
    draw(tmp_path / "set" / "owls" / "0.png", 12)
    report = prepare([tmp_path / "set"], Preparation(labels=True), 16, cache_dir=tmp_path / "cache").report
    assert "dogs, owls have only 1 image each: all that can be learnt of them is to draw it again." in report.advice
