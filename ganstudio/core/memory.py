"""Memory that runs out: known by its many names, and said in one sentence; and how much was taken. No torch here."""

import errno
import sys
from pathlib import Path

RAM_SHARE = 0.5
"""Images are held in memory if they take at most this share of what is free."""
GPU_SHARE = 0.25
"""Likewise on the GPU, where the networks need room too."""
NAMES = (
    "out of memory",  # CUDA, MPS
    "not enough memory",  # the CPU's allocator on Windows
    "allocate memory",  # the CPU's allocator elsewhere, and the system
    "alloc_failed",  # cuDNN, cuBLAS
    "bad_alloc",
    "failed to allocate",
    "create a primitive",  # oneDNN, which computes convolutions on the CPU
    "execute a primitive",
)
"""What libraries call it: most raise a RuntimeError of whatever kind, and tell it in its text."""


def ran_out(error: BaseException) -> bool:
    """Whether an error means that there was not enough memory, on whichever device and from whichever library."""
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return True
    text = str(error).lower()
    if isinstance(error, SystemError):  # the interpreter's own code had no memory for telling so
        return "without exception set" in text
    return isinstance(error, RuntimeError) and any(name in text for name in NAMES)


def memory_sentence(device: str, batch: int = 0, resolution: int = 0) -> str:
    """What a person is told, with the next smaller sizes where those that did not fit are known."""
    sizes = [f"a batch of {batch // 2}"] * (batch > 1) + [f"a resolution of {resolution // 2}"] * (resolution > 15)
    smaller = " or ".join(sizes) or "a smaller batch or resolution"
    elsewhere = "close other programs" if device.startswith("CPU") else "choose the CPU"
    return f"{device} has not enough memory for this: choose {smaller}, or {elsewhere}."


def peak_of_process() -> int:
    """The most bytes of memory that this process has held at once.

    Linux is asked for the high-water mark of this program alone: what `getrusage` says there begins with that of the
    program which started it, a window of half a gigabyte perhaps.
    """
    if sys.platform == "linux":
        lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
        if marks := [line for line in lines if line.startswith("VmHWM:")]:
            return int(marks[0].split()[1]) * 1024
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
