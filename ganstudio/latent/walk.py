"""Walks through latent space: from one point to the next on a line or on a great circle.

Points are float32 rows of an array; nothing here imports torch. Ends come out bit for bit as they went in, so that the
first frame of a walk is the very picture that its seed gives.
"""

import math
from typing import Literal

import numpy as np

Mode = Literal["slerp", "lerp"]

_PARALLEL = 1e-6


def lerp(a: np.ndarray, b: np.ndarray, t: float) -> np.ndarray:
    """The point a share `t` along the straight line; between Gaussians it passes nearer to the origin."""
    if t in (0.0, 1.0):
        return (b if t else a).copy()
    return ((1 - t) * a.astype(np.float64) + t * b.astype(np.float64)).astype(a.dtype)


def slerp(a: np.ndarray, b: np.ndarray, t: float, center: float = 0.0) -> np.ndarray:
    """The point a share `t` along the great circle (Shoemake 1985; for GAN latents White 2016, arXiv 1609.04468).

    The direction turns at one speed while the distance from the origin goes evenly from the first to the last.
    Parallel points, and the origin, fall back to the line; opposite points go round by a fixed perpendicular.
    `center`: where the circle has its middle in each number, the mean of the prior.
    """
    if t in (0.0, 1.0):
        return (b if t else a).copy()
    if center:
        return slerp(a - np.float32(center), b - np.float32(center), t) + np.float32(center)
    angle = angle_between(a, b)
    if angle < _PARALLEL:
        return lerp(a, b, t)
    p, q = a.astype(np.float64), b.astype(np.float64)
    lengths = np.linalg.norm(p), np.linalg.norm(q)
    p, q = p / lengths[0], q / lengths[1]
    if math.pi - angle < _PARALLEL:
        direction = math.cos(angle * t) * p + math.sin(angle * t) * _perpendicular(p)
    else:
        # slerp(p, q; t) = sin((1-t) a) / sin a p + sin(t a) / sin a q, a the angle between the unit vectors p and q.
        direction = (math.sin((1 - t) * angle) * p + math.sin(t * angle) * q) / math.sin(angle)
    return np.asarray((((1 - t) * lengths[0] + t * lengths[1]) * direction).astype(a.dtype))


def angle_between(a: np.ndarray, b: np.ndarray) -> float:
    """The angle between two points as seen from the origin, 0 to pi; 0 if one of them is the origin."""
    p, q = a.astype(np.float64), b.astype(np.float64)
    lengths = np.linalg.norm(p), np.linalg.norm(q)
    if not all(lengths):
        return 0.0
    p, q = p / lengths[0], q / lengths[1]
    # a = 2 atan2(|p - q|, |p + q|) (Kahan 2006): exact near 0 and near pi, where arccos(p . q) is not.
    return float(2 * math.atan2(np.linalg.norm(p - q), np.linalg.norm(p + q)))


def walk(
    points: np.ndarray, frames: int, *, mode: Mode = "slerp", loop: bool = False, center: float = 0.0
) -> np.ndarray:
    """`frames` points along the way through all `points`, as evenly spaced as can be while meeting every one exactly.

    Each leg gets frames in proportion to its length (on the circle its angle, on the line its distance), so that the
    speed is the same on all legs up to one frame.

    Args:
        points: (N, D), at least two.
        loop: goes on from the last point to the first, and ends one frame before it, so that a repeat is smooth.
        center: see `slerp`.

    Returns:
        (frames, D), beginning with the first point; without a loop, ending with the last.

    Raises:
        ValueError: fewer frames than points.
    """
    if frames < len(points):
        raise ValueError(f"{len(points)} points need at least {len(points)} frames, not {frames}")
    ends = np.roll(points, -1, axis=0) if loop else points[1:]
    legs = list(zip(points, ends, strict=False))
    length = angle_between if mode == "slerp" else _distance
    steps = shared_out(frames if loop else frames - 1, [length(a - center, b - center) for a, b in legs])
    shares = [(a, b, step / count) for (a, b), count in zip(legs, steps, strict=True) for step in range(count)]
    way = [slerp(*share, center) if mode == "slerp" else lerp(*share) for share in shares]
    return np.stack(way if loop else [*way, points[-1]])


def shared_out(total: int, weights: list[float]) -> list[int]:
    """`total` as whole numbers, at least 1 each, in proportion to `weights` (largest remainders first)."""
    whole = sum(weights)
    spare = total - len(weights)
    exact = [max(total * weight / whole - 1, 0.0) if whole else spare / len(weights) for weight in weights]
    scale = spare / sum(exact) if sum(exact) else 0.0
    exact = [share * scale for share in exact]
    shares = [math.floor(share) for share in exact]
    by_remainder = sorted(range(len(weights)), key=lambda index: (shares[index] - exact[index], index))
    for index in by_remainder[: spare - sum(shares)]:
        shares[index] += 1
    return [share + 1 for share in shares]


def _distance(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.linalg.norm(a.astype(np.float64) - b.astype(np.float64)))


def _perpendicular(p: np.ndarray) -> np.ndarray:
    """A unit vector at a right angle to `p`: the axis that `p` leans to least, with its share along `p` taken away."""
    if len(p) == 1:
        return np.zeros_like(p)  # a line has no way round
    axis = np.zeros_like(p)
    axis[np.argmin(np.abs(p))] = 1.0
    axis -= (axis @ p) / (p @ p) * p
    return np.asarray(axis / np.linalg.norm(axis))
