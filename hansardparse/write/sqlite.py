"""SQLite: one database of any number of files, whose tables refer to each other, with a search of words."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from hansardparse.model.nodes import Transcript
from hansardparse.write import related
from hansardparse.write.related import TABLES, Part
from hansardparse.write.writers import Wanted, Writer

__all__ = ["SQLITE"]

_NUMBERS = frozenset(
    "n in_chair interrupts replies_to resumes start end words speech stated counted teller lords".split()
)
#: What a table has before its own columns, and what it refers to.
_BEFORE = {
    "rows": ("row INTEGER PRIMARY KEY", "file INTEGER NOT NULL REFERENCES files (file)"),
    "people": ("person INTEGER PRIMARY KEY", "file INTEGER NOT NULL REFERENCES files (file)"),
    "divisions": ("division INTEGER PRIMARY KEY REFERENCES rows (row)",),
    "sides": ("division INTEGER NOT NULL REFERENCES divisions (division)",),
    "votes": (
        "vote INTEGER PRIMARY KEY",
        "division INTEGER NOT NULL REFERENCES divisions (division)",
    ),
    "citations": ("citation INTEGER PRIMARY KEY", "row INTEGER NOT NULL REFERENCES rows (row)"),
}
_AFTER = {
    "rows": (
        "UNIQUE (file, n)",
        "FOREIGN KEY (file, person) REFERENCES people (file, id) DEFERRABLE INITIALLY DEFERRED",
        *(
            f"FOREIGN KEY (file, {key}) REFERENCES rows (file, n) DEFERRABLE INITIALLY DEFERRED"
            for key in ("interrupts", "replies_to", "resumes", "speech")
        ),
    ),
    "people": ("UNIQUE (file, id)",),
}
_FILES = "file source layout parliament container encoding version".split()
_SEARCH = """
CREATE VIRTUAL TABLE search
USING fts5 (text, speaker_name, speaker_label, content='rows', content_rowid='row');
INSERT INTO search (search) VALUES ('rebuild');
CREATE INDEX rows_by_date ON rows (date);
CREATE INDEX rows_by_person ON rows (file, person);
CREATE INDEX votes_by_division ON votes (division);
CREATE INDEX citations_by_row ON citations (row);
CREATE VIEW contributions AS SELECT * FROM rows WHERE type = 'contribution';
"""


def _create(name: str) -> str:
    """The statement that makes a table; its `n` is the number of a row, unless it is the rows'."""
    own = [f'"{key}" {"INTEGER" if key in _NUMBERS else "TEXT"}' for key in _own(name)]
    return f"CREATE TABLE {name} ({', '.join((*_BEFORE[name], *own, *_AFTER.get(name, ())))})"


def _own(name: str) -> tuple[str, ...]:
    return TABLES[name] if name in ("rows", "people") else TABLES[name][1:]


class _Database:
    """Takes the parts of files, and numbers what refers to each other."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._count = dict.fromkeys((*TABLES, "files"), 0)
        connection.execute("PRAGMA journal_mode = MEMORY")  # no file beside it: it has its name when whole
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(
            f"CREATE TABLE files ({_FILES[0]} INTEGER PRIMARY KEY, {' TEXT, '.join(_FILES[1:])} TEXT)"
        )
        for name in TABLES:
            connection.execute(_create(name))

    def take(self, part: Part) -> None:
        """Put in what a part holds."""
        if part.file is not None:
            self._count["files"] += 1
            self._insert("files", [[self._count["files"], *part.file.values()]])
        file, row_of = self._count["files"], {}
        for name in ("people", "rows"):
            first = self._count[name] + 1
            self._insert(name, [[first + n, file, *record] for n, record in enumerate(part.tables[name])])
            self._count[name] += len(part.tables[name])
            if name == "rows":
                row_of = {record[1]: first + n for n, record in enumerate(part.tables[name])}
        for name in ("divisions", "sides"):
            self._insert(name, [[row_of[n], *record] for n, *record in part.tables[name]])
        for name in ("votes", "citations"):
            first = self._count[name] + 1
            told = enumerate(part.tables[name], first)
            self._insert(name, [[number, row_of[n], *record] for number, (n, *record) in told])
            self._count[name] += len(part.tables[name])

    def _insert(self, name: str, records: list[list[Any]]) -> None:
        if records:
            places = ", ".join("?" * len(records[0]))
            self._connection.executemany(f"INSERT INTO {name} VALUES ({places})", records)

    def finish(self) -> None:
        """Make what is made of all of it."""
        for statement in filter(str.strip, _SEARCH.split(";")):
            self._connection.execute(statement)
        self._connection.commit()


@contextmanager
def _table(path: str, wanted: Wanted) -> Iterator[Callable[[bytes], Any]]:
    """A database for the pieces of any number of files. Raises OSError for what SQLite cannot do."""
    import sqlite3

    connection = None
    try:
        connection = sqlite3.connect(path)
        database = _Database(connection)
        yield lambda piece: _put(database, piece)
        database.finish()
    except sqlite3.Error as error:
        raise OSError(errno.EIO, str(error)) from None
    finally:
        if connection is not None:
            connection.close()


def _put(database: _Database, piece: bytes) -> None:
    import sqlite3

    try:
        database.take(related.part_of(piece, nul=False))
    except sqlite3.Error as error:
        raise OSError(errno.EIO, str(error)) from None


def _pieces(parts: Iterable[Transcript], wanted: Wanted) -> Iterator[bytes]:
    return related.pieces(parts)


SQLITE = Writer(pieces=_pieces, table=_table)
