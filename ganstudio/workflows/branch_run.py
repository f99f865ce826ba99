"""Branches: a new run that goes on from a point of another one, with some settings changed."""

import copy
import dataclasses
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from torch import nn
from torch.optim import Adam

from ganstudio.core import checkpoint as checkpoints
from ganstudio.core.device import choose
from ganstudio.core.files import disk_sentence
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.run import Budget, Preparation, Run, RunError, RunSettings
from ganstudio.core.settings import SettingError, Value, from_mapping, settings_of, values_of
from ganstudio.core.snapshots import Snapshot, snapshots_in
from ganstudio.core.state_check import StateError, check_fit
from ganstudio.core.system import System
from ganstudio.core.trainer import Trainer
from ganstudio.models.adversarial.recipe import AdversarialRecipe
from ganstudio.models.gallery import by_name
from ganstudio.workflows.open_run import misfits_named, recipe_of, seconds_in, state_of

SHAPING = ("colour", "labels", "classes")
"""Settings of the preparation that the networks' shapes follow from."""

State = dict[str, Any]


def branch(
    run: Run, *, checkpoint: str | None, changes: Mapping[str, Value], out: Path, budget: Budget | None = None
) -> Run:
    """A new run in `out`: the images and settings of `run` with `changes`, begun where `run` was at `checkpoint`.

    Everything a step depends on goes along, counters too: the new run's curves begin where it left the old one's. A
    snapshot holds only the averaged networks, so the others are taken from the nearest whole checkpoint, and the new
    run says so when it starts. Networks are built, which draws from torch's random state: call it between two steps.

    Args:
        checkpoint: as for `open_generator`; None takes the latest.
        changes: settings of the recipe or of the preparation; what an optimiser is made of takes effect at once.
        budget: counted from the beginning of the old run. None: the old run's, as much again if it is used up.

    Raises:
        SettingError: a change that is not allowed, or that the networks cannot be kept with.
        RunError: no such checkpoint, a damaged one, or `out` is taken.
    """
    settings = _changed(run.settings, changes)
    with misfits_named(run):
        state, name, remarks = _beginning(run, checkpoint)
        seconds_in(state)
        Trainer(_build(run.settings, state), choose("cpu")).restore(state)  # refuses what is odd about it
        old, new = _build(run.settings, state), _build(settings, state)
        _require_fit(run.settings, changes, new, state)
        remarks += _adapt(state, settings, old, new)
        origin = {"run": run.name, "checkpoint": name, "step": state["step"],
                  "kimg": state["images"] / 1000, "remark": " ".join(remarks)}  # fmt: skip
        settings = dataclasses.replace(settings, origin=origin, budget=budget or _enough(run.settings.budget, state))
    return _written(out, settings, state)


def can_change(run: Run, changes: Mapping[str, Value]) -> bool:
    """Whether `branch` would take these changes where the run is now."""
    try:
        settings = _changed(run.settings, changes)
        with misfits_named(run):
            state, _, _ = _beginning(run, None)
            _require_fit(run.settings, changes, _build(settings, state), state)
    except (SettingError, RunError):
        return False
    return True


# Settings -----------------------------------------------------------------------------------------------------------


def _changed(settings: RunSettings, changes: Mapping[str, Value]) -> RunSettings:
    kind = by_name(settings.recipe)
    ours, theirs = ({field.name for field in settings_of(owner)} for owner in (kind, Preparation))
    for name in changes:
        if name not in ours | theirs:
            raise SettingError(name, f"{kind.title} has no setting called {name}. It has: {', '.join(sorted(ours))}.")
        if name in SHAPING:
            raise SettingError(name, f"{name} shapes the networks and cannot change in a branch: start a new run.")
    if changes.get("test_share", settings.preparation.test_share) != settings.preparation.test_share:
        raise SettingError("test_share", "test_share cannot change in a branch, which has learned what it began with.")
    recipe = from_mapping(kind, settings.values, what=kind.title)
    recipe = recipe.with_values({name: value for name, value in changes.items() if name in ours})
    wanted = values_of(settings.preparation) | {name: value for name, value in changes.items() if name in theirs - ours}
    changed = dataclasses.replace(
        settings,
        values=values_of(recipe),
        preparation=dataclasses.replace(
            from_mapping(Preparation, wanted, what="preparation"),
            excluded=settings.preparation.excluded,
            fits=settings.preparation.fits,
        ),
    )
    recipe_of(changed)  # refuses what cannot work together
    return changed


