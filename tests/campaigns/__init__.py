"""Attacks and long runs that anyone can repeat: `python -m tests.campaigns NAME --count N --seed S`."""
