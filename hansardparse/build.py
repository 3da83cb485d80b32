"""From what the grammar found to typed nodes.

A `Builder` is made for each parse and walks the items in document order, so that what a mark says
(a column, a time) is known to what follows it, and nothing is shared between threads.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from hansardparse import attribution, grammar, source
from hansardparse.blocks import shaped
from hansardparse.model import (
    SPOKEN,
    AgeMark,
    ChairMark,
    ColumnMark,
    ColumnRange,
    Constituency,
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
    OfficialReportReference,
    Paragraph,
    Petition,
    Problem,
    Procedure,
    QuestionNumber,
    Quote,
    Span,
    Speaker,
    Subheading,
    Table,
    Text,
    TimeMark,
    VenueMark,
    Vote,
    VoteGroup,
    WrittenQuestionReference,
    WrittenStatementReference,
)
from hansardparse.procedure import procedure

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
MONTHS |= {
    name: number
    for number, name in enumerate(
        "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr".split(), 1
    )
}
_WORDS = (Paragraph, Quote, ListItem, Subheading)
#: Tokens whose role is not the name of the terminal that found them.
FOUND_BY = {"DOUBTED": "BARE", "SUBJECT": "DIVIDED"}
#: What stands between the lines of a division without being of it.
MARKS = ("COLUMN", "TIME", "SPOKEN_AT", "FURNITURE")
BALLOT = ("SIDE", "TALLY", "VOTE", "TELLERS", "VIEW", "STAMP", "SUBJECT")
#: These open one of the sides.
TOTALS = ("SIDE", "TALLY")
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
#: How far before a division its totals may stand.
FAR = 200
#: The sides of a division of the Lords.
LORDS = ("content", "not_content")
_HOUSES = {"HC": "Commons", "HL": "Lords"}


@functools.cache
def _parts(pattern: re.Pattern[str]) -> tuple[tuple[str, int], ...]:
    """The named parts of a terminal: `number_division` is the number, by its group's number."""
    return tuple((name.partition("_")[0], group) for name, group in pattern.groupindex.items())


class Raw:
    """A rule's name and its children, as the parser hands them over."""

    __slots__ = ("children", "data")

    def __init__(self, data: str, children: list[Any]) -> None:
        self.data = data
        self.children = children


