"""DCGAN: Radford et al. 2016."""
