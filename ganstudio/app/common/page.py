"""What the window asks of every page."""

from collections.abc import Callable, Sequence

from ganstudio.core.events import Event
from ganstudio.core.run import Run

Deed = Callable[[], object]


class Page:
    """What the window calls on every page. A page overrides the methods that concern it; the others do nothing."""

    takes_drops = False
    """Whether `receive` knows what to do with files."""

    @property
    def on_show(self) -> Run | None:
        """The run that is shown; None where the page shows none, or the choices before one."""
        return None

    def open(self, run: Run, events: list[Event], state: str) -> None:
        """Show a run, what has happened in it so far, and its state (a runner's)."""

    def receive(self, paths: Sequence[str]) -> None:
        """Files that were dropped on the window, or named when the program was started."""

    def set_training(self, run: Run | None) -> None:
        """The run that trains now, wherever it is shown; None when none does."""

    def refresh(self) -> None:
        """The page has come to the front, or another page has."""

    def make_plots(self) -> None:
        """What plots need is loaded."""

    def begin(self) -> None:
        """The key for Start was pressed."""

    def undoing(self) -> Deed | None:
        """What takes back the last thing that was done here; None where there is nothing to take back."""
        return None

    def redoing(self) -> Deed | None:
        """What does again what was taken back."""
        return None

    def close_threads(self) -> bool:
        """The program ends: whether all threads of this page have ended."""
        return True
