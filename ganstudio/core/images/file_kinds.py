"""What a file is, by its first bytes: suffixes lie, and browsers pack and unpack on the way."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable
from typing import IO, Any

from ganstudio.core.images.tiff import MAGIC

HEAD = 1024
PICTURES = frozenset(
    "jpg jpeg jpe jfif png webp gif bmp avif heic heif ppm pgm pbm pnm jp2 j2k ico tga sgi rgb pcx qoi psd dds".split()  # noqa: SIM905
)
"""Endings of files that are not looked into before they are decoded: each holds one picture or one animation."""
PLACEHOLDERS = frozenset({"icloud", "nextcloud", "owncloud"})
"""Endings under which cloud folders keep the place of what was not downloaded."""
_PACKED: tuple[tuple[bytes, Callable[[IO[bytes]], Any]], ...] = (
    (b"\x1f\x8b", lambda file: gzip.GzipFile(fileobj=file)),
    (b"BZh", lambda file: bz2.BZ2File(file)),
    (b"\xfd7zXZ\0", lambda file: lzma.LZMAFile(file)),  # noqa: SIM115 - closed with what it reads from
)
_OFFICE = (b"[Content_Types].xml", b"mimetype", b"META-INF/", b"_rels/")
_DAMAGED = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError)


def unpacked(file: IO[bytes]) -> IO[bytes]:
    """`file` from its beginning, through gzip, bzip2 or xz where its first bytes say so; its name does not matter."""
    file.seek(0)
    head = file.read(8)
    file.seek(0)
    for magic, opener in _PACKED:
        if head.startswith(magic):
            stream: IO[bytes] = opener(file)
            return stream
    return file


def is_packed(file: IO[bytes]) -> bool:
    file.seek(0)
    return file.read(8).startswith(tuple(magic for magic, _ in _PACKED))


def container(file: IO[bytes], ending: str) -> str:
    """'zip', 'tar', 'tiff', 'idx', 'npy', 'pickle', 'parquet' or 'video' for what may hold many pictures, else ''."""
    try:
        head = unpacked(file).read(HEAD)
    except _DAMAGED:
        return ""
    if head[:4] == b"PK\3\4":
        return "" if head[30:].startswith(_OFFICE) or b"/data.pkl" in head[30:110] else "zip"
    if head[257:262] == b"ustar":
        return "tar"
    if head[:6] == b"\x93NUMPY":
        return "npy"
    if head[:4] == b"PAR1" and not is_packed(file):
        return "parquet"
    if head[:3] == b"\0\0\x08" and head[3:4] in {b"\1", b"\2", b"\3", b"\4"}:
        return "idx"
    if head[:1] == b"\x80" and head[1:2] in {b"\2", b"\3", b"\4"} and not is_packed(file):
        return "pickle"
    if is_video(head) and not is_packed(file):
        return "video"
    if head[:4] in MAGIC and not is_packed(file):
        return "tiff"
    return {"zip": "zip", "cbz": "zip", "tar": "tar", "npy": "npy", "npz": "zip"}.get(ending, "")


_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"%!PS", "a PostScript drawing"),
    (b"\xc5\xd0\xd3\xc6", "a PostScript drawing"),
    (b"version https://git-lfs", "a Git LFS pointer, the picture itself was not downloaded"),
    (b"<?xml", "an XML text or SVG drawing"),
    (b"<svg", "an SVG drawing"),
    (b"<!DOCTYPE", "a web page"),
    (b"<html", "a web page"),
    (b"PK\x03\x04", "an archive or office document"),
    (b"\x1f\x8b", "a file packed with gzip, which holds no pictures that can be read"),
    (b"BZh", "a file packed with bzip2, which holds no pictures that can be read"),
    (b"\xfd7zXZ", "a file packed with xz, which holds no pictures that can be read"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it first"),
    (b"Rar!", "a RAR archive: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a file packed with zstd: unpack it first"),
    (b"\x89HDF", "an HDF5 file: save its pictures as .npy or PNG"),
    (b"PAR1", "a Parquet table that is packed or damaged"),
    (b"PARE", "a Parquet table that is locked with a key"),
    (b"MATLAB 5.0", "a MATLAB file: save its pictures as .npy or PNG"),
    (b"SIMPLE  =", "a FITS file: save it as TIFF"),
    (b"\x80\x02", "a Python pickle, which is program code and is not opened"),
    (b"\x80\x03", "a Python pickle, which is program code and is not opened"),
    (b"\x80\x04", "a Python pickle, which is program code and is not opened"),
    (b"\x80\x05", "a Python pickle, which is program code and is not opened"),
    (b"\xff\x0a", "a JPEG XL picture: save it as PNG or JPEG"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture: save it as PNG or JPEG"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"bplist", "a property list, perhaps the place of a picture that a cloud folder did not download"),
    (b"#?RADIANCE", "a Radiance HDR picture: save it as TIFF"),
    (b"v/1\x01", "an OpenEXR picture: save it as TIFF"),
)
_RAW: tuple[tuple[bytes, str], ...] = (
    (b"FUJIFILMCCD-RAW", "RAF"),
    (b"IIRO", "ORF"),
    (b"IIRS", "ORF"),
    (b"MMOR", "ORF"),
    (b"IIU\0", "RW2"),
    (b"II\x1a\0\0\0HEAPCCDR", "CRW"),
    (b"FOVb", "X3F"),
    (b"\0MRM", "MRW"),
)
"""What cameras' raw files begin with that are no TIFFs; for those that are, see `tiff.pages`."""
_BRANDS = {
    b"avif": "", b"avis": "", b"jxl ": "a JPEG XL picture: save it as PNG or JPEG",
}  # fmt: skip
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1", b"miaf"})
_RIFF = {b"WAVE": "a sound", b"AVI ": "a video"}
PLACEHOLDER = "not here: the place of a picture that a cloud folder did not download; open it once, or keep it offline"
ZEROS = "not an image: only zeros, as cloud folders and broken copies leave behind"


