"""An overview of many seeds, arranged so that neighbours look alike."""

from collections.abc import Callable
from typing import Any

import numpy as np

from ganstudio.core.pixels import Pixels

Asked = Callable[[], bool]


def tiny(pictures: Pixels, side: int = 8) -> "np.ndarray[Any, Any]":
    """(N, H, W, C) uint8 -> (N, side * side * C) float32: means over blocks, to compare pictures roughly and fast."""
    count, height, width, channels = pictures.shape
    rows, columns = min(side, height), min(side, width)
    edges = [np.linspace(0, length, parts + 1).astype(int)[:-1] for length, parts in ((height, rows), (width, columns))]
    sums = np.add.reduceat(np.add.reduceat(pictures.astype(np.float32), edges[0], axis=1), edges[1], axis=2)
    sizes = [np.diff([*edge, length]) for edge, length in zip(edges, (height, width), strict=True)]
    means = sums / (sizes[0][:, None] * sizes[1][None, :])[None, :, :, None]
    return np.asarray(means.reshape(count, rows * columns * channels), np.float32)


def plane_of(rows: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """(N, F) -> (N, 2): places along the two leading principal components."""
    centred = rows.astype(np.float64) - rows.mean(0)
    # X = U S V^T; the places along the components V are X V = U S.
    left, values, _ = np.linalg.svd(centred, full_matrices=False)
    places = left[:, :2] * values[:2]
    if places.shape[1] < 2:
        places = np.pad(places, ((0, 0), (0, 2 - places.shape[1])))
    return np.asarray(places)


def arranged(rows: "np.ndarray[Any, Any]", columns: int) -> list[int]:
    """An order for (N, F) rows in which cell i of a grid with `columns` columns holds row order[i].

    Cut into columns along the first component, each column sorted along the second; then neighbours are swapped as
    long as that brings like closer to like.
    """
    count = len(rows)
    places = plane_of(rows)
    height = -(-count // columns)
    by_first = np.argsort(places[:, 0], kind="stable")
    grid = np.full((height, columns), -1)
    start = 0
    for column in range(columns):
        size = count // columns + (column < count % columns)
        inside = by_first[start : start + size]
        grid[:size, column] = inside[np.argsort(places[inside, 1], kind="stable")]
        start += size
    _settle(grid, rows.astype(np.float64))
    return [int(number) for number in grid.reshape(-1)]


def unlikeness(grid: "np.ndarray[Any, Any]", rows: "np.ndarray[Any, Any]") -> float:
    """Mean distance between neighbours in a grid of row numbers; -1 marks an empty cell."""
    pairs = [(grid[:, :-1].ravel(), grid[:, 1:].ravel()), (grid[:-1].ravel(), grid[1:].ravel())]
    first, second = (np.concatenate([pair[side] for pair in pairs]) for side in (0, 1))
    there = (first >= 0) & (second >= 0)
    return float(np.linalg.norm(rows[first[there]] - rows[second[there]], axis=1).mean()) if there.any() else 0.0


def _settle(grid: "np.ndarray[Any, Any]", rows: "np.ndarray[Any, Any]", rounds: int = 4) -> None:
    """Swap neighbours where both fit better in the other's place."""
    distances = np.linalg.norm(rows[:, None] - rows[None], axis=2) if len(rows) <= 400 else None
    if distances is None:
        return

    def cost(y: int, x: int, number: int, leave: tuple[int, int]) -> float:
        around = ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1))
        inside = (p for p in around if 0 <= p[0] < grid.shape[0] and 0 <= p[1] < grid.shape[1] and p != leave)
        return float(sum(distances[number, grid[p]] for p in inside if grid[p] >= 0))

    for _ in range(rounds):
        swapped = False
        for y, x in np.ndindex(*grid.shape):
            for v, u in ((y, x + 1), (y + 1, x)):
                if v >= grid.shape[0] or u >= grid.shape[1] or grid[y, x] < 0 or grid[v, u] < 0:
                    continue
                a, b = int(grid[y, x]), int(grid[v, u])
                now = cost(y, x, a, (v, u)) + cost(v, u, b, (y, x))
                if cost(y, x, b, (v, u)) + cost(v, u, a, (y, x)) < now - 1e-9:
                    grid[y, x], grid[v, u] = b, a
                    swapped = True
        if not swapped:
            return
