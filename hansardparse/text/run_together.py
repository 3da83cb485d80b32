"""Texts that have lost their newlines: each turn within a line begins one again, and so does its heading.

A copy of a page may be one line for all that is said in it. Its length is kept: where a turn begins, the
space before it is read as the newline that was lost.
"""

from __future__ import annotations

import re

import attrs

__all__ = ["JUDGED", "LONG", "SURELY_LONG", "RunTogether", "has_long_lines"]

#: Lines so long hold more than this share of such a text, and so many turns at least begin within them.
LONG, HALF, FEW = 400, 0.5, 2
#: Few paragraphs are so long.
SURELY_LONG = 1000
#: It is judged by so much of its beginning.
JUDGED = 1 << 16


def has_long_lines(text: str, length: int) -> bool:
    """Whether most of a text stands in lines of this length or more."""
    lengths = list(map(len, text[:JUDGED].split("\n")))
    return sum(each for each in lengths if each >= length) > HALF * sum(lengths)


@attrs.frozen
class RunTogether:
    """What finds the turns within the lines of a text, the headings before them, and titles of the record."""

    turn: re.Pattern[str]
    headed: re.Pattern[str]
    title: re.Pattern[str]

    def made(self, shadow: str, turns: int) -> bool:
        """Whether more turns begin within the long lines of a text than with a line, by its layout or not."""
        lines = [line.lstrip() for line in shadow[:JUDGED].split("\n")]
        within = sum(
            found.start() > 0 for line in lines if len(line) >= LONG for found in self.turn.finditer(line)
        )
        return within >= FEW and within > max(turns, sum(1 for line in lines if self.turn.match(line)))

    def parted(self, text: str, shadow: str) -> tuple[str, str]:
        """A text and its shadow with a newline for the space before each turn, before its heading, and on
        both sides of a title.
        """
        places: set[int] = set()
        start = 0
        for line in shadow.split("\n"):
            if len(line) >= LONG:
                for pattern in (self.turn, self.headed, self.title):
                    places |= {start + found.start() - 1 for found in pattern.finditer(line) if found.start()}
                places |= {start + found.end() for found in self.title.finditer(line)}
            start += len(line) + 1
        return _with_newlines(text, sorted(places)), _with_newlines(shadow, sorted(places))


def _with_newlines(text: str, places: list[int]) -> str:
    """A text with newlines for the spaces at some places."""
    pieces, done = [], 0
    for at in places:
        pieces.append(text[done:at])
        done = at + 1
    return "\n".join((*pieces, text[done:]))
