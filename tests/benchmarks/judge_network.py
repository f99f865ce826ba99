"""A small network that trains itself on the sample set, tried as a judge and found worse (resources/docs/judge.md).

    python -m tests.benchmarks.judge_network FILE [--steps N]

2,000 drawn flowers, half of them mirrored, in other colours, grey or as negatives, each spoilt in one of five ways or
not at all. The network learns three things at once: the species, the colours of the sky, and what was done to the
picture. About two minutes of one core; one thread, so that the same computer makes the same weights.
"""

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from ganstudio.samples import flowers
from ganstudio.samples.blossoms import write_sample_set

SIDE = 32
WIDTHS = (32, 64, 96, 128)
FEATURES = sum(WIDTHS) + 4 * WIDTHS[-1]
COUNT, DRAWN = 2000, SIDE + 8
"""Flowers, and how large they are drawn: parts of 32 px are cut out at random."""
SET = 90
"""Which sample set; no other is drawn with this seed."""
BATCH, STEPS, RATE = 64, 1000, 4e-3
SPECIES, COLOURS, SPOILT = len(flowers.SPECIES_NAMES), 6, 6


@dataclass(frozen=True)
class Flowers:
    images: Tensor
    """(N, 3, 40, 40) in 0..1."""
    species: Tensor
    colours: Tensor
    """(N, 6): lightness, chroma and hue of the sky above and below."""


def drawn_flowers() -> Flowers:
    """The sample set, and what the program that drew it knows of it."""
    with tempfile.TemporaryDirectory() as folder:
        write_sample_set(Path(folder), COUNT, DRAWN, "blossoms", SET)
        pixels = np.stack([np.asarray(Image.open(path).convert("RGB")) for path in sorted(Path(folder).glob("*.png"))])
    scenes = [flowers.scene(2_000_000 * SET + number) for number in range(COUNT)]
    colours = torch.tensor([[*scene.backdrop.zenith, *scene.backdrop.horizon] for scene in scenes])
    colours[:, 2::3] /= 180
    species = torch.tensor([flowers.SPECIES_NAMES.index(scene.species) for scene in scenes])
    return Flowers(torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 255, species, colours)


class JudgeNetwork(nn.Module):
    """(B, 3, 32, 32) in -1..1 -> 832 numbers, and None: it has no classes any more.

    Four convolutions, each but the first halving the side. The means over space after each are features (what there
    is), and of the last those of each quarter (where it is).
    """

    def __init__(self) -> None:
        super().__init__()
        inputs = (3, *WIDTHS[:-1])
        self.convolutions = nn.ModuleList(
            nn.Conv2d(before, width, 3, 2 if at else 1, 1)
            for at, (before, width) in enumerate(zip(inputs, WIDTHS, strict=True))
        )

    def forward(self, images: Tensor) -> tuple[Tensor, None]:
        means = []
        for convolution in self.convolutions:
            images = F.relu(convolution(images))
            means.append(images.mean((2, 3)))
        return torch.cat([*means, F.adaptive_avg_pool2d(images, 2).flatten(1)], 1), None


def open_judge(path: Path) -> JudgeNetwork:
    """The trained network, ready to see with."""
    network = JudgeNetwork()
    network.load_state_dict({name: tensor.float() for name, tensor in load_file(path).items()})
    return network.eval().requires_grad_(False)


def untrained_judge() -> JudgeNetwork:
    """The same with the weights it begins with."""
    network = JudgeNetwork()
    for layer in network.convolutions:
        assert isinstance(layer, nn.Conv2d)
        assert layer.bias is not None
        nn.init.orthogonal_(layer.weight, gain=2**0.5)
        nn.init.zeros_(layer.bias)
    return network.eval()


# What is done to the pictures -----------------------------------------------------------------------------------------


def recoloured(images: Tensor, draw: torch.Generator) -> tuple[Tensor, Tensor]:
    """Some grey, some with channels exchanged, some as negatives; and which still have their own colours."""
    images, chance = images.clone(), torch.rand(len(images), generator=draw)
    grey, exchanged = chance < 0.3, (chance >= 0.3) & (chance < 0.6)
    images[grey] = images[grey].mean(1, keepdim=True).expand(-1, 3, -1, -1)
    images[exchanged] = images[exchanged][:, torch.randperm(3, generator=draw)]
    negative = torch.rand(len(images), generator=draw) < 0.3
    images[negative] = 1 - images[negative]
    return images, (chance >= 0.6) & ~negative


