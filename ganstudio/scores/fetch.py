"""The one place that fetches anything from the network, and only when the person has said so.

Inception v3 is 104 MB and not part of the program. `fetch` is called with the person's consent (`--download`), writes
to the user's cache, and keeps the file only if its SHA-256 begins as its name promises, which is torchvision's own
check. Everything else in the program works without.
"""

import hashlib
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from ganstudio.core.files import disk_sentence, replacing
from ganstudio.scores.weights import FeaturesError

PIECE = 2**18
TIMEOUT = 30.0


@dataclass(frozen=True)
class Offer:
    """A file that can be fetched."""

    address: str
    sha256: str
    """What its SHA-256 begins with."""
    megabytes: int

    @property
    def name(self) -> str:
        return self.address.rpartition("/")[2]

    @property
    def place(self) -> Path:
        """Where it lies once fetched."""
        return Path(platformdirs.user_cache_dir("ganstudio")) / "weights" / self.name


INCEPTION = Offer("https://download.pytorch.org/models/inception_v3_google-0cc3c7bd.pth", "0cc3c7bd", 104)
"""torchvision's Inception v3, trained on ImageNet."""


def fetch(offer: Offer, target: Path, *, on_progress: Callable[[int, int], None] | None = None) -> Path:
    """Fetch `offer` to `target`, unless it is there already. Nothing is left behind when it fails.

    Args:
        on_progress: told (bytes so far, bytes in all; 0 when the server does not say).

    Raises:
        FeaturesError: no connection, no room, or other bytes than promised; the sentence says how to do without.
    """
    if target.is_file():
        return target
    digest = hashlib.sha256()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with urllib.request.urlopen(offer.address, timeout=TIMEOUT) as answer, replacing(target) as file:
            total, done = int(answer.headers.get("Content-Length") or 0), 0
            while piece := answer.read(PIECE):
                file.write(piece)
                digest.update(piece)
                done += len(piece)
                if done > 4 * offer.megabytes * 10**6:
                    raise FeaturesError(f"{offer.address} sends more than promised; it was not kept.")
                if on_progress:
                    on_progress(done, total)
            if not digest.hexdigest().startswith(offer.sha256):
                raise FeaturesError(f"{offer.address} sent other bytes than promised (checksum); they were not kept.")
    except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
        reason = getattr(error, "reason", error)
        raise FeaturesError(
            f"{offer.name} could not be fetched ({reason}); fetch it elsewhere and give the file with --features."
        ) from None
    except OSError as error:
        raise FeaturesError(disk_sentence(error, "fetching weights", target)) from None
    return target
