"""Export of the network of a run from the window: asked for by the menu, written in a thread."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.core.run import Run
from ganstudio.core.settings import SettingError
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.run_names import short_name

ENDINGS = (".safetensors", ".pt2", ".onnx")


class ModelExport(QObject):
    """One at a time; what is taken is the checkpoint marked best, else the latest."""

    done = Signal(object)
    """Path of the file."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("export model", self, lasting=self.tr("Export"))
        self._background.done.connect(self.done)
        self._background.failed.connect(self.failed)

    def ask(self, run: Run, folder: Path, parent: QWidget | None) -> None:
        """Ask where to, then write. `folder`: offered. Of a translation each direction is a kind of its own."""
        ways = ways_of(run)
        kinds = self._kinds(run, ways)
        towards = f"-to-{ways[0]}" if ways else ""
        title, path = self.tr("Export the network"), folder / f"{short_name(run.name)}{towards}{ENDINGS[0]}"
        dialog = file_dialogs.save_file(parent, title, path, ";;".join(kinds), lambda name: None)

        def chosen(name: str) -> None:
            number = kinds.index(dialog.selectedNameFilter()) if dialog.selectedNameFilter() in kinds else 0
            to = ways[number // len(ENDINGS)] if ways else ""
            path = Path(name)
            if towards and to != ways[0] and path.stem.endswith(towards):  # the name that was offered follows
                path = path.with_stem(f"{path.stem.removesuffix(towards)}-to-{to}")
            self.write(run, with_ending(path, kinds[number]), to=to)

        dialog.fileSelected.connect(chosen)

    def _kinds(self, run: Run, ways: Sequence[str]) -> list[str]:
        names = [self.tr("Weights"), self.tr("PyTorch program"), self.tr("ONNX")]
        if run.settings.does == "enlarge":
            names = names[:1]
        texts = [f"{name} (*{ending})" for name, ending in zip(names, ENDINGS, strict=False)]
        if not ways:
            return texts
        from ganstudio.workflows.translated_past import result_title

        return [f"{result_title(to)}, {text}" for to in ways for text in texts]

    def write(self, run: Run, path: Path, *, to: str = "") -> None:
        """`path` ends in .safetensors, .pt2 or .onnx; a name that is taken gets a number.

        to: of a translation: the side that it leads to.
        """

        def work(report: TaskProgress) -> Path:
            if run.settings.does == "enlarge":
                from ganstudio.workflows.upscale_pictures import export_enlarger

                return export_enlarger(run, path)[0]
            from ganstudio.workflows.export_model import export_model
            from ganstudio.workflows.open_run import open_generator, open_translator

            if run.settings.does == "translate":
                return export_model(run, lambda: open_translator(run, to=to, device="cpu"), path)[0]
            return export_model(run, lambda: open_generator(run, device="cpu"), path)[0]

        self._background.start(work)

    def close(self) -> bool:
        return self._background.close()


def ways_of(run: Run) -> tuple[str, ...]:
    """The sides that a run leads pictures to; () of one that translates nothing."""
    if run.settings.does != "translate":
        return ()
    from ganstudio.models.gallery import by_name  # which the window stands without

    try:
        return tuple(getattr(by_name(run.settings.recipe), "directions", ("B",)))
    except SettingError:  # a recipe of another version
        return ("B",)


def with_ending(path: Path, chosen: str) -> Path:
    """The path with the ending of the kind that was chosen, 'ONNX (*.onnx)', where it has none that is known."""
    ending = chosen.rpartition("*")[2].rstrip(")")
    return (
        path
        if path.suffix.lower() in ENDINGS
        else path.with_name(path.name + (ending if ending in ENDINGS else ENDINGS[0]))
    )
