"""From the first line of Python to a painted window, in seconds: python tests/benchmarks/window_start.py FOLDER."""

# ruff: noqa: E402 - the clock starts before anything else is imported
import time

BEGAN = time.perf_counter()

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))


def make_window(folder: Path):  # type: ignore[no-untyped-def]
    import gc

    import ganstudio.cli  # noqa: F401 - as the program itself does

    gc.disable()
    from ganstudio.app.common.paths import Paths
    from ganstudio.app.common.preferences import Memory
    from ganstudio.app.runner.thread_runner import ThreadRunner
    from ganstudio.app.shell.theme import Theme
    from ganstudio.app.shell.window import MainWindow
    from ganstudio.app.start import launch as program

    program.prepare_environment()
    app = program.make_application()
    theme = Theme(app)
    places = Paths.inside(folder / "studio")
    with theme.building():
        shown = MainWindow(places, Memory(places.preferences), ThreadRunner(), theme)
    shown.show()
    gc.enable()
    return app, shown


if __name__ == "__main__":
    app, shown = make_window(Path(sys.argv[1]))
    app.processEvents()
    print(json.dumps({"seconds": time.perf_counter() - BEGAN}), flush=True)
    os._exit(0 if shown.isVisible() else 1)
