"""The command that says what is here, what would fit this computer, and what mends what is missing: doctor."""

import argparse
import dataclasses

from ganstudio.cli.parsing import Commands
from ganstudio.cli.terminal import say, say_json

DONE, WRONG = 0, 1


def add_doctor(commands: Commands) -> None:
    parser = commands.add_parser("doctor", help="what is here, what would fit this computer, and what mends it")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")
    parser.set_defaults(command=doctor)


def doctor(args: argparse.Namespace) -> int:
    from ganstudio.app.common.paths import Paths
    from ganstudio.app.start.system_check import window_problem
    from ganstudio.workflows.diagnose import as_text, diagnose

    findings = diagnose(window=window_problem(), folders=Paths.of_this_computer().kept())
    if args.json:
        say_json({"findings": [dataclasses.asdict(finding) for finding in findings]})
    else:
        say(as_text(findings))
    return WRONG if any(finding.state == "wrong" for finding in findings) else DONE
