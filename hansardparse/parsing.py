"""`parse`, `parse_file`, `parse_bytes` and `resolve`: the way of the data from text to a Transcript."""

from __future__ import annotations

import gc
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import attrs

from hansardparse.errors import HansardError
from hansardparse.model.nodes import Problem, Section, Transcript
from hansardparse.read.opening import Opened, encoding_of, opened
from hansardparse.reading import TextReading, with_problems, words_and_reading
from hansardparse.resolving.sittings import joined, parted
from hansardparse.text import units
from hansardparse.version import __version__

if TYPE_CHECKING:
    from hansardparse.contained import Contained

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


def _parsed(reading: TextReading | Contained, *, strict: bool, resolve: bool) -> Transcript:
    """All units of a text as one Transcript."""
    with _growing():
        parts = list(reading.parts(strict, resolve))
        return joined(parts) if parts else Transcript((), version=__version__)


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
    - `encoding`: Python's name of the encoding. `auto` settles it by a byte order mark, else UTF-8,
      else what a page or XML names, else CP1252. Of a text, which it was is said in the result.

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


def _reading(file: Opened, layout: str) -> TextReading | Contained:
    """What takes a file on its way to a tree."""
    if isinstance(file, units.Reader):
        return TextReading(iter(file), layout, file)
    from hansardparse.contained import Contained

    return Contained(*file, layout)


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
            for part in _reading(found, layout).parts(strict, resolve, mentions):
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
    with _growing():
        for part in parted(transcript):
            one, opened = resolved(part, *words_and_reading(part), persons)
            persons += len(one.persons)
            told.append(one)
            found += opened
    return with_problems(joined(told), found)
