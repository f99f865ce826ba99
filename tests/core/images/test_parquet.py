"""Parquet tables: their pictures in order, their classes by name, and a sentence for every table that is none."""

import io
import json
from pathlib import Path

import numpy as np
import pytest

from ganstudio.core.images import limits, parquet
from ganstudio.core.images.cache import prepare
from ganstudio.core.images.scan import scan
from ganstudio.core.images.survey import survey_images
from ganstudio.core.pixels import as_image
from ganstudio.core.run import Preparation

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pq = pytest.importorskip("pyarrow.parquet")
LABELLED = Preparation(labels=True, duplicates="keep")
COUNT = 40
PIXELS = np.random.default_rng(0).integers(0, 256, (COUNT, 16, 24, 3), np.uint8)


def png(pixels: np.ndarray) -> bytes:
    file = io.BytesIO()
    as_image(pixels).save(file, "PNG")
    return file.getvalue()


CONTENTS = [png(pixels) for pixels in PIXELS]
ROWS = [{"bytes": content, "path": f"{number}.png"} for number, content in enumerate(CONTENTS)]
"""As Hugging Face's library keeps pictures."""
NAMES = {"info": {"features": {"label": {"names": ["cat", "dog", "owl"], "_type": "ClassLabel"}}}}


def written(path: Path, columns: dict, *, head: dict | None = None, rows: int = 12, **chosen) -> Path:
    table = pa.table(columns)
    if head:
        table = table.replace_schema_metadata({"huggingface": json.dumps(head)})
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, path, row_group_size=rows, **chosen)
    return path


def prepared(source: Path, tmp_path: Path, wanted: Preparation = LABELLED):
    return prepare([source], wanted, 16, cache_dir=tmp_path / "cache")


def classes_of(images) -> list[str]:
    return [images.classes[label] for label in images.labels]


def reason(source: Path) -> str:
    listing = scan([source])
    assert listing.files == []
    (left,) = listing.left_out
    return left.reason


def test_that_rows_are_pictures_with_the_classes_that_the_head_names(tmp_path):
    numbers = [n % 3 for n in range(COUNT)]
    images = prepared(written(tmp_path / "a.parquet", {"image": ROWS, "label": numbers}, head=NAMES), tmp_path)
    assert classes_of(images) == [["cat", "dog", "owl"][n % 3] for n in range(COUNT)]
    assert (images.pixels == PIXELS[:, :, 4:20]).all()
    assert images.names[0] == "a.parquet/00000"
    assert images.report.left_out == []


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (pa.array(["b", "a"] * 20), ["b", "a"]),
        (pa.array(["b", "a"] * 20).dictionary_encode(), ["b", "a"]),
        (pa.array([7, 3] * 20, pa.uint8()), ["7", "3"]),
    ],
)
def test_that_classes_are_words_or_numbers(tmp_path, labels, said):
    images = prepared(written(tmp_path / "a.parquet", {"class": labels, "img": CONTENTS}), tmp_path)
    assert classes_of(images) == said * 20
    assert (images.pixels == PIXELS[:, :, 4:20]).all()


def test_that_rows_without_a_class_have_none(tmp_path):
    odd = pa.array([0, None, -1, 1] * 10)
    listing = scan([written(tmp_path / "a.parquet", {"image": ROWS, "label": odd}, head=NAMES)])
    assert [file.place.label for file in listing.files] == ["cat", None, None, "dog"] * 10


def test_that_shards_in_folders_and_archives_are_one_set(tmp_path):
    import zipfile

    whole = written(tmp_path / "one" / "a.parquet", {"image": ROWS[:20], "label": ["x"] * 20})
    rest = written(tmp_path / "b.parquet", {"image": ROWS[20:], "label": ["y"] * 20})
    with zipfile.ZipFile(tmp_path / "one" / "b.zip", "w") as archive:
        archive.write(rest, "b.parquet")
    images = prepared(whole.parent, tmp_path)
    assert classes_of(images) == ["x"] * 20 + ["y"] * 20
    assert (images.pixels == PIXELS[:, :, 4:20]).all()


def test_that_the_size_is_known_before_pictures_are_decoded(tmp_path):
    survey = survey_images([written(tmp_path / "a.parquet", {"image": ROWS, "label": [0, 1] * 20})], LABELLED)
    assert (survey.count, survey.side, survey.classes) == (COUNT, 16, 2)


def test_that_empty_and_damaged_rows_are_left_out_alone(tmp_path):
    rows = [None, {"bytes": None, "path": "b.png"}, {"bytes": b"no picture", "path": "c"}, *ROWS[3:]]
    images = prepared(written(tmp_path / "a.parquet", {"image": rows}), tmp_path, Preparation(duplicates="keep"))
    empty = "not an image: an empty row of a table"
    assert [left.reason for left in images.report.left_out] == [
        empty, empty, "not an image: its bytes are of no known kind",
    ]  # fmt: skip
    assert images.report.used == COUNT - 3


NO_COLUMN = "not an image: a Parquet table without a column of pictures"
NO_BYTES = "not an image: a Parquet table whose columns hold the bytes of no pictures"


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"label": [1, 2]}, NO_COLUMN),
        ({"image": [{"path": "http://127.0.0.1/a.png"}]}, NO_COLUMN),
        ({"image": [{"path": "/etc/hostname", "bytes": None}]}, NO_COLUMN),
        ({"embedding": [b"\0\1\2\3"] * 3}, NO_BYTES),
        ({"image": pa.array([], pa.binary())}, NO_BYTES),
        ({}, NO_COLUMN),
    ],
)
def test_that_a_table_without_pictures_is_a_sentence(tmp_path, columns, said):
    assert reason(written(tmp_path / "a.parquet", columns)) == said


