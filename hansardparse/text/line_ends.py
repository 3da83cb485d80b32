"""The ends of lines: each is read as one newline with no blank before it, and its place is remembered.

How a file spells its newlines, and what blanks it leaves before them, says nothing. What the grammars read
has neither, so that nothing can depend on them; what was found in it is then put where it stands in the
source.
"""

from __future__ import annotations

import functools
import itertools
import operator
import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from hansardparse.model.source_map import SourceMap

__all__ = ["LineEnds", "put_in_source", "starts"]

#: Blanks and tabs of every width. A form feed is none of them: it may part two pages.
BLANKS = "\t \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
#: What may end a line that is not kept.
_TAKEN = frozenset([*BLANKS, "\r"])
#: So many of them are taken from the end of a line; a longer run keeps what stands before the last of these.
MOST = 1 << 16
_END = re.compile(r"\r\n|\n|\r")
#: What a field may hold that has no place.
_UNPLACED = frozenset(["None", "bool", "float", "int", "str"])
_LONE = re.compile(r"\r(?!\n)")
#: Begins with its newline, by which it is found in a fiftieth of the time.
_BLANK_END = re.compile(f"\n(?<=[{BLANKS}]\n)")
_BLANK_BEFORE_CARRIAGE = re.compile(f"\r(?<=[{BLANKS}]\r)")


def starts(text: str) -> list[int]:
    """Where each line of a source begins."""
    return [0, *(end.end() for end in _END.finditer(text))]


class LineEnds:
    """A text that comes in pieces, as it is read: iterate over it, once, for its pieces.

    >>> from hansardparse.model.base import Span
    >>> ends = LineEnds(["Ada \\r", "\\nMarsh\\t"])
    >>> "".join(ends)
    'Ada\\nMarsh'
    >>> ends.taken_before(9).place(Span(4, 9))
    Span(start=6, end=11)
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces = pieces
        self._read = 0  # how many code points have been given out
        #: Where something was taken away, and how much there and before it.
        self._at, self._taken = [-1], [0]

    def __iter__(self) -> Iterator[str]:
        held = ""
        for piece in self._pieces:
            text = held + piece if held else piece
            end = _closed(text)
            held = text[end:]
            yield self._plain(text[:end])
        yield self._plain(held, final=True)

    def _plain(self, text: str, final: bool = False) -> str:
        """A stretch of the text with plain line ends, those that it had remembered."""
        if not final and _is_of_carriages(text):
            lines = text.split("\r\n")
            self._at += map(
                operator.add, itertools.accumulate(map(len, lines[:-1])), itertools.count(self._read)
            )
            self._taken += range(self._taken[-1] + 1, self._taken[-1] + len(lines))
            text = "\n".join(lines)
        elif final or "\r" in text or _BLANK_END.search(text):
            lines = _LONE.sub("\n", text).split("\n")
            text = "\n".join(self._ended(lines, final))
        self._read += len(text)
        return text

    def _ended(self, lines: list[str], final: bool) -> Iterator[str]:
        """Lines without what stands at their ends; the last one ends only where the text does."""
        at, taken, last = self._read, self._taken[-1], len(lines) - 1
        for n, line in enumerate(lines):
            size = len(line)
            if line[-1:] in _TAKEN and (n < last or final) and (kept := _size(line)) < size:
                taken += size - kept
                self._at.append(at + kept)
                self._taken.append(taken)
                line, size = line[:kept], kept
            at += size + 1
            yield line

    def read(self, offset: int) -> int:
        """At which offset a code point is read, by its offset in the source, of what was not asked for."""
        return SourceMap(self._at, self._taken).read(offset)

    def taken_before(self, read: int) -> SourceMap | None:
        """The map of what is read up to an offset, None where it is the source; no more is known of it then.

        Where each part of a text is asked for in turn, no more is held than the parts that are to come.
        """
        if not self._taken[-1]:
            return None
        whole = SourceMap(self._at, self._taken)
        part = whole.before(read)
        del self._at[: len(part.at) - 1], self._taken[: len(part.at) - 1]
        return part


def _is_of_carriages(text: str) -> bool:
    """Whether each line ends in two characters and nothing else is taken away: its places are soon told."""
    times = text.count("\r")
    return (
        times > 0
        and times == text.count("\n") == text.count("\r\n")
        and _BLANK_BEFORE_CARRIAGE.search(text) is None
    )


def _closed(text: str) -> int:
    """How much of a text stands whatever comes after it: no end of a line may begin in it."""
    end = len(text) - (text[-1:] == "\r")
    return max(len(text[:end].rstrip(BLANKS)), end - MOST)


def _size(line: str) -> int:
    """How long a line is without its end; its newline, if it has two characters, begins in it."""
    end = len(line) - (line[-1:] == "\r")
    return end if line[end - 1 : end] not in _TAKEN else max(len(line[:end].rstrip(BLANKS)), end - MOST)


def put_in_source(tree: Any, source: SourceMap) -> None:
    """Set the places of a node, and of all that is in it, to where these stand in the source.

    Only for what has just been made and nobody has seen: its nodes are frozen, and to make each of them anew
    takes twice as long.
    """
    place, put = source.placing(), object.__setattr__
    done: set[int] = set()  # a reference that is printed stands in two places of a transcript
    stack = [tree]
    while stack:
        one = stack.pop()
        cls = one.__class__
        if cls is tuple:
            stack.extend(one)
        elif (below := _below(cls)) is not None and id(one) not in done:
            done.add(id(one))
            put(one, "span", place(one.span))
            for name in below:
                part = getattr(one, name)
                if part:
                    stack.append(part)


@functools.cache
def _below(cls: type[Any]) -> tuple[str, ...] | None:
    """The fields of a class that may hold what has a place; None where nothing has one."""
    fields = attrs.fields(cls) if attrs.has(cls) else ()
    types = {field.name: frozenset(str(field.type).split(" | ")) for field in fields}
    if "span" not in types:
        return None
    return tuple(name for name, kinds in types.items() if name != "span" and not _UNPLACED.issuperset(kinds))
