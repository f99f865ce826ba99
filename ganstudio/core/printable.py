"""Names from elsewhere, written so that they can be shown safely."""

from pathlib import Path

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(name: str) -> str:
    r"""`name` with what cannot be shown safely escaped: control and bidi characters, and bytes that are not UTF-8."""
    if name.isprintable():
        return name
    return "".join(
        _escaped(character) if character in _BIDI or not character.isprintable() else character for character in name
    )


def shortened(sentence: str, most: int = 400) -> str:
    """`sentence` without its middle where it is longer than `most` characters: beginning and end count."""
    if len(sentence) <= most:
        return sentence
    return f"{sentence[: most // 2]} … {sentence[-most // 3 :]}"


def without_home(path: Path) -> str:
    """The path with the home folder written as ~."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


def _escaped(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # surrogateescape: a byte that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    if code in (0x200C, 0x200D):  # joiners hold emoji and several scripts together
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
