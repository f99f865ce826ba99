"""The language of the window: English, German or Chinese, as the system has it or as it was chosen in Settings."""

import json
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ganstudio.panels.parts import language

LANGUAGES = {"en": "English", "de": "Deutsch", "zh_CN": "简体中文"}
"""What there is, each by its own name."""


def wanted(choice: str, system: tuple[str, ...] | None = None) -> str:
    """The language to use: one of `LANGUAGES`.

    Args:
        choice: 'system', or one of `LANGUAGES`.
        system: the system's languages, the most wanted first ('de-AT', 'zh-Hans-CN'); None: ask it.
    """
    if choice in LANGUAGES:
        return choice
    for name in QLocale.system().uiLanguages() if system is None else system:
        known = name.replace("_", "-").lower()
        if known.partition("-")[0] == "de":
            return "de"
        if known.partition("-")[0] == "zh" and not {"hant", "tw", "hk", "mo"} & set(known.split("-")):
            return "zh_CN"
        if known.partition("-")[0] in {"en", "c"}:
            return "en"
    return "en"


def speak(app: QApplication, code: str) -> list[QTranslator]:
    """Have the window, Qt's own dialogs and everything below speak this language; nothing is loaded for English.

    Returns:
        What was installed, for `be_english`; a catalogue that is missing leaves English.
    """
    if code == "en":
        return []
    own, of_qt = QTranslator(app), QTranslator(app)
    if not own.load(str(folder() / f"ganstudio_{code}.qm")):
        return []
    made = [own]
    if of_qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        made.insert(0, of_qt)
    for translator in made:
        app.installTranslator(translator)
    locale = QLocale(code)
    QLocale.setDefault(locale)
    language.speak(json.loads((folder() / "templates.json").read_text(encoding="utf-8")), locale)
    return made


def be_english(app: QApplication, installed: list[QTranslator]) -> None:
    """As before `speak`."""
    for translator in installed:
        app.removeTranslator(translator)
    QLocale.setDefault(QLocale.system())
    language.be_english()


def folder() -> Path:
    """Where the catalogues lie."""
    return Path(__file__).parents[2] / "resources" / "languages"
