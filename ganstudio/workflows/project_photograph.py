"""Where a photograph is in what a generator can draw: the search for its nearest picture, and what is said of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Run, RunError
from ganstudio.workflows.explore_run import Borrow
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.unfinished import telling

if TYPE_CHECKING:
    import torch

    from ganstudio.core.pixels import Pixels
    from ganstudio.latent.projection import Features, ProjectionResult

STEPS, RESTARTS = 100, 4
BetweenSteps = Callable[[Callable[[], Any]], Any]
"""Does what it is given between two steps of whatever trains; see `app.runner.between_steps`."""


def at_once(work: Callable[[], Any]) -> Any:
    """Where nothing trains there is nothing to wait for."""
    return work()


@dataclass(frozen=True)
class Search:
    """What to look for, and how long."""

    photograph: "Pixels"
    """(H, W, C), as the run's images were prepared; see `read_photograph`."""
    run: Run
    checkpoint: str = ""
    """Whose discriminator compares; 'best', a name, '' for the newest."""
    label: int = 0
    """The class that pictures are drawn of, where the generator knows some."""
    network: Path | None = None
    """Weights of a network to compare by, instead of the run's own discriminator."""
    steps: int = STEPS
    restarts: int = RESTARTS
    seed: int = 0

    def again(self, attempt: int) -> "Search":
        """The search of a further attempt: up to sixteen times as long, from more and other beginnings."""
        steps, restarts = STEPS * 2 ** min(attempt, 4), RESTARTS + 2 * attempt
        return replace(self, steps=steps, restarts=restarts, seed=attempt)


def read_photograph(path: Path, run: Run, resolution: Resolution) -> "Pixels":
    """A photograph as the run's images were prepared, (H, W, C).

    Raises:
        RunError: it cannot be used; a sentence.
    """
    from ganstudio.core.images.decode import Unusable
    from ganstudio.core.images.isolated_reader import PictureReader

    try:
        with PictureReader() as reader:
            return reader.prepared(path, run.settings.preparation, resolution)
    except Unusable as error:
        raise RunError(f"{path.name} cannot be used: {error}.") from None


def project_photograph(
    search: Search,
    borrow: Borrow,
    report: TaskProgress,
    *,
    between_steps: BetweenSteps = at_once,
    on_result: "Callable[[ProjectionResult], None]" = lambda result: None,
    on_remark: Callable[[str], None] = lambda sentence: None,
) -> "ProjectionResult":
    """The nearest picture, by pixels and by what a network sees: one that the person has, or the run's discriminator.

    Args:
        on_result: given the nearest so far, again and again.
        on_remark: given a sentence where pixels alone must do.

    Raises:
        ValueError: the network's file cannot be used; a sentence.
        UnfinishedError: the disk or the memory ended it.
        CancelledError: `report.cancelled` said so.
    """
    from ganstudio.latent.projection import project

    reached = [0, search.steps]

    def progressed(done: int, total: int, result: "ProjectionResult") -> None:
        reached[:] = done, total
        report.progress(done, total)
        on_result(result)

    with telling("looking for the picture", search.run.folder, lambda: _so_far(*reached)):
        generator = borrow()
        label = search.label if generator.classes else -1
        features = _features(search, label, generator.device, between_steps, on_remark)
        return project(
            generator, search.photograph, label=max(label, 0), steps=search.steps, restarts=search.restarts,
            seed=search.seed, features=features, on_progress=progressed, cancelled=report.cancelled,
        )  # fmt: skip


def _so_far(done: int, total: int) -> str:
    return f"The nearest after {100 * done // total} % of the search is kept." if done else "Nothing was found yet."


def distance_sentence(error: float, usual: float, by_chance: float) -> str:
    """How near a projection came, in words that promise nothing; see `ProjectionResult` for the three distances."""
    if error < 0.15 * usual:
        verdict = "Very near."
    elif error < 0.5 * usual:
        verdict = "Near: the large shapes agree, details do not."
    elif error < 0.8 * by_chance:
        verdict = "Far: nearer than chance, but this generator has nothing quite like it."
    else:
        verdict = "Not found: hardly nearer than a random picture."
    return f"{verdict} {distance_facts(error, usual, by_chance)}"


def distance_facts(error: float, usual: float, by_chance: float) -> str:
    """The distances alone: all that can be said while the search goes on."""
    facts = "Pixels differ by {0:.1f} of 255; a random picture by {1:.1f}, two random ones from each other by {2:.1f}."
    return facts.format(error, by_chance, usual)


# What pictures are compared by besides their pixels -------------------------------------------------------------------


def _features(
    search: Search, label: int, device: "torch.device", between_steps: BetweenSteps, on_remark: Callable[[str], None]
) -> "Features | None":
    if search.network:
        return network_features(search.network, device)
    try:
        return discriminator_features(search.run, search.checkpoint, label, device, between_steps)
    except ValueError as error:
        on_remark(f"Pictures are compared by their pixels alone: {error}")
        return None


def network_features(weights: Path, device: "torch.device") -> "Features":
    """Features of the network whose weights these are, layer by layer.

    Raises:
        FeaturesError, PerceptualError: it cannot be used; a sentence.
    """
    from ganstudio.latent.perceptual import perceptual
    from ganstudio.scores.features import open_extractor

    extractor = open_extractor(weights, device=device)
    return perceptual(extractor.network, extractor.size, extractor.mean, extractor.deviation)


def discriminator_features(
    run: Run, checkpoint: str, label: int, device: "torch.device", between_steps: BetweenSteps = at_once
) -> "Features":
    """Features of the run's own discriminator. `label`: the class that it is told, -1 without classes.

    Raises:
        ValueError: there is none that can be used; a sentence.
    """
    from ganstudio.core.checkpoint_names import best_name, checkpoint_names
    from ganstudio.latent.discriminator_features import features_of
    from ganstudio.workflows.open_run import open_discriminator

    asked = best_name(run) if checkpoint == "best" else checkpoint
    name = asked if asked in checkpoint_names(run) else "latest"  # a snapshot has no discriminator
    discriminator = between_steps(lambda: open_discriminator(run, checkpoint=name))
    return features_of(discriminator.to(device), label)
