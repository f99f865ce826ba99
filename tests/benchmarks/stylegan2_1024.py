"""Memory and time of StyleGAN2's steps at 1,024 px with one image: it must build and step within 16 GB.

    python -m tests.benchmarks.stylegan2_1024 [--base 32768] [--path-length 2]

Step 0 has the gradient penalty (and with --path-length that one too), step 1 neither. Peak memory is that of the whole
process, its imports included.
"""

import argparse
import resource
import time

import torch

from ganstudio.core.device import choose
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.system import Batch, count_parameters
from ganstudio.core.trainer import Trainer
from ganstudio.models.stylegan.recipe import StyleGAN2


def peak() -> float:
    """The most memory this process has held so far, in GB (10^9 bytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1024)
    parser.add_argument("--base", type=int, default=32768, help="channel_base; 32768 in the paper")
    parser.add_argument("--path-length", type=float, default=0.0)
    parser.add_argument("--steps", type=int, default=2)
    args = parser.parse_args()
    recipe = StyleGAN2(resolution=args.size, batch=1, channel_base=args.base, path_length=args.path_length)
    print(f"imported: {peak():.2f} GB", flush=True)
    trainer = Trainer(recipe.build(ImageSpec(3)), choose("cpu"), ema_kimg=recipe.ema_kimg)
    counts = [count_parameters(network) for network in trainer.system.networks.values()]
    print(f"built, {' + '.join(f'{count:,}' for count in counts)} weights: {peak():.2f} GB", flush=True)
    batch = Batch(torch.rand(1, 3, args.size, args.size) * 2 - 1, torch.zeros(1, dtype=torch.long))
    for number in range(args.steps):
        begun = time.perf_counter()
        losses = trainer.train(batch)
        finite = all(bool(torch.isfinite(loss)) for loss in losses.values())
        assert finite, losses
        assert not trainer.skipped
        print(f"step {number}: {time.perf_counter() - begun:.1f} s, peak {peak():.2f} GB", flush=True)


if __name__ == "__main__":
    main()
