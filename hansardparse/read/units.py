"""The text of a container, in which spans count, put together from its lines, stretch by stretch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from hansardparse.read.lines import Line
from hansardparse.read.source import Damaged

__all__ = ["Unit", "units"]

#: A stretch ends before the first heading behind so many characters, and at the latest at so many more.
LIMIT, REACH = 1 << 20, 1 << 20
#: Lines below which the next one follows with no blank line between them.
_CLOSE = frozenset({"TEXT", "LABEL", "SIDE", "VOTE", "TELLERS", "ROW"})


@attrs.define
class Unit:
    """A stretch of a container's text: where it begins, its lines with their offsets in it.

    `parliament` is the code or the country of whose record it is, where the container says it; `damaged`
    says why nothing more of the container could be read, None where all of it was; `left_out` says what of
    it is read and not kept, None where nothing is.
    """

    base: int
    text: str
    lines: list[tuple[int, Line]]
    parliament: str | None = None
    damaged: str | None = None
    left_out: str | None = None


def units(lines: Iterable[Line]) -> Iterator[Unit]:
    """The stretches of a container; there is one at least."""
    base = 0
    unit = _Filling()
    parliament = None
    try:
        for line in lines:
            if not line.text:
                continue
            if line.role == "PARLIAMENT":
                parliament = line.text
                continue
            if line.role == "LEFT_OUT":
                unit.left_out = line.text
                continue
            if unit.size > LIMIT and (_is_topmost(line) or unit.size > LIMIT + REACH):
                yield unit.done(base, parliament)
                base += unit.size
                unit = _Filling()
            unit.add(line)
    except Damaged as error:
        yield unit.done(base, parliament, str(error))
    else:
        yield unit.done(base, parliament)


def _is_topmost(line: Line) -> bool:
    """Whether a line is a heading that is in no other, as far as the container says it."""
    return line.role == "HEADING" and line.depth <= 1


class _Filling:
    """A stretch that grows."""

    def __init__(self) -> None:
        self.size = 0
        self.left_out: str | None = None
        self._pieces: list[str] = []
        self._lines: list[tuple[int, Line]] = []

    def add(self, line: Line) -> None:
        """One more line, and what parts it from the next."""
        end = "\n" if line.role in _CLOSE else "\n\n"
        self._lines.append((self.size, line))
        self._pieces += (line.text, end)
        self.size += len(line.text) + len(end)

    def done(self, base: int, parliament: str | None, damaged: str | None = None) -> Unit:
        """The stretch, whole."""
        return Unit(base, "".join(self._pieces), self._lines, parliament, damaged, self.left_out)
