"""Rows with what stands beside them, as tables that refer to each other: for SQLite and for sheets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from hansardparse.model.nodes import Division, Transcript, VoteGroup
from hansardparse.write.row_keys import KEYS
from hansardparse.write.row_values import RowValues, walked
from hansardparse.write.rows import row_dict
from hansardparse.write.unwritable import plain

__all__ = ["TABLES", "Part", "part_of", "pieces"]

#: The columns of each table that stands beside the rows. Those of `n` are the rows' that they belong to.
TABLES: dict[str, tuple[str, ...]] = {
    "rows": KEYS,
    "people": (
        "id",
        "name",
        "honorifics",
        "constituency",
        "party",
        "offices",
        "in_chair",
        "linked_name",
        "labels",
        "identifiers",
        "register_id",
        "role",
        "organisation",
    ),
    "divisions": ("n", "number", "time", "date", "subject", "result"),
    "sides": ("n", "side", "heading", "stated", "counted"),
    "votes": ("n", "side", "name", "constituency", "teller", "proxy", "text", "start", "end"),
    "citations": (
        *("n", "type", "text", "start", "end", "house", "number", "numbers", "date", "volume", "columns"),
        *("series", "title", "year", "lords", "kind", "of", "url", "address", "impossible_date"),
    ),
}


class Part(NamedTuple):
    """A part of a file: what the file is, where the part is its first, and the records of each table."""

    file: dict[str, Any] | None
    tables: dict[str, list[list[Any]]]


def pieces(parts: Iterable[Transcript]) -> Iterator[bytes]:
    """Each part of one file, as JSON."""
    begun = False

    def told(parts: Iterable[Transcript]) -> Iterator[Transcript]:
        for part in parts:
            people.append(part)
            yield part

    people: list[Transcript] = []
    for rows in walked(told(parts)):
        tables: dict[str, list[list[Any]]] = {name: [] for name in TABLES}
        for row in rows:
            _take(row, tables)
        part = people.pop()
        for person in part.persons:
            known = {**_cells(person, TABLES["people"])}
            tables["people"].append([known[key] for key in TABLES["people"]])
        yield json.dumps([None if begun else _file(part), tables]).encode()
        begun = True


def part_of(piece: bytes, nul: bool) -> Part:
    """The part that a piece holds, with what stands for characters that a format cannot hold."""
    return Part(*plain(json.loads(piece), nul))


def _file(part: Transcript) -> dict[str, Any]:
    """What is known of a file as a whole."""
    keys = ("source", "layout", "parliament", "container", "encoding", "version")
    return {key: getattr(part, key) for key in keys}


def _take(row: RowValues, tables: dict[str, list[list[Any]]]) -> None:
    """Put a row into its table, and what it holds into others."""
    values = row_dict(row)
    tables["rows"].append([_cell(value) for value in values.values()])
    for cited in values["references"]:
        tables["citations"].append([row.n, *(_cell(cited.get(key)) for key in TABLES["citations"][1:])])
    if isinstance(row.item, Division):
        known = _cells(row.item, TABLES["divisions"][1:])
        tables["divisions"].append([row.n, *known.values()])
        for group in row.item.groups:
            tables["sides"].append([row.n, group.option, group.heading, group.stated, len(group.votes)])
            tables["votes"] += _votes(row.n, group)


def _votes(n: int, group: VoteGroup) -> Iterator[list[Any]]:
    """Every name on one side of a division."""
    for vote in sorted((*group.votes, *group.tellers), key=lambda vote: vote.span):
        seat = vote.constituency and vote.constituency.name
        yield [n, group.option, vote.name, seat, vote.teller, vote.proxy, vote.text, *vote.span]


def _cells(item: Any, keys: Iterable[str]) -> dict[str, Any]:
    return {key: _cell(getattr(item, key)) for key in keys}


def _cell(value: Any) -> Any:
    """A value for one cell; what holds several is JSON."""
    if value is None or isinstance(value, (str, int, bool)):
        return value
    if isinstance(value, (list, tuple, dict)):
        return json.dumps(plain(value), ensure_ascii=False)
    return str(value)  # a date, a party, a constituency
