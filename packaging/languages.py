"""Makes the catalogues of the languages, with Qt's tools: `python packaging/languages.py`.

Gathers every text that a person sees, has lupdate put the new ones into resources/languages/ganstudio_de.ts (and so on,
where translators work on them, say in Qt Linguist) and lrelease write what the program reads:
ganstudio/resources/languages/ganstudio_de.qm, and templates.json, the texts from below the window that have values.

lupdate finds `self.tr` itself. What it cannot see is written into a file for it: functions such as `_tr` that name the
context, and what the layers below the window say, which know no Qt (`ganstudio/panels/parts/language.py` tells how
those are shown). From there come the settings with their help, and every text that reads like a sentence.
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ganstudio.core.run import Budget, Preparation  # noqa: E402
from ganstudio.core.settings import Setting, settings_of  # noqa: E402
from ganstudio.models.gallery import RECIPES  # noqa: E402
from ganstudio.models.style.style_settings import StyleSettings  # noqa: E402

PACKAGE = ROOT / "ganstudio"
SOURCES, MADE = ROOT / "resources" / "languages", PACKAGE / "resources" / "languages"
LANGUAGES = ("de", "zh_CN")
BELOW = "Below"
WINDOW = ("app", "panels")
LAYERS = ("core", "models", "scores", "latent", "export", "workflows", *WINDOW)
LEFT_OUT = re.compile(
    r"bench|core/(tensorboard|ending|schema|printable)|export/(judge_report|run_report|data_sheet|provenance|figure)"
    r"|app/start/system_check|panels/look"
)
"""Files whose texts stay English: reports that are written for others, and what a terminal says."""
TRANSLATING = ("tr", "translate", "QT_TRANSLATE_NOOP")
NOT_SAID = (*TRANSLATING, "debug", "info", "warning", "exception", "getLogger", "warn", "AssertionError")
"""Calls whose texts are translated, for the log, or for programmers."""

FRAGMENTS = (
    "from {0} to {1}{2}",
    "from {0}{1} up",
    "up to {0}{1}",
    "a whole number",
    "a number",
    "a text",
    "only one",
    "none",
    "one folder",
    "{0} folders",
    "without a GPU{0}",
    "on a GPU{0}",
    "up to {0}",
    "{0}, because {1}",
    " in {0} classes",
    "there is {0}",
    "there are {0}",
    "{0} picture of about {1} px{2}",
    "{0} pictures of about {1} px{2}",
    "{0} to learn {1}",
    " in {0} minutes{1}",
    ", which is little: more minutes make better pictures{0}",
    "wider networks",
    ", shown shifted and altered so that they are not learned by heart{0}",
    ", altered as much as it takes for them not to be learned by heart{0}",
    "; with so few, expect near copies of them{0}",
    "; at {0} images a second it sees {1} thousand{2}",
    "; this device has too little memory for it: choose a smaller batch{0}",
    " ({0}: only {1} thousand){2}",
    "batch {0}",
    "resolution {0}",
    "batch {0} or resolution {1}",
    "left out by hand",
    "Automatic: {0}",
    "CPU, {0} cores",
    "{0}, {1} free.",
    "PyTorch {0}, built for {1}",
    "PyTorch {0}, built for the CPU",
    "Apple GPU",
    "This computer",
    "last save",
    "writing samples",
    "a folder",
    "a file",
    "exact duplicate of {0}",
    "near duplicate of {0}",
    "choose the CPU",
    "close other programs",
    "a batch of {0}",
    "{0} MB needed",
    "{0} MB free",
    " in {0}",
    "is not installed",
    "built for {0}",
    "another process",
    "Installed: {0}.",
    "Not installed ({0}); it brings {1}.",
    "Extra '{0}'",
    "Program",
    "Window",
    "Memory",
    "Settings",
    "Logs",
    "Runs",
    "seed {0}",
    "found {0}",
    "{0} % from {1}",
    "Component {0}",
    "Weights {0}",
    "path length",
    "cycle error",
    "feature matching",
    "built-in statistics",
    "unreadable: {0}",
    "not an image: {0}",
    "too large: {0}",
    "too large",
    "too slow",
    "a link",
    "the folder {0}",
    "colour shift",
    "generator",
    "discriminator",
    "augmentation",
)
"""Short parts of sentences, which nobody could tell from words for machines; the first are those of the choice of Auto
(`ganstudio/models/auto.py`), which says several at once."""

MACHINE = re.compile(
    r"[<>_=|]|\w\(\)|://|px;| \{ |%[a-z(]|\{\d+:|\w\[\w+(\.\w+)*[,\]]"
    r"|^(uv |--|[*.]|Callable|Raw profile|jpg |alpha )|arXiv"
)
"""What texts for machines have in them, and references to papers, which stay as they are."""

Entry = tuple[str, str]
"""Context and text."""


def gathered() -> list[Entry]:
    """Every text that lupdate does not find by itself, each once."""
    entries: dict[Entry, None] = {}
    for folder in LAYERS:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found = [*by_functions(tree)] if folder in WINDOW else []
            if not LEFT_OUT.search(path.relative_to(PACKAGE).as_posix()):
                found += [(BELOW, text) for text in sentences(tree)]
            entries |= dict.fromkeys(found)
    entries |= dict.fromkeys((BELOW, text) for text in (*FRAGMENTS, *settings_texts()) if text.strip())
    return list(entries)


def by_functions(tree: ast.Module) -> Iterator[Entry]:
    """What is given to a file's own functions that translate in a context."""
    contexts = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("_"):
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("QCoreApplication.translate"):
                    context, text = call.args[:2]
                    if isinstance(context, ast.Constant) and isinstance(text, ast.Name):
                        contexts[node.name] = str(context.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            yield from ((context, node.args[0].value) for context in filter(None, [contexts.get(_name(node))]))


def sentences(tree: ast.Module) -> Iterator[str]:
    """What a file says in plain English: sentences and titles, with their values as {0}, {1}…"""
    passed = set(_passed_over(tree))
    for node in ast.walk(tree):
        if id(node) not in passed and (text := template_of(node)) and is_said(text):
            yield text


def _passed_over(tree: ast.Module) -> Iterator[int]:
    """Docstrings, what is translated already, what only the log sees, and the pieces of texts with values."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        elif isinstance(node, ast.Assert) or (isinstance(node, ast.Call) and _name(node).lstrip("_") in NOT_SAID):
            yield from map(id, ast.walk(node))
        elif isinstance(node, ast.JoinedStr):
            for part in node.values:
                yield id(part)
                if isinstance(part, ast.FormattedValue) and part.format_spec:
                    yield from map(id, ast.walk(part.format_spec))
        elif isinstance(node, ast.Subscript | ast.AnnAssign | ast.arg):
            annotation = node.slice if isinstance(node, ast.Subscript) else node.annotation
            yield from map(id, ast.walk(annotation)) if annotation else ()


def _name(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def template_of(node: ast.AST) -> str:
    """The text of a literal, its values numbered as `str.format` takes them; '' for anything else."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    text, number = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value).replace("{", "{{").replace("}", "}}")
        else:
            text, number = f"{text}{{{number}}}", number + 1
    return text


def is_said(text: str) -> bool:
    """Whether it reads like a sentence, a title or a part of a sentence: words of its own, and nothing of a language
    for machines.
    """
    own = re.sub(r"\{\d+\}", " ", text).strip()
    words = re.findall(r"[A-Za-z][a-z]+", own)
    title = re.match(r"[A-Z]|\{0\}", text.strip())
    code = MACHINE.search(text)
    return len(words) >= (2 if title else 3) and " " in own and not code and not text.isupper()


def settings_texts() -> Iterator[str]:
    """What the forms show of every setting: group, title, help, unit and choices; and what a recipe says of itself."""
    from ganstudio.panels.parts.fields import choice_text
    from ganstudio.panels.training import data_set_form, export_form

    for recipe in RECIPES:
        yield from (recipe.title, recipe.summary, recipe.when, recipe.note, recipe.optional_side)
        for preset in recipe.presets.values():
            yield from (preset.title, preset.note)
    own = [
        value for form in (data_set_form, export_form) for value in vars(form).values() if isinstance(value, Setting)
    ]
    for setting in [
        *own,
        *(known for owner in (*RECIPES, Budget, Preparation, StyleSettings) for known in settings_of(owner)),
    ]:
        yield from (setting.group, setting.title, setting.help, setting.unit)
        yield from (choice_text(choice) for choice in setting.choices if isinstance(choice, str))


def update() -> None:
    """The .ts files with the texts of today, and what the program reads of them."""
    SOURCES.mkdir(parents=True, exist_ok=True)
    MADE.mkdir(parents=True, exist_ok=True)
    entries = gathered()
    with tempfile.TemporaryDirectory() as folder:
        extra = Path(folder) / "texts.py"
        calls = (f"QCoreApplication.translate({quoted(context)}, {quoted(text)})" for context, text in entries)
        extra.write_text("\n".join(calls), encoding="utf-8")
        files = [extra, *(path for name in WINDOW for path in sorted((PACKAGE / name).rglob("*.py")))]
        for language in LANGUAGES:
            target = SOURCES / f"ganstudio_{language}.ts"
            words = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
            tool("pyside6-lupdate", *map(str, files), *words, "-ts", str(target))
    release(entries)


def release(entries: list[Entry]) -> None:
    for language in LANGUAGES:
        name = f"ganstudio_{language}"
        tool("pyside6-lrelease", str(SOURCES / f"{name}.ts"), "-qm", str(MADE / f"{name}.qm"), "-silent")
    templates = sorted(text for context, text in entries if context == BELOW and re.search(r"\{\d+\}", text))
    (MADE / "templates.json").write_text(json.dumps(templates, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def quoted(text: str) -> str:
    """A Python literal as lupdate reads it: in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def tool(*words: str) -> None:
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{words[0]}: {done.stdout}{done.stderr}")
    print(done.stdout.strip())


if __name__ == "__main__":
    update()
