"""What installed packages add: layouts, readers, writers, by entry points of the groups `hansardparse.*`."""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import Any, TypeVar

from hansardparse.errors import HansardError

__all__ = ["brought", "installed"]

T = TypeVar("T")


@functools.cache
def installed(group: str) -> tuple[Any, ...]:
    """The entry points of a group, `hansardparse.layouts`; none is loaded.

    `importlib.metadata` takes longer to import than a page takes to parse, so it is asked only where some
    package names the group at all.
    """
    if not any(group.encode() in declared for declared in _declared()):
        return ()
    from importlib.metadata import entry_points

    return tuple(entry_points(group=group))


def brought(point: Any, wanted: type[T], code: str) -> T:
    """What an entry point names. Raises HansardError of a `code` where it is none of a class."""
    where = f"{point.group}: {point.name} = {point.value}"
    try:
        found = point.load()
    except Exception as error:  # whatever the code of another package does
        raise HansardError(f"{where}: {error}", code=code) from error
    if not isinstance(found, wanted):
        raise HansardError(f"{where} is no {wanted.__name__}", code=code)
    return found


@functools.cache
def _declared() -> tuple[bytes, ...]:
    """The entry points of all packages on the path, as their files have them."""
    folders = [Path(entry or ".") for entry in sys.path]
    files = (f for folder in folders if folder.is_dir() for f in folder.glob("*.dist-info/entry_points.txt"))
    return tuple(file.read_bytes() for file in files)
