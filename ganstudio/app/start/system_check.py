"""What a window needs of the computer, checked before Qt is asked: Qt itself would abort without a word.

Nothing here imports Qt.
"""

import ctypes
import os
import re
import sys
from collections.abc import Callable, Mapping

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Libraries that every Qt window needs on Linux, and the Debian package of each."""

XCB_PACKAGES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
"""Those that a window on an X11 display needs besides."""


def window_problem(environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> str:
    """'' if a window can be opened here, else the sentence that says what is missing and how to get it."""
    known = os.environ if environment is None else environment
    if not platform.startswith("linux"):
        return ""
    asked = known.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if missing := missing_libraries(PACKAGES):
        return _library_sentence(missing)
    if asked not in {"", "xcb"}:
        return ""
    display, wayland = known.get("DISPLAY", ""), known.get("WAYLAND_DISPLAY", "")
    if not display and not wayland:
        return (
            "There is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are not set). "
            "Log in to a desktop, or train with: ganstudio train FOLDER --recipe dcgan --out RUN."
        )
    if wayland and not asked:
        return ""
    if missing := missing_libraries(XCB_PACKAGES):
        return _library_sentence(missing)
    if not _display_answers(display):
        return f"The display {display} does not answer. Check that it is running and that you may use it."
    return ""


def missing_libraries(packages: Mapping[str, str], load: Callable[[str], object] = ctypes.CDLL) -> dict[str, str]:
    """Those libraries (and their packages) that the system's loader does not find."""
    missing = {}
    for library, package in packages.items():
        try:
            load(library)
        except OSError:
            missing[library] = package
    return missing


def import_problem(error: ImportError) -> str:
    """The sentence for a PySide6 that cannot be imported."""
    match = re.search(r"lib[\w.+-]+\.so[.\d]*", str(error))
    if match:
        library = match.group()
        package = (PACKAGES | XCB_PACKAGES).get(library)
        return _library_sentence({library: package} if package else {library: library.partition(".so")[0]})
    return f"The window needs PySide6, which cannot be loaded ({error}). Install it: pip install pyside6-essentials."


def _library_sentence(missing: Mapping[str, str]) -> str:
    libraries, packages = ", ".join(missing), " ".join(missing.values())
    return f"The window needs {libraries}, missing here. On Debian or Ubuntu: sudo apt install {packages}."


def _display_answers(display: str) -> bool:
    """Whether the X server answers; True when that cannot be asked."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)
