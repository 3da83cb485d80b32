"""The stretch of text that is read: what its tokens say, and where."""

from __future__ import annotations

import functools
import re
import string
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.grammar.lark_loops import Piece
from hansardparse.model.nodes import Line, Span
from hansardparse.parliaments import Profile
from hansardparse.text.joints import folded

__all__ = ["Found", "Groups", "Stretch", "extent"]

#: `Span(*pair)` in half the time, for what is made of every line.
extent: Callable[[tuple[int, int]], Span] = functools.partial(tuple.__new__, Span)
#: A problem before its line and column are known: code, message, severity and place.
Found = tuple[str, str, str, Span]


@attrs.frozen(eq=False)
class Groups:
    """What the head of a grammar says of its terminals, as the builders need it.

    - `kinds`: the kind of node that a line is by itself, by its terminal or role
    - `found_by`: the terminal that found a line, by the role that it has where that is no terminal
    - `ballot`: the lines of a division, as roles; `goes_on`: lines between those that are not of it
    """

    kinds: Mapping[str, str]
    found_by: Mapping[str, str]
    ballot: frozenset[str]
    goes_on: frozenset[str]

    @classmethod
    def of(cls, groups: Mapping[str, frozenset[str]], makers: Iterable[str]) -> Groups:
        """Those of a head; `makers` are the kinds of nodes."""
        nothing: frozenset[str] = frozenset()
        found_by = {
            role.upper(): next(iter(groups[role])) for role in ("doubted", "subject") if role in groups
        } | {"ENUMERATED": "NUMBERED"}
        return cls(
            {terminal: kind for kind in makers for terminal in groups.get(kind, nothing)},
            found_by,
            groups.get("ballot", nothing) | {"VOTE", "SUBJECT"},
            groups.get("division-goes-on", nothing),
        )


@functools.cache
def _apart(parser: Any, terminal: str) -> tuple[re.Pattern[str], tuple[tuple[str, int], ...]]:
    """The expression of a terminal and its named parts: `number_division` is the number."""
    pattern = grammar.pattern(parser, terminal)
    return pattern, tuple((grammar.part_of(name), group) for name, group in pattern.groupindex.items())


class Stretch:
    """A stretch of a text, which begins at offset `base` of it, with the parser of its lines.

    A stretch is made for each unit of a text and shared by those that make its nodes. Nothing in it
    changes but `problems`, to which they add.
    """

    def __init__(
        self,
        parser: Any,
        profile: Profile,
        groups: Groups,
        text: str,
        shadow: str,
        base: int,
    ) -> None:
        self.parser = parser
        self.groups_of = groups
        #: The kind of node that a line is by itself, by its terminal or role.
        self.kinds = groups.kinds
        self.profile = profile
        self.text = text
        self.shadow = shadow
        self.base = base
        self.terminals = frozenset(terminal.name for terminal in parser.terminals)
        #: What was found open; the lines of all of them are counted at once, when the stretch is read.
        self.problems: list[Found] = []
        #: Where the numbers of columns are that stand within words; to search each paragraph takes longer.
        self.glued: list[tuple[int, int]] = []
        if "GLUED" in self.terminals:
            glued = grammar.pattern(parser, "GLUED")
            self.glued = sorted(m.span() for m in grammar.starting(glued, shadow, "[" + string.digits))

    def span(self, token: Piece) -> Span:
        """The place of a token without the white space around it."""
        start = self.base + token.start_pos
        return extent((start, start + len(token.rstrip())))

    def words(self, span: Span) -> str:
        """What the text has at a place; lines that were joined have a space between them."""
        start, end = span
        return folded(self.text[start - self.base : end - self.base])

    def shadowed(self, start: int, end: int) -> str:
        """What the grammars read between two offsets of the text."""
        return self.shadow[start - self.base : end - self.base]

    def is_within_word(self, span: Span) -> bool:
        """Whether letters stand close to a place on both sides."""
        start, end = span.start - self.base, span.end - self.base
        return self.shadow[start - 1 : start].isalpha() and self.shadow[end : end + 1].isalpha()

    def trimmed(self, start: int, end: int) -> Span:
        """A place without the white space at its ends."""
        shadow = self.shadowed(start, end)
        start += len(shadow) - len(shadow.lstrip())
        return Span(start, start + len(shadow.strip()))

    def places(self, token: Piece) -> dict[str, Span]:
        """Where the named parts of a token are, by the same terminal that found it."""
        pattern, parts = _apart(self.parser, self.groups_of.found_by.get(token.type, token.type))
        match = pattern.match(self.shadow, token.start_pos)
        assert match is not None, "a terminal matches where it matched"
        base, every = self.base, match.regs
        found: dict[str, Span] = {}
        for name, group in parts:
            start, end = every[group]
            if start >= 0:
                found[name] = extent((base + start, base + end))
        return found

    def groups(self, token: Piece) -> dict[str, str]:
        """The words of the named parts of a token."""
        return {name: self.words(place) for name, place in self.places(token).items()}

    def report(self, code: str, message: str, severity: str, span: Span) -> None:
        """Note a problem; its line and column are found when the whole stretch has been read."""
        self.problems.append((code, message, severity, span))

    def line(self, token: Piece) -> Line:
        """A line whose meaning is in the node around it."""
        span = self.span(token)
        return Line(self.words(span), span)
