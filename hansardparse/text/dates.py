"""Times as they are printed, and what a caller and the name of a file say of the day."""

from __future__ import annotations

import contextlib
import datetime
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hansardparse.model.nodes import Given

__all__ = ["OF_NAME", "clock", "day_in_name", "given_of"]

#: What a caller says whose files have their day in their name.
OF_NAME = "name"


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
