"""What the tests of the command line share."""

from pathlib import Path

import numpy as np
from PIL import Image

from ganstudio.cli import main

TINY = ["--recipe", "linear", "--resolution", "16", "--batch", "4"]


def write_pictures(folder: Path, count: int, size: tuple[int, int] = (20, 16)) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(count):
        noise = np.random.default_rng(index).integers(0, 256, (*size[::-1], 3), dtype=np.uint8)
        Image.fromarray(noise).save(folder / f"picture {index:02d}.png")
    return folder


def refused(capsys, *words: object, status: int = 2) -> str:
    """Run a command that must be refused; its one sentence on stderr."""
    assert main([str(word) for word in words]) == status
    output = capsys.readouterr()
    assert output.out == ""
    sentence = output.err.strip().splitlines()[-1]
    assert sentence.startswith("ganstudio: ")
    assert sentence.endswith(".")
    assert "Traceback" not in output.err
    return sentence
