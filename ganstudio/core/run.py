"""Run: a folder, and the only memory of a training run.

    settings.json   what was asked for          events.jsonl   what happened, a line each
    places.json     where its images are        log.txt        what went wrong
    samples/        grids of samples            checkpoints/   what training can resume from
    snapshots/      the generator over its life tensorboard/   the same numbers for TensorBoard
    scores.json     measured quality

No torch here: the window lists, opens and replays runs before torch is imported.
"""

import contextlib
import dataclasses
import json
import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Annotated, Any, Literal, Self

from ganstudio.core import resolution, run_files
from ganstudio.core.classes_by_hand import ClassesError, read_classes
from ganstudio.core.events import LAST_SAVE, Event, Progress, Scored, Warned, from_json, to_json
from ganstudio.core.file_lock import has_locks, locked
from ganstudio.core.files import to_bytes
from ganstudio.core.fit_by_hand import FitByHand, build_fits, fits_to_json
from ganstudio.core.heartbeat import PATIENCE, Heartbeat, is_beating
from ganstudio.core.run_files import RunFileError
from ganstudio.core.run_state import RunState
from ganstudio.core.schema import Range, SchemaError, build, parse
from ganstudio.core.settings import SettingError, Value, check_settings, from_mapping, setting, values_of

FORMAT = 2
"""Version of a run folder. A higher number than this was written by a newer program and is not touched."""
LOOKS = (0.0, 0.02, 0.1)
"""Seconds before each try to become the writer: whoever only looks whether a run is written holds its lock shortly."""
LONGEST_LINE = 2**22
"""Bytes of a line of events.jsonl; a longer one was not written by this program."""

HOLDER = b"process "
"""What a run.lock begins with; a file that does not is somebody's, and stays as it is."""

Device = Literal["auto", "cpu", "cuda", "mps"]


MOVED = ("events.jsonl", "scores.json", "places.json")


class RunError(ValueError):
    """A run folder that cannot be used as asked; the text is a sentence for the user."""


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """How picture files become training images, apart from their size."""

    fit: str = setting(
        "crop",
        "What happens to pictures of another shape: cut the middle out, or what has the most edges, add borders, or "
        "stretch.",
        choices=("crop", "smart", "pad", "stretch"), first=True,
    )  # fmt: skip
    colour: str = setting(
        "rgb", "Learn in colour, in grey, or in colour with transparency (rgba).",
        choices=("rgb", "grey", "rgba"), first=True,
    )  # fmt: skip
    background: str = setting("#ffffff", "The colour under transparent parts and in added borders, as #rrggbb.")
    flip: bool = setting(False, "Show each picture mirrored half of the time. Not for text or asymmetric things.")
    labels: bool = setting(False, "Subfolders are classes: each picture is labelled with its first folder's name.")
    classes: str = setting(
        "",
        "Classes by hand: cat=tabby+siamese makes one class of two folders, feline=cat gives one another name, =dog "
        "leaves one out. Folders that are not named stay as they are.",
    )
    balance: bool = setting(False, "Show each class as often as any other, however few pictures it has.")
    duplicates: str = setting(
        "near", "Which copies are left out: identical pictures, nearly identical ones too, or none.",
        choices=("near", "exact", "keep"),
    )  # fmt: skip
    black: float = setting(
        0.0, "The number that is black in pictures of more than 8 bits, where white is not 0.", low=-1e9, high=1e9
    )
    white: float = setting(
        0.0,
        "The number that is white in pictures of more than 8 bits: 4095 for 12 bits, 1 for fractions. 0: the range "
        "that the whole set needs.",
        low=-1e9, high=1e9,
    )  # fmt: skip
    video_rate: float = setting(
        2.0, "Frames a second that are taken of a video.", low=0.001, high=240.0, unit="a second", scale="log"
    )
    video_frames: int = setting(
        0, "So many frames of each video, evenly spread over it. 0: as many a second as above.", low=0, high=10**6
    )
    video_from: float = setting(0.0, "Where in a video the first frame is taken.", low=0.0, high=1e6, unit="s")
    video_to: float = setting(
        0.0, "Where in a video the last frame is taken. 0: at its end.", low=0.0, high=1e6, unit="s"
    )
    held_out: float = setting(
        0.05,
        "Share of the pictures kept aside to see whether the rest are learned by heart: 500 at most, none of fewer "
        "than 1,000, and none by translations.",
        low=0.0, high=0.5,
    )  # fmt: skip
    test_share: float = setting(
        0.0,
        "Share of the pictures set aside by their content for a test of what is made: neither learned from nor used "
        "to choose a checkpoint, and what `augment --judge` tests on. Translations set none aside.",
        low=0.0, high=0.5,
    )  # fmt: skip
    smallest: int = setting(8, "Pictures with a side shorter than this are left out.", low=1, high=4096, unit="px")
    excluded: tuple[str, ...] = ()
    """Names of pictures that a person leaves out, as they are shown; * and ? stand for any letters. No setting: they
    say where the images are, so they lie in places.json."""
    fits: tuple[FitByHand, ...] = ()
    """Pictures that a person fits otherwise than the others, in the order of their names; in places.json too."""

    def __post_init__(self) -> None:
        check_settings(self)
        digits = self.background[1:]
        if (
            len(digits) != 6
            or self.background[0] != "#"
            or any(digit not in "0123456789abcdefABCDEF" for digit in digits)
        ):
            raise SettingError("background", f"background takes a colour as #rrggbb, not {self.background!r}.")
        try:
            read_classes(self.classes)
        except ClassesError as error:
            raise SettingError("classes", f"classes: {error}") from None

    @property
    def channels(self) -> int:
        return {"grey": 1, "rgb": 3, "rgba": 4}[self.colour]


