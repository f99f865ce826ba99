"""What noise-to-image GANs share."""
