"""The same tree gives the same set, however it comes; and a file is what its bytes say."""

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.images.cache import Prepared, prepare
from ganstudio.core.images.listing import Listing
from ganstudio.core.images.scan import scan
from ganstudio.core.images.survey import survey_images
from ganstudio.core.run import Preparation

PLAIN = Preparation(duplicates="keep", labels=True)


def png(seed: int, size: int = 24) -> bytes:
    file = io.BytesIO()
    cells = np.random.default_rng(seed).integers(0, 256, (6, 6, 3), dtype=np.uint8)
    Image.fromarray(cells).resize((size, size), Image.Resampling.NEAREST).save(file, "PNG")
    return file.getvalue()


def idx(array: np.ndarray) -> bytes:
    return struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.astype(np.uint8).tobytes()


def stack(pages: int, *, first: int = 0) -> bytes:
    file = io.BytesIO()
    pictures = [Image.open(io.BytesIO(png(first + number))).convert("L") for number in range(pages)]
    pictures[0].save(file, "TIFF", save_all=True, append_images=pictures[1:])
    return file.getvalue()


def array_file(array: np.ndarray) -> bytes:
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


DIGITS = np.random.default_rng(0).integers(0, 256, (7, 12, 12), dtype=np.uint8)
TREE: dict[str, bytes] = {
    **{f"roses/{number:02d}.png": png(number) for number in range(5)},
    **{f"tulips/b/{number:02d}.png": png(50 + number) for number in range(4)},
    "tulips/a-stack.tif": stack(3, first=80),
    "\u00e4pfel/gr\u00fcn.png": png(90),
    "digits/train-images-idx3-ubyte.gz": gzip.compress(idx(DIGITS)),
    "digits/train-labels-idx1-ubyte.gz": gzip.compress(idx(np.arange(7) % 3)),
    "arrays/images.npy": array_file(DIGITS[:3]),
    "arrays/labels.npy": array_file(np.arange(3)),
    ".ipynb_checkpoints/0-checkpoint.png": png(100),
    "roses/.thumbnails/0.png": png(101),
    "@eaDir/0.png/SYNOPHOTO_THUMB_M.png": png(102),
    "__MACOSX/._0.png": png(103),
    "roses/.DS_Store": b"x",
    "roses/Thumbs.db": b"x",
    "my-run/settings.json": b"{}",
    "my-run/events.jsonl": b"",
    "my-run/samples/000000010.png": png(104),
    "notes.txt": b"nothing to see",
}
USED = 5 + 4 + 3 + 1 + 7 + 3


def as_folder(folder: Path) -> Path:
    for name, content in TREE.items():
        path = folder / "tree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "tree"


def as_zip(folder: Path, *, system: int = 3, wrap: str = "", flag: bool = True, part: str = "/") -> Path:
    path = folder / "tree.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in TREE.items():
            entry = zipfile.ZipInfo("x")
            entry.filename = (wrap + name).replace("/", part)
            entry.create_system = system
            archive.writestr(entry, content)
    if not flag:  # as programs write it that put UTF-8 into names and forget to say so
        raw = path.read_bytes()
        for magic, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            start = raw.find(magic)
            while start >= 0:
                bits = struct.unpack_from("<H", raw, start + at)[0] & ~0x800
                raw = raw[: start + at] + struct.pack("<H", bits) + raw[start + at + 2 :]
                start = raw.find(magic, start + 4)
        path.write_bytes(raw)
    return path


