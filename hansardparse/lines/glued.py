"""Lines that a copy has run together: a time behind the last words is a line of its own, and so is a label
behind words that it cuts off, or behind whole words where a parliament's pages often have it so.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from hansardparse import grammar
from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.kinds import Kinds
from hansardparse.parliaments import Profile

__all__ = ["Glued", "parted"]

#: A time is no longer than this, and a line that ends with one ends with one of these.
LONGEST, LAST = 16, ("m", "m.", "n", "t")
DIGITS = frozenset("0123456789")
#: It begins with a figure, or is the name of an hour, with one of these.
BEGINS = DIGITS | {"N", "M"}
#: How the half of the day is written behind a time, which has no more characters before it; a label behind it
#: is no longer than this.
HALVES, FIGURES, LONGEST_LABEL = (" pm", " am", " p.m", " a.m"), 6, 320
#: With so many characters from the colon of a label on, it is seen what follows.
NEXT = 3
#: Words that are cut off end so.
CUT_OFF = "--"


def parted(token: Piece, kind: str, places: list[tuple[int, str]]) -> Iterator[Piece]:
    """The parts of a line: a first one of a kind, and one from each place on, with its own."""
    begin = 0
    for at, next_kind in (*places, (len(token), "")):
        piece = Piece(token[begin:at])
        piece.type, piece.start_pos = kind, token.start_pos + begin
        yield piece
        begin, kind = at, next_kind


class Glued:
    """Parts lines that were run together: `... as may be.8.45 pm`, `... it is----Senator Oake: No.`

    `pattern` gives the expression of a terminal of the layout.
    """

    def __init__(self, profile: Profile, kinds: Kinds, pattern: Callable[[str], re.Pattern[str]]) -> None:
        self.profile = profile
        self.words = kinds.spoken | kinds.labels | kinds.turns | {"TITLE", "PROCEDURE", "MINUTE"}
        self.label = next(iter(kinds.behind_words & kinds.labels), None)
        self.time = next(iter(kinds.behind_words - kinds.labels), None)
        self.turn = next(iter(kinds.behind_time), None)
        self._pattern = pattern

    @functools.cached_property
    def _time(self) -> re.Pattern[str]:
        """A time at the end of a line."""
        return grammar.pattern(grammar.build("inline", parliament=self.profile.code), "TIME_BEHIND")

    @functools.cached_property
    def _label(self) -> re.Pattern[str]:
        """A label behind the dashes of words that are cut off, or behind whole words."""
        return grammar.pattern(grammar.build("inline", parliament=self.profile.code), "LABEL_BEHIND")

    @functools.cached_property
    def _own(self) -> re.Pattern[str]:
        """A label of the layout: what is found behind words is one, or is none."""
        assert self.label is not None, "it is asked where a label may stand behind words"
        return self._pattern(self.label)

    @functools.cached_property
    def _turn(self) -> re.Pattern[str]:
        """A time within words, and a label behind it."""
        return grammar.pattern(grammar.build("inline", parliament=self.profile.code), "TURN_BEHIND")

    def process(self, stream: Iterator[Piece]) -> Iterator[Piece]:
        """The tokens of `stream` in order, each time and each label behind words a token of its own."""
        if self.label is None and self.time is None:
            yield from stream
            return
        words, may_be_parted = self.words, self._may_be_parted
        for token in stream:
            kind = token.type
            if kind not in words or not may_be_parted(token) or not (places := self._places(token)):
                yield token
                continue
            yield from parted(token, "LINE" if kind == "TITLE" else kind, places)

    def _may_be_parted(self, token: Piece) -> bool:
        """Whether a line ends as a time does, or may have a label or a time within it: few lines do."""
        if token.rstrip().endswith(LAST) or self._may_have_label(token):
            return True
        # a label behind a time has both: one character is found much sooner than several
        return self.turn is not None and ":" in token and "(" in token and bool(_times(token))

    def _may_have_label(self, token: Piece) -> bool:
        """Whether a label may stand within a line: words are cut off, or there is a colon that is not the
        one of its own label.
        """
        if self.label is None:
            return False
        return CUT_OFF in token or token.count(":") > (token.type == self.label)

    def _places(self, token: Piece) -> list[tuple[int, str]]:
        """Where something begins that stands behind the words of a line, and its terminal."""
        places: list[tuple[int, str]] = []
        if self.label is not None and self._may_have_label(token):
            behind = token.find(":") + 1 if token.type == self.label else 0
            places = [(at, self.label) for at in self._labels(token, behind)]
        if self.turn is not None and self.time is not None:
            for at in _times(token):
                if found := self._turn.search(token, max(1, at - FIGURES), at + LONGEST_LABEL):
                    places += [(found.start(), self.time), (found.end(), self.turn)]
        end = token.rstrip()
        if self.time is not None and end.endswith(LAST) and (at := self._at(end)):
            places.append((at, self.time))
        return places

    def _labels(self, line: str, begin: int) -> Iterator[int]:
        """Where labels begin behind a place: each is looked for before a colon, not in all of the line."""
        colon = line.find(":", begin)
        while colon >= 0:
            first = max(begin, colon - LONGEST_LABEL)
            found = self._label.search(line, first, colon + NEXT)
            if found and self._own.match(line, found.start()):
                yield found.start()
                begin = found.end()
            colon = line.find(":", colon + 1)

    def _at(self, line: str) -> int:
        """Where a time begins that stands behind words, 0 where none does."""
        first = max(1, len(line) - LONGEST)
        if BEGINS.isdisjoint(line[first:]):  # as in most: to search takes twenty times as long
            return 0
        found = self._time.search(line, first)
        return found.start() if found else 0


def _times(line: str) -> list[int]:
    """Where the halves of days stand behind figures."""
    places: list[int] = []
    for half in HALVES:
        at = line.find(half, 1)
        while at > 0:
            if line[at - 1] in DIGITS:
                places.append(at)
            at = line.find(half, at + 1)
    return sorted(places)
