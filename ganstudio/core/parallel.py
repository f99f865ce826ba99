"""Training over several processes, one for each GPU, under torchrun.

The first process leads: it alone keeps the run, looks at the time and at the losses, and says to the others before each
step what comes next. Each takes its share of the step's images, and gradients are averaged before an optimiser moves;
so all hold the same weights without ever sending them. (Running statistics of BatchNorm, and ADA's strength, are each
process's own; the first one's are kept.)
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
import torch.distributed as dist
from torch import Tensor

STEP, BACK, END = 1, 2, 0
"""What the first process says: take a step; go back to the newest checkpoint; it is over."""


@dataclass(frozen=True)
class Team:
    """The processes of one training; by default just this one."""

    rank: int = 0
    size: int = 1

    @property
    def leads(self) -> bool:
        return self.rank == 0

    def say(self, word: int) -> int:
        """What the first process says is heard by all; returns it."""
        if self.size > 1:
            told = torch.tensor(word)
            dist.broadcast(told, 0)
            return int(told)
        return word

    def hear(self) -> int:
        """Wait for what the first process says."""
        return self.say(END)

    def tell(self, text: str) -> str:
        """As `say`, for a text."""
        told = [text]
        if self.size > 1:
            dist.broadcast_object_list(told, 0, device=torch.device("cpu"))
        return told[0]

    def average(self, tensors: Sequence[Tensor]) -> None:
        """Replace each tensor by its mean over all processes, many at a time: messages have a price each."""
        if self.size == 1 or not tensors:
            return
        flat = torch.cat([tensor.detach().reshape(-1) for tensor in tensors])
        dist.all_reduce(flat)
        flat /= self.size
        start = 0
        for tensor in tensors:
            tensor.copy_(flat[start : start + tensor.numel()].view_as(tensor))
            start += tensor.numel()


def is_team(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether torchrun started this process beside others."""
    return int(environment.get("WORLD_SIZE", "1")) > 1 and "RANK" in environment


def join() -> Team:
    """This process's place among those that torchrun started; a team of one without it.

    Words go over the CPU (gloo), gradients of a GPU over NCCL.
    """
    if not is_team():
        return Team()
    if not dist.is_initialized():
        if torch.cuda.is_available():
            torch.cuda.set_device(local_rank())
        dist.init_process_group("cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo")
    return Team(dist.get_rank(), dist.get_world_size())


def leave() -> None:
    """Take leave of the others, so that the process can end."""
    if dist.is_initialized():
        dist.destroy_process_group()


def local_rank() -> int:
    """The number of this process on its machine: the GPU that it takes."""
    return int(os.environ.get("LOCAL_RANK", "0"))