def date_of(day: str, month: str, year: str) -> datetime.date | None:
    """The date, or None where there is no such day."""
    number = int(month) if month.isdecimal() else MONTHS.get(month.lower().rstrip("."))
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
        self.terminals = {terminal.name for terminal in parser.terminals}
        self.read("", "", 0)
        self.time: str | None = None
        self.column: str | None = None
        self.stated: dict[str, int] = {}  # the totals of the division to come
        self.subject: str | None = None  # and what it is on

    def read(self, text: str, shadow: str, base: int) -> None:
        """Turn to the next stretch, which begins at offset `base` of its source."""
        self.text = text
        self.shadow = shadow
        self.base = base
        self.invisible = source.has_invisible(text)
        self.problems: list[Problem] = []

    # --- small things --------------------------------------------------------------------------

    def span(self, token: Any) -> Span:
        """The place of a token without the white space around it."""
        start = token.start_pos
        end = start + len(token.rstrip())
        if self.invisible:
            start, end = self._with_invisible(start, end)
        return Span(self.base + start, self.base + end)

    def _with_invisible(self, start: int, end: int) -> tuple[int, int]:
        """A place with the characters before and after it on its lines that take no room."""
        before = self.shadow.rfind("\n", 0, start) + 1
        if source.is_unseen(self.text[before:start]):
            start -= len(self.text[before:start].lstrip())
        after = self.shadow.find("\n", end)
        after = len(self.text) if after < 0 else after
        if source.is_unseen(self.text[end:after]):
            end += len(self.text[end:after].rstrip())
        return start, end

    def words(self, span: Span) -> str:
        """What the source has at a place."""
        return self.text[span.start - self.base : span.end - self.base]

    def match(self, token: Any) -> re.Match[str]:
        """A token taken apart, by the same terminal that found it."""
        terminal = FOUND_BY.get(token.type, token.type)
        match = grammar.pattern(self.parser, terminal).match(self.shadow, token.start_pos)
        assert match is not None, "a terminal matches where it matched"
        return match

    def places(self, token: Any) -> dict[str, Span]:
        """Where the named parts of a token are."""
        match = self.match(token)
        base = self.base
        return {
            name: Span(base + start, base + end)
            for name, group in _parts(match.re)
            for start, end in (match.span(group),)
            if start >= 0
        }

    def groups(self, token: Any) -> dict[str, str]:
        """The words of the named parts of a token."""
        return {name: self.words(place) for name, place in self.places(token).items()}

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
        """A division with its sides, and what follows it that is not of it."""
        if tokens[0].type == "VOTED":
            yield self._voted(tokens[0])
            for token in tokens[1:]:
                yield self._stray(token)
            return
        if not self.stated:
            self._look_back(tokens[0].start_pos)
        head = self.groups(tokens[0])
        items: list[Any] = [] if "side" in head else [self._line(tokens[0])]
        size = 1
        while size < len(tokens) and (tokens[size].type in BALLOT or tokens[size].type in MARKS):
            size += 1
        while size > 1 and tokens[size - 1].type in MARKS:
            size -= 1
        inside = tokens[len(items) : size]
        while inside:
            if inside[0].type in TOTALS or inside[0] is tokens[0]:
                items.append(self._side(inside))
            else:
                if inside[0].type in ("STAMP", "SUBJECT"):
                    head |= self.groups(inside[0])
                items.append(self._in_list(inside.pop(0)))
        yield Division(
            number=head.get("number"),
            time=clock(head["hour"], head.get("minute"), head.get("half")) if "hour" in head else None,
            date=date_of(head["day"], head["month"], head["year"]) if "day" in head else None,
            subject=head["on"].removeprefix("on ") if "on" in head else self.subject,
            items=tuple(items),
            span=Span(items[0].span.start, items[-1].span.end),
        )
        self.stated, self.subject = {}, None
        for token in tokens[size:]:
            yield self._stray(token)

    def _look_back(self, start: int) -> None:
        """Take the totals of a division from the end of the paragraph before it."""
        begin = self.shadow.rfind("divided", max(0, start - FAR), start)
        if begin >= 0 and "DIVIDED" in self.terminals:
            found = grammar.pattern(self.parser, "DIVIDED").match(self.shadow, begin)
            if found:
                self.state({name: value for name, value in found.groupdict().items() if value})

    def state(self, parts: dict[str, str]) -> None:
        """Keep the totals that are stated for the lists that follow."""
        self.stated = {
            SIDES[parts[side].lower().replace("-", " ")]: int(parts[count])
            for side, count in (("first", "one"), ("second", "two"))
        }

    def _voted(self, token: Any) -> Division:
        """A division whose lists are run together in the paragraph that states it."""
        places = self.places(token)
        self.state(self.groups(token))
        groups = []
        for side, names in (("side", "names"), ("other", "more")):
            option = SIDES[self.words(places[side]).lower().replace("-", " ")]
            items: list[Any] = [Line(self.words(places[side]), places[side])]
            self._votes(items, places[names], option)
            groups.append(
                VoteGroup(
                    option,
                    self.words(places[side]),
                    self.stated.get(option),
                    tuple(items),
                    Span(places[side].start, items[-1].span.end),
                )
            )
            self._count(groups[-1], whole=False)
        self.stated = {}
        head = places["stated"]
        return Division(
            items=(Line(self.words(head), head), *groups), span=Span(head.start, groups[-1].span.end)
        )

    def _side(self, tokens: list[Any]) -> VoteGroup:
        """One side of a division, with the names below it; takes them off `tokens`."""
        head = tokens.pop(0)
        parts = self.groups(head)
        option = SIDES[parts["side"].lower().replace("-", " ")]
        items: list[Any] = [self._line(head)]
        tellers = named = False
        while tokens and tokens[0].type not in TOTALS:
            token = tokens.pop(0)
            if token.type == "TELLERS":
                items.extend(self._tellers(token, option))
                tellers = True
            elif token.type == "VOTE":
                bare = "," not in token and token.strip() not in ("Nil", "NIL")
                named = self._votes(items, self.span(token), option, tellers, bare, named)
            else:
                items.append(self._in_list(token))
        stated = int(parts["count"]) if "count" in parts else self.stated.get(option)
        group = VoteGroup(
            option, parts["side"], stated, tuple(items), Span(items[0].span.start, items[-1].span.end)
        )
        self._count(group, whole="count" in parts and not tellers)
        return group

    def _in_list(self, token: Any) -> Any:
        """A line in a division that is no name."""
        return self._leaf(token) if token.type in LEAVES else self._line(token)

    def _tellers(self, token: Any, option: str) -> Iterator[Any]:
        """`Tellers for the Ayes:`, and the names where they are on its line."""
        span = self.span(token)
        head, colon, names = self.words(span).partition(":")
        end = span.start + len(head) + len(colon)
        yield Line(head + colon, Span(span.start, end))
        if names.strip():
            found: list[Any] = []
            self._votes(found, Span(end, span.end), option, tellers=True)
            yield from found

    def _votes(
        self,
        items: list[Any],
        span: Span,
        option: str,
        tellers: bool = False,
        bare: bool = False,
        named: bool = False,
    ) -> bool:
        """Add the votes on one line; a constituency on its own line joins the name above it.

        A `bare` line has no comma; below names that have one it is a teller's. In columns the tellers
        are `named` beside the names: those without a comma. Returns whether they are from here on.
        """
        tellers = tellers or (bare and any("," in item.text for item in items))
        shadow = self.shadow[span.start - self.base : span.end - self.base]
        parser = grammar.build("votes", "lords" if option in LORDS else "start")
        if shadow.startswith("(") and items and type(items[-1]) is Vote:
            above = items.pop()
            place = Span(above.span.start, span.end)
            constituency = Constituency(self.words(span).strip("() "))
            items.append(attrs.evolve(above, text=self.words(place), constituency=constituency, span=place))
            return named
        for token in parser.parse(shadow).children:
            place = Span(span.start + token.start_pos, span.start + token.start_pos + len(token.rstrip()))
            if token.isspace():
                continue
            named = named or token.type == "MARK"
            by_name = token.type == "TELLER"
            if token.type in ("OTHER", "MARK") or (
                by_name and not (tellers or bare or named or "\t" in shadow)
            ):
                items.append(Line(self.words(place), place))
                continue
            parts: dict[str, str] = {"name": self.words(place)}
            if not by_name:
                match = grammar.pattern(parser, token.type).match(shadow, token.start_pos)
                assert match is not None, "a terminal matches where it matched"
                parts = {
                    name.partition("_")[0]: value
                    for name, value in match.groupdict().items()
                    if value is not None
                }
            seat = parts.get("constituency")
            items.append(
                Vote(
                    self.words(place),
                    parts["name"].strip(),
                    Constituency(seat) if seat else None,
                    tellers or (by_name and named) or "teller" in parts,
                    parts.get("proxy"),
                    place,
                )
            )
        return named

    def _count(self, group: VoteGroup, whole: bool) -> None:
        """Check the total that is stated for a side against its list.

        The Commons do not count tellers; the Lords mark them in the list and do, and so does a page
        that puts the total of the `whole` list at its head.
        """
        listed = len(group.votes)
        if whole or group.option in LORDS:
            listed += len(group.tellers)
        if listed and group.stated is not None and listed != group.stated:
            said = f"{group.heading}: {group.stated} stated, {listed} listed"
            self.report("division-total", said, "warning", group.span)

    def _line(self, token: Any) -> Line:
        span = self.span(token)
        return Line(self.words(span), span)

    # --- contributions -------------------------------------------------------------------------

    def _contribution(self, tokens: list[Any]) -> Iterator[Any]:
        """A label and what it introduces; marks after the last words stand behind it."""
        label, *rest = tokens
        time, column = self.time, self.column
        speaker, blocks = self._opening(label)
        if label.type == "DOUBTED":
            self.report("doubtful-speaker", f"taken for a speaker: {speaker.label}", "info", speaker.span)
        gesture, said = False, bool(blocks)
        for token in rest:
            if token.type in LEAVES:
                blocks.append(self._leaf(token))
            elif token.type == "CONTINUED":
                self._continue(blocks, token)
            elif token.type == "ROW":
                self._row(blocks, token)
            else:
                if not said:  # a time under the label is that of the words
                    time, said = self.time, True
                gesture = gesture or token.type == "GESTURE"
                if token.type == "PARAGRAPH":
                    blocks.append(self._paragraph(self.span(token)))
                else:
                    blocks.extend(self._words(token))
        if speaker.role == "collective" and _is_gesture(blocks):  # `Several hon. Members`, `rose—`: no words
            blocks = [Line(b.text, b.span) if isinstance(b, SPOKEN) else b for b in blocks]
            gesture = True
        behind: list[Any] = []
        while blocks and type(blocks[-1]) in (TimeMark, ColumnMark, ChairMark, AgeMark):
            behind.insert(0, blocks.pop())
        end = max(speaker.span.end, blocks[-1].span.end) if blocks else speaker.span.end
        start = min(speaker.span.start, blocks[0].span.start) if blocks else speaker.span.start
        kind = _kind(speaker, blocks, gesture)
        yield Contribution(speaker, tuple(shaped(blocks)), kind, time, column, None, Span(start, end))
        yield from behind

    def _unlabelled(self, token: Any) -> Contribution:
        """A paragraph whose label is lost: it is somebody's, and the page does not say whose."""
        blocks = tuple(self._words(token))
        place = Span(blocks[0].span.start, blocks[-1].span.end)
        nobody = Speaker(span=Span(place.start, place.start))
        kind = _kind(nobody, list(blocks), False)
        return Contribution(nobody, blocks, kind, self.time, self.column, None, place)

    def _gesture(self, tokens: list[Any]) -> Iterator[Any]:
        """A label and an act (`Several hon. Members rose—`), and the stray lines after it."""
        label, *rest = tokens
        speaker, blocks = self._opening(label)
        while rest and rest[0].type == "SITE":
            blocks.append(self._leaf(rest.pop(0)))
        end = max(speaker.span.end, blocks[-1].span.end) if blocks else speaker.span.end
        yield Contribution(
            speaker, tuple(blocks), "gesture", self.time, self.column, None, Span(speaker.span.start, end)
        )
        for token in rest:
            yield self._stray(token)

    def _opening(self, token: Any) -> tuple[Speaker, list[Any]]:
        """The speaker of a label, and what else is on its line: a question's numbers, first words."""
        places, span = self.places(token), self.span(token)
        blocks: list[Any] = []
        start = span.start
        if "before" in places:
            start = places["before"].end
            blocks.extend(self._numbers(places) or [self._words_before(places["before"])])
        words = places.get("said") or places.get("act")
        if words is None:
            label, end = self.words(places["label"]).strip(), span.end
        else:
            named = places.get("label") or Span(start, words.start)
            label = self.words(named).partition(":")[0].strip()
            end = start + len(self.words(Span(start, words.start)).rstrip())
            said = Span(words.start, words.start + len(self.words(words).rstrip()))
            if said.end > said.start:
                blocks.append(self._paragraph(said))
        linked = self.words(places["linked"]) if "linked" in places else None
        position = self.words(places["position"]) if "position" in places else None
        speaker = attribution.speaker(label, Span(start, end), None if linked == "None" else linked, position)
        return speaker, blocks

    def _words_before(self, place: Span) -> Line:
        """Words before a label that are no number: `Observations from`."""
        text = self.words(place).rstrip()
        return Line(text, Span(place.start, place.start + len(text)))

    def _numbers(self, places: dict[str, Span]) -> list[Any]:
        """The number and the unique identifying number of a question that stand before its label."""
        found: list[Any] = []
        if "number" in places:
            start, end = places["number"]
            shadow = self.shadow[end - self.base : places["before"].end - self.base]
            more = len(shadow.partition("[")[0].rstrip())
            place = Span(start, end + more)
            number = self.words(Span(start, end)).strip("(*§ ")
            found.append(QuestionNumber(self.words(place), number, place))
        if "uin" in places:
            start, end = places["uin"]
            around = Span(start - 1, end + 1)
            number = self.words(Span(start, end)).replace(" ", "")
            house = "Lords" if number.startswith("HL") else None
            found.append(WrittenQuestionReference(self.words(around), number, house, around))
        return found

    def _words(self, token: Any) -> Iterator[Any]:
        """The block of a line of speech, its question number taken off first."""
        span = self.span(token)
        if token.type == "NUMBERED":
            number = self.places(token)["number"]
            begin = number.end
            while not self.shadow[begin - self.base].isspace():
                begin += 1
            yield QuestionNumber(
                self.words(Span(number.start, begin)), self.words(number), span=Span(number.start, begin)
            )
            while self.shadow[begin - self.base].isspace():
                begin += 1
            span = Span(begin, span.end)
        if token.type == "SUBHEADING":
            yield Subheading(self.words(span), span)
        else:
            yield self._paragraph(span)

    def _paragraph(self, span: Span) -> Paragraph:
        """A paragraph of speech; the number of a column that is glued into its words is lifted out."""
        glued = self._glued(span) if "GLUED" in self.terminals else []
        if not glued:
            return self._stretch(span)
        inlines: list[Any] = []
        text, start = "", span.start
        for number in glued:
            part = self._stretch(self._trimmed(start, number.start))
            self.column = self.words(number)
            text = _whole(text, part.text)
            inlines += part.inlines or (Text(part.text, part.span),)
            inlines.append(ColumnMark(self.column, self.column, None, number))
            start = number.end
        rest = self._stretch(self._trimmed(start, span.end))
        inlines += rest.inlines or (Text(rest.text, rest.span),)
        return Paragraph(_whole(text, rest.text), tuple(inlines), span)

    def _glued(self, span: Span) -> list[Span]:
        """Where the numbers of columns are that stand within the words of a place."""
        begin, end = span.start - self.base, span.end - self.base
        found = grammar.pattern(self.parser, "GLUED").finditer(self.shadow, begin, end)
        return [Span(self.base + m.start(), self.base + m.end()) for m in found]

    def _trimmed(self, start: int, end: int) -> Span:
        """A place without the white space at its ends."""
        words = self.words(Span(start, end))
        start += len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))

    def _stretch(self, span: Span) -> Paragraph:
        """Words that no mark cuts."""
        text = self.words(span)
        inlines: tuple[Any, ...] = ()
        if "[" in text or text[-1:] == ")":
            text, inlines = self._inlines(text, span)
        if "\r " in text:  # lines that were joined kept their carriage return
            text = text.replace("\r ", " ")
            inlines = tuple(attrs.evolve(i, text=i.text.replace("\r ", " ")) for i in inlines)
        return Paragraph(text, inlines, span)

    def _inlines(self, text: str, span: Span) -> tuple[str, tuple[Any, ...]]:
        """The text of a paragraph without question numbers, and its inline nodes if it has any."""
        begin = span.start - self.base
        shadow = self.shadow[begin : begin + len(text)]
        parser = grammar.build("inline")
        marks = [m for mark in _INLINE for m in grammar.pattern(parser, mark).finditer(shadow)]
        if not marks:
            return text, ()
        nodes: list[Any] = []
        kept = []
        at = 0
        for mark in marks:  # a number stands behind everything else
            kept.append(text[at : mark.start()])
            nodes.extend(_text(text, at, mark.start(), span.start))
            at = mark.end()
            piece, place = text[mark.start() : at], Span(span.start + mark.start(), span.start + at)
            if mark.lastgroup == "uin":
                number = piece.strip("[()] ").replace(" ", "")
                house = "Lords" if number.startswith("HL") else None
                nodes.append(WrittenQuestionReference(piece, number, house, place))
            else:
                kept.append(piece)
                nodes.append(_interruption(piece, place))
        nodes.extend(_text(text, at, len(text), span.start))
        return ("".join(kept) + text[at:]).strip(), tuple(nodes)

    def _row(self, blocks: list[Any], token: Any) -> None:
        """Add a row to the table above it, or begin a table."""
        span = self.span(token)
        if blocks and type(blocks[-1]) is Table:
            span = Span(blocks.pop().span.start, span.end)
        blocks.append(Table(self.words(span), span))

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
        kind = ListItem if type(last) is ListItem else Paragraph
        blocks.append(
            kind(f"{last.text} {more.text}", inlines=inlines, span=Span(last.span.start, more.span.end))
        )