@dataclass(frozen=True, kw_only=True)
class Budget:
    """When training is done: after so many steps, thousands of images, or minutes; whichever comes first. 0: no end."""

    steps: int = setting(0, "Stop after this many steps.", low=0, high=10**9, unit="steps")
    kimg: float = setting(0.0, "Stop after this many thousand images.", low=0, high=1e6, unit="kimg")
    minutes: float = setting(0.0, "Stop after this many minutes of training.", low=0, high=1e6, unit="min")
    patience: float = setting(
        0.0,
        "Stop when the score has not improved for this many minutes of training; 0: whatever the score does. Counted "
        "from when the run began or went on.",
        low=0, high=1e6, unit="min",
    )  # fmt: skip
    rates: str = setting(
        "again",
        "Where a run goes on for longer than its learning rates were to fall: they begin again at their full size, or "
        "stay low.",
        choices=("again", "low"),
    )  # fmt: skip

    def __post_init__(self) -> None:
        check_settings(self)

    def fraction(self, step: int, kimg: float, seconds: float) -> float | None:
        """Share that is done, 0 to 1; None when there is no budget."""
        shares = [
            done / allowed
            for done, allowed in ((step, self.steps), (kimg, self.kimg), (seconds, 60 * self.minutes))
            if allowed
        ]
        return min(1.0, max(shares)) if shares else None


