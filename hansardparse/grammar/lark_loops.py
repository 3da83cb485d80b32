"""Lark's tables and terminals, run by loops that do no more than a transcript needs.

Lark's own loops count lines and columns at every token (of `\\n` alone) and keep what its interactive
parser needs, which takes longer than matching and reducing do. Places are offsets here, and
`parsing._placed` counts lines.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from lark.exceptions import UnexpectedCharacters, UnexpectedToken
from lark.lexer import BasicLexer, ContextualLexer
from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_parser import LALR_Parser

__all__ = ["PLUGINS", "Piece", "Raw", "alternation", "parsed", "starting"]


def alternation(terminals: Iterable[Any]) -> str:
    """Terminals as one expression, in their order: `lastgroup` names the one that matches.

    The name of a terminal stands behind it, and its parts are no groups here: the engine passes over an
    alternative by its first character only where no group begins there, and at every repeat it keeps each
    group up to the last. `pattern` has the parts.
    """
    return "|".join(f"(?:{t.pattern.to_regexp()})(?P<{t.name}>)" for t in terminals)


def starting(expression: re.Pattern[str], text: str, first: str) -> Iterator[re.Match[str]]:
    """Where an expression matches that starts with one of some characters, character by character.

    The engine's own search for any of several characters takes ten times as long as those for each.
    """
    for letter in first:
        at = text.find(letter)
        while at >= 0:
            if match := expression.match(text, at):
                yield match
            at = text.find(letter, at + 1)


class Piece(str):
    """A token: the text of a line, where it begins, and its type, which is its role in the end."""

    __slots__ = ("start_pos", "type")
    type: str
    start_pos: int

    @property
    def end_pos(self) -> int:
        """Where its text ends."""
        return self.start_pos + len(self)


class Raw:
    """A rule's name and its children, as the parser hands them over."""

    __slots__ = ("children", "data")

    def __init__(self, data: str, children: list[Any]) -> None:
        self.data = str.__str__(data)  # a token of Lark compares slowly
        self.children = children


#: What stands behind the last token.
_END = Piece()
_END.type, _END.start_pos = "$END", -1


class _Text:
    """A text on its way through a lexer, of which only the text is needed."""

    __slots__ = ("lexer", "text")

    def __init__(self, lexer: Any, text: str) -> None:
        self.lexer = lexer
        self.text = text

    @classmethod
    def from_text(cls, lexer: Any, text: str) -> _Text:
        """What Lark calls for each text."""
        return cls(lexer, text)

    def lex(self, states: Any) -> Iterator[Any]:
        """The pieces of the text, as the lexer gives them to a parser in the last of `states`."""
        found: Iterator[Any] = self.lexer.lex(self.text, states)
        return found


class _Basic(BasicLexer):
    """Gives pieces of the text, each found by the first terminal that matches, by priority."""

    def __init__(self, conf: Any, comparator: Any = None) -> None:
        conf.skip_validation = True  # compiling every terminal by itself: `pattern` compiles them all
        super().__init__(conf, comparator)

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        """All terminals as one expression, in the order that Lark gives them."""
        return re.compile(alternation(self.terminals))

    def lex(self, text: Any, states: Any) -> Iterator[Any]:
        """The pieces of a text in order; grammars of lines match everywhere, so there is no error."""
        ignored = self.ignore_types
        match: Any = self.pattern.match
        at, end = 0, len(text)
        while at < end:
            found = match(text, at)
            kind = found.lastgroup
            if kind not in ignored:
                piece = Piece(found[0])
                piece.type, piece.start_pos = kind, at
                yield piece
            at = found.end()


class _Contextual(ContextualLexer):
    """The same by the terminals that the state of the parser takes."""

    BasicLexer = _Basic

    def lex(self, text: Any, states: Any) -> Iterator[Any]:
        """The pieces of a text in order; raises UnexpectedCharacters where none of its terminals matches."""
        at, end = 0, len(text)
        while at < end:
            lexer: Any = self.lexers[states[-1]]
            found = lexer.pattern.match(text, at)
            if not found:
                raise UnexpectedCharacters(text, at, 1, at + 1)  # type: ignore[no-untyped-call]
            kind = found.lastgroup
            if kind not in lexer.ignore_types:
                piece = Piece(found[0])
                piece.type, piece.start_pos = kind, at
                yield piece
            at = found.end()


class _Parser(LALR_Parser):
    """Reduces by Lark's table, in which each rule stands with what is made of it."""

    def __init__(self, parser_conf: Any, debug: bool = False, strict: bool = False) -> None:
        super().__init__(parser_conf, debug=debug, strict=strict)
        # a state to shift to; or what is made of a rule, its length and its name; or nothing: see `_step`
        self._rows: dict[Any, dict[str, Any]] = {
            state: {kind: arg if action is Shift else self._step(arg) for kind, (action, arg) in row.items()}
            for state, row in self._parse_table.states.items()
        }

    def _step(self, rule: Any) -> tuple[Any, ...]:
        """How a rule is reduced; nothing where a repeat grows by one, for which it is not made anew."""
        if rule.origin.name.startswith("__") and len(rule.expansion) == 2:
            first, one = rule.expansion
            kept = not one.filter_out if one.is_term else not one.name.startswith("_")
            if first == rule.origin and kept:
                return ()
        # the name as the table has it: a token of Lark compares slowly
        return self.parser.callbacks.get(rule), len(rule.expansion), str.__str__(rule.origin.name)

    def parse(self, lexer: Any, start: str, on_error: Any = None) -> Any:
        """What is made of the rule `start`; raises UnexpectedToken where the table has no way on."""
        rows, final = self._rows, self._parse_table.end_states[start]
        states = [self._parse_table.start_states[start]]
        values: list[Any] = []
        row = rows[states[-1]]
        tokens = chain(lexer.lex(states), (_END,))
        while True:
            token = next(tokens)
            kind = token.type
            entry = row.get(kind)
            while type(entry) is tuple:
                if not entry:
                    one = values.pop()
                    values[-1].children.append(one)
                    states.pop()  # the repeat was there before: its state is the one below
                    row = rows[states[-1]]
                else:
                    make, size, origin = entry
                    parts = values[-size:] if size else []
                    if size:
                        del states[-size:], values[-size:]
                    values.append(make(parts))
                    states.append(rows[states[-1]][origin])
                    row = rows[states[-1]]
                    if kind == "$END" and states[-1] == final:
                        return values[-1]
                entry = row.get(kind)
            if entry is None:
                raise UnexpectedToken(token, set(row))  # type: ignore[no-untyped-call]
            states.append(entry)
            values.append(token)
            row = rows[entry]


def parsed(parser: Any, text: str, start: str = "start") -> Any:
    """What a parser makes of a text, as `parser.parse` does; for short texts its way there is the longer."""
    frontend = parser.parser
    return frontend.parser.parse(_Text(frontend.lexer, text), start)


#: How Lark takes these in place of its own.
PLUGINS = {"LexerThread": _Text, "BasicLexer": _Basic, "ContextualLexer": _Contextual, "LALR_Parser": _Parser}
