"""Single pictures that a person fits otherwise than the others: as Pillow cuts them there, and no other is touched."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.fit_by_hand import FitByHand
from ganstudio.core.images import cache, pool
from ganstudio.core.images.cache import Prepared, prepare
from ganstudio.core.images.decode import decode, prepare_image
from ganstudio.core.images.thumbnails import Thumbnails, first_pictures
from ganstudio.core.run import Preparation, Run, RunSettings

SIZE = 16
UPRIGHT = {
    1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}  # fmt: skip
"""What lays an upright picture down as a camera does, by the orientation that it then writes."""


def drawn(width: int, height: int, seed: int = 0) -> Image.Image:
    rough = np.random.default_rng(seed).integers(0, 255, (height // 8, width // 8, 3), dtype=np.uint8)
    return Image.fromarray(rough).resize((width, height), Image.Resampling.BICUBIC)


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    """Five pictures, twice as wide as high."""
    folder = tmp_path / "wide"
    folder.mkdir()
    for number in range(5):
        drawn(64, 32, number).save(folder / f"{number}.png")
    return folder


def prepared(folder: Path, *fits: FitByHand, **values: object) -> Prepared:
    preparation = Preparation(fits=fits, **values)  # type: ignore[arg-type]
    return prepare([folder], preparation, SIZE, cache_dir=folder.parent / "cache", workers=1)


def cut(path: Path, x: float) -> np.ndarray:
    """What Pillow makes of the square that begins there."""
    left = x * 32
    with Image.open(path) as image:
        small = image.resize((SIZE, SIZE), Image.Resampling.LANCZOS, box=(left, 0, left + 32, 32))
    return np.asarray(small)


@pytest.mark.parametrize("x", [0.0, 0.3, 1.0])
def test_that_the_picture_is_cut_there_and_no_other_is_touched(wide: Path, x: float) -> None:
    before = np.array(prepared(wide).pixels)
    after = prepared(wide, FitByHand("2.png", "crop", x))
    assert np.abs(after.pixels[2].astype(int) - cut(wide / "2.png", x)).max() <= 2
    others = [0, 1, 3, 4]
    assert np.array_equal(after.pixels[others], before[others])
    assert np.abs(after.pixels[2].astype(int) - before[2]).max() > 20


@pytest.mark.parametrize("fit", ["crop", "smart", "pad", "stretch"])
def test_that_another_fit_is_the_one_of_a_whole_set(wide: Path, fit: str) -> None:
    whole = np.array(prepared(wide, fit=fit).pixels)
    some = prepared(wide, FitByHand("1.png", fit), fit="stretch" if fit == "crop" else "crop")  # type: ignore[arg-type]
    assert np.array_equal(some.pixels[1], whole[1])
    assert not np.array_equal(some.pixels[2], whole[2])


@pytest.mark.parametrize("turn", UPRIGHT)
@pytest.mark.parametrize("place", [(0.0, 0.0), (1.0, 1.0), (0.25, 0.75)])
@pytest.mark.parametrize("size", [(64, 32), (32, 64)])
def test_that_the_place_is_in_the_picture_as_it_is_seen(
    tmp_path: Path, turn: int, place: tuple[float, float], size: tuple[int, int]
) -> None:
    upright, lying = drawn(*size), UPRIGHT[turn]
    upright.save(tmp_path / "seen.png")
    exif = Image.Exif()
    exif[0x0112] = turn
    (upright.transpose(lying) if lying is not None else upright).save(tmp_path / "turned.png", exif=exif)
    seen, turned = (
        decode(tmp_path / name, Preparation(), SIZE, place=place).pixels for name in ("seen.png", "turned.png")
    )
    assert np.abs(seen.astype(int) - turned).max() <= 2
    assert np.abs(seen.astype(int) - prepare_image(tmp_path / "seen.png", Preparation(), SIZE)).max() > 20


def test_that_only_it_is_decoded_anew(wide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[list[str]] = []

    def counted(tasks: list[pool.Task], *more: object, **known: object) -> object:
        read.append([task.file.name for task in tasks])
        return pool.decode_all(tasks, *more, **known)  # type: ignore[arg-type]

    monkeypatch.setattr(cache, "decode_all", counted)
    first = prepared(wide)
    assert np.array_equal(prepared(wide).pixels, first.pixels)
    before = np.array(first.pixels)
    prepared(wide, FitByHand("3.png", "crop", 0.1))
    prepared(wide, FitByHand("3.png", "crop", 0.1))
    prepared(wide, FitByHand("3.png", "crop", 0.2))
    back = prepared(wide)
    assert read == [[f"{number}.png" for number in range(5)], ["3.png"], ["3.png"], ["3.png"]]
    assert np.array_equal(back.pixels, before)


def test_that_its_copies_stay_copies_and_the_test_part_stays_what_it_was(wide: Path) -> None:
    (wide / "9.png").write_bytes((wide / "2.png").read_bytes())
    before = prepared(wide)
    after = prepared(wide, FitByHand("2.png", "crop", 0.0), FitByHand("none.png", "pad"))
    assert after.names == before.names == [f"{number}.png" for number in range(5)]
    assert after.digests == before.digests


def test_that_what_is_shown_before_the_preparation_is_fitted_too(wide: Path) -> None:
    fits = (FitByHand("2.png", "crop", 0.0),)
    with Thumbnails(Preparation(fits=fits), SIZE) as reader:
        shown = list(first_pictures([wide], reader))
    assert np.array_equal(np.stack(shown), prepared(wide, *fits).pixels)


def test_that_a_run_keeps_them_beside_the_places_of_its_pictures(wide: Path, tmp_path: Path) -> None:
    preparation = Preparation(fits=(FitByHand("2.png", "crop", 0.25, 0.5), FitByHand("3.png", "pad")))
    settings = RunSettings(recipe="dcgan", sides=((str(wide),),), values={"resolution": 16}, preparation=preparation)
    Run.create(tmp_path / "run", settings)
    assert Run.open(tmp_path / "run").settings.preparation == preparation
    assert "2.png" not in (tmp_path / "run" / "settings.json").read_text()
    assert settings.preparation_of([wide]) == preparation
    assert settings.preparation_of([tmp_path]) == Preparation()


@pytest.mark.parametrize(
    "fits",
    [
        5, {"a.png": "pad"}, [["a.png", "pad"]], [{"fit": "pad"}], [{"name": "a.png", "fit": "zoom"}],
        [{"name": "a.png", "fit": "crop", "x": 1.5}], [{"name": "a.png", "fit": "crop", "x": "0"}],
        [{"name": 3, "fit": "crop"}], [{"name": "a.png", "fit": "crop", "code": "x"}],
    ],
)  # fmt: skip
def test_that_a_strangers_fits_are_not_believed(wide: Path, tmp_path: Path, fits: object) -> None:
    preparation = Preparation(excluded=("1.png",))
    settings = RunSettings(recipe="dcgan", sides=((str(wide),),), values={"resolution": 16}, preparation=preparation)
    Run.create(tmp_path / "run", settings)
    places = {"sides": [[str(wide)]], "excluded": ["1.png"], "fits": fits}
    (tmp_path / "run" / "places.json").write_text(json.dumps(places))
    assert Run.open(tmp_path / "run").settings.preparation == replace(preparation, fits=())
