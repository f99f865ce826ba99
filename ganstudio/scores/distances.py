"""How far two sets of features lie apart: FID, KID, MIND, and the Inception Score.

Pure functions of features (N, d), one row for each image. They work in float64 and in blocks, so that memory does not
grow beyond the features themselves, and none depends on the order of the rows but for the subsets KID draws.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

BLOCK = 2048
"""Rows that are worked on at a time."""


@dataclass(frozen=True)
class Statistics:
    """A Gaussian fitted to features: all that the Fréchet distance sees of them."""

    mean: Tensor
    """(d,) float64."""
    covariance: Tensor
    """(d, d) float64, divided by N - 1."""
    count: int


def statistics(features: Tensor) -> Statistics:
    """The Gaussian of features (N, d), N at least 2.

    Raises:
        ValueError: fewer than two rows, or a number that is not finite.
    """
    _check(features)
    count, width = features.shape
    mean = sum(block.sum(0) for block in _blocks(features)) / torch.tensor(float(count), dtype=torch.float64)
    covariance = torch.zeros(width, width, dtype=torch.float64, device=features.device)
    for block in _blocks(features):
        centred = block - mean
        covariance.addmm_(centred.T, centred)
    return Statistics(mean, covariance / (count - 1), count)


def frechet_distance(first: Statistics, second: Statistics) -> float:
    """FID: |m1 - m2|² + tr(S1 + S2 - 2 (S1 S2)^½), Heusel et al. 2017 (arXiv 1706.08500, eq. 6).

    The trace of the root is the sum of the roots of the eigenvalues of S1 S2, which are those of R' S2 R for every R
    with S1 = R R'. That is symmetric: no complex numbers, and no trouble where N is below d. Not below zero but for
    rounding, which is cut off.
    """
    root = _root(first.covariance)
    product = root.T @ second.covariance @ root
    eigenvalues = torch.linalg.eigvalsh((product + product.T) / 2).clamp_min(0)
    means = (first.mean - second.mean).square().sum()
    traces = first.covariance.trace() + second.covariance.trace()
    return max(0.0, float(means + traces - 2 * eigenvalues.sqrt().sum()))


def _root(matrix: Tensor) -> Tensor:
    """An R with R R' = `matrix`, which has no negative eigenvalues (but for rounding).

    Cholesky's where the matrix is regular, as it is some ten times faster; else the symmetric one.
    """
    lower: Tensor
    lower, failed = torch.linalg.cholesky_ex(matrix)
    if not int(failed):
        return lower
    values, vectors = torch.linalg.eigh(matrix)
    root: Tensor = (vectors * values.clamp_min(0).sqrt()) @ vectors.T
    return root


def kernel_distance(
    real: Tensor, fake: Tensor, *, subsets: int = 100, subset_size: int = 1000, seed: int = 0
) -> tuple[float, float]:
    """KID: the squared MMD with the kernel (x·y/d + 1)³, unbiased, Bińkowski et al. 2018 (arXiv 1801.01401).

    The mean and the standard deviation over random subsets. Where there are no more images than `subset_size`, one
    estimate from all of them, and a deviation of zero. Being unbiased it may be below zero for equal distributions.
    """
    _check(real)
    _check(fake)
    size = min(subset_size, len(real), len(fake))
    if size == len(real) == len(fake):
        return _mmd(real, fake), 0.0
    generator = torch.Generator().manual_seed(seed)
    values = []
    for _ in range(subsets):
        chosen = [torch.randperm(len(those), generator=generator)[:size] for those in (real, fake)]
        values.append(_mmd(real[chosen[0].to(real.device)], fake[chosen[1].to(fake.device)]))
    spread = torch.tensor(values, dtype=torch.float64)
    return float(spread.mean()), float(spread.std(correction=0))


def _mmd(real: Tensor, fake: Tensor) -> float:
    """The unbiased estimate of MMD²: pairs of a row with itself are left out within each set."""
    n, m = len(real), len(fake)
    within_real = (_kernel_sum(real, real) - _kernel_diagonal(real)) / (n * (n - 1))
    within_fake = (_kernel_sum(fake, fake) - _kernel_diagonal(fake)) / (m * (m - 1))
    return within_real + within_fake - 2 * _kernel_sum(real, fake) / (n * m)


def _kernel_sum(first: Tensor, second: Tensor) -> float:
    width = first.shape[1]
    return sum(float((a @ b.T / width + 1).pow(3).sum()) for a in _blocks(first) for b in _blocks(second))


def _kernel_diagonal(features: Tensor) -> float:
    return sum(float((a.square().sum(1) / features.shape[1] + 1).pow(3).sum()) for a in _blocks(features))


def sliced_distance(first: Tensor, second: Tensor, *, directions: int = 1024, seed: int = 0) -> float:
    """MIND: 3 d times the mean squared Wasserstein distance along random directions; 0 for equal sets, symmetric.

    For Gaussians that differ in their means alone it is 3 |m1 - m2|². It needs no covariance of d x d numbers, so some
    thousand images are enough where FID wants tens of thousands.
    """
    _check(first)
    _check(second)
    width = first.shape[1]
    generator = torch.Generator().manual_seed(seed)
    ways = torch.randn(directions, width, generator=generator, dtype=torch.float64)
    ways = (ways / ways.norm(dim=1, keepdim=True)).to(first.device)
    total = sum(float(_squared_transport(first, second, part)) for part in ways.split(128))
    return 3 * width * total / directions


def _squared_transport(first: Tensor, second: Tensor, ways: Tensor) -> Tensor:
    """The sum over directions (K, d) of the squared 2-Wasserstein distance between the projections."""
    a, b = (torch.cat([ways @ block.T for block in _blocks(those)], 1).sort(1).values for those in (first, second))
    n, m = a.shape[1], b.shape[1]
    if n == m:
        return (a - b).square().mean(1).sum()
    # Both quantile functions are steps; between two neighbouring ends of steps, counted in n·m-ths, both are constant.
    ends = torch.cat([torch.arange(1, n + 1) * m, torch.arange(1, m + 1) * n]).unique().to(a.device)
    widths = torch.diff(ends, prepend=ends.new_zeros(1)).double() / (n * m)
    return ((a[:, (ends - 1) // m] - b[:, (ends - 1) // n]).square() * widths).sum()


def inception_score(logits: Tensor, *, splits: int = 10, seed: int = 0) -> tuple[float, float]:
    """IS: exp of the mean KL divergence of p(y|x) from p(y), Salimans et al. 2016 (arXiv 1606.03498).

    The mean and the standard deviation over `splits` shuffled parts. From 1 (every image of the same class, or none
    of any) up to the number of classes. `logits` (N, classes) come before the softmax.
    """
    order = torch.randperm(len(logits), generator=torch.Generator().manual_seed(seed))
    values = [_exponential_divergence(part) for part in logits[order.to(logits.device)].double().chunk(splits)]
    spread = torch.tensor(values, dtype=torch.float64)
    return float(spread.mean()), float(spread.std(correction=0))


def _exponential_divergence(logits: Tensor) -> float:
    logs = logits.log_softmax(1)
    chances = logs.exp()
    divergence = chances * (logs - chances.mean(0, keepdim=True).log())
    return float(divergence.nan_to_num(0.0).sum(1).mean().exp())


def _blocks(features: Tensor) -> Iterator[Tensor]:
    """The rows in blocks of float64."""
    for block in features.split(BLOCK):
        yield block.double()


def _check(features: Tensor) -> None:
    if features.dim() != 2 or len(features) < 2:
        raise ValueError("A score needs the features of at least two images on each side.")
    if not all(bool(torch.isfinite(block).all()) for block in features.split(BLOCK)):
        raise ValueError("Some features are not finite: the images or the feature extractor are broken.")
