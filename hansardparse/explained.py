"""What each line of a text is to its grammar: the tool to write a layout with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hansardparse import grammar
from hansardparse.grammar.lark_loops import Piece
from hansardparse.reading import TextReading

__all__ = ["Explained", "explained"]


class Explained(NamedTuple):
    """One line, or the lines of one terminal: the number of the first, from 1; the terminal that found it;
    the role that its neighbours leave it; the words, as the grammar reads them."""

    line: int
    terminal: str
    role: str
    text: str


def explained(text: str, layout: str = "auto") -> Iterator[Explained]:
    """Each line of a text with its terminal and its role; nothing where no layout fits.

    Raises ValueError for an unknown layout.
    """
    reading = TextReading(iter((text,)), layout)
    if reading.layout is None:
        return
    stage = reading.layout.roles
    for shadow, line in reading.shadows():
        found: dict[int, str] = {}
        at = 0
        for token in stage.process(_noted(grammar.lexed(reading.layout.parser, shadow), found)):
            line += shadow.count("\n", at, token.start_pos)
            at = token.start_pos
            yield Explained(line, found[token.start_pos], token.type, token.rstrip())


def _noted(tokens: Iterator[Piece], found: dict[int, str]) -> Iterator[Piece]:
    """The tokens, the terminal of each noted by its place before its role is settled."""
    for token in tokens:
        found[token.start_pos] = token.type
        yield token
