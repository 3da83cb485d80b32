"""Days as they are printed: by the names that a profile has for the months, or in figures."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

__all__ = ["YEARS", "date_of", "day_named", "is_no_day", "month_of"]

#: A figure alone that is a year is neither the number of a page nor a sum.
YEARS = range(1800, 2101)
#: A word that is so much like the name of a month, of 1, is a slip for it.
ALIKE = 0.7


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
    number = _figures(day)
    if any(before[4:]) or not (number.isdecimal() and year.isdecimal() and int(year) in YEARS):
        return None
    return date_of(number, month, year, months)


def is_no_day(words: str, months: Mapping[str, int]) -> bool:
    """Whether some words have the form of a day, and there is none such: `30 Febuary 2024`."""
    parts = words.rstrip(".").split()
    if len(parts) != 3 or not parts[1].isalpha() or not parts[2].isdecimal() or int(parts[2]) not in YEARS:
        return False
    day = _figures(parts[0])
    if not day.isdecimal() or len(day) > 2 or date_of(day, parts[1], parts[2], months) is not None:
        return False
    from difflib import get_close_matches

    return bool(get_close_matches(parts[1].lower(), months, 1, ALIKE))


def _figures(day: str) -> str:
    """The figures of a day of the month, whatever stands behind them: `14` of `14th`."""
    return day if day.isdecimal() else day[:-2]
