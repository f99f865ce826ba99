"""How good is it: feature extractors, distances between sets of images, and a watchdog."""
