"""What runs have learned of each class: samples against pictures of a folder that no run has seen.

    python -m tests.benchmarks.balance FOLDER RUN [RUN ...]

FOLDER has a subfolder for each class. For each class of each run: the share of 500 samples that a classifier of the
folder's pictures takes for the class, KID to the folder's pictures of the class, and coverage of these.
"""

import sys
from pathlib import Path

import numpy as np
import torch

from ganstudio.core.images.cache import Prepared, prepare
from ganstudio.core.run import Preparation, Run
from ganstudio.scores.classifier import Head
from ganstudio.scores.distances import kernel_distance
from ganstudio.scores.features import open_extractor
from ganstudio.scores.neighbours import density_coverage
from ganstudio.workflows.augment_filters import AgreementFilter, Candidates
from ganstudio.workflows.export_pictures import Studio
from ganstudio.workflows.open_run import open_generator

SAMPLES = 500


def told(run: Run, unseen: Prepared) -> list[str]:
    """A line of a table for each class."""
    head = Head(open_extractor("builtin"))
    features = head.inputs(unseen.pixels)
    agreement = AgreementFilter(head, features, unseen.labels, len(unseen.classes))
    generator, seeds = open_generator(run, checkpoint="latest", device="cpu"), list(range(SAMPLES))
    lines = []
    for label, name in enumerate(unseen.classes):
        drawn = Studio(generator, run.name, label=name).draw(seeds)
        made = head.inputs(drawn)
        agreed = agreement.keeps(Candidates(drawn, label, np.array(seeds)), made).mean()
        real = features[torch.from_numpy(unseen.labels == label)]
        (distance, _), coverage = kernel_distance(real, made), density_coverage(real, made).coverage
        lines.append(f"| {run.name} | {name} | {100 * agreed:.1f} % | {distance:.3f} | {100 * coverage:.0f} % |")
    return lines


def main() -> None:
    folder, *names = sys.argv[1:]
    for name in names:
        run = Run.open(Path(name))
        known = run.settings.preparation
        unseen = prepare([folder], Preparation(labels=True, colour=known.colour), run.settings.resolution)
        print("\n".join(told(run, unseen)), flush=True)


if __name__ == "__main__":
    main()
