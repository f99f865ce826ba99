"""The same numbers for TensorBoard: a listener that may fail without hurting the training."""

import logging
from pathlib import Path
from typing import Any

from ganstudio.core.events import Event, Finished, Progress, Sampled, Scored

log = logging.getLogger(__name__)


class TensorBoardLog:
    """Writes events as TensorBoard files into `folder`/tensorboard; silent where TensorBoard is not installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._writer: Any = None
        try:
            from torch.utils.tensorboard import SummaryWriter

            self._writer = SummaryWriter(str(folder / "tensorboard"), flush_secs=30)
        except (ImportError, OSError, UnicodeError) as error:  # it takes no folder whose name is not UTF-8
            log.warning("no TensorBoard files are written: %s", error)

    def log(self, event: Event) -> None:
        """Write what TensorBoard has a place for: losses, speed, sample grids, scores."""
        if self._writer is None:
            return
        try:
            self._write(event)
        except OSError as error:
            log.warning("TensorBoard files could not be written: %s", error)
            self._writer = None

    def _write(self, event: Event) -> None:
        match event:
            case Progress(step=step, losses=losses, images_per_second=speed):
                for name, value in losses.items():
                    self._writer.add_scalar(f"losses/{name}", value, step)
                self._writer.add_scalar("images per second", speed, step)
            case Sampled(step=step, path=path):
                self._writer.add_image("samples", _pixels(self.folder / path), step, dataformats="HWC")
            case Scored(step=step, scores=scores):
                for name, value in scores.items():
                    self._writer.add_scalar(f"scores/{name}", value, step)
            case Finished():
                self._writer.close()
            case _:
                pass


def _pixels(path: Path) -> Any:
    import numpy as np
    from PIL import Image

    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))
