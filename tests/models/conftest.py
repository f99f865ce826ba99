"""One thread: the networks of these tests are tiny."""

import torch

torch.set_num_threads(1)
