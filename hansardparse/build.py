"""From what the grammar found to typed nodes.

A `Builder` is made for each parse and walks the items in document order, so that what a mark says
(a column, a time) is known to what follows it, and nothing is shared between threads.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from hansardparse import attribution, grammar
from hansardparse.model import (
    AgeMark,
    ChairMark,
    ColumnMark,
    Contribution,
    DateMark,
    Division,
    Elision,
    ExcerptsMark,
    Furniture,
    Heading,
    Interruption,
    Line,
    ListItem,
    Note,
    Paragraph,
    Petition,
    Problem,
    Procedure,
    QuestionNumber,
    Quote,
    Span,
    Speaker,
    Subheading,
    Text,
    TimeMark,
    VenueMark,
    VoteGroup,
    WrittenQuestionReference,
    WrittenStatementReference,
)

__all__ = ["Builder", "Raw"]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
_WORDS = (Paragraph, Quote, ListItem, Subheading)
BALLOT = ("SIDE", "VOTE", "TELLERS", "VIEW")
SIDES = {
    "aye": "aye",
    "ayes": "aye",
    "no": "no",
    "noe": "no",
    "noes": "no",
    "content": "content",
    "contents": "content",
    "not content": "not_content",
    "not contents": "not_content",
}
_HOUSES = {"HC": "Commons", "HL": "Lords"}


class Raw:
    """A rule's name and its children, as the parser hands them over."""

    __slots__ = ("children", "data")

    def __init__(self, data: str, children: list[Any]) -> None:
        self.data = data
        self.children = children


def date_of(day: str, month: str, year: str) -> datetime.date | None:
    """The date, or None where there is no such day."""
    number = MONTHS.get(month.lower().rstrip("."))
    if number is None:
        return None
    try:
        return datetime.date(int(year), number, int(day))
    except ValueError:
        return None