def _whole(before: str, after: str) -> str:
    """Two parts of what a mark has cut; a word that was hyphenated there is one again."""
    if before[-1:] == "-":
        return before[:-1] + after
    return f"{before} {after}" if before and before[-1] != "—" else before + after


def _kind(speaker: Speaker, blocks: list[Any], gesture: bool) -> str:
    """What kind of contribution is printed."""
    if gesture or _is_gesture(blocks):
        return "gesture"
    for block in blocks:
        if type(block) is QuestionNumber:
            return "question"
        inlines = getattr(block, "inlines", ())
        if inlines and any(type(i) is WrittenQuestionReference for i in inlines):
            return "question"
    return "chair" if speaker.in_chair else "speech"


_SAID = frozenset(SPOKEN)
#: What may stand among the words of a paragraph, in this order.
_INLINE = ("INTERRUPTION", "UIN")
#: No gesture is longer than this.
LONGEST_GESTURE = 60


def _is_gesture(blocks: list[Any]) -> bool:
    """Whether all that is printed is what somebody did: `rose—`, `indicated dissent.`"""
    said = [b for b in blocks if type(b) in _SAID]
    if len(said) != 1 or len(said[0].text) > LONGEST_GESTURE:
        return False
    return grammar.pattern(grammar.build("inline"), "GESTURE").match(said[0].text) is not None


