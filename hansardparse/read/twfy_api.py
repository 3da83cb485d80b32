"""Answers of TheyWorkForYou's API: rows of sections and speeches, whose words are HTML."""

from __future__ import annotations

from collections.abc import Iterator

from hansardparse.read.fields import Fields, objects
from hansardparse.read.lines import Line, column, heading, iso_date, label, timed
from hansardparse.read.pages import flow, fragment, words
from hansardparse.read.source import Source

__all__ = ["read"]

_SECTIONS = frozenset({"10", "11"})
_SPEECH = "12"


def read(source: Source) -> Iterator[Line]:
    """The lines of the rows, in their order."""
    yield Line("PARLIAMENT", "uk")
    answer = source.json
    rows = next((answer[key] for key in ("rows", "entries") if key in answer), answer)
    seen = {"hdate": "", "htime": "", "colnum": ""}
    for row in objects(rows):
        if row.text("htype") in _SECTIONS:
            title = words(fragment(row.text("body")))
            if title:
                yield heading(title, row.text("gid") or None)
            yield from _marks(row, seen)
            continue
        yield from _marks(row, seen)
        speaker = row.one("speaker")
        said = row.text("htype") == _SPEECH and bool(speaker.text("name"))
        if said:
            yield _label(row, speaker)
        yield from flow(fragment(row.text("body")), said=said)


def _marks(row: Fields, seen: dict[str, str]) -> Iterator[Line]:
    """The date, the time and the column of a row, where they are not those before."""
    for key in seen:
        value = row.text(key)
        if value in ("", "0", seen[key]):
            continue
        seen[key] = value
        if key == "colnum":
            yield column(value)
        else:
            yield from iso_date(value) if key == "hdate" else timed(value)


def _label(row: Fields, speaker: Fields) -> Line:
    party = f" ({speaker.text('party')})" if speaker.text("party") else ""
    person = speaker.text("person_id").rpartition("/")[2]
    return label(
        f"{speaker.text('name')}{party}",
        origin=row.text("gid") or None,
        identifiers=(f"publicwhip:person/{person}",) if person else (),
    )
