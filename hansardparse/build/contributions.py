"""From what the grammar found to typed nodes.

A `Builder` is made for each stretch of a text and walks what was found there in document order, so that
what a mark says (a column, a time) is known to what follows it. Nothing is shared between threads.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from typing import Any

from hansardparse.build.divisions import Divisions
from hansardparse.build.marks import Standing, doubt_days, leaf
from hansardparse.build.names_heard import NamesHeard
from hansardparse.build.paragraphs import Shapes
from hansardparse.build.tokens import Stretch, extent
from hansardparse.build.words import Words, join
from hansardparse.grammar import Raw
from hansardparse.grammar.lark_loops import Piece
from hansardparse.model.nodes import (
    SPOKEN,
    AgeMark,
    ChairMark,
    ColumnMark,
    Contribution,
    Furniture,
    Line,
    Note,
    Paragraph,
    Procedure,
    QuestionNumber,
    Span,
    Speaker,
    TimeMark,
    WrittenQuestionReference,
)
from hansardparse.speakers import labels
from hansardparse.text.dates import clock

__all__ = ["LONGEST_GESTURE", "Builder"]

_SAID = frozenset(SPOKEN)
#: What belongs to the page and not to the speech before it.
_BEHIND = frozenset([TimeMark, ColumnMark, ChairMark, AgeMark, Procedure])
#: A turn whose label stands before its words with nothing between them.
UNPARTED = "TOLD"
#: A label with a blank within a word, of which no part is told.
SPLIT = "SPLIT"
#: What marks bold letters behind a number, and blanks.
EMPHASIS = "*_ \n\t"
#: How a label ends behind which another sign stands for the colon.
SLIPS = (").", ");", "].", "];", ")—", ")–")
#: What may stand for the colon behind a label.
WIDE_COLON = "\uff1a"
#: No gesture is longer than this.
LONGEST_GESTURE = 60
#: So much of a line in the shape of a label is told.
LONGEST_TOLD = 80
#: No word is longer than this.
LONGEST_WORD = 80


class Builder:
    """Makes the nodes of a stretch; what its marks say is kept in `standing` for the next one."""

    def __init__(self, stretch: Stretch, standing: Standing) -> None:
        self.stretch = stretch
        self.standing = standing
        self._divisions = Divisions(stretch, standing)
        self._words = Words(stretch, standing)
        self._shapes = Shapes(stretch.profile)
        self._turns: list[Piece] = []  # whose labels nothing parts from their words
        self._acting: list[Piece] = []  # gestures, whose labels end where the act begins

    # --- items ---------------------------------------------------------------------------------

    def items(self, found: Raw) -> list[Any]:
        """The nodes of everything found, flat and in document order."""
        doubt_days(self.stretch)
        nodes: list[Any] = []
        before: list[Piece] = []  # the lines that stand above, of one rule
        firsts = [(item.data, item.children[0]) for item in found.children if type(item) is Raw]
        self._turns = [first for _, first in firsts if first.type == UNPARTED]
        self._acting = [first for rule, first in firsts if rule == "gesture" and self._turns]
        for item in found.children:
            if type(item) is not Raw:
                nodes.append(self._stray(item))
            elif item.data == "contribution":
                nodes.extend(self._contribution(item.children))
            elif item.data == "gesture":
                nodes.extend(self._gesture(item.children))
            elif item.data == "unlabelled":
                nodes.append(self._unlabelled(item.children[0]))
                nodes.extend(map(self._stray, item.children[1:]))
            elif item.data == "division":
                nodes.extend(self._division(item.children, before))
            else:
                nodes.extend(self._aside(item.children))
            if type(item) is Raw:
                before = item.children
            elif item.type not in self.stretch.groups_of.goes_on:
                before = [item]
        return nodes

    def _division(self, tokens: list[Piece], before: list[Piece]) -> Iterator[Any]:
        """A division, and the stray lines after it; the last line before it may state its totals."""
        last = next(
            (line for line in reversed(before) if line.type not in self.stretch.groups_of.goes_on), None
        )
        division, rest = self._divisions.division(tokens, last)
        yield division
        for token in rest:
            yield self._stray(token)

    def _leaf(self, token: Piece) -> Any:
        """The node of a token that is a node by itself; what it says of a division is kept for that."""
        if token.type == "DIVIDED":
            self._divisions.announce(token)
        return leaf(self.stretch, self.standing, token)

    def _aside(self, tokens: list[Piece]) -> Iterator[Any]:
        """Something that is not speech, and the stray lines after it; a grammar may not say what it is."""
        return map(self._stray, tokens)

    def _stray(self, token: Piece) -> Any:
        """A line after something that is not speech: nobody's words."""
        if token.type in self.stretch.kinds:
            return self._leaf(token)
        span = self.stretch.span(token)
        text = self.stretch.words(span)
        self.stretch.report("stray-text", "words that no label introduces", "info", span)
        self._doubt_within(text, span)
        return Note(text, span=span)

    # --- contributions -------------------------------------------------------------------------

    def _contribution(self, tokens: list[Piece]) -> Iterator[Any]:
        """A label and what it introduces; marks after the last words stand behind it."""
        label, *rest = tokens
        span, paragraph, standing = self.stretch.span, self._words.paragraph, self.standing
        column = standing.column
        speaker, blocks = self._opening(label)
        time = standing.time
        # a word alone, which nothing parts from those behind it, may be the first of a sentence
        if label.type in ("DOUBTED", SPLIT) or (label.type == UNPARTED and _is_a_word(speaker.label or "")):
            self.stretch.report(
                "doubtful-speaker", f"taken for a speaker: {speaker.label}", "info", speaker.span
            )
        self._doubt_brackets(speaker)
        if blocks and type(blocks[-1]) is Paragraph:
            self._doubt_within(blocks[-1].text, blocks[-1].span)
        gesture, said = False, bool(blocks) and any(type(b) in _SAID for b in blocks)
        for token in rest:
            role = token.type
            if role == "PARAGRAPH":
                if not said:  # a time under the label is that of the words
                    time, said = standing.time, True
                place = span(token)
                blocks.append(paragraph(place))
                self._doubt(blocks[-1].text, place)
            elif role == "CONTINUED":
                join(blocks, paragraph(span(token)))
            elif role == "ROW":
                self._words.add_row(blocks, token)
                self._doubt(token, span(token))
            elif role in self.stretch.kinds:
                blocks.append(self._leaf(token))
            else:
                if not said:
                    time, said = standing.time, True
                gesture = gesture or role == "GESTURE"
                blocks.extend(self._words.blocks(token))
        self._words.close(blocks)
        # `Several hon. Members`, `rose—`: no words
        if speaker.role == "collective" and self._are_no_words(blocks):
            blocks = [Line(b.text, b.span) if isinstance(b, SPOKEN) else b for b in blocks]
            gesture = True
        behind = _marks_behind(blocks)
        start, end = speaker.span
        if blocks:
            start = min(start, blocks[0].span[0])
            end = max(end, blocks[-1].span[1])
        place, kind = extent((start, end)), self._kind(speaker, blocks, gesture)
        yield Contribution(speaker, tuple(self._shapes.shaped(blocks)), kind, time, column, None, place)
        yield from behind

    def _doubt_brackets(self, speaker: Speaker) -> None:
        """Report a label with a bracket that has no other half: what is in it is a guess."""
        label = speaker.label or ""
        if label.count("(") != label.count(")"):
            said = f"a bracket of a label has no other half: {label[:LONGEST_TOLD]}"
            self.stretch.report("uneven-brackets", said, "info", speaker.span)

    def _doubt(self, words: str, place: Span) -> None:
        """Report a line within a speech that may be a turn of its own."""
        if self._shapes.is_label_like(words):
            begins = words.partition(":")[0][:LONGEST_TOLD]
            said = f"a line within a speech has the shape of a label: {begins}"
            self.stretch.report("label-like-line", said, "info", place)
        self._doubt_within(words, place)

    def _doubt_within(self, words: str, place: Span) -> None:
        """Report a paragraph within which turns seem to begin."""
        if within := self._shapes.labels_within(words):
            what = f"{within[0]}, {len(within)} in all" if len(within) > 1 else within[0]
            said = f"words within a paragraph have the shape of a label: {what}"
            self.stretch.report("label-like-line", said, "info", place)

    def _unlabelled(self, token: Piece) -> Contribution:
        """A paragraph whose label is lost: it is somebody's, and the page does not say whose."""
        blocks = tuple(self._words.blocks(token))
        place = Span(blocks[0].span.start, blocks[-1].span.end)
        nobody = Speaker(span=Span(place.start, place.start))
        kind = self._kind(nobody, list(blocks), False)
        return Contribution(nobody, blocks, kind, self.standing.time, self.standing.column, None, place)

    def _gesture(self, tokens: list[Piece]) -> Iterator[Any]:
        """A label and an act (`Several hon. Members rose—`), and the stray lines after it."""
        label, *rest = tokens
        speaker, blocks = self._opening(label)
        buttons = list(itertools.takewhile(lambda token: token.type == "SITE", rest))
        blocks.extend(map(self._leaf, buttons))
        end = max(speaker.span.end, blocks[-1].span.end) if blocks else speaker.span.end
        yield Contribution(
            speaker,
            tuple(blocks),
            "gesture",
            self.standing.time,
            self.standing.column,
            None,
            Span(speaker.span.start, end),
        )
        for token in rest[len(buttons) :]:
            yield self._stray(token)

    def _opening(self, token: Piece) -> tuple[Speaker, list[Any]]:
        """The speaker of a label, and what else is on its line: a question's numbers, first words."""
        places, span = self._places(token), self.stretch.span(token)
        blocks: list[Any] = []
        start = span.start
        if "before" in places:
            start = places["before"].end
            blocks.extend(self._numbers(places, span.start) or [self._words_before(places["before"])])
        words = places.get("said") or places.get("act")
        if "site" in places:
            label, end = self.stretch.words(places["label"]).strip(), places["label"].end
            blocks.append(Furniture(self.stretch.words(places["site"]), places["site"]))
        elif words is None:
            label, end = self.stretch.words(places["label"]).strip(), span.end
        else:
            behind = places.get("behind")
            before = Span(start, behind.start if behind else words[0])
            if "label" in places:
                label = self.stretch.words(places["label"]).strip()
            else:
                label = _before_colon(self.stretch.words(before).replace(WIDE_COLON, ":"))
            if behind:
                blocks.append(self._number_behind(places["number"], behind))
            if token.type == UNPARTED:
                first = extent((words[0], min(words[1], words[0] + LONGEST_WORD)))
                kept = self._heard.kept(label, self.stretch.words(first))
                if len(kept) < len(label):
                    words = self.stretch.trimmed(places["label"].start + len(kept), words[1])
                    label, before = kept, Span(start, words[0])
            said = extent((words[0], min(words[1], span[1])))  # they end where the line does
            if said[1] > said[0]:
                blocks.append(self._words.paragraph(said))
            end = start + len(self.stretch.shadowed(*before).rstrip())
        if "hour" in places:  # when it begins, where the label says so
            parts = {part: self.stretch.words(places[part]) for part in ("hour", "minute") if part in places}
            self.standing.time = clock(parts["hour"], parts.get("minute"), None)
        linked = self.stretch.words(places["linked"]) if "linked" in places else None
        position = self.stretch.words(places["position"]) if "position" in places else None
        linked = None if linked == "None" else linked
        place = extent((start, end))
        if token.type == SPLIT:
            return Speaker(label, span=place), blocks
        return labels.speaker(label, place, linked, position, profile=self.stretch.profile), blocks

    def _places(self, token: Piece) -> dict[str, Span]:
        """The parts of a label; those that all labels are asked for together are not looked for again."""
        known = self._unparted.get(token.start_pos) if token.type == UNPARTED else None
        return known or self.stretch.places(token)

    @functools.cached_property
    def _unparted(self) -> dict[int | None, dict[str, Span]]:
        """The parts of the labels of the stretch that nothing parts from their words, by where they begin."""
        return {turn.start_pos: self.stretch.places(turn) for turn in self._turns}

    @functools.cached_property
    def _heard(self) -> NamesHeard:
        """These labels."""
        acting = map(self.stretch.places, self._acting)
        every = (*self._unparted.values(), *acting)
        labels = (self.stretch.words(places["label"]) for places in every if "label" in places)
        return NamesHeard(labels, self.stretch.shadow)

    def _number_behind(self, number: Span, place: Span) -> QuestionNumber:
        """The number of a question that stands behind its label: `Ada Marsh: 2. asked the Minister ...`"""
        place = self.stretch.trimmed(*place)
        return QuestionNumber(self.stretch.words(place), self.stretch.words(number), place)

    def _words_before(self, place: Span) -> Line:
        """Words before a label that are no number: `Observations from`."""
        place = self.stretch.trimmed(*place)
        return Line(self.stretch.words(place), place)

    def _numbers(self, places: dict[str, Span], begin: int) -> list[Any]:
        """The number and the unique identifying number of a question before its label, with the marks of
        emphasis around them.
        """
        found: list[Any] = []
        if "number" in places:
            start, end = places["number"]
            shadow = self.stretch.shadowed(end, places["before"].end)
            more = len(shadow.partition("[")[0].rstrip())
            marks = self.stretch.shadowed(begin, start).lstrip()
            place = Span(start if marks.strip(EMPHASIS) else start - len(marks), end + more)
            number = self.stretch.words(Span(start, end)).strip("(*§ \n")
            found.append(QuestionNumber(self.stretch.words(place), number, place))
        if "uin" in places:
            start, end = places["uin"]
            bracketed = start > begin and self.stretch.shadowed(start - 1, start) in "[("
            around = Span(start - 1, end + 1) if bracketed else Span(start, end)
            number = self.stretch.words(Span(start, end)).replace(" ", "")
            house = self._words.house_of(number)
            found.append(WrittenQuestionReference(self.stretch.words(around), number, house, around))
        return found

    def _kind(self, speaker: Speaker, blocks: list[Any], gesture: bool) -> str:
        """What kind of contribution is printed."""
        if gesture or self._is_gesture(blocks):
            return "gesture"
        for block in blocks:
            if type(block) is QuestionNumber:
                return "question"
            inlines = getattr(block, "inlines", ())
            if inlines and any(type(i) is WrittenQuestionReference for i in inlines):
                return "question"
        return "chair" if speaker.in_chair else "speech"

    def _are_no_words(self, blocks: list[Any]) -> bool:
        """Whether what is printed behind a label that names several is what they did."""
        return self._is_gesture(blocks)

    def _is_gesture(self, blocks: list[Any]) -> bool:
        """Whether all that is printed is what somebody did: `rose—`, `indicated dissent.`"""
        if blocks and type(blocks[-1]) is Paragraph and len(blocks[-1].text) > LONGEST_GESTURE:
            return False
        said = [b for b in blocks if type(b) in _SAID]
        if len(said) != 1 or len(said[0].text) > LONGEST_GESTURE:
            return False
        return self._words.are_gesture(said[0].text)


def _before_colon(words: str) -> str:
    """A label without its last colon, or what stands for it; one within square brackets is the label's."""
    bracket = words.rfind("]") + 1
    label, colon, _ = words[bracket:].rpartition(":")
    if colon:
        return (words[:bracket] + label).rstrip(": ").strip()
    words = words.strip()
    return words[:-1] if words.endswith(SLIPS) else words


def _is_a_word(label: str) -> bool:
    """Whether a label is one word that is not all in capitals: `Strangers`, and not `OAKE`."""
    return label.isalpha() and not label.isupper()


def _marks_behind(blocks: list[Any]) -> list[Any]:
    """The marks behind the last words, taken off the blocks of a contribution."""
    size = len(blocks)
    while size and type(blocks[size - 1]) in _BEHIND:
        size -= 1
    behind = blocks[size:]
    del blocks[size:]
    return behind
