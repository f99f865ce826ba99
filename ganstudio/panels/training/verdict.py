"""VerdictPanel: how it goes in plain words, the numbers behind it, and what can be done about what is wrong."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ganstudio.core.events import Event, Warned
from ganstudio.core.settings import Setting
from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import Button, Picture, column, holding, label, row, rule
from ganstudio.panels.parts.fields import choice_text
from ganstudio.panels.parts.findings import Findings, ScoreSummary
from ganstudio.panels.parts.language import figure, is_english, said
from ganstudio.panels.parts.scales import (
    GAP,
    VARIETY,
    NumberWords,
    copies_place,
    kimg_place,
    place,
    rate_place,
    scale_words,
    score_place,
)

Mood = Literal["waiting", "good", "warn", "bad"]
ICONS: dict[str, tuple[str, str]] = {
    "waiting": ("clock", "muted"), "good": ("check", "good"), "warn": ("warning", "warn"), "bad": ("warning", "bad"),
}  # fmt: skip
REFRESH = 500
"""Milliseconds between two looks at numbers that change with every step."""


RATES = ("generator_lr", "discriminator_lr")


class Number(NamedTuple):
    """A line of the table."""

    name: str
    value: str
    words: str
    """What the value is to be compared with."""
    place: float = math.nan
    """0 (bad) to 1 (good); nan where there is no scale."""
    scale: str = ""
    """What `scale_words` knows it by."""


class VerdictPanel(QWidget):
    """Takes events, and the verdict in words (`setMood`). A remedy's button only emits a signal."""

    remedyRequested = Signal(object)
    """Warned: branch the run with the settings of its remedy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings = Findings()
        self._values: Mapping[str, Any] = {}
        self._titles: dict[str, str] = {}
        self._usual: dict[str, float] = {}
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
        self._titles = {setting.name: said(setting.title) for setting in settings}
        self._usual = {setting.name: float(setting.default) for setting in settings if setting.name in RATES}
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

    def bars(self) -> dict[str, float]:
        """By the name of each number that has a bar: where it stands, 0 (bad) to 1 (good)."""
        names = [name for name, *_ in self.numbers()]
        items = [self._numbers.itemAtPosition(line, 2) for line in range(self._count)]
        words = [item.widget() for item in items if item]
        known = {name: cell.bar for name, cell in zip(names, words, strict=True) if isinstance(cell, NumberWords)}
        return {name: bar.share() for name, bar in known.items() if not bar.isHidden()}

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
            lines = [Number(self.tr("Scores"), "–", self.tr("None were measured.") if self._ended else coming)]
        lines += self._progress_lines()
        if rests := self._common_ground():
            lines.append(Number("", "", rests))
        for line, number in enumerate(lines):
            self._put_line(line, number)
        while self._count > len(lines):
            self._count -= 1
            _empty_row(self._numbers, self._count)
        self._count = len(lines)

    def _put_line(self, place: int, number: Number) -> None:
        for at, text in enumerate((number.name, number.value, number.words)):
            item = self._numbers.itemAtPosition(place, at)
            known = item.widget() if item else None
            if known is None:
                known = label(kind=("", "strong")[at]) if at < 2 else NumberWords()
                if at == 1:
                    known.setFont(look.font(bold=True, tabular=True))
                self._numbers.addWidget(known, place, at, Qt.AlignmentFlag.AlignTop)
            known.setText(text)  # type: ignore[attr-defined]
            if isinstance(known, NumberWords):
                known.bar.setShare(number.place, number.name, scale_words(number.scale))

    def _score_lines(self) -> list[Number]:
        known = [score for score in self._findings.measured.values() if score.name != "copies"]
        return [
            Number(
                score.name[:1].upper() + score.name[1:], _short(score.last), self._score_words(score),
                score_place(
                    score.name, score.last, lower=score.lower_is_better, worst=self._findings.worst[score.name],
                    blurred=self._findings.blurred,
                ),
                score.name,
            )
            for score in known
        ]  # fmt: skip

    def _score_words(self, score: ScoreSummary) -> str:
        way = self.tr("lower is better") if score.lower_is_better else self.tr("higher is better")
        words = "; ".join([*self._beside(score), way, self._best_words(score)])
        if not self._common_ground():
            words += self.tr("; N {0}, {1}").format(figure(score.count), score.features)
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
        return words.format(_short(score.best), figure(score.best_kimg, ",.1f"))

    def _common_ground(self) -> str:
        """How many images and which features all of the scores rest on; '' where they differ."""
        grounds = {(score.count, score.features) for score in self._findings.measured.values()}
        if len(grounds) != 1:
            return ""
        count, features = next(iter(grounds))
        return self.tr("Scores: N {0} images on each side, features {1}").format(figure(count), features)

    def _variety_lines(self) -> list[Number]:
        if not math.isfinite(self._findings.variety):
            return []
        words = self.tr("of the variety of as many training images; near 0: all the same")
        share = place(self._findings.variety, VARIETY)
        return [Number(self.tr("Variety"), figure(self._findings.variety, ".0%"), words, share)]

    def _copy_lines(self) -> list[Number]:
        copies = self._findings.measured.get("copies")
        if copies is None:
            return []
        held_out = self._findings.held_out.get("copies", math.nan)
        words = self.tr("of the samples lie close to one training image alone")
        if math.isfinite(held_out):
            words = self.tr("{0}; of new real images {1} do").format(words, figure(held_out, ".1%"))
        share = copies_place(copies.last, held_out)
        return [Number(self.tr("Copies"), figure(copies.last, ".1%"), words, share, "copies")]

    def _output_lines(self) -> list[Number]:
        known = self._findings.outputs
        if "D(x)" not in known or "D(G(z))" not in known:
            return []
        words = self.tr("D(x) {0} of training images less D(G(z)) {1} of generated ones").format(
            _short(known["D(x)"]), _short(known["D(G(z))"])
        )
        if "D(held out)" in known:
            words += self.tr("; real images it has not seen get {0}").format(_short(known["D(held out)"]))
        gap = known["D(x)"] - known["D(G(z))"]
        return [Number(self.tr("Gap"), _short(gap), words, place(gap, GAP), "gap")]

    def _progress_lines(self) -> list[Number]:
        """How much it has learned from, and at which rates; nothing before its first step."""
        kimg = self._findings.kimg
        if not math.isfinite(kimg):
            return []
        words = self.tr("thousand pictures learned from")
        lines = [Number("kimg", figure(kimg, ",.3g"), words, kimg_place(kimg), "kimg")]
        rates = {name: self._values.get(name) for name in RATES}
        known = {name: rate for name, rate in rates.items() if isinstance(rate, float)}
        if known:
            worst = min(known, key=lambda name: _or_one(rate_place(known[name], self._usual.get(name, known[name]))))
            words = self.tr("learning rate of the generator; {0} of the discriminator").format(
                _setting(known.get("discriminator_lr", known[worst]))
            )
            share = rate_place(known[worst], self._usual.get(worst, known[worst]))
            lines.append(Number("lr", _setting(known.get("generator_lr", known[worst])), words, share, "lr"))
        return lines

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
        shown = {said(warning.message) for warning in self._findings.warnings.values() if self._is_current(warning)}
        text = self._sentence.text()
        self._sentence.setVisible(bool(text) and text not in shown)

    def _warning(self, warning: Warned) -> QWidget:
        """What was seen, what it means, what can be done, and the button that does it."""
        current = self._is_current(warning)
        seen, means = [*re.split(": |：", said(warning.message), maxsplit=1), ""][:2]
        title = label(seen, "strong", wrap=True)
        title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        when = label(self._when(warning, current), "caption")
        icon = Picture("warning" if current else "info", "warn" if current else "muted", 18)
        texts = column(gap=look.HALF)
        texts.addLayout(row(title, when))
        for text, kind in ((means[:1].upper() + means[1:], ""), (said(warning.advice), "muted")):
            if text:
                texts.addWidget(label(text, kind, wrap=True))
        if warning.remedy:
            texts.addLayout(row(self._remedy_button(warning), None))
        box = row(icon, gap=12)
        box.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        box.addLayout(texts, 1)
        return holding(box)

    def _when(self, warning: Warned, current: bool) -> str:
        at = self.tr("step {0}").format(figure(warning.step))
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


def _or_one(share: float) -> float:
    return share if math.isfinite(share) else 1.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("VerdictPanel", text)


def _remedy_help() -> str:
    return _tr(
        "Starts a new run from this run's checkpoint with these settings; this run is saved and stopped, and stays."
    )


def _setting(value: object) -> str:
    if isinstance(value, bool):
        return _tr("on") if value else _tr("off")
    if isinstance(value, str):
        return _in_sentence(choice_text(value))
    return figure(value, "g") if isinstance(value, float) else str(value)


def _in_sentence(title: str) -> str:
    """'Augmentation' -> 'augmentation'; names such as EMA, R1 and DiffAugment stay as they are."""
    if not is_english():  # German writes its nouns so, and others have no two sizes of letters
        return title
    first = title.partition(" ")[0]
    return title[:1].lower() + title[1:] if first[1:].islower() else title


def _short(value: float) -> str:
    """Three figures."""
    return figure(value, ",.0f") if abs(value) >= 1000 else figure(value, ".3g")


def _empty_row(grid: QGridLayout, place: int) -> None:
    for at in range(grid.columnCount()):
        item = grid.itemAtPosition(place, at)
        if item and (old := item.widget()):
            grid.removeWidget(old)
            old.hide()
            old.deleteLater()
