"""StyleGAN (2019) and StyleGAN2 (2020): Karras et al."""
