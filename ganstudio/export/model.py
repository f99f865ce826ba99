"""A trained generator as a file for other programs: safetensors, .pt2 (torch.export) or ONNX.

Every file takes latents z (N, latent), and labels (N,) when there are classes, and gives images (N, C, H, W) in
[-1, 1]. It carries what is needed to use it (recipe, settings, prior, classes), and no path, user or host.
"""

import copy
import io
import json
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import torch
from torch import Tensor

import ganstudio
from ganstudio.core.files import publish, to_bytes
from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.tensor_file import pack
from ganstudio.export.kinds import MODELS, require_onnx


def metadata(generator: TrainedGenerator, run: str, recipe: str, values: Mapping[str, Any]) -> dict[str, str]:
    """What a program needs to know to use the generator; JSON texts, as safetensors and ONNX want texts."""
    known: dict[str, Any] = {
        "format": "ganstudio-generator-1",
        "program": f"GAN Studio {ganstudio.__version__}",
        "run": run,
        "step": generator.step,
        "recipe": recipe,
        "settings": dict(values),
        "latent": generator.latent,
        "prior": generator.prior,
        "resolution": generator.resolution,
        "channels": generator.channels,
        "classes": list(generator.classes),
        "range": [-1, 1],
    }
    if generator.channels == 4:
        known["alpha"] = "the fourth channel; the colours c are weighted by it: (c + 1) (alpha + 1) / 2 - 1"
    texts = {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in known.items()
    }
    return {name: to_bytes(text).decode() for name, text in texts.items()}


def write_model(generator: TrainedGenerator, path: Path, known: Mapping[str, str], *, overwrite: bool = False) -> Path:
    """Write the generator in the form that the ending of `path` names.

    Args:
        known: what `metadata` gives.

    Returns:
        The path that was really written, `name-2.onnx` if the name was taken.

    Raises:
        MissingExtraError: .onnx without its libraries.
    """
    match path.suffix.lower():
        case ".safetensors":
            content = _safetensors(generator, known)
        case ".pt2":
            content = _pt2(generator, known)
        case ".onnx":
            content = _onnx(generator, known)
        case _:
            raise ValueError(f"generators are written as {', '.join(MODELS)}, not as {path.suffix or path.name}")

    def write(file: BinaryIO) -> None:
        file.write(content)

    return publish(path, write, overwrite=overwrite)


def _safetensors(generator: TrainedGenerator, known: Mapping[str, str]) -> bytes:
    weights = generator.network.state_dict()
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in weights.items()}
    return pack(tensors, known)


def _pt2(generator: TrainedGenerator, known: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns about weights that share their memory, which it handles
        torch.export.save(_exported(generator), buffer, extra_files={"ganstudio.json": json.dumps(dict(known))})
    return buffer.getvalue()


def _onnx(generator: TrainedGenerator, known: Mapping[str, str]) -> bytes:
    require_onnx()
    names = ["z", "labels"] if generator.classes else ["z"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns about its own future
        program = torch.onnx.export(
            _exported(generator), input_names=names, output_names=["images"], dynamo=True, verbose=False
        )
    assert program is not None
    model = program.model_proto
    _forget_sources(model)
    for name, text in known.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = name, text
    return bytes(model.SerializeToString())


def _exported(generator: TrainedGenerator) -> "torch.export.ExportedProgram":
    """The network as a graph for any number of images, without the source lines that torch notes at every node."""
    network = copy.deepcopy(generator.network).to("cpu").eval()
    if hasattr(network, "settle"):
        network.settle()  # type: ignore[operator]  # of those that grow
    inputs: tuple[Tensor, ...] = (torch.zeros(2, generator.latent),)
    if generator.classes:
        inputs += (torch.zeros(2, dtype=torch.int64),)
    images = torch.export.Dim("images", min=1)
    program = torch.export.export(network, inputs, dynamic_shapes=tuple({0: images} for _ in inputs))
    for module in program.graph_module.modules():
        if isinstance(module, torch.fx.GraphModule):
            for node in module.graph.nodes:
                node.meta.pop("stack_trace", None)
    return program


def _forget_sources(model: Any) -> None:
    """Remove the exporter's notes from every node: they hold the paths of source files on this machine."""
    for graph in [model.graph, *model.functions]:
        del graph.metadata_props[:]
        for node in graph.node:
            del node.metadata_props[:]
            node.doc_string = ""
    for value in [*model.graph.value_info, *model.graph.input, *model.graph.output]:
        del value.metadata_props[:]
