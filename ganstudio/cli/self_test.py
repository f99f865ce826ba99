"""The command that tries the whole program once, small and without a screen: self-test.

Installers are tried by it on systems that nobody sits in front of. Every part is a process of the program's own,
started as the program starts them, so a frozen one that cannot start itself fails here.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import ganstudio
from ganstudio.cli.parsing import Commands
from ganstudio.cli.terminal import FailedError, say
from ganstudio.core.environment import CACHE
from ganstudio.core.processes import NO_WINDOW, environment, own_folder, python

PICTURES, STEPS, DRAWN = 16, 3, 4
PATIENCE = 600.0
"""Seconds that one part may take: the first start of a bundle on a slow disk reads gigabytes."""
SETTLED = 300
"""Milliseconds after which the thread that has found the devices has nothing more to do."""
PLATFORMS = {"linux": "qxcb", "win32": "qwindows", "darwin": "qcocoa"}
"""The plugin that draws windows on a screen, of each system."""


def add_self_test(commands: Commands) -> None:
    parser = commands.add_parser("self-test", help="try the whole program once, small and without a screen")
    parser.set_defaults(command=self_test)


def self_test(args: argparse.Namespace) -> int:
    """Pictures, training, a grid, an export and a window; a sentence, or the one for what failed."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="ganstudio-test-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        pictures, run, drawn = folder / "pictures", folder / "run", folder / "drawn"
        onnx = all(find_spec(name) for name in ("onnx", "onnxscript"))
        models = [folder / f"generator{ending}" for ending in (".safetensors", *([".onnx"] if onnx else []))]
        size = ("--resolution", "16", "--batch", "8")
        _do(folder, "sample-set", pictures, "--count", PICTURES, "--size", 16)
        _do(folder, "train", pictures, "--recipe", "linear", *size, "--steps", STEPS, "--out", run)
        _do(folder, "generate", run, "--count", DRAWN, "--sheet", "--out", drawn)
        for model in models:
            _do(folder, "export", run, "--out", model)
        made = len(list(drawn.glob("*.png")))
        if made != DRAWN + 1 or not all(model.stat().st_size for model in models):
            raise FailedError(f"self-test: {made} pictures were drawn where {DRAWN} and a sheet were asked for.")
        show_window(folder / "window")
    seconds, said = time.monotonic() - begun, ", ".join(model.suffix for model in models)
    say(f"GAN Studio {ganstudio.__version__} works here: {PICTURES} pictures drawn and decoded, {STEPS} steps trained, "
        f"{DRAWN} pictures and a grid, a model as {said}, and a window, in {seconds:.0f} s.")  # fmt: skip
    return 0


def _do(folder: Path, command: str, *words: object) -> None:
    """One command of this program, as a process.

    Raises:
        FailedError: it failed, in its own words.
    """
    try:
        done = subprocess.run(
            python("ganstudio", command, *map(str, words)),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            cwd=own_folder(),
            env=environment(**{CACHE: str(folder / "cache")}),
            creationflags=NO_WINDOW,
        )
    except subprocess.TimeoutExpired:
        raise FailedError(f"self-test: {command} took longer than {PATIENCE:.0f} s.") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or [f"exit status {done.returncode}"]
        raise FailedError(f"self-test: {command} failed: {said[-1]}")


def show_window(folder: Path) -> None:
    """The window, painted once where nobody sees it.

    Raises:
        FailedError: Qt's plugin for this system's screen is missing, or nothing was painted.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QLibraryInfo, QTimer

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    wanted = PLATFORMS.get(sys.platform, "")
    if not any(wanted in plugin.name for plugin in plugins.iterdir()):
        raise FailedError(f"self-test: Qt's plugin {wanted} is missing in {plugins}.")
    from ganstudio.app.common.paths import Paths
    from ganstudio.app.shell.window import MainWindow
    from ganstudio.app.start.launch import run_program

    sizes: list[tuple[int, int]] = []

    def look(window: MainWindow) -> None:
        picture = window.grab()
        sizes.append((picture.width(), picture.height()))
        # Closed while torch still loads, the program would leave without waiting for it, and take this command along.
        window.runner.devices.connect(lambda _: QTimer.singleShot(SETTLED, window.close))
        QTimer.singleShot(1000 * int(PATIENCE), window.close)

    status = run_program(Paths.inside(folder), look)
    if status or not sizes or min(sizes[0]) < 100:
        raise FailedError(f"self-test: the window did not open (exit status {status}).")
