"""Opening what a scan has listed: a file, an entry of an archive, a page, a picture of an array, a row, a frame."""

import io
import zipfile
from typing import IO, Any

import numpy as np

from ganstudio.core.images import npy
from ganstudio.core.images.archives import MOST_BYTES, entry_stream
from ganstudio.core.images.cifar import PICTURE, SIDE
from ganstudio.core.images.decode import MIDDLE, Decoded, Unreached, Unusable, decode, decode_numbers, shorter_side
from ganstudio.core.images.file_kinds import unpacked
from ganstudio.core.images.film import Film, FilmError
from ganstudio.core.images.idx import read_idx
from ganstudio.core.images.levels import Numbers, Range
from ganstudio.core.images.limits import TOO_LARGE
from ganstudio.core.images.listing import Kind, Outer, open_regular
from ganstudio.core.images.parquet import Table, TableError
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Preparation


class Sources:
    """Keeps the last archive, array or stack open: its neighbours come next."""

    def __init__(self) -> None:
        self._key: tuple[Any, ...] = ()
        self._kept: Any = None
        self._files: list[IO[bytes]] = []
        self._closing: list[Film] = []

    def decoded(
        self,
        kind: Kind,
        path: str,
        outer: Outer | None,
        item: int,
        size: int,
        preparation: Preparation,
        resolution: Resolution,
        scale: Range | None = None,
        cut: tuple[float, float] = MIDDLE,
    ) -> Decoded:
        """The picture, prepared. `item` and `size`: as in `listing.FoundFile`; `cut`: the place of `decode`.

        Raises:
            Unusable: with the reason.
        """
        if kind == "folder":
            return decode(path, preparation, resolution, 0, scale, cut)
        opened, page = self._opened(kind, path, outer, item, size)
        if isinstance(opened, np.ndarray):
            note = "turned" if kind == "emnist" else ""
            return decode_numbers(opened, preparation, resolution, scale, note, cut)
        return decode(opened, preparation, resolution, page, scale, cut)

    def shorter_side(self, kind: Kind, path: str, outer: Outer | None, item: int, size: int) -> int:
        """Pixels of the picture's shorter side.

        Raises:
            Unusable: with the reason.
        """
        if kind == "folder":
            return shorter_side(path)
        if kind in {"video", "parquet"}:
            raise Unusable("known when it is looked at in a child")
        opened, page = self._opened(kind, path, outer, item, size)
        return min(opened.shape[:2]) if isinstance(opened, np.ndarray) else shorter_side(opened, page)

    def _opened(
        self, kind: Kind, path: str, outer: Outer | None, item: int, size: int
    ) -> tuple[IO[bytes] | Numbers, int]:
        """What the picture is read from, and its page there."""
        try:
            if kind in {"zip", "tar"}:
                return self._entry(kind, path, item, size), 0
            if kind == "tiff":
                return self._keep((kind, path, outer), lambda: self._stream(path, outer)), item
            if kind == "parquet":
                table: Table = self._keep((kind, path, outer), lambda: Table(self._stream(path, outer)))
                return io.BytesIO(table.picture(item)), 0
            return self._picture(kind, path, outer, item), 0
        except (FilmError, TableError) as reason:
            raise Unusable(str(reason)) from None
        except MemoryError:
            raise Unreached(TOO_LARGE) from None
        except OSError as error:
            raise Unreached(f"unreadable: {error.strerror or error}") from error
        except Exception as error:  # zipfile, tarfile and the codecs below them raise a dozen types
            # Not remembered: a whole archive in its place lists the same sums.
            raise Unreached("unreadable: the archive is damaged here") from error

    def _keep(self, key: tuple[Any, ...], make: Any) -> Any:
        if self._key != key:
            self.close()
            self._kept, self._key = make(), key
        return self._kept

    def _film(self, path: str, outer: Outer | None) -> Film:
        film = Film(self._stream(path, outer))
        self._closing.append(film)
        return film

    def close(self) -> None:
        while self._closing:
            self._closing.pop().close()
        self._kept, self._key = None, ()
        while self._files:
            self._files.pop().close()

    def _stream(self, path: str, outer: Outer | None) -> IO[bytes]:
        """A file or an entry of an archive, open until `close`."""
        self._files.append(entry_stream(path, outer) if outer else open_regular(path))
        return self._files[-1]

    def _entry(self, kind: Kind, path: str, item: int, size: int) -> IO[bytes]:
        if kind == "tar":  # going on is cheap, also through a packed one; entries come in the order of their names
            stream = self._keep((kind, path), lambda: unpacked(self._stream(path, None)))
            stream.seek(item)
            content = stream.read(min(size, MOST_BYTES))
            if len(content) < size:
                raise EOFError("shorter than it announces")
            return io.BytesIO(content)
        archive = self._keep((kind, path), lambda: zipfile.ZipFile(self._stream(path, None)))
        entry = archive.infolist()[item]
        with archive.open(entry) as file:
            return io.BytesIO(file.read(min(entry.file_size, MOST_BYTES)))

    def _picture(self, kind: Kind, path: str, outer: Outer | None, item: int) -> Numbers:
        """One image of an IDX file or of an array, (H, W) or (H, W, C)."""
        if kind == "npy":
            stream, shape, dtype, start = self._keep((kind, path, outer), lambda: _array(self._stream(path, outer)))
            return npy.picture(stream, start, shape, dtype, item)
        if kind == "video":
            film: Film = self._keep((kind, path, outer), lambda: self._film(path, outer))
            return film.at(item / 1000)
        if kind == "cifar":
            batch = self._keep((kind, path, outer), lambda: self._stream(path, outer))
            batch.seek(item)
            return np.frombuffer(batch.read(PICTURE), np.uint8).reshape(3, SIDE, SIDE).transpose(1, 2, 0)
        shape, content = self._keep((kind, path, outer), lambda: read_idx(self._stream(path, outer)))
        size = shape[1] * shape[2]
        image = np.frombuffer(content[item * size : (item + 1) * size], np.uint8).reshape(shape[1:])
        return image.T if kind == "emnist" else image


def _array(file: IO[bytes]) -> tuple[IO[bytes], tuple[int, ...], Any, int]:
    shape, dtype, start = npy.shape_of(file)
    return unpacked(file), shape, dtype, start
