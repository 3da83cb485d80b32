"""Titles and words of records of parliaments whose words are not known: `strangers.toml`."""

from __future__ import annotations

import functools
import itertools
import tomllib

from hansardparse.data import beside

__all__ = ["presided_elsewhere", "stranger"]

#: A title stands near the beginning of a text, and so long is its line at most; words that one record alone
#: prints are looked for in so much of it, in code points.
HEAD, TITLE, LOOKED_AT = 1 << 12, 160, 1 << 16
#: How a sentence ends, and other lines that are no titles.
WHOLE = (".", "?", "!")
ENDS = (*WHOLE, ",", ";", ":")


@functools.cache
def _told(table: str) -> tuple[tuple[str, str], ...]:
    """What stands in a title, or is printed anywhere, and whose record has it."""
    data = tomllib.loads((beside() / "parliaments" / "strangers.toml").read_text(encoding="utf-8"))
    return tuple((words, name) for name, each in data[table].items() for words in each)


def stranger(text: str) -> str | None:
    """Whose record a text is by a title or by words of it, where that parliament's words are not known."""
    sample = text[:LOOKED_AT]
    printed = next((name for words, name in _told("printed") if words in sample), None)
    return printed or _by_title(sample[:HEAD])


def _by_title(head: str) -> str | None:
    """Whose title stands in the head of a text: a short line above all turns that ends as no sentence does.

    Below them another parliament's name may stand in a line of its own: a delegation of it is welcomed.
    """
    above = itertools.takewhile(lambda line: not _is_turn(line), map(str.strip, head.split("\n")))
    titles = "\n".join(line for line in above if len(line) <= TITLE and not line.endswith(ENDS)).casefold()
    return next((name for words, name in _told("titles") if words in titles), None)


def _is_turn(line: str) -> bool:
    """Whether a sentence stands behind a colon in a line, as behind a label."""
    return ": " in line and (line.endswith(WHOLE) or len(line) > TITLE)


@functools.cache
def _presiding() -> tuple[tuple[str, frozenset[str]], ...]:
    """The beginnings of turns of who presides, and the parliaments that have somebody of the title."""
    data = tomllib.loads((beside() / "parliaments" / "strangers.toml").read_text(encoding="utf-8"))
    return tuple((f"\n{words}", frozenset(codes)) for words, codes in data["presides"].items())


def presided_elsewhere(text: str, code: str) -> bool:
    """Whether somebody presides over a text, by a turn, whom the parliament of this code does not have."""
    sample = f"\n{text[:LOOKED_AT]}"
    return any(words in sample and code not in codes for words, codes in _presiding())
