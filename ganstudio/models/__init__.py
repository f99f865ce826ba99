"""The GANs, one package each; `gallery` names them all."""
