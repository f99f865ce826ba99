"""What a run will take of memory and disk, before it begins, for the command line; the window asks in its own time.

Few pictures of few pixels need no measuring: what a pixel takes at the most is known. Else some steps are measured in a
process of its own, as the window does it.
"""

import json
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

from ganstudio.core.processes import NO_WINDOW, environment, own_folder, python
from ganstudio.core.recipe import ImageSpec, Recipe
from ganstudio.core.resolution import shape_of
from ganstudio.core.settings import values_of
from ganstudio.workflows.preflight import Need, Room, size_on_disk, size_text

TORCH = 2**30
"""Bytes that torch and the rest of the program take at the most, before there is a network."""
COPIES = 6
"""Of all that is trained: itself, its gradients, and the three that a save takes for a moment."""
MOST_SECONDS = 240.0
UNSURE = 4
"""What takes too long to be measured is refused where the most that it can take is so many times what there is."""
KILLED = -9
"""How a process ends that the system ended when memory ran out."""


TOO_MUCH = Need(memory=2**62)


@dataclass(frozen=True)
class Forecast:
    need: Need
    room: Room
    sentence: str


def foretold(recipe: Recipe, image_spec: ImageSpec, device: str, folder: Path) -> Forecast:
    """What a run takes, and what there is where it is to train and to lie."""
    from ganstudio.core.device import choose, memory_for
    from ganstudio.workflows.measure_speed import PIXEL, size_of

    place = choose(device)
    size, disk = size_of(recipe, image_spec), Room.on_disk(folder)
    room = replace(disk, memory=memory_for(place.device), device=place.title)
    height, width = shape_of(recipe.resolution)
    most = TORCH + COPIES * size.state + recipe.batch * height * width * PIXEL
    on_disk = f"{size_text(size_on_disk(size))} on the disk"
    if most <= room.memory:
        return Forecast(size, room, f"less than {size_text(most)} of memory, {on_disk}.")
    need, measured = _measured(recipe, device.partition(":all")[0])
    if need == TOO_MUCH:
        said = f"a single image a step takes more than {size_text(room.memory)}, {on_disk}."
        return Forecast(_by_size(recipe, size, max(height * width * PIXEL, room.memory)), room, said)
    if not need.memory:
        said = f"up to {size_text(most)} of memory by its size (it could not be measured), {on_disk}."
        far_more = most > UNSURE * room.memory
        return Forecast(_by_size(recipe, size, height * width * PIXEL) if far_more else size, room, said)
    room = replace(room, memory=min(room.memory, measured.memory), host=measured.host)
    said = f"{size_text(need.memory)} of memory of {size_text(room.memory)}, {on_disk}."
    return Forecast(replace(need, state=size.state, snapshot=size.snapshot), room, said)


def _by_size(recipe: Recipe, size: Need, each: int) -> Need:
    """`each`: bytes that an image takes."""
    memory = TORCH + COPIES * size.state + recipe.batch * each
    return replace(size, memory=memory, each=each, batch=recipe.batch, resolution=recipe.resolution)


def _measured(recipe: Recipe, device: str) -> tuple[Need, Room]:
    """`TOO_MUCH` where there is no memory for the smallest step, nothing where it takes too long."""
    wanted = [word for name, value in values_of(recipe).items() for word in ("--set", f"{name}={value}")]
    words = ["recipes", recipe.name, "--speed", "--json", "--device", device, *wanted]
    try:
        done = subprocess.run(
            python("ganstudio", *words), capture_output=True, text=True, check=True, timeout=MOST_SECONDS,
            env=environment(), cwd=own_folder(), creationflags=NO_WINDOW,
        )  # fmt: skip
        fields = json.loads(done.stdout)
    except subprocess.CalledProcessError as error:
        return TOO_MUCH if error.returncode == KILLED else Need(), Room()
    except (OSError, ValueError, subprocess.SubprocessError):
        return Need(), Room()
    if not fields["images_per_second"] and not fields["memory"]:
        return TOO_MUCH, Room()
    same = ("memory", "batch", "each", "resolution", "host")
    return Need(**{name: fields[name] for name in same}), Room(memory=fields["room"], host=fields["host_room"])
