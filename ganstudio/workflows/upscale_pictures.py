"""What makes pictures larger: an own run, or somebody's weights. What `upscale` and the Enhance page both open.

The pictures themselves go the way of `translate_pictures`.
"""

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ganstudio.core.device import choose
from ganstudio.core.files import publish, to_bytes
from ganstudio.core.run import Run
from ganstudio.core.settings import Value
from ganstudio.core.tensor_file import pack
from ganstudio.core.weights_file import WeightsError
from ganstudio.models.superres.published_weights import open_weights
from ganstudio.workflows.open_run import open_enlarger

if TYPE_CHECKING:
    from ganstudio.models.superres.networks import Enlarger
    from ganstudio.models.superres.upscaler import Upscaler


def export_enlarger(
    run: Run, path: Path, *, checkpoint: str | None = None, blend: float = 1.0, overwrite: bool = False
) -> "tuple[Path, Enlarger]":
    """Write a run's network as safetensors, under the names of the published files.

    Returns:
        The path that was really written (`name-2.safetensors` if the name was taken), and the network.

    Raises:
        RunError: see `open_enlarger`.
        OSError: it cannot be written.
    """
    network, step = open_enlarger(run, checkpoint=checkpoint, blend=blend)
    known = {"format": "ganstudio-enlarger-1", "run": run.name, "step": str(step), "scale": str(network.scale)}
    tensors = {name: tensor.contiguous() for name, tensor in network.state_dict().items()}
    content = pack(tensors, {name: to_bytes(text).decode() for name, text in known.items()})

    def write(file: BinaryIO) -> None:
        file.write(content)

    path.parent.mkdir(parents=True, exist_ok=True)
    return publish(path, write, overwrite=overwrite), network


def open_upscaler(
    source: Path,
    *,
    scale: int = 0,
    device: str = "auto",
    tile: int | None = None,
    checkpoint: str | None = None,
    blend: float = 1.0,
) -> "Upscaler":
    """The network in a run's folder or in a file of weights, for pictures of any size.

    Args:
        source: the folder of a run, or a .safetensors, .pt or .pth file of a network that is known.
        scale: how many times larger pictures become; 0: as the network enlarges.
        tile: see `Upscaler`.
        checkpoint, blend: of a run; see `open_enlarger`.

    Raises:
        RunError, WeightsError: a sentence: neither of both, an unknown network, another kind of run, a wrong scale.
    """
    from ganstudio.models.superres.upscaler import Upscaler

    if source.is_dir():
        network, step = open_enlarger(Run.open(source), checkpoint=checkpoint, blend=blend)
        facts: dict[str, Value] = {"step": step, "blend": blend}
    else:
        known = open_weights(source)
        network, facts = known.network, {"network": known.title, "weights": known.digest[:16]}
    title = source.absolute().name
    try:
        return Upscaler(network, title=title, scale=scale, device=choose(device).device, tile=tile, facts=facts)
    except ValueError as error:
        raise WeightsError(str(error)) from None
