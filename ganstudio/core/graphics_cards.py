"""Which graphics cards are here, and which build of PyTorch they can use. No torch here: it may be the wrong one.

CUDA 13 builds of PyTorch need driver 580 and compute capability 7.5 (Turing); the last builds for older ones are those
for CUDA 12.6, which end with PyTorch 2.14 and know capabilities 5.0 to 9.0 from driver 525 on.
"""

import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ganstudio.core.processes import NO_WINDOW, environment, own_folder

TURING, HOPPER, MAXWELL = (7, 5), (9, 0), (5, 0)
FOR_13, FOR_12 = 580, 525
"""The oldest driver for CUDA 13 and for CUDA 12."""
ASKED = "name,driver_version,compute_cap,memory.total"
AMD, NVIDIA = "0x1002", "0x10de"
PATIENCE = 10.0
"""Seconds for nvidia-smi; a driver that hangs must not hang who asks."""


@dataclass(frozen=True)
class Card:
    """An NVIDIA card as its driver tells of it."""

    name: str
    driver: str
    capability: tuple[int, int]
    megabytes: int

    @property
    def driver_series(self) -> int:
        head = self.driver.partition(".")[0]
        return int(head) if head.isdigit() else 0

    @property
    def title(self) -> str:
        major, minor = self.capability
        memory = f"{self.megabytes / 1024:.0f} GB"
        return f"{self.name} ({memory}, compute capability {major}.{minor}, driver {self.driver})"


@dataclass(frozen=True)
class Fit:
    """What a card can use: an option of uv's --torch-backend, what to ask it for, and what stands in the way."""

    backend: str
    packages: tuple[str, ...] = ("torch", "torchvision")
    caution: str = ""

    @property
    def command(self) -> str:
        """'' if nothing fits."""
        quoted = " ".join(f'"{name}"' if "<" in name else name for name in self.packages)
        return f"uv pip install --reinstall --torch-backend {self.backend} {quoted}" if self.backend else ""


def nvidia_cards() -> list[Card]:
    """The cards that nvidia-smi tells of; none where there is no such program or it does not answer."""
    words = ["nvidia-smi", f"--query-gpu={ASKED}", "--format=csv,noheader,nounits"]
    try:
        answer = subprocess.run(
            words, capture_output=True, text=True, timeout=PATIENCE, check=True,
            env=environment(), cwd=own_folder(), creationflags=NO_WINDOW,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return []
    return cards_in(answer.stdout.splitlines())


def cards_in(lines: Iterable[str]) -> list[Card]:
    """Rows of nvidia-smi as cards; rows that say something else ('[N/A]', an error) are passed over."""
    cards = []
    for line in lines:
        cells = [cell.strip() for cell in line.split(",")]
        try:
            name, driver, capability, megabytes = cells
            major, minor = capability.split(".")
            cards.append(Card(name, driver, (int(major), int(minor)), int(megabytes)))
        except ValueError:
            continue
    return cards


def fit_of(card: Card) -> Fit:
    """The newest build that a card and its driver can use."""
    modern = card.capability >= TURING
    if modern and card.driver_series >= FOR_13:
        return Fit("cu130")
    if card.driver_series >= FOR_12 and MAXWELL <= card.capability <= HOPPER:
        way_out = f"driver {FOR_13} or newer takes the current ones" if modern else "newer ones do not know this card"
        return Fit("cu126", ("torch<2.15", "torchvision<0.30"), f"only builds up to PyTorch 2.14 fit: {way_out}")
    if card.capability < MAXWELL:
        return Fit("", caution="no current PyTorch can use a card this old")
    needed = FOR_13 if modern else FOR_12
    return Fit("", caution=f"its driver is too old for every current PyTorch: install {needed} or newer")


def other_makers(folder: Path = Path("/sys/class/drm"), platform: str = sys.platform) -> Sequence[str]:
    """'AMD' or 'NVIDIA' for each card that Linux sees on its bus, whether or not a driver answers."""
    if not platform.startswith("linux"):
        return []
    names = {AMD: "AMD", NVIDIA: "NVIDIA"}
    makers = []
    for path in sorted(folder.glob("card[0-9]/device/vendor")):
        try:
            makers.append(names.get(path.read_text().strip(), ""))
        except OSError:
            continue
    return [maker for maker in makers if maker]