def _enough(budget: Budget, state: Mapping[str, Any]) -> Budget:
    """The old run's budget, or as much on top of what is done where nothing would be left."""
    step, kimg, seconds = int(state["step"]), state["images"] / 1000, float(state.get("seconds", 0.0))
    if (budget.fraction(step, kimg, seconds) or 0.0) < 1.0:
        return budget
    return Budget(
        steps=budget.steps and budget.steps + step,
        kimg=budget.kimg and budget.kimg + kimg,
        minutes=budget.minutes and budget.minutes + seconds / 60,
    )


# The state it begins with -------------------------------------------------------------------------------------------


def _beginning(run: Run, name: str | None) -> tuple[State, str, list[str]]:
    """A whole state, the name of what it was made from, and what a person should know about it."""
    whole = {checkpoint.name for checkpoint in checkpoints.checkpoints_in(run.checkpoints)}
    kept = {snapshot.name: snapshot for snapshot in snapshots_in(run.folder)}
    if name in kept and name not in whole:
        return _completed(run, kept[name])
    state = state_of(run, name or "latest")
    return state, f"step-{state['step']:09d}", []


def _completed(run: Run, snapshot: Snapshot) -> tuple[State, str, list[str]]:
    """A snapshot's generator with everything else from the whole checkpoint nearest to it."""
    small = checkpoints.load_snapshot(snapshot)
    every = sorted(
        checkpoints.checkpoints_in(run.checkpoints), key=lambda checkpoint: abs(checkpoint.step - snapshot.step)
    )
    if not every:
        raise RunError(f"{run.folder} has no whole checkpoint to take the discriminator from.")
    state = checkpoints.load(every[0])
    averages: dict[str, Any] = small["averages"]
    state["networks"] |= averages
    state["averages"] = copy.deepcopy(averages)  # the two part at the first step
    system = _build(run.settings, state)
    for optimizer in _optimizers_of(system, averages):
        state["optimizers"][optimizer] = system.optimizers[optimizer].state_dict()
    state["seconds"] = float(state.get("seconds", 0.0)) * small["images"] / max(1, state["images"])
    state["step"], state["images"] = small["step"], small["images"]
    remark = (
        f"This branch begins with the averaged generator of step {snapshot.step}, of which no more was kept; its "
        f"opponent is the one of step {every[0].step}, and the generator's optimiser begins anew."
    )
    return state, snapshot.name, [remark]


def _optimizers_of(system: System, networks: Mapping[str, Any]) -> list[str]:
    """The optimisers that move one of `networks`."""
    moved = {id(weight) for name in networks for weight in system.networks[name].parameters()}
    return [
        name
        for name, optimizer in system.optimizers.items()
        if any(id(weight) in moved for group in optimizer.param_groups for weight in group["params"])
    ]


def _build(settings: RunSettings, state: Mapping[str, Any]) -> System:
    image_spec = ImageSpec(settings.preparation.channels, tuple(state["classes"]))
    return recipe_of(settings).build(image_spec)


def _adapt(state: State, settings: RunSettings, old: System, new: System) -> list[str]:
    """Have a state go on with other settings; what a person should know about it."""
    state["halvings"] = _halvings(old, new, state.get("halvings", 0))
    state["optimizers"], restarted = _optimizers(old, new, state["optimizers"])
    state["system"] = _extras(settings, new, state["system"])
    _count_in_batches(state, settings)
    return [f"The optimiser of the {network} begins anew: the old one was of another kind." for network in restarted]


