"""The step that every noise-to-image GAN shares: networks x objective x penalty x remedies."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.utils.parametrize import cached
from torch.optim import Adam, AdamW, Optimizer, RMSprop

from ganstudio.core.recipe import ImageSpec
from ganstudio.core.resolution import shape_of
from ganstudio.core.system import Batch, Preview, System, frozen, latents_from_seeds, mean_of
from ganstudio.models.adversarial.ada import AdaptiveAugment
from ganstudio.models.adversarial.augment import Augmentation, DiffAugment, View, policy_names
from ganstudio.models.adversarial.game import Game
from ganstudio.models.adversarial.layers import critics_of
from ganstudio.models.adversarial.losses import losses_of
from ganstudio.models.adversarial.penalties import Penalty
from ganstudio.models.adversarial.unrolled import look_ahead

MOST_ROWS = 16
"""Classes that a preview has a row for."""
Labels = tuple[Tensor, ...]
"""(labels,) of a conditional GAN, () of any other: what is passed behind the images or latents."""


class Share(NamedTuple):
    """Real images, labels and latents that go through the networks at once: the whole batch, or a micro-batch of it."""

    real: Tensor
    z: Tensor
    labels: Labels


class AdversarialSystem(System):
    """A generator and one or more discriminators, trained in turn on the same fakes."""

    def __init__(self, game: Game, generator: nn.Module, discriminator: nn.Module, image_spec: ImageSpec) -> None:
        self.game = game
        self.image_spec = image_spec
        self.generator = generator
        self.discriminator = discriminator
        self.objective = losses_of(game.objective)
        self.penalty = Penalty(game.penalty, game.penalty_weight, game.penalty_target, game.penalty_interval)
        self.view = View(augmentation_of(game), game.instance_noise, game.instance_noise_kimg)
        super().__init__(
            {"generator": generator, "discriminator": discriminator},
            {
                "generator": optimizer_of(game, generator, game.generator_lr),
                "discriminator": optimizer_of(game, discriminator, game.discriminator_lr),
            },
        )

    # One step -----------------------------------------------------------------------------------------------------

    def step(self, batch: Batch, step: int) -> dict[str, Tensor]:
        """One update of the discriminator and, every `n_critic`-th time, one of the generator."""
        self.prepare(step)
        shares = self.shares(self.reals(batch), self.labels(batch))
        moves = (step + 1) % self.game.n_critic == 0
        whole = len(shares) == 1  # only then there is room for the graph of the fakes until the generator learns
        with torch.set_grad_enabled(moves and whole):
            fakes = [self.generate(share.z, share.labels) for share in shares]
        losses = self.train_discriminator(shares, [fake.detach() for fake in fakes], step)
        if moves:
            losses |= self.train_generator(shares, fakes if whole else [], step)
        return losses

    def shares(self, real: Tensor, labels: Labels) -> list[Share]:
        """The batch with its latents, in `parts` of the same size."""
        z = self.latents(len(real), real.device)
        size = len(real) // self.parts
        split = [each.split(size) for each in (real, z, *labels)]
        return [Share(reals, latents, tuple(each)) for reals, latents, *each in zip(*split, strict=True)]

    def train_discriminator(self, shares: Sequence[Share], fakes: Sequence[Tensor], step: int) -> dict[str, Tensor]:
        losses: dict[str, list[Tensor]] = {}
        logits: list[tuple[Tensor, Tensor]] = []
        self.update("discriminator", self._discriminator_losses(shares, fakes, step, losses, logits))
        self.clip_weights()
        real_logits, fake_logits = (torch.cat(each, dim=-1) for each in zip(*logits, strict=True))
        means = {name: mean_of(values) for name, values in losses.items()}
        if self.view.augmentation is not None:
            means |= self.view.augmentation.learn(real_logits, step)
        return means | self.mean_outputs(real_logits, fake_logits)

    def _discriminator_losses(
        self,
        shares: Sequence[Share],
        fakes: Sequence[Tensor],
        step: int,
        losses: dict[str, list[Tensor]],
        logits: list[tuple[Tensor, Tensor]],
    ) -> Iterator[Tensor]:
        """A loss for each share; its parts are added to `losses`, its logits to `logits`."""
        for (real, _, labels), fake in zip(shares, fakes, strict=True):
            real, fake = self.view(real, self.kimg(step)), self.view(fake, self.kimg(step))
            with cached():  # spectral norms: one power iteration an update, for all that the discriminator sees
                loss, real_logits, fake_logits = self.discriminator_loss(self.discriminator, real, fake, labels)
                losses.setdefault("discriminator", []).append(loss.detach())
                loss = self.with_drift(loss, real_logits)
                if self.penalty.due(step):
                    penalty = self.penalise(real, fake, labels)
                    loss = loss + penalty
                    losses.setdefault("penalty", []).append(penalty.detach() / self.penalty.interval)
            logits.append((real_logits.detach(), fake_logits.detach()))
            yield loss / len(shares)

    def train_generator(self, shares: Sequence[Share], fakes: Sequence[Tensor], step: int) -> dict[str, Tensor]:
        """`fakes`: with their graphs; where they are empty, each is made anew from the same latents."""
        losses: dict[str, list[Tensor]] = {}
        with frozen(self.discriminator):
            self.update("generator", self._generator_losses(shares, fakes, step, losses))
        return {name: mean_of(values) for name, values in losses.items()}

    def _generator_losses(
        self, shares: Sequence[Share], fakes: Sequence[Tensor], step: int, losses: dict[str, list[Tensor]]
    ) -> Iterator[Tensor]:
        """A loss for each share; its parts are added to `losses`."""
        for number, (real, z, labels) in enumerate(shares):
            fake = fakes[number] if fakes else self.generate(z, labels)
            seen, reals = self.view(fake, self.kimg(step)), real
            if self.objective.relativistic or self.game.feature_matching or self.game.unrolled_steps:
                reals = self.view(real, self.kimg(step))
            loss = self.generator_loss(self.opponent(reals, seen, labels), seen, reals, labels)
            losses.setdefault("generator", []).append(loss.detach())
            if self.game.feature_matching:
                matching = self.game.feature_matching * self.mismatch(reals, seen, labels)
                loss = loss + matching
                losses.setdefault("feature matching", []).append(matching.detach())
            for name, extra in self.generator_extra(labels, len(real), real.device, step).items():
                loss = loss + extra
                losses.setdefault(name, []).append(extra.detach())
            yield loss / len(shares)

    # What it is made of -------------------------------------------------------------------------------------------

    level = 0.0
    """How far the networks have grown, if they grow."""

    def prepare(self, step: int) -> None:
        """Set what follows from the number of the step alone: stages, schedules."""

    def generator_extra(self, labels: Labels, count: int, device: torch.device, step: int) -> dict[str, Tensor]:
        """Further terms of the generator's loss, by name."""
        return {}

    def kimg(self, step: int) -> float:
        """Thousands of real images seen before `step`."""
        return step * self.game.batch / 1000

    def reals(self, batch: Batch) -> Tensor:
        """(B, C, H, W): the images as this kind of GAN learns them."""
        return batch.images

    @property
    def conditional(self) -> bool:
        return self.game.conditional and bool(self.image_spec.classes)

    def labels(self, batch: Batch) -> Labels:
        return (batch.labels,) if self.conditional else ()

    def latents(self, count: int, device: torch.device) -> Tensor:
        """z for one step: (count, latent)."""
        draw = {"normal": torch.randn, "uniform": torch.rand}[self.game.prior]
        return draw(count, self.game.latent, device=device)

    def generate(self, z: Tensor, labels: Labels) -> Tensor:
        fake: Tensor = self.generator(z, *labels)
        return fake

    def discriminator_loss(
        self, judge: Callable[..., Tensor], real: Tensor, fake: Tensor, labels: Labels
    ) -> tuple[Tensor, Tensor, Tensor]:
        """The loss, the logits of reals and the logits of fakes, each (B,), or (K, B) for a jury.

        Reals and fakes go through in batches of their own: BatchNorm must not mix their statistics.
        """
        real_logits, fake_logits = judge(real, *labels), judge(fake, *labels)
        smoothing = self.game.label_smoothing
        loss = averaged(lambda r, f: self.objective.discriminator(r, f, smoothing), real_logits, fake_logits)
        return loss, real_logits, fake_logits

    def with_drift(self, loss: Tensor, real_logits: Tensor) -> Tensor:
        """With the term that holds the scores near 0: Karras et al. 2018, appendix A.1."""
        return loss + self.game.drift * real_logits.square().mean() if self.game.drift else loss

    def generator_loss(self, judge: Callable[..., Tensor], fake: Tensor, real: Tensor, labels: Labels) -> Tensor:
        fake_logits = judge(fake, *labels)
        real_logits = judge(real, *labels) if self.objective.relativistic else fake_logits.detach()
        return averaged(self.objective.generator, fake_logits, real_logits)

    def penalise(self, real: Tensor, fake: Tensor, labels: Labels) -> Tensor:
        """The gradient penalty, with respect to what the discriminator sees; the mean over a jury."""
        judges = [lambda images, critic=critic: critic(images, *labels) for critic in critics_of(self.discriminator)]
        return torch.stack([self.penalty(judge, real, fake) for judge in judges]).mean()

    def opponent(self, real: Tensor, fake: Tensor, labels: Labels) -> Callable[..., Tensor]:
        """The discriminator of the generator's loss: as it is, or as it will be after `unrolled_steps` updates on
        these images, as they are seen."""
        if not self.game.unrolled_steps:
            return self.discriminator
        return look_ahead(
            self.discriminator,
            self.optimizers["discriminator"],
            lambda judge: self.with_drift(*self.discriminator_loss(judge, real, fake, labels)[:2]),
            self.game.unrolled_steps,
        )

    def mismatch(self, real: Tensor, fake: Tensor, labels: Labels) -> Tensor:
        """|E f(x) - E f(G(z))|^2 per feature: feature matching, Salimans et al. 2016, section 3.1."""
        gaps = []
        for critic in critics_of(self.discriminator):
            with torch.no_grad():
                wanted = critic.features(real, *labels).float().mean(dim=0)  # type: ignore[operator]
            gaps.append((critic.features(fake, *labels).float().mean(dim=0) - wanted).square().mean())  # type: ignore[operator]
        return torch.stack(gaps).mean()

    @torch.no_grad()
    def clip_weights(self) -> None:
        """Every weight of the critic, those of its norms too, within +-clip: Arjovsky et al. 2017, algorithm 1."""
        if clip := self.game.weight_clip:
            for weight in self.discriminator.parameters():
                weight.clamp_(-clip, clip)

    @torch.no_grad()
    def mean_outputs(self, real_logits: Tensor, fake_logits: Tensor) -> dict[str, Tensor]:
        """Mean D(x) and D(G(z)): probabilities where the objective has them, else plain scores."""
        if self.objective.probability:
            return {"D(x)": real_logits.sigmoid().mean(), "D(G(z))": fake_logits.sigmoid().mean()}
        return {"D(x)": real_logits.mean(), "D(G(z))": fake_logits.mean()}

    # Looking and keeping ------------------------------------------------------------------------------------------

    def preview(self, networks: Mapping[str, nn.Module]) -> Preview:
        """A grid of at most 8 x 8: tile i is the image of seed i, the one `generate` makes.

        With classes: a row for each class, and in a column the same seed throughout.
        """
        side = max(2, min(8, 1024 // max(shape_of(self.game.resolution))))
        device = next(networks["generator"].parameters()).device
        rows = self.image_spec.classes[:MOST_ROWS] if self.conditional else ()
        seeds = list(range(side)) * len(rows) if rows else list(range(side * side))
        z = latents_from_seeds(seeds, self.game.latent, self.game.prior).to(device)
        labels = (torch.arange(len(rows), device=device).repeat_interleave(side),) if rows else ()
        pieces = zip(z.split(self.game.batch), *(each.split(self.game.batch) for each in labels), strict=True)
        tiles = torch.cat([networks["generator"](*piece) for piece in pieces])  # a step is what there is memory for
        return Preview(tiles, columns=side, labels=tuple(rows))

    def state(self) -> dict[str, Any]:
        kept = self.view.augmentation.state() if self.view.augmentation is not None else {}
        return {"augmentation": kept} if kept else {}

    def restore(self, state: Mapping[str, Any]) -> None:
        if self.view.augmentation is not None:
            self.view.augmentation.restore(state.get("augmentation", {}))


def averaged(play: Callable[[Tensor, Tensor], Tensor], first: Tensor, second: Tensor) -> Tensor:
    """An objective's loss; for the logits of a jury, (K, B), the mean of each critic's."""
    if first.dim() == 1:
        return play(first, second)
    return torch.stack([play(own, opposite) for own, opposite in zip(first, second, strict=True)]).mean()


def augmentation_of(game: Game) -> Augmentation | None:
    if game.augment == "ada":
        colour = "colour" in policy_names(game.augment_policy)
        return AdaptiveAugment(game.batch, target=game.ada_target, kimg=game.ada_kimg, colour=colour)
    return DiffAugment(game.augment_policy) if game.augment == "diffaugment" else None


def optimizer_of(game: Game, network: nn.Module, lr: float) -> Optimizer:
    if game.optimizer == "rmsprop":
        return RMSprop(network.parameters(), lr=lr)  # no momentum: Arjovsky et al. 2017 advise against any
    kind = AdamW if game.optimizer == "adamw" else Adam
    # Fused: one pass over the weights, two to four times as fast as the default on the CPU too.
    return kind(network.parameters(), lr=lr, betas=(game.beta1, game.beta2), fused=True)
