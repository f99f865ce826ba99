"""Environment variables that torch reads when it is imported. No torch here."""

import os


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
