"""What a bundle starts: the command line, which is the window without words."""

import multiprocessing
import sys

from ganstudio.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