def _text(text: str, start: int, end: int, base: int) -> Iterator[Text]:
    """The words of a paragraph between two marks, if there are any."""
    piece = text[start:end]
    words = piece.strip()
    if words:
        start += len(piece) - len(piece.lstrip())
        yield Text(words, Span(base + start, base + start + len(words)))


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


def clock(hour: str, minute: str | None, half: str | None) -> str | None:
    """The time on the 24-hour clock, None where there is no such time."""
    hours, minutes = int(hour), int(minute or 0)
    if len(hour) > 2:
        return None
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


def _time(builder: Builder, token: Any) -> TimeMark:
    parts, span = builder.groups(token), builder.span(token)
    found: str | None
    if "noon" in parts:
        found = "00:00" if "idnight" in parts["noon"] else "12:00"
    else:
        found = clock(parts["hour"], parts.get("minute"), parts.get("half"))
    if found is None:
        builder.report("impossible-time", "there is no such time", "warning", span)
    builder.time = found or builder.time
    return TimeMark(builder.words(span), found, span)


def _column(builder: Builder, token: Any) -> ColumnMark:
    parts, span = builder.groups(token), builder.span(token)
    builder.column = parts.get("column", builder.words(span)).replace(" ", "")
    date = date_of(parts["day"], parts["month"], parts["year"]) if "year" in parts else None
    return ColumnMark(builder.words(span), builder.column, date, span)