def spoilt(images: Tensor, draw: torch.Generator) -> tuple[Tensor, Tensor]:
    """Each picture (B, 3, 32, 32) whole or spoilt in one of five ways, more or less; and in which, 0 to 5."""
    kinds = torch.randint(0, SPOILT, (len(images),), generator=draw)
    strengths = torch.rand(len(images), 1, 1, 1, generator=draw)
    result = images.clone()
    for kind, way in enumerate((_blurred, _noisy, _coarse, _chequered, _warped), 1):
        chosen = kinds == kind
        if chosen.any():
            result[chosen] = way(images[chosen], strengths[chosen], draw).clamp(0, 1)
    return result, kinds


def _blurred(images: Tensor, strength: Tensor, draw: torch.Generator) -> Tensor:
    soft = F.avg_pool2d(F.pad(images, (1, 1, 1, 1), mode="replicate"), 3, 1)
    return images + (0.4 + 0.6 * strength) * (soft - images)


def _noisy(images: Tensor, strength: Tensor, draw: torch.Generator) -> Tensor:
    return images + (0.02 + 0.1 * strength) * torch.randn(images.shape, generator=draw)


def _coarse(images: Tensor, strength: Tensor, draw: torch.Generator) -> Tensor:
    share = 0.4 + 0.5 * strength
    return share * F.interpolate(F.avg_pool2d(images, 2), scale_factor=2.0) + (1 - share) * images


def _chequered(images: Tensor, strength: Tensor, draw: torch.Generator) -> Tensor:
    places = torch.arange(SIDE)
    return images + (0.02 + 0.06 * strength) * ((places[:, None] + places) % 2 * 2 - 1)


def _warped(images: Tensor, strength: Tensor, draw: torch.Generator) -> Tensor:
    bends = torch.randn(len(images), 2, 5, 5, generator=draw) * (0.04 + 0.1 * strength)
    field = F.interpolate(bends, size=(SIDE, SIDE), mode="bicubic", align_corners=True).permute(0, 2, 3, 1)
    straight = F.affine_grid(torch.eye(2, 3).expand(len(images), 2, 3), list(images.shape), align_corners=False)
    return F.grid_sample(images, straight + field, padding_mode="reflection", align_corners=False)


# Training -------------------------------------------------------------------------------------------------------------


def trained(known: Flowers, steps: int) -> JudgeNetwork:
    torch.manual_seed(0)
    draw = torch.Generator().manual_seed(1)
    network, head = untrained_judge(), nn.Linear(FEATURES, SPECIES + COLOURS + SPOILT)
    optimizer = torch.optim.AdamW([*network.parameters(), *head.parameters()], RATE, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for step in range(steps):
        loss, right = lesson(network, head, known, draw)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        if step % 100 == 99:
            print(f"step {step + 1}: loss {loss.item():.3f}, {right:.0%} of the spoilings named", flush=True)
    return network


def lesson(network: nn.Module, head: nn.Module, known: Flowers, draw: torch.Generator) -> tuple[Tensor, float]:
    rows = torch.randint(0, len(known.images), (BATCH,), generator=draw)
    top, left = torch.randint(0, DRAWN - SIDE + 1, (2,), generator=draw).tolist()
    images = known.images[rows][:, :, top : top + SIDE, left : left + SIDE]
    if torch.rand(1, generator=draw) < 0.5:
        images = images.flip(3)
    images, own = recoloured(images, draw)
    images, kinds = spoilt(images, draw)
    species, colours, spoilings = head(network(2 * images - 1)[0]).split((SPECIES, COLOURS, SPOILT), 1)
    loss = F.cross_entropy(species, known.species[rows]) + F.cross_entropy(spoilings, kinds)
    if own.any():
        loss = loss + 5 * F.mse_loss(colours[own], known.colours[rows][own])
    return loss, float((spoilings.argmax(1) == kinds).float().mean())


def make(path: Path, steps: int = STEPS) -> None:
    """Train it and write its weights."""
    network = trained(drawn_flowers(), steps)
    save_file({name: tensor.half() for name, tensor in network.state_dict().items()}, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, metavar="FILE")
    parser.add_argument("--steps", type=int, default=STEPS, metavar="N")
    args = parser.parse_args()
    torch.set_num_threads(1)
    make(args.out, args.steps)


if __name__ == "__main__":
    main()
