"""What an exported picture says about itself: that a model made it, and how to make it again.

The mark is IPTC's DigitalSourceType `trainedAlgorithmicMedia`, which search engines and photo programs read. Beside it
stands, unless left out, a recipe: a small JSON object with the run's name, the step, the seed and so on. No paths, no
user, no host. Both are one XMP packet, the same in PNG, JPEG and WebP; PNG repeats the recipe as plain text.
"""

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image

import ganstudio
from ganstudio.core.files import to_bytes
from ganstudio.core.schema import SchemaError, parse

AI_MARK = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
KEYWORD = "ganstudio"
"""The keyword of the PNG text chunk."""

_LIMIT = 1 << 20
_RECIPE = re.compile(r'\bgs:recipe="([^"]*)"')
_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:gs="urn:ganstudio:1"'
    ' Iptc4xmpExt:DigitalSourceType="{mark}" xmp:CreatorTool="GAN Studio {version}"{recipe}/>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


def recipe_text(recipe: Mapping[str, Any]) -> str:
    """The recipe as JSON, with the program's version added."""
    known = {"program": f"GAN Studio {ganstudio.__version__}"} | dict(recipe)
    return to_bytes(json.dumps(known, ensure_ascii=False)).decode()


def packet(recipe: Mapping[str, Any] | None) -> bytes:
    """The XMP packet with the mark, and with the recipe if there is one."""
    written = f' gs:recipe="{html.escape(recipe_text(recipe))}"' if recipe is not None else ""
    return _PACKET.format(mark=AI_MARK, version=ganstudio.__version__, recipe=written).encode()


def read_recipe(path: Path) -> dict[str, Any] | None:
    """The recipe that a picture carries, or None if it carries none that can be read. The file may be a stranger's.

    Raises:
        OSError: not a picture, or not readable.
    """
    try:
        with Image.open(path, formats=("PNG", "JPEG", "WEBP", "GIF")) as image:
            text = image.info.get(KEYWORD) or _recipe_in(_packet_of(image))
    except OSError:
        raise
    except Exception as error:  # a stranger's picture: its reader raises what it likes
        raise OSError(f"{path.name} is damaged") from error
    if not isinstance(text, str) or len(text) > _LIMIT:
        return None
    try:
        recipe = parse(text)
    except SchemaError:
        return None
    return recipe if isinstance(recipe, dict) else None


def is_marked(path: Path) -> bool:
    """True if the picture says that a trained model made it."""
    with Image.open(path, formats=("PNG", "JPEG", "WEBP", "GIF")) as image:
        return AI_MARK in _packet_of(image)


def _recipe_in(xmp: str) -> str | None:
    match = _RECIPE.search(xmp)
    return html.unescape(match.group(1)) if match else None


def _packet_of(image: Image.Image) -> str:
    """The XMP of a picture (in a GIF, where it is the comment), no longer than a recipe may be; '' if it has none."""
    xmp = image.info.get("xmp") or image.info.get("comment") or ""
    if isinstance(xmp, bytes):
        return xmp[: 2 * _LIMIT].decode("utf-8", errors="replace")
    return xmp[: 2 * _LIMIT] if isinstance(xmp, str) else ""
