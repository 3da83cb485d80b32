"""Nodes from lines whose roles a container has given: the same builder, told where their parts are."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.build.contributions import Builder
from hansardparse.build.divisions import Divisions
from hansardparse.build.marks import MAKERS, Standing
from hansardparse.build.tokens import Groups, Stretch, extent
from hansardparse.grammar import Raw
from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.shapes import names_mover
from hansardparse.lines.signs import Signs
from hansardparse.model.nodes import Constituency, Contribution, Span, Speaker, Vote, VoteGroup
from hansardparse.parliaments import Profile
from hansardparse.speakers.labels import party_of
from hansardparse.text import decoding
from hansardparse.text.given import Line

__all__ = ["nodes", "parser", "stretch_of"]


class _Token(Piece):
    """A line on its way to the parser, with what the container says of it."""

    __slots__ = ("given",)
    given: Line


class _Lines:
    """The tokens of lines, in the place of a lexer."""

    def __init__(self, tokens: Iterable[Any]) -> None:
        self.tokens = tokens

    def lex(self, _states: Any) -> Iterator[Any]:
        """What the parser asks for."""
        return iter(self.tokens)


def parser(parliament: str) -> Any:
    """The parser of lines with roles, in the words of a parliament."""
    return grammar.build("container", parliament=parliament, tree_class=Raw)


def groups_of(parliament: str) -> Groups:
    """What the heads of the grammars say of roles."""
    return Groups.of(grammar.groups("container", parliament), MAKERS)


class _Stretch(Stretch):
    """A stretch whose lines say where their parts are."""

    def places(self, token: Piece) -> dict[str, Span]:
        """Where the parts of a line are: as the container says, else by the terminal that found it.

        Of a label that says nothing of them, all is the label: no terminal has found it.
        """
        if type(token) is not _Token:
            return super().places(token)
        if token.given.parts is None:
            return {"label": self.span(token)} if token.type == "LABEL" else super().places(token)
        start = self.base + token.start_pos
        return {name: extent((start + a, start + b)) for name, (a, b) in token.given.parts.items()}

    def groups(self, token: Piece) -> dict[str, str]:
        """The words of the parts of a line; a side is named by its option where the container says it."""
        found = super().groups(token)
        if token.type == "SIDE" and type(token) is _Token:
            found["side"] = token.given.kind or found.get("side", "")
        return found


class _Divisions(Divisions):
    """Divisions whose names are lines of their own."""

    _named: dict[int, Piece]

    def _side(self, tokens: deque[Piece]) -> VoteGroup:
        self._named = {self.stretch.base + t.start_pos: t for t in tokens if t.type == "VOTE"}
        printed = self.stretch.places(tokens[0]).get("side")  # a container may have an empty one
        heading = self.stretch.words(printed) if printed else None
        return attrs.evolve(super()._side(tokens), heading=heading)

    def _is_bare(self, token: Piece) -> bool:
        # the container says who tells, whatever the form of the name
        return (type(token) is not _Token or token.given.parts is None) and super()._is_bare(token)

    def _votes(
        self,
        items: list[Any],
        span: Span,
        option: str,
        tellers: bool = False,
        named: bool = False,
        plain: bool = False,
    ) -> bool:
        token = self._named.get(span.start)
        if type(token) is not _Token or token.given.parts is None:
            return super()._votes(items, span, option, tellers, named, plain)
        parts = self.stretch.groups(token)
        seat = parts.get("constituency")
        items.append(
            Vote(
                self.stretch.words(span),
                parts["name"],
                Constituency(seat) if seat else None,
                tellers or "teller" in parts,
                parts.get("proxy"),
                span,
                identifiers=token.given.identifiers,
            )
        )
        return named


class GivenBuilder(Builder):
    """Makes the nodes of lines with roles."""

    def __init__(self, stretch: Stretch, standing: Standing) -> None:
        super().__init__(stretch, standing)
        self._divisions = _Divisions(stretch, standing)
        self._speaker = Speaker()  # of the last label
        self._spoken = False

    def _stray(self, token: Piece) -> Any:
        return self._leaf(token) if token.type == "LOOSE" else super()._stray(token)

    def _opening(self, token: Piece) -> tuple[Speaker, list[Any]]:
        if token.type in ("AGAIN", "NAMELESS"):
            start = self.stretch.base + token.start_pos
            again = token.type == "AGAIN"
            known = token.given.identifiers if type(token) is _Token else ()
            speaker = self._speaker if again else Speaker(identifiers=known)
            numbers = [] if again else self._numbers(self.stretch.places(token), start)
            return attrs.evolve(speaker, span=extent((start, start))), numbers
        speaker, blocks = super()._opening(token)
        if type(token) is _Token:
            speaker = self._told_of(speaker, token.given)
        self._speaker = speaker
        return speaker, blocks

    def _told_of(self, speaker: Speaker, given: Line) -> Speaker:
        """A speaker with what the container says beside the label: numbers in registers, the Chair, and party
        and seat where the label prints none.
        """
        told: dict[str, Any] = {}
        if given.identifiers:
            told["identifiers"] = given.identifiers
        if given.party and speaker.party is None:
            told["party"] = party_of(given.party, self.stretch.profile)
        if given.seat and speaker.constituency is None:
            told["constituency"] = Constituency(given.seat)
        if given.kind == "chair":
            told |= {"in_chair": True, "role": "chair"}
        return attrs.evolve(speaker, **told) if told else speaker

    def _are_no_words(self, blocks: list[Any]) -> bool:
        return not self._spoken and super()._are_no_words(blocks)

    def _contribution(self, tokens: list[Piece]) -> Iterator[Any]:
        # what the container says are words stays words
        self._spoken = any(type(t) is _Token and t.given.role == "PARAGRAPH" for t in tokens[1:])
        given = tokens[0].given if type(tokens[0]) is _Token else None
        for node in super()._contribution(tokens):
            if given is not None and type(node) is Contribution:
                kind = given.kind if given.kind and node.printed_kind == "speech" else node.printed_kind
                yield attrs.evolve(node, origin=given.origin, printed_kind=kind)
            else:
                yield node


def stretch_of(text: str, base: int, profile: Profile) -> Stretch:
    """A stretch of a container's text, which begins at `base` of the whole."""
    found = parser(profile.code)
    return _Stretch(found, profile, groups_of(profile.code), text, decoding.shadow(text), base)


