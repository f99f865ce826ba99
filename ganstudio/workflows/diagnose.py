"""What is here, what would fit this computer, and what mends what is missing. Works without torch and without Qt."""

import dataclasses
import importlib
import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

import psutil

import ganstudio
from ganstudio.core.graphics_cards import Card, fit_of, nvidia_cards, other_makers
from ganstudio.core.printable import without_home
from ganstudio.core.processes import interpreter, is_frozen

State = Literal["good", "note", "wrong"]
GIGABYTE = 1024**3
INSTALL = "uv pip install"
ANOTHER = "Install the program from source, where parts can be chosen: its README says how."
LITTLE_DISK, LITTLE_MEMORY = 5 * GIGABYTE, 4 * GIGABYTE
WORDS = {"cuda": "CUDA", "hip": "ROCm"}


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    part: str
    state: State
    sentence: str
    remedy: str = ""
    """The command, or the step, that mends it."""


@dataclass(frozen=True)
class Extra:
    """A part that is not installed by default."""

    extra: str
    modules: tuple[str, ...]
    brings: str


EXTRAS = (
    Extra("video", ("av",), "MP4 films, and videos to translate"),
    Extra("onnx", ("onnx", "onnxscript", "onnxruntime"), "generators as ONNX files for other programs"),
    Extra("heif", ("pillow_heif",), "HEIC and HEIF photographs of phones"),
    Extra("parquet", ("pyarrow",), "Parquet tables of pictures as data sets"),
)


def diagnose(*, window: str, folders: Mapping[str, Path]) -> list[Finding]:
    """Everything worth knowing before asking for help. Imports torch, which takes seconds.

    Args:
        window: why no window can be opened here, or ''.
        folders: where the program keeps things, by what they are.
    """
    cards = nvidia_cards()
    findings = [_program(), *_window(window), _torch(cards), *_cards(cards), _memory()]
    findings += [_folder(title, folder) for title, folder in folders.items()]
    return [_for_this_python(finding) for finding in [*findings, *map(_extra, EXTRAS)]]


def as_text(findings: list[Finding]) -> str:
    """The findings as lines for a bug report: no path of the home folder, no user name."""
    signs = {"good": "ok  ", "note": "note", "wrong": "!!  "}
    lines = []
    for finding in findings:
        lines.append(f"{signs[finding.state]}  {finding.part}: {finding.sentence}")
        if finding.remedy:
            lines.append(f"      {finding.remedy}")
    return "\n".join(lines)


def _for_this_python(finding: Finding) -> Finding:
    """The same with a command that reaches the environment this program runs in, active or not.

    Of a bundle nothing can be installed anew.
    """
    if is_frozen() and INSTALL in finding.remedy:
        return dataclasses.replace(finding, remedy=ANOTHER)
    if os.environ.get("VIRTUAL_ENV") == sys.prefix:
        return finding
    here = f"{INSTALL} --python {without_home(interpreter())}"
    return dataclasses.replace(finding, remedy=finding.remedy.replace(INSTALL, here))


def _program() -> Finding:
    system = f"{platform.system()} {platform.release()} ({platform.machine()})"
    sentence = f"GAN Studio {ganstudio.__version__}, Python {platform.python_version()}, {system}."
    return Finding("Program", "good", sentence)


def _window(problem: str) -> Iterator[Finding]:
    version = _version_of("pyside6-essentials")
    if not version:
        yield Finding("Window", "wrong", "PySide6 is not installed.", "uv pip install pyside6-essentials")
        return
    if version.startswith("6.12") and sys.version_info < (3, 12):
        sentence = f"PySide6 {version} ends long runs on Python 3.11 with an abort."
        yield Finding("Window", "wrong", sentence, 'uv pip install "pyside6-essentials>=6.11.3,<6.12"')
    if problem:
        sentence, _, remedy = problem.partition(" On Debian or Ubuntu: ")
        yield Finding("Window", "wrong", sentence, remedy.removesuffix("."))
    else:
        yield Finding("Window", "good", f"PySide6 {version}; a window can be opened.")


