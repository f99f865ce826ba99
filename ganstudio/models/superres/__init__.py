"""Small pictures to large ones: the networks, the game and the degradations of super-resolution."""