@dataclass(frozen=True, kw_only=True)
class RunSettings:
    """Everything that was asked for: enough to start the run again from nothing."""

    recipe: str
    sides: tuple[tuple[str, ...], ...]
    """Folders, files and archives, for each side that the recipe learns from (one side, two for translation)."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """Every setting of the recipe."""
    preset: str = ""
    preparation: Preparation = field(default_factory=Preparation)
    budget: Budget = field(default_factory=Budget)
    seed: int = 0
    device: str = "auto"
    reason: str = ""
    """Why the program chose this recipe; '' where a person did."""
    task: str = ""
    """What its network does, where that does not follow from the number of sides; see `does`."""
    origin: Mapping[str, Value] = field(default_factory=dict)
    """Of a branch: the `run` (its name), `checkpoint`, `step` and `kimg` it came from, and a `remark` on how."""

    @property
    def does(self) -> str:
        """What its network does: 'generate', 'translate' or 'enlarge' (`Recipe.task`)."""
        return self.task or ("translate" if len(self.sides) == 2 else "generate")

    @property
    def resolution(self) -> "resolution.Resolution":
        """Of the pictures that it learns.

        Raises:
            RunError: its settings do not say.
        """
        try:
            return resolution.parse(str(self.values.get("resolution")))
        except ValueError:
            raise RunError("The settings of this run do not say how large its pictures are.") from None

    @property
    def batch(self) -> int:
        """Pictures in a step; 0 where its settings do not say."""
        batch = self.values.get("batch")
        return batch if isinstance(batch, int) else 0

    def preparation_of(self, sources: Sequence[str | os.PathLike[str]]) -> Preparation:
        """How this run prepares them; what is left out and fitted by hand are its own pictures, not other folders'."""
        own = tuple(os.path.realpath(source) for source in sources)
        same = any(own == tuple(map(os.path.realpath, side)) for side in self.sides)
        return self.preparation if same else dataclasses.replace(self.preparation, excluded=(), fits=())

    def to_json(self) -> str:
        """Everything but the places of the images, of which only the number of sides is told."""
        fields = {"format": FORMAT} | dataclasses.asdict(self) | {"sides": len(self.sides)}
        fields["preparation"] = values_of(self.preparation)
        fields["budget"] = values_of(self.budget)
        return json.dumps(fields, indent=1, ensure_ascii=False) + "\n"

    def places_to_json(self) -> str:
        """Where the images are: in a file of its own, so that a run can be given away without it."""
        fields: dict[str, Any] = {"sides": self.sides}
        if self.preparation.excluded:
            fields["excluded"] = self.preparation.excluded
        if self.preparation.fits:
            fields["fits"] = fits_to_json(self.preparation.fits)
        return json.dumps(fields, indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes, places: str | bytes = b"") -> Self:
        """Read settings.json, and places.json where it is there; format 1 had the places among the settings.

        Raises:
            RunError: damaged, or written by a newer version.
        """
        try:
            fields = parse(text)
            if not isinstance(fields, dict):
                raise SchemaError("it is not an object")
            version = build(int, fields.pop("format", None), "format")
        except SchemaError as error:
            raise RunError(f"its settings.json is damaged: {error}") from None
        if version > FORMAT:
            raise RunError(f"it was made by a newer GAN Studio (format {version}, this one reads up to {FORMAT})")
        try:
            known: _Written = build(_Written, fields, "settings.json", strangers=True)
            preparation = from_mapping(Preparation, _ALL_LEARNED | known.preparation, what="preparation")
            return cls(
                recipe=known.recipe,
                sides=_sides(known.sides, places) if isinstance(known.sides, int) else known.sides,
                values=known.values,
                preset=known.preset,
                preparation=dataclasses.replace(preparation, excluded=_excluded(places), fits=_fits(places)),
                budget=from_mapping(Budget, known.budget, what="budget"),
                seed=known.seed,
                device=known.device,
                reason=known.reason,
                task=known.task,
                origin=_without_path(known.origin),
            )
        except (SettingError, SchemaError) as error:
            raise RunError(f"its settings.json is damaged: {error}") from None


@dataclass(frozen=True, kw_only=True)
class _Written:
    """The fields of settings.json, each of its kind; what their values may be is said by the settings themselves."""

    recipe: str
    sides: tuple[tuple[str, ...], ...] | Annotated[int, Range(0, 8)]
    values: dict[str, Value]
    preset: str = ""
    preparation: dict[str, Value]
    budget: dict[str, Value]
    seed: Annotated[int, Range(0, 2**31 - 1)]
    device: str
    reason: str = ""
    task: str = ""
    origin: dict[str, Value] = field(default_factory=dict)


