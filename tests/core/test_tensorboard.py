"""What is written for TensorBoard: its own reader finds all of it, and its name says nothing of the computer."""

import os
import platform
import socket
from pathlib import Path

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from ganstudio.models.gallery import Linear
from tests.core.fakes import make_session

TINY = Linear(resolution=8, batch=8, latent=8, generator_widths="16,16", discriminator_widths="16")


def test_that_tensorboard_reads_curves_and_samples_and_no_name_tells_the_computer(tmp_path: Path) -> None:
    for _ in make_session(tmp_path / "run", TINY, steps=20).events():
        pass
    (path,) = (tmp_path / "run" / "tensorboard").iterdir()
    assert not {socket.gethostname(), platform.node(), str(os.getpid())} & set(path.name.split("."))
    assert socket.gethostname().encode() not in path.read_bytes()
    read = EventAccumulator(str(path))
    read.Reload()
    assert {"losses/generator", "losses/discriminator", "images per second"} <= set(read.Tags()["scalars"])
    assert read.Scalars("losses/generator")[-1].step == 20
    grid = read.Images("samples")[-1]
    newest = max((tmp_path / "run" / "samples").iterdir())
    assert grid.encoded_image_string == newest.read_bytes()
    assert grid.width > 8
