"""What opening a session would refuse, known before Start: one list for the window and the command line. No torch."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.core.memory import GPU_SHARE, RAM_SHARE
from ganstudio.core.recipe import Problem, Recipe
from ganstudio.core.resolution import Resolution, ratio_text, shape_of, shown
from ganstudio.core.settings import Setting, SettingError, Value, settings_of

if TYPE_CHECKING:
    from ganstudio.core.images.check_report import CheckReport

ROOM_ON_DISK = 2**26
"""Bytes that a run's folder needs beside its checkpoints: curves, samples and the log."""
CHECKPOINTS = 5
"""Copies of all that is trained that lie on the disk at once: three kept, the best, and the one being written."""
SNAPSHOTS = 17
"""Of the averaged networks: those that are kept, and the one being written."""


@dataclass(frozen=True, kw_only=True)
class PictureFacts:
    """What is known of the prepared pictures of one side."""

    used: int
    classes: int = 0
    """How many classes are learned; 0 without labels."""
    folders: Mapping[str, int] = field(default_factory=dict)
    """Pictures in each folder that could be a class, whether labels are on or not."""

    @classmethod
    def of(cls, report: "CheckReport", classes: Sequence[str]) -> "PictureFacts":
        """`classes`: the names of those that are learned."""
        return cls(used=report.used, classes=len(classes), folders=report.folders)


@dataclass(frozen=True, kw_only=True)
class Need:
    """What one stretch of training takes, in bytes, where it was measured; 0: not known."""

    memory: int = 0
    """On the device at the peak of a step, or of a save."""
    state: int = 0
    """Weights, averages and the optimisers' moments: the size of a checkpoint."""
    snapshot: int = 0
    """The averaged networks alone."""
    batch: int = 0
    """The batch that `memory` is for."""
    each: int = 0
    """Of `memory`, what one further picture of a batch takes."""
    resolution: Resolution = 0
    """The size that `memory` is for."""
    host: int = 0
    """With a GPU, of the computer's own memory."""


@dataclass(frozen=True, kw_only=True)
class Room:
    """What the computer has, in bytes; 0: not known."""

    memory: int = 0
    device: str = "This computer"
    host: int = 0
    """With a GPU, the computer's own memory."""
    disk: int = 0
    folder: str = ""
    """Where the disk's free space was looked at."""

    @classmethod
    def on_disk(cls, folder: Path) -> "Room":
        """The free space where `folder` is or will be made."""
        there = next((place for place in (folder, *folder.parents) if place.is_dir()), None)
        try:
            return cls(disk=shutil.disk_usage(there).free if there else 0, folder=str(folder))
        except OSError:
            return cls()


