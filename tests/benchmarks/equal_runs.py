"""Whether two states of the code train alike: every recipe, bit for bit.

At the first state:    python -m tests.benchmarks.equal_runs WORK
At the second state:   python -m tests.benchmarks.equal_runs WORK --again

The first call draws the sample set, trains each recipe for six steps, and for nine in another run, and keeps all of it
in WORK, with the losses of the three steps that follow the sixth. The second one trains nine steps anew and compares
them with the nine of before; then it copies the six steps of before, resumes them to nine and compares these too, takes
the same three steps by hand and compares their losses, and draws pictures with the run of before. Compared are all bits
of every tensor of the last checkpoint: networks, averages, optimisers. It runs at any commit since the first release;
the exit status is 1 if anything differs.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

SIZE, BATCH, FEW, MORE = 32, 8, 6, 9
TWO_SIDED = ("cyclegan", "cut")
LEFT_OUT = ("auto", "faststyle")
"""Auto chooses one of the others; fast style needs weights that are not here."""


def ganstudio(*words: object) -> str:
    one_thread = os.environ | {"OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "ganstudio", *map(str, words)]
    done = subprocess.run(command, env=one_thread, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stderr}")
    return done.stdout


def train(recipe: str, work: Path, run: Path, steps: int) -> None:
    sides = [work / "blossoms", work / "sketches"] if recipe in TWO_SIDED else [work / "blossoms"]
    labels = ["--labels"] if recipe == "cgan" else []
    ganstudio(
        "train", *sides, "--recipe", recipe, "--resolution", SIZE, "--batch", BATCH, "--steps", steps, "--seed", 7,
        "--device", "cpu", *labels, "--out", run,
    )  # fmt: skip


def resume(run: Path, steps: int) -> None:
    ganstudio("train", "--resume", "--steps", steps, "--out", run)


def fingerprint(run: Path) -> dict[str, str]:
    """A hash of every tensor of the newest checkpoint, and of the losses of all events."""
    from safetensors import safe_open

    newest = max((run / "checkpoints").glob("*.safetensors"), key=lambda path: path.name)
    prints = {}
    with safe_open(newest, "numpy") as file:
        for name in file.keys():  # noqa: SIM118 - no mapping
            values = file.get_tensor(name)
            prints[name] = hashlib.sha256(values.tobytes() + str((values.shape, values.dtype)).encode()).hexdigest()
    return prints


def losses(run: Path, copy: Path) -> list[dict[str, str]]:
    """The losses of the steps that follow the last checkpoint of `run`, every bit of them."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(run, copy)
    program = f"import sys; from tests.benchmarks.equal_runs import print_losses; print_losses({str(copy)!r})"
    one_thread = os.environ | {"OMP_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", program], env=one_thread, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def print_losses(folder: str) -> None:
    from ganstudio.core.run import Run

    try:
        from ganstudio.workflows.open_run import open_session
    except ImportError:  # the code of before the folders were named by what they hold
        from ganstudio.workflows.open_run import open_session  # type: ignore[import-not-found,no-redef]
    session = open_session(Run.open(Path(folder)))
    steps = []
    for _ in range(MORE - FEW):
        values = session.trainer.train(session.images.batch(session.trainer.step))
        steps.append({name: float(value).hex() for name, value in sorted(values.items())})
    print(json.dumps(steps))


def recipes() -> list[str]:
    lines = [json.loads(line) for line in ganstudio("recipes", "--json").splitlines()]
    return [line["name"] for line in lines if line["name"] not in LEFT_OUT]


def prepare(work: Path) -> None:
    for kind in ("blossoms", "sketches"):
        folder = work / kind
        ganstudio("sample-set", folder, "--count", 64, "--size", SIZE, "--kind", kind)
        for number, path in enumerate(sorted(folder.glob("*.png"))):  # subfolders become classes
            (folder / f"class-{number % 2}").mkdir(exist_ok=True)
            path.rename(folder / f"class-{number % 2}" / path.name)


def before(work: Path) -> None:
    work.mkdir(parents=True)
    prepare(work)
    for recipe in recipes():
        train(recipe, work, work / "few" / recipe, FEW)
        train(recipe, work, work / "more" / recipe, MORE)
        print(f"{recipe}: {FEW} and {MORE} steps", flush=True)
    keep_losses(work)


def keep_losses(work: Path) -> None:
    """The losses of the steps after the sixth, as they are at this state of the code."""
    known = {recipe: losses(work / "few" / recipe, work / "stepped") for recipe in recipes()}
    (work / "losses.json").write_text(json.dumps(known, indent=1))


def after(work: Path) -> bool:
    same = True
    for recipe in (name for name in recipes() if (work / "more" / name).is_dir()):  # those that there were before
        anew, old, copy = work / "anew" / recipe, work / "more" / recipe, work / "resumed" / recipe
        for folder in (anew, copy):
            shutil.rmtree(folder, ignore_errors=True)
        train(recipe, work, anew, MORE)
        shutil.copytree(work / "few" / recipe, copy)
        resume(copy, MORE)
        wanted, facts = fingerprint(old), []
        for name, run in (("anew", anew), ("resumed from before", copy)):
            got = fingerprint(run)
            different = sorted(key for key in wanted.keys() | got.keys() if wanted.get(key) != got.get(key))
            facts.append(f"{name}: {len(wanted) - len(different)} of {len(wanted)} tensors equal")
            same &= not different
        known = json.loads((work / "losses.json").read_text())[recipe]
        got = losses(work / "few" / recipe, work / "stepped")
        facts.append("losses of three steps " + ("equal" if got == known else f"differ: {known} {got}"))
        same &= got == known
        if recipe not in TWO_SIDED:
            shutil.rmtree(work / "pictures", ignore_errors=True)
            ganstudio("generate", work / "few" / recipe, "--out", work / "pictures", "--count", 2)
        print(f"{recipe}: " + "; ".join(facts), flush=True)
    return same


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--again", action="store_true")
    asked = parser.parse_args()
    if asked.again:
        sys.exit(0 if after(asked.work) else 1)
    before(asked.work)
