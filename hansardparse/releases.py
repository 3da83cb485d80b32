"""The layout `release`: titles, who is quoted, and where a quotation ends.

Where a quotation ends is decided by the text: at the next attribution, a list, a date, a title. Where
paragraphs go on below it, the voice they are in decides (`grammars/voice.lark`), and the Builder
reports that the end is inferred.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from hansardparse import grammar, quoted
from hansardparse.build import Builder
from hansardparse.marks import MONTHS, date_of
from hansardparse.model import (
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

__all__ = ["ReleaseBuilder", "ReleaseRoles"]

TITLES = frozenset(("HEADING", "LABELLED", "REPEATED", "LINKED"))
_WORDS = frozenset(("LINE", "TITLE"))
_LOOSE = frozenset(("PARAGRAPH", "CONTINUED", "LISTED", "SUBHEADING_SAID", "TITLE_REST"))
_ENDS = frozenset(".?!…:;\"”'’)]")
_OPENS_QUOTE = ("“", '"', "‘")
_CLOSES_QUOTE = ("”", '"', "”.", '".', "’")
#: A title has this many words, at least, where only the list below it says that it is one.
TITLE_WORDS = 6
#: A sub-heading is no longer than this.
LONGEST_SUBHEADING = 100
#: What a page prints about a release stands in its first lines, its summary among them.
FIRST_MARKS = 8
_CRUMBS = frozenset(("HEADING", "TITLE", "FURNITURE", "TAG"))
_HEAD = frozenset(("FROM", "PUBLISHED", "DELIVERED"))
#: Below a title, a speech has no attribution in its first lines.
FIRST_LINES = 3
#: A speech is not a release about one, whatever its title says, where its kind is one of these.
_NO_SPEECH = frozenset(("press_release", "news_story", "world_news_story", "government_response", "guidance"))
_SENTENCE = re.compile(r"[a-z)’”][.!?][\"”’]? (?=[A-Z“])")
#: Where a speech was made, behind the one who made it.
_OCCASION = re.compile(r", ((?:in|at|to|during|outside|following|ahead of) .*)$")
_SPEECHES = ("speech", "statement", "remarks", "address", "keynote", "lecture", "message", "comment")


def _voice(terminal: str) -> re.Pattern[str]:
    return grammar.pattern(grammar.build("voice"), terminal)


def _bare(title: str) -> str:
    """A title without what a page puts around it."""
    return " ".join(re.sub(r"^[•·*\s]+|\]\([^()]*\)|[\[*]", " ", title).split())


class ReleaseRoles:
    """Settles the role of every line of a release.

    A release is short and what a line is may depend on the end of its item, so a unit is taken whole.
    """

    always_accept = ("LINE", "TITLE", "LABEL", "QUOTED", "INLINE", "COLON", "BULLET", "LINKED", "FOOTER")
    #: Everything but a heading comes out only inside the item that a heading opens.
    promised = frozenset(
        "ADDRESS AGAIN BODY CONTINUED DELIVERED FROM FURNITURE HISTORY INLINE ISSUED ITEM KIND KIND_FIRST "
        "LABEL LISTED PARAGRAPH PUBLISHED QUOTED SUBHEADING SUBHEADING_SAID SUMMARY TAG TELLING TITLE_REST "
        "TRAILING UPDATED".split()
    )

    def process(self, stream: Iterator[Any]) -> Iterator[Any]:
        """The tokens of `stream` in order, each with its role as its type."""
        tokens = list(stream)
        self._titles(tokens)
        starts = [i for i, t in enumerate(tokens) if t.type in TITLES] or [0]
        starts = [i - 1 if i and tokens[i - 1].type == "KIND_FIRST" else i for i in starts]
        if starts[0]:
            self._item(tokens, 0, starts[0])
        for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
            self._item(tokens, start, end)
        yield from tokens

    # --- titles --------------------------------------------------------------------------------

    def _titles(self, tokens: list[Any]) -> None:
        """Find the titles, by what stands above and below them."""
        title: Any = None
        for i, token in enumerate(tokens):
            after: Any = tokens[i + 1] if i + 1 < len(tokens) else None
            before: Any = tokens[i - 1] if i else None
            follows = after.type if after is not None else "END"
            if token.type == "FOOTER":
                token.type = "FURNITURE"
            elif token.type in ("LABELLED", "REPEATED"):
                if title is not None and before is title and _same(title, token):
                    token.type = "AGAIN"
                else:
                    title = token
            elif title is not None and before is title and token.type != "TITLE_REST" and _same(title, token):
                token.type = "AGAIN"
            elif token.type == "LINKED":
                goes_on = follows in _WORDS and after[:1].islower()
                if goes_on:
                    after.type = "TITLE_REST"
                if goes_on or follows in ("KIND", "PUBLISHED", "UPDATED", "ISSUED", "BULLET"):
                    title = token
                else:
                    token.type = "LINE"
            elif (
                token.type == "KIND" and follows == "TITLE" and (before is None or before.type not in TITLES)
            ):
                if all(above.type in _CRUMBS for above in tokens[:i]):
                    for above in tokens[:i]:  # the way to the page, from the site's first one
                        above.type = "FURNITURE"
                token.type, after.type = "KIND_FIRST", "HEADING"
                title = after
            elif token.type == "TITLE" and self._is_title(token, before, follows):
                token.type = "HEADING"
                title = token

    def _is_title(self, token: Any, before: Any, follows: str) -> bool:
        """Whether a line in the shape of a title is one."""
        if before is None or before.type == "TAG":
            return True
        if before.type in TITLES or (before.type in _WORDS and before.rstrip()[-1:] not in _ENDS):
            return False
        if follows in ("KIND", "PUBLISHED", "ISSUED", "UPDATED", "FROM"):
            return True
        return follows == "BULLET" and len(token.split()) >= TITLE_WORDS

    # --- the lines of one item -----------------------------------------------------------------

    def _item(self, tokens: list[Any], start: int, end: int) -> None:
        """Settle the lines of the item whose title is at `start`."""
        if self._is_speech(tokens[start:end]):
            self._address(tokens[start:end])
            return
        i = start
        while i < end:
            token = tokens[i]
            after = tokens[i + 1].type if i + 1 < end else "END"
            if token.type == "LABEL" or (token.type == "COLON" and self._tells(token, tokens, i, end)):
                if after in ("BULLET", "END"):
                    token.type = "BODY"
                else:
                    token.type = "LABEL" if token.type == "LABEL" else "TELLING"
                    i = self._quotation(tokens, i + 1, end, _who_is(token))
                    continue
            elif token.type == "QUOTED":
                i = self._quotation(tokens, i, end, None)
                token.type = "QUOTED"
                continue
            elif token.type == "INLINE":
                sentence = _match("INLINE", token)["label_inline"]
                if not quoted.who(sentence[slice(*quoted.nearest_in(sentence))]).named:
                    self._body(tokens, i, end)
            else:
                self._body(tokens, i, end)
            i += 1
        self._summary(tokens, start, end)

    def _body(self, tokens: list[Any], i: int, end: int) -> None:
        """Settle a line of the release's own voice."""
        token = tokens[i]
        before = tokens[i - 1] if i else None
        if token.type == "BULLET":
            token.type = "ITEM"
        elif token.type in ("LINE", "COLON", "INLINE"):
            cut = before is not None and before.type in ("BODY", "CONTINUED", "ITEM") and _cut(before, token)
            token.type = "CONTINUED" if cut else "BODY"
        elif token.type == "TITLE":
            if before is not None and before.type in ("BODY", "CONTINUED") and _cut(before, token):
                token.type = "CONTINUED"
            else:
                goes_on = i + 1 < end and tokens[i + 1][:1].islower()
                short = len(token.rstrip()) <= LONGEST_SUBHEADING
                opens = i + 1 < end and tokens[i + 1].type in ("LINE", "BULLET", "LABEL", "COLON", "QUOTED")
                token.type = "SUBHEADING" if short and opens and not goes_on else "BODY"

    def _summary(self, tokens: list[Any], start: int, end: int) -> None:
        """The first sentence below what a release says about itself sums it up."""
        marked = False
        for i in range(start, end):
            token = tokens[i]
            if token.type in ("ISSUED", "KIND", "KIND_FIRST"):
                marked = True
            elif token.type in ("BODY", "SUBHEADING"):
                more = i + 1 < end and tokens[i + 1].type not in ("CONTINUED", "ITEM")
                if (
                    marked
                    and more
                    and not re.search(r"[a-z][.!?] [A-Z]", token)
                    and token.rstrip()[-1:] != ":"
                ):
                    token.type = "SUMMARY"
                return
            elif token.type not in TITLES and token.type not in ("AGAIN", "TITLE_REST", "FROM", "PUBLISHED"):
                return

    # --- speeches ------------------------------------------------------------------------------

    def _is_speech(self, item: list[Any]) -> bool:
        """Whether an item is the text of a speech: its kind says so, or else its title."""
        for token in item:
            if token.type in ("KIND", "KIND_FIRST", "ISSUED", "LABELLED"):
                kind = _kind_of(token)
                if kind in _NO_SPEECH:
                    return False
                if kind.endswith(_SPEECHES[:4]) and not self._quotes_first(item):
                    return True
        title = next((t for t in item if t.type in TITLES), None)
        return title is not None and _speech_title(_title(title)) is not None and not self._quotes_first(item)

    def _quotes_first(self, item: list[Any]) -> bool:
        """Whether somebody is quoted in an item's first lines: it is then no speech."""
        lines = [t for t in item if t.type in ("LINE", "TITLE", "LABEL", "QUOTED", "COLON", "BULLET")]
        return any(
            t.type == "QUOTED" or (t.type == "LABEL" and _who_is(t).named) for t in lines[:FIRST_LINES]
        )

    def _address(self, item: list[Any]) -> None:
        """Settle the lines of a speech."""
        spoken = False
        before: Any = None
        head = max((i for i, t in enumerate(item[:FIRST_MARKS]) if t.type in _HEAD), default=0)
        for i, token in enumerate(item):
            after = item[i + 1] if i + 1 < len(item) else None
            if i < head and token.type in ("LINE", "TITLE"):
                token.type = "SUMMARY"
                continue
            if token.type in ("LINE", "TITLE", "COLON", "LABEL", "QUOTED", "INLINE", "TRAILING", "BULLET"):
                if not spoken:
                    token.type, spoken = "ADDRESS", True
                elif token.type == "BULLET":
                    token.type = "LISTED"
                elif before is not None and before.type != "LISTED" and _cut(before, token):
                    token.type = "CONTINUED"
                elif (
                    token.type == "TITLE"
                    and after is not None
                    and after.type == "LINE"
                    and after[:1].isupper()
                ):
                    token.type = "SUBHEADING_SAID"
                else:
                    token.type = "PARAGRAPH"
                before = token
            else:
                # what a page prints about a speech may stand within it, never the speaker's words after
                spoken, before = spoken and token.type == "TITLE_REST", None

    # --- quotations ----------------------------------------------------------------------------

    def _tells(self, token: Any, tokens: list[Any], i: int, end: int) -> bool:
        """Whether a sentence that ends in a colon says who speaks in the paragraph below it."""
        if i + 1 >= end or tokens[i + 1].type != "LINE":
            return False
        opens = tokens[i + 1].startswith(_OPENS_QUOTE) or _voice("FIRST_PERSON").search(tokens[i + 1])
        return bool(opens) and quoted.subject_in(token[_last_sentence(token) :]) is not None

    def _quotation(self, tokens: list[Any], first: int, end: int, who: quoted.Who | None) -> int:
        """Settle the paragraphs of a quotation that begins at `first`; where it ends."""
        stop = first + 1
        while stop < end and tokens[stop].type in _WORDS and not self._is_subheading(tokens, stop, end):
            stop += 1
        last = first + self._extent(
            tokens[first:stop], who, attributed=stop < end and self._speaks(tokens, stop, end)
        )
        for i in range(first, last):
            cut = i > first and _cut(tokens[i - 1], tokens[i])
            tokens[i].type = "CONTINUED" if cut else "PARAGRAPH"
        return last

    def _speaks(self, tokens: list[Any], i: int, end: int) -> bool:
        """Whether another attribution is here."""
        return tokens[i].type in ("LABEL", "QUOTED") or (
            tokens[i].type == "COLON" and self._tells(tokens[i], tokens, i, end)
        )

    def _is_subheading(self, tokens: list[Any], i: int, end: int) -> bool:
        return (
            tokens[i].type == "TITLE"
            and len(tokens[i].rstrip()) <= LONGEST_SUBHEADING
            and tokens[i - 1].rstrip()[-1:] in _ENDS
            and not (i + 1 < end and tokens[i + 1][:1].islower())
        )

    def _extent(self, block: list[Any], who: quoted.Who | None, *, attributed: bool) -> int:
        """How many of the paragraphs below an attribution are quoted: one, at least.

        Where it has quotation marks they decide. Else it goes on while somebody speaks of themselves;
        a paragraph in neither voice belongs to it where the speaker goes on behind it, or where it
        is the only one before the next attribution.
        """
        if block[0].startswith(">"):
            return next((i for i, token in enumerate(block) if not token.startswith(">")), len(block))
        opening = (
            block[0].find("“")
            if block[0].type == "QUOTED"
            else (0 if block[0].startswith(_OPENS_QUOTE) else -1)
        )
        if opening >= 0 or block[0].type == "QUOTED":
            taken = 1
            while taken < len(block):
                closed = block[taken - 1].rstrip().endswith(_CLOSES_QUOTE)
                if not block[taken].startswith(_OPENS_QUOTE) and (
                    closed or not _cut(block[taken - 1], block[taken])
                ):
                    break
                taken += 1
            return taken
        taken, neutral = 1, 0
        for i in range(1, len(block)):
            if _cut(block[i - 1], block[i]):
                taken, neutral = (i + 1, 0) if taken == i else (taken, neutral + 1)
                continue
            voice = _voice_in(block[i], who)
            if voice == "editorial":
                return taken
            if voice == "speaker":
                taken, neutral = i + 1, 0
            else:
                neutral += 1
        return taken + 1 if attributed and neutral == 1 else taken


