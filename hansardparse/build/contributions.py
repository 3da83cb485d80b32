"""From what the grammar found to typed nodes.

A `Builder` is made for each parse and walks the items in document order, so that what a mark says
(a column, a time) is known to what follows it, and nothing is shared between threads.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.build.divisions import Divisions
from hansardparse.build.marks import LEAVES
from hansardparse.build.paragraphs import shaped
from hansardparse.build.tokens import extent, rejoined
from hansardparse.grammar import Raw
from hansardparse.model.nodes import (
    SPOKEN,
    AgeMark,
    ChairMark,
    ColumnMark,
    Contribution,
    Furniture,
    Interruption,
    Line,
    ListItem,
    Note,
    Paragraph,
    QuestionNumber,
    Quote,
    Span,
    Speaker,
    Subheading,
    Table,
    Text,
    TimeMark,
    WrittenQuestionReference,
)
from hansardparse.parliaments import profile
from hansardparse.speakers import labels

__all__ = ["Builder"]

_WORDS = (Paragraph, Quote, ListItem, Subheading)


class Builder(Divisions):
    """Makes the nodes of a text, one stretch of it after another."""

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
                division, rest = self.division(item.children)
                yield division
                for token in rest:
                    yield self._stray(token)
            else:
                yield from self._aside(item.children)

    def _aside(self, tokens: list[Any]) -> Iterator[Any]:
        """Something that is not speech, and the stray lines after it."""
        first, *rest = tokens
        yield self.leaf(first)
        for token in rest:
            yield self._stray(token)

    def _stray(self, token: Any) -> Any:
        """A line after something that is not speech: nobody's words."""
        if token.type in LEAVES:
            return self.leaf(token)
        span = self.span(token)
        text = self.words(span)
        self.report("stray-text", "words that no label introduces", "info", span)
        return Note(text, span=span)

    # --- contributions -------------------------------------------------------------------------

    def _contribution(self, tokens: list[Any]) -> Iterator[Any]:
        """A label and what it introduces; marks after the last words stand behind it."""
        label, *rest = tokens
        time, column = self.time, self.column
        speaker, blocks = self._opening(label)
        if label.type == "DOUBTED":
            self.report("doubtful-speaker", f"taken for a speaker: {speaker.label}", "info", speaker.span)
        gesture, said = False, bool(blocks) and any(type(b) in _SAID for b in blocks)
        for token in rest:
            role = token.type
            if role == "PARAGRAPH":
                if not said:  # a time under the label is that of the words
                    time, said = self.time, True
                blocks.append(self._paragraph(self.span(token)))
            elif role == "CONTINUED":
                self._continue(blocks, token)
            elif role == "ROW":
                self._row(blocks, token)
            elif role in LEAVES:
                blocks.append(self.leaf(token))
            else:
                if not said:
                    time, said = self.time, True
                gesture = gesture or role == "GESTURE"
                blocks.extend(self._words(token))
        if speaker.role == "collective" and _is_gesture(blocks):  # `Several hon. Members`, `rose—`: no words
            blocks = [Line(b.text, b.span) if isinstance(b, SPOKEN) else b for b in blocks]
            gesture = True
        behind: list[Any] = []
        while blocks and type(blocks[-1]) in _BEHIND:
            behind.insert(0, blocks.pop())
        start, end = speaker.span
        if blocks:
            start = min(start, blocks[0].span[0])
            end = max(end, blocks[-1].span[1])
        kind = _kind(speaker, blocks, gesture)
        yield Contribution(speaker, tuple(shaped(blocks)), kind, time, column, None, extent((start, end)))
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
            blocks.append(self.leaf(rest.pop(0)))
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
        if "site" in places:
            label, end = self.words(places["label"]).strip(), places["label"].end
            blocks.append(Furniture(self.words(places["site"]), places["site"]))
        elif words is None:
            label, end = self.words(places["label"]).strip(), span.end
        else:
            label = self.words(places.get("label") or Span(start, words[0])).partition(":")[0].strip()
            said = extent((words[0], min(words[1], span[1])))  # they end where the line does
            if said[1] > said[0]:
                blocks.append(self._paragraph(said))
            end = start + len(self.shadow[start - self.base : words[0] - self.base].rstrip())
        linked = self.words(places["linked"]) if "linked" in places else None
        position = self.words(places["position"]) if "position" in places else None
        linked = None if linked == "None" else linked
        place = extent((start, end))
        return labels.speaker(label, place, linked, position, profile=profile("uk")), blocks

    def _words_before(self, place: Span) -> Line:
        """Words before a label that are no number: `Observations from`."""
        place = self.trimmed(*place)
        return Line(self.words(place), place)

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
        if not self.lifts or not (glued := self._glued(span)):
            return self._stretch(span)
        inlines: list[Any] = []
        text, start = "", span.start
        for number in glued:
            part = self._stretch(self.trimmed(start, number.start))
            self.column = self.words(number)
            text = _whole(text, part.text)
            inlines += part.inlines or (Text(part.text, part.span),)
            inlines.append(ColumnMark(self.column, self.column, None, number))
            start = number.end
        rest = self._stretch(self.trimmed(start, span.end))
        inlines += rest.inlines or (Text(rest.text, rest.span),)
        return Paragraph(_whole(text, rest.text), tuple(inlines), span)

    def _glued(self, span: Span) -> list[Span]:
        """Where the numbers of columns are that stand within the words of a place."""
        base = self.base
        first = bisect.bisect_left(self.glued, (span[0] - base,))
        last = bisect.bisect_left(self.glued, (span[1] - base,), first)
        return [Span(base + start, base + end) for start, end in self.glued[first:last]]

    def _stretch(self, span: Span) -> Paragraph:
        """Words that no mark cuts."""
        text = self.text[span[0] - self.base : span[1] - self.base]
        inlines: tuple[Any, ...] = ()
        if "[" in text or text[-1:] == ")":
            text, inlines = self._inlines(text, span)
        if self.joined:
            text = rejoined(text)
            inlines = tuple(attrs.evolve(i, text=rejoined(i.text)) for i in inlines)
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
        if not any(isinstance(block, _WORDS) for block in blocks):  # the label was all there was
            blocks.extend(self._words(token))
            return
        marks: list[Any] = []
        while not isinstance(blocks[-1], _WORDS):
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
#: What belongs to the page and not to the speech before it.
_BEHIND = frozenset([TimeMark, ColumnMark, ChairMark, AgeMark])
#: What may stand among the words of a paragraph, in this order.
_INLINE = ("INTERRUPTION", "UIN")
#: No gesture is longer than this.
LONGEST_GESTURE = 60


def _is_gesture(blocks: list[Any]) -> bool:
    """Whether all that is printed is what somebody did: `rose—`, `indicated dissent.`"""
    if blocks and type(blocks[-1]) is Paragraph and len(blocks[-1].text) > LONGEST_GESTURE:
        return False
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
