"""A run as one file, `.ganrun`, and back: to send it, and to open what somebody sent.

The file is a zip whose first entry, uncompressed, is `mimetype` (as in EPUB), so that its first bytes tell what it is:

    mimetype  settings.json  events.jsonl  scores.json  directions.json
    samples/*.png  snapshots/*.safetensors  checkpoints/*

Never in it: where the sender's pictures were, the journey, logs. Nothing of it is believed: names come from the list
above, sizes have the bounds of a run's folder, and what is unpacked is opened as any stranger's run is.
"""

import re
import secrets
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO

from ganstudio.core import checkpoint as checkpoints
from ganstudio.core import run_files
from ganstudio.core.files import publish
from ganstudio.core.images.archives import announced
from ganstudio.core.run import Run, RunError
from ganstudio.core.snapshots import SNAPSHOTS
from ganstudio.workflows.open_run import state_of
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.run_names import free_folder, name_for

SUFFIX = ".ganrun"
MIMETYPE = b"application/vnd.gan-studio.run+zip"
ALLOWED = re.compile(
    r"(settings|scores|directions)\.json|events\.jsonl|samples/[\w-]{1,100}\.png|snapshots/step-\d{1,15}\.safetensors"
    r"|checkpoints/(best|step-\d{1,15})\.json|checkpoints/step-\d{1,15}-[0-9a-f]{8}\.safetensors",
    re.ASCII,
)
"""What such a file may hold; whatever else is in it is passed over."""
MOST_ENTRIES = 20_000
DRAWABLE = ("step", "images", "classes", "averages", "seconds")
"""What of a checkpoint pictures are drawn with."""
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError)


class SharedRunError(ValueError):
    """A file that cannot be made or opened; the text is a sentence for the user."""


# Out ------------------------------------------------------------------------------------------------------------------


def pack_run(
    run: Run, target: Path, report: TaskProgress, *, to_continue: bool = False, overwrite: bool = False
) -> Path:
    """Write a run as one file; returns where, since another name is taken where one is taken.

    `to_continue`: with everything that training goes on from, which is several times as large.

    Raises:
        SharedRunError: there is nothing to send yet, or a checkpoint is damaged; a sentence.
        OSError: the disk is full or may not be written.
    """
    with tempfile.TemporaryDirectory(prefix="ganstudio-") as folder:
        try:
            _keep_checkpoints(run, Path(folder), to_continue)
        except (RunError, checkpoints.CheckpointError) as error:
            raise SharedRunError(f"{run.name} cannot be sent: {error}.".replace("..", ".")) from None
        kept = run_files.listed(Path(folder), "*")
        members = [*_members(run), *((f"checkpoints/{path.name}", path) for path in kept)]

        def write(file: BinaryIO) -> None:
            with zipfile.ZipFile(file, "w") as archive:
                archive.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
                archive.writestr("settings.json", run.settings.to_json(), zipfile.ZIP_DEFLATED)
                for number, (name, path) in enumerate(members):
                    report.progress(number, len(members))
                    archive.writestr(name, _content(run, path), _method(name))

        written = publish(target.with_suffix(SUFFIX), write, overwrite=overwrite)
    report.progress(len(members), len(members))
    return written


def _keep_checkpoints(run: Run, folder: Path, to_continue: bool) -> None:
    """The best and the newest checkpoint, or of the one that is drawn with only what pictures are drawn with."""
    marked = checkpoints.best_in(run.checkpoints)
    if to_continue:
        newest, latest, _ = checkpoints.load_newest(run.checkpoints)
        states = [newest]
        if marked and marked[0].step != latest.step:
            states.insert(0, checkpoints.load(marked[0]))
    else:
        state = state_of(run, None)
        states = [{name: state[name] for name in DRAWABLE if name in state}]
    for state in states:
        path, _ = checkpoints.save(folder, state)
        if marked and marked[0].step == state["step"]:
            checkpoints.mark_best(folder, path, marked[1])


