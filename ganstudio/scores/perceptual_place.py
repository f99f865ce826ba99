"""Where the weights of the network lie that content and style are seen with. No torch here."""

from pathlib import Path

from ganstudio.core.environment import cache_folder

FETCHED, MEGABYTES = "squeezenet1_1-b8a52dc0.pth", 5
OWN = "own-squeezenet"
"""How the copy of a file that the person gave is called, before its ending."""
ENDINGS = (".safetensors", ".pt", ".pth")
LARGE = 20_000_000
"""Bytes that tell VGG (60 MB and more) from SqueezeNet (5)."""
MISSING = (
    "Style is seen with SqueezeNet 1.1, whose weights are not here yet: give a file with them (`ganstudio style "
    f"--features FILE`, or on the page Enhance), or fetch it once ({MEGABYTES} MB, `ganstudio style --download`)."
)


def weights_folder() -> Path:
    """Where weights are kept that were given or fetched."""
    return cache_folder() / "weights"


def perceptual_file() -> Path | None:
    """The file that was given last, else the fetched one, else None."""
    known = [weights_folder() / f"{OWN}{ending}" for ending in ENDINGS] + [weights_folder() / FETCHED]
    return next((path for path in known if path.is_file()), None)


def encoder_at_hand() -> str:
    """Which network's weights `perceptual_file` holds, judged by their size: 'squeezenet', 'vgg19', or '' for none."""
    path = perceptual_file()
    return "" if path is None else "vgg19" if path.stat().st_size > LARGE else "squeezenet"
