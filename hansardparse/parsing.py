"""`parse`, `parse_file` and `resolve`: the way of the data from text to a Transcript."""

from __future__ import annotations

import gc
import itertools
import operator
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import attrs

from hansardparse import grammar
from hansardparse.build.invisible import covered
from hansardparse.build.marks import Standing
from hansardparse.build.sections import outline
from hansardparse.build.tokens import Found, Stretch
from hansardparse.errors import HansardError
from hansardparse.layouts import LAYOUTS, SAMPLE, Layout, detect
from hansardparse.model.nodes import NOWHERE, Node, Problem, Section, Span, Transcript, Unrecognised
from hansardparse.parliaments import Profile, profile
from hansardparse.resolving.sittings import joined, parted
from hansardparse.text import decoding, units
from hansardparse.text.broken_lines import Wrapping
from hansardparse.text.line_ends import LineEnds, in_source
from hansardparse.version import __version__

if TYPE_CHECKING:
    from hansardparse.resolving.resolve import Reading

__all__ = ["iter_sections", "iter_transcripts", "parse", "parse_file", "resolve"]

_SEVERE = frozenset({"warning", "error"})
#: The parliament of a text that is in no known layout: its citations are looked for.
USUAL = "uk"


def parse(text: str, *, layout: str = "auto", strict: bool = False, resolve: bool = True) -> Transcript:
    """Parse the text of a transcript. Total: any `str` gives a Transcript.

    - `layout`: a name from `hansardparse layouts`, or `auto` to detect it
    - `strict`: raise HansardError for the first problem that is more than an `info`
    - `resolve`: also say who each speaker is and to whom they speak

    Raises HansardError with `strict`, ValueError for an unknown layout.
    """
    reading = _Reading(iter((text,)), layout)
    with _growing():
        return joined(list(reading.parts(strict, resolve)) or [reading.part([], [], NOWHERE)])


def parse_file(
    file: str | os.PathLike[str] | IO[bytes],
    *,
    layout: str = "auto",
    strict: bool = False,
    resolve: bool = True,
) -> Transcript:
    """Parse a file, by its path or as a binary stream.

    The encoding is settled by a byte order mark, else UTF-8, else CP1252, and said in the result.
    Raises HansardError (code `undecodable`) for bytes that are no text, and OSError as `open` does.
    """
    with units.opened(file) as (binary, name):
        reader = units.Reader(binary, name)
        text = "".join(reader)
    try:
        transcript = parse(text, layout=layout, strict=strict, resolve=resolve)
    except HansardError as error:
        raise error.of(name) from None
    return attrs.evolve(transcript, encoding=reader.encoding, source=name)


def read_text(binary: IO[bytes], name: str | None = None) -> str:
    """The decoded text of a binary stream. Raises HansardError (`undecodable`)."""
    return "".join(units.Reader(binary, name))


def iter_transcripts(
    file: str | os.PathLike[str] | IO[bytes],
    *,
    layout: str = "auto",
    strict: bool = False,
    resolve: bool = True,
    mentions: bool = True,
) -> Iterator[Transcript]:
    """Parse a file of any size in bounded memory: a Transcript for each sitting, in order.

    Together they are what `parse_file` gives: spans are of the whole file, and the ids of persons, who are
    told apart within a sitting, go on from one Transcript to the next. Mentions, which are a tenth of the
    work, are left out where nobody asks for them, as rows and sections do not. Raises as `parse_file` does,
    a bad byte, or with `strict` a problem, only when it is reached.
    """
    with units.opened(file) as (binary, name):
        reader = units.Reader(binary, name)
        try:
            for part in _Reading(iter(reader), layout).parts(strict, resolve, mentions):
                yield attrs.evolve(part, encoding=reader.encoding, source=name)
        except HansardError as error:
            raise error.of(name) from None


def iter_sections(
    file: str | os.PathLike[str] | IO[bytes],
    *,
    layout: str = "auto",
    resolve: bool = True,
) -> Iterator[Section]:
    """The sections of a file of any size, in bounded memory; what precedes any heading has its own."""
    for part in iter_transcripts(file, layout=layout, resolve=resolve, mentions=False):
        for item in part.items:
            yield item if isinstance(item, Section) else Section((item,), level=1, span=item.span)


