"""The command that measures how good a generator is: evaluate."""

import argparse
import contextlib
import dataclasses
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.cli.images import prepare_images, require_sources
from ganstudio.cli.opened import CHECKPOINT_HELP, open_generator_of, open_run, require_device
from ganstudio.cli.parsing import Commands, whole
from ganstudio.cli.terminal import FailedError, RefusedError, note, plain, progress, say, say_json
from ganstudio.core import run_files
from ganstudio.core.files import disk_sentence
from ganstudio.core.run import Run, RunError
from ganstudio.core.schema import SchemaError, parse
from ganstudio.core.settings import SettingError

if TYPE_CHECKING:
    from ganstudio.core.pixels import Pixels
    from ganstudio.scores.features import Extractor, Features
    from ganstudio.scores.measure import Measured

MOST = 10_000
PIECE = 64
DEFAULT = "fid,kid,mind,pr,dc,copies"


def add_evaluate(commands: Commands) -> None:
    parser = commands.add_parser("evaluate", help="how good a trained generator is, in numbers")
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a training run")
    parser.add_argument("folder", metavar="FOLDER", help="real images to compare with (for a translation: its target)")
    parser.add_argument("--scores", metavar="LIST", help=f"of fid, kid, mind, is, pr, dc, copies (default {DEFAULT})")
    parser.add_argument(
        "--count", type=whole("--count", 2, 10**6), metavar="N", help="images on each side (all real ones, 10,000)"
    )
    parser.add_argument(
        "--features", default="builtin", metavar="NAME|FILE", help="builtin, inception, or a file with weights"
    )
    parser.add_argument("--download", action="store_true", help="fetch Inception v3 (104 MB) if it is not here yet")
    parser.add_argument("--checkpoint", metavar="NAME", help=CHECKPOINT_HELP)
    parser.add_argument("--inputs", metavar="FOLDER", help="for a translation: the images to translate")
    parser.add_argument("--to", choices=("A", "B"), default="B", help="for a translation: the side to lead to (B)")
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")
    parser.set_defaults(command=evaluate)


def evaluate(args: argparse.Namespace) -> int:
    from ganstudio.core.spread import evenly

    kinds = _kinds(args.scores or DEFAULT)
    run = open_run(args.run)
    require_sources([args.folder] + ([args.inputs] if args.inputs else []))
    require_device(args.device)
    source = _translated(args, run) if _translates(run) else _generated(args, run)
    extractor = _extractor(args)
    real = _real_pictures(args.folder, run, args.json)
    count = min(args.count or MOST, len(real))
    if args.count and count < args.count:
        note(f"Note: there are only {count:,} real images; as many generated ones are compared with them.")
    chosen = evenly(len(real), count)
    seen = _features(extractor, (real[chosen[at : at + PIECE]] for at in range(0, count, PIECE)), count, "Real", args)
    made = _features(extractor, source.draw(count), count, "Generated", args)
    measured = _measured(seen, made, kinds, extractor, args)
    _remember(run, measured, source.step)
    _report(measured, extractor, source.step, args)
    return 0


@dataclasses.dataclass(frozen=True)
class _Pictures:
    """Where generated pictures come from."""

    draw: Callable[[int], Iterator["Pixels"]]
    step: int


def _kinds(text: str) -> list[str]:
    from ganstudio.scores.measure import KINDS

    kinds = [part.strip().lower() for part in text.split(",") if part.strip()]
    for kind in kinds or [text]:
        if kind not in KINDS:
            raise RefusedError(f"--scores: there is no score called {kind!r}. There are: {', '.join(KINDS)}.")
    return kinds


def _translates(run: Run) -> bool:
    return len(run.settings.sides) == 2


def _generated(args: argparse.Namespace, run: Run) -> _Pictures:
    """Samples of seeds 0, 1, 2 ...; with classes, each class in turn."""
    import torch

    from ganstudio.core.pixels import to_pixels

    generator = open_generator_of(run, args.checkpoint, args.device)

    @torch.inference_mode()
    def draw(count: int) -> Iterator["Pixels"]:
        for start in range(0, count, PIECE):
            seeds = range(start, min(count, start + PIECE))
            labels = generator.labels(seeds)
            extra = () if labels is None else (labels.to(generator.device),)
            yield to_pixels(generator.network(generator.latents(seeds).to(generator.device), *extra))

    return _Pictures(draw, generator.step)


