"""`python -m tests.campaigns kill --count 200 --seed 1`: each campaign by its name, with a count and a seed.

It prints what was done and what was wrong; the exit status is 1 if anything was.
"""

import argparse
import importlib
import sys
import time

CAMPAIGNS = ("kill", "disk", "close", "mutate", "hostile", "flood", "soak")
"""Each in the file of its name, as a function of that name: (count, seed) -> what was done, and what was wrong.

`count`: kills; faults of each kind; closings; pictures; attacks; events; seconds.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("campaigns", nargs="+", choices=CAMPAIGNS)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    every = [_run(name, asked.count, asked.seed) for name in asked.campaigns]
    return 0 if all(every) else 1


def _run(name: str, count: int, seed: int) -> bool:
    """Whether a campaign found nothing wrong."""
    begun = time.monotonic()
    done, wrong = getattr(importlib.import_module(f"tests.campaigns.{name}"), name)(count, seed)
    print(f"{name}, seed {seed}, {time.monotonic() - begun:.0f} s: {dict(done)}")
    print(f"wrong: {dict(wrong) or 'nothing'}", flush=True)
    return not wrong


if __name__ == "__main__":
    sys.exit(main())
