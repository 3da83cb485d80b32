"""What the tokens of a text say and where: the ground that nodes are built on."""

from __future__ import annotations

import functools
import re
import string
from collections.abc import Callable
from typing import Any

from hansardparse import grammar
from hansardparse.model.nodes import Line, Span

__all__ = ["Places", "extent", "rejoined"]

#: `Span(*pair)` in half the time, for what is made of every line.
extent: Callable[[tuple[int, int]], Span] = functools.partial(tuple.__new__, Span)

#: Tokens whose role is not the name of the terminal that found them.
FOUND_BY = {"DOUBTED": "BARE", "SUBJECT": "DIVIDED"}


_JOINT = re.compile("\r+ ")


def rejoined(words: str) -> str:
    """Words from lines that were joined, without the blanks that stood before the newlines."""
    return _JOINT.sub(" ", words)


@functools.cache
def _apart(parser: Any, terminal: str) -> tuple[re.Pattern[str], tuple[tuple[str, int], ...]]:
    """The expression of a terminal and its named parts: `number_division` is the number."""
    pattern = grammar.pattern(parser, FOUND_BY.get(terminal, terminal))
    return pattern, tuple((grammar.part_of(name), group) for name, group in pattern.groupindex.items())


class Places:
    """The stretch of text that is being read: what its tokens say, and where.

    One is made for each parse, so nothing is shared between threads; what a mark says (a time, a column)
    is kept for what follows it.
    """

    def __init__(self, parser: Any) -> None:
        self.parser = parser
        self.terminals = {terminal.name for terminal in parser.terminals}
        self.lifts = "GLUED" in self.terminals  # a number within a sentence may be a column's
        self.read("", "", 0)
        self.time: str | None = None
        self.column: str | None = None

    def read(self, text: str, shadow: str, base: int, *, joined: bool = False) -> None:
        """Turn to the next stretch, which begins at offset `base` of its source.

        Lines that were `joined` have a `\\r` for each blank before the newline (see `wrapping`).
        """
        self.text = text
        self.shadow = shadow
        self.base = base
        self.joined = joined
        #: Code, message, severity and place of each; where their lines are is found for all of them at once.
        self.problems: list[tuple[str, str, str, Span]] = []
        #: Where the numbers of columns are that stand within words; to search each paragraph takes longer.
        self.glued: list[tuple[int, int]] = []
        if self.lifts:
            glued = grammar.pattern(self.parser, "GLUED")
            self.glued = sorted(m.span() for m in grammar.starting(glued, shadow, string.digits))

    # --- small things --------------------------------------------------------------------------

    def span(self, token: Any) -> Span:
        """The place of a token without the white space around it."""
        start = self.base + token.start_pos
        return extent((start, start + len(token.rstrip())))

    def words(self, span: Span) -> str:
        """What the source has at a place; lines that were joined have a space between them."""
        start, end = span
        words = self.text[start - self.base : end - self.base]
        return rejoined(words) if self.joined else words

    def trimmed(self, start: int, end: int) -> Span:
        """A place without the white space at its ends."""
        shadow = self.shadow[start - self.base : end - self.base]
        start += len(shadow) - len(shadow.lstrip())
        return Span(start, start + len(shadow.strip()))

    def places(self, token: Any) -> dict[str, Span]:
        """Where the named parts of a token are, by the same terminal that found it."""
        pattern, parts = _apart(self.parser, token.type)
        match = pattern.match(self.shadow, token.start_pos)
        assert match is not None, "a terminal matches where it matched"
        base, every = self.base, match.regs
        found: dict[str, Span] = {}
        for name, group in parts:
            start, end = every[group]
            if start >= 0:
                found[name] = extent((base + start, base + end))
        return found

    def groups(self, token: Any) -> dict[str, str]:
        """The words of the named parts of a token."""
        return {name: self.words(place) for name, place in self.places(token).items()}

    def report(self, code: str, message: str, severity: str, span: Span) -> None:
        """Note a problem; its line and column are found when the whole stretch has been read."""
        self.problems.append((code, message, severity, span))

    def line(self, token: Any) -> Line:
        """A line whose meaning is in the node around it."""
        span = self.span(token)
        return Line(self.words(span), span)
