"""The command that makes training images for rare classes and says whether they help: augment."""

import argparse
import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.cli.images import require_sources
from ganstudio.cli.opened import CHECKPOINT_HELP, open_generator_of, open_run
from ganstudio.cli.parsing import Commands, number, whole
from ganstudio.cli.signals import stopping
from ganstudio.cli.terminal import FailedError, RefusedError, count, duration, note, plain, progress, say, say_json
from ganstudio.core.run import RunError

if TYPE_CHECKING:
    from ganstudio.workflows.judge_augmented import Augmented, JudgeRequest, Stage
    from ganstudio.workflows.judgement import Judgement

FORMATS = ("folder", "webdataset", "csv")
FILTERS = ("discriminator", "copies", "precision", "agreement")


def add_augment(commands: Commands) -> None:
    parser = commands.add_parser("augment", help="training images for rare classes, and whether they help")
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a run that has learned classes")
    parser.add_argument("folder", metavar="FOLDER", help="the images to fill up, a subfolder for each class")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the set goes; new or empty")
    parser.add_argument(
        "--to", type=whole("--to", 1, 10**6), metavar="N", help="so many in each class (default: as in the largest)"
    )
    parser.add_argument(
        "--format", choices=FORMATS, default="folder",
        help="folders of classes (default), WebDataset tars, or a CSV with paths and labels",
    )  # fmt: skip
    parser.add_argument(
        "--filters", default=",".join(FILTERS), metavar="LIST", help=f"of {','.join(FILTERS)} (default all), or none"
    )
    parser.add_argument("--with-real", action="store_true", help="the real images too, so that the set is complete")
    parser.add_argument(
        "--truncation", type=number("--truncation", 0.0, 2.0), default=1.0, metavar="PSI",
        help="below 1: more typical, less varied; above 1: wider (default 1)",
    )  # fmt: skip
    parser.add_argument("--checkpoint", metavar="NAME", help=CHECKPOINT_HELP)
    parser.add_argument("--seed", type=whole("--seed", 0, 10**9), default=0, metavar="S", help="the first seed (0)")
    parser.add_argument("--features", default="builtin", metavar="NAME|FILE", help="what images are compared by")
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")
    _add_judging(parser)
    parser.set_defaults(command=augment)