def _torch(cards: list[Card]) -> Finding:
    fits = [fit_of(card) for card in cards]
    remedy = next((fit.command for fit in fits if fit.command), "")
    fallback = remedy or "uv pip install --torch-backend auto torch torchvision"
    try:
        torch = importlib.import_module("torch")
    except ImportError as error:
        missing = importlib.util.find_spec("torch") is None if "torch" not in sys.modules else True
        why = "is not installed" if missing else f"cannot be loaded ({_first_line(error)})"
        return Finding("PyTorch", "wrong", f"PyTorch {why}.", fallback)
    except OSError as error:
        return Finding("PyTorch", "wrong", f"PyTorch cannot be loaded ({_first_line(error)}).", fallback)
    build = next((f"{WORDS[key]} {text}" for key in WORDS if (text := getattr(torch.version, key, None))), "")
    title = f"PyTorch {torch.__version__}, " + (f"built for {build}" if build else "built for the CPU")
    if torch.cuda.is_available():
        return Finding("PyTorch", "good", f"{title}; it trains on {torch.cuda.get_device_name(0)}.")
    if torch.backends.mps.is_available():
        return Finding("PyTorch", "good", f"{title}; it trains on the Apple GPU.")
    if remedy:
        return Finding("PyTorch", "wrong", f"{title}: it cannot use the graphics card that is here.", remedy)
    heavy = build and not cards and not other_makers()
    if heavy:
        lighter = "uv pip install --reinstall --torch-backend cpu torch torchvision"
        sentence = f"{title}; no card is here, and the build for the CPU is gigabytes smaller."
        return Finding("PyTorch", "note", sentence, lighter)
    return Finding("PyTorch", "good", f"{title}; it trains on the CPU.")


def _cards(cards: list[Card]) -> Iterator[Finding]:
    for card in cards:
        fit = fit_of(card)
        state: State = "wrong" if not fit.backend else "note" if fit.caution else "good"
        remedy = "" if fit.backend else "Until then, training runs on the CPU."
        yield Finding("Graphics card", state, f"{card.title}{': ' + fit.caution if fit.caution else ''}.", remedy)
    if cards:
        return
    makers = other_makers()
    if "NVIDIA" in makers:
        sentence = "There is an NVIDIA card, but its driver does not answer (nvidia-smi)."
        yield Finding("Graphics card", "wrong", sentence, "Install NVIDIA's driver, 580 or newer, and restart.")
    elif "AMD" in makers:
        remedy = "uv pip install --reinstall --torch-backend auto torch torchvision"
        sentence = "There is an AMD card; PyTorch's ROCm build may be able to use it (not tried with this program)."
        yield Finding("Graphics card", "note", sentence, remedy)
    elif sys.platform != "darwin":
        yield Finding("Graphics card", "note", "There is none that PyTorch can use: training runs on the CPU.")


def _memory() -> Finding:
    memory = psutil.virtual_memory()
    state: State = "note" if memory.available < LITTLE_MEMORY else "good"
    cores = psutil.cpu_count(logical=False) or 1
    sentence = f"{_gigabytes(memory.available)} of {_gigabytes(memory.total)} memory free, {cores} processor cores."
    return Finding("Memory", state, sentence)


def _folder(title: str, folder: Path) -> Finding:
    """Whether one can write there, and how much is free; the nearest folder that exists answers for it."""
    here = next(part for part in (folder, *folder.parents) if part.exists())
    if not _writable(here):
        return Finding(title, "wrong", f"{without_home(folder)} cannot be written.", "Choose another in Settings.")
    free = shutil.disk_usage(here).free
    state: State = "note" if free < LITTLE_DISK else "good"
    return Finding(title, state, f"{without_home(folder)}, {_gigabytes(free)} free.")


def _writable(folder: Path) -> bool:
    import tempfile

    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _extra(part: Extra) -> Finding:
    title = f"Extra '{part.extra}'"
    if missing := [name for name in part.modules if importlib.util.find_spec(name) is None]:
        sentence = f"Not installed ({', '.join(missing)}); it brings {part.brings}."
        return Finding(title, "note", sentence, f'uv pip install "ganstudio[{part.extra}]"')
    return Finding(title, "good", f"Installed: {part.brings}.")


def _version_of(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _gigabytes(number: int) -> str:
    return f"{number / GIGABYTE:.1f} GB"


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
