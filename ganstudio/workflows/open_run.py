"""From a run folder to what it holds: a session that trains, a generator, a discriminator, a translator."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from torch import Tensor, nn

from ganstudio.core import checkpoint as checkpoints
from ganstudio.core.checkpoint_names import has_learned
from ganstudio.core.device import DeviceError, DeviceSpec, choose
from ganstudio.core.events import Warned
from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.images.batches import Images
from ganstudio.core.images.cache import Prepared, prepare
from ganstudio.core.images.check_report import CheckReport
from ganstudio.core.images.holdout import Rows, hold_out
from ganstudio.core.images.levels import levels_of
from ganstudio.core.images.test_part import parted, require_every_class
from ganstudio.core.memory import ran_out
from ganstudio.core.monitor import Monitor
from ganstudio.core.parallel import Team
from ganstudio.core.printable import printable
from ganstudio.core.recipe import ImageSpec, Recipe
from ganstudio.core.run import Run, RunError, RunSettings
from ganstudio.core.schema import shown
from ganstudio.core.session import Session
from ganstudio.core.settings import SettingError, Value, from_mapping
from ganstudio.core.snapshots import snapshots_in
from ganstudio.core.state_check import MISFITS, StateError, check_fit
from ganstudio.core.trainer import Trainer
from ganstudio.core.translator import Translator
from ganstudio.models.adversarial.recipe import AdversarialRecipe
from ganstudio.models.auto import Auto
from ganstudio.models.gallery import by_name
from ganstudio.models.superres.networks import Enlarger
from ganstudio.models.superres.recipe import SuperRes
from ganstudio.models.translation.recipe import TranslationRecipe
from ganstudio.scores.superres_monitor import SuperResMonitor
from ganstudio.scores.training_monitor import TrainingMonitor
from ganstudio.scores.translation_monitor import TranslationMonitor
from ganstudio.workflows.choose_recipe import settle
from ganstudio.workflows.image_pairs import PairedImages, eyes_from, open_pairs
from ganstudio.workflows.image_pairs import make_ready as pairs_ready
from ganstudio.workflows.preflight import PictureFacts, preflight, require
from ganstudio.workflows.two_image_sets import about_rates, about_sides, make_ready, open_sides

N = TypeVar("N", bound=nn.Module)


def recipe_of(settings: RunSettings) -> Recipe:
    """The recipe that a run was made with, its values checked.

    Raises:
        SettingError: the recipe or one of its settings does not exist, or a combination cannot work.
    """
    kind = by_name(settings.recipe)
    if kind is Auto:
        raise SettingError("recipe", "Auto has not chosen a recipe for this run yet: resume it to begin.")
    recipe = from_mapping(kind, settings.values, what=kind.title)
    require(preflight(recipe, learns=False))
    return recipe


def open_session(
    run: Run,
    *,
    on_prepare: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    team: Team | None = None,
    features: Path | None = None,
) -> Session:
    """Prepare the images of a run and build its networks; resume from the newest whole checkpoint if there is one.

    A run that was left to auto is given its recipe first. `team`: the processes that train together, if there are
    several; the first one's session is driven by `events`, all others' by `follow`. `features`: weights of a network
    that sees, for recipes that compare pictures by one.

    Raises:
        SettingError, ImagesError, RunError, DeviceError: what was asked for cannot be done; a sentence for the user.
        Cancelled: `cancelled` returned True while the images were prepared.
    """
    run.require_places()
    if run.settings.recipe == Auto.name:
        settle(run, on_prepare=on_prepare, cancelled=cancelled)
    settings = run.settings
    recipe = recipe_of(settings)
    place, team = choose(settings.device), team or Team()
    require(preflight(recipe, colour=settings.preparation.colour, processes=team.size))
    if isinstance(recipe, TranslationRecipe):
        return _translating_session(run, recipe, place, team, on_prepare, cancelled)
    if isinstance(recipe, SuperRes):
        pairs = open_pairs(settings, recipe, place.device, on_prepare=on_prepare, cancelled=cancelled)
        require(preflight(recipe, tuple(PictureFacts.of(report, ()) for report in pairs.reports)))
        _keep_levels(run, team, pairs.reports)
        return _enlarging_session(run, recipe, place, team, pairs, features)
    prepared = prepare(
        settings.sides[0], settings.preparation, recipe.resolution, on_progress=on_prepare, cancelled=cancelled
    )
    prepared = _as_learned(run, prepared) if getattr(recipe, "conditional", False) else prepared
    facts, fewer = _enough(run, recipe, PictureFacts.of(prepared.report, prepared.classes))
    require(preflight(recipe, (facts,)))
    if settings.preparation.balance and len(prepared.classes) < 2:
        raise RunError("Balance shows classes equally often, and there are none: turn labels on, or balance off.")
    _keep_levels(run, team, [prepared.report])
    torch.manual_seed(settings.seed)
    image_spec = ImageSpec(settings.preparation.channels, tuple(prepared.classes))
    trainer = Trainer(recipe.build(image_spec), place, seed=settings.seed, ema_kimg=recipe.ema_kimg, team=team)
    seconds, remarks = resume(run, trainer)
    parts = parts_of(prepared, settings)
    images = Images(
        prepared, batch=recipe.batch, seed=settings.seed, flip=settings.preparation.flip, device=place.device,
        rows=parts.trained, balance=settings.preparation.balance,
    )  # fmt: skip
    monitor = _monitor(run, recipe, prepared, parts) if team.leads else None
    return Session(run, trainer, images, seconds=seconds, remarks=fewer + remarks, monitor=monitor)


@dataclass(frozen=True)
class ImageParts:
    """The rows of prepared images by what they are for, each in ascending order."""

    trained: Rows
    """There are batches of these."""
    held_out: Rows
    """Never trained on, but looked at while training: do they look real to the discriminator, is it no copy?"""
    test: Rows
    """Never looked at."""


def parts_of(prepared: Prepared, settings: RunSettings) -> ImageParts:
    """Which of a run's images are trained on and which are kept aside.

    Raises:
        ImagesError: a class is left with nothing to learn from.
    """
    learned, test = parted(prepared.digests, settings.preparation.test_share)
    if not len(test):  # digests are known of what was prepared from files
        kept, held_out = hold_out(prepared.names, settings.preparation.held_out, settings.seed)
        return ImageParts(kept, held_out, test)
    require_every_class(prepared.labels, prepared.classes, learned)
    names = [prepared.names[row] for row in learned]
    kept, held_out = hold_out(names, settings.preparation.held_out, settings.seed)
    return ImageParts(learned[kept], learned[held_out], test)


def _as_learned(run: Run, prepared: Prepared) -> Prepared:
    """The images with the classes by the numbers under which the run has learned them: by their names.

    Raises:
        RunError: there is a class that the run has not learned; with its name.
    """
    learned = _classes_learned(run)
    if not learned or learned == prepared.classes:
        return prepared
    if strange := [name for name in prepared.classes if name not in learned]:
        raise RunError(
            f"{run.folder} has learned the classes {_listed(learned)}, and {_listed(strange)} is none of them: name "
            "the folders as they were, or begin a new run."
        )
    if not prepared.classes:
        raise RunError(f"{run.folder} has learned the classes {_listed(learned)}: its images need their folders.")
    numbers = np.array([learned.index(name) for name in prepared.classes], dtype=np.int64)
    return replace(prepared, labels=numbers[prepared.labels], classes=learned)


def _classes_learned(run: Run) -> tuple[str, ...]:
    """Those of the newest checkpoint that can be read; empty without one."""
    for saved in checkpoints.checkpoints_in(run.checkpoints):
        with suppress(checkpoints.CheckpointError):
            names = checkpoints.load(saved).get("classes")
            return tuple(map(str, names)) if isinstance(names, list) else ()
    return ()


def _listed(names: Sequence[str]) -> str:
    shown = [printable(name)[:40] for name in names[:6]]
    return ", ".join(shown) + (f" and {len(names) - 6} more" if len(names) > 6 else "")


def _enough(run: Run, recipe: Recipe, facts: PictureFacts) -> tuple[PictureFacts, tuple[Warned, ...]]:
    """A run that has begun goes on with fewer images than its batch: some are seen more than once in a step."""
    batch = int(getattr(recipe, "batch", 0))
    if not 0 < facts.used < batch or not checkpoints.checkpoints_in(run.checkpoints):
        return facts, ()
    sentence = f"There are {facts.used} images now for a batch of {batch}: each step sees some more than once."
    return replace(facts, used=batch), (Warned(step=0, topic="few", message=sentence),)


def open_session_here(run: Run, **known: Any) -> Session:
    """`open_session`, on the automatic device where the run's own is not here; the session says so."""
    wanted = run.settings.device
    try:
        choose(wanted)
    except DeviceError:
        run.change(device="auto")
    session = open_session(run, **known)
    if run.settings.device != wanted:
        sentence = f"This run was to train on {wanted}, which is not here: it trains on {session.trainer.place.title}."
        session.remarks += (Warned(step=session.trainer.step, topic="device", message=sentence),)
    return session


