"""The command that trains: flags to a Run, then the events of its Session to the person or as JSON lines."""

import argparse
import dataclasses
import shlex
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.cli.branching import add_branching, branched
from ganstudio.cli.choosing import asked_values, chosen_by_auto, is_auto, recipe_from
from ganstudio.cli.images import (
    add_preparation,
    describe,
    excluded_by,
    fits_by,
    preparation_from,
    prepare_images,
    require_sources,
    warn,
)
from ganstudio.cli.opened import require_device
from ganstudio.cli.parsing import Commands, add_settings, flag, given, pixels, reader, whole
from ganstudio.cli.queue import add_to_queue
from ganstudio.cli.signals import stopping
from ganstudio.cli.team import end_at_once, follow, ready, together
from ganstudio.cli.terminal import FailedError, RefusedError, count, note, plain, progress
from ganstudio.cli.training_report import Lines, RunReport
from ganstudio.cli.typed import listening
from ganstudio.core.ending import end_of
from ganstudio.core.recipe import ImageSpec, Recipe
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Budget, Preparation, Run, RunError, RunSettings, is_run
from ganstudio.core.settings import SettingError, Value, from_mapping, settings_of, values_of
from ganstudio.core.threads import start_thread
from ganstudio.models.auto import Auto
from ganstudio.workflows.drive import ALL_GPUS, Controls, drive
from ganstudio.workflows.preflight import PictureFacts, preflight
from ganstudio.workflows.run_names import free_folder, name_for
from ganstudio.workflows.trash import forget_unbegun

if TYPE_CHECKING:
    from ganstudio.core.images.cache import Prepared
    from ganstudio.core.parallel import Team
    from ganstudio.core.session import Session

RUNS = Path("runs")
"""Where runs go that were given no place."""
INTERRUPTED = 130
ANOTHER = "start a new run: without --resume, with another --out"


def add_train(commands: Commands) -> None:
    parser = commands.add_parser("train", help="learn from a folder of images")
    parser.add_argument("sources", nargs="*", metavar="FOLDER", help="images: a folder, an archive, a file")
    parser.add_argument(
        "--recipe", metavar="NAME", help="the kind of GAN (default auto); `ganstudio recipes` lists them"
    )
    parser.add_argument(
        "--preset", metavar="NAME", help="a set of settings from a note or a paper, or of your own, saved in the window"
    )
    parser.add_argument("--out", type=Path, metavar="RUN", help="the run's folder (default: a free one in ./runs)")
    resolution, batch, _ = settings_of(Recipe)
    parser.add_argument("--resolution", type=pixels("--resolution"), metavar="N|WxH", help=resolution.help)
    parser.add_argument("--batch", type=reader(batch), metavar="N", help=batch.help)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="any setting of the recipe")
    parser.add_argument("--device", metavar="NAME", help="auto, cpu, cuda, cuda:1, cuda:all, mps (default auto)")
    parser.add_argument("--seed", type=whole("--seed", 0, 2**31 - 1), metavar="N", help="another beginning (default 0)")
    parser.add_argument("--resume", action="store_true", help="go on with RUN; FOLDER may be left out")
    add_branching(parser)
    parser.add_argument(
        "--features", type=Path, metavar="FILE",
        help="weights of a network that sees (SqueezeNet 1.1, VGG16, VGG19), for recipes that compare pictures by one",
    )  # fmt: skip
    parser.add_argument(
        "--save-to", type=Path, metavar="FOLDER",
        help="where the run goes if it cannot be saved at its end where it is: a full disk, a drive that is gone",
    )  # fmt: skip
    parser.add_argument(
        "--queue", action="store_true", help="put the run at the end of the queue (`ganstudio queue`) and train later"
    )
    parser.add_argument(
        "--anyway", action="store_true", help="begin even if more memory or room on the disk is foretold than there is"
    )
    parser.add_argument("--json", action="store_true", help="one event per line on stdout and nothing else")
    parser.add_argument(
        "--commands", action="store_true", help="obey pause, resume, stop, save, sample, save-to FOLDER from stdin"
    )
    add_settings(parser, Budget, "how long; without any of these auto decides, and a recipe trains until Ctrl+C")
    add_preparation(parser)
    parser.set_defaults(command=train)


