"""What is being dragged: the files and folders of this computer in it."""

import os
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl


def local_paths(mime: QMimeData) -> list[str]:
    """The files and folders of this computer that are being dragged; nothing else that a drag may carry.

    Addresses with a host are left out even when they look like files: opening one would contact that host. Payloads
    of item models are never looked at, for Qt would decode them.
    """
    if not mime.hasUrls():
        return []
    paths = dict.fromkeys(_path(url) for url in mime.urls() if url.isLocalFile() and not url.host())
    return [path for path in paths if path and "\0" not in path and not path.startswith(("//", "\\\\"))]


def _path(url: QUrl) -> str:
    """The path as Python writes it, which on POSIX may hold names that are no valid UTF-8."""
    if os.name == "posix":
        encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
        return os.fsdecode(unquote_to_bytes(encoded))
    return url.toLocalFile()
