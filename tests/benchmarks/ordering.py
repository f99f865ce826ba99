"""Do the scores put real images before spoilt ones? Prints the tables of resources/docs/scores.md.

    python tests/benchmarks/ordering.py [--count N] [--samples FOLDER]

Real images are Fashion-MNIST and clothing128, beside the checkout. `near` is a blur of 0.7 pixels, which a good
generator's samples resemble; `blurred` one of 2 (small images) or 4 pixels; `half` leaves out half of the classes;
`noise` is noise alone; `samples`, with --samples, are a generator's of Fashion-MNIST, from `ganstudio generate`.
"""

import argparse
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from ganstudio.core.pixels import Pixels, as_image
from ganstudio.scores.features import Extractor, Features, open_extractor
from ganstudio.scores.measure import measure

SHARED = Path(__file__).parents[3] / "shared"
KINDS = ("fid", "kid", "mind", "pr", "dc")
NAMES = ("FID", "KID", "MIND", "precision", "recall", "density", "coverage")


def fashion(count: int) -> tuple[Pixels, np.ndarray]:
    """(N, 28, 28, 1) and the class of each."""
    folder = SHARED / "data" / "fashion_mnist_idx"
    images, labels = (
        gzip.decompress(next(folder.glob(f"*train*{kind}*")).read_bytes()) for kind in ("images", "labels")
    )
    pixels = np.frombuffer(images, np.uint8, offset=16).reshape(-1, 28, 28, 1)[:count]
    return pixels, np.frombuffer(labels, np.uint8, offset=8)[:count]


def clothing(count: int) -> tuple[Pixels, np.ndarray]:
    """(N, 64, 64, 3) and the class of each."""
    paths = sorted((SHARED / "data" / "clothing128").rglob("*.jpg"))
    np.random.default_rng(0).shuffle(paths)
    pixels = [np.asarray(Image.open(path).convert("RGB").resize((64, 64), Image.Resampling.BICUBIC))
              for path in paths[:count]]  # fmt: skip
    names = sorted({path.parent.name for path in paths})
    return np.stack(pixels), np.array([names.index(path.parent.name) for path in paths[:count]])


def blurred(pixels: Pixels, radius: float) -> Pixels:
    soft = [np.asarray(as_image(picture).filter(ImageFilter.GaussianBlur(radius))) for picture in pixels]
    return np.stack(soft).reshape(pixels.shape)


def drawn(folder: Path, count: int) -> Pixels:
    """A generator's pictures in `folder`, at 28 px: (N, 28, 28, 1)."""
    paths = sorted(folder.glob("seed-*.png"))[:count]
    pictures = [Image.open(path).convert("L").resize((28, 28), Image.Resampling.BICUBIC) for path in paths]
    return np.stack([np.asarray(picture) for picture in pictures])[..., None]


def spoilt(pixels: Pixels, labels: np.ndarray) -> Iterator[tuple[str, Pixels]]:
    strong = 2.0 if pixels.shape[1] < 64 else 4.0
    yield "real", pixels
    yield "near", blurred(pixels, 0.7)
    yield "blurred", blurred(pixels, strong)
    yield "half", pixels[labels < (labels.max() + 1) / 2]
    yield "noise", np.random.default_rng(1).integers(0, 256, pixels.shape, dtype=np.uint8)


def extractors() -> Iterator[Extractor]:
    yield open_extractor("builtin")
    for name in ("squeezenet11_features_rgb01.pt", "cifar10_resnet20_state_dict.pt"):
        if (SHARED / "weights" / name).is_file():
            yield open_extractor(SHARED / "weights" / name)


def ordering(
    title: str, pixels: Pixels, labels: np.ndarray, extractor: Extractor, samples: Pixels | None = None
) -> Features:
    half = len(pixels) // 2
    real = extractor(pixels[:half])
    print(f"\n{title}, {extractor.title}, N = {half:,} on each side\n")
    print(f"| against real | {' | '.join(NAMES)} |\n|---|{'---|' * len(NAMES)}")
    generated = [] if samples is None else [("samples", samples)]
    for name, changed in [*spoilt(pixels[half:], labels[half:]), *generated]:
        scores = measure(real, extractor(changed), KINDS, features=extractor.name).scores
        print(f"| {name} | {' | '.join(f'{scores[name]:.3g}' for name in NAMES)} |", flush=True)
    return real


def bias(title: str, features: Features) -> None:
    print(f"\n{title}, built-in features: real against real, by N on each side\n")
    print("| N | FID | KID | MIND |\n|---|---|---|---|")
    for count in (50, 100, 250, len(features) // 2):
        pair = features.values[:count], features.values[-count:]
        scores = measure(Features(pair[0]), Features(pair[1]), ("fid", "kid", "mind"), features="builtin").scores
        print(f"| {count} | {scores['FID']:.3g} | {scores['KID']:.2g} | {scores['MIND']:.3g} |", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="images on each side")
    parser.add_argument("--samples", type=Path, metavar="FOLDER", help="a generator's pictures of Fashion-MNIST")
    args = parser.parse_args()
    for title, load in (("Fashion-MNIST 28 px", fashion), ("clothing128 at 64 px", clothing)):
        pixels, labels = load(2 * args.count)
        for extractor in extractors():
            samples = drawn(args.samples, args.count) if args.samples and load is fashion else None
            real = ordering(title, pixels, labels, extractor, samples)
            if extractor.name.startswith("builtin"):
                bias(title, real)
    return 0


if __name__ == "__main__":
    sys.exit(main())
