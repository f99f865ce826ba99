"""Wasserstein GAN: Arjovsky et al. 2017, Gulrajani et al. 2017."""
