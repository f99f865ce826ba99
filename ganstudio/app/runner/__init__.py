"""What drives a training beside the window, and what draws with its generator."""
