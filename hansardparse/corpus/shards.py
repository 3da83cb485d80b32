"""The rows of some files on their way into a dataset: a shard for each parliament, House and year."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from hansardparse.corpus.manifest import is_run
from hansardparse.write.writers import Wanted

__all__ = ["CannotWrite", "Place", "Shards"]

#: The name of a folder where there is no value.
_NOTHING = "none"
#: So many rows are written together: one file alone has few, and each group of Parquet's costs 10 kB.
_GROUP = 8192


class CannotWrite(Exception):
    """The dataset does not take what is written to it: no fault of an input."""


class Place(NamedTuple):
    """Where a row stands in a dataset."""

    parliament: str | None
    house: str | None
    year: str | None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Place:
        """The place of a row."""
        return cls(row["parliament"], row["house"], row["date"] and row["date"][:4])

    @property
    def folder(self) -> str:
        """The folder of its shards: values alone, since readers take `house=Commons` for a column."""
        return "/".join(quote(value, safe=" ") if value else _NOTHING for value in self)


class Shards:
    """Takes rows, and gives their shards names when all are whole."""

    def __init__(self, out: str, name: str, to: str, wanted: Wanted) -> None:
        self._out, self._name, self._to, self._wanted = Path(out), name, to, wanted
        # of its own for each try: a worker that was given up may still write
        self._part = f".{name}-{os.urandom(4).hex()}.{to}.part"
        self._held: dict[Place, list[Mapping[str, Any]]] = {}
        self._open: dict[Place, Any] = {}
        self._parts: dict[Place, Path] = {}

    def take(self, rows: list[tuple[Place, Mapping[str, Any]]]) -> None:
        """Write rows, many at a time. Raises CannotWrite."""
        for place, row in rows:
            self._held.setdefault(place, []).append(row)
        try:
            for place, held in self._held.items():
                if len(held) >= _GROUP:
                    self._write_out(place)
        except OSError as error:
            self.abandon()
            raise CannotWrite(str(error)) from None

    def _write_out(self, place: Place) -> None:
        """Write the rows of a place that are held."""
        if place not in self._open:
            self._begin(place)
        self._write(place, self._held[place])
        self._held[place] = []

    def _begin(self, place: Place) -> None:
        folder = self._out / place.folder
        folder.mkdir(parents=True, exist_ok=True)
        part = self._parts[place] = folder / self._part
        if self._to == "parquet":
            from hansardparse.write.arrow import parquet_writer

            self._open[place] = parquet_writer(str(part), self._wanted)
        else:
            self._open[place] = open(part, "w", encoding="utf-8", newline="\n")  # noqa: SIM115 (`close`)

    def _write(self, place: Place, rows: list[Mapping[str, Any]]) -> None:
        if self._to == "parquet":
            from hansardparse.write.arrow import record_batch

            self._open[place].write_batch(record_batch(rows, self._wanted))
        else:
            from hansardparse.write.rows import json_line

            self._open[place].writelines(map(json_line, rows))

    def close(self, run: str) -> tuple[list[str], int]:
        """Give each shard its name; where they are below the dataset, and how many bytes they have together.

        Raises CannotWrite.
        """
        try:
            for place in [place for place, held in self._held.items() if held]:
                self._write_out(place)
            for stream in self._open.values():
                stream.close()
            if not is_run(self._out, run):
                self.abandon()
                raise CannotWrite("another run has this folder now")
            names, size = [], 0
            for part in self._parts.values():
                whole = part.with_name(f"{self._name}.{self._to}")
                os.replace(part, whole)
                size += whole.stat().st_size
                names.append(whole.relative_to(self._out).as_posix())
        except OSError as error:
            self.abandon()
            raise CannotWrite(str(error)) from None
        return sorted(names), size

    def abandon(self) -> None:
        """Leave nothing behind."""
        for stream in self._open.values():
            try:
                stream.close()
            except OSError:
                pass
        for part in self._parts.values():
            part.unlink(missing_ok=True)
        self._held.clear()
        self._open.clear()
        self._parts.clear()
