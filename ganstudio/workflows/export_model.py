"""A trained network as a file for other programs, with what is needed to use it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ganstudio.core.run import Run
from ganstudio.export.kinds import require_onnx

if TYPE_CHECKING:
    from ganstudio.core.generator import TrainedGenerator
    from ganstudio.core.translator import Translator

N = TypeVar("N", "TrainedGenerator", "Translator")


def export_model(run: Run, open_network: Callable[[], N], path: Path, *, overwrite: bool = False) -> tuple[Path, N]:
    """Write the generator or a translator of a run in the form that the ending of `path` names.

    Args:
        open_network: called when all that can be refused without a network has been looked at. The graph of .pt2 and
            .onnx is taken on the CPU.

    Returns:
        The path that was really written (`name-2.onnx` if the name was taken), and the network.

    Raises:
        MissingExtraError: .onnx without its libraries.
        OSError: it cannot be written.
    """
    if path.suffix.lower() == ".onnx":
        require_onnx()
    from ganstudio.export.model import metadata, write_model

    network = open_network()
    known = metadata(network, run.name, run.settings.recipe, run.settings.values)
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_model(network, path, known, overwrite=overwrite), network
