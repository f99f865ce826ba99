"""Picture files as tensors: scanned once, decoded once, read by step number."""
