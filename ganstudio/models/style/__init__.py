"""Style transfer: what a style is to a network that sees, one picture drawn in it, and a network that learns it."""
