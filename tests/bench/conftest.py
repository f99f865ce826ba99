"""Property tests without a deadline; one thread for tiny networks."""

import torch
from hypothesis import settings

settings.register_profile("patient", deadline=None, derandomize=True)
settings.load_profile("patient")
torch.set_num_threads(1)
