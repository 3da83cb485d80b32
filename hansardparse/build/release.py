"""From the lines of a release to its nodes: who is quoted, and what a page prints around it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from hansardparse.build.contributions import Builder
from hansardparse.build.marks import MONTHS, date_of
from hansardparse.lines.release import CLOSES_QUOTE, SPEECHES, last_sentence, release_kind, speech_title
from hansardparse.model.nodes import (
    Contribution,
    DateMark,
    Furniture,
    Heading,
    ListItem,
    Paragraph,
    ReleaseMark,
    Section,
    Span,
    Subheading,
    Summary,
    Text,
    UpdateMark,
)
from hansardparse.parliaments import profile
from hansardparse.speakers import attributions

__all__ = ["ReleaseBuilder"]

#: Where a speech was made, behind the one who made it.
_OCCASION = re.compile(r", ((?:in|at|to|during|outside|following|ahead of) .*)$")
_LOOSE = frozenset(("PARAGRAPH", "CONTINUED", "LISTED", "SUBHEADING_SAID", "TITLE_REST"))


class ReleaseBuilder(Builder):
    """Makes the nodes of releases, a Section of kind `release` for each."""

    def items(self, found: Any) -> Iterator[Any]:
        """The releases in order; what precedes the first title stays bare."""
        section: list[Any] = []
        self.title = ""
        self.kind: Any = None  # printed above the title that follows
        self.issued: str | None = None
        children = [*found.children, None]
        for item, after in itertools.pairwise(children):
            for node in self._nodes(item):
                if type(node) is Heading:
                    if section:
                        yield _section(section)
                    section = [node]
                    self.title, self.issued = node.text, None
                elif section:
                    section.append(node)
                else:
                    yield node
            if _begins_account(after) and getattr(item, "data", "") in ("quotation", "remark"):
                self._infer(section[-1] if section else None)
        if section:
            yield _section(section)

    def _nodes(self, item: Any) -> Iterator[Any]:
        """The nodes of one rule or line."""
        if not hasattr(item, "data"):
            if item.type == "KIND_FIRST":
                self.kind = item
            elif item.type in _LOOSE:
                yield from self._words(item)
            else:
                yield self._mark(item)
        elif item.data == "title":
            yield self._heading(item.children)
        elif item.data == "body":
            yield from self._blocks(item.children)
        elif item.data == "address":
            yield self._address(item.children)
        else:
            yield from self._quotation(item.children)

    def _infer(self, quotation: Any) -> None:
        """Report that a quotation's end is inferred, where no quotation mark says it."""
        if type(quotation) is Contribution and not quotation.text.endswith(CLOSES_QUOTE):
            place = Span(quotation.span.end, quotation.span.end)
            self.report("inferred-end", "where this quotation ends is inferred from the voice", "info", place)

    # --- words ---------------------------------------------------------------------------------

    def _words(self, token: Any) -> Iterator[Any]:
        """The block of a line."""
        span = self.span(token)
        text = self.words(span)
        if token.type in ("ITEM", "LISTED"):
            yield ListItem(text, text.split(None, 1)[0], span=span)
        elif token.type == "SUBHEADING_SAID":
            yield Subheading(text, span)
        else:
            yield Paragraph(text, span=span)

    def _blocks(self, tokens: list[Any]) -> list[Any]:
        """The blocks of lines, a sentence that a page break has cut made whole again."""
        blocks: list[Any] = []
        for token in tokens:
            if token.type == "CONTINUED" and blocks and type(blocks[-1]) is not Subheading:
                self._continue(blocks, token)
            else:
                blocks.extend(self._words(token))
        return blocks

    # --- titles and marks ----------------------------------------------------------------------

    def _heading(self, tokens: list[Any]) -> Heading:
        """The heading of an item; what a page puts around its title stands beside it."""
        parts: list[Any] = []
        if self.kind is not None:
            parts.append(_kind_mark(self, self.span(self.kind)))
            self.kind = None
        for token in tokens:
            if token.type in ("LABELLED", "REPEATED", "LINKED"):
                places = self.places(token)
                parts.extend(_HEADING_PART[name](self, place) for name, place in places.items())
            else:
                parts.append(_text(self, self.span(token)))
        parts.sort(key=lambda part: part.span)
        title = " ".join(part.text for part in parts if type(part) is Text)
        inlines = tuple(parts) if len(parts) > 1 else ()
        return Heading(title, inlines=inlines, span=Span(parts[0].span.start, parts[-1].span.end))

    def _mark(self, token: Any) -> Any:
        """What a release prints about itself."""
        span = self.span(token)
        make = _MARKS.get(token.type)
        return make(self, token, span) if make else Furniture(self.words(span), span)

    # --- who spoke -----------------------------------------------------------------------------

    def _quotation(self, tokens: list[Any]) -> Iterator[Any]:
        """An attribution and what is quoted; sentences before the one that attributes are the release's."""
        head, *rest = tokens
        whole = self.span(head)
        if head.type == "TELLING":
            begin = whole.start + last_sentence(head)
            sentence, words = self.trimmed(begin, whole.end), None
        else:
            places = self.places(head)
            sentence, words = places["label"], places.get("words")
        label = self._label(head.type, sentence)
        begin = label.start if head.type == "INLINE" else sentence.start
        blocks = []
        if words is not None:
            words = self.trimmed(words.start, words.end if head.type == "TRAILING" else whole.end)
            blocks.append(Paragraph(self.words(words), span=words))
        if head.type == "TRAILING":
            place = self.trimmed(words.end if words else begin, whole.end)
        else:
            place = self.trimmed(begin, words.start if words else whole.end)
            told = self.trimmed(whole.start, begin)
            if told.start < told.end:
                yield Paragraph(self.words(told), span=told)
        for token in rest:
            if token.type == "CONTINUED" and blocks:
                self._continue(blocks, token)
            else:
                blocks.extend(self._words(token))
        speaker = attributions.speaker(self.words(label), place, profile("uk"))
        start = min(place.start, blocks[0].span.start) if blocks else place.start
        end = max(place.end, blocks[-1].span.end) if blocks else place.end
        yield Contribution(speaker, tuple(blocks), "quotation", span=Span(start, end))

    def _label(self, form: str, sentence: Span) -> Span:
        """Where in the sentence of an attribution the speaker is named."""
        words = self.shadow[sentence.start - self.base : sentence.end - self.base]
        if form == "TELLING":
            start, end = attributions.subject_in(words, profile("uk")) or (0, 0)
        elif form == "INLINE":
            start, end = attributions.nearest_in(words, profile("uk"))
        else:
            start, end = attributions.label_in(words, profile("uk"))
        start += len(words[start:end]) - len(words[start:end].lstrip())
        return Span(sentence.start + start, sentence.start + end)

    def _address(self, tokens: list[Any]) -> Contribution:
        """A speech as delivered: one contribution, its speaker named above it."""
        blocks = self._blocks(tokens)
        span = Span(blocks[0].span.start, blocks[-1].span.end)
        found = speech_title(self.title)
        label, occasion = "", None
        if found is not None:
            label, occasion = found["who"] or found["who_by"], found["occasion"] or found["occasion_colon"]
        if self.issued is not None:
            label, _, place = _OCCASION.sub("\n\\1", self.issued, count=1).partition("\n")
            occasion = place or occasion
        speaker = attributions.speaker(label, Span(span.start, span.start), profile("uk"))
        return Contribution(speaker, tuple(blocks), "speech", occasion=occasion, span=span)


