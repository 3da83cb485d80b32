"""Dates and times as they are printed, in figures and in words."""

from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hansardparse.model.nodes import Given

__all__ = [
    "OF_NAME",
    "YEARS",
    "clock",
    "date_of",
    "day_in_name",
    "day_named",
    "given_of",
    "is_no_day",
    "month_of",
]

#: A figure alone that is a year is neither the number of a page nor a sum.
YEARS = range(1800, 2101)
#: A word that is so much like the name of a month, of 1, is a slip for it.
ALIKE = 0.7
#: What a caller says whose files have their day in their name.
OF_NAME = "name"


def month_of(name: str, months: Mapping[str, int]) -> int | None:
    """The number of a month by its name, whole or shortened, or by its figures; None where it is none."""
    return int(name) if name.isdecimal() else months.get(name.lower().rstrip("."))


def date_of(day: str, month: str, year: str, months: Mapping[str, int]) -> datetime.date | None:
    """The date, or None where there is no such day; `months` are the names of a profile."""
    number = month_of(month, months)
    if number is None:
        return None
    try:
        return datetime.date(int(year), number, int(day))
    except ValueError:
        return None


def day_named(words: str, months: Mapping[str, int]) -> datetime.date | None:
    """The day that is all that some words say: `Tuesday, 14 December 2021`."""
    *before, day, month, year = [*[""] * 3, *words.replace(",", " ").rstrip(". ").split()]
    number = day if day.isdecimal() else day[:-2]
    if any(before[4:]) or not (number.isdecimal() and year.isdecimal() and int(year) in YEARS):
        return None
    return date_of(number, month, year, months)


def is_no_day(words: str, months: Mapping[str, int]) -> bool:
    """Whether some words have the form of a day, and there is none such: `30 Febuary 2024`."""
    parts = words.rstrip(".").split()
    if len(parts) != 3 or not parts[1].isalpha() or not parts[2].isdecimal() or int(parts[2]) not in YEARS:
        return False
    day = parts[0] if parts[0].isdecimal() else parts[0][:-2]
    if not day.isdecimal() or len(day) > 2 or date_of(day, parts[1], parts[2], months) is not None:
        return False
    from difflib import get_close_matches

    return bool(get_close_matches(parts[1].lower(), months, 1, ALIKE))


def clock(hour: str, minute: str | None, half: str | None) -> str | None:
    """The time on the 24-hour clock, None where there is no such time.

    `half` is what says which half of the day it is: `am` or `p.m.`, None on the 24-hour clock.
    """
    hours, minutes = int(hour), int(minute or 0)
    if len(hour) > 2:
        return None
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


def day_in_name(path: str) -> datetime.date | None:
    """The first day that is written as YYYY-MM-DD in the name of a file."""
    name = os.path.basename(path)
    for at in range(len(name) - 9):
        said = name[at : at + 10]
        with contextlib.suppress(ValueError):
            date = datetime.date.fromisoformat(said)
            around = name[at - 1 : at] + name[at + 10 : at + 11]
            if date.isoformat() == said and not any(beside.isdigit() for beside in around):
                return date
    return None


def given_of(path: str, date: datetime.date | str | None, house: str | None) -> Given | None:
    """What a caller knows of a file: its House, and its day or where that is said (`OF_NAME`)."""
    from hansardparse.model.nodes import Given

    origin = "option" if date != OF_NAME else "file-name"
    day = day_in_name(path) if isinstance(date, str) else date
    return None if day is None and house is None else Given(date=day, house=house, date_from=origin)
