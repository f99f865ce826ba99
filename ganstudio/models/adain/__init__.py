"""AdaIN: one network that draws any picture in any style, in one pass."""
