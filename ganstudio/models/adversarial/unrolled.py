"""The unrolled discriminator of Metz et al. 2017 (arXiv 1611.02163): the generator plays against where it will be.

k updates of the discriminator are computed as differentiable functions of its weights and of the fakes, so that the
generator's gradient also passes through how the discriminator would answer (the paper's equation 12). The real
discriminator and its optimiser are only read: they stay as they are, bit for bit.
"""

from collections.abc import Callable, Mapping

import torch
from torch import Tensor, nn
from torch.func import functional_call
from torch.optim import Adam, AdamW, Optimizer

Discriminate = Callable[..., Tensor]


def look_ahead(
    discriminator: nn.Module, optimizer: Optimizer, loss_of: Callable[[Discriminate], Tensor], steps: int
) -> Discriminate:
    """The discriminator after `steps` more updates of `loss_of`, made with what its Adam remembers."""
    assert isinstance(optimizer, Adam | AdamW), "the recipe refuses to unroll other optimisers"
    weights = {name: parameter.detach().requires_grad_() for name, parameter in discriminator.named_parameters()}
    buffers = {name: buffer.clone() for name, buffer in discriminator.named_buffers()}
    moments = _Moments(dict(discriminator.named_parameters()), optimizer)

    def ahead(images: Tensor, *labels: Tensor) -> Tensor:
        logits: Tensor = functional_call(discriminator, {**weights, **buffers}, (images, *labels))
        return logits

    for _ in range(steps):
        names = list(weights)
        gradients = torch.autograd.grad(loss_of(ahead), list(weights.values()), create_graph=True, allow_unused=True)
        used = {name: gradient for name, gradient in zip(names, gradients, strict=True) if gradient is not None}
        weights = weights | moments.step(weights, used)
    return ahead


class _Moments:
    """Adam's memory, carried forward as part of the graph."""

    def __init__(self, parameters: Mapping[str, nn.Parameter], optimizer: Optimizer) -> None:
        group = optimizer.param_groups[0]
        self.lr, (self.beta1, self.beta2), self.eps = group["lr"], group["betas"], group["eps"]
        self.decay = group["weight_decay"] if isinstance(optimizer, AdamW) else 0.0
        states = {name: optimizer.state.get(parameter, {}) for name, parameter in parameters.items()}
        zeros = {name: torch.zeros_like(parameter) for name, parameter in parameters.items()}
        self.first = {name: state.get("exp_avg", zeros[name]).detach() for name, state in states.items()}
        self.second = {name: state.get("exp_avg_sq", zeros[name]).detach() for name, state in states.items()}
        self.taken = max((int(state["step"]) for state in states.values() if "step" in state), default=0)

    def step(self, weights: Mapping[str, Tensor], gradients: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """The weights after one update by Adam (Kingma and Ba 2015, algorithm 1)."""
        self.taken += 1
        moved = {}
        for name, gradient in gradients.items():
            self.first[name] = self.beta1 * self.first[name] + (1 - self.beta1) * gradient
            self.second[name] = self.beta2 * self.second[name] + (1 - self.beta2) * gradient.square()
            mean = self.first[name] / (1 - self.beta1**self.taken)
            # Inside the root eps^2 keeps the slope finite where a gradient is exactly 0.
            size = (self.second[name] / (1 - self.beta2**self.taken) + self.eps**2).sqrt()
            moved[name] = weights[name] * (1 - self.lr * self.decay) - self.lr * mean / size
        return moved
