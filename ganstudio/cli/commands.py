"""Every command of the command line, and the parser of them all. Imported only when there is a command to run."""

import ganstudio
from ganstudio.cli import bench, data, evaluate, finding, models, pictures, start_window, train, translate
from ganstudio.cli.parsing import Parser

COMMANDS = (
    start_window.add_demo,
    data.add_sample_set,
    data.add_check,
    data.add_recipes,
    train.add_train,
    pictures.add_generate,
    pictures.add_interpolate,
    finding.add_project,
    finding.add_nearest,
    translate.add_translate,
    models.add_export,
    evaluate.add_evaluate,
    evaluate.add_compare,
    bench.add_bench,
)
"""Every command: a function that adds its parser. A new command is one function and one line here."""


def build_parser() -> Parser:
    """The parser of all commands."""
    epilog = "Without a command the window opens; with paths (./flowers, a run) it opens them."
    parser = Parser(prog="ganstudio", description=ganstudio.__doc__, epilog=epilog)
    parser.add_argument("--version", action="version", version=f"GAN Studio {ganstudio.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)
    for add in COMMANDS:
        add(commands)
    return parser