def _sides(count: int, places: str | bytes) -> tuple[tuple[str, ...], ...]:
    """Where the images are, as places.json says; nowhere if it is not there, or says nothing that can be used."""
    try:
        fields = build(dict[str, Any], parse(places))
        sides: tuple[tuple[str, ...], ...] = build(tuple[tuple[str, ...], ...], fields.get("sides"), "sides")
    except SchemaError:
        sides = ()
    return sides if len(sides) == count else ((),) * count


def _excluded(places: str | bytes) -> tuple[str, ...]:
    """Names of what a person leaves out, as places.json says; none if it is not there, or says nothing of it."""
    try:
        names: tuple[str, ...] = build(tuple[str, ...], build(dict[str, Any], parse(places)).get("excluded", []))
    except SchemaError:
        return ()
    return names


def _fits(places: str | bytes) -> tuple[FitByHand, ...]:
    """How a person fits single pictures, as places.json says; as `_excluded`."""
    try:
        return build_fits(build(dict[str, Any], parse(places)).get("fits", []))
    except SchemaError:
        return ()


def _without_path(origin: Mapping[str, Value]) -> dict[str, Value]:
    """Format 1 kept the whole path of the run that a branch came from; its name is told now."""
    return {key: re.split(r"[/\\]", value)[-1] if key == "run" and isinstance(value, str) else value
            for key, value in origin.items()}  # fmt: skip


_ALL_LEARNED: dict[str, Value] = {"held_out": 0.0}
"""Runs from before images were kept aside go on with all of theirs."""


@dataclass(frozen=True)
class Summary:
    """What a gallery shows of a run without replaying it."""

    name: str
    settings: RunSettings
    state: RunState = field(default_factory=RunState)
    last_sample: Path | None = None
    modified: float = 0.0
    """Seconds since the epoch."""
    trouble: str = ""
    """Why the run cannot be read, as a sentence."""
    best: Scored | None = None
    """The score of the moment that is marked best."""

    @property
    def step(self) -> int:
        return self.state.step

    @property
    def kimg(self) -> float:
        return self.state.kimg

    @property
    def seconds(self) -> float:
        return self.state.seconds

    @property
    def images(self) -> int:
        return self.state.images

    @property
    def outcome(self) -> str:
        """completed, stopped, failed, or 'unfinished' when no Finished was written (a crash, or it still runs)."""
        return self.state.outcome or "unfinished"


FINE = 10_000
"""Progress is written this often in the time that a run has trained, once that is rarer than each second."""
LONG = 2**24
"""Bytes of events that are read whole."""
PROGRESS = b'{"event":"progress"'
FEW = 8
"""Progress that are read for a summary, some of which may be damaged."""


