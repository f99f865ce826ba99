"""The command line: parse, call, print.

Exit status: 0 done; 2 the request makes no sense; 1 it failed while running; 130 interrupted. For 1 and 2 there is one
sentence on stderr, and never a traceback for what a user did. Nothing imports torch or Qt until a command needs it.
"""

import logging
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.cli.signals import interrupting
from ganstudio.cli.start_window import start_window
from ganstudio.cli.terminal import FailedError, RefusedError, note, plain, stop_writing, survive_odd_text
from ganstudio.core import environment, processes
from ganstudio.core.memory import ran_out

if TYPE_CHECKING:
    from ganstudio.cli.parsing import Command

DONE, FAILED, REFUSED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    environment.prepare()
    survive_odd_text()
    logging.getLogger("ganstudio").addHandler(logging.NullHandler())  # tracebacks go to logs, not to stderr
    try:
        with interrupting():
            return _run(list(sys.argv[1:] if argv is None else argv))
    except RefusedError as refusal:
        note(f"ganstudio: {plain(refusal)}")
        return REFUSED
    except FailedError as failure:
        note(f"ganstudio: {plain(failure)}")
        return FAILED
    except BrokenPipeError:
        stop_writing()
        return DONE
    except KeyboardInterrupt:
        note("ganstudio: interrupted.")
        return INTERRUPTED
    except SystemExit as done:  # argparse, after --help and --version
        return done.code if isinstance(done.code, int) else DONE
    except Exception as error:  # noqa: BLE001 - the boundary: whatever is wrong becomes a sentence and a log
        note(f"ganstudio: {plain(_unexpected(error))}")
        return FAILED


def _run(argv: list[str]) -> int:
    if argv[:1] == [processes.MODULE_WORD]:
        return processes.run_module(argv[1:])
    if argv == ["--self-test"]:  # as installers are asked on every system
        argv = ["self-test"]
    if all(Path(word).name != word and os.path.exists(word) for word in argv):  # a bare word is a command
        return start_window(argv)
    from ganstudio.cli import commands

    args = commands.build_parser().parse_args(argv)
    command: Command = args.command
    return command(args)


def _unexpected(error: Exception) -> str:
    """The sentence for an error that nobody foresaw; the traceback goes to a log for a report."""
    if ran_out(error):
        return "there is not enough memory for this: choose a smaller batch, count or resolution, or --device cpu."
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror or error}."
    sentence = f"something went wrong that should not have: {type(error).__name__}: {error}".splitlines()[0]
    log = _write_log(error)
    return f"{sentence}. The details are in {log}" if log else sentence


def _write_log(error: Exception) -> Path | None:
    from ganstudio.app.common.paths import Paths
    from ganstudio.core.files import private, private_folder

    try:
        log = Paths.of_this_computer().logs / "errors.txt"
        private_folder(log.parent)
        with open(log, "a", encoding="utf-8", errors="backslashreplace", opener=private) as file:
            file.writelines(traceback.format_exception(error))
    except OSError:
        return None
    return log
