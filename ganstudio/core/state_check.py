"""Whether a saved state fits: networks and optimisers are compared with what is here before anything is changed.

A checkpoint may come from anybody, and a fused optimiser checks no shapes: with a moment of another shape it writes
beyond the end of memory.
"""

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn

from ganstudio.core.schema import shown


class StateError(ValueError):
    """A state that does not fit this System: other networks, other shapes, or numbers that are not finite."""


MISFITS = (KeyError, TypeError, AttributeError, ValueError, IndexError, OverflowError, RuntimeError)
"""What reading a state raises that is not of the form it should be: a text or a tensor where a dict belongs."""


def check_fit(network: nn.Module, saved: Mapping[str, Tensor]) -> None:
    """Raises StateError unless `saved` has just the tensors of `network`, of the same shapes and finite."""
    own = network.state_dict()
    if own.keys() != saved.keys():
        odd = sorted(own.keys() ^ saved.keys())[0]
        raise StateError(f"it was made with other settings (they differ at {odd[:80]})")
    for name, tensor in saved.items():
        if tensor.shape != own[name].shape or tensor.dtype != own[name].dtype:
            expected = "x".join(map(str, own[name].shape))
            raise StateError(f"{name} is {'x'.join(map(str, tensor.shape))} there and {expected} here")
        if tensor.is_floating_point() and not torch.isfinite(tensor).all():
            raise StateError(f"{name} holds invalid numbers")


def count_in(state: Mapping[str, Any], name: str, *, most: int = 2**53) -> int:
    """A whole number of a state. Raises StateError unless it lies between 0 and `most`."""
    value = state[name]
    if type(value) is not int or not 0 <= value <= most:
        raise StateError(f"its {name} is {shown(value)}")
    return value


REMEMBERED = {"Adam": {"step", "exp_avg", "exp_avg_sq"}, "AdamW": {"step", "exp_avg", "exp_avg_sq"},
           "RMSprop": {"step", "square_avg"}}  # fmt: skip
"""What each kind of optimiser remembers of a weight."""


def check_optimizer(optimizer: torch.optim.Optimizer, saved: Mapping[str, Any]) -> None:
    """Raises StateError unless what it remembers is of its kind, finite, and of its weights' shapes and types."""
    if not isinstance(saved, Mapping):  # a tensor would take a name as an index
        raise StateError("its optimiser is damaged")
    parameters = [p for group in optimizer.param_groups for p in group["params"]]
    if [len(group["params"]) for group in saved["param_groups"]] != [len(g["params"]) for g in optimizer.param_groups]:
        raise StateError("its optimiser has other parameters")
    names = REMEMBERED[type(optimizer).__name__]
    for index, moments in saved["state"].items():
        if type(index) is not int or not 0 <= index < len(parameters):
            raise StateError(f"its optimiser remembers a weight {shown(index)}, which there is not")
        if not isinstance(moments, Mapping) or moments.keys() != names:
            raise StateError("its optimiser remembers other things than it should")
        for name, moment in moments.items():
            _check_moment(name, moment, parameters[index])


def _check_moment(name: str, moment: object, parameter: Tensor) -> None:
    if not isinstance(moment, Tensor):
        raise StateError(f"its optimiser's {name} is no tensor")
    counts = name == "step"
    shape = torch.Size([]) if counts else parameter.shape
    if moment.shape != shape or moment.dtype != (torch.float32 if counts else parameter.dtype):
        raise StateError(f"its optimiser's {name} has another shape or type than its weight")
    if not bool(torch.isfinite(moment).all()) or (counts and not 0 <= float(moment) <= 2**53):
        raise StateError(f"its optimiser's {name} holds invalid numbers")
