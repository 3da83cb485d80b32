"""From the lines of a release to its nodes: who is quoted, and what a page prints around it."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterator
from typing import Any

from hansardparse import grammar
from hansardparse.build.marks import Standing, leaf, printed_date
from hansardparse.build.tokens import Stretch
from hansardparse.build.words import close, join
from hansardparse.grammar import Raw
from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.release_words import CLOSES_QUOTE, ReleaseWords, release_kind
from hansardparse.model.nodes import (
    Contribution,
    DateMark,
    Furniture,
    Heading,
    ListItem,
    Node,
    Paragraph,
    ReleaseMark,
    Section,
    Span,
    Subheading,
    Summary,
    Text,
    UpdateMark,
)
from hansardparse.parliaments.days import month_of
from hansardparse.speakers import attributions

__all__ = ["ReleaseBuilder"]

_LOOSE = frozenset(("PARAGRAPH", "CONTINUED", "LISTED", "SUBHEADING_SAID", "TITLE_REST"))


class ReleaseBuilder:
    """Makes the nodes of the releases in a stretch, a Section of kind `release` for each.

    A release prints no column and no time of day: nothing is kept in `standing` for the next stretch.
    """

    def __init__(self, stretch: Stretch, standing: Standing) -> None:
        self.stretch = stretch
        self.standing = standing
        self._words = ReleaseWords(stretch.profile)
        self._title = ""
        self._kind: Piece | None = None  # printed above the title that follows
        self._said = "speech"  # what kind of turn the words of one speaker are
        self._issued: str | None = None  # whose speech it is, by what stands below the title

    def items(self, found: Raw) -> list[Any]:
        """The releases in order; what precedes the first title stays bare."""
        nodes: list[Any] = []
        section: list[Any] = []
        children = [*found.children, None]
        for item, after in itertools.pairwise(children):
            for node in self._nodes(item):
                if type(node) is Heading:
                    if section:
                        nodes.append(_section(section))
                    section = [node]
                    self._title, self._issued = node.text, None
                elif section:
                    section.append(node)
                else:
                    nodes.append(node)
            if _begins_account(after) and getattr(item, "data", "") in ("quotation", "remark"):
                self._infer(section[-1] if section else None)
        if section:
            nodes.append(_section(section))
        return nodes

    def _nodes(self, item: Raw | Piece) -> Iterator[Any]:
        """The nodes of one rule or line."""
        if isinstance(item, Piece):
            if item.type == "KIND_FIRST":
                self._kind = item
            elif item.type in _LOOSE:
                yield self._block(item)
            else:
                yield self._mark(item)
        elif item.data == "title":
            yield self._heading(item.children)
        elif item.data == "body":
            yield from self._blocks(item.children)
        elif item.data == "address":
            yield from self._parts(item.children)
        else:
            yield from self._quotation(item.children)

    def _infer(self, quotation: Any) -> None:
        """Report that a quotation's end is inferred, where no quotation mark says it."""
        if type(quotation) is Contribution and not quotation.text.endswith(CLOSES_QUOTE):
            place = Span(quotation.span.end, quotation.span.end)
            self.stretch.report(
                "inferred-end", "where this quotation ends is inferred from the voice", "info", place
            )

    # --- words ---------------------------------------------------------------------------------

    def _block(self, token: Piece) -> Node:
        """The block of a line."""
        if token.type == "UNRECOGNISED":
            return leaf(self.stretch, self.standing, token)
        span = self.stretch.span(token)
        text = self.stretch.words(span)
        if token.type in ("ITEM", "LISTED"):
            return ListItem(text, text.split(None, 1)[0], span=span)
        if token.type == "SUBHEADING_SAID":
            return Subheading(text, span)
        return Paragraph(text, span=span)

    def _paragraph(self, token: Piece) -> Paragraph:
        """The words of a line, whatever it is."""
        span = self.stretch.span(token)
        return Paragraph(self.stretch.words(span), span=span)

    def _blocks(self, tokens: list[Piece]) -> list[Any]:
        """The blocks of lines, a sentence that a page break has cut made whole again."""
        blocks: list[Any] = []
        for token in tokens:
            if token.type == "CONTINUED" and blocks and type(blocks[-1]) is not Subheading:
                join(blocks, self._paragraph(token))
            else:
                blocks.append(self._block(token))
        close(blocks)
        return blocks

    # --- titles and marks ----------------------------------------------------------------------

    def _heading(self, tokens: list[Piece]) -> Heading:
        """The heading of an item; what a page puts around its title stands beside it."""
        parts: list[Any] = []
        if self._kind is not None:
            mark = _kind_mark(self.stretch, self.stretch.span(self._kind))
            stated = mark.kind is not None and mark.kind.endswith(self.stretch.profile.releases.stated)
            self._said = "statement" if stated else "speech"
            parts.append(mark)
            self._kind = None
        for token in tokens:
            if token.type in ("LABELLED", "REPEATED", "LINKED"):
                places = self.stretch.places(token)
                parts.extend(_HEADING_PART[name](self.stretch, place) for name, place in places.items())
            else:
                parts.append(_text(self.stretch, self.stretch.span(token)))
        parts.sort(key=lambda part: part.span)
        title = " ".join(part.text for part in parts if type(part) is Text)
        inlines = tuple(parts) if len(parts) > 1 else ()
        return Heading(title, inlines=inlines, span=Span(parts[0].span.start, parts[-1].span.end))

    def _mark(self, token: Piece) -> Any:
        """What a release prints about itself."""
        if token.type == "UNRECOGNISED":
            return leaf(self.stretch, self.standing, token)
        span = self.stretch.span(token)
        if token.type == "ISSUED":
            return self._issue(token, span)
        if token.type == "FROM":
            return self._sender(token, span)
        make = _MARKS.get(token.type)
        return make(self.stretch, token, span) if make else Furniture(self.stretch.words(span), span)

    def _issue(self, token: Piece, span: Span) -> ReleaseMark:
        """The line that says who issued a release, or made a speech, and when."""
        parts = self.stretch.groups(token)
        kind = release_kind(parts["what"])
        by: str | None = parts["by"]
        if kind.endswith(self.stretch.profile.releases.said):
            self._issued, by = by, None
        elif by is not None:
            by = self._words.without_article(by)
        return ReleaseMark(self.stretch.words(span), kind, by, _date_in(self.stretch, parts["date"]), span)

    def _sender(self, token: Piece, span: Span) -> ReleaseMark:
        """`From: Home Office and The Rt Hon Ada Marsh MP`: the body, and perhaps its minister."""
        by = self.stretch.groups(token)["by"]
        minister = self._words.form("MINISTER").search(by)
        if minister is not None and self._issued is None:
            self._issued = grammar.parts(minister)["minister"].strip()
        body = by[: minister.start()] if minister is not None else by
        return ReleaseMark(self.stretch.words(span), None, body.strip(), span=span)

    # --- who spoke -----------------------------------------------------------------------------

    def _quotation(self, tokens: list[Piece]) -> Iterator[Any]:
        """An attribution and what is quoted; sentences before the one that attributes are the release's."""
        head, *rest = tokens
        whole = self.stretch.span(head)
        if head.type == "TELLING":
            begin = whole.start + self._words.last_sentence(head)
            sentence, words = self.stretch.trimmed(begin, whole.end), None
        else:
            places = self.stretch.places(head)
            sentence, words = places["label"], places.get("words")
        label = self._label(head.type, sentence)
        begin = label.start if head.type == "INLINE" else sentence.start
        blocks: list[Any] = []
        if words is not None:
            words = self.stretch.trimmed(words.start, words.end if head.type == "TRAILING" else whole.end)
            blocks.append(Paragraph(self.stretch.words(words), span=words))
        if head.type == "TRAILING":
            place = self.stretch.trimmed(words.end if words else begin, whole.end)
        else:
            place = self.stretch.trimmed(begin, words.start if words else whole.end)
            told = self.stretch.trimmed(whole.start, begin)
            if told.start < told.end:
                yield Paragraph(self.stretch.words(told), span=told)
        for token in rest:
            if token.type == "CONTINUED" and blocks:
                join(blocks, self._paragraph(token))
            else:
                blocks.append(self._block(token))
        close(blocks)
        speaker = attributions.speaker(self.stretch.words(label), place, self.stretch.profile)
        start = min(place.start, blocks[0].span.start) if blocks else place.start
        end = max(place.end, blocks[-1].span.end) if blocks else place.end
        yield Contribution(speaker, tuple(blocks), "quotation", span=Span(start, end))

    def _label(self, form: str, sentence: Span) -> Span:
        """Where in the sentence of an attribution the speaker is named."""
        words = self.stretch.shadowed(*sentence)
        if form == "TELLING":
            start, end = attributions.subject_in(words, self.stretch.profile) or (0, 0)
        elif form == "INLINE":
            start, end = attributions.nearest_in(words, self.stretch.profile)
        else:
            start, end = attributions.label_in(words, self.stretch.profile)
        start += len(words[start:end]) - len(words[start:end].lstrip())
        return Span(sentence.start + start, sentence.start + end)

    def _parts(self, tokens: list[Piece]) -> Iterator[Contribution | Section]:
        """A speech as delivered; each part of it that has a title is a section with a turn of its own."""
        parts: list[list[Piece]] = [[]]
        for token in tokens:
            if token.type == "SUBHEADING_SAID":
                parts.append([])
            parts[-1].append(token)
        first, *titled = parts
        yield self._address(first)
        for title, *words in titled:
            span = self.stretch.span(title)
            said = [self._address(words)] if words else []
            end = said[-1].span.end if said else span.end
            yield Section(
                (Heading(self.stretch.words(span), span=span), *said), None, 2, Span(span.start, end)
            )

    def _address(self, tokens: list[Piece]) -> Contribution:
        """The words of one speaker, who is named above them."""
        blocks = self._blocks(tokens)
        span = Span(blocks[0].span.start, blocks[-1].span.end)
        label, occasion = self._words.speech_title(self._title) or ("", None)
        if self._issued is not None:
            made = self._words.form("OCCASION").search(self._issued)
            label = self._issued[: made.start()] if made else self._issued
            occasion = made["occasion"] if made else occasion
        speaker = attributions.speaker(label, Span(span.start, span.start), self.stretch.profile)
        return Contribution(speaker, tuple(blocks), self._said, occasion=occasion, span=span)


