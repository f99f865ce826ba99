"""How things are changed by chance: bytes, trees of JSON, and values that nobody expects."""

import copy
import io
import math
import random
from typing import Any

import numpy as np
from PIL import Image

HOSTILE: tuple[Any, ...] = (
    None, True, -1, 0, 2**63, 10**400, 1e308, -0.0, "", "nan", "../../x", "\x1b[2J", "a" * 5000, "\ud800", [], {},
    [[[[]]]], {"a": {"b": {}}}, [1, "a", None], math.inf, math.nan,
)  # fmt: skip
WRITABLE = HOSTILE[:-2]
"""What JSON has a word for."""


def changed_bytes(content: bytes, chance: random.Random) -> bytes:
    """Some bytes other, left out, doubled or put in elsewhere; or the end cut off."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 8))):
        if not made:
            break
        at, length = chance.randrange(len(made)), chance.choice((1, 1, 2, 4, 16))
        match chance.randrange(5):
            case 0:
                made[at] ^= 1 << chance.randrange(8)
            case 1:
                made[at : at + length] = chance.choice((b"\0", b"\xff", b"\x7f")) * length
            case 2:
                del made[at : at + length]
            case 3:
                made[at:at] = made[chance.randrange(len(made)) :][:length]
            case _:
                del made[max(1, at) :]
    return bytes(made)


def changed_tree(tree: Any, chance: random.Random, values: tuple[Any, ...] = HOSTILE) -> Any:
    """One place of nested dicts and lists with another value, without it, or under another name."""
    made = copy.deepcopy(tree)
    inner, steps = made, chance.randrange(1, 7)
    while steps and isinstance(inner, dict | list) and inner:
        key = chance.choice(list(inner)) if isinstance(inner, dict) else chance.randrange(len(inner))
        steps -= 1
        if not steps or not isinstance(inner[key], dict | list) or not inner[key]:
            match chance.randrange(4):
                case 0:
                    del inner[key]
                case 1 if isinstance(inner, dict):
                    inner[chance.choice((f"{key}x", "", "step"))] = inner[key]
                case _:
                    inner[key] = copy.deepcopy(chance.choice(values))
            break
        inner = inner[key]
    return made


def picture(kind: str, chance: random.Random) -> bytes:
    noise = np.random.default_rng(chance.randrange(2**31)).integers(0, 256, (20, 24, 3), dtype=np.uint8)
    file = io.BytesIO()
    Image.fromarray(noise).save(file, kind)
    return file.getvalue()
