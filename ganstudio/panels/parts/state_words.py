"""What a run's phase is called, and the colour of that word: the same on its page, in the strip and in the gallery."""

from PySide6.QtCore import QCoreApplication

from ganstudio.core.run_state import Phase

WORDS: dict[Phase, str] = {
    "waiting": "Not begun",
    "preparing": "Preparing",
    "live": "Training",
    "paused": "Paused",
    "stopping": "Saving and stopping",
    "stopped": "Stopped",
    "finished": "Finished",
    "failed": "Failed",
    "interrupted": "Ended unexpectedly",
    "elsewhere": "Training elsewhere",
    "gone": "No longer there",
}
ROLES: dict[Phase, str] = {
    "live": "good", "finished": "good", "failed": "bad", "gone": "bad",
    "paused": "warn", "stopping": "warn", "interrupted": "warn",
}  # fmt: skip
"""Roles of colours; a phase without one is muted."""


def state_word(phase: Phase) -> str:
    return QCoreApplication.translate("RunState", WORDS[phase])


def state_role(phase: Phase) -> str:
    return ROLES.get(phase, "muted")
