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
from pathlib import Path
from typing import IO

from hansardparse.errors import HansardError
from hansardparse.text import decoding

__all__ = ["LIMIT", "Reader", "opened", "units"]

#: A unit longer than this, in code points, is cut at the next good place.
LIMIT = 1 << 22
#: How far a good place is looked for, before the next line end has to do.
REACH = 1 << 17
#: The head of a sitting is no longer than this.
LONGEST_HEAD = 256
#: How many bytes are read at a time.
BLOCK = 1 << 19
_ENDS = frozenset(".?!…\"”'’)]")


class Reader:
    """The decoded text of a binary stream, read block by block, its encoding settled on the first."""

    def __init__(self, stream: IO[bytes], name: str | None = None) -> None:
        self.name = name
        self._stream = stream
        first = _fill(stream, BLOCK)
        self._whole = len(first) < BLOCK
        try:
            self.encoding = decoding.encoding_of(first, whole=self._whole)
        except decoding.DecodeError as error:
            raise HansardError(str(error), code="undecodable", source=name) from None
        self._decoder = codecs.getincrementaldecoder(self.encoding)()
        self._read = 0
        self._first: bytes | None = first

    def __iter__(self) -> Iterator[str]:
        """Pieces of text; raises HansardError (`undecodable`) for a byte that does not belong."""
        block = self._first if self._first is not None else b""
        self._first = None
        while block:
            yield self._decode(block, final=False)
            block = b"" if self._whole else _fill(self._stream, BLOCK)
        yield self._decode(b"", final=True)

    def _decode(self, block: bytes, *, final: bool) -> str:
        pending = self._decoder.getstate()[0]
        try:
            text = self._decoder.decode(block, final)
        except UnicodeDecodeError as error:
            at = self._read - len(pending) + error.start
            if self._read == 0 and self.encoding == "utf-8-sig":
                at += len(codecs.BOM_UTF8)  # which its decoder does not count
            raise HansardError(
                f"not valid {self.encoding}: bad byte at offset {at}; is the file damaged or cut off?",
                code="undecodable",
                source=self.name,
            ) from None
        self._read += len(block)
        return text


def _fill(stream: IO[bytes], size: int) -> bytes:
    """As many bytes as there are, up to `size`, from a stream that may give fewer at a time."""
    parts = []
    while size > 0 and (part := stream.read(size)):
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
    """A binary stream of a path or of a stream, and the file's name."""
    if isinstance(file, (str, os.PathLike)):
        path = Path(file)
        with path.open("rb") as stream:
            yield stream, path.name
    else:
        yield file, None
