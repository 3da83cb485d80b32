"""From the words of one line to a Paragraph: what stands in brackets, numbers of columns lifted out."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from typing import Any

from hansardparse import grammar
from hansardparse.build.marks import Standing
from hansardparse.build.tokens import Stretch
from hansardparse.grammar.lark_loops import Piece
from hansardparse.model.nodes import (
    ColumnMark,
    Interruption,
    ListItem,
    Paragraph,
    QuestionNumber,
    Quote,
    Span,
    Subheading,
    Table,
    Text,
    WrittenQuestionReference,
)

__all__ = ["Words", "join"]

#: What may stand among the words of a paragraph, in this order.
_INLINE = ("INTERRUPTION", "UIN")
_WORDS = (Paragraph, Quote, ListItem, Subheading)


class Words:
    """Makes paragraphs of the words of a stretch."""

    def __init__(self, stretch: Stretch, standing: Standing) -> None:
        self.stretch = stretch
        self.standing = standing
        self._inline = grammar.build("inline", parliament=stretch.profile.code)

    def blocks(self, token: Piece) -> Iterator[Any]:
        """The block of a line of speech, its question number taken off first."""
        stretch = self.stretch
        span = stretch.span(token)
        if token.type == "NUMBERED":
            number = stretch.places(token)["number"]
            base, begin = stretch.base, number.end
            while not stretch.shadow[begin - base].isspace():
                begin += 1
            place = Span(number.start, begin)
            yield QuestionNumber(stretch.words(place), stretch.words(number), span=place)
            while stretch.shadow[begin - base].isspace():
                begin += 1
            span = Span(begin, span.end)
        if token.type == "SUBHEADING":
            yield Subheading(stretch.words(span), span)
        else:
            yield self.paragraph(span)

    def add_row(self, blocks: list[Any], token: Piece) -> None:
        """Add a row to the table above it, or begin a table."""
        span = self.stretch.span(token)
        if blocks and type(blocks[-1]) is Table:
            span = Span(blocks.pop().span.start, span.end)
        blocks.append(Table(self.stretch.words(span), span))

    def paragraph(self, span: Span) -> Paragraph:
        """A paragraph of speech; the number of a column that is glued into its words is lifted out."""
        stretch = self.stretch
        if not stretch.glued or not (glued := self._glued(span)):
            return self._uncut(span)
        inlines: list[Any] = []
        text, start = "", span.start
        for number in glued:
            part = self._uncut(stretch.trimmed(start, number.start))
            column = stretch.words(number)
            mark = ColumnMark(column, column, None, number)
            self.standing.take(mark)
            text = _whole(text, part.text)
            inlines += part.inlines or (Text(part.text, part.span),)
            inlines.append(mark)
            start = number.end
        rest = self._uncut(stretch.trimmed(start, span.end))
        inlines += rest.inlines or (Text(rest.text, rest.span),)
        return Paragraph(_whole(text, rest.text), tuple(inlines), span)

    def _glued(self, span: Span) -> list[Span]:
        """Where the numbers of columns are that stand within the words of a place."""
        base, every = self.stretch.base, self.stretch.glued
        first = bisect.bisect_left(every, (span[0] - base,))
        last = bisect.bisect_left(every, (span[1] - base,), first)
        return [Span(base + start, base + end) for start, end in every[first:last]]

    def _uncut(self, span: Span) -> Paragraph:
        """Words that no mark cuts."""
        stretch = self.stretch
        text = stretch.text[span[0] - stretch.base : span[1] - stretch.base]
        inlines: tuple[Any, ...] = ()
        if "[" in text or text[-1:] == ")":
            text, inlines = self._inlines(text, span)
        return Paragraph(text, inlines, span)

    def _inlines(self, text: str, span: Span) -> tuple[str, tuple[Any, ...]]:
        """The text of a paragraph without question numbers, and its inline nodes if it has any."""
        shadow = self.stretch.shadowed(*span)
        marks = [m for mark in _INLINE for m in grammar.pattern(self._inline, mark).finditer(shadow)]
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
                nodes.append(WrittenQuestionReference(piece, number, self.house_of(number), place))
            else:
                kept.append(piece)
                nodes.append(self._interruption(piece, place))
        nodes.extend(_text(text, at, len(text), span.start))
        return ("".join(kept) + text[at:]).strip(), tuple(nodes)

    def house_of(self, number: str) -> str | None:
        """The House of a question's number that begins with the prefix of one: `HL1234`."""
        return self.stretch.profile.chambers.get(number.rstrip("0123456789"))

    def _interruption(self, text: str, span: Span) -> Interruption:
        """What broke in: as words where it says who cried them, else as what was seen or heard."""
        match = grammar.pattern(self._inline, "INTERRUPTION").match(text)
        who, said = (match["who"], match["said"]) if match else (None, None)
        if who is not None:
            return Interruption(text, "vocal", who, said or None, span)
        kinesic = any(word in text.lower() for word in self.stretch.profile.kinesic)
        return Interruption(text, "kinesic" if kinesic else "incident", None, None, span)

    def are_gesture(self, text: str) -> bool:
        """Whether words are what somebody did: `rose—`, `indicated dissent.`"""
        gesture: re.Pattern[str] = grammar.pattern(self._inline, "GESTURE")
        return gesture.match(text) is not None


def join(blocks: list[Any], more: Paragraph) -> None:
    """Make a sentence whole again that a mark has cut; the mark goes inside."""
    if not any(isinstance(block, _WORDS) for block in blocks):  # the label was all there was
        blocks.append(more)
        return
    marks: list[Any] = []
    while not isinstance(blocks[-1], _WORDS):
        marks.insert(0, blocks.pop())
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


def _text(text: str, start: int, end: int, base: int) -> Iterator[Text]:
    """The words of a paragraph between two marks, if there are any."""
    piece = text[start:end]
    words = piece.strip()
    if words:
        start += len(piece) - len(piece.lstrip())
        yield Text(words, Span(base + start, base + start + len(words)))