@contextmanager
def _growing() -> Iterator[None]:
    """Keep Python's collector of circles away from a tree that grows: it has none, and many nodes.

    The collector would walk all of them again and again, which takes as long as to make them.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


class _Reading:
    """One text on its way through detection, grammar, building and outline, unit by unit."""

    def __init__(self, pieces: Iterator[str], layout: str) -> None:
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
        self.layout, self.confidence = detect(start) if layout == "auto" else (LAYOUTS[layout], 1.0)
        wraps = self.layout is not None and self.layout.wraps
        self._wrapping = Wrapping.of(decoding.shadow(start[: SAMPLE // 4])) if wraps else None

    def parts(self, strict: bool, resolve: bool, mentions: bool = True) -> Iterator[Transcript]:
        """A Transcript of each unit, its places those of the source."""
        persons = 0
        for text, span, items, problems in self._units() if self.layout else self._unknown():
            if strict:
                _refuse(problems, text, span.start)
            part = self.part(items, problems, span)
            if resolve:
                part = self._resolved(part, persons, mentions)
                persons += len(part.persons)
            if source := self._ends.taken_before(span.end):
                place = Span(source.offset(span.start), source.offset(span.end))
                part = attrs.evolve(in_source(part, source), span=place, source_map=source)
            yield part

    def _units(self) -> Iterator[tuple[str, Span, list[Node], list[Problem]]]:
        """The text, the place, the items and the problems of each unit."""
        assert self.layout is not None
        parser = self.layout.parser
        standing = Standing()
        label = grammar.pattern(parser, self.layout.label)
        for base, text, shadow in units.units(self._pieces, _sitting(), label):
            self._line += self._shadow.count("\n")
            kept, self._shadow = text, shadow
            if self._wrapping:
                text, shadow = self._wrapping.unwrapped(text, shadow, grammar.forms(parser))
            stretch = Stretch(parser, self.layout.profile, self.layout.kinds, text, shadow, base)
            items = self._items(self.layout, stretch, standing)
            problems = _placed(stretch.problems, self._shadow, base, self._line)
            yield kept, Span(base, base + len(text)), items, problems

    def _items(self, layout: Layout, stretch: Stretch, standing: Standing) -> list[Node]:
        """What a stretch holds: its lines, their nodes, and these in sections."""
        found = grammar.whole(stretch.parser, stretch.shadow)
        nodes = layout.builder(stretch, standing).items(found)
        if decoding.has_invisible(stretch.text):
            nodes = covered(nodes, stretch.text, stretch.base)
        return outline(nodes, stretch.profile)

    def _unknown(self) -> Iterator[tuple[str, Span, list[Node], list[Problem]]]:
        what = "is empty" if self._empty else "fits no known layout; name one with --layout"
        problems = [Problem("no-layout", f"the text {what}", "warning")]
        for base, text, shadow in units.units(self._pieces, _sitting(), None):
            self._shadow = shadow
            yield text, Span(base, base + len(text)), _lines(text, base), problems
            problems = []
        if problems:
            yield "", Span(0, 0), [], problems

    def part(self, items: list[Node], problems: list[Problem], span: Span) -> Transcript:
        """A Transcript of what was found, with its provenance."""
        return Transcript(
            items=tuple(items),
            layout=self.layout.name if self.layout else None,
            problems=tuple(problems),
            confidence=self.confidence,
            version=__version__,
            span=span,
        )

    def _resolved(self, part: Transcript, persons: int, mentions: bool) -> Transcript:
        """Add what follows from the text; what that finds open gets its line and column."""
        from hansardparse.resolving.resolve import resolved

        told, found = resolved(part, *_words_and_reading(part.layout), persons, mentions)
        if not found:
            return told
        fresh = [(p.code, p.message, p.severity, p.span) for p in found]
        return _with_problems(told, _placed(fresh, self._shadow, part.span.start, self._line))


def resolve(transcript: Transcript) -> Transcript:
    """Say who speaks in every contribution, as what, and to whom.

    What is printed stays as it is: `unresolved(resolve(t)) == unresolved(t)`. Resolving twice is
    resolving once. A name that stays open has no person, and a problem `ambiguous-name`.

    The unit is the sitting, as it is for `parse`: nobody is taken for somebody of another one. Of a
    transcript read from JSON, the places of references and mentions are exact where nothing but a newline
    ends a line of the source.
    """
    from hansardparse.resolving.resolve import resolved

    told: list[Transcript] = []
    found: list[Problem] = []
    persons = 0
    for part in parted(transcript):
        one, opened = resolved(part, *_words_and_reading(part.layout), persons)
        persons += len(one.persons)
        told.append(one)
        found += opened
    return _with_problems(joined(told), found)


def _sitting() -> re.Pattern[str]:
    """What finds the newline before the head of a sitting."""
    return grammar.lines("sittings", "SITTING")


def _words_and_reading(name: str | None) -> tuple[Profile, Reading]:
    """Whose words a layout's pages have, and what it lets `resolve` read off them."""
    from hansardparse.resolving.resolve import Reading

    layout = LAYOUTS.get(name) if name is not None else None
    if layout is None:
        return profile(USUAL), Reading()
    return layout.profile, Reading(
        exchanges=layout.stage == "labelled",
        labels_lost=layout.stage == "unlabelled",
        prose_names=layout.stage == "release",
    )


def _with_problems(transcript: Transcript, found: list[Problem]) -> Transcript:
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


def _placed(found: list[Found], shadow: str, base: int, line: int) -> list[Problem]:
    """The problems of a unit in source order, with their lines and columns."""
    placed: list[Problem] = []
    before, newline = 0, -1
    for code, message, severity, span in sorted(found, key=operator.itemgetter(3)):
        at = span.start - base
        line += shadow.count("\n", before, at)  # every newline is one there
        newline = max(newline, shadow.rfind("\n", before, at))
        before = at
        column = at - newline
        placed.append(Problem(code, message, severity, line, column, span))
    return placed


def _refuse(problems: list[Problem], text: str, base: int) -> None:
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
