"""New pictures by their seeds, with what makes each again: what `generate` and the export form both do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.unfinished import share_sentence, telling

if TYPE_CHECKING:
    from ganstudio.core.generator import TrainedGenerator
    from ganstudio.core.pixels import Pixels
    from ganstudio.models.superres.upscaler import Upscaler

LAST_SEED = 2**32 - 1
PIECE = 32
"""Pictures that go through the generator at once."""


@dataclass(frozen=True)
class Studio:
    """A trained generator with the choices that every picture of a request shares."""

    generator: "TrainedGenerator"
    run: str
    label: str = ""
    """The class to draw; '' draws each in turn."""
    psi: float = 1.0
    with_recipe: bool = True
    larger: "Upscaler | None" = None
    """What every picture goes through after the generator."""

    def draw(self, seeds: list[int]) -> "Pixels":
        """The generator's own pictures of these seeds, of the chosen class or of each in turn: uint8 (N, H, W, C)."""
        labels = self.generator.labels(seeds, self.label)
        return self.generator.images(self.generator.latents(seeds), labels, self.psi)

    def walk(self, latents: Any) -> "Pixels":
        """The pictures of latents (N, D), all of the chosen class or of the first: uint8 (N, H, W, C), enlarged."""
        import numpy as np

        labels = self.generator.labels([0] * len(latents), self.label)
        return np.stack([self.enlarged(picture) for picture in self.generator.images(latents, labels, self.psi)])

    def enlarged(self, picture: "Pixels") -> "Pixels":
        """A picture of the generator (H, W, C) as it is taken away: through the upscaler, if there is one."""
        from ganstudio.core.pixels import as_image

        return self.larger.image(as_image(picture)) if self.larger else picture

    def label_of(self, seed: int) -> dict[str, str]:
        """Which class that seed's picture shows; empty where there are none."""
        labels = self.generator.labels([seed], self.label)
        return {} if labels is None else {"label": self.generator.classes[int(labels)]}

    def recipe(self, **facts: Any) -> dict[str, Any] | None:
        """What makes a picture again, or None if the person wants it left out."""
        if not self.with_recipe:
            return None
        known: dict[str, Any] = {"run": self.run, "step": self.generator.step, "psi": self.psi}
        if self.larger:
            known["larger"] = enlarged_by(self.larger)
        return known | facts

    def pictures(self, seeds: Sequence[int]) -> "Iterator[tuple[int, Pixels, dict[str, Any] | None]]":
        """Seed, picture (H, W, C) and what makes it again, one after the other."""
        for start in range(0, len(seeds), PIECE):
            piece = list(seeds[start : start + PIECE])
            for seed, picture in zip(piece, self.draw(piece), strict=True):
                yield seed, self.enlarged(picture), self.recipe(seed=seed, **self.label_of(seed))


def enlarged_by(upscaler: "Upscaler") -> dict[str, Any]:
    """What a recipe says of the network that made a picture larger: its name, the scale, and which weights."""
    return {"by": upscaler.title} | upscaler.facts


def write_pictures(studio: Studio, seeds: Sequence[int], folder: Path, kind: str, report: TaskProgress) -> int:
    """Write one picture for each seed into `folder`, except those that are there already, from this very generator.

    Returns:
        How many of them are there now: fewer than `seeds` if `report.cancelled` said so.

    Raises:
        UnfinishedError: the disk or the memory ended it; the sentence says how many are there.
    """
    from ganstudio.export.image_file import write_image

    absent = [seed for seed in seeds if not is_there(studio, seed, folder / file_name(seed, kind))]
    done = len(seeds) - len(absent)
    with telling("exporting", folder, lambda: share_sentence(done, len(seeds), folder)):
        folder.mkdir(parents=True, exist_ok=True)
        for seed, pixels, recipe in studio.pictures(absent):
            if report.cancelled():
                break
            write_image(pixels, folder / file_name(seed, kind), kind, recipe=recipe)
            done += 1
            report.progress(done, len(seeds))
    return done


def is_there(studio: Studio, seed: int, path: Path) -> bool:
    """Whether `path` holds the picture of this seed as this generator draws it; what carries no recipe does not say."""
    from ganstudio.export.provenance import read_recipe

    wanted = studio.recipe(seed=seed, **studio.label_of(seed))
    if wanted is None or not path.exists():
        return False
    try:
        carried = read_recipe(path) or {}
    except OSError:
        return False
    same = all(carried.get(name) == value for name, value in wanted.items())
    return same and ("larger" in carried) == (studio.larger is not None)


def file_name(seed: int, kind: str) -> str:
    """What the picture of a seed is called, wherever it is written."""
    return f"seed-{seed:06d}.{kind}"
