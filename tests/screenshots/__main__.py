"""Every page and state of the real window, with real runs on the sample set, at two sizes, light and dark.

    python -m tests.screenshots OUT [--home FOLDER] [--minutes M] [--only NAME ...] [--readme FOLDER]

Without a display it draws offscreen. The runs lie in FOLDER and are made once; `--readme` also writes the pictures
of the README. Nothing of what the person has is touched.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

SIZES = ((1200, 760), (1440, 900))
README = {"before": "before", "finished": "live", "explore": "explore", "translate": "translate", "time": "time",
          "verdict": "verdict", "runs": "runs", "enhance-style-saved": "enhance"}  # fmt: skip
"""States that the README shows, and what it calls them."""
README_SIZE = (1280, 800)


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("out", type=Path)
    parser.add_argument("--home", type=Path, help="where the runs lie; made there if they are not")
    parser.add_argument("--minutes", type=float, default=10.0, help="of training, for all runs together")
    parser.add_argument("--only", nargs="*", default=[], help="states to take; the others are passed through")
    parser.add_argument("--readme", type=Path, help="the folder of the README's pictures")
    args = parser.parse_args(arguments)
    if not os.environ.get("DISPLAY") and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        home = (args.home or Path(folder)).absolute()
        for variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ[variable] = str(home / variable.lower())
        from tests.screenshots.camera import take_all
        from tests.screenshots.real_runs import RealRuns

        runs = RealRuns(home)
        runs.make(args.minutes)
        take_all(runs, args.out, sizes=SIZES, only=args.only, readme=args.readme)


if __name__ == "__main__":
    main(sys.argv[1:])
