"""Back to text: a Transcript printed in one of the layouts, so that parsing it gives it again.

What was verbatim stays verbatim; only the labels are set as the layout sets them. The blank space between
lines is the layout's own, not the source's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from hansardparse.model.nodes import (
    SPOKEN,
    Contribution,
    DateMark,
    Division,
    Furniture,
    Interruption,
    Line,
    QuestionNumber,
    Section,
    Speaker,
    Text,
    TimeMark,
    Transcript,
    VenueMark,
    Vote,
    VoteGroup,
    WrittenQuestionReference,
    leaves,
)

__all__ = ["WAYS", "readable", "text"]

#: These are of the words of a paragraph; its other inline nodes cut them.
_WITHIN = frozenset((Text, Interruption))
#: Behind these, the number of a column may stand within the words of a line: before a capital, and not.
_OVER, _PARTED = frozenset('.?!:;)”"’'), frozenset(",;:)—-")
#: A line longer than this may stand behind a label, however it ends.
LONG = 120
#: A part of a form.
_PART = re.compile(r"\{(\w+)\}")
#: What stands before a label, where words stand on its line.
_NUMBERS = frozenset((QuestionNumber, WrittenQuestionReference, Line))


#: What a layout may have of its own besides how it sets a label:
#: where and when something was said is one line; the number of a column may stand within the words of a
#: line; what somebody asked is told, with no colon before it; the line of a label and its words ends as a
#: sentence does, or is long, or has a name alone.
WAYS = ("in-one-line", "columns-in-words", "tells-questions", "ends-sentences")


def text(transcript: Transcript, labels: Sequence[str], ways: Collection[str] = ()) -> str:
    """The transcript as text.

    `labels` are the forms of a label, up to the first word that it introduces. The first is taken whose
    parts are all there: `{label}`, `{linked}` (the name that a page links to), `{position}` (party,
    constituency and office) and `{collective}` (the label of a group). `ways` are those of `WAYS` that the
    layout has.
    """
    return "".join(_Page(labels, ways).items(transcript.items))


def readable(transcript: Transcript) -> str:
    """The transcript as text for people: labels with a colon, whatever the layout that it was read from."""
    return text(transcript, ("{label}: ",)).rstrip() + "\n"


def _position(speaker: Speaker) -> str | None:
    """Party and constituency, or the office, or all of them in brackets."""
    place = ", ".join(str(p) for p in (speaker.party, speaker.constituency) if p)
    if place and speaker.office:
        return f"({speaker.office}; {speaker.constituency}, {speaker.party})"
    return place or speaker.office


class _Page:
    """Prints the items of a transcript in one layout."""

    def __init__(self, labels: Sequence[str], ways: Collection[str]) -> None:
        self.labels = [(form, _PART.findall(form)) for form in labels]
        self.in_one_line, self.in_words, self.tells, self.ends_sentences = (way in ways for way in WAYS)

    def label(self, speaker: Speaker) -> str:
        """The label of a speaker; nothing where none of the forms has all its parts."""
        parts = {
            "label": speaker.label or None,
            "linked": speaker.linked_name,
            "position": _position(speaker),
            "collective": speaker.label if speaker.role == "collective" else None,
        }
        for form, needed in self.labels:
            if all(parts[part] is not None for part in needed):
                return form.format(**parts)
        return ""

    def items(self, items: tuple[Any, ...]) -> Iterator[str]:
        """Every item, a blank line behind it."""
        for item, after in itertools.pairwise((*_flat(items), None)):
            if type(item) is Contribution:
                yield from self.contribution(item, after)
            else:
                yield _division(item) if type(item) is Division else "\n".join(_lines(item))
                yield self._gap(item, after)

    def _gap(self, item: Any, after: Any) -> str:
        """What stands between an item, or a block, and what follows it."""
        if type(item) is QuestionNumber or (self.in_one_line and _goes_on(item, after)):
            return " "
        return "\n\n"

    def contribution(self, item: Contribution, after: Any) -> Iterator[str]:
        """A label and what it introduces; where they share a line, a question's numbers stand before both.

        Those that are printed above a label stand there.
        """
        head, blocks = self.label(item.speaker), list(item.blocks)
        if head[-1:] == " ":
            while blocks and type(blocks[0]) in _NUMBERS:
                number = blocks.pop(0)
                head = head.removeprefix(f"{number.text[0]} ")  # the sign of a section, before both
                yield f"{number.text} "
            head = self._beside(head, item, blocks)
        while blocks and type(blocks[0]) is QuestionNumber and blocks[0].span.start < item.speaker.span.start:
            yield f"{blocks.pop(0).text}\n\n"
        yield head
        for block, below in itertools.pairwise((*blocks, after)):
            yield self.words(block)
            yield self._gap(block, below)

    def _beside(self, head: str, item: Contribution, blocks: list[Any]) -> str:
        """A label whose words stand on its line, if they can: an act has no colon before it."""
        said = [block for block in blocks if isinstance(block, SPOKEN)]
        if item.kind == "gesture" or (self.tells and said and said[0].text.startswith("asked ")):
            head = head.removesuffix(": ").rstrip() + " "
        if not (said and blocks[0] is said[0]):
            return f"{head.rstrip()}\n\n"
        line = head + self.words(said[0]).partition("\n")[0]
        bare = item.speaker.forenames is not None and item.speaker.honorific is None
        alone = self.ends_sentences and not bare and len(line) <= LONG and line[-1:].isalnum()
        return f"{head.rstrip()}\n\n" if alone else head

    def words(self, block: Any) -> str:
        """The words of a block; what is no part of its text cuts them."""
        said, at, cut = "", 0, False
        for inline, after in itertools.pairwise((*getattr(block, "inlines", ()), None)):
            if type(inline) in _WITHIN:
                found = block.text.find(inline.text, at)
                said += inline.text if cut or found < 0 else block.text[at:found] + inline.text
                at, cut = max(at, found + len(inline.text)), False
            elif type(inline) is WrittenQuestionReference:
                said += f" {inline.text}"
            else:
                said += self._mark(said[-1:], inline.text, after.text[0] if after else "")
                cut = True
        return said or str(block.text)

    def _mark(self, before: str, mark: str, after: str) -> str:
        """A mark that cuts a sentence between two of its characters."""
        if self.in_words and before in _PARTED and not after.isupper():
            return mark
        return f" {mark}" if self.in_words and before in _OVER and after.isupper() else f"\n\n{mark}\n\n"


def _flat(items: tuple[Any, ...]) -> Iterator[Any]:
    """The items in order, those of each section in its place, however deep it is."""
    stack = [iter(items)]
    while stack:
        for item in stack[-1]:
            if type(item) is Section:
                stack.append(iter(item.items))
                break
            yield item
        else:
            stack.pop()


def _lines(item: Any) -> list[str]:
    """The lines of an item that nobody says."""
    return [leaf.text for leaf in leaves(item)] or [item.text]


def _goes_on(item: Any, after: Any) -> bool:
    """Whether what follows stands in one sentence with an item: where, at what time, on which day."""
    dashed = type(after) is Furniture and after.text[:1] in "–-"
    return (
        (type(item) is Furniture and (type(after) is VenueMark or dashed))
        or (type(item) is VenueMark and type(after) in (TimeMark, DateMark))
        or (type(item) is TimeMark and type(after) is DateMark)
    )


def _division(division: Division) -> str:
    """A division, a line for each name; where its lists are run together, one for all of it."""
    parts: list[Any] = list(division.items)
    if parts and type(parts[0]) is Line and division.number is None:
        return " ".join(_lines(division))
    return "\n\n".join(_group(part) if type(part) is VoteGroup else part.text for part in parts)


def _group(group: VoteGroup) -> str:
    """One side, a line for each name; where names of tellers stand among others, these are columns."""
    lines: list[Any] = list(group.items)
    last = max((n for n, one in enumerate(lines) if type(one) is Vote and not one.teller), default=0)
    names = [one.text for one in lines[:1]]
    columns = False
    for n, (before, one) in enumerate(itertools.pairwise(lines), 1):
        columns = columns or (type(before) is Vote and type(one) is Line and n < last)
        if type(one) is Line:
            beside = columns or one.text.startswith("(")
        else:
            bare = type(one) is Vote and "," not in one.text
            beside = bare and (columns or (type(before) is Vote and _is_among_names(one)))
        names += ("\t" if beside else "\n\n", one.text)
    return "".join(names)


def _is_among_names(vote: Vote) -> bool:
    """Whether a name without a comma is not that of a teller below the list."""
    return not vote.teller or vote.text[-1:] in ")]"
