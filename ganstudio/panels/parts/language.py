"""The person's language: sentences that were written below the window, and numbers.

Below the window everything is written in English, and so is what lies in a run's folder; the window says it in its own
language when it shows it. A sentence is looked up whole, else by the template it was made from, whose values are kept:
so a run that was trained in one language is read in another. In English nothing is loaded and nothing is looked up.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

CONTEXT = "Below"
"""The context of the catalogues in which the texts of the lower layers stand."""
PLACE = re.compile(r"\{(\d+)\}")
FIGURE = re.compile(r"[-+]?\d{1,3}(,\d{3})*(\.\d+)?(e[-+]\d+)?( ?%)?|[-+]?\d+(\.\d+)?(e[-+]\d+)?( ?%)?")
JOINT = 6
"""Letters below which words between two values are no sign of a sentence."""
Templates = tuple[tuple[re.Pattern[str], str], ...]
END = re.compile(r"(?<=[.!?:;]) +")


class _Spoken:
    """What is spoken in this process: nothing but English until `speak`."""

    templates: Templates = ()
    joints: Templates = ()
    """Templates such as '{0} and {1}', which would fit many a sentence: for the values in others only."""
    separators: tuple[str, str] = (",", ".")
    """Between groups of digits, and before decimals."""
    percent: str = "%"


def speak(templates: Iterable[str], locale: QLocale) -> None:
    """Say what comes from below in the language of the installed catalogue.

    Args:
        templates: the texts with values that the catalogue has, as 'Step {0} of {1}'.
        locale: of the language, for its separators in numbers.
    """
    known = sorted(templates, key=lambda text: -len(PLACE.sub("", text)))
    made = [(_pattern(text), text) for text in known]
    _Spoken.templates = tuple(each for each in made if not _is_joint(each[1]))
    _Spoken.joints = tuple(each for each in made if _is_joint(each[1]))
    _Spoken.separators = (locale.groupSeparator(), locale.decimalPoint())
    _Spoken.percent = "\u00a0%" if locale.language() == QLocale.Language.German else "%"
    _said.cache_clear()


def be_english() -> None:
    """As at the start, after the catalogue was taken away."""
    _Spoken.templates, _Spoken.joints, _Spoken.separators, _Spoken.percent = (), (), (",", "."), "%"


def is_english() -> bool:
    """Whether no other language was chosen."""
    return not _Spoken.templates


def said(text: str) -> str:
    """A text of the lower layers in the person's language; as it is where the catalogue does not have it."""
    return _said(text) if _Spoken.templates and text else text


def figure(value: float, form: str = ",") -> str:
    """A number in Python's `form`, with the separators of the person's language: 12,345.6 or 12.345,6."""
    return _localised(format(value, form))


def typed(text: str) -> str:
    """What a person has typed into a field for numbers, as Python reads it.

    A comma is what it is in the person's language; a point is always a point, for many type one in any language.
    """
    text = text.strip()
    if _Spoken.separators[1] != ",":
        return text.replace(",", "")
    return text.replace(".", "").replace(",", ".") if "," in text else text


def _localised(text: str) -> str:
    if _Spoken.separators == (",", ".") and _Spoken.percent == "%":
        return text
    group, point = _Spoken.separators
    return text.translate({ord(","): group, ord("."): point, ord("%"): _Spoken.percent})


@lru_cache(4096)
def _said(text: str) -> str:
    if "\n" in text:
        return "\n".join(map(_said, text.split("\n")))
    for way in (_whole, _by_template, _in_sentences, _by_any_template):
        if (words := way(text)) is not None:
            return words
    return text


def _whole(text: str) -> str | None:
    words = QCoreApplication.translate(CONTEXT, text)
    return words if words != text else None


def _by_template(text: str) -> str | None:
    """Of one sentence: no value holds the end of another."""
    return _matched(text, _Spoken.templates, outside=". ")


def _by_any_template(text: str) -> str | None:
    return _matched(text, _Spoken.templates)


def _matched(text: str, templates: Templates, outside: str = "\n") -> str | None:
    """By the first template that fits; they are sorted, those with the most words of their own before others."""
    for pattern, template in templates:
        match = pattern.fullmatch(text)
        if match and not any(outside in value for value in match.groups()):
            words = QCoreApplication.translate(CONTEXT, template)
            return words.format(*map(_value, match.groups())) if words != template else None
    return None


def _in_sentences(text: str) -> str | None:
    """The first sentences that are known together, and then the rest."""
    for end in reversed(list(END.finditer(text))):
        first = text[: end.start()]
        words = _whole(first)
        if words is None:
            words = _by_template(first)
        if words is not None:
            return f"{words}{end.group()}{_said(text[end.end() :])}"
    return None


def _value(text: str) -> str:
    """A value in a sentence: a number, words that the catalogue has, or a name, which stays."""
    if FIGURE.fullmatch(text):
        return _localised(text)
    if " " not in text:
        return text
    words = _said(text)
    return words if words != text else _matched(text, _Spoken.joints) or text


def _is_joint(template: str) -> bool:
    """Whether a value stands at both ends, and hardly a word between."""
    return bool(re.fullmatch(r"\{0\}.*\{\d+\}", template)) and len(re.findall("[a-z]", template)) < JOINT


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{\d+\}", template.replace("{{", "{").replace("}}", "}"))
    return re.compile("(.*?)".join(map(re.escape, parts)), re.DOTALL)
