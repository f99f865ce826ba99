"""Judges the run on show from its events, and shows the judgement beside its pictures."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ganstudio.core.events import Event
from ganstudio.core.run import Run
from ganstudio.core.run_state import RunState
from ganstudio.core.settings import Setting, SettingError, settings_of
from ganstudio.models.gallery import by_name
from ganstudio.panels import look
from ganstudio.panels.parts.controls import IconButton, column, label, row
from ganstudio.panels.parts.language import said
from ganstudio.panels.parts.state_words import state_word
from ganstudio.panels.training.verdict import Mood, VerdictPanel
from ganstudio.scores.superres_watch import SuperResWatch
from ganstudio.scores.translation_watch import TranslationWatch
from ganstudio.scores.watchdog import Verdict, Watchdog

if TYPE_CHECKING:
    from ganstudio.panels.training.score_plot import ScorePlot

STUCK = frozenset({"collapse", "still", "invalid", "diverged"})
"""Topics of warnings that mean that nothing more will be learned; the others only ask for attention."""
AnyWatch = Watchdog | SuperResWatch | TranslationWatch
LASTING = ("same",)
"""Topics of warnings that do not come from the watchdog, so that it never says that their cause has gone."""


class LiveVerdict(QObject):
    """The watchdog's judgement, folded in the window from the same events that it hears while training."""

    closeRequested = Signal()
    changed = Signal()
    """Another word or sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.panel = VerdictPanel()
        self.scores: ScorePlot | None = None
        self.mood: Mood = "waiting"
        self._watchdog: AnyWatch = Watchdog()
        self._state = RunState()
        self._waiting: list[Event] = []
        self.page = self._page()

    def show_run(self, run: Run) -> None:
        """Begin anew; the run's events follow."""
        self._watchdog = _watch_over(run)
        self._waiting = []
        self.panel.clear()
        self.panel.setValues(run.settings.values, _settings_of(run))
        if self.scores:
            self.scores.clear()
        self._judge()

    def take(self, events: Sequence[Event]) -> None:
        """What has happened since."""
        for event in events:
            self._watchdog.hear(event)
        self.panel.take(events)
        self._plot(events)
        self._judge()

    def setState(self, state: RunState) -> None:
        """What the run does: a judgement of one that has ended is looked back on."""
        self._state = state
        self.panel.setEnded(state.ended)
        if self.scores:
            self.scores.setEnded(state.ended)
        self._judge()

    def redraw(self) -> None:
        if self.scores:
            self.scores.redraw()

    def make_scores(self) -> "ScorePlot":
        """Once pyqtgraph is loaded."""
        from ganstudio.panels.training.score_plot import ScorePlot

        self.scores = made = ScorePlot()
        layout = self.page.layout()
        assert layout is not None
        layout.replaceWidget(self._scores_wait, made)
        layout.setStretch(1, 2)  # type: ignore[attr-defined]
        self._scores_wait.deleteLater()
        made.setEnded(self._state.ended)
        waiting, self._waiting = self._waiting, []
        self._plot(waiting)
        made.redraw()
        return made

    @property
    def word(self) -> str:
        return self.panel.word()

    @property
    def sentence(self) -> str:
        return self.panel.sentence()

    def _page(self) -> QWidget:
        close = IconButton("close", self.tr("Back to the curves"))
        close.clicked.connect(self.closeRequested)
        self._scores_wait = label("", "muted")
        card = QFrame()
        card.setProperty("look", "card")
        card.setLayout(column(self.panel))
        page = QWidget()
        box = column(gap=look.UNIT)
        box.addLayout(row(label(self.tr("Scores and verdict"), "title"), None, close))
        box.addWidget(self._scores_wait)
        box.addWidget(card, 3)
        page.setLayout(box)
        return page

    def _plot(self, events: Iterable[Event]) -> None:
        if self.scores is None:
            self._waiting += events
            return
        for event in events:
            self.scores.append(event)

    def _judge(self) -> None:
        verdict, topics = self._watchdog.verdict, self._watchdog.topics
        mood: Mood = "bad" if STUCK & topics else "warn" if topics else verdict.mood
        before = (self.mood, self.word, self.sentence)
        self.mood = mood
        self.panel.setMood(mood, self._word_for(mood), self._looked_back(verdict))
        self.panel.setCurrent([*topics, *LASTING])
        if before != (self.mood, self.word, self.sentence):
            self.changed.emit()

    def _word_for(self, mood: Mood) -> str:
        """The verdict while it trains; otherwise what the run does, or how it ended."""
        if self._state.phase != "live":
            return state_word(self._state.phase)
        return {"bad": self.tr("Stuck"), "warn": self.tr("Watch out")}.get(mood, self.tr("Learning"))

    def _looked_back(self, verdict: Verdict) -> str:
        """The sentence, as it is to be said of a run that does what this one does."""
        if not self._state.ended:
            return said(verdict.sentence)
        if verdict.mood == "waiting":
            return self.tr("There is too little of it to judge.")
        return self.tr("At the end: {0}").format(said(verdict.sentence))


def _watch_over(run: Run) -> AnyWatch:
    match run.settings.does:
        case "enlarge":
            return SuperResWatch(run.settings.values)
        case "translate":
            return TranslationWatch(run.settings.values)
        case _:
            return Watchdog(run.settings.values)


def _settings_of(run: Run) -> tuple[Setting, ...]:
    try:
        return settings_of(by_name(run.settings.recipe))
    except SettingError:  # a recipe of another version
        return ()