def train(args: argparse.Namespace) -> int:
    with together(args.device) as team:
        status = _lead(args, team) if team is None or team.leads else follow(team)
    if team:
        end_at_once(status)
    return status


def _lead(args: argparse.Namespace, team: "Team | None") -> int:
    controls = Controls()
    if args.commands:
        start_thread(lambda: controls.read(sys.stdin), "commands")
    with stopping(controls.interrupt):
        if args.device and args.device != ALL_GPUS:
            require_device(args.device)
        try:
            run = _chosen_run(args, controls)
        except RunError as error:
            raise RefusedError(str(error)) from None
        if args.queue:
            add_to_queue(run)
            return 0
        try:
            session = _opened(run, controls, team, args)
        except (RefusedError, KeyboardInterrupt) as error:
            if not args.resume:
                forget_unbegun(run.folder)
            elif isinstance(error, KeyboardInterrupt):
                end_of(run, None, "stopped", "")
            raise
        ready(team, run)
        session.spare = free_folder(args.save_to, run.name) if args.save_to else None
        listen = str if args.commands else partial(listening, controls)
        report = Lines() if args.json else RunReport(run, listen)
        return carry_out(session, report, controls)


def _chosen_run(args: argparse.Namespace, controls: Controls) -> Run:
    if args.origin:
        return branched(args)
    if args.checkpoint:
        raise RefusedError("--checkpoint says where a branch begins; it needs --from RUN.")
    return _resumed(args) if args.resume else _new_run(args, controls)


# A new run ----------------------------------------------------------------------------------------------------------


def _new_run(args: argparse.Namespace, controls: Controls) -> Run:
    preparation = preparation_from(args)
    named = None if is_auto(args) else recipe_from(args)
    sides = _sides(args.sources, type(named.recipe) if named else Auto)
    require_sources([source for side in sides for source in side])
    if args.out:
        _require_free(args.out)
    chosen = named or chosen_by_auto(args, preparation, lambda: controls.asked_to_stop)
    recipe = chosen.recipe
    preparation = dataclasses.replace(preparation, labels=preparation.labels or recipe.needs_classes)
    folder = args.out or free_folder(RUNS, name_for(sides[0][0], recipe.name))
    recipe, remarks = _with_pictures(recipe, sides, preparation, folder, controls, args)
    remarks += [problem.sentence for problem in recipe.problems() if problem.severity == "warning"]
    warn(remarks)
    settings = RunSettings(
        recipe=recipe.name,
        sides=tuple(tuple(str(Path(source).resolve()) for source in side) for side in sides),
        values=values_of(recipe),
        preset=args.preset or "",
        preparation=preparation,
        budget=chosen.budget,
        seed=args.seed or 0,
        device=args.device or "auto",
        reason=chosen.reason,
        task=recipe.written_task(),
    )
    return Run.create(folder, settings)


def _with_pictures(
    recipe: Recipe,
    sides: tuple[tuple[str, ...], ...],
    preparation: Preparation,
    folder: Path,
    controls: Controls,
    args: argparse.Namespace,
) -> tuple[Recipe, list[str]]:
    """The recipe as it suits the pictures, which are prepared, and remarks; refused where opening would refuse."""
    if recipe.sees and args.features:
        _keep_features(args.features)
    facts, remarks = [], []
    for number, side in enumerate(sides):
        prepared = _prepare(side, preparation, recipe.side_resolution(number), controls, quiet=args.json)
        if not args.json:
            note(f"{plain(', '.join(side))}:")
            warn_lines(describe(prepared, every=False))
        facts.append(PictureFacts.of(prepared.report, prepared.classes))
        recipe, remark = _fitting_batch(recipe, args, prepared)
        remarks += remark
    if findings := preflight(recipe, facts, colour=preparation.colour):
        raise RefusedError(plain(findings[0].sentence))
    if not args.queue:  # what there is then, nobody knows now
        _require_room(recipe, facts, ImageSpec(preparation.channels, _names(facts)), folder, args)
    return recipe, remarks


