"""Export of the network of a run from the window: asked for by the menu, written in a thread."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.core.run import Run
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.run_names import short_name


class ModelExport(QObject):
    """One at a time; what is taken is the checkpoint marked best, else the latest."""

    done = Signal(object)
    """Path of the file."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("export model", self)
        self._background.done.connect(self.done)
        self._background.failed.connect(self.failed)

    def ask(self, run: Run, folder: Path, parent: QWidget | None) -> None:
        """Ask where to, then write. `folder`: offered."""
        safe = self.tr("Weights (*.safetensors)")
        kinds = {
            "generate": [safe, self.tr("PyTorch program (*.pt2)"), self.tr("ONNX (*.onnx)")],
            "enlarge": [safe],
        }.get(run.settings.does)
        if kinds is None:
            self.failed.emit(
                self.tr("{0} learned to translate; only what draws or enlarges is exported.").format(run.name)
            )
            return
        title, path = self.tr("Export the network"), folder / f"{short_name(run.name)}.safetensors"
        dialog = file_dialogs.save_file(parent, title, path, ";;".join(kinds), lambda name: None)
        dialog.fileSelected.connect(lambda name: self.write(run, with_ending(Path(name), dialog.selectedNameFilter())))

    def write(self, run: Run, path: Path) -> None:
        """`path` ends in .safetensors, .pt2 or .onnx; a name that is taken gets a number."""

        def work(report: TaskProgress) -> Path:
            if run.settings.does == "enlarge":
                from ganstudio.workflows.upscale_pictures import export_enlarger

                return export_enlarger(run, path)[0]
            from ganstudio.workflows.export_model import export_model
            from ganstudio.workflows.open_run import open_generator

            return export_model(run, lambda: open_generator(run, device="cpu"), path)[0]

        self._background.start(work)

    def close(self) -> bool:
        return self._background.close()


def with_ending(path: Path, chosen: str) -> Path:
    """The path with the ending of the kind that was chosen, 'ONNX (*.onnx)', where it has none that is known."""
    ending = chosen.rpartition("*")[2].rstrip(")")
    known = (".safetensors", ".pt2", ".onnx")
    return (
        path if path.suffix.lower() in known else path.with_name(path.name + (ending if ending in known else known[0]))
    )
