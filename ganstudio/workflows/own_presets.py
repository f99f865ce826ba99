"""Presets of a person's own: settings of a recipe under a name, in one file beside the preferences. No torch here.

Window and command line read the same file; nothing in it is believed before the recipe itself has checked it.
"""

import contextlib
import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from ganstudio.core.environment import settings_folder
from ganstudio.core.file_lock import held
from ganstudio.core.files import private, private_folder, write_atomically
from ganstudio.core.recipe import Preset, Recipe
from ganstudio.core.schema import Range, SchemaError, build, parse, read
from ganstudio.core.settings import SettingError, Value, from_mapping, settings_of

FILE = "presets.json"
EDITING = ".presets-editing.lock"
LARGEST = 2**20
"""Bytes of the largest file that is read."""
FORMAT = 1
MOST = 200
"""Presets that are kept."""
LONGEST = 40
"""Letters of a name."""
EDIT_WAIT = 5.0
"""Seconds that another program that changes them is waited for."""
TOLD = 6
"""Settings of a preset that its note names."""


class PresetError(ValueError):
    """A preset cannot be kept or read as asked; the text is a sentence for the user."""


@dataclass(frozen=True, kw_only=True)
class OwnPreset:
    recipe: str
    """Name of the recipe whose settings they are."""
    name: str
    values: Mapping[str, Value]


@dataclass(frozen=True, kw_only=True)
class _Written:
    """What the file holds."""

    format: Annotated[int, Range(1, FORMAT)] = FORMAT
    presets: tuple[OwnPreset, ...] = ()


class OwnPresets:
    """Reads and changes the file; several programs may."""

    def __init__(self, path: Path | None = None) -> None:
        """`path`: of the file, which need not exist; None for that of this computer."""
        self.path = path or settings_folder() / FILE

    def all(self) -> tuple[OwnPreset, ...]:
        """Every preset in the file, whether its recipe can use it or not.

        Raises:
            PresetError: the file is damaged, or of a newer version.
        """
        try:
            written: _Written = build(_Written, parse(read(self.path, most=LARGEST)), FILE)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise PresetError(f"{self.path} cannot be read: {error.strerror or error}.") from None
        except SchemaError as error:
            raise PresetError(f"{self.path} is damaged ({error}). Move it away, and save your presets anew.") from None
        return written.presets

    def of(self, kind: type[Recipe]) -> dict[str, Preset]:
        """Those that this recipe can use, by their names.

        Raises:
            PresetError: as `all`.
        """
        usable: dict[str, Preset] = {}
        for preset in self.all():
            if preset.recipe == kind.name and not problem_with(kind, preset.name):
                with contextlib.suppress(SettingError):
                    recipe = from_mapping(kind, preset.values, what=kind.title)
                    usable[preset.name] = Preset(preset.name, _note(recipe), preset.values)
        return usable

    def recipe(self, kind: type[Recipe], name: str) -> Recipe:
        """The recipe with the values of a preset: of its own, or of the person's; its defaults for ''.

        Raises:
            SettingError: there is no preset of that name, or the recipe does not take its values.
            PresetError: as `all`.
        """
        if not name or name in kind.presets:
            return kind.preset(name)
        kept = next((preset for preset in self.all() if (preset.recipe, preset.name) == (kind.name, name)), None)
        if kept is None:
            known = ", ".join((*kind.presets, *self.of(kind))) or "none"
            raise SettingError("preset", f"{kind.title} has no preset called {name}. It has: {known}.")
        try:
            return from_mapping(kind, kept.values, what=kind.title)
        except SettingError as error:
            raise SettingError("preset", f"Your preset {name} cannot be used: {error}") from None

    def save(self, kind: type[Recipe], name: str, values: Mapping[str, Value]) -> OwnPreset | None:
        """Keep these values under a name.

        Returns:
            The preset that had this name until now; None if there was none.

        Raises:
            PresetError: the name cannot be had, there are too many, or the file cannot be changed.
        """
        if problem := problem_with(kind, name):
            raise PresetError(problem)
        made = OwnPreset(recipe=kind.name, name=name, values=dict(values))
        before: list[OwnPreset] = []

        def put(preset: OwnPreset) -> OwnPreset:
            if (preset.recipe, preset.name) != (kind.name, name):
                return preset
            before.append(preset)
            return made

        with self._changing() as change:
            presets = [put(preset) for preset in change.presets]
            change.to(presets if before else [*presets, made])
        return before[0] if before else None

    def rename(self, kind: type[Recipe], name: str, to: str) -> None:
        """Raises PresetError: there is no such preset, or the new name cannot be had."""
        if problem := problem_with(kind, to):
            raise PresetError(problem)
        with self._changing() as change:
            if any((preset.recipe, preset.name) == (kind.name, to) for preset in change.presets):
                raise PresetError(f"There is a preset called {to} already; choose another name.")
            old = _named(change.presets, kind, name)
            change.to([dataclasses.replace(preset, name=to) if preset is old else preset for preset in change.presets])

    def delete(self, kind: type[Recipe], name: str) -> OwnPreset:
        """What was deleted, to be saved again if that was a mistake.

        Raises:
            PresetError: there is no such preset.
        """
        with self._changing() as change:
            old = _named(change.presets, kind, name)
            change.to([preset for preset in change.presets if preset is not old])
        return old

    @contextlib.contextmanager
    def _changing(self) -> Iterator["_Change"]:
        """The presets as they are, and a way to put others in their place, while nobody else changes them."""
        try:
            private_folder(self.path.parent)
            with held(self.path.with_name(EDITING), EDIT_WAIT) as alone:
                if not alone:
                    raise PresetError(f"{self.path} is being changed by another program. Try again.")
                yield _Change(self.all(), self._write)
        except OSError as error:
            raise PresetError(f"{self.path} cannot be written: {error.strerror or error}.") from None

    def _write(self, presets: list[OwnPreset]) -> None:
        if len(presets) > MOST:
            raise PresetError(f"There are {MOST} presets already; delete one first.")
        text = json.dumps(dataclasses.asdict(_Written(presets=tuple(presets))), indent=1, ensure_ascii=False)
        write_atomically(self.path, text + "\n", opener=private)


@dataclass(frozen=True)
class _Change:
    presets: tuple[OwnPreset, ...]
    to: Callable[[list[OwnPreset]], None]


def problem_with(kind: type[Recipe], name: str) -> str:
    """'' or the sentence that says why a preset of this recipe cannot be called so."""
    if not name or name != name.strip() or len(name) > LONGEST or not name.isprintable():
        return f"A preset cannot be called {name[:LONGEST]!r}: give it a name of up to {LONGEST} letters."
    taken = {word.casefold() for preset, known in kind.presets.items() for word in (preset, known.title)}
    if name.casefold() in taken:
        return f"{kind.title} has a preset called {name} of its own; choose another name."
    return ""


def _named(presets: tuple[OwnPreset, ...], kind: type[Recipe], name: str) -> OwnPreset:
    for preset in presets:
        if (preset.recipe, preset.name) == (kind.name, name):
            return preset
    raise PresetError(f"There is no preset called {name} any more.")


def _note(recipe: Recipe) -> str:
    """'Yours: Resolution 32, Batch 16 and 3 more.': what differs from the recipe's defaults."""
    changed = [
        f"{known.title} {getattr(recipe, known.name)}"
        for known in settings_of(type(recipe))
        if getattr(recipe, known.name) != known.default
    ]
    more = f" and {len(changed) - TOLD} more" if len(changed) > TOLD else ""
    return f"Yours: {', '.join(changed[:TOLD]) or 'the defaults'}{more}."
