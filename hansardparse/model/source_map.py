"""Where the source has more than what is read of it: at the ends of lines."""

from __future__ import annotations

import bisect
import functools
import operator
import sys
from collections.abc import Callable, Iterable, Sequence

import attrs

from hansardparse.model.base import Span

__all__ = ["SourceMap"]


@attrs.frozen
class SourceMap:
    """From offsets in what is read to offsets in the source, and back.

    Before what is read at `at[n]`, the source has `taken[n]` code points more; the first of both stands
    before everything that is asked for.
    """

    at: Sequence[int] = (-1,)
    taken: Sequence[int] = (0,)

    def offset(self, read: int) -> int:
        """Where in the source the code point stands that is read at an offset."""
        return read + self.taken[bisect.bisect_right(self.at, read) - 1]

    def place(self, span: Span) -> Span:
        """The place in the source of what is read at a place."""
        (start, end), at, taken = span, self.at, self.taken
        first = start + taken[bisect.bisect_right(at, start) - 1]
        if end <= start:
            return Span(first, first)
        return Span(first, end + taken[bisect.bisect_right(at, end - 1) - 1])

    def placing(self) -> Callable[[Span], Span]:
        """`place` for many places, most of them near the one before: no line end lies between."""
        at, taken, new = self.at, self.taken, tuple.__new__
        low = high = by = 0  # so much is taken before what is read from `low` to `high`

        def place(span: Span) -> Span:
            nonlocal low, high, by
            start, end = span
            if not (low <= start < high):
                nth = bisect.bisect_right(at, start)
                low, by = at[nth - 1], taken[nth - 1]
                high = at[nth] if nth < len(at) else sys.maxsize
            return new(Span, (start + by, end + by)) if end <= high else self.place(span)

        return place

    def read(self, offset: int) -> int:
        """At which offset a code point of the source is read."""
        return offset - self.taken[bisect.bisect_right(self._behind, offset) - 1]

    @functools.cached_property
    def _behind(self) -> list[int]:
        """Where in the source what was taken away has ended."""
        return [*map(operator.add, self.at, self.taken)]

    def before(self, read: int) -> SourceMap:
        """The part of the map that is needed before an offset of what is read."""
        size = bisect.bisect_right(self.at, read)
        return SourceMap(tuple(self.at[:size]), tuple(self.taken[:size]))

    @classmethod
    def of(cls, parts: Iterable[SourceMap]) -> SourceMap:
        """The map of a text by those of its parts, in order."""
        every = tuple(parts)
        return cls(
            tuple(n for part in every for n in part.at), tuple(n for part in every for n in part.taken)
        )
