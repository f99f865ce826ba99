"""Environment variables: what torch reads when it is imported, and where the cache is. No torch here."""

import os
import sys
from pathlib import Path

CACHE = "GANSTUDIO_CACHE"
"""Names the folder for prepared images and weights; every process that is started inherits it."""
CACHE_ELSEWHERE = "Name another folder for prepared images by `ganstudio --cache FOLDER ...`, or in the settings."


def prepare() -> None:
    """Set what torch reads once, when it is loaded; what the person has set already stays.

    OMP_WAIT_POLICY: torch's threads wait for each other thousands of times a step. Waiting by spinning is fine as long
    as nothing else wants a core; beside a window, or any other program, it is not. Measured on two busy cores, a step
    of the linear GAN took 600 to 800 ms spinning and 93 ms sleeping.

    PYTHONSAFEPATH: whatever starts an interpreter (multiprocessing, a compiler of torch), what lies in the working
    folder is data and not code; see `processes`.

    TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD would let checkpoint files carry code.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ["PYTHONSAFEPATH"] = "1"
    os.environ.pop("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", None)


def this_computer() -> str:
    """Its name, '' where it has none."""
    import platform  # not at the start: see tests/app/start/test_start.py

    return platform.node()


def likely_kind() -> str:
    """'cuda', 'mps' or 'cpu', as far as can be told without torch: what the window assumes until torch is loaded."""
    if sys.platform == "darwin":
        return "mps" if os.uname().machine == "arm64" else "cpu"
    windows = os.path.join(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "nvcuda.dll")
    return "cuda" if os.path.exists("/dev/nvidia0") or os.path.exists(windows) else "cpu"


def cache_folder() -> Path:
    """Where prepared images and downloaded weights are kept: where the person wants them, else as the system does."""
    import platformdirs

    return Path(os.environ.get(CACHE) or platformdirs.user_cache_dir("ganstudio"))


def settings_folder() -> Path:
    """Where the preferences and what else a person has set are kept."""
    import platformdirs

    return Path(platformdirs.user_config_dir("ganstudio", appauthor=False))


def keep_cache_in(folder: str) -> None:
    """From now on, also in processes that are started; '' leaves it where it is."""
    if folder:
        os.environ[CACHE] = os.path.abspath(folder)
