"""Training in several processes at once: `--device cuda:all`, or the command started by torchrun.

The first process is the command as it always is. The others wait until it has made or opened the run, then train as it
says, and say nothing themselves.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.cli.signals import stopping
from ganstudio.cli.terminal import FailedError
from ganstudio.core.processes import environment, several
from ganstudio.core.run import Run
from ganstudio.workflows.drive import ALL_GPUS

if TYPE_CHECKING:
    from ganstudio.core.parallel import Team

DONE, FAILED = 0, 1


@contextmanager
def together(device: str | None) -> "Iterator[Team | None]":
    """Inside the block this process knows the others; None without any. For all GPUs the command is started anew."""
    if "RANK" not in os.environ:
        if device == ALL_GPUS:
            _start_on_all_gpus()
        yield None
        return
    from ganstudio.core import parallel

    team = parallel.join()
    try:
        yield team
    except parallel.TeamError as error:
        raise FailedError(str(error)) from None
    finally:
        parallel.leave()


def ready(team: "Team | None", run: Run) -> None:
    """Tell the others which run it is, now that it can be opened."""
    if team:
        team.tell(str(run.folder.resolve()))


def follow(team: "Team") -> int:
    """What every process but the first does. Signals are left to the first: it saves, and says when it is over."""
    from ganstudio.core.parallel import LOOKING, TeamError
    from ganstudio.workflows.open_run import open_session

    with stopping(lambda: None):
        try:
            session = open_session(Run.open(Path(team.tell(""))), team=team)
            session.follow()
        except TeamError:
            time.sleep(LOOKING)  # the first process looks for who is gone
            return FAILED
    return DONE


def end_at_once(status: int) -> None:
    """End this process without taking torch apart: its threads for talking to others abort it now and then."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _start_on_all_gpus() -> None:
    """Become torchrun of the same command, unless there is no more than one GPU."""
    import torch

    count = torch.cuda.device_count()
    if count > 1:
        command = several(count, *sys.argv[1:])  # works here: paths may be relative
        os.execve(command[0], command, environment())
