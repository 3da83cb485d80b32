"""`parse`, `parse_file`, `parse_bytes` and `resolve`: the way of the data from text to a Transcript."""

from __future__ import annotations

import gc
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import attrs

from hansardparse.errors import HansardError
from hansardparse.model.nodes import NOWHERE, Problem, Section, Transcript
from hansardparse.read.signs import sign_of
from hansardparse.reading import TextReading, with_problems, words_and_reading
from hansardparse.resolving.sittings import joined, parted
from hansardparse.text import units

__all__ = ["iter_sections", "iter_transcripts", "parse", "parse_bytes", "parse_file", "resolve"]


def parse(text: str, *, layout: str = "auto", strict: bool = False, resolve: bool = True) -> Transcript:
    """Parse the text of a transcript. Total: any `str` gives a Transcript.

    - `layout`: a name from `hansardparse layouts`, or `auto` to detect it
    - `strict`: raise HansardError for the first problem that is more than an `info`
    - `resolve`: also say who each speaker is and to whom they speak

    Raises HansardError with `strict`, ValueError for an unknown layout, TypeError for what is no `str`.
    """
    if not isinstance(text, str):
        raise TypeError(_instead(text))
    return _parsed(TextReading(iter((text,)), layout), strict=strict, resolve=resolve)


def _parsed(reading: TextReading, *, strict: bool, resolve: bool) -> Transcript:
    """All units of a text as one Transcript."""
    with _growing():
        return joined(list(reading.parts(strict, resolve)) or [reading.part([], [], NOWHERE)])


def parse_file(
    file: str | os.PathLike[str] | IO[bytes],
    *,
    layout: str = "auto",
    strict: bool = False,
    resolve: bool = True,
    encoding: str = "auto",
) -> Transcript:
    """Parse a file, by its path or as a binary stream.

    - `encoding`: Python's name of the file's encoding. `auto` settles it by a byte order mark, else UTF-8,
      else CP1252. Which it was is said in the result.

    Raises HansardError (code `undecodable`) for bytes that are no text, and (`unread-container`) for a PDF,
    a Word file or another that is no text; OSError as `open` does; ValueError for an unknown layout or
    encoding; TypeError for a stream of text.
    """
    with _opened(file, encoding) as reader:
        text = "".join(reader)
    try:
        reading = TextReading(iter((text,)), layout, reader)
        transcript = _parsed(reading, strict=strict, resolve=resolve)
    except HansardError as error:
        raise error.of(reader.name) from None
    return attrs.evolve(transcript, encoding=reader.encoding, source=reader.name)


def parse_bytes(
    data: bytes, *, layout: str = "auto", strict: bool = False, resolve: bool = True, encoding: str = "auto"
) -> Transcript:
    """Parse the bytes of a file: what `parse_file` does, and raises, for a file that holds them."""
    if isinstance(data, str):
        raise TypeError("parse_bytes takes bytes, not str: call parse for text")
    return parse_file(io.BytesIO(data), layout=layout, strict=strict, resolve=resolve, encoding=encoding)


def _instead(given: object) -> str:
    """What to call for what is no text."""
    if isinstance(given, (bytes, bytearray, memoryview)):
        instead = ": call parse_bytes for bytes"
    elif isinstance(given, os.PathLike) or hasattr(given, "read"):
        instead = ": call parse_file for a path or a binary stream"
    else:
        instead = ""
    return f"parse takes text (str), not {type(given).__name__}{instead}"


def read_text(binary: IO[bytes], name: str | None = None, encoding: str = "auto") -> str:
    """The decoded text of a binary stream. Raises HansardError as `parse_file` does."""
    return "".join(_reader(binary, name, encoding))


@contextmanager
def _opened(file: str | os.PathLike[str] | IO[bytes], encoding: str) -> Iterator[units.Reader]:
    with units.opened(file) as (binary, name):
        yield _reader(binary, name, encoding)


def _reader(binary: IO[bytes], name: str | None, encoding: str) -> units.Reader:
    """What reads a binary stream; raises HansardError for a file that is no text."""
    reader = units.Reader(binary, name, encoding)
    sign = sign_of(reader.first)
    if sign is not None and sign.binary:
        raise HansardError(f"this is {sign.name}: {sign.advice}", code="unread-container", source=name)
    return reader


def iter_transcripts(
    file: str | os.PathLike[str] | IO[bytes],
    *,
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
    with _opened(file, encoding) as reader:
        try:
            for part in TextReading(iter(reader), layout, reader).parts(strict, resolve, mentions):
                yield attrs.evolve(part, encoding=reader.encoding, source=reader.name)
        except HansardError as error:
            raise error.of(reader.name) from None


def iter_sections(
    file: str | os.PathLike[str] | IO[bytes],
    *,
    layout: str = "auto",
    resolve: bool = True,
    encoding: str = "auto",
) -> Iterator[Section]:
    """The sections of a file of any size, in bounded memory; what precedes any heading has its own."""
    for part in iter_transcripts(file, layout=layout, resolve=resolve, mentions=False, encoding=encoding):
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
        one, opened = resolved(part, *words_and_reading(part.layout), persons)
        persons += len(one.persons)
        told.append(one)
        found += opened
    return with_problems(joined(told), found)
