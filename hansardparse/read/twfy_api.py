"""Answers of TheyWorkForYou's API: rows of sections and speeches, whose words are HTML."""

from __future__ import annotations

from collections.abc import Iterator

from hansardparse.read.fields import Fields, objects
from hansardparse.read.lines import Line, column, folded, heading, iso_date, label, timed
from hansardparse.read.pages import flow, fragment, words
from hansardparse.read.source import Source

__all__ = ["read"]

_SECTIONS = {"10": 0, "11": 2}
_SPEECH = "12"
_PEERS = "2"


def read(source: Source) -> Iterator[Line]:
    """The lines of the rows, in their order."""
    yield Line("PARLIAMENT", "uk")
    answer = source.json
    rows = next((answer[key] for key in ("rows", "entries") if key in answer), answer)
    seen = {"hdate": "", "htime": "", "colnum": ""}
    above = ""  # of what a search has found, the debate that it is in
    for row in objects(rows):
        debate = words(fragment(row.one("parent").text("body")))
        if debate and debate != above:
            above = debate
            yield heading(debate)
        if row.text("htype") in _SECTIONS:
            title = words(fragment(row.text("body")))
            if title:
                yield heading(title, row.text("gid") or None, _SECTIONS[row.text("htype")])
            yield from _marks(row, seen)
            continue
        yield from _marks(row, seen)
        speaker = row.one("speaker")
        name = _name(speaker)
        said = row.text("htype") == _SPEECH and bool(name)
        if said:
            yield _label(row, speaker, name)
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


def _name(speaker: Fields) -> str:
    """The name of a speaker, whole or in parts; of a peer, the place is part of it."""
    if speaker.text("name"):
        return speaker.text("name")
    name = folded(" ".join(speaker.text(part) for part in ("title", "first_name", "last_name")))
    place = speaker.text("constituency") if speaker.text("house") == _PEERS else ""
    return f"{name} of {place}" if name and place else name


def _label(row: Fields, speaker: Fields, name: str) -> Line:
    party = f" ({speaker.text('party')})" if speaker.text("party") else ""
    person = speaker.text("person_id").rpartition("/")[2]
    return label(
        f"{name}{party}",
        origin=row.text("gid") or None,
        identifiers=(f"publicwhip:person/{person}",) if person else (),
    )
