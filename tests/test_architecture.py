"""The page for the person who takes over names files that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "resources" / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_that_every_file_that_the_page_names_exists():
    names = re.findall(r"`((?:[\w.]+/)+[\w.]*)`", PAGE)
    gone = [name for name in names if not (ROOT / name).exists() and not (ROOT / "ganstudio" / name).exists()]
    assert len(names) > 40
    assert not gone


def test_that_every_workflow_that_the_page_names_exists():
    sentence = PAGE[PAGE.index("stands in workflows/") :]
    names = re.findall(r"`(\w+)`", sentence[: sentence.index("`workflows/progress.py`")])
    assert names
    assert not [name for name in names if not (ROOT / "ganstudio" / "workflows" / f"{name}.py").exists()]