def _translated(args: argparse.Namespace, run: Run) -> _Pictures:
    """The pictures of `--inputs`, each translated."""
    from ganstudio.core.spread import evenly
    from ganstudio.workflows.open_run import open_translator

    if not args.inputs:
        raise RefusedError(f"{plain(args.run)} translates: give the images to translate with --inputs FOLDER.")
    try:
        translator = open_translator(run, to=args.to, checkpoint=args.checkpoint, device=args.device)
    except (RunError, SettingError) as error:
        raise RefusedError(str(error)) from None
    inputs = _real_pictures(args.inputs, run, args.json)

    def draw(count: int) -> Iterator["Pixels"]:
        for number in evenly(len(inputs), count):
            yield translator.picture(inputs[number])[None]

    return _Pictures(draw, translator.step)


def _extractor(args: argparse.Namespace) -> "Extractor":
    from ganstudio.core.device import choose
    from ganstudio.scores.features import FeaturesError, open_extractor
    from ganstudio.scores.fetch import INCEPTION, fetch

    try:
        if args.features == "inception" and args.download and not INCEPTION.place.is_file():
            with progress("Fetching Inception v3", INCEPTION.megabytes * 10**6, counted=False) as bar:
                fetch(INCEPTION, INCEPTION.place, on_progress=lambda done, _: bar.to(done, f"{done / 1e6:.0f} MB"))
        return open_extractor(args.features, device=choose(args.device).device)
    except FeaturesError as error:
        raise RefusedError(f"--features: {error}") from None


def _real_pictures(folder: str, run: Run, quiet: bool) -> "Pixels":
    """The real images, prepared as the run's own were."""
    with progress("Reading", quiet=quiet) as bar:
        prepared = prepare_images([folder], run.settings.preparation_of([folder]), run.settings.resolution, bar)
    if len(prepared.pixels) < 2:
        raise RefusedError(f"{plain(folder)} has too few images to compare with: give two or more.")
    return prepared.pixels


def _features(
    extractor: "Extractor", pictures: Iterator["Pixels"], count: int, title: str, args: argparse.Namespace
) -> "Features":
    from ganstudio.scores.features import FeaturesError, extract

    with progress(f"{title} images", count, quiet=args.json) as bar:
        try:
            return extract(extractor, pictures, on_progress=lambda done: bar.to(done, f"{done:,} of {count:,}"))
        except FeaturesError as error:
            raise FailedError(str(error)) from None


def _measured(
    real: "Features", made: "Features", kinds: list[str], extractor: "Extractor", args: argparse.Namespace
) -> "Measured":
    from ganstudio.scores.measure import measure

    with progress("Scores", len(kinds), quiet=args.json) as bar:
        done = iter(range(len(kinds)))
        return measure(real, made, kinds, features=extractor.name, on_kind=lambda kind: bar.to(next(done), kind))


def _remember(run: Run, measured: "Measured", step: int) -> None:
    """Add the measurement to the run's scores.json."""
    path = run.folder / "scores.json"
    known: Any = []
    fields = dataclasses.asdict(measured) | {"scores": measured.scores, "step": step, "time": round(time.time())}
    try:
        with contextlib.suppress(FileNotFoundError):
            known = _measured_before(path)
        run_files.write(path, json.dumps([*(known if isinstance(known, list) else []), fields], indent=1) + "\n")
    except OSError as error:
        note(f"Note: {disk_sentence(error, 'keeping the scores', run.folder)}")


def _measured_before(path: Path) -> Any:
    """What scores.json holds; one that is damaged stays under another name, and the scores begin anew."""
    packed = run_files.read(path)
    try:
        return parse(packed)
    except SchemaError:
        note(f"Note: {plain(path)} is damaged; it is kept as {run_files.rename(path, 'scores.damaged.json').name}.")
        return []


def _report(measured: "Measured", extractor: "Extractor", step: int, args: argparse.Namespace) -> None:
    if args.json:
        say_json(dataclasses.asdict(measured) | {"scores": measured.scores, "step": step, "run": plain(args.run)})
        return
    say(f"{plain(args.run)} at step {step:,}: {measured.generated:,} generated against {measured.real:,} real images")
    say(f"features: {extractor.title} ({extractor.name})")
    for line in measured.lines:
        spread = f" ± {line.deviation:.4g}" if line.deviation is not None else ""
        better = f"  ({line.better} is better)" if line.better else ""
        say(f"  {line.name:34} {line.value:12.5g}{spread}{better}")
    for remark in measured.remarks:
        note(f"Note: {remark}")
