"""What can be written, and the libraries that some of it needs; looked at before anything is rendered."""

from ganstudio.core.processes import how_to_add

MODELS = ("safetensors", "pt2", "onnx")
"""Endings of a generator's file."""
ANIMATIONS = ("png", "gif", "webp", "mp4")
"""Endings of a moving picture; as PNG it is a strip."""


class MissingExtraError(ValueError):
    """A library that an export needs is not installed; the sentence has the command that installs it."""


def require_video() -> None:
    """Raises MissingExtraError when PyAV is not installed."""
    try:
        import av  # noqa: F401
    except ImportError:
        sentence = f"MP4 needs PyAV: {how_to_add('video')}, or choose .webp or .gif."
        raise MissingExtraError(sentence) from None


def require_onnx() -> None:
    """Raises MissingExtraError when the exporter's libraries are not installed."""
    try:
        import onnx  # noqa: F401
        import onnxscript  # noqa: F401
    except ImportError:
        sentence = f"ONNX needs its libraries: {how_to_add('onnx')}, or choose .safetensors."
        raise MissingExtraError(sentence) from None
