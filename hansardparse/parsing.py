"""`parse`, `parse_file` and `resolve`: the way of the data from text to a Transcript."""

from __future__ import annotations

import gc
import io
import itertools
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import attrs

from hansardparse import grammar
from hansardparse.build.invisible import covered
from hansardparse.build.marks import Standing
from hansardparse.build.problems import placed
from hansardparse.build.sections import outline
from hansardparse.build.tokens import Stretch
from hansardparse.contained import Contained
from hansardparse.errors import HansardError
from hansardparse.layouts import LAYOUTS, SAMPLE, Layout, doubt, ranked
from hansardparse.model.nodes import NOWHERE, Node, Problem, Section, Span, Transcript, Unrecognised
from hansardparse.model.source_map import SourceMap
from hansardparse.parliaments import Profile, profile
from hansardparse.read.opening import Opened, encoding_of, opened
from hansardparse.read.signs import HEAD, sign_of
from hansardparse.resolving.sittings import joined, parted
from hansardparse.text import decoding, units
from hansardparse.text.broken_lines import Wrapping
from hansardparse.text.line_ends import LineEnds, in_source
from hansardparse.version import __version__

if TYPE_CHECKING:
    from hansardparse.resolving.resolve import Reading

__all__ = ["iter_sections", "iter_transcripts", "parse", "parse_bytes", "parse_file", "resolve"]

_SEVERE = frozenset({"warning", "error"})
#: The parliament of a text that is in no known layout: its citations are looked for.
USUAL = "uk"


def parse(text: str, *, layout: str = "auto", strict: bool = False, resolve: bool = True) -> Transcript:
    """Parse the text of a transcript. Total: any `str` gives a Transcript.

    - `layout`: a name from `hansardparse layouts`, or `auto` to detect it
    - `strict`: raise HansardError for the first problem that is more than an `info`
    - `resolve`: also say who each speaker is and to whom they speak

    Raises HansardError with `strict`, ValueError for an unknown layout, TypeError for what is no `str`.
    """
    if not isinstance(text, str):
        raise TypeError(_instead(text))
    return _parsed(_Reading(iter((text,)), layout), strict=strict, resolve=resolve)


def parse_file(
    file: str | os.PathLike[str] | IO[bytes],
    *,
    from_: str = "auto",
    layout: str = "auto",
    strict: bool = False,
    resolve: bool = True,
    encoding: str = "auto",
) -> Transcript:
    """Parse a file, by its path or as a binary stream: a text, or a container that holds a record.

    - `from_`: `auto` tells by its content what the file is; else `text`, a kind of container (`html`, `xml`,
      `json`, `csv`, `pdf`, `docx`) or the name of one (`docs/containers.md`)
    - `encoding`: Python's name of a text's encoding. `auto` settles it by a byte order mark, else UTF-8,
      else CP1252. Which it was is said in the result.

    Raises HansardError (code `undecodable`) for bytes that are no text, and (`unread-container`) for a
    container that is damaged, not known, or whose library is not installed; OSError as `open` does;
    ValueError for an unknown layout, encoding or `from_`; TypeError for a stream of text.
    """
    with opened(file, encoding, from_) as (found, name):
        reading = _reading(found, layout)
        try:
            transcript = _parsed(reading, strict=strict, resolve=resolve)
        except HansardError as error:
            raise error.of(name) from None
    return attrs.evolve(transcript, encoding=encoding_of(found), source=name)


def parse_bytes(
    data: bytes,
    *,
    from_: str = "auto",
    layout: str = "auto",
    strict: bool = False,
    resolve: bool = True,
    encoding: str = "auto",
) -> Transcript:
    """Parse the bytes of a file: what `parse_file` does, and raises, for a file that holds them."""
    if isinstance(data, str):
        raise TypeError("parse_bytes takes bytes, not str: call parse for text")
    return parse_file(
        io.BytesIO(data), from_=from_, layout=layout, strict=strict, resolve=resolve, encoding=encoding
    )


def _instead(given: object) -> str:
    """What to call for what is no text."""
    if isinstance(given, (bytes, bytearray, memoryview)):
        instead = ": call parse_bytes for bytes"
    elif isinstance(given, os.PathLike) or hasattr(given, "read"):
        instead = ": call parse_file for a path or a binary stream"
    else:
        instead = ""
    return f"parse takes text (str), not {type(given).__name__}{instead}"


def _reading(file: Opened, layout: str) -> _Reading | Contained:
    """What takes a file on its way to a tree."""
    if isinstance(file, units.Reader):
        return _Reading(iter(file), layout, file)
    return Contained(*file, layout, _Reading)


def _parsed(reading: _Reading | Contained, *, strict: bool, resolve: bool) -> Transcript:
    """All units of a text as one Transcript."""
    with _growing():
        return joined(list(_parts(reading, strict, resolve)) or [reading.part([], [], NOWHERE)])


def _parts(
    reading: _Reading | Contained, strict: bool, resolve: bool, mentions: bool = True
) -> Iterator[Transcript]:
    """A Transcript of each unit, its places those of the source."""
    persons = 0
    for span, items, problems in reading.units():
        if strict:
            _refuse(problems, reading.text, span.start)
        part = reading.part(items, problems, span)
        if resolve:
            part = _resolved(part, reading.text, reading.line, persons, mentions)
            persons += len(part.persons)
        if source := reading.taken_before(span.end):
            place = Span(source.offset(span.start), source.offset(span.end))
            part = attrs.evolve(in_source(part, source), span=place, source_map=source)
        yield part


