"""Enlarging networks on held-out photographs: PSNR, SSIM, perceptual distance and time, beside bicubic and Lanczos.

    python -m tests.benchmarks.superres table WEIGHTS... --pictures FOLDER --eyes FILE [--count 20] [--sheet FILE]
    python -m tests.benchmarks.superres speed WEIGHTS [--size 256] [--turns 7]

    python -m tests.benchmarks.superres memory WEIGHTS [--size 4000x3000] [--tiles 4]
    python -m tests.benchmarks.superres whole WEIGHTS [--size 4000x3000] [--tile N]

`table` reduces each picture cleanly (antialiased bicubic) by the network's scale and brings it back. `speed` times one
picture through the Upscaler and through the bare network, in turns, on one thread. `memory` begins a large picture in
this fresh process, ends after some tiles, and foretells the rest: the result and two rows of tiles. `whole` has
`ganstudio upscale` enlarge a photograph of that size, from the file to the file, and looks at the memory of it and of
the processes that it starts, ten times a second.
"""

import argparse
import contextlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
import torch
from PIL import Image
from torch import Tensor

from ganstudio.core.pixels import to_pixels
from ganstudio.models.superres.degradation import degrade, draws_of
from ganstudio.models.superres.upscaler import Upscaler
from ganstudio.scores.enlarging import PLAIN, Enlargements, Pair, Quality, enlarged_plainly, mean_quality
from ganstudio.scores.perceptual_taps import open_taps
from ganstudio.workflows.upscale_pictures import open_upscaler


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    table = commands.add_parser("table")
    table.add_argument("networks", nargs="+", type=Path)
    table.add_argument("--pictures", type=Path, required=True)
    table.add_argument("--eyes", type=Path, required=True)
    table.add_argument("--count", type=int, default=20)
    table.add_argument("--sheet", type=Path)
    table.set_defaults(command=write_table)
    speed = commands.add_parser("speed")
    speed.add_argument("network", type=Path)
    speed.add_argument("--size", type=int, default=256)
    speed.add_argument("--turns", type=int, default=7)
    speed.set_defaults(command=measure_speed)
    memory = commands.add_parser("memory")
    memory.add_argument("network", type=Path)
    memory.add_argument("--size", default="4000x3000")
    memory.add_argument("--tiles", type=int, default=4)
    memory.set_defaults(command=measure_memory)
    whole = commands.add_parser("whole")
    whole.add_argument("network", type=Path)
    whole.add_argument("--size", default="4000x3000")
    whole.add_argument("--tile", type=int)
    whole.set_defaults(command=measure_whole)
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.command(args)


# Quality --------------------------------------------------------------------------------------------------------------


def write_table(args: argparse.Namespace) -> None:
    makers = {path.stem: open_upscaler(path, device="cpu", tile=0, checkpoint="latest") for path in args.networks}
    scale = max(maker.scale for maker in makers.values())
    known = Enlargements(pairs_in(args.pictures, args.count, scale), open_taps(args.eyes))
    print(f"{len(known.pairs)} pictures, x{scale}; border {scale}; {known.eyes.title if known.eyes else ''}")
    print("| network | PSNR | SSIM | PSNR (Y) | SSIM (Y) | perceptual distance | seconds a picture |")
    print("|---|---|---|---|---|---|---|")
    ways = {way: lambda small, way=way: enlarged_plainly(small, scale, way) for way in PLAIN}
    ways |= {name: lambda small, maker=maker: enlarged(maker, small) for name, maker in makers.items()}
    each: dict[str, list[Quality]] = {}
    for name, way in ways.items():
        begun = time.perf_counter()
        for pair in known.pairs:
            way(pair.small)
        seconds = (time.perf_counter() - begun) / len(known.pairs)
        each[name] = known.each(way)
        print(row(name, mean_quality(each[name]), seconds), flush=True)
    if args.sheet:
        order = known.worst_first(each[args.networks[0].stem])[:5]
        write_sheet(args.sheet, [known.pairs[place] for place in order], ways)
        print("sheet, the worst of the first network first:", ", ".join(["small", *ways, "original"]))


def row(name: str, quality: Quality, seconds: float) -> str:
    numbers = f"{quality.psnr:.2f} | {quality.ssim:.4f} | {quality.psnr_y:.2f} | {quality.ssim_y:.4f}"
    return f"| {name} | {numbers} | {quality.perceptual:.3f} | {seconds:.3f} |"


def enlarged(maker: Upscaler, small: Tensor) -> Tensor:
    pixels = maker.picture(to_pixels(small * 2 - 1)[0])
    return torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255