def raw_kind(head: bytes) -> str:
    """What a camera's raw file is called, such as 'RAF'; '' for all others."""
    if head[4:12] == b"ftypcrx ":
        return "CR3"
    return next((kind for start, kind in _RAW if head.startswith(start)), "")


def named(head: bytes) -> str:
    """What a file is that no decoder takes, as the end of a sentence; '' where its bytes say nothing."""
    text = head.lstrip()
    for start, kind in _KINDS:
        if head.startswith(start) or text[: len(start)].lower() == start.lower():
            return kind
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "" if is_heic(head) else "a video")
    return _RIFF.get(head[8:12], "") if head[:4] == b"RIFF" else ""


def is_video(head: bytes) -> bool:
    """Whether a file begins as one of the `VIDEOS` does."""
    if head[4:8] == b"ftyp":
        return not is_heic(head) and not raw_kind(head) and head[8:12] not in {*_BRANDS, *_SOUNDS}
    if head[4:8] in {b"moov", b"mdat", b"wide"}:
        return True
    stream = head[:1] == b"G" and len(head) > 376 and head[188:189] == head[376:377] == b"G"
    return stream or head.startswith((b"\x1aE\xdf\xa3", b"FLV\1")) or (head[:4], head[8:12]) == (b"RIFF", b"AVI ")


VIDEOS = ("mov", "matroska", "avi", "mpegts", "flv")
"""Forms of videos that are opened; none of them leads to another file."""
_SOUNDS = frozenset({b"M4A ", b"M4B ", b"M4P "})


def is_heic(head: bytes) -> bool:
    """Whether one of the brands that the container names is a HEIC one; the first may be another."""
    if head[4:8] != b"ftyp":
        return False
    size = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, size, 4))}
    return bool(brands & _HEIC) and not brands & {b"avif", b"avis"}


_STARTS = (
    b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"8BPS", b"\0\0\1\0", b"DDS ", b"qoif", b"icns",
    b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51", b"\xb1\x68\xde\x3a", b"\x59\xa6\x6a\x95", b"\x01\xda", b"/* XPM */",
)  # fmt: skip


def is_picture(head: bytes) -> bool:
    """Whether a file begins as a picture does that can be read unless it is damaged."""
    boxed = head[4:8] == b"ftyp" and head[8:12] in {b"avif", b"avis"}
    return head.startswith(_STARTS) or boxed or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def announced_size(head: bytes) -> tuple[int, int]:
    """Width and height by the first bytes of a WebP or AVIF, whose decoders read nothing where they are too large;
    (0, 0) for all others."""
    if head[:4] == b"RIFF" and head[8:16] == b"WEBPVP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if head[:4] == b"RIFF" and head[8:16] == b"WEBPVP8L":
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if head[:4] == b"RIFF" and head[8:16] == b"WEBPVP8 ":
        return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF
    at = head.find(b"ispe") if head[4:8] == b"ftyp" else -1
    return (int.from_bytes(head[at + 8 : at + 12]), int.from_bytes(head[at + 12 : at + 16])) if at > 0 else (0, 0)