def test_that_pictures_are_found_by_their_bytes_whatever_the_column_is_called(tmp_path):
    columns = {"image": [b"\0\1\2\3"] * COUNT, "scan": CONTENTS}
    images = prepared(written(tmp_path / "a.parquet", columns), tmp_path, Preparation(duplicates="keep"))
    assert images.report.used == COUNT


@pytest.mark.parametrize("end", [4, 12, 200, -1, -9])
def test_that_a_table_that_is_cut_off_says_so(tmp_path, end):
    whole = written(tmp_path / "a.parquet", {"image": ROWS}).read_bytes()
    (tmp_path / "a.parquet").write_bytes(whole[:end])
    assert reason(tmp_path / "a.parquet") == "unreadable: a damaged Parquet table"


def test_that_what_is_damaged_costs_its_own_rows(tmp_path):
    path = written(tmp_path / "a.parquet", {"image": ROWS}, compression="none", use_dictionary=False)
    content = bytearray(path.read_bytes())
    at = content.find(CONTENTS[14])
    content[at - 40 : at] = b"\xff" * 40
    path.write_bytes(content)
    images = prepared(path, tmp_path, Preparation(duplicates="keep"))
    assert {left.reason for left in images.report.left_out} == {"unreadable: the table is damaged here"}
    assert images.report.used >= 28
    assert (images.pixels[:12] == PIXELS[:12, :, 4:20]).all()


def test_that_a_locked_table_and_a_packed_one_are_sentences(tmp_path, draw):
    import gzip

    draw(tmp_path / "in" / "a.png")
    whole = written(tmp_path / "a.parquet", {"image": ROWS}).read_bytes()
    (tmp_path / "in" / "b.parquet").write_bytes(b"PARE" + whole[4:-4] + b"PARE")
    (tmp_path / "in" / "c.parquet.gz").write_bytes(gzip.compress(whole))
    images = prepared(tmp_path / "in", tmp_path, Preparation())
    assert [left.reason for left in images.report.left_out] == [
        "not an image: a Parquet table that is locked with a key",
        "not an image: a file packed with gzip, which holds no pictures that can be read",
    ]


def test_that_a_bomb_takes_no_more_than_it_may(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MOST_MEMORY", 256 * 2**20)
    bomb = [{"bytes": b"\x89PNG" + bytes(100 * 2**20), "path": ""}] * 8
    path = written(tmp_path / "a.parquet", {"image": bomb}, compression="zstd")
    assert path.stat().st_size < 2**20
    assert reason(path) == limits.TOO_LARGE


def test_that_the_words_of_a_bomb_take_no_more_than_they_may(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MOST_MEMORY", 256 * 2**20)
    columns = {"image": CONTENTS, "label": pa.array(["x" * 20 * 2**20] * COUNT)}
    assert reason(written(tmp_path / "a.parquet", columns, rows=COUNT, compression="zstd")) == limits.TOO_LARGE


def test_that_nothing_of_a_table_is_run(tmp_path, monkeypatch):
    """Types of Python's own were pickles once (CVE-2023-47248)."""
    import pickle

    monkeypatch.chdir(tmp_path)
    trap = pickle.dumps(Trap())
    marks = {b"ARROW:extension:name": b"arrow.py_extension_type", b"ARROW:extension:metadata": trap}
    field = pa.field("image", pa.binary(), metadata=marks)
    pq.write_table(pa.table([CONTENTS], schema=pa.schema([field])), tmp_path / "a.parquet")
    assert len(scan([tmp_path / "a.parquet"]).files) in {0, COUNT}
    assert not (tmp_path / "sprung").exists()


class Trap:
    """Runs when it is unpickled."""

    def __reduce__(self):
        return Path.touch, (Path("sprung"),)


@pytest.mark.parametrize("seed", range(2))
def test_that_mutated_tables_end_in_sentences(tmp_path, seed):
    """In this process: what escapes a child is an exception that nobody expected."""
    whole = written(tmp_path / "a.parquet", {"image": ROWS, "label": ["a", "b"] * 20}, head=NAMES).read_bytes()
    chance = np.random.default_rng(seed)
    for _ in range(40):
        content = bytearray(whole)
        foot = len(content) - 2000
        for place in chance.integers(foot if chance.random() < 0.5 else 0, len(content), 4):
            content[place] = chance.integers(256)
        try:
            table = parquet.Table(io.BytesIO(bytes(content)))
            table.facts()
        except (parquet.TableError, MemoryError):
            continue
        for row in range(table.count):
            try:
                table.picture(row)
            except (parquet.TableError, MemoryError):
                continue


def test_that_without_the_library_the_sentence_names_the_command(tmp_path, monkeypatch):
    monkeypatch.setattr("ganstudio.core.images.parquet_rows.available", lambda: False)
    path = written(tmp_path / "a.parquet", {"image": ROWS})
    assert reason(path) == f"not an image: {parquet.MISSING}"
    assert "ganstudio[parquet]" in parquet.MISSING
