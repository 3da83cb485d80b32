"""One text on its way: lines, detection, grammar, building, sections and resolving, unit by unit."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from hansardparse import grammar
from hansardparse.build.invisible import covered
from hansardparse.build.marks import Standing
from hansardparse.build.problems import placed
from hansardparse.build.sections import outline
from hansardparse.build.tokens import Found, Stretch
from hansardparse.errors import HansardError
from hansardparse.layouts import LAYOUTS, SAMPLE, Layout, doubt, ranked, run_together
from hansardparse.model.nodes import NOWHERE, Node, Problem, Span, Transcript, Unrecognised
from hansardparse.parliaments import Profile, profile_or_usual
from hansardparse.read.signs import HEAD, sign_of
from hansardparse.text import decoding, units
from hansardparse.text.broken_lines import Wrapping
from hansardparse.text.line_ends import LineEnds, put_in_source
from hansardparse.text.ragged_lines import Ragged
from hansardparse.version import __version__

if TYPE_CHECKING:
    from hansardparse.resolving.forms import Stretch as Exchange
    from hansardparse.resolving.resolve import Reading

__all__ = [
    "TextReading",
    "refuse",
    "resolved_part",
    "stretches_told",
    "unknown_parliament",
    "with_problems",
    "words_and_reading",
]

_SEVERE = frozenset({"warning", "error"})


class TextReading:
    """One text on its way through detection, grammar, building and outline, unit by unit."""

    def __init__(self, pieces: Iterator[str], layout: str, reader: units.Reader | None = None) -> None:
        if layout != "auto" and layout not in LAYOUTS:
            raise ValueError(f"no layout {layout!r}; known: auto, {', '.join(LAYOUTS)}")
        self._ends = LineEnds(pieces)
        pieces = iter(self._ends)
        start = ""
        while len(start) < SAMPLE and (piece := next(pieces, None)) is not None:
            start += piece
        self._pieces = itertools.chain((start,), pieces)
        self._empty = not start.strip()
        self._shadow, self._line = "", 1  # of the unit that was read last, and where it begins
        self._reader = reader
        self._of_file: list[Found] = []  # what is said of the whole file, once
        self._controls = False  # whether a control character has been met
        self._look(start)
        if layout == "auto":
            found = ranked(start)
            self.layout, self.confidence, self._together = found.layout, found.confidence, found.together
            if doubted := doubt(found):
                self.report("uncertain-layout", doubted, "warning", NOWHERE)
            if found.stranger and found.layout:
                said = unknown_parliament(found.stranger, found.layout.parliament)
                self.report("unknown-parliament", said, "warning", NOWHERE)
        else:
            self.layout, self.confidence = LAYOUTS[layout], 1.0
            self._together = run_together(start, self.layout)
        self._parliament = self.layout.whose(start) if self.layout else None
        self._wrapping = self._broken(start)

    def _broken(self, start: str) -> Wrapping | Ragged | None:
        """How the lines of the text are broken, where its layout's may be."""
        lines = self.layout.lines if self.layout is not None else "whole"
        shadow = decoding.shadow(start[: SAMPLE // 4]) if lines != "whole" else ""
        ragged = Ragged.of(shadow) if lines == "ragged" else None
        return ragged or Wrapping.of(shadow, lines == "indented")

    def report(self, code: str, message: str, severity: str, span: Span) -> None:
        """Note something that is said of the whole file."""
        self._of_file.append((code, message, severity, span))

    def _look(self, start: str) -> None:
        """Report a text that is what a program reads, not a person."""
        sign = sign_of(start[:HEAD].encode("utf-8", "replace"))
        if sign is not None:
            what = f"this is {sign.name}, read as the text it is: {sign.advice}"
            self.report("unread-container", what, "warning", NOWHERE)

    def _said(self, base: int, text: str) -> list[Found]:
        """What is said of the whole file, where its place is in this unit of it."""
        if not self._controls and (control := first_control(text, base)):
            self._controls = True
            self.report("control-character", control[0], "info", control[1])
        return self._taken()

    def _taken(self) -> list[Found]:
        """What has been noted of the file and not been given out."""
        said, self._of_file = self._of_file, []
        return said

    def _damaged(self, span: Span) -> list[Found]:
        """The byte that is no UTF-8 in a text that is, where it stands in a unit."""
        damage = self._reader and self._reader.damage
        if damage and (at := self._ends.read(damage.at)) in range(*span):
            self.report("damaged-encoding", damage.message, "warning", Span(at, at + 1))
        return self._taken()

    def parts(self, strict: bool, resolve: bool, mentions: bool = True) -> Iterator[Transcript]:
        """A Transcript of each unit, its places those of the source."""
        persons = 0
        for text, span, items, problems in self._units() if self.layout else self._unknown():
            if damaged := self._damaged(span):
                found = placed(damaged, self._shadow, span.start, self._line)
                problems = sorted((*problems, *found), key=lambda p: p.span)
            if strict:
                refuse(problems, text, span.start)
            part = self.part(items, problems, span)
            if resolve:
                words = words_and_reading(part)
                part = resolved_part(part, *words, self._shadow, self._line, persons, mentions)
                persons += len(part.persons)
            source = self._ends.taken_before(span.end)
            if source is not None:
                put_in_source(part, source)
                place = Span(source.offset(span.start), source.offset(span.end))
                part = attrs.evolve(part, span=place, source_map=source)
            yield part

    def shadows(self) -> Iterator[tuple[str, int]]:
        """What the grammars read of each unit, and the line in which it begins."""
        assert self.layout is not None
        parser = self.layout.parser
        line = 1
        label = grammar.pattern(parser, self.layout.label)
        for _, text, shadow in units.units(self._pieces, _sitting(), label):
            yield self._lines_told(self.layout, text, shadow)[1], line
            line += shadow.count("\n")

    def _units(self) -> Iterator[tuple[str, Span, list[Node], list[Problem]]]:
        """The text, the place, the items and the problems of each unit."""
        assert self.layout is not None
        parser = self.layout.parser
        standing = Standing()
        label = grammar.pattern(parser, self.layout.label)
        for base, text, shadow in units.units(self._pieces, _sitting(), label):
            self._line += self._shadow.count("\n")
            kept, self._shadow = text, shadow
            text, shadow = self._lines_told(self.layout, text, shadow)
            stretch = Stretch(parser, self.layout.profile, self.layout.terminals, text, shadow, base)
            unseen = decoding.has_invisible(kept)
            items = self._items(self.layout, stretch, standing, unseen)
            found = [*stretch.problems, *(self._said(base, kept) if unseen else self._taken())]
            problems = placed(found, self._shadow, base, self._line)
            yield kept, Span(base, base + len(text)), items, problems

    def _lines_told(self, layout: Layout, text: str, shadow: str) -> tuple[str, str]:
        """A unit's text and shadow with a line for each paragraph: those that were broken joined, and turns
        that were run together parted.
        """
        if self._together:
            text, shadow = self._together.parted(text, shadow)
        if self._wrapping:
            text, shadow = self._wrapping.unwrapped(text, shadow, grammar.forms(layout.parser), layout.groups)
        return text, shadow

    def _items(self, layout: Layout, stretch: Stretch, standing: Standing, unseen: bool) -> list[Node]:
        """What a stretch holds: its lines, their nodes, and these in sections; characters that are `unseen`
        are kept with them.
        """
        found = grammar.whole(stretch.parser, stretch.shadow)
        nodes = layout.builder(stretch, standing).items(found)
        if unseen:
            nodes = covered(nodes, stretch.text, stretch.base)
        return outline(nodes, stretch.profile)

    def _unknown(self) -> Iterator[tuple[str, Span, list[Node], list[Problem]]]:
        what = "is empty" if self._empty else "fits no known layout; name one with --layout"
        self.report("no-layout", f"the text {what}", "warning", NOWHERE)
        text = ""
        for base, text, shadow in units.units(self._pieces, _sitting(), None):
            self._line += self._shadow.count("\n")
            self._shadow = shadow
            said = placed(self._said(base, text), shadow, base, self._line)
            yield text, Span(base, base + len(text)), _lines(text, base), said
        if not text:
            yield "", NOWHERE, [], placed(self._said(0, ""), "", 0, 1)

    def part(self, items: list[Node], problems: list[Problem], span: Span) -> Transcript:
        """A Transcript of what was found, with its provenance."""
        return Transcript(
            items=tuple(items),
            layout=self.layout.name if self.layout else None,
            parliament=self._parliament,
            problems=tuple(problems),
            confidence=self.confidence,
            version=__version__,
            span=span,
        )


def resolved_part(
    part: Transcript,
    words: Profile,
    reading: Reading,
    shadow: str,
    line: int,
    persons: int,
    mentions: bool,
) -> Transcript:
    """A part with what follows from its text; what that finds open gets its line and column.

    `shadow` is what the grammars read of the part, `line` where it begins.
    """
    from hansardparse.resolving.resolve import resolved

    told, found = resolved(part, words, reading, persons, mentions)
    if not found:
        return told
    fresh = [(p.code, p.message, p.severity, p.span) for p in found]
    return with_problems(told, placed(fresh, shadow, part.span.start, line))


def _sitting() -> re.Pattern[str]:
    """What finds the newline before the head of a sitting."""
    return grammar.lines("sittings", "SITTING")


def words_and_reading(part: Transcript) -> tuple[Profile, Reading]:
    """By whose words a transcript was read, and what its layout lets `resolve` read off it."""
    from hansardparse.resolving.resolve import Reading

    layout = LAYOUTS.get(part.layout) if part.layout is not None else None
    if layout is None:
        return profile_or_usual(part.parliament), Reading()
    lost = layout.stage == "unlabelled" or _is_nameless(part)
    return layout.profile, Reading(
        exchanges=layout.stage == "labelled" and not lost,
        labels_lost=lost,
        prose_names=layout.stage == "release",
        hearing=layout.stage == "hearing",
    )


def first_control(text: str, base: int) -> tuple[str, Span] | None:
    """What is said of the first control character of a text that begins at `base`, and where it stands."""
    at = decoding.control_character(text)
    if at is None:
        return None
    what = f"a control character, U+{ord(text[at]):04X}, which is kept"
    return what, Span(base + at, base + at + 1)


def unknown_parliament(whose: str, code: str) -> str:
    """What to say of a record that is read by the words of another parliament, whose code is given."""
    return f"the record of {whose}, whose words are not known: read by those of {code!r}"


def _is_nameless(part: Transcript) -> bool:
    """Whether nobody who speaks has a label."""
    first = next(part.contributions(), None)
    return first is not None and all(c.speaker.label is None for c in part.contributions())


def stretches_told(part: Transcript) -> Iterator[tuple[Span, Exchange]]:
    """The stretches of turns in a part of a text, with their places, and what speaks for the form of each."""
    from hansardparse.resolving.resolve import forms_told

    words, how = words_and_reading(part)
    return forms_told(part, words) if how.exchanges else iter(())


def with_problems(transcript: Transcript, found: list[Problem]) -> Transcript:
    """The transcript with some problems more, all in source order."""
    if not found:
        return transcript
    problems = tuple(sorted((*transcript.problems, *found), key=lambda p: p.span))
    return attrs.evolve(transcript, problems=problems)


def _lines(text: str, base: int) -> list[Node]:
    """Every line of a text that no rule has read."""
    return [
        Unrecognised(words, Span(base + at, base + at + len(words))) for at, words in decoding.lines(text)
    ]


def refuse(problems: list[Problem], text: str, base: int) -> None:
    """Raise the first problem that `strict` does not let pass, of a unit that begins at `base`."""
    for problem in problems:
        if problem.severity in _SEVERE:
            begin = problem.span.start - problem.column + 1 - base
            raise HansardError(
                problem.message,
                code=problem.code,
                line=problem.line,
                column=problem.column,
                text=decoding.first_line(text[begin : begin + problem.column + 80]),
            )
