"""`parse` and `parse_file`: the way of the data from text to a Transcript."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import attrs

from hansardparse import grammar, source
from hansardparse.build import Builder, Raw
from hansardparse.errors import HansardError
from hansardparse.layouts import LAYOUTS, Layout, detect
from hansardparse.model import Problem, Span, Transcript, Unrecognised
from hansardparse.outline import outline
from hansardparse.roles import Roles
from hansardparse.version import __version__

__all__ = ["parse", "parse_file"]

_ROLES = Roles()


def parse(text: str, *, layout: str = "auto", strict: bool = False, resolve: bool = True) -> Transcript:
    """Parse the text of a transcript. Total: any `str` gives a Transcript.

    - `layout`: a name from `hansardparse layouts`, or `auto` to detect it
    - `strict`: raise HansardError for the first problem of severity `error` or `warning`
    - `resolve`: also say who each speaker is and to whom they speak

    Raises HansardError with `strict`, ValueError for an unknown layout.
    """
    shadow = source.shadow(text)
    chosen, confidence = _choose(shadow, layout)
    if chosen is None:
        items, problems = _unrecognised(text), _no_layout(text)
    else:
        parser = grammar.build(chosen.name, postlex=_ROLES, tree_class=Raw)
        builder = Builder(parser, text, shadow)
        items = tuple(outline(builder.items(parser.parse(shadow))))
        problems = builder.problems
    transcript = Transcript(
        items=items,
        layout=chosen.name if chosen else None,
        problems=_placed(problems, text),
        confidence=confidence,
        version=__version__,
        span=Span(0, len(text)),
    )
    if strict:
        _refuse(transcript, text)
    return transcript


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
    if isinstance(file, (str, os.PathLike)):
        data, name = Path(file).read_bytes(), os.path.basename(os.fspath(file))
    else:
        data, name = file.read(), None
    try:
        text, encoding = source.decode(data)
    except source.DecodeError as error:
        raise HansardError(str(error), code="undecodable", source=name) from None
    try:
        transcript = parse(text, layout=layout, strict=strict, resolve=resolve)
    except HansardError as error:
        raise HansardError(
            error.message, code=error.code, line=error.line, column=error.column, text=error.text, source=name
        ) from None
    return attrs.evolve(transcript, encoding=encoding, source=name)


def _choose(shadow: str, layout: str) -> tuple[Layout | None, float]:
    if layout == "auto":
        return detect(shadow)
    if layout not in LAYOUTS:
        raise ValueError(f"no layout {layout!r}; known: auto, {', '.join(LAYOUTS)}")
    return LAYOUTS[layout], 1.0


def _unrecognised(text: str) -> tuple[Unrecognised, ...]:
    return tuple(Unrecognised(words, Span(at, at + len(words))) for at, words in source.lines(text))


def _no_layout(text: str) -> list[Problem]:
    what = "fits no known layout; name one with --layout" if text.strip() else "is empty"
    return [Problem("no-layout", f"the text {what}", "warning", span=Span(0, 0))]


def _placed(problems: list[Problem], text: str) -> tuple[Problem, ...]:
    """The problems in source order, with their lines and columns."""
    if not problems:
        return ()
    starts = source.line_starts(text)

    def place(problem: Problem) -> Problem:
        line, column = source.line_and_column(starts, problem.span.start)
        return attrs.evolve(problem, line=line, column=column)

    return tuple(place(p) for p in sorted(problems, key=lambda p: p.span))


def _refuse(transcript: Transcript, text: str) -> None:
    """Raise the first problem that `strict` does not let pass."""
    for problem in transcript.problems:
        if problem.severity != "info":
            starts = source.line_starts(text)
            begin = starts[problem.line - 1]
            end = starts[problem.line] if problem.line < len(starts) else len(text)
            raise HansardError(
                problem.message,
                code=problem.code,
                line=problem.line,
                column=problem.column,
                text=text[begin:end].rstrip("\r\n"),
            )