def _divided(builder: Builder, token: Any) -> Procedure:
    """How a division went; what it says is kept for the lists that follow."""
    parts, span = builder.groups(token), builder.span(token)
    if "on" in parts:
        builder.subject = parts["on"].removeprefix("on ")
    else:
        builder.state(parts)
    return Procedure(builder.words(span), span=span)


def _cited(builder: Builder, token: Any) -> OfficialReportReference:
    parts, span = builder.groups(token), builder.span(token)
    first, _, last = parts["columns"].replace("–", "-").partition("-")
    return OfficialReportReference(
        builder.words(span),
        _HOUSES[parts["house"]],
        date_of(parts["day"], parts["month"], parts["year"]),
        parts["volume"],
        (ColumnRange(first, last or first, parts.get("suffix")),),
        span=span,
    )


def _date(builder: Builder, token: Any) -> DateMark:
    parts, span = builder.groups(token), builder.span(token)
    found = date_of(parts["day"], parts["month"], parts["year"])
    if found is None:
        builder.report("impossible-date", "there is no such day", "warning", span)
    return DateMark(builder.words(span), found, span=span)


def _chair(builder: Builder, token: Any) -> ChairMark:
    span = builder.span(token)
    return ChairMark(builder.words(span), builder.groups(token)["chair"].strip(), span)


