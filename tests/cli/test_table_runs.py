"""A run from a Parquet table, from its first step to pictures: it learns what it would from a folder of them."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from safetensors.numpy import load_file

from ganstudio.cli import main
from ganstudio.core.fit_by_hand import FitByHand
from ganstudio.core.images.cache import prepare
from ganstudio.core.run import Preparation, Run

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pq = pytest.importorskip("pyarrow.parquet")
TINY = ["--recipe", "cgan", "--labels", "--resolution", "16", "--batch", "4", "--set", "width=4", "--device", "cpu"]
KINDS = ("cat", "dog")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for kind in KINDS:
        (tmp_path / "folder" / kind).mkdir(parents=True)
        for number in range(12):
            noise = np.random.default_rng([KINDS.index(kind), number]).integers(0, 256, (16, 20, 3), dtype=np.uint8)
            Image.fromarray(noise).save(tmp_path / "folder" / kind / f"{number:02d}.png")
    return tmp_path / "folder"


@pytest.fixture
def table(folder: Path) -> Path:
    files = sorted(folder.glob("*/*.png"))
    columns = {
        "image": [{"bytes": file.read_bytes(), "path": file.name} for file in files],
        "label": [file.parent.name for file in files],
    }
    pq.write_table(pa.table(columns), folder.parent / "table.parquet", row_group_size=5)
    return folder.parent / "table.parquet"


def weights(run: Path) -> dict[str, np.ndarray]:
    newest = max((run / "checkpoints").glob("*.safetensors"))
    return load_file(newest)


def trained(source: Path, run: Path, steps: int) -> dict[str, np.ndarray]:
    assert main(["train", str(source), *TINY, "--steps", str(steps), "--out", str(run)]) == 0
    return weights(run)


def equal(ours: dict[str, np.ndarray], theirs: dict[str, np.ndarray]) -> bool:
    return ours.keys() == theirs.keys() and all(np.array_equal(ours[name], theirs[name]) for name in ours)


def test_that_a_table_is_learned_resumed_and_drawn_from_as_a_folder_is(folder: Path, table: Path) -> None:
    run = table.parent / "run"
    half = trained(table, run, 5)
    assert Run.open(run).settings.sides == ((str(table),),)
    assert main(["train", str(run), "--resume", "--steps", "8"]) == 0
    assert not equal(half, weights(run))
    assert equal(weights(run), trained(folder, table.parent / "other", 8))
    made = table.parent / "made"
    assert main(["generate", str(run), "--out", str(made), "--count", "4", "--label", "dog"]) == 0
    pictures = [np.asarray(Image.open(path)) for path in sorted(made.glob("*.png"))]
    assert [picture.shape for picture in pictures] == [(16, 16, 3)] * 4
    assert len({picture.tobytes() for picture in pictures}) == 4


def test_that_one_row_is_fitted_by_hand(table: Path, tmp_path: Path) -> None:
    before = prepare([table], Preparation(), 16, cache_dir=tmp_path / "cache")
    fits = (FitByHand(before.names[3], "stretch"),)
    after = prepare([table], Preparation(fits=fits), 16, cache_dir=tmp_path / "cache")
    same = [np.array_equal(*rows) for rows in zip(before.pixels, after.pixels, strict=True)]
    assert [row for row, alike in enumerate(same) if not alike] == [3]
