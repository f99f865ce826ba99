"""GAN Studio: watch a GAN learn, explore what it knows, take its images away."""

__version__ = "0.1.0"
