"""Property tests run without a deadline: the first call of a torch function may take seconds on a busy machine."""

import torch
from hypothesis import settings

settings.register_profile("patient", deadline=None, derandomize=True)
settings.load_profile("patient")

# These networks are tiny: a second thread only waits for the first, and for the other tests.
torch.set_num_threads(1)
