"""Where the next run trains."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from ganstudio.panels.parts.controls import Combo
from ganstudio.panels.parts.language import said


class DeviceBox(Combo):
    """Offers only the automatic choice until torch is loaded and has listed the devices."""

    deviceChanged = Signal(str)
    """The person chose another."""

    def __init__(self, wanted: str = "auto") -> None:
        super().__init__("", "")
        self.setAccessibleName(self.tr("Device"))
        self.setToolTip(self.tr("Where the next run trains"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._wanted = wanted
        self.setDevices([("auto", self.tr("Automatic"))])
        self.activated.connect(self._chosen)

    def device(self) -> str:
        return str(self.currentData())

    def setDevices(self, devices: Sequence[tuple[str, str]]) -> None:
        """(name, title) of each; the one that is wanted stays chosen if it is among them."""
        self.clear()
        for name, title in devices:
            self.addItem(said(title), name)
        self.setCurrentIndex(max(0, self.findData(self._wanted)))

    def _chosen(self) -> None:
        self._wanted = self.device()
        self.deviceChanged.emit(self._wanted)
