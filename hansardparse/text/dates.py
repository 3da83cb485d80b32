"""Dates and times as they are printed, in figures and in words."""

from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Mapping

__all__ = ["OF_NAME", "clock", "date_of", "day_in_name", "month_of"]

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
