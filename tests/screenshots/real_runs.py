"""Short real runs on the built-in pictures, made by the command line as anybody would make them."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ganstudio.core.events import Finished
from ganstudio.core.run import Run
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.sample_images import COUNT, SIDE_COUNT, draw_missing, samples_folder

FAILURE = "The disk of the runs is full: 240 MB are needed and 31 MB are free. Free some space, and continue."


@dataclass(frozen=True)
class RealRuns:
    """Where everything lies below one folder, which is kept for the next time."""

    home: Path

    @property
    def samples(self) -> Path:
        return self.home / "samples"

    @property
    def runs(self) -> Path:
        return self.home / "runs"

    @property
    def flowers(self) -> Path:
        return samples_folder(self.samples)

    @property
    def sides(self) -> tuple[Path, Path]:
        flowers, sketches = (samples_folder(self.samples, kind, SIDE_COUNT) for kind in ("blossoms", "sketches"))
        return flowers, sketches

    def make(self, minutes: float) -> None:
        """Draw the pictures and train what is not there yet, `minutes` for all together."""
        quiet = TaskProgress(lambda done, total: None)
        draw_missing(self.flowers, "blossoms", COUNT, quiet)
        for kind, folder in zip(("blossoms", "sketches"), self.sides, strict=True):
            draw_missing(folder, kind, SIDE_COUNT, quiet)
        self._train("flowers", 0.35 * minutes, str(self.flowers), "--recipe", "linear", "--resolution", "32")
        flowers, sketches = map(str, self.sides)
        self._train("flowers and sketches", 0.15 * minutes, flowers, sketches, "--recipe", "cgan", "--labels",
                    "--resolution", "32")  # fmt: skip
        self._train("flowers to sketches", 0.2 * minutes, flowers, sketches, "--recipe", "cyclegan",
                    "--preset", "quick")  # fmt: skip
        self._train("larger flowers", 0.2 * minutes, str(self.flowers), "--recipe", "superres", "--preset", "quick",
                    "--set", "fidelity_kimg=4", "--set", "gan_kimg=1")  # fmt: skip
        self._train("first try", 0.1 * minutes, str(self.flowers), "--recipe", "dcgan", "--resolution", "32")
        self._fail("first try", "full disk")

    def _train(self, name: str, minutes: float, *arguments: str) -> None:
        folder = self.runs / name
        if (folder / "settings.json").exists():
            return
        print(f"training {name} for {minutes:.1f} min", flush=True)
        command = [sys.executable, "-m", "ganstudio", "train", *arguments, "--out", str(folder)]
        subprocess.run([*command, "--minutes", f"{minutes:.2f}"], check=True, stdout=subprocess.DEVNULL)

    def _fail(self, name: str, copy: str) -> None:
        """A copy of a run that has ended as runs on a full disk do."""
        if not (self.runs / copy).exists():
            shutil.copytree(self.runs / name, self.runs / copy)
            run = Run.open(self.runs / copy)
            end = [event for event in run.events() if isinstance(event, Finished)][-1]
            run.start_writing()
            run.record(Finished(outcome="failed", step=end.step, kimg=end.kimg, seconds=end.seconds, message=FAILURE))
            run.stop_writing()
