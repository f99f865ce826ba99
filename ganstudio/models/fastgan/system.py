"""FastGAN's step (Liu et al. 2021): a hinge with soft margins, and a discriminator that redraws the reals it sees."""

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.models.adversarial.system import AdversarialSystem, Labels


class FastSystem(AdversarialSystem):
    """The discriminator's features must hold enough of a real image to draw it again: self-supervision."""

    def discriminator_loss(
        self, judge: Callable[..., Tensor], real: Tensor, fake: Tensor, labels: Labels
    ) -> tuple[Tensor, Tensor, Tensor]:
        discriminator = self.discriminator
        maps: list[Tensor] = discriminator.maps(real)  # type: ignore[operator]
        real_logits: Tensor = discriminator.judged(real, maps[-1])  # type: ignore[operator]
        fake_logits: Tensor = discriminator(fake)
        if self.game.objective == "hinge":
            loss = soft_hinge(real_logits, fake_logits)
        else:
            loss = self.objective.discriminator(real_logits, fake_logits, self.game.label_smoothing)
        redraw: Tensor = discriminator.redraw_error(real, maps)  # type: ignore[operator]
        return loss + redraw, real_logits, fake_logits


def soft_hinge(real: Tensor, fake: Tensor) -> Tensor:
    """relu(m - D(x)) + relu(m + D(G(z))) with a margin m drawn evenly from 0.8 to 1 for each logit."""
    margins = 0.8 + 0.2 * torch.rand_like(real), 0.8 + 0.2 * torch.rand_like(fake)
    return F.relu(margins[0] - real).mean() + F.relu(margins[1] + fake).mean()
