"""How fast a CycleGAN step is beside a plain one: python tests/benchmarks/translation.py [--size 128] [--pairs 5]

The plain step has the same networks, losses and pool, written as the teaching implementations write them: six calls
of the generators, one module after the other, a loss read after every step. Both take turns within one process, so
that a busy machine slows both; the figure to look at is the median of the ratios. --work counts the processor's time
instead of the clock's, for machines on which others work too (with --threads 1: threads that wait count as working).
"""

import argparse
import itertools
import random
import statistics
import time

import torch
from torch import Tensor, nn

from ganstudio.core.device import choose
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.models.cyclegan.recipe import CycleGAN


class Block(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        layers = []
        for last in (False, True):
            layers += [nn.ReflectionPad2d(1), nn.Conv2d(width, width, 3), nn.InstanceNorm2d(width)]
            layers += [] if last else [nn.ReLU(True)]
        self.layers = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.layers(x)


def plain_generator(blocks: int) -> nn.Sequential:
    layers = [nn.ReflectionPad2d(3), nn.Conv2d(3, 64, 7), nn.InstanceNorm2d(64), nn.ReLU(True)]
    for width in (64, 128):
        layers += [nn.Conv2d(width, 2 * width, 3, 2, 1), nn.InstanceNorm2d(2 * width), nn.ReLU(True)]
    layers += [Block(256) for _ in range(blocks)]
    for width in (256, 128):
        layers += [nn.ConvTranspose2d(width, width // 2, 3, 2, 1, 1), nn.InstanceNorm2d(width // 2), nn.ReLU(True)]
    return nn.Sequential(*layers, nn.ReflectionPad2d(3), nn.Conv2d(64, 3, 7), nn.Tanh())


def plain_discriminator() -> nn.Sequential:
    layers = [nn.Conv2d(3, 64, 4, 2, 1), nn.LeakyReLU(0.2, True)]
    for width, stride in ((64, 2), (128, 2), (256, 1)):
        layers += [nn.Conv2d(width, 2 * width, 4, stride, 1), nn.InstanceNorm2d(2 * width), nn.LeakyReLU(0.2, True)]
    return nn.Sequential(*layers, nn.Conv2d(512, 1, 4, 1, 1))


class PlainPool:
    def __init__(self) -> None:
        self.images: list[Tensor] = []

    def query(self, images: Tensor) -> Tensor:
        out = []
        for image in images.detach():
            image = image.unsqueeze(0)
            if len(self.images) < 50:
                self.images.append(image)
                out.append(image)
            elif random.random() > 0.5:
                place = random.randrange(50)
                out.append(self.images[place].clone())
                self.images[place] = image
            else:
                out.append(image)
        return torch.cat(out)


class Plain:
    def __init__(self, blocks: int, device: torch.device) -> None:
        self.to_b, self.to_a = plain_generator(blocks).to(device), plain_generator(blocks).to(device)
        self.judge_a, self.judge_b = plain_discriminator().to(device), plain_discriminator().to(device)
        for network in (self.to_b, self.to_a, self.judge_a, self.judge_b):
            for module in network.modules():
                if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
                    nn.init.normal_(module.weight, 0.0, 0.02)
                    nn.init.zeros_(module.bias)
        generators = itertools.chain(self.to_b.parameters(), self.to_a.parameters())
        judges = itertools.chain(self.judge_a.parameters(), self.judge_b.parameters())
        self.generator_optimizer = torch.optim.Adam(generators, lr=2e-4, betas=(0.5, 0.999))
        self.judge_optimizer = torch.optim.Adam(judges, lr=2e-4, betas=(0.5, 0.999))
        self.pool_a, self.pool_b = PlainPool(), PlainPool()
        self.game, self.distance = nn.MSELoss(), nn.L1Loss()

    def judged(self, logits: Tensor, target: float) -> Tensor:
        return self.game(logits, torch.full_like(logits, target))

    def step(self, a: Tensor, b: Tensor) -> dict[str, float]:
        fake_b, fake_a = self.to_b(a), self.to_a(b)
        again_a, again_b = self.to_a(fake_b), self.to_b(fake_a)
        self.need_gradients(False)
        self.generator_optimizer.zero_grad()
        same_b, same_a = self.to_b(b), self.to_a(a)
        identity = 5 * (self.distance(same_b, b) + self.distance(same_a, a))
        game = self.judged(self.judge_b(fake_b), 1.0) + self.judged(self.judge_a(fake_a), 1.0)
        cycle = 10 * (self.distance(again_a, a) + self.distance(again_b, b))
        (game + cycle + identity).backward()
        self.generator_optimizer.step()
        self.need_gradients(True)
        self.judge_optimizer.zero_grad()
        judged = 0.0
        for judge, real, fake in (
            (self.judge_b, b, self.pool_b.query(fake_b)),
            (self.judge_a, a, self.pool_a.query(fake_a)),
        ):
            loss = 0.5 * (self.judged(judge(real), 1.0) + self.judged(judge(fake), 0.0))
            loss.backward()
            judged += loss.item()
        self.judge_optimizer.step()
        return {"game": game.item(), "cycle": cycle.item(), "identity": identity.item(), "judge": judged}

    def need_gradients(self, needed: bool) -> None:
        for network in (self.judge_a, self.judge_b):
            for weight in network.parameters():
                weight.requires_grad = needed


def seconds(work, device: torch.device, clock=time.perf_counter) -> float:
    begun = clock()
    work()
    if device.type == "cuda":
        torch.cuda.synchronize()
    return clock() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=128)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--work", action="store_true")
    args = parser.parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    torch.manual_seed(0)
    place = choose(args.device)
    blocks = 6 if args.size <= 128 else 9
    plain = Plain(blocks, place.device)
    recipe = CycleGAN(resolution=args.size)
    trainer = Trainer(recipe.build(ImageSpec()), place, ema_kimg=recipe.ema_kimg)
    a, b = (torch.rand(1, 3, args.size, args.size, device=place.device) * 2 - 1 for _ in range(2))
    batch = Batch(a, torch.zeros(1, dtype=torch.long), b)
    plain_step, our_step = lambda: plain.step(a, b), lambda: trainer.train(batch)
    for step in (plain_step, our_step):  # the first of each prepares memory
        seconds(step, place.device)
    clock = time.process_time if args.work else time.perf_counter
    steps = (plain_step, our_step)
    pairs = []
    for _ in range(args.pairs):
        pairs.append(tuple(seconds(step, place.device, clock) for step in steps))
        print("plain {:.2f} s, ours {:.2f} s".format(*pairs[-1]), flush=True)
    ratios = sorted(p / o for p, o in pairs)
    theirs, ours = (1 / statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{args.size} px, {blocks} blocks, batch 1, {place.title}, {torch.get_num_threads()} threads")
    print(f"plain {theirs:.3f} pairs/s, ours {ours:.3f} pairs/s")
    print(f"ratio: median {statistics.median(ratios):.2f}, from {ratios[0]:.2f} to {ratios[-1]:.2f}")


if __name__ == "__main__":
    main()
