"""Several processes that train one System: gradients of the whole step, one leader, the same weights everywhere."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from ganstudio.cli.team import end_at_once
from ganstudio.core import parallel
from ganstudio.core.checkpoint import checkpoints_in
from ganstudio.core.device import choose
from ganstudio.core.events import Finished, Progress, from_json
from ganstudio.core.parallel import BACK, END, STEP, Team
from ganstudio.core.run import Run, RunSettings
from ganstudio.core.settings import SettingError, values_of
from ganstudio.core.system import Batch, Preview, System
from ganstudio.core.trainer import Trainer
from ganstudio.models.gallery import by_name
from ganstudio.workflows.open_run import open_session
from tests.cli.support import TINY, write_pictures

STEPS = 4


class Fit(System):
    """A line through points: no randomness, so that two half steps must add up to a whole one."""

    averaged = ("line",)

    def __init__(self) -> None:
        torch.manual_seed(3)
        line = nn.Linear(4, 1)
        super().__init__({"line": line}, {"line": torch.optim.SGD(line.parameters(), lr=0.1)})

    def step(self, batch: Batch, step: int) -> dict[str, Tensor]:
        points = batch.images.flatten(1)
        loss = (self.networks["line"](points) - points.sum(1, keepdim=True)).square().mean()
        self.update("line", loss)
        return {"generator": loss.detach()}

    def preview(self, networks: object) -> Preview:
        return Preview(torch.zeros(1, 1, 2, 2), 1)


def batch_of(step: int) -> Batch:
    generator = torch.Generator().manual_seed(step)
    return Batch(torch.randn(6, 1, 2, 2, generator=generator), torch.zeros(6, dtype=torch.long))


def trained(team: Team, broken: bool = False) -> tuple[list[float], int, int]:
    """Weights, images seen and updates left out after some steps; `broken`: one image of the last is not a number."""
    trainer = Trainer(Fit(), choose("cpu"), team=team)
    for step in range(STEPS):
        batch = batch_of(step)
        if broken and step == STEPS - 1:
            batch.images[1] = float("nan")  # in the second process's share
        trainer.train(batch)
    weights = torch.cat([parameter.flatten() for parameter in trainer.system.networks["line"].parameters()])
    return weights.tolist(), trainer.images, trainer.skipped


def one_of_two() -> None:
    """What each of two processes does in these tests: train, and hear what the first one says."""
    team = parallel.join()
    results = {"fit": trained(team), "broken": trained(team, broken=True)}
    words = [team.say(word) if team.leads else team.hear() for word in (STEP, BACK, END)]
    text = team.tell("a folder" if team.leads else "")
    parallel.leave()
    print(json.dumps(results | {"words": words, "text": text}), flush=True)
    end_at_once(0)


def start_two(command: list[str]) -> list[subprocess.Popen[str]]:
    """Start a command twice, as torchrun would."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    shared = os.environ | {"WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
    shared |= {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(Path(__file__).parents[2])}
    return [
        subprocess.Popen(
            command, env=shared | {"RANK": str(rank), "LOCAL_RANK": str(rank)},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for rank in range(2)
    ]  # fmt: skip


def two(command: list[str]) -> list[subprocess.CompletedProcess[str]]:
    """Start a command twice, and wait for both."""
    started = start_two(command)
    said = [process.communicate(timeout=120) for process in started]
    return [
        subprocess.CompletedProcess(command, process.returncode, *texts)
        for process, texts in zip(started, said, strict=True)
    ]


@pytest.fixture(scope="module")
def both() -> list[dict[str, list[object]]]:
    done = two([sys.executable, "-W", "ignore", "-m", "tests.core.test_parallel"])
    assert [process.returncode for process in done] == [0, 0], done
    return [json.loads(process.stdout.splitlines()[-1]) for process in done]


def test_that_two_processes_take_the_step_that_one_would_take(both):
    alone, images, _ = trained(Team())
    for result in both:
        weights, seen, skipped = result["fit"]
        assert weights == pytest.approx(alone, rel=1e-5)
        assert (seen, skipped) == (images, 0)


def test_that_both_hold_the_very_same_weights(both):
    assert both[0]["fit"][0] == both[1]["fit"][0]


def test_that_an_invalid_number_in_one_share_leaves_the_update_out_everywhere(both):
    first, second = both[0]["broken"], both[1]["broken"]
    assert first == second
    assert first[2] == 1


def test_that_all_hear_what_the_first_says(both):
    assert both[0]["words"] == both[1]["words"] == [STEP, BACK, END]
    assert both[0]["text"] == both[1]["text"] == "a folder"


def test_that_the_command_trains_in_two_processes_as_one_run(tmp_path):
    pictures, run = write_pictures(tmp_path / "pictures", 12), tmp_path / "run"
    words = ["train", str(pictures), *TINY, "--steps", "6", "--out", str(run), "--json", "--device", "cpu"]
    first, second = two([sys.executable, "-m", "ganstudio", *words])
    assert (first.returncode, second.returncode) == (0, 0), (first.stderr, second.stderr)
    last = json.loads(first.stdout.splitlines()[-1])
    assert (last["outcome"], last["step"], last["kimg"]) == ("completed", 6, 0.024)
    assert second.stdout == ""


def test_that_a_worker_that_is_killed_costs_no_step_and_is_named(tmp_path):
    pictures, run = write_pictures(tmp_path / "pictures", 12), tmp_path / "run"
    words = ["train", str(pictures), *TINY, "--steps", "1000000", "--out", str(run), "--json", "--device", "cpu"]
    leader, worker = start_two([sys.executable, "-m", "ganstudio", *words])
    assert leader.stdout is not None
    events = [from_json(line) for line in iter(leader.stdout.readline, "") if line and killed(line, worker)]
    said = leader.communicate(timeout=60)[1]
    worker.communicate(timeout=60)
    step = max(event.step for event in events if isinstance(event, Progress))
    assert isinstance(events[-1], Finished)
    assert (events[-1].outcome, leader.returncode) == ("failed", 1)
    assert "Of 2 processes that train together rank 1 ended unexpectedly" in said
    assert f"up to step {events[-1].step} is saved" in events[-1].message
    assert checkpoints_in(run / "checkpoints")[0].step == events[-1].step >= step > 0


def killed(line: str, worker: subprocess.Popen[str]) -> bool:
    """Kill the worker once the leader has told of progress; always True."""
    if '"progress"' in line and worker.poll() is None:
        worker.kill()
    return True


def test_that_a_batch_which_cannot_be_shared_evenly_is_refused(tmp_path):
    recipe = by_name("linear")(batch=4)
    settings = RunSettings(recipe="linear", sides=(("nowhere",),), values=values_of(recipe), device="cpu")
    with pytest.raises(SettingError, match="cannot share evenly"):
        open_session(Run.create(tmp_path / "run", settings), team=Team(0, 3))


if __name__ == "__main__":
    one_of_two()