def _section(items: list[Any]) -> Section:
    return Section(tuple(items), "release", 1, Span(items[0].span.start, items[-1].span.end))


def _begins_account(item: Any) -> bool:
    """Whether the release's own voice begins here, without a mark that says so."""
    if hasattr(item, "data"):
        return bool(item.data == "body" and item.children[0].type == "BODY")
    return item is not None and item.type == "SUBHEADING"


def _date_in(words: str) -> Any:
    """The date in words such as `14th March 2021`."""
    found = re.search(r"([0-9]{1,2})[a-z]{0,2} ([A-Z][a-z]{2,8}),? ([0-9]{4})", words)
    return date_of(*found.groups()) if found else None


def _text(builder: Builder, place: Span) -> Text:
    return Text(builder.words(place), place)


def _around(builder: Builder, place: Span) -> Furniture:
    return Furniture(builder.words(place), place)


def _kind_mark(builder: Builder, place: Span) -> ReleaseMark:
    words = builder.words(place)
    return ReleaseMark(words, release_kind(words), span=place)


def _month_mark(builder: Builder, place: Span) -> DateMark:
    """`[May 2024]`: the month of a release without its day."""
    words = builder.words(place)
    place = Span(place.end - len(words.lstrip()), place.end)
    name, _, year = words.strip(" []").replace(",", "").partition(" ")
    number = MONTHS.get(name.lower())
    return DateMark(words.strip(), month=f"{year}-{number:02}" if number else None, span=place)


_HEADING_PART = {
    "bullet": _around,
    "kind": _kind_mark,
    "colon": _around,
    "title": _text,
    "month": _month_mark,
    "open": _around,
    "close": _around,
}


def _published(builder: Any, token: Any, span: Span) -> DateMark:
    return DateMark(builder.words(span), _date_in(token), span=span)


def _delivered(builder: Any, token: Any, span: Span) -> Any:
    """When or where a speech was delivered."""
    date = _date_in(token)
    return DateMark(builder.words(span), date, span=span) if date else _around(builder, span)


def _issued(builder: Any, token: Any, span: Span) -> ReleaseMark:
    """The line that says who issued a release, or made a speech, and when."""
    places = builder.places(token)
    kind = release_kind(builder.words(places["what"]))
    by = builder.words(places["by"])
    if kind.endswith(SPEECHES):
        builder.issued = by
        by = None
    else:
        by = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", by)
    return ReleaseMark(builder.words(span), kind, by, _date_in(builder.words(places["date"])), span)


def _from(builder: Any, token: Any, span: Span) -> ReleaseMark:
    """`From: Home Office and The Rt Hon Ada Marsh MP`: the body, and perhaps its minister."""
    body, _, minister = builder.words(builder.places(token)["by"]).partition(" and The Rt Hon ")
    if minister and builder.issued is None:
        builder.issued = f"The Rt Hon {minister}".strip()
    return ReleaseMark(builder.words(span), None, body.strip(), span=span)


def _updated(builder: Any, token: Any, span: Span) -> UpdateMark:
    return UpdateMark(builder.words(span), _date_in(token), span=span)


def _history(builder: Any, token: Any, span: Span) -> UpdateMark:
    note = builder.words(builder.places(token)["note"]).strip()
    return UpdateMark(builder.words(span), _date_in(token), note, span)


_MARKS: dict[str, Any] = {
    "KIND": lambda builder, token, span: _kind_mark(builder, span),
    "ISSUED": _issued,
    "FROM": _from,
    "PUBLISHED": _published,
    "DELIVERED": _delivered,
    "UPDATED": _updated,
    "HISTORY": _history,
    "SUMMARY": lambda builder, token, span: Summary(builder.words(span), span),
    "SUBHEADING": lambda builder, token, span: Subheading(builder.words(span), span),
}