def pairs_in(folder: Path, count: int, scale: int) -> list[Pair]:
    """Evenly from the whole folder."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in {".jpg", ".png"})
    chosen = [paths[place * len(paths) // count] for place in range(min(count, len(paths)))]
    pairs = []
    for path in chosen:
        with Image.open(path) as image:
            large = torch.from_numpy(np.array(image.convert("RGB"))).permute(2, 0, 1)[None].float() / 255
        height, width = (side // scale * scale for side in large.shape[2:])
        large = large[..., :height, :width]
        pairs.append(Pair(degrade(large, "clean", scale, draws_of(0, 0)), large, path.name))
    return pairs


def write_sheet(path: Path, pairs: list[Pair], ways: dict[str, Callable[[Tensor], Tensor]]) -> None:
    rows = []
    for pair in pairs:
        scale = pair.large.shape[-1] // pair.small.shape[-1]
        nearest = torch.nn.functional.interpolate(pair.small, scale_factor=scale)
        pictures = [nearest, *(way(pair.small) for way in ways.values()), pair.large]
        rows.append(np.concatenate([to_pixels(picture.clamp(0, 1) * 2 - 1)[0] for picture in pictures], 1))
    Image.fromarray(np.concatenate(rows)).save(path)


# Speed ----------------------------------------------------------------------------------------------------------------


def measure_speed(args: argparse.Namespace) -> None:
    maker = open_upscaler(args.network, device="cpu")
    pixels = np.random.default_rng(0).integers(0, 256, (args.size, args.size, 3), dtype=np.uint8)
    numbers = (
        torch.from_numpy(pixels).permute(2, 0, 1)[None].float().div(255).contiguous(memory_format=torch.channels_last)
    )
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    with torch.inference_mode():
        for turn in range(args.turns + 1):
            for name, work in (("ours", lambda: maker.picture(pixels)), ("bare", lambda: maker.network(numbers))):
                begun = time.process_time()
                work()
                if turn:  # the first sets things up
                    times[name].append(time.process_time() - begun)
    ours, bare = (statistics.median(times[name]) for name in ("ours", "bare"))
    scaled = args.size * maker.scale
    print(f"{args.size} -> {scaled} px, processor seconds, median of {args.turns}: ", end="")
    print(f"ours {ours:.3f}, bare {bare:.3f}, ratio {ours / bare:.3f}")


# Memory ---------------------------------------------------------------------------------------------------------------


class _EnoughError(Exception):
    """As many tiles as were asked for are done."""


def measure_memory(args: argparse.Namespace) -> None:
    width, height = map(int, args.size.split("x"))
    maker = open_upscaler(args.network, device="cpu")
    pixels = np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)
    begun, megabyte = time.perf_counter(), 2**20
    before = psutil.Process().memory_info().rss

    def on_tile(done: int, total: int) -> None:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before
        print(f"tile {done}: at most {peak / megabyte:,.0f} MB beyond the model so far", flush=True)
        if done >= args.tiles:
            seconds = (time.perf_counter() - begun) / done
            hours = seconds * total / 3600
            print(f"{done} of {total:,} tiles of {maker.tiling.tile} px, {seconds:.1f} s each: {hours:.1f} h")
            raise _EnoughError

    with contextlib.suppress(_EnoughError):
        maker.picture(pixels, on_tile)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before
    result = width * height * maker.scale**2 * 3
    strips = 2 * width * maker.scale * maker.tiling.tile * maker.scale * 3 * 4
    end = (peak + result + strips) / megabyte
    print(f"peak beyond the model so far {peak / megabyte:,.0f} MB; the result {result / megabyte:,.0f} MB, ", end="")
    print(f"two rows of tiles {strips / megabyte:,.0f} MB: at most {end:,.0f} MB at the end")


def measure_whole(args: argparse.Namespace) -> None:
    width, height = map(int, args.size.split("x"))
    coarse = np.random.default_rng(0).integers(0, 256, (height // 40, width // 40, 3), dtype=np.uint8)
    with tempfile.TemporaryDirectory() as folder:
        photograph, out = Path(folder) / "photograph.jpg", Path(folder) / "larger"
        Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC).save(photograph, quality=90)
        command = [sys.executable, "-m", "ganstudio", "upscale", str(args.network), str(photograph), "--out", str(out)]
        command += ["--device", "cpu", *(["--tile", str(args.tile)] if args.tile else [])]
        begun, seen = time.perf_counter(), []
        with subprocess.Popen(command) as child:
            while child.poll() is None:
                seen.append(memory_below(child.pid))
                time.sleep(0.1)
        written = [f"{path.name}, {path.stat().st_size / 2**20:.0f} MB" for path in out.rglob("*.*")]
    tenths = [max(seen[at : at + len(seen) // 10 + 1]) / 2**20 for at in range(0, len(seen), len(seen) // 10 + 1)]
    print(f"{args.size}: {time.perf_counter() - begun:.0f} s, {written}, status {child.returncode}")
    print(f"most memory of all processes, MB, in each tenth of the time: {', '.join(f'{m:,.0f}' for m in tenths)}")


def memory_below(pid: int) -> int:
    """Bytes that a process and those that it has started hold; pages that they share are counted for each."""
    total = 0
    with contextlib.suppress(psutil.Error):  # one that has ended meanwhile
        for process in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
            total += process.memory_info().rss
    return total


if __name__ == "__main__":
    main()
