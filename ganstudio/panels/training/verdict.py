"""VerdictPanel: how it goes in plain words, the numbers behind it, and what can be done about what is wrong."""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ganstudio.core.events import Event, Warned
from ganstudio.core.settings import Setting
from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import Button, Picture, column, holding, label, row, rule
from ganstudio.panels.parts.fields import choice_text
from ganstudio.panels.parts.findings import Findings, ScoreSummary

Mood = Literal["waiting", "good", "warn", "bad"]
ICONS: dict[str, tuple[str, str]] = {
    "waiting": ("clock", "muted"), "good": ("check", "good"), "warn": ("warning", "warn"), "bad": ("warning", "bad"),
}  # fmt: skip
REFRESH = 500
"""Milliseconds between two looks at numbers that change with every step."""


class VerdictPanel(QWidget):
    """Takes events, and the verdict in words (`setMood`). A remedy's button only emits a signal."""

    remedyRequested = Signal(object)
    """Warned: branch the run with the settings of its remedy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings = Findings()
        self._values: Mapping[str, Any] = {}
        self._titles: dict[str, str] = {}
        self._current: frozenset[str] | None = None
        self._mood: Mood = "waiting"
        self._ended = False
        self._refreshing = QTimer(self, singleShot=True, interval=REFRESH)
        self._refreshing.timeout.connect(self.showNumbers)
        self._icon = Picture("clock", "muted", 20)
        self._word = label(kind="title")
        self._sentence = label(wrap=True)
        self._numbers = QGridLayout()
        self._numbers.setContentsMargins(0, 0, 0, 0)
        self._numbers.setHorizontalSpacing(12)
        self._numbers.setVerticalSpacing(look.UNIT)
        self._numbers.setColumnStretch(2, 1)
        self._warnings = column(gap=12)
        self._buttons: list[Button] = []
        self.setLayout(self._arranged())
        self.setMood("waiting", self.tr("Nothing to judge yet"), self.tr("The first numbers come after some seconds."))
        self.showNumbers()

    # What others ask of it ----------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Forget the events of the run before."""
        self._findings = Findings()
        self._current = None
        self._show_all()

    def setValues(self, values: Mapping[str, Any], settings: Sequence[Setting] = ()) -> None:
        """The run's settings and what they are called, so that a remedy can say what it changes from what to what."""
        self._values = values
        self._titles = {setting.name: setting.title for setting in settings}
        self._show_warnings()

    def setMood(self, mood: Mood, word: str, sentence: str) -> None:
        """'Learning' or the like, and one sentence."""
        self._mood = mood
        self._icon.setIcon(*ICONS[mood])
        self._word.setText(word)
        self._sentence.setText(sentence)
        self._show_sentence()

    def setEnded(self, ended: bool) -> None:
        """Whether no more numbers come."""
        if ended != self._ended:
            self._ended = ended
            self.showNumbers()

    def setCurrent(self, topics: Sequence[str] | None) -> None:
        """Warnings whose cause is still there; None where nobody can say. The others are shown as past."""
        current = None if topics is None else frozenset(topics)
        if current != self._current:
            self._current = current
            self._show_warnings()

    def take(self, events: Iterable[Event]) -> None:
        """What has happened since; shown once, however many they are."""
        changed = warned = False
        for event in events:
            changed |= self._findings.hear(event)
            warned |= isinstance(event, Warned)
        if changed:
            self.showNumbers()
        elif not self._refreshing.isActive():
            self._refreshing.start()
        if warned:
            self._show_warnings()

    def word(self) -> str:
        return self._word.text()

    def sentence(self) -> str:
        return self._sentence.text()

    def numbers(self) -> list[tuple[str, str, str]]:
        """What the table says: name, value, and what it is to be compared with."""
        cells = [[self._numbers.itemAtPosition(place, index) for index in range(3)] for place in range(self._count)]
        return [tuple(cell.widget().text() for cell in line) for line in cells]  # type: ignore[union-attr]

    def warned(self) -> list[str]:
        """Topics that are shown, the current ones first."""
        return [warning.topic for warning in self._ordered()]

    def remedies(self) -> list[Button]:
        return list(self._buttons)

    # Making -------------------------------------------------------------------------------------------------------

    def _arranged(self) -> QVBoxLayout:
        head = row(self._icon, self._word, None)
        self._numbers_holder = holding(self._numbers)
        self._warnings_holder = holding(self._warnings)
        inner = column(gap=12, margin=look.PADDING)
        inner.addLayout(head)
        inner.addWidget(self._sentence)
        inner.addWidget(self._warnings_holder)
        inner.addWidget(rule())
        inner.addWidget(self._numbers_holder)
        inner.addStretch(1)
        self._count = 0
        return column(scrolling(holding(inner)))

    # Numbers ------------------------------------------------------------------------------------------------------

    def _show_all(self) -> None:
        self.showNumbers()
        self._show_warnings()

    def showNumbers(self) -> None:
        """Now, instead of at the next look (see REFRESH)."""
        lines = [*self._score_lines(), *self._variety_lines(), *self._copy_lines(), *self._output_lines()]
        if not lines:
            coming = self.tr("The first come some time into the training.")
            lines = [(self.tr("Scores"), "–", self.tr("None were measured.") if self._ended else coming)]
        if rests := self._common_ground():
            lines.append(("", "", rests))
        for place, texts in enumerate(lines):
            self._put_line(place, texts)
        while self._count > len(lines):
            self._count -= 1
            _empty_row(self._numbers, self._count)
        self._count = len(lines)

    def _put_line(self, place: int, texts: tuple[str, str, str]) -> None:
        for at, text in enumerate(texts):
            item = self._numbers.itemAtPosition(place, at)
            known = item.widget() if item else None
            if known is None:
                known = label(kind=("", "strong", "caption")[at], wrap=at == 2)
                if at == 1:
                    known.setFont(look.font(bold=True, tabular=True))
                self._numbers.addWidget(known, place, at, Qt.AlignmentFlag.AlignTop)
            known.setText(text)  # type: ignore[attr-defined]

    def _score_lines(self) -> list[tuple[str, str, str]]:
        known = [score for score in self._findings.measured.values() if score.name != "copies"]
        return [
            (score.name[:1].upper() + score.name[1:], _short(score.last), self._score_words(score)) for score in known
        ]

    def _score_words(self, score: ScoreSummary) -> str:
        way = self.tr("lower is better") if score.lower_is_better else self.tr("higher is better")
        words = "; ".join([*self._beside(score), way, self._best_words(score)])
        if not self._common_ground():
            words += self.tr("; N {0}, {1}").format(f"{score.count:,}", score.features)
        return words + (self.tr("; so few images bias it") if score.doubtful else "")

    def _beside(self, score: ScoreSummary) -> list[str]:
        words = ", ".join(f"{way} {_short(value)}" for way, value in score.references.items())
        return [words] if words else []

    def _best_words(self, score: ScoreSummary) -> str:
        """One story: the best is the moment that is marked; what was only the lowest is called so."""
        if score.marked:
            words = self.tr("{0} at the moment marked as the best, {1} kimg")
        elif score.lower_is_better:
            words = self.tr("lowest {0} at {1} kimg")
        else:
            words = self.tr("highest {0} at {1} kimg")
        return words.format(_short(score.best), f"{score.best_kimg:,.1f}")

    def _common_ground(self) -> str:
        """How many images and which features all of the scores rest on; '' where they differ."""
        grounds = {(score.count, score.features) for score in self._findings.measured.values()}
        if len(grounds) != 1:
            return ""
        count, features = next(iter(grounds))
        return self.tr("Scores: N {0} images on each side, features {1}").format(f"{count:,}", features)

    def _variety_lines(self) -> list[tuple[str, str, str]]:
        if not math.isfinite(self._findings.variety):
            return []
        words = self.tr("of the variety of as many training images; near 0: all the same")
        return [(self.tr("Variety"), f"{self._findings.variety:.0%}", words)]

    def _copy_lines(self) -> list[tuple[str, str, str]]:
        copies = self._findings.measured.get("copies")
        if copies is None:
            return []
        held_out = self._findings.held_out.get("copies", math.nan)
        words = self.tr("of the samples lie close to one training image alone")
        if math.isfinite(held_out):
            words = self.tr("{0}; of new real images {1} do").format(words, f"{held_out:.1%}")
        return [(self.tr("Copies"), f"{copies.last:.1%}", words)]

    def _output_lines(self) -> list[tuple[str, str, str]]:
        known = self._findings.outputs
        if "D(x)" not in known or "D(G(z))" not in known:
            return []
        words = self.tr("D(x) {0} of training images less D(G(z)) {1} of generated ones").format(
            _short(known["D(x)"]), _short(known["D(G(z))"])
        )
        if "D(held out)" in known:
            words += self.tr("; real images it has not seen get {0}").format(_short(known["D(held out)"]))
        return [(self.tr("Gap"), _short(known["D(x)"] - known["D(G(z))"]), words)]

    # Warnings -----------------------------------------------------------------------------------------------------

    def _ordered(self) -> list[Warned]:
        known = list(reversed(self._findings.warnings.values()))
        return sorted(known, key=lambda warning: not self._is_current(warning))

    def _is_current(self, warning: Warned) -> bool:
        return self._current is None or warning.topic in self._current

    def _show_warnings(self) -> None:
        while item := self._warnings.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._buttons = []
        for warning in self._ordered():
            self._warnings.addWidget(self._warning(warning))
        self._show_sentence()
        self._warnings_holder.setVisible(bool(self._findings.warnings))

    def _show_sentence(self) -> None:
        """Show the sentence of the mood, unless a current warning below says the same."""
        said = {warning.message for warning in self._findings.warnings.values() if self._is_current(warning)}
        text = self._sentence.text()
        self._sentence.setVisible(bool(text) and text not in said)

    def _warning(self, warning: Warned) -> QWidget:
        """What was seen, what it means, what can be done, and the button that does it."""
        current = self._is_current(warning)
        seen, _, means = warning.message.partition(": ")
        title = label(seen, "strong", wrap=True)
        title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        when = label(self._when(warning, current), "caption")
        icon = Picture("warning" if current else "info", "warn" if current else "muted", 18)
        texts = column(gap=look.HALF)
        texts.addLayout(row(title, when))
        for text, kind in ((means[:1].upper() + means[1:], ""), (warning.advice, "muted")):
            if text:
                texts.addWidget(label(text, kind, wrap=True))
        if warning.remedy:
            texts.addLayout(row(self._remedy_button(warning), None))
        box = row(icon, gap=12)
        box.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        box.addLayout(texts, 1)
        return holding(box)

    def _when(self, warning: Warned, current: bool) -> str:
        at = self.tr("step {0}").format(f"{warning.step:,}")
        return at if current else self.tr("{0}, past").format(at)

    def _remedy_button(self, warning: Warned) -> Button:
        button = Button(self._remedy_text(warning), _remedy_help(), icon="play")
        button.clicked.connect(partial(self.remedyRequested.emit, warning))
        self._buttons.append(button)
        return button

    def _remedy_text(self, warning: Warned) -> str:
        """'Go on with generator lr 0.0001 (now 0.0002)'."""
        parts = []
        for name, value in warning.remedy.items():
            before = self._values.get(name)
            now = self.tr(" (now {0})").format(_setting(before)) if before is not None else ""
            title = self._titles.get(name, name.replace("_", " "))
            parts.append(f"{_in_sentence(title)} {_setting(value)}{now}")
        return self.tr("Go on with {0}").format(", ".join(parts))


def _remedy_help() -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate(
        "VerdictPanel",
        "Starts a new run from this run's checkpoint with these settings; this run is saved and stopped, and stays.",
    )


def _setting(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, str):
        return _in_sentence(choice_text(value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _in_sentence(title: str) -> str:
    """'Augmentation' -> 'augmentation'; names such as EMA, R1 and DiffAugment stay as they are."""
    first = title.partition(" ")[0]
    return title[:1].lower() + title[1:] if first[1:].islower() else title


def _short(value: float) -> str:
    """Three figures."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _empty_row(grid: QGridLayout, place: int) -> None:
    for at in range(grid.columnCount()):
        item = grid.itemAtPosition(place, at)
        if item and (old := item.widget()):
            grid.removeWidget(old)
            old.hide()
            old.deleteLater()