class Run:
    """A run folder, for reading; `start_writing` makes this process its only writer."""

    def __init__(self, folder: Path, settings: RunSettings) -> None:
        self.folder = folder
        self.settings = settings
        self._events: IO[bytes] | None = None
        self._lock: IO[bytes] | None = None
        self._heartbeat: Heartbeat | None = None
        self.without_locks = False
        """Whether the file system knows no locks; known once writing has begun."""
        self._last_progress = -1e9
        self._last_told: set[str] = set()
        self._waits = False

    @classmethod
    def create(cls, folder: Path, settings: RunSettings) -> Self:
        """A new run in `folder`, which must be empty or not exist.

        Raises:
            RunError: the folder holds something already, or may not be written.
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            hint = "resume it with --resume, or choose another" if is_run(folder) else "choose another"
            raise RunError(f"{folder} is not empty; {hint}.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for inner in ("samples", "checkpoints"):
                run_files.make_folder(folder / inner)
            run_files.write(folder / "places.json", settings.places_to_json())
            run_files.write(folder / "settings.json", settings.to_json())
        except OSError as error:
            raise RunError(f"{folder} cannot be made: {error.strerror or error}. Choose another folder.") from None
        return cls(folder, settings)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """An existing run.

        Raises:
            RunError: not a run, damaged, from a newer version, or with a link or a device where a file belongs; the
                sentence names the folder.
        """
        try:
            run_files.require_plain(folder)
            text = run_files.read(folder / "settings.json")
        except FileNotFoundError:
            why = "it has no settings.json" if folder.exists() else "there is no such folder any more"
            raise RunError(f"{folder} is not a run: {why}.") from None
        except OSError as error:
            raise RunError(f"{folder} cannot be read: {error.strerror or error}.") from None
        try:
            return cls(folder, RunSettings.from_json(text, _places_in(folder)))
        except RunError as error:
            raise RunError(f"{folder} cannot be opened: {error}.") from None

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def checkpoints(self) -> Path:
        return self.folder / "checkpoints"

    def change(self, **changes: Any) -> None:
        """Rewrite settings.json with some fields changed (a longer budget before resuming), and places.json."""
        self.settings = dataclasses.replace(self.settings, **changes)
        run_files.write(self.folder / "places.json", self.settings.places_to_json())
        run_files.write(self.folder / "settings.json", self.settings.to_json())

    def require_places(self) -> None:
        """Raises RunError if nobody knows where the images are that it learns from: it was given away without them."""
        if not self.settings.sides or not all(self.settings.sides):
            again = f"ganstudio train FOLDER --resume --out {self.folder}"
            raise RunError(f"{self.folder} does not say where its images are; resume it with `{again}`.")

    def move_to(self, folder: Path) -> None:
        """Be in another, new folder from now on, with the settings and what has happened so far, if that can be read.

        The rest stays behind: this is for a disk that is full, or gone.

        Raises:
            OSError, RunError: it cannot be made there; the run stays where it is.
        """
        made = type(self).create(folder, self.settings)
        for name in MOVED:
            with contextlib.suppress(OSError):
                run_files.write(folder / name, run_files.read(self.folder / name))
        made.start_writing()
        self.stop_writing()
        self.folder, self._events, self._lock = folder, made._events, made._lock

    # Writing ------------------------------------------------------------------------------------------------------

    def start_writing(self) -> None:
        """Become the one process that writes here, until `stop_writing` or the end of the process.

        Raises:
            RunError: another process is writing, or something stands in the folder that is not the run's.
            OSError: the disk is full or may not be written; others may write.
        """
        try:
            run_files.require_plain(self.folder, inside=True)
            lock = run_files.open_to_change(self.folder / "run.lock")
        except RunFileError as error:
            raise RunError(f"{self.folder} cannot be written to: {error}.") from None
        holder = lock.read(200)
        free = any(_locked_after(seconds, lock) for seconds in LOOKS)
        self.without_locks = free and not has_locks(lock)
        if not free or (self.without_locks and is_beating(lock)):
            lock.close()
            shown = holder.decode(errors="replace").strip() or "another process"
            raise RunError(f"{self.folder} is in use by {shown}. Stop it there first.")
        if holder and not holder.startswith(HOLDER):
            lock.close()
            raise RunError(f"{self.folder} cannot be written to: its run.lock is somebody's file; move it away.")
        self._lock = lock
        try:
            self._begin(lock)
        except OSError:
            self.stop_writing()
            raise

    def _begin(self, lock: IO[bytes]) -> None:
        lock.seek(0)
        lock.truncate(0)
        lock.write(HOLDER + str(os.getpid()).encode())
        lock.flush()
        if self.without_locks:
            self._heartbeat = Heartbeat(lock)
        run_files.remove_run_leftovers(self.folder, seconds=60)  # others may be keeping a journey here at this moment
        for name in run_files.FOLDERS:
            run_files.remove_run_leftovers(self.folder / name)
        self._open_events()

    def _open_events(self) -> None:
        """Locked too: a second writer is kept out though somebody has removed run.lock. Not on Windows, where nobody
        could read what is locked, and nobody can remove what is open."""
        events = self._events = run_files.open_to_change(self.folder / "events.jsonl", at_end=True)
        if os.name == "posix" and not locked(events):
            self.stop_writing()
            raise RunError(f"{self.folder} is in use by another process. Stop it there first.")
        if not _ends_with_newline(self._events):
            self._events.write(b"\n")  # the last line was torn by a crash: it stays, alone, and is passed over

    def keep_hold(self) -> None:
        """Before a save: still be the one writer, though somebody has removed or replaced run.lock or events.jsonl.

        Raises:
            OSError: they cannot be made again; a RunFileError if another process has come to write here since.
        """
        if self._lock is None or self._events is None:
            return
        if not _is_at(self._lock, self.folder / "run.lock"):
            lock = run_files.open_to_change(self.folder / "run.lock")
            if not locked(lock):
                lock.close()
                raise RunFileError("its run.lock was removed, and another process writes there now; stop that one")
            self._lock.close()
            self._lock = lock
            lock.write(HOLDER + str(os.getpid()).encode())
            lock.flush()
        if not _is_at(self._events, self.folder / "events.jsonl"):
            events = run_files.open_to_change(self.folder / "events.jsonl", at_end=True)
            if os.name == "posix" and not locked(events):
                events.close()
                raise RunFileError("its events.jsonl was removed, and another process writes there now; stop that one")
            self._events.close()
            self._events = events

    def stop_writing(self) -> None:
        """Let others write. Safe to call twice, and on a full disk, which `record` has met before."""
        if self._heartbeat:
            self._heartbeat.stop()
            self._heartbeat = None
        for file in (self._events, self._lock):
            if file:
                with contextlib.suppress(OSError):
                    file.close()
        self._events = self._lock = None

    def record(self, event: Event) -> bool:
        """Append an event; False if it was left out.

        Progress is thinned to one a second, and further as the run grows: a curve has ten thousand points after three
        hours, thirty thousand after a day, fifty thousand after a week.

        One that tells something which the last one written did not is always written. A full disk is no reason to end
        a run: what does not fit (False) waits in memory as far as it can, and is written with the next that does.
        """
        if self._events is None:
            return False
        if isinstance(event, Progress):
            pause = min(event.seconds / 100, max(1.0, event.seconds / FINE))
            soon = event.seconds - self._last_progress < pause
            if soon and event.losses.keys() <= self._last_told:
                return False
            self._last_progress, self._last_told = event.seconds, set(event.losses)
        waits = isinstance(event, Warned) and event.topic == LAST_SAVE  # which is told every two seconds
        if waits and self._waits:
            return False
        self._waits = waits
        try:
            self._events.write(to_bytes(self.without_paths(to_json(event)) + "\n"))
            self._events.flush()
        except OSError:
            return False
        return True

    def without_paths(self, text: str) -> str:
        """What a run says of itself, without naming the person: its folder by its name alone, the home folder as ~."""
        for path, word in (
            (str(self.folder.absolute()), self.name), (str(self.folder), self.name), (os.path.expanduser("~"), "~")
        ):  # fmt: skip
            if len(path) > 1 and path != self.name:
                text = text.replace(path, word).replace(json.dumps(path)[1:-1], word)
        return text

    # Reading ------------------------------------------------------------------------------------------------------

    def events(self) -> Iterator[Event]:
        """Every event so far, in order. Lines that are torn or from a newer version are passed over.

        Older versions wrote one Progress a second for as long as a run trained: of a file that is longer than `LONG`
        as many are passed over, evenly, that about that much is read.

        Raises:
            OSError: they cannot be read; a RunFileError if they are no plain file, or too large.
        """
        try:
            file = run_files.open_file(self.folder / "events.jsonl")
        except FileNotFoundError:
            return
        with file:
            pieces = 1 + os.fstat(file.fileno()).st_size // LONG
            for number, line in enumerate(_lines(file)):
                if number % pieces and line.startswith(PROGRESS):
                    continue
                try:
                    yield from_json(line)
                except ValueError:
                    continue

    def summary(self) -> Summary:
        """The state of the run from the end of its events, without reading all of them.

        Raises:
            OSError: as `events`.
        """
        state = self.look_at_disk(RunState().hear_all(_tail_events(self.folder / "events.jsonl")))
        last = self.folder / state.last_sample if state.last_sample else None
        if last is None or not run_files.is_file(last):
            samples = run_files.listed(self.folder / "samples", "*.png")
            last = samples[-1] if samples else None
        modified, best = modified_at(self.folder), self._best_score()
        return Summary(self.name, self.settings, state, last_sample=last, modified=modified, best=best)

    def _best_score(self) -> Scored | None:
        try:
            marked = build(dict[str, Any], parse(run_files.read(self.checkpoints / "best.json")))
            score: Scored = build(Scored, marked.get("score"), strangers=True)
        except (OSError, SchemaError):
            return None
        return score

    def look_at_disk(self, state: RunState) -> RunState:
        """`state` with what the disk says of this run now."""
        return state.seen(on_disk=is_run(self.folder), in_use=not state.outcome and self._in_use())

    def _beats_lately(self, lock: IO[bytes]) -> bool:
        """As well as can be told at a glance, by two computers' clocks."""
        return b" beat " in lock.read(300) and time.time() - os.fstat(lock.fileno()).st_mtime < PATIENCE

    def _in_use(self) -> bool:
        """Whether somebody writes here; a shared lock is taken for a moment where nobody does."""
        try:
            with run_files.open_file(self.folder / "run.lock") as lock:
                return not locked(lock, shared=True) or (not has_locks(lock) and self._beats_lately(lock))
        except OSError:
            return False


