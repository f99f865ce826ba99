"""What a run's phase is called, and the colour of that word: the same on its page, in the strip and in the gallery."""

from PySide6.QtCore import QCoreApplication

from ganstudio.core.run_state import Phase

ROLES: dict[Phase, str] = {
    "live": "good", "finished": "good", "failed": "bad", "gone": "bad",
    "paused": "warn", "stopping": "warn", "interrupted": "warn",
}  # fmt: skip
"""Roles of colours; a phase without one is muted."""


def state_word(phase: Phase) -> str:
    words: dict[Phase, str] = {
        "waiting": _tr("Not begun"),
        "preparing": _tr("Preparing"),
        "live": _tr("Training"),
        "paused": _tr("Paused"),
        "stopping": _tr("Saving and stopping"),
        "stopped": _tr("Stopped"),
        "finished": _tr("Finished"),
        "failed": _tr("Failed"),
        "interrupted": _tr("Ended unexpectedly"),
        "elsewhere": _tr("Training elsewhere"),
        "gone": _tr("No longer there"),
    }
    return words[phase]


def _tr(text: str) -> str:
    return QCoreApplication.translate("RunState", text)


def state_role(phase: Phase) -> str:
    return ROLES.get(phase, "muted")
