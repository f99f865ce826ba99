"""Strangers' files: pictures, archives, checkpoints, settings, events and recipes in pictures, changed at random.

Whatever is in them, they are read or refused with the one kind of error that their readers say, within seconds.
"""

import copy
import io
import json
import math
import random
import shutil
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from ganstudio.core import checkpoint
from ganstudio.core.images.cache import prepare
from ganstudio.core.images.check_report import ImagesError
from ganstudio.core.run import Preparation, Run, RunError
from ganstudio.core.settings import SettingError
from ganstudio.export.image_file import encode
from ganstudio.export.provenance import read_recipe
from ganstudio.latent.image_recipe import PointError, image_recipe_in, recipe_for
from ganstudio.latent.point import Point, Seed
from ganstudio.workflows.open_run import open_generator, open_session, recipe_of, resume
from tests.campaigns.small_runs import Pictures, Result, train

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP", "PPM", "AVIF")
TOGETHER = 100
"""Pictures that are prepared at once."""
SLOW = 5.0
"""Seconds that no single file may take."""
HOSTILE: tuple[Any, ...] = (
    None, True, -1, 0, 2**63, 10**400, 1e308, -0.0, "", "nan", "../../x", "\x1b[2J", "a" * 5000, "\ud800", [], {},
    [[[[]]]], {"a": {"b": {}}}, [1, "a", None], math.inf, math.nan,
)  # fmt: skip