# What changes do to it ----------------------------------------------------------------------------------------------


def _require_fit(settings: RunSettings, changes: Mapping[str, Value], new: System, state: Mapping[str, Any]) -> None:
    """Raises SettingError, naming the changes, unless the networks that the new settings make are the old ones."""
    misfit = _misfit(new.networks, state)
    if not misfit:
        return
    guilty = [name for name, value in changes.items() if _reshapes(settings, {name: value}, state)]
    if not guilty and not changes:
        raise StateError(misfit)
    names = " and ".join(guilty or changes)
    raise SettingError(
        (guilty or list(changes))[0],
        f"{names} would make other networks than the trained ones, so a branch cannot change that: start a new run.",
    )


def _reshapes(settings: RunSettings, change: Mapping[str, Value], state: Mapping[str, Any]) -> bool:
    try:
        return bool(_misfit(_build(_changed(settings, change), state).networks, state))
    except SettingError:  # not allowed by itself: it takes the other changes
        return False


def _misfit(networks: Mapping[str, nn.Module], state: Mapping[str, Any]) -> str:
    if networks.keys() != state["networks"].keys():
        return "has other networks"
    try:
        for name, network in networks.items():
            check_fit(network, state["networks"][name])
    except StateError as error:
        return str(error)
    return ""


def _optimizers(old: System, new: System, saved: Mapping[str, Any]) -> tuple[State, list[str]]:
    """The saved optimisers with what the settings changed about them, and those that had to begin anew."""
    adapted: State = {}
    restarted = []
    for name, optimizer in new.optimizers.items():
        if _kind(optimizer) is not _kind(old.optimizers[name]):
            adapted[name] = optimizer.state_dict()
            restarted.append(name)
            continue
        before, after = (system.optimizers[name].state_dict()["param_groups"] for system in (old, new))
        groups = [
            theirs | {key: value for key, value in now.items() if value != then.get(key)}
            for theirs, then, now in zip(saved[name]["param_groups"], before, after, strict=True)
        ]
        adapted[name] = {"state": saved[name]["state"], "param_groups": groups}
    return adapted, restarted


def _halvings(old: System, new: System, saved: int | Mapping[str, int]) -> dict[str, int]:
    """How often each rate was halved after a failure; one that a person has set anew is what they set."""

    def rates(system: System, name: str) -> list[float]:
        return [group["lr"] for group in system.optimizers[name].param_groups]

    times = {name: saved[name] if isinstance(saved, Mapping) else saved for name in new.optimizers}
    return {name: number if rates(old, name) == rates(new, name) else 0 for name, number in times.items()}


def _kind(optimizer: object) -> type:
    """Adam and AdamW remember the same things."""
    return Adam if isinstance(optimizer, Adam) else type(optimizer)


def _extras(settings: RunSettings, new: System, saved: State) -> State:
    """What else a step depends on: kept where the new settings have a use for it, fresh where there was none."""
    if isinstance(recipe_of(settings), AdversarialRecipe):
        return {key: saved.get(key, fresh) for key, fresh in new.state().items()}
    if isinstance(most := settings.values.get("pool"), int):
        for pool in (value for key, value in saved.items() if key.startswith("pool_") and "kept" in value):
            pool["kept"] = pool["kept"][:most]
    return saved


def _count_in_batches(state: State, settings: RunSettings) -> None:
    """Another batch: the step with as many images behind it, since schedules and the order of images go by steps."""
    batch = settings.batch
    if batch and state["step"] * batch != state["images"]:
        state["step"] = round(state["images"] / batch)


# The new folder -----------------------------------------------------------------------------------------------------


def _written(out: Path, settings: RunSettings, state: State) -> Run:
    made = Run.create(out, settings)
    try:
        checkpoints.save(made.checkpoints, state)
    except OSError as error:
        shutil.rmtree(out, ignore_errors=True)
        raise RunError(disk_sentence(error, "saving", out)) from None
    return made
