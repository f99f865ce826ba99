"""What one can do with a trained generator: walks, maps, directions, mixing, projection."""
