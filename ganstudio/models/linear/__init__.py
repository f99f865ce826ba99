"""The fully connected GAN of the course notes: Goodfellow et al. 2014."""
