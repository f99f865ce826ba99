"""IDX files and archives: read with their labels, and one that announces too much is refused before it is unpacked."""

import gzip
import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from ganstudio.core.images.cache import prepare
from ganstudio.core.images.duplicates import Copy, difference_hashes, find_copies
from ganstudio.core.images.idx import read_idx
from ganstudio.core.images.scan import scan
from ganstudio.core.run import Preparation

SHARED = Path(__file__).parents[4] / "shared" / "data"


def write_idx(path: Path, array: np.ndarray) -> None:
    content = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.astype(np.uint8).tobytes()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_that_idx_files_are_read_with_the_labels_beside_them(tmp_path, suffix):
    images = np.random.default_rng(0).integers(0, 256, (6, 10, 10))
    write_idx(tmp_path / f"train-images-idx3-ubyte{suffix}", images)
    write_idx(tmp_path / f"train-labels-idx1-ubyte{suffix}", np.array([2, 0, 1, 1, 0, 2]))
    source = tmp_path / f"train-images-idx3-ubyte{suffix}"
    preparation = Preparation(colour="grey", labels=True)
    prepared = prepare([source], preparation, 10, cache_dir=tmp_path / "cache")
    assert prepared.classes == ("0", "1", "2")
    assert prepared.labels.tolist() == [2, 0, 1, 1, 0, 2] or sorted(prepared.labels) == [0, 0, 1, 1, 2, 2]
    by_name = dict(zip(prepared.names, prepared.pixels, strict=True))
    for number, image in enumerate(images):
        assert (by_name[f"{source.name}/{number:05d}"][..., 0] == image).all()


@pytest.mark.parametrize(
    "content", [b"", b"\0\0\x08", struct.pack(">HBB3I", 0, 8, 3, 2**31, 2**31, 4), b"\0\0\x0d\x03" + bytes(99)]
)
def test_that_damaged_idx_files_are_one_line(tmp_path, content):
    (tmp_path / "t10k-images-idx3-ubyte").write_bytes(content)
    listing = scan([tmp_path])
    assert listing.files == []
    assert [left.name for left in listing.left_out] == ["t10k-images-idx3-ubyte"]


def memory_of_scanning(folder: Path) -> tuple[int, list[str]]:
    """Bytes that a scan takes at most in this process, and what it leaves out."""
    tracemalloc.start()
    try:
        listing = scan([folder])
        return tracemalloc.get_traced_memory()[1], [left.name for left in listing.left_out] + [
            file.name for file in listing.files
        ]
    finally:
        tracemalloc.stop()


def test_that_sixteen_bytes_announce_no_two_billion_images(tmp_path):
    (tmp_path / "t-images-idx3-ubyte").write_bytes(struct.pack(">HBB3I", 0, 8, 3, 2 * 10**9, 1, 1))
    memory, names = memory_of_scanning(tmp_path)
    assert (memory < 2**20, names) == (True, ["t-images-idx3-ubyte"])


def test_that_packed_labels_are_counted_before_they_are_unpacked(tmp_path):
    write_idx(tmp_path / "t-images-idx3-ubyte.gz", np.zeros((6, 10, 10)))
    with gzip.open(tmp_path / "t-labels-idx1-ubyte.gz", "wb", compresslevel=1) as file:
        file.write(struct.pack(">HBBI", 0, 8, 1, 2**26))
        for _ in range(64):
            file.write(bytes(2**20))
    memory, names = memory_of_scanning(tmp_path)
    assert memory < 4 * 2**20
    assert len(names) == 6


def test_that_a_zip_of_millions_is_counted_before_it_is_listed(tmp_path):
    """A list of contents of 3,000,000 entries would take gigabytes: its end says how many there are."""
    with open(tmp_path / "many.zip", "wb") as file:
        file.truncate(300 * 2**20)
        file.seek(0, 2)
        wide = struct.pack("<4sQHHLLQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, 3 * 10**6, 3 * 10**6, 150 * 2**20, 0)
        locator = struct.pack("<4sLQL", b"PK\6\7", 0, 300 * 2**20, 1)
        file.write(wide + locator + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 2**32 - 1, 2**32 - 1, 0))
    memory, names = memory_of_scanning(tmp_path)
    assert (memory < 2**20, names) == (True, ["many.zip"])


def test_that_a_short_idx_file_costs_only_its_images(tmp_path, pictures):
    (pictures / "t-images-idx3-ubyte").write_bytes(struct.pack(">HBB3I", 0, 8, 3, 5, 20, 20) + bytes(100))
    report = prepare([pictures], Preparation(), 16, cache_dir=tmp_path / "cache").report
    assert report.used == 12
    assert len(report.left_out) == 5


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the real images are not here")
def test_that_different_garments_are_not_taken_for_copies():
    with open(SHARED / "fashion_mnist_idx" / "t10k-images-idx3-ubyte.gz", "rb") as file:
        shape, content = read_idx(file)
    pixels = np.frombuffer(content, dtype=np.uint8).reshape(*shape, 1)
    hashes = [difference_hash for block in np.split(pixels, 20) for difference_hash in difference_hashes(block)]
    digests = [picture.tobytes().hex() for picture in pixels]
    copies = find_copies(digests, hashes, lambda some: pixels[some], near=True)
    assert copies == {copy: Copy(original, False) for copy, (original, _) in copies.items()}  # none is exact
    assert len(copies) <= 2  # one pair of trousers was photographed twice
