"""The one place that says how a process of this program is started. No torch here, no Qt.

People open the program in folders of pictures, and such a folder may hold an `argparse.py` or a `ganstudio.py`. Python
puts the working folder in front of everything that it imports when it is started with -m or -c, so every interpreter
that is started here gets -P (and PYTHONSAFEPATH, which those that it starts inherit), finds this very package by an
absolute path, and works in an empty folder of its own unless it is told another.
"""

import atexit
import contextlib
import functools
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import ganstudio

MODULE_WORD = "run-module"
"""What a frozen program is told instead of `python -m`: it has no interpreter to ask and starts itself."""
NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0
"""Windows: no console appears for a child."""


def python(module: str, *words: str, flags: Sequence[str] = ()) -> list[str]:
    """The command line that runs a module of this program, or of torch, as a program of its own.

    `flags`: further ones of the interpreter, which a frozen program has not.
    """
    if is_frozen():
        return [sys.executable, MODULE_WORD, module, *words]
    return [sys.executable, "-P", *flags, "-m", module, *words]


def several(count: int, *words: str) -> list[str]:
    """The command line that runs this program in `count` processes that train together, by torch's own launcher."""
    itself = ("--no-python", sys.executable) if is_frozen() else ("-m", "ganstudio")
    return python("torch.distributed.run", "--standalone", "--nproc-per-node", str(count), *itself, *words)


def is_frozen() -> bool:
    """Whether this is an installed bundle, which nothing can be added to."""
    return bool(getattr(sys, "frozen", False))


def how_to_add(extra: str) -> str:
    """What a sentence says of a library that is missing: the command, or that another program has to be installed."""
    if is_frozen():
        return f"this installed program came without; one from source has it with `pip install 'ganstudio[{extra}]'`"
    return f"install it with `pip install 'ganstudio[{extra}]'`"


def interpreter() -> Path:
    """The program that runs this one: Python, or the frozen program itself."""
    return Path(sys.executable)


def environment(**more: str) -> dict[str, str]:
    """What a child inherits: this package can be imported, and no module is looked for where it happens to work."""
    here = str(Path(ganstudio.__file__).resolve().parents[1])
    known = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path and os.path.isabs(path)]
    path = known if here in known or _is_installed(here) else [here, *known]
    return os.environ | {"PYTHONSAFEPATH": "1", "PYTHONPATH": os.pathsep.join(path)} | more


def lowest_priority() -> None:
    """Let this process give way to all others, as far as the system has such a thing.

    Not Linux's idle class: on a computer that is always a little busy, nothing would ever be done.
    """
    import psutil

    with contextlib.suppress(OSError, psutil.Error):
        psutil.Process().nice(psutil.IDLE_PRIORITY_CLASS if sys.platform == "win32" else 19)


def one_thread() -> Mapping[str, str]:
    """For children of which there is one for each core."""
    return {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


@functools.cache
def own_folder() -> str:
    """An empty folder for children to work in, gone with this process."""
    import shutil  # with tempfile a hundredth of a second, which the first paint need not wait for
    import tempfile

    folder = tempfile.mkdtemp(prefix="ganstudio-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def run_module(words: Sequence[str]) -> int:
    """What the hidden word MODULE_WORD does in a frozen program: run one of this program's own modules.

    Raises:
        ValueError: another module than those that this program starts.
    """
    import runpy

    module, *rest = words
    if module not in STARTED:
        raise ValueError(f"{module} is no part of GAN Studio that is started on its own.")
    sys.argv = [module, *rest]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
    return 0


STARTED = (
    "ganstudio",
    "ganstudio.core.images.worker",
    "ganstudio.core.images.isolated_reader",
    "ganstudio.export.video_reader",
    "ganstudio.samples.blossoms",
    "torch.distributed.run",
)
"""Every module that is ever started as a process."""


def _is_installed(folder: str) -> bool:
    """Whether every interpreter like this one finds the package anyway."""
    import sysconfig

    return any(
        os.path.realpath(sysconfig.get_path(name)) == os.path.realpath(folder) for name in ("purelib", "platlib")
    )
