"""What is meant by a folder: the files below it that can be read."""

from __future__ import annotations

import os
import stat
from pathlib import PurePath

from hansardparse.errors import HansardError
from hansardparse.read.containers import of_source
from hansardparse.read.source import Source, unpacked

__all__ = ["SUFFIXES", "below"]

#: How the names of files end that are meant in a folder, and of those that are if they hold a record.
_TEXTS = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
_DATA = frozenset({".xml", ".json", ".csv", ".sgml", ".sgm"})
SUFFIXES = _TEXTS | _DATA
#: What this library has written itself, and what may be rows of its own, which no folder means.
_OURS = frozenset({"hansardparse", "turns-json", "turns-csv"})


def below(folder: str) -> list[PurePath]:
    """Where the files of a folder that can be read are below it, sorted; what begins with a dot is hidden.

    Raises OSError for a folder that cannot be read.
    """

    def unreadable(error: OSError) -> None:
        raise error

    found = []
    for path, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        place = PurePath(os.path.relpath(path, folder))
        found += [place / name for name in files if _is_meant(os.path.join(path, name), name)]
    return sorted(found)


def _is_meant(path: str, name: str) -> bool:
    """Whether a file of a folder is a text or a page; data, if it is data of a record."""
    stem, suffix = os.path.splitext(name.lower())
    if packed := suffix == ".gz":
        suffix = os.path.splitext(stem)[1]
    if name.startswith(".") or suffix not in SUFFIXES:
        return False
    if suffix in _TEXTS:
        return True
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return True
        with open(path, "rb") as stream:
            container = of_source(unpacked(Source(stream)) if packed else Source(stream))
    except (OSError, HansardError):
        return True  # what is wrong with it is said when its turn comes
    return container is not None and container.name not in _OURS
