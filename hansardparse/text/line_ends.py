"""The ends of lines: each is read as one newline with no blank before it, and its place is remembered.

How a file spells its newlines, and what blanks it leaves before them, says nothing. What the grammars read
has neither, so that nothing can depend on them; what was found in it is then put where it stands in the
source.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import attrs

from hansardparse.model.base import Span
from hansardparse.model.source_map import SourceMap

__all__ = ["LineEnds", "in_source", "starts"]

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


def starts(text: str) -> list[int]:
    """Where each line of a source begins."""
    return [0, *(end.end() for end in _END.finditer(text))]


class LineEnds:
    """A text that comes in pieces, as it is read: iterate over it, once, for its pieces.

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
        if final or "\r" in text or _BLANK_END.search(text):
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


def _closed(text: str) -> int:
    """How much of a text stands whatever comes after it: no end of a line may begin in it."""
    end = len(text) - (text[-1:] == "\r")
    return max(len(text[:end].rstrip(BLANKS)), end - MOST)


def _size(line: str) -> int:
    """How long a line is without its end; its newline, if it has two characters, begins in it."""
    end = len(line) - (line[-1:] == "\r")
    return end if line[end - 1 : end] not in _TAKEN else max(len(line[:end].rstrip(BLANKS)), end - MOST)


def in_source(node: Any, source: SourceMap) -> Any:
    """A node, or anything else with a place, and all that is in it, put where it stands in the source."""
    place, forms = source.placing(), _FORMS

    def moved(value: Any, cls: Any) -> Any:
        if cls is tuple:
            return tuple([moved(one, one.__class__) for one in value])
        try:
            form = forms[cls]
        except KeyError:
            form = forms[cls] = _form(cls)
        if form is None:
            return value
        values = [*form.values(value)]
        for at in form.placed:
            part = values[at]
            if (kind := part.__class__) is Span:
                values[at] = place(part)
            elif part:  # what is nothing has no place
                values[at] = moved(part, kind)
        return form.make(*values)

    return moved(node, node.__class__)


class _Form(NamedTuple):
    """What takes an object of a class apart and makes one of its parts, for a tree has thousands of them.

    A part that is `placed` has a place or may hold what has one.
    """

    values: Callable[[Any], tuple[Any, ...]]
    placed: tuple[int, ...]
    make: Callable[..., Any]


#: The forms of the classes that have been met.
_FORMS: dict[type[Any], _Form | None] = {}


def _form(cls: Any) -> _Form | None:
    """The form of a class that has a place, None for any other: nothing of that has one."""
    fields = attrs.fields(cls) if attrs.has(cls) else ()
    if not any(field.name == "span" for field in fields):
        return None
    every = sorted(fields, key=lambda field: field.kw_only)
    size, named = sum(not f.kw_only for f in every), [f.name for f in every if f.kw_only]
    usual = tuple(f.default for f in every if f.kw_only)

    def make(*values: Any) -> Any:
        if (more := values[size:]) == usual:  # as most are
            return cls(*values[:size])
        return cls(*values[:size], **dict(zip(named, more, strict=True)))

    values = operator.attrgetter(*(field.name for field in every))
    placed = (at for at, f in enumerate(every) if not _UNPLACED.issuperset(str(f.type).split(" | ")))
    return _Form(values, tuple(placed), make if named else cls)
