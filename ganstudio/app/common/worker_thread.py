"""How all background work is done: a QThread, and an object that lives in it and whose slots run there.

Training, drawing and every other task use it; they differ in what their object does when it is asked again: training
refuses, drawing lets the newest request of a lane win, a `Background` task takes the place of the one before.
"""

from PySide6.QtCore import QObject, QThread


class WorkerThread:
    """A named thread that begins with the first `start` and lives until `close`."""

    def __init__(self, name: str, worker: QObject) -> None:
        """`worker`: an object without a parent; from now on its slots run in this thread."""
        self._thread = QThread()
        self._thread.setObjectName(name)
        worker.moveToThread(self._thread)

    def start(self) -> None:
        """Begin; without effect while it runs."""
        if not self._thread.isRunning():
            self._thread.start()

    def close(self, milliseconds: int) -> bool:
        """Let the slot that runs come to its end, then end the thread. True when it has, within `milliseconds`."""
        self._thread.quit()
        return not self._thread.isRunning() or self._thread.wait(milliseconds)