def _require_room(
    recipe: Recipe, facts: Sequence[PictureFacts], image_spec: ImageSpec, folder: Path, args: argparse.Namespace
) -> None:
    """Say what memory and disk training takes, and refuse where there is less, unless it is to begin anyway."""
    from ganstudio.workflows.foretell import foretold

    forecast = foretold(recipe, image_spec, args.device or "auto", folder)
    if not args.json:
        note(f"foretold: {forecast.sentence}")
    if findings := preflight(recipe, facts, need=forecast.need, room=forecast.room):
        if not args.anyway:
            raise RefusedError(plain(f"{findings[0].sentence} --anyway begins all the same."))
        warn([findings[0].sentence])


def _names(facts: Sequence[PictureFacts]) -> tuple[str, ...]:
    return tuple(map(str, range(facts[0].classes)))


def _keep_features(path: Path) -> None:
    """Weights without which the recipe learns nothing are kept, as by `style`: what goes on later finds them again."""
    from ganstudio.scores.perceptual_file import keep
    from ganstudio.scores.weights import FeaturesError

    try:
        keep(path)
    except FeaturesError as error:
        raise RefusedError(plain(error)) from None


def _sides(sources: list[str], kind: type[Recipe]) -> tuple[tuple[str, ...], ...]:
    """One source for each side that the recipe learns from."""
    if not sources:
        raise RefusedError("FOLDER is missing; name the folder of images to learn from.")
    if kind.optional_side and len(sources) == kind.sides + 1:
        return tuple((source,) for source in sources)
    if kind.sides == 1:
        return (tuple(sources),)
    if len(sources) != kind.sides:
        raise RefusedError(f"{kind.title} learns from {kind.sides} folders, not from {len(sources)}; name each once.")
    return tuple((source,) for source in sources)


def _require_free(folder: Path) -> None:
    """Refuse a place that is taken before any image is decoded."""
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if is_run(folder):
        raise RefusedError(f"{plain(folder)} is a run already; go on with it by --resume, or choose another --out.")
    if folder.exists():
        raise RefusedError(f"{plain(folder)} is not empty; choose another --out.")


def _prepare(
    side: tuple[str, ...], preparation: Preparation, resolution: Resolution, controls: Controls, *, quiet: bool
) -> "Prepared":
    from ganstudio.core.images.cache import Cancelled

    try:
        with progress("Preparing images", quiet=quiet) as bar:
            return prepare_images(side, preparation, resolution, bar, cancelled=lambda: controls.asked_to_stop)
    except Cancelled:
        raise KeyboardInterrupt from None


def _fitting_batch(recipe: Recipe, args: argparse.Namespace, prepared: "Prepared") -> tuple[Recipe, list[str]]:
    """The recipe with a batch no larger than there are images, unless a larger one was asked for."""
    images = prepared.report.used
    smaller = recipe.fitted(images)
    if recipe.sides > 1 or smaller is recipe or "batch" in asked_values(args, type(recipe)) or preflight(smaller):
        return recipe, []
    return smaller, [f"{count(images, 'image')} only, so each step learns from {images} instead of {recipe.batch}."]


def warn_lines(lines: list[str]) -> None:
    for line in lines:
        note(f"  {line}")


# Resuming -----------------------------------------------------------------------------------------------------------


def _resumed(args: argparse.Namespace) -> Run:
    """The run to go on with: its settings are kept, its budget and device may be new."""
    folder = args.out
    if folder is None:
        if len(args.sources) == 1 and is_run(Path(args.sources[0])):
            folder, args.sources = Path(args.sources[0]), []
        else:
            raise RefusedError("--out is missing; with --resume it names the run to go on with.")
    run = Run.open(folder)
    run.start_writing()  # refused while another process does, before anything is changed here
    run.stop_writing()
    _require_same(args, run)
    changes: dict[str, Any] = {}
    if asked := given(args, Budget):
        changes["budget"] = from_mapping(Budget, asked)
    if args.device:
        changes["device"] = args.device
    changes |= _moved_images(args, run)
    if changes:
        run.change(**changes)
    return run


