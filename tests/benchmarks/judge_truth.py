"""The judge where the truth is known: five repetitions of four kinds of synthetic pictures, with their intervals.

    python -m tests.benchmarks.judge_truth [--repetitions 5] [--kinds duplicates,noise,perfect,shuffled]

Real pictures, test pictures and those of the perfect generator are the sample set's own drawings, of seeds apart.
"""

import argparse
import time

from tests.workflows.judged import KINDS, exam_of, judged, required


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--kinds", default=",".join(KINDS))
    args = parser.parse_args()
    for kind in args.kinds.split(","):
        for repetition in range(args.repetitions):
            began = time.monotonic()
            result = judged(exam_of(kind, repetition), KINDS[kind].share)
            right = "as required" if required(kind, result.difference) else "WRONG"
            print(f"{kind:11} {repetition}  {result.difference}  {result.difference.verdict}: {right}"
                  f"  ({time.monotonic() - began:.0f} s)", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
