"""The step that every noise-to-image GAN shares: networks x objective."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.optim import Adam, AdamW, Optimizer

from ganstudio.core.objectives import OBJECTIVES
from ganstudio.core.recipe import Subject
from ganstudio.core.system import Batch, Preview, System, frozen, latents_from_seeds

if TYPE_CHECKING:
    from ganstudio.recipes.adversarial import AdversarialRecipe


class AdversarialSystem(System):
    """A generator and a discriminator, trained in turn on the same fakes."""

    def __init__(
        self, recipe: "AdversarialRecipe", generator: nn.Module, discriminator: nn.Module, subject: Subject
    ) -> None:
        self.recipe = recipe
        self.subject = subject
        self.generator = generator
        self.discriminator = discriminator
        self.objective = OBJECTIVES[recipe.objective]
        super().__init__(
            {"generator": generator, "discriminator": discriminator},
            {
                "generator": self._optimizer(generator, recipe.generator_lr),
                "discriminator": self._optimizer(discriminator, recipe.discriminator_lr),
            },
        )

    def _optimizer(self, network: nn.Module, lr: float) -> Optimizer:
        kind = AdamW if self.recipe.optimizer == "adamw" else Adam
        return kind(network.parameters(), lr=lr, betas=(self.recipe.beta1, self.recipe.beta2))

    def latents(self, count: int, device: torch.device) -> Tensor:
        """z for one step: (count, latent)."""
        draw = {"normal": torch.randn, "uniform": torch.rand}[self.recipe.prior]
        return draw(count, self.recipe.latent, device=device)

    def step(self, batch: Batch, step: int) -> dict[str, Tensor]:
        real = batch.images  # (B, C, H, W)
        fake = self.generator(self.latents(len(real), real.device))
        losses = self._train_discriminator(real, fake.detach())
        return losses | self._train_generator(real, fake)

    def _train_discriminator(self, real: Tensor, fake: Tensor) -> dict[str, Tensor]:
        # Reals and fakes go through in batches of their own: BatchNorm must not mix their statistics.
        real_logits, fake_logits = self.discriminator(real), self.discriminator(fake)  # (B,) each
        loss = self.objective.discriminator(real_logits, fake_logits, self.recipe.label_smoothing)
        self.update("discriminator", loss)
        return {"discriminator": loss.detach()} | self._opinion(real_logits, fake_logits)

    def _train_generator(self, real: Tensor, fake: Tensor) -> dict[str, Tensor]:
        with frozen(self.discriminator):
            real_logits = self.discriminator(real) if self.objective.relativistic else fake.new_empty(0)
            loss = self.objective.generator(self.discriminator(fake), real_logits)
            self.update("generator", loss)
        return {"generator": loss.detach()}

    @torch.no_grad()
    def _opinion(self, real_logits: Tensor, fake_logits: Tensor) -> dict[str, Tensor]:
        """Mean D(x) and D(G(z)): probabilities where the objective has them, else plain scores."""
        if self.objective.probability:
            return {"D(x)": real_logits.sigmoid().mean(), "D(G(z))": fake_logits.sigmoid().mean()}
        return {"D(x)": real_logits.mean(), "D(G(z))": fake_logits.mean()}

    def preview(self, networks: Mapping[str, nn.Module]) -> Preview:
        """An 8 x 8 grid (fewer where tiles are large): tile i is the image of seed i, the one `generate` makes."""
        side = max(2, min(8, 1024 // self.recipe.resolution))
        device = next(networks["generator"].parameters()).device
        z = latents_from_seeds(range(side * side), self.recipe.latent, self.recipe.prior).to(device)
        return Preview(networks["generator"](z), columns=side)