def _section(items: list[Any]) -> Section:
    return Section(tuple(items), "release", 1, Span(items[0].span.start, items[-1].span.end))


def _begins_account(item: Raw | Piece | None) -> bool:
    """Whether the release's own voice begins here, without a mark that says so."""
    if isinstance(item, Raw):
        return item.data == "body" and item.children[0].type == "BODY"
    return item is not None and item.type == "SUBHEADING"


def _date_in(stretch: Stretch, words: str) -> datetime.date | None:
    """The date in words such as `14th March 2021`."""
    dated = grammar.pattern(grammar.build("release-words", parliament=stretch.profile.code), "DATED")
    found = dated.search(words)
    return printed_date(stretch, found.groupdict()) if found else None


def _text(stretch: Stretch, place: Span) -> Text:
    return Text(stretch.words(place), place)


def _around(stretch: Stretch, place: Span) -> Furniture:
    return Furniture(stretch.words(place), place)


def _kind_mark(stretch: Stretch, place: Span) -> ReleaseMark:
    words = stretch.words(place)
    return ReleaseMark(words, release_kind(words), span=place)


def _month_mark(stretch: Stretch, place: Span) -> DateMark:
    """`[May 2024]`: the month of a release without its day."""
    words = stretch.words(place)
    place = Span(place.end - len(words.lstrip()), place.end)
    name, _, year = words.strip(" []").replace(",", "").partition(" ")
    number = month_of(name, stretch.profile.months)
    return DateMark(words.strip(), month=f"{year}-{number:02}" if number else None, span=place)


