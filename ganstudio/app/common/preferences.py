"""Preferences: what the window remembers, as JSON with a strict schema.

Never QSettings: it unpickles what it reads. Every value is checked on its own, so that one damaged entry loses only
itself; the damaged file is kept beside the new one.
"""

import contextlib
import dataclasses
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

from ganstudio.core.files import private, private_folder, write_atomically
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import RunSettings
from ganstudio.core.schema import Range, SchemaError, build, parse, read
from ganstudio.core.settings import SettingError, Value, values_of
from ganstudio.workflows.own_presets import OwnPresets, PresetError

log = logging.getLogger(__name__)

LARGEST = 2**20
"""Bytes of the largest file that is read."""
FARTHEST = 2**15
"""Largest coordinate or side of a window, in pixels."""

Place = Annotated[int, Range(-FARTHEST, FARTHEST)]
Side = Annotated[int, Range(100, FARTHEST)]
Geometry = tuple[Place, Place, Side, Side]
"""Left, top, width, height of the window without its frame."""


@dataclass(frozen=True, kw_only=True)
class Speed:
    """How fast a recipe trained here, and when that was measured."""

    images_per_second: Annotated[float, Range(0, 1e12)]
    resolution: Resolution
    batch: int
    memory: int = 0
    """Bytes that a step takes, see `measure_speed.Measured`, and so the next six."""
    each: int = 0
    room: int = 0
    state: int = 0
    snapshot: int = 0
    host: int = 0
    host_room: int = 0
    date: str
    """The day, as 2026-01-31."""
    load: float = 0.0
    """Processes that wanted to work then, for each core: above a half the figure may be too low."""


@dataclass(frozen=True, kw_only=True)
class Preferences:
    """What is remembered between two starts."""

    theme: Literal["system", "light", "dark"] = "system"
    language: Literal["system", "en", "de", "zh_CN"] = "system"
    stop_on_close: bool = False
    """Closing while training stops and saves without a question."""
    own_process: bool = False
    """Train in a process of its own."""
    runs_folder: str = ""
    """'' for the default of this computer."""
    cache_folder: str = ""
    """Where prepared images are kept; '' for the default of this computer."""
    changelog: str = ""
    """Where the newest version's changelog is: an address or a file."""
    folders: Mapping[str, str] = field(default_factory=dict)
    """Where a file of each kind ('pictures', 'weights') was chosen last."""
    export_folder: str = ""
    device: str = "auto"
    recipe: str = ""
    preset: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    """Changed settings of the last recipe; checked again by the recipe itself."""
    budget: Mapping[str, Value] = field(default_factory=dict)
    geometry: Geometry | None = None
    maximised: bool = False
    unfinished: str = ""
    """Folder of the run that was training when the window closed."""
    recent: tuple[str, ...] = ()
    """Folders of the runs that were opened or made, wherever they lie, the last one first."""
    starred: tuple[str, ...] = ()
    """Folders of the runs that the person has marked; nothing is written into runs, which may be strangers'."""
    flowers: bool = False
    """The run that comes with the program was put among the runs, where the person may have deleted it since."""
    measured: Mapping[str, Speed] = field(default_factory=dict)
    """How fast recipes are on devices of computers; see `speeds.key_of`."""


def load(path: Path) -> tuple[Preferences, str]:
    """The preferences in `path`, and a sentence if some of them could not be used ('' if all is well)."""
    try:
        fields = parse(read(path, most=LARGEST), lenient=True)
        if not isinstance(fields, dict):
            raise SchemaError("not an object")
    except FileNotFoundError:
        return Preferences(), ""
    except (OSError, SchemaError):
        return Preferences(), _kept(path, "The preferences were damaged and are back at their defaults")
    if "apart" in fields:  # the name of `own_process` in files of older versions
        fields.setdefault("own_process", fields.pop("apart"))
    hints = get_type_hints(Preferences, include_extras=True)
    good: dict[str, Any] = {}
    for name in hints.keys() & fields.keys():
        with contextlib.suppress(SchemaError):
            good[name] = build(hints[name], fields[name], name)
    damaged = sorted(name for name in fields if name in hints and name not in good and fields[name] is not None)
    sentence = f"Damaged preferences are back at their defaults: {', '.join(damaged)}" if damaged else ""
    return Preferences(**good), _kept(path, sentence) if damaged else ""


def save(path: Path, preferences: Preferences) -> None:
    """Write them, readable by this person only.

    Raises:
        OSError: the folder cannot be written.
    """
    private_folder(path.parent)
    text = json.dumps(dataclasses.asdict(preferences), indent=1, ensure_ascii=False) + "\n"
    write_atomically(path, text, opener=private)


class Memory:
    """The preferences of a running program: read once, written at each change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.value, self.damage = load(path)
        """`damage`: the sentence about what could not be used, '' if all was well."""

    def change(self, **changes: Any) -> None:
        """Remember; a disk that cannot be written costs only the memory, not the work."""
        changed = dataclasses.replace(self.value, **changes)
        if changed != self.value:
            self.value = changed
            try:
                save(self._path, changed)
            except OSError:
                log.exception("the preferences cannot be written")


def remembered(settings: RunSettings, own: OwnPresets) -> dict[str, Any]:
    """The preferences that a started run leaves behind: its recipe and what differs from the preset.

    `own`: the person's presets, of which one may have been deleted since it was chosen.
    """
    from ganstudio.models.gallery import by_name

    kind, preset = by_name(settings.recipe), settings.preset
    try:
        base = values_of(own.recipe(kind, preset))
    except (SettingError, PresetError):
        base, preset = values_of(kind()), ""
    return {
        "recipe": settings.recipe,
        "preset": preset,
        "values": {name: value for name, value in settings.values.items() if base.get(name) != value},
        "budget": values_of(settings.budget),
        "device": settings.device,
    }


def _kept(path: Path, sentence: str) -> str:
    """The sentence, with the name of the backup of the damaged file if one could be made."""
    backup = path.with_name(f"{path.stem}-damaged{path.suffix}")
    with contextlib.suppress(OSError, SchemaError):
        write_atomically(backup, read(path), opener=private)
        return f"{sentence}; the old file is kept as {backup.name}."
    return f"{sentence}."