def mutate(count: int, seed: int) -> Result:
    """`count` changed pictures, a tenth as many archives, and as many of each other kind as there are archives."""
    done: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pictures = Pictures.drawn(folder)
        _pictures(folder, count, chance, done, wrong)
        few = max(1, count // 10)
        _archives(folder, few, chance, done, wrong)
        run = pictures.new_run(folder / "run", "linear", 4)
        train(run.folder)
        for kind, trial in (
            ("checkpoints, bytes", _checkpoint_bytes), ("checkpoints, states", _checkpoint_states),
            ("settings", _settings), ("events", _events), ("recipes in pictures", _recipes),
        ):  # fmt: skip
            for _ in range(few):
                attempt = folder / "attempt"
                shutil.copytree(run.folder, attempt)
                _watched(kind, partial(trial, attempt, chance), done, wrong)
                shutil.rmtree(attempt)
    return done, +wrong


def _watched(kind: str, work: Callable[[], bool], done: Counter[str], wrong: Counter[str], slow: float = SLOW) -> None:
    """Do something that may be refused (False), and count what it should not do."""
    begun = time.perf_counter()
    try:
        done[f"{kind}, {'read' if work() else 'refused'}"] += 1
    except Exception as error:  # noqa: BLE001 - each is a finding
        wrong[f"{kind}: {type(error).__name__}: {str(error)[:80]}"] += 1
    wrong[f"{kind}: slow"] += time.perf_counter() - begun > slow


# How things are changed -----------------------------------------------------------------------------------------------


def changed_bytes(content: bytes, chance: random.Random) -> bytes:
    """Some bytes other, left out, doubled or put in elsewhere; or the end cut off."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 8))):
        if not made:
            break
        at, length = chance.randrange(len(made)), chance.choice((1, 1, 2, 4, 16))
        match chance.randrange(5):
            case 0:
                made[at] ^= 1 << chance.randrange(8)
            case 1:
                made[at : at + length] = chance.choice((b"\0", b"\xff", b"\x7f")) * length
            case 2:
                del made[at : at + length]
            case 3:
                made[at:at] = made[chance.randrange(len(made)) :][:length]
            case _:
                del made[max(1, at) :]
    return bytes(made)


def changed_tree(tree: Any, chance: random.Random, values: tuple[Any, ...] = HOSTILE) -> Any:
    """One place of nested dicts and lists with another value, without it, or under another name."""
    made = copy.deepcopy(tree)
    inner, steps = made, chance.randrange(1, 7)
    while steps and isinstance(inner, dict | list) and inner:
        key = chance.choice(list(inner)) if isinstance(inner, dict) else chance.randrange(len(inner))
        steps -= 1
        if not steps or not isinstance(inner[key], dict | list) or not inner[key]:
            match chance.randrange(4):
                case 0:
                    del inner[key]
                case 1 if isinstance(inner, dict):
                    inner[chance.choice((f"{key}x", "", "step"))] = inner[key]
                case _:
                    inner[key] = copy.deepcopy(chance.choice(values))
            break
        inner = inner[key]
    return made


# Pictures -------------------------------------------------------------------------------------------------------------


def picture(kind: str, chance: random.Random) -> bytes:
    noise = np.random.default_rng(chance.randrange(2**31)).integers(0, 256, (20, 24, 3), dtype=np.uint8)
    file = io.BytesIO()
    Image.fromarray(noise).save(file, kind)
    return file.getvalue()


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
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(6):
            archive.writestr(f"inner/{number}.png", picture("PNG", chance))
    for _ in range(count):
        path = folder / "strange.zip"
        path.write_bytes(changed_bytes(packed.getvalue(), chance))
        _watched("archives", partial(_prepared, path, done), done, wrong)


# Runs -----------------------------------------------------------------------------------------------------------------


def _checkpoint_bytes(folder: Path, chance: random.Random) -> bool:
    for path in (folder / "checkpoints").iterdir():
        if path.suffix in {".json", ".safetensors"}:
            path.write_bytes(changed_bytes(path.read_bytes(), chance))
    return _resumes(folder)


def _checkpoint_states(folder: Path, chance: random.Random) -> bool:
    """Well written and sealed, with one thing in it that is not as it should be."""
    state, saved, _ = checkpoint.load_newest(folder / "checkpoints")
    tensors = torch.tensor(1.0), torch.zeros(0), torch.zeros(2, 3), torch.tensor(math.inf), torch.zeros(4).long()
    strange = changed_tree(state, chance, HOSTILE[:-2] + tensors * 3)
    for path in (folder / "checkpoints").iterdir():
        path.unlink()
    strange["step"] = step if type(step := strange.get("step")) is int and 0 <= step < 10**9 else saved.step
    try:
        checkpoint.save(folder / "checkpoints", strange)
    except (AssertionError, UnicodeEncodeError, ValueError, RuntimeError):
        return False  # nothing that this program could have written
    return _resumes(folder) & _draws(folder)


def _resumes(folder: Path) -> bool:
    session = open_fresh(folder)
    try:
        resume(session.run, session.trainer)
    except RunError:
        return False
    session.trainer.train(session.images.batch(session.trainer.step))
    return True


def _draws(folder: Path) -> bool:
    """The door of all that looks at a run without training it."""
    try:
        open_generator(Run.open(folder), checkpoint="latest")
    except RunError:
        return False
    return True


def open_fresh(folder: Path) -> Any:
    """A session of a run as if it had no checkpoint."""
    hidden = folder.parent / "hidden"
    (folder / "checkpoints").rename(hidden)
    (folder / "checkpoints").mkdir()
    session = open_session(Run.open(folder))
    (folder / "checkpoints").rmdir()
    hidden.rename(folder / "checkpoints")
    return session


def _settings(folder: Path, chance: random.Random) -> bool:
    path = folder / "settings.json"
    if chance.random() < 0.5:
        path.write_bytes(changed_bytes(path.read_bytes(), chance))
    else:
        path.write_text(json.dumps(changed_tree(json.loads(path.read_text()), chance)), errors="replace")
    try:
        recipe_of(Run.open(folder).settings)
    except (RunError, SettingError):
        return False
    return True


def _events(folder: Path, chance: random.Random) -> bool:
    path = folder / "events.jsonl"
    lines = [json.dumps(changed_tree(json.loads(line), chance)) for line in path.read_text().splitlines()]
    content = "\n".join(lines).encode(errors="replace")
    path.write_bytes(content if chance.random() < 0.5 else changed_bytes(content, chance))
    run = Run.open(folder)
    list(run.events())
    run.summary()
    return True


def _recipes(folder: Path, chance: random.Random) -> bool:
    recipe = recipe_for(Point(latent=Seed(3)), "run", 4)
    strange = recipe if chance.random() < 0.5 else changed_tree(recipe, chance, HOSTILE[:-2])
    path = folder / f"picture.{chance.choice(('png', 'jpg', 'webp'))}"
    kind = {"png": "png", "jpg": "jpeg", "webp": "webp"}[path.suffix[1:]]
    content = encode(np.zeros((8, 8, 3), dtype=np.uint8), kind, strange)
    path.write_bytes(content if strange is not recipe else changed_bytes(content, chance))
    try:
        known = read_recipe(path)
        return known is not None and image_recipe_in(known) is not None
    except (OSError, PointError):
        return False
