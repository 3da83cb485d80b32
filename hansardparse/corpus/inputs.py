"""Which files a corpus is made of, here or anywhere that fsspec reaches, and which are done together."""

from __future__ import annotations

import glob
import hashlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import IO, Any, NamedTuple

from hansardparse.errors import HansardError, extra
from hansardparse.read.folders import SUFFIXES, below

__all__ = ["LARGE", "Source", "canonical", "digest", "exists", "found", "groups", "opened"]

#: A file of so many bytes is done by itself; smaller ones together, so many bytes and files at most.
LARGE, FILES = 1 << 24, 128
#: Each worker gets work so often, if that is of so many bytes at least: none waits long for the last one.
TIMES, LEAST = 8, 1 << 20
#: How the address of a file begins that is here.
LOCAL = "file://"


class Source(NamedTuple):
    """A file: its path as it was given, or below what was; and how many bytes it has, None where unknown."""

    path: str
    size: int | None


def found(paths: Iterable[str | os.PathLike[str]]) -> list[Source]:
    """The files that are meant, each once, sorted: of a folder, those below it that can be read.

    What is not there stands for itself, a pattern too that nothing fits: that is said when its turn comes.
    Raises HansardError for an address that cannot be reached.
    """
    told: dict[str, Source] = {}
    for given in paths:
        path = os.fspath(given)
        for source in _remote(path) if "://" in path else _here(path):
            told.setdefault(canonical(source.path), source)
    return sorted(told.values())


def canonical(path: str) -> str:
    """What a path or an address leads to, however it is written: an address of a file here is its path."""
    if path.startswith(LOCAL):
        path = path.removeprefix(LOCAL)
    return path if "://" in path else os.path.abspath(path)


def _here(path: str) -> Iterator[Source]:
    if os.path.isdir(path):
        names = [os.path.join(path, place) for place in below(path)]
    elif os.path.exists(path) or not glob.has_magic(path):
        names = [path]
    else:
        names = [name for name in glob.glob(path, recursive=True) if os.path.isfile(name)] or [path]
    for name in names:
        try:
            size = os.stat(name).st_size
        except OSError:
            size = None  # what is wrong with it is said when its turn comes
        yield Source(name, size)


def _fsspec() -> Any:
    with extra("fsspec", "hansardparse[dask]"):
        import fsspec.core
    return fsspec


def _reached(path: str) -> tuple[Any, str]:
    """The file system of an address, and the place there. Raises HansardError."""
    core = _fsspec().core
    try:
        system, place = core.url_to_fs(path)
    except ImportError as error:
        raise HansardError(f"{path}: {error}", code="missing-extra") from None
    except ValueError as error:
        raise HansardError(f"{path}: {error}; see fsspec's documentation", code="bad-address") from None
    return system, place


def _remote(path: str) -> Iterator[Source]:
    system, place = _reached(path)
    if glob.has_magic(place):
        places = system.glob(place) or [place]
    elif system.isdir(place):
        places = [name for name in system.find(place) if os.path.splitext(name)[1].lower() in SUFFIXES]
    else:
        places = [place]
    for name in places:
        try:
            size = system.size(name)
        except OSError:
            size = None  # as above
        yield Source(system.unstrip_protocol(name), size)


def exists(path: str) -> bool:
    """Whether there is a file, or anything else, under a path that `found` has given."""
    if "://" in path:
        system, place = _reached(path)
        return bool(system.exists(place))
    return os.path.exists(path)


def opened(path: str) -> AbstractContextManager[IO[bytes]]:
    """The bytes of a file. Raises OSError for what is no regular file."""
    if "://" in path:
        remote: AbstractContextManager[IO[bytes]] = _fsspec().open(path, "rb")
        return remote
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError("not a regular file")
    return open(path, "rb")


def digest(path: str) -> str:
    """The SHA-256 of a file."""
    found = hashlib.sha256()
    with opened(path) as stream:
        while block := stream.read(1 << 20):
            found.update(block)
    return found.hexdigest()


def groups(sources: Collection[Source], workers: int) -> Iterator[list[str]]:
    """The paths that are done together, where there are so many workers."""
    share = sum(source.size or 0 for source in sources) // (TIMES * workers)
    most = min(max(share, LEAST), LARGE)
    group: list[str] = []
    size = 0
    for source in sources:
        if (source.size or 0) >= LARGE:
            yield [source.path]
            continue
        group.append(source.path)
        size += source.size or 0
        if size >= most or len(group) == FILES:
            yield group
            group, size = [], 0
    if group:
        yield group