def nodes(lines: Sequence[tuple[int, Line]], stretch: Stretch, standing: Standing) -> list[Any]:
    """The nodes of lines, each with its offset in a stretch."""
    forms = grammar.forms(stretch.parser)
    tokens = (_token(stretch.shadow, forms, at, line) for at, line in lines)
    found = stretch.parser.parser.parser.parse(_Lines(_settled(tokens, Signs(stretch.profile))), "start")
    return GivenBuilder(stretch, standing).items(found)


def _token(shadow: str, forms: re.Pattern[str], at: int, line: Line) -> _Token:
    """A line as a token, whose type is its role; that of a paragraph is told by its words."""
    token = _Token(shadow[at : at + len(line.text)])
    token.start_pos, token.given = at, line
    token.type = "HEADING" if line.role == "PART" else line.role
    if line.role in _WORDS:
        found = forms.match(shadow, at)  # what stands below may tell what a line is
        if found and found.end() > at + len(line.text) + _BLANK_LINE:
            found = forms.match(token)
        token.type = (found.lastgroup if found else None) or "LINE"
        unsaid = token.type == "LABEL_ONLY" and line.role == "UNSAID"
        if unsaid or (token.type == "NUMBERED" and line.role != "NUMBERED"):
            token.type = "LINE"
    return token


_BLANK_LINE = len("\n\n")
#: Roles whose lines are paragraphs, of somebody who has a label (SAID) or not.
_WORDS = frozenset({"LINE", "UNSAID", "SAID", "NUMBERED"})
_SAID = frozenset({"SAID", "NUMBERED", "PARAGRAPH"})
#: After one of these, lines belong to a text that the House has before it.
_FORMULAS = frozenset({"MOVED", "MOVED_BELOW", "AMENDMENT", "OPENING", "PETITION"})
#: These stand anywhere and change nothing.
_SOFT = frozenset(["TIME", "COLUMN", "FURNITURE", "PARAGRAPH", "CONTINUED", "SUBHEADING", "ROW"])
_MARKS = frozenset({"TIME", "COLUMN", "FURNITURE"})
#: Behind these is another turn, or another business.
_BEGINS = frozenset({"LABEL", "HEADING"})
_PLAIN = frozenset({"LINE", "PARAGRAPH"})
#: Nor do these while somebody speaks; nobody goes on behind them where nobody did before.
_PAUSES = frozenset(["CHAIR", "PAUSED"])
#: These stand in a division and nowhere else.
_BALLOT = frozenset(["VOTE", "SIDE", "TELLERS"])
_SPEECH, _NOBODY, _FORMULA, _DIVISION = "speech", "nobody", "formula", "division"


def _settled(tokens: Iterator[_Token], told: Signs) -> Iterator[Any]:
    """The tokens, each with its role as its type: whose a paragraph is, the lines before it tell.

    A line in the shape of a title is a heading where the text of an order or a motion follows.
    """
    state, title, address = _NOBODY, None, told.words.address
    turn = part = None  # the last label, and the title of a part of what it introduces
    for token in _going_on(_moved(tokens, told), told):
        kind = _kind(token, state, told)
        if title is not None:
            if kind in _FORMULAS:
                title.type, state = "HEADING", _NOBODY
            else:
                state = _paragraph(title, state, address)
            yield title
            title = None
        if token.given.role == "NAMELESS":
            turn = part = None
            yield _before(token, "NAMELESS", token.given)
            yield _behind_number(token)
            state = _SPEECH
            continue
        if token.given.role == "PART":
            part = turn
        elif kind == "LABEL":
            turn, part = token, None
        elif part is not None and token.given.role in _SAID:
            yield _before(token, "AGAIN", part.given)
            state, part = _SPEECH, None
        if kind == "TITLE" and state != _FORMULA:
            title = token
            continue
        state = _stated(token, kind, state, address)
        yield token
    if title is not None:
        _paragraph(title, state, address)
        yield title