def _excerpts(builder: Builder, token: Any) -> ExcerptsMark:
    span = builder.span(token)
    return ExcerptsMark(builder.words(span), builder.groups(token)["member"].strip(), span)


def _procedure(builder: Builder, token: Any) -> Procedure:
    span = builder.span(token)
    return procedure(builder.words(span), token.rstrip(), span)


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
    "TIME": _time,
    "COLUMN": _column,
    "GLUED": _column,
    "DIVIDED": _divided,
    "ATTENDANCE": _plain(Note),
    "SPOKEN_AT": _time,
    "VOLUME": _date,
    "WHEN": _date,
    "WHERE": _plain(VenueMark),
    "IN": _plain(Furniture),
    "AGE": _plain(AgeMark),
    "VENUE": _plain(VenueMark),
    "LINKS": _plain(Furniture),
    "SITE": _plain(Furniture),
    "PAGE": _plain(Furniture),
    "FURNITURE": _plain(Furniture),
    "ELISION": _plain(Elision),
    "STATEMENT_NUMBER": _statement,
    "PROCEDURE": _procedure,
    "ASKED": _procedure,
    "MOVED": _procedure,
    "AMENDMENT": _procedure,
    "OPENING": _procedure,
    "PETITION": _plain(Procedure),
    "FORMULA": _plain(Procedure),
    "PETITION_NUMBER": _petition,
    "CHAIR": _chair,
    "CITED": _cited,
    "MINUTE": _procedure,
    "LATER": _plain(Elision),
}
