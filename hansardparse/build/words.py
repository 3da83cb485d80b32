"""From the words of one line to a Paragraph: what stands in brackets, numbers of columns lifted out."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

import attrs

from hansardparse import grammar
from hansardparse.build.marks import Standing
from hansardparse.build.tokens import Stretch
from hansardparse.grammar.lark_loops import Piece
from hansardparse.model.blocks import Inline
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
from hansardparse.text.joints import folded, parted, vocabulary

__all__ = ["Words", "close", "join"]

#: How what breaks in begins, and how much of the end of a paragraph the number of its question takes at most.
_BRACKETS, LONGEST_NUMBER = "[(", 160
_WORDS = (Paragraph, Quote, ListItem, Subheading)
#: What may stand within a sentence.
_INSIDE = frozenset(get_args(Inline))


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
        if token.type in ("NUMBERED", "ENUMERATED"):
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
        """Add a row to the table above it, or begin a table; `close` gives it its words."""
        span = self.stretch.span(token)
        if blocks and type(blocks[-1]) is Table:
            span = Span(blocks.pop().span.start, span.end)
        blocks.append(Table("", span))

    def close(self, blocks: list[Any]) -> None:
        """Make the nodes of what is whole by now: tables, and sentences that marks had cut."""
        for at, block in enumerate(blocks):
            if type(block) is Table:
                blocks[at] = self._table(block)
            elif type(block) is _Sentence:
                block.inlines = [self._table(i) if type(i) is Table else i for i in block.inlines]
        close(blocks, lambda: self.known)

    @functools.cached_property
    def known(self) -> frozenset[str]:
        """The words of the stretch, by which the halves of a word are told that a mark has cut."""
        return vocabulary(self.stretch.shadow)

    def _table(self, rows: Table) -> Table:
        return Table(self.stretch.words(rows.span), rows.span)

    def paragraph(self, span: Span) -> Paragraph:
        """A paragraph of speech; the number of a column that is glued into its words is lifted out."""
        stretch = self.stretch
        if not stretch.glued or not (glued := self._glued(span)):
            return self._uncut(span)
        inlines: list[Any] = []
        words: list[str] = []
        start, whole = span.start, False
        for number in glued:
            part = self._uncut(stretch.trimmed(start, number.start))
            printed = stretch.words(number)
            column = printed.strip("[]").rpartition(" ")[2]
            mark = ColumnMark(printed, column, None, number)
            self.standing.take(mark)
            _add(words, part.text, whole=whole)
            whole = printed != column and stretch.is_within_word(number)
            inlines += part.inlines or (Text(part.text, part.span),)
            inlines.append(mark)
            start = number.end
        if start < span.end:
            rest = self._uncut(stretch.trimmed(start, span.end))
            inlines += rest.inlines or (Text(rest.text, rest.span),)
            _add(words, rest.text, whole=whole)
        return Paragraph("".join(words), tuple(inlines), span)

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
        if "[" in text or text.rstrip(". ")[-1:] == ")":
            text, inlines = self._inlines(text, span)
        return Paragraph(folded(text), inlines, span)

    def _inlines(self, text: str, span: Span) -> tuple[str, tuple[Any, ...]]:
        """The text of a paragraph without question numbers, and its inline nodes if it has any."""
        shadow = self.stretch.shadowed(*span)
        marks = self._marks(shadow)
        if not marks:
            return text, ()
        nodes: list[Any] = []
        kept = []
        at = 0
        for mark in marks:  # a number stands behind everything else
            kept.append(text[at : mark.start()])
            nodes.extend(_text(text, at, mark.start(), span.start))
            at = mark.end()
            piece, place = folded(text[mark.start() : at]), Span(span.start + mark.start(), span.start + at)
            if mark.lastgroup == "uin":
                number = "".join(mark["uin"].split())
                nodes.append(WrittenQuestionReference(piece, number, self.house_of(number), place))
            else:
                kept.append(piece)
                nodes.append(self._interruption(piece, place))
        nodes.extend(_text(text, at, len(text), span.start))
        said, rest = "".join(kept), text[at:]
        if marks[-1].lastgroup == "uin":  # a full stop may stand behind it, and blanks before that
            said, rest = said.rstrip(), f" {rest.strip()}"
        return (said + rest).strip(), tuple(nodes)

    def _marks(self, shadow: str) -> list[re.Match[str]]:
        """What has broken in, and behind all of it the number of a question."""
        interruption, uin = (grammar.pattern(self._inline, name) for name in ("INTERRUPTION", "UIN"))
        marks: list[re.Match[str]] = []
        for found in sorted(grammar.starting(interruption, shadow, _BRACKETS), key=re.Match.start):
            if not marks or found.start() >= marks[-1].end():
                marks.append(found)
        end = len(shadow.rstrip(". \n"))
        return [*marks, *uin.finditer(shadow, max(0, end - LONGEST_NUMBER))]

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


@attrs.define
class _Sentence:
    """A sentence that marks have cut, as long as more of it may come: each part is taken up once."""

    kind: type[Paragraph | ListItem]
    words: list[str]
    inlines: list[Any]
    span: Span

    @classmethod
    def of(cls, block: Any) -> _Sentence:
        """A sentence by its first part."""
        kind: type[Paragraph | ListItem] = ListItem if type(block) is ListItem else Paragraph
        return cls(kind, [block.text], _inside(block), block.span)

    def add(self, marks: list[Any], more: Paragraph) -> None:
        """The marks that stand behind it, and its next part."""
        self.words.append(more.text)
        self.inlines += (*marks, *_inside(more))
        self.span = Span(self.span.start, more.span.end)

    def node(self, known: Callable[[], frozenset[str]]) -> Paragraph | ListItem:
        """The paragraph, or the item of a list, that it is."""
        pieces: list[str] = []
        for above, below in itertools.pairwise(self.words):
            pieces += parted(above, below, known()) if above.endswith("-") else (above, " ")
        pieces.append(self.words[-1])
        return self.kind("".join(pieces), inlines=tuple(self.inlines), span=self.span)


def join(blocks: list[Any], more: Paragraph) -> None:
    """Make a sentence whole again that a mark has cut, the mark inside; `close` makes the node of it.

    What can stand in no sentence ends it.
    """
    at = len(blocks) - 1
    while at >= 0 and not isinstance(blocks[at], (*_WORDS, _Sentence)):
        at -= 1
    ended = any(type(mark) not in _INSIDE for mark in blocks[at + 1 :])
    if at < 0 or ended:  # where nothing stands before it, the label was all there was
        blocks.append(more)
        return
    if type(blocks[at]) is not _Sentence:
        blocks[at] = _Sentence.of(blocks[at])
    blocks[at].add(blocks[at + 1 :], more)
    del blocks[at + 1 :]


def close(blocks: list[Any], known: Callable[[], frozenset[str]] = frozenset) -> None:
    """Make the nodes of sentences that `join` has made whole; `known` are the words of their text."""
    for at, block in enumerate(blocks):
        if type(block) is _Sentence:
            blocks[at] = block.node(known)


def _inside(block: Any) -> list[Any]:
    """What a block consists of: its words alone, or these and the marks among them."""
    return list(getattr(block, "inlines", ()) or (Text(block.text, block.span),))


def _add(words: list[str], after: str, *, whole: bool = False) -> None:
    """Add a part of what a mark has cut; a word that was hyphenated there is one again, and so is one within
    which a mark in brackets stands.
    """
    last = words.pop() if words else ""  # never empty where there is one
    hyphened = last.endswith("-")
    between = " " if last and not hyphened and last[-1] != "—" and not whole else ""
    words += filter(None, (last[:-1] if hyphened else last, between, after))


def _text(text: str, start: int, end: int, base: int) -> Iterator[Text]:
    """The words of a paragraph between two marks, if there are any."""
    piece = text[start:end]
    words = piece.strip()
    if words:
        start += len(piece) - len(piece.lstrip())
        yield Text(folded(words), Span(base + start, base + start + len(words)))
