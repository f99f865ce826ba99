"""What commands that write a file or a folder share: refusing a target in time, and a sentence for what goes wrong."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from ganstudio.cli.terminal import FailedError, RefusedError, plain
from ganstudio.core.files import disk_sentence
from ganstudio.core.run import RunError
from ganstudio.core.settings import SettingError
from ganstudio.export.kinds import MissingExtraError


def require_ending(path: Path, kinds: Sequence[str]) -> str:
    """The ending of `--out` without its dot; refused if it is none of `kinds`."""
    kind = path.suffix.lower().lstrip(".")
    if kind not in kinds:
        raise RefusedError(f"--out {plain(path)}: the name must end in {', '.join(f'.{known}' for known in kinds)}.")
    return kind


def require_free(path: Path, overwrite: bool) -> None:
    """Refuse a file that is there, unless it may be replaced."""
    if path.exists() and not overwrite:
        raise RefusedError(f"{plain(path)} exists already; choose another --out, or say --overwrite.")


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(f"--out {plain(folder)} cannot be made: {error.strerror}; choose another folder.") from None


@contextlib.contextmanager
def writing(path: Path, doing: str = "writing") -> Iterator[None]:
    """What cannot be done becomes a refusal, and what the disk says a failure; both are sentences."""
    try:
        yield
    except (RunError, SettingError, MissingExtraError) as error:
        raise RefusedError(str(error)) from None
    except OSError as error:
        raise FailedError(disk_sentence(error, doing, path)) from None
