"""A transcript of any size, a stretch at a time: `iter_sections`, and what rows are streamed from.

A text is cut into *units*, by what it says and never by how it was read: at the head of each sitting,
and where one is longer than LIMIT, before a label after a whole sentence. `parse` reads the same units.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

from hansardparse.errors import HansardError
from hansardparse.text import decoding

__all__ = ["LIMIT", "Damage", "Reader", "filled", "opened", "units"]

#: A unit longer than this, in code points, is cut at the next good place.
LIMIT = 1 << 22
#: How far a good place is looked for, before the next line end has to do.
REACH = 1 << 17
#: The head of a sitting is no longer than this.
LONGEST_HEAD = 256
#: How many bytes are read at a time.
BLOCK = 1 << 19
_ENDS = frozenset(".?!…\"”'’)]")


class Damage(NamedTuple):
    """A byte that does not belong: where its character stands in the text, and what to say of it."""

    at: int
    message: str


class Reader:
    """The decoded text of a binary stream, read block by block.

    `first` is the first block. `encoding` is that of the stream's mark, else settled on the first block
    with a byte that is not ASCII; `damage` is the first byte that is no UTF-8 in a text that is. Both are
    known for sure when all is read. Iterating raises HansardError (`undecodable`).
    """

    def __init__(self, stream: IO[bytes], name: str | None = None, encoding: str = "auto") -> None:
        self.name, self.encoding = name, "utf-8"
        self.damage: Damage | None = None
        self._stream = stream
        self._told = None if encoding == "auto" else decoding.text_encoding(encoding)
        self._decoder: codecs.IncrementalDecoder | None = None  # none is needed while all is ASCII
        self._bytes = self._characters = 0  # how many were read and given
        self.first = filled(stream, BLOCK)
        self._whole = len(self.first) < BLOCK

    def __iter__(self) -> Iterator[str]:
        """Pieces of text; raises HansardError (`undecodable`) for a byte that does not belong."""
        self._settle(self.first)
        self._bytes = len(codecs.BOM_UTF8) if self.encoding == "utf-8-sig" else 0
        block = self.first[self._bytes :]
        while block:
            yield self._decode(block, final=False)
            block = b"" if self._whole else filled(self._stream, BLOCK)
        yield self._decode(b"", final=True)

    def _settle(self, block: bytes) -> None:
        """Settle the encoding, unless nobody told it and all is ASCII as yet."""
        try:
            found = self._told or decoding.encoding_of(block, whole=self._whole, start=self._bytes)
        except decoding.DecodeError as error:
            raise HansardError(str(error), code="undecodable", source=self.name) from None
        if found in ("utf-8", "utf-8-sig") and self._bytes == 0:
            found = "utf-8-sig" if block.startswith(codecs.BOM_UTF8) else "utf-8"
        self.encoding = found
        if self._told or found != "utf-8" or not block.isascii():
            self._decoder = codecs.getincrementaldecoder(found.removesuffix("-sig"))()

    def _decode(self, block: bytes, *, final: bool) -> str:
        if self._decoder is None and not block.isascii():
            self._settle(block)
        text = block.decode("ascii") if self._decoder is None else self._decoded(self._decoder, block, final)
        self._bytes += len(block)
        self._characters += len(text)
        return text

    def _decoded(self, decoder: codecs.IncrementalDecoder, block: bytes, final: bool) -> str:
        state = decoder.getstate()
        try:
            return decoder.decode(block, final)
        except UnicodeDecodeError as error:
            offset = self._bytes - len(state[0]) + error.start
            if self.encoding not in ("utf-8", "utf-8-sig"):
                raise HansardError(
                    f"not valid {self.encoding}: bad byte at offset {offset}; is the file damaged or cut?",
                    code="undecodable",
                    source=self.name,
                ) from None
            bad = error.object[error.start : error.start + 1]
            self.damage = Damage(
                self._characters + len(error.object[: error.start].decode("utf-8")),
                f"byte 0x{bad.hex()} at offset {offset} is not UTF-8, as the rest is; "
                f"it is read as {bad.decode('cp1252', 'replace')!r}",
            )
        except UnicodeError as error:  # a codec's own: UTF-16 without its mark, a cut-off name of a host
            said = f"not valid {self.encoding}: {error}; without a mark it is utf-16-le or utf-16-be"
            raise HansardError(said, code="undecodable", source=self.name) from None
        self._decoder = codecs.getincrementaldecoder("utf-8")(decoding.AS_CP1252)
        self._decoder.setstate(state)
        return self._decoder.decode(block, final)


def filled(stream: IO[bytes], size: int) -> bytes:
    """As many bytes as there are, up to `size`, from a stream that may give fewer at a time.

    Raises TypeError for a stream of text.
    """
    parts = []
    while size > 0 and (part := stream.read(size)):
        if isinstance(part, str):
            raise TypeError('the file is open as text; open it as bytes: open(path, "rb")')
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def units(
    pieces: Iterator[str], sitting: re.Pattern[str], label: re.Pattern[str] | None
) -> Iterator[tuple[int, str, str]]:
    """The units of a text that comes in pieces: each one's offset, its text and its shadow.

    `sitting` finds the newline before the head of a sitting, `label` the label of a contribution at a
    line's beginning; None where the layout is unknown.
    """
    text, base, at = "", 0, 0  # `at`: what of `text` has been given out already
    shadow, final = "", False
    while not (final and at == len(text)):
        sought = at
        while not (head := sitting.search(shadow, sought, at + LIMIT)):
            if final or len(text) - at >= LIMIT + 2 * REACH:
                break
            piece = next(pieces, None)
            final = piece is None
            if piece:
                line = max(at, shadow.rfind("\n", at, -1) + 1)  # whole lines are read already
                sought = max(0, line - at - LONGEST_HEAD)
                shadow = shadow[at:line] + decoding.shadow(text[line:] + piece)
                text, base, at = text[at:] + piece, base + at, 0
        cut = head.start() + 1 if head else _cut(shadow, at, label)
        if cut > at:
            yield base + at, text[at:cut], shadow[at:cut]
        at = cut


def _cut(shadow: str, begin: int, label: re.Pattern[str] | None) -> int:
    """Where the unit that begins at `begin` ends, if no sitting begins before."""
    if len(shadow) - begin <= LIMIT:
        return len(shadow)
    first = line = shadow.find("\n", begin + LIMIT, begin + LIMIT + REACH) + 1
    while line:
        if (
            label is not None
            and shadow[line - 64 : line].rstrip()[-1:] in _ENDS
            and label.match(shadow, line)
        ):
            return line
        line = shadow.find("\n", line, begin + LIMIT + REACH) + 1
    return first or min(len(shadow), begin + LIMIT + REACH)


@contextmanager
def opened(file: str | os.PathLike[str] | IO[bytes]) -> Iterator[tuple[IO[bytes], str | None]]:
    """A binary stream of a path or of a stream, and the path as it was given."""
    if isinstance(file, (str, os.PathLike)):
        with open(file, "rb") as stream:
            yield stream, os.fsdecode(file)
    elif hasattr(file, "read"):
        yield file, None
    else:
        instead = "; call parse_bytes for bytes" if isinstance(file, (bytes, bytearray, memoryview)) else ""
        raise TypeError(f"a path or a binary stream is wanted, not {type(file).__name__}{instead}")
