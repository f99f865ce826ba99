"""The command that shows and works on a queue of runs; `ganstudio train ... --queue` puts one into it."""

import argparse
from pathlib import Path

from ganstudio.cli.parsing import Commands
from ganstudio.cli.signals import stopping
from ganstudio.cli.terminal import FailedError, RefusedError, count, note, plain, say
from ganstudio.cli.training_report import Lines, RunReport
from ganstudio.core.events import Event, Finished, Started
from ganstudio.core.run import Run, RunError
from ganstudio.workflows.drive_queue import QueueDrive
from ganstudio.workflows.run_queue import WORDS, QueueError, RunQueue

RUNS = Path("runs")
INTERRUPTED = 130
ACTIONS = {
    "list": "what waits, trains and has ended",
    "add": "put NAME at the end, to go on with it",
    "again": "put a new run with the settings of NAME at the end",
    "run": "train one after another; Ctrl+C saves, and the same again goes on",
    "earlier": "have NAME train one place earlier",
    "later": "have NAME train one place later",
    "remove": "take NAME out",
    "stop": "begin no other after the run that trains now",
}
NAMED = ("add", "again", "earlier", "later", "remove")


def add_queue(commands: Commands) -> None:
    described = "; ".join(f"{name}: {help}" for name, help in ACTIONS.items())
    parser = commands.add_parser("queue", help="several runs one after another", description=described)
    parser.add_argument("action", choices=ACTIONS, nargs="?", default="list", metavar="ACTION", help=", ".join(ACTIONS))
    parser.add_argument("name", nargs="?", metavar="NAME", help="a run of DIR")
    parser.add_argument("--runs", type=Path, default=RUNS, metavar="DIR", help="the folder of runs (default: ./runs)")
    parser.add_argument("--json", action="store_true", help="run: one event per line on stdout and nothing else")
    parser.set_defaults(command=work_on_queue)


def work_on_queue(args: argparse.Namespace) -> int:
    queue = RunQueue(args.runs)
    if args.action in NAMED and not args.name:
        raise RefusedError(f"NAME is missing; say which run of the queue `{args.action}` is about.")
    try:
        match args.action:
            case "run":
                return _drive(queue, as_json=args.json)
            case "add":
                queue.add(args.name)
            case "again":
                queue.add_again(Run.open(queue.runs / args.name))
            case "earlier" | "later":
                queue.move(args.name, -1 if args.action == "earlier" else 1)
            case "remove":
                queue.remove(args.name)
            case "stop":
                queue.set_active(False)
        _list(queue)
    except (QueueError, RunError) as error:
        raise RefusedError(plain(error)) from None
    return 0


def add_to_queue(run: Run) -> None:
    """Put a run at the end of the queue of its folder, and say so."""
    queue = RunQueue(run.folder.parent)
    try:
        before = queue.add(run.name)
    except QueueError as error:
        raise RefusedError(plain(error)) from None
    say(f"{plain(run.name)} is number {before + 1} in the queue.")
    if not queue.read().active:
        say(f"  begin:    ganstudio queue run --runs {plain(queue.runs)}")


def _list(queue: RunQueue) -> None:
    known = queue.read()
    if not known.entries:
        say(f"The queue in {plain(queue.runs)} is empty; `ganstudio train FOLDER --queue` puts a run into it.")
    for number, entry in enumerate(known.entries, 1):
        say(f"{number:3}  {WORDS[entry.state]:9} {plain(entry.name)}  {plain(entry.remark)}".rstrip())


def _drive(queue: RunQueue, *, as_json: bool) -> int:
    reports: dict[str, RunReport] = {}

    def tell(run: Run, event: Event) -> None:
        if as_json:
            Lines().tell(event)
            return
        if isinstance(event, Started):
            note(f"{count(len(queue.read().waiting), 'run')} to follow.")
        reports.setdefault(run.name, RunReport(run)).tell(event)
        if isinstance(event, Finished) and event.outcome == "failed":
            note(f"{plain(run.name)} failed: {plain(event.message)}")

    drive = QueueDrive(queue, tell)
    interrupted: list[bool] = []

    def interrupt() -> None:
        interrupted.append(True)
        drive.stop()

    with stopping(interrupt):
        ended = drive.drive()
    failed = [run.name for run, finished in ended if finished.outcome == "failed"]
    if failed and not interrupted:
        raise FailedError(f"{count(len(failed), 'run')} of {len(ended)} failed: {plain(', '.join(failed))}.")
    return INTERRUPTED if interrupted else 0
