"""Fast style: a network that learns one style and then draws any picture in it in one pass."""