class Builder:
    """Makes the nodes of a text, one stretch of it after another."""

    def __init__(self, parser: Any) -> None:
        self.parser = parser
        self.read("", "", 0)
        self.time: str | None = None
        self.column: str | None = None

    def read(self, text: str, shadow: str, base: int) -> None:
        """Turn to the next stretch, which begins at offset `base` of its source."""
        self.text = text
        self.shadow = shadow
        self.base = base
        self.problems: list[Problem] = []

    # --- small things --------------------------------------------------------------------------

    def span(self, token: Any) -> Span:
        """The place of a token without the white space after it."""
        start = token.start_pos
        return Span(self.base + start, self.base + start + len(token.rstrip()))

    def words(self, span: Span) -> str:
        """What the source has at a place."""
        return self.text[span.start - self.base : span.end - self.base]

    def groups(self, token: Any) -> dict[str, str]:
        """The named parts of a token, by the same terminal that found it."""
        match = grammar.pattern(self.parser, token.type).match(self.shadow, token.start_pos)
        assert match is not None, "a terminal matches where it matched"
        return {
            name.partition("_")[0]: self.text[match.start(name) : match.end(name)]
            for name, value in match.groupdict().items()
            if value is not None
        }

    def group_span(self, token: Any, name: str) -> Span:
        """The place of one named part of a token."""
        match = grammar.pattern(self.parser, token.type).match(self.shadow, token.start_pos)
        assert match is not None, "a terminal matches where it matched"
        return Span(self.base + match.start(name), self.base + match.end(name))

    def report(self, code: str, message: str, severity: str, span: Span) -> None:
        """Note a problem; its line and column are filled in when the whole text is known."""
        self.problems.append(Problem(code, message, severity, span=span))

    # --- items ---------------------------------------------------------------------------------

    def items(self, found: Raw) -> Iterator[Any]:
        """The nodes of everything found, flat and in document order."""
        for item in found.children:
            if type(item) is not Raw:
                yield self._stray(item)
            elif item.data == "contribution":
                yield from self._contribution(item.children)
            elif item.data == "gesture":
                yield from self._gesture(item.children)
            elif item.data == "unlabelled":
                yield self._unlabelled(item.children[0])
            elif item.data == "division":
                yield from self._division(item.children)
            else:
                yield from self._aside(item.children)

    def _aside(self, tokens: list[Any]) -> Iterator[Any]:
        """Something that is not speech, and the stray lines after it."""
        first, *rest = tokens
        yield self._leaf(first)
        for token in rest:
            yield self._stray(token)

    def _stray(self, token: Any) -> Any:
        """A line after something that is not speech: nobody's words."""
        if token.type in LEAVES:
            return self._leaf(token)
        span = self.span(token)
        text = self.words(span)
        self.report("stray-text", "words that no label introduces", "info", span)
        return Note(text, span=span)

    def _leaf(self, token: Any) -> Any:
        """The node of a token that is a node by itself."""
        return LEAVES[token.type](self, token)

    def _division(self, tokens: list[Any]) -> Iterator[Any]:
        """A division with its sides, and the stray lines after it."""
        head = self.groups(tokens[0])
        items: list[Any] = [self._line(tokens.pop(0))]
        while tokens and tokens[0].type in BALLOT:
            token = tokens.pop(0)
            if token.type == "SIDE":
                items.append(self._side(token, tokens))
            else:
                items.append(self._line(token))
        yield Division(
            number=head.get("number"),
            time=None,
            items=tuple(items),
            span=Span(items[0].span.start, items[-1].span.end),
        )
        for token in tokens:
            yield self._stray(token)

    def _side(self, token: Any, rest: list[Any]) -> VoteGroup:
        """One side of a division, with the names below it."""
        parts = self.groups(token)
        items: list[Any] = [self._line(token)]
        while rest and rest[0].type in ("VOTE", "TELLERS", "COLUMN"):
            items.append(self._line(rest.pop(0)))
        count = parts.get("count")
        return VoteGroup(
            SIDES[parts["side"].lower().replace("-", " ")],
            parts["side"],
            int(count) if count else None,
            tuple(items),
            Span(items[0].span.start, items[-1].span.end),
        )

    def _line(self, token: Any) -> Line:
        span = self.span(token)
        return Line(self.words(span), span)

    # --- contributions -------------------------------------------------------------------------

    def _contribution(self, tokens: list[Any]) -> Iterator[Any]:
        """A label and what it introduces; marks after the last words stand behind it."""
        label, *rest = tokens
        speaker = self._speaker(label)
        blocks: list[Any] = []
        gesture = False
        time, column = self.time, self.column
        for token in rest:
            if token.type in LEAVES:
                blocks.append(self._leaf(token))
            elif token.type == "CONTINUED":
                self._continue(blocks, token)
            else:
                gesture = gesture or token.type == "GESTURE"
                blocks.extend(self._words(token))
        behind: list[Any] = []
        while blocks and type(blocks[-1]) in (TimeMark, ColumnMark, ChairMark, AgeMark):
            behind.insert(0, blocks.pop())
        end = blocks[-1].span.end if blocks else speaker.span.end
        start = min(speaker.span.start, blocks[0].span.start) if blocks else speaker.span.start
        yield Contribution(
            speaker, tuple(blocks), _kind(speaker, blocks, gesture), time, column, None, Span(start, end)
        )
        yield from behind

    def _unlabelled(self, token: Any) -> Contribution:
        """A paragraph whose label is lost: it is somebody's, and the page does not say whose."""
        blocks = tuple(self._words(token))
        place = Span(blocks[0].span.start, blocks[-1].span.end)
        nobody = Speaker(span=Span(place.start, place.start))
        return Contribution(nobody, blocks, "speech", self.time, self.column, None, place)

    def _gesture(self, tokens: list[Any]) -> Iterator[Any]:
        """A label that is all there is (`Several hon. Members rose—`), and the stray lines after it."""
        label, *rest = tokens
        speaker = self._speaker(label)
        blocks = []
        while rest and rest[0].type == "SITE":
            blocks.append(self._leaf(rest.pop(0)))
        end = blocks[-1].span.end if blocks else speaker.span.end
        yield Contribution(
            speaker, tuple(blocks), "gesture", self.time, self.column, None, Span(speaker.span.start, end)
        )
        for token in rest:
            yield self._stray(token)

    def _speaker(self, token: Any) -> Speaker:
        parts = self.groups(token)
        linked = parts.get("linked")
        return attribution.speaker(
            parts["label"].strip(), self.span(token), None if linked in (None, "None") else linked
        )

    def _words(self, token: Any) -> Iterator[Any]:
        """The block of a line of speech, its question number taken off first."""
        span = self.span(token)
        if token.type == "NUMBERED":
            number = self.group_span(token, "number_question")
            begin = number.end
            while not self.shadow[begin - self.base].isspace():
                begin += 1
            yield QuestionNumber(
                self.words(Span(number.start, begin)), self.words(number), span=Span(number.start, begin)
            )
            while self.shadow[begin - self.base].isspace():
                begin += 1
            span = Span(begin, span.end)
        text = self.words(span)
        if token.type == "SUBHEADING":
            yield Subheading(text, span)
            return
        inlines: tuple[Any, ...] = ()
        if "[" in text or text[-1:] == ")":
            text, inlines = self._inlines(text, span)
        yield Paragraph(text, inlines, span)

    def _inlines(self, text: str, span: Span) -> tuple[str, tuple[Any, ...]]:
        """The text of a paragraph without question numbers, and its inline nodes if it has any."""
        begin = span.start - self.base
        tokens = grammar.build("inline").parse(self.shadow[begin : begin + len(text)]).children
        if all(t.type == "WORDS" for t in tokens):
            return text, ()
        nodes: list[Any] = []
        kept = []
        for token in tokens:
            piece = text[token.start_pos : token.end_pos]
            left = len(piece) - len(piece.lstrip())
            place = Span(
                span.start + token.start_pos + left, span.start + token.start_pos + len(piece.rstrip())
            )
            if token.type == "UIN":
                number = piece.strip("[()] ").replace(" ", "")
                house = "Lords" if number.startswith("HL") else None
                nodes.append(WrittenQuestionReference(piece.strip(), number, house, place))
                continue
            kept.append(piece)
            if token.type == "INTERRUPTION":
                nodes.append(_interruption(piece, place))
            elif nodes and type(nodes[-1]) is Text:
                nodes[-1] = Text(
                    text[nodes[-1].span.start - span.start : place.end - span.start],
                    Span(nodes[-1].span.start, place.end),
                )
            elif piece.strip():
                nodes.append(Text(piece.strip(), place))
        return "".join(kept).strip(), tuple(nodes)

    def _continue(self, blocks: list[Any], token: Any) -> None:
        """Make a sentence whole again that a mark has cut; the mark goes inside."""
        marks: list[Any] = []
        while blocks and not isinstance(blocks[-1], _WORDS):
            marks.insert(0, blocks.pop())
        (more,) = self._words(token)
        last = blocks.pop()
        inlines = (
            *(getattr(last, "inlines", ()) or (Text(last.text, last.span),)),
            *marks,
            *(more.inlines or (Text(more.text, more.span),)),
        )
        blocks.append(Paragraph(f"{last.text} {more.text}", inlines, Span(last.span.start, more.span.end)))


