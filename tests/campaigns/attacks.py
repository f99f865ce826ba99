"""What a stranger may have put into a run, a weights file, a picture, an archive or the preferences, and for whom."""

import io
import json
import math
import os
import pickle
import random
import shutil
import socket
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ganstudio.core import checkpoint
from ganstudio.core.run import Run
from ganstudio.export.image_file import encode
from ganstudio.latent.image_recipe import recipe_for
from ganstudio.latent.point import Point, Seed
from ganstudio.scores.extractor_networks import ResNet20
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.share_run import pack_run
from tests.campaigns.changes import HOSTILE, WRITABLE, changed_bytes, changed_tree, picture

CODE = "import os\nopen(os.environ['GANSTUDIO_CANARY'], 'w').write('code was run')\n"
"""Of every module and pickle that is planted."""


LETTER = "a private letter"


@dataclass(frozen=True)
class Stranger:
    """Where an attack takes place: the run as it was, the folder with the attack, and what nothing may reach."""

    run: Path
    folder: Path
    outside: Path
    pictures: Path

    @property
    def canary(self) -> Path:
        """There once code of the folder was run."""
        return self.folder.with_name("canary")

    def renewed(self) -> None:
        """Everything as before the next attack, with modules in the folder that would betray themselves."""
        for folder in (self.folder, self.outside):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        shutil.copytree(self.run, self.folder / "run")
        for name in ("argparse", "json", "torch", "ganstudio"):
            (self.folder / f"{name}.py").write_text(CODE)
        (self.outside / "letter.txt").write_text(LETTER)
        (self.outside / "folder").mkdir()
        (self.outside / "folder" / ".0123456789ab.tmp").write_text("kept")
        (self.outside / "photo.png").write_bytes(picture("PNG", random.Random(0)))

    def unreached(self) -> dict[str, bytes]:
        """All that lies outside, by its place."""
        return {str(path): path.read_bytes() if path.is_file() else b"" for path in self.outside.rglob("*")}

    def betrayed(self) -> bool:
        """Whether the letter stands in anything that was written."""
        made = [path for path in self.folder.glob("out*") if path.is_file()]
        return any(LETTER.encode() in path.read_bytes() for path in made)


Attack = Callable[[Stranger, random.Random], Sequence[str]]
"""Puts something into the stranger's folder, and says which doors it is meant for."""
RUN_DOORS = ("resume", "branch", "generate", "interpolate", "export", "evaluate", "project", "nearest", "compare",
             "timelapse", "grids", "film", "window")  # fmt: skip


def write_json(path: Path, tree: Any, chance: random.Random) -> None:
    """Well written JSON, or with some bytes changed."""
    content = json.dumps(tree).encode(errors="replace")
    path.write_bytes(content if chance.random() < 0.7 else changed_bytes(content, chance))


# Inside a run ---------------------------------------------------------------------------------------------------------


