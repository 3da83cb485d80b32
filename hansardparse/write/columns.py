"""Rows with the columns that other tools look for."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hansardparse.parliaments import known_profile

__all__ = ["PARLSPEECH", "TIF", "parlspeech", "tif"]

#: The columns of ParlSpeech V2, in its order, and what each holds.
PARLSPEECH: dict[str, Any] = {
    "date": str | None,
    "agenda": str | None,
    "speechnumber": int,
    "speaker": str | None,
    "party": str | None,
    "party.facts.id": int | None,
    "chair": bool,
    "terms": int,
    "text": str,
    "parliament": str | None,
    "iso3country": str | None,
}

#: What of a row the Text Interchange Format takes, behind the name and the text of a document: no lists.
_VARIABLES: dict[str, Any] = {
    "source": str | None,
    "n": int,
    "section": str | None,
    **dict.fromkeys(("date", "house", "venue", "time", "column", "kind", "speaker_label"), str | None),
    **dict.fromkeys(("honorific", "office", "constituency", "party"), str | None),
    "in_chair": bool | None,
    **dict.fromkeys(("speaker_name", "person", "person_constituency", "person_party"), str | None),
    **dict.fromkeys(("question_number", "uin"), str | None),
    **dict.fromkeys(("interrupts", "replies_to", "resumes"), int | None),
    "start": int,
    "end": int,
    "parliament": str | None,
    "words": int | None,
    "speech": int | None,
    "person_office": str | None,
    "person_id": str | None,
}
#: The columns of a corpus in the Text Interchange Format, in order.
TIF: dict[str, Any] = {"doc_id": str, "text": str, **_VARIABLES}


def parlspeech(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """What was said, as ParlSpeech has it; speeches are numbered within the day of a source."""
    number: Counter[Any] = Counter()
    for row in rows:
        if row["type"] == "contribution":
            day = row["source"], row["date"]
            number[day] += 1
            code, house = row["parliament"], row["house"]
            yield {
                "date": row["date"],
                "agenda": row["section"][-1] if row["section"] else None,
                "speechnumber": number[day],
                "speaker": row["speaker_name"] or row["speaker_label"],
                "party": row["person_party"] or row["party"],
                "party.facts.id": None,
                "chair": row["kind"] == "chair" or bool(row["in_chair"]),
                "terms": row["words"] or 0,
                "text": row["text"],
                "parliament": "-".join(each for each in (code and code.upper(), house) if each) or None,
                "iso3country": _country(code),
            }


@functools.cache
def _country(code: str | None) -> str | None:
    """The country of a parliament, in the three letters of ISO 3166-1."""
    words = known_profile(code)
    return words.country3 if words is not None else None


def tif(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """What was said, as a corpus of documents: `doc_id`, `text`, and what is known of each."""
    for row in rows:
        if row["type"] == "contribution":
            known = {key: row[key] for key in _VARIABLES}
            known["section"] = " > ".join(row["section"]) or None
            source = row["source"]
            name = row["id"] if source is None else f"{source}#{row['id']}"
            yield {"doc_id": name, "text": row["text"], **known}
