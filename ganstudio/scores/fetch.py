"""The one place that fetches anything from the network, and only when the person has said so.

Inception v3 (104 MB) and SqueezeNet 1.1 (5 MB) are not part of the program. `fetch` is called with the person's
consent (`--download`), writes to the user's cache, and keeps the file only if its whole SHA-256 is the one that is
known here; so is it before it is used. `fetch_text` reads a changelog, for who looks for a newer version. Everything
else in the program works without.
"""

import hashlib
import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ganstudio.core.files import disk_sentence, private_folder, replacing
from ganstudio.scores.perceptual_place import FETCHED, MEGABYTES, weights_folder
from ganstudio.scores.weights import FeaturesError

PIECE = 2**18
TIMEOUT = 30.0
ANSWERING = 8.0
"""Seconds until a changelog is there, of whatever a server sends how slowly."""


@dataclass(frozen=True)
class Offer:
    """A file that can be fetched."""

    address: str
    sha256: str
    """In 64 hexadecimal digits."""
    megabytes: int

    @property
    def name(self) -> str:
        return self.address.rpartition("/")[2]

    @property
    def place(self) -> Path:
        """Where it lies once fetched."""
        return weights_folder() / self.name


INCEPTION = Offer(
    "https://download.pytorch.org/models/inception_v3_google-0cc3c7bd.pth",
    "0cc3c7bd75056d25e46cba549dc184522069b81e9787eff6df84f397bd52a5ef",
    104,
)
"""torchvision's Inception v3, trained on ImageNet. Its name promises the first eight digits; the others are as two
independent projects have published them (resources/docs/decisions.md)."""

SQUEEZENET = Offer(
    f"https://download.pytorch.org/models/{FETCHED}",
    "b8a52dc049b60e4b6ab68ad0df457362afab8b6304b2febdc1650a5dab4d7e7b",
    MEGABYTES,
)
"""torchvision's SqueezeNet 1.1, trained on ImageNet; its checksum as several independent projects have published it."""


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
        private_folder(target.parent)
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
            if digest.hexdigest() != offer.sha256:
                raise FeaturesError(f"{offer.address} sent other bytes than promised (checksum); they were not kept.")
    except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
        reason = getattr(error, "reason", error)
        raise FeaturesError(
            f"{offer.name} could not be fetched ({reason}); fetch it elsewhere and give the file with --features."
        ) from None
    except OSError as error:
        raise FeaturesError(disk_sentence(error, "fetching weights", target)) from None
    return target


def fetch_text(address: str, most: int) -> str:
    """The first `most` bytes of what lies at an address, as text; nothing is kept.

    Raises:
        OSError: no connection, no address, nothing is there, or it takes longer than `ANSWERING`.
    """
    end, text = time.monotonic() + ANSWERING, b""
    try:
        with urllib.request.urlopen(address, timeout=ANSWERING / 2) as answer:
            while len(text) < most and (piece := answer.read1(PIECE)):
                text += piece
                if time.monotonic() > end:
                    raise TimeoutError("timed out")
    except (ValueError, http.client.HTTPException) as error:
        raise OSError(str(error) or type(error).__name__) from error
    return text[:most].decode("utf-8", errors="replace")
