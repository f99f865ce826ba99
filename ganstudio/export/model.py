"""A trained network as a file for other programs: safetensors, .pt2 (torch.export) or ONNX.

A generator takes latents z (N, latent), and labels (N,) when there are classes, and gives images (N, C, H, W) in
[-1, 1]; a translator takes such images and gives images of the same size. The file carries what is needed to use it
(recipe, settings, prior, classes or direction), and no path, user or host.
"""

import copy
import io
import json
import logging
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
from ganstudio.core.translator import Translator
from ganstudio.export.kinds import MODELS, require_onnx

Exported = TrainedGenerator | Translator
"""What can leave the program as a network."""


def metadata(generator: Exported, run: str, recipe: str, values: Mapping[str, Any]) -> dict[str, str]:
    """What a program needs to know to use the network; JSON texts, as safetensors and ONNX want texts."""
    known: dict[str, Any] = {
        "program": f"GAN Studio {ganstudio.__version__}",
        "run": run,
        "step": generator.step,
        "recipe": recipe,
        "settings": dict(values),
        "resolution": generator.resolution,
        "range": [-1, 1],
    }
    known |= _of_translator(generator) if isinstance(generator, Translator) else _of_generator(generator)
    texts = {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in known.items()
    }
    return {name: to_bytes(text).decode() for name, text in texts.items()}


def _of_generator(generator: TrainedGenerator) -> dict[str, Any]:
    known = {
        "format": "ganstudio-generator-1",
        "latent": generator.latent,
        "prior": generator.prior,
        "channels": generator.channels,
        "classes": list(generator.classes),
    }
    return known | _of_alpha(generator.channels)


def _of_alpha(channels: int) -> dict[str, str]:
    words = "the fourth channel; the colours c are weighted by it: (c + 1) (alpha + 1) / 2 - 1"
    return {"alpha": words} if channels == 4 else {}


def _of_translator(translator: Translator) -> dict[str, Any]:
    inputs, outputs = translator.channels
    return {
        "format": "ganstudio-translator-1",
        "to": translator.to,
        "channels_in": inputs,
        "channels": outputs,
        "multiple": translator.tiling.multiple,
    } | _of_alpha(outputs)


def write_model(generator: Exported, path: Path, known: Mapping[str, str], *, overwrite: bool = False) -> Path:
    """Write the network in the form that the ending of `path` names.

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


def _safetensors(generator: Exported, known: Mapping[str, str]) -> bytes:
    weights = generator.network.state_dict()
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in weights.items()}
    return pack(tensors, known)


def _pt2(generator: Exported, known: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns about weights that share their memory, which it handles
        torch.export.save(_exported(generator), buffer, extra_files={"ganstudio.json": json.dumps(dict(known))})
    return buffer.getvalue()


def _onnx(generator: Exported, known: Mapping[str, str]) -> bytes:
    require_onnx()
    names = list(_inputs(generator))
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


def _inputs(generator: Exported) -> dict[str, Tensor]:
    """What the network takes, by name: an example of each."""
    if isinstance(generator, Translator):
        side = max(generator.tiling.multiple, 16)  # the mirrored borders need some pixels
        return {"images_in": torch.zeros(2, generator.channels[0], 2 * side, 3 * side)}
    inputs = {"z": torch.zeros(2, generator.latent)}
    if generator.classes:
        inputs["labels"] = torch.zeros(2, dtype=torch.int64)
    return inputs


def _exported(generator: Exported) -> "torch.export.ExportedProgram":
    """The network as a graph for any number of images, and of a translator for any size, without the source lines that
    torch notes at every node."""
    network = copy.deepcopy(generator.network).to("cpu").eval()
    if hasattr(network, "settle"):
        network.settle()  # type: ignore[operator]  # of those that grow
    inputs = tuple(_inputs(generator).values())
    images = torch.export.Dim("images", min=1)
    logging.getLogger("torch.utils.flop_counter").setLevel(logging.ERROR)  # it misses triton, which is not asked for
    any_size = dict.fromkeys((0, 2, 3), torch.export.Dim.AUTO)
    shapes = (any_size,) if isinstance(generator, Translator) else tuple({0: images} for _ in inputs)
    program = torch.export.export(network, inputs, dynamic_shapes=shapes)
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