def _places_in(folder: Path) -> bytes:
    """The content of places.json; nothing if it was left out when the run was given away."""
    try:
        return run_files.read(folder / "places.json")
    except OSError:
        return b""


def is_run(folder: Path) -> bool:
    """Whether a folder is one of a run; whether it can be opened is not known yet."""
    return os.path.lexists(folder / "settings.json")


def modified_at(folder: Path) -> float:
    """When a run was last written to, in seconds since the epoch; 0.0 where that cannot be known."""
    for name in ("events.jsonl", "settings.json"):
        try:
            return (folder / name).lstat().st_mtime
        except OSError:
            continue
    return 0.0


def _ends_with_newline(file: IO[bytes]) -> bool:
    """Or is empty."""
    if not file.seek(0, os.SEEK_END):
        return True
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Each line of a file, those that are too long in pieces, which are no events."""
    while line := file.readline(LONGEST_LINE):
        yield line


def _tail_events(path: Path, size: int = 65536) -> Iterator[Event]:
    """The first event and those in the last `size` bytes; of Progress the last few, which tell what all others do."""
    try:
        with run_files.open_file(path) as file:
            lines = [file.readline(LONGEST_LINE)]
            end = file.seek(0, os.SEEK_END)
            file.seek(max(len(lines[0]), end - size))
            lines += file.read(size).splitlines()
    except FileNotFoundError:
        return
    progress = [number for number, line in enumerate(lines) if line.startswith(PROGRESS)]
    older = set(progress[:-FEW])
    for line in (line for number, line in enumerate(lines) if number not in older):
        try:
            yield from_json(line)
        except ValueError:
            continue


def _is_at(file: IO[bytes], path: Path) -> bool:
    """Whether an open file is the one that stands there."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.lstat())
    except FileNotFoundError:
        return False


def _locked_after(seconds: float, file: IO[bytes]) -> bool:
    time.sleep(seconds)
    return locked(file)
