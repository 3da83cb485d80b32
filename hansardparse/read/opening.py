"""What a file is: a text, or a container that holds one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from hansardparse.errors import HansardError
from hansardparse.read import containers
from hansardparse.read.signs import sign_of
from hansardparse.read.source import Source
from hansardparse.read.units import units as stretches
from hansardparse.text import units

__all__ = ["Opened", "encoding_of", "opened", "read_roles", "read_text"]

#: What reads the text of a file, or the container that it is.
Opened = units.Reader | tuple[Source, containers.Container]


@contextmanager
def opened(
    file: str | os.PathLike[str] | IO[bytes], encoding: str, from_: str
) -> Iterator[tuple[Opened, str | None]]:
    """What a file is, and its name; raises HansardError for what is neither a text nor a container."""
    with units.opened(file) as (binary, name):
        yield _told(binary, name, encoding, from_), name


def encoding_of(file: Opened) -> str | None:
    """The encoding of a text."""
    return file.encoding if isinstance(file, units.Reader) else None


def read_text(binary: IO[bytes], name: str | None = None, encoding: str = "auto", from_: str = "auto") -> str:
    """The text of a binary stream in which spans count, be it in a container or not.

    Raises HansardError as `parse_file` does.
    """
    file = _told(binary, name, encoding, from_)
    if isinstance(file, units.Reader):
        return "".join(file)
    source, container = file
    return "".join(unit.text for unit in stretches(container.lines(source)))


def read_roles(binary: IO[bytes], from_: str = "auto") -> Iterator[tuple[int, str]]:
    """Where each line begins that a container says the role of, and that role; nothing for a text.

    Raises HansardError as `parse_file` does.
    """
    file = _told(binary, None, "auto", from_)
    if not isinstance(file, units.Reader):
        source, container = file
        for unit in stretches(container.lines(source)):
            yield from ((unit.base + at, line.role) for at, line in unit.lines if line.role != "TEXT")


def _told(binary: IO[bytes], name: str | None, encoding: str, from_: str) -> Opened:
    try:
        source, container = containers.opened(binary, from_, encoding)
    except HansardError as error:
        raise error.of(name) from None
    return _reader(source.once(), name, encoding) if container is None else (source, container)


def _reader(binary: IO[bytes], name: str | None, encoding: str) -> units.Reader:
    """What reads a binary stream; raises HansardError for a file that is no text."""
    reader = units.Reader(binary, name, encoding)
    sign = sign_of(reader.first)
    if sign is not None and sign.binary:
        raise HansardError(f"this is {sign.name}: {sign.advice}", code="unread-container", source=name)
    return reader