@dataclass(frozen=True)
class Remedy:
    """A change that puts a finding right. Without values and preparation: other pictures."""

    title: str
    """What a button says."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """Settings of the recipe."""
    preparation: Mapping[str, Value] = field(default_factory=dict)
    """Settings of the preparation."""


@dataclass(frozen=True)
class Finding:
    """A reason why training cannot begin."""

    sentence: str
    settings: tuple[str, ...] = ()
    """Those that it is about."""
    remedy: Remedy | None = None


OTHER_PICTURES = Remedy("Choose other pictures")


def preflight(
    recipe: Recipe,
    sides: Sequence[PictureFacts] = (),
    *,
    colour: str = "rgb",
    processes: int = 1,
    need: Need | None = None,
    room: Room | None = None,
    learns: bool = True,
) -> list[Finding]:
    """Everything that opening a session for this recipe would refuse, the most telling first; empty: it opens.

    Args:
        sides: the prepared pictures; empty while they are not known yet.
        colour: how they are prepared, see `core.run.Preparation`.
        processes: how many train together and share a batch.
        learns: whether it is to learn; what it has learned is drawn without the network that it saw with.
    """
    return [
        *_of_the_sides(recipe, sides),
        *(_of_what_it_sees_with(recipe) if learns else ()),
        *_of_the_colours(recipe, colour),
        *(_of_the_pictures(recipe, sides[0]) if sides else ()),
        *_of_the_settings(recipe, sides[0].used if sides and recipe.sides == 1 else 0),
        *_of_the_team(recipe, processes),
        *_of_the_memory(recipe, need or Need(), room or Room(), sides),
        *_of_the_host(need or Need(), room or Room()),
        *_of_the_disk(need or Need(), room or Room()),
    ]


def require(findings: Sequence[Finding]) -> None:
    """Raises SettingError with the first finding, if there is one."""
    if findings:
        raise SettingError((findings[0].settings or ("",))[0], findings[0].sentence)


def can_learn_classes(recipe: Recipe | None, pictures: PictureFacts) -> Remedy | None:
    """What turns the folders into classes, where the recipe could learn them and labels are off."""
    conditional = recipe is None or recipe.needs_classes or getattr(recipe, "conditional", False)
    if conditional and len(pictures.folders) >= 2 and not pictures.classes:
        return Remedy(f"Learn the {len(pictures.folders):,} classes", preparation={"labels": True})
    return None


def own_shape(recipe: Recipe, sizes: Sequence[tuple[int, int]]) -> Remedy | None:
    """What learns pictures in their own shape, where the recipe would cut a tenth of them off or stretch them as much.

    `sizes`: (width, height) of the smallest, the median and the largest of the pictures.
    """
    if len(sizes) < 2 or not recipe.two_sided():
        return None
    (width, height), now = sizes[1], shape_of(recipe.resolution)
    if min(width, height, *now) < 1 or 0.9 < width / height * now.height / now.width < 1.1:
        return None
    short = min(now) / min(width, height)
    fitting = recipe.nearest_resolution(max(1, round(height * short)), max(1, round(width * short)))
    if fitting == recipe.resolution:
        return None
    return Remedy(f"Learn them {ratio_text(fitting)}, {shown(fitting)} px", {"resolution": fitting})


# Each kind of refusal -------------------------------------------------------------------------------------------------


def _of_the_sides(recipe: Recipe, sides: Sequence[PictureFacts]) -> Iterator[Finding]:
    if sides and len(sides) not in {recipe.sides, recipe.sides + bool(recipe.optional_side)}:
        folders = "one folder" if recipe.sides == 1 else f"{recipe.sides} folders"
        yield Finding(f"{recipe.title} learns from {folders}, not from {len(sides)}.", remedy=OTHER_PICTURES)


def _of_the_colours(recipe: Recipe, colour: str) -> Iterator[Finding]:
    if colour == "rgba" and not recipe.learns_alpha:
        sentence = f"{recipe.title} learns no transparency, it leaves that of a picture as it is: choose rgb."
        yield Finding(sentence, ("colour",), Remedy("Learn in colour", preparation={"colour": "rgb"}))
    elif colour == "rgba" and getattr(recipe, "colours", "same") != "same":
        sentence = "Between grey and colour no transparency is learned: choose rgb, or the same colours on both sides."
        yield Finding(sentence, ("colours",), Remedy("The same colours", {"colours": "same"}))


def _of_what_it_sees_with(recipe: Recipe) -> Iterator[Finding]:
    if not recipe.sees:
        return
    from ganstudio.scores.perceptual_place import MISSING, encoder_at_hand

    here, wanted = encoder_at_hand(), getattr(recipe, "encoder", "")
    if not here:
        yield Finding(MISSING)
    elif wanted and wanted != here:
        sentence = f"{recipe.title} is to see with {wanted}, and the weights that are here are of {here}."
        yield Finding(f"{sentence} Choose the encoder {here}, or give the other's weights (`--features FILE`).",
                      ("encoder",), Remedy(f"See with {here}", {"encoder": here}))  # fmt: skip


def _of_the_pictures(recipe: Recipe, pictures: PictureFacts) -> Iterator[Finding]:
    if recipe.sides == 1 and recipe.batch > pictures.used:
        yield _too_large_a_batch(recipe, pictures.used)
    if sentence := recipe.classes_problem(pictures.classes):
        if remedy := can_learn_classes(recipe, pictures):
            count = len(pictures.folders)
            yield Finding(f"{recipe.title} learns classes: turn labels on to learn the {count:,} that are there.",
                          ("labels",), remedy)  # fmt: skip
        else:
            yield Finding(sentence, ("labels",), OTHER_PICTURES)


def _too_large_a_batch(recipe: Recipe, images: int) -> Finding:
    there = f"there is only {images} picture" if images == 1 else f"there are only {images:,} pictures"
    fitted = recipe.fitted(images)
    new = [problem for problem in _errors(fitted) if problem not in _errors(recipe)]
    if new:  # a smaller batch would not do either
        return Finding(f"{there.capitalize()}: {new[0].sentence}", ("batch",), OTHER_PICTURES)
    sentence = f"Batch is {recipe.batch:,}, but {there}: choose {images:,} or fewer."
    return Finding(sentence, ("batch",), Remedy(f"Set batch to {images:,}", {"batch": images}))


def _of_the_settings(recipe: Recipe, images: int) -> Iterator[Finding]:
    for problem in _errors(recipe):
        yield Finding(problem.sentence, problem.settings, _remedy_for(recipe, problem, images))


def _of_the_team(recipe: Recipe, processes: int) -> Iterator[Finding]:
    if recipe.batch % processes:
        shared = -(-recipe.batch // processes) * processes
        sentence = f"batch is {recipe.batch}, which {processes} processes cannot share evenly: use a multiple."
        yield Finding(sentence, ("batch",), Remedy(f"Set batch to {shared}", {"batch": shared}))


def _of_the_memory(recipe: Recipe, need: Need, room: Room, sides: Sequence[PictureFacts]) -> Iterator[Finding]:
    need = replace(need, memory=need.memory + _held(recipe, sides, room)) if need.memory else need
    wanted = need.memory + need.each * (recipe.batch - need.batch)
    if not need.memory or not room.memory or wanted <= room.memory:
        return
    sizes = [size for size in (_fitting_batch(recipe, need, room), _fitting_size(recipe, need, room)) if size]
    named = " or ".join(f"{name} {value:,}" for size in sizes for name, value in size.items())
    way_out = f" It fits with {named}." if named else " Choose a smaller recipe."
    sentence = f"This needs {size_text(wanted)} of memory, and {room.device} has {size_text(room.memory)}.{way_out}"
    remedies = [Remedy(f"Set {name} to {value:,}", {name: value}) for size in sizes for name, value in size.items()]
    yield Finding(sentence, ("batch", "resolution"), remedies[0] if remedies else None)


def _held(recipe: Recipe, sides: Sequence[PictureFacts], room: Room) -> int:
    """Bytes of the prepared pictures, in colour, where they are kept in memory rather than in their file."""
    size = sum(side.used * _area(recipe.side_resolution(number)) * 3 for number, side in enumerate(sides))
    return size if size <= (GPU_SHARE if room.host else RAM_SHARE) * room.memory else 0


def _area(resolution: Resolution) -> int:
    height, width = shape_of(resolution)
    return height * width


def _fitting_batch(recipe: Recipe, need: Need, room: Room) -> dict[str, int]:
    """The largest batch that there is memory for; empty: none, or it is not known."""
    fixed = need.memory - need.each * need.batch
    batch = max(0, int((room.memory - fixed) // need.each)) if need.each else 0
    while batch and (batch >= recipe.batch or _errors(recipe.with_values({"batch": batch}))):
        batch -= 1
    return {"batch": batch} if batch > 0 else {}


def _fitting_size(recipe: Recipe, need: Need, room: Room) -> dict[str, int]:
    """The largest resolution that there is memory for: what a picture takes goes with its area, all else stays."""
    fixed, pictures = need.memory - need.each * need.batch, need.each * recipe.batch
    whole = _area(need.resolution)
    smaller = [size for size in recipe.resolutions if size * size < whole and isinstance(need.resolution, int)]
    for size in sorted(smaller, reverse=True):
        fits = fixed + pictures * size**2 // whole <= room.memory
        if fits and not _errors(recipe.with_values({"resolution": size})):
            return {"resolution": size}
    return {}


def _of_the_host(need: Need, room: Room) -> Iterator[Finding]:
    if room.host and need.host > room.host:
        yield Finding(
            f"This needs {size_text(need.host)} of the computer's own memory, to save what was learned, and it has "
            f"{size_text(room.host)}. Choose a smaller recipe."
        )


def size_on_disk(need: Need) -> int:
    """Bytes that a run's folder takes."""
    return CHECKPOINTS * need.state + SNAPSHOTS * need.snapshot + ROOM_ON_DISK


