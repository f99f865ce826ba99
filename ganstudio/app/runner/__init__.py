"""What runs a training for the window, in a thread or a process, and what draws with its generator."""