def checkpoint_bytes(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    for path in (stranger.folder / "run" / "checkpoints").iterdir():
        path.write_bytes(changed_bytes(path.read_bytes(), chance))
    return RUN_DOORS


def checkpoint_states(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    """Well written and sealed, with one thing in it that is not as it should be."""
    folder = stranger.folder / "run" / "checkpoints"
    state, saved, _ = checkpoint.load_newest(folder)
    tensors = torch.tensor(1.0), torch.zeros(0), torch.zeros(2, 3), torch.tensor(math.inf), torch.zeros(4).long()
    strange = changed_tree(state, chance, WRITABLE + tensors * 3)
    for path in folder.iterdir():
        path.unlink()
    strange["step"] = step if type(step := strange.get("step")) is int and 0 <= step < 10**9 else saved.step
    try:
        checkpoint.save(folder, strange)
    except (AssertionError, UnicodeEncodeError, ValueError, RuntimeError):
        return ()  # nothing that this program could have written
    return RUN_DOORS


def snapshots(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    for path in (stranger.folder / "run" / "snapshots").iterdir():
        path.write_bytes(changed_header(path.read_bytes(), chance))
    return "timelapse", "window", "branch"


def settings(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    path = stranger.folder / "run" / chance.choice(("settings.json", "settings.json", "places.json"))
    write_json(path, changed_tree(json.loads(path.read_text()), chance), chance)
    return RUN_DOORS


def events(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    path = stranger.folder / "run" / "events.jsonl"
    lines = [changed_tree(json.loads(line), chance) for line in path.read_text().splitlines()]
    content = "\n".join(map(json.dumps, lines)).encode(errors="replace")
    path.write_bytes(content if chance.random() < 0.5 else changed_bytes(content, chance))
    return "compare", "resume", "window", "window", "grids", "timelapse"


def beside(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    """Files of Explore and of the scores."""
    path = stranger.folder / "run" / chance.choice(("explore.json", "directions.json", "checkpoints/best.json"))
    write_json(path, changed_tree(json.loads(path.read_text()), chance), chance)
    return "film", "window", "generate", "resume", "compare"


def samples(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    """Grids that are damaged, of another kind, or say that they are enormous."""
    for path in (stranger.folder / "run" / "samples").iterdir():
        content = path.read_bytes()
        huge = content[:16] + struct.pack(">II", *chance.choices((1, 2**14, 2**20, 2**31 - 1), k=2)) + content[24:]
        other = picture(chance.choice(("GIF", "JPEG", "TIFF")), chance)
        path.write_bytes(chance.choice((changed_bytes(content, chance), huge, other)))
    return "window", "grids", "compare", "resume"


def links(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    """A link, a pipe, a socket or a folder in the place of a file of a run, or a link in the place of a folder."""
    run = stranger.folder / "run"
    inner = [path for path in run.rglob("*") if path.is_file()]
    new = [run / name for name in ("run.lock", "log.txt", "scores.json", "checkpoints/step-000000009.json",
                                   "snapshots/step-000000009.safetensors", "samples/000000009.png",
                                   "tensorboard/events.out.tfevents.1")]  # fmt: skip
    path = chance.choice([*inner, *new, *(path for path in run.iterdir() if path.is_dir())])
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    targets = ("letter.txt", "photo.png", "folder", "not there")
    match chance.randrange(6):
        case 0:
            os.mkfifo(path)
        case 1:
            path.mkdir()
        case 2:
            _socket(path)
        case 3:
            path.symlink_to(chance.choice(("/dev/zero", "/dev/full", "/dev/tty", "/proc/self/environ")))
        case _:
            path.symlink_to(stranger.outside / chance.choice(targets))
    return RUN_DOORS


def _socket(path: Path) -> None:
    """By a short name: the path of a socket may have some hundred signs."""
    folder = os.open(path.parent, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{folder}/{path.name}")
    os.close(folder)


# Beside runs ----------------------------------------------------------------------------------------------------------


def changed_header(packed: bytes, chance: random.Random) -> bytes:
    """A safetensors file with something else in its header, of the same length in its words or not."""
    if chance.random() < 0.4:
        return changed_bytes(packed, chance)
    length = int.from_bytes(packed[:8], "little")
    header = json.dumps(changed_tree(json.loads(packed[8 : 8 + length]), chance)).encode(errors="replace")
    claimed = len(header) if chance.random() < 0.8 else chance.choice((0, 1, 2**31, 2**63 - 1, len(header) - 1))
    return claimed.to_bytes(8, "little") + header + packed[8 + length :]


class _Harm:
    """Unpickled, it runs what is planted."""

    def __reduce__(self) -> Any:
        return exec, (CODE,)


def weights(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    from safetensors.torch import save

    network = ResNet20().state_dict()
    kind = chance.choice((".safetensors", ".pt", ".pth"))
    path = stranger.folder / f"weights{kind}"
    if kind == ".safetensors":
        path.write_bytes(changed_header(save(network), chance))
        return ("features",)
    name, file = chance.choice(list(network)), io.BytesIO()
    strange = network | {name: chance.choice((
        torch.zeros(1).expand(10**11), torch.zeros(()), torch.full((3,), math.nan), _Harm(), np.zeros(3),
        torch.zeros(3).to_sparse(), "text", torch.zeros(5, dtype=torch.complex64), network[name],
    ))}  # fmt: skip
    torch.save(chance.choice((strange, {"state_dict": strange}, [strange])), file)
    content = chance.choice((file.getvalue(), changed_bytes(file.getvalue(), chance), pickle.dumps(_Harm())))
    path.write_bytes(content)
    return ("features",)


def recipes(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    recipe = recipe_for(Point(latent=Seed(3)), "run", 4)
    strange = recipe if chance.random() < 0.3 else changed_tree(recipe, chance, WRITABLE)
    kind, ending = chance.choice((("png", "png"), ("jpeg", "jpg"), ("webp", "webp")))
    content = encode(np.zeros((8, 8, 3), dtype=np.uint8), kind, strange)
    changed = chance.random() < 0.3 or strange is recipe
    (stranger.folder / f"picture.{ending}").write_bytes(changed_bytes(content, chance) if changed else content)
    return ("recipe",)


def archives(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    """Names that lead elsewhere, sizes that are not true, archives in archives, bombs; or changed bytes."""
    file = io.BytesIO()
    png = picture("PNG", chance)
    names = ("a.png", "../../up.png", "/abs.png", "C:\\x\\b.png", "a/../../c.png", "\x1b[2J.png", "x" * 300 + ".png",
             "link.png", "b.zip", "é/d.png", "e.png\x00.txt")  # fmt: skip
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in chance.sample(names, 6):
            entry = zipfile.ZipInfo(name.replace("\x00", "_"))
            entry.external_attr = (0o120777 << 16) if name == "link.png" else 0o644 << 16
            bomb = b"\0" * 2**25 if chance.random() < 0.1 else b""
            archive.writestr(entry, str(stranger.outside / "photo.png").encode() if name == "link.png" else png + bomb)
    content = bytearray(file.getvalue())
    for _ in range(chance.choice((0, 1, 3))):  # the list of contents: counts, sizes, places
        at = content.rfind(b"PK\1\2") + chance.choice((10, 16, 20, 24, 28, 42))
        content[at : at + 4] = chance.choice((b"\xff" * 4, b"\0" * 4, b"\0\0\0\x7f"))
    path = stranger.folder / "pictures.zip"
    path.write_bytes(bytes(content) if chance.random() < 0.6 else changed_bytes(bytes(content), chance))
    return ("check",)


def sent_runs(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    """A run as one file: its bytes changed, or one of its members, or with members that lead elsewhere."""
    path = pack_run(Run.open(stranger.run), stranger.folder / "sent", TaskProgress(lambda done, total: None))
    content = path.read_bytes()
    if chance.random() < 0.4:
        path.write_bytes(changed_bytes(content, chance))
        return ("sent",)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    first, strange = members.pop("mimetype"), chance.choice(list(members)[1:])
    members[strange] = changed_bytes(members[strange], chance)
    members |= {name: LETTER.encode() for name in chance.sample(("../up.png", "/abs.json", "places.json", "x/y.py"), 2)}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", first)
        for name, inner in members.items():
            archive.writestr(name, inner)
    return ("sent",)


def preferences(stranger: Stranger, chance: random.Random) -> Sequence[str]:
    run = str(stranger.folder / "run")
    known: Mapping[str, Any] = {
        "theme": "dark", "stop_on_close": True, "runs_folder": str(stranger.folder), "device": "cpu",
        "recipe": "linear", "values": {"batch": 8, "resolution": 16}, "budget": {"steps": 3},
        "geometry": [0, 0, 800, 600],
        "unfinished": run, "recent": [run, "/dev/zero"], "preset": "",
        "measured": {"x": {"images_per_second": 3.0, "resolution": 8, "batch": 8, "date": "2026-01-31"}},
    }  # fmt: skip
    write_json(stranger.folder / "preferences.json", changed_tree(known, chance, HOSTILE), chance)
    return ("preferences",)


ATTACKS: Mapping[str, Attack] = {
    "checkpoints, bytes": checkpoint_bytes, "checkpoints, states": checkpoint_states, "snapshots": snapshots,
    "settings": settings, "events": events, "files of Explore and scores": beside, "samples": samples,
    "links, pipes, sockets": links, "weights": weights, "recipes in pictures": recipes, "archives": archives,
    "preferences": preferences, "runs as one file": sent_runs,
}  # fmt: skip


def furnish(folder: Path) -> None:
    """Give a run what a person leaves in it: a journey with pins, directions, a best checkpoint, a score."""
    from ganstudio.latent.direction_file import Direction, DirectionSet
    from ganstudio.latent.journey import Journey

    start = Point(latent=Seed(1))
    journey = Journey(start)
    journey.pin("one", start)
    journey.move(Point(latent=Seed(2)).with_push("first", 1.0))
    journey.pin("two", journey.point)
    journey.save(folder)
    DirectionSet((Direction("first", "component", "z", (1.0, *(7 * (0.0,))), 1.0),)).save(folder)
    newest = checkpoint.checkpoints_in(folder / "checkpoints")[0]
    checkpoint.mark_best(folder / "checkpoints", newest.path, {"kid": 0.1})
    checkpoint.save_snapshot(folder, checkpoint.load(newest))