def _members(run: Run) -> Iterator[tuple[str, Path]]:
    for name in ("events.jsonl", "scores.json", "directions.json"):
        if run_files.is_file(run.folder / name):
            yield name, run.folder / name
    for folder, pattern in (("samples", "*.png"), (SNAPSHOTS, "step-*.safetensors")):
        for path in run_files.listed(run.folder / folder, pattern):
            name = f"{folder}/{path.name}"
            if ALLOWED.fullmatch(name):
                yield name, path


def _content(run: Run, path: Path) -> bytes:
    """Text without what names the person."""
    content = run_files.read(path)
    is_text = path.suffix in {".json", ".jsonl"} and path.parent == run.folder
    if not is_text:
        return content
    return run.without_paths(content.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


def _method(name: str) -> int:
    """Pictures and tensors grow no smaller."""
    return zipfile.ZIP_STORED if name.endswith((".png", ".safetensors")) else zipfile.ZIP_DEFLATED


# In -------------------------------------------------------------------------------------------------------------------


def is_shared_run(path: Path) -> bool:
    """Whether its first bytes say that it is such a file. Never raises."""
    try:
        with open(path, "rb") as file:
            head = file.read(38 + len(MIMETYPE))
    except OSError:
        return False
    return head[:4] == b"PK\3\4" and head[30:] == b"mimetype" + MIMETYPE


def unpack_run(path: Path, parent: Path, report: TaskProgress, *, folder: Path | None = None) -> Run:
    """Open a file that somebody sent: its run, in a folder of its own in `parent` (or in `folder`, which is new).

    Raises:
        SharedRunError: it is no such file, damaged, cancelled, or holds no run; nothing is left behind. A sentence.
        OSError: the disk is full or may not be written.
    """
    parent.mkdir(parents=True, exist_ok=True)
    room = parent / f".{secrets.token_hex(6)}.incoming"
    room.mkdir(mode=0o700)
    try:
        with open(path, "rb") as file:
            _extract(file, path.name, room, report)
        try:
            Run.open(room)
        except RunError as error:
            raise SharedRunError(f"{path.name} holds no run that can be opened: {error}.".replace("..", ".")) from None
        target = folder or free_folder(parent, _name_of(path))
        room.rename(target)
    except BaseException:
        shutil.rmtree(room, ignore_errors=True)
        raise
    return Run.open(target)


def _extract(file: IO[bytes], name: str, room: Path, report: TaskProgress) -> None:
    try:
        if announced(file) > MOST_ENTRIES:
            raise SharedRunError(f"{name} has more entries than any run.")
        with zipfile.ZipFile(file) as archive:
            entries = _chosen(archive, name)
            for number, entry in enumerate(entries):
                report.progress(number, len(entries))
                if report.cancelled():
                    raise SharedRunError(f"{name} was not opened: it was cancelled.")
                _write(archive, entry, room)
    except SharedRunError:
        raise
    except DAMAGED:
        raise SharedRunError(f"{name} is damaged, or no run that was sent from GAN Studio.") from None


def _chosen(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    """The entries that belong to a run.

    Raises:
        SharedRunError: it is no such file; two entries of one name; an entry, or all of them, too large.
    """
    entries = archive.infolist()
    if not entries or entries[0].filename != "mimetype" or entries[0].file_size != len(MIMETYPE):
        raise SharedRunError(f"{name} is no run that was sent from GAN Studio.")
    chosen = [entry for entry in entries if ALLOWED.fullmatch(entry.filename)]
    if len({entry.filename.lower() for entry in chosen}) < len(chosen):
        raise SharedRunError(f"{name} holds two files of one name.")
    for entry in chosen:
        if entry.file_size > run_files.most_bytes(entry.filename.rpartition("/")[2]):
            raise SharedRunError(f"{name} holds {entry.filename}, which is too large.")
    return chosen


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: Path) -> None:
    """Into the room; zipfile gives no more bytes than the entry announces."""
    path = room / entry.filename
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with archive.open(entry) as packed, run_files.replacing(path) as file:
        shutil.copyfileobj(packed, file, 2**20)


def _name_of(path: Path) -> str:
    return name_for(str(path.with_suffix("")), "").rstrip("-")
