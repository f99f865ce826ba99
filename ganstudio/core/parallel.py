"""Training over several processes, one for each GPU, under torchrun.

The first process leads: it alone keeps the run, looks at the time and at the losses, and says to the others before each
step what comes next. Each takes its share of the step's images, and gradients are averaged before an optimiser moves;
so all hold the same weights without ever sending them. (Running statistics of BatchNorm, and ADA's strength, are each
process's own; the first one's are kept.)
"""

import contextlib
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import psutil
import torch
import torch.distributed as dist
from torch import Tensor

STEP, BACK, END = 1, 2, 0
"""What the first process says: take a step; go back to the newest checkpoint; it is over."""


LOOKING = 3.0
"""Seconds in which a process that broke a connection is seen to be gone; the others do not end before."""


class TeamError(ValueError):
    """The processes can no longer train together; a sentence that names who is gone."""


@dataclass(frozen=True)
class Team:
    """The processes of one training; by default just this one."""

    rank: int = 0
    size: int = 1
    processes: tuple[int, ...] = ()
    """The number that the system gave to each, by rank."""

    @property
    def leads(self) -> bool:
        return self.rank == 0

    def say(self, word: int) -> int:
        """What the first process says is heard by all; returns it.

        Raises:
            TeamError: a process is gone; so does everything else that is sent.
        """
        if self.size > 1:
            number = torch.tensor(word)
            with self._whole():
                dist.broadcast(number, 0)
            return int(number)
        return word

    def hear(self) -> int:
        """Wait for what the first process says."""
        return self.say(END)

    def tell(self, text: str) -> str:
        """As `say`, for a text."""
        texts = [text]
        if self.size > 1:
            with self._whole():
                dist.broadcast_object_list(texts, 0, device=torch.device("cpu"))
        return texts[0]

    def average(self, tensors: Sequence[Tensor]) -> None:
        """Replace each tensor by its mean over all processes, many at a time: messages have a price each."""
        if self.size == 1 or not tensors:
            return
        flat = torch.cat([tensor.detach().reshape(-1) for tensor in tensors])
        with self._whole():
            dist.all_reduce(flat)
        flat /= self.size
        start = 0
        for tensor in tensors:
            tensor.copy_(flat[start : start + tensor.numel()].view_as(tensor))
            start += tensor.numel()

    @contextlib.contextmanager
    def _whole(self) -> Iterator[None]:
        """Inside, a broken connection is a TeamError."""
        try:
            yield
        except RuntimeError as error:
            gone = self._gone()
            who = f"rank{'s' * (len(gone) > 1)} {', '.join(map(str, gone))}" if gone else "one that cannot be told"
            raise TeamError(f"Of {self.size} processes that train together {who} ended unexpectedly.") from error

    def _gone(self) -> list[int]:
        """The ranks whose processes have ended; those that hear of it first may be a moment ahead of the system."""
        until = time.monotonic() + LOOKING
        while not (gone := [rank for rank, number in enumerate(self.processes) if not _runs(number)]):
            if time.monotonic() > until:
                break
            time.sleep(0.05)
        return gone


def _runs(process: int) -> bool:
    try:
        return bool(psutil.Process(process).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


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
    numbers = torch.zeros(dist.get_world_size(), dtype=torch.int64)
    numbers[dist.get_rank()] = os.getpid()
    dist.all_reduce(numbers)
    return Team(dist.get_rank(), dist.get_world_size(), tuple(numbers.tolist()))


def leave() -> None:
    """Close the connection to the other processes, so that this one can end."""
    if dist.is_initialized():
        dist.destroy_process_group()


def local_rank() -> int:
    """The number of this process on its machine: the GPU that it takes."""
    return int(os.environ.get("LOCAL_RANK", "0"))
