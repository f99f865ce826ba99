"""Torch and files: everything a training run needs, without a window and without a word printed."""
