"""FastGAN: Liu et al. 2021."""
