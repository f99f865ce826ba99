"""`python -m ganstudio` is `ganstudio`."""

import sys

from ganstudio.cli import main

if __name__ == "__main__":  # worker processes import this file too, and must not start the program again
    sys.exit(main())