def _of_the_disk(need: Need, room: Room) -> Iterator[Finding]:
    wanted = size_on_disk(need)
    if room.folder and room.disk < wanted:
        yield Finding(
            f"A run needs {size_text(wanted)} on the disk, and {room.folder} has {size_text(room.disk)} free. "
            "Free some space, or choose another folder for runs in the settings."
        )


# What puts a setting right --------------------------------------------------------------------------------------------


def _errors(recipe: Recipe) -> list[Problem]:
    return [problem for problem in recipe.problems() if problem.severity == "error"]


def _remedy_for(recipe: Recipe, problem: Problem, images: int) -> Remedy | None:
    """The first change of one setting that leaves fewer errors than there are. `images`: 0 where it is not known."""
    known = {setting.name: setting for setting in settings_of(type(recipe))}
    errors = len(_errors(recipe))
    for name in problem.settings:
        for value in _candidates(recipe, known[name]):
            if name == "batch" and images and int(value) > images:
                continue
            try:
                changed = replace(recipe, **{name: value})  # type: ignore[arg-type]
            except SettingError:
                continue
            if problem not in _errors(changed) and len(_errors(changed)) < errors:
                return Remedy(f"Set {known[name].title.lower()} to {_shown(value)}", {name: value})
    return None


def _candidates(recipe: Recipe, setting: Setting) -> Iterator[Value]:
    """Values that a person would try, the nearest to what is set first."""
    if setting.name == "resolution":
        height, width = shape_of(recipe.resolution)
        if height != width and recipe.two_sided():
            yield recipe.nearest_resolution(height, width)
        yield from sorted(recipe.resolutions, key=lambda size: abs(size - min(height, width)))
    if setting.name == "batch":
        parts = int(getattr(recipe, "accumulate", 1))
        yield from (max(2, recipe.batch // parts * parts), (recipe.batch // parts + 1) * parts)
    yield setting.default
    yield from setting.choices


def _shown(value: Value) -> str:
    return ("on" if value else "off") if isinstance(value, bool) else str(value)


def size_text(amount: int) -> str:
    """As a person reads it: MB, or GB with a digit."""
    return f"{amount / 2**30:.1f} GB" if amount >= 2**30 else f"{amount / 2**20:.0f} MB"
