"""Shared by all tests: Qt without a screen, and nothing left behind by a test that used it."""

import gc
import os
import sys
import threading
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before anything imports torch, as the program does


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow ones first: of several processes none is left with a long one when the others have ended."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a Qt test that leaves a window, a running thread or a running timer: the next test would inherit it."""
    if "qapp" not in request.fixturenames:
        yield
        return
    threads = set(threading.enumerate())
    gc.freeze()  # what is older than the test is neither collected nor looked through after it: that took a second
    yield
    left = _settled_leftovers(threads)
    if left:
        pytest.fail("left behind: " + ", ".join(left))


def _settled_leftovers(threads: set[threading.Thread]) -> list[str]:
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
    from PySide6.QtWidgets import QApplication, QWidget
    from shiboken6 import isValid

    QThreadPool.globalInstance().waitForDone()
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    windows = [
        topLevelWidget
        for topLevelWidget in QApplication.topLevelWidgets()
        if topLevelWidget.parent() is None and not _is_owned(topLevelWidget)
    ]
    left = [f"window {window!r}" for window in windows if type(window) is not QWidget or window.isVisible()]
    left += [f"thread {thread.name}" for thread in threading.enumerate() if thread not in threads and _is_ours(thread)]
    kinds = (QThread, QTimer)
    for leftover in [item for item in gc.get_objects() if issubclass(type(item), kinds)]:
        if not isValid(leftover):
            continue  # only the Python half is still there
        if isinstance(leftover, QThread) and leftover.isRunning():
            left.append(f"QThread {leftover!r}")
        elif isinstance(leftover, QTimer) and leftover.isActive() and not isinstance(leftover.parent(), QApplication):
            left.append(f"timer of {leftover.parent()!r}")
    for window in windows:
        window.close()
        window.deleteLater()
    return left


def _is_owned(window: object) -> bool:
    """Popups of the platform, and the menus that pyqtgraph makes for its plots without a parent."""
    return type(window).__name__ in {"QComboBoxPrivateContainer", "QTipLabel", "QMenu"}


def _is_ours(thread: threading.Thread) -> bool:
    """Qt's pool threads show up as dummies; torch and tqdm keep threads for the life of the process."""
    module = sys.modules.get(type(thread).__module__)
    return not isinstance(thread, threading._DummyThread) and getattr(module, "__name__", "") == "threading"
