"""How good a translation is where there is no truth: python tests/benchmarks/translation_scores.py RUN HELD_A HELD_B

Pictures that the run has not seen go through both ways and are compared with held-back pictures of the other side, by
FID and KID. Beside it what doing nothing gives (`input`), and what real pictures of that side give that the run learned
from (`real`): with so few pictures nobody comes below that. --sheet writes inputs and translations of both directions.
"""

import argparse
from pathlib import Path

import numpy as np

from ganstudio.core.images.cache import prepare
from ganstudio.core.pixels import Pixels, as_image, grid_of
from ganstudio.core.run import Run
from ganstudio.scores.features import Extractor, extract, open_extractor
from ganstudio.scores.measure import measure
from ganstudio.workflows.open_run import open_translator

PIECE = 50


def pictures(source: str, run: Run) -> Pixels:
    return np.asarray(prepare([source], run.settings.preparation, int(run.settings.values["resolution"])).pixels)


def scores(made: Pixels, real: Pixels, extractor: Extractor) -> dict[str, float]:
    seen, drawn = (
        extract(extractor, (some[at : at + PIECE] for at in range(0, len(some), PIECE))) for some in (real, made)
    )
    return measure(seen, drawn, ["fid", "kid"], features=extractor.name).scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("held_a")
    parser.add_argument("held_b")
    parser.add_argument("--features", action="append", default=[], help="builtin (the default), or a file; repeatable")
    parser.add_argument("--checkpoint")
    parser.add_argument("--sheet", type=Path)
    args = parser.parse_args()
    run = Run.open(args.run)
    held_out = {"A": pictures(args.held_a, run), "B": pictures(args.held_b, run)}
    learned = {name: pictures(side[0], run) for name, side in zip("AB", run.settings.sides, strict=True)}
    made = {}
    for to, source in (("B", "A"), ("A", "B")):
        translator = open_translator(run, to=to, checkpoint=args.checkpoint, device="cpu")
        made[to] = np.stack([translator.picture(picture) for picture in held_out[source]])
    print(f"step {translator.step:,}, {len(held_out['A'])} and {len(held_out['B'])} held-back pictures")
    for which in args.features or ["builtin"]:
        extractor = open_extractor(which)
        for to, source in (("B", "A"), ("A", "B")):
            rows = {"input": held_out[source], "translated": made[to], "real": learned[to][: len(held_out[to])]}
            for name, some in rows.items():
                line = "   ".join(f"{key} {value:8.4g}" for key, value in scores(some, held_out[to], extractor).items())
                print(f"{extractor.name:>12}   to {to}   {name:>10}   {line}", flush=True)
    if args.sheet:
        columns = [held_out["A"], made["B"], held_out["B"], made["A"]]
        shown = np.stack([column[row] for row in range(0, 24, 2) for column in columns])
        as_image(grid_of(shown, 2 * len(columns))).save(args.sheet)


if __name__ == "__main__":
    main()
