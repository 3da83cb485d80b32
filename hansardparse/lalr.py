"""Lark's basic lexer without its count of lines and columns, which takes as long as the matching.

Places are offsets (`parser._placed` counts lines); Lark's own count of lines is of `\\n` alone anyway.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lark.lexer import BasicLexer

__all__ = ["Lexer", "Piece"]


class Piece(str):
    """A token: the text of a line, where it begins, and its type, which is its role in the end."""

    __slots__ = ("start_pos", "type")
    #: What Lark asks of the last token for the end of its input.
    line = column = end_line = end_column = end_pos = None
    type: str
    start_pos: int


class Lexer(BasicLexer):
    """Gives pieces of the text, each found by the first terminal that matches, by priority."""

    __future_interface__ = 2  # how Lark knows that `lex` takes the states

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Any]:
        """The pieces of a text in order; grammars of lines match everywhere, so there is no error."""
        text = lexer_state.text
        match, ignored = self.scanner.match, self.ignore_types
        at, end = text.start, text.end
        while at < end:
            words, kind = match(text, at)
            if kind not in ignored:
                piece = Piece(words)
                piece.type, piece.start_pos = kind, at
                yield piece
            at += len(words)