_HEADING_PART: dict[str, Callable[[Stretch, Span], Any]] = {
    "bullet": _around,
    "kind": _kind_mark,
    "colon": _around,
    "title": _text,
    "month": _month_mark,
    "open": _around,
    "close": _around,
}


def _published(stretch: Stretch, token: Piece, span: Span) -> DateMark:
    return DateMark(stretch.words(span), _date_in(stretch, token), span=span)


def _delivered(stretch: Stretch, token: Piece, span: Span) -> DateMark | Furniture:
    """When or where a speech was delivered."""
    date = _date_in(stretch, token)
    return DateMark(stretch.words(span), date, span=span) if date else _around(stretch, span)


def _updated(stretch: Stretch, token: Piece, span: Span) -> UpdateMark:
    return UpdateMark(stretch.words(span), _date_in(stretch, token), span=span)


def _history(stretch: Stretch, token: Piece, span: Span) -> UpdateMark:
    note = stretch.groups(token)["note"].strip()
    return UpdateMark(stretch.words(span), _date_in(stretch, token), note, span)


_MARKS: dict[str, Callable[[Stretch, Piece, Span], Any]] = {
    "KIND": lambda stretch, token, span: _kind_mark(stretch, span),
    "PUBLISHED": _published,
    "DELIVERED": _delivered,
    "UPDATED": _updated,
    "HISTORY": _history,
    "SUMMARY": lambda stretch, token, span: Summary(stretch.words(span), span),
    "SUBHEADING": lambda stretch, token, span: Subheading(stretch.words(span), span),
}
