"""R3GAN: Huang et al. 2024."""
