"""What help says of each page."""

from PySide6.QtCore import QCoreApplication

Part = tuple[str, list[tuple[str, str]]]
"""A title, and (thing, what it does) for each line."""


def help_parts() -> dict[str, Part]:
    """By the page's name, in the order of the rail."""
    return {
        "train": (_tr("Train"), _train()),
        "explore": (_tr("Explore"), _explore()),
        "translate": (_tr("Translate"), _translate()),
        "enhance": (_tr("Enhance"), _enhance()),
        "runs": (_tr("Runs"), _runs()),
        "settings": (_tr("Settings"), _settings()),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("HelpParts", text)


def _train() -> list[tuple[str, str]]:
    return [
        (_tr("Start"), _tr("The line beside it says what will be learned and how long that takes, or what is in the "
                           "way, with a button that puts it right. Queue trains it when the runs before have ended.")),
        (_tr("Slider"), _tr("Under the pictures: every earlier moment. The end is live.")),
        (_tr("Scores"), _tr("The numbers behind the sentence, and what can be done where something is wrong.")),
        (_tr("Time machine"), _tr("The same latents at every kept moment. A new run can start from any of them.")),
        (_tr("Film"), _tr("A run that has ended shows how its pictures came about; save it, or train longer.")),
    ]  # fmt: skip


def _explore() -> list[tuple[str, str]]:
    return [
        (_tr("Map"), _tr("Every place is a picture: drag to move, the wheel changes the scale.")),
        (_tr("Walk"), _tr("From one picture to another, in steps between.")),
        (_tr("Directions"), _tr("What changes together: each slider is one, sorted by how much it changes.")),
        (_tr("Variety"), _tr("Lower: safer pictures that are more alike. Higher: bolder ones, with more failures.")),
        (_tr("Project"), _tr("Drop a photograph: the most similar picture that the generator can draw is looked for.")),
        (_tr("Pins"), _tr("Places that are kept. In a row they are a film.")),
    ]  # fmt: skip


def _translate() -> list[tuple[str, str]]:
    return [
        (_tr("Two folders"), _tr("One on each side; the pictures need no partners. A few hundred of each are good.")),
        (_tr("Columns"), _tr("A picture, what became of it, and that led back: the less changed, the better. Cycle "
                             "error shows where it changed.")),
        (_tr("Use it"), _tr("Drop pictures or a folder: each is shown translated, then Translate all writes them.")),
        (_tr("Time machine"), _tr("The same pictures as the generator of every kept moment translated them.")),
        (_tr("Export"), _tr("The network of one direction, for other programs.")),
    ]  # fmt: skip


def _enhance() -> list[tuple[str, str]]:
    return [
        (_tr("Larger"), _tr("A picture two to four times as large, by a network that you trained or brought.")),
        (_tr("In a style"), _tr("A photograph drawn like another picture; strength says how much.")),
    ]


def _runs() -> list[tuple[str, str]]:
    return [
        (_tr("Cards"), _tr("Every run, wherever it lies. The mouse on a card plays how its pictures came about.")),
        (_tr("Compare"), _tr("Choose two or more: curves, scores and settings beside each other.")),
        (_tr("Queue"), _tr("Runs that wait, one after the other: change their order, take one out, or stop after the "
                           "one that trains. It goes on after a restart.")),
        (_tr("Delete"), _tr("Undo brings a deleted run back until the next one is deleted or the message is closed.")),
        (_tr("Send"), _tr("A run as one file, without where your pictures are.")),
    ]  # fmt: skip


def _settings() -> list[tuple[str, str]]:
    return [
        (_tr("Folders"), _tr("Where new runs are written. Runs that lie elsewhere stay in the list.")),
        (_tr("Own process"), _tr("Training apart from the window: a crash of one does not end the other.")),
    ]
