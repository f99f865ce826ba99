"""Loading torch in the background while the window stays responsive.

`import torch` runs in the training thread but holds Python's lock for as long as the system's loader takes to bring in
a gigabyte of libraries. Measured here with an 8 ms timer in the window (longest gap while loading, torch 2.15):
plain import 550 ms; with a short switch interval 420 ms; with the libraries loaded first through a call that lets go
of the lock 120 ms; with Python's garbage collector off as well 24 to 30 ms (it walks half a million new objects, again
and again). Without compiled bytecode, as on the very first start, single large modules take 60 to 110 ms to compile.
"""

import contextlib
import ctypes
import gc
import importlib
import importlib.util
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

log = logging.getLogger(__name__)

SWITCH_INTERVAL = 0.0005
"""Seconds a thread may keep Python's lock while another waits. Python's own 5 ms make a window stutter."""

LIBRARIES = ("libtorch_global_deps.so", "libc10.so", "libtorch_cpu.so", "libtorch_cuda.so", "libtorch_python.so")


def load_libraries() -> None:
    """Let the system's loader bring in torch's libraries without holding Python's lock. Linux only; never fails."""
    folder = _torch_folder()
    if not sys.platform.startswith("linux") or folder is None:
        return
    load = ctypes.CDLL(None).dlopen  # calling through ctypes lets go of Python's lock, `ctypes.CDLL(path)` does not
    load.restype, load.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_int]
    for name in LIBRARIES:
        visible = os.RTLD_GLOBAL if name == LIBRARIES[0] else os.RTLD_LOCAL
        load(os.fsencode(folder / "lib" / name), os.RTLD_LAZY | visible)


def leave_out_triton() -> None:
    """Let torch believe that Triton is not installed.

    The first optimiser imports torch's compiler, and that imports Triton: a library of 500 MB that brings a second
    LLVM into a process whose graphics driver may have one already (a crash inside its loading was seen once, in the
    training thread). This program compiles nothing. Measured: the compiler's import takes half as long, 70 MB less.
    """
    sys.modules.setdefault("triton", None)  # type: ignore[arg-type]


def load_modules(names: tuple[str, ...]) -> str:
    """Import modules in the calling thread, with the garbage collector off. '' or why one cannot be loaded."""
    with _no_collection():
        for name in names:
            try:
                importlib.import_module(name)
            except Exception as error:
                log.exception("%s cannot be loaded", name)
                return f"{name} cannot be loaded: {error}. Install GAN Studio again."
    return ""


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection inside, and none of what was made inside afterwards: it stays until the program ends."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _torch_folder() -> Path | None:
    spec = importlib.util.find_spec("torch")
    return Path(spec.origin).parent if spec and spec.origin else None
