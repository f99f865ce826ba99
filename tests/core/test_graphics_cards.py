"""Which build of PyTorch a card can use, by made-up answers of nvidia-smi that are run as real programs."""

import os
import sys

import pytest

from ganstudio.core.graphics_cards import cards_in, fit_of, nvidia_cards, other_makers


def card(capability: str, driver: str, name: str = "Some card"):
    return cards_in([f"{name}, {driver}, {capability}, 12288"])[0]


@pytest.mark.parametrize(
    ("capability", "driver", "backend", "word"),
    [
        ("8.6", "580.65.06", "cu130", ""),
        ("12.0", "590.10", "cu130", ""),
        ("7.5", "580.65.06", "cu130", ""),
        ("8.6", "550.54.14", "cu126", "driver 580 or newer takes the current ones"),
        ("6.1", "580.65.06", "cu126", "newer ones do not know this card"),
        ("7.0", "535.1", "cu126", "newer ones do not know this card"),
        ("8.6", "470.10", "", "install 580 or newer"),
        ("6.1", "470.10", "", "install 525 or newer"),
        ("12.0", "570.1", "", "install 580 or newer"),
        ("3.5", "470.10", "", "no current PyTorch can use a card this old"),
    ],
)
def test_that_a_card_gets_the_newest_build_that_it_and_its_driver_can_use(capability, driver, backend, word):
    fit = fit_of(card(capability, driver))
    assert fit.backend == backend
    assert word in fit.caution
    assert bool(fit.command) == bool(backend)
    assert ("torch<2.15" in fit.command) == (backend == "cu126")


def test_that_rows_that_are_no_card_are_passed_over():
    lines = ["", "No devices were found", "RTX, 580.1, [N/A], 100", "RTX 3060, 580.1, 8.6, 12288", "a, b, c"]
    assert [known.title for known in cards_in(lines)] == ["RTX 3060 (12 GB, compute capability 8.6, driver 580.1)"]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the driver's program")
@pytest.mark.parametrize(
    ("script", "names"),
    [("echo 'RTX 3060, 550.54, 8.6, 12288'", ["RTX 3060"]), ("echo broken; exit 9", []), ("printf '\\377'", [])],
)
def test_that_the_drivers_program_is_asked_and_may_fail(tmp_path, monkeypatch, script, names):
    program = tmp_path / "nvidia-smi"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert [known.name for known in nvidia_cards()] == names


def test_that_no_program_means_no_card(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert nvidia_cards() == []


def test_that_linux_tells_the_makers_of_cards_without_a_driver(tmp_path):
    for number, vendor in enumerate(["0x10de", "0x8086", "0x1002"]):
        device = tmp_path / f"card{number}" / "device"
        device.mkdir(parents=True)
        (device / "vendor").write_text(f"{vendor}\n")
    (tmp_path / "card0-HDMI-A-1").mkdir()
    assert other_makers(tmp_path, "linux") == ["NVIDIA", "AMD"]
    assert other_makers(tmp_path, "win32") == []
