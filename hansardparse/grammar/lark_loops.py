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

from hansardparse.grammar.expressions import compiled

__all__ = ["PLUGINS", "Piece", "Raw", "alternation", "lexed", "parsed", "starting", "tokens_in", "whole"]

#: How many stacks of states are remembered for what leads on from them, and how high these are.
MOST_STACKS, HIGHEST_STACK = 4096, 16
#: A line that no terminal matches; every grammar of ours has one that matches any.
_A_LINE = re.compile(r"(?P<UNRECOGNISED>[^\n]*+\s*+)")


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
        return compiled(alternation(self.terminals))

    @functools.cached_property
    def each(self) -> list[tuple[str, Any]]:
        """The name of each terminal and how it matches, in that order."""
        return [(t.name, _alone(t.pattern.to_regexp()).match) for t in self.terminals]

    def lex(self, text: Any, states: Any) -> Iterator[Any]:
        """The pieces of a text in order; a line that no terminal matches is UNRECOGNISED."""
        ignored = self.ignore_types
        match: Any = self.pattern.match
        at, end = 0, len(text)
        while at < end:
            found: Any = match(text, at) or _A_LINE.match(text, at)
            kind = found.lastgroup
            if kind not in ignored:
                piece = Piece(found[0])
                piece.type, piece.start_pos = kind, at
                yield piece
            at = found.end()


@functools.cache
def _alone(expression: str) -> re.Pattern[str]:
    """The expression of one terminal: compiled once, however many states of a parser take it."""
    return compiled(expression)


class _Contextual(ContextualLexer):
    """The same by the terminals that the state of the parser takes.

    These are tried one by one: it reads short texts, and most of its terminals stand in many states, so that
    to compile an expression of all for each state would take longer than what is read by it.
    """

    BasicLexer = _Basic

    def lex(self, text: Any, states: Any) -> Iterator[Any]:
        """The pieces of a text in order; raises UnexpectedCharacters where none of its terminals matches."""
        at, end = 0, len(text)
        while at < end:
            lexer: Any = self.lexers[states[-1]]
            for kind, match in lexer.each:
                found = match(text, at)
                if found is None:
                    continue
                if kind not in lexer.ignore_types:
                    piece = Piece(found[0])
                    piece.type, piece.start_pos = kind, at
                    yield piece
                at = found.end()
                break
            else:
                raise UnexpectedCharacters(text, at, 1, at + 1)  # type: ignore[no-untyped-call]


