"""Back to text: a Transcript printed in one of the layouts, so that parsing it gives it again.

What was verbatim stays verbatim; only the labels are set as the layout sets them. The blank space between
lines is the layout's own, not the source's.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
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

__all__ = ["RENDERED", "readable", "render"]

#: These are of the words of a paragraph; its other inline nodes cut them.
_WITHIN = frozenset((Text, Interruption))
#: Behind these, the number of a column may stand within the words of a line: before a capital, and not.
_OVER, _PARTED = frozenset('.?!:;)”"’'), frozenset(",;:)—-")
#: A line longer than this may stand behind a label, however it ends.
LONG = 120
#: What stands before a label, where words stand on its line.
_NUMBERS = frozenset((QuestionNumber, WrittenQuestionReference, Line))


def _portrait(speaker: Speaker) -> str:
    return f"{speaker.linked_name} Portrait {speaker.label}\n"


def _photo(speaker: Speaker) -> str:
    place = ", ".join(str(p) for p in (speaker.party, speaker.constituency) if p)
    if place and speaker.office:
        place = f"({speaker.office}; {speaker.constituency}, {speaker.party})"
    place = place or speaker.office or ""
    if speaker.linked_name is None:
        whole = f"{speaker.label}\n\n" if speaker.role == "collective" else f"Photo of {speaker.label}\n\n"
        return f"{speaker.label}\n{place}\n" if place else whole
    return f"Photo of {speaker.linked_name} {speaker.label} {place}".rstrip() + "\n\n"


def _glued(speaker: Speaker) -> str:
    return f"{speaker.label}\n"


def _colon(speaker: Speaker) -> str:
    return f"{speaker.label}: "


def _section_sign(speaker: Speaker) -> str:
    return f"§ {speaker.label} "


def _lost(speaker: Speaker) -> str:
    return f"{speaker.label}\n\n" if speaker.label else ""


#: How each layout sets a label, up to the first word of what it introduces.
RENDERED: dict[str, Callable[[Speaker], str]] = {
    "parallel": _portrait,
    "parallel-plain": _lost,
    "download": _glued,
    "webpage": _glued,
    "theyworkforyou": _photo,
    "official-report": _colon,
    "historic": _colon,
    "historic-site": _section_sign,
}
#: In these, where and when something was said is one line.
_IN_ONE_LINE = frozenset({"theyworkforyou"})
#: In these, the line of a label and its words ends as a sentence does, or is long, or has a name alone.
_ENDS_SENTENCES = frozenset({"official-report"})
#: In these, what somebody asked is told, with no colon before it.
_TELLS = frozenset({"historic"})
#: In these, the number of a column may stand within the words of a line.
_IN_WORDS = frozenset({"historic-site"})


def render(transcript: Transcript, layout: str | None = None, *, prints: str | None = None) -> str:
    """The transcript as text of a layout, by default its own.

    `parse(render(t), layout=t.layout, resolve=False) == t` for what is read, without `resolve`, of a page as
    it is printed, and for what `hansardparse.testing` makes. It is no law for every text: each line is set
    apart by a blank line here, which may tell what no blank line left open. Two things come back otherwise: a
    column or a time that cuts a sentence below a label that lost its colon (the sentence is whole then), and
    lines in an order in which no page prints them.

    `prints` is how a layout from outside sets a label, up to the first word that it introduces: `{label}`
    stands for it, `{linked}` for the name that its page links to.

    Raises ValueError for a layout that has no renderer.
    """
    name = layout or transcript.layout
    if prints is not None:
        return "".join(_Page(name or "", _by(prints)).items(transcript.items))
    if name not in RENDERED:
        raise ValueError(f"no renderer for {name!r}; there are: {', '.join(RENDERED)}")
    return "".join(_Page(name, RENDERED[name]).items(transcript.items))


def readable(transcript: Transcript) -> str:
    """The transcript as text for people: in its own layout, else as the Official Report is printed."""
    layout = transcript.layout if transcript.layout in RENDERED else "official-report"
    return render(transcript, layout).rstrip() + "\n"


def _by(prints: str) -> Callable[[Speaker], str]:
    """What sets a label as a form says."""
    return lambda speaker: prints.format(label=speaker.label, linked=speaker.linked_name)


class _Page:
    """Prints the items of a transcript in one layout."""

    def __init__(self, layout: str, label: Callable[[Speaker], str]) -> None:
        self.label = label
        self.in_one_line = layout in _IN_ONE_LINE
        self.in_words = layout in _IN_WORDS
        self.tells = layout in _TELLS
        self.ends_sentences = layout in _ENDS_SENTENCES

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
        """A label and what it introduces; where they share a line, a question's numbers stand before both."""
        head, blocks = self.label(item.speaker), list(item.blocks)
        if head[-1:] == " ":
            while blocks and type(blocks[0]) in _NUMBERS:
                number = blocks.pop(0)
                head = head.removeprefix(f"{number.text[0]} ")  # the sign of a section, before both
                yield f"{number.text} "
            head = self._beside(head, item, blocks)
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
