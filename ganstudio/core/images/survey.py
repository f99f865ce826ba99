"""A first look at a folder before anything is decoded: how many pictures, about how large, how many classes."""

import contextlib
import statistics
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ganstudio.core.classes_by_hand import read_classes
from ganstudio.core.images import parquet_rows
from ganstudio.core.images.by_hand import class_of, left_out_by_hand
from ganstudio.core.images.decode import Unusable
from ganstudio.core.images.listing import FoundFile
from ganstudio.core.images.scan import Source, scan
from ganstudio.core.images.sources import Sources
from ganstudio.core.images.video_frames import Sampling, look_at
from ganstudio.core.run import Preparation

UNKNOWN = 64
"""The side that is assumed where no head can be read: preparing the pictures will say what is wrong with them."""
LOOKED_AT = 64
"""Files whose heads are read, spread evenly over all."""


@dataclass(frozen=True)
class ImageSurvey:
    count: int
    """Files that may be pictures; how many can be used is known when they are decoded."""
    side: int
    """The median of the shorter sides of some of them, in pixels."""
    classes: int
    """Class folders, if they are to be learned; else 0."""


def survey_images(
    sources: Sequence[Source], preparation: Preparation, *, cancelled: Callable[[], bool] | None = None
) -> ImageSurvey:
    """Look at names and at a few heads of files.

    Raises:
        ImagesError: a source does not exist.
        Cancelled: `cancelled` said so.
    """
    files = scan(sources, cancelled=cancelled, sampling=Sampling.of(preparation)).files
    by_hand = left_out_by_hand(files, preparation)
    files = [file for number, file in enumerate(files) if number not in by_hand]
    classes = read_classes(preparation.classes)
    labels = {class_of(file.place.label, classes) for file in files} - {None, ""} if preparation.labels else set()
    some = [files[len(files) * number // LOOKED_AT] for number in range(LOOKED_AT)] if files else []
    with contextlib.closing(Sources()) as opened, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns about what it can live with; so can we
        sides = [side for fromkey in dict.fromkeys(some) if (side := _side(fromkey, opened))]
    return ImageSurvey(len(files), round(statistics.median(sides or [UNKNOWN])), len(labels))


def _side(file: FoundFile, sources: Sources) -> int:
    """The shorter side in pixels, 0 when the head cannot be read."""
    try:
        if file.place.kind == "video":
            facts = look_at(file.path, file.place.outer, file.size, file.stamp)
            return min(facts.width, facts.height)
        if file.place.kind == "parquet":
            return parquet_rows.look_at(file.path, file.place.outer, file.size, file.stamp).side
        return sources.shorter_side(file.place.kind, file.path, file.place.outer, file.item, file.size)
    except Unusable:
        return 0