class _Parser(LALR_Parser):
    """Reduces by Lark's table, in which each rule stands with what is made of it."""

    @functools.cached_property
    def _found_to_lead(self) -> dict[tuple[Any, ...], bool]:
        """What `_leads` has found, by the kind of the token and the states: few stacks ever come up."""
        return {}

    @functools.cached_property
    def _rows(self) -> dict[Any, dict[str, Any]]:
        """For each state and token: a state to shift to; or what `_step` says of a rule."""
        return {
            state: {kind: arg if action is Shift else self._step(arg) for kind, (action, arg) in row.items()}
            for state, row in self._parse_table.states.items()
        }

    def _step(self, rule: Any) -> tuple[Any, ...]:
        """What is made of a rule, its length, its name; nothing where a repeat grows by one."""
        if rule.origin.name.startswith("__") and len(rule.expansion) == 2:
            first, one = rule.expansion
            kept = not one.filter_out if one.is_term else not one.name.startswith("_")
            if first == rule.origin and kept:
                return ()
        # the name as the table has it: a token of Lark compares slowly
        return self.parser.callbacks.get(rule), len(rule.expansion), str.__str__(rule.origin.name)

    def parse(self, lexer: Any, start: str, on_error: Any = None) -> Any:
        """What is made of the rule `start`; raises UnexpectedToken where the table has no way on.

        With `on_error`, nothing is raised: a token that has no way on is given to that and left out.
        """
        rows, final = self._rows, self._parse_table.end_states[start]
        states = [self._parse_table.start_states[start]]
        values: list[Any] = []
        row = rows[states[-1]]
        tokens = chain(lexer.lex(states), (_END,))
        ahead: list[Any] = []  # tokens that come before those
        while True:
            token = ahead.pop() if ahead else next(tokens)
            kind = token.type
            entry = row.get(kind)
            leads = on_error is None  # else it is asked before the first rule is reduced
            while type(entry) is tuple:
                if not entry:
                    one = values.pop()
                    values[-1].children.append(one)
                    states.pop()  # the repeat was there before: its state is the one below
                    row = rows[states[-1]]
                elif not (leads := leads or self._leads(states, kind, final)):
                    entry = None
                    break
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
            if entry is not None:
                states.append(entry)
                values.append(token)
                row = rows[entry]
            elif on_error is None:
                raise UnexpectedToken(token, set(row))  # type: ignore[no-untyped-call]
            elif token is _END and not values:
                return Raw(start, [])
            else:
                self._let_go(states, values, token, (ahead, tokens, final), on_error)
                row = rows[states[-1]]

    def _leads(self, states: list[Any], kind: str, final: Any) -> bool:
        """Whether a token of some kind has a way on from a stack of states, which stays as it is."""
        if len(states) > HIGHEST_STACK:
            return self._leads_on(states, kind, final)
        known, stack = self._found_to_lead, (kind, final, *states)
        found = known.get(stack)
        if found is None:
            found = self._leads_on(states, kind, final)
            if len(known) < MOST_STACKS:
                known[stack] = found
        return found

    def _leads_on(self, states: list[Any], kind: str, final: Any) -> bool:
        rows, height = self._rows, len(states)
        above: list[Any] = []
        while True:
            entry = rows[above[-1] if above else states[height - 1]].get(kind)
            if type(entry) is not tuple:
                return entry is not None
            size = entry[1] if entry else 1  # a repeat that grows by one: its state is the one below
            height -= max(0, size - len(above))
            del above[max(0, len(above) - size) :]
            if entry:
                above.append(rows[above[-1] if above else states[height - 1]][entry[2]])
                if kind == "$END" and above[-1] == final:
                    return True

    def _let_go(self, states: list[Any], values: list[Any], token: Any, rest: Any, lost: Any) -> None:
        """Give the tokens that are left out to `lost`, where one has no way on; what is to come is `rest`.

        It is this token, or the one before it where the next one would have no way on either: the rule that
        one has begun lacks something. At the end of the text it is what no rule has ended.
        """
        ahead, tokens, final = rest
        if token is _END:
            while values and not self._leads(states, "$END", final):
                states.pop()
                for one in tokens_in(values.pop()):
                    lost(one)
            ahead.append(token)
            return
        if not ahead:
            ahead.append(next(tokens))
        if (
            values
            and isinstance(values[-1], Piece)
            and not self._leads(states, ahead[-1].type, final)
            and self._leads(states[:-1], token.type, final)
        ):
            states.pop()
            lost(values.pop())
            ahead.append(token)
        else:
            lost(token)


def tokens_in(value: Any) -> Iterator[Piece]:
    """The tokens of what a rule has made, or the token that it is."""
    if isinstance(value, Piece):
        yield value
        return
    for child in value.children:
        yield from tokens_in(child)


def whole(parser: Any, text: str) -> Raw:
    """What a parser of lines makes of a text; a line that it refuses is in its place, as UNRECOGNISED.

    No grammar of ours refuses one, as the tests read off their tables.
    """
    lost: list[Piece] = []
    tree: Raw = parser.parse(text, on_error=lost.append)
    if lost:
        for token in lost:
            token.type = "UNRECOGNISED"
        lost.sort(key=lambda token: -token.start_pos)
        _put_back(tree, lost, len(text))
    return tree


def _put_back(tree: Raw, lost: list[Piece], end: int) -> None:
    """Put tokens, the first of them last in the list, where they stand in a tree that ends before `end`."""
    children: list[Any] = []
    for child in tree.children:
        inside = list(tokens_in(child))
        while lost and inside and lost[-1].start_pos < inside[0].start_pos:
            children.append(lost.pop())
        children.append(child)
        if isinstance(child, Raw) and inside:
            _put_back(child, lost, inside[-1].start_pos)
    while lost and lost[-1].start_pos < end:
        children.append(lost.pop())
    tree.children = children


def lexed(parser: Any, text: str) -> Iterator[Piece]:
    """The pieces of a text as the lexer of a parser finds them, before any stage after it."""
    lexer = parser.parser.lexer
    found: Iterator[Piece] = getattr(lexer, "lexer", lexer).lex(text, None)
    return found


def parsed(parser: Any, text: str, start: str = "start") -> Any:
    """What a parser makes of a text, as `parser.parse` does; for short texts its way there is the longer."""
    frontend = parser.parser
    return frontend.parser.parse(_Text(frontend.lexer, text), start)


#: How Lark takes these in place of its own.
PLUGINS = {"LexerThread": _Text, "BasicLexer": _Basic, "ContextualLexer": _Contextual, "LALR_Parser": _Parser}
