"""How the events of a run are told: as JSON lines, or in words."""

import math
import re
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack

from ganstudio.cli.terminal import Bar, count, duration, note, plain, progress, say
from ganstudio.core.checkpoint_names import checkpoint_names
from ganstudio.core.events import LAST_SAVE, Event, Finished, Progress, Sampled, Saved, Scored, Started, Warned, to_json
from ganstudio.core.resolution import shown
from ganstudio.core.run import Run


class Lines:
    """--json: each event is one line on stdout."""

    def tell(self, event: Event) -> None:
        say(to_json(event))


class RunReport:
    """For a person: what is trained, a bar (or a line now and then), and where the results are."""

    def __init__(self, run: Run, listen: Callable[[], str] = str) -> None:
        """`listen`: called when a last save waits; obeys what is typed from then on, and says what that may be."""
        self._run, self._listen = run, listen
        self._stack = ExitStack()
        self._bar: Bar | None = None
        self._last_sample = self._waiting = ""
        self._saved_step = 0
        self._begun = time.monotonic()

    def tell(self, event: Event) -> None:
        match event:
            case Started():
                self._start(event)
            case Progress():
                self._advance(event)
            case Sampled(path=path):
                self._last_sample = path
            case Warned(topic=topic, message=message, advice=advice):
                self._warn(topic, plain(f"Note: {message} {advice}".strip()))
            case Scored(scores=scores, count=number, features=features):
                values = ", ".join(f"{name} {value:.4g}" for name, value in scores.items())
                self._write(f"Scores on {number:,} images ({features}): {values}")
            case Finished():
                self._finish(event)
            case Saved(step=step):
                self._saved_step = step

    def _warn(self, topic: str, text: str) -> None:
        """What waits says so every two seconds, with other megabytes: told once for each trouble."""
        trouble = re.sub(r"\d+", "", text) if topic == LAST_SAVE else ""
        if not trouble or trouble != self._waiting:
            more = self._listen() if trouble and not self._waiting else ""
            self._write(f"{text} {more}".rstrip())
        self._waiting = trouble

    def _start(self, event: Started) -> None:
        size = f"{shown(event.resolution)} px"
        colour = {1: "grey", 4: "colour with transparency"}.get(event.channels, "colour")
        weights = ", ".join(f"{name} {number:,}" for name, number in event.parameters.items())
        say(f"{plain(event.run)}: {event.recipe} on {count(event.images, 'image')}, {size} {colour}")
        say(f"  weights: {weights}")
        say(f"  device: {event.device}, {event.precision}; {event.batch} images per step")
        self._saved_step = event.step  # a run that goes on begins at what was saved
        if event.step:
            say(f"  goes on from step {event.step:,} ({event.kimg:.1f} kimg)")
        budget = self._run.settings.budget
        if not (budget.steps or budget.kimg or budget.minutes):
            say("  no end was set: Ctrl+C stops and saves")
        endless = budget.fraction(0, 0, 0) is None
        self._bar = self._stack.enter_context(progress("Training", 0 if endless else 1, counted=False))

    def _advance(self, event: Progress) -> None:
        if self._bar is not None:
            self._bar.to(event.fraction or 0.0, progress_text(event))

    def _finish(self, event: Finished) -> None:
        self._stack.close()
        if event.outcome == "failed":
            return  # the sentence goes to stderr, with the log
        saved = self._saved_step == event.step
        word = "Done" if event.outcome == "completed" else "Stopped and saved" if saved else "Stopped"
        say(f"{word} at step {event.step:,} ({event.kimg:.1f} kimg) after {duration(event.seconds)} of training.")
        if event.message:
            say(event.message)
        if not saved:
            reached = f"was saved last at step {self._saved_step:,}" if self._saved_step else "was never saved"
            say(f"  not saved: what was learned {reached}. With --save-to FOLDER a run finds another place by itself")
        folder = plain(self._run.folder)
        if self._last_sample and (self._run.folder / self._last_sample).is_file():
            say(f"  samples:  {plain(self._run.folder / self._last_sample)}")
        if not checkpoint_names(self._run):
            return  # there is nothing to go on with
        say(f"  go on:    ganstudio train --resume --out {folder}")
        if self._run.settings.does == "translate":
            say(f"  pictures: ganstudio translate {folder} PICTURES --out translated --to B")
        elif self._run.settings.does == "enlarge":
            say(f"  pictures: ganstudio upscale {folder} PICTURES --out larger")
        else:
            say(f"  pictures: ganstudio generate {folder} --out pictures --count 16")

    def _write(self, text: str) -> None:
        if sys.stderr.isatty() and self._bar is not None:
            from tqdm import tqdm

            tqdm.write(text, file=sys.stderr)
        else:
            note(text)


def progress_text(event: Progress) -> str:
    """'step 1,200  38.4 kimg  412 images/s  loss G 0.91  D 1.20  2 min left'."""
    parts = [
        f"step {event.step:,}",
        f"{event.kimg:.1f} kimg",
        f"{event.images_per_second:{',.0f' if event.images_per_second >= 10 else '.2f'}} images/s",
    ]
    parts += [
        f"{short} {event.losses[name]:.2f}"
        for name, short in (("generator", "G"), ("discriminator", "D"))
        if math.isfinite(event.losses.get(name, math.nan))
    ]
    if event.seconds_left is not None:
        parts.append(f"{duration(event.seconds_left)} left")
    return "  ".join(parts)
