"""`train --from RUN`: a new run that goes on from a point of another one."""

import argparse
from pathlib import Path

from ganstudio.cli.parsing import given
from ganstudio.cli.terminal import RefusedError
from ganstudio.core.run import Budget, Preparation, Run
from ganstudio.core.settings import SettingError, from_mapping, parse_pairs


def add_branching(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from", dest="origin", type=Path, metavar="RUN", help="begin a new run where RUN was, with --set changes"
    )
    parser.add_argument(
        "--checkpoint", metavar="NAME", help="with --from: best, latest or one by its name (default latest)"
    )


def branched(args: argparse.Namespace) -> Run:
    """The new run that --from, --checkpoint, --set and the budget describe."""
    _require_no_contradiction(args)
    origin = Run.open(args.origin)
    from ganstudio.models.gallery import by_name
    from ganstudio.workflows.branch_run import branch
    from ganstudio.workflows.run_names import branch_name, free_folder

    try:
        kind = by_name(origin.settings.recipe)
        changes = given(args, Preparation) | parse_pairs(kind, args.set, what=kind.title)
        changes |= {name: value for name in ("resolution", "batch") if (value := getattr(args, name)) is not None}
        asked = given(args, Budget)
        budget = from_mapping(Budget, asked) if asked else None
        out = args.out or free_folder(origin.folder.parent, branch_name(origin.name))
        run = branch(origin, checkpoint=args.checkpoint, changes=changes, out=out, budget=budget)
    except SettingError as error:
        raise RefusedError(str(error)) from None
    if args.device:
        run.change(device=args.device)
    return run


def _require_no_contradiction(args: argparse.Namespace) -> None:
    if args.sources:
        raise RefusedError("--from goes on with the images of its run; leave FOLDER out.")
    if args.exclude or args.exclude_from:
        raise RefusedError("--exclude does not go with --from, which leaves out what its run does; leave it out.")
    if args.fit_from:
        raise RefusedError("--fit-from does not go with --from, which fits pictures as its run does; leave it out.")
    for name in ("recipe", "preset", "seed", "resume"):
        if getattr(args, name) not in {None, False}:
            raise RefusedError(f"--{name} does not go with --from, which keeps what the run has; leave it out.")
