"""The Record of Proceedings of the Senedd as it is exported: a row for each contribution, in its language."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import Line, heading, iso_date, label, positioned, timed
from hansardparse.read.pages import flow, fragment
from hansardparse.read.source import Source
from hansardparse.read.trees import root_of, words

__all__ = ["read"]

#: The numbers of an order have no more figures.
DIGITS = 12


def read(source: Source) -> Iterator[Line]:
    """The lines of a meeting, in the order that its rows say."""
    yield Line("PARLIAMENT", "wa")
    rows = [{each.tag: words(each) for each in table} for table in root_of(source).iter("Table")]
    rows.sort(key=_order)
    day = item = clock = speaker = ""
    for row in rows:
        if (date := row.get("MeetingDate", "")) != day:
            day = date
            yield from iso_date(day)
        if (title := row.get("Agenda_item_english") or row.get("Agenda_item_welsh") or "") != item:
            item, speaker = title, ""
            yield heading(item, row.get("Agenda_Item_ID") or None)
        if (time := row.get("ContributionTime", "").partition("T")[2][:5]) != clock:
            clock = time
            yield from timed(clock)
        if name := row.get("Member_name_English") or row.get("Member_name_Welsh") or "":
            if name != speaker:
                yield _label(row, name)
            speaker = name
        # the HTML within is escaped, at times twice
        said = html.unescape(row.get("contribution_verbatim") or row.get("contribution_translated") or "")
        yield from flow(fragment(f"<div>{said}</div>"), said=bool(name))


def _order(row: dict[str, str]) -> tuple[bool, str]:
    """Where a row stands: by its number; what has none comes last."""
    number = row.get("Contribution_Order_ID", "")
    return not number.isdecimal(), number.zfill(DIGITS)


def _label(row: dict[str, Any], name: str) -> Line:
    """Who speaks, and the office or the seat that is printed with the name."""
    number = row.get("Member_Id")
    named = label(
        name,
        origin=row.get("Contribution_ID") or None,
        identifiers=(f"senedd:{number}",) if number else (),
    )
    job = row.get("Member_job_title_English") or row.get("Member_job_title_Welsh") or ""
    return positioned(named, job)
