"""Six content and style pairs drawn by `workflows.stylise`, as a sheet with what each took.

python -m tests.benchmarks.style PICTURE... --features FILE --out SHEET.webp [--size N]     each picture in turn
python -m tests.benchmarks.style PICTURE... --run RUN --out SHEET.webp                      a faststyle run instead
python -m tests.benchmarks.style PICTURE... --run RUN --features FILE --out SHEET.webp      an adain run, in each style

The style pictures are drawn by the program (`style_pictures`). Columns: content, style, result, result with the colours
kept. Printed for each: seconds to the first picture and to the last, style error over its start, and the largest
difference of chroma from the content's, in 255ths, where colours are kept.
"""

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw

from ganstudio.core.run import Run
from ganstudio.models.style.colours import chroma
from ganstudio.models.style.gatys import resized
from ganstudio.models.style.statistics import difference, gram
from ganstudio.models.style.style_settings import StyleSettings
from ganstudio.workflows.fast_style import drawn_by, draws_any_style
from ganstudio.workflows.open_run import open_translator
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.stylise import StyledPicture, StylePicture, StyleWish, open_taps, stylise, tensor_of
from tests.benchmarks.style_pictures import DRAWN, write

SIDE = 256


def drawn(content: Path, style: Path, features: Path, size: int, *, keep: bool) -> tuple[StyledPicture, str]:
    """The picture, and what is said of it."""
    settings = StyleSettings(size=size, keep_colours=keep)
    wish = StyleWish(content, (StylePicture(style),), settings, features, "cpu")
    begun, first = time.perf_counter(), [0.0]

    def shown(picture: StyledPicture) -> None:
        first[0] = first[0] or time.perf_counter() - begun

    picture = stylise(wish, TaskProgress(lambda done, total: None), on_picture=shown)
    seconds = time.perf_counter() - begun
    words = f"error {picture.style_error:.1%} of its start, first {first[0]:.1f} s, all {seconds:.0f} s"
    return picture, words + (f", chroma {_chroma_gap(picture, content, size):.2f}/255" if keep else "")


def _chroma_gap(picture: StyledPicture, content: Path, size: int) -> float:
    ours = chroma(tensor_of(Image.fromarray(picture.pixels)))
    return float((ours - chroma(resized(tensor_of(Image.open(content)), size))).abs().max()) * 255


def tile(image: Image.Image, words: str = "") -> Image.Image:
    """A square with the picture and a line below it."""
    made = Image.new("RGB", (SIDE, SIDE + 16), "white")
    image = image.convert("RGB")
    image.thumbnail((SIDE, SIDE))
    made.paste(image, ((SIDE - image.width) // 2, (SIDE - image.height) // 2))
    ImageDraw.Draw(made).text((2, SIDE + 2), words[:46], fill="black")
    return made


def gatys_rows(contents: list[Path], styles: dict[str, Path], features: Path, size: int) -> list[list[Image.Image]]:
    rows = []
    for number, (name, style) in enumerate(styles.items()):
        content = contents[number % len(contents)]
        row = [tile(Image.open(content), content.stem), tile(Image.open(style), name)]
        for keep in (False, True):
            picture, words = drawn(content, style, features, size, keep=keep)
            print(f"{content.stem} in {name}{', colours kept' if keep else ''}: {words}", flush=True)
            row.append(tile(Image.fromarray(picture.pixels), words))
        rows.append(row)
    return rows


def fast_rows(contents: list[Path], run: Path, size: int) -> list[list[Image.Image]]:
    """Content and what the run's newest state makes of it, two to a row."""
    translator = open_translator(Run.open(run), checkpoint="latest", device="cpu")
    tiles = []
    for content in contents:
        image = Image.open(content).convert("RGB")
        image.thumbnail((size, size))
        begun = time.perf_counter()
        pixels = translator.picture(np.array(image))
        words = f"{image.width} x {image.height} px in {time.perf_counter() - begun:.2f} s"
        print(f"{content.stem}: {words}, step {translator.step:,}", flush=True)
        tiles += [tile(image, content.stem), tile(Image.fromarray(pixels), words)]
    return [tiles[at : at + 4] for at in range(0, len(tiles), 4)]


def any_style_rows(
    contents: list[Path], styles: dict[str, Path], run: Path, features: Path, size: int
) -> list[list[Image.Image]]:
    """Each content in each style in one pass, and how far from the style it is, over how far the content was."""
    taps = open_taps(features)
    rows = [[tile(Image.new("RGB", (1, 1), "white")), *(tile(Image.open(path), name) for name, path in styles.items())]]
    for content in contents:
        row = [tile(Image.open(content), content.stem)]
        for name, path in styles.items():
            wish = StyleWish(content, (StylePicture(path),), StyleSettings(size=size, strength=1.0), device="cpu")
            begun = time.process_time()
            picture = Image.fromarray(drawn_by(wish, run, TaskProgress(lambda done, total: None)).pixels)
            seconds = time.process_time() - begun
            ours, before, wanted = (
                [gram(layer) for layer in taps(resized(tensor_of(image), size))]
                for image in (picture, Image.open(content).convert("RGB"), Image.open(path).convert("RGB"))
            )
            shares = [float(difference(a, w) / difference(b, w)) for a, b, w in zip(ours, before, wanted, strict=True)]
            words = f"error {sum(shares) / len(shares):.0%}"
            print(f"{content.stem} in {name}: {words}, {seconds:.1f} s of a processor", flush=True)
            row.append(tile(picture, words))
        rows.append(row)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("contents", nargs="+", type=Path)
    parser.add_argument("--features", type=Path)
    parser.add_argument("--run", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    with tempfile.TemporaryDirectory() as folder:
        if args.run and draws_any_style(args.run):
            rows = any_style_rows(args.contents, write(Path(folder)), args.run, args.features, args.size)
        elif args.run:
            rows = fast_rows(args.contents, args.run, args.size)
        else:
            rows = gatys_rows(args.contents, write(Path(folder)), args.features, args.size)
    columns = max(map(len, rows))
    sheet = Image.new("RGB", (columns * SIDE, len(rows) * (SIDE + 16)), "white")
    for number, row in enumerate(rows):
        for column, picture in enumerate(row):
            sheet.paste(picture, (column * SIDE, number * (SIDE + 16)))
    sheet.save(args.out, quality=82)
    print(f"{len(DRAWN)} styles, {args.out}")


if __name__ == "__main__":
    main()