def _same(title: Any, token: Any) -> bool:
    return _bare(title) == _bare(token)


def _cut(before: Any, token: Any) -> bool:
    """Whether a page break has cut a sentence between two lines."""
    return before.rstrip()[-1:] not in _ENDS and token[:1].islower()


def _voice_in(token: Any, who: quoted.Who | None) -> str:
    """Whose voice a paragraph is in: `speaker`, `editorial` or `neutral`."""
    words = str(token)
    if _voice("OWN_ACCOUNT").match(words) or (who is not None and _of_them(words, who)):
        return "editorial"
    if _voice("FIRST_PERSON").search(words):
        return "speaker"
    for sign in ("OPENS_ACCOUNT", "INSTITUTION", "FIGURE"):
        if _voice(sign).search(words):
            return "editorial"
    return "neutral"


def _of_them(words: str, who: quoted.Who) -> bool:
    """Whether a paragraph speaks of the quoted person in the third person."""
    if who.surname and re.search(rf"\b{re.escape(who.surname)}\b", words):
        return True
    office = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", who.office or "")
    return bool(office) and words.lower().startswith(f"the {office.lower()} ")


def _match(terminal: str, words: str) -> re.Match[str]:
    """What a terminal of the layout found, taken apart by its groups."""
    found = grammar.pattern(grammar.build("release"), terminal).match(words)
    assert found is not None, "a terminal matches what it matched"
    return found


