"""A process that reads strangers' files one at a time, for one that must not die of them.

It answers each request (a line of JSON) with a line of JSON and the bytes that it announces. A file that takes too much
time or memory (`limits`) ends the child, or fails in it, and the next file gets another child.
"""

import contextlib
import json
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import IO, Any, Self

from PIL import Image

from ganstudio.core.images import limits
from ganstudio.core.images.decode import Unreached, Unusable
from ganstudio.core.processes import NO_WINDOW, environment, one_thread, own_folder, python
from ganstudio.core.threads import start_thread

Answer = tuple[dict[str, Any], Iterable[bytes]]
"""What a child says of a request, and the bytes that come behind it, which are `bytes` in number."""


class ReadingChild:
    """Starts the process when it is needed. For one thread."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> int | None:
        """End the child; returns what it ended with, the number of a signal below 0."""
        child, self._child = self._child, None
        if child is None:
            return None
        child.kill()
        with contextlib.suppress(BrokenPipeError), child:
            pass
        return child.returncode

    def ask(self, asked: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """What the child says, and the bytes behind it.

        Raises:
            Unusable: with the reason.
        """
        child = self._child = self._child or _start(self._module)
        answered, hung = threading.Event(), threading.Event()
        watch = start_thread(lambda: _end_unless(answered, hung, child), "overdue")
        try:
            facts, content = _exchange(child, asked)
        finally:
            answered.set()
            watch.join()  # it ends at once, and nothing of it is left when the answer is given
        if not facts or len(content) != facts.get("bytes", 0):
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(0.2)  # one that died of itself tells of what
            status = self.close()
            sure = limits.was_too_slow(status)
            raise (Unusable if sure else Unreached)(limits.HUNG if hung.is_set() else limits.why_it_ended(status))
        if facts.get("leaving"):
            self.close()
        if reason := facts.get("reason"):
            raise (Unreached if facts.get("passing") else Unusable)(reason)
        return facts, content


def _exchange(child: "subprocess.Popen[bytes]", asked: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
    """A question and its answer; nothing where the child is gone."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(json.dumps(asked).encode() + b"\n")
        child.stdin.flush()
        facts: dict[str, Any] = json.loads(child.stdout.readline() or b"null") or {}
        return facts, child.stdout.read(facts["bytes"]) if facts.get("bytes") else b""
    except (OSError, ValueError):
        return {}, b""


def _end_unless(answered: threading.Event, hung: threading.Event, child: "subprocess.Popen[bytes]") -> None:
    """Kill a child that does nothing for so long that it must be waiting for a drive, or for ever."""
    watch = limits.Watch(child.pid)
    while not answered.wait(limits.MOST_WAIT):
        if not watch.is_at_work(limits.MOST_WAIT):
            hung.set()
            child.kill()
            return


def _start(module: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        python(module, *limits.as_words()), cwd=own_folder(), env=environment(**one_thread()),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, creationflags=NO_WINDOW,
    )  # fmt: skip


# In the child ---------------------------------------------------------------------------------------------------------


def serve(answer: Callable[[dict[str, Any]], Answer], *, lasting: bool = False) -> None:
    """Answer requests until there are no more, each within the limits.

    `lasting`: one answer builds upon another, so that a child which has grown must go on.
    """
    known = limits.told(sys.argv[1:])
    limits.limit_memory(known.memory)
    warnings.simplefilter("ignore")  # Pillow warns about what it can live with; so can we
    Image.MAX_IMAGE_PIXELS = None  # `decode` judges sizes itself, by format
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        limits.limit_time(known.seconds * asked.get("times", 1))
        try:
            facts, content = answer(asked)
        except Unusable as reason:
            facts, content = {"reason": str(reason), "passing": isinstance(reason, Unreached)}, ()
        except MemoryError:
            facts, content = {"reason": limits.TOO_LARGE, "passing": True}, ()
        _say(facts | {"leaving": not lasting and limits.has_grown()}, content, sys.stdout.buffer)
        limits.limit_time(0)


def _say(facts: Mapping[str, Any], content: Iterable[bytes], out: IO[bytes]) -> None:
    out.write(json.dumps(facts).encode() + b"\n")
    for part in content:
        out.write(part)
    out.flush()