def as_tar(folder: Path, mode: str) -> Path:
    path = folder / "tree.tar.gz"  # whatever it is packed with: the bytes tell
    with tarfile.open(path, f"w:{mode}") as archive:
        for name, content in TREE.items():
            entry = tarfile.TarInfo(f"./{name}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return path


FORMS: dict[str, Callable[[Path], Path]] = {
    "zip": as_zip,
    "zip with one folder around it": lambda folder: as_zip(folder, wrap="data/"),
    "zip of Windows": lambda folder: as_zip(folder, system=0, part="\\"),
    "zip without the mark of UTF-8": lambda folder: as_zip(folder, flag=False),
    "tar": lambda folder: as_tar(folder, ""),
    "tar.gz": lambda folder: as_tar(folder, "gz"),
    "tar.bz2": lambda folder: as_tar(folder, "bz2"),
    "tar.xz": lambda folder: as_tar(folder, "xz"),
}


def prepared(source: Path, cache: Path) -> Prepared:
    return prepare([source], PLAIN, 16, cache_dir=cache, workers=1)


def endings(made: Prepared, form: str) -> list[str]:
    """The names below the folder or the archive."""
    return [name.split("tree.zip/")[-1].split("tree.tar.gz/")[-1].removeprefix("data/") for name in made.names]


@pytest.mark.parametrize("form", FORMS)
def test_that_the_same_tree_gives_the_same_set(form, tmp_path):
    """Pictures, order, classes, labels and pixels: as the folder has them."""
    folder = prepared(as_folder(tmp_path), tmp_path / "cache")
    other = prepared(FORMS[form](tmp_path), tmp_path / "cache")
    assert len(folder.names) == USED
    assert endings(other, form) == folder.names
    assert other.classes == folder.classes
    assert other.labels.tolist() == folder.labels.tolist()
    assert (other.pixels == folder.pixels).all()
    for report in (folder.report, other.report):
        assert any("training run" in left.reason for left in report.left_out)
    assert survey_images([tmp_path / "tree"], PLAIN).count == USED + 1  # the text is judged when it is decoded


# A file is what its bytes say ----------------------------------------------------------------------------------------


def test_that_a_damaged_archive_that_is_fetched_once_more_is_read_whole(tmp_path):
    """The list of a zip has the sums of what should be there: what could not be read says nothing of the next one."""
    packed, archive = io.BytesIO(), tmp_path / "set.zip"
    with zipfile.ZipFile(packed, "w") as writing:
        for number in range(4):
            writing.writestr(f"{number}.png", png(number))
    whole = packed.getvalue()
    archive.write_bytes(whole[:60] + bytes(8) + whole[68:])
    damaged = prepared(archive, tmp_path / "cache").report
    assert (damaged.used, damaged.left_out[0].reason) == (3, "unreadable: the archive is damaged here")
    archive.write_bytes(whole)
    assert prepared(archive, tmp_path / "cache").report.used == 4


def test_that_a_tar_in_the_place_of_another_is_read_anew(tmp_path):
    """Entries of one date, one name and one size, as tools write them: another tar holds other pictures."""
    archive = tmp_path / "set.tar"
    for first in (0, 100):
        with tarfile.open(archive, "w") as writing:
            for number in range(3):
                image = io.BytesIO()
                Image.fromarray(np.random.default_rng(first + number).integers(0, 256, (24, 24, 3), np.uint8)).save(
                    image, "BMP"
                )
                entry = tarfile.TarInfo(f"{number}.bmp")
                entry.size = len(image.getvalue())
                writing.addfile(entry, io.BytesIO(image.getvalue()))
        seen = np.array(prepared(archive, tmp_path / "cache").pixels)
        if first == 0:
            before = seen
    assert not np.array_equal(before, seen)


def listed(folder: Path) -> Listing:
    return scan([folder])


@pytest.mark.parametrize("images", [bytes, gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("name", ["train-images-idx3-ubyte", "train-images-idx3-ubyte.gz", "t-images.idx3"])
def test_that_packed_or_not_is_told_by_the_bytes(images, name, tmp_path):
    (tmp_path / name).write_bytes(images(idx(DIGITS)))
    (tmp_path / name.replace("images", "labels").replace("idx3", "idx1")).write_bytes(images(idx(np.arange(7) % 3)))
    made = prepare(
        [tmp_path / name], Preparation(duplicates="keep", labels=True, colour="grey"), 12, cache_dir=tmp_path
    )
    assert made.classes == ("0", "1", "2")
    by_name = dict(zip([name.rpartition("/")[2] for name in made.names], made.pixels, strict=True))
    assert all((by_name[f"{number:05d}"][..., 0] == DIGITS[number]).all() for number in range(7))


def test_that_emnist_stands_upright(tmp_path):
    (tmp_path / "emnist-letters-train-images-idx3-ubyte").write_bytes(idx(DIGITS.transpose(0, 2, 1)))
    made = prepare([tmp_path], Preparation(duplicates="keep", colour="grey"), 12, cache_dir=tmp_path / "cache")
    assert (made.pixels[..., 0] == DIGITS).all()
    assert any("EMNIST" in sentence for sentence in made.report.advice)


@pytest.mark.parametrize(
    ("array", "count"),
    [
        (np.zeros((5, 12, 12), np.uint8), 5),
        (np.zeros((5, 12, 12, 3), np.uint8), 5),
        (np.zeros((5, 3, 12, 12), np.uint8), 5),
        (np.zeros((12, 12), np.float32), 1),
        (np.zeros((12, 12, 3), np.uint8), 1),
        (np.zeros((9, 784), np.uint8), 9),
        (np.zeros((5, 12, 12), bool), 5),
        (np.zeros((5, 12, 12, 1), np.uint16), 5),
    ],
)
def test_that_arrays_of_pictures_are_read(array, count, tmp_path):
    (tmp_path / "a.npy").write_bytes(array_file(array))
    np.savez_compressed(tmp_path / "b.npz", x_train=array, y_train=np.arange(count) % 2)
    made = prepare([tmp_path], Preparation(duplicates="keep"), 12, cache_dir=tmp_path / "cache")
    assert len(made.names) == 2 * count
    assert made.report.left_out == []
    labels = [file.place.label for file in listed(tmp_path).files if "b.npz" in file.name]
    assert labels == [str(number % 2) for number in range(count)]


def test_that_the_numbers_of_an_array_are_those_that_are_seen(tmp_path):
    first = np.random.default_rng(0).integers(0, 256, (4, 3, 16, 16), dtype=np.uint8)
    (tmp_path / "first.npy").write_bytes(array_file(first))
    (tmp_path / "second.npy").write_bytes(array_file(first.transpose(0, 2, 3, 1) / np.float32(255)))
    made = prepare([tmp_path], Preparation(duplicates="keep"), 16, cache_dir=tmp_path / "cache")
    assert (made.pixels[:4] == first.transpose(0, 2, 3, 1)).all()
    assert (made.pixels[4:] == made.pixels[:4]).all()


def test_that_an_array_of_objects_is_refused_as_the_code_that_it_is(tmp_path):
    np.save(tmp_path / "objects.npy", np.array([{}, "x"], dtype=object), allow_pickle=True)
    assert "program code" in listed(tmp_path).left_out[0].reason


def test_that_every_page_of_a_stack_is_a_picture_but_no_smaller_copy(tmp_path):
    (tmp_path / "stack.tif").write_bytes(stack(60))
    file, pages = io.BytesIO(), [Image.open(io.BytesIO(png(number))) for number in range(2)]
    preview = pages[1].resize((8, 8))
    preview.encoderinfo = {"tiffinfo": {254: 1}}
    pages[0].save(file, "TIFF", save_all=True, append_images=[preview])
    (tmp_path / "with-preview.tif").write_bytes(file.getvalue())
    names = [entry.name for entry in listed(tmp_path).files]
    assert len(names) == 61
    assert names[-1] == "with-preview.tif"
    made = prepare([tmp_path], Preparation(duplicates="keep"), 16, cache_dir=tmp_path / "cache")
    assert len({rows.tobytes() for rows in made.pixels}) >= 60


def dng() -> bytes:
    """As cameras write: a small preview first, the sensor's page inside."""
    file = io.BytesIO()
    Image.new("RGB", (160, 120)).save(file, "TIFF", tiffinfo={50706: b"\1\4\0\0"})
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.dng", dng(), "not developed: a camera's raw file (DNG), of which only a preview of 160 x 120 px"),
        ("a.heic", b"\0\0\0\x1cftypmif1\0\0\0\0mif1heicmiaf", "a HEIC picture (install ganstudio[heif] to"),
        ("b.heic", b"\0\0\0\x18ftypheim\0\0\0\0mif1heim", "a HEIC picture"),
        ("a.jxl", b"\xff\x0a" + bytes(20) + b"x", "a JPEG XL picture"),
        ("a.mp4", b"\0\0\0\x18ftypisom\0\0\2\0isomavc1", "a video"),
        ("a.avi", b"RIFF\0\0\0\0AVI LIST", "a video"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it first"),
        ("a.rar", b"Rar!\x1a\7", "a RAR archive: unpack it first"),
        ("a.h5", b"\x89HDF\r\n", "an HDF5 file"),
        ("data_batch_1", b"\x80\x04\x95", "program code"),
        (".IMG_1.jpg.icloud", b"bplist00", "a cloud folder did not download"),
        ("IMG_2.jpg.nextcloud", b"1", "a cloud folder did not download"),
        ("IMG_3.jpg", bytes(4096), "only zeros"),
        ("a.docx", b"PK\3\4" + bytes(26) + b"[Content_Types].xml", "an archive or office document"),
        ("a.txt", b"some text", "not an image: its bytes are of no known kind"),
        ("a.png.gz", gzip.compress(png(1)), "packed with gzip"),
    ],
)
def test_that_what_cannot_be_read_is_named_for_what_it_is(name, content, said, tmp_path):
    (tmp_path / "data" / name).parent.mkdir()
    (tmp_path / "data" / name).write_bytes(content)
    (tmp_path / "data" / "z.png").write_bytes(png(1))
    made = prepare([tmp_path / "data"], Preparation(), 16, cache_dir=tmp_path / "cache", workers=1)
    assert [said in left.reason for left in made.report.left_out] == [True], made.report.left_out


def test_that_an_animation_says_that_only_its_first_picture_is_used(tmp_path):
    frames = [Image.open(io.BytesIO(png(number))) for number in range(3)]
    for kind in ("gif", "webp", "png"):
        frames[0].save(tmp_path / f"a.{kind}", save_all=True, append_images=frames[1:])
    report = prepare([tmp_path], Preparation(duplicates="keep"), 16, cache_dir=tmp_path / "cache").report
    assert "3 files with more pictures than the first, which alone is used." in report.advice


# Links ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def linked(tmp_path) -> Path:
    folder = tmp_path / "linked"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "1.png").write_bytes(png(1))
    (folder / "a" / "2.png").symlink_to(folder / "a" / "1.png")
    os.link(folder / "a" / "1.png", folder / "a" / "3.png")
    (folder / "b").symlink_to(folder / "a", target_is_directory=True)
    (folder / "a" / "up").symlink_to(folder, target_is_directory=True)
    return folder


def test_that_links_count_once_and_are_listed(linked):
    listing = scan([linked])
    assert [file.name for file in listing.files] == ["a/1.png"]
    assert {left.name: left.reason for left in listing.left_out} == {
        "a/2.png": "a link: the same file as a/1.png",
        "a/3.png": "a link: the same file as a/1.png",
        "a/up": "a link: the same folder as the one dropped",
        "b": "a link: the same folder as a",
    }


def test_that_links_are_kept_where_copies_are(linked, tmp_path):
    names = [file.name for file in scan([linked], every_link=True).files]
    assert names == ["a/1.png", "a/2.png", "a/3.png", "b/1.png", "b/2.png", "b/3.png"]
    made = prepare([linked], Preparation(duplicates="keep"), 16, cache_dir=tmp_path / "cache")
    assert len(made.names) == 6


def test_that_folders_full_of_links_to_each_other_end(tmp_path):
    """Each of twelve folders links to the next one twice: 4,096 ways lead to the last."""
    for number in range(12):
        (tmp_path / f"{number:02d}").mkdir()
    for number in range(11):
        for name in "xy":
            (tmp_path / f"{number:02d}" / name).symlink_to(tmp_path / f"{number + 1:02d}", target_is_directory=True)
    (tmp_path / "11" / "1.png").write_bytes(png(1))
    assert 1 <= len(scan([tmp_path], every_link=True).files) <= 64
    assert len(scan([tmp_path]).files) == 1
