"""Every command of the command line, and the parser of them all. Imported only when there is a command to run."""

import ganstudio
from ganstudio.cli import (
    augment,
    bench,
    check,
    compare,
    demo,
    doctor,
    evaluate,
    export,
    film,
    generate,
    interpolate,
    nearest,
    project,
    queue,
    recipes,
    sample_set,
    self_test,
    share,
    style,
    timelapse,
    train,
    translate,
    update,
    upscale,
)
from ganstudio.cli.parsing import Parser
from ganstudio.core.environment import keep_cache_in

COMMANDS = (
    demo.add_demo,
    sample_set.add_sample_set,
    check.add_check,
    recipes.add_recipes,
    train.add_train,
    queue.add_queue,
    generate.add_generate,
    interpolate.add_interpolate,
    film.add_film,
    timelapse.add_timelapse,
    project.add_project,
    nearest.add_nearest,
    translate.add_translate,
    style.add_style,
    upscale.add_upscale,
    export.add_export,
    augment.add_augment,
    share.add_pack,
    share.add_unpack,
    evaluate.add_evaluate,
    compare.add_compare,
    bench.add_bench,
    doctor.add_doctor,
    update.add_update,
    self_test.add_self_test,
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
    for place in (parser, *commands.choices.values()):  # before the command and behind it
        place.add_argument(
            "--cache",
            type=keep_cache_in,
            metavar="DIR",
            help="where prepared images are kept (else the system's cache)",
        )
    return parser
