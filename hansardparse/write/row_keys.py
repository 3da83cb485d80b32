"""What a row has: its keys, in order, and the type of each."""

from __future__ import annotations

import typing
from typing import Any, TypedDict

from hansardparse.write.columns import PARLSPEECH, TIF

__all__ = ["GIVEN", "KEYS", "RULED", "ParagraphRow", "Row", "row_schema", "types_of"]


class Row(TypedDict):
    """A row: what each key means stands in `docs/cli.md`; None where there is nothing."""

    source: str | None
    n: int
    type: str
    section: list[str]
    date: str | None
    house: str | None
    venue: str | None
    time: str | None
    column: str | None
    kind: str | None
    speaker_label: str | None
    honorific: str | None
    office: str | None
    constituency: str | None
    party: str | None
    in_chair: bool | None
    speaker_name: str | None
    person: str | None
    person_constituency: str | None
    person_party: str | None
    question_number: str | None
    uin: str | None
    interrupts: int | None
    replies_to: int | None
    resumes: int | None
    rules: dict[str, str]
    text: str
    references: list[dict[str, Any]]
    start: int
    end: int
    id: str
    parliament: str | None
    words: int | None
    speech: int | None
    person_office: str | None
    person_id: str | None
    given: dict[str, str]


class ParagraphRow(Row):
    """A row of `--unit paragraph`."""

    block: str | None
    language: str | None


#: The keys of every row, in this order.
KEYS = tuple(Row.__annotations__)
#: What a rule may have inferred, and what a caller may have given.
RULED = (
    "person",
    "kind",
    "new_turn",
    "interrupts",
    "replies_to",
    "resumes",
    "person_id",
    "person_office",
    "person_constituency",
    "person_party",
)
GIVEN = ("date", "house")

_TYPES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    list[str]: {"type": "array", "items": {"type": "string"}},
    list[dict[str, Any]]: {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["type", "text", "start", "end"],
            "properties": {
                "type": {"type": "string"},
                "text": {"type": "string"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
        },
    },
}
_NAMED = {
    "date": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
    "rules": {"type": "object", "additionalProperties": {"type": "string"}},
    "given": {
        "type": "object",
        "properties": {key: {"enum": ["option", "file-name"]} for key in GIVEN},
        "additionalProperties": False,
    },
}


def types_of(unit: str = "item", columns: str = "all") -> dict[str, Any]:
    """The keys of rows of a unit with some columns, in order, and the type of each.

    Raises ValueError for columns that are none.
    """
    if columns == "parlspeech":
        return PARLSPEECH
    if columns == "tif":
        return TIF
    if columns != "all":
        raise ValueError(f"no columns {columns!r}; there are: all, parlspeech, tif")
    own = typing.get_type_hints(Row)
    return own | (typing.get_type_hints(ParagraphRow) if unit == "paragraph" else {})


def row_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a row; those of `--unit paragraph` have `block` and `language` too."""
    types = typing.get_type_hints(ParagraphRow)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "hansardparse row",
        "type": "object",
        "properties": {key: _NAMED.get(key) or _schema_of(kind) for key, kind in types.items()},
        "required": list(KEYS),
        "dependentRequired": {"block": ["language"], "language": ["block"]},
        "additionalProperties": False,
    }


def _schema_of(kind: Any) -> dict[str, Any]:
    if kind in _TYPES:
        return dict(_TYPES[kind])
    return {"anyOf": [dict(_TYPES[each]) for each in typing.get_args(kind)]}
