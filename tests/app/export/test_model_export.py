"""The network of the run on show leaves the window in a form for other programs."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from safetensors import safe_open

from ganstudio.app.export.model_export import with_ending
from tests.app.tiny_runs import tiny_run


def said(window) -> str:
    current = window.messages.current()
    return current.text if current else ""


def test_that_the_menu_asks_where_and_writes_what_others_can_read(qtbot: QtBot, window_with, tmp_path: Path) -> None:
    window = window_with()
    run = tiny_run(tmp_path / "flowers")
    window.current_run.open(run.folder)
    qtbot.waitUntil(lambda: window.current_run.on_show is not None)
    window.commands.export_model.trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("flowers.safetensors")
    dialog.fileSelected.emit(str(tmp_path / "taken away"))
    dialog.close()
    qtbot.waitUntil(lambda: "taken away.safetensors is written" in said(window), timeout=60_000)
    with safe_open(tmp_path / "taken away.safetensors", "pt") as file:
        assert file.keys()


def test_that_a_run_without_a_checkpoint_is_said(qtbot: QtBot, window_with, tmp_path: Path) -> None:
    window = window_with()
    run = tiny_run(tmp_path / "flowers")
    for path in (run.folder / "checkpoints").iterdir():
        path.unlink()
    window.services.exporting_model.write(run, tmp_path / "out.safetensors")
    qtbot.waitUntil(lambda: "checkpoint" in said(window), timeout=60_000)


def test_that_without_a_run_a_sentence_says_what_to_do(window_with) -> None:
    window = window_with()
    window.commands.export_model.trigger()
    assert "no network to export yet" in said(window)


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [("a", "ONNX (*.onnx)", "a.onnx"), ("a.pt2", "ONNX (*.onnx)", "a.pt2"), ("a.b", "", "a.b.safetensors")],
)
def test_that_a_file_gets_the_ending_of_its_kind(name: str, kind: str, expected: str) -> None:
    assert with_ending(Path(name), kind).name == expected
