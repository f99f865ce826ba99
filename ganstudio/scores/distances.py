"""How far two sets of features lie apart: FID, KID, MIND, and the Inception Score.

Pure functions of features (N, d), one row for each image. They work in float64 and in blocks, so that memory does not
grow beyond the features themselves, and none depends on the order of the rows but for the subsets KID draws.
"""

import math
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
        return kernel_terms(real, fake).value, 0.0
    generator = torch.Generator().manual_seed(seed)
    values = []
    for _ in range(subsets):
        chosen = [torch.randperm(len(those), generator=generator)[:size] for those in (real, fake)]
        values.append(kernel_terms(real[chosen[0].to(real.device)], fake[chosen[1].to(fake.device)]).value)
    spread = torch.tensor(values, dtype=torch.float64)
    return float(spread.mean()), float(spread.std(correction=0))


@dataclass(frozen=True)
class KernelTerms:
    """KID from all images, and what each image has to do with it (the first-order terms of the U-statistic)."""

    value: float
    of_fake: Tensor
    """(M,) float64: how far each fake image moves the value."""
    of_real: Tensor
    """(N,) float64: the same for real images, but for what does not depend on the fake ones."""

    def error_against(self, other: "KernelTerms | None") -> float:
        """The standard error of this value less another one's, against the same real images.

        Where both sets of fake images come from the same latents, what they have in common cancels row by row. None:
        the other's terms are not known, and it counts as being as uncertain as this one.
        """
        if other is None or len(other.of_fake) != len(self.of_fake) or len(other.of_real) != len(self.of_real):
            return math.sqrt(2 * (_squared_error(self.of_fake) + _squared_error(self.of_real)))
        fake, real = self.of_fake - other.of_fake, self.of_real - other.of_real
        return math.sqrt(_squared_error(fake) + _squared_error(real))


def kernel_terms(real: Tensor, fake: Tensor) -> KernelTerms:
    """KID (see `kernel_distance`) of real (N, d) and fake (M, d) features, all of them, with its terms.

    The unbiased estimate of MMD²: pairs of a row with itself are left out within each set.
    """
    _check(real)
    _check(fake)
    n, m = len(real), len(fake)
    among_real = (_kernel_sums(real, real) - _kernel_diagonal(real)) / (n - 1)
    among_fake = (_kernel_sums(fake, fake) - _kernel_diagonal(fake)) / (m - 1)
    to_real, to_fake = _kernel_sums(fake, real) / n, _kernel_sums(real, fake) / m
    value = float(among_real.mean() + among_fake.mean() - 2 * to_real.mean())
    return KernelTerms(value, 2 * (among_fake - to_real), -2 * to_fake)


def _squared_error(terms: Tensor) -> float:
    """The variance of their mean."""
    return float(terms.var()) / len(terms)


def _kernel_sums(first: Tensor, second: Tensor) -> Tensor:
    """For each row of `first` the sum of the kernel with every row of `second`."""
    width = first.shape[1]
    return torch.cat(
        [torch.stack([(a @ b.T / width + 1).pow(3).sum(1) for b in _blocks(second)]).sum(0) for a in _blocks(first)]
    )


def _kernel_diagonal(features: Tensor) -> Tensor:
    width = features.shape[1]
    return torch.cat([(block.square().sum(1) / width + 1).pow(3) for block in _blocks(features)])


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
