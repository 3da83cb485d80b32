"""Turns of a hearing that a copy has run together: each one behind a whole sentence is a line of its own."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from hansardparse import grammar
from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.glued import parted
from hansardparse.lines.kinds import Kinds
from hansardparse.parliaments import Profile

__all__ = ["GluedTurns"]

#: Turns, by the terminals that they are on a line of their own, and a sign that stands in each.
KINDS = {"LABEL": ": ", "ANSWER": "(", "NUMBERED": ". ", "BARE": ": "}
#: Lines that may have a turn behind their words, and those that say who is there.
WORDS = frozenset((*KINDS, "LINE", "ASKED", "UNNAMED"))
LISTS, LABELS = frozenset({"PRESENT", "WITNESSES"}), frozenset({"LABEL", "BARE"})


class GluedTurns:
    """Parts lines of a hearing: `Q1 Chair: How deep? Mr Reed: Nine feet.`, `(Mr Reed) No.2. Why not?`

    `pattern` gives the expression of a terminal of the layout.
    """

    def __init__(self, profile: Profile, kinds: Kinds, pattern: Callable[[str], re.Pattern[str]]) -> None:
        self.profile = profile
        self.pattern = pattern
        self.kinds = KINDS.keys() & kinds.labels  # those that the layout has

    @functools.cached_property
    def _turns(self) -> list[tuple[str, str, re.Pattern[str]]]:
        built = grammar.build("glued-turns", parliament=self.profile.code)
        return [
            (kind, sign, grammar.pattern(built, kind)) for kind, sign in KINDS.items() if kind in self.kinds
        ]

    def process(self, tokens: list[Piece]) -> Iterator[Piece]:
        """The tokens in order, each turn behind another's words a token of its own."""
        # a name alone is that of one who is listed, or whose label begins a line
        lists = [token for token in tokens if token.type in LISTS]
        labels = [token.partition(": ")[0] for token in tokens if token.type in LABELS]
        listed = "\n".join((*lists, *labels))
        brackets = any(token.type == "ANSWER" for token in tokens)
        for token in tokens:
            places = self._places(token, listed, brackets) if token.type in WORDS else []
            if places:
                yield from parted(token, token.type, places)
            else:
                yield token

    def _places(self, token: Piece, listed: str, brackets: bool) -> list[tuple[int, str]]:
        """Where a turn begins behind the words of a line, and its terminal; numbers stand alone where those
        who answer stand in brackets.
        """
        found: dict[int, str] = {}
        # `Prof.` within a label is no sentence
        begin = token.find(": ") + 2 if token.type in LABELS else 1
        for kind, sign, pattern in self._turns:
            if sign not in token or (kind == "NUMBERED" and not brackets):
                continue
            for match in pattern.finditer(token, begin):
                known = kind != "BARE" or match[0].rpartition(":")[0] in listed
                if known and self.pattern(kind).match(token, match.start()):
                    found.setdefault(match.start(), kind)
        return sorted(found.items())
