"""The page that `judging` writes: how well each judge ranks the moments of a run, and what its choice costs."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, geometric_mean

import numpy as np

from ganstudio.scores.best_so_far import MARGIN
from tests.benchmarks.judging_runs import CHOSEN_ON, UNSEEN, Plan, plans

PAGE = Path(__file__).parents[2] / "resources" / "docs" / "judge.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
"""Between these lines of the page stands what was measured; the rest is written by hand."""
OLD, NEW = "built-in statistics, KID", f"built-in statistics, KID, last within {MARGIN:g}"
ORACLE = "the look that is best on average: no judge can do better"
AGREED = 0.5
"""Rank correlation of the two networks above which they are said to agree."""
LEAST = 1e-3
"""Scores below this count as it: the ratio of two numbers about zero says nothing."""


@dataclass(frozen=True)
class Ranked:
    """A run whose looks are ranked."""

    plan: Plan
    truths: dict[str, list[float]]
    """KID at each look, by network."""
    floors: dict[str, float]
    judges: dict[str, dict[str, object]]

    def correlation(self, judge: str) -> float:
        """Spearman's, with the networks' ranks; the mean over networks."""
        return fmean(spearman(self.values(judge), truth) for truth in self.truths.values())

    def regret(self, judge: str) -> float:
        """The score of what the judge takes over the lowest score; the geometric mean over networks."""
        return self.cost(int(str(self.judges[judge]["taken"])))

    def cost(self, taken: int) -> float:
        """The regret of one look."""
        return geometric_mean([ratio(scores, taken) for scores in self.truths.values()])

    def values(self, judge: str) -> list[float]:
        values = self.judges[judge]["values"]
        assert isinstance(values, list)
        return values

    @property
    def least_cost(self) -> float:
        """The regret of the look that is best on average: more than 1 where the networks disagree."""
        return min(self.cost(look) for look in range(len(self.values(OLD))))

    @property
    def agreement(self) -> float:
        """The rank correlation of the networks with each other: no judge can please both where it is low."""
        return spearman(*self.truths.values())


def ratio(scores: Sequence[float], taken: int) -> float:
    return max(scores[taken], LEAST) / max(min(scores), LEAST)


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    ranks = [np.argsort(np.argsort(values)) for values in (first, second)]
    return float(np.corrcoef(*ranks)[0, 1])


def ranked(work: Path) -> list[Ranked]:
    """Every run of WORK that is trained, measured and judged."""
    runs = []
    for plan in plans():
        truth, judges = (work / plan.name / name for name in ("truth.json", "judges.json"))
        if not judges.is_file():
            continue
        known = json.loads(truth.read_text())
        looks = [known["scores"][step] for step in sorted(known["scores"], key=int)]
        truths = {name: [look[name] for look in looks] for name in looks[0]}
        runs.append(Ranked(plan, truths, known["floors"], json.loads(judges.read_text())))
    return runs


def write(work: Path) -> None:
    """Put what WORK holds into the page."""
    runs = ranked(work)
    unseen = [run for run in runs if run.plan.recipe in UNSEEN]
    proof = [run for run in runs if run.plan.data not in CHOSEN_ON and run not in unseen]
    basis = [run for run in runs if run.plan.data in CHOSEN_ON and run not in unseen]
    agreed = [run for run in runs if run.agreement > AGREED]
    tables = {
        "Runs measured after all was chosen": unseen,
        "Runs that features were not chosen on": proof,
        "Runs that they were chosen on": basis,
        "Runs of any kind where the two networks agree": agreed,
    }
    parts = [judge_table(title, those) for title, those in tables.items() if those]
    parts.append(run_table(runs))
    lines = [line for part in parts for line in ("", *part)]
    text = PAGE.read_text(encoding="utf-8")
    before, after = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    PAGE.write_text("\n".join([before, *lines, "", after]), encoding="utf-8")


def judge_table(title: str, runs: Sequence[Ranked]) -> list[str]:
    """Each judge over several runs: the least regret first."""
    sets = ", ".join(sorted({run.plan.data for run in runs}))
    names = sorted(set.intersection(*(set(run.judges) for run in runs)), key=lambda name: mean_regret(runs, name))
    rows = [f"| {marked(name)} | {fmean(run.correlation(name) for run in runs):.2f} | {mean_regret(runs, name):.3f} | "
            f"{max(run.regret(name) for run in runs):.2f} |" for name in names]  # fmt: skip
    least = [run.least_cost for run in runs]
    rows.append(f"| {ORACLE} | | {geometric_mean(least):.3f} | {max(least):.2f} |")
    return [f"### {title}: {len(runs)} ({sets})", "", "| judge | rank correlation | regret, mean | worst |",
            "|---|---|---|---|", *rows]  # fmt: skip


def marked(name: str) -> str:
    return {OLD: f"**before: {OLD}, lowest**", NEW: f"**now: {NEW} standard errors**"}.get(name, name)


def mean_regret(runs: Sequence[Ranked], name: str) -> float:
    return geometric_mean([run.regret(name) for run in runs])


def run_table(runs: Sequence[Ranked]) -> list[str]:
    """Each run: what the networks say, and what the old and the new judge took."""
    title = (
        "| run | thousand images | KID by ResNet-20: lowest, last (floor) | by SqueezeNet "
        "| networks agree | before | now | last |"
    )
    rows = [
        f"| {run.plan.name} | {run.plan.kimg:g} | "
        + " | ".join(
            f"{min(scores):.3g}, {scores[-1]:.3g} ({run.floors[name]:.2g})" for name, scores in run.truths.items()
        )
        + f" | {run.agreement:.2f} | {run.regret(OLD):.2f} | {run.regret(NEW):.2f} | {run.regret('the last'):.2f} |"
        for run in runs
    ]
    return ["### Each run, with the regret of the old judge, the new one and of always taking the last", "", title,
            "|---|---|---|---|---|---|---|---|", *rows]  # fmt: skip
