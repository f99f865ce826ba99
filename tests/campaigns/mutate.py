"""Strangers' pictures and archives, changed at random: read or refused with the one kind of error, within seconds."""

import io
import random
import shutil
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image

from ganstudio.core.images.cache import prepare
from ganstudio.core.images.check_report import ImagesError
from ganstudio.core.run import Preparation
from tests.campaigns.changes import changed_bytes, picture
from tests.campaigns.small_runs import Pictures, Result

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP", "PPM", "AVIF")
TOGETHER = 100
"""Pictures that are prepared at once."""
SLOW = 5.0
"""Seconds that no single file may take."""


def mutate(count: int, seed: int) -> Result:
    """`count` changed pictures, and a tenth as many archives."""
    done: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Pictures.drawn(folder)
        _pictures(folder, count, chance, done, wrong)
        _archives(folder, max(1, count // 10), chance, done, wrong)
    return done, +wrong


def _watched(kind: str, work: Callable[[], bool], done: Counter[str], wrong: Counter[str], slow: float = SLOW) -> None:
    """Do something that may be refused (False), and count what it should not do."""
    begun = time.perf_counter()
    try:
        done[f"{kind}, {'read' if work() else 'refused'}"] += 1
    except Exception as error:  # noqa: BLE001 - each is a finding
        wrong[f"{kind}: {type(error).__name__}: {str(error)[:80]}"] += 1
    wrong[f"{kind}: slow"] += time.perf_counter() - begun > slow


# Pictures -------------------------------------------------------------------------------------------------------------


def _pictures(folder: Path, count: int, chance: random.Random, done: Counter[str], wrong: Counter[str]) -> None:
    kinds = [kind for kind in FORMATS if kind in Image.registered_extensions().values()]
    for begin in range(0, count, TOGETHER):
        strange = folder / "strange"
        strange.mkdir()
        for number in range(min(TOGETHER, count - begin)):
            kind = chance.choice(kinds)
            (strange / f"{number}.{kind.lower()}").write_bytes(changed_bytes(picture(kind, chance), chance))
        _watched("folders of pictures", partial(_prepared, strange, done), done, wrong, slow=TOGETHER * SLOW / 10)
        done["pictures"] += min(TOGETHER, count - begin)
        shutil.rmtree(strange)


def _prepared(source: Path, done: Counter[str]) -> bool:
    try:
        report = prepare([source], Preparation(held_out=0.0), 16).report
    except ImagesError:
        return False
    done["pictures that could be used"] += report.used
    return True


def _archives(folder: Path, count: int, chance: random.Random, done: Counter[str], wrong: Counter[str]) -> None:
    """Each with pictures of its own: what is known of others helps none."""
    for _ in range(count):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(6):
                archive.writestr(f"inner/{number}.png", picture("PNG", chance))
        path = folder / "strange.zip"
        path.write_bytes(changed_bytes(packed.getvalue(), chance))
        _watched("archives", partial(_prepared, path, done), done, wrong)
