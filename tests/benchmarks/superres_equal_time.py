"""What superres and a plain loop have learned after the same time: PSNR on pictures that neither has seen.

Both train MSRResNet (Wang et al. 2018), as many blocks and channels, by L1 on patches of one folder. The plain loop is
written as the teaching implementations write it: a DataLoader over files, a random crop, bicubic by Pillow, Adam 2e-4,
default memory format. Ours is the program's own session, from the folder on; preparing its pictures and judging
held-out ones count. What both need to be there at all (torch's optimisers alone take a second or two to be imported) is
there before. Processor time on one thread, so that other programs on the machine change little; in turns, by seed.

    python -m tests.benchmarks.superres_equal_time FOLDER HELD_OUT [--minutes 3] [--blocks 4] [--width 32] [--seeds 3]
"""

import argparse
import os
import random
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

from ganstudio.core.events import Progress
from ganstudio.core.run import Budget, Run, RunSettings
from ganstudio.core.settings import values_of
from ganstudio.models.superres.networks import MSRResNet
from ganstudio.models.superres.recipe import SuperRes
from ganstudio.scores.enlarging import Enlargements, mean_quality
from ganstudio.workflows.open_run import open_session
from tests.benchmarks.superres import pairs_in

PATCH, SCALE, BATCH = 64, 4, 16


class Patches(Dataset[tuple[Tensor, Tensor]]):
    """A random patch of each file, and the same reduced."""

    def __init__(self, folder: Path) -> None:
        self.paths = sorted(folder.rglob("*.jpg"))

    def __len__(self) -> int:
        return len(self.paths)

    def __getitem__(self, place: int) -> tuple[Tensor, Tensor]:
        image = Image.open(self.paths[place]).convert("RGB")
        left, top = random.randrange(image.width - PATCH + 1), random.randrange(image.height - PATCH + 1)
        large = image.crop((left, top, left + PATCH, top + PATCH))
        small = large.resize((PATCH // SCALE, PATCH // SCALE), Image.Resampling.BICUBIC)
        return tensor_of(small), tensor_of(large)


def tensor_of(image: Image.Image) -> Tensor:
    return torch.from_numpy(np.array(image)).permute(2, 0, 1).float() / 255


def plain(folder: Path, seconds: float, width: int, blocks: int, seed: int) -> tuple[nn.Module, int]:
    """The network after so many seconds of the processor, and its steps."""
    torch.manual_seed(seed)
    random.seed(seed)
    network, steps, begun = MSRResNet(3, width, blocks, SCALE), 0, time.process_time()
    optimizer = torch.optim.Adam(network.parameters(), lr=2e-4, betas=(0.9, 0.99))
    while True:
        for small, large in DataLoader(Patches(folder), BATCH, shuffle=True, drop_last=True):
            optimizer.zero_grad()
            loss = F.l1_loss(network(small), large)
            loss.backward()
            optimizer.step()
            loss.item()
            steps += 1
            if time.process_time() - begun > seconds:
                return network.eval(), steps


def ours(folder: Path, seconds: float, width: int, blocks: int, seed: int) -> tuple[nn.Module, int]:
    recipe = SuperRes(
        generator="msrresnet", resolution=PATCH, batch=BATCH, scale=SCALE, width=width, blocks=blocks,
        discriminator_width=4, ema_kimg=1.0,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as work:
        os.environ["XDG_CACHE_HOME"] = work  # nothing is prepared yet
        begun = time.process_time()
        settings = RunSettings(recipe="superres", sides=((str(folder),),), values=values_of(recipe),
                               budget=Budget(), device="cpu", task="enlarge", seed=seed)  # fmt: skip
        session = open_session(Run.create(Path(work) / "run", settings))
        for event in session.events():
            if isinstance(event, Progress) and time.process_time() - begun > seconds:
                session.stop()
        return session.trainer.averages["generator"], session.trainer.step


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("held_out", type=Path)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--blocks", type=int, default=4)
    parser.add_argument("--width", type=int, default=32)
    parser.add_argument("--seeds", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.optim.Adam([nn.Parameter(torch.zeros(1))])
    known = Enlargements(pairs_in(args.held_out, 20, SCALE), None)
    print("| after | seed | steps | PSNR | PSNR (Y) |\n|---|---|---|---|---|")
    print(f"| bicubic | | | {known.plain['bicubic'].psnr:.2f} | {known.plain['bicubic'].psnr_y:.2f} |")
    for seed in range(args.seeds):
        for name, learned in (("ours", ours), ("plain", plain))[:: 1 - seed % 2 * 2]:
            network, steps = learned(args.folder, 60 * args.minutes, args.width, args.blocks, seed)
            with torch.no_grad():
                quality = mean_quality(known.each(network))
            row = f"| {name}, {args.minutes:g} min | {seed} | {steps:,} | {quality.psnr:.2f} | {quality.psnr_y:.2f} |"
            print(row, flush=True)


if __name__ == "__main__":
    main()
