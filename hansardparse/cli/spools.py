"""What is kept of a file until it is known to be whole."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO, Any

__all__ = ["Spool"]

_SIZE = 8


class Spool:
    """The pieces of one file, on their way to the output: text, or such as have to stay apart."""

    def __init__(self, stream: IO[bytes] | Any, framed: bool) -> None:
        self._stream, self._framed = stream, framed

    def write(self, piece: str | bytes) -> None:
        """Keep a piece."""
        data = piece.encode() if isinstance(piece, str) else piece
        if self._framed:
            self._stream.write(len(data).to_bytes(_SIZE, "big"))
        self._stream.write(data)

    def pieces(self) -> Iterator[Any]:
        """The pieces as they were kept; of text, others that say the same."""
        self._stream.seek(0)
        if self._framed:
            while size := self._stream.read(_SIZE):
                yield self._stream.read(int.from_bytes(size, "big"))
            return
        text = io.TextIOWrapper(self._stream, encoding="utf-8", newline="\n")
        try:
            while piece := text.read(1 << 20):
                yield piece
        finally:
            text.detach()