def _add_judging(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("does it help?")
    group.add_argument(
        "--judge", action="store_true",
        help="train classifiers with and without the set, test them on images nobody has seen; the same again goes on",
    )  # fmt: skip
    group.add_argument(
        "--test", default="", metavar="FOLDER",
        help="the images to test on, never seen by RUN (default: what RUN set aside by --test-share)",
    )  # fmt: skip
    group.add_argument("--shares", default="10,30,100", metavar="LIST", help="percents of real images to train with")
    group.add_argument("--seeds", type=whole("--seeds", 2, 100), default=5, metavar="N", help="trainings an arm (5)")
    group.add_argument(
        "--classifier", choices=("auto", "head", "resnet"), default="auto",
        help="a linear head on features, or torchvision's ResNet-18; auto: the ResNet on a GPU",
    )  # fmt: skip
    group.add_argument(
        "--classifier-steps", type=whole("--classifier-steps", 1, 10**6), default=0, metavar="N",
        help="optimiser steps of each, the same in every arm",
    )  # fmt: skip


def augment(args: argparse.Namespace) -> int:
    """Fill the folder's classes up, judge the set if that was asked for, and say what came of it."""
    from ganstudio.workflows.augment import AugmentRequest
    from ganstudio.workflows.export_pictures import Studio
    from ganstudio.workflows.judge_augmented import augment_and_judge

    judging = _judging(args)
    request = AugmentRequest(
        out=args.out, to=args.to or 0, format=args.format, filters=_filters(args.filters), first_seed=args.seed,
        with_real=args.with_real, features=args.features,
    )  # fmt: skip
    require_sources([args.folder, *([args.test] if args.test else [])])
    run = open_run(args.run)
    studio = Studio(open_generator_of(run, args.checkpoint, args.device), run.name, psi=args.truncation)
    with _stages(args.json) as stage, _refusing(args):
        came = augment_and_judge(run, args.folder, studio, request, judging, stage)
    if came is None:
        note("It was ended; the same command goes on with what is there.")
        raise KeyboardInterrupt
    _report(came, args)
    return 0


def _judging(args: argparse.Namespace) -> "JudgeRequest | None":
    from ganstudio.workflows.judge_augmented import JudgeRequest

    if not args.judge:
        if args.test:
            raise RefusedError("--test names images to judge on; say --judge too, or leave it out.")
        return None
    return JudgeRequest(
        test=args.test, shares=_shares(args.shares), seeds=args.seeds, classifier=args.classifier,
        steps=args.classifier_steps, device=args.device,
    )  # fmt: skip


@contextlib.contextmanager
def _stages(quiet: bool) -> "Iterator[Stage]":
    """The progress of one stage after the other in one bar; Ctrl+C ends the one that is under way."""
    from ganstudio.workflows.progress import TaskProgress, TimeLeft

    running: list[TaskProgress] = []
    asked: list[bool] = []

    def stop() -> None:
        asked.append(True)
        for each in running:
            each.cancel()

    with stopping(stop), progress("Augmenting", 1.0, quiet=quiet, counted=False) as bar:

        def stage(title: str) -> TaskProgress:
            left = TimeLeft()

            def said(done: int, total: int) -> None:
                seconds = left.after(done, total)
                rest = f", about {duration(seconds)} left" if seconds and done < total else ""
                bar.to(done / max(1, total), f"{title}: {done:,} of {total:,}{rest}")

            running.append(TaskProgress(said))
            if asked:
                running[-1].cancel()
            return running[-1]

        yield stage


@contextlib.contextmanager
def _refusing(args: argparse.Namespace) -> "Iterator[None]":
    """What cannot be done becomes a refusal, and what the machine ends a failure; both are sentences."""
    from ganstudio.core.images.cache import Cancelled, ImagesError
    from ganstudio.core.settings import SettingError
    from ganstudio.scores.features import FeaturesError
    from ganstudio.workflows.augment import AugmentError
    from ganstudio.workflows.judge import JudgeError
    from ganstudio.workflows.unfinished import UnfinishedError

    try:
        yield
    except (AugmentError, JudgeError, ImagesError, RunError, SettingError) as error:
        raise RefusedError(plain(error)) from None
    except FeaturesError as error:
        raise RefusedError(f"--features {plain(args.features)}: {error}") from None
    except UnfinishedError as error:
        raise FailedError(str(error)) from None
    except Cancelled:
        raise KeyboardInterrupt from None


def _filters(text: str) -> tuple[str, ...]:
    """The filters of `--filters`, in the order in which they look."""
    names = [] if text == "none" else [part.strip() for part in text.split(",") if part.strip()]
    for name in names:
        if name not in FILTERS:
            raise RefusedError(f"--filters: there is no filter called {name!r}. There are: {', '.join(FILTERS)}, none.")
    return tuple(name for name in FILTERS if name in names)


def _shares(text: str) -> tuple[int, ...]:
    try:
        shares = tuple(sorted({int(part) for part in text.split(",")}))
    except ValueError:
        raise RefusedError(f"--shares takes whole percents such as 10,30,100, not {text!r}.") from None
    if not shares or not 1 <= shares[0] <= shares[-1] <= 100:
        raise RefusedError(f"--shares goes from 1 to 100 percent, {text} is outside.")
    return shares


def _report(came: "Augmented", args: argparse.Namespace) -> None:
    if args.json:
        verdict = {"judgement": came.judgement.to_json()} if came.judgement else {}
        say_json({"out": plain(args.out)} | dict(came.sheet) | verdict)
        return
    for line in came.sheet["classes"]:
        real = f", {line['real']:,} real" if line["real"] else ""
        say(f"{plain(line['name'])}: {count(line['synthetic'], 'synthetic image')}{real}")
    for line in came.sheet["filters"]:
        note(f"{line['dropped']:,} of {line['seen']:,} {line['title']}")
    for remark in came.sheet["remarks"]:
        note(f"Note: {remark}")
    say(f"data sheet: {plain(args.out / 'data-sheet.html')}")
    if came.judgement:
        _say_judgement(came.judgement)
        say(f"report: {plain(args.out / 'judge.html')}")


def _say_judgement(said: "Judgement") -> None:
    for each in said.standings:
        share = f" at {each.share} %" if each.share else ""
        against = f"  {each.against_real}" if each.against_real else ""
        say(f"  {each.arm + share:34} {each.accuracy:5.1f}{against}")
    say(f"  {'real, tested on synthetic (TRTS)':34} {said.transferred:5.1f}")
    say(said.sentence)
