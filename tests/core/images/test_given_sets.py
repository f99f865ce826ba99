"""Data sets in the forms that they are handed out in: CIFAR's batches read as data, WebDataset's tars with labels."""

import io
import json
import pickle
import struct
import tarfile
from pathlib import Path

import numpy as np
import pytest

from ganstudio.core.images.cache import prepare
from ganstudio.core.images.scan import scan
from ganstudio.core.pixels import as_image
from ganstudio.core.run import Preparation

LABELLED = Preparation(labels=True, duplicates="keep")


def text(value: str) -> bytes:
    return b"U" + bytes([len(value)]) + value.encode()


def array(pixels: np.ndarray) -> bytes:
    """As the Python 2 pickled it that CIFAR was made with."""
    content = pixels.tobytes()
    shape = b"".join(b"M" + struct.pack("<H", side) for side in pixels.shape)
    return (
        b"cnumpy.core.multiarray\n_reconstruct\nq\x07cnumpy\nndarray\nq\x08K\x00\x85q\x09U\x01bq\n\x87q\x0bRq\x0c"
        b"(K\x01" + shape + b"\x86q\rcnumpy\ndtype\nq\x0eU\x02u1q\x0fK\x00K\x01\x87q\x10Rq\x11(K\x03U\x01|q\x12NNN"
        b"J\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tq\x13b\x89T" + struct.pack("<I", len(content)) + content + b"tq\x14b"
    )


def numbers(labels: list[int]) -> bytes:
    return b"](" + b"".join(b"K" + bytes([label]) for label in labels) + b"e"


def batch(pixels: np.ndarray, labels: list[int], key: str = "labels") -> bytes:
    """A batch of CIFAR as Python 2 wrote it."""
    fields = text("batch_label") + text("training batch 1 of 5") + text(key) + numbers(labels)
    return b"\x80\x02}q\x01(" + fields + text("data") + array(pixels) + b"u."


def meta(key: str, names: list[str]) -> bytes:
    return b"\x80\x02}q\x01" + text(key) + b"](" + b"".join(map(text, names)) + b"es."


PIXELS = np.random.default_rng(0).integers(0, 256, (4, 3072), dtype=np.uint8)
SEEN = PIXELS.reshape(4, 3, 32, 32).transpose(0, 2, 3, 1)


def prepared(source: Path, cache: Path, resolution: int = 32):
    return prepare([source], LABELLED, resolution, cache_dir=cache)


def classes_of(prepared) -> list[str]:
    return [prepared.classes[label] for label in prepared.labels]


@pytest.mark.parametrize(("key", "names"), [("labels", "label_names"), ("fine_labels", "fine_label_names")])
def test_that_batches_of_cifar_are_read_as_data(tmp_path, key, names):
    folder = tmp_path / "cifar"
    folder.mkdir()
    (folder / "data_batch_1").write_bytes(batch(PIXELS, [2, 0, 1, 2], key))
    (folder / "batches.meta").write_bytes(meta(names, ["plane", "car", "bird"]))
    images = prepared(folder, tmp_path / "cache")
    assert classes_of(images) == ["bird", "plane", "car", "bird"]
    assert (images.pixels == SEEN).all()
    assert images.report.left_out == []


def test_that_a_packed_archive_of_batches_is_read_as_it_is_downloaded(tmp_path):
    entries = [("data_batch_1", batch(PIXELS, [0, 1, 0, 1])), ("batches.meta", meta("label_names", ["a", "b"]))]
    inside = [(f"cifar-10-batches-py/{name}", content) for name, content in entries]
    images = prepared(shard(tmp_path / "cifar-10-python.tar.gz", inside), tmp_path / "cache")
    assert classes_of(images) == ["a", "b", "a", "b"]
    assert (images.pixels == SEEN).all()


@pytest.mark.parametrize("head", [1, 2])
def test_that_batches_in_binary_are_read_with_the_finer_class(tmp_path, head):
    rows = [bytes([9, label][-head:]) + row.tobytes() for label, row in zip([3, 1, 3, 0], PIXELS, strict=True)]
    (tmp_path / "train.bin").write_bytes(b"".join(rows))
    images = prepared(tmp_path / "train.bin", tmp_path / "cache")
    assert classes_of(images) == ["3", "1", "3", "0"]
    assert (images.pixels == SEEN).all()


