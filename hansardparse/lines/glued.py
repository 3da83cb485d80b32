"""Lines that a copy has run together: a time that stands behind the last words is a line of its own."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from hansardparse import grammar
from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.kinds import Kinds
from hansardparse.parliaments import Profile

__all__ = ["Glued"]

#: A time is no longer than this, and a line that ends with one ends with one of these.
LONGEST, LAST = 16, ("m", "m.", "n", "t")


class Glued:
    """Parts lines that were run together: `... as soon as may be.8.45 pm`."""

    def __init__(self, profile: Profile, kinds: Kinds) -> None:
        self.profile = profile
        self.kinds = kinds
        self.words = kinds.spoken | kinds.labels | kinds.turns | {"TITLE"}

    @functools.cached_property
    def _time(self) -> re.Pattern[str]:
        """A time at the end of a line."""
        return grammar.pattern(grammar.build("inline", parliament=self.profile.code), "TIME_BEHIND")

    def process(self, stream: Iterator[Piece]) -> Iterator[Piece]:
        """The tokens of `stream` in order, each time behind words a token of its own."""
        if not self.kinds.behind_words:
            yield from stream
            return
        (mark,) = self.kinds.behind_words
        for token in stream:
            end = token.rstrip()
            at = self._at(end) if end.endswith(LAST) and token.type in self.words else 0
            if not at:
                yield token
                continue
            words, behind = Piece(token[:at]), Piece(token[at:])
            words.type = "LINE" if token.type == "TITLE" else token.type
            behind.type = mark
            words.start_pos, behind.start_pos = token.start_pos, token.start_pos + at
            yield words
            yield behind

    def _at(self, line: str) -> int:
        """Where a time begins that stands behind words, 0 where none does."""
        first = max(1, len(line) - LONGEST)
        found = self._time.search(line, first)
        return found.start() if found else 0
