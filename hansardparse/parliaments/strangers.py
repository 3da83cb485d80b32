"""Titles and words of records of parliaments whose words are not known: `strangers.toml`."""

from __future__ import annotations

import functools
import tomllib

from hansardparse.data import beside

__all__ = ["presided_elsewhere", "stranger"]

#: A title stands near the beginning of a text, and so long is its line at most; words that one record alone
#: prints are looked for in so much of it, in code points.
HEAD, TITLE, LOOKED_AT = 1 << 12, 160, 1 << 16


@functools.cache
def _told(table: str) -> tuple[tuple[str, str], ...]:
    """What stands in a title, or is printed anywhere, and whose record has it."""
    data = tomllib.loads((beside() / "parliaments" / "strangers.toml").read_text(encoding="utf-8"))
    return tuple((words, name) for name, each in data[table].items() for words in each)


def stranger(text: str) -> str | None:
    """Whose record a text is by a title or by words of it, where that parliament's words are not known."""
    sample = text[:LOOKED_AT]
    printed = next((name for words, name in _told("printed") if words in sample), None)
    return printed or _by_title(sample[:HEAD].casefold())


def _by_title(head: str) -> str | None:
    """Whose title stands in the head of a text: a short line that ends as no sentence does."""
    for words, name in _told("titles"):
        at = head.find(words)
        while at >= 0:
            end = head.find("\n", at)
            line = head[head.rfind("\n", 0, at) + 1 : end if end >= 0 else len(head)].strip()
            if len(line) <= TITLE and not line.endswith((".", "?", "!", ",", ";", ":")):
                return name
            at = head.find(words, at + 1)
    return None


@functools.cache
def _presiding() -> tuple[tuple[str, frozenset[str]], ...]:
    """The beginnings of turns of who presides, and the parliaments that have somebody of the title."""
    data = tomllib.loads((beside() / "parliaments" / "strangers.toml").read_text(encoding="utf-8"))
    return tuple((f"\n{words}", frozenset(codes)) for words, codes in data["presides"].items())


def presided_elsewhere(text: str, code: str) -> bool:
    """Whether somebody presides over a text, by a turn, whom the parliament of this code does not have."""
    sample = f"\n{text[:LOOKED_AT]}"
    return any(words in sample and code not in codes for words, codes in _presiding())
