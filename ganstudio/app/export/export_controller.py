"""ExportController: joins the export form on the live page with the ExportTask that draws and writes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common import file_dialogs
from ganstudio.app.export.export_task import ExportSource, ExportTask, Written
from ganstudio.app.training.live_page import LivePage
from ganstudio.panels.training.export_form import ExportRequest


class ExportController(QObject):
    """Starts what the form asks for with the run on show, and shows its progress and its end on the form."""

    targetChanged = Signal(str)
    """The folder that was chosen last."""

    def __init__(self, page: LivePage, exporting: ExportTask, target: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._exporting = exporting
        self._target = target
        self._networks: Path | None = None  # where the last network lay
        form = page.export
        form.setTarget(target)
        form.exportRequested.connect(self._start)
        form.cancelRequested.connect(exporting.cancel)
        form.chooseRequested.connect(self._choose)
        form.networkRequested.connect(self._choose_network)
        exporting.progress.connect(form.setProgress)
        exporting.done.connect(self._done)
        exporting.failed.connect(form.setFailed)

    @Slot(object)
    def _start(self, request: ExportRequest) -> None:
        if run := self._page.run:
            samples = self._page.samples
            self._exporting.start(request, ExportSource(run, samples.shown(), samples.picked()))

    @Slot()
    def _choose(self) -> None:
        file_dialogs.choose_folder(self._page, self.tr("Export to"), self._target, self._chosen)

    @Slot(str)
    def _chosen(self, folder: str) -> None:
        self._target = Path(folder)
        self._page.export.setTarget(self._target)
        self.targetChanged.emit(folder)

    @Slot(bool)
    def _choose_network(self, run: bool) -> None:
        form, start = self._page.export, self._networks or self._target
        if run:
            file_dialogs.choose_folder(form, self.tr("A run that learned to enlarge"), start, self._network_chosen)
        else:
            kinds = self.tr("Weights (*.safetensors *.pth *.pt)")
            file_dialogs.choose_file(form, self.tr("A file of weights"), start, kinds, self._network_chosen)

    @Slot(str)
    def _network_chosen(self, path: str) -> None:
        self._networks = Path(path).parent
        self._page.export.setLarger(Path(path))

    @Slot(object)
    def _done(self, written: Written) -> None:
        self._page.export.setDone(written.sentence())
