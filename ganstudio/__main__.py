"""`python -m ganstudio` is `ganstudio`."""

import sys
from pathlib import Path

here = str(Path(__file__).resolve().parents[1])
if getattr(sys, "frozen", False):
    pass  # what a bundle has in front is its own library
elif sys.path and Path(sys.path[0] or ".").resolve() != Path(here):  # -m put the working folder first: it holds data
    sys.path[:1] = [here] if here not in sys.path[1:] else []

from ganstudio.cli import main  # noqa: E402 - only now, when nothing in that folder can be taken for a module

if __name__ == "__main__":  # worker processes import this file too, and must not start the program again
    sys.exit(main())
