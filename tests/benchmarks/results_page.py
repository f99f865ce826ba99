"""The words and tables of resources/docs/results.md."""

from collections.abc import Mapping
from dataclasses import dataclass

from ganstudio.core.settings import Value

Scores = Mapping[str, tuple[str, Mapping[str, float]]]
"""By which weights were asked for: the extractor's name, and the scores."""
FEATURES = {"builtin": "built-in", "resnet20": "ResNet-20", "squeezenet": "SqueezeNet"}
SETS = {
    "fashion": "Fashion-MNIST (28 px, enlarged to {size} px, grey)",
    "blossoms": "the sample set, blossoms ({size} px, colour)",
}


@dataclass(frozen=True, kw_only=True)
class Result:
    """One training: what was asked for, what it took, what came of it."""

    name: str
    data: str
    title: str
    recipe: str
    preset: str
    resolution: int
    changed: Mapping[str, Value]
    parameters: Mapping[str, int]
    images: int
    seconds: float
    scores: Scores


@dataclass(frozen=True)
class Data:
    """Real images to compare with."""

    name: str
    count: int
    scores: Scores


def page(results: list[Result], data: Mapping[tuple[str, int], Data], count: int, missing: list[str]) -> str:
    """`missing`: trainings of the plan that are not done yet."""
    parts = [introduction(count)]
    if missing:
        parts += [f"Not trained yet: {', '.join(missing)}.\n"]
    for key, real in data.items():
        chosen = [result for result in results if (result.data, result.resolution) == key]
        parts += [section(chosen, real, SETS[key[0]].format(size=key[1]))]
    return "\n".join(parts)


def introduction(count: int) -> str:
    return f"""# Every recipe, trained

Made by `python -m tests.benchmarks.results`: each recipe is trained by `ganstudio train` for a fixed number of images,
seed 0, without a GPU, on one core. These are short trainings of small networks, minutes each, meant to show that every
recipe learns and what it looks like when it has begun to; they do not rank the recipes, which would need each one's own
best settings and far longer runs: StyleGAN and R3GAN have only begun here. Networks that grow are shown at the end,
the others at the moment that the run itself scored best. These trainings are older than FastGAN's second decoder, and
than StyleGAN's centred blur and its mixing of the layers that take part.

- **Images**: real images seen, repeats counted. **Time**: processor time of the whole command on one core, previews and
  checkpoints included; reading and scaling the images is not in it.
- **Settings**: what differs from the defaults of the recipe or of the preset that is named.
- **Scores**: {count:,} samples of the averaged generator against {count:,} held-out real images, by `ganstudio
  evaluate`. FID at this N is biased upwards; compare within a table only. Features: the built-in statistics (348
  numbers), and a CIFAR-10 ResNet-20 (64 numbers), whose weights are not part of the program. Coverage: the share of
  real images that have a sample nearby. The first row is real training images against the held-out ones: as good as it
  can be.
- **Sheets**: seeds 0 to 59, none picked; with classes, seeds 0 to 11 of each class, one class a row.
"""


def section(results: list[Result], real: Data, title: str) -> str:
    names = [FEATURES.get(name.split("-")[0], name) for name, _ in real.scores.values()]
    heads = [f"{kind} ({name})" for name in names for kind in ("FID", "KID", "coverage")]
    lines = [f"## {title[0].upper()}{title[1:]}", "", f"{real.count:,} training images.", ""]
    lines += ["| recipe | settings | weights G + D | images | time | " + " | ".join(heads) + " |"]
    lines += ["|---|---|---|---|---|" + "---|" * len(heads)]
    lines += [f"| real images |  |  |  |  | {numbers(real.scores, real.scores)} |"]
    lines += [row(result, real.scores) for result in results]
    lines += ["", "Real images:", "", f"![real images](results/{real.name}.webp)", ""]
    for result in results:
        lines += [f"{label(result)}:", "", f"![{label(result)}](results/{result.name}.webp)", ""]
    return "\n".join(lines)


def label(result: Result) -> str:
    return result.title + (f", preset {result.preset}" if result.preset else "")


def row(result: Result, order: Scores) -> str:
    name = f"`{result.recipe}`" + (f" {result.preset}" if result.preset else "")
    changed = ", ".join(f"{key} {value}" for key, value in result.changed.items() if key != "resolution") or "-"
    weights = " + ".join(short(number) for number in result.parameters.values())
    time = f"{result.seconds / 60:.1f} min"
    return f"| {name} | {changed} | {weights} | {result.images:,} | {time} | {numbers(result.scores, order)} |"


def short(number: int) -> str:
    return f"{number / 1e6:.2f} M"


def numbers(scores: Scores, order: Scores) -> str:
    cells = []
    for key in order:
        values = scores[key][1]
        cells += [f"{values['FID']:.2f}", f"{values['KID']:.3f}", f"{values['coverage']:.2f}"]
    return " | ".join(cells)
