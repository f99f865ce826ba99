"""The window in other languages: what is chosen, what is said, and that nothing in the catalogues is broken."""

import ast
import importlib.util
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from ganstudio.app.start.language import LANGUAGES, be_english, folder, speak, wanted
from ganstudio.core.settings import Setting
from ganstudio.models.gallery import RECIPES
from ganstudio.panels.parts.fields import FieldRow
from ganstudio.panels.parts.language import figure, said, typed
from ganstudio.panels.parts.state_words import state_word
from ganstudio.scores.watchdog import Watchdog

ROOT = Path(__file__).parents[3]
OTHERS = [code for code in LANGUAGES if code != "en"]
PLACE = re.compile(r"\{[^{}]*\}|%n")
FLOOR = 0.99
"""Share of the texts that each catalogue has; the others are said in English until somebody has translated them."""


def languages_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("languages", ROOT / "packaging" / "languages.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return languages_script()


@pytest.fixture(params=OTHERS)
def code(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Each language, spoken while the test runs."""
    installed = speak(qapp, request.param)
    assert installed
    yield request.param
    be_english(qapp, installed)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    installed = speak(qapp, "de")
    yield
    be_english(qapp, installed)


Message = tuple[str, str, list[str], bool]
"""Context, text, translations (one for each plural form), and whether it is finished."""


def messages(code: str) -> list[Message]:
    made = []
    for context in ElementTree.parse(ROOT / "resources" / "languages" / f"ganstudio_{code}.ts").getroot():
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            finished = translation.get("type") is None and all(forms)
            made.append((context.findtext("name", ""), message.findtext("source", ""), forms, finished))
    return made


# What is chosen -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "system", "code"),
    [
        ("system", ("de-AT", "en"), "de"), ("system", ("zh-Hans-CN",), "zh_CN"), ("system", ("zh_SG",), "zh_CN"),
        ("system", ("zh-Hant-TW", "de"), "de"), ("system", ("fr-FR", "de-DE"), "de"), ("system", ("C",), "en"),
        ("system", ("en-GB", "de"), "en"), ("system", ("fr",), "en"), ("system", (), "en"), ("de", ("zh-CN",), "de"),
        ("en", ("de",), "en"), ("zh_CN", ("en",), "zh_CN"),
    ],
)  # fmt: skip
def test_that_the_language_is_the_chosen_one_or_the_first_of_the_system_that_there_is(choice, system, code):
    assert wanted(choice, system) == code


def test_that_english_loads_and_looks_up_nothing(qapp: QApplication) -> None:
    assert speak(qapp, "en") == []
    assert said("Learning well.") == "Learning well."
    assert figure(12345.6, ",.1f") == "12,345.6"


def test_that_a_catalogue_that_is_missing_leaves_english(qapp: QApplication) -> None:
    assert speak(qapp, "xx") == []
    assert said("Learning well.") == "Learning well."


# What is said ---------------------------------------------------------------------------------------------------------


def test_that_sentences_from_below_are_said_with_their_values(german: None) -> None:
    assert said("Side A has only 12 pictures: results will look like these few.").startswith(
        "Seite A hat nur 12 Bilder"
    )
    assert said("Mode collapse: the samples vary 3.5% as much as the training images.").count("3,5\u00a0%") == 1
    assert said("It learns, but its pictures are still much alike. Variety is rising.") == (
        "Es lernt, aber seine Bilder gleichen einander noch sehr. Die Vielfalt steigt."
    )


def test_that_the_settings_of_training_are_not_named_like_a_run_that_trains(code: str) -> None:
    heading, state = {"de": ("Training", "Trainiert"), "zh_CN": ("训练", "训练中")}[code]
    assert said(Setting.group) == heading
    assert state_word("live") == state


def test_that_names_of_a_person_stay_and_what_is_unknown_is_not_touched(german: None) -> None:
    assert said("Seeds and flowers is training. Stop it first.") == (
        "Seeds and flowers trainiert gerade. Stoppen Sie es zuerst."
    )
    strange = "Bread and butter, in a sentence that nobody wrote."
    assert said(strange) == strange


def test_that_the_verdict_of_a_fresh_run_is_said_in_each_language(code: str) -> None:
    assert said(Watchdog().verdict.sentence) != Watchdog().verdict.sentence


def test_that_every_recipe_is_said_in_each_language(code: str) -> None:
    for recipe in RECIPES:
        assert said(recipe.summary) != recipe.summary
        assert said(recipe.when) != recipe.when


# Numbers --------------------------------------------------------------------------------------------------------------


def test_that_numbers_have_the_separators_of_the_language(german: None) -> None:
    assert figure(12345.6, ",.1f") == "12.345,6"
    assert figure(0.42, ".0%") == "42\u00a0%"
    assert QLocale().language() == QLocale.Language.German


@pytest.mark.parametrize(
    ("text", "number"), [("0,0002", 0.0002), ("0.0002", 0.0002), ("1.234,5", 1234.5), ("1e-4", 1e-4), ("12", 12)]
)
def test_that_typed_numbers_are_understood_with_a_comma_and_with_a_point(german: None, text, number) -> None:
    assert float(typed(text)) == number


def test_that_a_comma_still_groups_digits_in_english() -> None:
    assert typed("12,000") == "12000"


def test_that_a_field_shows_a_comma_and_keeps_the_value(german: None) -> None:
    row = FieldRow(Setting(name="rate", title="Learning rate", type=float, default=0.0002, help="", low=0.0, high=1.0))
    assert row.control.lineEdit().text() == "0,0002"
    row.control.lineEdit().setText("0,5")
    assert (row.value(), row.error()) == (0.5, "")
    row.control.lineEdit().setText("7,5")
    assert row.sentence()
    row.deleteLater()


# The catalogues -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", OTHERS)
def test_that_nearly_everything_is_translated(code: str) -> None:
    known = messages(code)
    done = sum(finished for *_, finished in known)
    assert done >= FLOOR * len(known), f"{done} of {len(known)}"


@pytest.mark.parametrize("code", OTHERS)
def test_that_translations_have_the_places_of_their_texts(code: str) -> None:
    wrong = [
        (source, form)
        for _, source, forms, finished in messages(code)
        if finished
        for form in forms
        if set(PLACE.findall(source)) != set(PLACE.findall(form))
    ]
    assert wrong == []


@pytest.mark.parametrize("code", OTHERS)
def test_that_translations_begin_and_end_as_their_texts(code: str) -> None:
    """Spaces with which texts are put together, and letters that open menus."""

    def edges(text: str) -> tuple[str, str, bool]:
        return re.match(r"\s*", text).group(), re.search(r"\s*$", text).group(), "&" in text

    wrong = [
        (source, form)
        for _, source, forms, finished in messages(code)
        for form in forms
        if finished and edges(source) != edges(form)
    ]
    assert wrong == []


def test_that_plurals_have_the_forms_of_the_language() -> None:
    for code, forms in {"de": 2, "zh_CN": 1}.items():
        counted = [len(translations) for _, source, translations, _ in messages(code) if "%n" in source]
        assert counted
        assert set(counted) == {forms}


def test_that_a_plural_is_said(german: None) -> None:
    assert QCoreApplication.translate("ComputerCard", "%n thing(s) to mend.", "", 1) == "1 Sache ist zu beheben."
    assert QCoreApplication.translate("ComputerCard", "%n thing(s) to mend.", "", 3) == "3 Dinge sind zu beheben."


def test_that_no_two_entries_of_a_menu_have_the_same_letter() -> None:
    for code in OTHERS:
        letters = [
            re.search("&(.)", forms[0]).group(1).lower()
            for context, source, forms, _ in messages(code)
            if context == "Actions" and source in {"&File", "&Edit", "&Run", "&View", "&Help"}
        ]
        assert len(letters) == len(set(letters)) == 5


def test_that_the_catalogues_hold_every_text_of_today(script: ModuleType) -> None:
    """But for a few, which stay English until `python packaging/languages.py` has been run and they are translated."""
    known = {(context, source) for context, source, *_ in messages("de")}
    sources = {source for _, source in known}
    missing = [text for context, text in script.gathered() if (context, text) not in known]
    missing += [text for path in window_files() for text in translated_literals(path) if text not in sources]
    assert len(missing) <= (1 - FLOOR) * len(known), missing


def test_that_what_the_program_reads_was_made_from_the_catalogues(script: ModuleType, tmp_path: Path) -> None:
    templates = json.loads((folder() / "templates.json").read_text(encoding="utf-8"))
    below = {source for context, source, *_ in messages("de") if context == script.BELOW}
    assert set(templates) == {text for text in below if re.search(r"\{\d+\}", text)}
    for code in OTHERS:
        made = tmp_path / f"{code}.qm"
        source = ROOT / "resources" / "languages" / f"ganstudio_{code}.ts"
        subprocess.run(["pyside6-lrelease", str(source), "-qm", str(made), "-silent"], check=True, timeout=60)
        assert made.read_bytes() == (folder() / f"ganstudio_{code}.qm").read_bytes()


def test_that_the_script_gathers_sentences_with_their_values_and_nothing_for_machines(script: ModuleType) -> None:
    program = '''"""Not this."""
def f(x):
    """Nor this."""
    log.warning("Nor what only the log sees, ever.")
    print("A sentence with a value.", f"{x} pictures of {x.y:,} are here.", "a_name", "uv pip install this thing now")
    return _tr("What is translated already.")
'''
    texts = list(script.sentences(ast.parse(program)))
    assert texts == ["A sentence with a value.", "{0} pictures of {1} are here."]


# What is not translatable ---------------------------------------------------------------------------------------------

SHOWING = {"setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setTitle", "setAccessibleName",
           "setStatusTip", "setInformativeText", "label", "Button", "Check", "addAction", "tip"}  # fmt: skip
NAMES = {"GAN Studio", "ganstudio"}


def window_files() -> list[Path]:
    return sorted(path for name in ("app", "panels") for path in (ROOT / "ganstudio" / name).rglob("*.py"))


def translated_literals(path: Path) -> Iterator[str]:
    """The texts that `self.tr` is given in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".tr") and node.args:
            text = node.args[0]
            if isinstance(text, ast.Constant):
                yield text.value


def plain_literals(path: Path) -> Iterator[str]:
    """Words that are shown as they stand in the code, with the place."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in SHOWING:
            for text in node.args[:1]:
                parts = text.values if isinstance(text, ast.JoinedStr) else [text]
                for part in parts:
                    words = part.value if isinstance(part, ast.Constant) else ""
                    if isinstance(words, str) and re.search("[A-Za-z]{2}", words) and words.strip() not in NAMES:
                        yield f"{path.name}:{node.lineno} {words!r}"


def test_that_no_words_are_shown_that_cannot_be_translated() -> None:
    assert [place for path in window_files() for place in plain_literals(path)] == []


def test_that_such_words_would_be_seen(tmp_path: Path) -> None:
    file = tmp_path / "page.py"
    file.write_text('label("Some words")\nself.title.setText(f"{x} of these")\nlabel(self.tr("These are fine"))')
    assert [place.partition(" ")[2] for place in plain_literals(file)] == ["'Some words'", "' of these'"]


def test_that_an_english_start_reads_no_catalogue(tmp_path: Path) -> None:
    program = """
import sys
sys.addaudithook(lambda event, args: event == "open" and "languages" in str(args[0]) and print(args[0]))
from ganstudio.app.start import launch
app = launch.make_application()
assert launch.speak(app, launch.wanted("system", ("C",))) == []
"""
    words = [sys.executable, "-c", program]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout == ""
