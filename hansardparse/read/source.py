"""The bytes of a file, whatever it is packed in, and the errors of those that cannot be read."""

from __future__ import annotations

import codecs
import contextlib
import functools
import io
import json
import zlib
from collections.abc import Iterator
from typing import IO, Any

from hansardparse.errors import HansardError
from hansardparse.text.decoding import text_encoding
from hansardparse.text.units import Damage, Reader, filled

__all__ = ["HEAD", "Damaged", "Source", "needs", "unreadable"]

#: So much of a file is looked at to see what it is, in bytes.
HEAD = 1 << 16
#: What is unpacked is no more than this, in bytes, and no more than so many times what is packed.
LARGEST, RATIO = 1 << 30, 200
_SMALL = 1 << 24
#: What browsers take the names of older encodings for.
_LATIN = dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252")


class Damaged(Exception):
    """The rest of a container cannot be read; what came before stands."""


def unreadable(message: str) -> HansardError:
    """The error of a file that is no transcript in any form that is read."""
    return HansardError(message, code="unread-container")


def needs(extra: str, package: str) -> HansardError:
    """The error of a container whose library is not installed."""
    return HansardError(
        f"{package} is not installed, which reads this file; pip install 'hansardparse[{extra}]'",
        code="unread-container",
    )


class _Joined:
    """What has been read of a stream already, and the rest of it."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def read(self, size: int = -1) -> bytes:
        """So many bytes, or fewer; all there are where none are named."""
        if size < 0:
            found, self._head = self._head + self._rest.read(), b""
        elif self._head:
            found, self._head = self._head[:size], self._head[size:]
        else:
            found = self._rest.read(size)
        return found


class Source:
    """A stream of bytes that a reader reads, once or more often; `encoding` is what the caller says of it."""

    def __init__(self, stream: IO[bytes], encoding: str = "auto") -> None:
        self._stream = stream
        self._start = stream.tell() if stream.seekable() else None
        self.encoding = encoding if encoding == "auto" else text_encoding(encoding)
        self._declared: str | None = None
        #: The first byte that does not belong, known when all is decoded.
        self.damage: Damage | None = None
        #: Why some of the file is not read as it was meant, None where all of it is.
        self.damaged: str | None = None
        #: The first part of it.
        self.head = filled(stream, HEAD)

    def once(self) -> Any:
        """The stream from its beginning on, to be read once: what comes through a pipe is not kept."""
        if self._start is None:
            return _Joined(self.head, self._stream)
        self._stream.seek(self._start)
        return self._stream

    def stream(self) -> IO[bytes]:
        """The stream from its beginning on, as often as it is asked for."""
        if self._start is None:
            self._stream, self._start = io.BytesIO(self.head + self._stream.read()), 0
        self._stream.seek(self._start)
        return self._stream

    @functools.cached_property
    def data(self) -> bytes:
        """All of it."""
        return self.stream().read()

    def declare(self, name: str) -> None:
        """Take down the encoding that the file itself names: it counts where its bytes are no UTF-8.

        A name that nobody knows says nothing, nor does that of a form of Unicode, which the bytes show.
        """
        if not name.lower().startswith("utf"):
            with contextlib.suppress(ValueError):
                self._declared = _LATIN.get(name.lower()) or text_encoding(name)

    @functools.cached_property
    def text(self) -> str:
        """All of it, decoded. Raises HansardError (`undecodable`)."""
        tried = ("utf-8-sig", self._declared) if self.encoding == "auto" else ()
        for encoding in filter(None, tried):
            with contextlib.suppress(UnicodeDecodeError):
                return self.data.decode(encoding)
        reader = Reader(io.BytesIO(self.data), encoding=self.encoding)
        text = "".join(reader)
        self.damage = reader.damage
        return text

    @property
    def utf8(self) -> bytes:
        """All of it as UTF-8: its own bytes where they are. Raises HansardError (`undecodable`)."""
        if self.encoding == "auto":
            with contextlib.suppress(UnicodeDecodeError):
                self.data.decode()
                return self.data.removeprefix(codecs.BOM_UTF8)
        return self.text.encode(errors="replace")

    def lines(self) -> Iterator[str]:
        """Its lines with their ends, decoded as they are asked for. Raises HansardError (`undecodable`)."""
        held: list[str] = []  # the parts of a line whose end may be still to come
        reader = Reader(self.once(), encoding=self.encoding)
        for piece in filter(None, reader):
            if held and (held[-1][-1] == "\n" or (held[-1][-1] == "\r" and piece[0] != "\n")):
                yield "".join(held)
                held.clear()
            first, *more = io.StringIO(piece, newline="")
            held.append(first)
            for line in more:
                yield "".join(held)
                held = [line]
        if held:
            yield "".join(held)
        self.damage = reader.damage

    @functools.cached_property
    def start(self) -> str:
        """Its first part, decoded as far as it can be: to look for signs in."""
        marks = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
        usual = "utf-8" if self.encoding == "auto" else self.encoding
        with contextlib.suppress(UnicodeError):  # which some codecs raise, whatever they are told
            return self.head.decode(marks.get(self.head[:2], usual), "replace").lstrip("\ufeff \t\r\n")
        return self.head.decode("utf-8", "replace")

    @functools.cached_property
    def json(self) -> Any:
        """What its JSON holds. Raises HansardError (`unread-container`) where it holds none."""
        try:
            return json.loads(self.text)
        except RecursionError:
            raise unreadable("JSON that is nested too deep; give a file of one record") from None
        except ValueError as error:
            raise unreadable(f"no whole JSON: {error}; is the file cut off?") from None


def unpacked(source: Source) -> Source:
    """The file inside a gzip or a zip of one file; any other as it is.

    Raises HansardError (`unread-container`) for what is damaged, and for what grows beyond all measure.
    """
    if source.head.startswith(b"\x1f\x8b"):
        return Source(io.BytesIO(_gunzipped(source)), source.encoding)
    if not source.head.startswith(b"PK\x03\x04"):
        return source
    import zipfile  # which few files need, and every start would pay for

    try:
        with zipfile.ZipFile(source.stream()) as packed:
            files = [each for each in packed.infolist() if not each.is_dir()]
            if len(files) != 1:
                return source  # a Word file is a zip too
            if files[0].flag_bits & 1:
                raise unreadable("this is a zip that is encrypted: unpack it first")
            limit = _limit(files[0].compress_size)
            with packed.open(files[0]) as stream:
                data = stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        return source
    return Source(io.BytesIO(_within(data, limit)), source.encoding)


def _gunzipped(source: Source) -> bytes:
    """What a gzip holds, of several parts too."""
    packed = memoryview(source.data)
    limit, parts, size, at = _limit(len(packed)), [], 0, 0
    try:
        while source.data.startswith(b"\x1f\x8b", at):
            one = zlib.decompressobj(wbits=31)
            # block by block: what is left behind one part is copied, and there may be a million of parts
            while not one.eof and at < len(packed):
                block = packed[at : at + HEAD]
                parts.append(one.decompress(block, limit + 1 - size))
                size += len(parts[-1])
                _within(parts[-1], limit + len(parts[-1]) - size)
                at += len(block) - len(one.unused_data)
            if not one.eof:
                raise unreadable("this is a gzip file that is cut off; fetch it again")
    except zlib.error as error:
        raise unreadable(f"this is a gzip file that is damaged: {error}; fetch it again") from None
    return b"".join(parts)


def _limit(packed: int) -> int:
    return max(_SMALL, min(LARGEST, packed * RATIO))


def _within(data: bytes, limit: int) -> bytes:
    if len(data) > limit:
        raise unreadable(f"unpacked it is more than {limit} bytes; unpack it, and give the file itself")
    return data
