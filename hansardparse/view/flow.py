"""A transcript as HTML to read, item by item: headings, turns, what the House did, marks between them."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import Any

from hansardparse.model.nodes import (
    SPOKEN,
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
    Motion,
    Note,
    Paragraph,
    Problem,
    Procedure,
    QuestionNumber,
    Quote,
    Reference,
    ReleaseMark,
    Section,
    Subheading,
    Summary,
    Table,
    Text,
    TimeMark,
    Transcript,
    Unrecognised,
    UpdateMark,
    VenueMark,
)
from hansardparse.view.amounts import speaker_of
from hansardparse.view.floor import Floor, floor
from hansardparse.view.markup import tag, words
from hansardparse.view.sides import division
from hansardparse.view.web import address

__all__ = ["Flow", "said"]

#: What has been said already where it stands, or belongs to the site: it is not read again.
_SILENT = frozenset({AgeMark, Furniture, Line, QuestionNumber})
_SAID = frozenset(SPOKEN)
_KINDS = {"point_of_order": "point of order"}
#: A kind that is not worth a word beside a name.
_PLAIN = frozenset({"speech", "gesture", "chair", "evidence", "release"})


class Flow:
    """Writes the items of a transcript, or of a part of it, in their order.

    Turns, sections and divisions have the anchors `t1`, `s1`, `d1`, ..., counted from 1, save where `anchors`
    is False. Problems are written where they are, each once.
    """

    def __init__(self, of: Transcript | Section, *, anchors: bool = True) -> None:
        whole = of if isinstance(of, Transcript) else Transcript((of,))
        self.anchors = anchors
        self.floor: Floor = floor(of)
        self.parliament = whole.parliament
        self.turns = self.sections = self.divisions = 0
        self._time: str | None = None
        self._problems: list[Problem] = sorted(whole.problems, key=lambda p: p.span)
        self._told = 0
        self._cited = sorted(whole.references, key=lambda r: r.span)
        self._cited_at = [r.span.start for r in self._cited]

    def items(self, items: Sequence[Any]) -> Iterator[str]:
        """The HTML of some items and of all below them; sections are walked with a stack, however deep."""
        stack = [iter(items)]
        while stack:
            for item in stack[-1]:
                if type(item) is Section:
                    self.sections += 1
                    yield f'<section class="part"{self._id("s", self.sections)}>'
                    stack.append(iter(item.items))
                    break
                yield self._item(item, len(stack))
                yield from self._problems_before(item.span.end)
            else:
                stack.pop()
                yield "</section>" if stack else ""

    def rest(self) -> Iterator[str]:
        """The problems that stand behind the last item."""
        return self._problems_before(None)

    def _id(self, letter: str, n: int) -> str:
        return f' id="{letter}{n}"' if self.anchors else ""

    def _item(self, item: Any, depth: int) -> str:
        if type(item) is Contribution:
            return self.turn(item)
        if type(item) is Heading:
            return tag(f"h{min(depth, 6)}", words(" ".join(item.text.split())))
        if type(item) is Division:
            self.divisions += 1
            return division(item, f"d{self.divisions}" if self.anchors else None)
        if isinstance(item, Reference):
            return tag("p", self._link(item, item.text), class_="mark")
        return self._block(item)

    # --- turns -------------------------------------------------------------------------------------------

    def turn(self, item: Contribution) -> str:
        """One contribution, set in as deep as it lies."""
        at, self.turns = self.turns, self.turns + 1
        resumed = at in self.floor.resumed
        kinds = ["turn", f"deep{self.floor.depth[at]}" if self.floor.depth[at] else ""]
        kinds += ["resumed"] if resumed else []
        kinds += ["intervention"] if at in self.floor.breaks_in or item.kind == "intervention" else []
        kinds += ["chair"] if item.speaker.in_chair else []
        kinds += ["gesture"] if item.kind == "gesture" else []
        inside = [self._head(item, self.turns, resumed)]
        for block in item.blocks:
            inside.append(self._block(block))
            inside += self._problems_before(block.span.end)
        return tag(
            "article",
            inside,
            class_=" ".join(filter(None, kinds)),
            id=f"t{self.turns}" if self.anchors else None,
        )

    def _head(self, item: Contribution, n: int, resumed: bool) -> str:
        parts = []
        if item.time is not None and item.time != self._time:
            self._time = item.time
            parts.append(tag("time", words(item.time)))
        name = speaker_of(item)
        printed = item.speaker.name or item.speaker.office or item.speaker.label
        how = None
        if printed is not None and name != printed:
            how = f"printed here as: {' '.join((item.speaker.label or printed).split())}"
        elif printed is None and item.person is not None:
            how = f"not printed here, but inferred: {item.rules.get('person', 'resolved')}"
        parts.append(tag("b", words(name), class_="name told" if how else "name", title=how))
        if resumed:
            parts.append(tag("span", "continues", class_="goes-on"))
        else:
            office = item.office if item.office != name else None
            parts += [
                tag("span", words(str(each)), class_="of") for each in (office, item.constituency) if each
            ]
            if item.party is not None:
                parts.append(party(item.party))
        if item.kind not in _PLAIN and not resumed:
            number = f" {item.question_number}" if item.question_number else ""
            kind = _KINDS.get(item.kind, item.kind.replace("_", " "))
            parts.append(tag("span", words(kind + number), class_="kind"))
        if self.anchors:
            where = tag("a", "#", href=f"#t{n}", class_="anchor", aria_label=f"Address of turn {n}")
            parts.append(where)
        return tag("header", " ".join(parts))

    # --- blocks ------------------------------------------------------------------------------------------

    def _block(self, block: Any) -> str:
        kind = type(block)
        if kind in _SILENT:
            return ""
        if kind is Table:
            return _table(block)
        if isinstance(block, Reference):
            return tag("p", self._link(block, block.text), class_="mark")
        name, class_ = _BLOCKS.get(kind, ("p", "mark"))
        if kind is Unrecognised:
            return tag(name, words(block.text), class_=class_)
        if kind is ListItem and block.marker is None:
            class_ = "item bare"
        return tag(name, self._words(block), class_=class_)

    def _words(self, block: Any) -> str:
        """The words of a block, with what stands within them and links for what they cite."""
        inlines = getattr(block, "inlines", ())
        if not inlines:
            return self._cited_words(block.text, block.span)
        return " ".join(filter(None, (self._inline(each) for each in inlines)))

    def _inline(self, each: Any) -> str:
        kind = type(each)
        if kind is Text:
            return self._cited_words(each.text, each.span)
        if kind is Interruption:
            return tag("em", words(each.text), class_="interruption")
        if kind is Furniture:
            return ""
        if kind is ColumnMark:
            return tag("span", f"col. {words(each.column)}", class_="column")
        if isinstance(each, Reference):
            return self._link(each, each.text)
        return tag("span", words(each.text), class_="column")

    def _cited_words(self, text: str, span: Any) -> str:
        """Some words; each reference in them is found by its own words, one behind the other."""
        first = bisect.bisect_left(self._cited_at, span.start)
        last = bisect.bisect_left(self._cited_at, span.end, first)
        done = 0
        pieces: list[str] = []
        for cited in self._cited[first:last]:
            at = text.find(cited.text, done)
            if at >= 0:
                pieces += (words(text[done:at]), self._link(cited, cited.text))
                done = at + len(cited.text)
        return "".join((*pieces, words(text[done:])))

    def _link(self, cited: Reference, text: str) -> str:
        url = address(cited, self.parliament)
        if url is None:
            return tag("span", words(text), class_="cited")
        return tag("a", words(text), href=url, rel="noreferrer")

    # --- problems ----------------------------------------------------------------------------------------

    def _problems_before(self, end: int | None) -> Iterator[str]:
        """The problems that begin before an offset, if they have not been told; all, for None."""
        while self._told < len(self._problems):
            problem = self._problems[self._told]
            if end is not None and problem.span.start >= end:
                return
            self._told += 1
            yield said(problem)


def said(problem: Problem) -> str:
    """A problem as a remark beside the text."""
    what = f"{tag('b', words(problem.severity))} {words(problem.message)} "
    where = f"line {problem.line}, column {problem.column}"
    return tag(
        "p",
        what + tag("span", f"{words(problem.code)}, {where}", class_="where"),
        class_="problem",
        role="note",
    )


def party(of: Any) -> str:
    """A party, its name in full where the printed word is a code; its colour is that of the class."""
    full = of.name if of.name and of.name != of.code else None
    return tag("span", words(of.code), class_=f"party {party_class(of)}", title=full)


def party_class(of: Any) -> str:
    """The class of a party's colour: letters and digits of its name alone."""
    return "party-" + "".join(c for c in (of.name or of.code).lower() if c.isascii() and c.isalnum())


def _table(block: Table) -> str:
    rows = [tag("tr", (tag("td", words(cell)) for cell in row)) for row in block.rows]
    inside = tag("table", tag("tbody", rows))
    return tag("div", inside, class_="table", tabindex="0", role="region", aria_label="A table")


#: The element and the class of what is read as a whole.
_BLOCKS: dict[Any, tuple[str, str | None]] = {
    Paragraph: ("p", None),
    Subheading: ("p", "subheading"),
    Quote: ("blockquote", None),
    ListItem: ("p", "item"),
    Motion: ("p", "motion"),
    Procedure: ("p", "procedure"),
    Note: ("p", "note"),
    Summary: ("p", "summary"),
    Unrecognised: ("pre", "unrecognised"),
    TimeMark: ("p", "mark time"),
    ColumnMark: ("p", "mark column"),
    ChairMark: ("p", "mark chair"),
    DateMark: ("p", "mark date"),
    VenueMark: ("p", "mark venue"),
    Elision: ("p", "mark elision"),
    ExcerptsMark: ("p", "mark"),
    ReleaseMark: ("p", "mark"),
    UpdateMark: ("p", "mark"),
}
