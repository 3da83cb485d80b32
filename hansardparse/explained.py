"""What each line of a text is to its grammar: the tool to write a layout with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hansardparse import grammar
from hansardparse.grammar.lark_loops import Piece
from hansardparse.reading import TextReading, stretches_told

__all__ = ["Explained", "Form", "explained", "forms"]


class Explained(NamedTuple):
    """One line, or the lines of one terminal: the number of the first, from 1; the terminal that found it;
    the role that its neighbours leave it; the words, as the grammar reads them."""

    line: int
    terminal: str
    role: str
    text: str


class Form(NamedTuple):
    """A stretch of turns: its first and last line, from 1; how many turns; its form and how likely that is;
    and each sign that speaks for one, with its value, the form and the weight, the weightiest first."""

    first: int
    last: int
    turns: int
    form: str
    likely: float
    signs: list[tuple[str, float, str, float]]


def forms(text: str, layout: str = "auto") -> Iterator[Form]:
    """The form of exchange of each stretch of a text, and what speaks for it; nothing where no layout fits.

    Raises ValueError for an unknown layout.
    """
    line = at = 0
    for part in TextReading(iter((text,)), layout).parts(strict=False, resolve=False):
        for (start, end), stretch in stretches_told(part):
            line, at = line + text.count("\n", at, start), start
            last = line + text.count("\n", start, end)
            signs = stretch.spoken_for()
            yield Form(line + 1, last + 1, len(stretch.turns), stretch.form.value, stretch.likely, signs)


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
            terminal = found.get(token.start_pos, token.type)  # what was run together is parted by the stage
            yield Explained(line, terminal, token.type, token.rstrip())


def _noted(tokens: Iterator[Piece], found: dict[int, str]) -> Iterator[Piece]:
    """The tokens, the terminal of each noted by its place before its role is settled."""
    for token in tokens:
        found[token.start_pos] = token.type
        yield token
