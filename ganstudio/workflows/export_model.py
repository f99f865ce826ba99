"""A trained generator as a file for other programs, with what is needed to use it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.core.run import Run
from ganstudio.export.kinds import require_onnx

if TYPE_CHECKING:
    from ganstudio.core.generator import TrainedGenerator


def export_model(
    run: Run, open_generator: "Callable[[], TrainedGenerator]", path: Path, *, overwrite: bool = False
) -> "tuple[Path, TrainedGenerator]":
    """Write the generator of a run in the form that the ending of `path` names.

    Args:
        open_generator: called when all that can be refused without a network has been looked at. The graph of .pt2 and
            .onnx is taken on the CPU.

    Returns:
        The path that was really written (`name-2.onnx` if the name was taken), and the generator.

    Raises:
        MissingExtraError: .onnx without its libraries.
        OSError: it cannot be written.
    """
    if path.suffix.lower() == ".onnx":
        require_onnx()
    from ganstudio.export.model import metadata, write_model

    generator = open_generator()
    known = metadata(generator, run.name, run.settings.recipe, run.settings.values)
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_model(generator, path, known, overwrite=overwrite), generator
