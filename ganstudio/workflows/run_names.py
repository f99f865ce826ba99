"""What runs are called, wherever they are made: one rule for the window and the command line."""

from pathlib import Path

PACKED = (".zip", ".gz", ".tar", ".tgz", ".bz2", ".tbz2", ".xz", ".txz")
FORBIDDEN = '/\\:*?"<>|\0\n'
"""What a folder's name may not hold on one system or another."""


def name_for(source: str, recipe: str) -> str:
    """'blossoms-dcgan': the name of the first pictures and of the recipe, fit for a folder on every system."""
    stem = Path(source).absolute().name
    while stem.lower().endswith(PACKED):
        stem = stem.rpartition(".")[0]
    kept = "".join(sign if sign.isalnum() or sign in " ._-" else "-" for sign in stem).strip(" .-")
    return f"{kept[:40] or 'pictures'}-{recipe}"


def problem_with(name: str) -> str:
    """'' or the sentence that says why a run cannot be called so."""
    if not name or name in {".", ".."} or any(sign in name for sign in FORBIDDEN):
        return f'A run cannot be called {name!r}: leave out / \\ : * ? " < > |.'
    return ""