def _monitor(run: Run, recipe: Recipe, prepared: Prepared, parts: ImageParts) -> Monitor | None:
    if not isinstance(recipe, AdversarialRecipe):
        return None
    marked = checkpoints.best_in(run.checkpoints)
    return TrainingMonitor(
        prepared.pixels,
        prepared.labels,
        run.settings.values,
        best=marked[1] if marked else None,
        held_out=parts.held_out,
        test=parts.test,
        allowed=lambda changes: can_change(recipe, changes),
    )


def _translating_session(
    run: Run,
    recipe: TranslationRecipe,
    place: DeviceSpec,
    team: Team,
    on_prepare: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Session:
    settings = run.settings
    images, reports = open_sides(settings, recipe, place.device, on_prepare=on_prepare, cancelled=cancelled)
    _keep_levels(run, team, reports)
    advice = about_sides(settings, reports) if recipe.compares_sides else ()
    torch.manual_seed(settings.seed)
    system = recipe.build(ImageSpec(settings.preparation.channels))
    make_ready(system, images, settings, recipe)
    trainer = Trainer(system, place, seed=settings.seed, ema_kimg=recipe.ema_kimg, team=team)
    seconds, remarks = resume(run, trainer)
    remarks += about_rates(run, trainer)
    monitor = TranslationMonitor(settings.values) if team.leads else None
    return Session(run, trainer, images, seconds=seconds, remarks=advice + remarks, monitor=monitor)


def _keep_levels(run: Run, team: Team, reports: Sequence[CheckReport]) -> None:
    """What was black and white in pictures of more than eight bits stays so: when images are added, and in use."""
    known, levels = run.settings.preparation, {report.levels for report in reports if report.levels}
    if team.leads and len(levels) == 1 and known.white <= known.black:
        black, white = levels.pop()
        run.change(preparation=replace(known, black=black, white=white))


def _enlarging_session(
    run: Run, recipe: SuperRes, place: DeviceSpec, team: Team, images: PairedImages, features: Path | None
) -> Session:
    eyes = eyes_from(features, recipe, place.device)
    torch.manual_seed(run.settings.seed)
    system = recipe.build(ImageSpec(run.settings.preparation.channels))
    pairs_ready(system, images, eyes)
    trainer = Trainer(system, place, seed=run.settings.seed, ema_kimg=recipe.ema_kimg, team=team)
    seconds, remarks = resume(run, trainer)
    marked = checkpoints.best_in(run.checkpoints)
    monitor = SuperResMonitor(
        images.held_out, run.settings.values, first_stage=system.game.fidelity_steps, eyes=eyes,
        best=marked[1] if marked else None,
    )  # fmt: skip
    remarks = images.remarks + remarks
    return Session(
        run, trainer, images.patches, seconds=seconds, remarks=remarks, monitor=monitor if team.leads else None
    )


def can_change(recipe: Recipe, changes: Mapping[str, Value]) -> bool:
    """Whether `changes` are settings of `recipe` that go together with its others."""
    try:
        changed = recipe.with_values(changes)
    except SettingError:
        return False
    return not preflight(changed)


def resume(run: Run, trainer: Trainer) -> tuple[float, tuple[Warned, ...]]:
    """Restore the newest checkpoint that can be used; returns the seconds trained so far, and what went wrong."""
    broken: list[str] = []
    for checkpoint in checkpoints.checkpoints_in(run.checkpoints):
        try:
            state = checkpoints.load(checkpoint)
            seconds = seconds_in(state)
            if "optimizers" not in state:
                raise StateError("it was sent to be explored, without what training goes on from")
            trainer.restore(state)
            break
        except checkpoints.CheckpointError as error:
            broken.append(f"Checkpoint {checkpoint.name} {error}")
        except StateError as error:
            broken.append(f"Checkpoint {checkpoint.name} cannot be used: {error}")
    else:
        if broken:
            raise RunError(f"{run.folder} cannot be resumed. {broken[0]}.")
        return 0.0, ()
    remarks = tuple(
        Warned(step=trainer.step, topic="checkpoint", message=f"{sentence}; an older one is used.")
        for sentence in broken
    )
    origin = run.settings.origin
    if origin.get("remark") and origin.get("step") == trainer.step:
        remarks += (Warned(step=trainer.step, topic="branch", message=str(origin["remark"])),)
    return seconds, remarks


def seconds_in(state: Mapping[str, Any]) -> float:
    seconds = state.get("seconds", 0.0)
    if type(seconds) not in (int, float) or not 0 <= seconds <= 1e12:
        raise StateError(f"its training time is {shown(seconds)}")
    return float(seconds)


# Networks that draw -------------------------------------------------------------------------------------------------


def open_generator(run: Run, *, checkpoint: str | None = None, device: str = "auto") -> TrainedGenerator:
    """The averaged generator of a run.

    `checkpoint`: see `state_of`.

    Raises:
        RunError: no such checkpoint, damaged, or made with other settings.
    """
    recipe = recipe_of(run.settings)
    if not isinstance(recipe, AdversarialRecipe):
        raise RunError(f"{run.folder} holds a {recipe.title}, which turns images into images, not noise.")
    with misfits_named(run):
        state = state_of(run, checkpoint)
        classes = tuple(state["classes"])
        image_spec = ImageSpec(run.settings.preparation.channels, classes)
        network = _filled(recipe.networks(image_spec)[0], _average(state, "generator"))
    return TrainedGenerator(
        network.to(choose(device).device).to(memory_format=torch.channels_last),
        latent=recipe.latent,
        prior=recipe.prior,
        resolution=recipe.resolution,
        channels=image_spec.channels,
        classes=classes if recipe.conditional else (),
        step=int(state["step"]),
    )


def open_enlarger(run: Run, *, checkpoint: str | None = None, blend: float = 1.0) -> tuple[Enlarger, int]:
    """The network of a run that learned to enlarge, on the CPU, and the step that it is of.

    `blend`: between what the first stage left (0) and the GAN (1), weight by weight (Wang et al. 2018, equation 12).
    `checkpoint`: see `state_of`.

    Raises:
        RunError: it enlarges nothing, no such checkpoint, damaged, or nothing to blend with in a snapshot.
    """
    recipe = recipe_of(run.settings)
    if not isinstance(recipe, SuperRes):
        raise RunError(f"{run.folder} holds a {recipe.title}, which makes no pictures larger.")
    with misfits_named(run):
        state = state_of(run, checkpoint)
        weights = _average(state, "generator")
        if blend < 1:
            first = state.get("networks", {}).get("fidelity")
            if first is None:
                raise RunError(
                    f"This state of {run.folder} is a snapshot, which holds one stage alone: leave the blend out."
                )
            weights = blended(first, weights, blend)
        return _filled(recipe.enlarger(run.settings.preparation.channels), weights), int(state["step"])


def blended(first: Mapping[str, Tensor], second: Mapping[str, Tensor], share: float) -> dict[str, Tensor]:
    """(1 - share) of the first and `share` of the second; whole numbers are the second's."""
    return {
        name: torch.lerp(first[name].float(), tensor.float(), share) if tensor.is_floating_point() else tensor
        for name, tensor in second.items()
    }


def open_discriminator(run: Run, *, checkpoint: str | None = None) -> nn.Module:
    """The discriminator of a run, on the CPU; for a snapshot, which holds none, the newest one.

    Building it draws from torch's random state. `checkpoint`: see `state_of`.

    Raises:
        RunError: none of this kind, no such checkpoint, damaged, or made with other settings.
    """
    recipe = recipe_of(run.settings)
    if not isinstance(recipe, AdversarialRecipe):
        raise RunError(f"{run.name} has no discriminator of this kind.")
    with misfits_named(run):
        state = state_of(run, checkpoint)
        if "discriminator" not in state.get("networks", {}):
            state = state_of(run, "latest")
        _, network = recipe.networks(ImageSpec(run.settings.preparation.channels, tuple(state["classes"])))
        return _filled(network, state["networks"]["discriminator"]).eval()


def open_translator(
    run: Run, *, to: str = "", checkpoint: str | None = None, device: str = "auto", tile: int = 512
) -> Translator:
    """A direction of a translation.

    `to`: the side to lead to, "A" or "B"; "" takes B. `checkpoint`: see `state_of`. `tile`: see `Translator`.

    Raises:
        RunError: not a translation, no such direction or checkpoint, damaged, or made with other settings.
    """
    recipe = recipe_of(run.settings)
    if not isinstance(recipe, TranslationRecipe):
        raise RunError(f"{run.folder} holds a {recipe.title}, which makes images from noise and translates none.")
    to = to or "B"
    if to not in recipe.directions:
        raise RunError(f"{recipe.title} translates to {' and '.join(recipe.directions)} only, not to {to}.")
    a, b = recipe.channels(ImageSpec(run.settings.preparation.channels))
    inputs, outputs = (a, b) if to == "B" else (b, a)
    with misfits_named(run):
        state = state_of(run, checkpoint)
        network = _filled(recipe.generator(inputs, outputs), _average(state, recipe.directions[to]))
        whole = state if "system" in state else state_of(run, "latest")  # a snapshot holds networks alone
        network = recipe.in_use(network, whole["system"])
    return Translator(
        network.to(choose(device).device).to(memory_format=torch.channels_last),
        to=to,
        channels=(inputs, outputs),
        resolution=recipe.resolution,
        multiple=recipe.multiple,
        step=int(state["step"]),
        tile=tile,
        levels=levels_of(run.settings.preparation),
    )


def state_of(run: Run, checkpoint: str | None) -> dict[str, Any]:
    """The state that `checkpoint` means: one by its name, a snapshot, "best", or the newest whole one for "latest".

    None and "": the best where scores have marked one, else the latest, in the window and on the command line alike.
    There is no best before the run's pictures are better than blurred training images.

    Raises:
        RunError: there is none of that name.
        CheckpointError: it is damaged.
    """
    if not run.folder.is_dir():
        raise RunError(f"{run.folder} is no longer there.")
    marked = checkpoints.best_in(run.checkpoints)
    best = marked[0] if marked and has_learned(marked[1]) else None
    if checkpoint == "latest" or (not checkpoint and best is None):
        return checkpoints.load_newest(run.checkpoints)[0]
    if not checkpoint or checkpoint == "best":
        if best is None:
            why = "its pictures are worse than blurred training images" if marked else "no score has marked one"
            raise RunError(f"{run.folder} has no best checkpoint: {why}. Take the latest.")
        return checkpoints.load(best)
    whole = {saved.name: saved for saved in checkpoints.checkpoints_in(run.checkpoints)}
    if checkpoint in whole:
        return checkpoints.load(whole[checkpoint])
    snapshots = {snapshot.name: snapshot for snapshot in snapshots_in(run.folder)}
    if checkpoint in snapshots:
        return checkpoints.load_snapshot(snapshots[checkpoint])
    names = ", ".join(sorted(whole | snapshots))
    raise RunError(f"{run.folder} has no checkpoint called {checkpoint}. It has {names or 'none'}.")


def _average(state: Mapping[str, Any], name: str) -> Mapping[str, Tensor]:
    averages = state["averages"]
    if not isinstance(averages, Mapping):  # a tensor would take a name as an index
        raise StateError("it holds no averages")
    average: Mapping[str, Tensor] = averages[name]
    return average


def _filled(network: N, saved: Mapping[str, Tensor]) -> N:
    """`network` with the saved weights.

    Raises:
        StateError: they are not of this network.
    """
    check_fit(network, saved)
    network.load_state_dict(saved)
    return network


@contextmanager
def misfits_named(run: Run) -> Iterator[None]:
    """Inside, what is wrong with a checkpoint is raised as a RunError that names the run."""
    try:
        yield
    except (RunError, SettingError):
        raise
    except checkpoints.CheckpointError as error:
        raise RunError(f"{run.folder} {error}.") from None
    except MISFITS as error:
        if ran_out(error):
            raise
        raise RunError(f"The checkpoint of {run.folder} does not fit the run's settings: {error}.") from None
