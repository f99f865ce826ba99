"""The command that looks for a newer version, when it is asked to, and says what is new in it: update."""

import argparse

import ganstudio
from ganstudio.cli.parsing import Commands
from ganstudio.cli.terminal import RefusedError, say


def add_update(commands: Commands) -> None:
    parser = commands.add_parser("update", help="look for a newer version, and say what is new in it")
    help = "the changelog of the newest version: its address (fetched once, now), or a file"
    parser.add_argument("--from", dest="source", required=True, metavar="URL|FILE", help=help)
    parser.set_defaults(command=update)


def update(args: argparse.Namespace) -> int:
    from ganstudio.workflows.newer_version import UpdateError, newer_releases

    try:
        later = newer_releases(args.source, ganstudio.__version__)
    except UpdateError as error:
        raise RefusedError(str(error)) from error
    if not later:
        say(f"GAN Studio {ganstudio.__version__} is the newest version.")
        return 0
    say(f"GAN Studio {later[0].version} is there; {ganstudio.__version__} is installed. What is new:")
    for release in later:
        say(f"\n{release.version}\n{release.news}")
    return 0