def _last_sentence(words: str) -> int:
    """Where the last sentence of a line that ends in a colon begins."""
    starts = [m.end() for m in _SENTENCE.finditer(words)]
    return starts[-1] if starts else 0


def _who_is(token: Any) -> quoted.Who:
    """Who is named in an attribution that is a line of its own."""
    if token.type == "TELLING":
        sentence = token[_last_sentence(token) :]
        place = quoted.subject_in(sentence)
        return quoted.who(sentence[slice(*place)]) if place else quoted.Who()
    sentence = _match("LABEL", token)["label"]
    return quoted.who(sentence[slice(*quoted.label_in(sentence))])


def _title(token: Any) -> str:
    """The title itself, of a token that is one."""
    return _match("LABELLED", token)["title"] if token.type == "LABELLED" else _bare(token)


def _kind_of(token: Any) -> str:
    """What kind of release a line says it is: `press_release`."""
    if token.type == "ISSUED":
        return _kind(_match("ISSUED", token)["what_issued"])
    return _kind(_match("LABELLED", token)["kind"] if token.type == "LABELLED" else token)


def _kind(printed: str) -> str:
    return "_".join(printed.lower().split())


def _speech_title(title: str) -> re.Match[str] | None:
    """A title taken apart, where it is that of a speech by somebody it names."""
    found = _voice("SPEECH_TITLE").match(title)
    if found is None or not quoted.who(found["who"] or found["who_by"]).named:
        return None
    return found


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
        if type(quotation) is Contribution and not quotation.text.endswith(_CLOSES_QUOTE):
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

    def _places(self, token: Any, terminal: str) -> dict[str, Span]:
        """Where the named parts of a line are."""
        match = grammar.pattern(self.parser, terminal).match(self.shadow, token.start_pos)
        assert match is not None, "a terminal matches where it matched"
        return {
            name.partition("_")[0]: Span(self.base + match.start(name), self.base + match.end(name))
            for name, value in match.groupdict().items()
            if value
        }

    # --- titles and marks ----------------------------------------------------------------------

    def _heading(self, tokens: list[Any]) -> Heading:
        """The heading of an item; what a page puts around its title stands beside it."""
        parts: list[Any] = []
        if self.kind is not None:
            parts.append(_kind_mark(self, self.span(self.kind)))
            self.kind = None
        for token in tokens:
            if token.type in ("LABELLED", "REPEATED", "LINKED"):
                places = self._places(token, token.type)
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
            begin = whole.start + _last_sentence(head)
            sentence, words = self.trimmed(begin, whole.end), None
        else:
            places = self._places(head, head.type)
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
        speaker = quoted.speaker(self.words(label), place)
        start = min(place.start, blocks[0].span.start) if blocks else place.start
        end = max(place.end, blocks[-1].span.end) if blocks else place.end
        yield Contribution(speaker, tuple(blocks), "quotation", span=Span(start, end))

    def _label(self, form: str, sentence: Span) -> Span:
        """Where in the sentence of an attribution the speaker is named."""
        words = self.shadow[sentence.start - self.base : sentence.end - self.base]
        if form == "TELLING":
            start, end = quoted.subject_in(words) or (0, 0)
        elif form == "INLINE":
            start, end = quoted.nearest_in(words)
        else:
            start, end = quoted.label_in(words)
        start += len(words[start:end]) - len(words[start:end].lstrip())
        return Span(sentence.start + start, sentence.start + end)

    def _address(self, tokens: list[Any]) -> Contribution:
        """A speech as delivered: one contribution, its speaker named above it."""
        blocks = self._blocks(tokens)
        span = Span(blocks[0].span.start, blocks[-1].span.end)
        found = _speech_title(self.title)
        label, occasion = "", None
        if found is not None:
            label, occasion = found["who"] or found["who_by"], found["occasion"] or found["occasion_colon"]
        if self.issued is not None:
            label, _, place = _OCCASION.sub("\n\\1", self.issued, count=1).partition("\n")
            occasion = place or occasion
        speaker = quoted.speaker(label, Span(span.start, span.start))
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
    return ReleaseMark(words, _kind(words), span=place)


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
    places = builder._places(token, "ISSUED")
    kind = _kind(builder.words(places["what"]))
    by = builder.words(places["by"])
    if kind.endswith(_SPEECHES):
        builder.issued = by
        by = None
    else:
        by = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", by)
    return ReleaseMark(builder.words(span), kind, by, _date_in(builder.words(places["date"])), span)


def _from(builder: Any, token: Any, span: Span) -> ReleaseMark:
    """`From: Home Office and The Rt Hon Ada Marsh MP`: the body, and perhaps its minister."""
    body, _, minister = builder.words(builder._places(token, "FROM")["by"]).partition(" and The Rt Hon ")
    if minister and builder.issued is None:
        builder.issued = f"The Rt Hon {minister}".strip()
    return ReleaseMark(builder.words(span), None, body.strip(), span=span)


def _updated(builder: Any, token: Any, span: Span) -> UpdateMark:
    return UpdateMark(builder.words(span), _date_in(token), span=span)


def _history(builder: Any, token: Any, span: Span) -> UpdateMark:
    note = builder.words(builder._places(token, "HISTORY")["note"]).strip()
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