def _moved(tokens: Iterator[_Token], told: Signs) -> Iterator[_Token]:
    """The tokens; a label below `Moved by` names the mover, and is no turn where nobody speaks below."""
    held: list[_Token] = []  # the mover's label, and marks behind it
    moved = False
    for token in tokens:
        mark = token.type in _MARKS
        if held and not mark:
            who, begins = held[0], token.given.role in _SAID
            if not begins or not (token.startswith(told.words.address) or told.is_said(token)):
                who.type = "FORMULA"
            yield from held
            moved, held = who.type == "FORMULA" and token == who, []
        if token.type == "LABEL" and moved:
            held, moved = [token], False
        elif held:
            held.append(token)
        else:
            moved = token.type == "MOVED_BELOW" or (moved and mark)
            yield token
    if held:
        held[0].type = "FORMULA"
        yield from held


def _going_on(tokens: Iterator[_Token], told: Signs) -> Iterator[_Token]:
    """The tokens; what the House does among somebody's words is a pause where these go on behind it.

    Right below a label it is the first of them, or all before the next label or title.
    """
    held: list[_Token] = []  # an act among somebody's words, and what stands behind it
    begun, act, above = False, "PAUSED", ""  # somebody has said something below a label
    for token in tokens:
        said = token.given.role in _SAID
        goes_on = said and token.type in _PLAIN and told.is_said(token)
        if held and (goes_on or (not said and token.type not in _MARKS)):
            alone = token.type in _BEGINS and act == "LINE" and all(e.type in _MARKS for e in held[1:])
            for each in held:
                each.type = act if each.type == "PROCEDURE" and (goes_on or alone) else each.type
            yield from held
            held = []
        if held or (said and token.type == "PROCEDURE" and not told.is_said(token)):
            if not held:
                act = "PAUSED" if begun else "LINE" if above == "LABEL" else "PROCEDURE"
            held.append(token)
        else:
            yield token
        if token.type not in _MARKS:
            begun, above = said and (begun or token.type in _PLAIN), token.type
    yield from held


def _stated(token: _Token, kind: str, state: str, address: tuple[str, ...]) -> str:
    """Give a token its role; the state behind it."""
    if kind in ("LINE", "TITLE"):
        return _paragraph(token, state, address)
    if kind == "ROW" and state == _FORMULA:
        token.type = "FORMULA"
        return state
    if kind in _BALLOT and state != _DIVISION:
        token.type = "LOOSE"
        return _NOBODY
    if (
        kind in _SOFT
        or kind in _BALLOT
        or kind in ("NUMBERED", "FORMULA")
        or (kind in _PAUSES and state == _SPEECH)
    ):
        return state
    return _AFTER.get(kind, _NOBODY)


_AFTER = {"LABEL": _SPEECH, "DIVISION": _DIVISION, **dict.fromkeys(_FORMULAS, _FORMULA)}


def _kind(token: _Token, state: str, told: Signs) -> str:
    """What a line is by itself; somebody's words are not taken for procedure."""
    said = token.given.role in _SAID
    if token.type == "NUMBERED" and state != _SPEECH:
        return "LINE"
    if said and (token.type == "PETITION" or (token.type == "PROCEDURE" and told.is_said(token))):
        return "LINE"
    return token.type


def _paragraph(token: _Token, state: str, address: tuple[str, ...]) -> str:
    """Give a paragraph its role, by the state that it stands in; the state behind it.

    `address` is how somebody begins who addresses the whole House."""
    said = token.given.role not in ("LINE", "UNSAID")
    if state == _FORMULA and not (said and token.startswith(address)):
        token.type = "FORMULA"
        return _NOBODY if names_mover(token) else _FORMULA
    token.type = "PARAGRAPH" if said else "LOOSE"
    if state == _FORMULA:
        return _SPEECH
    return _NOBODY if not said or state == _DIVISION else state


def _behind_number(token: _Token) -> _Token:
    """The words of a line behind the number of a question."""
    begins = (token.given.parts or {}).get("before", (0, 0))[1]
    rest = _Token(token[begins:])
    rest.type, rest.start_pos = "PARAGRAPH", token.start_pos + begins
    rest.given = token.given._replace(parts=None)
    return rest


def _before(token: _Token, kind: str, given: Line) -> _Token:
    """Somebody begins with a line: the speaker of a label once more, or whoever nobody names."""
    begins = _Token()
    begins.type, begins.start_pos, begins.given = kind, token.start_pos, given
    return begins
