"""Reports of compared runs: the numbers, the separation of what is not comparable, and one self-contained page."""

import csv
import io
import json
import math
import xml.etree.ElementTree as Tree
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from ganstudio.cli import main
from ganstudio.core.events import Event, Finished, Progress, Sampled, Scored, Started
from ganstudio.core.pixels import write_grid
from ganstudio.core.run import Run, RunSettings
from ganstudio.export.figure import FigureCurve, line_plot, reduced
from ganstudio.export.run_report import read_story, settings_that_differ, to_csv, to_html


def make_run(folder: Path, *, lr: float = 2e-4, count: int = 200, loss: float = 1.0) -> Run:
    run = Run.create(folder, RunSettings(recipe="dcgan", sides=(("a",),), values={"generator_lr": lr, "batch": 16}))
    write_grid(folder / "samples" / "000000020.png", np.full((4, 8, 8, 3), 90, np.uint8), 2)
    events: list[Event] = [
        Started(run=run.name, recipe="dcgan", device="CPU", precision="fp32", images=200, resolution=8, channels=3,
                batch=16, step=0, kimg=0.0),
        *(Progress(step=step, kimg=step * 0.016, seconds=60.0 * step, images_per_second=16.0,
                   losses={"generator": loss + step, "discriminator": loss}) for step in range(1, 21)),
        Sampled(step=20, kimg=0.32, path="samples/000000020.png", rows=2, columns=2, variety=0.75),
        Scored(step=20, kimg=0.32, scores={"KID": 0.5 * loss}, count=count, features="builtin-1"),
        Finished(outcome="completed", step=20, kimg=0.32, seconds=1200.0),
    ]  # fmt: skip
    run.start_writing()
    for event in events:
        run.record(event)
    run.stop_writing()
    return run


@pytest.fixture
def runs(tmp_path) -> list[Run]:
    return [make_run(tmp_path / "one"), make_run(tmp_path / "two <b>", lr=4e-4, count=500, loss=2.0)]


class Page(HTMLParser):
    """Counts tags, and collects what a page would load from elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: dict[str, int] = {}
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.loads += [value or "" for name, value in attrs if name in {"src", "href", "srcset", "data"}]


def test_that_the_page_holds_everything_and_loads_nothing(runs):
    text = to_html([read_story(run) for run in runs])
    page = Page(text)
    assert page.tags["img"] == 2
    assert all(load.startswith("data:image/png;base64,") for load in page.loads)
    assert not {"script", "link", "iframe", "b"} & page.tags.keys()
    assert "two &lt;b&gt;" in text
    assert "generator lr" in text
    assert "batch" not in settings_that_differ([read_story(run) for run in runs])


def test_that_scores_of_another_number_of_images_have_an_axis_of_their_own(runs):
    text = to_html([read_story(run) for run in runs])
    assert "KID (N 200, builtin-1)" in text
    assert "KID (N 500, builtin-1)" in text


def test_that_quality_comes_before_the_losses_and_what_never_moves_is_one_sentence(runs):
    text = to_html([read_story(run) for run in runs])
    plots = [line.split("<")[0] for line in text.split('class="title">')[1:]]
    assert plots == ["generator", "discriminator"]
    for said in ("variety 0.75", "KID (N 200, builtin-1) 0.5"):
        assert said in text
    assert text.index("Quality over time") < text.index("Training over time")


def test_that_the_best_of_comparable_evaluations_stands_out(runs):
    for run, distance, coverage in zip(runs, (4.5, 3.5), (0.9, 0.8), strict=True):
        scores = {"FID": distance, "FID of real against real, half N": 1.0, "coverage": coverage}
        kept = [{"generated": 200, "features": "builtin-1", "step": 20, "scores": scores}]
        (run.folder / "scores.json").write_text(json.dumps(kept))
    text = to_html([read_story(run) for run in runs])
    assert [part.split("<")[0] for part in text.split("class='best'>")[1:]] == ["0.9", "3.5"]


def test_that_evaluations_are_grouped_by_what_may_be_compared(runs):
    for run, features in zip(runs, ("builtin-1", "inception-v3-0cc3c7bd"), strict=True):
        kept = [{"generated": 200, "features": features, "step": 20, "scores": {"FID": 12.5}, "more": 1}]
        (run.folder / "scores.json").write_text(json.dumps(kept))
    text = to_html([read_story(run) for run in runs])
    assert "Evaluated with N 200, builtin-1" in text
    assert "Evaluated with N 200, inception-v3-0cc3c7bd" in text


@pytest.mark.parametrize("damaged", ["", "[1]", '{"a": 1}', '[{"generated": "x"}]', "[" * 20])
def test_that_a_damaged_scores_file_is_passed_over(runs, damaged):
    (runs[0].folder / "scores.json").write_text(damaged)
    assert read_story(runs[0]).measured == []


def test_that_the_table_has_a_line_for_every_number(runs):
    rows = list(csv.DictReader(io.StringIO(to_csv([read_story(run) for run in runs]))))
    assert {row["run"] for row in rows} == {"one", "two <b>"}
    scores = [row for row in rows if row["name"] == "KID"]
    assert [(row["value"], row["images"], row["features"]) for row in scores] == [
        ("0.5", "200", "builtin-1"),
        ("1", "500", "builtin-1"),
    ]
    last = [row for row in rows if row["run"] == "one" and row["name"] == "generator"][-1]
    assert (last["step"], last["value"], float(last["minutes"])) == ("20", "21", 20.0)


def test_that_a_plot_is_well_formed_and_leaves_out_what_is_not_finite():
    points = [(0.0, 1.0), (1.0, math.nan), (2.0, math.inf), (3.0, 2.0)]
    svg = Tree.fromstring(line_plot("a < b", "kimg", [FigureCurve("r & s", points, 0)]))
    (line,) = svg.findall("polyline")
    assert len(str(line.get("points")).split()) == 2
    assert line_plot("empty", "kimg", [FigureCurve("none", [(0.0, math.nan)], 0)]) == ""
    assert "circle" in line_plot("one point", "kimg", [FigureCurve("one", [(1.0, 5.0)], 0)])


def test_that_plots_beside_each_other_can_share_their_span():
    svg = Tree.fromstring(line_plot("a", "kimg", [FigureCurve("r", [(0.0, 1.0), (50.0, 2.0)], 0)], span=(0.0, 100.0)))
    (line,) = svg.findall("polyline")
    first, last = (float(point.split(",")[0]) for point in str(line.get("points")).split())
    assert last - first == pytest.approx((380 - 48 - 12) / 2, abs=0.2)


def test_that_long_curves_are_reduced_without_moving_their_ends_far():
    points = [(float(x), float(x)) for x in range(100_000)]
    few = reduced(points)
    assert len(few) <= 400
    assert few[0][0] < 200
    assert few[-1][0] > 99_800
    assert reduced([]) == []


def test_that_the_command_writes_either_kind_and_refuses_others(runs, tmp_path, capsys):
    folders = [str(run.folder) for run in runs]
    assert main(["compare", *folders, "--out", str(tmp_path / "a.html"), "--axis", "minutes"]) == 0
    assert "minutes of training" in (tmp_path / "a.html").read_text()
    assert main(["compare", *folders, "--out", str(tmp_path / "a.csv")]) == 0
    assert main(["compare", *folders, "--out", str(tmp_path / "a.csv")]) == 2
    assert main(["compare", *folders, "--out", str(tmp_path / "a.pdf")]) == 2
    assert main(["compare", str(tmp_path), "--out", str(tmp_path / "b.csv")]) == 2
    assert "Traceback" not in capsys.readouterr().err