def _kind(speaker: Speaker, blocks: list[Any], gesture: bool) -> str:
    """What kind of contribution is printed."""
    if gesture:
        return "gesture"
    for block in blocks:
        if type(block) is QuestionNumber or any(
            type(i) is WrittenQuestionReference for i in getattr(block, "inlines", ())
        ):
            return "question"
    return "chair" if speaker.in_chair else "speech"


def _interruption(text: str, span: Span) -> Interruption:
    match = grammar.pattern(grammar.build("inline"), "INTERRUPTION").match(text)
    who, said = (match["who"], match["said"]) if match else (None, None)
    if who is not None:
        return Interruption(text, "vocal", who, said or None, span)
    kinesic = "pplause" in text
    return Interruption(text, "kinesic" if kinesic else "incident", None, None, span)


def _plain(kind: type[Any]) -> Callable[[Builder, Any], Any]:
    """A leaf that has its text and nothing else."""

    def make(builder: Builder, token: Any) -> Any:
        span = builder.span(token)
        return kind(builder.words(span), span=span)

    return make


def _date(builder: Builder, token: Any) -> DateMark:
    parts, span = builder.groups(token), builder.span(token)
    found = date_of(parts["day"], parts["month"], parts["year"])
    if found is None:
        builder.report("impossible-date", "there is no such day", "warning", span)
    return DateMark(builder.words(span), found, span)


def _chair(builder: Builder, token: Any) -> ChairMark:
    span = builder.span(token)
    return ChairMark(builder.words(span), builder.groups(token)["chair"].strip(), span)


def _excerpts(builder: Builder, token: Any) -> ExcerptsMark:
    span = builder.span(token)
    return ExcerptsMark(builder.words(span), builder.groups(token)["member"].strip(), span)


def _petition(builder: Builder, token: Any) -> Petition:
    span = builder.span(token)
    text = builder.words(span)
    return Petition(text, text.strip("[]"), span)


def _statement(builder: Builder, token: Any) -> WrittenStatementReference:
    span = builder.span(token)
    text = builder.words(span)
    return WrittenStatementReference(text, _HOUSES[builder.groups(token)["house"]], text.strip("[]"), span)


#: What each terminal becomes that is a node by itself; labels and words are not among them.
LEAVES: dict[str, Callable[[Builder, Any], Any]] = {
    "HEADING": _plain(Heading),
    "STAGE": _plain(Heading),
    "EXCERPTS": _excerpts,
    "DATE": _date,
    "AGE": _plain(AgeMark),
    "VENUE": _plain(VenueMark),
    "LINKS": _plain(Furniture),
    "SITE": _plain(Furniture),
    "PAGE": _plain(Furniture),
    "FURNITURE": _plain(Furniture),
    "ELISION": _plain(Elision),
    "STATEMENT_NUMBER": _statement,
    "PROCEDURE": _plain(Procedure),
    "ASKED": _plain(Procedure),
    "MOVED": _plain(Procedure),
    "AMENDMENT": _plain(Procedure),
    "OPENING": _plain(Procedure),
    "FORMULA": _plain(Procedure),
    "PETITION_NUMBER": _petition,
    "CHAIR": _chair,
}
