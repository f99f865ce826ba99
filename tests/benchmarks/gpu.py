"""How well the program uses a graphics card: one table in about ten minutes, on any card (or, to try it, on the CPU).

    python -m tests.benchmarks.gpu [--device cuda] [--seconds S] [--sizes 64 128 256] [--compile] [RECIPE ...]

For every recipe that turns noise into images, at every size that it can: images a second as the program trains, in
turns with a plain step of the same networks (see `steps`; single precision, `.item()` at every step); its floating
point operations as a share of what a large product of matrices reaches on this card, and its kernels' time as a share
of the wall clock; memory; what the pictures of a look cost; and how long the explorer waits for one picture.
Needs no Qt. CUDA graphs are not used by the program and not measured.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.flop_counter import flop_registry

from ganstudio.core.device import DeviceSpec, choose
from ganstudio.core.pixels import to_pixels
from ganstudio.core.recipe import Recipe
from ganstudio.core.trainer import Trainer
from ganstudio.models.gallery import RECIPES, by_name
from tests.benchmarks.steps import BARE, PlainStep, images_for, rounds_of, trainer_of

COLUMNS = (
    "recipe",
    "at",
    "images/s",
    "plain",
    "ratio",
    "middle half",
    "of matrix rate",
    "busy",
    "GB",
    "preview",
    "move",
)
TOO_LONG = 20.0
"""Seconds: where the first turn takes longer, a recipe is not measured at that size."""


def recipes(names: list[str], sizes: list[int]) -> Iterator[Recipe]:
    """Each at each size that it can, with its own batch and networks, without augmentation."""
    for name in names:
        kind = by_name(name)
        for size in sizes:
            bare = {key: value for key, value in BARE.items() if key in kind.__dataclass_fields__}
            if not kind.resolution_problem(size):
                recipe = kind().with_values({**bare, "resolution": size})
                if not any(problem.severity == "error" for problem in recipe.problems()):
                    yield recipe


def wait_for(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def seconds_of(work: Callable[[], object], device: torch.device) -> float:
    wait_for(device)
    begun = time.perf_counter()
    work()
    wait_for(device)
    return time.perf_counter() - begun


def matrix_rate(place: DeviceSpec, side: int) -> float:
    """Floating point operations a second of a product of two square matrices, in the precision of training."""
    kind = torch.bfloat16 if place.precision == "bf16" else torch.float32
    a, b = (torch.randn(side, side, device=place.device, dtype=kind) for _ in range(2))
    times = [seconds_of(lambda: a @ b, place.device) for _ in range(6)]
    return 2 * side**3 / min(times)


def measured(recipe: Any, place: DeviceSpec, seconds: float, rate: float, compiled: bool) -> str:
    """A row of the table."""
    device = place.device
    trainer, batch = trainer_of(recipe, place), images_for(recipe, device)
    if compiled:
        for network in trainer.system.networks.values():
            network.compile()
    turn = max(recipe.n_critic, recipe.penalty_interval)
    ours = rounds_of(lambda: trainer.train(batch), turn)
    first = seconds_of(ours, device)
    if first > TOO_LONG:
        return row(recipe, f"not measured: {turn} steps take {first:.0f} s")
    memory = peak(ours, device)
    plain = rounds_of(PlainStep(recipe, device), turn)
    seconds_of(plain, device)
    times: list[tuple[float, float]] = []
    while len(times) < 3 or sum(map(sum, times)) < seconds:
        times.append((seconds_of(ours, device), seconds_of(plain, device)))
    mine, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    ratios = sorted(their / own for own, their in times)
    middle = f"{ratios[len(ratios) // 4]:.2f} to {ratios[-1 - len(ratios) // 4]:.2f}"
    cells = [f"{turn * recipe.batch / each:.1f}" for each in (mine, theirs)]
    cells += [f"{statistics.median(ratios):.2f}", middle, f"{operations(ours) / mine / rate:.0%}"]
    cells += [busy(ours, device), f"{memory:.2f}" if memory else "-"]
    return row(recipe, *cells, *looks(trainer, recipe, device))


def row(recipe: Any, *cells: str) -> str:
    return f"| {' | '.join((recipe.name, f'{recipe.resolution} px, batch {recipe.batch}', *cells))} |"


def peak(work: Callable[[], object], device: torch.device) -> float:
    """GB that a turn needs at most; 0 where the device does not tell."""
    if device.type != "cuda":
        return 0.0
    torch.cuda.reset_peak_memory_stats(device)
    seconds_of(work, device)
    return torch.cuda.max_memory_allocated(device) / 1024**3


class Operations(TorchDispatchMode):
    """Counts the floating point operations of products and convolutions. (FlopCounterMode refuses autograd.grad.)"""

    def __init__(self) -> None:
        super().__init__()
        self.total = 0

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        if formula := flop_registry.get(func.overloadpacket):
            self.total += formula(*args, **(kwargs or {}), out_val=result)
        return result


def operations(work: Callable[[], object]) -> int:
    """Of a turn."""
    with Operations() as counter:
        work()
    return counter.total


def busy(work: Callable[[], object], device: torch.device) -> str:
    """The share of the wall clock during which a kernel runs on the card."""
    if device.type != "cuda":
        return "-"
    from torch.profiler import ProfilerActivity, profile

    with profile(activities=[ProfilerActivity.CUDA]) as profiler:
        wall = seconds_of(work, device)
    kernels = sum(event.self_device_time_total for event in profiler.key_averages()) / 1e6
    return f"{min(1.0, kernels / wall):.0%}"


def looks(trainer: Trainer, recipe: Any, device: torch.device) -> tuple[str, str]:
    """How long the pictures of a look take, and one picture for a moved slider, until they are bytes on the CPU."""
    average: Any = trainer.averages["generator"]
    labels = (torch.zeros(1, dtype=torch.long, device=device),) if recipe.conditional else ()

    def move() -> None:
        with torch.inference_mode():
            to_pixels(average(torch.randn(1, recipe.latent, device=device), *labels))

    def shown(work: Callable[[], object]) -> str:
        return f"{1000 * statistics.median(seconds_of(work, device) for _ in range(5)):.0f} ms"

    return shown(lambda: to_pixels(trainer.preview().images)), shown(move)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipes", nargs="*", metavar="RECIPE")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--seconds", type=float, default=10.0, help="for each row")
    parser.add_argument("--sizes", type=int, nargs="+", default=[64, 128, 256], metavar="PX")
    parser.add_argument("--compile", action="store_true", help="with torch.compile on each network")
    args = parser.parse_args()
    place = choose(args.device)
    rate = matrix_rate(place, 8192 if place.device.type == "cuda" else 1024)
    names = args.recipes or [kind.name for kind in RECIPES if kind.sides == 1]
    print(
        f"{place.title}, {place.precision}, torch {torch.__version__}, {rate / 1e12:.2f} TFLOP/s of a matrix product\n"
    )
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
    for recipe in recipes(names, args.sizes):
        print(measured(recipe, place, args.seconds, rate, args.compile), flush=True)


if __name__ == "__main__":
    main()
