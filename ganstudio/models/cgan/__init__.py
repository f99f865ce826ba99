"""Conditional GAN: Mirza and Osindero 2014."""
