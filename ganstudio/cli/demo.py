"""The demo without a window: the sample set is drawn, and a small DCGAN learns it."""

from pathlib import Path

from ganstudio.app.common.paths import Paths
from ganstudio.cli.parsing import Parser
from ganstudio.cli.sample_set import draw_samples
from ganstudio.cli.terminal import note
from ganstudio.cli.train import add_train, train

COUNT, SIZE = 2000, 64


def train_demo(minutes: float, out: Path | None) -> int:
    """What `ganstudio sample-set` and `ganstudio train` would do with these arguments."""
    samples = Paths.of_this_computer().samples / f"blossoms-{COUNT}-{SIZE}"
    if not samples.is_dir() or sum(1 for _ in samples.rglob("*.png")) < COUNT:
        draw_samples(samples, COUNT, SIZE, "blossoms")
    wanted = ["train", str(samples), "--recipe", "dcgan", "--resolution", str(SIZE)]
    wanted += ["--minutes", str(minutes)] + (["--out", str(out)] if out else [])
    note("ganstudio " + " ".join(wanted))
    parser = Parser(prog="ganstudio")
    add_train(parser.add_subparsers(parser_class=Parser))
    return train(parser.parse_args(wanted))
