"""The page that walks through a generator's latent space, with one controller for each tool."""
