"""`python -m tests.campaigns flood`: each campaign by its name, with a count and a seed."""

import argparse

from tests.campaigns.flood import flood


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("campaign", choices=("flood",))
    parser.add_argument("--count", type=int, default=100_000)
    asked = parser.parse_args()
    print(f"{asked.count:,} events at 10,000 a second: {flood(asked.count)}")
    print(f"{asked.count:,} events at once: {flood(asked.count, burst=True)}")


if __name__ == "__main__":
    main()
