"""Which moment of a run is the best: the last one whose score is not worse by more than chance explains.

The lowest of many noisy looks is luck (its score is low because of its noise too). So each look is compared with the
lowest, latents and real images being the same for both, and while the difference is within a few standard errors the
later one is marked: it has learned for longer.
"""

import math
from collections.abc import Mapping
from typing import Any

from ganstudio.scores.distances import KernelTerms

MARGIN = 3.0
"""Standard errors above the lowest score up to which a later moment is preferred."""

Key = tuple[str, int, float]
"""Features, images and level (see `Scored`): scores compare only where all three agree."""


class BestSoFar:
    """Folds the KIDs of a run."""

    def __init__(self, marked: Mapping[str, Any] | None = None) -> None:
        """`marked`: the score that the best checkpoint was marked for, when a run goes on."""
        self._key, value = _read(marked)
        self._value = value
        self._terms: KernelTerms | None = None

    def behind(self, key: Key, terms: KernelTerms) -> float:
        """By how many standard errors this look is worse than the lowest before it; 0 or less for one that is not.

        It becomes the lowest if it is. One with other features or another number of images begins anew, and so does
        one of networks that have grown: small images may come nearer, and yet are not what is wanted. A look that is
        no number is infinitely far behind.
        """
        if not math.isfinite(terms.value):
            return math.inf
        if key != self._key:
            self._key, self._value, self._terms = key, terms.value, terms
            return 0.0
        error = max(terms.error_against(self._terms), 1e-12)
        distance = (terms.value - self._value) / error
        if distance < 0:
            self._value, self._terms = terms.value, terms
        return distance


def _read(marked: Mapping[str, Any] | None) -> tuple[Key | None, float]:
    """What a score rests on, and its KID; marks of older versions too."""
    try:
        if marked is None:
            return None, math.nan
        key = (str(marked["features"]), int(marked["count"]), float(marked.get("level", 0.0)))
        return key, float(marked["scores"]["KID"])
    except (KeyError, TypeError, ValueError):
        return None, math.nan
