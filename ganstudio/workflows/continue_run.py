"""Going on with a run where it stopped: what becomes of its budget."""

import dataclasses

from ganstudio.core.run import Budget, Run


def extended(run: Run) -> Budget:
    """The run's budget if some of it is left, else as much again from where the run is."""
    summary, budget = run.summary(), run.settings.budget
    done = budget.fraction(summary.step, summary.kimg, summary.seconds)
    if done is None or done < 1.0:
        return budget
    return dataclasses.replace(
        budget,
        steps=summary.step + budget.steps if budget.steps else 0,
        kimg=summary.kimg + budget.kimg if budget.kimg else 0.0,
        minutes=summary.seconds / 60 + budget.minutes if budget.minutes else 0.0,
    )