def _require_same(args: argparse.Namespace, run: Run) -> None:
    """Refuse what would make it another run: another recipe, seed, setting or preparation."""
    from ganstudio.models.gallery import by_name

    settings = run.settings
    try:
        kind = by_name(settings.recipe)
        asked = asked_values(args, kind)
    except SettingError as error:
        raise RefusedError(str(error)) from None
    excluded = excluded_by(args)
    if excluded and set(excluded) != set(settings.preparation.excluded):
        raise RefusedError(f"What {plain(run.folder)} leaves out cannot change; leave --exclude out, or {ANOTHER}.")
    fits = fits_by(args)
    if fits and fits != settings.preparation.fits:
        raise RefusedError(
            f"How {plain(run.folder)} fits single pictures cannot change; leave --fit-from out, or {ANOTHER}."
        )
    named = None if is_auto(args) and settings.reason else args.recipe
    wanted = {"recipe": named, "preset": args.preset, "seed": args.seed} | asked | given(args, Preparation)
    has = {"recipe": settings.recipe, "preset": settings.preset, "seed": settings.seed}
    has |= dict(settings.values) | values_of(settings.preparation)
    for name, value in wanted.items():
        if value is not None and value != has.get(name):
            change = f"{name} was {has.get(name)!r} in {plain(run.folder)} and cannot become {value!r}"
            raise RefusedError(f"{change}; leave it out, or {_way_out(run, name, value)}.")


def _way_out(run: Run, name: str, value: Value) -> str:
    """How training goes on all the same with what `--resume` cannot change."""
    from ganstudio.workflows.branch_run import can_change

    if name in {"recipe", "preset", "seed"} or not can_change(run, {name: value}):
        return ANOTHER
    if name in {"resolution", "batch"} | values_of(run.settings.preparation).keys():
        option = [flag(name), str(value)] if not isinstance(value, bool) else [flag(name if value else f"no_{name}")]
    else:
        option = ["--set", f"{name}={value}"]
    words = shlex.join(["ganstudio", "train", "--from", plain(run.folder), *option])
    return f"branch: `{words}` goes on with it in a new run"


def _moved_images(args: argparse.Namespace, run: Run) -> dict[str, Any]:
    """The new place of the images, if the person names one and the old one is gone."""
    before = run.settings.sides
    if args.sources:
        from ganstudio.models.gallery import by_name

        sides = _sides(args.sources, by_name(run.settings.recipe))
        now = tuple(tuple(str(Path(source).resolve()) for source in side) for side in sides)
        if now == before:
            return {}
        if all(before) and all(Path(source).exists() for side in before for source in side):
            raise RefusedError(
                f"{plain(run.folder)} learns from {plain(before[0][0])}; leave FOLDER out to go on with it, or "
                f"{ANOTHER}."
            )
        require_sources([source for side in sides for source in side])
        return {"sides": now}
    if not all(before):
        raise RefusedError(f"{plain(run.folder)} does not say where its images are; name the folder as FOLDER.")
    for gone in (source for side in before for source in side if not Path(source).exists()):
        raise RefusedError(
            f"{plain(gone)}, which {plain(run.folder)} learns from, is gone; name its new place as FOLDER."
        )
    return {}


# Carrying out -------------------------------------------------------------------------------------------------------


def carry_out(session: "Session", report: "Lines | RunReport", controls: Controls) -> int:
    """Train to the end, telling `report` each event, and return the exit status."""
    finished = drive(session.run, lambda: session, controls, report.tell)
    if finished.outcome == "failed":
        log = session.run.folder / "log.txt"
        raise FailedError(finished.message + (f" The log is {plain(log)}" if log.exists() else ""))
    return INTERRUPTED if finished.outcome == "stopped" and controls.interrupted else 0


def _opened(run: Run, controls: Controls, team: "Team | None", args: argparse.Namespace) -> "Session":
    """The session; a window that steers it cannot name another device, so it gets the one that is there."""
    from ganstudio.core.device import DeviceError
    from ganstudio.core.images.cache import Cancelled, ImagesError
    from ganstudio.workflows.open_run import open_session, open_session_here

    opener = open_session_here if args.commands else open_session
    try:
        with progress("Opening", quiet=args.json) as bar:
            return opener(
                run,
                on_prepare=lambda done, total: bar.to(done, f"{done:,} of {total:,}"),
                cancelled=lambda: controls.asked_to_stop,
                team=team,
                features=args.features,
            )
    except Cancelled:
        raise KeyboardInterrupt from None
    except DeviceError as error:
        raise RefusedError(f"{plain(run.folder)} trains on {run.settings.device}: {error}") from None
    except (RunError, ImagesError, SettingError) as error:
        raise RefusedError(str(error)) from None
