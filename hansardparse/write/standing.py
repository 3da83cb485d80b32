"""What is in force where an item stands: the day, the House, the place, the time and the column."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from hansardparse.model.nodes import (
    ColumnMark,
    Contribution,
    DateMark,
    Division,
    Given,
    Section,
    TimeMark,
    Transcript,
    VenueMark,
    children,
    day_below,
    house_below,
)
from hansardparse.parliaments import house_of

__all__ = ["Here", "Step", "standing", "walk"]


class Here(NamedTuple):
    """What is in force at a place of a record; None what nobody has said.

    `kind` is that of the section around it, or of the nearest one around that which has a kind.
    """

    date: str | None = None
    house: str | None = None
    venue: str | None = None
    kind: str | None = None
    time: str | None = None
    column: str | None = None


class Step(NamedTuple):
    """A section begins (`open`) or ends (`close`), or an `item` stands in it."""

    event: str
    item: Any
    here: Here


def standing(transcript: Transcript, steps: Iterable[Step]) -> list[Here]:
    """What is in force at each item of a transcript; what is given with it, where there is none."""
    given = transcript.given or Given()
    found = [step.here for step in steps if step.event == "item"]
    return found or [Here(_iso(given.date), given.house)]


#: The day in the id of an element, as the files of mySociety have it.
_DAY_IN_ID = re.compile(r"/([0-9]{4}-[0-9]{2}-[0-9]{2})")


def walk(transcript: Transcript) -> list[Step]:
    """All that stands in a transcript, in order. What nobody says above the first day is of that day.

    What is `given` with it stands in for what is not printed.
    """
    given = transcript.given or Given()
    day = _iso(given.date) or _day_in_ids(transcript)
    found = _from_first_day(_printed(transcript))
    return [
        step._replace(
            here=step.here._replace(date=step.here.date or day, house=step.here.house or given.house)
        )
        for step in found
    ]


def _printed(transcript: Transcript) -> Iterator[Step]:
    """The same, as it is printed; sections are walked with a stack of their own."""
    here = Here()
    time = column = None
    printed: str | None = None  # the page's date, above any section
    stack: list[tuple[Here, Section | None, Iterator[Any]]] = [(here, None, iter(transcript.items))]
    while stack:
        here, section, items = stack[-1]
        for item in items:
            if type(item) is Section:
                if section is None:  # what the head of a record says holds for all below it
                    house = house_below(item, transcript.parliament) or here.house
                    day = _iso(day_below(item, transcript.parliament)) or here.date
                    here = here._replace(date=day, house=house)
                    stack[-1] = (here, None, items)
                inner = _inside(here, item, printed)
                yield Step("open", item, inner._replace(time=time, column=column))
                stack.append((inner, item, iter(item.items)))
                break
            if type(item) is DateMark and section is None and item.date is not None:
                printed = item.date.isoformat()
                here = here._replace(date=printed)
                stack[-1] = (here, None, items)
            if type(item) is VenueMark and section is None:
                here = here._replace(house=house_of(item.text), venue=item.text)
                stack[-1] = (here, None, items)
            if type(item) is not Contribution:
                time, column = _after(item, time, column)
            yield Step("item", item, here._replace(time=time, column=column))
            if type(item) is Contribution:
                time, column = _after(item, time, column)
        else:
            stack.pop()
            if section is not None:
                yield Step("close", section, here._replace(time=time, column=column))


def _from_first_day(steps: Iterable[Step]) -> list[Step]:
    """The steps of a walk, where those above the first day that is printed are of that day.

    Only what nobody says is: the name of a volume, a heading, a column. Where somebody speaks above it, the
    steps are as they were.
    """
    found = list(steps)
    first = next((n for n, step in enumerate(found) if step.here.date), 0)
    above = found[:first]
    if any(type(step.item) in (Contribution, Division) for step in above):
        return found
    day = found[first].here.date if found else None
    return [step._replace(here=step.here._replace(date=day)) for step in above] + found[first:]


def _inside(around: Here, section: Section, printed: str | None) -> Here:
    """What is in force in a section: what it prints itself, else what is in force around it."""
    return around._replace(
        date=_iso(section.date) or printed or around.date,
        house=section.house or around.house,
        venue=section.venue or around.venue,
        kind=section.kind or around.kind,
    )


def _after(item: Any, time: str | None, column: str | None) -> tuple[str | None, str | None]:
    """The time and the column in force behind an item."""
    if type(item) is TimeMark:
        return item.time or time, column
    if type(item) is ColumnMark:
        return time, item.column
    for block in item.blocks if type(item) is Contribution else children(item):
        for mark in (block, *children(block)):
            if type(mark) is TimeMark:
                time = mark.time or time
            elif type(mark) is ColumnMark:
                column = mark.column
    return time, column


def _iso(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None


def _day_in_ids(transcript: Transcript) -> str | None:
    """The day that the ids of a container's own elements name."""
    for item in transcript.contributions():
        found = _DAY_IN_ID.search(item.origin or "")
        return found[1] if found else None
    return None