class Trap:
    """Runs when it is unpickled."""

    def __reduce__(self):
        return Path.touch, (Path("sprung"),)


UNBUILT = (
    b"\x80\x02}(U\x04datacnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85U\x01b\x87R"
    b"U\x06labels](K\x01eu."
)
"""An array that is asked for, and never told its shape."""


@pytest.mark.parametrize(
    "content",
    [
        pickle.dumps({"data": Trap(), "labels": [0]}, protocol=2),
        pickle.dumps({"data": np.zeros((1, 3072)), "labels": [0]}, protocol=4),
        batch(PIXELS, [0, 1, 2, 3]).replace(b"cnumpy\ndtype", b"cos\nsystem\0"),
        batch(PIXELS, [0, 1]),
        batch(PIXELS[:, :3000], [0, 1, 2, 3]),
        b"\x80\x02" + b"](h\x00" * 1000,
        UNBUILT,
        b"\x80\x02}q\x01" + b"T\xff\xff\xff\x7f",
    ],
)
def test_that_any_other_pickle_is_no_picture_and_runs_nothing(tmp_path, monkeypatch, content):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "data_batch_1").write_bytes(content)
    (tmp_path / "in" / "b.png").write_bytes(png(0))
    images = prepare([tmp_path / "in"], Preparation(), 16, cache_dir=tmp_path / "cache")
    assert [left.reason for left in images.report.left_out] == [
        "not an image: a Python pickle, which is program code and is not opened"
    ]
    assert not (tmp_path / "sprung").exists()


def test_that_a_batch_that_is_cut_off_says_so(tmp_path):
    (tmp_path / "data_batch_1").write_bytes(batch(PIXELS, [0, 1, 2, 3])[:9000])
    (left,) = scan([tmp_path]).left_out
    assert left.reason.startswith("truncated")


def png(number: int) -> bytes:
    file = io.BytesIO()
    as_image(np.random.default_rng(number).integers(0, 256, (16, 16, 3), dtype=np.uint8)).save(file, "PNG")
    return file.getvalue()


def shard(path: Path, entries: list[tuple[str, bytes]]) -> Path:
    with tarfile.open(path, "w:gz" if path.suffix == ".gz" else "w") as archive:
        for name, content in entries:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return path


@pytest.mark.parametrize("name", ["set-000000.tar", "set-000000.tar.gz"])
def test_that_a_webdataset_gives_its_pictures_with_their_labels(tmp_path, name):
    entries = [
        (f"{n:03d}.{ending}", content)
        for n in range(4)
        for ending, content in [("png", png(n)), ("cls", b"%d\n" % (n % 2)), ("txt", b"a caption")]
    ]
    images = prepared(shard(tmp_path / name, entries), tmp_path / "cache", 16)
    assert classes_of(images) == ["0", "1", "0", "1"]
    assert images.report.left_out == []


def test_that_names_of_classes_count_before_their_numbers(tmp_path):
    entries = [
        (f"{n}.{ending}", content)
        for n in range(4)
        for ending, content in [
            ("cls", b"%d" % (n % 2)), ("json", json.dumps({"label": ["cat", "dog"][n % 2]}).encode()), ("png", png(n)),
        ]
    ]  # fmt: skip
    images = prepared(shard(tmp_path / "a.tar", entries), tmp_path / "cache", 16)
    assert classes_of(images) == ["cat", "dog", "cat", "dog"]


def test_that_texts_that_say_no_class_change_nothing(tmp_path):
    odd = [b"", b"\xff" * 200, b"[" * 50_000, b'{"label": {}}', json.dumps({"label": "x" * 500}).encode()]
    entries = [
        (f"{n}.{ending}", content)
        for n, said in enumerate(odd)
        for ending, content in [("png", png(n)), ("json", said)]
    ]
    images = prepare([shard(tmp_path / "a.tar", entries)], Preparation(), 16, cache_dir=tmp_path / "cache")
    assert images.report.used == len(odd)
    assert images.report.left_out == []
