"""About: what this program is, its version, and what it computes with."""

import sys

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

import ganstudio


def show_about(parent: QWidget, device: str) -> QMessageBox:
    """`device`: what the next run trains on, as a person calls it."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(_tr("About GAN Studio"))
    box.setText(f"GAN Studio {ganstudio.__version__}")
    box.setInformativeText("\n".join(about_lines(device)))
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.open()
    return box


def about_lines(device: str) -> list[str]:
    """What stands below the version; torch is named once it is loaded."""
    torch = sys.modules.get("torch")
    version = getattr(torch, "__version__", "")
    return [
        _tr("Trains generative adversarial networks on your own pictures, live."),
        "",
        _tr("Trains on: {0}").format(device),
        f"PyTorch {version}" if version else _tr("PyTorch is being loaded"),
        f"Python {sys.version.split()[0]}",
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("About", text)