def iter_transcripts(
    file: str | os.PathLike[str] | IO[bytes],
    *,
    from_: str = "auto",
    layout: str = "auto",
    strict: bool = False,
    resolve: bool = True,
    mentions: bool = True,
    encoding: str = "auto",
) -> Iterator[Transcript]:
    """Parse a file of any size in bounded memory: a Transcript for each sitting, in order.

    Together they are what `parse_file` gives: spans are of the whole file, and the ids of persons, who are
    told apart within a sitting, go on from one Transcript to the next. Mentions, which are a tenth of the
    work, are left out where nobody asks for them, as rows and sections do not. Raises as `parse_file` does,
    a bad byte, or with `strict` a problem, only when it is reached.
    """
    with opened(file, encoding, from_) as (found, name):
        try:
            for part in _parts(_reading(found, layout), strict, resolve, mentions):
                yield attrs.evolve(part, encoding=encoding_of(found), source=name)
        except HansardError as error:
            raise error.of(name) from None


def iter_sections(
    file: str | os.PathLike[str] | IO[bytes],
    *,
    from_: str = "auto",
    layout: str = "auto",
    resolve: bool = True,
    encoding: str = "auto",
) -> Iterator[Section]:
    """The sections of a file of any size, in bounded memory; what precedes any heading has its own."""
    parts = iter_transcripts(
        file, from_=from_, layout=layout, resolve=resolve, mentions=False, encoding=encoding
    )
    for part in parts:
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
        self.text, self.line = "", 1  # of the unit that was read last, and where it begins
        self._reader = reader
        self._of_file: list[tuple[str, str, str, Span]] = []  # what is said of the whole file, once
        self._controls = False  # whether a control character has been met
        self._look(start)
        if layout == "auto":
            found = ranked(start)
            self.layout, self.confidence = found.layout, found.confidence
            if doubted := doubt(found):
                self.report("uncertain-layout", doubted, "warning", Span(0, 0))
        else:
            self.layout, self.confidence = LAYOUTS[layout], 1.0
        wraps = self.layout is not None and self.layout.wraps
        self._wrapping = Wrapping.of(decoding.shadow(start[: SAMPLE // 4])) if wraps else None

    def report(self, code: str, message: str, severity: str, span: Span) -> None:
        """Note something that is said of the whole file."""
        self._of_file.append((code, message, severity, span))

    def _look(self, start: str) -> None:
        """Report a text that is what a program reads, not a person."""
        sign = sign_of(start[:HEAD].encode("utf-8", "replace"))
        if sign is not None:
            what = f"this is {sign.name}, read as the text it is: {sign.advice}"
            self.report("unread-container", what, "warning", Span(0, 0))

    def _said(self, base: int, text: str) -> list[tuple[str, str, str, Span]]:
        """What is said of the whole file, where its place is in this unit of it."""
        if not self._controls and (at := decoding.control_character(text)) is not None:
            self._controls = True
            what = f"a control character, U+{ord(text[at]):04X}, which is kept"
            self.report("control-character", what, "info", Span(base + at, base + at + 1))
        damage = self._reader and self._reader.damage
        if damage:
            where = self._ends.read(damage.at)
            if base <= where < base + len(text):
                self.report("damaged-encoding", damage.message, "warning", Span(where, where + 1))
        said, self._of_file = self._of_file, []
        return said

    def units(self) -> Iterator[tuple[Span, list[Node], list[Problem]]]:
        """The place, the items and the problems of each unit."""
        if self.layout is None:
            yield from self._unknown()
            return
        parser = self.layout.parser
        standing = Standing()
        plain = ""
        label = grammar.pattern(parser, self.layout.label)
        for base, text, shadow in units.units(self._pieces, _sitting(), label):
            self.line += plain.count("\n")
            self.text, plain = text, shadow
            if self._wrapping:
                text, shadow = self._wrapping.unwrapped(text, shadow, grammar.forms(parser))
            stretch = Stretch(parser, self.layout.profile, self.layout.kinds, text, shadow, base)
            items = self._items(self.layout, stretch, standing)
            said = [*stretch.problems, *self._said(base, self.text)]
            yield Span(base, base + len(text)), items, placed(said, plain, base, self.line)

    def _items(self, layout: Layout, stretch: Stretch, standing: Standing) -> list[Node]:
        """What a stretch holds: its lines, their nodes, and these in sections."""
        found = grammar.whole(stretch.parser, stretch.shadow)
        nodes = layout.builder(stretch, standing).items(found)
        if decoding.has_invisible(stretch.text):
            nodes = covered(nodes, stretch.text, stretch.base)
        return outline(nodes, stretch.profile)

    def _unknown(self) -> Iterator[tuple[Span, list[Node], list[Problem]]]:
        what = "is empty" if self._empty else "fits no known layout; name one with --layout"
        self.report("no-layout", f"the text {what}", "warning", Span(0, 0))
        base, text = 0, ""
        for base, text, shadow in units.units(self._pieces, _sitting(), None):
            said = placed(self._said(base, text), shadow, base, self.line)
            self.text = text
            yield Span(base, base + len(text)), _lines(text, base), said
            self.line += shadow.count("\n")
        if not text:
            yield Span(0, 0), [], placed(self._said(0, ""), "", 0, 1)

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

    def taken_before(self, read: int) -> SourceMap | None:
        """Where the source has more than was read up to an offset; None where it has not."""
        return self._ends.taken_before(read)


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


def _resolved(
    transcript: Transcript, text: str, line: int = 1, persons: int = 0, mentions: bool = True
) -> Transcript:
    """Add what follows from the text; what that finds open gets its line and column."""
    from hansardparse.resolving.resolve import resolved

    told, found = resolved(transcript, *_words_and_reading(transcript.layout), persons, mentions)
    if not found:
        return told
    fresh = [(p.code, p.message, p.severity, p.span) for p in found]
    return _with_problems(told, placed(fresh, decoding.shadow(text), transcript.span.start, line))


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
